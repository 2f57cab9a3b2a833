//! From scenario to canonical text: one text for everything that means the same.
//!
//! Sections and keys stand in the order of the reference, defaults are left out, numbers are plain and in lowest terms, and
//! nothing is remarked. What an author orders keeps its order: sections of one kind, columns, rows, lines.

mod expression;
mod financing;
mod lump_sum;
mod pooling;
mod schedule;
mod series;
mod table;
mod text;
mod volumes;

use super::term::Term;
use super::{FORMAT_VERSION, number};
use crate::budget::reconcile::{Identity, Rows};
use crate::exact::{Ratio, Rounding};
use crate::scenario::{BudgetSection, Check, DerivationSection, PgbBasis, RULES_VERSION, Scenario, Source};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use text::{inline, quoted, section, texts};

/// The canonical text of a scenario: the main text, and the CSV texts that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// The main text, in TOML.
    pub main: String,
    /// The CSV texts by the names that the main text has for them, in its order.
    pub files: Vec<(String, String)>,
}

impl Canonical {
    /// The text of a file, as [`read`](super::read) asks for it.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&str> {
        let found = self.files.iter().find(|(file, _)| file == name);
        found.map(|(_, text)| text.as_str())
    }
}

/// Writes the canonical text of a scenario.
///
/// Reading it gives the scenario back, apart from the places of its figures: a canonical text has its own files and lines
/// ([`Scenario::without_places`]). Writing never fails: a scenario that was built in code and breaks a rule of the format,
/// such as a name that nothing carries, is written as it is, and reading says what is wrong with it.
#[must_use]
pub fn write(scenario: &Scenario) -> Canonical {
    let mut main = format!("format = {FORMAT_VERSION}\nrules = {RULES_VERSION}\n");
    main.push_str(&head(scenario));
    main.extend(scenario.sources.iter().map(source));
    main.extend(scenario.tables.iter().map(table::section_of));
    main.extend(scenario.budget.iter().map(budget));
    main.extend(scenario.derivation.iter().map(derivation));
    main.extend(scenario.schedules.iter().map(schedule::section_of));
    main.extend(scenario.checks.iter().map(check));
    main.extend(scenario.parties.iter().map(pooling::parties));
    main.extend(scenario.series.iter().map(series::section_of));
    main.push_str(&pooling::sections(scenario));
    main.push_str(&financing::sections(scenario));
    let tables = scenario.tables.iter().map(|table| (table::file_name(table), table::sheet(table, scenario.division)));
    let schedules = scenario.schedules.iter().map(|one| (schedule::file_name(one), schedule::sheet(one)));
    let series = scenario.series.iter().map(|one| (series::file_name(one), series::sheet(one, scenario.division)));
    let volumes = scenario.volumes.iter().map(|one| (volumes::file_name(one), volumes::sheet(one, scenario.division)));
    Canonical { main, files: tables.chain(schedules).chain(series).chain(volumes).collect() }
}

/// The name of a value that has one; all but lists of rows have.
fn name(term: &impl Term) -> String {
    quoted(term.name().unwrap_or_default())
}

/// A file name on every system, made from an id; an id of the format stays as it is.
fn file_of(folder: &str, id: &str) -> String {
    let safe = |letter: char| {
        if letter.is_ascii_alphanumeric() || "-_".contains(letter) { letter } else { '_' }
    };
    format!("{folder}/{}.csv", id.chars().map(safe).collect::<String>())
}

fn head(scenario: &Scenario) -> String {
    let pairs =
        [("id", quoted(&scenario.id)), ("title", quoted(&scenario.title)), ("division", scenario.division.to_string())];
    section("[scenario]", &pairs)
}

fn source(source: &Source) -> String {
    section("[[source]]", &[("id", quoted(&source.id)), ("title", quoted(&source.title))])
}

fn budget(budget: &BudgetSection) -> String {
    let mut pairs = Vec::from([
        ("table", quoted(&budget.table)),
        ("streams", texts(&budget.streams)),
        ("total", name(&budget.total)),
    ]);
    pairs.extend(budget.stated.iter().map(|stated| ("stated", quoted(stated))));
    section("[budget]", &pairs)
}

fn derivation(derivation: &DerivationSection) -> String {
    let pgb = match &derivation.pgb {
        PgbBasis::Amounts(column) => ("amounts", quoted(column)),
        PgbBasis::Shares(column) => ("shares", quoted(column)),
    };
    let pairs = [
        ("uitvoeringskosten", quoted(&derivation.uitvoeringskosten.to_string())),
        ("voorliggend_veld", quoted(&derivation.voorliggend_veld.to_string())),
        ("awbz", quoted(&derivation.awbz)),
        ("pgb", inline(&[pgb])),
        ("stage", name(&derivation.stage)),
        ("rounding", rounding(derivation.rounding)),
    ];
    section("[derivation]", &pairs)
}

fn rounding(rounding: Rounding) -> String {
    let unit = Ratio::new(rounding.unit().cents().into(), 100).map_or_else(|_| String::new(), number::write);
    inline(&[("mode", name(&rounding.mode())), ("unit", quoted(&unit))])
}

fn check(check: &Check) -> String {
    let identity = &check.identity;
    let mut pairs = Vec::from([("id", quoted(&identity.id)), ("table", quoted(&identity.table)), columns(identity)]);
    match &identity.rows {
        Rows::All => {}
        Rows::Named(labels) => pairs.push(("rows", texts(labels))),
        rows => pairs.push(("rows", name(rows))),
    }
    pairs.push(("equals", expression::value(&identity.expression)));
    if check.detect {
        pairs.push(("detect", "true".into()));
    }
    pairs.extend(check.note.iter().map(|note| ("note", quoted(note))));
    section("[[identity]]", &pairs)
}

fn columns(identity: &Identity) -> (&'static str, String) {
    match identity.columns.as_slice() {
        [column] => ("column", quoted(column)),
        several => ("columns", texts(several)),
    }
}
