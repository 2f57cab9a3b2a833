//! Every bounded split of a small world against the definition x = clamp(t · weight, floor, ceiling): 2 and 3 parties,
//! weights 0 to 3, floors and ceilings on both sides of zero, wholes of -8 to 8 cents, every tie rule.
//!
//! The oracle looks up the sum of the clamped parts at every bend, draws the line through the two bends around the whole
//! and reads `t` from it; then it clamps again and sorts the exact remainders.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use num_rational::Ratio;
use std::cmp::Reverse;
use support::{Pair, bounds, cents, every_list, priority};
use taakgericht::exact::{Amount, Split, TieRule, Weights};
use taakgericht::{Error, Kind};

type Fraction = Ratio<i64>;

const WHOLES: std::ops::RangeInclusive<i64> = -8..=8;

/// What the definition says about one case.
enum Exact {
    Parts(Vec<Fraction>),
    /// The bounds add up to this, too much or too little.
    Infeasible(Fraction),
}

fn clamp(t: Fraction, weight: i64, (floor, ceiling): Pair) -> Fraction {
    let mut part = t * weight;
    part = floor.map_or(part, |floor| part.max(floor.into()));
    ceiling.map_or(part, |ceiling| part.min(ceiling.into()))
}

fn clamped(t: Fraction, weights: &[i64], pairs: &[Pair]) -> Vec<Fraction> {
    weights.iter().zip(pairs).map(|(&weight, &pair)| clamp(t, weight, pair)).collect()
}

fn sum(parts: &[Fraction]) -> Fraction {
    parts.iter().sum()
}

/// The sum of the parts at every bend, and a step before the first and after the last: straight in between.
fn corners(weights: &[i64], pairs: &[Pair]) -> Vec<(Fraction, Fraction)> {
    let limits = |(&weight, &(floor, ceiling)): (&i64, &Pair)| {
        let at = move |limit: i64| Fraction::new(limit, weight);
        floor.into_iter().chain(ceiling).filter(move |_| weight > 0).map(at).collect::<Vec<_>>()
    };
    let mut bends: Vec<Fraction> = weights.iter().zip(pairs).flat_map(limits).collect();
    bends.push(Fraction::from(0));
    bends.sort();
    bends.dedup();
    // With weights of at least 1 and bounds of at most 5 the line before the first bend reaches -8 within 20.
    bends.insert(0, bends[0] - 20);
    bends.push(bends[bends.len() - 1] + 20);
    bends.into_iter().map(|t| (t, sum(&clamped(t, weights, pairs)))).collect()
}

/// The parts for the `t` at which they add up to the whole.
fn solve(whole: i64, weights: &[i64], pairs: &[Pair], corners: &[(Fraction, Fraction)]) -> Exact {
    let whole = Fraction::from(whole);
    if corners[0].1 > whole {
        return Exact::Infeasible(corners[0].1);
    }
    let Some(after) = corners.iter().position(|&(_, sum)| sum >= whole) else {
        return Exact::Infeasible(corners[corners.len() - 1].1);
    };
    let (t_after, sum_after) = corners[after];
    let (t_before, sum_before) = corners[after.saturating_sub(1)];
    let t = if sum_after == whole {
        t_after
    } else {
        t_before + (whole - sum_before) * (t_after - t_before) / (sum_after - sum_before)
    };
    Exact::Parts(clamped(t, weights, pairs))
}

/// The parts in whole cents: rounded towards zero, and the cents left over to the largest remainders, in this order.
fn placed(exact: &[Fraction], order: &[usize]) -> Vec<i64> {
    // All parts between their bounds have the sign of t; a bound itself is whole. So rounding to zero mirrors.
    let mut parts: Vec<i64> = exact.iter().map(|part| part.to_integer()).collect();
    let remainder = |party: usize| (exact[party] - parts[party]).abs();
    let mut queue = order.to_vec();
    queue.sort_by_key(|&party| Reverse(remainder(party)));
    let left = sum(exact).to_integer() - parts.iter().sum::<i64>();
    for &party in queue.iter().take(left.unsigned_abs() as usize) {
        parts[party] += left.signum();
    }
    parts
}

trait Magnitude {
    fn abs(self) -> Fraction;
}

impl Magnitude for Fraction {
    fn abs(self) -> Fraction {
        self.max(-self)
    }
}

/// The parties whose part depends on the order: those on the remainder where the cents run out.
fn tied(exact: &[Fraction]) -> Vec<usize> {
    let declared: Vec<usize> = (0..exact.len()).collect();
    let orders = support::every_order(exact.len());
    let outcomes: Vec<Vec<i64>> = orders.iter().map(|order| placed(exact, order)).collect();
    let depends = |&party: &usize| outcomes.iter().any(|parts| parts[party] != outcomes[0][party]);
    declared.into_iter().filter(depends).collect()
}

fn assert_infeasible(error: &Error, sum: Fraction, whole: i64, case: &str) {
    let (which, by) = if sum > whole.into() {
        ("floors", format!("{} too much", Amount::from_cents((sum - whole).to_integer())))
    } else {
        ("ceilings", format!("{} too little", Amount::from_cents((sum - whole).abs().to_integer())))
    };
    let sum = Amount::from_cents(sum.to_integer());
    let text = format!("{which} that add up to {sum}, {by}, expected {which} that leave room for the whole of ");
    assert_eq!(error.kind(), Kind::Bounds, "{case}");
    assert!(error.to_string().starts_with(&text), "{error} is not {text}");
}

/// Compares one case under every tie rule.
fn compare(whole: i64, weights: &[i64], proved: &Weights, pairs: &[Pair], exact: &Exact) {
    let limits = bounds(pairs);
    for tie in TieRule::ALL {
        let found = Split::default().tie(tie).divide_bounded(Amount::from_cents(whole), proved, &limits);
        let case = || format!("{whole} by {weights:?} within {pairs:?}, {tie:?}");
        match (exact, found) {
            (Exact::Infeasible(sum), Err(error)) => assert_infeasible(&error, *sum, whole, &case()),
            (Exact::Parts(exact), Ok(parts)) => {
                assert!(tie != TieRule::Refuse || tied(exact).is_empty(), "{}: not refused", case());
                let order = priority(tie, weights).unwrap_or_else(|| (0..weights.len()).collect());
                assert_eq!(cents(&parts), placed(exact, &order), "{}", case());
            }
            (Exact::Parts(exact), Err(error)) => {
                assert_eq!((tie, error.kind()), (TieRule::Refuse, Kind::Tie), "{}", case());
                assert_eq!(error.positions(), tied(exact), "{}", case());
            }
            (Exact::Infeasible(sum), Ok(parts)) => panic!("{}: {parts:?}, yet the bounds add up to {sum}", case()),
        }
        // Without a fraction nothing is left to a tie rule.
        if matches!(exact, Exact::Infeasible(_)) {
            break;
        }
    }
}

/// Every list of weights, bounds and whole; gives how many there are.
fn compare_all(parties: u32, limits: &[Pair]) -> usize {
    let mut compared = 0;
    for weights in every_list(parties, 4).filter(|weights| weights.iter().any(|&weight| weight > 0)) {
        let weights: Vec<i64> = weights.iter().map(|&weight| weight as i64).collect();
        let proved = Weights::from_integers(&weights).expect("someone has a weight");
        for chosen in every_list(parties, limits.len()) {
            let pairs: Vec<Pair> = chosen.iter().map(|&choice| limits[choice]).collect();
            let corners = corners(&weights, &pairs);
            for whole in WHOLES {
                compare(whole, &weights, &proved, &pairs, &solve(whole, &weights, &pairs, &corners));
                compared += 1;
            }
        }
    }
    compared
}

#[test]
fn two_parties_within_every_pair_of_bounds() {
    let limits: Vec<Pair> = [None, Some(-3), Some(-1), Some(0), Some(2)]
        .into_iter()
        .flat_map(|floor| [None, Some(-2), Some(0), Some(1), Some(5)].map(|ceiling| (floor, ceiling)))
        .filter(|(floor, ceiling)| floor.zip(*ceiling).is_none_or(|(floor, ceiling)| floor <= ceiling))
        .collect();
    assert_eq!(compare_all(2, &limits), 15 * limits.len().pow(2) * 17);
}

#[test]
fn three_parties_within_bounds_of_every_shape() {
    let limits: [Pair; 7] = [
        (None, None),
        (Some(0), None),
        (Some(2), None),
        (None, Some(1)),
        (None, Some(-1)),
        (Some(-2), Some(3)),
        (Some(1), Some(1)),
    ];
    assert_eq!(compare_all(3, &limits), 63 * limits.len().pow(3) * 17);
}
