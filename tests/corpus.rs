//! Runs every worked example in `tests/corpus`. A file without a runner, and a runner without a file, is a failure.
#![allow(
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says how many cases ran, and stops at the first broken file"
)]

#[path = "corpus_runners/mod.rs"]
mod runners;

use runners::{Case, RUNNERS};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

#[test]
fn every_file_has_a_runner() {
    let files = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| name != "README.md").collect();
    let runners: BTreeSet<String> = RUNNERS.iter().map(|(name, _)| (*name).to_string()).collect();
    assert_eq!(files, runners);
}

#[test]
fn every_case_gives_what_it_says() {
    let mut failures = Vec::new();
    for (name, run) in RUNNERS {
        let cases = read(name);
        assert!(!cases.is_empty(), "{name} holds no case");
        for case in &cases {
            let (found, expected) = (run(case), case.expected());
            if found != expected {
                failures.push(format!("{name}, {}: found {found:?}, expected {expected:?}", case.get("id")));
            }
        }
        println!("{name}: {} cases", cases.len());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_case_has_an_id_and_a_known_source() {
    let sources = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("SOURCES.md")).unwrap();
    for (name, _) in RUNNERS {
        let mut ids = BTreeSet::new();
        for case in read(name) {
            assert!(ids.insert(case.get("id").to_string()), "{name}: {} stands there twice", case.get("id"));
            let source = case.get("source");
            let known = source == "worked" || sources.contains(&format!("<a id=\"{source}\"></a>"));
            assert!(known, "{name}, {}: SOURCES.md has no anchor {source}", case.get("id"));
        }
    }
}

fn read(name: &str) -> Vec<Case> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(corpus().join(name)).unwrap();
    let headers = reader.headers().unwrap().clone();
    let case = |record: csv::StringRecord| {
        Case::new(headers.iter().zip(record.iter()).map(|(name, text)| (name.into(), text.into())).collect())
    };
    reader.records().map(|record| case(record.unwrap())).collect()
}
