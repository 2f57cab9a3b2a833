//! One year of a schedule under one reading, proved to add up.

use super::diagnosis;
use super::reading::CutReading;
use super::schedule::{PrintedLine, Schedule, percent_in, stated_in};
use crate::budget::PrintedPercent;
use crate::budget::waterfall::{Base, Line, Rule, Waterfall};
use crate::error::Error;
use crate::exact::{Percent, Ratio, Weights};
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// One line in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RtaLine {
    /// What the line is called.
    pub name: String,
    /// The percentage as printed; a year without a cut prints none for it.
    pub printed: Option<Percent>,
    /// The exact share of the base-year budget.
    pub share: Ratio,
}

/// One year of a schedule, under one reading of the cut: shares of the base-year budget that add up to exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RtaYear {
    year: Year,
    reading: CutReading,
    lines: Vec<RtaLine>,
}

impl RtaYear {
    /// Reads the cut, and proves that the lines add up.
    pub(super) fn of(schedule: &Schedule, year: Year, reading: CutReading) -> Result<RtaYear, Error> {
        match attempt(schedule, year, reading)? {
            Ok(lines) => Ok(RtaYear { year, reading, lines }),
            Err(mismatch) => Err(diagnosis::refusal(schedule, year, mismatch)),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// The reading of the cut.
    #[must_use]
    pub fn reading(&self) -> CutReading {
        self.reading
    }

    /// The lines in the declared order: cut, lines, residual. Without a cut in this year its share is zero.
    #[must_use]
    pub fn lines(&self) -> &[RtaLine] {
        &self.lines
    }

    /// The shares as weights, in the order of the lines; a tie goes to the earlier line under [`crate::exact::Split::default`].
    ///
    /// # Errors
    /// `Overflow` when the shares need too many digits together.
    pub fn weights(&self) -> Result<Weights, Error> {
        let shares: Vec<Ratio> = self.lines.iter().map(|line| line.share).collect();
        Weights::from_ratios(&shares)
    }

    /// The year as a waterfall over the base-year budget, one part for each line; it places in cents, and a tie goes to
    /// the earlier line.
    ///
    /// # Errors
    /// `Overflow` when the shares need too many digits together.
    pub fn waterfall(&self) -> Result<Waterfall, Error> {
        let share = |line: &RtaLine| Line::new(line.name.clone(), Rule::ShareOf(Base::Whole, line.share));
        Waterfall::new(self.lines.iter().map(share).collect())
    }
}

/// Why a year does not add up under a reading.
pub(super) enum Mismatch {
    /// The lines add up to something else than one.
    Sum(Ratio),
    /// The exact rest does not print as the residual that was published.
    Rest(Ratio),
}

/// The lines of a year under a reading, when they add up to exactly one.
pub(super) fn attempt(
    schedule: &Schedule,
    year: Year,
    reading: CutReading,
) -> Result<Result<Vec<RtaLine>, Mismatch>, Error> {
    let mut lines = read_lines(schedule, year, reading)?;
    let sum = sum(&lines)?;
    if sum == Ratio::ONE {
        return Ok(Ok(lines));
    }
    if !compounds(schedule, year, reading) {
        return Ok(Err(Mismatch::Sum(sum)));
    }
    // Compounded, the cut has no end of decimals, while the residual was printed in whole units: the residual takes the
    // exact rest, on condition that this rest prints as published.
    let residual = lines.last_mut().expect("a schedule has a residual line");
    let rest = Ratio::ONE.checked_sub(sum.checked_sub(residual.share)?)?;
    if !prints_as_published(schedule, year, rest)? {
        return Ok(Err(Mismatch::Rest(rest)));
    }
    residual.share = rest;
    Ok(Ok(lines))
}

/// The lines as printed, with the cut as read.
fn read_lines(schedule: &Schedule, year: Year, reading: CutReading) -> Result<Vec<RtaLine>, Error> {
    let mut lines = Vec::new();
    if let Some(cut) = schedule.cut() {
        let printed = percent_in(&cut.line, year);
        let share = printed.map_or(Ok(Ratio::ZERO), |printed| reading.share(printed, cut.in_base));
        lines.push(RtaLine { name: cut.line.name.clone(), printed, share: share? });
    }
    let stated = schedule.lines().iter().chain([&schedule.residual().line]);
    lines.extend(stated.map(|line| as_printed(line, year)));
    Ok(lines)
}

fn as_printed(line: &PrintedLine, year: Year) -> RtaLine {
    let printed = stated_in(line, year);
    RtaLine { name: line.name.clone(), printed: Some(printed), share: printed.ratio() }
}

fn sum(lines: &[RtaLine]) -> Result<Ratio, Error> {
    lines.iter().try_fold(Ratio::ZERO, |sum, line| sum.checked_add(line.share))
}

/// Whether this year has a cut that compounds; without one all shares are as printed.
fn compounds(schedule: &Schedule, year: Year, reading: CutReading) -> bool {
    let has_cut = schedule.cut().is_some_and(|cut| percent_in(&cut.line, year).is_some());
    has_cut && reading == CutReading::Compounding
}

fn prints_as_published(schedule: &Schedule, year: Year, rest: Ratio) -> Result<bool, Error> {
    let residual = schedule.residual();
    PrintedPercent::new(stated_in(&residual.line, year), residual.unit)?.stands_for(rest)
}
