//! Java, with JNA.

use crate::support::build::{command, found, run, temporary};
use crate::support::example::scenario;
use crate::support::readme::smallest;
use crate::worked::{carries_out_every_case, prints_the_table, stops_at_every_slip};
use crate::{binding, library, sources, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian puts JNA; another place stands in TAAKGERICHT_JNA.
fn jna() -> PathBuf {
    std::env::var_os("TAAKGERICHT_JNA").map_or_else(|| PathBuf::from("/usr/share/java/jna.jar"), PathBuf::from)
}

fn ready() -> bool {
    tools(&["javac", "java", "cc"]) && found("jna.jar (libjna-java)", jna().exists())
}

/// The binding, its example, the program of its README and its tests.
fn compile(to: &Path) {
    let mut javac = command("javac", ["-encoding", "UTF-8", "-Xlint:all", "-Werror", "--release", "11", "-cp"]);
    let smallest = to.join("Smallest.java");
    fs::write(&smallest, self::smallest("java", "java")).expect("a file");
    run(javac.arg(jna()).arg("-d").arg(to).args(sources(&binding("java"), "java")).arg(smallest));
}

fn java(classes: &Path, main: &str) -> Command {
    let mut java = command("java", ["-cp"]);
    java.arg(format!("{}:{}", jna().display(), classes.display())).arg(main);
    java.env("TAAKGERICHT_LIBRARY", library());
    java
}

#[test]
fn the_examples_print_what_they_should_and_typed_calls_give_what_the_header_says() {
    if ready() {
        let classes = temporary();
        compile(classes.path());
        prints_the_table(java(classes.path(), "Bmwe"));
        assert_eq!(run(&mut java(classes.path(), "Smallest")), "10.44\n89.56\n");
        let said = run(java(classes.path(), "Typed").arg(scenario()));
        assert!(said.ends_with(" as expected\n"), "{said}");
    }
}

#[test]
fn every_case_of_the_corpus_comes_out() {
    if ready() {
        let classes = temporary();
        compile(classes.path());
        carries_out_every_case(java(classes.path(), "Corpus"));
        stops_at_every_slip(classes.path(), || java(classes.path(), "Corpus"));
    }
}
