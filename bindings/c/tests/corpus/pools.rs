//! Solidarity pools and payments.

use crate::case::{Case, Found, amount, count, decimal, number, parts, shown, start};
use crate::numbers::TIES;
use core::ptr;
use taakgericht_c::amount::TKG_MISSING;
use taakgericht_c::pool::{
    TKG_MODEL_ACTUAL_USE, TKG_MODEL_BLEND, TKG_MODEL_CORRIDOR, TKG_MODEL_INSURANCE, TKG_MODEL_STOP_LOSS,
    tkg_payments_i64, tkg_pool_free, tkg_pool_new, tkg_pool_settle_i64, tkg_pool_terms,
};
use taakgericht_c::status::TKG_OK;

/// `corridor 5% netted`, as the head of the file says.
fn terms(case: &Case) -> tkg_pool_terms {
    let (words, zero) = (case.list("model"), decimal("0"));
    let mut terms = tkg_pool_terms {
        struct_size: 64,
        rules_version: 1,
        model: TKG_MODEL_ACTUAL_USE,
        netting: 0,
        residual: case.choice("residual", &["largest-remainder", "cumulative", "first", "last"]),
        tie_rule: case.choice("tie", &TIES),
        share: zero,
        threshold: 0,
        ceiling: TKG_MISSING,
        levy: amount(case.get("levy")),
    };
    match words[..] {
        ["actual-use"] => {}
        ["insurance"] => terms.model = TKG_MODEL_INSURANCE,
        ["blend", pooled] => (terms.model, terms.share) = (TKG_MODEL_BLEND, decimal(pooled)),
        ["corridor", band, netting] => {
            (terms.model, terms.share) = (TKG_MODEL_CORRIDOR, decimal(band));
            terms.netting = number(netting, &["netted", "each-side", "overspends-only"]);
        }
        ["stop-loss", threshold, ceded, ceiling] => {
            (terms.model, terms.share) = (TKG_MODEL_STOP_LOSS, decimal(ceded));
            terms.threshold = amount(threshold);
            terms.ceiling = if ceiling == "-" { TKG_MISSING } else { amount(ceiling) };
        }
        _ => panic!("unknown model {words:?}"),
    }
    terms
}

/// What single clients cost, member after member, and where each begins.
fn clients(case: &Case, members: usize) -> (Vec<i64>, Vec<i64>) {
    let texts: Vec<&str> = if case.get("clients") == "-" { vec![] } else { case.get("clients").split('|').collect() };
    let (mut offsets, mut costs) = (vec![0], Vec::new());
    for member in 0..members {
        costs.extend(texts.get(member).map_or("", |text| text).split_whitespace().map(amount));
        offsets.push(count(&costs));
    }
    (offsets, costs)
}

pub(crate) fn pools(case: &Case) -> Found {
    let (terms, key) = (terms(case), case.weights("weights"));
    let underspend_key = (case.get("underspend_weights") != "-").then(|| case.weights("underspend_weights"));
    let mut pool = ptr::null_mut();
    // SAFETY: arrays and places of our own.
    let made = unsafe {
        let underspends = start(underspend_key.as_ref());
        tkg_pool_new(&raw const terms, key.as_ptr(), underspends, count(&key), &raw mut pool, ptr::null_mut())
    };
    if made != TKG_OK {
        return Err(made);
    }
    let (costs, outside, contributions) = (case.amounts("costs"), case.given("outside"), case.given("contributions"));
    let (offsets, clients) = clients(case, costs.len());
    let (mut borne, mut transfers) = (vec![0; key.len()], vec![0; key.len()]);
    // SAFETY: a handle, arrays and buffers of our own.
    let status = unsafe {
        let status = tkg_pool_settle_i64(
            pool,
            costs.as_ptr(),
            start(outside.as_ref()),
            start(contributions.as_ref()),
            offsets.as_ptr(),
            clients.as_ptr(),
            borne.as_mut_ptr(),
            transfers.as_mut_ptr(),
            count(&key),
            ptr::null_mut(),
        );
        tkg_pool_free(pool);
        status
    };
    if status == TKG_OK {
        assert_eq!(transfers.iter().sum::<i64>(), terms.levy, "transfers_sum_to_zero, but for the levy");
    }
    parts(status, &borne)
}

/// `2>1 210368.31`: the second member pays the first.
pub(crate) fn payments(case: &Case) -> Found {
    let transfers = case.amounts("transfers");
    let (mut from, mut to, mut amounts) =
        (vec![0; transfers.len()], vec![0; transfers.len()], vec![0; transfers.len()]);
    let mut needed = 0;
    // SAFETY: arrays, buffers and a place of our own.
    let status = unsafe {
        tkg_payments_i64(
            transfers.as_ptr(),
            count(&transfers),
            from.as_mut_ptr(),
            to.as_mut_ptr(),
            amounts.as_mut_ptr(),
            count(&from),
            &raw mut needed,
            ptr::null_mut(),
        )
    };
    if status != TKG_OK {
        return Err(status);
    }
    let payment = |at: usize| format!("{}>{} {}", from[at] + 1, to[at] + 1, shown(amounts[at]));
    let all: Vec<String> = (0..usize::try_from(needed).unwrap()).map(payment).collect();
    Ok(vec![("payments", all.join("; "))])
}
