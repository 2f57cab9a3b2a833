//! A published table with typed columns.

use super::figure::Figure;
use crate::budget::printed::Interval;
use crate::budget::printed::Printed;
use crate::error::{Error, Errors, Kind, same_length};
use crate::exact::{Mode, Ratio, decimal};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a column of a published table is to the total of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Role {
    /// A part of the total (Dutch: *onderdeel*).
    Part,
    /// Already inside another column, and shown for information: never added (Dutch: *waarvan*, *pm*).
    Memo,
    /// The total of the parts (Dutch: *totaal*).
    Total,
    /// No part of any total: a share, a price, a count beside amounts.
    Other,
}

/// What the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Quantity {
    /// Euros.
    Amount,
    /// A share, printed in percent and held as a fraction: 84.5 is 0.845.
    Share,
    /// A number of clients, youths, functions.
    Count,
}

impl Quantity {
    /// One figure of this kind, in an error: `an amount`.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Quantity::Amount => "an amount",
            Quantity::Share => "a share",
            Quantity::Count => "a count",
        }
    }

    /// Reads a plain figure as the table prints it: `84.5` in a column of shares is the fraction 0.845.
    ///
    /// # Errors
    /// `Unreadable` when the text is no plain decimal number; `Overflow` when it has too many digits.
    pub fn read(self, text: &str) -> Result<Ratio, Error> {
        let number = decimal::to_ratio(decimal::parse(text)?)?;
        match self {
            Quantity::Share => number.checked_div(Ratio::integer(100)),
            Quantity::Amount | Quantity::Count => Ok(number),
        }
    }
}

/// What the figures are, and how they were printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    /// What they are.
    pub quantity: Quantity,
    /// How they were rounded; the unit is in the figure's own unit, 1/1000 for tenths of a percent.
    pub printed: Printed,
}

/// A column of a table (Dutch: *kolom*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name that identities know it by.
    pub name: String,
    /// What it is to the total of its row.
    pub role: Role,
    /// What its figures are and how they were printed.
    pub form: Form,
    /// The columns whose *printed* figures were added up to make this one; empty when it was rounded from its own exact
    /// value. An added figure carries the sum of the intervals of what was added.
    pub sum_of: Vec<String>,
}

/// What a row is to the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum RowRole {
    /// A municipality, a provider, a kind of care.
    Party,
    /// A total that was rounded from its own exact value.
    Total,
    /// A total that was added up from the printed figures above it, so that it carries the sum of their intervals.
    SumOfPrinted,
}

/// A row of a table (Dutch: *rij*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name that identities and other tables know it by.
    pub label: String,
    /// What it is to the table.
    pub role: RowRole,
    /// What its figures are, where a row differs from its columns: a row of euros below rows of percentages.
    pub form: Option<Form>,
    /// One figure per column; `None` for an empty cell.
    pub figures: Vec<Option<Ratio>>,
}

/// A published table, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    name: String,
    source: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Table {
    /// A table whose rows and columns fit together; `source` says where it was published.
    ///
    /// # Errors
    /// All that is wrong with it: `Duplicate` columns or rows; `Length` of a row; `UnknownName` in a column's `sum_of`, or
    /// `OutOfRange` when that column is itself a sum; `Unit` when a figure is no multiple of the unit it was printed in.
    pub fn new(name: &str, source: &str, columns: Vec<Column>, rows: Vec<Row>) -> Result<Table, Errors> {
        let table = Table { name: name.into(), source: source.into(), columns, rows };
        let mut errors = table.errors_of_names();
        errors.extend(table.errors_of_sums());
        errors.extend(table.rows.iter().filter_map(|row| table.error_of_row(row)));
        let place = format!("table \"{name}\"");
        Errors::or_ok(errors.into_iter().map(|error| error.within(&place)).collect(), table)
    }

    /// The name that identities know it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it was published.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its columns, from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its rows, from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn errors_of_names(&self) -> Vec<Error> {
        let mut errors = Error::doubles("columns", self.columns.iter().map(|column| column.name.as_str()));
        errors.extend(Error::doubles("rows", self.rows.iter().map(|row| row.label.as_str())));
        errors
    }

    fn errors_of_sums(&self) -> Vec<Error> {
        let names = self.columns.iter().flat_map(|column| column.sum_of.iter().map(move |name| (column, name)));
        names.filter_map(|(column, name)| self.error_of_sum(column, name)).collect()
    }

    fn error_of_sum(&self, column: &Column, added: &str) -> Option<Error> {
        let place = format!("column \"{}\"", column.name);
        match self.column_at(added) {
            Err(unknown) => Some(unknown.within(place)),
            Ok(position) if !self.columns[position].sum_of.is_empty() => {
                let found = format!("the column \"{added}\" that is added is itself a sum");
                Some(Error::new(Kind::OutOfRange, found, "columns that were rounded themselves").within(place))
            }
            Ok(_) => None,
        }
    }

    fn error_of_row(&self, row: &Row) -> Option<Error> {
        let same = same_length("figure", row.figures.len(), "column", self.columns.len());
        let mut cells = row.figures.iter().zip(&self.columns);
        let error = same.err().or_else(|| cells.find_map(|(figure, column)| error_of_cell(row, column, (*figure)?)));
        error.map(|error| error.within(format!("row \"{}\"", row.label)))
    }

    /// The position of the column with a name.
    pub(super) fn column_at(&self, name: &str) -> Result<usize, Error> {
        let position = self.columns.iter().position(|column| column.name == name);
        let names = || self.columns.iter().map(|column| column.name.as_str());
        position.ok_or_else(|| Error::unknown("column", name, names()))
    }

    /// The position of the row with a label.
    pub(super) fn row_at(&self, label: &str) -> Result<usize, Error> {
        let position = self.rows.iter().position(|row| row.label == label);
        let labels = || self.rows.iter().map(|row| row.label.as_str());
        position.ok_or_else(|| Error::unknown("row", label, labels()))
    }

    /// What the figure in a cell is, and how it was printed.
    pub(super) fn form(&self, row: usize, column: usize) -> Form {
        self.rows[row].form.unwrap_or(self.columns[column].form)
    }

    /// The figure in a cell with what it may stand for; `None` when the cell is empty. With `supposed` the figure is
    /// taken to be rounded that way, instead of the declared way; a figure that was added up has no way of its own.
    pub(super) fn figure(&self, row: usize, column: usize, supposed: Option<Mode>) -> Result<Option<Figure>, Error> {
        let Some(value) = self.rows[row].figures[column] else {
            return Ok(None);
        };
        let slack = self.slack(row, column, value, supposed)?;
        let interval = Interval::point(value).checked_add(slack)?;
        Ok(Some(Figure { value, interval }))
    }

    /// By how much the exact value may lie off the figure in a cell.
    fn slack(&self, row: usize, column: usize, value: Ratio, supposed: Option<Mode>) -> Result<Interval, Error> {
        let added = self.added_cells(row, column);
        if added.is_empty() {
            let printed = self.form(row, column).printed;
            let printed = printed.with_mode(supposed.unwrap_or(printed.mode()));
            return printed.interval(value)?.checked_sub(Interval::point(value));
        }
        let none = Interval::point(Ratio::ZERO);
        added.into_iter().try_fold(none, |sum, (row, column)| match self.rows[row].figures[column] {
            Some(value) => sum.checked_add(self.slack(row, column, value, None)?),
            None => Ok(sum),
        })
    }

    /// The cells whose printed figures were added up to make this one. They end in cells that were rounded: the rows added
    /// are parties, and the columns added are no sums themselves.
    fn added_cells(&self, row: usize, column: usize) -> Vec<(usize, usize)> {
        if self.rows[row].role == RowRole::SumOfPrinted {
            return self.party_rows().map(|party| (party, column)).collect();
        }
        let names = self.columns[column].sum_of.iter();
        let column = |name| self.column_at(name).expect("the constructor found every column that is added");
        names.map(|name| (row, column(name))).collect()
    }

    /// The positions of the rows that are parties.
    pub(super) fn party_rows(&self) -> impl Iterator<Item = usize> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.role == RowRole::Party).map(|(position, _)| position)
    }
}

fn error_of_cell(row: &Row, column: &Column, figure: Ratio) -> Option<Error> {
    let printed = row.form.unwrap_or(column.form).printed;
    let error = printed.interval(figure).err()?;
    Some(error.within(format!("column \"{}\"", column.name)))
}
