//! Whether a figure is what it should be, and whether rounding can explain it where it is not.

use super::expression::Expression;
use super::figure::Figure;
use super::identity::Identity;
use super::place::{Cell, Place, Supposed};
use super::table::Quantity;
#[cfg(feature = "serde")]
use crate::budget::number;
use crate::budget::printed::ROUNDING_MODES;
use crate::error::Error;
use crate::exact::{Mode, Ratio};
use alloc::string::{String, ToString};

/// How a figure relates to what it should be.
///
/// Dutch: *bevinding*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "verdict", rename_all = "kebab-case"))]
pub enum Verdict {
    /// At face value the figure is exactly what it should be: the gap is 0 (Dutch: *sluit aan*).
    Holds,
    /// There is a gap, and rounding as declared explains it: the exact values that the two sides may stand for meet
    /// (Dutch: *verklaarbaar door afronding*).
    Explained,
    /// Rounding explains the gap only if one printed figure was rounded another way than its column declares.
    ExplainedOnlyIf(#[cfg_attr(feature = "serde", serde(serialize_with = "supposition_by_name"))] Supposition),
    /// Rounding does not explain the gap (Dutch: *fout*).
    Error {
        /// How much of the gap is left when every figure is taken at the most favourable end of its interval; 0 when the
        /// two intervals touch at an end that one of them does not reach.
        #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
        beyond: Ratio,
    },
}

/// As a field of its own: it names a table, a row and a column, and so does the finding around it.
#[cfg(feature = "serde")]
fn supposition_by_name<S: serde::Serializer>(supposition: &Supposition, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&Named { supposition }, serializer)
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize)]
struct Named<'a> {
    supposition: &'a Supposition,
}

/// One printed figure that would have to be rounded another way than its column declares.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Supposition {
    /// The table of the figure.
    pub table: String,
    /// Its row.
    pub row: String,
    /// Its column.
    pub column: String,
    /// The way in which it would have been rounded.
    pub mode: Mode,
}

/// What was found in one cell about one identity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// The identity that was checked.
    pub identity: String,
    /// The table of the figure that was checked.
    pub table: String,
    /// Its row.
    pub row: String,
    /// Its column.
    pub column: String,
    /// What the figures are.
    pub quantity: Quantity,
    /// The figure as stated, and what it may stand for.
    pub stated: Figure,
    /// What it should be from the printed figures, and from what these may stand for.
    pub computed: Figure,
    /// The expression that was computed, in signs and names.
    pub expression: String,
    /// Stated less computed, at face value.
    #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
    pub gap: Ratio,
    /// Whether it holds, is explained, or is an error.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub verdict: Verdict,
}

/// Checks one cell.
pub(super) fn judge<'a>(identity: &Identity, place: &Place<'a>) -> Result<Finding, Error> {
    let (cell, expression) = (place.cell, &identity.expression);
    let (stated, computed) = both_sides(place, expression, None)?;
    let gap = stated.value.checked_sub(computed.value)?;
    let verdict = if gap == Ratio::ZERO {
        Verdict::Holds
    } else if stated.interval.meets(computed.interval) {
        Verdict::Explained
    } else if let Some(supposition) = supposition(place, expression)? {
        Verdict::ExplainedOnlyIf(supposition)
    } else {
        let beyond = stated.interval.distance(computed.interval)?;
        Verdict::Error { beyond }
    };
    Ok(Finding {
        identity: identity.id.clone(),
        table: cell.table.name().into(),
        row: cell.label().into(),
        column: cell.column_name().into(),
        quantity: cell.form().quantity,
        stated,
        computed,
        expression: expression.to_string(),
        gap,
        verdict,
    })
}

fn both_sides<'a>(
    place: &Place<'a>,
    expression: &Expression,
    supposed: Supposed<'a>,
) -> Result<(Figure, Figure), Error> {
    let stated = place.figure(place.cell, supposed)?;
    Ok((stated, place.evaluate(expression, supposed)?))
}

/// The first single figure, rounded another way, with which the two sides meet.
///
/// An exact figure has no rounding, so nothing is supposed of it. A total that was added up from printed figures has none of
/// its own: it would take a supposition for each of these, and with that many most errors could be talked away.
fn supposition(place: &Place<'_>, expression: &Expression) -> Result<Option<Supposition>, Error> {
    let mut cells = place.cells(expression)?;
    cells.insert(0, place.cell);
    cells.retain(|cell| cell.form().printed.mode() != Mode::Exact);
    for mode in ROUNDING_MODES {
        for &cell in &cells {
            let (stated, computed) = both_sides(place, expression, Some((cell, mode)))?;
            if stated.interval.meets(computed.interval) {
                return Ok(Some(Supposition::of(cell, mode)));
            }
        }
    }
    Ok(None)
}

impl Supposition {
    fn of(cell: Cell<'_>, mode: Mode) -> Supposition {
        Supposition {
            table: cell.table.name().into(),
            row: cell.label().into(),
            column: cell.column_name().into(),
            mode,
        }
    }
}
