//! What is wrong with a call, as text; the right ones stand in `tests/corpus`.

use super::{Operation, call};
use crate::error::Kind;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const SPLIT: [(&str, &str); 5] =
    [("whole", "1.00"), ("unit", "0.01"), ("method", "largest-remainder"), ("tie", "first"), ("weights", "1 1 1")];

/// A call of `split` with one argument changed.
fn split_with(name: &str, text: &str) -> String {
    let changed = SPLIT.map(|(each, own)| (each, if each == name { text } else { own }));
    call("split", &changed).map_or_else(|error| error.to_string(), |results| format!("{results:?}"))
}

fn error(operation: &str, arguments: &[(&str, &str)]) -> (Kind, String) {
    let error = call(operation, arguments).unwrap_err();
    (error.kind(), error.to_string())
}

#[test]
fn results_have_their_names() {
    assert_eq!(call("split", &SPLIT).unwrap(), [("parts", "0.34 0.33 0.33".to_string())]);
    let names: Vec<_> = Operation::ALL.iter().map(|operation| operation.name).collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn an_operation_that_there_is_not() {
    let (kind, text) = error("splits", &SPLIT);
    assert_eq!(kind, Kind::UnknownName);
    assert!(text.starts_with("no operation \"splits\", expected one of \"bounded\", \"comparison\", "), "{text}");
    assert!(text.ends_with(".\n  Did you mean \"split\"?"), "{text}");
}

#[test]
fn arguments_that_are_not_those_of_the_operation() {
    let known = "expected one of \"whole\", \"unit\", \"method\", \"tie\", \"weights\".";
    let mut more = SPLIT.to_vec();
    more.push(("weight", "1"));
    let text = format!("operation \"split\": no argument \"weight\", {known}\n  Did you mean \"weights\"?");
    assert_eq!(error("split", &more), (Kind::UnknownKey, text));

    let advice = "Give every argument of the operation; where it may be nothing, give -.";
    let text = format!("operation \"split\": no argument \"weights\", expected one.\n  {advice}");
    assert_eq!(error("split", &SPLIT[..4]), (Kind::Missing, text));

    let mut twice = SPLIT.to_vec();
    twice.push(("tie", "last"));
    let text = "operation \"split\": two arguments \"tie\", expected every name once.".to_string();
    assert_eq!(error("split", &twice), (Kind::Duplicate, text));
}

#[test]
fn a_text_that_says_nothing_is_shown_where_it_stands() {
    let within = |name: &str, rest: &str| format!("operation \"split\", argument \"{name}\"{rest}");
    let cases = [
        ("whole", "1,00", ": \"1,00\", expected a number such as -1234.56."),
        ("whole", "1.005", ": 1.005, expected at most 2 decimals."),
        (
            "whole",
            "92233720368547758.08",
            ": the amount 92233720368547758.08 does not fit, expected at most 92233720368547758.07.",
        ),
        ("weights", "1 one 1", ", entry 2: \"one\", expected a number such as -1234.56."),
        ("weights", "1 1/0", ", entry 2: 1/0, expected a denominator other than zero."),
        (
            "tie",
            "frist",
            ": \"frist\", expected one of \"first\", \"last\", \"largest-weight\", \"refuse\".\n  Did you mean \"first\"?",
        ),
        (
            "method",
            "",
            ": \"\", expected one of \"largest-remainder\", \"cumulative\", \"first-takes-rest\", \"last-takes-rest\", \"webster\", \"jefferson\", \"adams\", \"huntington-hill\".",
        ),
    ];
    for (name, text, rest) in cases {
        assert_eq!(split_with(name, text), within(name, rest));
    }
}

/// Calls that are right.
const RIGHT: [(&str, &[(&str, &str)]); 9] = [
    ("bounded", &[("whole", "1.00"), ("tie", "first"), ("weights", "1 1"), ("floors", "- -"), ("ceilings", "- 0.40")]),
    ("instalments", &[("whole", "1.00"), ("count", "3")]),
    ("table", &[("cells", "1.00 2.00 / 3.00 4.00"), ("unit", "1.00"), ("row_totals", "-"), ("column_totals", "-")]),
    ("waterfall", &[("base", "1.00"), ("lines", "een=50%; rest=rest")]),
    ("hours", &[("minutes", "90")]),
    ("weekly", &[("volume", "1"), ("from", "2026-01-01"), ("to", "2026-01-31")]),
    ("payments", &[("transfers", "1.00 -1.00")]),
    (
        "pools",
        &[
            ("model", "insurance"),
            ("costs", "1.00 3.00"),
            ("outside", "-"),
            ("contributions", "-"),
            ("weights", "1 1"),
            ("underspend_weights", "-"),
            ("clients", "-"),
            ("levy", "0.00"),
            ("residual", "first"),
            ("tie", "first"),
        ],
    ),
    (
        "comparison",
        &[
            ("demand", "0 0 100 80.00 75.00 4 2100.00 12"),
            ("financing", "effort"),
            ("leakage", "-"),
            ("ask", "outcome"),
        ],
    ),
];

#[test]
fn every_way_of_writing_is_explained_where_it_is_missed() {
    let cases = [
        ("bounded", "floors", "-", ": 1 entry, expected 2, one for each weight."),
        ("bounded", "ceilings", "- - -", ": 3 entries, expected 2, one for each weight."),
        ("instalments", "count", "many", ": \"many\", expected a whole number that is not too large."),
        ("instalments", "count", "1000000000", ": 1000000000, expected at most 100000."),
        ("table", "cells", "1.00 2.00 / 3.00", ": 1 entry, expected 2, one for each column."),
        ("waterfall", "lines", "een=50%; rest", ", entry 2: \"rest\", expected a line such as zorg=80%."),
        (
            "waterfall",
            "lines",
            "een=50%-off",
            ", entry 1: \"50%-off\", expected a rule such as 3%, 10%-of-rest or 50%-of:zorg.",
        ),
        ("hours", "minutes", "1.5", ", entry 1: \"1.5\", expected a whole number that is not too large."),
        (
            "weekly",
            "from",
            "01-01-2026",
            ": \"01-01-2026\", expected a date such as 2025-10-07.\n  Write year, month and day, with all digits and - between them.",
        ),
        ("payments", "transfers", "1.00 -", ", entry 2: \"-\", expected a number such as -1234.56."),
        (
            "pools",
            "model",
            "insurence",
            ": \"insurence\", expected one of \"actual-use\", \"insurance\", \"blend\", \"corridor\", \"stop-loss\".\n  \
             Did you mean \"insurance\"?",
        ),
        (
            "pools",
            "model",
            "blend",
            ": \"blend\", expected a model with its figures, such as \"blend 60%\" or \"corridor 5% netted\".",
        ),
        ("pools", "model", "blend 60", ": \"60\", expected a percentage such as 8.5%."),
        ("pools", "outside", "1.00", ": 1 entry, expected 2, one for each member."),
        ("pools", "clients", "1.00", ": 1 entry, expected 2, one for each member."),
        (
            "comparison",
            "demand",
            "0 0 100 80.00",
            ", entry 1: \"0 0 100 80.00\", expected eight figures and two days or none, such as \
             \"0 0 100 80.00 75.00 4 2100.00 12\".",
        ),
        (
            "comparison",
            "demand",
            "1000 0 100 80.00 75.00 4 2100.00 12",
            ", entry 1: 1000, expected a number below 1000.",
        ),
        (
            "comparison",
            "ask",
            "volume",
            ": \"volume\", expected a question with its figures, such as \"volume 10%\" or \"price 4% 3%\".",
        ),
    ];
    for (operation, name, text, rest) in cases {
        let (_, right) = RIGHT.iter().find(|(each, _)| *each == operation).unwrap();
        assert!(call(operation, right).is_ok(), "{:?}", call(operation, right));
        let wrong: Vec<_> = right.iter().map(|&(each, own)| (each, if each == name { text } else { own })).collect();
        assert_eq!(error(operation, &wrong).1, format!("operation \"{operation}\", argument \"{name}\"{rest}"));
    }
}

#[test]
fn what_a_rule_refuses_names_the_operation() {
    let text = "operation \"split\": a whole of 1.00, expected a multiple of the unit 0.07.\n  \
        Divide in a smaller unit, or round at a named step first.";
    assert_eq!(split_with("unit", "0.07"), text);
}
