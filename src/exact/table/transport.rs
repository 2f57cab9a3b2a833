//! The cheapest rounding that adds up both ways, as a transportation problem.
//!
//! Every row of the balanced table needs a number of entries to go up, and so does every column. First each row takes its
//! cheapest entries, whatever that does to the columns. Then columns that have too many pass one on to columns that have
//! too few, each time along the cheapest chain of entries that go down and up in turn (successive shortest paths). Prices on the lines keep
//! every arc of the search at a cost of at least zero, which proves in the end that no cheaper table exists.
//! Source: Causey, Cox and Ernst, "Applications of transportation theory to statistical problems", JASA 80 (1985).
//!
//! No sum here overflows. Let C = `parts` bound the cost of one entry and n be the number of lines. Prices only fall, and
//! those of lines that still lack something do not, so a chain to such a line bounds every price between −2nC and C, and
//! every distance by 3nC. The number type has room for 16nC (`HEADROOM`), and counts of entries are below 2^62.
#![expect(clippy::arithmetic_side_effects, reason = "the bounds above")]

use super::balanced::Balanced;
use super::grid::Grid;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::{Add, Neg, Sub};

/// The number type of the costs: 64 bits where they suffice, otherwise 128.
pub(super) trait Cost:
    Copy + Ord + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> + TryFrom<i128>
{
    const ZERO: Self;
    /// The largest of the type; `HEADROOM` is measured against it.
    const LARGEST: Self;
    /// What an entry costs that cannot move. With 8/16 of the largest number it stays above [`Cost::UNREACHED`] whatever
    /// prices and distances (together at most 4/16) come off, and below the largest whatever comes on top.
    const IMPOSSIBLE: Self;
    /// The distance of a line that no chain has reached: more than the 3/16 that a distance can be.
    const UNREACHED: Self;
}

impl Cost for i64 {
    const ZERO: i64 = 0;
    const LARGEST: i64 = i64::MAX;
    const IMPOSSIBLE: i64 = i64::MAX / 2;
    const UNREACHED: i64 = i64::MAX / 4;
}

impl Cost for i128 {
    const ZERO: i128 = 0;
    const LARGEST: i128 = i128::MAX;
    const IMPOSSIBLE: i128 = i128::MAX / 2;
    const UNREACHED: i128 = i128::MAX / 4;
}

/// A cheapest table.
pub(super) struct Cheapest {
    /// Which entries go up.
    pub(super) up: Grid<bool>,
    /// Which entries go the other way in some other table that is as cheap, if any does.
    pub(super) open: Grid<bool>,
}

/// The lines that prove that no table fits: what these need cannot leave them.
pub(super) struct Cut {
    pub(super) rows: Vec<bool>,
    pub(super) columns: Vec<bool>,
}

/// A cheapest table, or the lines in conflict.
pub(super) fn cheapest<C: Cost>(table: &Balanced) -> Result<Cheapest, Cut> {
    let mut transport = Transport::<C>::row_by_row(table);
    let mut search = Search::over(transport.surplus.len());
    let mut stuck = vec![false; transport.surplus.len()];
    for source in 0..transport.surplus.len() {
        while transport.surplus[source] > 0 && !stuck[source] {
            match search.nearest(&transport, source) {
                Some(target) => transport.pass_on(&search, source, target),
                // What a stuck line reaches has no way out, so a later chain does not pass through it either.
                None => search
                    .settled
                    .iter()
                    .zip(&mut stuck)
                    .for_each(|(reached, stuck)| *stuck |= reached),
            }
        }
    }
    if stuck.contains(&true) {
        let columns = stuck.split_off(transport.height);
        return Err(Cut { rows: stuck, columns });
    }
    Ok(transport.cheapest(table))
}

/// The state of the search. A line is a row (numbered first) or a column.
struct Transport<C> {
    height: usize,
    /// By row: what it adds to the deviation when an entry goes up; impossible where it is up already or cannot move.
    rise: Grid<C>,
    /// By column: what it adds when an entry goes down again.
    fall: Grid<C>,
    /// What a unit is worth in each line; along an arc of the search, cost + price of its start − price of its end ≥ 0.
    price: Vec<C>,
    /// What each line has to pass on: a row the ups that it still needs, a column the ups that it has too many.
    surplus: Vec<i128>,
}

impl<C: Cost> Transport<C> {
    /// Every row takes the entries up that are cheapest at prices which the columns named before.
    ///
    /// Rows, columns and rows in turn each name the price at which they would take what they need, which brings most
    /// columns close to what they need and leaves little to the search.
    fn row_by_row(table: &Balanced) -> Transport<C> {
        let (height, width) = (table.floors.height(), table.floors.width());
        let mut transport = Transport {
            height,
            rise: Grid::filled(height, width, C::IMPOSSIBLE),
            fall: Grid::filled(width, height, C::IMPOSSIBLE),
            price: vec![C::ZERO; height + width],
            surplus: needs(table),
        };
        (0..height).for_each(|row| transport.price_row(table, row));
        (0..width).for_each(|column| transport.price_column(table, column));
        (0..height).for_each(|row| transport.fill_row(table, row));
        transport
    }

    /// Prices a row between the last entry that it would take up and the first that it would not.
    fn price_row(&mut self, table: &Balanced, row: usize) {
        let free = (0..table.floors.width()).filter(|&column| table.rests.at(row, column) > 0);
        let mut costs: Vec<C> = free.map(|column| self.cost_to_row(table, row, column)).collect();
        self.price[row] = -threshold(&mut costs, self.surplus[row], -self.price[row]);
    }

    /// Prices a column likewise.
    fn price_column(&mut self, table: &Balanced, column: usize) {
        let free = (0..self.height).filter(|&row| table.rests.at(row, column) > 0);
        let mut costs: Vec<C> = free
            .map(|row| cost_of_up::<C>(table, row, column) + self.price[row])
            .collect();
        let line = self.height + column;
        self.price[line] = threshold(&mut costs, -self.surplus[line], self.price[line]);
    }

    /// Takes up the cheapest entries of a row, of equally cheap ones those whose columns lack most, and prices the row
    /// between those and the rest.
    fn fill_row(&mut self, table: &Balanced, row: usize) {
        let mut free: Vec<(C, i128, usize)> = (0..table.floors.width())
            .filter(|&column| table.rests.at(row, column) > 0)
            .map(|column| {
                (
                    self.cost_to_row(table, row, column),
                    self.surplus[self.height + column],
                    column,
                )
            })
            .collect();
        free.sort_unstable();
        self.price_row(table, row);
        for &(_, _, column) in &free {
            let cost = cost_of_up::<C>(table, row, column);
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
    fn cost_to_row(&self, table: &Balanced, row: usize, column: usize) -> C {
        cost_of_up::<C>(table, row, column) - self.price[self.height + column]
    }

    /// Passes one unit on along the chain that the search found, and sets the prices so that the chain costs nothing.
    fn pass_on(&mut self, search: &Search<C>, source: usize, target: usize) {
        let length = search.distance[target];
        for (line, &distance) in search.distance.iter().enumerate() {
            if search.settled[line] {
                self.price[line] = self.price[line] + distance - length;
            }
        }
        let mut line = target;
        while line != source {
            let before = search.before[line];
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
            self.rise.put(row, column, C::IMPOSSIBLE);
        } else {
            let (row, column) = (to, from - self.height);
            self.rise.put(row, column, -self.fall.at(column, row));
            self.fall.put(column, row, C::IMPOSSIBLE);
        }
    }

    /// Reads the table off. An entry whose arc costs nothing at these prices is open; any other is the same in all
    /// cheapest tables (complementary slackness).
    fn cheapest(&self, table: &Balanced) -> Cheapest {
        let (height, width) = (table.floors.height(), table.floors.width());
        let mut up = Grid::filled(height, width, false);
        let mut open = Grid::filled(height, width, false);
        for row in 0..height {
            for column in 0..width {
                let difference = self.price[self.height + column] - self.price[row];
                up.put(row, column, self.fall.at(column, row) < C::IMPOSSIBLE);
                let free = table.rests.at(row, column) > 0;
                open.put(row, column, free && cost_of_up::<C>(table, row, column) == difference);
            }
        }
        Cheapest { up, open }
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

/// The price nearest to `price` at which a line takes the `needed` cheapest of its entries: not below the last of those,
/// not above the first of the others.
fn threshold<C: Cost>(costs: &mut [C], needed: i128, price: C) -> C {
    let needed = usize::try_from(needed.max(0)).map_or(costs.len(), |needed| needed.min(costs.len()));
    if needed == costs.len() {
        return costs.iter().fold(price, |price, &cost| price.max(cost));
    }
    let (taken, first_left, _) = costs.select_nth_unstable(needed);
    taken
        .iter()
        .fold(price.min(*first_left), |price, &cost| price.max(cost))
}

/// What the deviation of an entry grows by when it goes up instead of down: (parts − rest) − rest.
fn cost_of_up<C: Cost>(table: &Balanced, row: usize, column: usize) -> C {
    let cost = table.parts - 2 * table.rests.at(row, column);
    C::try_from(cost)
        .ok()
        .expect("the number type was chosen to have room for it")
}

/// The cheapest chains from one line (Dijkstra, over a dense graph).
struct Search<C> {
    distance: Vec<C>,
    before: Vec<usize>,
    settled: Vec<bool>,
}

impl<C: Cost> Search<C> {
    fn over(lines: usize) -> Search<C> {
        Search {
            distance: vec![C::UNREACHED; lines],
            before: vec![0; lines],
            settled: vec![false; lines],
        }
    }

    /// The line nearest to `source` that lacks something; `None` when no chain leads to any.
    fn nearest(&mut self, transport: &Transport<C>, source: usize) -> Option<usize> {
        self.distance.fill(C::UNREACHED);
        self.settled.fill(false);
        self.distance[source] = C::ZERO;
        while let Some(line) = self.next(&transport.surplus) {
            if transport.surplus[line] < 0 {
                return Some(line);
            }
            self.settled[line] = true;
            self.reach_from(transport, line);
        }
        None
    }

    /// The nearest line that is reached and not settled; of equally near ones first one that lacks something.
    fn next(&self, surplus: &[i128]) -> Option<usize> {
        let lines = 0..self.distance.len();
        let reached = lines.filter(|&line| !self.settled[line] && self.distance[line] < C::UNREACHED);
        reached.min_by_key(|&line| (self.distance[line], surplus[line] >= 0))
    }

    /// Tries every entry of a settled line as the next step of a chain.
    fn reach_from(&mut self, transport: &Transport<C>, line: usize) {
        let height = transport.height;
        let (costs, first) = match line.checked_sub(height) {
            None => (transport.rise.row(line), height),
            Some(column) => (transport.fall.row(column), 0),
        };
        let start = self.distance[line] + transport.price[line];
        let ends = first..first + costs.len();
        let (prices, distances) = (&transport.price[ends.clone()], &mut self.distance[ends.clone()]);
        for (step, (&cost, (&price, distance))) in costs.iter().zip(prices.iter().zip(distances)).enumerate() {
            let reached = start + cost - price;
            if reached < *distance {
                *distance = reached;
                self.before[first + step] = line;
            }
        }
    }
}
