//! Care that is paid for a task: lump sums from year to year, and corridors that settle them.

use super::arguments::Arguments;
use super::exact::step;
use super::read::{amount, pair, percent, ratio, unknown, unreadable, words};
use super::{Operation, Results, write};
use crate::error::Error;
use crate::exact::Amount;
use crate::financing::task::{
    Breakpoint, Corridor, Group, LumpSumBasis, LumpSumPlan, LumpSumYear, MonthlyParts, Mutation, Penalty, PenaltyBase,
    ShadowCost, TaskYear, YearTerms,
};
use crate::period::Year;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

pub(super) const CORRIDOR: Operation = Operation {
    name: "corridor",
    about: "A lump sum is settled against the shadow cost of what was reported. Source: SOURCES.md#financing. \
        over, under: breakpoints in percent of the lump sum with the share that the municipality bears or takes back beyond, - for \
        none. amount: what is paid; settled: more (above zero) or less than the lump sum, unrounded; result: of the provider, paid \
        less shadow cost.",
    arguments: &["over", "under", "lump_sum", "shadow", "mode", "unit"],
    results: &["amount", "residue", "settled", "result"],
    run: corridor,
};

pub(super) const LUMP_SUM: Operation = Operation {
    name: "lump_sum",
    about: "Lump sums for a task from year to year: L(t) = L(t-1)·(1+index)·(1+volume norm) + mutations. \
        Source: SOURCES.md#financing. \
        basis: \"agreed AMOUNT\", \"turnover YEAR:AMOUNT …\" (the mean of the years) or \"capitation GROUP:RATE×PERSONS …\"; the \
        first year is 2026. later: years separated by \" / \", each YEAR INDEX NORM and mutations NAME:AMOUNT; - for none. \
        penalty: of the last lump sum, rounded alike. parts: the lump sum of each year; amount: the penalty; residue: of the last \
        lump sum.",
    arguments: &["basis", "later", "mode", "unit", "penalty"],
    results: &["amount", "parts", "residue"],
    run: lump_sum,
};

/// `3%:50%`.
fn breakpoint(text: &str) -> Result<Breakpoint, Error> {
    let (from, share) = pair(text, ":", "a breakpoint and a share, such as 5%:50%")?;
    Ok(Breakpoint { from: percent(from)?, share: percent(share)? })
}

fn breakpoints(arguments: &Arguments<'_>, name: &str) -> Result<Vec<Breakpoint>, Error> {
    Ok(arguments.unless_nothing(name, || arguments.list(name, breakpoint))?.unwrap_or_default())
}

fn corridor(arguments: &Arguments<'_>) -> Results {
    let corridor = Corridor::new(breakpoints(arguments, "over")?, breakpoints(arguments, "under")?)?;
    let shadow = ShadowCost::of_lines(&[arguments.read("shadow", amount)?])?;
    let settlement = shadow.settle_against(&corridor, arguments.read("lump_sum", amount)?, step(arguments)?)?;
    let unrounded = [settlement.residue, settlement.settled, settlement.provider_result()?].map(write::unrounded);
    Ok([settlement.paid.to_string()].into_iter().chain(unrounded).collect())
}

const BASES: [&str; 3] = ["agreed", "turnover", "capitation"];

/// `agreed 100.00`, `turnover 2024:1.00`, `capitation 0-11:412.50×1385`.
fn basis(text: &str) -> Result<LumpSumBasis, Error> {
    let (name, list) = text.split_once(' ').unwrap_or((text, ""));
    let entries = || words(list).into_iter();
    match name {
        "agreed" => amount(list).map(LumpSumBasis::Agreed),
        "turnover" => Ok(LumpSumBasis::HistoricTurnover(entries().map(turnover).collect::<Result<_, _>>()?)),
        "capitation" => Ok(LumpSumBasis::Capitation(entries().map(group).collect::<Result<_, _>>()?)),
        other => Err(unknown(other, BASES.into_iter())),
    }
}

/// `2024:7500000.00`.
fn turnover(text: &str) -> Result<(Year, Amount), Error> {
    let (year, of) = pair(text, ":", "a year and an amount, such as 2024:7500000.00")?;
    Ok((Year::parse(year)?, amount(of)?))
}

/// `0-11:412.50×1385`.
fn group(text: &str) -> Result<Group, Error> {
    let expected = "a group with a rate and persons, such as 0-11:412.50×1385";
    let (name, of) = pair(text, ":", expected)?;
    let (rate, persons) = of.split_once('×').ok_or_else(|| unreadable(text, expected))?;
    Ok(Group { name: name.into(), rate: amount(rate)?.into(), persons: ratio(persons)? })
}

/// `verblijf:250000.00`.
fn mutation(text: &str) -> Result<Mutation, Error> {
    let (name, of) = pair(text, ":", "a name and an amount, such as verblijf:250000.00")?;
    Ok(Mutation { name: name.into(), amount: amount(of)? })
}

/// `2027 4.91% -1.5% verblijf:250000.00`.
fn terms(text: &str) -> Result<YearTerms, Error> {
    match words(text)[..] {
        [year, index, volume_norm, ref mutations @ ..] => Ok(YearTerms {
            year: Year::parse(year)?,
            index: percent(index)?,
            volume_norm: percent(volume_norm)?,
            mutations: mutations.iter().map(|text| mutation(text)).collect::<Result<_, _>>()?,
        }),
        _ => Err(unreadable(text, "a year, an index and a volume norm, such as \"2027 4.91% -1.5%\"")),
    }
}

fn lump_sum(arguments: &Arguments<'_>) -> Results {
    let plan = LumpSumPlan {
        basis: arguments.read("basis", basis)?,
        first: Year::new(FIRST)?,
        rounding: step(arguments)?,
        later: arguments.rows("later", " / ", terms)?,
    };
    let years = plan.years()?;
    let last = years.last().expect("the first year is always there");
    let sums: Vec<_> = years.iter().map(|year| year.lump_sum).collect();
    let penalty = penalty(arguments, last)?;
    Ok(vec![penalty.to_string(), write::amounts(&sums), write::unrounded(last.residue)])
}

/// The year of the first lump sum.
const FIRST: i64 = 2026;

/// The penalty on the lump sum of a year.
fn penalty(arguments: &Arguments<'_>, year: &LumpSumYear) -> Result<Amount, Error> {
    let parts = MonthlyParts::of_year(year.lump_sum, year.year)?;
    let task = TaskYear { lump_sum: year.lump_sum, parts: &parts, settled: year.lump_sum };
    let percent = arguments.read("penalty", percent)?;
    let penalty = Penalty { percent, of: PenaltyBase::LumpSum, rounding: step(arguments)? };
    Ok(penalty.on(&task)?.penalty)
}
