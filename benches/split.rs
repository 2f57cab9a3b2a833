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
use peers::{careful_decimal, integer_kernel, naive_decimal};
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
        let mut random = Random(342);
        Data {
            wholes: random.budgets(WHOLES, 1_000_000_000),
            weights: random.youths(MUNICIPALITIES),
        }
    }

    fn proved(&self) -> Weights {
        Weights::from_integers(&self.weights).expect("youths are not negative")
    }

    fn decimals(&self) -> Vec<Decimal> {
        self.weights.iter().copied().map(Decimal::from).collect()
    }

    /// Half of the municipalities have a floor or a ceiling around their share of a whole.
    fn bounds(&self, whole: i64) -> Vec<Bounds> {
        let sum: i64 = self.weights.iter().sum();
        let share = |weight: i64| Amount::from_cents((i128::from(whole) * i128::from(weight) / i128::from(sum)) as i64);
        let bound = |(position, &weight): (usize, &i64)| match position % 4 {
            0 => Bounds {
                floor: Some(share(weight * 11 / 10)),
                ceiling: None,
            },
            1 => Bounds {
                floor: Some(share(weight / 2)),
                ceiling: Some(share(weight * 19 / 20)),
            },
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
        divider
            .divide_into(Amount::from_cents(whole), &mut ours, &mut scratch)
            .expect("ties go to the first");
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
        divider
            .divide_into(whole, black_box(&mut parts), &mut scratch)
            .expect("ties go to the first");
    });
    group.bench_function("taakgericht", |bencher| bencher.iter(&mut ours));

    let weights: Vec<u64> = data.weights.iter().map(|&weight| weight as u64).collect();
    let sum = black_box(weights.iter().sum());
    let (mut parts, mut room) = (vec![0; MUNICIPALITIES], integer_kernel::Room::new(MUNICIPALITIES));
    let mut by_hand = in_turn(&data.wholes, |whole| {
        integer_kernel::split(whole, black_box(&weights), sum, black_box(&mut parts), &mut room);
    });
    group.bench_function("hand-written integers", |bencher| bencher.iter(&mut by_hand));

    let (decimals, wholes) = (
        data.decimals(),
        data.wholes.iter().copied().map(Decimal::from).collect::<Vec<_>>(),
    );
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

fn bounded(criterion: &mut Criterion) {
    let (data, whole) = (Data::new(), 1_234_567_890_12);
    let (weights, bounds) = (data.proved(), data.bounds(whole));
    let divide = || Split::default().divide_bounded(Amount::from_cents(whole), &weights, black_box(&bounds));
    let parts = divide().expect("the bounds leave room");
    assert_eq!(Amount::sum(&parts), Ok(Amount::from_cents(whole)), "parts_sum_to_whole");
    for (part, Bounds { floor, ceiling }) in parts.iter().zip(&bounds) {
        assert!(floor.is_none_or(|floor| *part >= floor) && ceiling.is_none_or(|ceiling| *part <= ceiling));
    }
    criterion.bench_function("bounded split over 342 parties", |bencher| bencher.iter(divide));
}

criterion_group!(benches, split, bounded);
criterion_main!(benches);
