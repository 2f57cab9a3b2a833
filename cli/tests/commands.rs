//! How the command line behaves: exit codes, files, pipes, and figures that agree with the published ones.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests compute what they expect freely")]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use support::{BMWE, GRONINGEN, POOLS, VARIANTS, command, root, run, stderr, stdout};

const TABLE: &str = "scenarios/data/bmwe_budget_2015.csv";

fn code(args: &[&str]) -> i32 {
    run(args).status.code().unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[args, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn exit_codes_say_what_happened() {
    let total_row = ["--total-row", "Totaal", "--total-row-is", "sum-of-printed"];
    let check = ["check", TABLE, "--label", "municipality", "--total", "total", "--parts"];
    let table = |parts| [&check[..], &[parts], &total_row].concat();
    let cases: [(i32, Vec<&str>); 31] = [
        (0, vec!["run", BMWE]),
        (0, vec!["explain", BMWE, "budget/total/total"]),
        (0, vec!["split", "-1", "--weights", "1,1"]),
        (0, vec!["schema"]),
        (0, vec!["--help"]),
        (0, table("pgb,uitvoeringskosten,voorliggend_veld,rta_bijdrage")), // off by 0 to 3, which rounding explains
        (1, vec!["run", "cli/tests/data/bad.toml"]),
        (1, vec!["explain", BMWE, "nothing/at/all"]),
        (1, vec!["split", "1", "--weights", "0,0"]),
        (2, vec!["walk", BMWE]),
        (2, vec!["split", "1"]),
        (2, vec!["check", TABLE]),
        (2, vec!["schema", "--format", "csv"]),
        (3, vec!["check", BMWE]),
        (3, table("vws,awbz_youth")), // Zvw is missing: 882,457 is no rounding
        (4, vec!["run", "nowhere.toml"]),
        (0, vec!["compare", POOLS]),
        (0, vec!["letter", GRONINGEN]),
        (0, vec!["explain", POOLS, "bmwe/2015/final/borne/total"]),
        (1, vec!["compare", BMWE]),
        (1, vec!["compare", POOLS, "--without", "Assen"]),
        (1, vec!["letter", POOLS, "--year", "2016"]),
        (2, vec!["compare", POOLS, "--model", "solidarity"]),
        (2, vec!["letter", POOLS, "--year", "16"]),
        (4, vec!["letter", "nowhere.toml"]),
        (0, vec!["run", VARIANTS, "--months"]),
        (0, vec!["compare", VARIANTS, "--contracts", "--format", "csv"]),
        (1, vec!["run", "cli/tests/data/bad_volumes.toml"]),
        (1, vec!["compare", "cli/tests/data/bad_case.toml"]),
        (1, vec!["compare", VARIANTS, "--pool", "noord"]),
        (2, vec!["compare", VARIANTS, "--contracts", "--model", "insurance"]),
    ];
    for (expected, args) in cases {
        assert_eq!(code(&args), expected, "{args:?}");
    }
}

#[test]
fn a_memo_that_is_added_is_refused_and_makes_the_check_fail() {
    let args = ["check", TABLE, "--label", "municipality", "--total", "total", "--memo", "zin", "--parts", "vws,zin"];
    let found = json(&args);
    assert_eq!(found["counts"]["refused"], 1);
    assert!(found["refusals"][0].as_str().unwrap().contains("because it adds the memo \"zin\""));
    assert_eq!(code(&args), 3);
}

/// Cents of `"1234.56"`.
fn cents(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

/// The amounts of `run --format csv`, by statement and column, for one party code.
fn amounts(code: &str) -> BTreeMap<(String, String), i64> {
    let text = stdout(&["run", BMWE, "--format", "csv"]);
    let mut amounts = BTreeMap::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap) {
        if &record[4] == code {
            amounts.insert((record[0].to_string(), record[2].to_string()), cents(&record[7]));
        }
    }
    amounts
}

#[test]
fn the_lines_of_a_year_add_up_to_the_budget_of_each_municipality() {
    for (code, total) in [("GM0005", 235_481_200), ("GM1663", 326_883_300), ("GM0053", 341_500_300)] {
        let amounts = amounts(code);
        for year in ["rta-groningen/2015", "rta-groningen/2016", "rta-groningen/2017"] {
            let lines = amounts.iter().filter(|((statement, column), _)| statement == year && column != "total");
            assert_eq!(lines.map(|(_, cents)| cents).sum::<i64>(), total, "{code}, {year}");
        }
    }
}

#[test]
fn bedum_gets_what_the_worked_example_says() {
    let amounts = amounts("GM0005");
    let line = |name: &str| amounts[&("rta-groningen/2015".to_string(), name.to_string())];
    let lines = ["voorliggend_veld", "uitvoeringskosten", "transformatie", "directe_zorg"].map(line);
    assert_eq!(lines, [7_064_436, 7_064_436, 23_548_120, 197_804_208]);
}

#[test]
fn the_published_columns_come_out_as_printed_but_for_one_euro() {
    let outcome = json(&["run", BMWE]);
    let comparisons = outcome["comparisons"].as_array().unwrap();
    let off: Vec<&Value> = comparisons.iter().filter(|comparison| comparison["difference"] != "0.00").collect();
    assert_eq!(comparisons.len(), 5 * 4);
    assert_eq!(off.len(), 1);
    assert_eq!((&off[0]["column"], &off[0]["difference"]), (&Value::from("zin"), &Value::from("1.00")));
    let implied: Vec<&str> =
        outcome["implied"].as_array().unwrap().iter().map(|one| one["shown"].as_str().unwrap()).collect();
    assert_eq!(implied, ["84.4605%", "79.7508%", "85.4921%", "77.4523%"]); // in the order of the codes
}

#[test]
fn the_check_finds_what_is_known_about_the_published_tables() {
    let found = json(&["check", BMWE]);
    let findings = found["findings"].as_array().unwrap();
    let gap = |identity: &str, row: &str, column: &str| {
        let wanted =
            |finding: &&Value| finding["identity"] == identity && finding["row"] == row && finding["column"] == column;
        let finding = findings.iter().find(wanted).unwrap();
        (finding["gap"].as_str().unwrap().to_string(), finding["verdict"].as_str().unwrap().to_string())
    };
    let cases = [
        ("streams-make-the-total", "Bedum", "total", "1", "explained"),
        ("streams-make-the-total", "De Marne", "total", "0", "holds"),
        ("streams-make-the-total", "Totaal", "total", "3", "explained"),
        ("bijdrage-is-the-rest", "Bedum", "rta_bijdrage", "-1", "explained"),
        ("bijdrage-is-the-rest", "Winsum", "rta_bijdrage", "-2", "explained"),
        ("pgb-costs-as-claimed", "De Marne", "total", "420", "explained"),
        ("pgb-costs-as-claimed", "Winsum", "total", "-459", "explained"),
        ("pgb-costs-as-claimed", "Bedum", "total", "-641", "explained-only-if"),
        ("pgb-costs-as-claimed", "Eemsmond", "total", "9543", "error"),
        ("pgb-costs-by-function", "Totaal", "vtijd", "-276", "explained"),
        ("pgb-costs-by-function", "Totaal", "pv", "-125", "explained"),
        ("pgb-costs-by-function", "Totaal", "bg_i", "2397", "error"),
        ("pgb-costs-by-function", "Totaal", "bg_g", "-2947", "error"),
        ("pgb-costs-by-function", "Totaal", "overig", "9814", "error"),
    ];
    for (identity, row, column, size, verdict) in cases {
        assert_eq!(gap(identity, row, column), (size.to_string(), verdict.to_string()), "{identity}, {row}, {column}");
    }
}

/// The amounts of a command as CSV: what a row is called by, and its cents.
fn records(args: &[&str], names: &[usize], amount: usize) -> BTreeMap<String, i64> {
    let text = stdout(&[args, &["--format", "csv"]].concat());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap);
    let name =
        |record: &csv::StringRecord| names.iter().map(|&cell| record[cell].to_string()).collect::<Vec<_>>().join("/");
    records.map(|record| (name(&record), cents(&record[amount]))).collect()
}

/// The worked example: 1,700,000 / 2,150,000 / 2,500,000 / 3,050,000, shared by what each contributes.
#[test]
fn a_pool_comes_out_as_the_worked_example_says() {
    let run = records(&["run", POOLS], &[0, 2, 6], 7);
    let compared = records(&["compare", POOLS, "--model", "insurance"], &[2, 6], 8);
    let letters = records(&["letter", POOLS], &[0, 11, 7], 12);
    let borne = [("Bedum", 163_025_169), ("De Marne", 236_036_831), ("Winsum", 221_257_937), ("Eemsmond", 319_680_063)];
    for (party, cents) in borne {
        assert_eq!(run[&format!("bmwe/2015/final/borne/{party}")], cents);
        assert_eq!(compared[&format!("bmwe/{party}")], cents);
        assert_eq!(compared[&format!("insurance/{party}")], cents);
        assert_eq!(letters[&format!("bmwe/2015/final/borne/{party}")], cents);
    }
    let blend = ["Bedum", "De Marne", "Winsum", "Eemsmond"].map(|party| compared[&format!("blend-60/{party}")]);
    assert_eq!(blend, [165_815_101, 227_622_099, 232_754_762, 313_808_038]);
}

/// The members of a sub-pool are not the first parties of the scenario.
#[test]
fn the_rows_of_a_pool_are_its_members() {
    let run = records(&["run", GRONINGEN], &[0, 2, 6], 7);
    let members: Vec<&str> = run.keys().filter_map(|name| name.strip_prefix("bmwe/2018/own_cost/")).collect();
    assert_eq!(members, ["Bedum", "De Marne", "Eemsmond", "Winsum"]);
    for member in members {
        let own_cost = |pool: &str| run[&format!("{pool}/2018/own_cost/{member}")];
        assert_eq!(own_cost("bmwe"), own_cost("heavy-common"));
        let listed = json(&["explain", GRONINGEN, &format!("bmwe/2018/borne/{member}")]);
        let last = listed["steps"].as_array().unwrap().last().unwrap();
        assert_eq!(cents(last["value"]["amount"].as_str().unwrap()), run[&format!("bmwe/2018/borne/{member}")]);
    }
    let figures = records(&["explain", GRONINGEN], &[0], 1);
    let in_list: BTreeMap<String, i64> = figures.into_iter().filter(|(name, _)| !name.ends_with("/total")).collect();
    assert_eq!(in_list, run);
    let rounded = records(&["run", GRONINGEN, "--unit", "1000"], &[0, 2, 6], 7);
    assert!(
        rounded.iter().all(|(name, thousands)| (thousands - run[name]).abs() < 100_000 && thousands % 100_000 == 0)
    );
}

/// What municipalities pay by `run` is what `compare` says they pay as contracted, but for the penalties.
#[test]
fn what_is_contracted_is_what_is_paid() {
    let run = records(&["run", VARIANTS], &[0, 1, 2, 6], 7);
    let text = stdout(&["compare", VARIANTS, "--format", "csv"]);
    let mut compared = BTreeMap::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap) {
        if record[1] == *"contracted" && record[2] == *"municipality" && record[12] == *"paid" {
            compared.insert(format!("{}/{}", &record[0], &record[5]), cents(&record[13]));
        }
    }
    assert_eq!(compared.len(), 8);
    for party in ["Midden-Groningen", "Het Hogeland", "Westerkwartier", "Eemsdelta"] {
        for year in ["2026", "2027"] {
            let of_year = |column: &str| -> i64 {
                let is_it =
                    |name: &str| !name.contains("/months/") && name.ends_with(&format!("/{year}/{column}/{party}"));
                run.iter().filter(|(name, _)| is_it(name)).map(|(_, cents)| cents).sum()
            };
            let without_penalties = of_year("paid") - of_year("penalty");
            assert_eq!(compared[&format!("{year}/{party}")], without_penalties, "{party}, {year}");
        }
    }
}

/// Months are in the csv whether or not people see them, and add up to the year with what is settled.
#[test]
fn months_are_shown_when_they_are_asked_for() {
    assert_eq!(
        stdout(&["run", VARIANTS, "--format", "csv"]),
        stdout(&["run", VARIANTS, "--months", "--format", "csv"])
    );
    let (without, with) = (stdout(&["run", VARIANTS]), stdout(&["run", VARIANTS, "--months"]));
    assert!(!without.contains("month by month in 2026") && without.contains("--months"));
    assert!(with.contains("The contract hsj (Borgwal) month by month in 2026, in euros") && !with.contains("--months"));
    let run = records(&["run", VARIANTS], &[0, 2, 6], 7);
    let of_months = |name: &str| name.starts_with("hsj/2026/months/") && name.ends_with("/Eemsdelta");
    let months: i64 = run.iter().filter(|(name, _)| of_months(name) && !name.contains("/paid/")).map(|(_, c)| c).sum();
    assert_eq!(months, run["hsj/2026/paid/Eemsdelta"]);
}

/// Of a scenario with pools and contracts, a csv has one of them.
#[test]
fn pools_and_contracts_do_not_share_a_csv() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(root().join("cli/tests/data/contracts.toml")).unwrap();
    let series = ["contributions", "costs"].map(|name| {
        let (id, value) = (name.trim_end_matches('s'), name.trim_end_matches('s'));
        format!(
            "[[series]]\nid = \"{id}\"\nfile = \"reserve_{name}.csv\"\nsource = \"invented\"\nparty = \"code\"\nyear = \
             \"year\"\nvalue = \"{value}\"\n\n"
        )
    });
    let pool = "[[pool]]\nid = \"north\"\nmembers = [\"Bedum\", \"Winsum\"]\nmodel = { kind = \"insurance\" }\nkey = \
                \"half\"\ncost = \"cost\"\ncontribution = \"contribution\"\nyears = [2016]\n\n";
    let both = text.replacen("[[product]]", &format!("{}{pool}[[product]]", series.concat()), 1);
    for file in ["small_budget.csv", "contracts_volumes.csv", "reserve_contributions.csv", "reserve_costs.csv"] {
        fs::copy(root().join("cli/tests/data").join(file), folder.path().join(file)).unwrap();
    }
    let path = folder.path().join("both.toml");
    fs::write(&path, both).unwrap();
    let compare = |options: &[&str]| run(&[&["compare", path.to_str().unwrap()], options].concat());
    let found = String::from_utf8(compare(&["--format", "csv"]).stderr).unwrap();
    assert!(found.starts_with("error: pools and contracts in one csv table, expected one of them."), "{found}");
    let first =
        |options: &[&str]| String::from_utf8(compare(options).stdout).unwrap().lines().next().unwrap().to_owned();
    assert!(first(&["--format", "csv", "--contracts"]).starts_with("year,case,of,"));
    assert!(first(&["--format", "csv", "--pool", "north"]).starts_with("pool,year,variant,"));
    let both: Value = serde_json::from_slice(&compare(&["--format", "json"]).stdout).unwrap();
    assert_eq!([&both["comparisons"], &both["variants"]].map(|all| all.as_array().unwrap().len()), [1, 2]);
}

#[test]
fn options_leave_what_they_name() {
    let letters =
        |options: &[&str]| json(&[&["letter", GRONINGEN], options].concat())["letters"].as_array().unwrap().len();
    assert_eq!((letters(&[]), letters(&["--year", "2016"]), letters(&["--pool", "zin-pgb"])), (92, 23, 46));
    assert_eq!(letters(&["--pool", "zin-pgb", "--year", "2017", "--party", "0005"]), 1);
    let compared = json(&["compare", GRONINGEN, "--year", "2017"])["comparisons"].as_array().unwrap().clone();
    assert_eq!((compared.len(), &compared[0]["pool"]), (1, &Value::from("zin-pgb")));
    let without = json(&["compare", POOLS, "--without", "GM0053", "--without", "Bedum"])["comparisons"][0].clone();
    let variant = without["comparison"]["variants"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(variant["name"], "without Winsum, Bedum");
    assert_eq!(variant["takes_part"].as_array().unwrap().iter().filter(|takes| **takes == false).count(), 2);
}

#[test]
fn json_holds_no_binary_float() {
    fn refuse_floats(value: &Value) {
        match value {
            Value::Number(number) => assert!(number.is_u64(), "{number}"), // positions, counts, years
            Value::Array(values) => values.iter().for_each(refuse_floats),
            Value::Object(fields) => fields.values().for_each(refuse_floats),
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }
    refuse_floats(&json(&["run", BMWE]));
    refuse_floats(&json(&["check", BMWE]));
    refuse_floats(&json(&["run", GRONINGEN]));
    refuse_floats(&json(&["compare", POOLS]));
    refuse_floats(&json(&["letter", POOLS]));
    refuse_floats(&json(&["run", VARIANTS]));
    refuse_floats(&json(&["compare", VARIANTS]));
    refuse_floats(&json(&["explain", BMWE, "rta-groningen/2017/korting/total"]));
    refuse_floats(&json(&["split", "1", "--weights", "1,1,1"]));
}

#[test]
fn the_receipt_names_every_input_with_its_hash_wherever_the_command_is_given() {
    let receipt = json(&["run", "cli/tests/data/small.toml"])["receipt"].clone();
    assert_eq!(receipt["inputs"][1]["name"], "small_budget.csv");
    // As `sha256sum` gives it.
    let hash = "76f8a98517b61737b74081d63cd76dc3a2d4a8bd9e4a5f1d7b8998c97776bae8";
    assert_eq!(receipt["inputs"][1]["sha256"], hash);
    let inside = command(&["run", "small.toml"]).current_dir(root().join("cli/tests/data")).output().unwrap();
    assert_eq!(String::from_utf8(inside.stdout).unwrap(), stdout(&["run", "cli/tests/data/small.toml"]));
}

#[test]
fn out_writes_what_the_screen_would_show() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bmwe.csv");
    for command in [["run", BMWE], ["compare", POOLS], ["compare", VARIANTS], ["letter", POOLS]] {
        let args = [&command[..], &["--format", "csv"]].concat();
        let written = run(&[&args[..], &["--out", path.to_str().unwrap()]].concat());
        assert_eq!((written.status.code(), written.stdout.as_slice()), (Some(0), &b""[..]));
        assert_eq!(fs::read_to_string(&path).unwrap(), stdout(&args));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn out_leaves_what_is_there_when_the_command_fails() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.txt");
    fs::write(&path, "old").unwrap();
    assert_eq!(code(&["run", "cli/tests/data/bad.toml", "--out", path.to_str().unwrap()]), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn out_never_overwrites_an_input_or_what_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["small.toml", "small_budget.csv", "small_schedule.csv"] {
        fs::copy(root().join("cli/tests/data").join(file), folder.path().join(file)).unwrap();
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_string();
    let before = fs::read(path("small_budget.csv")).unwrap();
    let cases = [
        (path("small.toml"), "it is an input of this command; choose another name"),
        (path("small_budget.csv"), "it is an input of this command; choose another name"),
        (path(""), "it is not an ordinary file"),
        (path("nowhere/out.txt"), "there is no such file or folder"),
    ];
    for (out, why) in cases {
        let args = ["run", &path("small.toml"), "--out", &out];
        assert_eq!(code(&args), 4, "{out}");
        assert_eq!(stderr(&args), format!("error: {out}: could not write this file: {why}\n"));
    }
    assert_eq!(fs::read(path("small_budget.csv")).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    for (code, args) in [(0, &["run", BMWE][..]), (3, &["check", BMWE]), (0, &["schema"])] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ended = command(args).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(ended.status.code(), Some(code), "{args:?}");
        assert_eq!(String::from_utf8(ended.stderr).unwrap(), "", "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = command(&["run", BMWE]).stdout(full).output().unwrap();
    assert_eq!(ended.status.code(), Some(4));
    assert!(String::from_utf8(ended.stderr).unwrap().starts_with("error: could not write the output: "));
}

#[test]
fn the_language_can_be_set_once_and_a_typed_one_goes_first() {
    let in_dutch = stdout(&["run", BMWE, "--lang", "nl"]);
    let set = command(&["run", BMWE]).env("TAAKGERICHT_LANG", "nl").output().unwrap();
    assert_eq!(String::from_utf8(set.stdout).unwrap(), in_dutch);
    let typed = command(&["run", BMWE, "--lang", "en"]).env("TAAKGERICHT_LANG", "nl").output().unwrap();
    assert_eq!(String::from_utf8(typed.stdout).unwrap(), stdout(&["run", BMWE]));
    // The locale of the machine changes nothing: the same command prints the same bytes everywhere.
    let locale = command(&["run", BMWE]).env("LANG", "nl_NL.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(locale.stdout).unwrap(), stdout(&["run", BMWE]));
}

/// Writes a scenario like the small one, changed, into a folder of its own.
fn changed_scenario(folder: &Path, file: &str, change: impl Fn(&str) -> Vec<u8>) -> String {
    for name in ["small.toml", "small_budget.csv", "small_schedule.csv"] {
        let text = fs::read_to_string(root().join("cli/tests/data").join(name)).unwrap();
        let bytes = if name == file { change(&text) } else { text.into_bytes() };
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder.join("small.toml").to_str().unwrap().to_string()
}

#[test]
fn tables_are_read_as_spreadsheets_save_them() {
    let folder = tempfile::tempdir().unwrap();
    let dutch = "\u{feff}Gemeente;Totaal;VWS;Zvw\r\nBedum;€ 1.552.205,00;€ 669.748,00;882.457,00\r\n;;;\r\n";
    let path = folder.path().join("tabel.csv");
    fs::write(&path, dutch).unwrap();
    let found = json(&["check", path.to_str().unwrap(), "--total", "Totaal", "--parts", "VWS,Zvw"]);
    assert_eq!(found["counts"]["holds"], 1);
    assert_eq!(found["findings"][0]["stated"]["value"], "1552205");
}

#[test]
fn text_that_is_no_utf_8_is_named_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let latin = |text: &str| [text.as_bytes(), b"GM0053,S\xfadwest,1,1,0,0\n"].concat();
    let path = changed_scenario(folder.path(), "small_budget.csv", latin);
    let args = ["run", path.as_str()];
    assert_eq!(code(&args), 4);
    let text = "small_budget.csv: could not read this file: line 4 is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)\n";
    assert!(stderr(&args).ends_with(text), "{}", stderr(&args));
}

#[test]
fn names_in_a_file_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let steer = |text: &str| text.replace("Bedum and Winsum", "\\u001b[31mred").into_bytes();
    let path = changed_scenario(folder.path(), "small.toml", steer);
    for format in ["table", "markdown"] {
        assert!(!stdout(&["run", &path, "--format", format]).contains('\u{1b}'));
    }
}

#[test]
fn tables_keep_to_the_width_that_is_asked() {
    for width in ["50", "60", "80", "120"] {
        for command in [
            ["run", BMWE],
            ["run", GRONINGEN],
            ["run", VARIANTS],
            ["compare", POOLS],
            ["compare", VARIANTS],
            ["letter", POOLS],
        ] {
            let text = stdout(&[&command[..], &["--width", width]].concat());
            let is_table = |line: &&str| line.contains("──");
            let widest = text.lines().filter(is_table).map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{widest} in {width}, {command:?}");
        }
    }
}

#[test]
fn the_examples_of_the_readme_work() {
    let readme = fs::read_to_string(root().join("cli/README.md")).unwrap();
    let examples: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("$ taakgericht ")).collect();
    assert!(examples.len() > 5);
    for example in examples {
        let args: Vec<&str> = example.split(' ').collect();
        let expected = if example == format!("check {BMWE}") { 3 } else { 0 };
        assert_eq!(code(&args), expected, "{example}");
    }
}

#[test]
fn the_output_in_the_readme_is_real() {
    let readme = fs::read_to_string(root().join("cli/README.md")).unwrap();
    let blocks = readme.split("```console\n$ taakgericht ").skip(1).map(|rest| rest.split("```").next().unwrap());
    let with_output = blocks.filter_map(|block| block.split_once('\n')).filter(|(_, rest)| !rest.starts_with('$'));
    let mut count = 0;
    for (command, output) in with_output {
        let args: Vec<&str> = command.split(' ').collect();
        assert!(stdout(&args).contains(output.trim_end()), "{command}");
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn the_readme_and_the_help_list_the_same_exit_codes() {
    let readme = fs::read_to_string(root().join("cli/README.md")).unwrap();
    let help = stdout(&["--help"]);
    for code in 0..=4 {
        let row = readme.lines().find(|line| line.starts_with(&format!("| {code} | "))).unwrap();
        let line = help.lines().find(|line| line.starts_with(&format!("  {code}  "))).unwrap();
        let meaning = line.trim_start().split_once("  ").unwrap().1;
        assert!(row.replace('`', "").contains(meaning), "{row} beside {line}");
    }
}
