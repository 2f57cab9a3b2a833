//! A CSV text as a header and rows, each on a line of its own.

use super::page::Page;
use super::part::{Field, Part, advised};
use super::syntax::without_mark;
use crate::error::{Error, Kind};
use crate::format::nearest::{did_you_mean, one_of};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Where the texts of files come from, by the names that the scenario gives them.
pub(super) type Texts<'f, 't> = &'f dyn Fn(&str) -> Option<&'t str>;

/// The cells of a CSV text: every row has as many as the header, and a name of its own.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    page: Page<'a>,
    /// What the text belongs to, as errors say it: `table "budget"`.
    owner: String,
    pub(super) header: Vec<String>,
    pub(super) header_line: u32,
    pub(super) rows: Vec<SheetRow>,
    /// Whether there are rows, and each of them could be read.
    pub(super) is_complete: bool,
}

/// A row with the line that it stands on.
#[derive(Debug)]
pub(super) struct SheetRow {
    pub(super) line: u32,
    pub(super) cells: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// The sheet that the key `file` names, when there is a text with a header under that name.
    pub(super) fn of(part: &Part<'a>, texts: Texts<'_, '_>) -> Option<Sheet<'a>> {
        let file = part.field("file")?;
        let name = file.text()?;
        let Some(text) = texts(&name) else {
            file.report(no_text(&name));
            return None;
        };
        let page = Page::new(&name, text, part.page.findings);
        let sheet = Sheet {
            page,
            owner: part.called(),
            header: Vec::new(),
            header_line: 1,
            rows: Vec::new(),
            is_complete: true,
        };
        sheet.filled(without_mark(text))
    }

    fn filled(mut self, text: &str) -> Option<Sheet<'a>> {
        let mut lines = self.lines(text).into_iter();
        let Some((line, header)) = lines.next() else {
            self.report(1, Error::new(Kind::Missing, "no line with the names of the columns", "one above the rows"));
            return None;
        };
        let mut reader = reader_for(header);
        self.header_line = line;
        self.header = self.cells(&mut reader, line, header)?;
        self.refuse_bad_header();
        for (line, text) in lines {
            let row = self.cells(&mut reader, line, text).and_then(|cells| self.row(line, cells));
            self.is_complete &= row.is_some();
            self.rows.extend(row);
        }
        self.is_complete &= !self.rows.is_empty();
        Some(self)
    }

    /// The lines that are no remark, each with its number.
    fn lines<'t>(&self, text: &'t str) -> Vec<(u32, &'t str)> {
        let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let numbered = lines.zip(1_u32..).map(|(line, number)| (number, line));
        numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).collect()
    }

    /// The cells of one line. A cell never goes on to the next line, so that every row has one line to be found on.
    fn cells(&self, reader: &mut Reader, line: u32, text: &str) -> Option<Vec<String>> {
        if let Some(control) = text.chars().find(|letter| letter.is_control()) {
            let found = format!("the control character {}", control.escape_unicode());
            let error = Error::new(Kind::Syntax, found, "cells of plain text");
            self.report(line, error.advise("Save the file as CSV with commas or semicolons between the cells."));
            return None;
        }
        let cells = split(reader, text);
        if cells.is_none() {
            self.report(line, Error::new(Kind::Syntax, "a quoted cell without an end", "a second \" on the same line"));
        }
        cells
    }

    fn refuse_bad_header(&self) {
        let mut seen = BTreeSet::new();
        for (position, name) in self.header.iter().enumerate() {
            if name.is_empty() {
                let found = format!("no name above column {}", position.saturating_add(1));
                self.report(self.header_line, Error::new(Kind::Missing, found, "a name for each column"));
            } else if !seen.insert(name) {
                let found = format!("a second column \"{name}\"");
                self.report(self.header_line, Error::new(Kind::Duplicate, found, "every name once"));
            }
        }
    }

    fn row(&self, line: u32, cells: Vec<String>) -> Option<SheetRow> {
        let (found, expected) = (cells.len(), self.header.len());
        if found == expected {
            return Some(SheetRow { line, cells });
        }
        // What is one cell too many was most often one cell with a comma in it.
        let advice = (found > expected).then(|| "Put a cell that has a comma in it in quotes.".into());
        let found = if found == 1 { "1 cell".into() } else { format!("{found} cells") };
        let expected = format!("{expected}, one for each column of the header");
        self.report(line, advised(Error::new(Kind::Length, found, expected), advice));
        None
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        self.page.name()
    }

    /// The names of the columns that have one.
    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.header.iter().map(String::as_str).filter(|name| !name.is_empty())
    }

    /// A column that the scenario declares, and the file has not.
    pub(super) fn absent(&self, name: &str) -> Error {
        let header = self.names();
        let found = format!("no column \"{name}\" in {}", self.name());
        advised(Error::new(Kind::Missing, found, one_of(header.clone())), did_you_mean(name, header))
    }

    /// Keeps an error about a line.
    pub(super) fn report(&self, line: u32, error: Error) {
        self.page.report_on(Some(line), error.within(&self.owner));
    }

    /// Keeps an error that already says what it belongs to, on the line of the row that it names.
    pub(super) fn report_as_placed(&self, word: &str, label_column: usize, error: Error) {
        let is_named = |row: &&SheetRow| {
            let place = row.cells.get(label_column).map(|label| format!("{word} \"{label}\""));
            error.place().path.iter().any(|step| Some(step) == place.as_ref())
        };
        let line = self.rows.iter().find(is_named).map_or(self.header_line, |row| row.line);
        self.page.report_on(Some(line), error);
    }

    /// The position of the column that a key of the scenario names.
    pub(super) fn column(&self, field: &Field<'_>) -> Option<usize> {
        let name = field.known("column", self.names())?;
        self.header.iter().position(|column| *column == name)
    }

    /// The positions of the columns that a key of the scenario lists, each once.
    pub(super) fn columns(&self, field: &Field<'_>) -> Option<Vec<usize>> {
        let names = field.all_known("column", self.names())?;
        names.iter().map(|name| self.header.iter().position(|column| column == name)).collect()
    }

    /// Every column of the file is named: what is left out is left out on purpose.
    pub(super) fn refuse_unnamed(&self, named: &[usize], what: &str) {
        for (position, name) in self.header.iter().enumerate() {
            if !name.is_empty() && !named.contains(&position) {
                let found = format!("the column \"{name}\" is not named");
                let error = Error::new(Kind::UnknownKey, found, format!("a column of the {what}"));
                let advice = format!("Name it in the section, or leave it out with ignore = [\"{name}\"].");
                self.report(self.header_line, error.advise(advice));
            }
        }
    }

    /// The names of the rows; a row without a name, or with the name of another, is kept as an error.
    pub(super) fn labels(&self, column: usize, word: &str) -> Vec<String> {
        let labels: Vec<&String> = self.rows.iter().filter_map(|row| row.cells.get(column)).collect();
        let mut seen = BTreeSet::new();
        for (row, label) in self.rows.iter().zip(&labels) {
            if label.is_empty() {
                let found = format!("a {word} without a name");
                self.report(row.line, Error::new(Kind::Missing, found, format!("a name for each {word}")));
            } else if !seen.insert(label) {
                let found = format!("a second {word} \"{label}\"");
                self.report(row.line, Error::new(Kind::Duplicate, found, "every name once"));
            }
        }
        if labels.is_empty() {
            self.report(self.header_line, Error::new(Kind::Missing, format!("no {word}"), "at least one"));
        }
        labels.into_iter().cloned().collect()
    }
}

/// A reader of the commas between cells; or of semicolons, as Dutch spreadsheets put them, when the header has only these.
fn reader_for(header: &str) -> Reader {
    let semicolons = header.contains(';') && !header.contains(',');
    ReaderBuilder::new().delimiter(if semicolons { b';' } else { b',' }).build()
}

/// The cells of one line; `None` when a quote in it has no end.
fn split(reader: &mut Reader, line: &str) -> Option<Vec<String>> {
    let input = format!("{line}\n");
    // No cell is longer than the line, and there are no more cells than bytes.
    let (mut text, mut ends) = (vec![0; input.len()], vec![0; input.len()]);
    let (result, _, _, count) = reader.read_record(input.as_bytes(), &mut text, &mut ends);
    if result != ReadRecordResult::Record {
        reader.reset();
        return None;
    }
    let starts = core::iter::once(&0).chain(&ends);
    let cells = starts.zip(&ends).take(count).map(|(&start, &end)| {
        let cell = core::str::from_utf8(&text[start..end]);
        String::from(cell.expect("a text that is cut at commas and quotes"))
    });
    Some(cells.collect())
}

fn no_text(name: &str) -> Error {
    let found = format!("there is no file \"{}\"", name.escape_debug());
    let error = Error::new(Kind::Missing, found, "the name of a CSV file");
    error.advise("The name is seen from the folder of the scenario.")
}
