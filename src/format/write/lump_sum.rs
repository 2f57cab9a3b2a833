//! The lump sum of a task, from year to year.

use super::financing::{by, percent};
use super::pooling::amount;
use super::rounding;
use super::text::{Pairs, inline, list, named, quoted};
use crate::exact::{Percent, Ratio, Rounding, Unrounded};
use crate::financing::task::{Group, LumpSumBasis, LumpSumPlan, YearTerms};
use crate::format::number;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The keys of a task that are about its lump sum.
pub(super) fn pairs(plan: &LumpSumPlan) -> Pairs {
    let mut pairs = Vec::from([("basis", quoted(plan.basis.name())), basis(&plan.basis)]);
    if plan.rounding != Rounding::HALF_UP_CENT {
        pairs.push(("rounding", rounding(plan.rounding)));
    }
    if !plan.later.is_empty() {
        pairs.push(("years", list(plan.later.iter().map(year))));
    }
    pairs
}

fn basis(basis: &LumpSumBasis) -> (&'static str, String) {
    match basis {
        LumpSumBasis::Agreed(sum) => ("amount", amount(*sum)),
        LumpSumBasis::HistoricTurnover(years) => ("turnover", by(years, |&turnover| amount(turnover))),
        LumpSumBasis::Capitation(groups) => ("groups", list(groups.iter().map(group))),
    }
}

fn group(group: &Group) -> String {
    let persons = quoted(&number::write(group.persons));
    inline(&[("name", quoted(&group.name)), ("rate", rate(group.rate)), ("persons", persons)])
}

/// Euros that need not be whole cents.
fn rate(rate: Unrounded) -> String {
    let euros = rate.cents().and_then(|cents| cents.checked_div(Ratio::integer(100)));
    quoted(&euros.map_or_else(|_| number::OUT_OF_REACH.into(), number::write))
}

fn year(terms: &YearTerms) -> String {
    let mut pairs = Vec::from([("year", terms.year.to_string()), ("index", percent(terms.index))]);
    if terms.volume_norm != Percent::ZERO {
        pairs.push(("volume_norm", percent(terms.volume_norm)));
    }
    if !terms.mutations.is_empty() {
        // Their order says nothing.
        let sorted: BTreeMap<&String, _> = terms.mutations.iter().map(|one| (&one.name, one.amount)).collect();
        pairs.push(("mutations", named(sorted.into_iter().map(|(name, one)| (name.clone(), amount(one))))));
    }
    inline(&pairs)
}
