//! `same_bytes`: any number of threads gives the same columns, and the same error.
#![cfg(feature = "parallel")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use support::{amounts, cents};
use taakgericht::Error;
use taakgericht::exact::{Amount, Divider, Method, Split, TieRule, Weights};

const ROWS: i64 = 200_003;

/// Wholes of every size and sign.
fn column() -> Vec<Amount> {
    let mixed = |row: i64| row.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(row << 7) >> (row % 50);
    amounts(&(0..ROWS).map(mixed).collect::<Vec<_>>())
}

fn divide_on(threads: usize, divider: &Divider, wholes: &[Amount]) -> Result<Vec<Vec<Amount>>, Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut columns = vec![vec![Amount::ZERO; wholes.len()]; divider.weights().len()];
    let mut slices: Vec<&mut [Amount]> = columns.iter_mut().map(Vec::as_mut_slice).collect();
    pool.install(|| divider.divide_columns(wholes, &mut slices))?;
    Ok(columns)
}

fn divide_rows_on(threads: usize, divider: &Divider, wholes: &[Amount]) -> Result<Vec<Amount>, Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut parts = vec![Amount::ZERO; wholes.len() * divider.weights().len()];
    pool.install(|| divider.divide_rows(wholes, &mut parts))?;
    Ok(parts)
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let wholes = column();
    let by_table = Split::default().prepare(&Weights::from_integers(&[3, 3, 10, 84]).unwrap()).unwrap();
    let by_row = Split::new(Method::Cumulative).prepare(&Weights::equal(12).unwrap()).unwrap();
    for divider in [by_table, by_row] {
        let alone = divide_on(1, &divider, &wholes).unwrap();
        for row in (0..wholes.len()).step_by(997) {
            let parts: Vec<Amount> = alone.iter().map(|column| column[row]).collect();
            assert_eq!(
                cents(&parts),
                cents(&divider.split().divide(wholes[row], divider.weights()).unwrap()),
                "row {row}"
            );
        }
        for threads in [2, 7] {
            assert!(divide_on(threads, &divider, &wholes).unwrap() == alone, "same_bytes: {threads} threads");
            let rows = divide_rows_on(threads, &divider, &wholes).unwrap();
            let parts = |row: usize| alone.iter().map(move |column| &column[row]);
            assert!((0..wholes.len()).flat_map(parts).eq(&rows), "same_bytes: rows by {threads} threads");
        }
    }
}

#[test]
fn the_first_row_that_fails_is_named() {
    let refusing = Split::default().tie(TieRule::Refuse);
    let divider = refusing.prepare(&Weights::equal(2).unwrap()).unwrap();
    let mut wholes = amounts(&vec![2; 200_003]);
    for row in [200_000, 150_001, 40_007] {
        wholes[row] = Amount::CENT; // an odd cent ties
        for threads in [1, 2, 7] {
            let in_columns = divide_on(threads, &divider, &wholes).unwrap_err();
            let in_rows = divide_rows_on(threads, &divider, &wholes).unwrap_err();
            for error in [in_columns.to_string(), in_rows.to_string()] {
                assert!(error.starts_with(&format!("row {row}: positions 0 and 1 tie")), "{error}");
            }
        }
    }
}

/// A row is not cut, however many parts it has.
#[test]
fn a_long_row_stays_whole() {
    let parties = 140_000;
    let divider = Split::default().prepare(&Weights::equal(parties).unwrap()).unwrap();
    for wholes in [amounts(&[]), amounts(&[7]), amounts(&[-7, 140_001, 0])] {
        let parts = divide_rows_on(2, &divider, &wholes).unwrap();
        for (&whole, parts) in wholes.iter().zip(parts.chunks_exact(parties)) {
            assert_eq!(Amount::sum(parts).unwrap(), whole, "parts_sum_to_whole");
        }
    }
}
