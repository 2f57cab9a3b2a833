//! The cheapest rounding that adds up both ways, as a transportation problem.
//!
//! Every row of the balanced table needs a number of entries to go up, and so does every column. First each row takes up
//! what it needs, whatever that does to the columns. Then lines that have too many ups pass one on to lines that have too
//! few, each time along the cheapest chain of entries that go down and up in turn (successive shortest paths, see
//! `search`). Prices on the lines keep every step of a chain at a cost of at least zero, which proves in the end that no
//! cheaper table exists.
//! Source: Causey, Cox and Ernst, "Applications of transportation theory to statistical problems", JASA 80 (1985).
#![expect(
    clippy::arithmetic_side_effects,
    reason = "`search` states the bounds of costs, prices and distances; the rest counts entries"
)]

use super::balanced::Balanced;
use super::grid::Grid;
use super::search::Search;
use alloc::vec;
use alloc::vec::Vec;

/// What the sum of deviations grows by, in parts of a unit (see `Balanced`).
pub(super) type Cost = i128;

/// What an entry costs that cannot move: more than all that can move together.
pub(super) const IMPOSSIBLE: Cost = Cost::MAX / 2;

/// A cheapest table.
pub(super) struct Cheapest {
    /// Which entries go up.
    pub(super) up: Grid<bool>,
    /// Which entries may go the other way in another table that is as cheap; all others are the same in all of those.
    pub(super) open: Grid<bool>,
}

/// The lines that prove that no table fits: they need more than can reach them.
pub(super) struct Cut {
    pub(super) rows: Vec<bool>,
    pub(super) columns: Vec<bool>,
    /// By how many units the lines fail; no table fails by less.
    pub(super) short: i128,
}

/// A cheapest table, or the lines in conflict.
pub(super) fn cheapest(table: &Balanced) -> Result<Cheapest, Cut> {
    let mut transport = Transport::row_by_row(table);
    let mut search = Search::over(transport.surplus.len());
    let mut stuck = vec![false; transport.surplus.len()];
    for source in 0..transport.surplus.len() {
        while transport.surplus[source] > 0 && !stuck[source] {
            match search.nearest(&transport, source) {
                Some(target) => transport.pass_on(&search, source, target),
                // What a stuck line reaches has no way out, so no later chain passes through it either.
                None => search.mark_reached(&mut stuck),
            }
        }
    }
    if stuck.contains(&true) {
        return Err(transport.cut(stuck));
    }
    Ok(transport.cheapest(table))
}

/// Where the search stands. A line is a row (numbered first) or a column.
pub(super) struct Transport {
    /// How many rows there are.
    pub(super) height: usize,
    /// By row: what it costs to take an entry up; impossible where it is up already or cannot move.
    pub(super) rise: Grid<Cost>,
    /// By column: what it costs to take an entry down again.
    pub(super) fall: Grid<Cost>,
    /// What a unit is worth in each line: for every possible step, cost + price where it starts − price where it ends ≥ 0.
    pub(super) price: Vec<Cost>,
    /// What each line has to pass on: a row the ups that it still needs, a column the ups that it has too many.
    pub(super) surplus: Vec<i128>,
}

impl Transport {
    /// Every row takes the entries up that are cheapest at prices which the columns named before.
    ///
    /// Rows, columns and rows in turn each name the price at which they would take what they need; that brings most
    /// columns close to what they need and leaves little to the search.
    fn row_by_row(table: &Balanced) -> Transport {
        let (height, width) = (table.floors.height(), table.floors.width());
        let mut transport = Transport {
            height,
            rise: Grid::filled(height, width, IMPOSSIBLE),
            fall: Grid::filled(width, height, IMPOSSIBLE),
            price: vec![0; height + width],
            surplus: needs(table),
        };
        (0..height).for_each(|row| transport.price_row(table, row));
        (0..width).for_each(|column| transport.price_column(table, column));
        (0..height).for_each(|row| transport.fill_row(table, row));
        transport
    }

    /// Prices a row between the last entry that it would take up and the first that it would not.
    fn price_row(&mut self, table: &Balanced, row: usize) {
        let free = (0..table.floors.width()).filter(|&column| table.is_free(row, column));
        let mut costs: Vec<Cost> = free.map(|column| self.cost_to_row(table, row, column)).collect();
        self.price[row] = -threshold(&mut costs, self.surplus[row], -self.price[row]);
    }

    /// Prices a column likewise.
    fn price_column(&mut self, table: &Balanced, column: usize) {
        let line = self.height + column;
        let free = (0..self.height).filter(|&row| table.is_free(row, column));
        let mut costs: Vec<Cost> = free.map(|row| cost_of_up(table, row, column) + self.price[row]).collect();
        self.price[line] = threshold(&mut costs, -self.surplus[line], self.price[line]);
    }

    /// Takes up the cheapest entries of a row, of equally cheap ones those whose columns lack most, and prices the row
    /// between those and the rest.
    fn fill_row(&mut self, table: &Balanced, row: usize) {
        self.price_row(table, row);
        let mut free: Vec<(Cost, i128, usize)> = (0..table.floors.width())
            .filter(|&column| table.is_free(row, column))
            .map(|column| (self.cost_to_row(table, row, column), self.surplus[self.height + column], column))
            .collect();
        free.sort_unstable();
        for &(_, _, column) in &free {
            let cost = cost_of_up(table, row, column);
            if self.surplus[row] > 0 {
                self.fall.put(column, row, -cost);
                self.surplus[self.height + column] += 1;
                self.surplus[row] -= 1;
            } else {
                self.rise.put(row, column, cost);
            }
        }
    }

    /// What it costs a row to take an entry up, when the column pays its price.
    fn cost_to_row(&self, table: &Balanced, row: usize, column: usize) -> Cost {
        cost_of_up(table, row, column) - self.price[self.height + column]
    }

    /// Passes one unit on along the chain that was found, and sets the prices so that the chain costs nothing.
    fn pass_on(&mut self, search: &Search, source: usize, target: usize) {
        search.lower(&mut self.price, target);
        let mut line = target;
        while line != source {
            let before = search.before(line);
            self.turn(before, line);
            line = before;
        }
        self.surplus[source] -= 1;
        self.surplus[target] += 1;
    }

    /// Turns the entry between two lines: up when the unit leaves a row, down when it leaves a column.
    fn turn(&mut self, from: usize, to: usize) {
        if from < self.height {
            let (row, column) = (from, to - self.height);
            self.fall.put(column, row, -self.rise.at(row, column));
            self.rise.put(row, column, IMPOSSIBLE);
        } else {
            let (row, column) = (to, from - self.height);
            self.rise.put(row, column, -self.fall.at(column, row));
            self.fall.put(column, row, IMPOSSIBLE);
        }
    }

    /// Reads the table off. An entry whose step costs nothing at these prices is open (complementary slackness).
    fn cheapest(&self, table: &Balanced) -> Cheapest {
        let (height, width) = (table.floors.height(), table.floors.width());
        let mut cheapest =
            Cheapest { up: Grid::filled(height, width, false), open: Grid::filled(height, width, false) };
        for row in 0..height {
            for column in (0..width).filter(|&column| table.is_free(row, column)) {
                let costs_nothing = self.cost_to_row(table, row, column) + self.price[row] == 0;
                cheapest.up.put(row, column, self.fall.at(column, row) < IMPOSSIBLE);
                cheapest.open.put(row, column, costs_nothing);
            }
        }
        cheapest
    }

    /// The lines that are stuck, with what they could not pass on.
    fn cut(&self, mut stuck: Vec<bool>) -> Cut {
        let short = self.surplus.iter().filter(|&&surplus| surplus > 0).sum();
        let columns = stuck.split_off(self.height);
        Cut { rows: stuck, columns, short }
    }
}

/// What each line has to pass on while every entry is down: a row needs as many ups as its floors lie below zero, and a
/// column lacks as many.
fn needs(table: &Balanced) -> Vec<i128> {
    let (height, width) = (table.floors.height(), table.floors.width());
    let rows = (0..height).map(|row| -table.floors.row(row).iter().sum::<i128>());
    let columns = (0..width).map(|column| (0..height).map(|row| table.floors.at(row, column)).sum());
    rows.chain(columns).collect()
}

/// What the deviation of an entry grows by when it goes up instead of down: (parts − rest) − rest.
fn cost_of_up(table: &Balanced, row: usize, column: usize) -> Cost {
    table.parts - 2 * table.rests.at(row, column)
}

/// The price nearest to `price` at which a line takes the `needed` cheapest of its entries: not below the last of those,
/// not above the first of the others.
fn threshold(costs: &mut [Cost], needed: i128, price: Cost) -> Cost {
    let needed = usize::try_from(needed.max(0)).map_or(costs.len(), |needed| needed.min(costs.len()));
    if needed == costs.len() {
        return costs.iter().fold(price, |price, &cost| price.max(cost));
    }
    let (taken, first_left, _) = costs.select_nth_unstable(needed);
    taken.iter().fold(price.min(*first_left), |price, &cost| price.max(cost))
}

#[cfg(test)]
mod tests {
    use super::threshold;

    #[test]
    fn a_price_moves_no_further_than_it_must() {
        let cases = [
            (2, 0, 3),  // below the second entry: up to it
            (2, 4, 4),  // between the second and the third: it stays
            (2, 9, 5),  // above the third: down to it
            (0, 9, 1),  // nothing is taken: at most the first
            (3, 4, 5),  // all are taken: at least the last
            (99, 4, 5), // more than there are
            (-1, 4, 1), // fewer than none
        ];
        for (needed, price, expected) in cases {
            assert_eq!(threshold(&mut [5, 1, 3], needed, price), expected, "{needed} needed at {price}");
        }
    }
}
