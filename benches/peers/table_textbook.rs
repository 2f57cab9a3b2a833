//! Two-way rounding as a textbook writes it: round every figure to the nearest, then repair rows and columns along the
//! cheapest chains, found by Bellman and Ford's algorithm with a queue. For any kind of number.

use std::collections::VecDeque;
use std::ops::{Add, Neg, Sub};

/// What the algorithm needs of a number; zero is the default.
pub trait Number: Copy + Default + PartialOrd + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> {
    /// The multiple of the unit below this number.
    fn floor_to(self, unit: Self) -> Self;
}

impl Number for i64 {
    fn floor_to(self, unit: i64) -> i64 {
        self.div_euclid(unit) * unit
    }
}

impl Number for rust_decimal::Decimal {
    fn floor_to(self, unit: Self) -> Self {
        (self / unit).floor() * unit
    }
}

/// A table with its totals as a last row and column, of the opposite sign, so that every line adds up to nothing.
struct Balanced<N> {
    rows: usize,
    columns: usize,
    floors: Vec<N>,
    rests: Vec<N>,
    up: Vec<bool>,
    unit: N,
}

/// The sum of all deviations, cells and totals together, in the smallest table that adds up both ways.
pub fn deviation<N: Number>(rows: usize, columns: usize, cells: &[N], unit: N) -> N {
    let mut table = balanced(rows, columns, cells, unit);
    let zero = N::default();
    let mut sums = table.sums();
    // A source has too much in a row or too little in a column; every repair takes one of these away.
    while let Some(source) = (0..sums.len()).find(|&line| table.too_much(line, sums[line])) {
        table.repair(source, &sums);
        sums = table.sums();
    }
    (0..table.rests.len()).fold(zero, |sum, cell| {
        let rest = table.rests[cell];
        sum + if table.up[cell] { unit - rest } else { rest }
    })
}

fn balanced<N: Number>(rows: usize, columns: usize, cells: &[N], unit: N) -> Balanced<N> {
    let zero = N::default();
    let mut all = Vec::new();
    let mut column_sums = vec![zero; columns + 1];
    for row in 0..rows {
        let line = &cells[row * columns..(row + 1) * columns];
        let total = -line.iter().fold(zero, |sum, &cell| sum + cell);
        for (column, cell) in line.iter().copied().chain([total]).enumerate() {
            column_sums[column] = column_sums[column] + cell;
            all.push(cell);
        }
    }
    all.extend(column_sums.into_iter().map(|sum| -sum));
    let floors: Vec<N> = all.iter().map(|cell| cell.floor_to(unit)).collect();
    let rests: Vec<N> = all.iter().zip(&floors).map(|(&cell, &floor)| cell - floor).collect();
    let up = rests.iter().map(|&rest| rest + rest > unit).collect();
    Balanced { rows: rows + 1, columns: columns + 1, floors, rests, up, unit }
}

impl<N: Number> Balanced<N> {
    /// What each row, then each column, adds up to.
    fn sums(&self) -> Vec<N> {
        let mut sums = vec![N::default(); self.rows + self.columns];
        for row in 0..self.rows {
            for column in 0..self.columns {
                let cell = row * self.columns + column;
                let figure = if self.up[cell] { self.floors[cell] + self.unit } else { self.floors[cell] };
                sums[row] = sums[row] + figure;
                sums[self.rows + column] = sums[self.rows + column] + figure;
            }
        }
        sums
    }

    fn too_much(&self, line: usize, sum: N) -> bool {
        if line < self.rows { sum > N::default() } else { sum < N::default() }
    }

    /// Where a chain may go from a line: a row takes from a cell that is up, a column gives to one that is down.
    fn step(&self, from: usize, cell: usize) -> Option<N> {
        let rest = self.rests[cell];
        let open = rest != N::default() && self.up[cell] == (from < self.rows);
        open.then(|| if self.up[cell] { rest + rest - self.unit } else { self.unit - rest - rest })
    }

    fn neighbours(&self, line: usize) -> Vec<(usize, usize)> {
        if line < self.rows {
            (0..self.columns).map(|column| (self.rows + column, line * self.columns + column)).collect()
        } else {
            (0..self.rows).map(|row| (row, row * self.columns + line - self.rows)).collect()
        }
    }

    /// Moves one unit along the cheapest chain from a line that has too much to one that has too little.
    fn repair(&mut self, source: usize, sums: &[N]) {
        let zero = N::default();
        let mut cost: Vec<Option<N>> = vec![None; sums.len()];
        let mut came_by = vec![None; sums.len()];
        let mut queued = vec![false; sums.len()];
        cost[source] = Some(zero);
        let mut queue = VecDeque::from([source]);
        while let Some(line) = queue.pop_front() {
            queued[line] = false;
            let so_far = cost[line].expect("only reached lines are queued");
            for (next, cell) in self.neighbours(line) {
                let Some(step) = self.step(line, cell) else { continue };
                if cost[next].is_none_or(|known| so_far + step < known) {
                    cost[next] = Some(so_far + step);
                    came_by[next] = Some((line, cell));
                    if !std::mem::replace(&mut queued[next], true) {
                        queue.push_back(next);
                    }
                }
            }
        }
        let too_little = |line: usize| if line < self.rows { sums[line] < zero } else { sums[line] > zero };
        let ends = (0..sums.len()).filter(|&line| too_little(line) && cost[line].is_some());
        let mut line = ends.min_by(|&a, &b| cost[a].partial_cmp(&cost[b]).expect("numbers compare")).expect("a chain");
        while let Some((before, cell)) = came_by[line].filter(|_| line != source) {
            self.up[cell] = !self.up[cell];
            line = before;
        }
    }
}
