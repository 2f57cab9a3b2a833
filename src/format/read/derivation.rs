//! `[derivation]`: from the budget to the RTA bijdrage.

use super::names::Names;
use super::part::{Field, Part};
use crate::error::{Error, Kind};
use crate::exact::Rounding;
use crate::format::sections::{PGB, ROUNDING};
use crate::scenario::{BudgetSection, DerivationSection, PgbBasis};
use alloc::string::String;

/// The section, for a budget; `None` as budget when that one has errors of its own.
pub(super) fn read(part: &Part<'_>, budget: Option<&BudgetSection>, names: &Names) -> Option<DerivationSection> {
    let (uitvoeringskosten, voorliggend_veld) = (part.percent("uitvoeringskosten"), part.percent("voorliggend_veld"));
    let (stage, rounding) = (part.term("stage"), part.field("rounding").and_then(|field| rounding(&field)));
    let awbz = part.field("awbz").and_then(|field| field.known("stream", budget?.streams.iter().map(String::as_str)));
    let pgb = part.field("pgb").and_then(|field| pgb(&field.part(&PGB)?, budget, names));
    Some(DerivationSection {
        uitvoeringskosten: uitvoeringskosten?,
        voorliggend_veld: voorliggend_veld?,
        awbz: awbz?,
        pgb: pgb?,
        stage: stage?,
        rounding: rounding?,
    })
}

/// A derivation without anything to derive from.
pub(super) fn refuse_without_budget(part: &Part<'_>) {
    let error = Error::new(Kind::Missing, "a derivation without a budget", "a section [budget]");
    part.report(error.advise("Add the budget that the bijdrage follows from."));
}

fn pgb(part: &Part<'_>, budget: Option<&BudgetSection>, names: &Names) -> Option<PgbBasis> {
    let table = names.table(&budget?.table)?;
    let column = |key: &str| part.field(key).and_then(|field| field.known("column", table.columns()));
    let (amounts, shares) = (column("amounts"), column("shares"));
    amounts.map(PgbBasis::Amounts).or(shares.map(PgbBasis::Shares))
}

pub(super) fn rounding(field: &Field<'_>) -> Option<Rounding> {
    let part = field.part(&ROUNDING)?;
    let (mode, unit) = (part.term("mode"), part.field("unit").and_then(|unit| unit.amount()));
    let rounding = Rounding::new(mode?, unit?);
    part.field("unit")?.keep(rounding)
}
