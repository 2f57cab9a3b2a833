//! The lump sum of a task, from year to year.

use super::value::{by_name, by_year};
use crate::error::Error;
use crate::exact::{Percent, Ratio, Rounding, Unrounded};
use crate::financing::task::{Group, LumpSumBasis, LumpSumPlan, Mutation, YearTerms};
use crate::format::read::derivation::rounding;
use crate::format::read::document::{all_called, every};
use crate::format::read::part::{Field, Part};
use crate::format::section::Shape;
use crate::format::sections::financing::{GROUP, TASK_YEAR};
use crate::format::term::LumpSumWord;
use crate::period::Year;
use alloc::format;
use alloc::vec::Vec;

/// The lump sums of a task, of which the first is of the first year.
pub(super) fn read(part: &Part<'_>, first: Option<Year>) -> Option<LumpSumPlan> {
    let basis = part.term("basis").and_then(|word| basis(part, word));
    let rounding = part.optional("rounding", rounding);
    let years = all_called(part, "years", &TASK_YEAR, "year", "year");
    let later = every(years.iter().map(terms));
    let plan = LumpSumPlan {
        basis: basis?,
        first: first?,
        rounding: rounding?.unwrap_or(Rounding::HALF_UP_CENT),
        later: later?,
    };
    plan.years().map_err(|error| report(part, &years, &plan, error)).ok().map(|_| plan)
}

/// Keeps an error of the finished plan, on the line of the year that it is about.
fn report(part: &Part<'_>, years: &[Part<'_>], plan: &LumpSumPlan, error: Error) {
    let about = |year: Year| error.place().path.first().is_some_and(|place| *place == format!("year {year}"));
    let terms = plan.later.iter().zip(years).find(|(terms, _)| about(terms.year));
    let error = error.clone().within(part.called());
    terms.map_or(part, |(_, year)| year).report_as_placed(error);
}

fn basis(part: &Part<'_>, word: LumpSumWord) -> Option<LumpSumBasis> {
    match word {
        LumpSumWord::Agreed => part.field("amount")?.amount().map(LumpSumBasis::Agreed),
        LumpSumWord::HistoricTurnover => {
            let field = part.field("turnover")?;
            let years = by_year(&field, "turnover", Shape::NumbersByYear.expected(), |field| field.amount());
            years.map(LumpSumBasis::HistoricTurnover)
        }
        LumpSumWord::Capitation => {
            let groups = all_called(part, "groups", &GROUP, "group", "name");
            // What is no list was kept as an error.
            part.field("groups")?.items()?;
            every(groups.iter().map(group)).map(LumpSumBasis::Capitation)
        }
    }
}

fn group(part: &Part<'_>) -> Option<Group> {
    let (name, rate) = (part.text("name"), part.field("rate").and_then(|field| rate(&field)));
    let persons = part.field("persons").and_then(|field| field.ratio());
    Some(Group { name: name?, rate: rate?, persons: persons? })
}

/// Euros that need not be whole cents.
fn rate(field: &Field<'_>) -> Option<Unrounded> {
    let cents = field.ratio()?.checked_mul(Ratio::integer(100));
    field.keep(cents).map(Unrounded::from_cents)
}

fn terms(part: &Part<'_>) -> Option<YearTerms> {
    let (year, index) = (part.field("year").and_then(|field| field.year()), part.percent("index"));
    let volume_norm = part.optional("volume_norm", |field| field.percent());
    let mutations = part.optional("mutations", |field| by_name(field, "mutation", |field| field.amount()));
    let mutations = mutations?.unwrap_or_default().into_iter().map(|(name, amount)| Mutation { name, amount });
    Some(YearTerms {
        year: year?,
        index: index?,
        volume_norm: volume_norm?.unwrap_or(Percent::ZERO),
        mutations: mutations.collect::<Vec<Mutation>>(),
    })
}
