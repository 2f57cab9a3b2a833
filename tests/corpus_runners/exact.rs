//! Runners for splits, bounds, rounding and instalments.

use super::{Case, Outcome, kebab, kind};
use taakgericht::Error;
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{
    Amount, Bounds, Method, Mode, Ratio, Rounding, Split, Table, TieRule, Totals, Unrounded, Weights, decimal,
    instalments as divide_evenly,
};

/// Reads an amount of at most two decimals.
pub(super) fn amount(text: &str) -> Amount {
    let cents = decimal::scaled(decimal::parse(text).unwrap(), 2).unwrap();
    Amount::from_cents(i64::try_from(cents).unwrap())
}

/// Reads a decimal number or a fraction.
pub(super) fn ratio(text: &str) -> Ratio {
    let number = |part: &str| decimal::to_ratio(decimal::parse(part).unwrap()).unwrap();
    match text.split_once('/') {
        Some((above, below)) => number(above).checked_div(number(below)).unwrap(),
        None => number(text),
    }
}

fn weights(case: &Case) -> Result<Weights, Error> {
    Weights::from_ratios(&case.list("weights").into_iter().map(ratio).collect::<Vec<_>>())
}

fn tie(case: &Case) -> TieRule {
    named(&TieRule::ALL, case.get("tie"))
}

pub(super) fn named<T: Copy + std::fmt::Debug>(all: &[T], name: &str) -> T {
    *all.iter().find(|each| kebab(&format!("{each:?}")) == name).unwrap_or_else(|| panic!("unknown name {name}"))
}

pub(super) fn joined(parts: &[Amount]) -> Vec<String> {
    vec![parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")]
}

pub(crate) fn split(case: &Case) -> Outcome {
    let run = || {
        let split =
            Split::new(named(&Method::ALL, case.get("method"))).tie(tie(case)).unit(amount(case.get("unit")))?;
        split.divide(amount(case.get("whole")), &weights(case)?)
    };
    run().map(|parts| joined(&parts)).map_err(|error| kind(&error))
}

pub(crate) fn bounded(case: &Case) -> Outcome {
    let bound = |text: &str| (text != "-").then(|| amount(text));
    let bounds = case.list("floors").into_iter().zip(case.list("ceilings"));
    let bounds: Vec<Bounds> =
        bounds.map(|(floor, ceiling)| Bounds { floor: bound(floor), ceiling: bound(ceiling) }).collect();
    let run = || Split::default().tie(tie(case)).divide_bounded(amount(case.get("whole")), &weights(case)?, &bounds);
    run().map(|parts| joined(&parts)).map_err(|error| kind(&error))
}

pub(crate) fn rounding(case: &Case) -> Outcome {
    let exact = Unrounded::from_cents(ratio(case.get("exact")).checked_mul(Ratio::integer(100)).unwrap());
    let run = || Rounding::new(named(&Mode::ALL, case.get("mode")), amount(case.get("unit")))?.round(exact);
    let shown = run().map(|rounded| {
        let back = exact.checked_sub(rounded.residue).unwrap();
        assert_eq!(back, rounded.amount.into(), "amount and residue are the exact amount");
        vec![rounded.amount.to_string(), shown_residue(rounded.residue)]
    });
    shown.map_err(|error| kind(&error))
}

/// Whole cents with two decimals, as the corpus writes amounts; anything finer as it is.
pub(super) fn shown_residue(residue: Unrounded) -> String {
    let whole =
        residue.cents().unwrap().is_integer().then(|| i64::try_from(residue.cents().unwrap().numerator()).unwrap());
    whole.map_or_else(|| residue.to_string(), |cents| Amount::from_cents(cents).to_string())
}

pub(crate) fn instalments(case: &Case) -> Outcome {
    let divided = divide_evenly(amount(case.get("whole")), case.get("count").parse().unwrap());
    divided.map(|parts| joined(&parts)).map_err(|error| kind(&error))
}

pub(crate) fn notation(case: &Case) -> Outcome {
    let notation = named(&[Notation::Plain, Notation::Dutch, Notation::Either], case.get("notation"));
    notation.read_amount(case.get("text")).map(|amount| vec![amount.to_string()]).map_err(|error| kind(&error))
}

pub(crate) fn table(case: &Case) -> Outcome {
    let rows: Vec<Vec<Amount>> =
        case.get("cells").split(" / ").map(|row| row.split_whitespace().map(amount).collect()).collect();
    let totals = |name| (case.get(name) != "-").then(|| case.list(name).into_iter().map(amount).collect::<Vec<_>>());
    let (row_totals, column_totals) = (totals("row_totals"), totals("column_totals"));
    let totals = Totals { rows: row_totals.as_deref(), columns: column_totals.as_deref() };
    let table = Table::of_amounts(rows.len(), rows[0].len(), &rows.concat()).unwrap();
    let rounded = table.round_to(amount(case.get("unit")), totals).map_err(|error| kind(&error))?;
    let parts = [rounded.cells(), rounded.row_totals(), rounded.column_totals(), &[rounded.grand_total()]].concat();
    Ok(joined(&parts))
}
