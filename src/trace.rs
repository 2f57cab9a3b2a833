//! Traces: how a figure came about, as data that can be computed again.
//!
//! A trace is a list of steps in which every step stands after its inputs; the last one is the figure that is explained.
//! Its leaves are given figures with their source. [`Trace::replay`] computes every step from its inputs again and
//! compares (`explanation_replays`), so an explanation cannot drift from what was really done.

use crate::error::{Error, Kind, counted};
use crate::exact::{Amount, Percent, Ratio, Rounded, Rounding, Split, Unrounded, Weights};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// What a step gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Value {
    /// Whole cents.
    Amount(Amount),
    /// An amount before rounding.
    Unrounded(Unrounded),
    /// A share of something, as a fraction.
    Share(Ratio),
    /// A share of something, as a percentage.
    Percent(Percent),
}

impl Value {
    /// The value as cents that need not be whole.
    fn exact(self) -> Result<Unrounded, Error> {
        match self {
            Value::Amount(amount) => Ok(amount.into()),
            Value::Unrounded(exact) => Ok(exact),
            Value::Share(_) | Value::Percent(_) => Err(malformed("a share", "an amount")),
        }
    }

    /// The value as a share.
    fn share(self) -> Result<Ratio, Error> {
        match self {
            Value::Share(share) => Ok(share),
            Value::Percent(percent) => Ok(percent.ratio()),
            Value::Amount(_) | Value::Unrounded(_) => Err(malformed("an amount", "a share")),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Amount(amount) => write!(f, "{amount}"),
            Value::Unrounded(exact) => write!(f, "{exact}"),
            Value::Share(share) => write!(f, "{share}"),
            Value::Percent(percent) => write!(f, "{percent}"),
        }
    }
}

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
}

/// One step of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Step {
    /// What the figure is called: `uitvoeringskosten, Bedum`.
    pub label: String,
    /// What the step does.
    pub rule: Rule,
    /// The positions of its inputs in the trace, all before the step itself.
    pub inputs: Vec<usize>,
    /// What comes out.
    pub value: Value,
    /// What a rounding or placing step took off (exact less placed).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub residue: Option<Unrounded>,
    /// Where a given figure, or the rule, comes from.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub source: Option<String>,
}

/// How one figure came about.
///
/// Dutch: *herleiding*.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Rounding};
/// use taakgericht::trace::{Rule, Trace, Value};
/// let mut trace = Trace::default();
/// let total = trace.given("total, Bedum", Value::Amount(Amount::from_euros(2_354_812)?), "BMWE ch. 8");
/// let rate = trace.given("uitvoeringskosten", Value::Percent(Percent::parse("3")?), "BMWE ch. 8");
/// let exact = trace.compute("3% of the total", Rule::Times, &[total, rate])?;
/// trace.compute("uitvoeringskosten, Bedum", Rule::Round(Rounding::HALF_UP_EURO), &[exact])?;
/// assert_eq!(trace.figure()?.value.to_string(), "70644.00");
/// assert_eq!(trace.figure()?.residue.map(|residue| residue.to_string()), Some("0.36".to_string()));
/// trace.replay()?;
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Trace {
    steps: Vec<Step>,
}

impl Trace {
    /// Adds a given figure; returns its position.
    pub fn given(&mut self, label: &str, value: Value, source: &str) -> usize {
        self.push(Step {
            label: label.to_string(),
            rule: Rule::Given,
            inputs: Vec::new(),
            value,
            residue: None,
            source: Some(source.to_string()),
        })
    }

    /// Adds a step that is computed from earlier ones; returns its position.
    ///
    /// # Errors
    /// Whatever the rule can raise; `WrongType` when the inputs do not fit the rule.
    pub fn compute(&mut self, label: &str, rule: Rule, inputs: &[usize]) -> Result<usize, Error> {
        let (value, residue) = self.outcome(rule, inputs)?;
        let inputs = inputs.to_vec();
        Ok(self.push(Step { label: label.to_string(), rule, inputs, value, residue, source: None }))
    }

    /// Says where the rule of the step at `position` comes from.
    ///
    /// # Errors
    /// `WrongType` when there is no such step.
    pub fn cite(&mut self, position: usize, source: &str) -> Result<(), Error> {
        let step = self.steps.get_mut(position);
        let step = step.ok_or_else(|| malformed("a citation for a step that does not exist", "a step of the trace"))?;
        step.source = Some(source.to_string());
        Ok(())
    }

    /// All steps; every step stands after its inputs.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step that is explained: the last one.
    ///
    /// # Errors
    /// `Missing` when the trace is empty.
    pub fn figure(&self) -> Result<&Step, Error> {
        self.steps.last().ok_or_else(|| Error::new(Kind::Missing, "an empty trace", "at least one step"))
    }

    /// Computes every step from its inputs again and compares.
    ///
    /// # Errors
    /// `Inexact` when a step gives another value than the trace says; the trace is then not to be trusted.
    pub fn replay(&self) -> Result<Value, Error> {
        for step in &self.steps {
            if step.rule != Rule::Given {
                let (value, residue) = self.outcome(step.rule, &step.inputs)?;
                if (value, residue) != (step.value, step.residue) {
                    let found = format!("its inputs now give {value}");
                    return Err(Error::new(Kind::Inexact, found, format!("{} as it was explained", step.value))
                        .advise("The explanation is not of these figures: make it again.")
                        .within(format!("explanation of \"{}\"", step.label)));
                }
            }
        }
        Ok(self.figure()?.value)
    }

    fn push(&mut self, step: Step) -> usize {
        let position = self.steps.len();
        self.steps.push(step);
        position
    }

    fn values(&self, inputs: &[usize]) -> Result<Vec<Value>, Error> {
        let value = |&position: &usize| self.steps.get(position).map(|step| step.value);
        let values: Option<Vec<Value>> = inputs.iter().map(value).collect();
        values.ok_or_else(|| malformed("an input that does not exist", "inputs that stand before the step"))
    }

    /// What a rule makes of its inputs, and the residue it leaves.
    fn outcome(&self, rule: Rule, inputs: &[usize]) -> Result<(Value, Option<Unrounded>), Error> {
        let values = self.values(inputs)?;
        let Some((&first, others)) = values.split_first() else {
            return Err(malformed("a rule without inputs", "at least one input"));
        };
        match rule {
            Rule::Given => Err(malformed("a given figure with inputs", "a rule that computes")),
            Rule::Sum => add_up(&values).map(|value| (value, None)),
            Rule::Less => less(first, others).map(|value| (value, None)),
            Rule::Times => times(first, others).map(|value| (value, None)),
            Rule::Ratio => ratio(first, others).map(|value| (value, None)),
            Rule::Round(rounding) => round(first, others, rounding),
            Rule::Part { position, split } => part(first, others, position, split),
        }
    }
}

fn malformed(found: &str, expected: &str) -> Error {
    Error::new(Kind::WrongType, found, expected).within("trace")
}

/// Adds amounts to an amount, or shares to a share; whole cents stay whole cents.
fn add_up(values: &[Value]) -> Result<Value, Error> {
    match values {
        [Value::Share(_) | Value::Percent(_), ..] => {
            let sum = values.iter().try_fold(Ratio::ZERO, |sum, value| sum.checked_add(value.share()?));
            sum.map(Value::Share)
        }
        _ => exact_or_whole(values, values.iter().try_fold(Unrounded::ZERO, |sum, v| sum.checked_add(v.exact()?))?),
    }
}

fn less(first: Value, others: &[Value]) -> Result<Value, Error> {
    match first {
        Value::Share(_) | Value::Percent(_) => {
            let left = others.iter().try_fold(first.share()?, |left, value| left.checked_sub(value.share()?));
            left.map(Value::Share)
        }
        Value::Amount(_) | Value::Unrounded(_) => {
            let left = others.iter().try_fold(first.exact()?, |left, value| left.checked_sub(value.exact()?))?;
            let mut all = others.to_vec();
            all.push(first);
            exact_or_whole(&all, left)
        }
    }
}

/// Whole cents when every input was whole cents.
fn exact_or_whole(inputs: &[Value], exact: Unrounded) -> Result<Value, Error> {
    if inputs.iter().all(|value| matches!(value, Value::Amount(_))) {
        return Amount::from_wide(exact.cents().numerator(), "sum").map(Value::Amount);
    }
    Ok(Value::Unrounded(exact))
}

fn times(first: Value, shares: &[Value]) -> Result<Value, Error> {
    if matches!(first, Value::Share(_) | Value::Percent(_)) {
        let product = shares.iter().try_fold(first.share()?, |product, value| product.checked_mul(value.share()?));
        return product.map(Value::Share);
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
    let quotient = match above {
        Value::Share(_) | Value::Percent(_) => above.share()?.checked_div(below.share()?),
        Value::Amount(_) | Value::Unrounded(_) => above.exact()?.cents().checked_div(below.exact()?.cents()),
    };
    quotient.map(Value::Share)
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
    let weight = |value: &Value| match value {
        Value::Amount(_) | Value::Unrounded(_) => value.exact().map(Unrounded::cents),
        Value::Share(_) | Value::Percent(_) => value.share(),
    };
    let ratios: Result<Vec<Ratio>, Error> = weights.iter().map(weight).collect();
    let weights = Weights::from_ratios(&ratios?)?;
    let placed = split.divide(whole, &weights)?.get(position).copied();
    let placed = placed.ok_or_else(|| malformed("a part beyond the last", "a position of a weight"))?;
    let exact = Unrounded::from(whole).times(weights.share(position))?;
    Ok((Value::Amount(placed), Some(exact.checked_sub(placed.into())?)))
}

#[cfg(test)]
mod tests {
    use super::{Rule, Trace, Value};
    use crate::exact::{Amount, Percent, Ratio, Split};
    use alloc::string::ToString;

    fn percent(text: &str) -> Value {
        Value::Percent(Percent::parse(text).unwrap())
    }

    #[test]
    fn a_part_of_a_schedule_replays() {
        let mut trace = Trace::default();
        let budget = trace.given("budget", Value::Amount(Amount::from_euros(13_878_933).unwrap()), "table");
        let mut inputs = alloc::vec![budget];
        inputs.extend(["5", "2.5", "2.5", "10", "80"].map(|text| trace.given("line", percent(text), "schedule")));
        let rule = Rule::Part { position: 2, split: Split::default() };
        trace.compute("uitvoeringskosten 2016", rule, &inputs).unwrap();
        assert_eq!(trace.figure().unwrap().value.to_string(), "346973.32");
        assert_eq!(trace.figure().unwrap().residue.unwrap().to_string(), "0.005");
        assert_eq!(trace.replay(), Ok(trace.figure().unwrap().value));
    }

    #[test]
    fn a_changed_figure_does_not_replay() {
        let mut trace = Trace::default();
        let one = trace.given("one", Value::Amount(Amount::EURO), "");
        trace.compute("two", Rule::Sum, &[one, one]).unwrap();
        trace.steps[1].value = Value::Amount(Amount::CENT);
        let text = trace.replay().unwrap_err().to_string();
        assert_eq!(
            text,
            "explanation of \"two\": its inputs now give 2.00, expected 0.01 as it was explained.\n  \
             The explanation is not of these figures: make it again."
        );
    }

    #[test]
    fn shares_and_amounts_do_not_mix() {
        let mut trace = Trace::default();
        let amount = trace.given("amount", Value::Amount(Amount::EURO), "");
        let share = trace.given("share", Value::Share(Ratio::ONE), "");
        let text = trace.compute("sum", Rule::Sum, &[amount, share]).unwrap_err().to_string();
        assert_eq!(text, "trace: a share, expected an amount.");
        assert!(trace.compute("sum", Rule::Sum, &[7]).is_err());
        assert!(Trace::default().figure().is_err());
    }

    #[test]
    fn a_compounded_cut_is_what_is_missing_from_a_quotient() {
        let mut trace = Trace::default();
        let [whole, cut, in_base] = ["100", "8.5", "3.5"].map(|text| trace.given("share", percent(text), ""));
        let left = trace.compute("left", Rule::Less, &[whole, cut]).unwrap();
        let left_before = trace.compute("left before", Rule::Less, &[whole, in_base]).unwrap();
        let kept = trace.compute("kept", Rule::Ratio, &[left, left_before]).unwrap();
        trace.compute("cut of the base", Rule::Less, &[whole, kept]).unwrap();
        assert_eq!(trace.figure().unwrap().value.to_string(), "10/193");
    }
}
