//! The C++ binding: its test program, the corpus and the example, by every compiler that there is and under the sanitizers.
#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]
#![cfg(unix)]

mod support;

use std::path::{Path, PathBuf};
use support::build::{Libraries, command, has, is_elf, output, run, strict, temporary};
use support::corpus::{corpus, counted, files};
use support::example::{c_table, scenario};
use support::readme::smallest;
use support::{choices, folder, functions};

const SAID: &str = "all is as the header says\n";
const SANITIZERS: [&str; 2] = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

fn binding() -> PathBuf {
    folder().join("../cpp")
}

/// Compiles sources of the binding, as strictly as can be.
fn compiled(compiler: &str, sources: &[&str], libraries: &Libraries, flags: &[&str], to: &Path) -> PathBuf {
    let program = to.join("program");
    let mut command = command(compiler, strict("c++17"));
    command.args(["-Wconversion", "-Wshadow"]).args(flags).arg(format!("-I{}", binding().join("include").display()));
    command.args(sources.iter().map(|source| binding().join(source)));
    command.arg(format!("-L{}", libraries.path().display())).args(["-ltaakgericht", "-lpthread", "-o"]).arg(&program);
    run(&mut command);
    program
}

const TESTS: [&str; 6] = [
    "tests/main.cpp",
    "tests/division.cpp",
    "tests/floats.cpp",
    "tests/batches.cpp",
    "tests/tasks.cpp",
    "tests/scenarios.cpp",
];

/// The test program and the corpus come out.
fn passes(compiler: &str, flags: &[&str]) {
    if !is_elf() || !has(compiler) {
        return;
    }
    let (to, libraries) = (temporary(), Libraries::new());
    let program = compiled(compiler, &TESTS, &libraries, flags, to.path());
    assert_eq!(run(libraries.program(&program).arg(scenario())), SAID);
    let program = compiled(compiler, &["tests/corpus.cpp"], &libraries, flags, to.path());
    assert_eq!(run(libraries.program(&program).args(files())), counted());
}

#[test]
fn the_tests_and_the_corpus_pass_with_gcc() {
    passes("g++", &["-O1"]);
}

#[test]
fn the_tests_and_the_corpus_pass_with_clang() {
    passes("clang++", &["-O1"]);
}

#[test]
fn the_tests_and_the_corpus_pass_under_the_sanitizers() {
    passes("g++", &SANITIZERS);
}

#[test]
fn the_header_is_cpp20_too() {
    if !is_elf() || !has("g++") {
        return;
    }
    let include = format!("-I{}", binding().join("include").display());
    let mut compiler = command("g++", strict("c++20"));
    run(compiler.args(["-fsyntax-only", &include, "-include", "taakgericht.hpp", "-xc++", "/dev/null"]));
}

/// The program is worth nothing when it cannot fail.
#[test]
fn a_case_that_is_wrong_stops_the_program() {
    if !is_elf() || !has("g++") {
        return;
    }
    let (to, libraries) = (temporary(), Libraries::new());
    let program = compiled("g++", &["tests/corpus.cpp"], &libraries, &[], to.path());
    let right = std::fs::read_to_string(corpus().join("split.csv")).expect("a file");
    let slips = [
        ("0.34 0.33 0.33", "0.34 0.33 0.34", "split, thirds: found {\"parts\":\"0.34 0.33 0.33\"}, expected"),
        (",negative-weight,", ",zero-weights,", "found negative-weight, expected zero-weights"),
        ("whole,unit,method", "whole,units,method", "no argument \"units\""),
        ("largest-remainder,first,1 1 1,", "largest-remainder,1 1 1,", "thirds: no cell"),
    ];
    for (from, slip, said) in slips {
        let file = to.path().join("split.csv");
        std::fs::write(&file, right.replacen(from, slip, 1)).expect("a file");
        let output = output(libraries.program(&program).arg(&file));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.contains(said), "{from} as {slip}: {text}");
    }
}

#[test]
fn the_example_prints_the_table_of_the_c_example() {
    if !is_elf() || !has("g++") || !has("cc") {
        return;
    }
    let (to, libraries) = (temporary(), Libraries::new());
    let program = compiled("g++", &["examples/bmwe.cpp"], &libraries, &[], to.path());
    let table = run(libraries.program(&program).arg(scenario()));
    assert_eq!(table, c_table(&libraries, to.path()));
}

/// Those of C++ and of C.
#[test]
fn the_programs_of_the_readmes_print_what_they_say() {
    if !is_elf() || !has("g++") || !has("cc") {
        return;
    }
    let (to, libraries) = (temporary(), Libraries::new());
    let source = to.path().join("smallest.cpp");
    std::fs::write(&source, smallest("cpp", "cpp")).expect("a file");
    let program = compiled("g++", &[&source.display().to_string()], &libraries, &[], to.path());
    assert_eq!(run(&mut libraries.program(&program)), "1044\n8956\n");
    let source = to.path().join("smallest.c");
    std::fs::write(&source, smallest("c", "c")).expect("a file");
    let mut compiler = command("cc", strict("c99"));
    compiler.arg(&source).arg(format!("-L{}", libraries.path().display()));
    run(compiler.arg("-ltaakgericht").arg("-o").arg(&program));
    assert_eq!(run(&mut libraries.program(&program)), "1044 8956\n");
}

/// What the header of C has, the header of C++ uses.
#[test]
fn every_function_has_its_place_in_the_binding() {
    let text = std::fs::read_to_string(binding().join("include/taakgericht.hpp")).expect("a header");
    let elsewhere = ["tkg_abi_version", "tkg_rules_version", "tkg_selftest_panic"];
    for function in functions().iter().filter(|function| !elsewhere.contains(&function.name.as_str())) {
        let names = |end: &str| text.contains(&format!("{}{end}", function.name));
        assert!([")", "(", ",", ">"].iter().any(|end| names(end)), "{} is not used", function.name);
    }
    for choice in choices() {
        let names = |end: &str| text.contains(&format!("{choice}{end}"));
        assert!([",", ";", ")", " ", "}"].iter().any(|end| names(end)), "{choice} is not used");
    }
}
