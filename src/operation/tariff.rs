//! Tariffs: built from their parts, and indexed from year to year.

use super::arguments::{Arguments, one_each};
use super::exact::step;
use super::read::{amount, pair, percent, unreadable, whole, words};
use super::{Operation, Results, write};
use crate::error::Error;
use crate::exact::{Amount, Mode, Rounding};
use crate::financing::index::{
    Basket, Chaining, CorrectionStage, Figures, IndexRule, IndexedYear, Method, PercentRounding, PriorYear, Revision,
    TariffIndexation, YearFigures,
};
use crate::financing::tariff::{BuildUp, OtherCost, Overhead};
use crate::period::Year;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

pub(super) const TARIFF: Operation = Operation {
    name: "tariff",
    about: "A tariff per hour is built from its parts. Source: SOURCES.md#financing, Besluit Jeugdwet, artikel 2.3. \
        staff: euros per paid hour; other: other client-bound cost in euros per declared hour, \"before\" or \"after\" overhead, \
        - for none. overhead: \"surcharge\" (on top of the cost) or \"share\" (of the cost with overhead); parts: the cost per \
        hour after each step, unrounded: staff cost, productivity, then other cost and overhead in their order, indexation.",
    arguments: &["staff", "productivity", "other", "overhead", "indexation", "mode", "unit"],
    results: &["amount", "parts", "residue"],
    run: tariff,
};

pub(super) const INDEX: Operation = Operation {
    name: "index",
    about: "Tariffs are indexed by wages (OVA) and prices (PPC). Source: SOURCES.md#financing. \
        weights: of wages and prices. Years are separated by \" / \": provisional, the rise of wages and prices as first known; \
        prior, the figures of the year before, provisional > definitive, - in the first year of a contract. The first year is \
        2025. decimals: of the rounded percentage. tariffs: of the year before the first; percents: the index of each year; \
        parts: the tariffs of each year, rounded half up to the cent.",
    arguments: &["weights", "method", "stage", "mode", "decimals", "provisional", "prior", "chaining", "tariffs"],
    results: &["parts", "percents"],
    run: index,
};

fn tariff(arguments: &Arguments<'_>) -> Results {
    let build_up = BuildUp {
        staff_cost_per_hour: arguments.read("staff", amount)?.into(),
        productivity: arguments.read("productivity", percent)?,
        other_cost: arguments.read("other", other_cost)?,
        overhead: arguments.read("overhead", overhead)?,
        indexation: arguments.read("indexation", percent)?,
        rounding: step(arguments)?,
    };
    let built = build_up.build()?;
    let steps = built.steps.iter().map(|step| write::unrounded(step.value));
    Ok(vec![built.tariff.to_string(), write::joined(steps, " "), write::unrounded(built.residue)])
}

fn other_cost(text: &str) -> Result<OtherCost, Error> {
    match words(text)[..] {
        ["-"] => Ok(OtherCost::NONE),
        ["before", cost] => Ok(OtherCost::BeforeOverhead(amount(cost)?.into())),
        ["after", cost] => Ok(OtherCost::AfterOverhead(amount(cost)?.into())),
        _ => Err(unreadable(text, "- or an amount, such as \"before 5.00\" or \"after 5.00\"")),
    }
}

fn overhead(text: &str) -> Result<Overhead, Error> {
    match words(text)[..] {
        ["surcharge", of] => percent(of).map(Overhead::Surcharge),
        ["share", of] => percent(of).map(Overhead::ShareOfTariff),
        _ => Err(unreadable(text, "\"surcharge 20%\" or \"share 20%\"")),
    }
}

fn index(arguments: &Arguments<'_>) -> Results {
    let years = indexed(arguments)?;
    let list = |year: &IndexedYear| write::joined(year.changes.iter().map(|change| change.new.to_string()), " ");
    let percents = years.iter().map(|year| write::two_decimals(year.index.percent));
    Ok(vec![write::joined(years.iter().map(list), " / "), write::joined(percents, " ")])
}

fn indexed(arguments: &Arguments<'_>) -> Result<Vec<IndexedYear>, Error> {
    let rule = IndexRule {
        basket: arguments.read("weights", basket)?,
        method: arguments.word("method", &Method::ALL, Method::name)?,
        stage: arguments.word("stage", &CorrectionStage::ALL, CorrectionStage::name)?,
        rounding: PercentRounding {
            mode: arguments.word("mode", &Mode::ALL, Mode::name)?,
            decimals: arguments.read("decimals", whole)?,
        },
    };
    let names = words(arguments.text("tariffs")?);
    let list: Vec<(&str, Amount)> = names.into_iter().zip(arguments.list("tariffs", amount)?).collect();
    let chaining = arguments.word("chaining", &Chaining::ALL, Chaining::name)?;
    let indices = rule.indices(&years(arguments)?)?;
    TariffIndexation { chaining, rounding: Rounding::HALF_UP_CENT }.apply(&list, &indices)
}

fn basket(text: &str) -> Result<Basket, Error> {
    match words(text)[..] {
        [wages, prices] => Basket::new(percent(wages)?, percent(prices)?),
        _ => Err(unreadable(text, "the weights of wages and of prices, such as \"90% 10%\"")),
    }
}

/// `4.18% 1.82%`.
fn figures(text: &str) -> Result<Figures, Error> {
    match words(text)[..] {
        [wages, prices] => Ok(Figures { wages: percent(wages)?, prices: percent(prices)? }),
        _ => Err(unreadable(text, "the rise of wages and of prices, such as \"4.18% 1.82%\"")),
    }
}

/// `4.94% 2.51% > 6.00% 3.10%`, or `-`.
fn prior(text: &str) -> Result<PriorYear, Error> {
    if text == "-" {
        return Ok(PriorYear::FirstOfContract);
    }
    let expected = "- or two pairs of figures, such as \"4.94% 2.51% > 6.00% 3.10%\"";
    let (provisional, definitive) = pair(text, " > ", expected)?;
    Ok(PriorYear::Revised(Revision { provisional: figures(provisional)?, definitive: figures(definitive)? }))
}

/// The figures of every year from [`FIRST`] on.
fn years(arguments: &Arguments<'_>) -> Result<Vec<YearFigures>, Error> {
    let provisional = arguments.rows("provisional", " / ", figures)?;
    let before = arguments.split("prior", " / ", prior)?;
    one_each("prior", before.len(), "year", provisional.len())?;
    let numbered = (FIRST..).zip(provisional.into_iter().zip(before));
    let figures = |(year, (provisional, prior))| Ok(YearFigures { year: Year::new(year)?, provisional, prior });
    numbered.map(figures).collect()
}

/// The year of the first index.
const FIRST: i64 = 2025;
