//! The sections for solidarity pools; later ones refer to names of earlier ones.

mod alternative;
mod key;
pub(super) mod known;
mod long;
mod model;
mod parties;
mod pool;
mod series;
mod value;
mod wide;

use super::document::{all, every, ids};
use super::names::Names;
use super::part::Part;
use super::sheet::Texts;
use crate::error::{Error, Kind};
use crate::format::sections::pooling::{ALTERNATIVE, KEY, POOL, SERIES};
use crate::period::Year;
use crate::scenario::{AlternativeSection, KeySection, PartiesSection, PoolSection, Series, SourceTable};
use alloc::vec::Vec;
use known::Known;

/// What the sections for pools build on.
pub(super) struct Sources<'s, 't, 'f> {
    pub(super) names: &'s Names,
    /// Each table; `None` for one with errors.
    pub(super) tables: &'s [Option<SourceTable>],
    pub(super) division: Year,
    pub(super) texts: Texts<'f, 't>,
}

/// The sections; each kind is `None` when one of them has errors.
pub(super) struct Pooling {
    pub(super) parties: Option<PartiesSection>,
    pub(super) series: Option<Vec<Series>>,
    pub(super) keys: Option<Vec<KeySection>>,
    pub(super) pools: Option<Vec<PoolSection>>,
    pub(super) alternatives: Option<Vec<AlternativeSection>>,
}

/// The sections, and the names that they have.
pub(super) fn read(document: &Part<'_>, sources: &Sources<'_, '_, '_>) -> (Pooling, Known) {
    refuse_no_parties(document);
    let (section, parties) = parties::read(document, sources);
    let mut known = Known { parties, ..Known::default() };
    let series = series(document, sources, &mut known);
    let parts = all(document, "key", &KEY);
    known.keys = ids(&parts);
    let keys = every(parts.iter().map(|part| key::read(part, &known)));
    let parts = all(document, "pool", &POOL);
    ids(&parts);
    known.pools = parts.iter().filter_map(known::pool).collect();
    let pools = every(parts.iter().map(|part| pool::read(part, &known)));
    let parts = all(document, "alternative", &ALTERNATIVE);
    ids(&parts);
    let alternatives = every(parts.iter().map(|part| alternative::read(part, &known)));
    (Pooling { parties: section, series, keys, pools, alternatives }, known)
}

fn series(document: &Part<'_>, sources: &Sources<'_, '_, '_>, known: &mut Known) -> Option<Vec<Series>> {
    let parts = all(document, "series", &SERIES);
    ids(&parts);
    let read = parts.iter().map(|part| series::read(part, sources, known.parties.as_ref()));
    let read: Vec<Option<Series>> = read.collect();
    let ids = parts.iter().map(|part| part.written_id().map(Into::into));
    known.series = ids.zip(read.iter().cloned()).filter_map(|(id, series)| Some((id?, series))).collect();
    every(read.into_iter())
}

/// Pools are between parties.
fn refuse_no_parties(document: &Part<'_>) {
    if document.has("parties") || document.has("budget") {
        return;
    }
    let first = ["series", "key", "pool", "alternative"].into_iter().find_map(|key| document.field(key));
    if let Some(field) = first {
        let error = Error::new(Kind::Missing, "pools without parties", "a section [parties] or [budget]");
        field.report_as_key(error.advise("Name the table with the municipalities that take part."));
    }
}
