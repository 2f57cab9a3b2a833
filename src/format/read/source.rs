//! `[[source]]`: where figures come from.

use super::part::Part;
use crate::scenario::Source;

pub(super) fn read(part: &Part<'_>) -> Option<Source> {
    let (id, title) = (part.id(), part.text("title"));
    Some(Source { id: id?, title: title? })
}
