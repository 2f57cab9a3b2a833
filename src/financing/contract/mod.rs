//! Contracts: who provides which products in which period, by which variant and tariff, up to which ceiling.
//!
//! Dutch: *contract*, *hoofdaannemer*, *onderaannemer*. Source: `SOURCES.md#financing`.

#[expect(clippy::module_inception, reason = "a contract is what the module is about")]
mod contract;
mod register;
mod tariffs;

pub use contract::{Contract, ContractProduct};
pub use register::Contracts;
pub use tariffs::Tariffs;
