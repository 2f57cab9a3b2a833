//! Every error that reading a scenario raises, as text: one slip in a good scenario, and all that is said about it.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::as_conversions, reason = "tests compute what they expect freely")]

use taakgericht::scenario::Scenario;
use taakgericht::{Errors, Kind, format};

/// A small good scenario; each case makes one slip in it.
const MAIN: &str = r#"format = 1
rules = 1

[scenario]
id = "small"
title = "Two municipalities"
division = 2015

[[source]]
id = "ch8"
title = "Hoofdstuk 8"

[[table]]
id = "budget"
file = "budget.csv"
source = "ch8"
label = "name"
party = "code"
totals = { Totaal = "sum-of-printed" }

[table.columns]
total = { role = "total" }
vws = { role = "part" }
zvw = { role = "part" }
pgb = { role = "memo" }
pct = { role = "other", quantity = "share", unit = "0.1" }

[budget]
table = "budget"
streams = ["vws", "zvw"]
total = "stated"
stated = "total"

[derivation]
uitvoeringskosten = "3%"
voorliggend_veld = "3%"
awbz = "vws"
pgb = { amounts = "pgb" }
stage = "per-stream"
rounding = { mode = "half-up", unit = 1 }

[[schedule]]
id = "rta"
file = "rta.csv"
source = "ch8"
cut = { line = "korting", reading = "literal", in_base = "3.5%" }
residual = { line = "zorg", unit = "1%" }

[[identity]]
id = "sum"
table = "budget"
column = "total"
rows = ["Bedum"]
equals = { sum = ["vws", "zvw"] }
"#;

const BUDGET: &str = "\
# Euros as printed.
code,name,total,vws,zvw,pgb,pct
GM0005,Bedum,30,10,20,5,50.0
GM0053,Winsum,70,30,40,6,20.0
,Totaal,100,40,60,11,
";

const RTA: &str = "\
line,2015,2016
korting,,8.5
veld,3,2.5
zorg,97,92
";

/// What reading says when `good` is replaced by `bad` in the one text that has it, and the kinds of all that it says.
fn said_with_kinds(good: &str, bad: &str) -> (String, Vec<Kind>) {
    let texts = [MAIN, BUDGET, RTA];
    assert_eq!(texts.iter().filter(|text| text.contains(good)).count(), 1, "{good:?} stands in one text");
    let [main, budget, rta] = texts.map(|text| text.replacen(good, bad, 1));
    match read(&main, &budget, &rta) {
        Ok(_) => ("nothing".into(), Vec::new()),
        Err(errors) => (errors.to_string(), errors.all().iter().map(|error| error.kind()).collect()),
    }
}

fn said_of(main: &str, budget: &str, rta: &str) -> String {
    read(main, budget, rta).map_or_else(|errors| errors.to_string(), |_| "nothing".into())
}

fn read(main: &str, budget: &str, rta: &str) -> Result<Scenario, Errors> {
    let file = |name: &str| match name {
        "budget.csv" => Some(budget),
        "rta.csv" => Some(rta),
        _ => None,
    };
    format::read("s.toml", main, &file)
}

/// What reading says about each slip, and that all of it is, first, about this kind of thing.
fn check(kind: Kind, cases: &[(&str, &str, &str)]) {
    assert_eq!(said_of(MAIN, BUDGET, RTA), "nothing");
    for (good, bad, expected) in cases {
        let (said, kinds) = said_with_kinds(good, bad);
        assert_eq!(said, *expected, "{good:?} as {bad:?}");
        assert!(kinds.contains(&kind), "{bad:?}: {kinds:?}");
    }
}

#[test]
fn text_that_is_no_toml_or_csv() {
    let cases = [
        (
            "title = \"Two municipalities\"",
            "title = Two municipalities",
            "s.toml:6: a value that is no TOML, expected a number, a list, or text in quotes.",
        ),
        ("[[source]]", "[[source]", "s.toml:9: unclosed array table, expected `]`."),
        (
            "division = 2015",
            "division = 2015 2016",
            "s.toml:7: a value that is no TOML, expected a number, a list, or text in quotes.",
        ),
        (
            // a path as Windows writes it
            "file = \"budget.csv\"",
            "file = \"data\\wmo.csv\"",
            "s.toml:15: a backslash before a letter that it does not go with, expected one of \\b, \\t, \\n, \\f, \\r, \\e, \\\", \\\\, \\x, \\u, \\U.\n  \
                 Write \\\\ for a backslash; in the names of files write / instead.",
        ),
        ("id = \"small\"", "= \"small\"", "s.toml:5: no key before the `=`, expected a key."),
        (
            // a quote without its pair
            "id = \"small\"",
            "id = \"small",
            "s.toml:5: invalid basic string, expected `\"`.",
        ),
        (
            "title = \"Two municipalities\"",
            "title = \"Two\0municipalities\"",
            "s.toml:6: invalid basic string, expected one of non-double-quote visible characters, `\\`.",
        ),
        (
            "equals = { sum = [\"vws\", \"zvw\"] }",
            &format!("equals = {}{}", "[".repeat(100), "]".repeat(100)),
            "s.toml:54: values nested too deeply, expected at most 80 levels.",
        ),
        (
            // in the CSV file; what is not read is not said to be absent elsewhere
            "GM0005,Bedum",
            "GM0005,\"Bedum",
            "budget.csv:3: table \"budget\": a quoted cell without an end, expected a second \" on the same line.",
        ),
        (
            "GM0005,Bedum",
            "GM0005\tBedum",
            "budget.csv:3: table \"budget\": the control character \\u{9}, expected cells of plain text.\n  \
                 Save the file as CSV with commas or semicolons between the cells.",
        ),
    ];
    check(Kind::Syntax, &cases);
}

#[test]
fn keys_that_the_format_does_not_know() {
    let cases = [
        (
            "streams = [",
            "stream = [",
            "s.toml:28: budget: no key \"streams\", expected a list of texts, such as [\"vws\", \"zvw\"].\n  \
                 The columns that are funding streams.\n\
             s.toml:30: budget: unknown key \"stream\", expected one of \"table\", \"streams\", \"total\", \"stated\".\n  \
                 Did you mean \"streams\"?",
        ),
        (
            "[budget]",
            "[budgett]",
            "s.toml:28: unknown key \"budgett\", expected one of \"format\", \"rules\", \"scenario\", \"source\", \"table\", \"budget\", \"derivation\", \"schedule\", \"identity\", \"parties\", \"series\", \"key\", \"pool\", \"alternative\", \"product\", \"contract\", \"volumes\", \"case\", \"shock\", \"administration\".\n  \
                 Did you mean \"budget\"?\n\
             s.toml:34: derivation: a derivation without a budget, expected a section [budget].\n  \
                 Add the budget that the bijdrage follows from.",
        ),
        (
            "role = \"memo\" }",
            "role = \"memo\", kwantity = \"amount\" }",
            "s.toml:25: table \"budget\", column \"pgb\": unknown key \"kwantity\", expected one of \"role\", \"quantity\", \"unit\", \"mode\", \"sum_of\".\n  \
                 Did you mean \"quantity\"?",
        ),
        (
            "{ sum = [",
            "{ som = [",
            "s.toml:54: identity \"sum\", equals: unknown key \"som\", expected one of \"sum\", \"first\", \"product\", \"quotient\", \"rounded\", \"column_sum\", \"constant\", \"table\", \"row\", \"column\".\n  \
                 Did you mean \"sum\"?",
        ),
        (
            "{ sum = [",
            "{ mode = \"up\", sum = [",
            "s.toml:54: identity \"sum\", equals: unknown key \"mode\", expected \"sum\".",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{ column_sum = { row = \"Bedum\" } }",
            "s.toml:54: identity \"sum\", equals, column_sum: unknown key \"row\", expected one of \"table\", \"column\".",
        ),
        (
            // a column that nobody declared
            "code,name,total,vws,zvw,pgb,pct\nGM0005,Bedum,30,10,20,5,50.0\nGM0053,Winsum,70,30,40,6,20.0\n,Totaal,100,40,60,11,\n",
            "code,name,total,vws,zvw,pgb,pct,new\nGM0005,Bedum,30,10,20,5,50.0,1\nGM0053,Winsum,70,30,40,6,20.0,2\n,Totaal,100,40,60,11,,\n",
            "budget.csv:2: table \"budget\": the column \"new\" is not declared, expected a column of the table.\n  \
                 Declare it in columns, or leave it out with ignore = [\"new\"].",
        ),
    ];
    check(Kind::UnknownKey, &cases);
}

#[test]
fn what_must_be_there() {
    let cases = [
        (
            "title = \"Two municipalities\"\n",
            "",
            "s.toml:4: scenario: no key \"title\", expected text in quotes.\n  \
                 What it is about, in your own words.",
        ),
        (
            "id = \"budget\"\n",
            "",
            "s.toml:13: table 1: no key \"id\", expected a name in quotes, such as \"bmwe-2015\".\n  \
                 The name that budget and identities know it by.\n\
             s.toml:28: budget, table: no table \"budget\", expected a name, but there are none.\n\
             s.toml:50: identity \"sum\", table: no table \"budget\", expected a name, but there are none.",
        ),
        (
            "stated = \"total\"\n",
            "",
            "s.toml:28: budget: no key \"stated\", expected the column with the stated total.\n  \
                 Name the column, or write total = \"sum-of-streams\".",
        ),
        (
            "title = \"Two municipalities\"",
            "title = \"\"",
            "s.toml:6: scenario, title: empty text, expected text in quotes.",
        ),
        (
            "file = \"budget.csv\"",
            "file = \"budgets.csv\"",
            "s.toml:15: table \"budget\", file: there is no file \"budgets.csv\", expected the name of a CSV file.\n  \
                 The name is seen from the folder of the scenario.",
        ),
        (
            "streams = [\"vws\", \"zvw\"]",
            "streams = []",
            "s.toml:30: budget, streams: an empty list, expected a list of texts, such as [\"vws\", \"zvw\"].",
        ),
        (
            "party = \"code\"\n",
            "",
            "budget.csv:2: table \"budget\": the column \"code\" is not declared, expected a column of the table.\n  \
                 Declare it in columns, or leave it out with ignore = [\"code\"].\n\
             s.toml:28: budget, table: a table without municipalities, expected one with the key \"party\".\n  \
                 Name the CSV column with municipality codes in the table, such as party = \"code\".",
        ),
        (
            ", unit = \"0.1\" }",
            " }",
            "s.toml:26: table \"budget\", column \"pct\": a share without \"unit\", expected the percentage it is printed in multiples of.\n  \
                 Write unit = \"0.1\" for percentages such as 84.5.",
        ),
        (
            "{ amounts = \"pgb\" }",
            "{}",
            "s.toml:38: derivation, pgb: no key \"amounts\" or \"shares\", expected one of them.",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{}",
            "s.toml:54: identity \"sum\", equals: an expression without a key, expected one of \"sum\", \"first\", \"product\", \"quotient\", \"rounded\", \"column_sum\", \"constant\", \"table\", \"row\", \"column\".",
        ),
        (
            "column = \"total\"\n",
            "",
            "s.toml:49: identity \"sum\": no key \"column\" or \"columns\", expected one of them.",
        ),
        (
            "[budget]\ntable = \"budget\"\nstreams = [\"vws\", \"zvw\"]\ntotal = \"stated\"\nstated = \"total\"\n",
            "",
            "s.toml:29: derivation: a derivation without a budget, expected a section [budget].\n  \
                 Add the budget that the bijdrage follows from.",
        ),
        (
            // money that would go to nobody
            "GM0053,Winsum",
            ",Winsum",
            "budget.csv:4: table \"budget\", row \"Winsum\": no municipality code, expected a code such as GM0005, or a total.\n  \
                 Name the row in totals, such as { \"Winsum\" = \"total\" }, if it is one.",
        ),
        (
            "GM0053,Winsum",
            "GM0053,",
            "budget.csv:4: table \"budget\": a row without a name, expected a name for each row.",
        ),
        (
            "zvw = { role = \"part\" }",
            "zvw = { role = \"part\" }\nzwv = { role = \"part\" }",
            "s.toml:25: table \"budget\", column \"zwv\": no column \"zwv\" in budget.csv, expected one of \"code\", \"name\", \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"zvw\"?",
        ),
        (
            "code,name,total",
            "code,name,",
            "budget.csv:2: table \"budget\": no name above column 3, expected a name for each column.\n\
             s.toml:22: table \"budget\", column \"total\": no column \"total\" in budget.csv, expected one of \"code\", \"name\", \"vws\", \"zvw\", \"pgb\", \"pct\".",
        ),
        (
            // nothing but a remark
            "code,name,total,vws,zvw,pgb,pct\nGM0005,Bedum,30,10,20,5,50.0\nGM0053,Winsum,70,30,40,6,20.0\n,Totaal,100,40,60,11,\n",
            "",
            "budget.csv:1: table \"budget\": no line with the names of the columns, expected one above the rows.",
        ),
        (
            "GM0005,Bedum,30,10,20,5,50.0\nGM0053,Winsum,70,30,40,6,20.0\n,Totaal,100,40,60,11,\n",
            "",
            "budget.csv:2: table \"budget\": no row, expected at least one.",
        ),
        (
            "line,2015,2016\nkorting,,8.5\nveld,3,2.5\nzorg,97,92\n",
            "line\nkorting\nzorg\n",
            "rta.csv:1: schedule \"rta\": no year, expected a column for each year, such as 2015.",
        ),
        (
            "veld,3,2.5",
            "veld,3,",
            "rta.csv:3: schedule \"rta\", year 2016, line \"veld\": no percentage, expected one for each year of the schedule.\n  \
                 Write 0 where the line takes nothing.",
        ),
    ];
    check(Kind::Missing, &cases);
}

#[test]
fn names_that_stand_there_twice() {
    let cases = [
        (
            "title = \"Two municipalities\"",
            "id = \"again\"",
            "s.toml:6: a key or section that already stands there, expected every key once.",
        ),
        (
            "[[schedule]]",
            "[[source]]\nid = \"ch8\"\ntitle = \"Again\"\n\n[[schedule]]",
            "s.toml:42: source \"ch8\": a second section with the id \"ch8\", expected every id once.",
        ),
        (
            "{ amounts = \"pgb\" }",
            "{ amounts = \"pgb\", shares = \"pct\" }",
            "s.toml:38: derivation, pgb: 2 of the keys \"amounts\" or \"shares\", expected only one of them.",
        ),
        (
            "streams = [\"vws\", \"zvw\"]",
            "streams = [\"vws\", \"vws\"]",
            "s.toml:30: budget, streams: column \"vws\" a second time, expected every name once.",
        ),
        (
            "code,name,total",
            "code,name,name",
            "budget.csv:2: table \"budget\": a second column \"name\", expected every name once.\n\
             s.toml:22: table \"budget\", column \"total\": no column \"total\" in budget.csv, expected one of \"code\", \"name\", \"name\", \"vws\", \"zvw\", \"pgb\", \"pct\".",
        ),
        (
            "GM0053,Winsum",
            "GM0053,Bedum",
            "budget.csv:4: table \"budget\": a second row \"Bedum\", expected every name once.",
        ),
        (
            // the same municipality, with and without GM
            "GM0053,Winsum",
            "0005,Winsum",
            "budget.csv:4: table \"budget\": a second row of GM0005, expected every municipality once.",
        ),
        ("veld,3,2.5", "zorg,3,2.5", "rta.csv:4: schedule \"rta\": a second line \"zorg\", expected every name once."),
        (
            "line,2015,2016",
            "line,2015,2015",
            "rta.csv:1: schedule \"rta\": a second column \"2015\", expected every name once.",
        ),
        (
            "residual = { line = \"zorg\"",
            "residual = { line = \"korting\"",
            "s.toml:47: schedule \"rta\", residual: the line of the cut as residual, expected two lines.",
        ),
    ];
    check(Kind::Duplicate, &cases);
}

#[test]
fn names_that_nothing_carries() {
    let cases = [
        (
            "role = \"memo\"",
            "role = \"memmo\"",
            "s.toml:25: table \"budget\", column \"pgb\", role: \"memmo\", expected one of \"part\", \"memo\", \"total\", \"other\".\n  \
                 Did you mean \"memo\"?",
        ),
        (
            "source = \"ch8\"\nlabel",
            "source = \"ch9\"\nlabel",
            "s.toml:16: table \"budget\", source: no source \"ch9\", expected \"ch8\".\n  \
                 Did you mean \"ch8\"?",
        ),
        (
            "[[source]]\nid = \"ch8\"\ntitle = \"Hoofdstuk 8\"\n",
            "",
            "s.toml:13: table \"budget\", source: no source \"ch8\", expected a name, but there are none.\n\
             s.toml:42: schedule \"rta\", source: no source \"ch8\", expected a name, but there are none.",
        ),
        (
            "table = \"budget\"\nstreams",
            "table = \"budgets\"\nstreams",
            "s.toml:29: budget, table: no table \"budgets\", expected \"budget\".\n  \
                 Did you mean \"budget\"?",
        ),
        (
            // two letters swapped
            "streams = [\"vws\", \"zvw\"]",
            "streams = [\"vws\", \"zwv\"]",
            "s.toml:30: budget, streams: no column \"zwv\", expected one of \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"zvw\"?",
        ),
        (
            "awbz = \"vws\"",
            "awbz = \"total\"",
            "s.toml:37: derivation, awbz: no stream \"total\", expected one of \"vws\", \"zvw\".",
        ),
        (
            "{ amounts = \"pgb\" }",
            "{ amounts = \"pgp\" }",
            "s.toml:38: derivation, pgb, amounts: no column \"pgp\", expected one of \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"pgb\"?",
        ),
        (
            "label = \"name\"",
            "label = \"naam\"",
            "s.toml:17: table \"budget\", label: no column \"naam\", expected one of \"code\", \"name\", \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".",
        ),
        (
            "party = \"code\"",
            "party = \"codes\"",
            "s.toml:18: table \"budget\", party: no column \"codes\", expected one of \"code\", \"name\", \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"code\"?",
        ),
        (
            "party = \"code\"\n",
            "party = \"code\"\nignore = [\"extra\"]\n",
            "s.toml:19: table \"budget\", ignore: no column \"extra\", expected one of \"code\", \"name\", \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".",
        ),
        (
            "{ Totaal =",
            "{ Total =",
            "budget.csv:5: table \"budget\", row \"Totaal\": no municipality code, expected a code such as GM0005, or a total.\n  \
                 Name the row in totals, such as { \"Totaal\" = \"total\" }, if it is one.\n\
             s.toml:19: table \"budget\", row \"Total\": no row \"Total\", expected one of \"Bedum\", \"Winsum\", \"Totaal\".\n  \
                 Did you mean \"Totaal\"?",
        ),
        (
            "residual = { line = \"zorg\"",
            "residual = { line = \"zorgg\"",
            "s.toml:47: schedule \"rta\", residual, line: no line \"zorgg\", expected one of \"korting\", \"veld\", \"zorg\".\n  \
                 Did you mean \"zorg\"?",
        ),
        (
            "rows = [\"Bedum\"]",
            "rows = [\"Bedem\"]",
            "s.toml:53: identity \"sum\", rows: no row \"Bedem\", expected one of \"Bedum\", \"Winsum\", \"Totaal\".\n  \
                 Did you mean \"Bedum\"?",
        ),
        (
            "rows = [\"Bedum\"]",
            "rows = \"party\"",
            "s.toml:53: identity \"sum\", rows: \"party\", expected one of \"all\", \"parties\", \"totals\".",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{ sum = [\"vws\", \"zwv\"] }",
            "s.toml:54: identity \"sum\", equals, sum: no column \"zwv\", expected one of \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"zvw\"?",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{ table = \"buget\", column = \"x\" }",
            "s.toml:54: identity \"sum\", equals, table: no table \"buget\", expected \"budget\".\n  \
                 Did you mean \"budget\"?",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{ row = \"Winsun\" }",
            "s.toml:54: identity \"sum\", equals, row: no row \"Winsun\", expected one of \"Bedum\", \"Winsum\", \"Totaal\".\n  \
                 Did you mean \"Winsum\"?",
        ),
        (
            "zvw = { role = \"part\" }",
            "zvw = { role = \"part\", sum_of = [\"vvs\"] }",
            "s.toml:24: table \"budget\", column \"zvw\": no column \"vvs\", expected one of \"total\", \"vws\", \"zvw\", \"pgb\", \"pct\".\n  \
                 Did you mean \"vws\"?",
        ),
        (
            "line,2015,2016",
            "lijn,2015,2016",
            "rta.csv:1: schedule \"rta\": no first column \"lijn\", expected \"line\".",
        ),
    ];
    check(Kind::UnknownName, &cases);
}

#[test]
fn values_of_another_type() {
    let cases = [
        (
            "division = 2015",
            "division = \"2015\"",
            "s.toml:7: scenario, division: \"2015\", expected a year without quotes, such as 2015.",
        ),
        (
            "title = \"Two municipalities\"",
            "title = 2",
            "s.toml:6: scenario, title: the number 2, expected text in quotes.",
        ),
        (
            "uitvoeringskosten = \"3%\"",
            "uitvoeringskosten = 3.0",
            "s.toml:35: derivation, uitvoeringskosten: the number 3.0, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"3.0%\".",
        ),
        ("[budget]", "[[budget]]", "s.toml:28: budget: a list, expected one section of keys."),
        (
            "[[source]]",
            "[source]",
            "s.toml:9: source: a section of keys, expected sections in double brackets, such as [[table]].\n\
             s.toml:16: table \"budget\", source: no source \"ch8\", expected a name, but there are none.\n\
             s.toml:45: schedule \"rta\", source: no source \"ch8\", expected a name, but there are none.",
        ),
        (
            "streams = [\"vws\", \"zvw\"]",
            "streams = \"vws\"",
            "s.toml:30: budget, streams: \"vws\", expected a list of texts, such as [\"vws\", \"zvw\"].",
        ),
        (
            "totals = { Totaal = \"sum-of-printed\" }",
            "totals = [\"Totaal\"]",
            "budget.csv:5: table \"budget\", row \"Totaal\": no municipality code, expected a code such as GM0005, or a total.\n  \
                 Name the row in totals, such as { \"Totaal\" = \"total\" }, if it is one.\n\
             s.toml:19: table \"budget\", totals: a list, expected names with what they are, such as { Totaal = … }.",
        ),
        (
            "{ role = \"memo\" }",
            "\"memo\"",
            "s.toml:25: table \"budget\", column \"pgb\": \"memo\", expected one section of keys.",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "true",
            "s.toml:54: identity \"sum\", equals: true, expected an expression, such as \"vws\", \"3%\" or { sum = [\"vws\", \"zvw\"] }.",
        ),
        (
            // a total is no municipality
            ",Totaal",
            "GM0014,Totaal",
            "budget.csv:5: table \"budget\", row \"Totaal\": a total with the municipality code \"GM0014\", expected an empty cell.",
        ),
        (
            "unit = 1 }",
            "unit = 2015-01-01 }",
            "s.toml:40: derivation, rounding, unit: the date 2015-01-01, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "rows = [\"Bedum\"]",
            "detect = \"yes\"",
            "s.toml:53: identity \"sum\", detect: \"yes\", expected true or false.",
        ),
    ];
    check(Kind::WrongType, &cases);
}

#[test]
fn text_that_is_no_number_or_code() {
    let cases = [
        (
            "id = \"small\"",
            "id = \"Small one\"",
            "s.toml:5: scenario, id: \"Small one\", expected a name in quotes, such as \"bmwe-2015\".\n  \
                 A name has lower-case letters, digits, \"-\" and \"_\" only.",
        ),
        (
            "10,20,5",
            "10,x,5",
            "budget.csv:3: table \"budget\", row \"Bedum\", column \"zvw\": \"x\", expected a number such as -1234.56.",
        ),
        (
            "10,20,5",
            "10,1e3,5",
            "budget.csv:3: table \"budget\", row \"Bedum\", column \"zvw\": \"1e3\", expected a number such as -1234.56.\n  \
                 Write the number in full, without an exponent.",
        ),
        (
            "10,20,5",
            "10, 20,5",
            "budget.csv:3: table \"budget\", row \"Bedum\", column \"zvw\": \" 20\", expected a number such as -1234.56.\n  \
                 Write 20.",
        ),
        (
            // a spreadsheet dropped the zeros
            "GM0005",
            "5",
            "budget.csv:3: table \"budget\", row \"Bedum\": \"5\", expected a municipality code such as GM0005.\n  \
                 Write GM0005.",
        ),
        (
            "uitvoeringskosten = \"3%\"",
            "uitvoeringskosten = \"3\"",
            "s.toml:35: derivation, uitvoeringskosten: \"3\", expected a percentage such as 8.5%.\n  \
                 Write 3%.",
        ),
        (
            "uitvoeringskosten = \"3%\"",
            "uitvoeringskosten = \"3,5%\"",
            "s.toml:35: derivation, uitvoeringskosten: \"3,5%\", expected a percentage such as 8.5%.\n  \
                 Write 3.5%.",
        ),
        (
            "unit = 1 }",
            "unit = 0x10 }",
            "s.toml:40: derivation, rounding, unit: \"0x10\", expected an amount such as -1234.56.",
        ),
        (
            "unit = 1 }",
            "unit = inf }",
            "s.toml:40: derivation, rounding, unit: \"inf\", expected an amount such as -1234.56.",
        ),
        (
            "line,2015,2016",
            "line,2015,16",
            "rta.csv:1: schedule \"rta\", header: \"16\", expected a year such as 2015.\n  \
                 Write all four digits.",
        ),
        (
            "veld,3",
            "veld,drie",
            "rta.csv:3: schedule \"rta\", line \"veld\", year 2015: \"drie\", expected a number such as -1234.56.",
        ),
    ];
    check(Kind::Unreadable, &cases);
}

#[test]
fn values_outside_the_range() {
    let cases = [
        (
            "format = 1",
            "format = 2",
            "s.toml:1: format: version 2, expected version 1.\n  \
                 This engine knows no other version; use the one that the file was made for.",
        ),
        (
            "rules = 1",
            "rules = 0",
            "s.toml:2: rules: version 0, expected version 1.\n  \
                 This engine knows no other version; use the one that the file was made for.",
        ),
        (
            "division = 2015",
            "division = 215",
            "s.toml:7: scenario, division: the year 215, expected a year from 1900 to 2199.",
        ),
        (
            "division = 2015",
            "division = 99999999999999999999",
            "s.toml:7: scenario, division: the year 99999999999999999999, expected a year without quotes, such as 2015.",
        ),
        (
            "GM0005",
            "GM0000",
            "budget.csv:3: table \"budget\", row \"Bedum\": municipality code 0, expected a code from GM0001 to GM9999.",
        ),
        (
            // a sum of sums
            "total = { role = \"total\" }\nvws = { role = \"part\" }",
            "total = { role = \"total\", sum_of = [\"vws\"] }\nvws = { role = \"part\", sum_of = [\"zvw\"] }",
            "s.toml:22: table \"budget\", column \"total\": the column \"vws\" that is added is itself a sum, expected columns that were rounded themselves.",
        ),
        (
            "veld,3",
            "veld,103",
            "rta.csv:3: schedule \"rta\", line \"veld\", year 2015: 103%, expected a percentage from 0% to 100%.",
        ),
        (
            "in_base = \"3.5%\"",
            "in_base = \"100%\"",
            "rta.csv:2: schedule \"rta\", line \"korting\": a base that already lacks 100%, expected at least 0% and less than 100%.",
        ),
    ];
    check(Kind::OutOfRange, &cases);
}

#[test]
fn rows_and_lists_of_another_length() {
    let cases = [
        (
            "GM0005,Bedum,30",
            "GM0005,Bedum,3,0",
            "budget.csv:3: table \"budget\": 8 cells, expected 7, one for each column of the header.\n  \
                 Put a cell that has a comma in it in quotes.",
        ),
        (
            "GM0005,Bedum,30",
            "GM0005",
            "budget.csv:3: table \"budget\": 5 cells, expected 7, one for each column of the header.",
        ),
        (
            "{ sum = [\"vws\", \"zvw\"] }",
            "{ quotient = [\"vws\"] }",
            "s.toml:54: identity \"sum\", equals, quotient: a list of 1, expected a list of two expressions, such as [\"cost\", \"clients\"].",
        ),
    ];
    check(Kind::Length, &cases);
}

#[test]
fn figures_that_are_no_multiple_of_their_unit() {
    let cases = [
        (
            "10,20,5",
            "10,20.5,5",
            "budget.csv:3: table \"budget\", row \"Bedum\", column \"zvw\": the printed figure 20.5, expected a multiple of its unit 1.\n  \
                 Declare the unit in which the column is printed.",
        ),
        (
            "unit = 1 }",
            "unit = 0 }",
            "s.toml:40: derivation, rounding, unit: a rounding unit of 0.00, expected a unit of at least 0.01.",
        ),
        (
            "unit = \"0.1\"",
            "unit = 0",
            "s.toml:26: table \"budget\", column \"pct\", unit: a printed unit of 0, expected a unit above zero.",
        ),
        (
            "zorg,97,92",
            "zorg,97.5,92",
            "rta.csv:4: schedule \"rta\", year 2015, line \"zorg\": 97.5%, expected a multiple of 1%.",
        ),
    ];
    check(Kind::Unit, &cases);
}

#[test]
fn numbers_of_too_many_digits() {
    let cases = [
        (
            "10,20,5",
            "10,99999999999999999999999999999999999999999,5",
            "budget.csv:3: table \"budget\", row \"Bedum\", column \"zvw\": the number 99999999999999999999999999999999999999999 does not fit, expected at most 28 digits.",
        ),
        (
            "unit = 1 }",
            "unit = 99999999999999999999999 }",
            "s.toml:40: derivation, rounding, unit: the amount 99999999999999999999999 does not fit, expected an amount between -92233720368547758.08 and 92233720368547758.07.",
        ),
    ];
    check(Kind::Overflow, &cases);
}

#[test]
fn amounts_that_are_no_whole_cents() {
    let cases = [(
        "unit = 1 }",
        "unit = 0.001 }",
        "s.toml:40: derivation, rounding, unit: \"0.001\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
    )];
    check(Kind::Inexact, &cases);
}

#[test]
fn numbers_with_two_meanings() {
    let dutch = MAIN.replace("party = \"code\"\n", "party = \"code\"\nnotation = \"either\"\n");
    let budget = BUDGET.replace("Bedum,30", "Bedum,1.030");
    assert_eq!(
        said_of(&dutch, &budget, RTA),
        "budget.csv:3: table \"budget\", row \"Bedum\", column \"total\": \"1.030\", which reads as 1.030 in plain \
         notation and as 1030 in Dutch notation, expected a number with one meaning.\n  \
         Write 1.0300 or 1030, whichever is meant."
    );
    let schedule = MAIN.replace("file = \"rta.csv\"\n", "file = \"rta.csv\"\nnotation = \"either\"\n");
    let said = said_of(&schedule, BUDGET, &RTA.replace("veld,3,", "veld,3.000%,"));
    assert!(
        said.starts_with("rta.csv:3: schedule \"rta\", line \"veld\", year 2015: \"3.000%\", which reads as"),
        "{said}"
    );
}

#[test]
fn all_errors_of_all_files_are_found_at_once() {
    let main = MAIN.replace("title = \"Hoofdstuk 8\"", "titel = \"x\"").replace("awbz = \"vws\"", "awbz = \"vvs\"");
    let budget = BUDGET.replace("30,10", "x,y").replace("0053", "53").replace("100,40", "100,4O.5");
    let rta = RTA.replace("97", "-97");
    let said = said_of(&main, &budget, &rta);
    let place = |line: &'_ str| line.split(": ").next().map(str::to_string);
    let places: Vec<String> = said.lines().filter(|line| !line.starts_with(' ')).filter_map(place).collect();
    let expected = [
        "budget.csv:3",
        "budget.csv:3",
        "budget.csv:4",
        "budget.csv:5",
        "rta.csv:4",
        "s.toml:9",  // no title
        "s.toml:11", // titel
        "s.toml:37",
    ];
    assert_eq!(places, expected, "{said}");
}

#[test]
fn hostile_texts_are_refused_in_words() {
    let cases = [
        (String::new(), "s.toml:1: no key \"format\", expected a whole number, such as 1."),
        ("\u{feff}".into(), "s.toml:1: no key \"format\", expected a whole number, such as 1."),
        ("\0".into(), "s.toml:1: "),
        ("\u{feff}\u{feff}format = 1".into(), "s.toml:1: "),
        ("format = 1\rrules = 1".into(), "s.toml:1: "),
        (format!("a = {}", "[".repeat(100_000)), "s.toml:1: values nested too deeply, expected at most 80 levels."),
        (format!("a = {}", "{a=".repeat(100_000)), "s.toml:1: values nested too deeply, expected at most 80 levels."),
        (format!("[{}a]", "a.".repeat(100_000)), "s.toml: values nested too deeply, expected at most 80 levels."),
        (format!("format = {}", "9".repeat(100_000)), "s.toml:1: format: version 9999"),
        ("[".repeat(100_000), "s.toml:1: "),
        (
            "format = 1\nrules = 1\nscenario = 3\n".into(),
            "s.toml:3: scenario: the number 3, expected one section of keys.",
        ),
        (format!("format = 1\nrules = 1\n\"{}\" = 1\n", "é".repeat(10_000)), "s.toml:1: no key \"scenario\""),
    ];
    for (text, start) in cases {
        let said = said_of(&text, BUDGET, RTA);
        assert!(said.starts_with(start), "{}", &said[..said.len().min(500)]);
    }
    for budget in ["", "\n\n", "#", ",", "\"", "\0", ";;;", "code,name\n", &"\"\"".repeat(10_000), &",".repeat(10_000)]
    {
        assert_ne!(said_of(MAIN, budget, RTA), "nothing", "{budget:?}");
        assert_ne!(said_of(MAIN, BUDGET, budget), "nothing", "{budget:?}");
    }
}
