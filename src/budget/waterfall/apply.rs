//! One budget through a waterfall, with everything that explains the result.

use super::line::{Bound, Bounded, Role};
use super::prove::Step;
use super::{Waterfall, euros};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Mode, Rounding, Unrounded, place};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a waterfall makes of one budget.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct WaterfallOutcome {
    /// The budget that entered.
    pub base: Amount,
    /// Every line, in the declared order. The parts among them sum to the base.
    pub lines: Vec<LineOutcome>,
}

/// What one line takes, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LineOutcome {
    /// What the line is called.
    pub name: String,
    /// Part or memo.
    pub role: Role,
    /// The exact amount, before it was placed in whole units.
    pub exact: Unrounded,
    /// The bound that decided the exact amount, if one did.
    pub bound: Option<Bound>,
    /// The amount.
    pub amount: Amount,
    /// `exact` less `amount`: what placing took off (positive) or added (negative).
    pub residue: Unrounded,
}

impl Waterfall {
    /// Runs one budget through the lines.
    ///
    /// The parts are placed together by largest remainder. Each memo line is rounded by itself, a half away from zero, so it
    /// can differ by a unit from the part that it repeats.
    ///
    /// # Errors
    /// `Waterfall` when the parts do not use up the budget, or when a negative budget meets a fixed amount or a bound;
    /// `Bounds` when the residual lies outside its bounds; `Unit` when the budget is no multiple of the unit; `Tie` under
    /// [`crate::exact::TieRule::Refuse`]; `Overflow` when an exact amount does not fit.
    pub fn apply(&self, base: Amount) -> Result<WaterfallOutcome, Error> {
        let bounded = self.used_up(base)?;
        let amounts = self.placed(&bounded)?;
        let lines = self.lines.iter().zip(bounded).zip(amounts);
        let outcome = lines.map(|((line, bounded), amount)| {
            Ok(LineOutcome {
                name: line.name.clone(),
                role: line.role,
                exact: bounded.exact,
                bound: bounded.bound,
                amount,
                residue: bounded.exact.checked_sub(amount.into())?,
            })
        });
        let lines = outcome.collect::<Result<_, Error>>()?;
        Ok(WaterfallOutcome { base, lines })
    }

    /// What each line takes of this budget, exactly; the parts use it up.
    pub(super) fn used_up(&self, base: Amount) -> Result<Vec<Bounded>, Error> {
        self.refuse_negative(base)?;
        let (bounded, left) = self.exact(base.into())?;
        if left == Unrounded::ZERO { Ok(bounded) } else { Err(not_used_up(base, left)) }
    }

    /// What each line takes, exactly, and what the parts leave.
    pub(super) fn exact(&self, base: Unrounded) -> Result<(Vec<Bounded>, Unrounded), Error> {
        let mut taken: Vec<Bounded> = Vec::with_capacity(self.lines.len());
        let mut left = base;
        for (line, step) in self.lines.iter().zip(&self.steps) {
            let asked = step.asks(base, left, &taken)?;
            let bounded = line.within_bounds(asked)?;
            if line.is_part() {
                left = left.checked_sub(bounded.exact)?;
            }
            taken.push(bounded);
        }
        Ok((taken, left))
    }

    /// The amounts of all lines: the parts placed together, each memo line rounded by itself.
    pub(super) fn placed(&self, bounded: &[Bounded]) -> Result<Vec<Amount>, Error> {
        let lines = || self.lines.iter().zip(bounded);
        let exact_parts = lines().filter(|(line, _)| line.is_part()).map(|(_, bounded)| bounded.exact);
        let placed = place(&exact_parts.collect::<Vec<_>>(), self.unit, self.tie);
        let mut parts = placed.map_err(|error| self.name_parts(error))?.into_iter();
        lines()
            .map(|(line, bounded)| match line.role {
                Role::Part => Ok(parts.next().expect("one placed amount for each part")),
                Role::Memo => self.rounded_memo(bounded.exact),
            })
            .collect()
    }

    /// A memo line in whole units; half away from zero, so that the opposite budget shows the opposite memo.
    pub(super) fn rounded_memo(&self, exact: Unrounded) -> Result<Amount, Error> {
        let rounding = Rounding::new(Mode::HalfUp, self.unit)?;
        Ok(rounding.round(exact)?.amount)
    }

    /// Positions in an error of the placing count the parts; a reader knows these by name.
    pub(super) fn name_parts(&self, error: Error) -> Error {
        let parts: Vec<&str> = self.lines.iter().filter(|line| line.is_part()).map(|line| line.name.as_str()).collect();
        error.with_labels(|position| String::from(parts[position]))
    }

    fn refuse_negative(&self, base: Amount) -> Result<(), Error> {
        let stated = self.lines.iter().find(|line| !line.is_proportional());
        match stated {
            Some(line) if base < Amount::ZERO => {
                let found = format!("a budget of {base} meets the fixed amount or bound of line \"{}\"", line.name);
                Err(Error::new(Kind::Waterfall, found, "a budget of at least 0.00")
                    .advise("Apply the waterfall to the corrected budget and take the difference, or use shares only."))
            }
            _ => Ok(()),
        }
    }
}

impl Step {
    /// What the rule asks for, before the bounds of its line.
    fn asks(self, whole: Unrounded, left: Unrounded, taken: &[Bounded]) -> Result<Unrounded, Error> {
        match self {
            Step::OfWhole(share) => whole.times(share),
            Step::OfLine(position, share) => {
                let base = taken.get(position).expect("the constructor proved that the base stands earlier");
                base.exact.times(share)
            }
            Step::OfRest(share) => left.times(share),
            Step::Fixed(amount) => Ok(amount.into()),
            Step::Residual => Ok(left),
        }
    }
}

fn not_used_up(base: Amount, left: Unrounded) -> Error {
    let taken = Unrounded::from(base).checked_sub(left);
    let taken = taken.map_or_else(|_| String::new(), euros);
    let gap = if left > Unrounded::ZERO {
        format!("{} too little", euros(left))
    } else {
        let over = Unrounded::ZERO.checked_sub(left);
        format!("{} too much", over.map_or_else(|_| String::new(), euros))
    };
    let found = format!("the parts add up to {taken}, {gap}");
    Error::new(Kind::Waterfall, found, format!("the whole budget of {base}"))
        .advise("Change a line, or add a residual line.")
}
