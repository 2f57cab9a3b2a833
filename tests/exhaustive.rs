//! Every split of a small world against the definition: up to 4 parties, weights 0 to 6, wholes of -24 to 24 cents, every
//! method and tie rule.
//!
//! The oracle does not know the crate's code. It sorts exact remainders, or hands out seats one by one to the highest
//! claim, all in fractions of arbitrary precision. It decides what a tie is by trying every order of the parties: those
//! whose part depends on the order tie.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    clippy::as_conversions,
    clippy::cast_possible_wrap,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use num_bigint::BigInt;
use num_rational::BigRational;
use std::cmp::Reverse;
use support::{amounts, every_list, every_order, priority};
use taakgericht::exact::{Amount, Method, Split, TieRule, Weights};
use taakgericht::{Error, Kind};

const PARTIES: u32 = 4;
const LARGEST_WEIGHT: usize = 6;
const LARGEST_WHOLE: usize = 24;

/// The parts of each whole from 0 to 24.
type Outcome = Vec<Vec<usize>>;

fn fraction(above: usize, below: usize) -> BigRational {
    BigRational::new(BigInt::from(above), BigInt::from(below))
}

/// How strong a claim to one more seat is; no signpost at all beats every other, and then the larger weight.
fn strength(method: Method, weight: usize, held: usize) -> (bool, BigRational) {
    let (measure, signpost) = match method {
        Method::Jefferson => (fraction(weight, 1), fraction(held + 1, 1)),
        Method::Webster => (fraction(weight, 1), fraction(2 * held + 1, 2)),
        Method::Adams => (fraction(weight, 1), fraction(held, 1)),
        // Both squared: the signpost is the square root of held · (held + 1).
        _ => (fraction(weight * weight, 1), fraction(held * (held + 1), 1)),
    };
    let first = signpost == fraction(0, 1);
    (first, if first { measure } else { measure / signpost })
}

/// The place of every number in a sorted list, so that the fractions are compared only once.
fn places<T: Ord + Clone>(numbers: &[Vec<T>]) -> Vec<Vec<usize>> {
    let mut sorted = numbers.concat();
    sorted.sort();
    sorted.dedup();
    let place = |number: &T| sorted.binary_search(number).expect("it is in the list");
    numbers.iter().map(|row| row.iter().map(place).collect()).collect()
}

/// By weight and seats held: how strong the claim is.
fn claims(method: Method) -> Vec<Vec<usize>> {
    let row = |weight| (0..=LARGEST_WHOLE).map(|held| strength(method, weight, held)).collect();
    places(&(0..=LARGEST_WEIGHT).map(row).collect::<Vec<_>>())
}

/// Seats one by one, each to the highest claim; of equal claims the one that is first in `order`.
fn seats(claims: &[Vec<usize>], weights: &[usize], order: &[usize]) -> Outcome {
    let mut held = vec![0; weights.len()];
    let mut outcome = vec![held.clone()];
    for _ in 0..LARGEST_WHOLE {
        let weighty = order.iter().rev().filter(|&&party| weights[party] > 0);
        // `max_by_key` keeps the last of equals, hence the reversed order.
        let winner = weighty.max_by_key(|&&party| claims[weights[party]][held[party]]);
        held[*winner.expect("someone has a weight")] += 1;
        outcome.push(held.clone());
    }
    outcome
}

/// For every whole, sum and weight: the exact share rounded down, and the place of its remainder among all remainders.
struct Shares {
    floors: Vec<Vec<usize>>,
    remainders: Vec<Vec<usize>>,
}

const WEIGHTS: usize = LARGEST_WEIGHT + 1;

impl Shares {
    fn new(largest_sum: usize) -> Shares {
        let exact = |whole| {
            let share = move |sum| (0..WEIGHTS).map(move |weight| fraction(whole * weight, sum));
            (1..=largest_sum).flat_map(share).collect::<Vec<_>>()
        };
        let shares: Vec<Vec<BigRational>> = (0..=LARGEST_WHOLE).map(exact).collect();
        let floor = |share: &BigRational| usize::try_from(share.floor().to_integer()).expect("small");
        let fract = |share: &BigRational| share - share.floor();
        Shares {
            floors: shares.iter().map(|row| row.iter().map(floor).collect()).collect(),
            remainders: places(&shares.iter().map(|row| row.iter().map(fract).collect()).collect::<Vec<_>>()),
        }
    }

    fn at(sum: usize, weight: usize) -> usize {
        (sum - 1) * WEIGHTS + weight
    }

    fn floors(&self, whole: usize, weights: &[usize]) -> Vec<usize> {
        let sum = weights.iter().sum();
        weights.iter().map(|&weight| self.floors[whole][Shares::at(sum, weight)]).collect()
    }

    /// The parties sorted by remainder; those in front get a unit each until the parts add up.
    fn largest_remainders(&self, weights: &[usize], order: &[usize]) -> Outcome {
        let sum = weights.iter().sum();
        let divide = |whole: usize| {
            let mut parts = self.floors(whole, weights);
            let mut queue = order.to_vec();
            queue.sort_by_key(|&party| Reverse(self.remainders[whole][Shares::at(sum, weights[party])]));
            let left = whole - parts.iter().sum::<usize>();
            queue.iter().take(left).for_each(|&party| parts[party] += 1);
            parts
        };
        (0..=LARGEST_WHOLE).map(divide).collect()
    }

    /// Whole shares, and all that is left to the party that `taker` points at.
    fn rest_to(&self, weights: &[usize], taker: Option<usize>) -> Outcome {
        let divide = |whole: usize| {
            let mut parts = self.floors(whole, weights);
            parts[taker.expect("someone has a weight")] += whole - parts.iter().sum::<usize>();
            parts
        };
        (0..=LARGEST_WHOLE).map(divide).collect()
    }
}

/// Differences of rounded running totals; a half goes up.
fn running_totals(weights: &[usize]) -> Outcome {
    let sum = weights.iter().sum();
    let divide = |whole: usize| {
        let rounded = |running: usize| (fraction(whole * running, sum) + fraction(1, 2)).floor().to_integer();
        let total = |parties: usize| usize::try_from(rounded(weights[..parties].iter().sum())).expect("small");
        (1..=weights.len()).map(|parties| total(parties) - total(parties - 1)).collect()
    };
    (0..=LARGEST_WHOLE).map(divide).collect()
}

/// The oracle for one method.
struct Oracle {
    method: Method,
    claims: Vec<Vec<usize>>,
    shares: Shares,
    orders: Vec<Vec<Vec<usize>>>,
}

impl Oracle {
    fn new(method: Method) -> Oracle {
        Oracle {
            method,
            claims: claims(method),
            shares: Shares::new(PARTIES as usize * LARGEST_WEIGHT),
            orders: (0..=PARTIES as usize).map(every_order).collect(),
        }
    }

    /// What the parties get when equal claims are honoured in this order.
    fn outcome(&self, weights: &[usize], order: &[usize]) -> Outcome {
        match self.method {
            Method::LargestRemainder => self.shares.largest_remainders(weights, order),
            Method::Cumulative => running_totals(weights),
            Method::FirstTakesRest => self.shares.rest_to(weights, weights.iter().position(|&weight| weight > 0)),
            Method::LastTakesRest => self.shares.rest_to(weights, weights.iter().rposition(|&weight| weight > 0)),
            _ => seats(&self.claims, weights, order),
        }
    }

    /// For every whole the parties whose part depends on the order.
    fn tied(&self, weights: &[usize], by_declared_order: &Outcome) -> Vec<Vec<usize>> {
        let mut tied = vec![Vec::new(); LARGEST_WHOLE + 1];
        let ties = !matches!(self.method, Method::Cumulative | Method::FirstTakesRest | Method::LastTakesRest);
        for order in self.orders[weights.len()].iter().filter(|_| ties) {
            let outcome = self.outcome(weights, order);
            for (tied, (parts, declared)) in tied.iter_mut().zip(outcome.iter().zip(by_declared_order)) {
                tied.extend((0..parts.len()).filter(|&party| parts[party] != declared[party]));
            }
        }
        for parties in &mut tied {
            parties.sort_unstable();
            parties.dedup();
        }
        tied
    }
}

fn assert_refused(found: &Result<Vec<Amount>, Error>, tied: &[usize], case: &str) {
    let error = found.as_ref().expect_err(case);
    assert_eq!(error.kind(), Kind::Tie, "{case}");
    assert_eq!(error.positions(), tied, "{case}");
}

/// Compares every whole, of both signs, under one tie rule; gives how many splits were compared.
fn compare(method: Method, tie: TieRule, weights: &[usize], outcome: &Outcome, tied: &[Vec<usize>]) -> usize {
    let proved = Weights::from_integers(&weights.iter().map(|&weight| weight as i64).collect::<Vec<_>>());
    let proved = proved.expect("someone has a weight");
    let split = Split::new(method).tie(tie);
    for (whole, (parts, tied)) in outcome.iter().zip(tied).enumerate() {
        for sign in [1, -1] {
            let found = split.divide(Amount::from_cents(sign * whole as i64), &proved);
            let case = || format!("{sign} x {whole} by {weights:?}, {method:?}, {tie:?}: {found:?}");
            if tie == TieRule::Refuse && !tied.is_empty() {
                assert_refused(&found, tied, &case());
            } else {
                let expected = amounts(&parts.iter().map(|&part| sign * part as i64).collect::<Vec<_>>());
                assert!(found.as_ref() == Ok(&expected), "{}, expected {parts:?}", case());
            }
        }
    }
    2 * outcome.len()
}

/// Every split of the small world by one method; gives how many there are.
fn compare_all(method: Method) -> usize {
    let oracle = Oracle::new(method);
    let mut compared = 0;
    let lists = (1..=PARTIES).flat_map(|parties| every_list(parties, WEIGHTS));
    for weights in lists.filter(|weights| weights.iter().any(|&weight| weight > 0)) {
        let declared: Vec<usize> = (0..weights.len()).collect();
        let by_declared_order = oracle.outcome(&weights, &declared);
        let tied = oracle.tied(&weights, &by_declared_order);
        for tie in TieRule::ALL {
            let order = priority(tie, &weights).unwrap_or_else(|| declared.clone());
            compared += compare(method, tie, &weights, &oracle.outcome(&weights, &order), &tied);
        }
    }
    compared
}

/// 2,796 lists of weights, 25 wholes of both signs, 4 tie rules.
const SPLITS: usize = (7 + 49 + 343 + 2401 - 4) * 50 * 4;

#[test]
fn largest_remainders_are_as_defined() {
    assert_eq!(compare_all(Method::LargestRemainder), SPLITS);
}

#[test]
fn methods_by_declared_order_are_as_defined() {
    for method in [Method::Cumulative, Method::FirstTakesRest, Method::LastTakesRest] {
        assert_eq!(compare_all(method), SPLITS);
    }
}

#[test]
fn webster_and_jefferson_are_as_defined() {
    for method in [Method::Webster, Method::Jefferson] {
        assert_eq!(compare_all(method), SPLITS);
    }
}

#[test]
fn adams_and_huntington_hill_are_as_defined() {
    for method in [Method::Adams, Method::HuntingtonHill] {
        assert_eq!(compare_all(method), SPLITS);
    }
}
