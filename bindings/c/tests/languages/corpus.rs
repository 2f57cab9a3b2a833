//! The worked examples, and how many there are: counted here, so that no program can leave one out.

use crate::support::folder;
use std::fs;
use std::path::{Path, PathBuf};

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

/// How many cases a file has.
fn cases(file: &Path) -> usize {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(file).expect("a file");
    let records: Result<Vec<_>, _> = reader.records().collect();
    records.expect("lines with as many cells as the first has").len()
}

/// What a program says that carried every case out: "split 26" and so on, a line for each file.
pub(crate) fn counted() -> String {
    let name = |file: &Path| file.file_stem().expect("a name").to_string_lossy().into_owned();
    files().iter().map(|file| format!("{} {}\n", name(file), cases(file))).collect()
}
