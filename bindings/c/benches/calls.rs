//! What the C interface adds to the engine: per call, and per row of a batch.
//!
//! Every answer is compared with that of the engine before anything is timed, so a wrong one stops the bench. The functions are
//! called as C calls them, and do the same work beside the jump into the library.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

use core::ptr;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use taakgericht::exact::{Amount, Divider, Scratch, Split, Weights};
use taakgericht::financing::effort::{Columns, Scales};
use taakgericht_c::allocate::{tkg_allocate_columns_i64, tkg_allocate_i64, tkg_allocate_rows_i64};
use taakgericht_c::effort::tkg_effort_sums_i64;
use taakgericht_c::plan::{tkg_plan, tkg_plan_free, tkg_plan_new, tkg_split};
use taakgericht_c::status::TKG_OK;
use taakgericht_c::version::tkg_abi_version;

/// Run as a test, a bench takes few rows.
const ROWS: usize = if cfg!(debug_assertions) { 5_000 } else { 1_000_000 };

/// The schedule of Groningen of 2015, which has a table of residues, and keys of municipalities, which have none.
const KEYS: [(&str, &[i64]); 2] =
    [("3, 3, 10, 84", &[3, 3, 10, 84]), ("youths of 4 municipalities", &[2_947, 2_565, 3_951, 4_325])];

struct Plan(*mut tkg_plan);

impl Plan {
    fn new(weights: &[i64]) -> Plan {
        let split = tkg_split { struct_size: 24, rules_version: 1, method: 0, tie_rule: 0, unit: 1 };
        let mut plan = ptr::null_mut();
        // SAFETY: an array and places of our own.
        let status =
            unsafe { tkg_plan_new(&raw const split, weights.as_ptr(), count(weights), &raw mut plan, ptr::null_mut()) };
        assert_eq!(status, TKG_OK);
        Plan(plan)
    }
}

impl Drop for Plan {
    fn drop(&mut self) {
        // SAFETY: it is ours, and is not used again.
        unsafe { tkg_plan_free(self.0) };
    }
}

fn count<T>(elements: &[T]) -> i64 {
    i64::try_from(elements.len()).expect("an array in memory")
}

fn divider(weights: &[i64]) -> Divider {
    Split::default().prepare(&Weights::from_integers(weights).expect("weights")).expect("a divider")
}

fn one_call(criterion: &mut Criterion) {
    let weights = KEYS[1].1;
    let (plan, divider, amount) = (Plan::new(weights), divider(weights), 1_387_893_300);
    let (mut ours, mut theirs) = ([0_i64; 4], [Amount::ZERO; 4]);
    let call = |out: &mut [i64; 4]| {
        // SAFETY: a plan and a buffer of our own.
        unsafe { tkg_allocate_i64(black_box(plan.0), black_box(amount), out.as_mut_ptr(), 4, ptr::null_mut()) }
    };
    let divide = |out: &mut [Amount; 4], scratch: &mut Scratch| {
        divider.divide_into(black_box(Amount::from_cents(amount)), out, scratch).expect("parts");
    };
    assert_eq!(call(&mut ours), TKG_OK);
    divide(&mut theirs, &mut Scratch::default());
    assert_eq!(ours.map(Amount::from_cents), theirs);

    let mut group = criterion.benchmark_group("one call");
    group.bench_function("nothing (tkg_abi_version)", |bencher| {
        bencher.iter(|| black_box(tkg_abi_version()));
    });
    group.bench_function("tkg_allocate_i64", |bencher| bencher.iter(|| call(&mut ours)));
    group.bench_function("the engine, with room to work in of its own", |bencher| {
        bencher.iter(|| divide(&mut theirs, &mut Scratch::default()));
    });
    let mut scratch = Scratch::default();
    group.bench_function("the engine, with room that is kept", |bencher| {
        bencher.iter(|| divide(&mut theirs, &mut scratch));
    });
    group.finish();
}

fn rows(criterion: &mut Criterion) {
    for (name, weights) in KEYS {
        let (plan, divider, parts) = (Plan::new(weights), divider(weights), weights.len());
        let amounts: Vec<i64> = (0..ROWS).map(|row| i64::try_from(row).expect("a row") * 7_919 - 12_345_678).collect();
        let wholes: Vec<Amount> = amounts.iter().map(|&cents| Amount::from_cents(cents)).collect();
        let (mut ours, mut by_row) = (vec![0_i64; ROWS * parts], vec![0_i64; ROWS * parts]);
        let mut theirs = vec![Amount::ZERO; ROWS * parts];
        let (from, rows, none) = (amounts.as_ptr(), count(&amounts), ptr::null_mut());
        let call = |out: &mut Vec<i64>| {
            let (cap, out) = (count(out), out.as_mut_ptr());
            // SAFETY: a plan, an array and a buffer of our own.
            unsafe { tkg_allocate_columns_i64(plan.0, from, rows, out, cap, none, ptr::null(), ptr::null_mut()) }
        };
        let call_by_row = |out: &mut Vec<i64>| {
            let (cap, out) = (count(out), out.as_mut_ptr());
            // SAFETY: as above.
            unsafe { tkg_allocate_rows_i64(plan.0, from, rows, out, cap, none, ptr::null(), ptr::null_mut()) }
        };
        let divide = |out: &mut Vec<Amount>| {
            let mut columns: Vec<&mut [Amount]> = out.chunks_exact_mut(ROWS).collect();
            divider.divide_columns(black_box(&wholes), &mut columns).expect("parts");
        };
        let divide_by_row = |out: &mut Vec<Amount>| divider.divide_rows(black_box(&wholes), out).expect("parts");
        assert_eq!((call(&mut ours), call_by_row(&mut by_row)), (TKG_OK, TKG_OK));
        divide(&mut theirs);
        assert!(ours.iter().zip(&theirs).all(|(&cents, &part)| cents == part.cents()), "columns");
        let at = |row: usize, part: usize| by_row.get(row * parts + part) == ours.get(part * ROWS + row);
        assert!((0..ROWS).all(|row| (0..parts).all(|part| at(row, part))), "rows");

        let mut group = criterion.benchmark_group(format!("rows by {name}"));
        group.throughput(Throughput::Elements(u64::try_from(ROWS).expect("rows")));
        group.bench_function("tkg_allocate_columns_i64", |bencher| bencher.iter(|| call(&mut ours)));
        group.bench_function("the engine, in columns", |bencher| bencher.iter(|| divide(&mut theirs)));
        group.bench_function("tkg_allocate_rows_i64", |bencher| bencher.iter(|| call_by_row(&mut by_row)));
        group.bench_function("the engine, in rows", |bencher| bencher.iter(|| divide_by_row(&mut theirs)));
        group.finish();
    }
}

fn lines(criterion: &mut Criterion) {
    let numbers = |times: i64, below: i64| {
        (0..ROWS).map(|line| (i64::try_from(line).expect("a line") * times) % below + 1).collect()
    };
    let (tariffs, volumes): (Vec<i64>, Vec<i64>) = (numbers(7_919, 1_500_000), numbers(104_729, 60_000));
    let groups: Vec<u32> = (0..ROWS).map(|line| u32::try_from(line % 4_104).expect("a group")).collect();
    let (mut ours, mut theirs) = (vec![0_i64; 4_104], vec![Amount::ZERO; 4_104]);
    let columns = Columns { tariffs: &tariffs, volumes: &volumes };
    let scales = Scales { tariff_decimals: 4, volume_decimals: 2 };
    // SAFETY: arrays and a buffer of our own.
    let call = |out: &mut Vec<i64>| unsafe {
        let (tariffs, volumes, groups, lines) = (tariffs.as_ptr(), volumes.as_ptr(), groups.as_ptr(), count(&tariffs));
        tkg_effort_sums_i64(tariffs, volumes, groups, lines, 4, 2, out.as_mut_ptr(), 4_104, ptr::null_mut())
    };
    assert_eq!(call(&mut ours), TKG_OK);
    columns.sums(scales, &groups, &mut theirs).expect("sums");
    assert!(ours.iter().zip(&theirs).all(|(&cents, &sum)| cents == sum.cents()), "sums");

    let mut group = criterion.benchmark_group("lines of tariff times volume");
    group.throughput(Throughput::Elements(u64::try_from(ROWS).expect("lines")));
    group.bench_function("tkg_effort_sums_i64", |bencher| bencher.iter(|| call(&mut ours)));
    group.bench_function("the engine", |bencher| {
        bencher.iter(|| black_box(&columns).sums(scales, &groups, &mut theirs).expect("sums"));
    });
    group.finish();
}

criterion_group!(benches, one_call, rows, lines);
criterion_main!(benches);
