//! What the steps of a trace do with their inputs.

use super::malformed;
use super::value::Value;
use crate::error::{Error, counted};
use crate::exact::{Amount, Ratio, Residual, Rounded, Rounding, Split, TieRule, Unplaced, Unrounded, Weights};
use alloc::string::String;
use alloc::vec::Vec;

/// What a step does with its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Rule {
    /// Nothing: the figure was given.
    Given,
    /// Adds all inputs, amounts or shares.
    Sum,
    /// The first input less all others, amounts or shares.
    Less,
    /// The first input, an amount or a share, times every other, which are shares.
    Times,
    /// The first input divided by the second, both amounts or both shares: a share.
    Ratio,
    /// Rounds its one input at a named step.
    Round(Rounding),
    /// The part at `position` when the first input is divided by the others, which are shares or amounts.
    Part {
        /// Which of the parts.
        position: usize,
        /// How the whole is divided.
        split: Split,
    },
    /// The first input, an amount, in the proportion of the second to the third: first · second / third.
    Proportion,
    /// The first input, but at least the second and at most the third; all are amounts.
    Clamp,
    /// What the inputs have above `from` and up to `to`, added up: a layer of costs.
    Layer {
        /// Where the layer begins.
        from: Amount,
        /// Where it ends; `None` where it has no end.
        to: Option<Amount>,
    },
    /// The first input, a whole in cents, is what the others add up to before cents are placed; gives the one at `position`
    /// among these, placed together with all of them.
    Place {
        /// Which of the exact amounts.
        position: usize,
        /// Who gets the cents that are left.
        residual: Residual,
        /// Who goes first when remainders are equal.
        tie: TieRule,
    },
}

impl Rule {
    /// What the rule makes of its inputs, and the residue it leaves.
    pub(super) fn outcome(self, values: &[Value]) -> Result<(Value, Option<Unrounded>), Error> {
        let Some((&first, others)) = values.split_first() else {
            return Err(malformed("a rule without inputs", "at least one input"));
        };
        let exact = match self {
            Rule::Given => Err(malformed("a given figure with inputs", "a rule that computes")),
            Rule::Sum => add_up(values),
            Rule::Less => less(first, others),
            Rule::Times => times(first, others),
            Rule::Ratio => ratio(first, others),
            Rule::Proportion => proportion(first, others),
            Rule::Clamp => clamp(first, others),
            Rule::Layer { from, to } => layer(values, from, to),
            Rule::Round(rounding) => return round(first, others, rounding),
            Rule::Part { position, split } => return part(first, others, position, split),
            Rule::Place { position, residual, tie } => return place(first, others, position, residual, tie),
        };
        exact.map(|value| (value, None))
    }
}

/// Adds amounts to an amount, or shares to a share; whole cents stay whole cents.
fn add_up(values: &[Value]) -> Result<Value, Error> {
    match values {
        [first, ..] if first.is_share() => {
            let sum = values.iter().try_fold(Ratio::ZERO, |sum, value| sum.checked_add(value.share()?));
            sum.map(|sum| Value::share_or_number(values, sum))
        }
        _ => exact_or_whole(values, values.iter().try_fold(Unrounded::ZERO, |sum, v| sum.checked_add(v.exact()?))?),
    }
}

fn less(first: Value, others: &[Value]) -> Result<Value, Error> {
    let mut all = others.to_vec();
    all.push(first);
    if first.is_share() {
        let left = others.iter().try_fold(first.share()?, |left, value| left.checked_sub(value.share()?));
        return left.map(|left| Value::share_or_number(&all, left));
    }
    let left = others.iter().try_fold(first.exact()?, |left, value| left.checked_sub(value.exact()?))?;
    exact_or_whole(&all, left)
}

/// Whole cents when every input was whole cents.
fn exact_or_whole(inputs: &[Value], exact: Unrounded) -> Result<Value, Error> {
    if inputs.iter().all(|value| matches!(value, Value::Amount(_))) {
        return Amount::from_wide(exact.whole_cents(), "sum").map(Value::Amount);
    }
    Ok(Value::Unrounded(exact))
}

fn times(first: Value, shares: &[Value]) -> Result<Value, Error> {
    if first.is_share() {
        let product = shares.iter().try_fold(first.share()?, |product, value| product.checked_mul(value.share()?))?;
        let mut all = shares.to_vec();
        all.push(first);
        return Ok(Value::share_or_number(&all, product));
    }
    let product = shares.iter().try_fold(first.exact()?, |product, value| product.times(value.share()?));
    product.map(Value::Unrounded)
}

fn counted_inputs(others: &[Value]) -> String {
    counted(others.len().saturating_add(1), "input")
}

fn ratio(above: Value, others: &[Value]) -> Result<Value, Error> {
    let [below] = others else {
        return Err(malformed(&counted_inputs(others), "two: what is divided, and what it is divided by"));
    };
    quotient(above, *below).map(Value::Share)
}

/// Two amounts, or two shares, divided.
fn quotient(above: Value, below: Value) -> Result<Ratio, Error> {
    if above.is_share() {
        return above.share()?.checked_div(below.share()?);
    }
    above.exact()?.cents()?.checked_div(below.exact()?.cents()?)
}

fn proportion(whole: Value, others: &[Value]) -> Result<Value, Error> {
    let [above, below] = others else {
        return Err(malformed(&counted_inputs(others), "three: a whole, a weight, and the sum of the weights"));
    };
    whole.exact()?.times(quotient(*above, *below)?).map(Value::Unrounded)
}

fn clamp(first: Value, bounds: &[Value]) -> Result<Value, Error> {
    let [least, most] = bounds else {
        return Err(malformed(&counted_inputs(bounds), "three: an amount, the least and the most"));
    };
    let clamped = first.exact()?.min(most.exact()?).max(least.exact()?);
    exact_or_whole(&[first, *least, *most], clamped)
}

fn layer(costs: &[Value], from: Amount, to: Option<Amount>) -> Result<Value, Error> {
    let from = Unrounded::from(from);
    let inside = |cost: Unrounded| to.map_or(cost, |to| cost.min(to.into())).max(from).checked_sub(from);
    let sum = costs.iter().try_fold(Unrounded::ZERO, |sum, cost| sum.checked_add(inside(cost.exact()?)?))?;
    exact_or_whole(costs, sum)
}

fn place(
    whole: Value,
    exact: &[Value],
    position: usize,
    residual: Residual,
    tie: TieRule,
) -> Result<(Value, Option<Unrounded>), Error> {
    let Value::Amount(whole) = whole else {
        return Err(malformed("a whole that is not in cents", "an amount"));
    };
    let mut column = Unplaced::zeros(exact.len());
    for (row, value) in exact.iter().enumerate() {
        column.add_unrounded(row, value.exact()?)?;
    }
    // Where the parts have too many denominators to be added up, each of them was computed from the whole all the same.
    if column.sum().is_ok_and(|sum| sum != whole.into()) {
        return Err(malformed("parts that do not add up to the whole", "parts of the whole"));
    }
    let placed = column.place_whole(whole, residual, tie)?.get(position).copied();
    let placed = placed.ok_or_else(|| malformed("a part beyond the last", "a position of an input"))?;
    Ok((Value::Amount(placed), Some(column.row(position)?.checked_sub(placed.into())?)))
}

fn round(exact: Value, others: &[Value], rounding: Rounding) -> Result<(Value, Option<Unrounded>), Error> {
    if !others.is_empty() {
        return Err(malformed(&counted_inputs(others), "the one that is rounded"));
    }
    let Rounded { amount, residue } = rounding.round(exact.exact()?)?;
    Ok((Value::Amount(amount), Some(residue)))
}

fn part(whole: Value, weights: &[Value], position: usize, split: Split) -> Result<(Value, Option<Unrounded>), Error> {
    let Value::Amount(whole) = whole else {
        return Err(malformed("a whole that is not in cents", "an amount"));
    };
    let weight =
        |value: &Value| if value.is_share() { value.share() } else { value.exact().and_then(Unrounded::cents) };
    let ratios: Result<Vec<Ratio>, Error> = weights.iter().map(weight).collect();
    let weights = Weights::from_ratios(&ratios?)?;
    let placed = split.divide(whole, &weights)?.get(position).copied();
    let placed = placed.ok_or_else(|| malformed("a part beyond the last", "a position of a weight"))?;
    let exact = Unrounded::from(whole).times(weights.share(position))?;
    Ok((Value::Amount(placed), Some(exact.checked_sub(placed.into())?)))
}
