//! The same demand under each financing variant: who pays what, who bears which risk.
//!
//! ```text
//!  Demand ──┐
//!           ├──▶ Outcome: cost of each municipality, result of each provider ──▶ Compared, one for each case
//!  Terms  ──┤
//!           └──Administration──▶ what running each agreement costs
//!  Demand × Shock ──▶ Shocked: who bears the extra cost
//!  Terms without leakage ──▶ LeakageEffect: what leaking costs whom
//!  Balance: what a task costs more than effort at any volume ──▶ BreakEven: every volume at which it is nothing
//! ```
//! Dutch: *vergelijking van varianten*. Source: `SOURCES.md#financing`.

mod administration;
mod between;
mod bill;
mod break_even;
mod capped;
mod compare;
mod demand;
mod leakage;
mod leaked_price;
mod outcome;
#[cfg(test)]
mod properties;
mod shock;
mod terms;
#[cfg(test)]
mod worked;

pub use administration::{Administration, MonthlyRates};
pub use break_even::{Balance, BreakEven, BreakEvenVolume, Sign};
pub use compare::{Case, Compared, compare};
pub use demand::{Demand, DemandColumns, Extent};
pub use leakage::LeakageEffect;
pub use leaked_price::LeakedPrice;
pub use outcome::{AgreementOutcome, Outcome, ProviderOutcome};
pub use shock::{Shock, Shocked};
pub use terms::{AgreedProducts, Agreement, Financing, Leakage, Task, Terms};
