//! `[[schedule]]`: a CSV file with a line for each row and a year for each column, and the choices it leaves open.

use super::document::every;
use super::names::Names;
use super::part::Part;
use super::sheet::{Sheet, SheetRow, Texts};
use super::value::unknown_name;
use crate::budget::rta::{Cut, CutReading, PrintedLine, Residual, Schedule};
use crate::error::{Error, Kind};
use crate::exact::notation::Notation;
use crate::exact::{Percent, TieRule, decimal};
use crate::format::number;
use crate::format::sections::{CUT, RESIDUAL};
use crate::period::Year;
use crate::scenario::ScheduleSection;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The name of the first column of a schedule; the others are years.
pub(in crate::format) const LINE: &str = "line";

/// What the section says beside its file.
struct Choices {
    cut: Option<(String, CutReading, Percent)>,
    residual: Option<(String, Percent)>,
    tie: TieRule,
}

pub(super) fn read(part: &Part<'_>, names: &Names, texts: Texts<'_, '_>) -> Option<ScheduleSection> {
    let id = part.id();
    let source = part.field("source").and_then(|field| field.known("source", names.sources()));
    let notation = part.term("notation").unwrap_or(Notation::Plain);
    let sheet = Sheet::of(part, texts);
    let lines = sheet.as_ref().and_then(|sheet| lines(sheet, notation));
    let choices = choices(part, lines.as_deref());
    let (sheet, lines) = (sheet?, lines?);
    let residual = choices.residual?;
    let schedule = schedule(&id?, &source?, lines, choices.cut.as_ref(), &residual);
    let schedule = schedule.map_err(|error| sheet.report_as_placed(LINE, 0, error)).ok()?;
    Some(ScheduleSection {
        schedule,
        file: Some(sheet.name().into()),
        // Without a cut all readings are the same.
        reading: choices.cut.map_or(CutReading::Literal, |(_, reading, _)| reading),
        tie: choices.tie,
    })
}

fn choices(part: &Part<'_>, lines: Option<&[PrintedLine]>) -> Choices {
    let line = |part: &Part<'_>| {
        let field = part.field("line")?;
        match lines {
            Some(lines) => field.known("line", lines.iter().map(|line| line.name.as_str())),
            None => field.text(),
        }
    };
    let cut = part.field("cut").and_then(|field| field.part(&CUT)).and_then(|part| {
        let (line, reading, in_base) = (line(&part), part.term("reading"), part.percent("in_base"));
        Some((line?, reading?, in_base?))
    });
    let residual = part.field("residual").and_then(|field| field.part(&RESIDUAL)).and_then(|part| {
        let (line, unit) = (line(&part), part.percent("unit"));
        Some((line?, unit?))
    });
    Choices { cut, residual, tie: part.term("tie").unwrap_or_default() }
}

/// The schedule in its declared order: cut, lines, residual.
fn schedule(
    id: &str,
    source: &str,
    mut lines: Vec<PrintedLine>,
    cut: Option<&(String, CutReading, Percent)>,
    residual: &(String, Percent),
) -> Result<Schedule, Error> {
    let mut take = |name: &str| {
        let position = lines.iter().position(|line| line.name == name);
        let line = position.map(|position| lines.remove(position));
        line.ok_or_else(|| double_use(id, name))
    };
    let (name, unit) = residual;
    let residual = Residual { line: take(name)?, unit: *unit };
    let cut = cut.map(|(name, _, in_base)| Ok::<Cut, Error>(Cut { line: take(name)?, in_base: *in_base }));
    let cut = cut.transpose()?;
    Schedule::new(id, source, cut, lines, residual)
}

/// Each line that is named was found before, so one that is gone was taken as the residual.
fn double_use(id: &str, name: &str) -> Error {
    let found = format!("the line \"{name}\" as cut and as residual");
    Error::new(Kind::Duplicate, found, "two lines")
        .within(format!("line \"{name}\""))
        .within(format!("schedule \"{id}\""))
}

/// The lines of a sheet with their percentages, by year.
fn lines(sheet: &Sheet<'_>, notation: Notation) -> Option<Vec<PrintedLine>> {
    let years = years(sheet);
    let labels = sheet.labels(0, LINE);
    let rows = sheet.rows.iter().zip(labels);
    every(rows.map(|(row, name)| line(sheet, row, name, &years, notation)))
}

/// The years of the columns; a column that is no year is kept as an error.
fn years(sheet: &Sheet<'_>) -> Vec<(usize, Year)> {
    let report = |error: Error| sheet.report(sheet.header_line, error);
    let mut header = sheet.header.iter().enumerate();
    if let Some((_, first)) = header.next().filter(|(_, first)| *first != LINE) {
        report(unknown_name("first column", first, core::iter::once(LINE)));
    }
    if sheet.header.len() < 2 {
        report(Error::new(Kind::Missing, "no year", "a column for each year, such as 2015"));
    }
    let year = |(position, name): (usize, &String)| {
        let year = Year::parse(name).map_err(|error| report(error.within("header")));
        Some((position, year.ok()?))
    };
    let mut years: Vec<(usize, Year)> = header.filter_map(year).collect();
    // The order of the columns says nothing.
    years.sort_by_key(|&(_, year)| year);
    years
}

fn line(
    sheet: &Sheet<'_>,
    row: &SheetRow,
    name: String,
    years: &[(usize, Year)],
    notation: Notation,
) -> Option<PrintedLine> {
    let filled = years.iter().filter_map(|&(position, year)| {
        let text = row.cells.get(position).filter(|text| !text.is_empty())?;
        Some((year, text))
    });
    let percents = filled.map(|(year, text)| {
        let error = |error: Error| error.within(format!("year {year}")).within(format!("line \"{name}\""));
        let percent = percent(text, notation).map_err(|found| sheet.report(row.line, error(found)));
        Some((year, percent.ok()?))
    });
    let percents = every(percents)?;
    Some(PrintedLine { name, percents })
}

/// A percentage as a table prints it, with its sign or without: the file has percentages only.
fn percent(text: &str, notation: Notation) -> Result<Percent, Error> {
    if text.ends_with('%') {
        return notation.read_percent(text);
    }
    Percent::new(decimal::from_ratio(number::read(text, notation)?)?)
}
