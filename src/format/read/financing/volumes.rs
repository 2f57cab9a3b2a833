//! `[[volumes]]`: a CSV file with a line for each line of delivered care.

use super::known::Known;
use crate::error::{Error, Kind};
use crate::exact::decimal;
use crate::exact::notation::Notation;
use crate::format::read::document::every;
use crate::format::read::part::Part;
use crate::format::read::pooling::Sources;
use crate::format::read::sheet::{Sheet, SheetRow};
use crate::format::read::table::ignored;
use crate::format::read::value::unknown_name;
use crate::party::{Municipality, MunicipalityCode};
use crate::period::{Date, Year};
use crate::scenario::{DeliveredLine, Volumes};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn read(part: &Part<'_>, sources: &Sources<'_, '_, '_>, known: &Known<'_>) -> Option<Volumes> {
    let id = part.id();
    let source = part.field("source").and_then(|field| field.known("source", sources.names.sources()));
    let notation = part.term("notation").unwrap_or(Notation::Plain);
    let sheet = Sheet::of(part, sources.texts)?;
    let columns = Columns::read(part, &sheet)?;
    if sheet.rows.is_empty() {
        sheet.report(sheet.header_line, Error::new(Kind::Missing, "no delivered care", "a row for each line of it"));
        return None;
    }
    let moments = columns.moments.iter().map(|&position| sheet.header[position].clone()).collect();
    let reading = Reading { sheet: &sheet, columns, notation, division: sources.division, known };
    let lines = every(sheet.rows.iter().map(|row| reading.line(row)));
    let file = Some(sheet.name().into());
    Some(Volumes { id: id?, source: source?, file, moments, lines: lines.filter(|_| sheet.is_complete)? })
}

/// The positions of the columns; those that a section need not name are `None` without.
struct Columns {
    party: usize,
    provider: usize,
    product: usize,
    delivered: usize,
    volume: usize,
    begun: Option<usize>,
    number: Option<usize>,
    credits: Option<usize>,
    moments: Vec<usize>,
}

impl Columns {
    fn read(part: &Part<'_>, sheet: &Sheet<'_>) -> Option<Columns> {
        let position = |key: &str| part.optional(key, |field| sheet.column(field));
        let keys = ["party", "provider", "product", "delivered", "volume", "begun", "number", "credits"];
        let positions = keys.map(position);
        let moments = part.optional("moments", |field| sheet.columns(field));
        let ignored = ignored(part, sheet);
        // What a misspelt name was meant for is not known, so nothing is called unnamed beside it.
        if positions.iter().all(Option::is_some) && moments.is_some() {
            let of_moments = moments.iter().flatten().flatten().copied();
            let named = positions.iter().flatten().flatten().copied();
            sheet.refuse_unnamed(&named.chain(of_moments).chain(ignored).collect::<Vec<_>>(), "volumes");
        }
        let [party, provider, product, delivered, volume, begun, number, credits] = positions;
        Some(Columns {
            // A column that must be named and is not was kept as an error.
            party: party??,
            provider: provider??,
            product: product??,
            delivered: delivered??,
            volume: volume??,
            begun: begun?,
            number: number?,
            credits: credits?,
            moments: moments?.unwrap_or_default(),
        })
    }
}

/// A sheet of which each column is known.
struct Reading<'r, 'a> {
    sheet: &'r Sheet<'a>,
    columns: Columns,
    notation: Notation,
    division: Year,
    known: &'r Known<'r>,
}

impl Reading<'_, '_> {
    /// The line of a row; `None` when any cell of it could not be read.
    fn line(&self, row: &SheetRow) -> Option<DeliveredLine> {
        let columns = &self.columns;
        let municipality = self.filled(row, columns.party, |text| self.municipality(text));
        let provider = self.filled(row, columns.provider, |text| self.provider(text));
        let product = self.filled(row, columns.product, |text| self.product(text));
        let delivered = self.filled(row, columns.delivered, Date::parse);
        let volume = self.filled(row, columns.volume, |text| self.whole(text, FINER_UNIT));
        let begun = self.optional(row, columns.begun, Date::parse);
        let text = |position: Option<usize>| self.optional(row, position, |text| Ok(text.to_string()));
        let (number, credits) = (text(columns.number), text(columns.credits));
        let moment = |&position: &usize| self.filled(row, position, |text| self.whole(text, COUNTED));
        let moments = every(columns.moments.iter().map(moment));
        Some(DeliveredLine {
            number: number?,
            credits: credits?,
            municipality: municipality?,
            provider: provider?,
            product: product?,
            delivered: delivered?,
            // What began on the day of delivery goes without saying.
            begun: begun?.filter(|day| Some(*day) != delivered),
            volume: volume?,
            moments: moments?,
            line: Some(row.line),
        })
    }

    /// What a cell says; an empty one says nothing, and is an error.
    fn filled<T>(&self, row: &SheetRow, position: usize, read: impl Fn(&str) -> Result<T, Error>) -> Option<T> {
        let text = row.cells.get(position).map_or("", String::as_str);
        let read = if text.is_empty() { Err(empty()) } else { read(text) };
        let place = |error: Error| error.within(format!("column \"{}\"", self.sheet.header[position]));
        read.map_err(|error| self.sheet.report(row.line, place(error))).ok()
    }

    #[expect(clippy::option_option, reason = "outer: whether it could be read; inner: whether it says anything")]
    fn optional<T>(
        &self,
        row: &SheetRow,
        position: Option<usize>,
        read: impl Fn(&str) -> Result<T, Error>,
    ) -> Option<Option<T>> {
        let filled = |position: &usize| row.cells.get(*position).is_some_and(|text| !text.is_empty());
        match position.filter(filled) {
            None => Some(None),
            Some(position) => self.filled(row, position, read).map(Some),
        }
    }

    fn municipality(&self, text: &str) -> Result<Municipality, Error> {
        let code = MunicipalityCode::parse(text)?;
        let municipality = Municipality::new(code, self.division);
        match self.known.parties {
            Some(parties) if !parties.has(municipality) => Err(parties.stranger(code)),
            _ => Ok(municipality),
        }
    }

    fn provider(&self, text: &str) -> Result<String, Error> {
        let is_known = self.known.has_provider(text);
        if is_known { Ok(text.into()) } else { Err(unknown_name("provider", text, self.known.providers())) }
    }

    fn product(&self, text: &str) -> Result<String, Error> {
        let is_known = self.known.has_product(text);
        if is_known { Ok(text.into()) } else { Err(unknown_name("product", text, self.known.products())) }
    }

    /// A whole number.
    fn whole(&self, text: &str, advice: &str) -> Result<i64, Error> {
        let number = self.notation.read_decimal(text)?.normalize();
        if !number.is_integer() {
            return Err(Error::new(Kind::Inexact, format!("\"{text}\""), "a whole number").advise(advice));
        }
        let too_large = |_| Error::overflow(&format!("number {text}"), "a whole number of 63 bits");
        i64::try_from(decimal::scaled(number, 0)?).map_err(too_large)
    }
}

const FINER_UNIT: &str = "Declare in a finer unit, such as minutes for hours, and cents for euros.";
const COUNTED: &str = "Trajectories are counted: 0, 1 or more came to this moment.";

fn empty() -> Error {
    Error::new(Kind::Missing, "an empty cell", "something in every cell of this column")
}
