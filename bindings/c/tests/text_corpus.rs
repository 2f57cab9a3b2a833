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

use std::path::{Path, PathBuf};
use support::build::{Libraries, command, has, is_elf, run, strict, temporary};
use support::corpus::{carries_out_every_case, stops_at_every_slip};

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
    carries_out_every_case(libraries.program(&compiled(folder.path(), &libraries)));
}

#[test]
fn a_case_that_is_wrong_stops_the_program() {
    if !is_elf() || !has("cc") {
        return;
    }
    let (folder, libraries) = (temporary(), Libraries::new());
    let program = compiled(folder.path(), &libraries);
    stops_at_every_slip(folder.path(), || libraries.program(&program));
}
