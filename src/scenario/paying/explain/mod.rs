//! Every figure of a contract down to its inputs: lines, tariffs, lump sums, keys.

mod lines;
mod settled;
mod task;

use super::contract_year::ContractYear;
use super::section::{ContractStatement, Figure};
use crate::error::Error;
use crate::scenario::outcome::Party;
use crate::trace::{Rule, Trace};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// An explanation while it is written. What stands in it already is not told again: otherwise what all parties share, such as the
/// lines of a shadow cost, would stand in that of a total once for each of them.
pub(super) struct Telling<'t, 'r, 'a> {
    statement: &'t ContractStatement<'r, 'a>,
    year: &'r ContractYear<'a>,
    trace: &'t mut Trace,
    /// Where each thing stands that was told.
    told: BTreeMap<Told, usize>,
}

/// What several figures are made from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// A line of the year.
    Line(usize),
    /// What was invoiced of a product of the year for a party.
    Product(usize, usize),
    /// The lump sum of the year.
    LumpSum,
    /// The part of a party in it.
    Part(usize),
    /// What the task pays.
    PaidByTask,
    /// The weight of a party in the key of the task.
    Weight(usize),
}

impl<'t, 'r, 'a> Telling<'t, 'r, 'a> {
    pub(super) fn new(statement: &'t ContractStatement<'r, 'a>, trace: &'t mut Trace) -> Telling<'t, 'r, 'a> {
        Telling { statement, year: statement.year, trace, told: BTreeMap::new() }
    }
}

impl<'r, 'a> Telling<'_, 'r, 'a> {
    /// Explains a figure of a party; returns its position in the trace.
    pub(super) fn figure(&mut self, figure: Figure, party: usize) -> Result<usize, Error> {
        match figure {
            Figure::Product(position) => self.product(position, party),
            Figure::Task => self.task(party),
            Figure::Ceiling => self.ceilings(party),
            Figure::Corridor => self.corridor(party),
            Figure::Penalty => self.penalties(party),
            Figure::Month(position) => self.month(position, party),
            Figure::Settlement => self.settlement(party),
            Figure::Paid => self.paid(party),
        }
    }

    fn paid(&mut self, party: usize) -> Result<usize, Error> {
        let parts: Vec<Figure> = self.statement.parts().collect();
        let parts = parts.into_iter().map(|figure| self.figure(figure, party)).collect::<Result<Vec<_>, Error>>()?;
        let label = self.label("paid", party);
        self.sum(&label, &parts)
    }

    fn settlement(&mut self, party: usize) -> Result<usize, Error> {
        let mut parts = Vec::new();
        if self.year.products.iter().any(|product| product.ceiling.is_some()) {
            parts.push(self.ceilings(party)?);
        }
        if let Some(task) = &self.year.task {
            if task.settled.is_some() {
                parts.push(self.corridor(party)?);
            }
            if !task.penalties.is_empty() {
                parts.push(self.penalties(party)?);
            }
        }
        let label = self.label("settlement", party);
        self.sum(&label, &parts)
    }

    /// Tells something, or points to where it was told.
    fn once(&mut self, what: Told, tell: impl FnOnce(&mut Self) -> Result<usize, Error>) -> Result<usize, Error> {
        if let Some(&told) = self.told.get(&what) {
            return Ok(told);
        }
        let told = tell(self)?;
        self.told.insert(what, told);
        Ok(told)
    }

    /// The sum of some steps; a single one needs no step of its own.
    fn sum(&mut self, label: &str, steps: &[usize]) -> Result<usize, Error> {
        match steps {
            [one] => Ok(*one),
            several => self.trace.compute(label, Rule::Sum, several),
        }
    }

    fn party(&self, party: usize) -> &'r Party {
        &self.statement.payments.parties[party]
    }

    /// `paid, Bedum`.
    fn label(&self, what: &str, party: usize) -> String {
        format!("{what}, {}", self.party(party))
    }

    fn everybody(&self) -> core::ops::Range<usize> {
        0..self.statement.payments.parties.len()
    }

    /// Where the terms of the contract stand.
    fn terms(&self) -> String {
        format!("scenario, contract \"{}\"", self.contract().section.id)
    }

    fn contract(&self) -> &'r super::agreed::AgreedContract<'a> {
        &self.statement.payments.agreed.contracts[self.year.contract]
    }
}
