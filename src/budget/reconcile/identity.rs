//! What should hold in a table, and in which of its cells.

use super::expression::Expression;
use super::place::Cell;
use super::table::{RowRole, Table};
use crate::error::{Error, Kind};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Which rows of a table an identity speaks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All rows.
    All,
    /// The rows that are parties.
    Parties,
    /// The rows that are totals.
    Totals,
    /// The rows with these labels.
    Named(Vec<String>),
}

/// What should hold: the figures in some cells of a table are what an expression says.
///
/// Dutch: *controle-identiteit*, *aansluiting*. Empty cells are not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The name that findings and errors know it by.
    pub id: String,
    /// The table whose figures are checked.
    pub table: String,
    /// The columns whose figures are checked.
    pub columns: Vec<String>,
    /// The rows whose figures are checked.
    pub rows: Rows,
    /// What each figure should be.
    pub expression: Expression,
}

impl Identity {
    /// An identity about one column.
    #[must_use]
    pub fn new(id: &str, table: &str, column: &str, rows: Rows, expression: Expression) -> Identity {
        Identity { id: id.into(), table: table.into(), columns: Vec::from([column.into()]), rows, expression }
    }

    /// The cells that are checked, row by row.
    ///
    /// # Errors
    /// `UnknownName` for a table, row or column that is not there; `Missing` when there is no figure to check.
    pub(super) fn cells<'a>(&self, tables: &'a [Table]) -> Result<Vec<Cell<'a>>, Error> {
        let table = table_named(tables, &self.table)?;
        let columns = self.columns.iter().map(|name| table.column_at(name));
        let columns = columns.collect::<Result<Vec<usize>, Error>>()?;
        let rows = self.rows_of(table)?.into_iter();
        let cells = rows.flat_map(|row| columns.iter().map(move |&column| Cell { table, row, column }));
        let cells: Vec<Cell<'a>> = cells.filter(|cell| cell.is_filled()).collect();
        if cells.is_empty() {
            return Err(Error::new(Kind::Missing, "no figure to check", "at least one filled cell"));
        }
        Ok(cells)
    }

    fn rows_of(&self, table: &Table) -> Result<Vec<usize>, Error> {
        let chosen = |wanted: fn(RowRole) -> bool| {
            let rows = table.rows().iter().enumerate();
            Ok(rows.filter(|(_, row)| wanted(row.role)).map(|(position, _)| position).collect())
        };
        match &self.rows {
            Rows::All => chosen(|_| true),
            Rows::Parties => chosen(|role| role == RowRole::Party),
            Rows::Totals => chosen(|role| role != RowRole::Party),
            Rows::Named(labels) => labels.iter().map(|label| table.row_at(label)).collect(),
        }
    }

    /// The place of this identity in an error.
    pub(super) fn locate(&self, error: Error) -> Error {
        error.within(format!("identity \"{}\"", self.id))
    }
}

/// The table with a name.
pub(super) fn table_named<'a>(tables: &'a [Table], name: &str) -> Result<&'a Table, Error> {
    let table = tables.iter().find(|table| table.name() == name);
    table.ok_or_else(|| Error::unknown("table", name, tables.iter().map(Table::name)))
}
