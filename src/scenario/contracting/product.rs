//! A product, as a scenario says it.

use crate::financing::product::{Frequency, ProductCode, Unit};
use alloc::string::String;

/// What is bought, whoever delivers it and however it is paid.
///
/// Dutch: *product*. Source: `SOURCES.md#ijw`. How it is financed is a matter of each contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductSection {
    /// The name that contracts and volumes know it by.
    pub id: String,
    /// What it is, in words.
    pub title: Option<String>,
    /// The code of the product.
    pub code: ProductCode,
    /// The segment that it is bought in (Dutch: *segment*, *perceel*).
    pub segment: String,
    /// In what its volumes are counted.
    pub unit: Unit,
    /// Over which stretch of time its volume is assigned.
    pub frequency: Frequency,
}
