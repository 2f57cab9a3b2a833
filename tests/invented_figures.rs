//! The invented figures of `scenarios/groningen-2015-2018.toml` follow the rule that the scenario states, to the euro.
//! `UPDATE=1 cargo test --test invented_figures` writes the files anew.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test computes what it expects freely, and stops at the first file it cannot read"
)]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// The municipalities of the province in the division of 2015.
const MUNICIPALITIES: [(u32, &str); 23] = [
    (3, "Appingedam"),
    (5, "Bedum"),
    (7, "Bellingwedde"),
    (9, "Ten Boer"),
    (10, "Delfzijl"),
    (14, "Groningen"),
    (15, "Grootegast"),
    (17, "Haren"),
    (18, "Hoogezand-Sappemeer"),
    (22, "Leek"),
    (24, "Loppersum"),
    (25, "Marum"),
    (37, "Stadskanaal"),
    (40, "Slochteren"),
    (47, "Veendam"),
    (48, "Vlagtwedde"),
    (53, "Winsum"),
    (56, "Zuidhorn"),
    (765, "Pekela"),
    (1651, "Eemsmond"),
    (1663, "De Marne"),
    (1895, "Oldambt"),
    (1987, "Menterwolde"),
];

/// What is real: code, youths 0-24 (table 2.1), RTA bijdrage (chapter 8), and the cost of 2012 by segment: second-line care
/// under the health insurance act (2.7), AWBZ care in kind (2.4), first-line care (2.7), personal budgets (2.5).
const REAL: [(u32, u32, u32, [u32; 4]); 4] = [
    (5, 2947, 1_576_311, [805_016, 241_876, 13_011, 1_104_641]),
    (53, 3951, 2_139_371, [788_930, 382_341, 13_331, 2_017_459]),
    (1651, 4325, 3_091_027, [1_092_132, 267_055, 11_263, 2_343_457]),
    (1663, 2565, 2_282_270, [825_328, 309_783, 5_942, 1_025_580]),
];

/// The segments, in the order of the columns of `REAL`.
const SEGMENTS: [&str; 4] = ["zin-zwaar", "zin-gemeenschappelijk", "zin-licht", "pgb"];

/// RTA schedule: the share of the 2015 budget that is left for direct care in each year; 2018 as 2017.
const DIRECT_CARE: [(u32, u32); 4] = [(2015, 84), (2016, 80), (2017, 76), (2018, 76)];

fn real(code: u32) -> Option<&'static (u32, u32, u32, [u32; 4])> {
    REAL.iter().find(|real| real.0 == code)
}

/// Real, or 1,500 and up to 4,999 more by the code of the municipality; the city of Groningen ten times as many.
fn youths(code: u32) -> u32 {
    let invented = (1500 + code * 397 % 5000) * if code == 14 { 10 } else { 1 };
    real(code).map_or(invented, |real| real.1)
}

/// Real in 2015, or 659 per youth (the mean of the four, rounded down); later years by what the schedule leaves for care.
fn contribution(code: u32, direct_care: u32) -> u32 {
    let first = real(code).map_or(youths(code) * 659, |real| real.2);
    u32::try_from(u64::from(first) * u64::from(direct_care) / 84).unwrap()
}

/// 2015: real, or the mean of the four per youth times 80% to 120% by code and segment. Later years: 2% more each year, and
/// −3% to +3% by code, year and segment. All rounded down to euros.
fn cost(code: u32, year: u32, segment: u32) -> u64 {
    let place = usize::try_from(segment).unwrap();
    let all: u32 = REAL.iter().map(|real| real.3[place]).sum();
    let level = u64::from(80 + (code * 31 + segment * 17) % 41);
    let invented = u64::from(youths(code)) * u64::from(all) * level / (13_788 * 100);
    let first = real(code).map_or(invented, |real| u64::from(real.3[place]));
    match year {
        2015 => first,
        _ => first * u64::from(100 + 2 * (year - 2015) + (code + year + segment) % 7 - 3) / 100,
    }
}

fn municipalities() -> String {
    let mut text = String::from(
        "# Youths 0-24: real for Bedum, De Marne, Winsum and Eemsmond (SOURCES.md#bmwe-table-2-1), invented for the others;\n\
         # the rule stands in groningen-2015-2018.toml.\ncode,municipality,youths\n",
    );
    for (code, name) in MUNICIPALITIES {
        writeln!(text, "GM{code:04},{name},{}", youths(code)).unwrap();
    }
    text
}

fn contributions() -> String {
    let mut text = String::from(
        "# 2015: real for Bedum, De Marne, Winsum and Eemsmond (SOURCES.md#bmwe-ch8, RTA bijdrage), invented for the others;\n\
         # later years by rule. The rule stands in groningen-2015-2018.toml.\ncode,year,contribution\n",
    );
    for (code, _) in MUNICIPALITIES {
        for (year, direct_care) in DIRECT_CARE {
            writeln!(text, "GM{code:04},{year},{}", contribution(code, direct_care)).unwrap();
        }
    }
    text
}

fn costs() -> String {
    let mut text = String::from(
        "# 2015: for Bedum, De Marne, Winsum and Eemsmond the real cost of 2012 (SOURCES.md#bmwe-table-2-4, bmwe-table-2-5,\n\
         # bmwe-table-2-7), for the others invented; later years by rule. The rule stands in groningen-2015-2018.toml.\n\
         code,year,segment,cost\n",
    );
    for (code, _) in MUNICIPALITIES {
        for (year, _) in DIRECT_CARE {
            for (segment, name) in (0..).zip(SEGMENTS) {
                writeln!(text, "GM{code:04},{year},{name},{}", cost(code, year, segment)).unwrap();
            }
        }
    }
    text
}

#[test]
fn the_figures_of_groningen_follow_the_rule() {
    let files = [
        ("groningen_municipalities.csv", municipalities()),
        ("groningen_contributions.csv", contributions()),
        ("groningen_costs.csv", costs()),
    ];
    for (name, text) in files {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/data").join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
    }
}

#[test]
fn what_is_called_real_stands_in_the_published_tables() {
    let read = |name: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/data").join(name);
        fs::read_to_string(path).unwrap()
    };
    let names = [(5, "Bedum"), (53, "Winsum"), (1651, "Eemsmond"), (1663, "De Marne")];
    for (code, name) in names {
        let (_, youths, bijdrage, [second_line, in_kind, first_line, pgb]) = *real(code).unwrap();
        let tables = [
            ("bmwe_youths_2014.csv", youths),
            ("bmwe_budget_2015.csv", bijdrage),
            ("bmwe_zvw_2012.csv", second_line),
            ("bmwe_zvw_2012.csv", first_line),
            ("bmwe_zin_clients_2012.csv", in_kind),
            ("bmwe_pgb_clients_2012.csv", pgb),
        ];
        for (file, figure) in tables {
            let text = read(file);
            let row = text.lines().find(|line| line.split(',').any(|cell| cell == name)).unwrap();
            assert!(row.split(',').any(|cell| cell == figure.to_string()), "{file}, {name}: no {figure} in {row}");
        }
    }
}
