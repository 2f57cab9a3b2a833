//! What is agreed for a task, as a scenario says it.

use crate::exact::Percent;
use crate::financing::task::{Corridor, LumpSumPlan, PartYear, PenaltyBase};
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// What is agreed for a task.
///
/// Dutch: *taakbudget*, *bandbreedte*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskSection {
    /// The lump sum of every year of the contract; the first year is that in which the contract begins.
    pub lump_sum: LumpSumPlan,
    /// What is paid for a year in which the contract does not hold on every day; needed where there is such a year.
    pub part_year: Option<PartYear>,
    /// Who bears what care costs more, or less.
    pub corridor: Corridor,
    /// The id of the key by which municipalities divide what the task pays.
    pub key: String,
    /// What the provider forfeits.
    pub penalties: Vec<PenaltySection>,
}

/// A percentage that a provider forfeits in a year.
///
/// Dutch: *malus*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PenaltySection {
    /// What for.
    pub reason: String,
    /// In which year.
    pub year: Year,
    /// How much.
    pub percent: Percent,
    /// Of what.
    pub of: PenaltyBase,
}
