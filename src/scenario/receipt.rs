//! The receipt of an outcome: with what it was computed, from what, by which rules.

use super::model::RULES_VERSION;
use crate::budget::pgb::Stage;
use crate::budget::rta::CutReading;
use crate::exact::{Amount, Residual, Rounding, Split, TieRule};
use crate::pool::Model;
use alloc::string::String;
use alloc::vec::Vec;

/// What a reader needs to compute the same figures again, a year later.
///
/// Dutch: *verantwoording*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Receipt {
    /// The version of the engine.
    pub engine: String,
    /// The version of the rules; for one version results never change.
    pub rules_version: u32,
    /// The rules that rounded or placed a cent, statement by statement.
    pub rules: Vec<AppliedRule>,
    /// The fingerprint of the whole scenario in its canonical text, where it was read from text.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub fingerprint: Option<String>,
    /// Every input by name, with the SHA-256 of its bytes; whoever reads the files fills these in.
    pub inputs: Vec<Input>,
}

/// A rule that rounded or placed a cent.
///
/// Dutch: *toegepaste rekenregel*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "rule", rename_all = "kebab-case"))]
pub enum AppliedRule {
    /// Every figure of a statement was rounded at a named step.
    Rounded {
        /// The statement.
        statement: String,
        /// The step.
        rounding: Rounding,
        /// Where the RTA bijdrage was rounded.
        stage: Stage,
    },
    /// The total of every party was divided over the lines of a schedule.
    Divided {
        /// The statement.
        statement: String,
        /// How the State's cut was read.
        reading: CutReading,
        /// How the cents were placed.
        split: Split,
    },
    /// The cost of a pool was shared, and the cents placed once.
    Pooled {
        /// The statement.
        statement: String,
        /// How the cost was shared.
        model: Model,
        /// The key, with the years of its figures in its name.
        key: String,
        /// Who gets the cents left over.
        residual: Residual,
        /// Who goes first when remainders are equal.
        tie: TieRule,
    },
    /// Every line of delivered care was rounded by itself.
    Declared {
        /// The statement.
        statement: String,
        /// The step.
        rounding: Rounding,
    },
    /// A lump sum was rounded, and what the task pays divided over municipalities.
    Tasked {
        /// The statement.
        statement: String,
        /// How the lump sum of each year was rounded.
        lump_sum: Rounding,
        /// How what the corridor leaves to pay was rounded.
        settlement: Rounding,
        /// The key, with the years of its figures in its name.
        key: String,
        /// How the cents were placed.
        split: Split,
    },
    /// A statement is shown in whole units, rounded so that it still adds up.
    Shown {
        /// The statement.
        statement: String,
        /// The unit.
        unit: Amount,
    },
}

impl AppliedRule {
    /// The statement that the rule was applied to.
    #[must_use]
    pub fn statement(&self) -> &str {
        match self {
            AppliedRule::Rounded { statement, .. }
            | AppliedRule::Divided { statement, .. }
            | AppliedRule::Pooled { statement, .. }
            | AppliedRule::Declared { statement, .. }
            | AppliedRule::Tasked { statement, .. }
            | AppliedRule::Shown { statement, .. } => statement,
        }
    }
}

/// An input of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Input {
    /// The name of the file.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Receipt {
    pub(super) fn new(rules: Vec<AppliedRule>) -> Receipt {
        let engine = env!("CARGO_PKG_VERSION").into();
        Receipt { engine, rules_version: RULES_VERSION, rules, fingerprint: None, inputs: Vec::new() }
    }
}
