//! The table in whole numbers, with its totals beside it, so that every row and every column adds up to zero.
//!
//! To the m × n cells come a last column with the row totals and a last row with the column totals, both with the sign
//! turned, and in the corner the grand total. A rounded table is right when it adds up to zero along every line, and
//! every entry, cell or total, is treated alike: it goes to the unit below, or to the unit above.
#![expect(clippy::arithmetic_side_effects, reason = "each function states why it cannot overflow")]

use super::grid::Grid;
use super::{Table, Totals};
use crate::error::Error;
use crate::exact::ratio::greatest_common_divisor;
use crate::exact::{Amount, Unrounded};

/// The table in units: entry = floor + rest / parts, with 0 ≤ rest < parts.
pub(super) struct Balanced {
    pub(super) floors: Grid<i128>,
    /// A rest of zero means that the entry stays what it is: it is a multiple of the unit, or prescribed.
    pub(super) rests: Grid<i128>,
    /// Into how many equal parts a unit is divided, so that every entry is a whole number of parts.
    pub(super) parts: i128,
    /// How many of those parts are one cent.
    pub(super) parts_per_cent: i128,
}

/// `parts` times the number of entries, times this, fits in 127 bits; the bounds of the files beside this one lean on it.
const HEADROOM: i128 = 64;

impl Balanced {
    /// Scales the cells once and puts the totals beside them; prescribed totals are multiples of the unit.
    pub(super) fn new(table: &Table, unit: Amount, totals: &Totals<'_>) -> Result<Balanced, Error> {
        let (parts_per_cent, parts) = parts(table, unit)?;
        let mut balanced = Balanced {
            floors: Grid::filled(table.rows + 1, table.columns + 1, 0),
            rests: Grid::filled(table.rows + 1, table.columns + 1, 0),
            parts,
            parts_per_cent,
        };
        balanced.place_cells(table, unit)?;
        balanced.place_totals(unit, totals);
        Ok(balanced)
    }

    /// How many rows of cells there are; it is also the position of the row with the column totals.
    pub(super) fn rows(&self) -> usize {
        self.floors.height() - 1
    }

    /// How many columns of cells there are; it is also the position of the column with the row totals.
    pub(super) fn columns(&self) -> usize {
        self.floors.width() - 1
    }

    /// The units below an entry's exact value.
    pub(super) fn floor(&self, row: usize, column: usize) -> i128 {
        self.floors.at(row, column)
    }

    /// The units above an entry's exact value; the floor itself where the entry stays what it is.
    pub(super) fn ceiling(&self, row: usize, column: usize) -> i128 {
        self.floor(row, column) + i128::from(self.is_free(row, column))
    }

    /// Whether an entry goes up or down; otherwise it stays what it is.
    pub(super) fn is_free(&self, row: usize, column: usize) -> bool {
        self.rests.at(row, column) > 0
    }

    fn place_cells(&mut self, table: &Table, unit: Amount) -> Result<(), Error> {
        for (position, &cell) in table.cells.iter().enumerate() {
            let (row, column) = (position / table.columns, position % table.columns);
            let (floor, rest) = self.floor_and_rest(cell, unit);
            // An entry beyond 64 bits of units fits no amount; within them, sums of 2^62 entries fit in 127 bits.
            if floor.unsigned_abs() > u128::from(u64::MAX) {
                return Amount::from_wide(i128::MAX, "rounded cell").map(|_| ());
            }
            self.floors.put(row, column, floor);
            self.rests.put(row, column, rest);
        }
        Ok(())
    }

    /// `parts` divides the denominator times the unit, so no product here is above `parts`.
    fn floor_and_rest(&self, cell: Unrounded, unit: Amount) -> (i128, i128) {
        let (whole, rest, unit) = (cell.whole_cents(), cell.rest(), i128::from(unit.cents()));
        let parts_of_rest = rest.numerator() * (self.parts_per_cent / rest.denominator());
        (whole.div_euclid(unit), whole.rem_euclid(unit) * self.parts_per_cent + parts_of_rest)
    }

    fn place_totals(&mut self, unit: Amount, totals: &Totals<'_>) {
        let in_units = |amount: Amount| i128::from(amount.cents() / unit.cents());
        let (rows, columns) = (self.rows(), self.columns());
        for row in 0..rows {
            let exact = self.turned((0..columns).map(|column| (row, column)));
            let prescribed = totals.rows.map(|totals| (-in_units(totals[row]), 0));
            self.put(row, columns, prescribed.unwrap_or(exact));
        }
        for column in 0..columns {
            let exact = self.turned((0..rows).map(|row| (row, column)));
            let prescribed = totals.columns.map(|totals| (-in_units(totals[column]), 0));
            self.put(rows, column, prescribed.unwrap_or(exact));
        }
        let all_cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let (floor, rest) = self.sum(all_cells);
        let exact = (floor + rest.div_euclid(self.parts), rest.rem_euclid(self.parts));
        // Prescribed row totals and column totals add up to the same; that was checked before.
        let prescribed = totals.rows.or(totals.columns).map(|totals| totals.iter().copied().map(in_units).sum());
        self.put(rows, columns, prescribed.map_or(exact, |grand_total| (grand_total, 0)));
    }

    /// The sum of some entries with its sign turned, as floor and rest.
    fn turned(&self, entries: impl Iterator<Item = (usize, usize)>) -> (i128, i128) {
        let (floor, rest) = self.sum(entries);
        (-floor + (-rest).div_euclid(self.parts), (-rest).rem_euclid(self.parts))
    }

    /// The sums of floors and of rests: at most 2^62 floors of 65 bits, and rests within the headroom.
    fn sum(&self, entries: impl Iterator<Item = (usize, usize)>) -> (i128, i128) {
        entries.fold((0, 0), |(floor, rest), (row, column)| {
            (floor + self.floors.at(row, column), rest + self.rests.at(row, column))
        })
    }

    fn put(&mut self, row: usize, column: usize, (floor, rest): (i128, i128)) {
        self.floors.put(row, column, floor);
        self.rests.put(row, column, rest);
    }
}

/// Into how many parts a cent and a unit are divided, with the headroom that the search needs.
fn parts(table: &Table, unit: Amount) -> Result<(i128, i128), Error> {
    let per_cent =
        table.cells.iter().try_fold(1, |multiple, cell| least_common_multiple(multiple, cell.rest().denominator()));
    let parts = per_cent.and_then(|per_cent| Some((per_cent, per_cent.checked_mul(unit.cents().into())?)));
    let entries = i128::try_from((table.rows + 1).saturating_mul(table.columns + 1)).expect("64 bits fit in 127");
    let fits = |&(_, parts): &(i128, i128)| (entries * HEADROOM).checked_mul(parts).is_some();
    parts.filter(fits).ok_or_else(|| {
        Error::overflow("common denominator of the cells", "fractions of a cent that have a common denominator of at most 127 bits, with room for the sums of the table")
            .advise("Round the cells first, in a step that has a name, for instance to cents.")
    })
}

fn least_common_multiple(a: i128, b: i128) -> Option<i128> {
    if a % b == 0 {
        return Some(a); // nearly always: the cells of a table mostly share a denominator
    }
    let divisor = greatest_common_divisor(a.unsigned_abs(), b.unsigned_abs());
    a.checked_mul(b / i128::try_from(divisor).ok()?)
}
