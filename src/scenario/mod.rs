//! Scenarios: which budgets, by which rules, for which parties; and what comes out.
//!
//! ```text
//! Scenario (plain data) ──▶ Plan (names resolved, rules proved, divisors ready) ──▶ Outcome (columns, findings)
//!   model.rs                  plan.rs                                                 outcome.rs
//!                               └──▶ Trace of any one figure (explain.rs)
//! ```

mod budget;
mod derivation;
mod model;
mod outcome;
mod plan;
mod reconciliation;
mod rounded;
mod schedule;

pub use model::{
    BudgetSection, Check, DerivationSection, PgbBasis, RULES_VERSION, Scenario, ScheduleSection, Source, SourceTable,
    TableRow,
};
pub use outcome::{
    Column, ColumnRole, Comparison, ImpliedShare, Input, Outcome, Party, Receipt, Reconciliation, Statement,
};
pub use plan::Plan;
