//! Sharing models as a good engineer writes them by hand: one common denominator, 64-bit integers where the numbers fit
//! and 128 otherwise, the cents left over by selection.

use super::pool_data::{PoolYear, Sharing};

/// Room to work in: what each member bears, and the remainder with the position below it.
pub struct Room {
    /// What each member bears, in cents.
    pub borne: Vec<i64>,
    exact: Vec<(i64, i64)>,
    keys: Vec<(u64, usize)>,
}

impl Room {
    pub fn new(members: usize) -> Room {
        Room { borne: vec![0; members], exact: vec![(0, 0); members], keys: vec![(0, 0); members] }
    }
}

/// Settles a year whose costs add up to zero or more; ties go to the first.
pub fn settle(year: &PoolYear, sharing: Sharing, room: &mut Room) {
    let total: i64 = year.costs.iter().sum();
    // Own cost and pot over `scale`: everyone bears own / scale + pot / scale · k / K.
    let (scale, pot) = match sharing {
        Sharing::Insurance => {
            write(room, |_| 0);
            (1, total)
        }
        Sharing::Blend { pooled } => {
            write(room, |member| (100 - pooled) * year.costs[member]);
            (100, pooled * total)
        }
        Sharing::Corridor { band } => {
            write(room, |member| {
                let contribution = year.contributions[member];
                (100 * year.costs[member]).clamp((100 - band) * contribution, (100 + band) * contribution)
            });
            (100, 100 * total - room.exact.iter().map(|&(own, _)| own).sum::<i64>())
        }
        Sharing::StopLoss { threshold, ceded } => {
            let mut pot = 0;
            write(room, |member| {
                let above = ceded * year.above(member, threshold);
                pot += above;
                100 * year.costs[member] - above
            });
            (100, pot)
        }
    };
    room.exact.iter_mut().zip(&year.youths).for_each(|(exact, &youths)| exact.1 = youths);
    let sum: i64 = year.youths.iter().sum();
    let denominator = scale * sum;
    let most = room.exact.iter().map(|&(own, _)| own.abs()).max().unwrap_or(0);
    // |own · K + pot · k| is at most this; a 64-bit division is several times faster.
    let left = if most.checked_mul(sum).and_then(|most| pot.abs().checked_mul(sum)?.checked_add(most)).is_some() {
        divide(room, total, |own, youths| {
            let above = own * sum + pot * youths;
            (above.div_euclid(denominator), above.rem_euclid(denominator) as u64)
        })
    } else {
        let (sum, pot, denominator) = (i128::from(sum), i128::from(pot), i128::from(denominator));
        divide(room, total, |own, youths| {
            let above = i128::from(own) * sum + pot * i128::from(youths);
            (above.div_euclid(denominator) as i64, above.rem_euclid(denominator) as u64)
        })
    };
    if left > 0 {
        let first = room.keys.len() - left as usize;
        room.keys.select_nth_unstable(first);
        for &(_, position) in &room.keys[first..] {
            room.borne[!position] += 1;
        }
    }
}

fn write(room: &mut Room, mut own: impl FnMut(usize) -> i64) {
    room.exact.iter_mut().enumerate().for_each(|(member, exact)| exact.0 = own(member));
}

/// Writes everyone's floor and the keys by which the cents left over go round; gives how many these are.
fn divide(room: &mut Room, total: i64, divided: impl Fn(i64, i64) -> (i64, u64)) -> i64 {
    let mut left = total;
    for (position, &(own, youths)) in room.exact.iter().enumerate() {
        let (floor, rest) = divided(own, youths);
        room.borne[position] = floor;
        room.keys[position] = (rest, !position); // positions count down: of equal remainders the first is the largest
        left -= floor;
    }
    left
}
