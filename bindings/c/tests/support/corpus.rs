//! The worked examples, and whether a program of another language carries out every one.

use super::build::{output, run};
use super::folder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the worked examples.
pub(crate) fn corpus() -> PathBuf {
    folder().join("../../tests/corpus")
}

/// Every file of the corpus, in order.
pub(crate) fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus()).expect("the corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| !path.ends_with("README.md")).collect();
    files.sort();
    assert!(files.len() >= 20, "found only {files:?}");
    files
}

/// How many cases a file has, counted without the program.
fn cases(file: &Path) -> usize {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(file).expect("a file");
    reader.records().inspect(|record| assert!(record.is_ok(), "{record:?}")).count()
}

/// A line for each file: its operation and how many cases it has.
pub(crate) fn counted() -> String {
    let name = |file: &Path| file.file_stem().expect("a name").to_string_lossy().into_owned();
    files().iter().map(|file| format!("{} {}\n", name(file), cases(file))).collect()
}

/// The program says of each file how many cases came out as they should, and that is all of them.
pub(crate) fn carries_out_every_case(mut program: Command) {
    assert_eq!(run(program.args(files())), counted());
}

/// Cases that are wrong, and what the program then has to say of them.
pub(crate) const SLIPS: [(&str, &str, &str); 4] = [
    ("0.34 0.33 0.33", "0.34 0.33 0.34", "thirds: {\"parts\":\"0.34 0.33 0.33\"}: {\"parts\":\"0.34 0.33 0.34\"}"),
    (",negative-weight,", ",zero-weights,", "negative-weight: zero-weights"),
    ("whole,unit,method", "whole,units,method", "a failure: operation \"split\": no argument \"units\""),
    ("largest-remainder,first,1 1 1,", "largest-remainder,1 1 1,", "thirds: cells"),
];

/// The program is worth nothing when it cannot fail.
pub(crate) fn stops_at_every_slip(folder: &Path, program: impl Fn() -> Command) {
    let right = fs::read_to_string(corpus().join("split.csv")).expect("a file");
    for (from, to, said) in SLIPS {
        let file = folder.join("split.csv");
        fs::write(&file, right.replacen(from, to, 1)).expect("a file");
        let output = output(program().arg(&file));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains(said), "{from} as {to}: {text}");
    }
}
