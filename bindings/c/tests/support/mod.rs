//! What the tests of the C library share: its header, its compilers, and what was built.
#![allow(dead_code, reason = "every test uses some of it")]

#[cfg(unix)]
pub(crate) mod build;
pub(crate) mod corpus;
#[cfg(unix)]
pub(crate) mod example;
#[cfg(unix)]
pub(crate) mod python;
pub(crate) mod readme;

use std::fs;
use std::path::PathBuf;

/// The folder of this crate.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder with the committed header.
pub(crate) fn include() -> PathBuf {
    folder().join("../../include")
}

/// The committed header.
pub(crate) fn header() -> String {
    fs::read_to_string(include().join("taakgericht.h")).expect("a header")
}

/// The public modules, in the order of src/lib.rs.
pub(crate) fn modules() -> Vec<String> {
    let lib = fs::read_to_string(folder().join("src/lib.rs")).expect("src/lib.rs");
    let name = |line: &str| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned);
    lib.lines().filter_map(name).collect()
}

/// A function of the header.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) arguments: Vec<String>,
    /// The text above it.
    pub(crate) text: String,
    /// The declaration itself.
    pub(crate) code: String,
}

/// The functions of the header, in order.
pub(crate) fn functions() -> Vec<Function> {
    let (mut found, mut text, mut code) = (Vec::new(), String::new(), String::new());
    for line in header().lines() {
        if let Some(words) = line.strip_prefix("//") {
            text.push_str(words);
            continue;
        }
        if line.starts_with("TKG_API ") || !code.is_empty() {
            code.push_str(line.trim());
            code.push(' ');
        }
        if line.trim().is_empty() {
            text.clear();
        }
        if !code.is_empty() && code.trim_end().ends_with(");") {
            found.push(function(&code, &text));
            text.clear();
            code.clear();
        }
    }
    assert!(found.len() > 20, "found only {found:?}");
    found
}

fn function(code: &str, text: &str) -> Function {
    let (before, after) = code.split_once("TKG_CALL ").expect("a calling convention");
    assert!(before.starts_with("TKG_API "), "{code}");
    let (name, arguments) = after.split_once('(').expect("arguments");
    let arguments = arguments.trim_end().trim_end_matches(");").split(',').map(|argument| argument.trim().to_owned());
    let arguments = arguments.filter(|argument| argument != "void").collect();
    Function { name: name.to_owned(), arguments, text: text.to_owned(), code: code.to_owned() }
}

/// The numbers that the header defines.
pub(crate) fn macros() -> Vec<String> {
    let header = header();
    let name = |line: &str| line.strip_prefix("#define ")?.split_once(' ').map(|(name, _)| name.to_owned());
    let defined = header.lines().filter_map(name);
    defined.filter(|name| name.starts_with("TKG_") && !["TKG_CALL", "TKG_API"].contains(&name.as_str())).collect()
}

/// The numbers among which a caller chooses, such as methods; not the statuses, nor those about the library itself.
pub(crate) fn choices() -> Vec<String> {
    let about = ["TKG_E_", "TKG_VERSION_", "TKG_MAX_SCALE"];
    let all = macros().into_iter();
    all.filter(|name| !about.iter().any(|start| name.starts_with(start))).collect()
}

/// The structs of the header with their fields.
pub(crate) fn structs() -> Vec<(String, Vec<String>)> {
    let header = header();
    let lines = header.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in lines {
        if let Some(name) = line.strip_prefix("typedef struct ").and_then(|rest| rest.strip_suffix(" {")) {
            found.push((name.to_owned(), Vec::new()));
            inside = true;
        } else if line.starts_with('}') {
            inside = false;
        } else if let Some((_, fields)) = found.last_mut().filter(|_| inside) {
            let name = line.trim_end_matches(';').split('[').next().and_then(|line| line.rsplit([' ', '*']).next());
            fields.push(name.expect("a field").to_owned());
        }
    }
    assert!(found.len() > 5, "found only {found:?}");
    found
}
