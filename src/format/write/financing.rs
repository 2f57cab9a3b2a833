//! The sections for financing variants.

use super::lump_sum;
use super::pooling::amount;
use super::text::{Pairs, inline, list, named, quoted, section, texts};
use super::{name, volumes};
use crate::exact::{Percent, Ratio};
use crate::financing::comparison::{Administration, Shock};
use crate::financing::effort::{Basis, Beyond, Ceiling};
use crate::financing::task::{Breakpoint, Corridor, PenaltyBase, Side};
use crate::format::number;
use crate::format::term::BeyondWord;
use crate::scenario::{
    CaseSection, ContractProductSection, ContractSection, LeakageSection, PenaltySection, ProductSection,
    ResultSection, Scenario, ShockSection, TaskSection,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// The products, the contracts, the volumes and what they are compared by.
pub(super) fn sections(scenario: &Scenario) -> String {
    let products = scenario.products.iter().map(product);
    let contracts = scenario.contracts.iter().map(contract);
    let volumes = scenario.volumes.iter().map(volumes::section_of);
    let cases = scenario.cases.iter().map(case);
    let shocks = scenario.shocks.iter().map(shock);
    let administration = scenario.administration.iter().map(administration);
    products.chain(contracts).chain(volumes).chain(cases).chain(shocks).chain(administration).collect()
}

fn product(product: &ProductSection) -> String {
    let mut pairs = Vec::from([("id", quoted(&product.id))]);
    pairs.extend(product.title.iter().map(|title| ("title", quoted(title))));
    pairs.extend([
        ("code", quoted(product.code.as_str())),
        ("segment", quoted(&product.segment)),
        ("unit", name(&product.unit)),
        ("frequency", name(&product.frequency)),
    ]);
    section("[[product]]", &pairs)
}

fn contract(contract: &ContractSection) -> String {
    let mut pairs = Vec::from([("id", quoted(&contract.id)), ("provider", quoted(&contract.provider))]);
    if !contract.subcontractors.is_empty() {
        pairs.push(("subcontractors", texts(&contract.subcontractors)));
    }
    let period = contract.period;
    pairs.extend([("from", quoted(&period.from().to_string())), ("to", quoted(&period.to().to_string()))]);
    let mut text = section("[[contract]]", &pairs);
    text.extend(contract.products.iter().map(|one| section("[[contract.products]]", &contract_product(one))));
    text.extend(contract.task.iter().map(|task| section("[contract.task]", &task_pairs(task))));
    text
}

fn contract_product(of: &ContractProductSection) -> Pairs {
    let mut pairs = Vec::from([("product", quoted(&of.product)), ("variant", name(&of.variant))]);
    pairs.extend(of.unit.iter().map(|unit| ("unit", name(unit))));
    if of.basis != Basis::PerUnit {
        pairs.push(("basis", name(&of.basis)));
    }
    if !of.tariffs.is_empty() {
        pairs.push(("tariffs", by(&of.tariffs, |&tariff| euros(tariff))));
    }
    pairs.extend(of.cost_price.map(|price| ("cost_price", euros(price))));
    pairs.extend(of.result.iter().map(|terms| ("result", result(terms))));
    if !of.ceilings.is_empty() {
        pairs.push(("ceilings", by(&of.ceilings, ceiling)));
    }
    pairs
}

/// Values by day or by year, the earliest first: their order says nothing.
pub(super) fn by<K: Ord + ToString, T>(values: &[(K, T)], write: impl Fn(&T) -> String) -> String {
    let sorted: BTreeMap<&K, &T> = values.iter().map(|(key, value)| (key, value)).collect();
    named(sorted.into_iter().map(|(key, value)| (key.to_string(), write(value))))
}

fn euros(number: Decimal) -> String {
    quoted(&number::euros(number).to_string())
}

fn result(terms: &ResultSection) -> String {
    let mut pairs = Vec::from([("prices", by(&terms.prices, |&price| amount(price)))]);
    match terms.parts.as_slice() {
        [] => {}
        [end] => pairs.extend(parts(Percent::ZERO, &[], *end)),
        [start, milestones @ .., end] => pairs.extend(parts(*start, milestones, *end)),
    }
    inline(&pairs)
}

/// The parts of a price, at the start, at each milestone, and at the end.
fn parts(start: Percent, milestones: &[Percent], end: Percent) -> Pairs {
    let mut pairs = Vec::from([("start", percent(start))]);
    if !milestones.is_empty() {
        pairs.push(("milestones", list(milestones.iter().map(|&part| percent(part)))));
    }
    pairs.push(("end", percent(end)));
    pairs
}

fn ceiling(ceiling: &Ceiling) -> String {
    let (beyond, share) = match ceiling.beyond {
        Beyond::SharedByProvider(share) => (BeyondWord::Shared, Some(share)),
        Beyond::NewCareByProvider => (BeyondWord::NewCare, None),
    };
    let mut pairs = Vec::from([("amount", amount(ceiling.amount)), ("beyond", name(&beyond))]);
    pairs.extend(share.map(|share| ("provider_share", percent(share))));
    inline(&pairs)
}

pub(super) fn percent(percent: Percent) -> String {
    quoted(&percent.to_string())
}

fn task_pairs(task: &TaskSection) -> Pairs {
    let mut pairs = lump_sum::pairs(&task.lump_sum);
    pairs.extend(task.part_year.iter().map(|part_year| ("part_year", name(part_year))));
    if task.corridor != Corridor::none() {
        pairs.push(("corridor", corridor(&task.corridor)));
    }
    pairs.push(("key", quoted(&task.key)));
    if !task.penalties.is_empty() {
        pairs.push(("penalties", list(task.penalties.iter().map(penalty))));
    }
    pairs
}

/// The breakpoints of each side that has any; one band for both sides is two lists that are alike.
fn corridor(corridor: &Corridor) -> String {
    let sides = [Side::Over, Side::Under].map(|side| (side.name(), corridor.breakpoints(side)));
    let sides = sides.into_iter().filter(|(_, breakpoints)| !breakpoints.is_empty());
    let pairs: Pairs = sides.map(|(side, breakpoints)| (side, list(breakpoints.iter().map(breakpoint)))).collect();
    inline(&pairs)
}

fn breakpoint(breakpoint: &Breakpoint) -> String {
    inline(&[("from", percent(breakpoint.from)), ("share", percent(breakpoint.share))])
}

fn penalty(penalty: &PenaltySection) -> String {
    let mut pairs = Vec::from([
        ("reason", quoted(&penalty.reason)),
        ("year", penalty.year.to_string()),
        ("percent", percent(penalty.percent)),
        ("of", quoted(penalty.of.name())),
    ]);
    if let PenaltyBase::MonthlyPart(month) = penalty.of {
        pairs.push(("month", month.number().to_string()));
    }
    inline(&pairs)
}

fn case(case: &CaseSection) -> String {
    let names = |names: &BTreeSet<String>| texts(&names.iter().cloned().collect::<Vec<_>>());
    let mut pairs = Vec::from([("id", quoted(&case.id))]);
    pairs.extend(case.variant.iter().map(|variant| ("variant", name(variant))));
    pairs.extend(case.contracts.iter().map(|ids| ("contracts", names(ids))));
    pairs.extend(case.segments.iter().map(|segments| ("segments", names(segments))));
    pairs.extend(case.leakage.iter().map(|terms| ("leakage", leakage(terms))));
    section("[[case]]", &pairs)
}

fn leakage(terms: &LeakageSection) -> String {
    let mut pairs = Vec::from([("share", percent(terms.share)), ("to", quoted(&terms.to))]);
    let times = [("tariff_times", terms.tariff_times), ("cost_times", terms.cost_times)];
    let others = times.into_iter().filter(|(_, times)| *times != Ratio::ONE);
    pairs.extend(others.map(|(key, times)| (key, quoted(&number::write(times)))));
    inline(&pairs)
}

fn shock(of: &ShockSection) -> String {
    let mut pairs = Vec::from([("id", quoted(&of.id))]);
    match of.shock {
        Shock::Volume(more) => pairs.push(("volume", percent(more))),
        Shock::Price { cost_price, tariff } => {
            let has_tariff = tariff != Percent::ZERO;
            // A shock of nothing is one too.
            if cost_price != Percent::ZERO || !has_tariff {
                pairs.push(("cost_price", percent(cost_price)));
            }
            pairs.extend(has_tariff.then(|| ("tariff", percent(tariff))));
        }
    }
    section("[[shock]]", &pairs)
}

fn administration(of: &Administration) -> String {
    let per_month = of.per_month;
    let per_month = [("effort", per_month.effort), ("output", per_month.output), ("task", per_month.task)];
    let per_month = per_month.map(|(variant, rate)| (variant, amount(rate)));
    let pairs = [
        ("per_invoice_line", amount(of.per_invoice_line)),
        ("per_result", amount(of.per_result)),
        ("per_month", inline(&per_month)),
    ];
    section("[administration]", &pairs)
}
