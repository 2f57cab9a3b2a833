//! A statement in euros or thousands that still adds up, along its rows and its columns.

use super::outcome::{Column, ColumnRole, Statement};
use crate::error::Error;
use crate::exact::{Amount, RoundedTable, Table};
use alloc::string::String;
use alloc::vec::Vec;

impl Statement {
    /// The same statement in whole units, such as a thousand euros.
    ///
    /// The parts are rounded together as one table, so that their rows add up to the total and their columns to the total
    /// row. A memo, or a total that is not the sum of parts here, is rounded as a table of its own. Every figure is less than
    /// one unit off.
    ///
    /// Dutch: *afgeronde verdeelstaat*. Source: `SOURCES.md#exactness`, rule 6.
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative; `Overflow` out of range.
    pub fn rounded(&self, unit: Amount) -> Result<Statement, Error> {
        let parts: Vec<&Column> = self.columns.iter().filter(|column| column.role == ColumnRole::Part).collect();
        let table = round(&parts, unit)?;
        let mut places = 0..parts.len();
        let column = |column: &Column| match column.role {
            ColumnRole::Part => Ok(part(column, &table, parts.len(), places.next().unwrap_or(0))),
            ColumnRole::Total if adds_up(column, &parts) => Ok(total(column, &table)),
            ColumnRole::Total | ColumnRole::Memo => Ok(part(column, &round(&[column], unit)?, 1, 0)),
        };
        let columns = self.columns.iter().map(column).collect::<Result<Vec<Column>, Error>>()?;
        Ok(Statement { columns, ..self.clone() })
    }
}

/// Whether a total is the sum of the parts, party by party.
fn adds_up(total: &Column, parts: &[&Column]) -> bool {
    let row = |party: usize| parts.iter().filter_map(move |part| part.amounts.get(party).copied()).collect::<Vec<_>>();
    let mut parties = total.amounts.iter().enumerate();
    !parts.is_empty() && parties.all(|(party, &whole)| Amount::sum(&row(party)) == Ok(whole))
}

/// Rounds columns together; a row of the table is a party.
fn round(columns: &[&Column], unit: Amount) -> Result<RoundedTable, Error> {
    let parties = columns.first().map_or(0, |column| column.amounts.len());
    let cells =
        (0..parties).flat_map(|party| columns.iter().filter_map(move |column| column.amounts.get(party).copied()));
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let rows: Vec<String> = (0..parties).map(|party| alloc::format!("party {party}")).collect();
    Table::of_amounts(parties, columns.len(), &cells.collect::<Vec<_>>())?.with_names(rows, names)?.round(unit)
}

fn part(column: &Column, table: &RoundedTable, columns: usize, place: usize) -> Column {
    let amounts = table.cells().iter().copied().skip(place).step_by(columns.max(1)).collect();
    let total = table.column_totals().get(place).copied().unwrap_or_default();
    Column { amounts, total, residues: Vec::new(), ..column.clone() }
}

fn total(column: &Column, table: &RoundedTable) -> Column {
    Column { amounts: table.row_totals().to_vec(), total: table.grand_total(), residues: Vec::new(), ..column.clone() }
}
