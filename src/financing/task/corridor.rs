//! How much a cost may deviate from a lump sum, and who bears what lies beyond.

use crate::error::Error;
use crate::exact::{Percent, Unrounded};
use crate::financing::prove;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// The shares in which a municipality bears what care costs beyond a lump sum, or takes back what it costs less.
///
/// Up to the first breakpoint of a side nothing is settled: the provider bears or keeps it. Each breakpoint holds up to the
/// next one of its side. Dutch: *bandbreedte*, *bandbreedteregeling*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Rounding};
/// use taakgericht::financing::task::{Breakpoint, Corridor, ShadowCost};
/// let at = |from, share| -> Result<Breakpoint, taakgericht::Error> {
///     Ok(Breakpoint { from: Percent::parse(from)?, share: Percent::parse(share)? })
/// };
/// let tiers = vec![at("3", "50")?, at("8", "80")?];
/// let corridor = Corridor::new(tiers.clone(), tiers)?;
/// let shadow = ShadowCost::of_lines(&[Amount::from_euros(11_500_000)?])?;
/// let settled = shadow.settle_against(&corridor, Amount::from_euros(10_000_000)?, Rounding::HALF_UP_CENT)?;
/// assert_eq!(settled.paid.to_string(), "10810000.00"); // 50% of 500,000 and 80% of 700,000
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Corridor {
    over: Vec<Breakpoint>,
    under: Vec<Breakpoint>,
}

/// From which deviation on the municipality bears which share.
///
/// Dutch: *grens* and *aandeel*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Breakpoint {
    /// The deviation, in percent of the lump sum; 0% or more.
    pub from: Percent,
    /// The share that the municipality bears, or takes back, of what lies between here and the next breakpoint.
    pub share: Percent,
}

/// Whether care cost more than the lump sum or less.
///
/// Dutch: *overschrijding* and *onderschrijding*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Side {
    /// It cost more: the municipality pays a share.
    Over,
    /// It cost less, or the same: the municipality takes a share back.
    Under,
}

impl Side {
    /// The name in files and on the command line: `over`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Side::Over => "over",
            Side::Under => "under",
        }
    }
}

impl Corridor {
    /// The breakpoints of both sides, each its own list; an empty list settles nothing on that side.
    ///
    /// # Errors
    /// `OutOfRange` for a breakpoint below 0% or not above the one before it, or a share that is not from 0% to 100%; the
    /// text says which side and breakpoint.
    pub fn new(over: Vec<Breakpoint>, under: Vec<Breakpoint>) -> Result<Corridor, Error> {
        for (side, breakpoints) in [(Side::Over, &over), (Side::Under, &under)] {
            prove_rising(breakpoints).map_err(|error| error.within(format!("side \"{}\"", side.name())))?;
        }
        Ok(Corridor { over, under })
    }

    /// One band on both sides, and one share of all beyond it.
    ///
    /// # Errors
    /// As for [`Corridor::new`].
    pub fn flat(band: Percent, share: Percent) -> Result<Corridor, Error> {
        let beyond = vec![Breakpoint { from: band, share }];
        Corridor::new(beyond.clone(), beyond)
    }

    /// A pure lump sum: whatever care costs, nothing is settled.
    #[must_use]
    pub const fn none() -> Corridor {
        Corridor { over: Vec::new(), under: Vec::new() }
    }

    /// The breakpoints of a side, rising.
    #[must_use]
    pub fn breakpoints(&self, side: Side) -> &[Breakpoint] {
        match side {
            Side::Over => &self.over,
            Side::Under => &self.under,
        }
    }

    /// The tiers that a side has on a lump sum: from, up to (none for the last) and share.
    pub(super) fn tiers(
        &self,
        side: Side,
        lump_sum: Unrounded,
    ) -> impl Iterator<Item = Result<(Unrounded, Option<Unrounded>, Percent), Error>> {
        let breakpoints = self.breakpoints(side);
        let ends = breakpoints.iter().skip(1).map(Some).chain([None]);
        breakpoints.iter().zip(ends).map(move |(breakpoint, end)| {
            let to = end.map(|end| lump_sum.percent(end.from)).transpose()?;
            Ok((lump_sum.percent(breakpoint.from)?, to, breakpoint.share))
        })
    }
}

fn prove_rising(breakpoints: &[Breakpoint]) -> Result<(), Error> {
    let mut before: Option<Percent> = None;
    for (position, Breakpoint { from, share }) in breakpoints.iter().enumerate() {
        let proved = match before {
            None => prove::holds(*from >= Percent::ZERO, format_args!("a breakpoint at {from}"), "0% or more"),
            Some(before) => prove::holds(
                *from > before,
                format_args!("a breakpoint at {from} after {before}"),
                "breakpoints that rise",
            ),
        };
        let proved = proved.and_then(|()| prove::share("a share", *share));
        proved.map_err(|error| error.within(format!("breakpoint {}", position.saturating_add(1))))?;
        before = Some(*from);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Breakpoint, Corridor};
    use crate::exact::Percent;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn breakpoints(list: &[(&str, &str)]) -> Vec<Breakpoint> {
        let percent = |text| Percent::parse(text).unwrap();
        list.iter().map(|(from, share)| Breakpoint { from: percent(from), share: percent(share) }).collect()
    }

    #[test]
    fn breakpoints_rise_and_shares_are_shares() {
        let cases: [(&[(&str, &str)], &str); 5] = [
            (&[("-1", "50")], "breakpoint 1: a breakpoint at -1%, expected 0% or more."),
            (&[("8", "50"), ("3", "80")], "breakpoint 2: a breakpoint at 3% after 8%, expected breakpoints that rise."),
            (
                &[("3", "50"), ("3.0", "80")],
                "breakpoint 2: a breakpoint at 3% after 3%, expected breakpoints that rise.",
            ),
            (&[("3", "101")], "breakpoint 1: a share of 101%, expected a share from 0% to 100%."),
            (&[("3", "50"), ("8", "-0.1")], "breakpoint 2: a share of -0.1%, expected a share from 0% to 100%."),
        ];
        for (list, text) in cases {
            let over = Corridor::new(breakpoints(list), vec![]).unwrap_err().to_string();
            assert_eq!(over, alloc::format!("side \"over\", {text}"));
            let under = Corridor::new(vec![], breakpoints(list)).unwrap_err().to_string();
            assert_eq!(under, alloc::format!("side \"under\", {text}"));
        }
    }
}
