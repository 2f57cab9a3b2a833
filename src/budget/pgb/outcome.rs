//! What the derivation gives for one municipality, with everything that explains it.

use super::share::PgbRange;
use crate::budget::waterfall::Role;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounding, Unrounded};
use alloc::string::String;
use alloc::vec::Vec;

/// A figure with the exact amount that it was rounded from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Derived {
    /// Before rounding.
    pub exact: Unrounded,
    /// The figure.
    pub amount: Amount,
    /// `exact` less `amount`.
    pub residue: Unrounded,
}

impl Derived {
    pub(super) fn rounded(exact: Unrounded, rounding: Rounding) -> Result<Derived, Error> {
        let rounded = rounding.round(exact)?;
        Ok(Derived { exact, amount: rounded.amount, residue: rounded.residue })
    }

    /// A figure that was given and not computed.
    pub(super) fn given(amount: Amount) -> Derived {
        Derived { exact: amount.into(), amount, residue: Unrounded::ZERO }
    }
}

/// The figures of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PgbOutcome {
    /// What the municipality takes for running the scheme.
    pub uitvoeringskosten: Derived,
    /// What goes to services that come before specialised care (Dutch: *versterking voorliggend veld*).
    pub voorliggend_veld: Derived,
    /// Personal budgets (Dutch: *persoonsgebonden budget*).
    pub pgb: Derived,
    /// The PGB amounts that a printed share allows; `None` for an exact share or a given amount.
    pub pgb_range: Option<PgbRange>,
    /// The PGB amount over what is left for care of the AWBZ stream; `None` when nothing is left.
    pub implied_share: Option<Ratio>,
    /// Care in kind (Dutch: *zorg in natura*): a memo, never added to the parts.
    pub zin: Amount,
    /// What goes to the region.
    pub rta_bijdrage: Amount,
    /// The rounded figures that the RTA bijdrage adds up, by stream or for the total.
    pub contributions: Vec<(String, Derived)>,
}

/// A column of the derived table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Column {
    /// Personal budgets.
    Pgb,
    /// Care in kind.
    Zin,
    /// Running the scheme.
    Uitvoeringskosten,
    /// Services that come before specialised care.
    VoorliggendVeld,
    /// What goes to the region.
    RtaBijdrage,
}

impl Column {
    /// Every column, in the order of the published table.
    pub const ALL: [Column; 5] =
        [Column::Pgb, Column::Zin, Column::Uitvoeringskosten, Column::VoorliggendVeld, Column::RtaBijdrage];

    /// The name in tables and scenario files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Column::Pgb => "pgb",
            Column::Zin => "zin",
            Column::Uitvoeringskosten => "uitvoeringskosten",
            Column::VoorliggendVeld => "voorliggend_veld",
            Column::RtaBijdrage => "rta_bijdrage",
        }
    }

    /// Part or memo: ZIN lies inside the RTA bijdrage and is gross of the municipal lines, so it is a memo.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Column::Zin => Role::Memo,
            Column::Pgb | Column::Uitvoeringskosten | Column::VoorliggendVeld | Column::RtaBijdrage => Role::Part,
        }
    }
}

impl PgbOutcome {
    /// The amount in a column.
    #[must_use]
    pub const fn amount(&self, column: Column) -> Amount {
        match column {
            Column::Pgb => self.pgb.amount,
            Column::Zin => self.zin,
            Column::Uitvoeringskosten => self.uitvoeringskosten.amount,
            Column::VoorliggendVeld => self.voorliggend_veld.amount,
            Column::RtaBijdrage => self.rta_bijdrage,
        }
    }
}
