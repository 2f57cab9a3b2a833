//! Each binding has every call of the header, but for those that its language has no use for.

use crate::support::functions;
use crate::{binding, sources};
use std::fs;

/// Said by tkg_check_abi; a watched run needs threads; names are looked up in what was copied; Arrow is for Python; for tests.
const WITHOUT: [&str; 6] =
    ["tkg_abi_version", "tkg_cancel_", "tkg_outcome_parties", "tkg_outcome_find_column", "arrow", "tkg_selftest_"];

fn leaves_out(language: &str, ending: &str, further: &[&str]) {
    let folder = binding(language).join(if language == "node" { "lib" } else { "src" });
    let code: String =
        sources(&folder, ending).iter().map(|file| fs::read_to_string(file).expect("a source")).collect();
    let words: Vec<&str> = code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
    let missing: Vec<String> = functions()
        .into_iter()
        .map(|function| function.name)
        .filter(|name| !words.contains(&name.as_str()) && !WITHOUT.iter().any(|without| name.contains(without)))
        .collect();
    assert_eq!(
        missing, further,
        "{language} lacks calls of the header: add them to the binding, or to what it does without"
    );
}

#[test]
fn of_java() {
    leaves_out("java", "java", &["tkg_decimal_from_i64", "tkg_decimal_to_i64", "tkg_plan_count"]);
}

#[test]
fn of_dotnet() {
    leaves_out("dotnet", "cs", &["tkg_decimal_parse", "tkg_decimal_format", "tkg_plan_count"]);
}

#[test]
fn of_node() {
    leaves_out("node", "mjs", &["tkg_decimal_from_i64", "tkg_decimal_to_i64", "tkg_plan_count", "tkg_text_member"]);
}
