//! Other agreements for the same demand, as a scenario says them.

use crate::exact::{Percent, Ratio};
use crate::financing::comparison::Shock;
use crate::financing::product::Variant;
use alloc::collections::BTreeSet;
use alloc::string::String;

/// Agreements that are put beside those of the contracts.
///
/// Dutch: *variant*, *scenario*. What a case does not switch stays as it was contracted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseSection {
    /// The name that results carry; not "contracted".
    pub id: String,
    /// To what it switches; `None` to leave the variants as they are.
    pub variant: Option<Variant>,
    /// Which contracts it switches; `None` for all.
    pub contracts: Option<BTreeSet<String>>,
    /// Which segments it switches; `None` for all.
    pub segments: Option<BTreeSet<String>>,
    /// The care that turns up outside every task.
    pub leakage: Option<LeakageSection>,
}

/// The share of the volume of a task that turns up in care that is paid by effort.
///
/// Dutch: *waterbedeffect*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeakageSection {
    /// Which share of the volume.
    pub share: Percent,
    /// The contract whose provider delivers it: by that contract, or in a year in which it does not hold by another one.
    pub to: String,
    /// What it is paid: so many times the tariff that it would have by effort where it leaked from.
    pub tariff_times: Ratio,
    /// What it costs that provider: so many times the cost price where it leaked from.
    pub cost_times: Ratio,
}

/// A change of volume or price that every case has to bear.
///
/// Dutch: *schok*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShockSection {
    /// The name that results carry.
    pub id: String,
    /// What changes.
    pub shock: Shock,
}
