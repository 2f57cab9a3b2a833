//! The Python binding: its tests, its types, the corpus, the example and the wheel.
#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]
#![cfg(unix)]

mod support;

use std::fs;
use std::process::Command;
use support::build::{Libraries, command, has, run, temporary};
use support::corpus::{counted, files};
use support::example::{c_table, scenario};
use support::python::{binding, in_package, package, python, say};
use support::readme::smallest;
use support::{choices, functions};

#[test]
fn its_tests_pass_and_none_is_skipped() {
    let Some(python) = python() else { return };
    let place = package();
    let mut pytest = in_package(python, &place);
    pytest.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--strict-markers", "-W", "error", "--rootdir"]);
    let said = run(pytest.arg(binding()).arg(binding().join("tests")));
    let last = said.lines().last().expect("a last line");
    assert!(last.contains(" passed in ") && !last.contains("skipped"), "{said}");
}

#[test]
fn every_case_of_the_corpus_comes_out() {
    let Some(python) = python() else { return };
    let place = package();
    let mut program = in_package(python, &place);
    assert_eq!(run(program.arg(binding().join("tests/corpus.py")).args(files())), counted());
}

#[test]
fn the_example_prints_the_table_of_the_c_example() {
    let Some(python) = python().filter(|_| has("cc")) else { return };
    let (place, libraries) = (package(), Libraries::new());
    let table = run(in_package(python, &place).arg(binding().join("examples/bmwe.py")).arg(scenario()));
    assert_eq!(table, c_table(&libraries, place.path()));
}

#[test]
fn the_program_of_the_readme_prints_what_it_says() {
    let Some(python) = python() else { return };
    let place = package();
    assert_eq!(run(in_package(python, &place).arg("-c").arg(smallest("python", "python"))), "10.44 89.56\n");
}

#[test]
fn its_types_are_right() {
    let Some(python) = python() else { return };
    let mut mypy = command(&python.display().to_string(), ["-m", "mypy", "--no-incremental", "--cache-dir=/dev/null"]);
    run(mypy.current_dir(binding()));
}

/// What the header of C has, the package uses.
#[test]
fn every_function_has_its_place_in_the_binding() {
    let entries = fs::read_dir(binding().join("taakgericht")).expect("the package");
    let sources = entries.map(|entry| entry.expect("a file").path()).filter(|path| path.is_file());
    let text: String = sources.map(|path| fs::read_to_string(path).expect("a source")).collect();
    let elsewhere = ["tkg_abi_version", "tkg_rules_version", "tkg_selftest_panic", "tkg_decimal_format"];
    let elsewhere =
        [&elsewhere[..], &["tkg_decimal_from_i64", "tkg_text_member", "tkg_outcome_find_statement"]].concat();
    let elsewhere = [&elsewhere[..], &["tkg_outcome_find_column"]].concat();
    for function in functions().iter().filter(|function| !elsewhere.contains(&function.name.as_str())) {
        let made =
            function.name.strip_suffix("_free").map(|name| format!("made(\"{}\"", name.trim_start_matches("tkg_")));
        let used = made.unwrap_or_else(|| format!("lib.{}", function.name));
        assert!(text.contains(&used), "{} is not used", function.name);
    }
    for choice in choices() {
        assert!(text.contains(&format!("lib.{choice}")), "{choice} is not used");
    }
}

/// The wheel is what people install: it has everything that it needs, and nothing of the repository.
#[test]
fn the_wheel_prints_the_table() {
    if cfg!(debug_assertions) {
        say("SKIPPED: the wheel is built in release, so only tests in release look at it.");
        return;
    }
    let Some(python) = python().filter(|_| has("cc")) else { return };
    let (to, libraries) = (temporary(), Libraries::new());
    let pip = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
    let mut wheel = command(&python.display().to_string(), pip);
    wheel.args(["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"]).arg(to.path()).arg(binding());
    let path = python.parent().expect("bin").display().to_string();
    let path = format!("{path}:{}", std::env::var("PATH").unwrap_or_default());
    run(wheel.env("PATH", path));
    let mut wheels = fs::read_dir(to.path()).expect("the wheels").map(|entry| entry.expect("a wheel").path());
    let wheel = wheels.next().expect("a wheel");
    let place = to.path().join("place");
    let mut install = command(&python.display().to_string(), pip);
    run(install.args(["install", "--no-deps", "--target"]).arg(&place).arg(wheel));
    let mut example = Command::new(python);
    example.current_dir(&place).env("PYTHONPATH", &place).arg(binding().join("examples/bmwe.py"));
    assert_eq!(run(example.arg(scenario())), c_table(&libraries, to.path()));
}
