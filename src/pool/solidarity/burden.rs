//! What one member bears over the years: its mean, how far the years lie apart, and the heaviest of them.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use super::{Observation, wide};
use crate::error::{Error, Kind, POSITIONS};
use crate::exact::{Amount, Ratio, Unrounded};
use crate::pool::column::{difference, member_amount};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What one member bears over the years.
///
/// Dutch: *last*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Burden {
    /// The mean (Dutch: *gemiddelde*).
    pub mean: Unrounded,
    /// The mean square of the deviations from the mean, in square cents. The years are all there is and no sample, so it
    /// is the variance of a population: divided by n, not by n − 1.
    pub variance: Ratio,
    /// The root of the variance, down to whole cents (Dutch: *standaardafwijking*).
    pub standard_deviation: Amount,
    /// The largest less the smallest (Dutch: *spreiding*).
    pub range: Amount,
    /// The year with the largest burden relative to its budget; `None` when no year has a contribution above zero.
    pub heaviest: Option<Heaviest>,
}

/// The year in which a member bears most relative to what it budgeted; of equal years the first.
///
/// Dutch: *zwaarste jaar*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Heaviest {
    /// The label of the year.
    pub label: String,
    /// What it bears above its contribution, as a fraction of that: 3/10 is 30% over budget, −1/20 is 5% below.
    pub above_budget: Ratio,
}

/// What one member bears, over the years, in one of the columns.
pub(super) fn burden<'a>(years: &[Observation<'a>], member: usize, column: Column<'a>) -> Result<Burden, Error> {
    let amounts: Vec<Amount> = years.iter().map(|year| column(year)[member]).collect();
    let (mean, variance) = moments(&amounts).ok_or_else(|| {
        let found = format!("the variance of what {POSITIONS} bears does not fit");
        Error::new(Kind::Overflow, found, "years × range of at most 10^19 cents").at_positions(vec![member])
    })?;
    let (lowest, highest) = (amounts.iter().min(), amounts.iter().max());
    let range = lowest.zip(highest).map_or(0, |(&lowest, &highest)| difference(highest, lowest));
    Ok(Burden {
        mean,
        variance,
        standard_deviation: root(variance),
        range: member_amount(range, "range", member)?,
        heaviest: heaviest(years, member, &amounts),
    })
}

/// One of the columns of a year.
pub(super) type Column<'a> = fn(&Observation<'a>) -> &'a [Amount];

/// The mean and the variance of n amounts x, with y = x − the first x: (n·Σy² − (Σy)²) / n² is the mean square of the
/// deviations from the mean, and does not change when every x gets smaller by the same.
fn moments(amounts: &[Amount]) -> Option<(Unrounded, Ratio)> {
    let (count, &first) = (i128::try_from(amounts.len()).ok()?, amounts.first()?);
    let (mut sum, mut squares) = (0_i128, 0_i128);
    for &amount in amounts {
        let deviation = difference(amount, first); // 65 bits
        sum += deviation; // 2^60 amounts lie in memory at most: 125 bits
        squares = squares.checked_add(deviation.checked_mul(deviation)?)?;
    }
    // |y| is at most the range, so n·Σy² is at most (n · range)², and (Σy)² is at most n·Σy².
    let above = count.checked_mul(squares)?.checked_sub(sum.checked_mul(sum)?)?;
    let total = wide(first) * count + sum; // the sum of the amounts: 2^60 of 64 bits
    let mean = Ratio::new(total, count).ok()?;
    Some((Unrounded::from_cents(mean), Ratio::new(above, count * count).ok()?)) // the square of at most 2^60
}

/// The root of a variance, down to a whole number. A whole number has a whole square, which is at most the variance exactly
/// when it is at most the floor of it: so rounding down first changes nothing.
fn root(variance: Ratio) -> Amount {
    let root = variance.floor_and_rest().0.unsigned_abs().isqrt();
    Amount::from_cents(i64::try_from(root).expect("it is at most half the range, which has 64 bits"))
}

fn heaviest(years: &[Observation<'_>], member: usize, amounts: &[Amount]) -> Option<Heaviest> {
    let budgeted =
        years.iter().zip(amounts).map(|(year, &amount)| (year.label, wide(amount), wide(year.contributions[member])));
    // (a − c) / c is largest where a / c is; the product of two amounts has 126 bits.
    let heavier = |(_, a, c): &(_, i128, i128), (_, amount, budget): &(_, i128, i128)| amount * c > a * budget;
    let (label, amount, budget) = budgeted
        .filter(|&(.., budget)| budget > 0)
        .reduce(|most, next| if heavier(&most, &next) { next } else { most })?;
    let above_budget = Ratio::new(amount - budget, budget).expect("65 bits over 63 bits above zero");
    Some(Heaviest { label: label.to_owned(), above_budget })
}
