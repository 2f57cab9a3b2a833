//! Rounding a table of 342 municipalities by 60 lines so that it adds up both ways, beside a textbook.
//!
//! The sum of all deviations is compared before anything is timed, so a worse table stops the bench.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

mod peers;

use criterion::{Criterion, criterion_group, criterion_main};
use peers::random::Random;
use peers::table_textbook::deviation;
use rust_decimal::Decimal;
use std::hint::black_box;
use taakgericht::exact::{Amount, Ratio, Table};

/// All municipalities; a few where nothing is optimised, so that testing the bench stays quick.
const ROWS: usize = if cfg!(debug_assertions) { 36 } else { 342 };
const COLUMNS: usize = 60;

fn two_way(criterion: &mut Criterion) {
    let cents = Random::new(60).budgets(ROWS * COLUMNS, 50_000_000);
    let amounts: Vec<Amount> = cents.iter().copied().map(Amount::from_cents).collect();
    let decimals: Vec<Decimal> = cents.iter().copied().map(Decimal::from).collect();
    let thousand = 100_000_i64;
    let ours = || {
        let table = Table::of_amounts(ROWS, COLUMNS, black_box(&amounts)).expect("342 by 60 cells");
        table.round(Amount::from_cents(thousand)).expect("free totals always fit")
    };
    let expected = ours().deviation().cents();
    assert_eq!(expected, Ok(Ratio::integer(deviation(ROWS, COLUMNS, &cents, thousand))), "the textbook on integers");

    let mut group = criterion.benchmark_group("two-way rounding 342 × 60");
    group.sample_size(10);
    group.bench_function("taakgericht", |bencher| bencher.iter(ours));
    group.bench_function("hand-written integers", |bencher| {
        bencher.iter(|| deviation(ROWS, COLUMNS, black_box(&cents), thousand));
    });
    // On decimals the textbook takes seconds for the whole table: a twelfth of the rows is measured, and compared.
    let some = ROWS / 12 * COLUMNS;
    let table = Table::of_amounts(ROWS / 12, COLUMNS, &amounts[..some]).expect("28 by 60 cells");
    let rounded = table.round(Amount::from_cents(thousand)).expect("free totals always fit");
    let naive = || deviation(ROWS / 12, COLUMNS, black_box(&decimals[..some]), Decimal::from(thousand));
    assert_eq!(
        rounded.deviation().cents().expect("a fraction").to_string(),
        naive().normalize().to_string(),
        "the textbook on decimals"
    );
    group.bench_function("taakgericht, 28 rows", |bencher| {
        bencher.iter(|| black_box(&table).round(Amount::from_cents(thousand)));
    });
    group.bench_function("hand-written integers, 28 rows", |bencher| {
        bencher.iter(|| deviation(ROWS / 12, COLUMNS, black_box(&cents[..some]), thousand));
    });
    group.bench_function("naive decimals, 28 rows", |bencher| bencher.iter(naive));
    group.finish();
}

criterion_group!(benches, two_way);
criterion_main!(benches);
