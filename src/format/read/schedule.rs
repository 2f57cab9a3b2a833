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
    let (sheet, schedule) = (sheet?, schedule(&id?, &source?, lines?, &choices)?);
    let schedule = schedule.map_err(|error| report(&sheet, error)).ok()?;
    Some(ScheduleSection {
        schedule,
        file: Some(sheet.name().into()),
        // Without a cut all readings are the same.
        reading: choices.cut.map_or(CutReading::Literal, |(_, reading, _)| reading),
        tie: choices.tie,
    })
}

/// Keeps an error of the finished schedule; double names and years were kept before.
fn report(sheet: &Sheet<'_>, error: Error) {
    if error.kind() != Kind::Duplicate {
        sheet.report_as_placed(LINE, 0, error);
    }
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
        if line.is_some() && line.as_ref() == cut.as_ref().map(|(line, ..)| line) {
            part.report(Error::new(Kind::Duplicate, "the line of the cut as residual", "two lines"));
        }
        Some((line?, unit?))
    });
    Choices { cut, residual, tie: part.term("tie").unwrap_or_default() }
}

/// The schedule in its declared order: cut, lines, residual; `None` when an error was kept before.
fn schedule(id: &str, source: &str, mut lines: Vec<PrintedLine>, choices: &Choices) -> Option<Result<Schedule, Error>> {
    let mut take = |name: &str| {
        let position = lines.iter().position(|line| line.name == name)?;
        Some(lines.remove(position))
    };
    let (name, unit) = choices.residual.as_ref()?;
    let residual = Residual { line: take(name)?, unit: *unit };
    let cut = match &choices.cut {
        Some((name, _, in_base)) => Some(Cut { line: take(name)?, in_base: *in_base }),
        None => None,
    };
    Some(Schedule::new(id, source, cut, lines, residual))
}

/// The lines of a sheet with their percentages, by year.
fn lines(sheet: &Sheet<'_>, notation: Notation) -> Option<Vec<PrintedLine>> {
    let columns = years(sheet);
    let mut years: Vec<(usize, Year)> = columns.iter().copied().flatten().collect();
    // The order of the columns says nothing.
    years.sort_by_key(|&(_, year)| year);
    let rows = sheet.rows.iter().zip(sheet.labels(0, LINE));
    let lines = every(rows.map(|(row, name)| line(sheet, row, name, &years, notation)));
    let is_readable = !columns.is_empty() && columns.iter().all(Option::is_some);
    lines.filter(|_| is_readable)
}

/// The year of each column but the first; one that is no year is kept as an error.
fn years(sheet: &Sheet<'_>) -> Vec<Option<(usize, Year)>> {
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
    header.map(year).collect()
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
