//! Weights and method made ready for many wholes.

use crate::error::{Error, Kind, same_length};
use crate::exact::split::method::{Method, Split, TieRule};
use crate::exact::split::remainder::{Cut, Narrow, cut, wide_floors_and_rests};
use crate::exact::split::residue_table::ResidueTable;
use crate::exact::split::units::{amount_of, units_of};
use crate::exact::split::{cumulative, divisor, rows};
use crate::exact::{Amount, Weights};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// A [`Split`] with its [`Weights`], made ready to divide many wholes.
///
/// ```
/// use taakgericht::exact::{Amount, Scratch, Split, Weights};
/// let schedule = Weights::from_integers(&[3, 3, 10, 84])?;
/// let divider = Split::default().prepare(&schedule)?;
/// let mut parts = [Amount::ZERO; 4];
/// divider.divide_into(Amount::from_euros(13_878_933)?, &mut parts, &mut Scratch::default())?;
/// assert_eq!(parts.map(Amount::cents), [41_636_799, 41_636_799, 138_789_330, 1_165_830_372]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Divider {
    split: Split,
    weights: Weights,
    /// The weights for the fast kernel, where they fit.
    narrow: Option<Narrow>,
    /// All divisions by a small sum of weights, worked out beforehand.
    table: Option<ResidueTable>,
}

/// Room to work in, so that dividing many wholes allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// How many units each party gets; the result of a method.
    pub(crate) counts: Vec<u64>,
    rests: Vec<u64>,
    order: Vec<u64>,
    wide_rests: Vec<u128>,
    wide_order: Vec<u128>,
}

const SOME_WEIGHT: &str = "weights add up to more than zero";

impl Divider {
    /// Prepares the kernels for many wholes.
    pub(crate) fn new(split: Split, weights: &Weights) -> Result<Divider, Error> {
        let mut divider = Divider::once(split, weights)?;
        divider.table = ResidueTable::build(&divider)?;
        Ok(divider)
    }

    /// Proves that the method can take the weights; leaves out the table, which one whole is not worth.
    pub(crate) fn once(split: Split, weights: &Weights) -> Result<Divider, Error> {
        let narrow = Narrow::new(weights.scaled(), weights.sum());
        if split.method() == Method::HuntingtonHill && narrow.is_none() {
            return Err(Error::overflow("square of the weights", "weights whose sum has at most 62 bits"));
        }
        Ok(Divider { split, weights: weights.clone(), narrow, table: None })
    }

    /// How it divides.
    #[must_use]
    pub const fn split(&self) -> Split {
        self.split
    }

    /// By what it divides.
    #[must_use]
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Divides one whole into `parts`, which stand in the order of the weights and add up to the whole.
    ///
    /// # Errors
    /// `Length` when there are not as many parts as weights; `Unit` when the whole is no multiple of the unit; `Tie` under
    /// [`TieRule::Refuse`]. After an error the parts are unspecified.
    pub fn divide_into(&self, whole: Amount, parts: &mut [Amount], scratch: &mut Scratch) -> Result<(), Error> {
        same_length("part", parts.len(), "weight", self.weights.len())?;
        let units = units_of("a whole", whole, self.split.unit_amount())?;
        self.count_units(units.count, scratch)?;
        for (part, &count) in parts.iter_mut().zip(&scratch.counts) {
            *part = amount_of(count, self.split.unit_amount(), units.negative);
        }
        Ok(())
    }

    /// Divides a column of wholes, row by row, into one column per weight.
    ///
    /// # Errors
    /// As for [`Divider::divide_into`], with the row; `Length` when a column of parts is missing or has another length.
    pub fn divide_columns(&self, wholes: &[Amount], parts: &mut [&mut [Amount]]) -> Result<(), Error> {
        self.prove_columns(wholes, parts)?;
        rows::divide(wholes, parts, &|first_row, wholes, parts| match &self.table {
            Some(table) => {
                table.divide_columns(wholes, parts);
                Ok(())
            }
            None => self.divide_row_by_row(first_row, wholes, parts),
        })
    }

    /// A column per weight, each as long as the wholes.
    pub(crate) fn prove_columns(&self, wholes: &[Amount], parts: &[&mut [Amount]]) -> Result<(), Error> {
        same_length("column", parts.len(), "weight", self.weights.len())?;
        for (position, column) in parts.iter().enumerate() {
            same_length("row", column.len(), "whole", wholes.len())
                .map_err(|error| error.within(format!("column {position}")))?;
        }
        Ok(())
    }

    /// Divides a column of wholes, row by row; the parts of a row stand together in `parts`.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Split, Weights};
    /// let divider = Split::default().prepare(&Weights::from_integers(&[1, 2])?)?;
    /// let mut parts = [Amount::ZERO; 4];
    /// divider.divide_rows(&[100, 200].map(Amount::from_cents), &mut parts)?;
    /// assert_eq!(parts.map(Amount::cents), [33, 67, 67, 133]);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Divider::divide_into`], with the row of the whole; `Length` when there are not as many parts as rows times
    /// weights.
    pub fn divide_rows(&self, wholes: &[Amount], parts: &mut [Amount]) -> Result<(), Error> {
        let each = self.weights.len();
        // More rows times weights than there are numbers cannot be the length of anything.
        let needed = wholes.len().saturating_mul(each);
        same_length("part", parts.len(), "row and weight", needed)?;
        rows::divide_rows(wholes, parts, each, &|first_row, wholes, parts| match &self.table {
            Some(table) => {
                table.divide_rows(wholes, parts);
                Ok(())
            }
            None => self.divide_each_row(first_row, wholes, parts),
        })
    }

    fn divide_each_row(&self, first_row: usize, wholes: &[Amount], parts: &mut [Amount]) -> Result<(), Error> {
        let mut scratch = Scratch::default();
        for (row, (&whole, parts)) in wholes.iter().zip(parts.chunks_exact_mut(self.weights.len())).enumerate() {
            let divided = self.divide_into(whole, parts, &mut scratch);
            // A row of a column that exists: nothing saturates.
            divided.map_err(|error| error.within(format!("row {}", first_row.saturating_add(row))))?;
        }
        Ok(())
    }

    fn divide_row_by_row(&self, first_row: usize, wholes: &[Amount], parts: &mut [&mut [Amount]]) -> Result<(), Error> {
        let (mut row_parts, mut scratch) = (vec![Amount::ZERO; self.weights.len()], Scratch::default());
        for (row, &whole) in wholes.iter().enumerate() {
            let divided = self.divide_into(whole, &mut row_parts, &mut scratch);
            // A row of a column that exists: nothing saturates.
            divided.map_err(|error| error.within(format!("row {}", first_row.saturating_add(row))))?;
            for (column, &part) in parts.iter_mut().zip(&row_parts) {
                column[row] = part; // the caller proved that the columns are as long as the wholes
            }
        }
        Ok(())
    }

    /// How many units each party gets, for any method; the answer stands in the counts of `scratch`.
    pub(crate) fn count_units(&self, whole: u64, scratch: &mut Scratch) -> Result<(), Error> {
        scratch.counts.resize(self.weights.len(), 0);
        let (weights, sum, counts) = (self.weights.scaled(), self.weights.sum(), &mut scratch.counts);
        match self.split.method() {
            Method::LargestRemainder => return self.largest_remainders(whole, scratch),
            Method::Cumulative => cumulative::running_totals(whole, weights, sum, counts),
            Method::FirstTakesRest => {
                let taker = weights.iter().position(|&weight| weight > 0).expect(SOME_WEIGHT);
                cumulative::rest_to(taker, whole, weights, sum, counts);
            }
            Method::LastTakesRest => {
                let taker = weights.iter().rposition(|&weight| weight > 0).expect(SOME_WEIGHT);
                cumulative::rest_to(taker, whole, weights, sum, counts);
            }
            method => return divisor::seats(method, self.split.tie_rule(), whole, weights, sum, counts),
        }
        Ok(())
    }

    /// The largest-remainder method, by the kernel that the weights fit.
    fn largest_remainders(&self, whole: u64, scratch: &mut Scratch) -> Result<(), Error> {
        let Scratch { counts, rests, order, wide_rests, wide_order } = scratch;
        if let Some(narrow) = &self.narrow {
            rests.resize(counts.len(), 0);
            let left = narrow.floors_and_rests(whole, counts, rests);
            self.hand_out(left, counts, rests, order)
        } else {
            wide_rests.resize(counts.len(), 0);
            let (weights, sum) = (self.weights.scaled(), self.weights.sum());
            let left = wide_floors_and_rests(whole, weights, sum, counts, wide_rests);
            self.hand_out(left, counts, wide_rests, wide_order)
        }
    }

    /// Gives the units that are left over, one each, to the largest rests.
    fn hand_out<T: Copy + Ord>(
        &self,
        left: u64,
        counts: &mut [u64],
        rests: &[T],
        order: &mut Vec<T>,
    ) -> Result<(), Error> {
        // Every rest is below the sum, so fewer units are left than there are parties.
        let left = usize::try_from(left).expect("fewer units are left than there are parties");
        if left == 0 {
            return Ok(());
        }
        let cut = cut(rests, left, order);
        if cut.units == cut.parties {
            add_one_where(counts, rests, |rest| rest >= cut.rest);
            return Ok(());
        }
        add_one_where(counts, rests, |rest| rest > cut.rest);
        self.break_tie(&cut, counts, rests)
    }

    /// Gives the last units to those on the cut, by the tie rule.
    fn break_tie<T: Copy + Ord>(&self, cut: &Cut<T>, counts: &mut [u64], rests: &[T]) -> Result<(), Error> {
        let on_cut = |position: &usize| rests[*position] == cut.rest;
        let mut tied: Vec<usize> = (0..rests.len()).filter(on_cut).collect();
        self.split.tie_rule().order(&mut tied, self.weights.scaled(), cut.units)?;
        for &position in tied.iter().take(cut.units) {
            let one_more = counts[position].checked_add(1);
            counts[position] = one_more.expect("the counts add up to the whole, which has 64 bits");
        }
        Ok(())
    }
}

impl TieRule {
    /// Puts the positions that tie for `units` in the order in which they get one, or refuses to.
    pub(crate) fn order(self, tied: &mut [usize], weights: &[u128], units: usize) -> Result<(), Error> {
        match self {
            TieRule::First => {}
            TieRule::Last => tied.reverse(),
            // The sort is stable, so equal weights keep their order.
            TieRule::LargestWeight => tied.sort_by_key(|&position| core::cmp::Reverse(weights.get(position).copied())),
            TieRule::Refuse => return Err(refused(tied, units)),
        }
        Ok(())
    }
}

/// The tie that a person has to decide.
fn refused(tied: &[usize], units: usize) -> Error {
    let units = if units == 1 { "the last unit".into() } else { format!("the last {units} units") };
    Error::new(Kind::Tie, format!("{} tie for {units}", crate::error::POSITIONS), "a tie rule that decides")
        .advise("Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand.")
        .at_positions(tied.to_vec())
}

#[inline]
fn add_one_where<T: Copy>(counts: &mut [u64], rests: &[T], gets_one: impl Fn(T) -> bool) {
    for (count, &rest) in counts.iter_mut().zip(rests) {
        *count = count.wrapping_add(u64::from(gets_one(rest))); // the counts add up to the whole: nothing wraps
    }
}
