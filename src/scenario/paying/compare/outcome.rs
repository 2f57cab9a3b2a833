//! What a comparison of variants gives, as plain data.

use crate::exact::{Amount, Ratio, Unrounded};
use crate::financing::comparison::{BreakEven, ProviderOutcome, Shock};
use crate::financing::product::Variant;
use crate::financing::task::Settlement;
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// The demand of a year under several agreements. Penalties are left aside, as they are no matter of a variant.
///
/// Dutch: *vergelijking van uitvoeringsvarianten*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct VariantComparison {
    /// Of which year.
    pub year: Year,
    /// Who is paid, in the order of their first contracts.
    pub providers: Vec<String>,
    /// What was contracted, and then each case.
    pub cases: Vec<CaseOutcome>,
    /// The usual cases that these contracts do not allow, where no case is declared.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub left_out: Vec<LeftOut>,
}

/// A case that cannot be compared, and why.
///
/// Dutch: *niet vergeleken*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeftOut {
    /// The id of the case.
    pub case: String,
    /// What is missing.
    pub reason: String,
}

/// A demand under the agreements of a case. What municipalities pay is what providers receive, to the cent.
///
/// Dutch: *uitkomst van een variant*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CaseOutcome {
    /// The id of the case; `contracted` for the contracts as they are.
    pub id: String,
    /// What each party pays, in the order of the parties.
    pub municipalities: Vec<Amount>,
    /// All of it.
    pub paid: Amount,
    /// Revenue, cost and result of each provider.
    pub providers: Vec<ProviderOutcome>,
    /// Each agreement by itself.
    pub agreements: Vec<AgreementCost>,
    /// What running all agreements costs, where the scenario says what it takes.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub administration: Option<Amount>,
    /// Who bears each shock.
    pub shocks: Vec<ShockCost>,
    /// What leaked care costs whom, where care leaks.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub leakage: Option<LeakageCost>,
    /// From which volume on each task costs less than effort, or loses its provider money.
    pub break_evens: Vec<TaskBreakEven>,
}

/// An agreement of a case.
///
/// Dutch: *afspraak*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AgreementCost {
    /// The contract that it is part of.
    pub contract: String,
    /// Who is paid.
    pub provider: String,
    /// How it is financed.
    pub variant: Variant,
    /// The products that it is about.
    pub products: Vec<String>,
    /// The segments of these products.
    pub segments: Vec<String>,
    /// What is paid for it, leaked care apart.
    pub paid: Amount,
    /// What is paid for care that leaked from it.
    pub leaked: Amount,
    /// What its provider bears beyond a ceiling.
    pub unpaid: Amount,
    /// What running it costs.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub administration: Option<Amount>,
    /// How a task was settled.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub settlement: Option<Settlement>,
}

/// Who bears a shock: what municipalities pay more, and by how much the results of providers fall, is the extra cost.
///
/// Dutch: *verdeling van een schok*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ShockCost {
    /// The id of the shock.
    pub id: String,
    /// What changes.
    pub shock: Shock,
    /// What care costs more to deliver.
    pub extra_cost: Unrounded,
    /// What each party pays more.
    pub municipalities: Vec<Amount>,
    /// All of that.
    pub paid_more: Amount,
    /// By how much the result of each provider falls.
    pub providers: Vec<Unrounded>,
    /// All of that.
    pub borne_by_providers: Unrounded,
    /// The share of municipalities in the extra cost; `None` when there is no extra cost.
    pub municipality_share: Option<Ratio>,
}

/// What it costs that care of tasks turns up elsewhere.
///
/// Dutch: *waterbedeffect*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeakageCost {
    /// What each party pays more.
    pub municipalities: Vec<Amount>,
    /// All of that.
    pub paid_more: Amount,
    /// What each provider gains.
    pub providers: Vec<Unrounded>,
    /// What care costs more to deliver.
    pub cost: Unrounded,
}

/// From which volume on a task costs municipalities less than effort, and loses its provider money. Volumes are multiples of what
/// was delivered.
///
/// Dutch: *omslagvolume*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TaskBreakEven {
    /// The contract of the task.
    pub contract: String,
    /// Where municipalities pay the same for the task as they would by effort.
    pub municipalities: Vec<BreakEven>,
    /// Where the provider neither gains nor loses by the task.
    pub provider: Vec<BreakEven>,
}
