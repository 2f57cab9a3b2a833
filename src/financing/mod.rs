//! Financing care: by effort, by result, or for a task; who pays what for the same demand.
//!
//! ```text
//!  staff cost ──tariff──▶ tariff ──index──▶ tariffs of later years
//!                                              │ × reported volumes
//!  basis ──task/lump_sum──▶ lump sum    task/shadow: ShadowCost, never paid
//!                              │               │
//!                              ├──task/corridor┘──▶ what the task pays ──task/penalty──▶ what is left of it
//!                              └──task/monthly──▶ monthly parts
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
