//! `explain`: how one figure came about, down to its inputs and their sources.

use super::Answer;
use crate::failure::Failure;
use crate::input::Loaded;
use crate::labels::{self, label};
use crate::numbers;
use crate::report::{Block, Column, Document, Node, Records, Report, Section, Table};
use crate::words;
use std::path::Path;
use taakgericht::Language;
use taakgericht::exact::{Amount, Ratio, Unrounded};
use taakgericht::scenario::{Outcome, Statement};
use taakgericht::trace::{Rule, Step, Trace, Value};

/// How a figure came about.
struct Explanation {
    figure: String,
    trace: Trace,
    /// Whether people are told all that a long sum adds up.
    is_whole: bool,
}

/// `explain` with a figure. The trace is replayed first: an explanation that does not give the figure is not shown.
pub(super) fn explain(path: &Path, figure: &str, is_whole: bool) -> Result<Answer, Failure> {
    let loaded = Loaded::read(path)?;
    let trace = loaded.plan().and_then(|plan| {
        let trace = plan.explain(figure)?;
        trace.replay()?;
        Ok(trace)
    });
    match trace {
        Ok(trace) => Ok(Answer::new(Explanation { figure: figure.to_owned(), trace, is_whole }, loaded.texts.paths())),
        Err(errors) => Err(loaded.fail(errors)),
    }
}

/// The explanation as JSON: every step stands after its inputs, which it names by their positions; the last is the figure.
#[derive(serde::Serialize)]
struct ExplanationJson<'a> {
    shape: &'static str,
    figure: &'a str,
    steps: &'a Trace,
}

impl Report for Explanation {
    fn document(&self, language: Language) -> Document {
        let steps = self.trace.steps();
        let mut tree = Tree { steps, told: vec![false; steps.len()], is_whole: self.is_whole, language };
        let node = tree.node(steps.len().saturating_sub(1));
        Document { title: self.figure.clone(), sections: vec![Section::new("", vec![Block::Tree(node)])] }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        let json = ExplanationJson { shape: "taakgericht/explain/1", figure: &self.figure, steps: &self.trace };
        serde_json::to_string_pretty(&json)
    }

    fn records(&self, _: Language) -> Records {
        let record = |(position, step): (usize, &Step)| {
            let inputs: Vec<String> = step.inputs.iter().map(ToString::to_string).collect();
            let residue = step.residue.map(|residue| residue.to_string()).unwrap_or_default();
            let source = step.source.clone().unwrap_or_default();
            let rule = words::rule(step.rule, Language::En);
            vec![
                position.to_string(),
                step.label.clone(),
                step.value.to_string(),
                rule,
                inputs.join(" "),
                residue,
                source,
            ]
        };
        Records {
            header: &["step", "label", "value", "rule", "inputs", "residue", "source"],
            rows: self.trace.steps().iter().enumerate().map(record).collect(),
        }
    }
}

/// A trace on its way to becoming a tree.
struct Tree<'a> {
    steps: &'a [Step],
    /// The steps whose inputs were told already: where these return, the tree points back instead of growing again.
    told: Vec<bool>,
    is_whole: bool,
    language: Language,
}

/// A longer sum is told by its first few terms, and what the others come to.
const LONGEST_SUM: usize = 6;
const TERMS_OF_LONGER: usize = 4;

impl Tree<'_> {
    fn node(&mut self, position: usize) -> Node {
        let Some(step) = self.steps.get(position) else {
            return Node { text: "?".into(), remarks: Vec::new(), inputs: Vec::new() };
        };
        let text = format!("{} = {}", label(&step.label, self.language), numbers::value(step.value, self.language));
        let was_told = self.told.get_mut(position).is_some_and(|told| std::mem::replace(told, true));
        if was_told && !step.inputs.is_empty() {
            let text = format!("{text} ({})", words::AS_ABOVE.to(self.language));
            return Node { text, remarks: Vec::new(), inputs: Vec::new() };
        }
        let told = self.told_of(step);
        let repeated = step.inputs.get(..told).unwrap_or_default().chunk_by(|one, other| one == other);
        let inputs = repeated.filter_map(|same| Some(self.input(*same.first()?, same.len())));
        let mut inputs: Vec<Node> = inputs.collect();
        inputs.extend(self.rest(step.inputs.get(told..).unwrap_or_default()));
        Node { text, remarks: self.remarks(step), inputs }
    }

    /// How many of its inputs are told.
    fn told_of(&self, step: &Step) -> usize {
        let is_long = step.rule == Rule::Sum && step.inputs.len() > LONGEST_SUM && !self.is_whole;
        if is_long { TERMS_OF_LONGER } else { step.inputs.len() }
    }

    /// How many terms of a sum are left, and what they come to.
    fn rest(&self, left: &[usize]) -> Option<Node> {
        let values = left.iter().filter_map(|&position| Some(self.steps.get(position)?.value));
        let sum = sum(&values.collect::<Vec<_>>()).map(|sum| numbers::value(sum, self.language));
        let text = words::more_terms(left.len(), sum.as_deref(), self.language);
        (!left.is_empty()).then(|| Node { text, remarks: Vec::new(), inputs: Vec::new() })
    }

    /// An input, once where it stands there several times on end: `12 × a month = 1`.
    fn input(&mut self, position: usize, times: usize) -> Node {
        let node = self.node(position);
        let text = if times == 1 { node.text } else { format!("{times} × {}", node.text) };
        Node { text, ..node }
    }

    fn remarks(&self, step: &Step) -> Vec<String> {
        let residue =
            step.residue.map(|residue| words::residue(&numbers::unrounded(residue, self.language), self.language));
        // That a figure is given shows from its source.
        let rule = (step.rule != Rule::Given).then(|| words::rule(step.rule, self.language));
        let done: Vec<String> = rule.into_iter().chain(residue).collect();
        let source = step.source.as_ref();
        let source = source
            .map(|source| format!("{}: {}", words::SOURCE.to(self.language), labels::source(source, self.language)));
        std::iter::once(done.join("; ")).filter(|done| !done.is_empty()).chain(source).collect()
    }
}

/// Amounts or numbers added up; `None` where they are not alike.
fn sum(values: &[Value]) -> Option<Value> {
    let amounts = values.iter().map(|value| if let Value::Amount(amount) = value { Some(*amount) } else { None });
    if let Some(amounts) = amounts.collect::<Option<Vec<Amount>>>() {
        return Amount::sum(&amounts).ok().map(Value::Amount);
    }
    let exact = values.iter().map(|value| match value {
        Value::Amount(amount) => Some(Unrounded::from(*amount)),
        Value::Unrounded(exact) => Some(*exact),
        _ => None,
    });
    if let Some(exact) = exact.collect::<Option<Vec<Unrounded>>>() {
        let sum = exact.into_iter().try_fold(Unrounded::ZERO, |sum, one| sum.checked_add(one).ok());
        return sum.map(Value::Unrounded);
    }
    let numbers = values.iter().map(|value| if let Value::Number(number) = value { Some(*number) } else { None });
    let sum = numbers.collect::<Option<Vec<Ratio>>>()?.into_iter();
    sum.into_iter().try_fold(Ratio::ZERO, |sum, one| sum.checked_add(one).ok()).map(Value::Number)
}

/// The figures of a scenario.
struct FigureList {
    title: String,
    figures: Vec<Figure>,
}

#[derive(serde::Serialize)]
struct Figure {
    figure: String,
    amount: Amount,
}

/// `explain` without a figure.
pub(super) fn list(path: &Path) -> Result<Answer, Failure> {
    let loaded = Loaded::read(path)?;
    match loaded.outcome() {
        Ok(outcome) => Ok(Answer::new(FigureList::new(&outcome), loaded.texts.paths())),
        Err(errors) => Err(loaded.fail(errors)),
    }
}

impl FigureList {
    fn new(outcome: &Outcome) -> FigureList {
        let figures = outcome.statements.iter().flat_map(|statement| figures(statement, outcome)).collect();
        FigureList { title: outcome.title.clone(), figures }
    }
}

fn figures(statement: &Statement, outcome: &Outcome) -> Vec<Figure> {
    let mut figures = Vec::new();
    for column in &statement.columns {
        let names = statement.parties.iter().filter_map(|&position| outcome.parties.get(position));
        let parties = names.map(|party| party.name.as_str()).zip(&column.amounts);
        let all = parties.chain(std::iter::once(("total", &column.total)));
        let figure = |(party, &amount): (&str, &Amount)| {
            let figure = format!("{}/{}/{party}", statement.id, column.name);
            Figure { figure, amount }
        };
        figures.extend(all.map(figure));
    }
    figures
}

#[derive(serde::Serialize)]
struct FigureListJson<'a> {
    shape: &'static str,
    figures: &'a [Figure],
}

impl Report for FigureList {
    fn document(&self, language: Language) -> Document {
        let columns = vec![Column::name(words::FIGURE.to(language)), Column::number(words::AMOUNT.to(language))];
        let row = |figure: &Figure| vec![figure.figure.clone(), numbers::amount(figure.amount, language)];
        let table = Table::new(columns, self.figures.iter().map(row).collect());
        let section = Section::new(words::FIGURES.to(language), vec![Block::Table(table)]);
        Document { title: self.title.clone(), sections: vec![section] }
    }

    fn json(&self, _: Language) -> serde_json::Result<String> {
        serde_json::to_string_pretty(&FigureListJson { shape: "taakgericht/figures/1", figures: &self.figures })
    }

    fn records(&self, _: Language) -> Records {
        let row = |figure: &Figure| vec![figure.figure.clone(), figure.amount.to_string()];
        Records { header: &["figure", "amount"], rows: self.figures.iter().map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::sum;
    use taakgericht::exact::{Amount, Percent, Ratio, Unrounded};
    use taakgericht::trace::Value;

    #[test]
    fn money_adds_up_whether_rounded_or_not() {
        let third = Value::Unrounded(Unrounded::from(Amount::CENT).times(Ratio::new(1, 3).unwrap()).unwrap());
        let (cent, one) = (Value::Amount(Amount::CENT), Value::Number(Ratio::ONE));
        let cases: [(&[Value], Option<&str>); 5] = [
            (&[cent, cent], Some("0.02")),
            (&[third, third, third], Some("0.01")),
            (&[cent, third, third, third], Some("0.02")),
            (&[one, one], Some("2")),
            (&[one, cent], None),
        ];
        for (values, expected) in cases {
            assert_eq!(sum(values).map(|sum| sum.to_string()).as_deref(), expected, "{values:?}");
        }
        assert_eq!(sum(&[Value::Percent(Percent::WHOLE), cent]), None);
    }
}
