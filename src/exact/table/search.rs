//! The cheapest chain from a line that has too much to one that lacks something.
//!
//! No sum of the search overflows. Let n be the number of lines and C = `parts`, which no cost of an entry exceeds. The
//! first prices lie within 3C. After that prices only fall, and those of lines that still lack something do not, so a
//! chain to such a line keeps the price of its source above −(n+2)C, and the chains from that source keep every price
//! between −(2n+1)C and 3C, and every distance below (3n+3)C. With `HEADROOM` the largest number is at least 32nC;
//! `UNREACHED` is a quarter of that, 8nC; a step at the cost `IMPOSSIBLE`, 16nC, ends above 8nC and below 32nC.
#![expect(clippy::arithmetic_side_effects, reason = "the bounds above")]

use super::transport::{Cost, Transport};
use alloc::vec;
use alloc::vec::Vec;

/// The distance of a line that no chain has reached: more than a distance can be.
const UNREACHED: Cost = Cost::MAX / 4;

/// The cheapest chains from one line (Dijkstra, over a dense graph), with room that the next search uses again.
pub(super) struct Search {
    distance: Vec<Cost>,
    /// The distances of the lines that are reached but not settled; all others count as unreached.
    open: Vec<Cost>,
    settled: Vec<bool>,
    before: Vec<usize>,
}

impl Search {
    pub(super) fn over(lines: usize) -> Search {
        Search {
            distance: vec![UNREACHED; lines],
            open: vec![UNREACHED; lines],
            settled: vec![false; lines],
            before: vec![0; lines],
        }
    }

    /// The line nearest to `source` that lacks something; `None` when no chain leads to any.
    pub(super) fn nearest(&mut self, transport: &Transport, source: usize) -> Option<usize> {
        self.distance.fill(UNREACHED);
        self.open.fill(UNREACHED);
        self.settled.fill(false);
        (self.distance[source], self.open[source]) = (0, 0);
        while let Some(line) = self.next(&transport.surplus) {
            if transport.surplus[line] < 0 {
                return Some(line);
            }
            self.settled[line] = true;
            self.open[line] = UNREACHED;
            self.reach_from(transport, line);
        }
        None
    }

    /// The line from which the chain comes to this one.
    pub(super) fn before(&self, line: usize) -> usize {
        self.before[line]
    }

    /// Marks every line that the last search reached, when it found nothing.
    pub(super) fn mark_reached(&self, marks: &mut [bool]) {
        marks.iter_mut().zip(&self.settled).for_each(|(mark, settled)| *mark |= settled);
    }

    /// Lowers the prices of the settled lines, so that the chain to `target` costs nothing and no step less than that.
    pub(super) fn lower(&self, price: &mut [Cost], target: usize) {
        for (line, price) in price.iter_mut().enumerate().filter(|&(line, _)| self.settled[line]) {
            *price += self.distance[line] - self.distance[target];
        }
    }

    /// The nearest open line; of equally near ones first one that lacks something.
    fn next(&self, surplus: &[i128]) -> Option<usize> {
        let nearest = self.open.iter().copied().fold(UNREACHED, Cost::min);
        let lines = (0..self.open.len()).filter(|&line| self.open[line] == nearest);
        lines.min_by_key(|&line| surplus[line] >= 0).filter(|_| nearest < UNREACHED)
    }

    /// Tries every entry of a settled line as the next step of a chain.
    fn reach_from(&mut self, transport: &Transport, line: usize) {
        let (costs, first) = match line.checked_sub(transport.height) {
            None => (transport.rise.row(line), transport.height),
            Some(column) => (transport.fall.row(column), 0),
        };
        let start = self.distance[line] + transport.price[line];
        for (end, (&cost, &price)) in (first..).zip(costs.iter().zip(&transport.price[first..])) {
            let reached = start + cost - price;
            if reached < self.distance[end] {
                (self.distance[end], self.open[end]) = (reached, reached);
                self.before[end] = line;
            }
        }
    }
}
