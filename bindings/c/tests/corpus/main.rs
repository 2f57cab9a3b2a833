//! The worked examples of the engine, through the C functions: the same cases, the same cents, the same kinds of error.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it fails"
)]

mod case;
mod financing;
mod numbers;
mod pools;

use case::Case;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Runs one case.
type Runner = fn(&Case) -> case::Found;

/// The files, and what runs their cases.
const RUNNERS: [(&str, Runner); 12] = [
    ("bounded.csv", numbers::bounded),
    ("corridor.csv", financing::corridor),
    ("effort.csv", financing::effort),
    ("index.csv", financing::index),
    ("instalments.csv", numbers::instalments),
    ("notation.csv", numbers::notation),
    ("payments.csv", pools::payments),
    ("pools.csv", pools::pools),
    ("rta.csv", numbers::rta),
    ("split.csv", numbers::split),
    ("table.csv", numbers::table),
    ("waterfall.csv", numbers::waterfall),
];

/// Operations that C has in scenarios alone, or not yet.
const WITHOUT_FUNCTION: [&str; 8] = [
    "comparison.csv",
    "hours.csv",
    "lump_sum.csv",
    "pgb.csv",
    "reconcile.csv",
    "rounding.csv",
    "tariff.csv",
    "weekly.csv",
];

/// Cases that the arguments of C cannot express: tariffs per hour of minutes, units of euros, a year without a correction
/// after one with, a year that a schedule does not have.
const UNASKED: [&str; 9] = [
    "effort.csv hour-tariff-in-minutes",
    "effort.csv hour-tariff-even",
    "effort.csv hour-tariff-third",
    "effort.csv euros",
    "effort.csv negative-volume",
    "effort.csv hour-tariff-for-hours",
    "effort.csv tariff-for-euros",
    "index.csv no-second-correction",
    "rta.csv bmwe-2018",
];

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

/// A file that is new to the engine is a failure here until it is said what C does with it.
#[test]
fn every_file_is_run_or_is_known_to_have_no_function() {
    let files = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| name != "README.md").collect();
    let known = RUNNERS.iter().map(|(name, _)| *name).chain(WITHOUT_FUNCTION);
    assert_eq!(files, known.map(str::to_owned).collect());
}

#[test]
fn every_case_gives_what_it_says() {
    let (mut failures, mut unasked) = (Vec::new(), Vec::new());
    for (name, run) in RUNNERS {
        let cases = Case::all(&corpus().join(name));
        assert!(!cases.is_empty(), "{name} holds no case");
        for case in &cases {
            let found = run(case);
            if found.as_ref().is_ok_and(Vec::is_empty) {
                unasked.push(format!("{name} {}", case.get("id")));
            } else if !case.expects(&found) {
                failures.push(format!("{name}, {}: found {found:?} instead", case.get("id")));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_eq!(unasked, UNASKED);
}
