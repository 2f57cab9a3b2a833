//! The invented figures of `scenarios/variants-2026.toml` follow the rule that the scenario states, to the unit.
//! `UPDATE=1 cargo test --test invented_volumes` writes the files anew.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test computes what it expects freely, and stops at the first file it cannot read"
)]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// Code, name, inhabitants on 1 January 2024 (real), and the estimated shares of ages 0-14 and 15-24 in tenths of a percent.
const MUNICIPALITIES: [(u64, &str, u64, u64, u64); 4] = [
    (1952, "Midden-Groningen", 61_433, 142, 110),
    (1966, "Het Hogeland", 48_224, 150, 111),
    (1969, "Westerkwartier", 64_896, 167, 115),
    (1979, "Eemsdelta", 45_106, 140, 105),
];

/// How busy a month is: a percentage of the mean month.
const SEASON: [u64; 12] = [104, 98, 106, 100, 98, 100, 82, 70, 104, 110, 116, 112];

/// How much care a year asks: a percentage of 2026.
const GROWTH: [(u64, u64); 3] = [(2025, 97), (2026, 100), (2027, 103)];

/// The last day of each month; neither 2026 nor 2027 is a leap year.
const DAYS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A row of the table in the scenario: what is delivered, by whom, and how much of it.
struct Row {
    product: &'static str,
    provider: &'static str,
    /// The municipality in which a subcontractor delivers.
    elsewhere: Option<(u64, &'static str)>,
    /// Units per 100,000 youths: a month, or a day of nights.
    units: u64,
    /// Trajectories that start per 100,000 youths a month.
    started: u64,
    kind: Kind,
}

#[derive(PartialEq)]
enum Kind {
    /// More in busy months.
    Monthly,
    /// The same, and half of it is care that began with the year.
    BegunApart,
    /// The same, and each unit is a trajectory that ends.
    Single,
    /// Every day alike.
    Nightly,
}

const fn row(product: &'static str, provider: &'static str, units: u64, started: u64, kind: Kind) -> Row {
    Row { product, provider, elsewhere: None, units, started, kind }
}

const fn partly(row: Row, code: u64, subcontractor: &'static str) -> Row {
    Row { elsewhere: Some((code, subcontractor)), ..row }
}

/// The rows, in the order of the table.
const ROWS: [Row; 13] = [
    partly(row("basishulp", "Basisteams Ommeland", 11_800, 0, Kind::Monthly), 1966, "Welzijn aan het Wad"),
    row("begeleiding", "Wierdezorg", 445_000, 105, Kind::Monthly),
    row("begeleiding", "Vrijgevestigd Noord", 80_000, 0, Kind::Monthly),
    row("gezinsbehandeling", "Stroomveen", 240_000, 45, Kind::BegunApart),
    row("ggz-traject", "Kwelderlicht", 180_000, 150, Kind::Monthly),
    row("dagbehandeling", "Tichelhoek", 3_000, 0, Kind::Monthly),
    row("schoolhulp", "Tichelhoek", 1_200, 0, Kind::Monthly),
    partly(row("multicomplex", "Borgwal", 186_000, 40, Kind::Monthly), 1969, "Behandelhuis De Leek"),
    row("crisis", "Borgwal", 110, 0, Kind::Single),
    row("kliniek", "Diepstroom", 40, 0, Kind::Nightly),
    row("maatwerk", "Diepstroom", 9_000_000, 0, Kind::Monthly),
    partly(row("pleegzorg", "Lauwerhof", 600, 0, Kind::Nightly), 1979, "Pleegouders aan de Eems"),
    row("gezinshuis", "Lauwerhof", 80, 0, Kind::Nightly),
];

/// Lines that were declared too high: row of the table, municipality, year, month, and by how much.
const CORRECTIONS: [(usize, u64, u64, usize, i64); 4] =
    [(0, 1979, 2026, 9, 24), (11, 1952, 2026, 3, 31), (12, 1979, 2026, 10, 15), (11, 1969, 2027, 8, 62)];

fn youths(code: u64) -> u64 {
    let (_, _, inhabitants, to_14, to_24) = *MUNICIPALITIES.iter().find(|row| row.0 == code).unwrap();
    inhabitants * (to_14 * 10 + to_24 * 3) / 10_000
}

/// Where and when something is delivered: row of the table, municipality, year and month from 1.
#[derive(Clone, Copy)]
struct Place {
    row: usize,
    code: u64,
    year: u64,
    month: usize,
}

impl Place {
    /// Youths times a number per 100,000 of them, times level, growth and what a month is: rounded down once.
    fn of_month(self, per_100_000: u64, month: u64, whole_month: u64) -> u64 {
        let level = 90 + (8 * self.code + 5 * u64::try_from(self.row).unwrap()) % 21;
        let growth = GROWTH.iter().find(|growth| growth.0 == self.year).unwrap().1;
        youths(self.code) * per_100_000 * level * growth * month / (100_000 * 100 * 100 * whole_month)
    }

    fn volume(self) -> u64 {
        let row = &ROWS[self.row];
        match row.kind {
            Kind::Nightly => self.of_month(row.units, DAYS[self.month - 1], 1),
            _ => self.of_month(row.units, SEASON[self.month - 1], 100),
        }
    }

    fn started(self) -> u64 {
        self.of_month(ROWS[self.row].started, SEASON[self.month - 1], 100)
    }

    fn earlier(self, months: usize) -> Place {
        match self.month.checked_sub(months) {
            None | Some(0) => Place { year: self.year - 1, month: self.month + 12 - months, ..self },
            Some(month) => Place { month, ..self },
        }
    }

    /// How many trajectories start, come halfway and end.
    fn moments(self) -> [u64; 3] {
        match ROWS[self.row].kind {
            Kind::Single => [0, 0, self.volume()],
            _ => [0, 3, 6].map(|months| self.earlier(months).started()),
        }
    }

    fn correction(self) -> Option<i64> {
        let mut corrections = CORRECTIONS.iter();
        let own = (self.row, self.code, self.year, self.month);
        corrections.find(|one| (one.0, one.1, one.2, one.3) == own).map(|one| one.4)
    }

    fn number(self) -> String {
        format!("{}-{}-{}-{:02}", ROWS[self.row].product, self.code, self.year, self.month)
    }

    /// One line of the file: when the care began, volume, moments, its number and the number that it credits.
    fn line(self, begun: &str, volume: i64, moments: [u64; 3], number: &str, credits: &str) -> String {
        let Place { row, code, year, month } = self;
        let row = &ROWS[row];
        let provider = row.elsewhere.filter(|elsewhere| elsewhere.0 == code).map_or(row.provider, |one| one.1);
        let (product, last, [started, halfway, ended]) = (row.product, DAYS[month - 1], moments);
        format!(
            "GM{code:04},{provider},{product},{year}-{month:02}-{last},{begun},{volume},{started},{halfway},{ended},{number},{credits}\n"
        )
    }

    fn lines(self) -> String {
        let volume = i64::try_from(self.volume()).unwrap();
        let number = self.correction().map_or(String::new(), |_| self.number());
        if ROWS[self.row].kind != Kind::BegunApart {
            return self.line("", volume, self.moments(), &number, "");
        }
        let (with_the_year, half) = (format!("{}-01-01", self.year), volume / 2);
        let with_the_month = format!("{}-{:02}-01", self.year, self.month);
        self.line(&with_the_year, half, [0; 3], "", "")
            + &self.line(&with_the_month, volume - half, self.moments(), "", "")
    }

    /// The line that credits a wrong one, and the new one.
    fn corrected(self) -> String {
        let Some(too_high) = self.correction() else { return String::new() };
        let volume = i64::try_from(self.volume()).unwrap();
        self.line("", -volume, [0; 3], "", &self.number()) + &self.line("", volume - too_high, [0; 3], "", "")
    }
}

fn places(year: u64) -> impl Iterator<Item = Place> {
    let rows = 0..ROWS.len();
    let of_row = move |row| MUNICIPALITIES.into_iter().map(move |municipality| (row, municipality.0));
    rows.flat_map(of_row).flat_map(move |(row, code)| (1..=12).map(move |month| Place { row, code, year, month }))
}

fn volumes(year: u64) -> String {
    let mut text = String::from(
        "# Invented: care delivered by month; the rule stands in variants-2026.toml. Corrections stand at the end.\n\
         municipality,provider,product,day,begun,volume,started,halfway,ended,line,credits\n",
    );
    text.extend(places(year).map(Place::lines));
    text.extend(places(year).map(Place::corrected));
    text
}

fn municipalities() -> String {
    let mut text = String::from(
        "# Inhabitants on 1 January 2024: real (SOURCES.md#inhabitants-2024). Shares of ages 0-14 and 15-24 in percent: estimated.\n\
         # Youths 0-17: invented from these; the rule stands in variants-2026.toml.\n\
         code,municipality,inhabitants,share_0_14,share_15_24,youths\n",
    );
    for (code, name, inhabitants, to_14, to_24) in MUNICIPALITIES {
        let percent = |tenths: u64| format!("{}.{}", tenths / 10, tenths % 10);
        let (to_14, to_24, youths) = (percent(to_14), percent(to_24), youths(code));
        writeln!(text, "GM{code:04},{name},{inhabitants},{to_14},{to_24},{youths}").unwrap();
    }
    text
}

fn scenarios() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

#[test]
fn the_figures_of_the_variants_follow_the_rule() {
    let files = [
        ("variants_municipalities.csv", municipalities()),
        ("variants_volumes_2026.csv", volumes(2026)),
        ("variants_volumes_2027.csv", volumes(2027)),
    ];
    for (name, text) in files {
        let path = scenarios().join("data").join(name);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
    }
}

/// The rule in the scenario names the same numbers as this test.
#[test]
fn the_scenario_states_these_numbers() {
    let text = fs::read_to_string(scenarios().join("variants-2026.toml")).unwrap();
    for row in ROWS {
        let stated = |line: &&str| {
            let mut cells = line.trim_start_matches('#').split('|').map(str::trim);
            cells.next() == Some(row.product) && cells.next() == Some(row.provider)
        };
        let line = text.lines().find(stated).unwrap_or_else(|| panic!("{} by {}", row.product, row.provider));
        let cells: Vec<String> = line.split('|').map(|cell| cell.trim().replace(',', "")).collect();
        let kind = match row.kind {
            Kind::Monthly => "by season",
            Kind::BegunApart => "by season in halves",
            Kind::Single => "by season ended",
            Kind::Nightly => "by day",
        };
        assert_eq!(cells[2..], [row.units.to_string(), row.started.to_string(), kind.to_string()], "{line}");
    }
    for (code, name, ..) in MUNICIPALITIES {
        let youths = youths(code);
        assert!(
            text.contains(&format!("name = \"{name}\"")) && text.contains(&format!("persons = \"{youths}\"")),
            "{name}"
        );
    }
}
