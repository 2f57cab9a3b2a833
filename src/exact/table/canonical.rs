//! The one table among the cheapest: the earliest cell that can go away from zero does.
//!
//! Two tables that are equally cheap differ by rings: chains of open entries, down and up in turn, that close. So a cell
//! can turn when a chain of open entries leads from its row to its column. The cells are asked in row-major order; an
//! answer is final, so the cell leaves the chains. Which table the search before this found makes no difference.
#![expect(clippy::arithmetic_side_effects, reason = "counts of rows and columns of a table that exists")]

use super::grid::Bits;
use super::transport::Cheapest;
use alloc::vec;
use alloc::vec::Vec;

/// Turns the cheapest table into the canonical one. `away_is_up` says for every cell in which direction zero is not.
pub(super) fn prefer_away_from_zero(table: &mut Cheapest, away_is_up: impl Fn(usize, usize) -> bool) {
    let mut rings = Rings::of(table);
    for row in 0..table.up.height() - 1 {
        for column in 0..table.up.width() - 1 {
            let is_up = table.up.at(row, column);
            if rings.take(is_up, row, column) && is_up != away_is_up(row, column) {
                rings.turn_if_possible(table, row, column);
            }
        }
    }
}

/// Open entries of one kind (up, or not up), seen from their rows and from their columns.
struct Side {
    by_row: Vec<Bits>,
    by_column: Vec<Bits>,
}

impl Side {
    fn none(height: usize, width: usize) -> Side {
        Side { by_row: vec![Bits::none(width); height], by_column: vec![Bits::none(height); width] }
    }

    fn insert(&mut self, row: usize, column: usize) {
        self.by_row[row].insert(column);
        self.by_column[column].insert(row);
    }

    /// Takes an entry out; whether it was there.
    fn remove(&mut self, row: usize, column: usize) -> bool {
        let there = self.by_row[row].has(column);
        self.by_row[row].remove(column);
        self.by_column[column].remove(row);
        there
    }

    /// Takes out every entry between a line that was reached and one that was not.
    fn separate(&mut self, reached: &Reached) {
        for (row, columns) in self.by_row.iter_mut().enumerate() {
            columns.keep(&reached.columns, reached.rows.has(row));
        }
        for (column, rows) in self.by_column.iter_mut().enumerate() {
            rows.keep(&reached.rows, reached.columns.has(column));
        }
    }
}

/// The entries that can still turn, and room to search for a ring.
struct Rings {
    /// First the open entries that are not up, then those that are.
    sides: [Side; 2],
    reached: Reached,
}

/// The lines that a chain leads to, and from which line it came.
struct Reached {
    rows: Bits,
    columns: Bits,
    row_before: Vec<usize>,
    column_before: Vec<usize>,
    queue: Vec<usize>,
}

impl Rings {
    fn of(table: &Cheapest) -> Rings {
        let (height, width) = (table.up.height(), table.up.width());
        let mut sides = [Side::none(height, width), Side::none(height, width)];
        for row in 0..height {
            for column in (0..width).filter(|&column| table.open.at(row, column)) {
                sides[usize::from(table.up.at(row, column))].insert(row, column);
            }
        }
        let reached = Reached {
            rows: Bits::none(height),
            columns: Bits::none(width),
            row_before: vec![0; width],
            column_before: vec![0; height],
            queue: Vec::with_capacity(height),
        };
        Rings { sides, reached }
    }

    /// Takes a cell out, because it is its turn; whether it was still open.
    fn take(&mut self, is_up: bool, row: usize, column: usize) -> bool {
        self.sides[usize::from(is_up)].remove(row, column)
    }

    /// Turns a cell, and a chain that makes up for it, if there is one.
    ///
    /// A failing search cuts the lines in two groups between which nothing can ever turn, and there are only so many
    /// lines: that is why searches that fail cost little in all.
    fn turn_if_possible(&mut self, table: &mut Cheapest, row: usize, column: usize) {
        let is_up = table.up.at(row, column);
        // When the cell goes up, an entry that is up must go down in its row, one in that column up, and so on.
        let [not_up, up] = &self.sides;
        let (leaving_rows, leaving_columns) = if is_up { (not_up, up) } else { (up, not_up) };
        if self.reached.search(&leaving_rows.by_row, &leaving_columns.by_column, row, column) {
            table.up.put(row, column, !is_up);
            self.turn_chain(table, row, column);
        } else {
            self.sides.iter_mut().for_each(|side| side.separate(&self.reached));
        }
    }

    /// Turns every entry of the chain that was found from `row` to `column`.
    fn turn_chain(&mut self, table: &mut Cheapest, row: usize, mut column: usize) {
        loop {
            let before = self.reached.row_before[column];
            self.turn(table, before, column);
            if before == row {
                return;
            }
            column = self.reached.column_before[before];
            self.turn(table, before, column);
        }
    }

    fn turn(&mut self, table: &mut Cheapest, row: usize, column: usize) {
        let is_up = table.up.at(row, column);
        table.up.put(row, column, !is_up);
        self.sides[usize::from(is_up)].remove(row, column);
        self.sides[usize::from(!is_up)].insert(row, column);
    }
}

impl Reached {
    /// Searches row by row, the nearest first, for a chain from `row` to `column`; whether there is one.
    fn search(&mut self, from_row: &[Bits], from_column: &[Bits], row: usize, column: usize) -> bool {
        self.rows.clear();
        self.columns.clear();
        self.queue.clear();
        self.rows.insert(row);
        self.queue.push(row);
        let mut position = 0;
        while let Some(&row) = self.queue.get(position) {
            position += 1;
            self.leave(row, from_row, from_column);
            if self.columns.has(column) {
                return true;
            }
        }
        false
    }

    /// Reaches every new column from a row, and every new row from those columns.
    fn leave(&mut self, row: usize, from_row: &[Bits], from_column: &[Bits]) {
        let Reached { rows, columns, row_before, column_before, queue } = self;
        columns.absorb(&from_row[row], |column| {
            row_before[column] = row;
            rows.absorb(&from_column[column], |next| {
                column_before[next] = column;
                queue.push(next);
            });
        });
    }
}
