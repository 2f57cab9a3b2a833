//! What a unit of care should cost: a tariff from its parts, with every step on the way.
//!
//! Dutch: *reëel tarief*, *kostprijsopbouw*. Source: `SOURCES.md#financing`.

mod build_up;

pub use build_up::{BuildUp, BuiltTariff, OtherCost, Overhead, TariffStep, TariffStepName};
