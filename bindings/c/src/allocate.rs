//! Dividing by a plan: one amount, one within bounds, and columns of amounts.

use crate::batch::Batch;
use crate::guard::guard;
use crate::handle;
use crate::plan::tkg_plan;
use crate::record::tkg_error;
use crate::run::tkg_run;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Bounds};

/// Divides one amount in cents; the parts stand in the order of the weights and add up to it.
///
/// `plan` and `out` may not be NULL; `cap` is how many parts fit in `out`. An amount below zero mirrors one above.
/// TKG_E_BUFFER; TKG_E_MISSING for TKG_MISSING; TKG_E_UNIT when it is no multiple of the unit; TKG_E_TIE, with the
/// item of the first that ties. After a failure `out` is unspecified. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_allocate_i64(
    plan: *const tkg_plan,
    amount: i64,
    out: *mut i64,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let plan = unsafe { handle::borrow("plan", plan) }?;
        let out = Output::new("out", out, cap, plan.count())?;
        let amount = view::amount("amount", amount)?;
        // SAFETY: the buffer of the caller.
        let parts = unsafe { out.amounts() };
        plan.divide(amount, parts)
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Divides one amount in cents so that every part lies between its floor and its ceiling, by largest remainders.
///
/// `floors` and `ceilings` have one amount for each weight, TKG_MISSING for none; NULL is none for all. The buffers
/// may not overlap. As tkg_allocate_i64; TKG_E_BOUNDS when a floor lies above its ceiling, the floors take more or
/// the ceilings leave less than the amount, or the method is another. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_allocate_bounded_i64(
    plan: *const tkg_plan,
    amount: i64,
    floors: *const i64,
    ceilings: *const i64,
    out: *mut i64,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let plan = unsafe { handle::borrow("plan", plan) }?;
        let out = Output::new("out", out, cap, plan.count())?;
        let floors = Input::optional("floors", floors, plan.count())?;
        let ceilings = Input::optional("ceilings", ceilings, plan.count())?;
        let inputs: Vec<_> = [&floors, &ceilings].into_iter().flatten().map(Input::span).collect();
        apart(&[out.span()], &inputs)?;
        let amount = view::amount("amount", amount)?;
        // SAFETY: the array of the caller.
        let floors = floors.map(|floors| unsafe { floors.slice() });
        // SAFETY: the array of the caller.
        let ceilings = ceilings.map(|ceilings| unsafe { ceilings.slice() });
        let parts = plan.divide_bounded(amount, &bounds(plan.count(), floors, ceilings))?;
        view::fits(&parts)?;
        // SAFETY: the buffer of the caller.
        unsafe { out.amounts() }.copy_from_slice(&parts);
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The bounds as the engine knows them.
fn bounds(count: usize, floors: Option<&[i64]>, ceilings: Option<&[i64]>) -> Vec<Bounds> {
    let bound = |bounds: Option<&[i64]>, position: usize| {
        let bound = bounds.and_then(|bounds| bounds.get(position)).copied();
        bound.filter(|&cents| cents != i64::MIN).map(Amount::from_cents)
    };
    (0..count).map(|position| Bounds { floor: bound(floors, position), ceiling: bound(ceilings, position) }).collect()
}

/// Divides a column of amounts; the parts of each stand together: out[row * parts + part].
///
/// `rows` amounts give rows * parts parts, which have to fit in `cap`. `plan` may not be NULL; `amounts` and `out`
/// not unless `rows` is 0; they may not overlap. `run` may be NULL. `row_status` NULL: the first row that fails
/// ends the call, and err.row says which. Otherwise `row_status` gets the status of each row, the parts of a row
/// that failed are TKG_MISSING, and the call gives TKG_OK. Statuses as for tkg_allocate_i64; TKG_E_CANCELLED. Any
/// thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_allocate_rows_i64(
    plan: *const tkg_plan,
    amounts: *const i64,
    rows: i64,
    out: *mut i64,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let plan = unsafe { handle::borrow("plan", plan) }?;
        // SAFETY: the buffers of the caller.
        let batch = unsafe { Batch::new(plan.count(), amounts, rows, out, cap, row_status, run) }?;
        batch.into_rows(|amounts, parts| plan.divide_rows(amounts, parts))
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Divides a column of amounts into columns: the parts of one weight stand together, out[part * rows + row].
///
/// The fastest way for many rows. Everything else as for tkg_allocate_rows_i64. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_allocate_columns_i64(
    plan: *const tkg_plan,
    amounts: *const i64,
    rows: i64,
    out: *mut i64,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let plan = unsafe { handle::borrow("plan", plan) }?;
        // SAFETY: the buffers of the caller.
        let batch = unsafe { Batch::new(plan.count(), amounts, rows, out, cap, row_status, run) }?;
        batch.into_columns(|amounts, parts| plan.divide_columns(amounts, parts))
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}
