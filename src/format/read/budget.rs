//! `[budget]`: the funding streams per municipality.

use super::names::{Names, TableNames};
use super::part::{Field, Part};
use crate::budget::stream::TotalBasis;
use crate::error::{Error, Kind};
use crate::scenario::BudgetSection;

pub(super) fn read(part: &Part<'_>, names: &Names) -> Option<BudgetSection> {
    let field = part.field("table");
    let table = field.as_ref().and_then(|field| field.known("table", names.tables()));
    let inside = table.as_ref().and_then(|id| names.table(id));
    if let (Some(field), Some(inside)) = (&field, inside) {
        refuse_no_parties(field, inside);
    }
    let column = |field: &Field<'_>| field.known("column", inside?.columns());
    let streams = part.field("streams").and_then(|field| field.all_known("column", inside?.columns()));
    let total = part.term("total");
    let stated = part.field("stated").and_then(|field| column(&field));
    if total == Some(TotalBasis::Stated) && !part.has("stated") {
        let error = Error::new(Kind::Missing, "no key \"stated\"", "the column with the stated total");
        part.report(error.advise("Name the column, or write total = \"sum-of-streams\"."));
    }
    Some(BudgetSection { table: table?, streams: streams?, total: total?, stated })
}

/// The parties of a budget are the municipalities of its table.
pub(super) fn refuse_no_parties(field: &Field<'_>, table: &TableNames) {
    if !table.has_parties {
        let error = Error::new(Kind::Missing, "a table without municipalities", "one with the key \"party\"");
        field.report(
            error.advise("Name the CSV column with municipality codes in the table, such as party = \"code\"."),
        );
    }
}
