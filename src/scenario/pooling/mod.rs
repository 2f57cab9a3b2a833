//! The sections for solidarity pools, as plain data: who takes part, figures per year, keys, pools, alternatives.
//!
//! ```text
//! parties.rs      series.rs        key.rs          pool.rs            alternative.rs
//! [parties]  ──▶  [[series]]  ──▶  [[key]]   ──▶   [[pool]]     ──▶   [[alternative]]
//!                 per year         by a series     by series + keys   of a pool
//! ```
//! What a text cannot say wrongly by itself is proved in `prove/`: so a scenario that was built in code is proved too.

mod alternative;
mod key;
mod parties;
mod pool;
pub(super) mod prove;
mod series;

pub use alternative::AlternativeSection;
pub use key::KeySection;
pub use parties::PartiesSection;
pub use pool::{AdvancesSection, KeyChoice, ModelChoice, PoolSection, ReserveSection, RoundSection};
pub use series::{Cell, Origin, Record, Series, SeriesQuantity};

/// The name by which a pool shares by what its members contribute; no key section may have it.
pub(crate) const CONTRIBUTION: &str = "contribution";
