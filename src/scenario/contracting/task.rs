//! What is agreed for a task, as a scenario says it.

use crate::exact::Percent;
use crate::financing::task::{Corridor, LumpSumPlan, PenaltyBase};
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// What is agreed for a task.
///
/// Dutch: *taakbudget*, *bandbreedte*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskSection {
    /// The lump sum of every year of the contract; the first year is that in which the contract begins. It is never cut to the months
    /// in which the contract holds: for a contract from July on the basis is that of half a year, and a mutation makes the
    /// lump sum of the next year whole.
    pub lump_sum: LumpSumPlan,
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
