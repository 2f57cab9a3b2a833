//! What an expression comes to, seen from the cell that is checked.

use super::expression::{Expression, Reference};
use super::figure::Figure;
use super::identity::table_named;
use super::table::{Form, Role, Table};
use crate::error::{Error, Kind};
use crate::exact::Mode;
use alloc::format;
use alloc::vec::Vec;

/// One cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    pub(super) table: &'a Table,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl<'a> Cell<'a> {
    pub(super) fn is_filled(self) -> bool {
        self.table.rows()[self.row].figures[self.column].is_some()
    }

    pub(super) fn label(self) -> &'a str {
        &self.table.rows()[self.row].label
    }

    pub(super) fn column_name(self) -> &'a str {
        &self.table.columns()[self.column].name
    }

    pub(super) fn form(self) -> Form {
        self.table.form(self.row, self.column)
    }

    pub(super) fn is_memo(self) -> bool {
        self.table.columns()[self.column].role == Role::Memo
    }

    /// Puts an error at this cell, unless it already stands at another one.
    pub(super) fn locate(self, error: Error) -> Error {
        if !error.place().path.is_empty() {
            return error;
        }
        let row = format!("row \"{}\"", self.label());
        let column = format!("column \"{}\"", self.column_name());
        error.within(column).within(row).within(format!("table \"{}\"", self.table.name()))
    }
}

/// One figure that is supposed to have been rounded another way than its column declares.
pub(super) type Supposed<'a> = Option<(Cell<'a>, Mode)>;

/// The cell that is checked, among the tables that it may refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) tables: &'a [Table],
    pub(super) cell: Cell<'a>,
}

impl<'a> Place<'a> {
    /// What an expression comes to.
    pub(super) fn evaluate(&self, expression: &Expression, supposed: Supposed<'a>) -> Result<Figure, Error> {
        let value = |operand: &Expression| self.evaluate(operand, supposed);
        match expression {
            Expression::Constant(number) => Ok(Figure::exact(*number)),
            Expression::Percent(percent) => Ok(Figure::exact(percent.ratio())),
            Expression::Figure(reference) => self.figure(self.resolve(reference)?, supposed),
            Expression::ColumnSum(reference) => self.column_sum(reference),
            Expression::Sum(terms) => terms.iter().try_fold(Figure::ZERO, |sum, term| sum.plus(value(term)?)),
            Expression::Product(factors) => {
                factors.iter().try_fold(Figure::ONE, |product, factor| product.times(value(factor)?))
            }
            Expression::Difference(first, others) => {
                others.iter().try_fold(value(first)?, |rest, other| rest.less(value(other)?))
            }
            Expression::Quotient(above, below) => value(above)?.over(value(below)?),
            Expression::Rounded(inner, printed) => value(inner)?.rounded(*printed),
        }
    }

    /// The figure in a cell, which must be filled.
    pub(super) fn figure(&self, cell: Cell<'a>, supposed: Supposed<'a>) -> Result<Figure, Error> {
        let mode = supposed.and_then(|(there, mode)| (there == cell).then_some(mode));
        let figure = cell.table.figure(cell.row, cell.column, mode)?;
        figure.ok_or_else(|| cell.locate(Error::new(Kind::Missing, "an empty cell", "a figure")))
    }

    /// The cell that a reference means, seen from here.
    pub(super) fn resolve(&self, reference: &Reference) -> Result<Cell<'a>, Error> {
        let table = self.table(reference)?;
        let row = match &reference.row {
            None if reference.table.is_none() => self.cell.row,
            label => table.row_at(label.as_deref().unwrap_or(self.cell.label()))?,
        };
        let column = self.column(table, reference)?;
        Ok(Cell { table, row, column })
    }

    fn table(&self, reference: &Reference) -> Result<&'a Table, Error> {
        match &reference.table {
            Some(name) => table_named(self.tables, name),
            None => Ok(self.cell.table),
        }
    }

    fn column(&self, table: &Table, reference: &Reference) -> Result<usize, Error> {
        table.column_at(reference.column.as_deref().unwrap_or(self.cell.column_name()))
    }

    fn column_sum(&self, reference: &Reference) -> Result<Figure, Error> {
        let table = self.table(reference)?;
        let column = self.column(table, reference)?;
        let mut figures = table.party_rows().map(|row| table.figure(row, column, None));
        figures.try_fold(Figure::ZERO, |sum, figure| sum.plus(figure?.unwrap_or(Figure::ZERO)))
    }

    /// The cells that the expression refers to one by one, from left to right.
    pub(super) fn cells(&self, expression: &Expression) -> Result<Vec<Cell<'a>>, Error> {
        let references = expression.nodes().into_iter().filter_map(Expression::reference);
        references.map(|reference| self.resolve(reference)).collect()
    }

    /// Whether a term of a sum is a memo column.
    pub(super) fn is_memo(&self, term: &Expression) -> Result<bool, Error> {
        match term.reference() {
            Some(reference) => self.resolve(reference).map(Cell::is_memo),
            None => Ok(false),
        }
    }
}
