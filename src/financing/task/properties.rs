//! What holds for every corridor, over random ones.

use super::{Breakpoint, Corridor, Settlement, ShadowCost};
use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};
use alloc::vec::Vec;
use proptest::collection::{btree_map, vec};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

fn percent(tenths: i64) -> Percent {
    Percent::new(Decimal::new(tenths, 1)).unwrap()
}

/// Up to four breakpoints of tenths of a percent, with shares of any size.
fn side() -> impl Strategy<Value = Vec<Breakpoint>> {
    btree_map(0_i64..1_500, 0_i64..=1_000, 0..5).prop_map(|tiers| {
        tiers.into_iter().map(|(from, share)| Breakpoint { from: percent(from), share: percent(share) }).collect()
    })
}

fn corridors() -> impl Strategy<Value = Corridor> {
    (side(), side()).prop_map(|(over, under)| Corridor::new(over, under).unwrap())
}

fn settle(corridor: &Corridor, lump_sum: i64, shadow: i64, rounding: Rounding) -> Settlement {
    let shadow = ShadowCost::of_lines(&[Amount::from_cents(shadow)]).unwrap();
    shadow.settle_against(corridor, Amount::from_cents(lump_sum), rounding).unwrap()
}

/// What is paid before rounding, in cents.
fn exact(settlement: &Settlement) -> Ratio {
    Unrounded::from(settlement.paid).checked_add(settlement.residue).unwrap().cents().unwrap()
}

/// The same sum, reckoned otherwise: each share is a step in the slope, which counts for all that lies beyond it.
fn by_slopes(corridor: &Corridor, lump_sum: i64, shadow: i64) -> Ratio {
    let (side, sign) = if shadow > lump_sum { (super::Side::Over, 1) } else { (super::Side::Under, -1) };
    let deviation = Ratio::integer((shadow - lump_sum).abs());
    let (mut sum, mut slope) = (Ratio::ZERO, Ratio::ZERO);
    for breakpoint in corridor.breakpoints(side) {
        let from = Ratio::integer(lump_sum).checked_mul(breakpoint.from.ratio()).unwrap();
        let beyond = deviation.checked_sub(from).unwrap().max(Ratio::ZERO);
        let step = breakpoint.share.ratio().checked_sub(slope).unwrap();
        sum = sum.checked_add(beyond.checked_mul(step).unwrap()).unwrap();
        slope = breakpoint.share.ratio();
    }
    Ratio::integer(lump_sum).checked_add(sum.checked_mul(Ratio::integer(sign)).unwrap()).unwrap()
}

proptest! {
    /// A cent more cost is never paid less, and never more than a cent more: monotone, and without a jump.
    #[test]
    fn never_more_for_less(
        corridor in corridors(), lump_sum in 0_i64..10_000_000, shadow in 0_i64..30_000_000,
        more in 0_i64..10_000_000, mode in select(&Mode::ALL[..7]), unit in select(&[1_i64, 60, 100, 100_000][..]),
    ) {
        let rounding = Rounding::new(mode, Amount::from_cents(unit)).unwrap();
        for more in [1, more] {
            let less_cost = settle(&corridor, lump_sum, shadow, rounding);
            let more_cost = settle(&corridor, lump_sum, shadow + more, rounding);
            let difference = exact(&more_cost).checked_sub(exact(&less_cost)).unwrap();
            prop_assert!(Ratio::ZERO <= difference && difference <= Ratio::integer(more));
            prop_assert!(less_cost.paid <= more_cost.paid, "also when it is rounded");
        }
    }

    /// At a breakpoint both tiers give the same; the tiers add up to what is settled.
    #[test]
    fn a_corridor_is_continuous(corridor in corridors(), euros in 0_i64..100_000, shadow in 0_i64..300_000_000) {
        let lump_sum = euros * 100_000; // so that a tenth of a percent is whole cents
        let mut around = Vec::new();
        for (side, sign) in [(super::Side::Over, 1), (super::Side::Under, -1)] {
            let points = corridor.breakpoints(side).iter().map(|breakpoint| {
                let tenths = breakpoint.from.ratio().checked_mul(Ratio::integer(1_000)).unwrap();
                lump_sum + sign * euros * 100 * i64::try_from(tenths.numerator()).unwrap()
            });
            around.extend(points.flat_map(|point| [point - 1, point, point + 1]));
        }
        around.push(shadow);
        for shadow in around.into_iter().filter(|&shadow| shadow >= 0) {
            let settlement = settle(&corridor, lump_sum, shadow, Rounding::HALF_UP_CENT);
            prop_assert_eq!(exact(&settlement), by_slopes(&corridor, lump_sum, shadow));
        }
    }

    /// No band and everything shared: what is paid is the cost by effort.
    #[test]
    fn share_one_is_effort(lump_sum in 0_i64..1_000_000_000, lines in vec(0_i64..100_000_000, 0..8)) {
        let corridor = Corridor::flat(Percent::ZERO, Percent::WHOLE).unwrap();
        let lines: Vec<Amount> = lines.into_iter().map(Amount::from_cents).collect();
        let cost = Amount::sum(&lines).unwrap();
        let settlement = settle(&corridor, lump_sum, cost.cents(), Rounding::HALF_UP_CENT);
        prop_assert_eq!(settlement.paid, cost);
        prop_assert_eq!(settlement.provider_result().unwrap(), Unrounded::ZERO);
    }

    /// Nothing shared, or no breakpoint reached: what is paid is the lump sum.
    #[test]
    fn share_zero_is_lump_sum(band in 0_i64..1_000, lump_sum in 0_i64..1_000_000_000, shadow in 0_i64..3_000_000_000) {
        for corridor in [Corridor::flat(percent(band), Percent::ZERO).unwrap(), Corridor::none()] {
            let settlement = settle(&corridor, lump_sum, shadow, Rounding::HALF_UP_CENT);
            prop_assert_eq!(settlement.paid, Amount::from_cents(lump_sum));
            prop_assert_eq!(settlement.settled, Unrounded::ZERO);
        }
    }
}
