//! With which rounding mode a column was printed, where its figures decide it.

use super::identity::Identity;
use super::memo::refuse_memo_sums;
use super::place::Place;
use super::table::Table;
#[cfg(feature = "serde")]
use crate::budget::number;
use crate::budget::printed::Interval;
use crate::budget::printed::{Printed, ROUNDING_MODES};
use crate::error::Error;
use crate::exact::{Mode, Ratio};
use alloc::string::String;
use alloc::vec::Vec;

/// What the figures of a column say about its rounding mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "outcome", content = "mode", rename_all = "kebab-case")
)]
pub enum DetectedMode {
    /// This mode fits all rows, and the other ways of rounding do not. Modes that differ only for an exact half, or only
    /// for figures on the other side of zero, count as one; the usual one stands for them.
    Decided(Mode),
    /// Several ways of rounding fit all rows.
    Undecided,
    /// No way of rounding fits all rows.
    None,
}

/// One row of a detection: a printed figure, what it was rounded from, and the modes that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fit {
    /// The row.
    pub row: String,
    /// The figure as printed.
    #[cfg_attr(feature = "serde", serde(serialize_with = "number::serialize"))]
    pub printed: Ratio,
    /// What it was rounded from, as far as that is known.
    pub exact: Interval,
    /// The modes by which some value of `exact` prints as `printed`.
    pub modes: Vec<Mode>,
}

/// With which modes a column can have been printed, row by row.
///
/// Dutch: *herkenning van de afrondingsregel*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// Its rows.
    pub fits: Vec<Fit>,
}

impl Fit {
    /// Tries every mode on one figure, printed in multiples of `unit`.
    ///
    /// # Errors
    /// `Unit` when the figure is no multiple of the unit; `Overflow`.
    pub fn of(row: &str, printed: Ratio, unit: Ratio, exact: Interval) -> Result<Fit, Error> {
        let mut modes = Vec::new();
        for mode in ROUNDING_MODES {
            if Printed::new(unit, mode)?.interval(printed)?.meets(exact) {
                modes.push(mode);
            }
        }
        Ok(Fit { row: row.into(), printed, exact, modes })
    }
}

impl Detection {
    /// The modes that fit all rows.
    #[must_use]
    pub fn consistent(&self) -> Vec<Mode> {
        let fits_all = |mode: &Mode| self.contradicting(*mode).is_empty();
        ROUNDING_MODES.into_iter().filter(fits_all).collect()
    }

    /// The rows that rule a mode out.
    #[must_use]
    pub fn contradicting(&self, mode: Mode) -> Vec<&str> {
        let against = self.fits.iter().filter(|fit| !fit.modes.contains(&mode));
        against.map(|fit| fit.row.as_str()).collect()
    }

    /// What the rows together decide.
    #[must_use]
    pub fn outcome(&self) -> DetectedMode {
        let consistent = self.consistent();
        let has = |mode| consistent.contains(&mode);
        // Within a group the modes print the same except for exact halves.
        let nearest = [Mode::HalfUp, Mode::HalfEven, Mode::HalfDown].into_iter().find(|&mode| has(mode));
        let symmetric = [nearest, has(Mode::Down).then_some(Mode::Down), has(Mode::Up).then_some(Mode::Up)];
        let mut symmetric = symmetric.into_iter().flatten();
        match (symmetric.next(), symmetric.next(), consistent.as_slice()) {
            (Some(mode), None, _) => DetectedMode::Decided(mode),
            (None, None, [mode]) => DetectedMode::Decided(*mode), // floor or ceiling: only these treat the signs differently
            (None, None, []) => DetectedMode::None,
            _ => DetectedMode::Undecided,
        }
    }
}

/// Detects how a column was printed from what an identity says its figures should be.
///
/// One detection for each column of the identity; the expression is carried with what its own figures may stand for, so a row
/// whose inputs are too coarse decides nothing.
///
/// # Errors
/// `UnknownName`, `Missing`, `Memo`, `OutOfRange` or `Overflow` as for [`super::reconcile`].
pub fn detect(tables: &[Table], identity: &Identity) -> Result<Vec<Detection>, Error> {
    detect_columns(tables, identity).map_err(|error| identity.locate(error))
}

fn detect_columns(tables: &[Table], identity: &Identity) -> Result<Vec<Detection>, Error> {
    let cells = identity.cells(tables)?;
    refuse_memo_sums(tables, &cells, &identity.expression)?;
    let mut detections: Vec<Detection> = Vec::new();
    for cell in cells {
        let fit = fit(&Place { tables, cell }, identity).map_err(|error| cell.locate(error))?;
        match detections.iter_mut().find(|detection| detection.column == cell.column_name()) {
            Some(detection) => detection.fits.push(fit),
            None => detections.push(Detection {
                table: cell.table.name().into(),
                column: cell.column_name().into(),
                fits: Vec::from([fit]),
            }),
        }
    }
    Ok(detections)
}

fn fit(place: &Place<'_>, identity: &Identity) -> Result<Fit, Error> {
    let cell = place.cell;
    let exact = place.evaluate(&identity.expression, None)?;
    let printed = place.figure(cell, None)?.value;
    Fit::of(cell.label(), printed, cell.form().printed.unit(), exact.interval)
}

/// With its outcome, so that a reader of the JSON need not weigh the rows.
#[cfg(feature = "serde")]
impl serde::Serialize for Detection {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Written<'a> {
            table: &'a str,
            column: &'a str,
            #[serde(flatten)]
            outcome: DetectedMode,
            fits: &'a [Fit],
        }
        let Detection { table, column, fits } = self;
        Written { table, column, outcome: self.outcome(), fits }.serialize(serializer)
    }
}
