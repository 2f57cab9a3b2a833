//! What comes out of a scenario, as plain data.

use super::paying::ContractOutcome;
use super::receipt::{AppliedRule, Receipt};
use super::settling::{PoolOutcome, PoolSolidarity};
use crate::budget::reconcile::{Detection, Finding};
use crate::budget::waterfall::Role;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Unrounded};
use crate::party::Municipality;
use crate::period::Year;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// Everything that a scenario gives.
///
/// Dutch: *uitkomst*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Outcome {
    /// The id of the scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// The parties, in the order of their ids.
    pub parties: Vec<Party>,
    /// The allocation statements: the budget, the derivation, each year of each schedule, each settlement of each pool.
    pub statements: Vec<Statement>,
    /// Derived figures beside the published ones.
    pub comparisons: Vec<Comparison>,
    /// Shares that published amounts imply.
    pub implied: Vec<ImpliedShare>,
    /// The settlements of pools, beside their statements.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub pools: Vec<PoolOutcome>,
    /// How well pools do their job over their years.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub solidarity: Vec<PoolSolidarity>,
    /// What came of contracts, beside their statements.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub contracts: Vec<ContractOutcome>,
    /// What was found about the published tables.
    pub reconciliation: Reconciliation,
    /// With what it was computed, from what, by which rules.
    pub receipt: Receipt,
}

impl Outcome {
    /// The same outcome with its statements in whole units, such as a thousand euros; they still add up.
    ///
    /// # Errors
    /// As for [`Statement::rounded`].
    pub fn rounded(mut self, unit: Amount) -> Result<Outcome, Error> {
        for statement in &mut self.statements {
            *statement = statement.rounded(unit)?;
            self.receipt.rules.push(AppliedRule::Shown { statement: statement.id.clone(), unit });
        }
        Ok(self)
    }
}

/// A party with its name.
///
/// Dutch: *partij*. Ordered by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Party {
    /// The stable id.
    pub municipality: Municipality,
    /// The name, as the table prints it.
    pub name: String,
}

impl Party {
    /// Whether a text names this party: its name, its code (`GM0005` or `0005`), or the code with the division.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        let code = self.municipality.code.to_string();
        [self.name.as_str(), &code, &self.municipality.to_string()].contains(&text)
            || code.strip_prefix("GM") == Some(text)
    }
}

/// The name.
impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

/// An allocation statement: amounts in columns, one for each party.
///
/// Where it has a total, the parts of every party add up to it, to the cent. A stated total that is a euro off its streams
/// has that euro as a part of its own, the column `difference` (negative where the streams are more than the total).
///
/// Dutch: *verdeelstaat*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Statement {
    /// The name that figures know it by: `budget`, `derivation`, `rta-groningen/2016`.
    pub id: String,
    /// The year, for a year of a schedule or of a pool.
    pub year: Option<Year>,
    /// The positions of the parties that its rows are about; every column has one amount for each.
    pub parties: Vec<usize>,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

/// A column of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Column {
    /// The name: a stream or a line.
    pub name: String,
    /// What it is to the total of the row.
    pub role: ColumnRole,
    /// One amount per party.
    pub amounts: Vec<Amount>,
    /// The sum of the amounts.
    pub total: Amount,
    /// What rounding or placing took off each exact amount; empty for a column that was given or added up.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub residues: Vec<Unrounded>,
}

/// What a column of a statement is to the total of its row.
///
/// Unlike a line of a waterfall ([`Role`]) it can be the total; unlike a column of a published table
/// ([`crate::budget::reconcile::Role`]) it is always an amount that one of these three describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum ColumnRole {
    /// A part of the total (Dutch: *onderdeel*).
    Part,
    /// Already inside another column: never added (Dutch: *waarvan*).
    Memo,
    /// The whole that is divided (Dutch: *totaal*).
    Total,
}

/// A line of a waterfall is a part or a memo; the statement adds the total.
impl From<Role> for ColumnRole {
    fn from(role: Role) -> ColumnRole {
        match role {
            Role::Part => ColumnRole::Part,
            Role::Memo => ColumnRole::Memo,
        }
    }
}

impl Column {
    /// A column that leaves no residues.
    pub(super) fn given(name: &str, role: ColumnRole, amounts: &[Amount]) -> Result<Column, Error> {
        let total = Amount::sum(amounts)?;
        Ok(Column { name: name.into(), role, amounts: amounts.to_vec(), total, residues: Vec::new() })
    }
}

/// A derived figure beside the published one.
///
/// Dutch: *vergelijking met de gepubliceerde tabel*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Comparison {
    /// The column.
    pub column: String,
    /// The position of the party.
    pub party: usize,
    /// What the rules give.
    pub derived: Amount,
    /// What was published.
    pub published: Amount,
    /// Published less derived.
    pub difference: Amount,
}

/// The share that a published amount implies.
///
/// Dutch: *impliciet aandeel*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ImpliedShare {
    /// The position of the party.
    pub party: usize,
    /// The exact share.
    pub share: Ratio,
    /// The share in percent, to four decimals.
    pub shown: String,
}

/// What was found about the published tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reconciliation {
    /// What every identity gives, cell by cell.
    pub findings: Vec<Finding>,
    /// By which rounding mode columns were printed.
    pub detections: Vec<Detection>,
    /// Identities that cannot be checked, and why: a memo column that was added as a part.
    #[cfg_attr(feature = "serde", serde(serialize_with = "texts"))]
    pub refusals: Vec<Error>,
    /// What the author of the scenario knows: the identity, and the note about it.
    #[cfg_attr(feature = "serde", serde(serialize_with = "notes"))]
    pub notes: Vec<(String, String)>,
}

#[cfg(feature = "serde")]
fn texts<S: serde::Serializer>(errors: &[Error], serializer: S) -> Result<S::Ok, S::Error> {
    use alloc::string::ToString;
    serializer.collect_seq(errors.iter().map(ToString::to_string))
}

#[cfg(feature = "serde")]
fn notes<S: serde::Serializer>(notes: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(serde::Serialize)]
    struct Note<'a> {
        identity: &'a str,
        note: &'a str,
    }
    serializer.collect_seq(notes.iter().map(|(identity, note)| Note { identity, note }))
}
