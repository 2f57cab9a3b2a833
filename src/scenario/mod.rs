//! Scenarios: which budgets, by which rules, for which parties; and what comes out.
//!
//! ```text
//! Scenario (plain data) ──▶ Plan (names resolved, rules proved, divisors ready) ──▶ Outcome (columns, findings)
//!   model.rs                  plan.rs                                                 outcome.rs
//!                               └──▶ Trace of any one figure (explain.rs)
//! ```

mod model;

pub use model::{
    BudgetSection, Check, DerivationSection, PgbBasis, RULES_VERSION, Scenario, ScheduleSection, Source, SourceTable,
    Stage, TableRow,
};
