//! `equals`: what a figure should be.

use super::document::every;
use super::names::{Names, TableNames};
use super::part::{Field, Part, advised};
use super::value::unknown_name;
use crate::budget::reconcile::{Expression, Printed, Reference};
use crate::error::{Error, Kind};
use crate::exact::Mode;
use crate::exact::notation::Notation;
use crate::format::nearest::{did_you_mean, one_of};
use crate::format::section::{Key, Section, Shape};
use crate::format::sections::{COLUMN_SUM, CONSTANT, DIFFERENCE, FORMS, PRODUCT, QUOTIENT, ROUNDED, SUM, SUMMED};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use toml::de::DeValue;

/// What the names in an expression may mean, seen from the figures that are checked.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) names: &'s Names,
    pub(super) table: Option<&'s TableNames>,
    pub(super) columns: &'s [String],
}

/// An expression: a column, a percentage, a number, or one of the forms with keys.
pub(super) fn read(field: &Field<'_>, scope: Scope<'_>) -> Option<Expression> {
    match field.value {
        DeValue::String(text) if text.ends_with('%') => {
            field.keep(Notation::Plain.read_percent(text)).map(Expression::Percent)
        }
        DeValue::String(_) => {
            let column = field.known("column", scope.table?.columns())?;
            Some(Expression::column(&column))
        }
        DeValue::Integer(_) | DeValue::Float(_) => field.ratio().map(Expression::Constant),
        DeValue::Table(_) => {
            let form = form(field)?;
            of_form(&field.part(form)?, form, scope)
        }
        _ => {
            field.report(field.wrong_type(Shape::Expression.expected()));
            None
        }
    }
}

/// The form that an expression has: the first of which any key stands there.
fn form(field: &Field<'_>) -> Option<&'static Section> {
    let DeValue::Table(table) = field.value else {
        return None;
    };
    // `unit` and `mode` alone say nothing.
    let tells = |key: &&Key| key.name != "unit" && key.name != "mode" && table.contains_key(key.name);
    let fits = |form: &&'static Section| form.keys.iter().any(|key| tells(&key));
    let form = FORMS.into_iter().find(fits);
    if form.is_none() {
        let keys = || FORMS.iter().filter_map(|form| form.keys.first()).map(|key| key.name).chain(["row", "column"]);
        let written: Vec<&str> = table.iter().map(|(key, _)| key.get_ref().as_ref()).collect();
        let (kind, found) = match written.first() {
            Some(key) => (Kind::UnknownKey, format!("unknown key \"{key}\"")),
            None => (Kind::Missing, "an expression without a key".to_string()),
        };
        let advice = written.first().and_then(|key| did_you_mean(key, keys()));
        field.report(advised(Error::new(kind, found, one_of(keys())), advice));
    }
    form
}

fn of_form(part: &Part<'_>, form: &'static Section, scope: Scope<'_>) -> Option<Expression> {
    let one = |key: &str| part.field(key).and_then(|field| read(&field, scope)).map(Box::new);
    let many = |key: &str| part.field(key).and_then(|field| all(&field, scope));
    match form.name {
        name if name == SUM.name => many("sum").map(Expression::Sum),
        name if name == PRODUCT.name => many("product").map(Expression::Product),
        name if name == DIFFERENCE.name => {
            let (first, less) = (one("first"), many("less"));
            Some(Expression::Difference(first?, less?))
        }
        name if name == QUOTIENT.name => quotient(&part.field("quotient")?, scope),
        name if name == ROUNDED.name => rounded(part, one("rounded")),
        name if name == COLUMN_SUM.name => {
            let column = part.field("column_sum")?.part(&SUMMED)?;
            summed(&column, scope).map(Expression::ColumnSum)
        }
        name if name == CONSTANT.name => part.field("constant")?.ratio().map(Expression::Constant),
        _ => figure(part, scope),
    }
}

fn all(field: &Field<'_>, scope: Scope<'_>) -> Option<Vec<Expression>> {
    let items = field.filled_list(Shape::Expressions { exactly_two: false }.expected())?;
    every(items.iter().map(|item| read(item, scope)))
}

fn quotient(field: &Field<'_>, scope: Scope<'_>) -> Option<Expression> {
    let count = all(field, scope)?;
    let Ok([above, below]) = <[Expression; 2]>::try_from(count) else {
        let found = format!("a list of {}", field.items().map_or(0, |items| items.len()));
        let expected = Shape::Expressions { exactly_two: true }.expected();
        field.report(Error::new(Kind::Length, found, expected));
        return None;
    };
    Some(Expression::Quotient(Box::new(above), Box::new(below)))
}

fn rounded(part: &Part<'_>, inner: Option<Box<Expression>>) -> Option<Expression> {
    let mode = part.term("mode").unwrap_or(Mode::HalfUp);
    let unit = part.field("unit")?;
    let printed = unit.ratio().and_then(|number| unit.keep(Printed::new(number, mode)));
    Some(Expression::Rounded(inner?, printed?))
}

/// Another figure.
fn figure(part: &Part<'_>, scope: Scope<'_>) -> Option<Expression> {
    let (table, reference) = (table(part, scope), summed(part, scope));
    let row = part.field("row").map(|field| match table.and_then(TableNames::rows) {
        Some(rows) => field.known("row", rows),
        None => field.text(),
    });
    let row = row.map_or(Some(None), |row| row.map(Some))?;
    Some(Expression::Figure(Reference { row, ..reference? }))
}

/// A column; every name in it must be known, and so must those that are left out because they are the same.
fn summed(part: &Part<'_>, scope: Scope<'_>) -> Option<Reference> {
    let inside = table(part, scope);
    let table = part.field("table").map(|field| field.known("table", scope.names.tables()));
    let column = part.field("column").map(|field| field.known("column", inside?.columns()));
    if let (Some(inside), true, None) = (inside, table.is_some(), &column) {
        refuse_absent_columns(part, inside, scope.columns);
    }
    let all_read = [&table, &column].into_iter().flatten().all(Option::is_some);
    all_read.then(|| Reference { table: table.flatten(), row: None, column: column.flatten() })
}

/// The table that a reference means, when it is known.
fn table<'s>(part: &Part<'_>, scope: Scope<'s>) -> Option<&'s TableNames> {
    match part.field("table") {
        Some(field) => scope.names.table(field.value.as_str()?),
        None => scope.table,
    }
}

/// Without a column of its own, a reference means the column with the same name: the other table must have it.
fn refuse_absent_columns(part: &Part<'_>, table: &TableNames, checked: &[String]) {
    for name in checked.iter().filter(|name| !table.columns.contains(name)) {
        part.report(unknown_name("column", name, table.columns()));
    }
}
