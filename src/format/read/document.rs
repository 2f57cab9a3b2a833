//! The whole document, section by section; later sections refer to names of earlier ones.

use super::names::Names;
use super::part::{Field, Part};
use super::pooling::{self, Sources};
use super::sheet::Texts;
use super::{budget, derivation, financing, identity, schedule, source, table};
use crate::error::{Error, Kind};
use crate::format::FORMAT_VERSION;
use crate::format::section::{Section, Shape};
use crate::format::sections::{BUDGET, DERIVATION, IDENTITY, SCENARIO, SCHEDULE, SOURCE, TABLE};
use crate::period::Year;
use crate::scenario::{
    BudgetSection, Check, DerivationSection, RULES_VERSION, Scenario, ScheduleSection, Source, SourceTable,
};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use toml::de::DeValue;

/// The scenario of a document; `None` when an error was kept.
pub(super) fn read(document: &Part<'_>, texts: Texts<'_, '_>) -> Option<Scenario> {
    let scenario = document.field("scenario").and_then(|field| field.part(&SCENARIO));
    let (id, title, division) = head(scenario.as_ref());
    let mut names = Names::default();
    let sources = sources(document, &mut names);
    // Without a division an error was kept, and no municipality of this stand-in leaves the reader.
    let tables = tables(document, &mut names, division.unwrap_or(Year::FIRST), texts);
    let (budget, derivation) = budget(document, &names);
    let (schedules, checks) = (schedules(document, &names, texts), checks(document, &names));
    let of_pools = Sources { names: &names, tables: &tables, division: division.unwrap_or(Year::FIRST), texts };
    let (pooling, known) = pooling::read(document, &of_pools);
    let financing = financing::read(document, &of_pools, &known);
    Some(Scenario {
        sources: sources?,
        tables: tables.into_iter().collect::<Option<_>>()?,
        budget,
        derivation,
        schedules: schedules?,
        checks: checks?,
        parties: pooling.parties,
        series: pooling.series?,
        keys: pooling.keys?,
        pools: pooling.pools?,
        alternatives: pooling.alternatives?,
        products: financing.products?,
        contracts: financing.contracts?,
        volumes: financing.volumes?,
        cases: financing.cases?,
        shocks: financing.shocks?,
        administration: financing.administration,
        ..Scenario::new(id?, title?, division?)
    })
}

/// Whether this engine knows the versions that the document was made for; if not, the rest is not worth reading.
pub(super) fn has_known_versions(document: &Part<'_>) -> bool {
    let is_known = |key: &str, supported: u32| {
        let field = document.field(key);
        field.is_none_or(|field| field.version(supported).is_some())
    };
    let (format, rules) = (is_known("format", FORMAT_VERSION), is_known("rules", RULES_VERSION));
    format && rules
}

fn head(scenario: Option<&Part<'_>>) -> (Option<String>, Option<String>, Option<Year>) {
    let Some(part) = scenario else {
        return (None, None, None);
    };
    (part.id(), part.text("title"), part.field("division").and_then(|field| field.year()))
}

fn sources(document: &Part<'_>, names: &mut Names) -> Option<Vec<Source>> {
    let parts = all(document, "source", &SOURCE);
    names.sources = ids(&parts);
    every(parts.iter().map(source::read))
}

/// The tables; `None` for each that has errors.
fn tables(document: &Part<'_>, names: &mut Names, division: Year, texts: Texts<'_, '_>) -> Vec<Option<SourceTable>> {
    let parts = all(document, "table", &TABLE);
    ids(&parts);
    let mut tables = Vec::new();
    for part in &parts {
        let (known, table) = table::read(part, names, division, texts);
        names.tables.extend(known);
        tables.push(table);
    }
    tables
}

/// The budget and what is derived from it; each is `None` too when it has no section.
fn budget(document: &Part<'_>, names: &Names) -> (Option<BudgetSection>, Option<DerivationSection>) {
    let section = |key: &str, section| document.field(key).and_then(|field| field.part(section));
    let budget = section("budget", &BUDGET).and_then(|part| budget::read(&part, names));
    let Some(part) = section("derivation", &DERIVATION) else {
        return (budget, None);
    };
    if !document.has("budget") {
        derivation::refuse_without_budget(&part);
    }
    let derivation = derivation::read(&part, budget.as_ref(), names);
    (budget, derivation)
}

fn schedules(document: &Part<'_>, names: &Names, texts: Texts<'_, '_>) -> Option<Vec<ScheduleSection>> {
    let parts = all(document, "schedule", &SCHEDULE);
    ids(&parts);
    every(parts.iter().map(|part| schedule::read(part, names, texts)))
}

fn checks(document: &Part<'_>, names: &Names) -> Option<Vec<Check>> {
    let parts = all(document, "identity", &IDENTITY);
    ids(&parts);
    every(parts.iter().map(|part| identity::read(part, names)))
}

/// All values, after each of them was read: an error in one does not hide those in the next.
pub(super) fn every<T>(values: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    values.collect::<Vec<Option<T>>>().into_iter().collect()
}

/// The sections of one kind, each called by its id, or by its position where it has none.
pub(super) fn all<'a>(document: &Part<'a>, key: &str, section: &'static Section) -> Vec<Part<'a>> {
    all_called(document, key, section, section.name, "id")
}

/// The sections of one kind, each called by a word and what one of its keys says, or else by its position.
pub(super) fn all_called<'a>(
    document: &Part<'a>,
    key: &str,
    section: &'static Section,
    word: &str,
    named_by: &str,
) -> Vec<Part<'a>> {
    let Some(field) = document.field(key) else {
        return Vec::new();
    };
    let Some(items) = field.items() else {
        field.report(field.wrong_type(Shape::Sections(section).expected()));
        return Vec::new();
    };
    let called = |(item, number): (Field<'a>, u32)| {
        let name = item.value.get(named_by).and_then(|name| name_in_errors(name.get_ref()));
        item.called(format!("{word} {}", name.unwrap_or_else(|| number.to_string()))).part(section)
    };
    items.into_iter().zip(1..).filter_map(called).collect()
}

/// A name as errors show it: `"bmwe"`, `2015`.
fn name_in_errors(name: &DeValue<'_>) -> Option<String> {
    match name {
        DeValue::String(text) => Some(format!("\"{}\"", text.escape_debug())),
        DeValue::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The ids of sections, each once; an id that stands there twice is kept as an error.
pub(super) fn ids(parts: &[Part<'_>]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let with_ids = parts.iter().filter_map(|part| Some((part, part.written_id()?)));
    for (part, id) in with_ids {
        if !seen.insert(id) {
            let found = format!("a second section with the id \"{}\"", id.escape_debug());
            part.report(Error::new(Kind::Duplicate, found, "every id once"));
        }
    }
    seen.into_iter().map(String::from).collect()
}
