//! Largest remainders as a good engineer writes them by hand: 64-bit integers, one division per party, no allocation.

/// Room to work in: the remainder above, the position below, so that one number carries both.
pub struct Room {
    keys: Vec<u64>,
}

/// Bits for the position; the remainders have the other 52.
const POSITION: u32 = 12;

impl Room {
    pub fn new(parties: usize) -> Room {
        let mut room = Room { keys: Vec::new() };
        room.resize(parties);
        room
    }

    pub fn resize(&mut self, parties: usize) {
        assert!(parties < 1 << POSITION);
        self.keys.resize(parties, 0);
    }
}

/// Splits a whole of zero or more; the sum of the weights is below 2^52; ties go to the first.
pub fn split(whole: i64, weights: &[u64], sum: u64, parts: &mut [i64], room: &mut Room) {
    let whole = whole as u64;
    // The product of most budgets and weights fits in 64 bits, and then the division is several times faster.
    let left = if whole.checked_mul(sum).is_some() {
        floors(whole, weights, parts, room, |weight| {
            let product = whole * weight;
            (product / sum, product % sum)
        })
    } else {
        let (wide_whole, wide_sum) = (u128::from(whole), u128::from(sum));
        floors(whole, weights, parts, room, |weight| {
            let product = wide_whole * u128::from(weight);
            ((product / wide_sum) as u64, (product % wide_sum) as u64)
        })
    };
    if left > 0 {
        let first = room.keys.len() - left as usize;
        room.keys.select_nth_unstable(first);
        for key in &room.keys[first..] {
            parts[last_position(*key)] += 1;
        }
    }
}

/// Writes everyone's floor and the keys by which the units that are left over go round; gives how many these are.
fn floors(whole: u64, weights: &[u64], parts: &mut [i64], room: &mut Room, divide: impl Fn(u64) -> (u64, u64)) -> u64 {
    let mut left = whole;
    for (position, ((&weight, part), key)) in weights.iter().zip(parts).zip(&mut room.keys).enumerate() {
        let (floor, rest) = divide(weight);
        *part = floor as i64;
        *key = rest << POSITION | last_position(position as u64) as u64;
        left -= floor;
    }
    left
}

/// Positions count down, so that of equal remainders the first is the largest key; the same function turns them back.
fn last_position(key: u64) -> usize {
    let mask = (1 << POSITION) - 1;
    (mask - (key & mask)) as usize
}
