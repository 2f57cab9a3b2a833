//! Divisions by a small sum of weights, worked out beforehand.
//!
//! Of `whole = q · sum + r` every party gets `q · weight` and its part of `r`. A schedule such as 3/3/10/84 has a sum of
//! 100, so a table of 100 rows holds every division there is, and dividing costs a multiplication and a look-up per part.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::{Error, Kind};
use crate::exact::Amount;
use crate::exact::split::divider::{Divider, Scratch};
use crate::exact::split::method::Method;
use alloc::vec;
use alloc::vec::Vec;
use core::slice::{from_mut, from_ref};

/// The parts of every residue, one column per weight.
#[derive(Clone, Debug)]
pub(crate) struct ResidueTable {
    sum: u64,
    /// `floor(2^64 / sum)`.
    reciprocal: u64,
    weights: Vec<i64>,
    /// For each weight a column of `sum` parts, filled up with zeros to a power of two.
    parts: Vec<Vec<i64>>,
}

/// The largest table that is worth its memory and the time to fill it.
const LARGEST: usize = 4096;
/// Rows that are handled together: their quotients and residues fit in the fastest cache.
const BLOCK: usize = 256;

impl ResidueTable {
    /// The table, or `None` where it would be too large, or the method or unit does not allow one, or a residue ties
    /// under a rule that refuses.
    pub(crate) fn build(divider: &Divider) -> Result<Option<ResidueTable>, Error> {
        let (weights, split) = (divider.weights(), divider.split());
        let small = usize::try_from(weights.sum()).ok().and_then(|sum| sum.checked_mul(weights.len()));
        let fits = small.is_some_and(|entries| entries <= LARGEST);
        if !fits || split.method() != Method::LargestRemainder || split.unit_amount() != Amount::CENT {
            return Ok(None);
        }
        let sum = u64::try_from(weights.sum()).expect("at most 4096");
        let narrow = |count: u128| i64::try_from(count).expect("at most 4096");
        let mut parts = vec![Vec::new(); weights.len()];
        let mut row = Scratch::default();
        for residue in 0..sum {
            match divider.count_units(residue, &mut row) {
                Ok(()) => {
                    parts.iter_mut().zip(&row.counts).for_each(|(column, &part)| column.push(narrow(part.into())))
                }
                Err(tie) if tie.kind() == Kind::Tie => return Ok(None),
                Err(other) => return Err(other),
            }
        }
        // No residue looks up what fills a column to a power of two; it lets a mask stand for a bounds check.
        parts.iter_mut().for_each(|column| column.resize(column.len().next_power_of_two(), 0));
        let weights = weights.scaled().iter().copied().map(narrow).collect();
        // A sum of one has the reciprocal 2^64: one less keeps the estimate at the floor or one below it.
        let reciprocal = u64::try_from((1_u128 << 64) / u128::from(sum)).unwrap_or(u64::MAX);
        Ok(Some(ResidueTable { sum, reciprocal, weights, parts }))
    }

    /// Divides a column of wholes; the columns have been proved to have the same length.
    pub(crate) fn divide_columns(&self, wholes: &[Amount], parts: &mut [&mut [Amount]]) {
        let (mut quotients, mut residues) = ([0_i64; BLOCK], [0_usize; BLOCK]);
        for (block, wholes) in wholes.chunks(BLOCK).enumerate() {
            let mut negative = false;
            for (&whole, (quotient, residue)) in wholes.iter().zip(quotients.iter_mut().zip(&mut residues)) {
                (*quotient, *residue) = self.quotient_and_residue(whole.cents().unsigned_abs());
                negative |= whole < Amount::ZERO;
            }
            let (quotients, residues) = (&quotients[..wholes.len()], &residues[..wholes.len()]);
            // block · BLOCK is a position in the column.
            let rows = block * BLOCK..block * BLOCK + wholes.len();
            for (column, (&weight, table)) in parts.iter_mut().zip(self.weights.iter().zip(&self.parts)) {
                let column = &mut column[rows.clone()];
                write_magnitudes(column, quotients, residues, weight, table);
                // Wholes that are owed are rare: budgets are not.
                if negative {
                    mirror(column, wholes);
                }
            }
        }
    }

    /// Divides a column of wholes; the parts of a row stand together, as many as there are weights.
    pub(crate) fn divide_rows(&self, wholes: &[Amount], parts: &mut [Amount]) {
        for (whole, row) in wholes.iter().zip(parts.chunks_exact_mut(self.weights.len())) {
            let (quotient, residue) = self.quotient_and_residue(whole.cents().unsigned_abs());
            for (part, (&weight, table)) in row.iter_mut().zip(self.weights.iter().zip(&self.parts)) {
                write_magnitudes(from_mut(part), &[quotient], &[residue], weight, table);
            }
            if *whole < Amount::ZERO {
                row.iter_mut().for_each(|part| mirror(from_mut(part), from_ref(whole)));
            }
        }
    }

    /// `whole / sum` and the rest, by the same estimate as the narrow kernel: the floor or one below it.
    #[inline(always)]
    fn quotient_and_residue(&self, whole: u64) -> (i64, usize) {
        #[expect(clippy::as_conversions, reason = "a product shifted by 64 fits in 64 bits")]
        let estimate = ((u128::from(whole) * u128::from(self.reciprocal)) >> 64) as u64;
        let rest = whole - estimate * self.sum; // estimate <= whole / sum
        let one_more = rest >= self.sum;
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_wrap,
            clippy::cast_possible_truncation,
            reason = "a quotient of 2^63 wraps to -2^63, which is right modulo 2^64; the rest is below 4096"
        )]
        ((estimate + u64::from(one_more)) as i64, (if one_more { rest - self.sum } else { rest }) as usize)
    }
}

/// Writes `quotient · weight` plus the part of the residue; a magnitude is at most 2^63, so it is right modulo 2^64.
#[inline]
fn write_magnitudes(column: &mut [Amount], quotients: &[i64], residues: &[usize], weight: i64, table: &[i64]) {
    // The table is filled up to a power of two, so that this mask changes no residue and every look-up is inside.
    let mask = table.len() - 1;
    for (part, (&quotient, &residue)) in column.iter_mut().zip(quotients.iter().zip(residues)) {
        *part = Amount::from_cents(quotient.wrapping_mul(weight).wrapping_add(table[residue & mask]));
    }
}

/// Mirrors the parts of wholes that are negative; a magnitude of 2^63, which stands there as -2^63, stays what it is.
#[cold]
fn mirror(column: &mut [Amount], wholes: &[Amount]) {
    for (part, &whole) in column.iter_mut().zip(wholes) {
        if whole < Amount::ZERO {
            *part = Amount::from_cents(part.cents().wrapping_neg());
        }
    }
}
