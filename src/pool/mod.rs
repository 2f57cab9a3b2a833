//! Solidarity pools: who bears what, settled to the cent.
//!
//! Municipalities that buy care together agree how they share its cost: everyone by its own use, everyone by a key, or
//! something between. A pool is who takes part (the parties of its key), a [`Model`], and a rule for the cents left over; an
//! [`Account`] is what a member brings into a year.
//!
//! ```text
//!  Accounts ──▶ Shares by Model ──▶ sub-pools, then the pool around them ──▶ cents, once ──▶ Settlement
//!  account.rs   shares.rs            nest.rs, settle.rs                       exact::Unplaced    │
//!               model.rs                 └── explain/: the same steps as a Trace                  │
//!    before: reserve.rs (what goes into a reserve is borne too)                                   │
//!    after:  rounds.rs, advances.rs, payments.rs, letter.rs ◀─────────────────────────────────────┤
//!            compare.rs, what_if.rs, solidarity/            ◀─────────────────────────────────────┘
//! ```
//! Nothing is rounded on the way: a share is an exact fraction until all shares of all members, also those in sub-pools, are
//! placed in cents together.
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
pub use letter::{InnerTerms, KeyUsed, Letter};
pub use payments::{Payment, net, payments};
pub use reserve::{ReserveTerms, ReserveYear};
pub use rounds::{Round, RoundKind, SettledRound, settled_rounds};
pub use solidarity::{Burden, Heaviest, MemberSolidarity, Observation, Redistribution, Solidarity};

#[cfg(test)]
mod tests;
