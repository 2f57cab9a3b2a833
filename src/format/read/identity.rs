//! `[[identity]]`: what a published table should satisfy.

use super::expression::{self, Scope};
use super::names::{Names, TableNames};
use super::part::{Field, Part};
use crate::budget::reconcile::{Identity, Rows};
use crate::scenario::Check;
use alloc::string::String;
use alloc::vec::Vec;
use toml::de::DeValue;

pub(super) fn read(part: &Part<'_>, names: &Names) -> Option<Check> {
    let id = part.id();
    let table = part.field("table").and_then(|field| field.known("table", names.tables()));
    let inside = table.as_ref().and_then(|id| names.table(id));
    let columns = columns(part, inside);
    let rows = part.field("rows").map_or(Some(Rows::All), |field| rows(&field, inside));
    let scope = Scope { names, table: inside, columns: columns.as_deref().unwrap_or_default() };
    let equals = part.field("equals").and_then(|field| expression::read(&field, scope));
    let detect = part.field("detect").and_then(|field| field.flag()).unwrap_or_default();
    let note = part.text("note");
    let identity = Identity { id: id?, table: table?, columns: columns?, rows: rows?, expression: equals? };
    Some(Check { identity, detect, note })
}

fn columns(part: &Part<'_>, table: Option<&TableNames>) -> Option<Vec<String>> {
    if let Some(field) = part.field("column") {
        return field.known("column", table?.columns()).map(|column| Vec::from([column]));
    }
    part.field("columns")?.all_known("column", table?.columns())
}

/// A word, or a list of row names.
fn rows(field: &Field<'_>, table: Option<&TableNames>) -> Option<Rows> {
    if !matches!(field.value, DeValue::Array(_)) {
        return field.term();
    }
    let labels = match table.and_then(TableNames::rows) {
        Some(labels) => field.all_known("row", labels),
        // Its file could not be read, so nothing is known of its rows.
        None => field.texts(),
    };
    labels.map(Rows::Named)
}
