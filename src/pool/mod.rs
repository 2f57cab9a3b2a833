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

mod advances;
mod column;
mod letter;
mod payments;
mod reserve;
mod rounds;
mod solidarity;

pub use account::{Account, Accounts};
pub use compare::{Comparison, Effect, Variant, VariantTotal};
pub use leaves::{AsGiven, Leaves};
pub use model::{Corridor, Layers, Model, Netting, StopLoss};
pub use nest::{Nest, prove_tree};
pub use pool::Pool;
pub use settle::{Books, InnerSettlement, Settlement};
pub use shares::{Pot, PotKind};
pub use what_if::Change;

pub use advances::Advances;
pub use letter::{KeyUsed, Letter};
pub use payments::{Payment, net, payments};
pub use reserve::{ReserveTerms, ReserveYear};
pub use rounds::{Round, RoundKind, SettledRound, settled_rounds};
pub use solidarity::{Burden, Heaviest, MemberSolidarity, Observation, Redistribution, Solidarity};

#[cfg(test)]
mod tests;
