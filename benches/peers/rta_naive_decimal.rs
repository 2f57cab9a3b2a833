//! RTA years on `rust_decimal` throughout, with the naive split.

use crate::peers::naive_decimal;
use rust_decimal::Decimal;

/// Divides every budget into a row of lines.
pub fn divide(budgets: &[Decimal], weights: &[Decimal]) -> Vec<Vec<Decimal>> {
    budgets.iter().map(|&budget| naive_decimal::split(budget, weights)).collect()
}
