//! What a figure should be, on one line.

use super::name;
use super::text::{inline, list, quoted};
use crate::budget::reconcile::{Expression, Printed, Reference};
use crate::exact::Mode;
use crate::format::number;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn value(expression: &Expression) -> String {
    match expression {
        Expression::Percent(percent) => quoted(&percent.to_string()),
        Expression::Constant(constant) => inline(&[("constant", quoted(&number::write(*constant)))]),
        Expression::Figure(reference) => figure(reference),
        Expression::ColumnSum(reference) => inline(&[("column_sum", inline(&pairs(reference)))]),
        Expression::Sum(terms) => inline(&[("sum", all(terms))]),
        Expression::Product(factors) => inline(&[("product", all(factors))]),
        Expression::Difference(first, less) => inline(&[("first", value(first)), ("less", all(less))]),
        Expression::Quotient(above, below) => inline(&[("quotient", list([value(above), value(below)]))]),
        Expression::Rounded(inner, printed) => rounded(inner, *printed),
    }
}

fn all(expressions: &[Expression]) -> String {
    list(expressions.iter().map(value))
}

/// A column by its name alone, unless that would read as a percentage.
fn figure(reference: &Reference) -> String {
    match reference {
        Reference { table: None, row: None, column: Some(column) } if !column.ends_with('%') => quoted(column),
        other => inline(&pairs(other)),
    }
}

fn pairs(reference: &Reference) -> Vec<(&'static str, String)> {
    let parts = [("table", &reference.table), ("row", &reference.row), ("column", &reference.column)];
    parts.into_iter().filter_map(|(key, name)| Some((key, quoted(name.as_ref()?)))).collect()
}

fn rounded(inner: &Expression, printed: Printed) -> String {
    let mut pairs = Vec::from([("rounded", value(inner)), ("unit", quoted(&number::write(printed.unit())))]);
    if printed.mode() != Mode::HalfUp {
        pairs.push(("mode", name(&printed.mode())));
    }
    inline(&pairs)
}
