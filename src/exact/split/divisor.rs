//! The divisor methods: Webster, Jefferson, Adams and Huntington–Hill.
//!
//! Every unit that a party may get has a claim: the weight divided by a signpost that grows with what the party already
//! has. The units go to the highest claims. Handing out billions of cents one by one would take for ever, so the count
//! starts from the exact quotas, rounded by the method's own rule. Together these are off by at most one unit per party; a
//! heap moves those last units.
//!
//! Source: `SOURCES.md#divisor-methods` (Balinski and Young).
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::Error;
use crate::exact::split::method::{Method, TieRule};
use crate::exact::wide::{compare_products, multiply_divide, product};
use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// How strong a claim to one more unit is: `weight / signpost`, where a signpost of zero beats every other one.
#[derive(Clone, Copy, Debug)]
struct Claim {
    method: Method,
    weight: u128,
    /// What the party has before the unit.
    held: u64,
}

impl Claim {
    /// The signpost as a whole number, the same multiple for all parties; for Huntington–Hill its square.
    fn signpost(self) -> u128 {
        let held = u128::from(self.held); // at most 2^63
        match self.method {
            Method::Webster => 2 * held + 1,
            Method::Adams => held,
            Method::HuntingtonHill => held * (held + 1),
            _ => held + 1,
        }
    }

    /// The weight, or its square where the signpost is a square (these weights have at most 62 bits).
    fn measure(self) -> u128 {
        if self.method == Method::HuntingtonHill { self.weight * self.weight } else { self.weight }
    }

    fn strength(&self, other: &Claim) -> Ordering {
        match (self.signpost(), other.signpost()) {
            // First units that everyone is entitled to go to the larger weight.
            (0, 0) => self.weight.cmp(&other.weight),
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            (ours, theirs) => compare_products(self.measure(), theirs, other.measure(), ours),
        }
    }
}

/// A party's claim in a heap: the top is the claim that goes first.
struct Entry {
    claim: Claim,
    /// Where the party stands in the order of the tie rule; the lowest goes first.
    rank: usize,
    party: usize,
    /// Whether the top is the weakest claim instead (for taking units back).
    weakest_first: bool,
}

impl Ord for Entry {
    fn cmp(&self, other: &Entry) -> Ordering {
        let stronger = self.claim.strength(&other.claim).then(other.rank.cmp(&self.rank));
        if self.weakest_first { stronger.reverse() } else { stronger }
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Entry) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Entry {}

/// Divides `whole` units; `counts` get what each party holds.
pub(crate) fn seats(
    method: Method,
    tie: TieRule,
    whole: u64,
    weights: &[u128],
    sum: u128,
    counts: &mut [u64],
) -> Result<(), Error> {
    let mut total = 0_u128;
    for (&weight, count) in weights.iter().zip(counts.iter_mut()) {
        *count = at_exact_quota(method, whole, weight, sum);
        total += u128::from(*count); // at most one per party above the whole
    }
    let ranks = ranks(tie, weights);
    let whole_wide = u128::from(whole);
    if total < whole_wide {
        add_units(method, whole_wide - total, weights, &ranks, counts);
    } else {
        take_units(method, total - whole_wide, weights, &ranks, counts);
    }
    if tie == TieRule::Refuse { refuse_tie(method, weights, counts) } else { Ok(()) }
}

/// How many claims of a party are at least as strong as one unit of the exact quota per signpost.
///
/// With quota = whole · weight / sum = q + rest/sum, that is where the signpost lies: at the half for Webster, at q for
/// Jefferson, at q + 1 for Adams (when anything is left), at the geometric mean for Huntington–Hill.
fn at_exact_quota(method: Method, whole: u64, weight: u128, sum: u128) -> u64 {
    let exact = multiply_divide(u128::from(whole), weight, sum);
    let (quotient, rest) = exact.expect("weight <= sum, so the quotient is at most the whole");
    let floor = u64::try_from(quotient).expect("the quotient is at most the whole, which has 64 bits");
    let goes_up = match method {
        Method::Webster => rest * 2 > sum, // rest < sum < 2^127
        Method::Adams => rest > 0,
        Method::HuntingtonHill => above_geometric_mean(whole, weight, sum, quotient),
        _ => false,
    };
    floor + u64::from(goes_up) // floor < whole when anything is left
}

/// Whether quota² > q(q+1); with these weights all four factors have at most 126 bits.
fn above_geometric_mean(whole: u64, weight: u128, sum: u128, quotient: u128) -> bool {
    let quota = u128::from(whole) * weight; // 63 and 62 bits
    product(quota, quota) > product(quotient * (quotient + 1), sum * sum)
}

/// Where each party stands in the order of the tie rule.
fn ranks(tie: TieRule, weights: &[u128]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    // Refuse is checked afterwards, on the outcome; until then any order will do.
    let rule = if tie == TieRule::Refuse { TieRule::First } else { tie };
    rule.order(&mut order, weights, 0).expect("only Refuse refuses");
    let mut ranks = alloc::vec![0; order.len()];
    for (rank, &party) in order.iter().enumerate() {
        ranks[party] = rank;
    }
    ranks
}

fn entry(method: Method, weights: &[u128], ranks: &[usize], party: usize, held: u64, weakest_first: bool) -> Entry {
    Entry { claim: Claim { method, weight: weights[party], held }, rank: ranks[party], party, weakest_first }
}

/// Gives `units` more, each to the strongest claim.
fn add_units(method: Method, units: u128, weights: &[u128], ranks: &[usize], counts: &mut [u64]) {
    let weighty = (0..weights.len()).filter(|&party| weights[party] > 0);
    let mut heap: BinaryHeap<Entry> =
        weighty.map(|party| entry(method, weights, ranks, party, counts[party], false)).collect();
    for _ in 0..units {
        let Some(top) = heap.pop() else { return };
        counts[top.party] += 1; // at most the whole
        heap.push(entry(method, weights, ranks, top.party, counts[top.party], false));
    }
}

/// Takes `units` back, each from the weakest claim that was honoured.
fn take_units(method: Method, units: u128, weights: &[u128], ranks: &[usize], counts: &mut [u64]) {
    let holders = (0..weights.len()).filter(|&party| counts[party] > 0);
    let mut heap: BinaryHeap<Entry> =
        holders.map(|party| entry(method, weights, ranks, party, counts[party] - 1, true)).collect();
    for _ in 0..units {
        let Some(top) = heap.pop() else { return };
        counts[top.party] -= 1; // only holders are in the heap
        if counts[top.party] > 0 {
            heap.push(entry(method, weights, ranks, top.party, counts[top.party] - 1, true));
        }
    }
}

/// An error when the weakest honoured claim and the strongest claim that was not are equally strong.
fn refuse_tie(method: Method, weights: &[u128], counts: &[u64]) -> Result<(), Error> {
    let claim = |party: usize, held: u64| Claim { method, weight: weights[party], held };
    let weighty: Vec<usize> = (0..weights.len()).filter(|&party| weights[party] > 0).collect();
    let honoured: Vec<(usize, Claim)> = weighty
        .iter()
        .filter(|&&party| counts[party] > 0)
        .map(|&party| (party, claim(party, counts[party] - 1)))
        .collect();
    let refused: Vec<(usize, Claim)> = weighty.iter().map(|&party| (party, claim(party, counts[party]))).collect();
    let weakest = honoured.iter().map(|(_, claim)| claim).min_by(|a, b| a.strength(b));
    let Some(weakest) = weakest else { return Ok(()) };
    let equal = |claims: &[(usize, Claim)]| -> Vec<usize> {
        let tied = claims.iter().filter(|(_, claim)| claim.strength(weakest) == Ordering::Equal);
        tied.map(|&(party, _)| party).collect()
    };
    let (units, left_out) = (equal(&honoured), equal(&refused));
    if left_out.is_empty() {
        return Ok(());
    }
    let mut tied = units.clone();
    tied.extend(left_out);
    tied.sort_unstable();
    tied.dedup();
    TieRule::Refuse.order(&mut tied, weights, units.len())
}
