//! The choices of the bindings have the numbers of the header.

use crate::support::header;
use crate::{binding, sources};
use std::fs;
use std::path::Path;

/// What languages have a type for, with what the header calls it.
const CHOICES: [(&str, &str); 15] = [
    ("Method", "Method"),
    ("Tie", "Tie"),
    ("Notation", "Notation"),
    ("Reading", "Reading"),
    ("Role", "Role"),
    ("Rule", "Rule"),
    ("Mode", "Mode"),
    ("Correction", "Index"),
    ("Stage", "Stage"),
    ("Chaining", "Chain"),
    ("Model", "Model"),
    ("Netting", "Netting"),
    ("Residual", "Residual"),
    ("Verdict", "Verdict"),
    ("Language", "Language"),
];

/// The names behind TKG_METHOD_, in the order of their numbers.
fn names(choice: &str) -> Vec<String> {
    let prefix = format!("#define TKG_{}_", choice.to_uppercase());
    let header = header();
    let numbered = |line: &str| {
        let (name, number) = line.strip_prefix(&prefix)?.split_once(' ')?;
        Some((number.parse::<usize>().ok()?, name.to_owned()))
    };
    let mut all: Vec<(usize, String)> = header.lines().filter_map(numbered).collect();
    all.sort();
    let numbers: Vec<usize> = all.iter().map(|(number, _)| *number).collect();
    assert!(!all.is_empty() && numbers == (0..all.len()).collect::<Vec<_>>(), "{choice}: {all:?}");
    all.into_iter().map(|(_, name)| name).collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a source")
}

/// Every source of a binding.
fn code(language: &str, folder: &str, ending: &str) -> String {
    sources(&binding(language).join(folder), ending).iter().map(|file| read(file)).collect()
}

/// The members of an enum, without what is said of them.
fn members(code: &str, choice: &str) -> Vec<String> {
    let body = code.split(&format!("enum {choice}")).find_map(|rest| rest.trim_start().strip_prefix('{'));
    let body = body.and_then(|rest| rest.split('}').next()).unwrap_or_default();
    let lines = body.lines().map(str::trim).filter(|line| !line.starts_with('/'));
    let all: String = lines.collect::<Vec<_>>().join(" ");
    all.split(',').map(|member| member.trim().to_owned()).filter(|member| !member.is_empty()).collect()
}

/// `LARGEST_REMAINDER` as `LargestRemainder`.
fn pascal(name: &str) -> String {
    let word = |word: &str| word[..1].to_owned() + &word[1..].to_lowercase();
    name.split('_').map(word).collect()
}

#[test]
fn of_java() {
    let code = code("java", "src", "java");
    for (named, choice) in CHOICES.into_iter().filter(|(named, _)| *named != "Rule") {
        assert_eq!(members(&code, named), names(choice), "{named}");
    }
    for (number, name) in names("Rule").iter().enumerate() {
        assert!(code.contains(&format!("static final int {name} = {number};")), "{name}");
    }
}

#[test]
fn of_dotnet() {
    let code = code("dotnet", "src", "cs");
    for (named, choice) in CHOICES {
        let numbered: Vec<String> =
            names(choice).iter().enumerate().map(|(number, name)| format!("{} = {number}", pascal(name))).collect();
        assert_eq!(members(&code, named), numbered, "{named}");
    }
}

#[test]
fn of_node() {
    let code = code("node", "lib", "mjs");
    for (named, choice) in CHOICES {
        // A list is called after what it lists: TIES, MODES.
        let list = named.to_uppercase() + "S";
        let written = code.split(&format!("const {list} = [")).nth(1).and_then(|rest| rest.split(']').next());
        let written = written.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty());
        let quoted: Vec<String> =
            names(choice).iter().map(|name| format!("'{}'", name.to_lowercase().replace('_', "-"))).collect();
        assert_eq!(written.collect::<Vec<_>>(), quoted, "{list}");
    }
}
