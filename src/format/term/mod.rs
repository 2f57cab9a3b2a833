//! The words of the format: each value of an enum under one name, with its meaning.

mod financing;
mod pooling;

use crate::budget::pgb::Stage;
use crate::budget::reconcile::{Quantity, Role, RowRole, Rows};
use crate::budget::rta::CutReading;
use crate::budget::stream::TotalBasis;
use crate::exact::notation::Notation;
use crate::exact::{Mode, TieRule};
use alloc::vec::Vec;
pub(super) use financing::{BeyondWord, LumpSumWord, PenaltyWord};
pub(super) use pooling::{BasisWord, ModelWord};

/// The names and meanings of a kind of term, in their declared order.
pub(super) type Listing = fn() -> Vec<(&'static str, &'static str)>;

/// Values that a scenario writes as a word.
pub(super) trait Term: Sized + PartialEq + Clone + 'static {
    /// Every value with its name and its meaning.
    const TERMS: &'static [(Self, &'static str, &'static str)];

    /// The names and meanings.
    fn listing() -> Vec<(&'static str, &'static str)> {
        Self::TERMS.iter().map(|&(_, name, meaning)| (name, meaning)).collect()
    }

    /// The value with a name.
    fn named(name: &str) -> Option<Self> {
        let found = Self::TERMS.iter().find(|(_, term, _)| *term == name);
        found.map(|(value, _, _)| value.clone())
    }

    /// The name of this value; `None` only for a value that no word says, such as a list of rows.
    fn name(&self) -> Option<&'static str> {
        Self::TERMS.iter().find(|(value, _, _)| value == self).map(|&(_, name, _)| name)
    }
}

impl Term for Role {
    const TERMS: &'static [(Role, &'static str, &'static str)] = &[
        (Role::Part, "part", "a part of the total (Dutch: onderdeel)"),
        (Role::Memo, "memo", "already inside another column, never added (Dutch: waarvan, pm)"),
        (Role::Total, "total", "the total of the parts (Dutch: totaal)"),
        (Role::Other, "other", "no part of any total: a share, a price, a count beside amounts"),
    ];
}

impl Term for Quantity {
    const TERMS: &'static [(Quantity, &'static str, &'static str)] = &[
        (Quantity::Amount, "amount", "euros"),
        (Quantity::Share, "share", "percent: 84.5 is 84.5%"),
        (Quantity::Count, "count", "a number of clients, youths, functions"),
    ];
}

impl Term for RowRole {
    const TERMS: &'static [(RowRole, &'static str, &'static str)] = &[
        (RowRole::Total, "total", "rounded from its own exact value"),
        (RowRole::SumOfPrinted, "sum-of-printed", "added up from the printed figures of the other rows"),
    ];
}

impl Term for Rows {
    const TERMS: &'static [(Rows, &'static str, &'static str)] = &[
        (Rows::All, "all", "every row"),
        (Rows::Parties, "parties", "the rows that are no total"),
        (Rows::Totals, "totals", "the rows named in `totals`"),
    ];
}

impl Term for Mode {
    const TERMS: &'static [(Mode, &'static str, &'static str)] = &[
        (Mode::HalfUp, "half-up", "to the nearest, a half away from zero (Dutch: rekenkundig)"),
        (Mode::HalfEven, "half-even", "to the nearest, a half to the even multiple"),
        (Mode::HalfDown, "half-down", "to the nearest, a half towards zero"),
        (Mode::Up, "up", "away from zero"),
        (Mode::Down, "down", "towards zero (Dutch: afkappen)"),
        (Mode::Floor, "floor", "to the multiple below"),
        (Mode::Ceiling, "ceiling", "to the multiple above"),
        (Mode::Exact, "exact", "not at all"),
    ];
}

impl Term for TieRule {
    const TERMS: &'static [(TieRule, &'static str, &'static str)] = &[
        (TieRule::First, "first", "to the first in the declared order"),
        (TieRule::Last, "last", "to the last in the declared order"),
        (TieRule::LargestWeight, "largest-weight", "to the largest weight; of equal weights, to the first"),
        (TieRule::Refuse, "refuse", "to nobody: the tie is an error, and a person decides"),
    ];
}

impl Term for CutReading {
    const TERMS: &'static [(CutReading, &'static str, &'static str)] = &[
        (
            CutReading::CumulativePoints,
            "cumulative-points",
            "percentage points that include the cut already off the base: 8.5% - 3.5% = 5%",
        ),
        (CutReading::Literal, "literal", "the printed percentage of the base: 8.5%"),
        (CutReading::Compounding, "compounding", "percentages of the uncut budget: 1 - (1 - 8.5%) / (1 - 3.5%)"),
    ];
}

impl Term for TotalBasis {
    const TERMS: &'static [(TotalBasis, &'static str, &'static str)] = &[
        (TotalBasis::Stated, "stated", "the total that the source states"),
        (TotalBasis::SumOfStreams, "sum-of-streams", "what the streams add up to"),
    ];
}

impl Term for Stage {
    const TERMS: &'static [(Stage, &'static str, &'static str)] = &[
        (Stage::PerStream, "per-stream", "each stream is rounded, and the bijdrage is the sum"),
        (Stage::OnTotal, "on-total", "the streams are added up first, and the sum is rounded"),
    ];
}

impl Term for Notation {
    const TERMS: &'static [(Notation, &'static str, &'static str)] = &[
        (Notation::Plain, "plain", "1234.56"),
        (Notation::Dutch, "dutch", "1.234,56 and € 1.234,56"),
        (Notation::Either, "either", "both, where the text has one meaning; 1.234 has two and is refused"),
    ];
}
