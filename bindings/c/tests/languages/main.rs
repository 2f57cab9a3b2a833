//! The bindings for other languages: each prints the table of the example, makes typed calls, and runs the whole corpus.
#![allow(clippy::panic, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]
#![cfg(unix)]

mod calls;
mod cobol;
mod dotnet;
mod java;
mod node;
mod numbers;
mod readmes;
#[path = "../support/mod.rs"]
mod support;
mod worked;

use std::path::{Path, PathBuf};
use support::build::{built, has, is_elf};
use support::folder;

/// The folder of a binding.
fn binding(name: &str) -> PathBuf {
    folder().join("..").join(name)
}

/// The shared library, for what loads it by its path.
fn library() -> PathBuf {
    built().join("libtaakgericht_c.so")
}

/// Whether all of these tools are there; each missing one is named.
fn tools(names: &[&str]) -> bool {
    let missing = names.iter().filter(|name| !has(name)).count();
    is_elf() && missing == 0
}

/// Every source in a folder and below it.
fn sources(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.extend(sources(&path, ending));
        } else if path.extension().is_some_and(|is| is == ending) {
            found.push(path);
        }
    }
    found
}
