//! What is bought: products with their code, unit, frequency and financing variant.
//!
//! Dutch: *product*, *productcode*. Source: `SOURCES.md#ijw`.

mod code;
mod frequency;
#[expect(clippy::module_inception, reason = "a product is what the module is about")]
mod product;
mod unit;
mod variant;

pub use code::ProductCode;
pub use frequency::Frequency;
pub use product::Product;
pub use unit::Unit;
pub use variant::Variant;
