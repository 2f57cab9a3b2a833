//! Each binding has every call of the header, but for those that its language has no use for.

use crate::support::functions;
use crate::{binding, sources};
use std::collections::BTreeSet;
use std::fs;

/// Said by tkg_check_abi, known from the weights, looked up in what was copied, for readers of Arrow, for tests.
const WITHOUT: [&str; 6] =
    ["tkg_abi_version", "tkg_plan_count", "tkg_outcome_parties", "tkg_outcome_find_column", "arrow", "tkg_selftest_"];

/// A binding takes decimals in and out as text, or by their digits.
const BY_DIGITS: [&str; 2] = ["tkg_decimal_from_i64", "tkg_decimal_to_i64"];
const AS_TEXT: [&str; 2] = ["tkg_decimal_parse", "tkg_decimal_format"];

fn leaves_out(language: &str, folder: &str, ending: &str, further: &[&[&str]]) {
    let folder = binding(language).join(folder);
    let code: String =
        sources(&folder, ending).iter().map(|file| fs::read_to_string(file).expect("a source")).collect();
    let words: BTreeSet<&str> = code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
    let names: Vec<String> = functions().into_iter().map(|function| function.name).collect();
    let lacking = names.iter().map(String::as_str).filter(|name| !words.contains(name));
    let missing: BTreeSet<&str> =
        lacking.filter(|name| !WITHOUT.iter().any(|without| name.contains(without))).collect();
    let expected: BTreeSet<&str> = further.concat().into_iter().collect();
    assert_eq!(missing, expected, "{language}: add what it lacks, or say here that it does without");
}

#[test]
fn of_java() {
    leaves_out("java", "src", "java", &[&BY_DIGITS]);
}

#[test]
fn of_dotnet() {
    leaves_out("dotnet", "src", "cs", &[&AS_TEXT]);
}

#[test]
fn of_node() {
    // Results are read as JSON.
    leaves_out("node", "lib", "mjs", &[&BY_DIGITS, &["tkg_text_member"]]);
}
