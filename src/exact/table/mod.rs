//! Rounds a whole table so that it still adds up, along its rows and along its columns at once.
//!
//! Dutch: *tweezijdig sluitend afronden*. Source: `SOURCES.md#exactness`, rule 6. In the literature this is controlled
//! rounding (Cox, "A constructive procedure for unbiased controlled rounding", JASA 82, 1987), solved as a
//! transportation problem (Causey, Cox and Ernst, "Applications of transportation theory to statistical problems",
//! JASA 80, 1985).
//!
//! | file | subject |
//! |---|---|
//! | `balanced` | the table in whole numbers, its totals beside it |
//! | `transport` | a table with the smallest sum of deviations |
//! | `search` | the cheapest chain that repairs two lines |
//! | `canonical` | the one of those that is given |
//! | `conflict` | why no table fits the prescribed totals |
//! | `rounded` | the amounts and their residues |

mod balanced;
mod canonical;
mod conflict;
mod grid;
mod rounded;
mod search;
mod transport;

pub use rounded::RoundedTable;

use crate::error::{Error, Kind, counted, same_length};
use crate::exact::amount::money;
use crate::exact::{Amount, Mode, Rounding, Unrounded};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use balanced::Balanced;
use conflict::Conflict;

/// A table of exact amounts, such as municipalities by budget lines, in the declared order of both.
///
/// Dutch: *tabel*. It may be empty: a table without rows rounds to column totals of zero.
///
/// ```
/// use taakgericht::exact::{Amount, Table};
/// // Two municipalities, three lines. In euros, each number on its own gives 2 + 1 + 1 beside a total of 3, and 0 + 0 + 2
/// // beside a total of 3.
/// let cents = [150, 50, 50, 33, 33, 234].map(Amount::from_cents);
/// let shown = Table::of_amounts(2, 3, &cents)?.round(Amount::EURO)?;
/// let euros = |amounts: &[Amount]| amounts.iter().map(|amount| amount.cents() / 100).collect::<Vec<_>>();
/// assert_eq!(euros(shown.cells()), [2, 1, 0, 0, 0, 3]);
/// assert_eq!(euros(shown.row_totals()), [3, 3]);
/// assert_eq!(euros(shown.column_totals()), [2, 1, 3]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    rows: usize,
    columns: usize,
    cells: Vec<Unrounded>,
    row_names: Option<Vec<String>>,
    column_names: Option<Vec<String>>,
}

/// Totals that a rounded table has to meet, because they were published or decided before; `None` leaves them free.
///
/// Dutch: *voorgeschreven totalen* (*randtotalen*). When one side is prescribed, so is the grand total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals<'a> {
    /// One total for each row, a multiple of the unit.
    pub rows: Option<&'a [Amount]>,
    /// One total for each column, a multiple of the unit.
    pub columns: Option<&'a [Amount]>,
}

impl Table {
    /// A table of exact amounts, row by row.
    ///
    /// # Errors
    /// `Length` when the number of cells is not rows × columns.
    pub fn new(rows: usize, columns: usize, cells: Vec<Unrounded>) -> Result<Table, Error> {
        if rows.checked_mul(columns) != Some(cells.len()) {
            let expected = format!("a cell for each of {rows} × {columns}");
            return Err(Error::new(Kind::Length, counted(cells.len(), "cell"), expected));
        }
        Ok(Table { rows, columns, cells, row_names: None, column_names: None })
    }

    /// A table of amounts in cents, row by row, to be shown in a larger unit.
    ///
    /// # Errors
    /// `Length` as for [`Table::new`].
    pub fn of_amounts(rows: usize, columns: usize, cells: &[Amount]) -> Result<Table, Error> {
        Table::new(rows, columns, cells.iter().copied().map(Unrounded::from).collect())
    }

    /// Gives the rows and the columns the names by which errors call them; without names they are counted from 0.
    ///
    /// # Errors
    /// `Length` when there is not one name for each row and each column.
    pub fn with_names(mut self, rows: Vec<String>, columns: Vec<String>) -> Result<Table, Error> {
        same_length("row name", rows.len(), "row", self.rows)?;
        same_length("column name", columns.len(), "column", self.columns)?;
        self.row_names = Some(rows);
        self.column_names = Some(columns);
        Ok(self)
    }

    /// Rounds the cells and all totals together to multiples of `unit`; every table can be rounded so.
    ///
    /// Each cell and each total goes to the multiple just below or just above its exact amount; a multiple stays what it
    /// is. Among the tables that add up, it is one with the smallest [deviation](RoundedTable::deviation); among
    /// those, the one in which the earliest cell that can go away from zero does, then the next. That makes it unique:
    /// equal input gives equal output, and the opposite table the opposite output (`negative_mirrors_positive`).
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative; `Overflow` when the cells have no common denominator that fits, or a
    /// rounded amount is out of range.
    pub fn round(&self, unit: Amount) -> Result<RoundedTable, Error> {
        self.round_to(unit, Totals::default())
    }

    /// Rounds the cells to multiples of `unit` so that they meet prescribed totals.
    ///
    /// As [`Table::round`], but a prescribed total is met exactly, however far it lies from its own exact amount. A total
    /// that is not prescribed still lies within one unit, except the grand total, which follows from the prescribed ones.
    ///
    /// # Errors
    /// As [`Table::round`]; `Length` when there is not one total for each line; `Unit` when a total is no multiple of the
    /// unit; `TableConflict` when no table fits, with the rows and columns in conflict and by how much.
    pub fn round_to(&self, unit: Amount, totals: Totals<'_>) -> Result<RoundedTable, Error> {
        let unit = Rounding::new(Mode::Exact, unit)?.unit(); // a unit of at least a cent
        totals.check(self, unit)?;
        let balanced = Balanced::new(self, unit, &totals)?;
        let conflict = Conflict { table: self, totals: &totals, balanced: &balanced, unit };
        conflict.of_single_lines().map_or(Ok(()), Err)?;
        let mut cheapest = transport::cheapest(&balanced).map_err(|cut| conflict.of_cut(&cut))?;
        canonical::prefer_away_from_zero(&mut cheapest, |row, column| self.is_positive(row, column));
        RoundedTable::new(&balanced, &cheapest.up, unit)
    }

    fn is_positive(&self, row: usize, column: usize) -> bool {
        let position = row.checked_mul(self.columns).and_then(|first| first.checked_add(column));
        position.and_then(|position| self.cells.get(position)).is_some_and(|&cell| cell > Unrounded::ZERO)
    }
}

impl Totals<'_> {
    /// Checks what can be checked without the cells.
    fn check(&self, table: &Table, unit: Amount) -> Result<(), Error> {
        if let Some(rows) = self.rows {
            same_length("row total", rows.len(), "row", table.rows)?;
            multiples("row", rows, unit)?;
        }
        if let Some(columns) = self.columns {
            same_length("column total", columns.len(), "column", table.columns)?;
            multiples("column", columns, unit)?;
        }
        match (self.rows, self.columns) {
            (Some(rows), Some(columns)) => same_grand_total(Amount::sum(rows)?, Amount::sum(columns)?),
            _ => Ok(()),
        }
    }
}

fn multiples(line: &str, totals: &[Amount], unit: Amount) -> Result<(), Error> {
    let is_multiple = |total: &Amount| total.cents().checked_rem(unit.cents()) == Some(0);
    match totals.iter().position(|total| !is_multiple(total)) {
        None => Ok(()),
        Some(position) => {
            let found = format!("{line} {position} is prescribed as {}", totals[position]);
            Err(Error::new(Kind::Unit, found, format!("a multiple of {unit}")))
        }
    }
}

fn same_grand_total(rows: Amount, columns: Amount) -> Result<(), Error> {
    if rows == columns {
        return Ok(());
    }
    let found = format!("the row totals add up to {rows} and the column totals to {columns}");
    let (most, least) = if rows > columns { ("rows", "columns") } else { ("columns", "rows") };
    let difference = money(rows.cents().abs_diff(columns.cents()).into());
    Err(Error::new(Kind::TableConflict, found, "the same grand total both ways")
        .advise(format!("The {most} add up to {difference} more than the {least}.")))
}
