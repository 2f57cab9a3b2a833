//! Budgets: where the money comes from, what it is carved into, and whether the published tables agree.

mod number;
pub mod pgb;
mod printed;
pub mod reconcile;
pub mod rta;
pub mod stream;
pub mod waterfall;

pub use printed::PrintedPercent;
