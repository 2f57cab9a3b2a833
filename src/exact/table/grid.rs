//! A rectangle of values, and a rectangle of bits.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "every product is an index into a vector that exists, so it is at most isize::MAX"
)]

use alloc::vec;
use alloc::vec::Vec;

/// A rectangle of values, row by row; there is at least one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid<T> {
    width: usize,
    values: Vec<T>,
}

impl<T: Copy> Grid<T> {
    /// A rectangle that holds the same value everywhere.
    pub(super) fn filled(height: usize, width: usize, value: T) -> Grid<T> {
        Grid { width, values: vec![value; height * width] }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn height(&self) -> usize {
        self.values.len() / self.width
    }

    pub(super) fn at(&self, row: usize, column: usize) -> T {
        self.values[row * self.width + column]
    }

    pub(super) fn put(&mut self, row: usize, column: usize, value: T) {
        self.values[row * self.width + column] = value;
    }

    pub(super) fn row(&self, row: usize) -> &[T] {
        &self.values[row * self.width..][..self.width]
    }
}

/// A set of small numbers, one bit each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

/// The word in which a number has its bit, and that bit.
fn word_and_bit(number: usize) -> (usize, u64) {
    (number / 64, 1 << (number % 64))
}

impl Bits {
    /// The empty set, with room for the numbers below `limit`.
    pub(super) fn none(limit: usize) -> Bits {
        Bits(vec![0; limit.div_ceil(64)])
    }

    pub(super) fn has(&self, number: usize) -> bool {
        let (word, bit) = word_and_bit(number);
        self.0[word] & bit != 0
    }

    pub(super) fn insert(&mut self, number: usize) {
        let (word, bit) = word_and_bit(number);
        self.0[word] |= bit;
    }

    pub(super) fn remove(&mut self, number: usize) {
        let (word, bit) = word_and_bit(number);
        self.0[word] &= !bit;
    }

    pub(super) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Keeps what is also in `other`, or only what is not.
    pub(super) fn keep(&mut self, other: &Bits, inside: bool) {
        for (word, mask) in self.0.iter_mut().zip(&other.0) {
            *word &= if inside { *mask } else { !mask };
        }
    }

    /// Adds the numbers of `other` and calls `visit` for each that is new.
    pub(super) fn absorb(&mut self, other: &Bits, mut visit: impl FnMut(usize)) {
        for (position, (word, more)) in self.0.iter_mut().zip(&other.0).enumerate() {
            let mut new = more & !*word;
            *word |= new;
            while new != 0 {
                visit(position * 64 + usize::try_from(new.trailing_zeros()).expect("below 64"));
                new &= new - 1; // takes the lowest bit off
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bits, Grid};
    use alloc::vec::Vec;

    #[test]
    fn a_set_over_more_than_one_word() {
        let (mut seen, mut more) = (Bits::none(130), Bits::none(130));
        for number in [0, 63, 64, 129] {
            more.insert(number);
        }
        seen.insert(63);
        let mut new = Vec::new();
        seen.absorb(&more, |number| new.push(number));
        assert_eq!(new, [0, 64, 129]);
        seen.remove(64);
        more.keep(&seen, false);
        assert_eq!([0, 63, 64, 129].map(|number| more.has(number)), [false, false, true, false]);
    }

    #[test]
    fn a_grid_is_row_by_row() {
        let mut grid = Grid::filled(2, 3, 0);
        grid.put(1, 2, 7);
        assert_eq!((grid.height(), grid.width(), grid.at(1, 2), grid.row(1)), (2, 3, 7, &[0, 0, 7][..]));
    }
}
