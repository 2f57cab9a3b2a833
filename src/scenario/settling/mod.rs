//! Settling the pools of a scenario, year by year.
//!
//! ```text
//! figures.rs   what series say of a member and a year
//! keys.rs      the keys of a pool in a year
//! pool_year.rs one pool in one year: members, figures, keys, accounts
//! round.rs     one settlement of an outermost pool with all within it
//! region.rs    all years and rounds of an outermost pool, with its reserve
//! section.rs   the statements, with the explanation of every figure;  leaves.rs, reserve.rs: down to the inputs
//! outcome.rs   what comes out beside the statements;  compare.rs: alternatives side by side
//! ```

mod compare;
mod figures;
mod keys;
mod leaves;
mod outcome;
mod pool_year;
mod region;
mod reserve;
mod round;
mod section;

pub use compare::PoolComparison;
pub(super) use keys::PoolKey;
pub use outcome::{Counterparty, InnerOutcome, KeyWeights, PoolOutcome, PoolPayment, PoolSolidarity};
pub(super) use region::Region;
