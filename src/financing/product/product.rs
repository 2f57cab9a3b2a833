//! A product: what is bought, in which unit, how often, and how it is financed.

use super::{Frequency, ProductCode, Unit, Variant};
use crate::error::Error;
use alloc::format;
use alloc::string::String;

/// A product of youth care.
///
/// Dutch: *product*. Source: `SOURCES.md#ijw`, `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::financing::product::{Frequency, Product, ProductCode, Unit, Variant};
/// let code = ProductCode::parse("45A04")?;
/// let guidance = Product::new(code, "2", Variant::EffortBased, Unit::Minute, Frequency::PerWeek)?;
/// assert_eq!(guidance.segment(), "2");
/// assert!(Product::new(code, "2", Variant::OutputBased, Unit::Minute, Frequency::Total).is_err());
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    code: ProductCode,
    segment: String,
    variant: Variant,
    unit: Unit,
    frequency: Frequency,
}

impl Product {
    /// A product whose unit goes with its variant.
    ///
    /// # Errors
    /// `WrongType` as for [`Variant::prove_unit`], with the code.
    pub fn new(
        code: ProductCode,
        segment: &str,
        variant: Variant,
        unit: Unit,
        frequency: Frequency,
    ) -> Result<Product, Error> {
        variant.prove_unit(unit).map_err(|error| error.within(format!("product {code}")))?;
        Ok(Product { code, segment: segment.into(), variant, unit, frequency })
    }

    /// The code.
    #[must_use]
    pub const fn code(&self) -> ProductCode {
        self.code
    }

    /// The segment that it is bought in (Dutch: *segment*, *perceel*).
    #[must_use]
    pub fn segment(&self) -> &str {
        &self.segment
    }

    /// How it is financed.
    #[must_use]
    pub const fn variant(&self) -> Variant {
        self.variant
    }

    /// In what it is counted.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Over which stretch of time its volume is assigned.
    #[must_use]
    pub const fn frequency(&self) -> Frequency {
        self.frequency
    }
}
