//! Paying by the contracts of a scenario, year by year.
//!
//! ```text
//! agreed.rs        contracts whose names are resolved and whose terms are proved;  agreed_result.rs: what a result is paid
//! booked.rs        every line of care with its contract and what it is worth;  credits.rs: which lines cancel each other
//! product_year.rs  a product that is paid by effort or by output in a year: invoices, and what lies beyond a ceiling
//! task_year.rs     a task in a year: lump sum, settlement, penalties
//! contract_year.rs one contract in one year: all of that, per municipality and month
//! section.rs       the statements;  explain/: every figure of them down to the inputs
//! outcome.rs       what comes out beside the statements;  compare/: the same demand under other agreements
//! ```

mod agreed;
mod agreed_result;
mod booked;
mod compare;
mod contract_year;
mod credits;
mod explain;
mod outcome;
mod product_year;
mod section;
mod task_year;

pub use compare::{AgreementCost, CaseOutcome, LeakageCost, LeftOut, ShockCost, TaskBreakEven, VariantComparison};
pub(super) use contract_year::Payments;
pub use outcome::{CeilingOutcome, ContractOutcome, PenaltyOutcome, ProductOutcome, TaskOutcome};
