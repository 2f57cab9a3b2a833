//! A C program carries out every worked example through the shared library and compares bytes; here is counted whether it
//! left one out.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it fails"
)]
#![cfg(unix)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::build::{Libraries, command, has, is_elf, output, run, strict, temporary};
use support::folder;

fn corpus() -> PathBuf {
    folder().join("../../tests/corpus")
}

/// Every file of the corpus, in order.
fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus()).expect("the corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| !path.ends_with("README.md")).collect();
    files.sort();
    files
}

/// How many cases a file has, counted without the program.
fn cases(file: &Path) -> usize {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(file).expect("a file");
    reader.records().collect::<Result<Vec<_>, _>>().expect("lines").len()
}

fn compiled(folder: &Path, libraries: &Libraries) -> PathBuf {
    let program = folder.join("corpus");
    let mut compiler = command("cc", strict("c99"));
    compiler.arg(support::folder().join("tests/text_corpus/main.c"));
    compiler.arg(format!("-L{}", libraries.path().display())).args(["-ltaakgericht", "-o"]).arg(&program);
    run(&mut compiler);
    program
}

#[test]
fn every_case_of_the_corpus_comes_out_through_the_library() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled(folder.path(), &libraries);
    let said = run(libraries.program(&program).args(files()));
    let name = |file: &Path| file.file_stem().expect("a name").to_string_lossy().into_owned();
    let counted: String = files().iter().map(|file| format!("{} {}\n", name(file), cases(file))).collect();
    assert_eq!(said, counted);
    assert!(files().len() >= 20, "found only {:?}", files());
}

/// The program is worth nothing when it cannot fail.
#[test]
fn a_case_that_is_wrong_stops_the_program() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled(folder.path(), &libraries);
    let right = fs::read_to_string(corpus().join("split.csv")).expect("a file");
    let slips = [
        ("0.34 0.33 0.33", "0.34 0.33 0.34", "thirds: {\"parts\":\"0.34 0.33 0.33\"}: {\"parts\":\"0.34 0.33 0.34\"}"),
        (",negative-weight,", ",zero-weights,", "negative-weight: zero-weights"),
        ("whole,unit,method", "whole,units,method", "a failure: operation \"split\": no argument \"units\""),
        ("largest-remainder,first,1 1 1,", "largest-remainder,1 1 1,", "thirds: cells"),
    ];
    for (from, to, said) in slips {
        let file = folder.path().join("split.csv");
        fs::write(&file, right.replacen(from, to, 1)).expect("a file");
        let output = output(libraries.program(&program).arg(&file));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains(said), "{from} as {to}: {text}");
    }
}
