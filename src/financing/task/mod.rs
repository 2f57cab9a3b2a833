//! One sum agreed beforehand for a task, and what becomes of it.
//!
//! ```text
//!  LumpSumBasis ──LumpSumPlan──▶ lump sum of each year ──▶ MonthlyParts
//!                                     │
//!  reported volumes × tariffs         ├──Corridor──▶ Settlement: what the task pays in the end ──Penalty──▶ what is left
//!     └──▶ ShadowCost ──settle_against┘
//! ```
//! There are no invoices: what a provider reports gives a shadow cost, which is compared and never paid.
//!
//! Dutch: *taakgericht*. Source: `SOURCES.md#financing`.

mod corridor;
mod lump_sum;
mod monthly;
mod part_year;
mod penalty;
mod plan;
#[cfg(test)]
mod properties;
mod settlement;
mod shadow;

pub use corridor::{Breakpoint, Corridor, Side};
pub use lump_sum::{Group, LumpSumBasis};
pub use monthly::MonthlyParts;
pub use part_year::PartYear;
pub use penalty::{Penalised, Penalty, PenaltyBase, TaskYear};
pub use plan::{LumpSumPlan, LumpSumStep, LumpSumStepName, LumpSumYear, Mutation, YearTerms};
pub use settlement::{SettledTier, Settlement};
pub use shadow::{ReportedVolume, ShadowCost};
