//! Largest remainders on `rust_decimal` with care: the remainder of an exact product instead of a rounded quotient, the
//! sum and the room to work in kept between splits.

use rust_decimal::Decimal;

/// Room to work in, and the sum of the weights.
pub struct Room {
    sum: Decimal,
    rests: Vec<(Decimal, usize)>,
}

impl Room {
    pub fn new(weights: &[Decimal]) -> Room {
        Room { sum: weights.iter().sum(), rests: Vec::with_capacity(weights.len()) }
    }
}

/// Splits a whole; ties go to the first.
pub fn split(whole: Decimal, weights: &[Decimal], parts: &mut [Decimal], room: &mut Room) {
    room.rests.clear();
    let mut left = whole;
    for (position, &weight) in weights.iter().enumerate() {
        let product = whole * weight;
        let rest = product % room.sum;
        parts[position] = (product - rest) / room.sum;
        left -= parts[position];
        room.rests.push((-rest, position));
    }
    let left = usize::try_from(left).expect("fewer units than parties");
    if left > 0 {
        room.rests.select_nth_unstable(left - 1);
        for &(_, position) in &room.rests[..left] {
            parts[position] += Decimal::ONE;
        }
    }
}
