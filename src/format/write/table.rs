//! A table: its section, and its sheet.

use super::series::municipality;
use super::text::{inline, quoted, row, section, texts};
use super::{file_of, name};
use crate::budget::reconcile::{Column, Form, Quantity, Row, RowRole};
use crate::exact::Ratio;
use crate::format::number;
use crate::format::read::form::default_mode;
use crate::period::Year;
use crate::scenario::{SourceTable, TableRow};
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn file_name(table: &SourceTable) -> String {
    file_of("tables", table.table.name())
}

/// The section, with one line for each column and for each row that differs.
pub(super) fn section_of(table: &SourceTable) -> String {
    let Headings { label, party } = headings(table);
    let mut pairs = Vec::from([
        ("id", quoted(table.table.name())),
        ("file", quoted(&file_name(table))),
        ("source", quoted(table.table.source())),
        ("label", quoted(&label)),
    ]);
    pairs.extend(party.map(|party| ("party", quoted(&party))));
    let totals = totals(table);
    if !totals.is_empty() {
        pairs.push(("totals", inline(&totals)));
    }
    let rows = table.table.rows().iter().filter_map(|row| Some((row.label.as_str(), inline(&row_form(row.form?)))));
    let rows: Vec<(&str, String)> = rows.collect();
    let columns = table.table.columns().iter().map(|one| (one.name.as_str(), inline(&column(one)))).collect::<Vec<_>>();
    let mut text = section("[[table]]", &pairs);
    text.push_str(&section("[table.columns]", &columns));
    if !rows.is_empty() {
        text.push_str(&section("[table.rows]", &rows));
    }
    text
}

/// The rows that are totals, by name: their order says nothing.
fn totals(table: &SourceTable) -> Vec<(&str, String)> {
    let totals = table.table.rows().iter().filter(|row| row.role != RowRole::Party);
    let mut totals: Vec<(&str, String)> = totals.map(|row| (row.label.as_str(), name(&row.role))).collect();
    totals.sort();
    totals
}

fn column(column: &Column) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::from([("role", name(&column.role))]);
    pairs.extend(form(column.form));
    if !column.sum_of.is_empty() {
        pairs.push(("sum_of", texts(&column.sum_of)));
    }
    pairs
}

/// What the figures of a row are; that it differs from its columns is never left unsaid.
fn row_form(of: Form) -> Vec<(&'static str, String)> {
    let others = form(of).into_iter().filter(|(key, _)| *key != "quantity");
    core::iter::once(("quantity", name(&of.quantity))).chain(others).collect()
}

/// What figures are, without what goes without saying.
fn form(form: Form) -> Vec<(&'static str, String)> {
    let (quantity, printed) = (form.quantity, form.printed);
    let mut pairs = Vec::new();
    if quantity != Quantity::Amount {
        pairs.push(("quantity", name(&quantity)));
    }
    if quantity == Quantity::Share || printed.unit() != Ratio::ONE {
        pairs.push(("unit", quoted(&number::write_figure(printed.unit(), quantity))));
    }
    if printed.mode() != default_mode(quantity) {
        pairs.push(("mode", name(&printed.mode())));
    }
    pairs
}

/// The headings above the columns that are no figures.
struct Headings {
    label: String,
    party: Option<String>,
}

fn headings(table: &SourceTable) -> Headings {
    let has_parties = table.rows.iter().any(|row| row.municipality.is_some());
    Headings { label: free_name(table, "label"), party: has_parties.then(|| free_name(table, "party")) }
}

/// A heading that no column with figures has.
fn free_name(table: &SourceTable, name: &str) -> String {
    let mut name = String::from(name);
    while table.table.columns().iter().any(|column| column.name == name) {
        name.push('_');
    }
    name
}

/// The figures, in plain notation.
pub(super) fn sheet(table: &SourceTable, division: Year) -> String {
    let Headings { label, party } = headings(table);
    let columns = table.table.columns();
    let has_parties = party.is_some();
    let mut text = row(party.into_iter().chain([label]).chain(columns.iter().map(|column| column.name.clone())));
    for (position, line) in table.table.rows().iter().enumerate() {
        let place = table.rows.get(position).copied().unwrap_or_default();
        let code = has_parties.then(|| code(place, division));
        text.push_str(&row(code.into_iter().chain([line.label.clone()]).chain(figures(line, columns))));
    }
    text
}

/// The code of the municipality of a row, where it has one.
fn code(place: TableRow, division: Year) -> String {
    place.municipality.map_or(String::new(), |one| municipality(one, division))
}

fn figures<'r>(row: &'r Row, columns: &'r [Column]) -> impl Iterator<Item = String> + 'r {
    let cells = row.figures.iter().zip(columns);
    cells.map(|(figure, column)| {
        let quantity = row.form.unwrap_or(column.form).quantity;
        figure.map_or(String::new(), |figure| number::write_figure(figure, quantity))
    })
}
