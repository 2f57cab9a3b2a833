//! COBOL, with GnuCOBOL.

use crate::support::build::{Libraries, command, output, run, strict, temporary};
use crate::support::readme::smallest;
use crate::support::{header, structs};
use crate::worked::{carries_out_every_case, prints_the_table, stops_at_every_slip};
use crate::{binding, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles a program of the binding, as its README says.
fn compiled(source: &str, libraries: &Libraries, to: &Path) -> PathBuf {
    compiled_file(&binding("cobol").join(source), libraries, to)
}

fn compiled_file(source: &Path, libraries: &Libraries, to: &Path) -> PathBuf {
    let program = to.join("program");
    // What the library calls gets its arguments BY VALUE; GnuCOBOL 3 does that, and calls it unfinished.
    let mut cobc = command("cobc", ["-x", "-fstatic-call", "-Wno-unfinished"]);
    cobc.arg("-I").arg(binding("cobol")).arg("-L").arg(libraries.path());
    let output = output(cobc.arg("-o").arg(&program).arg(source).arg("-ltaakgericht"));
    // cobc says what it thinks; what the C compiler thinks of the least number of 64 bits, stands between.
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && !said.contains(".cob:"), "{said}");
    program
}

const NUMBERS: &str = "      *> ---- numbers\n";
const RECORDS: &str = "\n      *> ---- records\n";

/// The numbers of the header as constants; those that belong together have the same first word.
fn constants() -> String {
    let (mut text, mut last) = (String::new(), String::new());
    for (name, number) in header().lines().filter_map(number) {
        let word = name.split('-').nth(1).expect("a first word").to_owned();
        if word != last && word != "E" {
            text.push('\n');
        }
        text += &format!("       78  {name:<31} VALUE {number}.\n");
        last = word;
    }
    text
}

/// `#define TKG_E_NULL (-1)` as `TKG-E-NULL` and -1.
fn number(line: &str) -> Option<(String, i64)> {
    let (name, number) = line.strip_prefix("#define TKG_")?.split_once(' ')?;
    let number = if number == "INT64_MIN" { i64::MIN } else { number.trim_matches(['(', ')']).parse().ok()? };
    Some((format!("TKG-{}", name.replace('_', "-")), number))
}

#[test]
fn the_copybook_has_the_numbers_of_the_header() {
    let path = binding("cobol").join("taakgericht.cpy");
    let copybook = fs::read_to_string(&path).expect("a copybook");
    let (before, rest) = copybook.split_once(NUMBERS).expect("numbers");
    let (_, after) = rest.split_once(RECORDS).expect("records");
    let expected = [before, NUMBERS, &constants(), RECORDS, after].concat();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &expected).expect("a copybook that can be written");
    }
    let copybook = fs::read_to_string(&path).expect("a copybook");
    assert!(copybook == expected, "the numbers are not those of the header: UPDATE=1 writes them");
}

#[test]
fn records_are_as_long_as_structs() {
    if !tools(&["cobc", "cc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let names: Vec<String> = structs().into_iter().map(|(name, _)| name).collect();
    let shown: String = names.iter().map(|name| format!("printf(\"{name} %d\\n\", (int)sizeof({name}));\n")).collect();
    let source = to.path().join("lengths.c");
    fs::write(
        &source,
        format!("#include <stdio.h>\n#include <taakgericht.h>\nint main(void) {{\n{shown}return 0;\n}}\n"),
    )
    .expect("a file");
    let program = to.path().join("lengths");
    run(command("cc", strict("c99")).arg(&source).arg("-o").arg(&program));
    let in_c = run(&mut Command::new(&program));
    let record =
        |name: &String| format!("           DISPLAY \"{name} \" LENGTH OF {}\n", name.to_uppercase().replace('_', "-"));
    let head = "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. LENGTHS.\n       DATA DIVISION.\n       WORKING-STORAGE SECTION.\n";
    let body: String = names.iter().map(record).collect();
    let source = to.path().join("lengths.cob");
    let text =
        format!("{head}       COPY \"taakgericht.cpy\".\n       PROCEDURE DIVISION.\n{body}           STOP RUN.\n");
    fs::write(&source, text).expect("a file");
    assert_eq!(run(&mut libraries.program(&compiled_file(&source, &libraries, to.path()))), in_c);
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
    if !tools(&["cobc", "cc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let program = compiled("examples/bmwe.cob", &libraries, to.path());
    prints_the_table(libraries.program(&program));
}

#[test]
fn the_program_of_the_readme_prints_what_it_says() {
    if !tools(&["cobc"]) {
        return;
    }
    let (libraries, to) = (Libraries::new(), temporary());
    let source = to.path().join("smallest.cob");
    fs::write(&source, smallest("cobol", "cobol")).expect("a file");
    let said = run(&mut libraries.program(&compiled_file(&source, &libraries, to.path())));
    assert_eq!(said.replace("+0000000000000000", ""), "1044 8956\n");
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
