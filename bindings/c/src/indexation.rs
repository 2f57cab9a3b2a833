//! Indexation: the percentage of a year, and lists of tariffs from year to year.

use crate::decimal::tkg_decimal;
use crate::failure::Failure;
use crate::guard::guard;
use crate::input::choice;
use crate::plan::known_rules;
use crate::record::tkg_error;
use crate::room;
use crate::rounding::{mode, rounding};
use crate::rows::times;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Percent, Ratio};
use taakgericht::financing::index::{
    Basket, Chaining, CorrectionStage, Figures, Index, IndexRule, Method, PercentRounding, PriorYear, Revision,
    TariffIndexation, YearFigures,
};
use taakgericht::period::Year;

/// Corrections, for tkg_index_rule.method, of the provisional rise c by last year, which was p and became d: c +
/// (1+d)/(1+p) - 1: by how much its definitive level d exceeds the provisional one p.
pub const TKG_INDEX_RATIO: i32 = 0;
/// The difference in percentage points: c + (d - p).
pub const TKG_INDEX_DIFFERENCE: i32 = 1;
/// From last year's definitive level to this year's, off the level that was paid: (1+c)*(1+d)/(1+p) - 1.
pub const TKG_INDEX_COMPOUNDING: i32 = 2;

/// Stages, for tkg_index_rule.stage. Wages and prices are weighed before they are corrected.
pub const TKG_STAGE_WEIGHTED: i32 = 0;
/// They are corrected each by itself, and then weighed.
pub const TKG_STAGE_EACH: i32 = 1;

/// Ways to go on from year to year. Next year's tariff is reckoned from the rounded tariff of the year before.
pub const TKG_CHAIN_ON_ROUNDED: i32 = 0;
/// It is reckoned from the tariff of the base year, by all indices since.
pub const TKG_CHAIN_FROM_BASE: i32 = 1;

const METHODS: [(i32, Method); 3] = [
    (TKG_INDEX_RATIO, Method::RatioCorrection),
    (TKG_INDEX_DIFFERENCE, Method::LiteralDifference),
    (TKG_INDEX_COMPOUNDING, Method::FullCompounding),
];

const STAGES: [(i32, CorrectionStage); 2] =
    [(TKG_STAGE_WEIGHTED, CorrectionStage::WeightedTotal), (TKG_STAGE_EACH, CorrectionStage::EachFigure)];

const CHAININGS: [(i32, Chaining); 2] =
    [(TKG_CHAIN_ON_ROUNDED, Chaining::OnRounded), (TKG_CHAIN_FROM_BASE, Chaining::FromBase)];

/// How a contract is indexed (Dutch: indexatiebepaling). Set every part. Plain data: copy it freely. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_index_rule {
    /// sizeof(tkg_index_rule).
    pub struct_size: u32,
    /// TKG_RULES_VERSION, or an older version.
    pub rules_version: u32,
    /// One of TKG_INDEX_...
    pub method: i32,
    /// One of TKG_STAGE_...
    pub stage: i32,
    /// One of TKG_MODE_...: how the percentage is rounded.
    pub mode: i32,
    /// To how many decimals: 2 for 4.91%.
    pub decimals: i32,
    /// How much wages weigh, in percent; with prices 100.
    pub wages: tkg_decimal,
    /// How much prices weigh, in percent.
    pub prices: tkg_decimal,
}

/// Rises of wages and prices, in percent. Plain data: copy it freely. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_index_figures {
    /// The rise of wages (Dutch: OVA).
    pub wages: tkg_decimal,
    /// The rise of prices (Dutch: PPC).
    pub prices: tkg_decimal,
}

const _: () = {
    assert!(size_of::<tkg_index_rule>() == 56);
    assert!(size_of::<tkg_index_figures>() == 32);
};

/// The percentages that tariffs rise by in years that follow each other, from the provisional figures of each, and
/// from what became of those of the year before.
///
/// Year i, the year first_year + i, has provisional[i]; last year's figures were before[i], provisional, and became
/// became[i]. `first_of_contract` is 1 when nothing is corrected in the first year, whose before and became are then
/// not read; otherwise 0. `percents` has room for `cap` percentages, at least `years`. `rule` may not be NULL; the
/// arrays not unless `years` is 0, or for `before` and `became` 1 with `first_of_contract`. TKG_E_OUT_OF_RANGE for a
/// rise of -100% or less, for corrected figures that are not the provisional ones of the year before, and for a year
/// outside 1900 to 2199; TKG_E_KEY_SUM for weights that are not together 100%; TKG_E_INEXACT by TKG_MODE_EXACT;
/// TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT; TKG_E_ABI; TKG_E_STATE for rules that there are not. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_index_percents(
    rule: *const tkg_index_rule,
    first_year: i32,
    provisional: *const tkg_index_figures,
    before: *const tkg_index_figures,
    became: *const tkg_index_figures,
    years: i64,
    first_of_contract: i32,
    percents: *mut tkg_decimal,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let rule = unsafe { view::sized("rule", rule) }?.read()?;
        let years = view::count("years", years)?;
        let first = choice("first_of_contract", first_of_contract, &[(0, false), (1, true)])?;
        // Without a correction in the only year there is nothing to read of the year before.
        let earlier = if first && years <= 1 { 0 } else { years };
        let inputs = [("provisional", provisional, years), ("before", before, earlier), ("became", became, earlier)];
        let [provisional, before, became] = inputs.map(|(name, start, count)| Input::new(name, start, count));
        let inputs = [provisional?, before?, became?];
        let out = Output::new("percents", percents, cap, years)?;
        apart(&[out.span()], &inputs.each_ref().map(Input::span))?;
        // SAFETY: the arrays of the caller.
        let [provisional, before, became] = inputs.map(|input| unsafe { input.slice() });
        let year = |(item, now): (usize, &tkg_index_figures)| {
            let prior = if first && item == 0 { None } else { before.get(item).zip(became.get(item)) };
            year_figures(first_year, item, now, prior).map_err(|failure| failure.at_item(item))
        };
        let figures = provisional.iter().enumerate().map(year).collect::<Result<Vec<_>, Failure>>()?;
        let indices = rule.indices(&figures)?;
        // SAFETY: the buffer of the caller; nothing overlaps.
        let places = unsafe { out.slice() }.iter_mut();
        places.zip(indices).for_each(|(place, index)| *place = tkg_decimal::of(index.percent.per_hundred()));
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Indexes tariffs in cents from year to year, one year for each percentage: out[year * rows + row].
///
/// `chaining` is one of TKG_CHAIN_...; each tariff of each year is rounded by `mode` to multiples of `unit` cents.
/// The first of the years is `first_year`, for messages. `tariffs` and `out` may not be NULL unless `rows` is 0,
/// `percents` and `out` not unless `years` is 0. They may not overlap; `cap` is at least rows * years.
/// TKG_E_OUT_OF_RANGE for a tariff below zero and a year outside 1900 to 2199; TKG_E_MISSING; TKG_E_UNIT;
/// TKG_E_INEXACT; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT, with the item, for a percentage that is no number;
/// TKG_E_STATE for rules that there are not. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_index_tariffs_i64(
    rules_version: u32,
    tariffs: *const i64,
    rows: i64,
    percents: *const tkg_decimal,
    years: i64,
    first_year: i32,
    chaining: i32,
    mode: i32,
    unit: i64,
    out: *mut i64,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        let (rows, years) = (view::count("rows", rows)?, view::count("years", years)?);
        let tariffs = Input::kept("tariffs", tariffs, rows)?;
        let percents = Input::new("percents", percents, years)?;
        let size = times(rows, years)?;
        let out = Output::new("out", out.cast::<Amount>(), cap, size)?;
        room::for_elements("out", size)?;
        apart(&[out.span()], &[tariffs.span(), percents.span()])?;
        let indexation =
            TariffIndexation { chaining: choice("chaining", chaining, &CHAININGS)?, rounding: rounding(mode, unit)? };
        // SAFETY: the arrays of the caller.
        let indices = indices(unsafe { percents.slice() }, first_year)?;
        // SAFETY: the array of the caller.
        let list = unsafe { tariffs.amounts() }?;
        let names: Vec<String> = (0..list.len()).map(|row| row.to_string()).collect();
        let list: Vec<(&str, Amount)> = names.iter().map(String::as_str).zip(list.iter().copied()).collect();
        let indexed = indexation.apply(&list, &indices)?;
        let amounts = indexed.iter().flat_map(|year| &year.changes).map(|change| change.new);
        // SAFETY: the buffer of the caller; nothing overlaps.
        unsafe { out.slice() }.iter_mut().zip(amounts).for_each(|(place, amount)| *place = amount);
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

impl tkg_index_rule {
    fn read(&self) -> Result<IndexRule, Failure> {
        known_rules("rule", self.rules_version)?;
        let (wages, prices) = (percent("rule.wages", &self.wages)?, percent("rule.prices", &self.prices)?);
        let decimals = u32::try_from(self.decimals);
        let decimals =
            decimals.map_err(|_| Failure::argument("rule.decimals", &self.decimals.to_string(), "0 or more"))?;
        Ok(IndexRule {
            basket: Basket::new(wages, prices)?,
            method: choice("rule.method", self.method, &METHODS)?,
            stage: choice("rule.stage", self.stage, &STAGES)?,
            rounding: PercentRounding { mode: mode(self.mode)?, decimals },
        })
    }
}

fn percent(name: &str, number: &tkg_decimal) -> Result<Percent, Failure> {
    Ok(Percent::new(number.number(name)?).map_err(|error| error.within(name))?)
}

fn figures(name: &str, figures: &tkg_index_figures) -> Result<Figures, Failure> {
    Ok(Figures { wages: percent(name, &figures.wages)?, prices: percent(name, &figures.prices)? })
}

/// The year at a position.
fn year_at(first_year: i32, item: usize) -> Result<Year, Failure> {
    Ok(Year::new(i64::from(first_year).saturating_add(view::count_for_c(item)?))?)
}

/// What is known of a year when its index is set.
fn year_figures(
    first_year: i32,
    item: usize,
    now: &tkg_index_figures,
    prior: Option<(&tkg_index_figures, &tkg_index_figures)>,
) -> Result<YearFigures, Failure> {
    let prior = match prior {
        None => PriorYear::FirstOfContract,
        Some((before, became)) => PriorYear::Revised(Revision {
            provisional: figures("before", before)?,
            definitive: figures("became", became)?,
        }),
    };
    Ok(YearFigures { year: year_at(first_year, item)?, provisional: figures("provisional", now)?, prior })
}

/// Indices that are known as percentages, and not how they came about.
fn indices(percents: &[tkg_decimal], first_year: i32) -> Result<Vec<Index>, Failure> {
    let index = |(item, number): (usize, &tkg_decimal)| {
        let percent = percent("percents", number).map_err(|failure| failure.at_item(item))?;
        let year = year_at(first_year, item)?;
        let (correction, residue) = (Ratio::ZERO, Ratio::ZERO);
        Ok(Index { year, provisional: percent, prior: None, correction, percent, residue })
    };
    percents.iter().enumerate().map(index).collect()
}

#[cfg(test)]
mod tests {
    use super::{CHAININGS, METHODS, STAGES};
    use taakgericht::financing::index::{Chaining, CorrectionStage, Method};

    #[test]
    fn every_choice_of_the_engine_has_its_number() {
        assert_eq!(METHODS.map(|(_, method)| method), Method::ALL);
        assert_eq!(STAGES.map(|(_, stage)| stage), CorrectionStage::ALL);
        assert_eq!(CHAININGS.map(|(_, chaining)| chaining), Chaining::ALL);
    }
}
