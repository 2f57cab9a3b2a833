//! A schedule section, resolved: each year divides the totals of the parties over its lines.

use super::budget::Budget;
use super::model::{Scenario, ScheduleSection};
use super::outcome::{Column, ColumnRole, Statement};
use crate::budget::rta::{CutReading, RtaLine, RtaYear};
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
    pub(super) id: String,
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
        let source = scenario.sources.iter().find(|source| source.id == section.schedule.source());
        let source = source.map_or(section.schedule.source(), |source| &source.title);
        Ok(ScheduleYear { id: format!("{}/{year}", section.schedule.name()), section, source, year: rta, divider })
    }

    /// Divides the totals of the parties over the lines.
    pub(super) fn statement(&self, budget: &Budget<'_>) -> Result<Statement, Error> {
        let lines = self.year.lines();
        let mut parts = vec![vec![Amount::ZERO; budget.totals.len()]; lines.len()];
        let mut slices: Vec<&mut [Amount]> = parts.iter_mut().map(Vec::as_mut_slice).collect();
        let divided = self.divider.divide_columns(&budget.totals, &mut slices);
        divided.map_err(|error| {
            error.with_labels(|line| line_name(lines, line)).within(format!("schedule {}", self.id))
        })?;
        let column = |(line, amounts): (&RtaLine, Vec<Amount>)| {
            let residues = residues(line, &budget.totals, &amounts)?;
            Ok(Column { residues, ..Column::given(&line.name, ColumnRole::Part, &amounts)? })
        };
        let mut columns: Vec<Column> = lines.iter().zip(parts).map(column).collect::<Result<_, Error>>()?;
        columns.push(Column::given("total", ColumnRole::Total, &budget.totals)?);
        Ok(Statement { id: self.id.clone(), year: Some(self.year.year()), columns })
    }

    /// Explains the part of a line for a party; returns its position in the trace.
    pub(super) fn explain(
        &self,
        trace: &mut Trace,
        budget: &Budget<'_>,
        name: &str,
        party: usize,
    ) -> Result<usize, Error> {
        let total = budget.explain_total(trace, party)?;
        if name == "total" {
            return Ok(total);
        }
        let mut inputs = vec![total];
        inputs.extend(self.explain_shares(trace)?);
        let position = self.year.lines().iter().position(|line| line.name == name).unwrap_or(usize::MAX);
        let rule = Rule::Part { position, split: self.divider.split() };
        let label = budget.label(&format!("{} {name}", self.id), party);
        let part = trace.compute(&label, rule, &inputs)?;
        trace.cite(part, self.source);
        Ok(part)
    }

    /// Explains the share of the base that each line takes; the residual line stands last.
    fn explain_shares(&self, trace: &mut Trace) -> Result<Vec<usize>, Error> {
        let mut shares: Vec<usize> = Vec::new();
        for line in self.year.lines() {
            let share = match line.printed {
                None => trace.given(&self.share_label(line), Value::Share(line.share), self.source),
                Some(printed) if line.share == printed.ratio() => {
                    trace.given(&self.share_label(line), Value::Percent(printed), self.source)
                }
                Some(printed) if self.is_cut(line) => self.explain_cut(trace, line, printed)?,
                // A compounded cut leaves the residual line a share that only prints as its percentage.
                Some(printed) => self.explain_rest(trace, line, printed, &shares)?,
            };
            shares.push(share);
        }
        Ok(shares)
    }

    fn share_label(&self, line: &RtaLine) -> String {
        format!("{}, {}", line.name, self.year.year())
    }

    fn is_cut(&self, line: &RtaLine) -> bool {
        self.section.schedule.cut().is_some_and(|cut| cut.line.name == line.name)
    }

    /// The share of the base that the printed cut takes, under the declared reading.
    fn explain_cut(&self, trace: &mut Trace, line: &RtaLine, printed: Percent) -> Result<usize, Error> {
        let in_base = self.section.schedule.cut().map_or(Percent::ZERO, |cut| cut.in_base);
        let rule = match self.section.reading {
            CutReading::Compounding => Rule::CompoundCut,
            CutReading::CumulativePoints | CutReading::Literal => Rule::Less,
        };
        let label = self.share_label(line);
        let printed = trace.given(&format!("{label}, as printed"), Value::Percent(printed), self.source);
        let in_base = trace.given("cut already off the base", Value::Percent(in_base), self.source);
        trace.compute(&format!("{label}, share of the base ({})", self.section.reading), rule, &[printed, in_base])
    }

    fn explain_rest(
        &self,
        trace: &mut Trace,
        line: &RtaLine,
        printed: Percent,
        others: &[usize],
    ) -> Result<usize, Error> {
        let mut inputs = vec![trace.given("the whole", Value::Percent(Percent::WHOLE), "by definition")];
        inputs.extend(others);
        let label = format!("{}, what is left of the base (printed {printed})", self.share_label(line));
        trace.compute(&label, Rule::Less, &inputs)
    }

    /// The rules that placed cents, in words.
    pub(super) fn rule(&self) -> String {
        let split = self.divider.split();
        format!(
            "{}: cut read as {}; largest remainder over the lines of each municipality, in units of {}, ties go by \"{}\"",
            self.id,
            self.section.reading,
            split.unit_amount(),
            split.tie_rule()
        )
    }
}

fn line_name(lines: &[RtaLine], line: usize) -> String {
    lines.get(line).map_or_else(|| format!("line {line}"), |line| line.name.clone())
}

/// The exact share of each total less the part that was placed.
fn residues(line: &RtaLine, totals: &[Amount], parts: &[Amount]) -> Result<Vec<Unrounded>, Error> {
    let residue =
        |(&total, &part): (&Amount, &Amount)| Unrounded::from(total).times(line.share)?.checked_sub(part.into());
    totals.iter().zip(parts).map(residue).collect()
}
