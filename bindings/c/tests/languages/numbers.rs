//! The choices of the bindings have the numbers of the header.

use crate::support::header;
use crate::{binding, sources};
use std::fs;
use std::path::Path;

/// The choices that languages have a type for.
const CHOICES: [&str; 6] = ["Method", "Tie", "Notation", "Reading", "Role", "Mode"];

/// Those that stand inside another type, with what the header calls them.
const INNER: [(&str, &str); 8] = [
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

fn text(language: &str, file: &str) -> String {
    read(&binding(language).join(file))
}

/// `LARGEST_REMAINDER` as `LargestRemainder`.
fn pascal(name: &str) -> String {
    let word = |word: &str| word[..1].to_owned() + &word[1..].to_lowercase();
    name.split('_').map(word).collect()
}

#[test]
fn of_java() {
    for choice in CHOICES {
        let code = text("java", &format!("src/main/java/io/github/taakgericht/{choice}.java"));
        let name = |line: &str| {
            let name = line.trim().trim_end_matches(',');
            let is = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
            is.then(|| name.to_owned())
        };
        assert_eq!(code.lines().filter_map(name).collect::<Vec<_>>(), names(choice), "{choice}");
    }
    let code: String = sources(&binding("java").join("src"), "java").iter().map(|file| read(file)).collect();
    for (inner, choice) in INNER {
        assert!(code.contains(&format!("enum {inner} {{ {} }}", names(choice).join(", "))), "{inner}");
    }
    let lines = text("java", "src/main/java/io/github/taakgericht/Line.java");
    for (number, name) in names("Rule").iter().enumerate() {
        assert!(lines.contains(&format!("static final int {name} = {number};")), "{name}");
    }
}

#[test]
fn of_dotnet() {
    let code = text("dotnet", "src/Choices.cs");
    for choice in CHOICES {
        let body = code.split(&format!("public enum {choice}\n")).nth(1).and_then(|rest| rest.split('}').next());
        let members = body.unwrap_or_default().lines().filter(|line| line.contains(" = "));
        let found: Vec<&str> = members.map(|line| line.trim().trim_end_matches(',')).collect();
        let expected: Vec<String> =
            names(choice).iter().enumerate().map(|(number, name)| format!("{} = {number}", pascal(name))).collect();
        assert_eq!(found, expected, "{choice}");
    }
    let code: String = sources(&binding("dotnet").join("src"), "cs").iter().map(|file| read(file)).collect();
    for (inner, choice) in INNER.into_iter().chain([("Rule", "Rule")]) {
        let members: Vec<String> =
            names(choice).iter().enumerate().map(|(number, name)| format!("{} = {number}", pascal(name))).collect();
        assert!(code.contains(&format!("enum {inner} {{ {} }}", members.join(", "))), "{inner}: {members:?}");
    }
}

#[test]
fn of_node() {
    let code: String = sources(&binding("node").join("lib"), "mjs").iter().map(|file| read(file)).collect();
    let lists = [
        ("METHODS", "Method"),
        ("TIES", "Tie"),
        ("NOTATIONS", "Notation"),
        ("READINGS", "Reading"),
        ("RULES", "Rule"),
        ("ROLES", "Role"),
        ("MODES", "Mode"),
        ("CORRECTIONS", "Index"),
        ("STAGES", "Stage"),
        ("CHAININGS", "Chain"),
        ("MODELS", "Model"),
        ("NETTINGS", "Netting"),
        ("RESIDUALS", "Residual"),
        ("VERDICTS", "Verdict"),
        ("LANGUAGES", "Language"),
    ];
    for (list, choice) in lists {
        let quoted: Vec<String> =
            names(choice).iter().map(|name| format!("'{}'", name.to_lowercase().replace('_', "-"))).collect();
        assert!(code.contains(&format!("const {list} = [{}];", quoted.join(", "))), "{list}");
    }
}
