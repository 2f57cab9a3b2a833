//! A table seen by party: one figure per municipality from each column.

use super::model::{Scenario, SourceTable};
use super::outcome::Party;
use super::pooling::PartiesSection;
use crate::budget::reconcile::{Column, Printed, Quantity};
use crate::error::{Error, Errors, Kind, same_length};
use crate::exact::{Amount, Ratio, decimal};
use crate::party::{Municipality, same_division};
use crate::period::Year;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A table with the parties of its rows, in the order of their ids.
pub(super) struct PartyTable<'a> {
    table: &'a SourceTable,
    source: &'a str,
    pub(super) parties: Vec<Party>,
    /// For each party the position of its row.
    rows: Vec<usize>,
}

/// The parties of the section that names them; a budget has the same ones, or none of its own.
pub(super) fn of_section(scenario: &Scenario) -> Result<Option<PartyTable<'_>>, Errors> {
    let table = scenario.parties.as_ref().map(|section| resolve(scenario, section));
    table.transpose().map_err(|error| error.within("parties").into())
}

fn resolve<'a>(scenario: &'a Scenario, section: &PartiesSection) -> Result<PartyTable<'a>, Error> {
    if let Some(budget) = scenario.budget.as_ref().filter(|budget| budget.table != section.table) {
        let found = format!("the table \"{}\" beside the budget of \"{}\"", section.table, budget.table);
        return Err(Error::new(Kind::Duplicate, found, "the parties of one table")
            .advise("Leave out the section: the parties are those of the budget."));
    }
    PartyTable::new(scenario, scenario.table(&section.table)?)
}

impl<'a> PartyTable<'a> {
    /// Finds the rows with a municipality; each municipality has one, and all are of the scenario's division.
    pub(super) fn new(scenario: &'a Scenario, table: &'a SourceTable) -> Result<PartyTable<'a>, Error> {
        same_length("entry", table.rows.len(), "row of the table", table.table.rows().len())?;
        let mut rows: Vec<(Municipality, usize)> = (table.rows.iter().enumerate())
            .filter_map(|(position, row)| row.municipality.map(|municipality| (municipality, position)))
            .collect();
        rows.sort_unstable();
        let ids: Vec<Municipality> = rows.iter().map(|&(municipality, _)| municipality).collect();
        prove(&ids, scenario.division)?;
        let name = |position: usize| table.table.rows()[position].label.clone();
        let party = |&(municipality, position): &(Municipality, usize)| Party { municipality, name: name(position) };
        let source = scenario.source_title(table.table.source());
        let parties = rows.iter().map(party).collect();
        Ok(PartyTable { table, source, parties, rows: rows.into_iter().map(|(_, position)| position).collect() })
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.table.table.columns().iter().any(|other| other.name == column)
    }

    fn column(&self, name: &str) -> Result<(usize, &Column), Error> {
        let columns = self.table.table.columns();
        let found = columns.iter().enumerate().find(|(_, column)| column.name == name);
        let names = || columns.iter().map(|column| column.name.as_str());
        found.ok_or_else(|| Error::unknown("column", name, names()))
    }

    /// A column of figures with how they were printed, one per party; all of them are such quantities.
    pub(super) fn figures(&self, column: &str, quantity: Quantity) -> Result<Vec<(Ratio, Printed)>, Error> {
        let (position, declared) = self.column(column)?;
        let figure = |&row: &usize| {
            let row = &self.table.table.rows()[row];
            let form = row.form.unwrap_or(declared.form);
            let place = |error: Error| error.within(format!("row \"{}\"", row.label));
            if form.quantity != quantity {
                return Err(place(Error::new(Kind::WrongType, form.quantity.noun(), quantity.noun())));
            }
            let figure = row.figures[position].ok_or_else(|| Error::new(Kind::Missing, "an empty cell", "a figure"));
            Ok((figure.map_err(place)?, form.printed))
        };
        let figures = self.rows.iter().map(figure).collect::<Result<_, Error>>();
        figures.map_err(|error| error.within(format!("column \"{column}\"")))
    }

    /// A column of amounts, one per party; the table has them in euros.
    pub(super) fn amounts(&self, column: &str) -> Result<Vec<Amount>, Error> {
        let figures = self.figures(column, Quantity::Amount)?;
        let amount = |(party, &(euros, _)): (&Party, &(Ratio, Printed))| {
            let cents = decimal::from_ratio(euros).and_then(|euros| decimal::scaled(euros, 2));
            let amount = cents.and_then(|cents| Amount::from_wide(cents, "amount in cents"));
            amount.map_err(|error| error.within(format!("row \"{}\"", party.name)))
        };
        let amounts = self.parties.iter().zip(&figures).map(amount).collect::<Result<_, Error>>();
        amounts.map_err(|error| error.within(format!("column \"{column}\"")))
    }

    /// Where a figure stands: file, line, column and source.
    pub(super) fn place(&self, column: &str, party: usize) -> String {
        let line = self.table.rows[self.rows[party]].line;
        let file = match (&self.table.file, line) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            (Some(file), None) => file.clone(),
            (None, _) => format!("table {}", self.table.table.name()),
        };
        format!("{file}, column {column}; {}", self.source)
    }
}

/// Proves that the parties, in the order of their ids, are what a budget can be divided over.
fn prove(ids: &[Municipality], division: Year) -> Result<(), Error> {
    let found = same_division(ids)?.ok_or_else(|| {
        Error::new(Kind::Missing, "no row with a municipality", "at least one")
            .advise("Name the column with the municipality codes: party = \"code\".")
    })?;
    if found != division {
        let found = format!("municipalities of the division of {found}");
        return Err(Error::new(Kind::Division, found, format!("the division of the scenario, {division}"))
            .advise("Restate the figures to that division, or correct the division of the scenario."));
    }
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => {
            Err(Error::new(Kind::Duplicate, format!("two rows about {}", pair[0]), "one row per municipality"))
        }
        None => Ok(()),
    }
}
