//! A schedule as it was published.

use super::reading::CutReading;
use super::year::RtaYear;
use crate::budget::PrintedPercent;
use crate::error::{Error, Kind};
use crate::exact::Percent;
use crate::period::Year;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A line with its printed percentage for each year; all percentages are of the base-year budget, also in later years.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PrintedLine {
    /// What the line is called.
    pub name: String,
    /// The percentage as printed, year by year.
    pub percents: Vec<(Year, Percent)>,
}

/// What the State takes off, as printed.
///
/// Dutch: *korting*, *rijkskorting*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Cut {
    /// The line of the cut. A year that it does not name has no cut.
    pub line: PrintedLine,
    /// The cut that the base-year budget already lacks.
    pub in_base: Percent,
}

/// The line that gets what the others leave, and how precisely it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Residual {
    /// The line with its printed percentages.
    pub line: PrintedLine,
    /// The unit it was printed in, such as whole percents.
    pub unit: Percent,
}

/// An RTA schedule: years by lines, in the declared order cut, lines, residual.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Schedule {
    name: String,
    source: String,
    years: Vec<Year>,
    cut: Option<Cut>,
    lines: Vec<PrintedLine>,
    residual: Residual,
}

impl Schedule {
    /// A schedule in which every line has one percentage for every year, the cut for some of the years.
    ///
    /// The years are those of the residual line. Whether a year adds up depends on the reading: see [`Schedule::year`].
    ///
    /// # Errors
    /// `Missing` when a line lacks a year, or there is no year at all; `Duplicate` when a name, or a year of a line, stands
    /// there twice; `UnknownName` for a year that the residual line does not have; `OutOfRange` for a percentage outside 0%
    /// to 100%, or a base that lacks all of it; `Unit` when the residual is no multiple of its unit.
    pub fn new(
        name: impl Into<String>,
        source: impl Into<String>,
        cut: Option<Cut>,
        lines: Vec<PrintedLine>,
        residual: Residual,
    ) -> Result<Schedule, Error> {
        let mut years: Vec<Year> = residual.line.percents.iter().map(|&(year, _)| year).collect();
        years.sort_unstable();
        let schedule = Schedule { name: name.into(), source: source.into(), years, cut, lines, residual };
        schedule.prove().map_err(|error| schedule.place(error))?;
        Ok(schedule)
    }

    /// What the schedule is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the schedule was published.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The years that the schedule covers, in order.
    #[must_use]
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// The cut, if the State takes any.
    #[must_use]
    pub fn cut(&self) -> Option<&Cut> {
        self.cut.as_ref()
    }

    /// The lines between the cut and the residual.
    #[must_use]
    pub fn lines(&self) -> &[PrintedLine] {
        &self.lines
    }

    /// The line that gets what the others leave.
    #[must_use]
    pub fn residual(&self) -> &Residual {
        &self.residual
    }

    /// The names of all lines, in the declared order: cut, lines, residual.
    pub fn line_names(&self) -> impl Iterator<Item = &str> {
        self.all_lines().map(|line| line.name.as_str())
    }

    /// One year under one reading of the cut; its shares add up to exactly one.
    ///
    /// # Errors
    /// `ScheduleSum` when the year does not add up, with the reading that would make it; `UnknownName` for a year that the
    /// schedule does not cover; `OutOfRange` for a cut smaller than the one in the base.
    pub fn year(&self, year: Year, reading: CutReading) -> Result<RtaYear, Error> {
        if !self.years.contains(&year) {
            return Err(self.place(self.unknown_year(year)));
        }
        RtaYear::of(self, year, reading).map_err(|error| self.place(error.within(format!("year {year}"))))
    }

    /// All years under one reading of the cut.
    ///
    /// # Errors
    /// As for [`Schedule::year`], for the first year that does not add up.
    pub fn all_years(&self, reading: CutReading) -> Result<Vec<RtaYear>, Error> {
        self.years.iter().map(|&year| self.year(year, reading)).collect()
    }

    fn all_lines(&self) -> impl Iterator<Item = &PrintedLine> {
        let cut = self.cut.iter().map(|cut| &cut.line);
        cut.chain(&self.lines).chain([&self.residual.line])
    }

    fn prove(&self) -> Result<(), Error> {
        if self.years.is_empty() {
            return Err(Error::new(Kind::Missing, "no year", "at least one year with percentages"));
        }
        if let Some(twice) = Error::doubles("lines", self.line_names()).pop() {
            return Err(twice);
        }
        for line in self.all_lines() {
            self.prove_line(line).map_err(|error| error.within(format!("line \"{}\"", line.name)))?;
        }
        self.lines.iter().try_for_each(|line| self.every_year(line))?;
        self.prove_residual()?;
        self.cut.as_ref().map_or(Ok(()), prove_base)
    }

    /// Each year once, and known; each percentage in range.
    fn prove_line(&self, line: &PrintedLine) -> Result<(), Error> {
        for (position, &(year, percent)) in line.percents.iter().enumerate() {
            if line.percents.iter().take(position).any(|&(earlier, _)| earlier == year) {
                let found = format!("year {year} stands there twice");
                return Err(Error::new(Kind::Duplicate, found, "one percentage for each year"));
            }
            if !self.years.contains(&year) {
                return Err(self.unknown_year(year));
            }
            if !(Percent::ZERO..=Percent::WHOLE).contains(&percent) {
                let error = Error::new(Kind::OutOfRange, format!("{percent}"), "a percentage from 0% to 100%");
                return Err(error.within(format!("year {year}")));
            }
        }
        Ok(())
    }

    fn every_year(&self, line: &PrintedLine) -> Result<(), Error> {
        let missing = self.years.iter().find(|&&year| percent_in(line, year).is_none());
        missing.map_or(Ok(()), |year| {
            let error = Error::new(Kind::Missing, "no percentage", "one for each year of the schedule");
            Err(error
                .advise("Write 0 where the line takes nothing.")
                .within(format!("line \"{}\"", line.name))
                .within(format!("year {year}")))
        })
    }

    fn prove_residual(&self) -> Result<(), Error> {
        let Residual { line, unit } = &self.residual;
        for &(year, percent) in &line.percents {
            let printed = PrintedPercent::new(percent, *unit);
            printed.map_err(|error| error.within(format!("line \"{}\"", line.name)).within(format!("year {year}")))?;
        }
        Ok(())
    }

    fn unknown_year(&self, year: Year) -> Error {
        let years: Vec<String> = self.years.iter().map(|year| format!("{year}")).collect();
        Error::new(Kind::UnknownName, format!("year {year}"), format!("one of {}", years.join(", ")))
    }

    fn place(&self, error: Error) -> Error {
        error.within(format!("schedule \"{}\"", self.name))
    }
}

/// A base from which everything was taken has no shares.
fn prove_base(cut: &Cut) -> Result<(), Error> {
    if cut.in_base >= Percent::ZERO && cut.in_base < Percent::WHOLE {
        return Ok(());
    }
    let found = format!("a base that already lacks {}", cut.in_base);
    let error = Error::new(Kind::OutOfRange, found, "at least 0% and less than 100%");
    Err(error.within(format!("line \"{}\"", cut.line.name)))
}

/// The printed percentage of a line in a year.
pub(super) fn percent_in(line: &PrintedLine, year: Year) -> Option<Percent> {
    let found = line.percents.iter().find(|&&(other, _)| other == year);
    found.map(|&(_, percent)| percent)
}

/// The printed percentage of a line other than the cut, in a year of the schedule.
pub(super) fn stated_in(line: &PrintedLine, year: Year) -> Percent {
    percent_in(line, year).expect("the schedule proved that each of its lines has every year")
}
