//! Largest remainders on `rust_decimal` throughout, as one writes them first: multiply, divide, floor, sort.

use rust_decimal::Decimal;

/// Splits a whole; ties go to the first.
pub fn split(whole: Decimal, weights: &[Decimal]) -> Vec<Decimal> {
    let sum: Decimal = weights.iter().sum();
    let exact: Vec<Decimal> = weights.iter().map(|&weight| whole * weight / sum).collect();
    let mut parts: Vec<Decimal> = exact.iter().map(Decimal::floor).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - parts[b]).cmp(&(exact[a] - parts[a])));
    let mut left = whole - parts.iter().sum::<Decimal>();
    for position in order {
        if left < Decimal::ONE {
            break;
        }
        parts[position] += Decimal::ONE;
        left -= Decimal::ONE;
    }
    parts
}
