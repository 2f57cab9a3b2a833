//! Every key that the schema declares is read, and every key that is read is declared.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first key that is wrong")]

use serde_json::Value;
use std::collections::BTreeSet;
use taakgericht::format;
use toml::de::{DeTable, DeValue};

/// A scenario that has every key of the format at least once.
const EVERYTHING: &str = r#"
format = 1
rules = 1
scenario = { id = "all", title = "All", division = 2015 }
source = [{ id = "s", title = "S" }]

[[table]]
id = "t"
file = "t.csv"
source = "s"
label = "name"
party = "code"
notation = "plain"
ignore = ["remark"]
totals = { Totaal = "total" }
columns.a = { role = "total", quantity = "amount", unit = 1, mode = "half-up", sum_of = ["b"] }
columns.b = { role = "part" }
rows.Winsum = { quantity = "amount", unit = 1, mode = "exact" }

[budget]
table = "t"
streams = ["a"]
total = "stated"
stated = "b"

[derivation]
uitvoeringskosten = "3%"
voorliggend_veld = "3%"
awbz = "a"
pgb = { amounts = "b" }
stage = "on-total"
rounding = { mode = "up", unit = 1 }

[[schedule]]
id = "r"
file = "r.csv"
source = "s"
notation = "plain"
cut = { line = "cut", reading = "literal", in_base = "0%" }
residual = { line = "rest", unit = "1%" }
tie = "last"

[[identity]]
id = "i"
table = "t"
column = "a"
rows = "all"
detect = true
note = "a note"
equals = { sum = [
    { product = ["b", { constant = 1 }] },
    { first = "b", less = ["b"] },
    { quotient = ["b", "b"] },
    { rounded = "b", unit = 1, mode = "down" },
    { column_sum = { table = "t", column = "b" } },
    { table = "t", row = "Bedum", column = "b" },
] }

[[identity]]
id = "j"
table = "t"
columns = ["a"]
equals = "b"

[parties]
table = "t"

[[series]]
id = "long"
file = "s.csv"
source = "s"
party = "code"
year = "year"
value = "cost"
segment = "segment"
ages = "ages"
client = "client"
quantity = "amount"
notation = "plain"
ignore = ["remark"]

[[series]]
id = "wide"
table = "t"
columns.a = { year = 2015, segment = "zin", ages = "0-17" }

[[key]]
id = "measured"
basis = "measured"
series = "long"
ages = "0-17"
segments = ["zin"]
year = 2014

[[key]]
id = "mean"
basis = "mean-of-shares"
series = "wide"
ages = "0-17"
years = 3
years_before = 1

[[key]]
id = "weighted"
basis = "weighted-years"
series = "wide"
ages = "0-17"
year = 2015
weights = [0.5, "1/3"]

[[key]]
id = "fixed"
basis = "fixed"
shares = { Bedum = 3 }
frozen = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

[[pool]]
id = "p"
years = [2015, 2016]
members = ["Bedum"]
within = "q"
segments = ["zin"]
cost = "long"
contribution = "wide"
clients = "long"
model = { kind = "corridor", band = "5%", netting = "each-side" }
key = "contribution"
underspend_key = "fixed"
residual = "last"
tie = "last"
advances = { series = "wide", instalments = 12 }
reserve = { opening = 0, floor = 0, cap = 500, top_up = "0.50" }
rounds = [{ kind = "final", year = 2015, cost = "long", booked = 2016 }]

[[pool]]
id = "q"
years = [2015, 2016]
cost = "wide"
model = { kind = "blend", pooled = { 2015 = "50%", 2016 = "60%" } }
key = "fixed"

[[alternative]]
id = "alt"
pool = "q"
model = { kind = "stop-loss", threshold = 100, ceded = "80%", ceiling = 500 }
key = "fixed"
segments = ["zin"]
without = ["Bedum"]

[[product]]
id = "guidance"
title = "Guidance"
code = "45A04"
segment = "2"
unit = "minute"
frequency = "per-week"

[[contract]]
id = "c"
provider = "Elker"
subcontractors = ["De Zijlen"]
from = "2015-01-01"
to = "2016-12-31"

[[contract.products]]
product = "guidance"
variant = "effort-based"
unit = "piece-of-output"
basis = "per-hour-in-minutes"
tariffs = { "2015-01-01" = "87.30" }
cost_price = "80.15"
result = { prices = { "2015-01-01" = 2400 }, start = "30%", milestones = ["40%"], end = "30%" }
ceilings = { 2015 = { amount = 1000, beyond = "shared", provider_share = "100%" } }

[contract.task]
basis = "agreed"
amount = 1000
rounding = { mode = "half-up", unit = 1 }
years = [{ year = 2016, index = "5%", volume_norm = "-1%", mutations = { stay = 250 } }]
corridor = { over = [{ from = "5%", share = "50%" }], under = [{ from = "5%", share = "50%" }] }
key = "fixed"
penalties = [{ reason = "late", year = 2015, percent = "2%", of = "monthly-part", month = 3 }]

[[contract]]
id = "d"
provider = "Molendrift"
from = "2015-01-01"
to = "2015-12-31"
products = [{ product = "guidance", variant = "task-based" }]
task = { basis = "historic-turnover", turnover = { 2014 = 1000 }, corridor = { band = "5%", share = "50%" }, key = "fixed" }

[[contract]]
id = "e"
provider = "Vrij"
from = "2015-01-01"
to = "2015-12-31"
products = [{ product = "guidance", variant = "task-based" }]
task = { basis = "capitation", groups = [{ name = "all", rate = 1, persons = 2 }], part_year = "whole", key = "fixed" }

[[volumes]]
id = "v"
file = "v.csv"
source = "s"
party = "code"
provider = "who"
product = "what"
delivered = "day"
volume = "volume"
begun = "begun"
number = "line"
credits = "credits"
moments = ["ended"]
ignore = ["remark"]
notation = "plain"

[[case]]
id = "other"
variant = "task-based"
contracts = ["c"]
segments = ["2"]
leakage = { share = "8%", to = "d", tariff_times = "1.1", cost_times = 1 }

[[shock]]
id = "more"
volume = "10%"

[[shock]]
id = "dearer"
cost_price = "10%"
tariff = "5%"

[administration]
per_invoice_line = "3.50"
per_result = 20
per_month = { effort = 100, output = 60, task = 40 }
"#;

fn read(main: &str) -> Result<(), String> {
    let file = |name: &str| match name {
        "t.csv" => Some("code,name,a,b,remark\nGM0005,Bedum,1,1,x\nGM0053,Winsum,1,1,\n,Totaal,1,1,\n"),
        "s.csv" => Some("code,year,segment,ages,client,cost,remark\nGM0005,2015,zin,0-17,12,1.50,x\n"),
        "v.csv" => Some(
            "code,who,what,day,begun,volume,line,credits,ended,remark\nGM0005,Elker,guidance,2015-03-01,,1,7,,0,x\n",
        ),
        "r.csv" => Some("line,2015\ncut,0\nrest,100\n"),
        _ => None,
    };
    format::read("all.toml", main, &file).map(|_| ()).map_err(|errors| errors.to_string())
}

/// The keys of a text with the section that each belongs to, and the bytes of its value.
struct Walk<'s> {
    schema: &'s Value,
    found: Vec<(String, String, std::ops::Range<usize>)>,
}

impl Walk<'_> {
    fn table(&mut self, section: &Value, name: &str, table: &DeTable<'_>) {
        for (key, value) in table {
            let declared = &section["properties"][key.get_ref().as_ref()];
            assert!(declared.is_object(), "{name} declares no key {}", key.get_ref());
            self.found.push((name.into(), key.get_ref().to_string(), value.span()));
            self.value(declared, value.get_ref());
        }
    }

    /// Walks into the sections inside a value.
    fn value(&mut self, declared: &Value, value: &DeValue<'_>) {
        match value {
            DeValue::Array(items) => items.iter().for_each(|item| self.value(&declared["items"], item.get_ref())),
            DeValue::Table(table) => match self.section(declared, table) {
                Some((name, section)) => self.table(&section, &name, table),
                // Names that the author chooses.
                None => table.values().for_each(|one| self.value(&declared["additionalProperties"], one.get_ref())),
            },
            _ => {}
        }
    }

    /// The section that a value is; of the forms of an expression, the one that has all its keys.
    fn section(&self, declared: &Value, table: &DeTable<'_>) -> Option<(String, Value)> {
        let reference = declared.get("$ref").or_else(|| declared["allOf"][0].get("$ref"))?;
        let section = self.schema.pointer(&reference.as_str()?[1..])?.clone();
        if let Some(forms) = section["anyOf"].as_array().filter(|_| section.get("properties").is_none()) {
            let inside = forms.iter().filter_map(|form| self.section(form, table));
            return inside
                .into_iter()
                .find(|(_, form)| table.keys().all(|key| form["properties"][key.get_ref().as_ref()].is_object()));
        }
        Some((reference.as_str()?.rsplit('/').next()?.to_string(), section))
    }
}

fn keys_of(text: &str, schema: &Value) -> Vec<(String, String, std::ops::Range<usize>)> {
    let mut walk = Walk { schema, found: Vec::new() };
    walk.table(schema, "document", DeTable::parse(text).unwrap().get_ref());
    walk.found
}

#[test]
fn every_declared_key_is_read() {
    let schema: Value = serde_json::from_str(&format::schema()).unwrap();
    assert_eq!(read(EVERYTHING), Ok(()));
    // What excludes what EVERYTHING has.
    let shares = EVERYTHING.replace("amounts", "shares");
    assert_eq!(read(&shares), Ok(()));
    let found = [keys_of(EVERYTHING, &schema), keys_of(&shares, &schema)].concat();

    let used: BTreeSet<(String, String)> =
        found.iter().map(|(section, key, _)| (section.clone(), key.clone())).collect();
    assert_eq!(used, declared(&schema), "the scenario above has every declared key");

    for text in [EVERYTHING, &shares] {
        for (section, key, value) in keys_of(text, &schema) {
            // No value of the format is what is not a number, so a key that is read refuses it.
            let wrong = format!("{}nan{}", &text[..value.start], &text[value.end..]);
            if DeTable::parse(&wrong).is_ok() {
                assert!(read(&wrong).is_err(), "{section}.{key} is not read");
            } else {
                // A section with a heading of its own has no value that could be replaced.
                let of_pools = ["parties", "series", "key", "pool", "alternative"];
                let of_financing = ["product", "contract", "products", "task", "volumes", "case", "shock"];
                let others = ["table", "budget", "derivation", "schedule", "identity", "administration"];
                let headings = of_pools.iter().chain(&of_financing).chain(&others);
                assert!(headings.copied().any(|heading| heading == key), "{key}");
            }
        }
    }
}

/// All keys of all sections of the schema.
fn declared(schema: &Value) -> BTreeSet<(String, String)> {
    let definitions = schema["definitions"].as_object().unwrap().iter().map(|(name, section)| (name.as_str(), section));
    let sections = definitions.chain([("document", schema)]);
    let keys = sections.flat_map(|(name, section)| {
        let keys = section["properties"].as_object().into_iter().flatten();
        keys.map(move |(key, _)| (name.to_string(), key.clone()))
    });
    keys.collect()
}
