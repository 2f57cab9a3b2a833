//! The budget section, resolved: the parties with their streams and totals.

use super::model::{BudgetSection, Scenario};
use super::outcome::{Column, ColumnRole, Statement};
use super::party_table::PartyTable;
use super::section::BudgetStatement;
use crate::budget::stream::{Stream, Streams, TotalBasis};
use crate::error::{Error, Errors};
use crate::exact::Amount;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The column of the total that is divided.
pub(super) const TOTAL: &str = "total";
/// The column of what a stated total is above its streams.
const DIFFERENCE: &str = "difference";

/// The parties with what they receive. A party is known by its position in the table; every column has an amount for each.
pub(super) struct Budget<'a> {
    pub(super) streams: Streams,
    pub(super) totals: Vec<Amount>,
    /// What each stated total is above the sum of the streams; `None` where that sum is the total.
    differences: Option<Vec<Amount>>,
    section: &'a BudgetSection,
    table: PartyTable<'a>,
}

impl<'a> Budget<'a> {
    /// Finds the table and its columns.
    pub(super) fn new(scenario: &'a Scenario, section: &'a BudgetSection) -> Result<Budget<'a>, Errors> {
        Budget::resolve(scenario, section).map_err(|error| error.within("budget").into())
    }

    fn resolve(scenario: &'a Scenario, section: &'a BudgetSection) -> Result<Budget<'a>, Error> {
        let table = PartyTable::new(scenario, scenario.table(&section.table)?)?;
        let stream = |name: &String| Ok(Stream::new(name.clone(), table.amounts(name)?));
        let mut streams = Streams::new(section.streams.iter().map(stream).collect::<Result<_, Error>>()?)?;
        if let Some(stated) = &section.stated {
            streams = streams.with_stated_totals(table.amounts(stated)?)?;
        }
        let totals = streams.totals(section.total)?;
        let differences = match section.total {
            TotalBasis::SumOfStreams => None,
            TotalBasis::Stated => Some(streams.gaps()?),
        };
        Ok(Budget { streams, totals, differences, section, table })
    }

    pub(super) fn table(&self) -> &PartyTable<'a> {
        &self.table
    }

    /// Explains a stream of a party; returns its position in the trace.
    pub(super) fn explain_stream(&self, trace: &mut Trace, name: &str, party: usize) -> Result<usize, Error> {
        let amount = self.streams.column(name)?[party];
        Ok(trace.given(&self.label(name, party), Value::Amount(amount), &self.table.place(name, party)))
    }

    fn explain_streams(&self, trace: &mut Trace, party: usize) -> Result<Vec<usize>, Error> {
        self.section.streams.iter().map(|name| self.explain_stream(trace, name, party)).collect()
    }

    /// Explains the total of a party; returns its position in the trace.
    pub(super) fn explain_total(&self, trace: &mut Trace, party: usize) -> Result<usize, Error> {
        let label = self.label(TOTAL, party);
        match (self.section.total, &self.section.stated) {
            (TotalBasis::Stated, Some(stated)) => {
                let place = self.table.place(stated, party);
                Ok(trace.given(&label, Value::Amount(self.totals[party]), &place))
            }
            // Without a column of stated totals there is no budget on that basis.
            (TotalBasis::SumOfStreams | TotalBasis::Stated, _) => {
                let streams = self.explain_streams(trace, party)?;
                trace.compute(&label, Rule::Sum, &streams)
            }
        }
    }

    fn explain_difference(&self, trace: &mut Trace, party: usize) -> Result<usize, Error> {
        let mut inputs = Vec::from([self.explain_total(trace, party)?]);
        inputs.extend(self.explain_streams(trace, party)?);
        trace.compute(&self.label(DIFFERENCE, party), Rule::Less, &inputs)
    }

    /// `uitvoeringskosten, Bedum`.
    pub(super) fn label(&self, name: &str, party: usize) -> String {
        format!("{name}, {}", self.name(party))
    }

    /// The positions of all parties.
    pub(super) fn parties(&self) -> Vec<usize> {
        (0..self.table.parties.len()).collect()
    }

    /// The name of a party.
    pub(super) fn name(&self, party: usize) -> &str {
        &self.table.parties[party].name
    }

    /// Which total is divided.
    pub(super) fn total_basis(&self) -> TotalBasis {
        self.section.total
    }
}

impl BudgetStatement for Budget<'_> {
    fn id(&self) -> &str {
        "budget"
    }

    fn columns(&self) -> Vec<&str> {
        let streams = self.streams.all().iter().map(|stream| stream.name.as_str());
        streams.chain(self.differences.iter().map(|_| DIFFERENCE)).chain([TOTAL]).collect()
    }

    /// The streams and the total that is divided. Where a stated total is a euro off its streams, the difference is a
    /// column of its own: so the statement adds up, and nobody has to wonder why the streams do not.
    fn statement(&self, _: &Budget<'_>) -> Result<Statement, Error> {
        let streams = self.streams.all().iter().map(|stream| &stream.amounts);
        let amounts = streams.chain(&self.differences).chain([&self.totals]);
        let column = |(name, amounts): (&str, &Vec<Amount>)| {
            let role = if name == TOTAL { ColumnRole::Total } else { ColumnRole::Part };
            Column::given(name, role, amounts)
        };
        let columns = self.columns().into_iter().zip(amounts).map(column);
        Ok(Statement {
            id: self.id().into(),
            year: None,
            parties: self.parties(),
            columns: columns.collect::<Result<_, Error>>()?,
        })
    }

    fn explain(&self, trace: &mut Trace, _: &Budget<'_>, column: &str, party: usize) -> Result<usize, Error> {
        match column {
            TOTAL => self.explain_total(trace, party),
            DIFFERENCE if self.differences.is_some() => self.explain_difference(trace, party),
            stream => self.explain_stream(trace, stream, party),
        }
    }
}
