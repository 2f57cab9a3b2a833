//! Reading and writing the real scenario, and texts that mean the same.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::as_conversions, reason = "tests compute what they expect freely")]

#[path = "format_support/texts.rs"]
mod texts;

use taakgericht::budget::reconcile::{RowRole, Rows};
use taakgericht::budget::rta::CutReading;
use taakgericht::exact::Ratio;
use taakgericht::format::{self, Canonical};
use taakgericht::{Errors, Kind};
use texts::{Texts, assert_round_trip};

#[test]
fn the_real_scenario_is_read_as_it_stands() {
    let scenario = Texts::bmwe().read().unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(scenario.sources.len(), 7);
    assert_eq!(scenario.checks.len(), 15);
    let budget = &scenario.tables[0];
    assert_eq!(budget.file.as_deref(), Some("data/bmwe_budget_2015.csv"));
    assert_eq!(budget.table.columns()[4].form.printed.unit(), Ratio::new(1, 1000).unwrap());
    let eemsmond = budget.rows[3];
    assert_eq!(eemsmond.municipality.unwrap().to_string(), "GM1651@2015");
    assert_eq!(eemsmond.line, Some(6));
    assert_eq!(budget.table.rows()[3].figures[4], Some(Ratio::new(855, 1000).unwrap()));
    assert_eq!(budget.table.rows()[4].role, RowRole::SumOfPrinted);
    let rta = &scenario.schedules[0];
    let groningen = taakgericht::budget::rta::groningen();
    assert_eq!(rta.schedule.cut(), groningen.cut());
    assert_eq!(rta.schedule.lines(), groningen.lines());
    assert_eq!(rta.schedule.residual(), groningen.residual());
    assert_eq!(rta.reading, CutReading::CumulativePoints);
    let naive = scenario.checks.iter().find(|check| check.identity.id == "parts-with-zin-make-the-total");
    assert_eq!(naive.unwrap().identity.rows, Rows::Named(vec!["Totaal".into()]));
}

#[test]
fn the_real_scenario_goes_there_and_back() {
    assert_round_trip(&Texts::bmwe().read().unwrap());
}

/// What means the same has one canonical text and one fingerprint.
#[test]
fn the_fingerprint_sees_what_is_said_and_nothing_else() {
    let bmwe = Texts::bmwe();
    let print = |texts: &Texts| format::fingerprint(&texts.read().unwrap_or_else(|errors| panic!("{errors}")));
    let original = print(&bmwe);
    let main = |from: &str, to: &str| {
        assert!(bmwe.main.contains(from), "{from}");
        Texts { main: bmwe.main.replacen(from, to, 1), files: bmwe.files.clone() }
    };
    let file = |name: &str, from: &str, to: &str| {
        let mut texts = bmwe.clone();
        let text = texts.files.get_mut(name).unwrap();
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        texts
    };
    let budget = "data/bmwe_budget_2015.csv";
    let mut renamed = main("data/bmwe_budget_2015.csv", "b.csv");
    let text = renamed.files.remove(budget).unwrap();
    renamed.files.insert("b.csv".into(), text);
    let same = [
        every_text(&bmwe, |text| text.replace('\n', "\r\n")),
        every_text(&bmwe, |text| format!("\u{feff}{text}")),
        every_text(&bmwe, |text| format!("# remark\n\n{text}\n# remark")),
        main("id = \"bmwe-2015\"\n", "id   =   'bmwe-2015' # remark\n"),
        main(
            "vws = { role = \"part\" }\nawbz_youth = { role = \"part\" }",
            "awbz_youth.role = \"part\"\nvws.role = \"part\"",
        ),
        main("unit = \"0.1\" }", "unit = 0.10, mode = \"half-up\" }"),
        main("uitvoeringskosten = \"3%\"", "uitvoeringskosten = \"3.00%\""),
        main("rows = \"parties\"", "rows = \"parties\"\ndetect = false"),
        main("tie = \"first\"", ""),
        main("column = \"total\"\nequals", "columns = [\"total\"]\nequals"),
        file(budget, "2354812", "2354812.00"),
        file(budget, "GM0005", "0005"),
        file(budget, "84.5", "84.5%"),
        file(budget, "Bedum", "\"Bedum\""),
        file(
            "data/rta_schedule_groningen.csv",
            "line,2015,2016,2017\nkorting,,8.5,12.5",
            "line,2015,2016,2017\nkorting,,8.50%,12.5",
        ),
        renamed,
    ];
    for texts in &same {
        assert_eq!(print(texts), original, "{}", texts.main);
    }
    let other = [
        main("title = \"Jeugd", "title = \"Jeugd-"),
        main("role = \"memo\"", "role = \"part\""),
        main("tie = \"first\"", "tie = \"last\""),
        main("division = 2015", "division = 2014"),
        main("detect = true", ""),
        file(budget, "2354812", "2354813"),
        file(budget, "GM0005", "GM0006"),
        file("data/rta_schedule_groningen.csv", "10,10,10", "10,10,9"),
    ];
    for texts in &other {
        assert_ne!(print(texts), original, "{}", texts.main);
    }
}

/// The same for the sections for pools.
#[test]
fn the_fingerprint_sees_what_is_said_of_pools() {
    let pools = Texts::pools();
    let print = |texts: &Texts| format::fingerprint(&texts.read().unwrap_or_else(|errors| panic!("{errors}")));
    let original = print(&pools);
    assert_round_trip(&pools.read().unwrap());
    let changed = |from: &str, to: &str| {
        assert!(pools.main.contains(from) || pools.files.values().any(|text| text.contains(from)), "{from}");
        every_text(&pools, |text| text.replacen(from, to, 1))
    };
    let same = [
        // the order of the rows of a series, and of its columns
        ("GM0005,2015,110\nGM0053,2015,190\n", "GM0053,2015,190.00\nGM0005,2015,110\n"),
        (
            "code,year,client,cost\nGM0005,2015,1,70\nGM0005,2015,2,30\n",
            "cost,client,code,year\n70,1,0005,2015\n30,2,GM0005,2015\n",
        ),
        // the same from columns of a table and from a file of its own
        (
            "table = \"places\"\nquantity = \"count\"\n[series.columns]\na = { year = 2014, ages = \"0-11\" }\nb = { year = 2014, ages = \"12-17\" }\n",
            "file = \"youths.csv\"\nsource = \"s\"\nparty = \"p\"\nyear = \"y\"\nages = \"a\"\nvalue = \"v\"\nquantity = \"count\"\n",
        ),
        // by name or by code, in any order
        ("members = [\"Bedum\", \"GM0053\"]", "members = [\"Winsum\", \"0005\"]"),
        ("{ Bedum = 3, GM0053 = \"2.5\", Eemsmond = 4 }", "{ GM1651 = 4, Winsum = 2.50, Bedum = 3 }"),
        ("years = [2015, 2016]", "years = [2016, 2015]"),
        // what goes without saying
        ("rounds = [", "residual = \"largest-remainder\"\ntie = \"first\"\nrounds = ["),
        ("cap = 500 }", "floor = 0, cap = \"500.00\", top_up = 0 }"),
    ];
    for (from, to) in same {
        let mut texts = changed(from, to);
        let youths = "p,y,a,v\nGM0005,2014,0-11,10\nGM0005,2014,12-17,20\nGM0053,2014,0-11,30\nGM0053,2014,12-17,40\n\
                      GM1651,2014,0-11,50\nGM1651,2014,12-17,60\n";
        texts.files.insert("youths.csv".into(), youths.into());
        assert_eq!(print(&texts), original, "{to}");
    }
    let other = [
        ("GM0053,2015,190", "GM0053,2015,190.01"),
        ("GM0053,2015,190", "GM0053,2014,190"),
        ("GM0005,Bedum,10,20,1", "GM0005,Bedum,10,21,1"), // in the table and in the series
        ("members = [\"Bedum\", \"GM0053\"]", "members = [\"Bedum\"]"),
        ("members = [\"Bedum\", \"GM0053\"]\n", ""),
        ("years_before = 1", "years_before = 0"),
        ("netting = \"each-side\"", "netting = \"netted\""),
        ("booked = 2017", "booked = 2018"),
        ("key = \"youths-0-17\"", "key = \"contribution\""),
        ("without = [\"Eemsmond\"]", "without = [\"Winsum\"]"),
    ];
    for (from, to) in other {
        assert_ne!(print(&changed(from, to)), original, "{to}");
    }
}

/// A part of the canonical text of pools as it stands.
#[test]
fn the_canonical_text_of_pools_is_stable() {
    let canonical = format::write(&Texts::pools().read().unwrap());
    let sheet = "party,year,segment,value\nGM0005,2013,zin,80\nGM0005,2014,zin,90\nGM0005,2015,pgb,20.5\n\
                 GM0005,2015,zin,100\nGM0005,2016,zin,110\nGM0053,2013,zin,170\nGM0053,2014,zin,180\n\
                 GM0053,2015,pgb,40\nGM0053,2015,zin,200\nGM0053,2016,zin,210\nGM1651,2015,pgb,30\n\
                 GM1651,2015,zin,150\nGM1651,2016,zin,300\n";
    assert_eq!(canonical.file("series/cost.csv"), Some(sheet));
    let sections = "\
[[key]]
id = \"agreed\"
basis = \"fixed\"
shares = { GM0005 = \"3\", GM0053 = \"2.5\", GM1651 = \"4\" }

[[pool]]
id = \"region\"
years = [2015, 2016]
segments = [\"zin\"]
cost = \"cost\"
contribution = \"contribution\"
clients = \"clients\"
model = { kind = \"corridor\", band = \"5%\", netting = \"each-side\" }
key = \"youths-0-17\"
underspend_key = \"agreed\"
advances = { series = \"contribution\", instalments = 12 }
reserve = { opening = \"0.00\", cap = \"500.00\" }
rounds = [{ kind = \"final\", booked = 2017 }]
";
    assert!(canonical.main.contains(sections), "{}", canonical.main);
}

/// The same for the sections for financing.
#[test]
fn the_fingerprint_sees_what_is_said_of_contracts() {
    let contracts = Texts::contracts();
    let print = |texts: &Texts| format::fingerprint(&texts.read().unwrap_or_else(|errors| panic!("{errors}")));
    let original = print(&contracts);
    assert_round_trip(&contracts.read().unwrap());
    let changed = |from: &str, to: &str| {
        assert!(contracts.main.contains(from) || contracts.files.values().any(|text| text.contains(from)), "{from}");
        every_text(&contracts, |text| text.replacen(from, to, 1))
    };
    let same = [
        // a day in quotes or not, in any order, with as many zeros as you like
        ("from = \"2026-01-01\"", "from = 2026-01-01"),
        ("{ \"2026-01-01\" = \"87.30\", 2027-01-01 = \"91.5825\" }", "{ 2027-01-01 = 91.58250, 2026-01-01 = 87.3 }"),
        ("cost_price = \"80.15\"", "cost_price = 80.1500"),
        ("turnover = { 2023 = 900000, 2024 = 940000 }", "turnover = { 2024 = \"940000.00\", 2023 = 900000 }"),
        // one band for both sides
        (
            "corridor = { band = \"5%\", share = \"50%\" }",
            "corridor = { over = [{ from = \"5%\", share = \"50%\" }], under = [{ from = \"5.0%\", share = \"50%\" }] }",
        ),
        // what goes without saying
        ("variant = \"task-based\"\ntariffs", "variant = \"task-based\"\nbasis = \"per-unit\"\ntariffs"),
        (", cost_times = 1 }", " }"),
        ("cost_price = \"5%\"", "cost_price = \"5%\"\ntariff = \"0%\""),
        ("task = { basis", "task = { corridor = { over = [] }, basis"),
        ("task = { basis", "task = { rounding = { mode = \"half-up\", unit = \"0.01\" }, basis"),
        // the columns of the file, and how its numbers are written
        ("ignore = [\"remark\"]", "notation = \"either\"\nignore = [\"remark\"]"),
        ("GM0005,Elker,verblijf,2026-03-31,,31.0", "0005,Elker,verblijf,2026-03-31,,31"),
        ("2026-01-31,,380,,,0,0,", "2026-01-31,2026-01-31,380,,,0,0,"),
        ("declared twice", ""),
    ];
    for (from, to) in same {
        assert_eq!(print(&changed(from, to)), original, "{to}");
    }
    let other = [
        ("variant = \"task-based\"\ntariffs", "variant = \"effort-based\"\ntariffs"),
        ("2027-01-01 = \"91.5825\"", "2027-01-01 = \"91.58\""),
        ("basis = \"per-hour-in-minutes\"\n", ""),
        ("subcontractors = [\"De Zijlen\"]", "subcontractors = [\"De Zijlen\", \"Yorneo\"]"),
        ("beyond = \"new-care\"", "beyond = \"shared\", provider_share = \"0%\""),
        ("start = \"30%\", milestones = [\"40%\"], end = \"30%\"", "start = \"70%\", end = \"30%\""),
        ("start = \"30%\", milestones = [\"40%\"], end = \"30%\"", "start = \"0%\", end = \"100%\""),
        ("verblijf = 250000 }", "wonen = 250000 }"),
        (", month = 3 }", ", month = 4 }"),
        ("GM0005,Elker,begeleiding,2026-01-31,,380", "GM0005,Elker,begeleiding,2026-01-31,,381"),
        ("segments = [\"2\"]", "segments = [\"1\"]"),
        ("cost_price = \"5%\"", "tariff = \"5%\""),
        ("per_result = 20", "per_result = 21"),
    ];
    for (from, to) in other {
        assert_ne!(print(&changed(from, to)), original, "{to}");
    }
}

/// A part of the canonical text of contracts as it stands.
#[test]
fn the_canonical_text_of_contracts_is_stable() {
    let canonical = format::write(&Texts::contracts().read().unwrap());
    let sheet = "party,provider,product,delivered,volume,begun,number,credits,started,ended\n\
                 GM0005,Elker,begeleiding,2026-01-31,380,,,,0,0\n\
                 GM0053,De Zijlen,begeleiding,2026-02-28,150,2026-01-05,17,,1,0\n\
                 GM0053,De Zijlen,begeleiding,2026-02-28,-150,2026-01-05,,17,-1,0\n\
                 GM0005,Elker,verblijf,2026-03-31,31,,,,0,1\n";
    assert_eq!(canonical.file("volumes/2026.csv"), Some(sheet));
    let sections = "\
[[contract]]
id = \"noord\"
provider = \"Elker\"
subcontractors = [\"De Zijlen\"]
from = \"2026-01-01\"
to = \"2027-12-31\"

[[contract.products]]
product = \"begeleiding\"
variant = \"effort-based\"
basis = \"per-hour-in-minutes\"
tariffs = { 2026-01-01 = \"87.30\", 2027-01-01 = \"91.5825\" }
cost_price = \"80.15\"
result = { prices = { 2026-01-01 = \"2400.00\" }, start = \"30%\", milestones = [\"40%\"], end = \"30%\" }
ceilings = { 2026 = { amount = \"1000000.00\", beyond = \"shared\", provider_share = \"100%\" }, 2027 = { amount = \"1100000.00\", beyond = \"new-care\" } }

[[contract.products]]
product = \"verblijf\"
variant = \"task-based\"
tariffs = { 2026-01-01 = \"250.00\" }

[contract.task]
basis = \"agreed\"
amount = \"10000000.00\"
rounding = { mode = \"half-up\", unit = \"1\" }
years = [{ year = 2027, index = \"4.91%\", volume_norm = \"-1.5%\", mutations = { verblijf = \"250000.00\" } }]
corridor = { over = [{ from = \"3%\", share = \"50%\" }, { from = \"8%\", share = \"80%\" }], under = [{ from = \"5%\", share = \"50%\" }] }
key = \"youths\"
penalties = [{ reason = \"rapportage te laat\", year = 2026, percent = \"2%\", of = \"monthly-part\", month = 3 }]
";
    assert!(canonical.main.contains(sections), "{}", canonical.main);
}

/// Where each figure of a series stands, as an explanation cites it.
#[test]
fn figures_of_a_series_know_their_place() {
    let scenario = Texts::pools().read().unwrap();
    let place = |series: usize, record: usize| {
        let series = &scenario.series[series];
        series.place(&series.records()[record], "Invented")
    };
    assert_eq!(place(0, 2), "cost.csv:4, column cost; Invented"); // Bedum in 2015, pgb
    assert_eq!(place(3, 5), "places.csv:4, column b; Invented"); // Eemsmond, 12-17
    let bare = scenario.clone().without_places();
    assert_eq!(bare.series[0].place(&bare.series[0].records()[0], "Invented"), "series cost; Invented");
}

/// The scenario with the same change in each of its texts.
fn every_text(texts: &Texts, change: impl Fn(&str) -> String) -> Texts {
    let files = texts.files.iter().map(|(name, text)| (name.clone(), change(text)));
    Texts { main: change(&texts.main), files: files.collect() }
}

#[test]
fn the_fingerprint_can_be_checked_by_hand() {
    let scenario = Texts::bmwe().read().unwrap();
    let Canonical { main, files } = format::write(&scenario);
    let all = std::iter::once(("scenario.toml", &main)).chain(files.iter().map(|(name, text)| (name.as_str(), text)));
    let list: String = all.map(|(name, text)| format!("{}  {name}\n", format::sha256(text.as_bytes()))).collect();
    assert_eq!(format::fingerprint(&scenario), format::sha256(list.as_bytes()));
    // FIPS 180-4, the example of one block.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(format::sha256(b"abc"), abc);
}

/// A part of the canonical text as it stands, so that a change of the format does not go unseen.
#[test]
fn the_canonical_text_is_stable() {
    let canonical = format::write(&Texts::bmwe().read().unwrap());
    let sheet = "line,2015,2016,2017\nkorting,,8.5,12.5\nvoorliggend_veld,3,2.5,2.5\nuitvoeringskosten,3,2.5,2.5\n\
                 transformatie,10,10,10\ndirecte_zorg,84,80,76\n";
    assert_eq!(canonical.file("schedules/rta-groningen.csv"), Some(sheet));
    let derivation = "\n[derivation]\nuitvoeringskosten = \"3%\"\nvoorliggend_veld = \"3%\"\nawbz = \"awbz_youth\"\n\
                      pgb = { amounts = \"pgb\" }\nstage = \"per-stream\"\nrounding = { mode = \"half-up\", unit = \"1\" }\n";
    assert!(canonical.main.contains(derivation), "{}", canonical.main);
    let print = "522a9ed21bf2c43ccf3dddb2ea139c576fdf2a6060196e1cd4194371bffe5db5";
    assert_eq!(format::fingerprint(&Texts::bmwe().read().unwrap()), print);
}

/// What a spreadsheet in the Netherlands saves.
#[test]
fn dutch_sheets_are_read() {
    let mut bmwe = Texts::bmwe();
    let plain = bmwe.read().unwrap();
    bmwe.main = bmwe.main.replacen("party = \"code\"\n", "party = \"code\"\nnotation = \"dutch\"\n", 1);
    let text = bmwe.files.get_mut("data/bmwe_budget_2015.csv").unwrap();
    *text = text.replace(',', ";").replace('.', ",").replacen("2354812", "€ 2.354.812,-", 1);
    assert_eq!(bmwe.read().unwrap_or_else(|errors| panic!("{errors}")), plain);
}

#[test]
fn columns_can_be_left_out_by_name() {
    let mut bmwe = Texts::bmwe();
    bmwe.main = bmwe.main.replacen("party = \"code\"\n", "party = \"code\"\nignore = [\"remarks\"]\n", 1);
    let text = bmwe.files.get_mut("data/bmwe_budget_2015.csv").unwrap();
    let with_remark = |line: &str| {
        if line.starts_with('#') { line.into() } else { format!("\"x, y\",{line}\n") }
    };
    let remarked: String = text.lines().map(with_remark).collect();
    *text = remarked.replacen("\"x, y\",code", "\nremarks,code", 1);
    let plain = Texts::bmwe().read().unwrap();
    assert_eq!(format::write(&bmwe.read().unwrap_or_else(|errors| panic!("{errors}"))), format::write(&plain));
}

#[test]
fn every_form_of_an_expression_is_read() {
    let cases = [
        ("\"zvw\"", "zvw"),
        ("\"3%\"", "3%"),
        ("12", "12"),
        ("0.1", "0.1"),
        ("{ constant = \"1/3\" }", "1/3"),
        ("{ sum = [\"vws\", 1, { product = [\"94%\", \"zvw\"] }] }", "vws + 1 + (94% × zvw)"),
        ("{ first = \"total\", less = [\"vws\", \"zvw\"] }", "total − vws − zvw"),
        ("{ quotient = [\"vws\", \"zvw\"] }", "vws / zvw"),
        ("{ rounded = \"vws\", unit = 1000, mode = \"down\" }", "round(vws)"),
        ("{ column_sum = {} }", "Σ"),
        ("{ column_sum = { column = \"vws\" } }", "Σ vws"),
        ("{ table = \"budget\", row = \"Totaal\", column = \"vws\" }", "budget/Totaal/vws"),
    ];
    let bmwe = Texts::bmwe();
    for (text, expression) in cases {
        let main = bmwe.main.replacen("{ sum = [\"vws\", \"awbz_youth\", \"zvw\"] }", text, 1);
        let scenario = Texts { main, ..bmwe.clone() }.read().unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(scenario.checks[0].identity.expression.to_string(), expression);
        assert_round_trip(&scenario);
    }
}

/// Errors that are found after reading get the line of their section.
#[test]
fn errors_of_rules_are_located() {
    let main = Texts::bmwe().main;
    let error = |place: &str| taakgericht::Error::new(Kind::Memo, "a memo", "a part").within(place);
    let cases = [
        ("identity \"pgb-share\"", "s.toml:185: identity \"pgb-share\": a memo, expected a part."),
        ("table \"budget\"", "s.toml:42: table \"budget\": a memo, expected a part."),
        ("identity \"none\"", "identity \"none\": a memo, expected a part."),
        ("year 2016", "year 2016: a memo, expected a part."),
    ];
    for (place, text) in cases {
        assert_eq!(format::locate("s.toml", &main, error(place).into()).to_string(), text);
    }
    let main = Texts::contracts().main;
    let cases = [
        ("product \"verblijf\"", "s.toml:48: product \"verblijf\": a memo, expected a part."),
        ("contract \"zuid\"", "s.toml:85: contract \"zuid\": a memo, expected a part."),
        ("volumes \"2026\"", "s.toml:106: volumes \"2026\": a memo, expected a part."),
        ("case \"all-task\"", "s.toml:121: case \"all-task\": a memo, expected a part."),
        ("shock \"dearer\"", "s.toml:132: shock \"dearer\": a memo, expected a part."),
        ("administration", "s.toml:136: administration: a memo, expected a part."),
    ];
    for (place, text) in cases {
        assert_eq!(format::locate("s.toml", &main, error(place).into()).to_string(), text);
    }
    let known = Errors::from(error("table \"budget\"").in_file("b.csv", Some(7)));
    assert_eq!(format::locate("s.toml", &main, known.clone()), known);
    assert_eq!(format::locate("s.toml", "no toml", known.clone()), known);
}
