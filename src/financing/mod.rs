//! Financing care: by effort, by result, or for a task; who pays what for the same demand.
//!
//! ```text
//!  staff cost ──tariff──▶ tariff ──index──▶ tariffs of later years
//!                                              │
//!  product ──▶ contract: who delivers what, by which variant, at which tariff on which day
//!                 │
//!                 ├─ effort ── tariff × delivered volume, line by line ──ceiling──▶ what is paid
//!                 ├─ output ── price per result, in parts ────────────────────────▶ what is paid, work in progress
//!                 └─ task ──── lump sum ──monthly──▶ parts
//!                                 ├──corridor──▶ what the task pays ──penalty──▶ what is left of it
//!                    reported volume ──shadow──▶ ShadowCost, compared and never paid
//!
//!  comparison ── one demand under each of the three: who pays what, who bears which risk, from which volume on
//! ```
//! Dutch: *bekostiging*, *uitvoeringsvarianten*. Source: `SOURCES.md#financing`.

pub mod comparison;
pub mod contract;
pub mod effort;
pub mod index;
pub mod output;
pub mod product;
mod prove;
pub mod tariff;
pub mod task;

pub(crate) use prove::CREDIT_AS_A_WHOLE;
