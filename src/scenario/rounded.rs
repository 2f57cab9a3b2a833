//! A statement in euros or thousands that still adds up, along its rows and its columns.

use super::outcome::{Column, ColumnRole, Statement};
use crate::error::{Error, same_length};
use crate::exact::{Amount, RoundedTable, Table};
use alloc::format;
use alloc::vec::Vec;

impl Statement {
    /// The same statement in whole units, such as a thousand euros.
    ///
    /// The parts are rounded together as one table, so that their rows add up to the total and their columns to the total
    /// row. A memo, or a total that is not the sum of parts here, is rounded as a table of its own. Every figure is less than
    /// one unit off. The residues are not repeated: they belong to the cents.
    ///
    /// Dutch: *afgeronde verdeelstaat*. Source: `SOURCES.md#exactness`, rule 6.
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative; `Length` when the columns differ in length; `Overflow` out of range.
    pub fn rounded(&self, unit: Amount) -> Result<Statement, Error> {
        let parties = self.parties()?;
        let parts: Vec<&Column> = self.columns.iter().filter(|column| column.role == ColumnRole::Part).collect();
        let table = round(&parts, parties, unit)?;
        let mut rounded_parts = (0..parts.len()).map(|place| amounts_of(&table, parts.len(), place));
        let column = |column: &Column| {
            let (amounts, total) = match column.role {
                ColumnRole::Part => rounded_parts.next().expect("one rounded column for each part"),
                ColumnRole::Total if adds_up(column, &parts) => (table.row_totals().to_vec(), table.grand_total()),
                ColumnRole::Total | ColumnRole::Memo => amounts_of(&round(&[column], parties, unit)?, 1, 0),
            };
            Ok(Column { amounts, total, residues: Vec::new(), ..column.clone() })
        };
        let columns = self.columns.iter().map(column).collect::<Result<Vec<Column>, Error>>()?;
        Ok(Statement { columns, ..self.clone() })
    }

    /// How many parties every column has an amount for.
    fn parties(&self) -> Result<usize, Error> {
        let parties = self.columns.first().map_or(0, |column| column.amounts.len());
        for column in &self.columns {
            same_length("amount", column.amounts.len(), "party", parties)
                .map_err(|error| error.within(format!("column \"{}\"", column.name)))?;
        }
        Ok(parties)
    }
}

/// Whether a total is the sum of the parts, party by party.
fn adds_up(total: &Column, parts: &[&Column]) -> bool {
    let sum = |party: usize| Amount::sum(&parts.iter().map(|part| part.amounts[party]).collect::<Vec<_>>());
    !parts.is_empty() && total.amounts.iter().enumerate().all(|(party, &whole)| sum(party) == Ok(whole))
}

/// Rounds columns together; a row of the table is a party.
fn round(columns: &[&Column], parties: usize, unit: Amount) -> Result<RoundedTable, Error> {
    let row = |party: usize| columns.iter().map(move |column| column.amounts[party]);
    let cells: Vec<Amount> = (0..parties).flat_map(row).collect();
    Table::of_amounts(parties, columns.len(), &cells)?.round(unit)
}

/// One of the columns that were rounded together, with its total.
fn amounts_of(table: &RoundedTable, columns: usize, place: usize) -> (Vec<Amount>, Amount) {
    (table.cells().iter().copied().skip(place).step_by(columns).collect(), table.column_totals()[place])
}
