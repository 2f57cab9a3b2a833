//! Node, with koffi.

use crate::support::build::{command, found, output, run, temporary};
use crate::support::corpus::{corpus, counted, files};
use crate::support::example::scenario;
use crate::support::readme::smallest;
use crate::worked::{SLIPS, prints_the_table};
use crate::{binding, library, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A copy of the binding with its modules, under target: none of them belong in the sources. None where there is no registry.
fn installed() -> Option<&'static Path> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER.get_or_init(install).as_deref()
}

fn install() -> Option<PathBuf> {
    let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("node");
    if to.exists() {
        fs::remove_dir_all(&to).expect("a folder of an earlier test");
    }
    fs::create_dir_all(&to).expect("a folder");
    for part in ["index.mjs", "index.d.ts", "package.json", "package-lock.json", "lib", "examples", "test"] {
        run(command("cp", ["-R"]).arg(binding("node").join(part)).arg(&to));
    }
    // Only what the lock file says, and no scripts of others.
    let flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
    let output = output(command("npm", flags).current_dir(&to));
    found("koffi", output.status.success()).then_some(to)
}

fn ready() -> bool {
    tools(&["node", "npm", "cc"]) && installed().is_some()
}

fn node(arguments: &[&str]) -> Command {
    let mut node = command("node", arguments);
    node.current_dir(installed().expect("modules"))
        .env("TAAKGERICHT_LIBRARY", library())
        .env("TAAKGERICHT_SCENARIO", scenario());
    node.env("TAAKGERICHT_CORPUS", corpus());
    node
}

fn test(file: &str) -> Command {
    node(&["--test", "--test-reporter=tap", file])
}

#[test]
fn the_example_prints_the_table() {
    if ready() {
        prints_the_table(node(&["examples/bmwe.mjs"]));
    }
}

#[test]
fn the_program_of_the_readme_prints_what_it_says() {
    if ready() {
        // A package finds itself by its own name.
        fs::write(installed().expect("modules").join("smallest.mjs"), smallest("node", "js")).expect("a file");
        assert_eq!(run(&mut node(&["smallest.mjs"])), "1044n 8956n\n");
    }
}

#[test]
fn typed_calls_give_what_the_header_says() {
    if ready() {
        let said = run(&mut test("test/typed.test.mjs"));
        assert!(
            said.contains("# fail 0\n") && said.contains("# skipped 0\n") && !said.contains("# pass 0\n"),
            "{said}"
        );
    }
}

#[test]
fn every_case_of_the_corpus_comes_out() {
    if !ready() {
        return;
    }
    let said = run(&mut test("test/corpus.test.mjs"));
    let case =
        |line: &str| line.strip_prefix("# ")?.strip_suffix(" cases").map(|count| count.replace(".csv:", "") + "\n");
    let counts: String = said.lines().filter_map(case).collect();
    assert_eq!(counts, counted(), "{said}");
}

/// A copy of the corpus with a slip in one file.
#[test]
fn a_case_that_is_wrong_is_a_failure() {
    if !ready() {
        return;
    }
    let folder = temporary();
    for file in files() {
        fs::copy(&file, folder.path().join(file.file_name().expect("a name"))).expect("a file");
    }
    let right = fs::read_to_string(corpus().join("split.csv")).expect("a file");
    for (from, to, _) in SLIPS {
        fs::write(folder.path().join("split.csv"), right.replacen(from, to, 1)).expect("a file");
        let output = output(test("test/corpus.test.mjs").env("TAAKGERICHT_CORPUS", folder.path()));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            !output.status.success() && said.contains(" - split.csv\n") && said.contains("# fail 1\n"),
            "{from}: {said}"
        );
    }
}
