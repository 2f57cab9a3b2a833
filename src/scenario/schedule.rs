//! A schedule section, resolved: each year divides the totals of the parties over its lines.

use super::budget::{Budget, TOTAL};
use super::model::{Scenario, ScheduleSection};
use super::outcome::{Column, ColumnRole, Statement};
use super::receipt::AppliedRule;
use super::section::BudgetStatement;
use crate::budget::rta::{Cut, CutReading, RtaLine, RtaYear};
use crate::error::{Error, Errors};
use crate::exact::{Amount, Divider, Percent, Split, Unrounded};
use crate::period::Year;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// One year of a schedule, ready to divide.
pub(super) struct ScheduleYear<'a> {
    id: String,
    section: &'a ScheduleSection,
    source: &'a str,
    year: RtaYear,
    divider: Divider,
}

impl<'a> ScheduleYear<'a> {
    /// All years of a schedule; the errors of all years at once.
    pub(super) fn all(scenario: &'a Scenario, section: &'a ScheduleSection) -> Result<Vec<ScheduleYear<'a>>, Errors> {
        let (mut years, mut errors) = (Vec::new(), Vec::new());
        for &year in section.schedule.years() {
            match ScheduleYear::new(scenario, section, year) {
                Ok(year) => years.push(year),
                Err(error) => errors.push(error),
            }
        }
        Errors::or_ok(errors, years)
    }

    fn new(scenario: &'a Scenario, section: &'a ScheduleSection, year: Year) -> Result<ScheduleYear<'a>, Error> {
        let rta = section.schedule.year(year, section.reading)?;
        let divider = Split::default().tie(section.tie).prepare(&rta.weights()?)?;
        let source = scenario.source_title(section.schedule.source());
        Ok(ScheduleYear { id: format!("{}/{year}", section.schedule.name()), section, source, year: rta, divider })
    }

    /// Divides the totals of the parties into one column for each line.
    fn divide(&self, totals: &[Amount]) -> Result<Vec<Vec<Amount>>, Error> {
        let lines = self.year.lines();
        let mut parts = vec![vec![Amount::ZERO; totals.len()]; lines.len()];
        let mut columns: Vec<&mut [Amount]> = parts.iter_mut().map(Vec::as_mut_slice).collect();
        let divided = self.divider.divide_columns(totals, &mut columns);
        let named = |error: Error| error.with_labels(|line| lines[line].name.clone());
        divided.map_err(|error| named(error).within(format!("schedule {}", self.id)))?;
        Ok(parts)
    }

    /// Explains the share of the base that each line takes; the residual line stands last.
    fn explain_shares(&self, trace: &mut Trace) -> Result<Vec<usize>, Error> {
        let mut shares: Vec<usize> = Vec::new();
        for line in self.year.lines() {
            let label = format!("{}, {}", line.name, self.year.year());
            let share = match (line.printed, self.cut(line)) {
                (None, _) => trace.given(&label, Value::Share(line.share), self.source),
                (Some(printed), _) if line.share == printed.ratio() => {
                    trace.given(&label, Value::Percent(printed), self.source)
                }
                (Some(printed), Some(cut)) => self.explain_cut(trace, &label, printed, cut.in_base)?,
                // A compounded cut leaves the residual line a share that only prints as its percentage.
                (Some(printed), None) => explain_rest(trace, &label, printed, &shares)?,
            };
            shares.push(share);
        }
        Ok(shares)
    }

    /// The cut, when this is its line.
    fn cut(&self, line: &RtaLine) -> Option<&Cut> {
        self.section.schedule.cut().filter(|cut| cut.line.name == line.name)
    }

    /// The share of the base that the printed cut takes, under the declared reading.
    fn explain_cut(&self, trace: &mut Trace, label: &str, printed: Percent, in_base: Percent) -> Result<usize, Error> {
        let printed = trace.given(&format!("{label}, as printed"), Value::Percent(printed), self.source);
        let in_base = trace.given("cut already off the base", Value::Percent(in_base), self.source);
        let label = format!("{label}, share of the base ({})", self.section.reading);
        match self.section.reading {
            CutReading::Literal => Ok(printed),
            CutReading::CumulativePoints => trace.compute(&label, Rule::Less, &[printed, in_base]),
            CutReading::Compounding => explain_compounded(trace, &label, printed, in_base),
        }
    }

    /// The rule that placed the cents.
    pub(super) fn rule(&self) -> AppliedRule {
        let (statement, reading) = (self.id.clone(), self.section.reading);
        AppliedRule::Divided { statement, reading, split: self.divider.split() }
    }
}

impl BudgetStatement for ScheduleYear<'_> {
    fn id(&self) -> &str {
        &self.id
    }

    fn columns(&self) -> Vec<&str> {
        self.year.lines().iter().map(|line| line.name.as_str()).chain([TOTAL]).collect()
    }

    fn statement(&self, budget: &Budget<'_>) -> Result<Statement, Error> {
        let column = |(line, amounts): (&RtaLine, Vec<Amount>)| {
            let residues = residues(line, &budget.totals, &amounts)?;
            Ok(Column { residues, ..Column::given(&line.name, ColumnRole::Part, &amounts)? })
        };
        let parts = self.divide(&budget.totals)?;
        let mut columns: Vec<Column> = self.year.lines().iter().zip(parts).map(column).collect::<Result<_, Error>>()?;
        columns.push(Column::given(TOTAL, ColumnRole::Total, &budget.totals)?);
        Ok(Statement { id: self.id.clone(), year: Some(self.year.year()), parties: budget.parties(), columns })
    }

    fn explain(&self, trace: &mut Trace, budget: &Budget<'_>, column: &str, party: usize) -> Result<usize, Error> {
        let total = budget.explain_total(trace, party)?;
        let Some(position) = self.year.lines().iter().position(|line| line.name == column) else {
            return Ok(total); // the one column that is no line
        };
        let mut inputs = vec![total];
        inputs.extend(self.explain_shares(trace)?);
        let rule = Rule::Part { position, split: self.divider.split() };
        let part = trace.compute(&budget.label(&format!("{} {column}", self.id), party), rule, &inputs)?;
        trace.cite(part, self.source)?;
        Ok(part)
    }
}

/// What is left after the printed cut, against what was left after the one in the base, is what the base keeps.
fn explain_compounded(trace: &mut Trace, label: &str, printed: usize, in_base: usize) -> Result<usize, Error> {
    let whole = given_whole(trace);
    let left = trace.compute("left after the printed cut", Rule::Less, &[whole, printed])?;
    let left_before = trace.compute("left after the cut in the base", Rule::Less, &[whole, in_base])?;
    let kept = trace.compute("share of the base that is kept", Rule::Ratio, &[left, left_before])?;
    trace.compute(label, Rule::Less, &[whole, kept])
}

fn given_whole(trace: &mut Trace) -> usize {
    trace.given("the whole", Value::Percent(Percent::WHOLE), "by definition")
}

/// The exact rest that a line takes, of which the printed percentage shows a part of the digits.
fn explain_rest(trace: &mut Trace, label: &str, printed: Percent, others: &[usize]) -> Result<usize, Error> {
    let mut inputs = vec![given_whole(trace)];
    inputs.extend(others);
    trace.compute(&format!("{label}, what is left of the base (printed {printed})"), Rule::Less, &inputs)
}

/// The exact share of each total less the part that was placed.
fn residues(line: &RtaLine, totals: &[Amount], parts: &[Amount]) -> Result<Vec<Unrounded>, Error> {
    let residue =
        |(&total, &part): (&Amount, &Amount)| Unrounded::from(total).times(line.share)?.checked_sub(part.into());
    totals.iter().zip(parts).map(residue).collect()
}
