//! What the sections of a plan have in common: each gives one statement, and can explain every figure of it.

use super::budget::Budget;
use super::outcome::Statement;
use crate::error::Error;
use crate::trace::Trace;
use alloc::vec::Vec;

/// The budget, the derivation, or a year of a schedule.
pub(super) trait Section {
    /// The name of the statement.
    fn id(&self) -> &str;

    /// The names of its columns, from left to right.
    fn columns(&self) -> Vec<&str>;

    /// The figures, computed from the budget.
    fn statement(&self, budget: &Budget<'_>) -> Result<Statement, Error>;

    /// Explains the figure of a party in one of the columns; returns its position in the trace.
    fn explain(&self, trace: &mut Trace, budget: &Budget<'_>, column: &str, party: usize) -> Result<usize, Error>;
}
