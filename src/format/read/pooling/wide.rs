//! A series from columns of a table that was declared already: each of them is about one year.

use super::Sources;
use super::known::Parties;
use super::series::keep;
use crate::budget::reconcile::{Form, Quantity, Row};
use crate::error::{Error, Kind};
use crate::format::read::document::every;
use crate::format::read::names::TableNames;
use crate::format::read::part::{Field, Part};
use crate::format::sections::pooling::SERIES_COLUMN;
use crate::key::AgeBand;
use crate::period::Year;
use crate::scenario::{Cell, Origin, Record, Series, SeriesQuantity, SourceTable, TableRow};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a column is about.
struct About {
    name: String,
    year: Year,
    segment: Option<String>,
    ages: Option<AgeBand>,
}

pub(super) fn read(part: &Part<'_>, sources: &Sources<'_, '_, '_>, parties: Option<&Parties>) -> Option<Series> {
    let (id, quantity) = (part.id(), part.optional("quantity", Field::term));
    let name = part.field("table")?.known("table", sources.names.tables())?;
    let entries = entries(part)?;
    let columns = columns(&entries, sources.names.table(&name)?);
    let of_table = OfTable { part, table: sources.table(&name)?, quantity: quantity?.unwrap_or_default(), parties };
    of_table.prove_columns(&entries)?;
    let (id, columns) = (id?, columns?);
    let records = of_table.records(&columns)?;
    let origin = of_table
        .table
        .file
        .clone()
        .map(|file| Origin { file, columns: columns.iter().map(|column| column.name.clone()).collect() });
    keep(part, Series::new(&id, of_table.table.table.source(), of_table.quantity, origin, records))
}

/// The columns by their names, in the order of the text; at least one.
fn entries<'a>(part: &Part<'a>) -> Option<Vec<(String, Field<'a>)>> {
    let field = part.field("columns")?;
    let entries = field.entries("column").filter(|entries| !entries.is_empty());
    if entries.is_none() {
        let expected = "columns with their years, such as { cost = { year = 2015 } }";
        field.report(Error::new(Kind::Missing, "no column", expected));
    }
    entries
}

/// What the columns are about, each about something of its own.
fn columns(entries: &[(String, Field<'_>)], table: &TableNames) -> Option<Vec<About>> {
    let about = |(name, field): &(String, Field<'_>)| {
        let is_known = field.known_as(name, "column", table.columns());
        about(name, field).filter(|_| is_known)
    };
    let columns = every(entries.iter().map(about))?;
    let apart = entries.iter().enumerate().map(|(position, (_, field))| {
        let (before, rest) = columns.split_at(position);
        prove_apart(before, rest.first()?, field)
    });
    every(apart).map(|_| columns)
}

fn about(name: &str, field: &Field<'_>) -> Option<About> {
    let part = field.part(&SERIES_COLUMN)?;
    let year = part.field("year").and_then(|field| field.year());
    let segment = part.optional("segment", |field| field.text());
    let ages = part.optional("ages", |field| field.ages());
    Some(About { name: name.into(), year: year?, segment: segment?, ages: ages? })
}

/// No two columns are about the same, and each says as much as the first.
fn prove_apart(before: &[About], column: &About, field: &Field<'_>) -> Option<()> {
    let is_same =
        |other: &&About| (other.year, &other.segment, other.ages) == (column.year, &column.segment, column.ages);
    if let Some(other) = before.iter().find(is_same) {
        let found = format!("a column about the same as \"{}\"", other.name);
        field.report(Error::new(Kind::Duplicate, found, "every figure once"));
        return None;
    }
    let says = |about: &About| [about.segment.is_some(), about.ages.is_some()];
    if before.first().is_some_and(|first| says(first) != says(column)) {
        let expected = "a segment, and ages, for every column or for none";
        field.report(Error::new(Kind::Missing, "a column that says less or more than the first", expected));
        return None;
    }
    Some(())
}

/// The table that a series is taken from.
struct OfTable<'r, 'a> {
    part: &'r Part<'a>,
    table: &'r SourceTable,
    quantity: SeriesQuantity,
    parties: Option<&'r Parties>,
}

impl OfTable<'_, '_> {
    /// A record for each figure of a municipality in these columns.
    fn records(&self, columns: &[About]) -> Option<Vec<Record>> {
        let rows = self.table.table.rows().iter().zip(&self.table.rows);
        let cells = rows.flat_map(|(row, place)| {
            let columns = columns.iter().enumerate();
            columns.map(move |(position, column)| self.record(row, *place, position, column))
        });
        every(cells).map(|records| records.into_iter().flatten().collect())
    }

    /// The record of a cell; inner `None` for a row without a municipality, and a cell without a figure.
    #[expect(clippy::option_option, reason = "outer: whether it is sound; inner: whether there is a figure")]
    fn record(&self, row: &Row, place: TableRow, position: usize, about: &About) -> Option<Option<Record>> {
        let all = self.table.table.columns();
        let (at, column) = all.iter().enumerate().find(|(_, column)| column.name == about.name)?;
        let (Some(municipality), Some(value)) = (place.municipality, row.figures[at]) else { return Some(None) };
        let proved = self.prove(row.form.unwrap_or(column.form));
        let proved = proved.map_err(|error| error.within(format!("column \"{}\"", about.name)));
        let stranger = self.parties.filter(|parties| !parties.has(municipality));
        let proved = proved.and_then(|()| stranger.map_or(Ok(()), |parties| Err(parties.stranger(municipality.code))));
        proved.map_err(|error| self.report(place, error)).ok()?;
        Some(Some(Record {
            segment: about.segment.clone(),
            ages: about.ages,
            place: place.line.map(|line| Cell { line, column: position }),
            ..Record::new(municipality, about.year, value)
        }))
    }

    /// The columns have figures of the declared quantity.
    fn prove_columns(&self, entries: &[(String, Field<'_>)]) -> Option<()> {
        let declared = self.table.table.columns();
        let form = |name: &str| declared.iter().find(|column| column.name == name).map(|column| column.form);
        let proved = entries.iter().map(|(name, field)| field.keep(self.prove(form(name)?)));
        every(proved).map(|_| ())
    }

    fn prove(&self, form: Form) -> Result<(), Error> {
        let expected = match self.quantity {
            SeriesQuantity::Amount => Quantity::Amount,
            SeriesQuantity::Count => Quantity::Count,
        };
        if form.quantity == expected {
            return Ok(());
        }
        let error = Error::new(Kind::WrongType, form.quantity.noun(), expected.noun());
        Err(error.advise("Say what the figures of the series are: quantity = \"amount\" or \"count\"."))
    }

    /// Keeps an error on the line of a row.
    fn report(&self, place: TableRow, error: Error) {
        let error = error.within(self.part.called());
        self.part.report_as_placed(match &self.table.file {
            Some(file) => error.in_file(file, place.line),
            None => error,
        });
    }
}
