//! `[[series]]`: figures from a long CSV file, or from columns of a table.

use super::Sources;
use super::known::Parties;
use super::{long, wide};
use crate::error::Errors;
use crate::format::read::part::Part;
use crate::scenario::Series;

pub(super) fn read(part: &Part<'_>, sources: &Sources<'_, '_, '_>, parties: Option<&Parties>) -> Option<Series> {
    match (part.has("file"), part.has("table")) {
        (true, false) => long::read(part, sources, parties),
        (false, true) => wide::read(part, sources, parties),
        // Which of the two was meant is not known; that was kept as an error.
        _ => None,
    }
}

/// The finished series, or else its errors are kept; each of them has its place.
pub(super) fn keep(part: &Part<'_>, series: Result<Series, Errors>) -> Option<Series> {
    let report = |errors: Errors| {
        for error in errors.all() {
            part.report_as_placed(error.clone());
        }
    };
    series.map_err(report).ok()
}
