//! What the sections of a plan have in common: each gives one statement, and can explain every figure of it.

use super::budget::Budget;
use super::outcome::Statement;
use crate::error::Error;
use crate::trace::Trace;
use alloc::vec::Vec;

/// A section that gives a statement: what is made from the budget, or a settlement of a pool.
pub(super) trait Section {
    /// The name of the statement.
    fn id(&self) -> &str;

    /// The names of its columns, from left to right.
    fn columns(&self) -> Vec<&str>;

    /// The positions of the parties that its rows are about.
    fn parties(&self) -> &[usize];

    /// The figures.
    fn statement(&self) -> Result<Statement, Error>;

    /// Explains the figure of a party in one of the columns; returns its position in the trace.
    fn explain(&self, trace: &mut Trace, column: &str, party: usize) -> Result<usize, Error>;

    /// Explains the figures of all parties in one of the columns; returns their positions in the trace. What they have in common
    /// may stand there once.
    fn explain_all(&self, trace: &mut Trace, column: &str) -> Result<Vec<usize>, Error> {
        self.parties().iter().map(|&party| self.explain(trace, column, party)).collect()
    }
}

/// The budget, the derivation, or a year of a schedule: its rows are the parties of the budget.
pub(super) trait BudgetStatement {
    /// As for [`Section::id`].
    fn id(&self) -> &str;

    /// As for [`Section::columns`].
    fn columns(&self) -> Vec<&str>;

    /// The figures, computed from the budget; the rows are all its parties.
    fn statement(&self, budget: &Budget<'_>) -> Result<Statement, Error>;

    /// As for [`Section::explain`].
    fn explain(&self, trace: &mut Trace, budget: &Budget<'_>, column: &str, party: usize) -> Result<usize, Error>;
}

/// A statement with the budget that it goes by.
pub(super) struct OfBudget<'p, 'a> {
    pub(super) statement: &'p dyn BudgetStatement,
    pub(super) budget: &'p Budget<'a>,
    /// All of them.
    pub(super) parties: Vec<usize>,
}

impl Section for OfBudget<'_, '_> {
    fn id(&self) -> &str {
        self.statement.id()
    }

    fn columns(&self) -> Vec<&str> {
        self.statement.columns()
    }

    fn parties(&self) -> &[usize] {
        &self.parties
    }

    fn statement(&self) -> Result<Statement, Error> {
        self.statement.statement(self.budget)
    }

    fn explain(&self, trace: &mut Trace, column: &str, party: usize) -> Result<usize, Error> {
        self.statement.explain(trace, self.budget, column, party)
    }
}
