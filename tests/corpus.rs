//! Carries out every worked example in `tests/corpus`. A file without an operation, and an operation without a file, is a
//! failure.
#![cfg(feature = "format")]
#![allow(
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says how many cases ran, and stops at the first broken file"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use taakgericht::exact::{Ratio, decimal};
use taakgericht::operation::{Operation, call};

/// The columns that are neither arguments nor results.
const ABOUT_THE_CASE: &[&str] = &["id", "source", "not", "error", "remark"];

/// One line of a corpus file, by column.
type Case = BTreeMap<String, String>;

/// The results of a case in the order of their names, or the kind of error.
type Outcome = Result<Vec<String>, String>;

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn cases(operation: &Operation) -> Vec<Case> {
    let path = corpus().join(format!("{}.csv", operation.name));
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let case = |record: csv::StringRecord| {
        headers.iter().zip(record.iter()).map(|(name, text)| (name.into(), text.into())).collect()
    };
    reader.records().map(|record| case(record.unwrap())).collect()
}

fn found(operation: &Operation, case: &Case) -> Outcome {
    let arguments: Vec<(&str, &str)> = operation.arguments.iter().map(|&name| (name, case[name].as_str())).collect();
    match call(operation.name, &arguments) {
        Ok(results) => Ok(results.into_iter().map(|(_, text)| text).collect()),
        Err(error) => Err(kebab(&format!("{:?}", error.kind()))),
    }
}

fn expected(operation: &Operation, case: &Case) -> Outcome {
    if case["error"].is_empty() {
        Ok(operation.results.iter().map(|&name| case[name].clone()).collect())
    } else {
        Err(case["error"].clone())
    }
}

/// `LargestRemainder` as `largest-remainder`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

#[test]
fn every_file_has_an_operation() {
    let files = fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| name != "README.md").collect();
    let operations: BTreeSet<String> =
        Operation::ALL.iter().map(|operation| format!("{}.csv", operation.name)).collect();
    assert_eq!(files, operations);
}

#[test]
fn every_column_is_an_argument_or_a_result_or_about_the_case() {
    for operation in Operation::ALL {
        let columns: BTreeSet<String> = cases(operation).swap_remove(0).into_keys().collect();
        let names = [operation.arguments, operation.results].concat();
        let without_not = ABOUT_THE_CASE.iter().filter(|name| **name != "not" || columns.contains("not"));
        let expected: BTreeSet<String> = names.iter().chain(without_not).map(|name| (*name).to_string()).collect();
        assert_eq!(columns, expected, "{}", operation.name);
    }
}

#[test]
fn every_file_begins_with_what_its_operation_says() {
    for operation in Operation::ALL {
        let text = fs::read_to_string(corpus().join(format!("{}.csv", operation.name))).unwrap();
        let head = text.lines().map_while(|line| line.strip_prefix('#')).flat_map(str::split_whitespace);
        let head = head.collect::<Vec<_>>().join(" ");
        assert!(head.starts_with(operation.about), "{}:\n{head}\nand\n{}", operation.name, operation.about);
    }
}

#[test]
fn every_case_gives_what_it_says() {
    let mut failures = Vec::new();
    for operation in Operation::ALL {
        let cases = cases(operation);
        assert!(!cases.is_empty(), "{} has no case", operation.name);
        for case in &cases {
            let (found, expected) = (found(operation, case), expected(operation, case));
            if found != expected {
                let place = format!("{}.csv, {}", operation.name, case["id"]);
                failures.push(format!("{place}: found {found:?}, expected {expected:?}"));
            }
        }
        println!("{}.csv: {} cases", operation.name, cases.len());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What another reading would give does not come out.
#[test]
fn no_case_gives_what_it_must_not() {
    let mut wrong = 0;
    for operation in Operation::ALL {
        for case in cases(operation) {
            let words = case.get("not").map_or("", String::as_str).split_whitespace();
            let found = found(operation, &case).unwrap_or_default();
            for word in words {
                wrong += 1;
                assert!(!found.iter().any(|text| text == word), "{}, {}: {word}", operation.name, case["id"]);
            }
        }
    }
    assert!(wrong > 20, "only {wrong} wrong amounts are named");
}

/// A rounded amount and its residue are the exact amount.
#[test]
fn nothing_gets_lost_in_rounding() {
    let euros = |text: &str| match text.split_once('/') {
        Some(_) => Ratio::parse(text).unwrap(),
        None => decimal::to_ratio(decimal::parse(text).unwrap()).unwrap(),
    };
    let rounding = Operation::named("rounding").unwrap();
    let rounded = cases(rounding).into_iter().filter(|case| case["error"].is_empty());
    let of_whole_cents = rounded.filter(|case| !case["residue"].contains("ct"));
    let mut count = 0;
    for case in of_whole_cents {
        let sum = euros(&case["amount"]).checked_add(euros(&case["residue"])).unwrap();
        assert_eq!(sum, euros(&case["exact"]), "{}", case["id"]);
        count += 1;
    }
    assert!(count > 5, "only {count} cases");
}

/// Whatever is written for an argument: it is an answer, or an error that says where.
#[test]
fn no_text_makes_an_operation_panic() {
    let texts = [
        "",
        " ",
        "-",
        "x",
        "0",
        "-1",
        "1/0",
        "1/3",
        "0.005",
        "%",
        "-100%",
        "1e9",
        ":",
        "=",
        ">",
        " / ",
        "; ",
        "|",
        "0 0 0",
        "-92233720368547758.08",
        "79228162514264337593543950335",
        "99999999999999999999999999999999",
        "9999-12-31",
        "1:2:3",
        "x=1%>=y",
        "agreed",
        "blend",
        "2027 0%",
        "é\u{0}",
    ];
    for operation in Operation::ALL {
        for case in cases(operation).iter().take(8) {
            for (slip, text) in operation.arguments.iter().flat_map(|slip| texts.map(|text| (*slip, text))) {
                let argument = |name: &'static str| (name, if name == slip { text } else { case[name].as_str() });
                let arguments: Vec<(&str, &str)> = operation.arguments.iter().map(|name| argument(name)).collect();
                if let Err(error) = call(operation.name, &arguments) {
                    let place = format!("operation \"{}\"", operation.name);
                    assert_eq!(error.place().path.first(), Some(&place), "{error}");
                }
            }
        }
    }
}

#[test]
fn every_case_has_an_id_and_a_known_source() {
    let sources = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("SOURCES.md")).unwrap();
    for operation in Operation::ALL {
        let mut ids = BTreeSet::new();
        for case in cases(operation) {
            assert!(ids.insert(case["id"].clone()), "{}: {} stands there twice", operation.name, case["id"]);
            let source = &case["source"];
            let known = source == "worked" || sources.contains(&format!("<a id=\"{source}\"></a>"));
            assert!(known, "{}, {}: SOURCES.md has no anchor {source}", operation.name, case["id"]);
        }
    }
}
