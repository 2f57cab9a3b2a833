//! `[[alternative]]`: another way to share the same pool.

use super::known::Known;
use super::model;
use crate::format::read::part::Part;
use crate::scenario::AlternativeSection;

pub(super) fn read(part: &Part<'_>, known: &Known) -> Option<AlternativeSection> {
    let (id, pool) = (part.id(), part.field("pool").and_then(|field| known.pool_id(&field)));
    let cost = pool.as_ref().and_then(|pool| known.cost_of(pool));
    let model = part.optional("model", model::read);
    let key = part.optional("key", |field| known.key(field));
    let segments = part.optional("segments", |field| known.segments(field, cost));
    let without = part.optional("without", |field| known.members(field));
    Some(AlternativeSection {
        id: id?,
        pool: pool?,
        model: model?,
        key: key?,
        segments: segments?,
        without: without?.unwrap_or_default(),
    })
}
