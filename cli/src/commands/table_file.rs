//! One published table without a scenario: read from CSV, with the identity that the options state.

use super::Answer;
use super::check::CheckReport;
use crate::args::{TableArgs, TotalRow};
use crate::failure::Failure;
use crate::input::Texts;
use std::path::Path;
use taakgericht::budget::reconcile::{
    Column, Expression, Form, Identity, Printed, Quantity, Role, Row, RowRole, Rows, Table, reconcile,
};
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{Ratio, decimal};
use taakgericht::scenario::{RULES_VERSION, Receipt, Reconciliation};
use taakgericht::{Error, Errors, Kind};

/// `check` on a table: are the parts the total, and is the total row the sum of the others?
pub(super) fn check(path: &Path, args: &TableArgs, total: &str) -> Result<Answer, Failure> {
    let mut texts = Texts::default();
    let name = path.display().to_string();
    texts.read(&name, path)?;
    match found(&name, texts.text(&name).unwrap_or_default(), args, total) {
        Ok(found) => Ok(CheckReport { title: name, found, receipt: receipt(&texts) }.answer(texts.paths())),
        Err(errors) => Err(Failure::from(errors).beside(texts)),
    }
}

/// What was read, and by which version. A table has no rules of its own that place a cent.
fn receipt(texts: &Texts) -> Receipt {
    let (engine, inputs) = (env!("CARGO_PKG_VERSION").to_owned(), texts.inputs());
    Receipt { engine, rules_version: RULES_VERSION, rules: Vec::new(), fingerprint: None, inputs }
}

fn found(name: &str, text: &str, args: &TableArgs, total: &str) -> Result<Reconciliation, Errors> {
    let sheet = Sheet::read(name, text, args)?;
    let table = [sheet.table(args, total)?];
    let mut found = Reconciliation::default();
    for identity in identities(args, total) {
        match reconcile(&table, &[identity]) {
            Ok(findings) => found.findings.extend(findings),
            Err(errors) => keep_refusals(errors, &mut found)?,
        }
    }
    Ok(found)
}

/// A memo that is added as a part is a finding about the table; anything else is an error of the input.
fn keep_refusals(errors: Errors, found: &mut Reconciliation) -> Result<(), Errors> {
    if errors.all().iter().any(|error| error.kind() != Kind::Memo) {
        return Err(errors);
    }
    found.refusals.extend(errors.all().iter().cloned());
    Ok(())
}

fn identities(args: &TableArgs, total: &str) -> Vec<Identity> {
    let parts: Vec<&str> = args.parts.iter().map(String::as_str).collect();
    let mut identities = vec![Identity::new("parts", TABLE, total, Rows::All, Expression::sum_of(&parts))];
    if args.total_row.is_some() {
        identities.push(Identity {
            id: "total-row".into(),
            table: TABLE.into(),
            columns: amount_columns(args, total),
            rows: Rows::Totals,
            expression: Expression::column_sum(),
        });
    }
    identities
}

/// What findings call the table; the title says which file it is.
const TABLE: &str = "table";

/// The columns that the options name, each once.
fn amount_columns(args: &TableArgs, total: &str) -> Vec<String> {
    let mut columns: Vec<String> = vec![total.to_owned()];
    for name in args.parts.iter().chain(&args.memo) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    columns
}

/// The cells of a CSV text, with their lines.
struct Sheet {
    name: String,
    header: Vec<String>,
    header_line: u32,
    rows: Vec<(u32, Vec<String>)>,
}

impl Sheet {
    fn read(name: &str, text: &str, args: &TableArgs) -> Result<Sheet, Errors> {
        let text = text.trim_start_matches('\u{feff}'); // the mark that spreadsheets put in front
        let delimiter = args.delimiter.unwrap_or_else(|| delimiter_of(text));
        let delimiter = u8::try_from(delimiter).map_err(|_| {
            Error::new(Kind::OutOfRange, format!("the delimiter \"{delimiter}\""), "one ASCII character")
        })?;
        let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'));
        let Some((header, header_line)) = lines.next() else {
            return Err(Error::new(Kind::Missing, "no lines", "a header and rows").in_file(name, None).into());
        };
        let (name, header) = (name.to_owned(), cells(header, delimiter));
        let rows = lines.map(|(line, number)| (number, cells(line, delimiter))).collect();
        Ok(Sheet { name, header, header_line, rows })
    }

    /// That a row has as many cells as the header.
    fn has_all_cells(&self, line: u32, cells: &[String]) -> Result<(), Error> {
        let (found, expected) = (cells.len(), self.header.len());
        if found == expected {
            return Ok(());
        }
        let error = Error::new(Kind::Length, format!("{found} cells"), format!("{expected}, one per column"));
        Err(error.in_file(&self.name, Some(line)))
    }

    /// The column with a name.
    fn position(&self, column: &str) -> Result<usize, Error> {
        let position = self.header.iter().position(|name| name == column);
        position.ok_or_else(|| {
            let expected = format!("one of {}", self.header.join(", "));
            Error::new(Kind::UnknownName, format!("no column \"{column}\""), expected)
                .in_file(&self.name, Some(self.header_line))
        })
    }

    /// The table that the options describe; the errors of all rows at once.
    fn table(&self, args: &TableArgs, total: &str) -> Result<Table, Errors> {
        let label = args.label.as_ref().map_or(Ok(0), |label| self.position(label))?;
        let names = amount_columns(args, total);
        let positions = names.iter().map(|name| self.position(name)).collect::<Result<Vec<usize>, Error>>()?;
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        for (line, cells) in &self.rows {
            match self.figures(*line, cells, &positions, args.notation.into()) {
                Ok(figures) => {
                    let label = cells.get(label).cloned().unwrap_or_default();
                    rows.push(Row { role: row_role(&label, args), label, form: None, figures });
                }
                Err(found) => errors.extend(found.all().iter().cloned()),
            }
        }
        Errors::or_ok(errors, ())?;
        has_total_row(&rows, args)?;
        let form = form(args)?;
        let column =
            |name: &String| Column { name: name.clone(), role: role(name, args, total), form, sum_of: Vec::new() };
        Table::new(TABLE, &self.name, names.iter().map(column).collect(), rows)
    }

    /// The figures of a row in some columns; the errors of all its cells at once.
    fn figures(
        &self,
        line: u32,
        cells: &[String],
        columns: &[usize],
        notation: Notation,
    ) -> Result<Vec<Option<Ratio>>, Errors> {
        self.has_all_cells(line, cells)?;
        let (mut figures, mut errors) = (Vec::new(), Vec::new());
        for &column in columns {
            match figure(cells.get(column).map_or("", String::as_str), notation) {
                Ok(figure) => figures.push(figure),
                Err(error) => errors.push(self.locate(error, column, line)),
            }
        }
        Errors::or_ok(errors, figures)
    }

    fn locate(&self, error: Error, column: usize, line: u32) -> Error {
        let name = self.header.get(column).map_or("", String::as_str);
        error.within(format!("column \"{name}\"")).in_file(&self.name, Some(line))
    }
}

/// The semicolon where the header has one: Dutch spreadsheets write it, because the comma is their decimal sign.
fn delimiter_of(text: &str) -> char {
    let header = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    if header.contains(';') { ';' } else { ',' }
}

/// The cells of one line; a cell in quotes may hold the delimiter, but no line break.
fn cells(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).trim(csv::Trim::All);
    let record = reader.from_reader(line.as_bytes()).records().next();
    let record = record.and_then(Result::ok).unwrap_or_default();
    record.iter().map(str::to_owned).collect()
}

fn form(args: &TableArgs) -> Result<Form, Error> {
    let unit = Notation::Either.read_decimal(&args.unit).and_then(decimal::to_ratio);
    let printed = unit.and_then(|unit| Printed::new(unit, args.mode)).map_err(|error| error.within("--unit"))?;
    Ok(Form { quantity: Quantity::Amount, printed })
}

/// A figure in euros; an empty cell, or one with a dash, has none.
fn figure(text: &str, notation: Notation) -> Result<Option<Ratio>, Error> {
    if ["", "-", "–"].contains(&text) {
        return Ok(None);
    }
    // As an amount first, because it may carry a euro sign; a figure of more than two decimals is a number.
    let cents = notation.read_amount(text).map(|amount| Ratio::new(amount.cents().into(), 100));
    match cents {
        Err(error) if error.kind() == Kind::Inexact => decimal::to_ratio(notation.read_decimal(text)?).map(Some),
        cents => cents?.map(Some),
    }
}

fn role(name: &str, args: &TableArgs, total: &str) -> Role {
    if args.memo.iter().any(|memo| memo == name) {
        Role::Memo
    } else if name == total {
        Role::Total
    } else {
        Role::Part
    }
}

fn row_role(label: &str, args: &TableArgs) -> RowRole {
    match (&args.total_row, args.total_row_is) {
        (Some(total), TotalRow::Rounded) if total == label => RowRole::Total,
        (Some(total), TotalRow::SumOfPrinted) if total == label => RowRole::SumOfPrinted,
        _ => RowRole::Party,
    }
}

fn has_total_row(rows: &[Row], args: &TableArgs) -> Result<(), Error> {
    match &args.total_row {
        Some(total) if rows.iter().all(|row| row.label != *total) => {
            let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
            let expected = format!("one of {}", labels.join(", "));
            Err(Error::new(Kind::UnknownName, format!("no row \"{total}\""), expected).within("--total-row"))
        }
        _ => Ok(()),
    }
}
