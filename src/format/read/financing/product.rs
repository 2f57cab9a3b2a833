//! `[[product]]`: what is bought.

use crate::financing::product::ProductCode;
use crate::format::read::part::Part;
use crate::scenario::ProductSection;

pub(super) fn read(part: &Part<'_>) -> Option<ProductSection> {
    let (id, title) = (part.id(), part.optional("title", |field| field.text()));
    let code = part.field("code").and_then(|field| field.keep(ProductCode::parse(&field.text()?)));
    let segment = part.text("segment");
    let (unit, frequency) = (part.term("unit"), part.term("frequency"));
    Some(ProductSection { id: id?, title: title?, code: code?, segment: segment?, unit: unit?, frequency: frequency? })
}
