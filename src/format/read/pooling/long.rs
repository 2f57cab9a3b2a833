//! A series from a CSV file with a line for each figure.

use super::Sources;
use super::known::Parties;
use super::series::keep;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::exact::notation::Notation;
use crate::format::number;
use crate::format::read::part::{Field, Part};
use crate::format::read::sheet::{Sheet, SheetRow};
use crate::format::read::table::ignored;
use crate::key::AgeBand;
use crate::party::{Municipality, MunicipalityCode};
use crate::period::Year;
use crate::scenario::{Cell, Origin, Record, Series, SeriesQuantity};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn read(part: &Part<'_>, sources: &Sources<'_, '_, '_>, parties: Option<&Parties>) -> Option<Series> {
    let id = part.id();
    let source = part.field("source").and_then(|field| field.known("source", sources.names.sources()));
    let quantity = part.optional("quantity", Field::term)?.unwrap_or_default();
    let notation = part.term("notation").unwrap_or(Notation::Plain);
    let sheet = Sheet::of(part, sources.texts)?;
    let columns = Columns::read(part, &sheet)?;
    let reading = Reading { sheet: &sheet, columns, quantity, notation, division: sources.division, parties };
    let records: Vec<Option<Record>> = sheet.rows.iter().map(|row| reading.record(row)).collect();
    let is_complete = records.iter().all(Option::is_some) && sheet.is_complete;
    if sheet.rows.is_empty() {
        sheet.report(sheet.header_line, Error::new(Kind::Missing, "no figure", "a row for each"));
        return None;
    }
    let columns = Vec::from([sheet.header[reading.columns.value].clone()]);
    let origin = Origin { file: sheet.name().into(), columns };
    // The rows that could be read are proved even when others could not, so that all errors are found at once.
    let records: Vec<Record> = records.into_iter().flatten().collect();
    if records.is_empty() {
        return None;
    }
    let series = Series::new(&id?, &source?, quantity, Some(origin), records);
    keep(part, series).filter(|_| is_complete)
}

/// The positions of the columns; those that a section need not name are `None` without.
struct Columns {
    party: usize,
    year: usize,
    value: usize,
    segment: Option<usize>,
    ages: Option<usize>,
    client: Option<usize>,
}

impl Columns {
    fn read(part: &Part<'_>, sheet: &Sheet<'_>) -> Option<Columns> {
        let position = |key: &str| part.optional(key, |field| sheet.column(field));
        let positions = ["party", "year", "value", "segment", "ages", "client"].map(position);
        let ignored = ignored(part, sheet);
        let named: Vec<usize> = positions.iter().flatten().flatten().copied().chain(ignored).collect();
        sheet.refuse_unnamed(&named, "series");
        let [party, year, value, segment, ages, client] = positions;
        // A column that must be named and is not was kept as an error.
        let (party, year, value) = (party??, year??, value??);
        Some(Columns { party, year, value, segment: segment?, ages: ages?, client: client? })
    }
}

/// A sheet of which each column is known.
struct Reading<'r, 'a> {
    sheet: &'r Sheet<'a>,
    columns: Columns,
    quantity: SeriesQuantity,
    notation: Notation,
    division: Year,
    parties: Option<&'r Parties>,
}

impl Reading<'_, '_> {
    /// The figure of a row; `None` when any cell of it could not be read.
    fn record(&self, row: &SheetRow) -> Option<Record> {
        let columns = &self.columns;
        let municipality = self.cell(row, columns.party, |text| self.municipality(text));
        let year = self.cell(row, columns.year, Year::parse);
        let value = self.cell(row, columns.value, |text| self.value(text));
        let text = |position: Option<usize>| self.optional(row, position, |text| Ok(text.to_string()));
        let (segment, client) = (text(columns.segment), text(columns.client));
        let ages = self.optional(row, columns.ages, AgeBand::parse);
        let place = Some(Cell { line: row.line, column: 0 });
        Some(Record {
            segment: segment?,
            ages: ages?,
            client: client?,
            place,
            ..Record::new(municipality?, year?, value?)
        })
    }

    /// What a cell says; an empty one says nothing, and is an error.
    fn cell<T>(&self, row: &SheetRow, position: usize, read: impl Fn(&str) -> Result<T, Error>) -> Option<T> {
        let text = row.cells.get(position).map_or("", String::as_str);
        let read = if text.is_empty() { Err(empty()) } else { read(text) };
        let place = |error: Error| error.within(format!("column \"{}\"", self.sheet.header[position]));
        read.map_err(|error| self.sheet.report(row.line, place(error))).ok()
    }

    #[expect(clippy::option_option, reason = "outer: whether it could be read; inner: whether there is such a column")]
    fn optional<T>(
        &self,
        row: &SheetRow,
        position: Option<usize>,
        read: impl Fn(&str) -> Result<T, Error>,
    ) -> Option<Option<T>> {
        match position {
            None => Some(None),
            Some(position) => self.cell(row, position, read).map(Some),
        }
    }

    fn municipality(&self, text: &str) -> Result<Municipality, Error> {
        let code = MunicipalityCode::parse(text)?;
        let municipality = Municipality::new(code, self.division);
        match self.parties {
            Some(parties) if !parties.has(municipality) => Err(parties.stranger(code)),
            _ => Ok(municipality),
        }
    }

    fn value(&self, text: &str) -> Result<Ratio, Error> {
        match self.quantity {
            SeriesQuantity::Amount => Ratio::new(self.notation.read_amount(text)?.cents().into(), 100),
            SeriesQuantity::Count => number::read(text, self.notation),
        }
    }
}

fn empty() -> Error {
    Error::new(Kind::Missing, "an empty cell", "something in every cell")
        .advise("Leave out the row where there is no figure; 0 is one.")
}
