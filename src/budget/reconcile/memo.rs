//! The refusal to add what is already inside another column.
//!
//! Source: `SOURCES.md#bmwe-budget-2015`: ZIN lies inside the RTA bijdrage; adding it counts it twice.

use super::expression::Expression;
use super::place::{Cell, Place};
use super::table::{RowRole, Table};
use crate::budget::number::plain;
use crate::error::{Error, Kind, listed};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Refuses an expression that adds a memo column as if it were a part.
///
/// # Errors
/// `Memo`, with what the sum would come to in the total row, or else in the first row.
pub(super) fn refuse_memo_sums(tables: &[Table], cells: &[Cell<'_>], expression: &Expression) -> Result<(), Error> {
    let is_total = |cell: &&Cell<'_>| cell.table.rows()[cell.row].role != RowRole::Party;
    let Some(&cell) = cells.iter().find(is_total).or(cells.first()) else {
        return Ok(());
    };
    let place = Place { tables, cell };
    for node in expression.nodes() {
        if let Expression::Sum(terms) = node {
            refuse_memo_terms(&place, node, terms).map_err(|error| cell.locate(error))?;
        }
    }
    Ok(())
}

fn refuse_memo_terms(place: &Place<'_>, sum: &Expression, terms: &[Expression]) -> Result<(), Error> {
    let (mut memos, mut parts) = (Vec::new(), Vec::new());
    for term in terms {
        let side = if place.is_memo(term)? { &mut memos } else { &mut parts };
        side.push(term.clone());
    }
    if memos.is_empty() {
        return Ok(());
    }
    Err(counted_twice(place, sum, &memos, parts)?)
}

fn counted_twice(
    place: &Place<'_>,
    sum: &Expression,
    memos: &[Expression],
    parts: Vec<Expression>,
) -> Result<Error, Error> {
    let naive = plain(place.evaluate(sum, None)?.value);
    let without = plain(place.evaluate(&Expression::Sum(parts), None)?.value);
    let stated = plain(place.figure(place.cell, None)?.value);
    let names: Vec<String> = memos.iter().map(|memo| format!("\"{memo}\"")).collect();
    let names = listed(&names);
    let found = format!("{sum} adds up to {naive} against the stated {stated}, because it adds the memo {names}");
    let advice = format!("Leave {names} out, for it already lies inside another column: the sum is then {without}.");
    Ok(Error::new(Kind::Memo, found, "a sum of parts").advise(advice))
}
