//! `[[table]]`: a CSV file, and what its columns and rows are.

use super::form;
use super::names::{Names, TableNames};
use super::part::{Field, Part};
use super::sheet::{Sheet, SheetRow, Texts};
use super::value::unknown_name;
use crate::budget::reconcile::{Column, Form, Role, Row, RowRole, Table};
use crate::error::{Error, Errors, Kind};
use crate::exact::Ratio;
use crate::exact::notation::Notation;
use crate::format::number;
use crate::format::sections::{COLUMN, ROW};
use crate::party::{Municipality, MunicipalityCode};
use crate::period::Year;
use crate::scenario::{SourceTable, TableRow};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A name that the author chose, with what it stands for; `None` where that could not be read.
type Entries<'a, T> = Vec<(String, Field<'a>, Option<T>)>;

/// What a table section says about its file.
struct Declared<'a> {
    notation: Notation,
    columns: Entries<'a, Column>,
    totals: Entries<'a, RowRole>,
    rows: Entries<'a, Form>,
}

/// A table with the names inside it; the names are known also when the table has errors.
pub(super) fn read(
    part: &Part<'_>,
    names: &Names,
    division: Year,
    texts: Texts<'_, '_>,
) -> (Option<TableNames>, Option<SourceTable>) {
    let id = part.id();
    let source = part.field("source").and_then(|field| field.known("source", names.sources()));
    let declared = Declared::read(part);
    let sheet = Sheet::of(part, texts);
    let figures = sheet.as_ref().and_then(|sheet| Reading::of(part, sheet, &declared));
    let known = id.clone().map(|id| TableNames {
        id,
        columns: declared.columns.iter().map(|(name, ..)| name.clone()).collect(),
        rows: figures.as_ref().and_then(Reading::all_labels),
        has_parties: part.has("party"),
    });
    let table = figures.and_then(|reading| reading.table(&id?, &source?, division));
    (known, table)
}

impl<'a> Declared<'a> {
    fn read(part: &Part<'a>) -> Declared<'a> {
        let columns = entries(part, "columns", "column", |name, field| column(name, &field.part(&COLUMN)?));
        let declared = Declared {
            notation: part.term("notation").unwrap_or(Notation::Plain),
            totals: entries(part, "totals", "row", |_, field| field.term()),
            rows: entries(part, "rows", "row", |_, field| form::read(&field.part(&ROW)?)),
            columns,
        };
        declared.refuse_unknown_sums();
        declared
    }

    /// The columns that were added up to make another stand in the same table.
    fn refuse_unknown_sums(&self) {
        let names = || self.columns.iter().map(|(name, ..)| name.as_str());
        for (_, field, column) in &self.columns {
            let added = column.iter().flat_map(|column| &column.sum_of);
            for unknown in added.filter(|added| !names().any(|name| name == *added)) {
                field.report(unknown_name("column", unknown, names()));
            }
        }
    }

    /// The declaration of the column that an error is about, when it is not about a row.
    fn column_of(&self, error: &Error) -> Option<&Field<'a>> {
        let path = &error.place().path;
        let is_named = |name: &str| path.last().is_some_and(|last| *last == format!("column \"{name}\""));
        let column = self.columns.iter().find(|(name, ..)| is_named(name));
        column.filter(|_| path.len() == 2).map(|(_, field, _)| field)
    }

    fn total(&self, label: &str) -> Option<RowRole> {
        self.totals.iter().find(|(name, ..)| name == label).and_then(|(_, _, role)| *role)
    }

    fn row_form(&self, label: &str) -> Option<Form> {
        self.rows.iter().find(|(name, ..)| name == label).and_then(|(_, _, form)| *form)
    }
}

fn column(name: &str, part: &Part<'_>) -> Option<Column> {
    let (role, form) = (part.term::<Role>("role"), form::read(part));
    let sum_of = part.field("sum_of").map(|field| field.texts());
    let sum_of = sum_of.unwrap_or(Some(Vec::new()));
    Some(Column { name: name.into(), role: role?, form: form?, sum_of: sum_of? })
}

/// The entries of a key whose names the author chooses.
fn entries<'a, T>(
    part: &Part<'a>,
    key: &str,
    word: &str,
    read: impl Fn(&str, &Field<'a>) -> Option<T>,
) -> Entries<'a, T> {
    let Some(field) = part.field(key) else {
        return Vec::new();
    };
    let Some(entries) = field.entries(word) else {
        field.report(field.wrong_type("names with what they are, such as { Totaal = … }"));
        return Vec::new();
    };
    let with_value = |(name, field): (String, Field<'a>)| {
        let value = read(&name, &field);
        (name, field, value)
    };
    entries.into_iter().map(with_value).collect()
}

/// The sheet of a table, of which each column is known.
struct Reading<'r, 'a> {
    sheet: &'r Sheet<'a>,
    declared: &'r Declared<'a>,
    labels: Vec<String>,
    label_column: usize,
    party_column: Option<usize>,
    /// The columns with figures, in the order of the sheet.
    columns: Vec<(usize, &'r Column)>,
}

impl<'r, 'a> Reading<'r, 'a> {
    fn of(part: &Part<'a>, sheet: &'r Sheet<'a>, declared: &'r Declared<'a>) -> Option<Reading<'r, 'a>> {
        let label = part.field("label").and_then(|field| sheet.column(&field));
        let party_column = part.field("party").and_then(|field| sheet.column(&field));
        refuse_absent_columns(sheet, declared);
        let ignored = ignored(part, sheet);
        let label_column = label?;
        let others: Vec<usize> = ignored.into_iter().chain([label_column]).chain(party_column).collect();
        if part.has("party") == party_column.is_some() {
            refuse_undeclared_columns(sheet, declared, &others);
        }
        let labels = sheet.labels(label_column, "row");
        if sheet.is_complete {
            refuse_unknown_rows(&declared.totals, &labels);
            refuse_unknown_rows(&declared.rows, &labels);
        }
        Some(Reading {
            columns: columns_in_order(sheet, declared),
            sheet,
            declared,
            labels,
            label_column,
            party_column,
        })
    }

    /// The names of all rows; `None` when a row could not be read.
    fn all_labels(&self) -> Option<Vec<String>> {
        self.sheet.is_complete.then(|| self.labels.clone())
    }

    fn table(&self, id: &str, source: &str, division: Year) -> Option<SourceTable> {
        let with_labels = || self.sheet.rows.iter().zip(&self.labels);
        let rows: Vec<Option<Row>> = with_labels().map(|(row, label)| self.row(row, label)).collect();
        let places = self.places(division);
        // The rows that could be read are proved even when others could not, so that all errors are found at once.
        let rows = rows.into_iter().flatten().collect();
        let columns = self.columns.iter().map(|&(_, column)| column.clone()).collect();
        let table = Table::new(id, source, columns, rows);
        let table = table.map_err(|errors| self.report_all(&errors)).ok()?;
        Some(SourceTable { table, file: Some(self.sheet.name().into()), rows: places })
    }

    fn row(&self, row: &SheetRow, label: &str) -> Option<Row> {
        let form = self.declared.row_form(label);
        let figure = |&(position, column): &(usize, &Column)| {
            let form = form.unwrap_or(column.form);
            let text = row.cells.get(position).map_or("", String::as_str);
            self.figure(text, form, row.line, &[label, &column.name])
        };
        let figures: Vec<Option<Option<Ratio>>> = self.columns.iter().map(figure).collect();
        Some(Row {
            label: label.into(),
            role: self.declared.total(label).unwrap_or(RowRole::Party),
            form,
            figures: figures.into_iter().collect::<Option<_>>()?,
        })
    }

    /// The figure in a cell; an empty cell has none.
    #[expect(clippy::option_option, reason = "outer: whether it could be read; inner: whether there is a figure")]
    fn figure(&self, text: &str, form: Form, line: u32, place: &[&str; 2]) -> Option<Option<Ratio>> {
        if text.is_empty() {
            return Some(None);
        }
        let figure = number::read_figure(text, form.quantity, self.declared.notation);
        let located = |error: Error| {
            let [row, column] = place;
            error.within(format!("column \"{column}\"")).within(format!("row \"{row}\""))
        };
        figure.map(Some).map_err(|error| self.sheet.report(line, located(error))).ok()
    }

    /// The municipality and line of each row.
    fn places(&self, division: Year) -> Vec<TableRow> {
        let mut seen = BTreeSet::new();
        let rows = self.sheet.rows.iter().zip(&self.labels);
        let place = |(row, label): (&SheetRow, &String)| {
            let municipality = self.municipality(row, label, division);
            if let Some(municipality) = municipality {
                self.refuse_double_party(row, municipality, &mut seen);
            }
            TableRow { municipality, line: Some(row.line) }
        };
        rows.map(place).collect()
    }

    fn municipality(&self, row: &SheetRow, label: &str, division: Year) -> Option<Municipality> {
        let cell = row.cells.get(self.party_column?)?;
        let place = |error: Error| error.within(format!("row \"{label}\""));
        let is_total = self.declared.totals.iter().any(|(name, ..)| name == label);
        match (is_total, cell.is_empty()) {
            (true, true) => None,
            (true, false) => {
                let found = format!("a total with the municipality code \"{cell}\"");
                self.sheet.report(row.line, place(Error::new(Kind::WrongType, found, "an empty cell")));
                None
            }
            (false, true) => {
                let error = Error::new(Kind::Missing, "no municipality code", "a code such as GM0005, or a total");
                let advice = format!("Name the row in totals, such as {{ \"{label}\" = \"total\" }}, if it is one.");
                self.sheet.report(row.line, place(error.advise(advice)));
                None
            }
            (false, false) => {
                let code = MunicipalityCode::parse(cell).map_err(|error| self.sheet.report(row.line, place(error)));
                code.ok().map(|code| Municipality::new(code, division))
            }
        }
    }

    fn refuse_double_party(&self, row: &SheetRow, municipality: Municipality, seen: &mut BTreeSet<Municipality>) {
        if !seen.insert(municipality) {
            let found = format!("a second row of {}", municipality.code);
            self.sheet.report(row.line, Error::new(Kind::Duplicate, found, "every municipality once"));
        }
    }

    /// Keeps the errors of the finished table, each on the line that it is about.
    fn report_all(&self, errors: &Errors) {
        // Double names and unknown names were kept before, with a suggestion.
        let is_new = |error: &&Error| ![Kind::Duplicate, Kind::UnknownName].contains(&error.kind());
        for error in errors.all().iter().filter(is_new) {
            match self.declared.column_of(error) {
                Some(column) => column.report_as_placed(error.clone()),
                None => self.sheet.report_as_placed("row", self.label_column, error.clone()),
            }
        }
    }
}

/// Every declared column stands in the file.
fn refuse_absent_columns(sheet: &Sheet<'_>, declared: &Declared<'_>) {
    for (name, field, _) in &declared.columns {
        if !sheet.header.contains(name) {
            field.report(sheet.absent(name));
        }
    }
}

/// Every column of the file is declared: what is left out is left out on purpose.
fn refuse_undeclared_columns(sheet: &Sheet<'_>, declared: &Declared<'_>, others: &[usize]) {
    let is_known = |name: &str| {
        let is_other = others.iter().any(|&position| sheet.header[position] == name);
        is_other || name.is_empty() || declared.columns.iter().any(|(column, ..)| column == name)
    };
    for name in sheet.header.iter().filter(|name| !is_known(name)) {
        sheet.report(sheet.header_line, undeclared(name));
    }
}

fn undeclared(name: &str) -> Error {
    let error = Error::new(Kind::UnknownKey, format!("the column \"{name}\" is not declared"), "a column of the table");
    error.advise(format!("Declare it in columns, or leave it out with ignore = [\"{name}\"]."))
}

/// The positions of the columns that are left out by name.
pub(super) fn ignored(part: &Part<'_>, sheet: &Sheet<'_>) -> Vec<usize> {
    let Some(items) = part.field("ignore").and_then(|field| field.filled_list("a list of columns")) else {
        return Vec::new();
    };
    items.iter().filter_map(|item| sheet.column(item)).collect()
}

fn columns_in_order<'r>(sheet: &Sheet<'_>, declared: &'r Declared<'_>) -> Vec<(usize, &'r Column)> {
    let declared_as = |name: &String| declared.columns.iter().find(|(column, ..)| column == name);
    let header = sheet.header.iter().enumerate();
    header.filter_map(|(position, name)| Some((position, declared_as(name)?.2.as_ref()?))).collect()
}

fn refuse_unknown_rows<T>(entries: &Entries<'_, T>, labels: &[String]) {
    for (name, field, _) in entries {
        if !labels.contains(name) {
            field.report(unknown_name("row", name, labels.iter().map(String::as_str)));
        }
    }
}
