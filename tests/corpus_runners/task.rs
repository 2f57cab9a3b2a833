//! Runners for tariffs, indexation, lump sums and corridors.

use super::exact::{amount, named, ratio};
use super::{Case, Outcome, kind};
use taakgericht::Error;
use taakgericht::exact::{Amount, Mode, Percent, Rounding, Unrounded};
use taakgericht::financing::index::{
    Basket, Chaining, CorrectionStage, Figures, IndexRule, IndexedYear, Method, PercentRounding, PriorYear, Revision,
    TariffIndexation, YearFigures,
};
use taakgericht::financing::tariff::{BuildUp, BuiltTariff, OtherCost, Overhead};
use taakgericht::financing::task::{
    Breakpoint, Corridor, Group, LumpSumBasis, LumpSumPlan, MonthlyParts, Mutation, Penalty, PenaltyBase, Settlement,
    ShadowCost, TaskYear, YearTerms,
};
use taakgericht::period::Year;

/// `60%`.
pub(super) fn percent(text: &str) -> Percent {
    Percent::parse(text.strip_suffix('%').unwrap()).unwrap()
}

fn rounding(case: &Case) -> Rounding {
    Rounding::new(named(&Mode::ALL, case.get("mode")), amount(case.get("unit"))).unwrap()
}

/// A list separated by ` / `; nothing for `-`.
fn rows<'c>(case: &'c Case, column: &str) -> Vec<&'c str> {
    if case.get(column) == "-" { vec![] } else { case.get(column).split(" / ").collect() }
}

/// An unrounded amount without the space before `ct`, as lists are separated by spaces.
pub(super) fn shown(unrounded: Unrounded) -> String {
    unrounded.to_string().replace(' ', "_")
}

pub(super) fn joined(texts: impl IntoIterator<Item = String>, separator: &str) -> String {
    texts.into_iter().collect::<Vec<_>>().join(separator)
}

/// What another reading would give does not come out.
pub(super) fn prove_not(case: &Case, found: &[String]) {
    for wrong in case.list("not") {
        assert!(!found.iter().any(|found| found == wrong), "{}: {wrong} came out", case.get("id"));
    }
}

fn build(case: &Case) -> Result<BuiltTariff, Error> {
    let other_cost = match case.list("other")[..] {
        ["-"] => OtherCost::NONE,
        ["before", cost] => OtherCost::BeforeOverhead(amount(cost).into()),
        ["after", cost] => OtherCost::AfterOverhead(amount(cost).into()),
        ref other => panic!("unknown cost {other:?}"),
    };
    let overhead = match case.list("overhead")[..] {
        ["surcharge", of] => Overhead::Surcharge(percent(of)),
        ["share", of] => Overhead::ShareOfTariff(percent(of)),
        ref other => panic!("unknown overhead {other:?}"),
    };
    let build_up = BuildUp {
        staff_cost_per_hour: amount(case.get("staff")).into(),
        productivity: percent(case.get("productivity")),
        other_cost,
        overhead,
        indexation: percent(case.get("indexation")),
        rounding: rounding(case),
    };
    build_up.build()
}

pub(crate) fn tariff(case: &Case) -> Outcome {
    let built = build(case).map_err(|error| kind(&error))?;
    let tariff = built.tariff.to_string();
    prove_not(case, std::slice::from_ref(&tariff));
    Ok(vec![tariff, joined(built.steps.iter().map(|step| shown(step.value)), " "), shown(built.residue)])
}

/// `4.18% 1.82%`.
fn figures(text: &str) -> Figures {
    let (wages, prices) = text.split_once(' ').unwrap();
    Figures { wages: percent(wages), prices: percent(prices) }
}

fn year_figures(case: &Case) -> Vec<YearFigures> {
    let prior = |text: &str| match text.split_once(" > ") {
        None => PriorYear::FirstOfContract,
        Some((provisional, definitive)) => {
            PriorYear::Revised(Revision { provisional: figures(provisional), definitive: figures(definitive) })
        }
    };
    let years = case.get("provisional").split(" / ").zip(case.get("prior").split(" / "));
    let numbered = (2025..).map(|year| Year::new(year).unwrap()).zip(years);
    numbered
        .map(|(year, (now, before))| YearFigures { year, provisional: figures(now), prior: prior(before) })
        .collect()
}

fn indexed(case: &Case) -> Result<Vec<IndexedYear>, Error> {
    let weights = case.list("weights");
    let rule = IndexRule {
        basket: Basket::new(percent(weights[0]), percent(weights[1]))?,
        method: named(&Method::ALL, case.get("method")),
        stage: named(&CorrectionStage::ALL, case.get("stage")),
        rounding: PercentRounding {
            mode: named(&Mode::ALL, case.get("mode")),
            decimals: case.get("decimals").parse().unwrap(),
        },
    };
    let list: Vec<(&str, Amount)> = case.list("tariffs").into_iter().map(|text| (text, amount(text))).collect();
    let chaining = named(&Chaining::ALL, case.get("chaining"));
    TariffIndexation { chaining, rounding: Rounding::HALF_UP_CENT }.apply(&list, &rule.indices(&year_figures(case))?)
}

pub(crate) fn index(case: &Case) -> Outcome {
    let years = indexed(case).map_err(|error| kind(&error))?;
    // The VNG prints two decimals; a percentage here shows no more than it has, so `4.7%` is written `4.70%`.
    let percents: Vec<String> = years.iter().map(|year| two_decimals(year.index.percent)).collect();
    prove_not(case, &percents);
    let list = |year: &IndexedYear| joined(year.changes.iter().map(|change| change.new.to_string()), " ");
    Ok(vec![joined(years.iter().map(list), " / "), percents.join(" ")])
}

fn two_decimals(percent: Percent) -> String {
    let per_hundred = percent.per_hundred();
    let missing = 2_u32.saturating_sub(per_hundred.scale());
    let zeros = "0".repeat(usize::try_from(missing).unwrap());
    if per_hundred.scale() == 0 { format!("{per_hundred}.{zeros}%") } else { format!("{per_hundred}{zeros}%") }
}

/// `3%:50% 8%:80%`.
fn breakpoints(case: &Case, column: &str) -> Vec<Breakpoint> {
    let breakpoint = |text: &str| {
        let (from, share) = text.split_once(':').unwrap();
        Breakpoint { from: percent(from), share: percent(share) }
    };
    if case.get(column) == "-" { vec![] } else { case.list(column).into_iter().map(breakpoint).collect() }
}

fn settle(case: &Case) -> Result<(Settlement, Unrounded), Error> {
    let corridor = Corridor::new(breakpoints(case, "over"), breakpoints(case, "under"))?;
    let shadow = ShadowCost::of_lines(&[amount(case.get("shadow"))])?;
    let settlement = shadow.settle_against(&corridor, amount(case.get("lump_sum")), rounding(case))?;
    let result = settlement.provider_result()?;
    Ok((settlement, result))
}

pub(crate) fn corridor(case: &Case) -> Outcome {
    let (settlement, result) = settle(case).map_err(|error| kind(&error))?;
    let paid = settlement.paid.to_string();
    prove_not(case, std::slice::from_ref(&paid));
    Ok(vec![paid, shown(settlement.residue), shown(settlement.settled), shown(result)])
}

/// `agreed 100.00`, `turnover 2024:1.00`, `capitation 0-11:412.50×1385`.
fn basis(text: &str) -> LumpSumBasis {
    let (name, list) = text.split_once(' ').unwrap_or((text, ""));
    let pairs = || list.split_whitespace().map(|pair| pair.split_once(':').unwrap());
    let group = |(name, of): (&str, &str)| {
        let (rate, persons) = of.split_once('×').unwrap();
        Group { name: name.into(), rate: amount(rate).into(), persons: ratio(persons) }
    };
    match name {
        "agreed" => LumpSumBasis::Agreed(amount(list)),
        "turnover" => LumpSumBasis::HistoricTurnover(
            pairs().map(|(year, turnover)| (Year::parse(year).unwrap(), amount(turnover))).collect(),
        ),
        "capitation" => LumpSumBasis::Capitation(pairs().map(group).collect()),
        other => panic!("unknown basis {other}"),
    }
}

/// `2027 4.91% -1.5% verblijf:250000.00`.
fn terms(text: &str) -> YearTerms {
    let mut words = text.split_whitespace();
    let [year, index, volume_norm] = [(); 3].map(|()| words.next().unwrap());
    let mutation = |text: &str| {
        let (name, of) = text.split_once(':').unwrap();
        Mutation { name: name.into(), amount: amount(of) }
    };
    YearTerms {
        year: Year::parse(year).unwrap(),
        index: percent(index),
        volume_norm: percent(volume_norm),
        mutations: words.map(mutation).collect(),
    }
}

/// The lump sums of a plan, the residue of the last, and the penalty on it.
fn plan(case: &Case) -> Result<(Vec<Amount>, Unrounded, Amount), Error> {
    let later = rows(case, "later").into_iter().map(terms).collect();
    let first = Year::new(2026).unwrap();
    let plan = LumpSumPlan { basis: basis(case.get("basis")), first, rounding: rounding(case), later };
    let years = plan.years()?;
    let last = years.last().unwrap();
    let parts = MonthlyParts::of_year(last.lump_sum, last.year)?;
    let year = TaskYear { lump_sum: last.lump_sum, parts: &parts, settled: last.lump_sum };
    let (percent, rounding) = (percent(case.get("penalty")), rounding(case));
    let penalised = Penalty { percent, of: PenaltyBase::LumpSum, rounding }.on(&year)?;
    Ok((years.iter().map(|year| year.lump_sum).collect(), last.residue, penalised.penalty))
}

pub(crate) fn lump_sum(case: &Case) -> Outcome {
    let (sums, residue, penalty) = plan(case).map_err(|error| kind(&error))?;
    Ok(vec![penalty.to_string(), joined(sums.iter().map(ToString::to_string), " "), shown(residue)])
}
