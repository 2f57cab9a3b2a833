//! The sections for financing variants, as plain data: what is bought, by which contracts, what was delivered, and which other
//! agreements are compared.
//!
//! ```text
//! product.rs        contract.rs (task.rs)        volumes.rs           case.rs
//! [[product]]  ──▶  [[contract]]            ──▶  [[volumes]]    ──▶   [[case]], [[shock]], [administration]
//!                   variant per product          by contract          the same demand under other agreements
//! ```

mod case;
mod contract;
mod product;
mod task;
mod volumes;

pub use case::{CaseSection, LeakageSection, ShockSection};
pub use contract::{ContractProductSection, ContractSection, ResultSection};
pub use product::ProductSection;
pub use task::{PenaltySection, TaskSection};
pub use volumes::{DeliveredLine, Volumes};
