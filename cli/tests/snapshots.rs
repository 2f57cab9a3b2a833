//! What every command prints, word for word, as files to read: `tests/snapshots`.
//!
//! After a change of the output: `SNAPSHOTS=overwrite cargo test -p taakgericht-cli`, then read the difference.
#![allow(clippy::unwrap_used, reason = "a test stops where the command cannot be run")]

mod support;

use snapbox::assert::Assert;
use snapbox::{Data, data::DataFormat};
use support::{BMWE, GRONINGEN, POOLS, VARIANTS, root, stderr, stdout};

const TABLE: &str = "scenarios/data/bmwe_budget_2015.csv";
const SMALL: &str = "cli/tests/data/small.toml";
/// A reserve, a blend that phases in, and a year that is settled once more.
const RESERVE: &str = "cli/tests/data/reserve.toml";
/// A contract of each variant, small enough to read all of it.
const CONTRACTS: &str = "cli/tests/data/contracts.toml";

/// Text without what changes with every version or every byte of an input: versions and hashes.
fn redacted(text: &str) -> String {
    let text = text.replace(env!("CARGO_PKG_VERSION"), "[version]");
    let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut redacted = String::new();
    for piece in text.split_inclusive(|sign: char| !sign.is_ascii_alphanumeric()) {
        let word = piece.trim_end_matches(|sign: char| !sign.is_ascii_alphanumeric());
        redacted.push_str(if is_hash(word) { "[hash]" } else { word });
        redacted.push_str(&piece[word.len()..]);
    }
    redacted
}

fn matches(name: &str, text: &str) {
    let path = root().join("cli/tests/snapshots").join(name);
    // No wildcards: a `[..]` in the output is no pattern.
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    Assert::new().action_env("SNAPSHOTS").eq(redacted(text), expected);
}

/// The commands, by the name of their snapshots.
fn commands() -> Vec<(&'static str, Vec<&'static str>)> {
    let check = ["check", TABLE, "--label", "municipality", "--total", "total", "--parts", "vws,awbz_youth,zvw"];
    let total_row = ["--memo", "zin", "--total-row", "Totaal", "--total-row-is", "sum-of-printed"];
    let names = ["--names", "voorliggend veld,uitvoering,transformatie,directe zorg"];
    vec![
        ("run", vec!["run", BMWE]),
        ("run-thousands", vec!["run", BMWE, "--unit", "1.000,-"]),
        ("check", vec!["check", BMWE]),
        ("check-table", [&check[..], &total_row].concat()),
        ("explain", vec!["explain", BMWE, "rta-groningen/2016/directe_zorg/Bedum"]),
        ("explain-rounded", vec!["explain", BMWE, "derivation/rta_bijdrage/GM0053"]),
        ("figures", vec!["explain", BMWE]),
        ("split", [&["split", "13878933", "--weights", "3,3,10,84"][..], &names].concat()),
        ("split-thirds", vec!["split", "-€ 100", "--weights", "1;2,5;1/3"]),
        ("split-bounded", vec!["split", "100", "--weights", "1,1,2", "--floors", "-,35,-", "--ceilings", "-,-,40"]),
        ("instalments", vec!["split", "10000000", "--parts", "12"]),
    ]
}

/// The commands for pools, by the name of their snapshots.
fn commands_for_pools() -> Vec<(&'static str, Vec<&'static str>)> {
    let model =
        ["compare", POOLS, "--model", "corridor:2,5%:overspends-only", "--without", "Winsum", "--without", "1651"];
    vec![
        ("pools-run", vec!["run", POOLS]),
        ("pools-compare", vec!["compare", POOLS]),
        ("pools-letter", vec!["letter", POOLS, "--party", "Bedum"]),
        ("pools-explain", vec!["explain", POOLS, "bmwe/2015/final/balance/Bedum"]),
        ("pools-figures", vec!["explain", POOLS]),
        ("pools-run-thousands", vec!["run", POOLS, "--unit", "1000"]),
        ("pools-compare-typed", model.to_vec()),
        ("pools-compare-one-year", vec!["compare", "cli/tests/data/one_year.toml"]),
        ("pools-reserve", vec!["run", RESERVE]),
        ("pools-reserve-letter", vec!["letter", RESERVE, "--year", "2016", "--party", "Bedum"]),
        ("pools-groningen", vec!["run", GRONINGEN]),
        ("pools-groningen-compare", vec!["compare", GRONINGEN, "--pool", "heavy-common"]),
        ("pools-groningen-letter", vec!["letter", GRONINGEN, "--year", "2018", "--party", "GM0005"]),
    ]
}

/// The commands for contracts, by the name of their snapshots; the first four in every form.
fn commands_for_contracts() -> Vec<(&'static str, Vec<&'static str>)> {
    let explain = |figure| vec!["explain", VARIANTS, figure];
    vec![
        ("contracts-run", vec!["run", CONTRACTS]),
        ("contracts-compare", vec!["compare", CONTRACTS]),
        ("contracts-explain", vec!["explain", CONTRACTS, "task/2016/paid/Bedum"]),
        ("contracts-figures", vec!["explain", CONTRACTS]),
        ("contracts-months", vec!["run", CONTRACTS, "--months"]),
        ("contracts-run-thousands", vec!["run", CONTRACTS, "--unit", "1000"]),
        ("contracts-compare-usual", vec!["compare", "cli/tests/data/no_cases.toml"]),
        ("contracts-part-year", vec!["run", "cli/tests/data/part_year.toml"]),
        ("contracts-explain-part-year", vec!["explain", "cli/tests/data/part_year.toml", "task/2016/task/Bedum"]),
        ("variants-run", vec!["run", VARIANTS]),
        ("variants-compare", vec!["compare", VARIANTS]),
        ("variants-explain-credit", explain("wonen/2026/months/2026-03/Midden-Groningen")),
        ("variants-explain-results", explain("ggz/2026/months/2026-03/Eemsdelta")),
        ("variants-explain-task", explain("basis/2027/task/Eemsdelta")),
        ("variants-explain-penalty", explain("hsj/2026/penalty/Eemsdelta")),
        ("variants-explain-long", explain("gezin/2026/ceiling/Eemsdelta")),
        ("variants-explain-new-care", vec!["explain", VARIANTS, "gezin/2026/ceiling/Eemsdelta", "--all"]),
    ]
}

#[test]
fn every_command_in_every_form_for_people() {
    let forms: [(&str, &[&str]); 5] = [
        ("en.txt", &[]),
        ("nl.txt", &["--lang", "nl"]),
        ("narrow.txt", &["--width", "80"]),
        ("en.md", &["--format", "markdown"]),
        ("nl.md", &["--format", "markdown", "--lang", "nl"]),
    ];
    for (name, command) in commands() {
        // The longest ones in every form; of the others, what is particular to them shows in two.
        let all = if ["run", "check", "explain"].contains(&name) { forms.len() } else { 2 };
        for (ending, options) in &forms[..all] {
            matches(&format!("{name}.{ending}"), &stdout(&[&command[..], options].concat()));
        }
    }
}

#[test]
fn every_command_for_pools_in_every_form_for_people() {
    let forms: [(&str, &[&str]); 6] = [
        ("en.txt", &[]),
        ("nl.txt", &["--lang", "nl"]),
        ("narrow.txt", &["--width", "80"]),
        ("narrow.nl.txt", &["--width", "80", "--lang", "nl"]),
        ("en.md", &["--format", "markdown"]),
        ("nl.md", &["--format", "markdown", "--lang", "nl"]),
    ];
    for (name, command) in commands_for_pools() {
        let all = if ["pools-run", "pools-compare", "pools-letter", "pools-explain"].contains(&name) {
            forms.len()
        } else {
            2
        };
        for (ending, options) in &forms[..all] {
            matches(&format!("{name}.{ending}"), &stdout(&[&command[..], options].concat()));
        }
    }
}

#[test]
fn every_command_for_contracts_in_every_form_for_people() {
    let forms: [(&str, &[&str]); 5] = [
        ("en.txt", &[]),
        ("nl.txt", &["--lang", "nl"]),
        ("narrow.nl.txt", &["--width", "80", "--lang", "nl"]),
        ("en.md", &["--format", "markdown"]),
        ("nl.md", &["--format", "markdown", "--lang", "nl"]),
    ];
    for (position, (name, command)) in commands_for_contracts().into_iter().enumerate() {
        let all = if position < 3 { forms.len() } else { 2 };
        for (ending, options) in &forms[..all] {
            matches(&format!("{name}.{ending}"), &stdout(&[&command[..], options].concat()));
        }
    }
}

#[test]
fn every_command_for_contracts_for_programs() {
    for (name, command) in &commands_for_contracts()[..4] {
        for format in ["json", "csv"] {
            matches(&format!("{name}.{format}"), &stdout(&[&command[..], &["--format", format]].concat()));
        }
    }
}

#[test]
fn every_command_for_pools_as_json() {
    for (name, command) in &commands_for_pools()[..4] {
        matches(&format!("{name}.json"), &stdout(&[&command[..], &["--format", "json"]].concat()));
    }
}

#[test]
fn every_command_as_csv() {
    for (name, command) in commands().into_iter().chain(commands_for_pools()) {
        matches(&format!("{name}.csv"), &stdout(&[&command[..], &["--format", "csv"]].concat()));
    }
}

/// The shape of the JSON, on a small scenario so that a person can read all of it.
#[test]
fn every_command_as_json() {
    for (name, mut command) in commands() {
        for argument in &mut command {
            *argument = if *argument == BMWE { SMALL } else { argument };
            *argument = argument.strip_prefix("derivation/rta_bijdrage").map_or(*argument, |_| "budget/total/GM0053");
            *argument = argument.strip_prefix("rta-groningen").map_or(*argument, |_| "rta/2016/korting/Winsum");
        }
        matches(&format!("{name}.json"), &stdout(&[&command[..], &["--format", "json"]].concat()));
    }
}

#[test]
fn help() {
    for command in ["run", "compare", "letter", "check", "explain", "split", "schema"] {
        matches(&format!("help-{command}.txt"), &stdout(&[command, "--help"]));
    }
    matches("help.txt", &stdout(&["--help"]));
}

/// Errors: where, what was found, what was expected, what to do; all of them at once.
#[test]
fn errors() {
    let check = ["check", "cli/tests/data/bad_table.csv", "--total", "total", "--parts", "a,b"];
    let cases: [(&str, &[&str]); 32] = [
        ("scenario", &["run", "cli/tests/data/bad.toml"]),
        ("schedule", &["run", "cli/tests/data/bad_schedule.toml"]),
        ("toml", &["run", "cli/tests/data/no_toml.toml"]),
        ("no-table", &["run", "cli/tests/data/no_table.toml"]),
        ("absolute", &["run", "cli/tests/data/absolute.toml"]),
        ("no-scenario", &["run", "nowhere.toml"]),
        ("folder", &["run", "scenarios"]),
        ("figure", &["explain", BMWE, "budget/total/Assen"]),
        ("table", &check),
        ("column", &["check", TABLE, "--total", "totals", "--parts", "vws"]),
        ("split", &["split", "1.234", "--weights", "1,1"]),
        ("weights", &["split", "1", "--weights", "1,x,1.234,-1"]),
        ("no-pool", &["compare", BMWE]),
        ("no-settlement", &["letter", BMWE]),
        ("compare-pool", &["compare", POOLS, "--pool", "bmw"]),
        ("compare-year", &["compare", POOLS, "--year", "2016"]),
        ("compare-without", &["compare", POOLS, "--without", "Assen"]),
        (
            "compare-without-all",
            &[
                "compare",
                POOLS,
                "--without",
                "Bedum",
                "--without",
                "Winsum",
                "--without",
                "Eemsmond",
                "--without",
                "De Marne",
            ],
        ),
        ("compare-model", &["compare", POOLS, "--model", "solidarity"]),
        ("compare-model-terms", &["compare", POOLS, "--model", "corridor:5%"]),
        ("letter-pool", &["letter", POOLS, "--pool", "bmw"]),
        ("letter-year", &["letter", POOLS, "--year", "2016"]),
        ("letter-party", &["letter", POOLS, "--party", "Assen"]),
        ("figure-of-pool", &["explain", GRONINGEN, "bmwe/2018/borne/Groningen"]),
        ("contracts", &["run", "cli/tests/data/bad_contracts.toml"]),
        ("volumes", &["run", "cli/tests/data/bad_volumes.toml"]),
        ("lines", &["run", "cli/tests/data/bad_lines.toml"]),
        ("compare-case", &["compare", "cli/tests/data/bad_case.toml"]),
        ("compare-no-contract", &["compare", POOLS, "--contracts"]),
        ("compare-no-pool", &["compare", VARIANTS, "--model", "insurance"]),
        ("figure-of-contract", &["explain", VARIANTS, "basis/2026/corridors/Eemsdelta"]),
        ("tie", &["split", "1", "--weights", "1,1,1", "--names", "Bedum,Winsum,Eemsmond", "--tie", "refuse"]),
    ];
    for (name, command) in cases {
        assert_eq!(stdout(command), "", "{name}");
        matches(&format!("error-{name}.txt"), &stderr(command));
    }
}
