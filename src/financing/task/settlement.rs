//! What a task pays in the end: the lump sum, and the shares of a corridor in what deviates from it.

use super::corridor::{Corridor, Side};
use super::shadow::ShadowCost;
use crate::error::Error;
use crate::exact::{Amount, Percent, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use alloc::vec::Vec;

/// What a task pays for a year, and how that came about.
///
/// What is promised, for every corridor: with no band and shares of 100% it pays the shadow cost
/// (`share_one_is_effort`), with shares of 0% the lump sum (`share_zero_is_lump_sum`); before rounding a cent more cost is
/// never paid less, nor more than a cent more (`never_more_for_less`), so nothing jumps at a breakpoint.
/// Dutch: *afrekening*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Settlement {
    /// What was agreed.
    pub lump_sum: Amount,
    /// What care would have cost by effort.
    pub shadow: ShadowCost,
    /// On which side of the lump sum that lies.
    pub side: Side,
    /// The tiers that were reached, from the lump sum outwards.
    pub tiers: Vec<SettledTier>,
    /// What the tiers settle together: above zero the provider gets more, below zero less.
    pub settled: Unrounded,
    /// What the provider gets.
    pub paid: Amount,
    /// What the rounding took off (positive) or added (negative).
    pub residue: Unrounded,
}

/// What is settled of the deviation between two breakpoints.
///
/// Dutch: *schijf*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SettledTier {
    /// Where the tier begins, in euros off the lump sum.
    pub from: Unrounded,
    /// How much of the deviation lies in it; above zero on both sides.
    pub deviation: Unrounded,
    /// The share that the municipality bears or takes back.
    pub share: Percent,
    /// That share of it; above zero on both sides.
    pub settled: Unrounded,
}

impl Settlement {
    pub(super) fn new(
        corridor: &Corridor,
        lump_sum: Amount,
        shadow: ShadowCost,
        rounding: Rounding,
    ) -> Result<Settlement, Error> {
        prove::not_negative("a lump sum", lump_sum)?;
        prove::not_negative("a shadow cost", shadow.exact())?;
        let agreed = Unrounded::from(lump_sum);
        let (side, deviation) = if shadow > lump_sum {
            (Side::Over, shadow.exact().checked_sub(agreed)?)
        } else {
            (Side::Under, agreed.checked_sub(shadow.exact())?)
        };
        let tiers = settled_tiers(corridor, side, agreed, deviation)?;
        let total = tiers.iter().try_fold(Unrounded::ZERO, |sum, tier| sum.checked_add(tier.settled))?;
        let settled = match side {
            Side::Over => total,
            Side::Under => Unrounded::ZERO.checked_sub(total)?,
        };
        let Rounded { amount: paid, residue } = rounding.round(agreed.checked_add(settled)?)?;
        Ok(Settlement { lump_sum, shadow, side, tiers, settled, paid, residue })
    }

    /// What the provider keeps if care costs it what the tariffs say: what it is paid less the shadow cost. A figure to
    /// compare; below zero it is a loss.
    ///
    /// Dutch: *resultaat van de aanbieder*.
    ///
    /// # Errors
    /// `Overflow` when the difference does not fit in 127 bits.
    pub fn provider_result(&self) -> Result<Unrounded, Error> {
        Unrounded::from(self.paid).checked_sub(self.shadow.exact())
    }
}

/// The tiers that a deviation reaches.
fn settled_tiers(
    corridor: &Corridor,
    side: Side,
    lump_sum: Unrounded,
    deviation: Unrounded,
) -> Result<Vec<SettledTier>, Error> {
    let mut settled = Vec::new();
    for tier in corridor.tiers(side, lump_sum) {
        let (from, to, share) = tier?;
        if deviation <= from {
            break;
        }
        let within = to.map_or(deviation, |to| deviation.min(to)).checked_sub(from)?;
        settled.push(SettledTier { from, deviation: within, share, settled: within.percent(share)? });
    }
    Ok(settled)
}

#[cfg(test)]
mod tests {
    use super::Settlement;
    use crate::exact::{Amount, Mode, Percent, Rounding};
    use crate::financing::task::{Breakpoint, Corridor, ShadowCost, Side};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    fn euros(euros: i64) -> Amount {
        Amount::from_euros(euros).unwrap()
    }

    fn settled(corridor: &Corridor, shadow: i64) -> Settlement {
        let shadow = ShadowCost::of_lines(&[euros(shadow)]).unwrap();
        shadow.settle_against(corridor, euros(10_000_000), Rounding::HALF_UP_CENT).unwrap()
    }

    fn two_tiers() -> Corridor {
        let tiers =
            [("3", "50"), ("8", "80")].map(|(from, share)| Breakpoint { from: percent(from), share: percent(share) });
        Corridor::new(tiers.into(), tiers.into()).unwrap()
    }

    #[test]
    fn one_band_and_one_share() {
        let flat = Corridor::flat(percent("5"), percent("50")).unwrap();
        let cases = [
            (9_000_000, 9_750_000, 750_000),
            (9_500_000, 10_000_000, 500_000), // at the breakpoint
            (9_600_000, 10_000_000, 400_000),
            (10_000_000, 10_000_000, 0),
            (10_500_000, 10_000_000, -500_000),
            (10_800_000, 10_150_000, -650_000),
            (12_000_000, 10_750_000, -1_250_000),
            (0, 5_250_000, 5_250_000), // nothing was done, and half is still paid
        ];
        for (shadow, paid, result) in cases {
            let settlement = settled(&flat, shadow);
            assert_eq!(settlement.paid, euros(paid), "{shadow}");
            assert_eq!(settlement.provider_result().unwrap(), euros(result).into(), "{shadow}");
        }
        let at_the_breakpoint = settled(&flat, 9_500_000);
        assert_eq!((at_the_breakpoint.side, at_the_breakpoint.tiers.len()), (Side::Under, 0)); // no tier is reached yet
    }

    #[test]
    fn two_bands_and_two_shares() {
        for (shadow, more) in [(11_500_000, 810_000), (10_500_000, 100_000), (9_200_000, -250_000), (10_300_000, 0)] {
            let settlement = settled(&two_tiers(), shadow);
            assert_eq!(settlement.settled, euros(more).into(), "{shadow}");
        }
        let settlement = settled(&two_tiers(), 11_500_000);
        let tiers = settlement.tiers.iter().map(|tier| (tier.from.to_string(), tier.settled.to_string()));
        let tiers: Vec<_> = tiers.collect();
        assert_eq!(tiers, [("300000".into(), "250000".into()), ("800000".into(), "560000".into())]);
        assert_eq!(settlement.side, Side::Over);
    }

    #[test]
    fn the_sides_are_lists_of_their_own() {
        let over = [Breakpoint { from: percent("5"), share: percent("50") }];
        let only_over = Corridor::new(over.into(), Vec::new()).unwrap();
        assert_eq!(settled(&only_over, 12_000_000).paid, euros(10_750_000));
        assert_eq!(settled(&only_over, 2_000_000).paid, euros(10_000_000)); // what is saved, the provider keeps
    }

    #[test]
    fn one_step_rounds_and_keeps_what_is_left() {
        let corridor = Corridor::flat(Percent::ZERO, percent("33.3")).unwrap();
        let shadow = ShadowCost::of_lines(&[Amount::from_cents(10_001)]).unwrap();
        let settle = |rounding| shadow.settle_against(&corridor, euros(100), rounding);
        let settlement = settle(Rounding::HALF_UP_CENT).unwrap();
        assert_eq!((settlement.paid, settlement.residue.to_string().as_str()), (euros(100), "0.00333"));
        let exact = Rounding::new(Mode::Exact, Amount::CENT).unwrap();
        let text = settle(exact).unwrap_err().to_string();
        assert_eq!(text, "100.00333, expected a multiple of 0.01.\n  Declare a rounding mode, or change the unit.");
    }

    #[test]
    fn nothing_below_zero_is_settled() {
        let settle = |lump_sum, shadow| {
            let shadow = ShadowCost::of_lines(&[euros(shadow)]).unwrap();
            let settled = shadow.settle_against(&Corridor::none(), euros(lump_sum), Rounding::HALF_UP_CENT);
            settled.unwrap_err().to_string()
        };
        assert_eq!(settle(-1, 5), "a lump sum of -1, expected 0 or more.");
        assert_eq!(settle(1, -5), "a shadow cost of -5, expected 0 or more.");
    }
}
