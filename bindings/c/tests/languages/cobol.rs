//! COBOL, with GnuCOBOL.

use crate::support::build::{Libraries, command, run, temporary};
use crate::support::corpus::{carries_out_every_case, stops_at_every_slip};
use crate::support::{TABLE, header};
use crate::{binding, scenario, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// Compiles a program of the binding, as its README says.
fn compiled(source: &str, libraries: &Libraries, to: &Path) -> PathBuf {
    let (source, program) = (binding("cobol").join(source), to.join("program"));
    let mut cobc = command("cobc", ["-x", "-fstatic-call"]);
    cobc.arg("-I").arg(binding("cobol")).arg("-L").arg(libraries.path());
    run(cobc.arg("-o").arg(&program).arg(source).arg("-ltaakgericht"));
    program
}

#[test]
fn the_copybook_has_the_numbers_of_the_header() {
    let copybook = fs::read_to_string(binding("cobol").join("taakgericht.cpy")).expect("a copybook");
    let constant = |line: &str| {
        let (name, number) = line.trim().strip_prefix("78 ")?.split_once(" VALUE ")?;
        Some(format!("{} {}", name.trim().replace('-', "_"), number.trim_end_matches('.')))
    };
    let mut constants: Vec<String> = copybook.lines().filter_map(constant).collect();
    let mut numbers: Vec<String> = header().lines().filter_map(number).collect();
    constants.sort();
    numbers.sort();
    assert_eq!(constants, numbers);
}

/// `#define TKG_E_NULL (-1)` as `TKG_E_NULL -1`.
fn number(line: &str) -> Option<String> {
    let (name, number) = line.strip_prefix("#define TKG_")?.split_once(' ')?;
    let number = if number == "INT64_MIN" { i64::MIN } else { number.trim_matches(['(', ')']).parse().ok()? };
    Some(format!("TKG_{name} {number}"))
}

/// Names of at most 31 letters, and lines that fixed format does not cut off.
#[test]
fn fixed_format_reads_everything() {
    for file in ["taakgericht.cpy", "examples/bmwe.cob", "tests/corpus.cob", "tests/typed.cob"] {
        for line in fs::read_to_string(binding("cobol").join(file)).expect("a source").lines() {
            assert!(line.len() <= 72, "{file}: {line}");
            let long = line.split([' ', '.', '(', ')']).find(|word| word.len() > 31 && !word.starts_with('"'));
            assert_eq!(long, None, "{file}");
        }
    }
}

#[test]
fn the_example_prints_the_table() {
    if !tools(&["cobc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let program = compiled("examples/bmwe.cob", &libraries, to.path());
    assert_eq!(run(libraries.program(&program).arg(scenario())), TABLE);
}

#[test]
fn typed_calls_give_what_the_header_says() {
    if !tools(&["cobc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let program = compiled("tests/typed.cob", &libraries, to.path());
    let said = "\
item +00000000000000000001 of weights: weights: the weight of position 1 is below zero, expected weights of zero or more.
all is as the copybook says
";
    assert_eq!(run(&mut libraries.program(&program)), said);
}

#[test]
fn every_case_of_the_corpus_comes_out() {
    if !tools(&["cobc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let program = compiled("tests/corpus.cob", &libraries, to.path());
    carries_out_every_case(libraries.program(&program));
    stops_at_every_slip(to.path(), || libraries.program(&program));
}
