//! Dividing by a plan: one amount, one within bounds, and columns of amounts.

use crate::failure::Failure;
use crate::guard::guard;
use crate::handle;
use crate::plan::tkg_plan;
use crate::record::tkg_error;
use crate::rows::{self, Rows};
use crate::run::{ROWS_AT_ONCE, tkg_run};
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Bounds, Scratch};

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
        Ok(plan.divider().divide_into(amount, parts, &mut Scratch::default())?)
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
        let split = plan.divider().split();
        let parts = split.divide_bounded(amount, plan.divider().weights(), &bounds(plan.count(), floors, ceilings))?;
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
        let batch = unsafe { Batch::new(plan, amounts, rows, out, cap, row_status, run) }?;
        let mut parts = batch.out.chunks_exact_mut(plan.count());
        let mut scratch = Scratch::default();
        batch.rows.each(|row| {
            let parts = parts.next().ok_or_else(|| Failure::internal("a row without a place"))?;
            let divided = amount_of(batch.amounts, row)
                .and_then(|amount| Ok(plan.divider().divide_into(amount, parts, &mut scratch)?));
            divided.inspect_err(|_| parts.fill(Amount::MIN))
        })
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
        let batch = unsafe { Batch::new(plan, amounts, rows, out, cap, row_status, run) }?;
        divide_columns(plan, batch)
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// What a call over many rows reads and writes, checked.
#[derive(Debug)]
struct Batch<'a> {
    amounts: &'a [Amount],
    out: &'a mut [Amount],
    rows: Rows<'a>,
}

impl<'a> Batch<'a> {
    /// # Safety
    /// The caller of the library lets us read and write so many elements.
    unsafe fn new(
        plan: &tkg_plan,
        amounts: *const i64,
        rows: i64,
        out: *mut i64,
        cap: i64,
        row_status: *mut i32,
        run: *const tkg_run,
    ) -> Result<Batch<'a>, Failure> {
        let rows = view::count("rows", rows)?;
        let amounts = Input::new("amounts", amounts.cast::<Amount>(), rows)?;
        let out = Output::new("out", out.cast::<Amount>(), cap, rows::times(rows, plan.count())?)?;
        let statuses = Output::optional("row_status", row_status, rows)?;
        let outputs: Vec<_> = [out.span()].into_iter().chain(statuses.as_ref().map(Output::span)).collect();
        apart(&outputs, &[amounts.span()])?;
        // SAFETY: as the caller promises.
        let rows = unsafe { Rows::new(rows, statuses, run) }?;
        // SAFETY: an amount is one number of 64 bits in memory; the rest the caller promises.
        let amounts = unsafe { amounts.slice() };
        // SAFETY: as above; nothing overlaps.
        Ok(Batch { amounts, out: unsafe { out.slice() }, rows })
    }
}

/// The amount of a row, unless it is missing.
fn amount_of(amounts: &[Amount], row: usize) -> Result<Amount, Failure> {
    let amount = amounts.get(row).ok_or_else(|| Failure::internal("a row without an amount"))?;
    view::amount("amounts", amount.cents())
}

/// Divides so many rows at once by the kernel for columns; where one of them fails, row by row.
fn divide_columns(plan: &tkg_plan, batch: Batch<'_>) -> Result<(), Failure> {
    let Batch { amounts, out, mut rows } = batch;
    if amounts.is_empty() {
        return rows.done();
    }
    let mut columns: Vec<_> =
        out.chunks_exact_mut(amounts.len()).map(|column| column.chunks_mut(ROWS_AT_ONCE)).collect();
    for amounts in amounts.chunks(ROWS_AT_ONCE) {
        let mut parts: Vec<&mut [Amount]> = columns.iter_mut().filter_map(Iterator::next).collect();
        let whole = view::none_missing("amounts", amounts).is_ok();
        if whole && plan.divider().divide_columns(amounts, &mut parts).is_ok() {
            rows.passed(amounts.len())?;
        } else {
            divide_one_by_one(plan, amounts, &mut parts, &mut rows)?;
        }
    }
    rows.done()
}

fn divide_one_by_one(
    plan: &tkg_plan,
    amounts: &[Amount],
    columns: &mut [&mut [Amount]],
    rows: &mut Rows<'_>,
) -> Result<(), Failure> {
    let (mut parts, mut scratch) = (vec![Amount::ZERO; columns.len()], Scratch::default());
    for row in 0..amounts.len() {
        let divided = amount_of(amounts, row)
            .and_then(|amount| Ok(plan.divider().divide_into(amount, &mut parts, &mut scratch)?));
        if divided.is_err() {
            parts.fill(Amount::MIN);
        }
        for (column, &part) in columns.iter_mut().zip(&parts) {
            *column.get_mut(row).ok_or_else(|| Failure::internal("a row without a place"))? = part;
        }
        rows.one(divided)?;
    }
    Ok(())
}
