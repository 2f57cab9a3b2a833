//! Many rows in pieces, over all cores where the feature `parallel` is on.
//!
//! A row is divided by itself and written to its own place, so no number of threads changes a byte.

use crate::error::Error;
use crate::exact::Amount;

/// Divides rows that stand together: which row is the first, their wholes, and their place in the columns of parts.
pub(crate) trait Divide: Fn(usize, &[Amount], &mut [&mut [Amount]]) -> Result<(), Error> + Sync {}

impl<F: Fn(usize, &[Amount], &mut [&mut [Amount]]) -> Result<(), Error> + Sync> Divide for F {}

/// As [`Divide`], where the parts of a row stand together.
pub(crate) trait DivideRows: Fn(usize, &[Amount], &mut [Amount]) -> Result<(), Error> + Sync {}

impl<F: Fn(usize, &[Amount], &mut [Amount]) -> Result<(), Error> + Sync> DivideRows for F {}

/// Divides all rows; an error is that of the first row that has one.
#[cfg(not(feature = "parallel"))]
pub(crate) fn divide(wholes: &[Amount], parts: &mut [&mut [Amount]], divide: &impl Divide) -> Result<(), Error> {
    divide(0, wholes, parts)
}

/// As [`divide`], into rows of `each` parts.
#[cfg(not(feature = "parallel"))]
pub(crate) fn divide_rows(
    wholes: &[Amount],
    parts: &mut [Amount],
    _each: usize,
    divide: &impl DivideRows,
) -> Result<(), Error> {
    divide(0, wholes, parts)
}

#[cfg(feature = "parallel")]
pub(crate) use parallel::{divide, divide_rows};

#[cfg(feature = "parallel")]
mod parallel {
    use super::{Divide, DivideRows};
    use crate::error::Error;
    use crate::exact::Amount;
    use alloc::vec::Vec;

    /// Fewer rows than this are divided sooner than another thread wakes up.
    const FEWEST_ROWS: usize = 1 << 15;

    pub(crate) fn divide(wholes: &[Amount], parts: &mut [&mut [Amount]], divide: &impl Divide) -> Result<(), Error> {
        in_halves(0, wholes, parts, divide)
    }

    pub(crate) fn divide_rows(
        wholes: &[Amount],
        parts: &mut [Amount],
        each: usize,
        divide: &impl DivideRows,
    ) -> Result<(), Error> {
        rows_in_halves(0, wholes, parts, each, divide)
    }

    /// As [`in_halves`]; a part is one of the rows that are few.
    fn rows_in_halves(
        first_row: usize,
        wholes: &[Amount],
        parts: &mut [Amount],
        each: usize,
        divide: &impl DivideRows,
    ) -> Result<(), Error> {
        if parts.len() / 2 < FEWEST_ROWS || wholes.len() < 2 {
            return divide(first_row, wholes, parts);
        }
        let (upper_wholes, lower_wholes) = wholes.split_at(wholes.len() / 2);
        let lower_row = first_row.saturating_add(upper_wholes.len());
        let (upper, lower) = parts.split_at_mut(upper_wholes.len().saturating_mul(each));
        let (upper, lower) = rayon::join(
            || rows_in_halves(first_row, upper_wholes, upper, each, divide),
            || rows_in_halves(lower_row, lower_wholes, lower, each, divide),
        );
        upper.and(lower)
    }

    /// Halves the rows until they are few; the error of the upper half goes first, so the first row that fails is named.
    fn in_halves(
        first_row: usize,
        wholes: &[Amount],
        parts: &mut [&mut [Amount]],
        divide: &impl Divide,
    ) -> Result<(), Error> {
        if wholes.len() / 2 < FEWEST_ROWS {
            return divide(first_row, wholes, parts);
        }
        let (upper_wholes, lower_wholes) = wholes.split_at(wholes.len() / 2);
        let halves = parts.iter_mut().map(|column| column.split_at_mut(upper_wholes.len()));
        let (mut upper, mut lower): (Vec<_>, Vec<_>) = halves.unzip();
        let lower_row = first_row.saturating_add(upper_wholes.len());
        let (upper, lower) = rayon::join(
            || in_halves(first_row, upper_wholes, &mut upper, divide),
            || in_halves(lower_row, lower_wholes, &mut lower, divide),
        );
        upper.and(lower)
    }
}
