//! A series: its section, and its sheet with a line for each figure.

use super::text::{quoted, row, section};
use super::{file_of, name};
use crate::budget::reconcile::Quantity;
use crate::format::number;
use crate::party::Municipality;
use crate::period::Year;
use crate::scenario::{Record, Series, SeriesQuantity};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn file_name(series: &Series) -> String {
    file_of("series", series.id())
}

pub(super) fn section_of(series: &Series) -> String {
    let mut pairs = Vec::from([
        ("id", quoted(series.id())),
        ("file", quoted(&file_name(series))),
        ("source", quoted(series.source())),
    ]);
    // A column has the name of its key.
    pairs.extend(["party", "year", "value"].map(|key| (key, quoted(key))));
    pairs.extend(optional_columns(series).map(|key| (key, quoted(key))));
    if series.quantity() != SeriesQuantity::default() {
        pairs.push(("quantity", name(&series.quantity())));
    }
    section("[[series]]", &pairs)
}

fn optional_columns(series: &Series) -> impl Iterator<Item = &'static str> {
    let columns = [("segment", series.has_segments()), ("ages", series.has_ages()), ("client", series.has_clients())];
    columns.into_iter().filter_map(|(key, is_there)| is_there.then_some(key))
}

/// The figures, in the order of the records.
pub(super) fn sheet(series: &Series, division: Year) -> String {
    let header = ["party", "year"].into_iter().chain(optional_columns(series)).chain(["value"]);
    let mut text = row(header.map(String::from));
    text.extend(series.records().iter().map(|record| row(cells(record, series.quantity(), division))));
    text
}

fn cells(record: &Record, quantity: SeriesQuantity, division: Year) -> Vec<String> {
    let mut cells = Vec::from([municipality(record.municipality, division), record.year.to_string()]);
    cells.extend(record.segment.clone());
    cells.extend(record.ages.map(|ages| ages.to_string()));
    cells.extend(record.client.clone());
    let quantity = match quantity {
        SeriesQuantity::Amount => Quantity::Amount,
        SeriesQuantity::Count => Quantity::Count,
    };
    cells.push(number::write_figure(record.value, quantity));
    cells
}

/// The code of a municipality; of another division than the scenario's, which reading refuses, with that division.
pub(super) fn municipality(municipality: Municipality, division: Year) -> String {
    if municipality.division == division { municipality.code.to_string() } else { municipality.to_string() }
}
