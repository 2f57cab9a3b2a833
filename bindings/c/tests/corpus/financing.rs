//! Care that is paid by effort or for a task, and indexation.

use crate::case::{Case, Found, amount, count, decimal, joined, shown};
use crate::numbers::MODES;
use core::ptr;
use taakgericht_c::corridor::{tkg_corridor_free, tkg_corridor_new, tkg_corridor_settle_i64};
use taakgericht_c::decimal::tkg_decimal;
use taakgericht_c::effort::tkg_effort_amounts_i64;
use taakgericht_c::indexation::{tkg_index_figures, tkg_index_percents, tkg_index_rule, tkg_index_tariffs_i64};
use taakgericht_c::status::{TKG_OK, tkg_status};

/// `3%:50% 8%:80%` as two columns.
fn side(case: &Case, column: &str) -> (Vec<tkg_decimal>, Vec<tkg_decimal>) {
    let texts = if case.get(column) == "-" { vec![] } else { case.list(column) };
    let pairs = texts.into_iter().map(|text| text.split_once(':').unwrap());
    pairs.map(|(from, share)| (decimal(from), decimal(share))).unzip()
}

pub(crate) fn corridor(case: &Case) -> Found {
    let (over, under, mut corridor) = (side(case, "over"), side(case, "under"), ptr::null_mut());
    // SAFETY: arrays and places of our own.
    let made = unsafe {
        tkg_corridor_new(
            1,
            over.0.as_ptr(),
            over.1.as_ptr(),
            count(&over.0),
            under.0.as_ptr(),
            under.1.as_ptr(),
            count(&under.0),
            &raw mut corridor,
            ptr::null_mut(),
        )
    };
    if made != TKG_OK {
        return Err(made);
    }
    let (lump_sum, shadow, mut paid) = (amount(case.get("lump_sum")), amount(case.get("shadow")), 0);
    // SAFETY: a handle, amounts and a place of our own.
    let status = unsafe {
        let status = tkg_corridor_settle_i64(
            corridor,
            &raw const lump_sum,
            &raw const shadow,
            1,
            case.choice("mode", &MODES),
            amount(case.get("unit")),
            &raw mut paid,
            1,
            ptr::null_mut(),
            ptr::null(),
            ptr::null_mut(),
        );
        tkg_corridor_free(corridor);
        status
    };
    one_amount(status, paid)
}

fn one_amount(status: tkg_status, cents: i64) -> Found {
    if status == TKG_OK { Ok(vec![("amount", shown(cents))]) } else { Err(status) }
}

/// Tariffs per unit; a tariff per hour of minutes, and a unit of euros, C has in scenarios alone.
pub(crate) fn effort(case: &Case) -> Found {
    let tariff = case.get("tariff");
    if case.get("basis") != "per-unit" || tariff == "-" || !case.get("error").is_empty() {
        return Ok(vec![]);
    }
    let (mut unscaled, volume, mut out) = (0, case.get("volume").parse::<i64>().unwrap(), 0);
    let number = decimal(tariff);
    // SAFETY: numbers and places of our own.
    let status = unsafe {
        let read = taakgericht_c::decimal::tkg_decimal_to_i64(&raw const number, 4, &raw mut unscaled, ptr::null_mut());
        assert_eq!(read, TKG_OK, "{tariff}");
        tkg_effort_amounts_i64(&raw const unscaled, &raw const volume, 1, 4, 0, &raw mut out, 1, ptr::null_mut())
    };
    one_amount(status, out)
}

/// `4.18% 1.82%`.
fn figures(text: &str) -> tkg_index_figures {
    let (wages, prices) = text.split_once(' ').unwrap();
    tkg_index_figures { wages: decimal(wages), prices: decimal(prices) }
}

fn rule(case: &Case) -> tkg_index_rule {
    let weights = case.list("weights");
    tkg_index_rule {
        struct_size: 56,
        rules_version: 1,
        method: case.choice("method", &["ratio-correction", "literal-difference", "full-compounding"]),
        stage: case.choice("stage", &["weighted-total", "each-figure"]),
        mode: case.choice("mode", &MODES),
        decimals: case.get("decimals").parse().unwrap(),
        wages: decimal(weights[0]),
        prices: decimal(weights[1]),
    }
}

/// The percentage of each year; nothing where a later year is not corrected, which C cannot say.
fn percents(case: &Case) -> Result<Vec<tkg_decimal>, tkg_status> {
    let rule = rule(case);
    let provisional: Vec<tkg_index_figures> = case.get("provisional").split(" / ").map(figures).collect();
    let prior: Vec<Option<(&str, &str)>> = case.get("prior").split(" / ").map(|text| text.split_once(" > ")).collect();
    if prior.iter().skip(1).any(Option::is_none) {
        return Ok(vec![]);
    }
    let of = |text: Option<&str>| text.map_or(figures("0 0"), figures);
    let before: Vec<tkg_index_figures> = prior.iter().map(|pair| of(pair.map(|(before, _)| before))).collect();
    let became: Vec<tkg_index_figures> = prior.iter().map(|pair| of(pair.map(|(_, became)| became))).collect();
    let mut out = vec![decimal("0"); provisional.len()];
    // SAFETY: figures and a buffer of our own.
    let status = unsafe {
        tkg_index_percents(
            &raw const rule,
            2025,
            provisional.as_ptr(),
            before.as_ptr(),
            became.as_ptr(),
            count(&provisional),
            i32::from(prior[0].is_none()),
            out.as_mut_ptr(),
            count(&out),
            ptr::null_mut(),
        )
    };
    if status == TKG_OK { Ok(out) } else { Err(status) }
}

pub(crate) fn index(case: &Case) -> Found {
    let (percents, tariffs) = (percents(case)?, case.amounts("tariffs"));
    if percents.is_empty() {
        return Ok(vec![]);
    }
    let chaining = case.choice("chaining", &["on-rounded", "from-base"]);
    let mut out = vec![0; percents.len() * tariffs.len()];
    // SAFETY: arrays and a buffer of our own.
    let status = unsafe {
        let (list, years, cap) = (tariffs.as_ptr(), percents.as_ptr(), count(&out));
        let err = ptr::null_mut();
        tkg_index_tariffs_i64(
            1,
            list,
            count(&tariffs),
            years,
            count(&percents),
            2025,
            chaining,
            0,
            1,
            out.as_mut_ptr(),
            cap,
            err,
        )
    };
    if status != TKG_OK {
        return Err(status);
    }
    let years: Vec<String> = out.chunks(tariffs.len().max(1)).map(joined).collect();
    Ok(vec![("parts", years.join(" / "))])
}
