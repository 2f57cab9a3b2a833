//! Solidarity pools: who bears what, settled to the cent.
//!
//! Dutch: *solidariteit*, *verevening*. Source: `SOURCES.md#solidarity`.

mod account;
mod compare;
mod explain;
mod leaves;
mod model;
mod nest;
#[expect(clippy::module_inception, reason = "a pool is what the module is about")]
mod pool;
mod settle;
mod shares;
mod what_if;

pub use account::{Account, Accounts};
pub use compare::{Comparison, Effect, Variant};
pub use leaves::{AsGiven, Leaves};
pub use model::{Corridor, Layers, Model, Netting, StopLoss};
pub use nest::{Nest, prove_tree};
pub use pool::Pool;
pub use settle::{Books, InnerSettlement, Settlement};
pub use shares::{Pot, PotKind};
pub use what_if::Change;

#[cfg(test)]
mod tests;
