//! Rounding, splits, bounds, tables, instalments, and amounts as people write them.

use super::arguments::{Arguments, one_each};
use super::read::{amount, count, ratio, unrounded, words};
use super::{Operation, Results, write};
use crate::error::Error;
use crate::exact::notation::Notation;
use crate::exact::{
    Amount, Bounds, Method, Mode, Rounding, Split, Table, TieRule, Totals, Weights, instalments as divide_evenly,
};
use alloc::string::ToString;
use alloc::vec::Vec;

pub(super) const ROUNDING: Operation = Operation {
    name: "rounding",
    about: "Rounds an exact amount at a named step; exact = amount + residue. Source: SOURCES.md#exactness, rule 2. \
        exact: euros as a decimal number or a fraction.",
    arguments: &["exact", "mode", "unit"],
    results: &["amount", "residue"],
    run: rounding,
};

pub(super) const SPLIT: Operation = Operation {
    name: "split",
    about: "Divides a whole by weights: method, tie rule and unit are declared, parts stand in the order of the weights. \
        weights: whole numbers, decimals or fractions. Source of the rules: SOURCES.md#exactness, rules 2 and 3.",
    arguments: &["whole", "unit", "method", "tie", "weights"],
    results: &["parts"],
    run: split,
};

pub(super) const BOUNDED: Operation = Operation {
    name: "bounded",
    about: "Divides a whole by weights within a floor and a ceiling per party, in cents, by largest remainder. \
        floors, ceilings: one per weight, - for none. Source: SOURCES.md#exactness, rule 3.",
    arguments: &["whole", "tie", "weights", "floors", "ceilings"],
    results: &["parts"],
    run: bounded,
};

pub(super) const INSTALMENTS: Operation = Operation {
    name: "instalments",
    about: "Equal instalments of which every running total is right. Source: SOURCES.md#exactness, rule 5.",
    arguments: &["whole", "count"],
    results: &["parts"],
    run: instalments,
};

pub(super) const NOTATION: Operation = Operation {
    name: "notation",
    about: "Reads an amount as people write it. notation: plain (1234.56), dutch (1.234,56) or either, which never guesses. \
        Source: SOURCES.md#exactness, the last sentence; the Dutch forms are those of SOURCES.md#bmwe-ch8.",
    arguments: &["text", "notation"],
    results: &["amount"],
    run: notation,
};

pub(super) const TABLE: Operation = Operation {
    name: "table",
    about: "Rounds a table so that rows, columns and the grand total add up, every figure within one unit of its exact value. \
        cells: euros, the rows separated by \" / \". row_totals, column_totals: prescribed, or - when they are free. \
        Among all such tables the one with the smallest sum of deviations; of equal ones the earliest cell goes away from zero. \
        parts: the cells, then the row totals, then the column totals, then the grand total. \
        Source: SOURCES.md#exactness, rule 6.",
    arguments: &["cells", "unit", "row_totals", "column_totals"],
    results: &["parts"],
    run: table,
};

/// The rounding step that `mode` and `unit` declare.
pub(super) fn step(arguments: &Arguments<'_>) -> Result<Rounding, Error> {
    Rounding::new(arguments.word("mode", &Mode::ALL, Mode::name)?, arguments.read("unit", amount)?)
}

fn rounding(arguments: &Arguments<'_>) -> Results {
    let rounded = step(arguments)?.round(arguments.read("exact", unrounded)?)?;
    Ok(Vec::from([rounded.amount.to_string(), write::residue(rounded.residue)?]))
}

fn weights(arguments: &Arguments<'_>) -> Result<Weights, Error> {
    Weights::from_ratios(&arguments.list("weights", ratio)?)
}

pub(super) fn tie(arguments: &Arguments<'_>) -> Result<TieRule, Error> {
    arguments.word("tie", &TieRule::ALL, TieRule::name)
}

fn split(arguments: &Arguments<'_>) -> Results {
    let split = Split::new(arguments.word("method", &Method::ALL, Method::name)?).tie(tie(arguments)?);
    let split = split.unit(arguments.read("unit", amount)?)?;
    Ok(write::parts(&split.divide(arguments.read("whole", amount)?, &weights(arguments)?)?))
}

fn bounded(arguments: &Arguments<'_>) -> Results {
    let weights = weights(arguments)?;
    let bound = |text: &str| if text == "-" { Ok(None) } else { amount(text).map(Some) };
    let (floors, ceilings) = (arguments.list("floors", bound)?, arguments.list("ceilings", bound)?);
    one_each("floors", floors.len(), "weight", weights.len())?;
    one_each("ceilings", ceilings.len(), "weight", weights.len())?;
    let bounds = floors.into_iter().zip(ceilings).map(|(floor, ceiling)| Bounds { floor, ceiling });
    let (whole, bounds) = (arguments.read("whole", amount)?, bounds.collect::<Vec<_>>());
    Ok(write::parts(&Split::default().tie(tie(arguments)?).divide_bounded(whole, &weights, &bounds)?))
}

fn instalments(arguments: &Arguments<'_>) -> Results {
    Ok(write::parts(&divide_evenly(arguments.read("whole", amount)?, arguments.read("count", count)?)?))
}

fn notation(arguments: &Arguments<'_>) -> Results {
    let all = [Notation::Plain, Notation::Dutch, Notation::Either];
    let name = |notation| match notation {
        Notation::Plain => "plain",
        Notation::Dutch => "dutch",
        Notation::Either => "either",
    };
    let notation = arguments.word("notation", &all, name)?;
    Ok(write::parts(&[arguments.read("text", |text| notation.read_amount(text))?]))
}

fn table(arguments: &Arguments<'_>) -> Results {
    let row = |text| words(text).into_iter().map(amount).collect::<Result<Vec<Amount>, Error>>();
    let rows = arguments.rows("cells", " / ", row)?;
    let columns = rows.first().map_or(0, Vec::len);
    rows.iter().try_for_each(|row| one_each("cells", row.len(), "column", columns))?;
    let totals = |name| arguments.unless_nothing(name, || arguments.list(name, amount));
    let (row_totals, column_totals) = (totals("row_totals")?, totals("column_totals")?);
    let totals = Totals { rows: row_totals.as_deref(), columns: column_totals.as_deref() };
    let table = Table::of_amounts(rows.len(), columns, &rows.concat())?;
    let rounded = table.round_to(arguments.read("unit", amount)?, totals)?;
    let parts = [rounded.cells(), rounded.row_totals(), rounded.column_totals(), &[rounded.grand_total()]].concat();
    Ok(write::parts(&parts))
}
