//! A bounded split by hand: the bends sorted by cross-multiplication in 128 bits, a sweep, and the integer kernel for the
//! parties that are left between their bounds.

use crate::peers::integer_kernel;

/// The weights with their bounds; `i64::MIN` and `i64::MAX` are no limit.
pub struct Parties {
    pub weights: Vec<u64>,
    pub floors: Vec<i64>,
    pub ceilings: Vec<i64>,
}

/// Where a party leaves its floor (`true`) or reaches its ceiling.
type Bend = (i64, u64, usize, bool);

/// Room to work in.
pub struct Room {
    bends: Vec<Bend>,
    free: Vec<usize>,
    free_weights: Vec<u64>,
    free_parts: Vec<i64>,
}

impl Room {
    pub fn new() -> Room {
        Room { bends: Vec::new(), free: Vec::new(), free_weights: Vec::new(), free_parts: Vec::new() }
    }
}

/// Splits a whole of zero or more; every weight is above zero and the bounds leave room.
pub fn split(whole: i64, parties: &Parties, parts: &mut [i64], room: &mut Room, kernel: &mut integer_kernel::Room) {
    let (mut fixed, mut slope) = (0_i64, 0_u64);
    room.bends.clear();
    for (party, &weight) in parties.weights.iter().enumerate() {
        let (floor, ceiling) = (parties.floors[party], parties.ceilings[party]);
        if floor == i64::MIN {
            slope += weight;
        } else {
            fixed += floor;
            room.bends.push((floor, weight, party, true));
        }
        if ceiling != i64::MAX {
            room.bends.push((ceiling, weight, party, false));
        }
        parts[party] = floor;
    }
    room.bends.sort_by(|a, b| (i128::from(a.0) * i128::from(b.1)).cmp(&(i128::from(b.0) * i128::from(a.1))));
    for &(bound, weight, party, leaves_floor) in &room.bends {
        if i128::from(slope) * i128::from(bound) >= i128::from(whole - fixed) * i128::from(weight) {
            break;
        }
        if leaves_floor {
            (fixed, slope, parts[party]) = (fixed - bound, slope + weight, i64::MIN);
        } else {
            (fixed, slope, parts[party]) = (fixed + bound, slope - weight, bound);
        }
    }
    room.free.clear();
    room.free.extend((0..parts.len()).filter(|&party| parts[party] == i64::MIN));
    room.free_weights.clear();
    room.free_weights.extend(room.free.iter().map(|&party| parties.weights[party]));
    room.free_parts.resize(room.free.len(), 0);
    kernel.resize(room.free.len());
    integer_kernel::split(whole - fixed, &room.free_weights, slope, &mut room.free_parts, kernel);
    for (&party, &part) in room.free.iter().zip(&room.free_parts) {
        parts[party] = part;
    }
}
