//! A pool: whose cost is shared, in which years, by which model and key, and how it is settled.

use crate::exact::{Amount, Percent, Residual, TieRule};
use crate::party::Municipality;
use crate::period::Year;
use crate::pool::{Model, Netting, ReserveTerms, RoundKind};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

/// A solidarity pool.
///
/// Dutch: *solidariteitspot*, *verevening*. Source: `SOURCES.md#solidarity`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSection {
    /// The name that results carry.
    pub id: String,
    /// The years that it settles, each on its own.
    pub years: BTreeSet<Year>,
    /// Who takes part; `None` for all parties of the scenario.
    pub members: Option<BTreeSet<Municipality>>,
    /// The pool that this one is a sub-pool of: it settles first, that one settles on its total.
    pub within: Option<String>,
    /// The segments of the cost that are pooled; `None` for all of them.
    pub segments: Option<BTreeSet<String>>,
    /// The series with the cost of the members.
    pub cost: String,
    /// The series with what the members contribute; a corridor, sharing by contribution and a reserve need it.
    pub contribution: Option<String>,
    /// The series with the cost of single clients; a stop-loss needs it. Of a series with segments only those of the pool
    /// count; one without segments is taken to be about the pooled cost, so nothing proves that a client costs no more than
    /// that: cost that was corrected since, or that is of no known client, makes the two differ rightly.
    pub clients: Option<String>,
    /// How the cost is shared.
    pub model: ModelChoice,
    /// By what the pooled cost is shared. Only actual use, which pools nothing, does without: where there is no reserve to
    /// fill, and no pool around it to pay to.
    pub key: Option<KeyChoice>,
    /// By what underspends beyond the band are given back, where that is another key; for a corridor that keeps each side
    /// on its own.
    pub underspend_key: Option<KeyChoice>,
    /// Who gets the cents left over.
    pub residual: Residual,
    /// Who goes first when members tie for a cent.
    pub tie: TieRule,
    /// What was paid beforehand.
    pub advances: Option<AdvancesSection>,
    /// What the pool keeps in reserve.
    pub reserve: Option<ReserveSection>,
    /// Its settlements, in the order of their booking; a year that none of them is about has one final settlement on the
    /// cost of the pool.
    pub rounds: Vec<RoundSection>,
}

/// How a pool shares its cost, in each of its years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelChoice {
    /// Alike in every year.
    EveryYear(Model),
    /// A blend of which another part is pooled in every year, such as one that phases in. Dutch: *ingroei*.
    BlendByYear(BTreeMap<Year, Percent>),
}

/// By what a pool shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyChoice {
    /// The key with this id.
    Key(String),
    /// What the members contribute in the year.
    Contribution,
}

/// What the members paid beforehand.
///
/// Dutch: *voorschotten*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvancesSection {
    /// The series with what was paid for each year; the series of the contributions may be the same. No other pool may count the
    /// same figures: what was paid once is settled once.
    pub series: String,
    /// In how many instalments a year it was paid.
    pub instalments: u16,
}

/// What a pool keeps in reserve over its years. A year opens with what the last settlement of the year before closed with,
/// also where that one was booked later.
///
/// Dutch: *egalisatiereserve*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveSection {
    /// What is in it at the start of the first year.
    pub opening: Amount,
    /// A deficit takes nothing below this.
    pub floor: Amount,
    /// Nothing is stored above this.
    pub cap: Amount,
    /// What the members add every year, as far as the cap allows (Dutch: *dotatie*).
    pub top_up: Amount,
}

/// A settlement of a pool.
///
/// Dutch: *afrekening*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundSection {
    /// What kind of settlement it is.
    pub kind: RoundKind,
    /// The year of the pool that is settled; `None` for every year.
    pub year: Option<Year>,
    /// The series with the cost as it was known then; `None` for the cost of the pool.
    pub cost: Option<String>,
    /// The year in whose accounts it stands.
    pub booked: Year,
}

impl ReserveSection {
    /// The terms, without what is in it.
    #[must_use]
    pub const fn terms(&self) -> ReserveTerms {
        ReserveTerms { floor: self.floor, cap: self.cap, top_up: self.top_up }
    }
}

impl ModelChoice {
    /// The name in files: `blend`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            ModelChoice::EveryYear(model) => model.name(),
            ModelChoice::BlendByYear(_) => "blend",
        }
    }

    /// The model of a year; `None` where a blend by year has no share for it.
    #[must_use]
    pub fn in_year(&self, year: Year) -> Option<Model> {
        match self {
            ModelChoice::EveryYear(model) => Some(*model),
            ModelChoice::BlendByYear(shares) => shares.get(&year).map(|&pooled| Model::Blend { pooled }),
        }
    }

    /// Whether there is nothing to share, so that no key is needed.
    #[must_use]
    pub const fn is_actual_use(&self) -> bool {
        matches!(self, ModelChoice::EveryYear(Model::ActualUse))
    }

    /// Whether over- and underspends are divided each by a key of its own.
    #[must_use]
    pub fn keeps_each_side(&self) -> bool {
        matches!(self, ModelChoice::EveryYear(Model::Corridor(corridor)) if corridor.netting == Netting::EachSide)
    }
}

impl PoolSection {
    /// Every series of amounts that the pool names, with the key that names it.
    pub(super) fn series(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let own = [
            ("cost", Some(&self.cost)),
            ("contribution", self.contribution.as_ref()),
            ("clients", self.clients.as_ref()),
            ("advances", self.advances.as_ref().map(|advances| &advances.series)),
        ];
        let rounds = self.rounds.iter().map(|round| ("rounds", round.cost.as_ref()));
        own.into_iter().chain(rounds).filter_map(|(key, id)| Some((key, id?.as_str())))
    }
}
