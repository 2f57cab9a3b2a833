//! Results as texts, as worked examples write them.

use crate::error::Error;
use crate::exact::{Amount, Percent, Unrounded};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Texts with something between them.
pub(super) fn joined(texts: impl IntoIterator<Item = String>, separator: &str) -> String {
    texts.into_iter().collect::<Vec<_>>().join(separator)
}

/// Amounts with spaces between them.
pub(super) fn amounts(amounts: &[Amount]) -> String {
    joined(amounts.iter().map(ToString::to_string), " ")
}

/// Amounts as the only result.
pub(super) fn parts(parts: &[Amount]) -> Vec<String> {
    Vec::from([amounts(parts)])
}

/// An unrounded amount in euros, or in cents with a fraction; without a space, as lists are separated by spaces.
pub(super) fn unrounded(exact: Unrounded) -> String {
    exact.to_string().replace(' ', "_")
}

/// Whole cents with two decimals; anything finer as it is: it stands alone, not in a list.
pub(super) fn residue(residue: Unrounded) -> Result<String, Error> {
    let cents = residue.cents()?;
    let whole = cents.is_integer().then(|| i64::try_from(cents.numerator()).ok()).flatten();
    Ok(whole.map_or_else(|| residue.to_string(), |cents| Amount::from_cents(cents).to_string()))
}

/// A percentage with at least two decimals, as indices are printed: `4.70%`.
pub(super) fn two_decimals(percent: Percent) -> String {
    let number = percent.per_hundred().to_string();
    match number.split_once('.').map_or(0, |(_, decimals)| decimals.len()) {
        0 => format!("{number}.00%"),
        1 => format!("{number}0%"),
        _ => format!("{number}%"),
    }
}
