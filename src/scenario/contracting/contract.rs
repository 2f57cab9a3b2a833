//! A contract, as a scenario says it.

use super::task::TaskSection;
use crate::exact::{Amount, Percent};
use crate::financing::effort::{Basis, Ceiling};
use crate::financing::product::{Unit, Variant};
use crate::period::{Date, Period, Year};
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// A contract with a provider.
///
/// Dutch: *contract*. Source: `SOURCES.md#financing`. Every product has its own variant, so a provider can be hybrid; a switch of
/// variant starts a new contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractSection {
    /// The name that results carry.
    pub id: String,
    /// The main contractor, who is paid (Dutch: *hoofdaannemer*).
    pub provider: String,
    /// Who may deliver on its behalf (Dutch: *onderaannemers*). What they deliver on a day on which they have a contract of their own
    /// for the product is theirs.
    pub subcontractors: Vec<String>,
    /// From when to when it holds.
    pub period: Period,
    /// What it is about.
    pub products: Vec<ContractProductSection>,
    /// What is agreed for the task: for the task-based products, or where there are none, for all products, to be compared.
    pub task: Option<TaskSection>,
}

/// A product in a contract, with everything that is agreed for it. What only another variant needs may stand there too: it is
/// used when variants are compared.
///
/// Dutch: *productafspraak*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractProductSection {
    /// The id of the product.
    pub product: String,
    /// How it is financed.
    pub variant: Variant,
    /// In what results are declared, when it is financed by output and its volumes are counted in something else; `None` for
    /// the unit of the product.
    pub unit: Option<Unit>,
    /// For what tariffs and cost price are agreed.
    pub basis: Basis,
    /// The tariffs in euros, each from the day on which it begins to hold: what is paid by effort, and the shadow tariff of a task.
    pub tariffs: Vec<(Date, Decimal)>,
    /// What delivering it costs the provider, in euros (Dutch: *kostprijs*). Only comparisons need it; of care in euros it is what is
    /// invoiced, where nothing else is said.
    pub cost_price: Option<Decimal>,
    /// What is paid by output.
    pub result: Option<ResultSection>,
    /// The most that is paid for care of a calendar year.
    pub ceilings: Vec<(Year, Ceiling)>,
}

/// What a result is paid, and when.
///
/// Dutch: *resultaatprijs*, *betaalmomenten*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSection {
    /// The prices, each from the day on which it begins to hold. Each part is one of the price on the day of its moment.
    pub prices: Vec<(Date, Amount)>,
    /// The parts at each moment of payment: the start, milestones, the end. Empty: all at the end.
    pub parts: Vec<Percent>,
}
