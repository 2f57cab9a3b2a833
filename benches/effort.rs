//! A million lines of delivered care, tariff times volume, added up by municipality and product.
//!
//! Every answer is compared with a loop in 128 bits before anything is timed, so a wrong one stops the bench.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

mod peers;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use peers::effort_lines::{self, Lines};
use rust_decimal::Decimal;
use std::hint::black_box;
use taakgericht::exact::Amount;
use taakgericht::financing::effort::{Columns, Scales};

/// Run as a test, a bench takes few lines.
const LINES: usize = if cfg!(debug_assertions) { 10_000 } else { 1_000_000 };
/// 342 municipalities, 12 products.
const GROUPS: u32 = 342 * 12;
const SCALES: Scales = Scales { tariff_decimals: 4, volume_decimals: 2 };

fn lines(criterion: &mut Criterion) {
    let lines = Lines::new(LINES, GROUPS);
    let groups = usize::try_from(GROUPS).expect("32 bits");
    let columns = Columns { tariffs: &lines.tariffs, volumes: &lines.volumes };
    let (mut ours, mut theirs, mut exact) = (vec![Amount::ZERO; groups], vec![0; groups], vec![0; groups]);
    let mut decimals = vec![Decimal::ZERO; groups];
    columns.sums(SCALES, &lines.groups, &mut ours).expect("amounts of care");
    effort_lines::by_hand(&lines, &mut theirs);
    let mut careful = vec![0; groups];
    effort_lines::checked(&lines, &mut careful).expect("amounts of care");
    effort_lines::wide(&lines, &mut exact);
    effort_lines::naive_decimal(&lines, &mut decimals);
    assert_eq!(ours.iter().map(|sum| sum.cents()).collect::<Vec<_>>(), exact, "taakgericht");
    assert_eq!(theirs, exact, "the integer kernel");
    assert_eq!(careful, exact, "the careful integer kernel");
    assert_eq!(decimals, exact.iter().map(|&cents| Decimal::new(cents, 2)).collect::<Vec<_>>(), "naive decimals");

    let mut group = criterion.benchmark_group("lines of tariff times volume");
    group.throughput(Throughput::Elements(u64::try_from(LINES).expect("64 bits")));
    group.bench_function("taakgericht", |bencher| {
        bencher.iter(|| black_box(&columns).sums(SCALES, &lines.groups, &mut ours).expect("amounts of care"));
    });
    group.bench_function("hand-written integers, checked", |bencher| {
        bencher.iter(|| effort_lines::checked(black_box(&lines), &mut careful).expect("amounts of care"));
    });
    group.bench_function("hand-written integers, unchecked", |bencher| {
        bencher.iter(|| effort_lines::by_hand(black_box(&lines), &mut theirs));
    });
    group.bench_function("128-bit integers", |bencher| {
        bencher.iter(|| effort_lines::wide(black_box(&lines), &mut exact));
    });
    group.bench_function("naive decimals", |bencher| {
        bencher.iter(|| effort_lines::naive_decimal(black_box(&lines), &mut decimals));
    });
    group.finish();
}

/// The amount of each line, for statements that show them.
fn amounts(criterion: &mut Criterion) {
    let lines = Lines::new(LINES, GROUPS);
    let columns = Columns { tariffs: &lines.tariffs, volumes: &lines.volumes };
    let (mut ours, mut theirs) = (vec![Amount::ZERO; LINES], vec![0; LINES]);
    columns.amounts(SCALES, &mut ours).expect("amounts of care");
    effort_lines::checked_amounts(&lines, &mut theirs).expect("amounts of care");
    assert_eq!(ours.iter().map(|amount| amount.cents()).collect::<Vec<_>>(), theirs, "taakgericht");

    let mut group = criterion.benchmark_group("amounts of lines");
    group.throughput(Throughput::Elements(u64::try_from(LINES).expect("64 bits")));
    group.bench_function("taakgericht", |bencher| {
        bencher.iter(|| black_box(&columns).amounts(SCALES, &mut ours).expect("amounts of care"));
    });
    group.bench_function("hand-written integers, checked", |bencher| {
        bencher.iter(|| effort_lines::checked_amounts(black_box(&lines), &mut theirs).expect("amounts of care"));
    });
    group.finish();
}

criterion_group!(benches, lines, amounts);
criterion_main!(benches);
