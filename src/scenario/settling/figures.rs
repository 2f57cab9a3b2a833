//! What a series says of a member in a year, within the segments of a pool and outside them.

use crate::error::{Error, Kind};
use crate::exact::Amount;
use crate::period::Year;
use crate::scenario::model::Scenario;
use crate::scenario::outcome::Party;
use crate::scenario::pooling::{Record, Series};
use crate::trace::{Rule, Trace, Value};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A series of amounts as a pool sees it.
#[derive(Clone)]
pub(in crate::scenario) struct Figures<'a> {
    pub(super) series: &'a Series,
    source: &'a str,
    /// The segments of the pool; `None` for all, and for a series without segments.
    segments: Option<BTreeSet<String>>,
}

impl<'a> Figures<'a> {
    pub(super) fn new(scenario: &'a Scenario, series: &'a Series, segments: Option<&BTreeSet<String>>) -> Figures<'a> {
        let segments = segments.filter(|_| series.has_segments()).cloned();
        Figures { series, source: scenario.source_title(series.source()), segments }
    }

    /// Whether a figure is in the segments of the pool.
    pub(super) fn is_inside(&self, record: &Record) -> bool {
        let Some(segments) = &self.segments else { return true };
        record.segment.as_ref().is_some_and(|segment| segments.contains(segment))
    }

    /// The figures of a member in the segments of the pool.
    pub(super) fn inside(&self, member: &Party, year: Year) -> Vec<&'a Record> {
        let all = self.series.of(member.municipality, year);
        all.iter().filter(|record| self.is_inside(record)).collect()
    }

    /// The figures of a member in other segments.
    pub(super) fn outside(&self, member: &Party, year: Year) -> Vec<&'a Record> {
        let all = self.series.of(member.municipality, year);
        all.iter().filter(|record| !self.is_inside(record)).collect()
    }

    /// Proves that there is a figure of a member in a year, in one of the segments at least: nothing said is not the same as
    /// zero.
    pub(super) fn prove(&self, member: &Party, year: Year) -> Result<(), Error> {
        if !self.inside(member, year).is_empty() {
            return Ok(());
        }
        let found = format!("no figure of {member} in {year}{}", self.in_segments());
        let error = Error::new(Kind::Missing, found, "one for each member and year")
            .advise("Write a figure of 0 where there was nothing.");
        Err(error.within(format!("series \"{}\"", self.series.id())))
    }

    /// In which segments figures are looked for, where there are any: `, segment "zin"`.
    fn in_segments(&self) -> String {
        let Some(segments) = &self.segments else { return String::new() };
        let names: Vec<String> = segments.iter().map(|segment| format!("\"{segment}\"")).collect();
        format!(", segment {}", names.join(" or "))
    }

    /// Figures added up.
    pub(super) fn sum(records: &[&Record]) -> Result<Amount, Error> {
        Amount::sum(&records.iter().map(|record| record.amount()).collect::<Result<Vec<_>, Error>>()?)
    }

    /// Where a figure stands.
    pub(super) fn place(&self, record: &Record) -> String {
        self.series.place(record, self.source)
    }

    /// Explains figures, and their sum where there are several; none is a zero that the series gives by silence.
    pub(super) fn explain(&self, trace: &mut Trace, label: &str, records: &[&Record]) -> Result<usize, Error> {
        let steps = records.iter().map(|record| self.explain_one(trace, label, record));
        match steps.collect::<Result<Vec<usize>, Error>>()?.as_slice() {
            [] => Ok(trace.given(label, Value::Amount(Amount::ZERO), &format!("nothing in {}", self.source))),
            [one] => Ok(*one),
            several => trace.compute(label, Rule::Sum, several),
        }
    }

    fn explain_one(&self, trace: &mut Trace, label: &str, record: &Record) -> Result<usize, Error> {
        let label = match &record.segment {
            Some(segment) => format!("{label}, {segment}"),
            None => label.into(),
        };
        Ok(trace.given(&label, Value::Amount(record.amount()?), &self.place(record)))
    }
}
