//! Traces: how a figure came about, as data that can be computed again.
//!
//! A trace is a list of steps in which every step stands after its inputs; the last one is the figure that is explained.
//! Its leaves are given figures with their source. [`Trace::replay`] computes every step from its inputs again and
//! compares (`explanation_replays`), so an explanation cannot drift from what was really done.

mod rule;
mod value;

pub use rule::Rule;
pub use value::Value;

use crate::error::{Error, Kind};
use crate::exact::Unrounded;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

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
        let (value, residue) = rule.outcome(&self.values(inputs)?)?;
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
                let (value, residue) = step.rule.outcome(&self.values(&step.inputs)?)?;
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
}

fn malformed(found: &str, expected: &str) -> Error {
    Error::new(Kind::WrongType, found, expected).within("trace")
}

#[cfg(test)]
mod tests {
    use super::{Rule, Trace, Value};
    use crate::exact::{Amount, Percent, Ratio, Residual, Split, TieRule};
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

    /// Blend 60% over two members, placed in cents: what a pool explains.
    #[test]
    fn a_pooled_share_replays() {
        let mut trace = Trace::default();
        let costs = [170, 215].map(|cents| trace.given("cost", Value::Amount(Amount::from_cents(cents)), ""));
        let weights = [1, 2].map(|count| trace.given("weight", Value::Number(Ratio::integer(count)), ""));
        let all_weights = trace.compute("all weights", Rule::Sum, &weights).unwrap();
        assert_eq!(trace.figure().unwrap().value, Value::Number(Ratio::integer(3)));
        let all_costs = trace.compute("all cost", Rule::Sum, &costs).unwrap();
        let pooled = trace.given("pooled", percent("60"), "");
        let pot = trace.compute("pot", Rule::Times, &[all_costs, pooled]).unwrap();
        let own = trace.given("own", percent("40"), "");
        let exact: alloc::vec::Vec<usize> = (costs.into_iter().zip(weights))
            .map(|(cost, weight)| {
                let kept = trace.compute("kept", Rule::Times, &[cost, own]).unwrap();
                let share = trace.compute("share", Rule::Proportion, &[pot, weight, all_weights]).unwrap();
                trace.compute("exact", Rule::Sum, &[kept, share]).unwrap()
            })
            .collect();
        let rule = Rule::Place { position: 1, residual: Residual::LargestRemainder, tie: TieRule::First };
        let mut inputs = alloc::vec![all_costs];
        inputs.extend(exact);
        trace.compute("borne", rule, &inputs).unwrap();
        assert_eq!(trace.figure().unwrap().value.to_string(), "2.40");
        inputs[0] = costs[0];
        let text = trace.compute("borne", rule, &inputs).unwrap_err().to_string();
        assert_eq!(text, "trace: parts that do not add up to the whole, expected parts of the whole.");
        assert!(trace.replay().is_ok());
    }

    #[test]
    fn layers_and_bounds_of_amounts() {
        let mut trace = Trace::default();
        let [low, high, credit] =
            [50, 310, -20].map(|euros| trace.given("cost", Value::Amount(Amount::from_euros(euros).unwrap()), ""));
        let layer = |from: i64, to: Option<i64>| {
            let euros = |euros| Amount::from_euros(euros).unwrap();
            Rule::Layer { from: euros(from), to: to.map(euros) }
        };
        let mut value = |rule, inputs: &[usize]| {
            let position = trace.compute("layer", rule, inputs).unwrap();
            trace.steps()[position].value.to_string()
        };
        assert_eq!(value(layer(100, Some(300)), &[low, high, credit]), "200.00");
        assert_eq!(value(layer(0, None), &[low, high, credit]), "360.00"); // a credit is no layer
        assert_eq!(value(Rule::Clamp, &[high, credit, low]), "50.00");
        assert_eq!(value(Rule::Clamp, &[credit, low, high]), "50.00");
        assert_eq!(value(Rule::Clamp, &[low, credit, high]), "50.00");
    }
}
