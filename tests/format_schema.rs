//! The schema and the reference of the format are what the code says, and the real scenario satisfies the schema.
//!
//! `UPDATE=1 cargo test --features format --test format_schema` writes both files anew.
#![cfg(feature = "format")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    clippy::as_conversions,
    reason = "tests compute what they expect freely"
)]

#[path = "format_support/financing_texts.rs"]
mod financing_texts;
#[path = "format_support/pool_texts.rs"]
mod pool_texts;

use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::fs;
use taakgericht::format;
use toml::de::{DeTable, DeValue};

fn schema() -> Value {
    serde_json::from_str(&format::schema()).unwrap()
}

/// Compares a committed file with what the code makes of it.
fn assert_committed(path: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, text).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "{path} is not what the code makes; run this test with UPDATE=1");
}

#[test]
fn the_committed_schema_is_the_one_that_the_code_makes() {
    assert_committed("include/scenario.schema.json", &format::schema());
}

#[test]
fn the_reference_has_every_key() {
    assert_committed("src/format/keys.md", &reference(&schema()));
}

/// The sections in the order in which a reader meets them, each with the heading that it has in the reference.
const SECTIONS: [(&str, &str); 51] = [
    ("scenario", "`[scenario]`"),
    ("source", "`[[source]]`"),
    ("table", "`[[table]]`"),
    ("column", "`[table.columns]`, for each column"),
    ("row", "`[table.rows]`, for each row"),
    ("budget", "`[budget]`"),
    ("derivation", "`[derivation]`"),
    ("pgb", "`derivation.pgb`"),
    ("rounding", "`derivation.rounding`, `contract.task.rounding`"),
    ("schedule", "`[[schedule]]`"),
    ("cut", "`schedule.cut`"),
    ("residual", "`schedule.residual`"),
    ("identity", "`[[identity]]`"),
    ("expression", "Expressions: `identity.equals`"),
    ("sum", "`{ sum = [\"vws\", \"zvw\"] }`"),
    ("difference", "`{ first = \"total\", less = [\"pgb\"] }`"),
    ("product-of-factors", "`{ product = [\"3%\", \"total\"] }`"),
    ("quotient", "`{ quotient = [\"cost\", \"clients\"] }`"),
    ("rounded", "`{ rounded = \"total\", unit = \"1000\" }`"),
    ("column-sum", "`{ column_sum = {} }`"),
    ("summed-column", "`{ column_sum = { column = \"vws\" } }`"),
    ("constant", "`{ constant = \"12\" }`"),
    ("reference", "`{ table = \"costs\", row = \"Totaal\", column = \"cost\" }`"),
    ("parties", "`[parties]`"),
    ("series", "`[[series]]`"),
    ("series-column", "`[series.columns]`, for each column"),
    ("key", "`[[key]]`"),
    ("pool", "`[[pool]]`"),
    ("model", "`pool.model`"),
    ("advances", "`pool.advances`"),
    ("reserve", "`pool.reserve`"),
    ("round", "`pool.rounds`, for each settlement"),
    ("alternative", "`[[alternative]]`"),
    ("product", "`[[product]]`"),
    ("contract", "`[[contract]]`"),
    ("contract-product", "`[[contract.products]]`"),
    ("result", "`contract.products.result`"),
    ("ceiling", "`contract.products.ceilings`, for each year"),
    ("task", "`[contract.task]`"),
    ("group", "`contract.task.groups`, for each group"),
    ("task-year", "`contract.task.years`, for each year after the first"),
    ("corridor", "`contract.task.corridor`"),
    ("breakpoint", "`contract.task.corridor.over` and `under`, for each breakpoint"),
    ("penalty", "`contract.task.penalties`, for each penalty"),
    ("volumes", "`[[volumes]]`"),
    ("case", "`[[case]]`"),
    ("leakage", "`case.leakage`"),
    ("shock", "`[[shock]]`"),
    ("administration", "`[administration]`"),
    ("per-month", "`administration.per_month`"),
    ("", "The document"),
];

/// The reference as markdown tables, made from the schema.
fn reference(schema: &Value) -> String {
    let mut text = String::new();
    let definitions = schema["definitions"].as_object().unwrap();
    assert_eq!(definitions.len() + 1, SECTIONS.len(), "a section without a heading in the reference");
    section(&mut text, "The document", schema);
    for (name, heading) in SECTIONS.iter().filter(|(name, _)| !name.is_empty()) {
        section(&mut text, heading, definitions.get(*name).unwrap_or_else(|| panic!("no section {name}")));
    }
    text
}

fn section(text: &mut String, heading: &str, section: &Value) {
    writeln!(text, "## {heading}\n{}", section["description"].as_str().unwrap()).unwrap();
    let Some(keys) = section["properties"].as_object() else {
        writeln!(text).unwrap();
        return;
    };
    writeln!(text, "\n| key | value | meaning |\n|---|---|---|").unwrap();
    for (name, key) in keys {
        let needed = section["required"].as_array().unwrap().contains(&json!(name));
        let description = key["description"].as_str().unwrap().replace('\n', "<br>");
        writeln!(text, "| `{name}`{} | {} | {description} |", if needed { "" } else { " (optional)" }, kind(key))
            .unwrap();
    }
    writeln!(text).unwrap();
}

/// What a value looks like, in a few words.
fn kind(key: &Value) -> String {
    let name = |reference: &Value| reference["$ref"].as_str().unwrap().rsplit('/').next().unwrap().to_string();
    if let Some(inner) = key.get("allOf") {
        return name(&inner[0]);
    }
    if let Some(version) = key.get("const") {
        return version.to_string();
    }
    match key["type"].as_str() {
        Some("array") if key["items"].get("$ref").is_some() => format!("list of {}", name(&key["items"])),
        Some("array") if key["items"]["type"] == "integer" => "list of years".into(),
        Some("array") if key["items"]["type"] != "string" => "list of numbers".into(),
        Some("array") if key["items"].get("pattern").is_some() => "list of percentages".into(),
        Some("array") => "list of texts".into(),
        Some("object") => match &key["additionalProperties"] {
            inner if inner.get("$ref").is_some() => format!("names, each with {}", name(inner)),
            inner if inner.get("type").is_some() => "names, each with a number".into(),
            _ => "names, each with a word".into(),
        },
        Some("string") if key["pattern"].as_str().is_some_and(|pattern| pattern.ends_with("%$")) => "percentage".into(),
        Some("string") if key["pattern"] == "^[0-9]+-[0-9]+$" => "ages".into(),
        Some("string") if key["pattern"].as_str().is_some_and(|pattern| pattern.contains("{4}")) => "date".into(),
        Some("string") if key.get("pattern").is_some() => "id".into(),
        Some("string") => "text".into(),
        Some("integer") if key["minimum"] == 0 => "whole number".into(),
        Some("integer") => "year".into(),
        Some("boolean") => "true or false".into(),
        Some(other) => panic!("{other}"),
        None if key.get("enum").is_some() => "word".into(),
        None if key["anyOf"][0].get("pattern").is_some() => "percentage, or one for each year".into(),
        None if key.get("anyOf").is_some() => "word or list of texts".into(),
        None => "number".into(),
    }
}

#[test]
fn the_real_scenario_satisfies_the_schema() {
    let text = fs::read_to_string("scenarios/bmwe-2015.toml").unwrap();
    let schema = schema();
    assert_eq!(violation(&schema, &schema, &value(&text)), None);
}

/// A scenario with pools satisfies the schema, and slips in it do not.
#[test]
fn the_schema_knows_which_keys_go_together() {
    let (text, schema) = (pool_texts::MAIN, schema());
    assert_eq!(violation(&schema, &schema, &value(text)), None);
    let slips = [
        ("kind = \"insurance\"", "kind = \"insurance\", band = \"5%\""),
        ("kind = \"corridor\", band = \"5%\"", "kind = \"corridor\""),
        ("kind = \"insurance\"", "kind = \"insured\""),
        ("pooled = { 2015 = \"50%\" }", "pooled = { 2015 = 0.5 }"),
        ("basis = \"fixed\"", "basis = \"equal\""),
        ("years_before = 1", "years_before = 1\nyear = 2014"),
        ("years_before = 1\n", ""),
        ("years = 2\n", "years = \"2\"\n"),
        ("ages = \"0-17\"", "ages = \"0 t/m 17\""),
        ("file = \"cost.csv\"", "file = \"cost.csv\"\ntable = \"places\""),
        ("file = \"cost.csv\"\n", ""),
        ("table = \"places\"\nquantity", "table = \"places\"\nnotation = \"plain\"\nquantity"),
        ("years = [2015, 2016]", "years = []"),
        ("years = [2015, 2016]", "years = 2015"),
        ("shares = { Bedum = 3,", "shares = { Bedum = true,"),
        ("opening = 0, ", ""),
        (
            "model = { kind = \"stop-loss\", threshold = 100, ceded = \"80%\", ceiling = 300 }\nwithout = [\"Eemsmond\"]",
            "",
        ),
    ];
    for (good, bad) in slips {
        assert!(text.contains(good), "{good}");
        let text = text.replacen(good, bad, 1);
        assert!(violation(&schema, &schema, &value(&text)).is_some(), "{bad}");
        let file = |name: &str| pool_texts::FILES.into_iter().find(|(other, _)| *other == name).map(|(_, text)| text);
        assert!(format::read("pools", &text, &file).is_err(), "{bad}");
    }
}

/// So it is with a scenario with contracts.
#[test]
fn the_schema_knows_which_agreements_go_together() {
    let (text, schema) = (financing_texts::MAIN, schema());
    assert_eq!(violation(&schema, &schema, &value(text)), None);
    let slips = [
        ("start = \"30%\", ", ""),
        ("start = \"30%\", milestones = [\"40%\"], end = \"30%\"", "milestones = [\"100%\"]"),
        ("milestones = [\"40%\"]", "milestones = [\"0.4\"]"),
        ("milestones = [\"40%\"]", "milestones = \"40%\""),
        ("beyond = \"shared\", provider_share = \"100%\"", "beyond = \"shared\""),
        ("beyond = \"new-care\"", "beyond = \"new-care\", provider_share = \"100%\""),
        ("basis = \"agreed\"", "basis = \"capitation\""),
        ("turnover = { 2023 = 900000, 2024 = 940000 }", "turnover = 920000"),
        ("{ band = \"5%\", share = \"50%\" }", "{ band = \"5%\" }"),
        ("{ band = \"5%\", share = \"50%\" }", "{}"),
        ("{ band = \"5%\", share = \"50%\" }", "{ band = \"5%\", share = \"50%\", over = [] }"),
        ("of = \"monthly-part\", month = 3", "of = \"monthly-part\""),
        ("of = \"monthly-part\", month = 3", "of = \"settled\", month = 3"),
        ("from = \"2026-01-01\"", "from = \"1 januari 2026\""),
        ("unit = \"minute\"", "unit = \"minutes\""),
        ("volume = \"10%\"", "volume = \"10%\"\ntariff = \"1%\""),
        ("volume = \"10%\"\n", ""),
        ("per_result = 20\n", ""),
        ("product = \"verblijf\"\n", ""),
    ];
    for (good, bad) in slips {
        assert!(text.contains(good), "{good}");
        let text = text.replacen(good, bad, 1);
        assert!(violation(&schema, &schema, &value(&text)).is_some(), "{bad}");
        let files = financing_texts::FILES;
        let file = |name: &str| files.into_iter().find(|(other, _)| *other == name).map(|(_, text)| text);
        assert!(format::read("contracts", &text, &file).is_err(), "{bad}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let text = fs::read_to_string("scenarios/bmwe-2015.toml").unwrap();
    let schema = schema();
    let slips = [
        ("streams = [", "stream = ["),
        ("role = \"memo\"", "role = \"memmo\""),
        ("rules = 1", "rules = 2"),
        ("division = 2015", "division = \"2015\""),
        ("uitvoeringskosten = \"3%\"", "uitvoeringskosten = \"3\""),
        ("{ amounts = \"pgb\" }", "{}"),
        ("{ amounts = \"pgb\" }", "{ amounts = \"pgb\", shares = \"pgb\" }"),
        ("{ sum = [\"vws\", \"awbz_youth\", \"zvw\"] }", "{ sum = [] }"),
        ("quotient = [\"cost\", \"clients\"]", "quotient = [\"cost\"]"),
        ("title = \"Jeugd", "titel = \"Jeugd"),
        ("detect = true", "detect = \"yes\""),
        ("id = \"bmwe-ch8\"", "id = \"Hoofdstuk 8\""),
        ("rows = \"totals\"", "rows = \"total\""),
        ("{ Totaal = \"sum-of-printed\" }", "{ Totaal = \"sum\" }"),
    ];
    for (good, bad) in slips {
        assert!(text.contains(good), "{good}");
        let text = text.replacen(good, bad, 1);
        assert!(violation(&schema, &schema, &value(&text)).is_some(), "{bad}");
        let file = |name: &str| fs::read_to_string(format!("scenarios/{name}")).ok().map(|text| &*text.leak());
        assert!(format::read("bmwe", &text, &file).is_err(), "{bad}");
    }
}

/// A TOML text as the JSON that a validator sees.
fn value(text: &str) -> Value {
    table(DeTable::parse(text).unwrap().get_ref())
}

fn table(table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), json_of(value.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn json_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Float(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(array) => array.iter().map(|item| json_of(item.get_ref())).collect(),
        DeValue::Table(inner) => table(inner),
    }
}

/// Where a value breaks a schema; every keyword that the schema uses is checked, and an unknown one is a failure.
fn violation(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Value::Bool(allowed) = schema {
        return (!allowed).then(|| format!("{value} stands where nothing may"));
    }
    let rules = schema.as_object().unwrap();
    rules.iter().find_map(|(keyword, rule)| {
        let holds = |inner: &Value| violation(root, inner, value).is_none();
        let all = || rule.as_array().unwrap().iter();
        let good = match keyword.as_str() {
            "$schema" | "title" | "description" | "definitions" => true,
            "$ref" => return violation(root, root.pointer(&rule.as_str().unwrap()[1..]).unwrap(), value),
            "type" => all_types(rule).iter().any(|kind| is(kind, value)),
            "const" => value == rule,
            "enum" => all().any(|word| word == value),
            "allOf" => return all().find_map(|inner| violation(root, inner, value)),
            "anyOf" => all().any(holds),
            "oneOf" => all().filter(|inner| holds(inner)).count() == 1,
            "required" => {
                all().all(|key| value.as_object().is_none_or(|object| object.contains_key(key.as_str().unwrap())))
            }
            "dependencies" => entries(rule).all(|(key, needed)| {
                let is_there = |key: &str| value.get(key).is_some();
                !is_there(key) || needed.as_array().unwrap().iter().all(|other| is_there(other.as_str().unwrap()))
            }),
            "properties" => return entries(value).find_map(|(key, inner)| violation(root, rule.get(key)?, inner)),
            "additionalProperties" => {
                let mut others =
                    entries(value).filter(|(key, _)| schema.pointer(&format!("/properties/{key}")).is_none());
                match rule {
                    Value::Bool(false) => others.next().is_none(),
                    rule => return others.find_map(|(_, inner)| violation(root, rule, inner)),
                }
            }
            "items" => return value.as_array()?.iter().find_map(|item| violation(root, rule, item)),
            "minItems" => value.as_array().is_none_or(|array| array.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|array| array.len() as u64 <= rule.as_u64().unwrap()),
            "minLength" => value.as_str().is_none_or(|text| text.len() as u64 >= rule.as_u64().unwrap()),
            "minProperties" => value.as_object().is_none_or(|object| object.len() as u64 >= rule.as_u64().unwrap()),
            "minimum" => value.as_i64().is_none_or(|number| number >= rule.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= rule.as_i64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| fits(rule.as_str().unwrap(), text)),
            other => panic!("the schema has a keyword that this test does not check: {other}"),
        };
        (!good).then(|| format!("{value} breaks {keyword} {rule}"))
    })
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn all_types(rule: &Value) -> Vec<&str> {
    rule.as_array()
        .map_or_else(|| vec![rule.as_str().unwrap()], |kinds| kinds.iter().filter_map(Value::as_str).collect())
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        other => panic!("{other}"),
    }
}

/// The patterns that the schema has.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[a-z0-9_-]+$" => !text.is_empty() && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_' | '-')),
        "^[0-9]+-[0-9]+$" => text.split_once('-').is_some_and(|(from, to)| digits(from) && digits(to)),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => taakgericht::period::Date::parse(text).is_ok(),
        "^[+-]?[0-9]+([.][0-9]+)?%$" => {
            text.strip_suffix('%').is_some_and(|number| number.parse::<rust_decimal::Decimal>().is_ok())
        }
        other => panic!("{other}"),
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
