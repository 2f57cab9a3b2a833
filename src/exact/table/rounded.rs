//! A rounded table with its totals, and what the rounding took off.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "indices into vectors that exist, and sums of residues within the headroom of the balanced table"
)]

use super::balanced::Balanced;
use super::grid::Grid;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounded, Unrounded};
use alloc::vec::Vec;

/// A table of multiples of a unit that adds up along its rows and along its columns.
///
/// Dutch: *afgeronde tabel*; a residue is an *afrondingsverschil*: the exact amount less the rounded one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundedTable {
    columns: usize,
    cells: Vec<Amount>,
    row_totals: Vec<Amount>,
    column_totals: Vec<Amount>,
    grand_total: Amount,
    /// Exact less rounded, cell by cell, in parts of a cent.
    residues: Vec<i128>,
    parts_per_cent: i128,
}

impl RoundedTable {
    /// Reads the amounts off, once it is known which entries of the balanced table go up.
    pub(super) fn new(balanced: &Balanced, up: &Grid<bool>, unit: Amount) -> Result<RoundedTable, Error> {
        let (rows, columns) = (balanced.rows(), balanced.columns());
        let amount = |row, column, sign: i128, what| {
            let units = sign * (balanced.floors.at(row, column) + i128::from(up.at(row, column)));
            Amount::of_units(units, unit, what)
        };
        let positions = || (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let residue =
            |(row, column)| balanced.rests.at(row, column) - if up.at(row, column) { balanced.parts } else { 0 };
        let cells = positions().map(|(row, column)| amount(row, column, 1, "rounded cell"));
        let table = RoundedTable {
            columns,
            cells: cells.collect::<Result<_, Error>>()?,
            row_totals: (0..rows).map(|row| amount(row, columns, -1, "row total")).collect::<Result<_, Error>>()?,
            column_totals: (0..columns)
                .map(|column| amount(rows, column, -1, "column total"))
                .collect::<Result<_, Error>>()?,
            grand_total: amount(rows, columns, 1, "grand total")?,
            residues: positions().map(residue).collect(),
            parts_per_cent: balanced.parts_per_cent,
        };
        assert!(table.adds_both_ways(), "table_adds_both_ways");
        Ok(table)
    }

    /// The rounded cells, row by row.
    #[must_use]
    pub fn cells(&self) -> &[Amount] {
        &self.cells
    }

    /// What each row adds up to.
    #[must_use]
    pub fn row_totals(&self) -> &[Amount] {
        &self.row_totals
    }

    /// What each column adds up to.
    #[must_use]
    pub fn column_totals(&self) -> &[Amount] {
        &self.column_totals
    }

    /// What all cells add up to.
    #[must_use]
    pub fn grand_total(&self) -> Amount {
        self.grand_total
    }

    /// A cell with its residue; `None` outside the table.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Rounded> {
        let position = (column < self.columns).then(|| row.checked_mul(self.columns)?.checked_add(column))??;
        let amount = *self.cells.get(position)?;
        Some(self.rounded(amount, self.residues[position]))
    }

    /// A row total with its residue; `None` outside the table.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Rounded> {
        let amount = *self.row_totals.get(row)?;
        Some(self.rounded(amount, self.row_residue(row)))
    }

    /// A column total with its residue; `None` outside the table.
    #[must_use]
    pub fn column(&self, column: usize) -> Option<Rounded> {
        let amount = *self.column_totals.get(column)?;
        Some(self.rounded(amount, self.column_residue(column)))
    }

    /// The grand total with its residue.
    #[must_use]
    pub fn whole(&self) -> Rounded {
        self.rounded(self.grand_total, self.residues.iter().sum())
    }

    /// The sum of the absolute residues of cells, row totals, column totals and grand total: what the rounding keeps as
    /// small as it can.
    ///
    /// Dutch: *som van de absolute afwijkingen*.
    #[must_use]
    pub fn deviation(&self) -> Unrounded {
        let cells = self.residues.iter().copied();
        let rows = (0..self.row_totals.len()).map(|row| self.row_residue(row));
        let columns = (0..self.columns).map(|column| self.column_residue(column));
        let whole: i128 = cells.clone().sum();
        self.in_cents(cells.chain(rows).chain(columns).chain([whole]).map(i128::abs).sum())
    }

    fn row_residue(&self, row: usize) -> i128 {
        self.residues[row * self.columns..][..self.columns].iter().sum()
    }

    fn column_residue(&self, column: usize) -> i128 {
        self.residues.iter().skip(column).step_by(self.columns).sum()
    }

    fn rounded(&self, amount: Amount, residue: i128) -> Rounded {
        Rounded { amount, residue: self.in_cents(residue) }
    }

    fn in_cents(&self, parts: i128) -> Unrounded {
        let cents = Ratio::new(parts, self.parts_per_cent);
        Unrounded::from_cents(cents.expect("both parts lie well within 127 bits"))
    }

    /// Whether rows add up to row totals, columns to column totals, and both to the grand total.
    fn adds_both_ways(&self) -> bool {
        let sum =
            |cells: &mut dyn Iterator<Item = &Amount>| -> i128 { cells.map(|cell| i128::from(cell.cents())).sum() };
        let is = |sum: i128, total: Amount| sum == i128::from(total.cents());
        let row = |row: usize| &self.cells[row * self.columns..][..self.columns];
        let column = |column: usize| self.cells.iter().skip(column).step_by(self.columns);
        self.row_totals.iter().enumerate().all(|(at, &total)| is(sum(&mut row(at).iter()), total))
            && self.column_totals.iter().enumerate().all(|(at, &total)| is(sum(&mut column(at)), total))
            && is(sum(&mut self.row_totals.iter()), self.grand_total)
            && is(sum(&mut self.column_totals.iter()), self.grand_total)
    }
}
