//! A split over 342 municipalities (the Netherlands in 2023) beside what one would write by hand.
//!
//! Every answer is compared with the others before anything is timed, so a wrong one stops the bench.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_sign_loss,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

mod peers;

use criterion::{Criterion, criterion_group, criterion_main};
use peers::random::Random;
use peers::{bounded_integers, bounded_naive_decimal, careful_decimal, integer_kernel, naive_decimal};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::hint::black_box;
use taakgericht::exact::{Amount, Bounds, Divider, Scratch, Split, Weights};

const MUNICIPALITIES: usize = 342;
/// Wholes that are divided in turn, so that no branch is learnt by heart.
const WHOLES: usize = 512;

/// The data of the bench, in the form that each contestant takes.
struct Data {
    wholes: Vec<i64>,
    weights: Vec<i64>,
}

impl Data {
    /// Budgets of up to a billion euros.
    fn new() -> Data {
        let mut random = Random::new(342);
        Data { wholes: random.budgets(WHOLES, 1_000_000_000), weights: random.youths(MUNICIPALITIES) }
    }

    fn proved(&self) -> Weights {
        Weights::from_integers(&self.weights).expect("youths are not negative")
    }

    fn decimals(&self) -> Vec<Decimal> {
        self.weights.iter().copied().map(Decimal::from).collect()
    }

    /// Half of the municipalities have a floor or a ceiling near their share of this whole.
    fn bounds(&self, whole: i64) -> Vec<Bounds> {
        let sum: i64 = self.weights.iter().sum();
        let cents = |weight: i64| i128::from(whole) * i128::from(weight) / i128::from(sum);
        let share = |weight: i64| Some(Amount::from_cents(i64::try_from(cents(weight)).expect("a part of the whole")));
        let bound = |(position, &weight): (usize, &i64)| match position % 4 {
            0 => Bounds { floor: share(weight * 11 / 10), ceiling: None },
            1 => Bounds { floor: share(weight / 2), ceiling: share(weight * 19 / 20) },
            _ => Bounds::default(),
        };
        self.weights.iter().enumerate().map(bound).collect()
    }
}

/// Calls `work` with each whole in turn.
fn in_turn<'a, T: Copy>(wholes: &'a [T], mut work: impl FnMut(T) + 'a) -> impl FnMut() + 'a {
    let mut turn = wholes.iter().cycle();
    move || work(black_box(*turn.next().expect("a cycle does not end")))
}

fn cents(parts: &[Amount]) -> Vec<i64> {
    parts.iter().map(|part| part.cents()).collect()
}

fn whole_numbers(parts: &[Decimal]) -> Vec<i64> {
    parts.iter().map(|part| part.to_i64().expect("whole cents")).collect()
}

/// Proves that all give the same parts, for every whole.
fn compare(data: &Data, divider: &Divider) {
    let weights: Vec<u64> = data.weights.iter().map(|&weight| weight as u64).collect();
    let (sum, decimals) = (weights.iter().sum(), data.decimals());
    let (mut ours, mut scratch) = (vec![Amount::ZERO; MUNICIPALITIES], Scratch::default());
    let (mut by_hand, mut room) = (vec![0; MUNICIPALITIES], integer_kernel::Room::new(MUNICIPALITIES));
    let (mut careful, mut careful_room) = (decimals.clone(), careful_decimal::Room::new(&decimals));
    for &whole in &data.wholes {
        divider.divide_into(Amount::from_cents(whole), &mut ours, &mut scratch).expect("ties go to the first");
        integer_kernel::split(whole, &weights, sum, &mut by_hand, &mut room);
        careful_decimal::split(whole.into(), &decimals, &mut careful, &mut careful_room);
        let naive = naive_decimal::split(whole.into(), &decimals);
        assert_eq!(cents(&ours), by_hand, "the integer kernel on {whole}");
        assert_eq!(cents(&ours), whole_numbers(&careful), "careful decimals on {whole}");
        assert_eq!(cents(&ours), whole_numbers(&naive), "naive decimals on {whole}");
    }
}

fn split(criterion: &mut Criterion) {
    let data = Data::new();
    let divider = Split::default().prepare(&data.proved()).expect("the weights fit");
    compare(&data, &divider);
    let mut group = criterion.benchmark_group("split over 342 parties");

    let wholes: Vec<Amount> = data.wholes.iter().copied().map(Amount::from_cents).collect();
    let (mut parts, mut scratch) = (vec![Amount::ZERO; MUNICIPALITIES], Scratch::default());
    let mut ours = in_turn(&wholes, |whole| {
        divider.divide_into(whole, black_box(&mut parts), &mut scratch).expect("ties go to the first");
    });
    group.bench_function("taakgericht", |bencher| bencher.iter(&mut ours));

    let weights: Vec<u64> = data.weights.iter().map(|&weight| weight as u64).collect();
    let sum = black_box(weights.iter().sum());
    let (mut parts, mut room) = (vec![0; MUNICIPALITIES], integer_kernel::Room::new(MUNICIPALITIES));
    let mut by_hand = in_turn(&data.wholes, |whole| {
        integer_kernel::split(whole, black_box(&weights), sum, black_box(&mut parts), &mut room);
    });
    group.bench_function("hand-written integers", |bencher| bencher.iter(&mut by_hand));

    let (decimals, wholes) = (data.decimals(), data.wholes.iter().copied().map(Decimal::from).collect::<Vec<_>>());
    let (mut parts, mut room) = (decimals.clone(), careful_decimal::Room::new(&decimals));
    let mut careful = in_turn(&wholes, |whole| {
        careful_decimal::split(whole, black_box(&decimals), black_box(&mut parts), &mut room);
    });
    group.bench_function("careful decimals", |bencher| bencher.iter(&mut careful));
    let mut naive = in_turn(&wholes, |whole| {
        black_box(naive_decimal::split(whole, black_box(&decimals)));
    });
    group.bench_function("naive decimals", |bencher| bencher.iter(&mut naive));
    group.finish();
}

/// The bounded case in the form that each contestant takes.
struct BoundedCase {
    whole: i64,
    weights: Weights,
    bounds: Vec<Bounds>,
    integers: bounded_integers::Parties,
    decimals: Vec<bounded_naive_decimal::Party>,
}

impl BoundedCase {
    fn new() -> BoundedCase {
        let (data, whole) = (Data::new(), 123_456_789_012);
        let bounds = data.bounds(whole);
        let cents = |bound: Option<Amount>, limit: i64| bound.map_or(limit, Amount::cents);
        let decimal = |bound: Option<Amount>| bound.map(|bound| Decimal::from(bound.cents()));
        let parties = data.decimals().into_iter().zip(&bounds);
        BoundedCase {
            whole,
            weights: data.proved(),
            integers: bounded_integers::Parties {
                weights: data.weights.iter().map(|&weight| weight as u64).collect(),
                floors: bounds.iter().map(|bounds| cents(bounds.floor, i64::MIN)).collect(),
                ceilings: bounds.iter().map(|bounds| cents(bounds.ceiling, i64::MAX)).collect(),
            },
            decimals: parties
                .map(|(weight, bounds)| (weight, decimal(bounds.floor), decimal(bounds.ceiling)))
                .collect(),
            bounds,
        }
    }
}

fn bounded(criterion: &mut Criterion) {
    let case = BoundedCase::new();
    let ours =
        || Split::default().divide_bounded(Amount::from_cents(case.whole), &case.weights, black_box(&case.bounds));
    let (mut parts, mut room) = (vec![0; MUNICIPALITIES], bounded_integers::Room::new());
    let mut kernel = integer_kernel::Room::new(MUNICIPALITIES);
    let mut by_hand = || {
        bounded_integers::split(case.whole, black_box(&case.integers), &mut parts, &mut room, &mut kernel);
        parts.clone()
    };
    let naive = || bounded_naive_decimal::split(case.whole.into(), black_box(&case.decimals));
    let expected = cents(&ours().expect("the bounds leave room"));
    assert_eq!(expected, by_hand(), "the integer kernel");
    assert_eq!(expected, whole_numbers(&naive()), "naive decimals");

    let mut group = criterion.benchmark_group("bounded split over 342 parties");
    group.bench_function("taakgericht", |bencher| bencher.iter(ours));
    group.bench_function("hand-written integers", |bencher| bencher.iter(&mut by_hand));
    group.bench_function("naive decimals", |bencher| bencher.iter(naive));
    group.finish();
}

criterion_group!(benches, split, bounded);
criterion_main!(benches);
