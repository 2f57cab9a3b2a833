//! Scenarios: which budgets, by which rules, for which parties; and what comes out.
//!
//! ```text
//! Scenario (plain data) ──▶ Plan (names resolved, rules proved, divisors ready) ──▶ Outcome (columns, findings)
//!   model.rs                  plan.rs                                                 outcome.rs
//!                               └──▶ Trace of any one figure
//! ```
//! The plan is a row of sections (budget, derivation, each year of each schedule). Each gives one statement, and explains
//! any figure of it: `section.rs` says what they have in common. The sections for solidarity pools stand in `pooling/`, with
//! the proof that they do not contradict each other, and are settled in `settling/`; those for contracts stand in
//! `contracting/`, and are paid in `paying/`.

mod budget;
mod contracting;
mod derivation;
mod model;
mod outcome;
mod party_table;
mod paying;
mod plan;
mod pooling;
mod receipt;
mod reconciliation;
mod rounded;
mod schedule;
mod section;
mod settling;

pub use contracting::{
    CaseSection, ContractProductSection, ContractSection, DeliveredLine, LeakageSection, PenaltySection,
    ProductSection, ResultSection, ShockSection, TaskSection, Volumes,
};
pub use model::{
    BudgetSection, Check, DerivationSection, PgbBasis, RULES_VERSION, Scenario, ScheduleSection, Source, SourceTable,
    TableRow,
};
pub use outcome::{Column, ColumnRole, Comparison, ImpliedShare, Outcome, Party, Reconciliation, Statement};
pub use paying::{
    AgreementCost, CaseOutcome, CeilingOutcome, ContractOutcome, LeakageCost, LeftOut, PenaltyOutcome, ProductOutcome,
    ShockCost, TaskBreakEven, TaskOutcome, VariantComparison,
};
pub use plan::Plan;
#[cfg(feature = "format")]
pub(crate) use pooling::CONTRIBUTION;
pub use pooling::{
    AdvancesSection, AlternativeSection, Cell, KeyChoice, KeySection, ModelChoice, Origin, PartiesSection, PoolSection,
    Record, ReserveSection, RoundSection, Series, SeriesQuantity,
};
pub use receipt::{AppliedRule, Input, Receipt};
pub use settling::{Counterparty, InnerOutcome, KeyWeights, PoolComparison, PoolOutcome, PoolPayment, PoolSolidarity};
