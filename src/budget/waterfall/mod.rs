//! A budget runs through ordered lines until nothing is left.
//!
//! Each line takes a share of a named base, a fixed amount, a share of what is left, or all that is left. Everything is
//! exact until the very end, where the parts are placed in cents once, together, so that they add up to the budget.
//! Source: `SOURCES.md#rta-groningen`; the RTA schedules are waterfalls of plain shares.

mod apply;
mod columns;
mod line;
#[cfg(test)]
mod properties;
mod prove;
#[cfg(test)]
mod tests;

pub use apply::{LineOutcome, WaterfallOutcome};
pub use columns::PreparedWaterfall;
pub use line::{Base, Bound, Line, Role, Rule};

use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, TieRule, Unrounded, Weights, decimal};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use prove::Step;

/// The ordered lines that a budget runs through.
///
/// What is promised, for every budget that it divides: the parts sum to the budget (`parts_sum_to_whole`); every part lies
/// less than one unit from its exact amount (`within_one_unit`); memo lines never change a part; the opposite budget gives
/// the opposite lines (`negative_mirrors_positive`).
///
/// A budget below zero is a correction, and runs through shares like any other. A fixed amount, a floor or a ceiling was
/// agreed for the budget itself and not for its corrections, so a waterfall that has one refuses a negative budget.
///
/// ```
/// use taakgericht::budget::waterfall::{Line, Waterfall};
/// use taakgericht::exact::{Amount, Percent};
/// let waterfall = Waterfall::new(vec![
///     Line::fixed("AMHK", Amount::from_euros(100)?),
///     Line::percent_of_rest("innovatie", Percent::parse("10")?),
///     Line::residual("directe zorg"),
/// ])?;
/// let outcome = waterfall.apply(Amount::from_euros(1_000)?)?;
/// let amounts: Vec<String> = outcome.lines.iter().map(|line| line.amount.to_string()).collect();
/// assert_eq!(amounts, ["100.00", "90.00", "810.00"]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    lines: Vec<Line>,
    steps: Vec<Step>,
    unit: Amount,
    tie: TieRule,
    /// The share of the whole that every line takes, when each is proportional to the whole.
    shares: Option<Vec<Ratio>>,
    /// The same shares of the parts, when none is below zero: the fast way over columns.
    weights: Option<Weights>,
}

impl Waterfall {
    /// Proves the lines; they are placed in whole cents, and a tie goes to the earlier line.
    ///
    /// A share lies between 0% and 100%. A line refers to an earlier line, and a part never to a memo line. There is at most
    /// one residual, it is a part, and no part stands behind it. Parts that are all proportional to the whole use it up.
    ///
    /// # Errors
    /// `Duplicate` for two lines with one name; `UnknownName` for a base that is no earlier line; `Memo` for a part of a
    /// memo line; `OutOfRange` for a share; `Bounds` for a floor above its ceiling; `Waterfall` for the rest;
    /// `Overflow` when a share of the whole has too many digits.
    pub fn new(lines: Vec<Line>) -> Result<Waterfall, Error> {
        let steps = prove::steps(&lines)?;
        let mut waterfall =
            Waterfall { lines, steps, unit: Amount::CENT, tie: TieRule::First, shares: None, weights: None };
        waterfall.shares = waterfall.proportional_shares()?;
        waterfall.weights = waterfall.part_weights();
        Ok(waterfall)
    }

    /// The same waterfall, placed in multiples of `unit`, such as whole euros.
    ///
    /// # Errors
    /// `Unit` when the unit is not above zero, or when a fixed amount, a floor or a ceiling is no multiple of it.
    pub fn unit(mut self, unit: Amount) -> Result<Waterfall, Error> {
        prove::unit(&self.lines, unit)?;
        self.unit = unit;
        Ok(self)
    }

    /// The same waterfall with another tie rule.
    #[must_use]
    pub fn tie(mut self, tie: TieRule) -> Waterfall {
        self.tie = tie;
        self
    }

    /// The lines, in order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The exact share of the whole that each line takes, when every line is proportional to the whole.
    ///
    /// The shares of the parts add up to exactly one.
    #[must_use]
    pub fn shares(&self) -> Option<&[Ratio]> {
        self.shares.as_deref()
    }

    /// A proportional line takes of one what it takes of everything.
    fn proportional_shares(&self) -> Result<Option<Vec<Ratio>>, Error> {
        if !self.lines.iter().all(Line::is_proportional) {
            return Ok(None);
        }
        let one = Unrounded::from_cents(Ratio::ONE);
        let (bounded, left) = self.exact(one)?;
        if left != Unrounded::ZERO {
            return Err(not_a_whole(left.cents()?));
        }
        bounded.iter().map(|line| line.exact.cents()).collect::<Result<_, Error>>().map(Some)
    }

    /// The shares of the parts as weights, when that is what they are.
    fn part_weights(&self) -> Option<Weights> {
        let shares = self.shares.as_ref()?.iter().zip(&self.lines);
        let parts: Vec<Ratio> = shares.filter(|(_, line)| line.is_part()).map(|(share, _)| *share).collect();
        // A residual below zero, or shares that only fit as separate fractions: then the exact way is the only way.
        Weights::from_ratios(&parts).ok()
    }
}

fn not_a_whole(left: Ratio) -> Error {
    let found = Ratio::ONE.checked_sub(left).map_or_else(|_| String::new(), super::number::percentage);
    Error::new(Kind::Waterfall, format!("the parts add up to {found} of the whole"), "100%")
        .advise("Change a percentage, or add a residual line.")
}

/// An exact amount in an error text: euros and cents as a reader writes them, and in full where there is more.
fn euros(amount: Unrounded) -> String {
    let hundredth = Ratio::new(1, 100).and_then(|cent| amount.cents()?.checked_mul(cent));
    match hundredth.and_then(decimal::from_ratio) {
        Ok(euros) if euros.scale() <= 2 => {
            let mut euros = euros;
            euros.rescale(2);
            euros.to_string()
        }
        _ => amount.to_string(),
    }
}
