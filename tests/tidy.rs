//! House rules that the compiler does not check: layers, no floats, no std, sources that exist.
#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test stops at the first file it cannot read"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom up; a module imports only from layers below its own, and from within itself.
/// Siblings in one layer do not import each other, unless the layer says so.
const LAYERS: &[(&[&str], bool)] = &[
    (&["error"], false),
    (&["exact"], false),
    (&["language", "period", "party", "key", "trace"], true),
    (&["budget", "pool", "financing"], false),
    (&["scenario"], false),
    (&["format"], false),
    (&["operation"], false),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every line of every source file of the crate, with its place.
fn source_lines() -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for file in files(&root().join("src"), ".rs") {
        let name = file.strip_prefix(root().join("src")).unwrap().display().to_string();
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            lines.push((format!("{name}:{}", number + 1), line.to_string()));
        }
    }
    assert!(lines.len() > 1000, "the sources were not found");
    lines
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|(modules, _)| modules.contains(&module))
}

/// The module that a file belongs to: `exact` for `exact/split/mod.rs:12`.
fn module_of(place: &str) -> &str {
    place.split(['/', '.', ':']).next().unwrap()
}

#[test]
fn imports_go_down_only() {
    let mut wrong = Vec::new();
    for (place, line) in source_lines() {
        let own = module_of(&place);
        let Some(imported) = line.trim_start().strip_prefix("use crate::") else { continue };
        if own == "lib" {
            continue;
        }
        let imported = imported.split([':', ';', '{']).next().unwrap();
        // Names that lib.rs passes on from the lowest layers.
        let imported = match imported {
            "Error" | "Errors" | "Kind" => "error",
            "Language" => "language",
            other => other,
        };
        let (from, to) = (layer(own), layer(imported));
        let (Some(from), Some(to)) = (from, to) else {
            wrong.push(format!("{place}: {own} or {imported} stands in no layer"));
            continue;
        };
        let allowed = to < from || own == imported || (to == from && LAYERS[from].1);
        if !allowed {
            wrong.push(format!("{place}: {own} imports {imported}, which is not below it"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_floats_prints_or_reads_the_world() {
    let forbidden = [
        "f32",
        "f64",
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::io",
        "println!",
        "eprintln!",
        "SystemTime",
    ];
    let mut wrong = Vec::new();
    for (place, line) in source_lines() {
        let code = line.split("//").next().unwrap();
        let words: Vec<&str> =
            code.split(|letter: char| !letter.is_alphanumeric() && !"_:!".contains(letter)).collect();
        wrong.extend(forbidden.iter().filter(|word| words.contains(word)).map(|word| format!("{place}: {word}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_cited_source_exists() {
    let sources = fs::read_to_string(root().join("SOURCES.md")).unwrap();
    let mut cited = 0;
    let mut missing = Vec::new();
    let data = files(&root().join("scenarios"), ".csv").into_iter().chain(files(&root().join("tests/corpus"), ".csv"));
    let data_lines = data.flat_map(|file| {
        let text = fs::read_to_string(&file).unwrap();
        text.lines().map(|line| (file.display().to_string(), line.to_string())).collect::<Vec<_>>()
    });
    for (place, line) in source_lines().into_iter().chain(data_lines) {
        for rest in line.split("SOURCES.md#").skip(1) {
            let anchor: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').collect();
            cited += 1;
            if !sources.contains(&format!("<a id=\"{anchor}\"></a>")) {
                missing.push(format!("{place}: SOURCES.md has no anchor {anchor}"));
            }
        }
    }
    assert!(cited > 20, "only {cited} sources are cited");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_glossary_names_code_that_exists() {
    let glossary = fs::read_to_string(root().join("GLOSSARY.md")).unwrap();
    let code: String = source_lines().into_iter().map(|(_, line)| line + "\n").collect();
    let words: Vec<&str> = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    // Types and their members: `Municipality::division` names both.
    let named: Vec<&str> =
        glossary.split('`').skip(1).step_by(2).filter(|name| name.starts_with(char::is_uppercase)).collect();
    let parts = named.iter().flat_map(|name| name.split("::"));
    let missing: Vec<&str> = parts.filter(|part| !words.contains(part)).collect();
    assert!(named.len() > 20, "found only {named:?}");
    assert!(missing.is_empty(), "the glossary names {missing:?}, which src does not have");
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in files(&root().join("src"), ".rs") {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//!"), "{} does not start by saying what it is for", file.display());
    }
}

#[test]
fn every_invariant_of_the_essay_has_a_test() {
    let essay = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let list = essay.split("# Invariants").nth(1).unwrap().split("# ").next().unwrap();
    let names: Vec<&str> = list
        .lines()
        .filter_map(|line| line.trim_start_matches("//! ").strip_prefix("- `")?.split('`').next())
        .collect();
    assert!(names.len() >= 8, "found only {names:?}");
    let tests: String = files(&root().join("tests"), ".rs")
        .into_iter()
        .chain(files(&root().join("src"), ".rs"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    for name in names {
        assert!(tests.contains(&format!("fn {name}")), "no test is called {name}");
    }
}
