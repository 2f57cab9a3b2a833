//! A bounded split on `rust_decimal` throughout: the level at which everyone is clamped by bisection, then the naive split
//! among the parties that are left between their bounds.

use crate::peers::naive_decimal;
use rust_decimal::Decimal;

/// A weight, a floor and a ceiling.
pub type Party = (Decimal, Option<Decimal>, Option<Decimal>);

fn clamp(level: Decimal, (weight, floor, ceiling): Party) -> Decimal {
    let part = level * weight;
    let part = floor.map_or(part, |floor| part.max(floor));
    ceiling.map_or(part, |ceiling| part.min(ceiling))
}

fn sum(level: Decimal, parties: &[Party]) -> Decimal {
    parties.iter().map(|&party| clamp(level, party)).sum()
}

/// Splits a whole of zero or more.
pub fn split(whole: Decimal, parties: &[Party]) -> Vec<Decimal> {
    let (mut low, mut high) = (Decimal::ZERO, whole);
    // 60 halvings of 10^12 leave less than 10^-5, far less than lies between two bends of such weights.
    for _ in 0..60 {
        let middle = (low + high) / Decimal::TWO;
        if sum(middle, parties) < whole {
            low = middle;
        } else {
            high = middle;
        }
    }
    let free = |&(weight, floor, ceiling): &Party| {
        let part = high * weight;
        floor.is_none_or(|floor| part > floor) && ceiling.is_none_or(|ceiling| part < ceiling)
    };
    let bounds = parties.iter().filter(|party| !free(party)).map(|&party| clamp(high, party));
    let left = whole - bounds.sum::<Decimal>();
    let weights: Vec<Decimal> = parties.iter().filter(|party| free(party)).map(|party| party.0).collect();
    let mut free_parts = naive_decimal::split(left, &weights).into_iter();
    let part = |party: &Party| {
        if free(party) { free_parts.next().expect("one each") } else { clamp(high, *party) }
    };
    parties.iter().map(part).collect()
}
