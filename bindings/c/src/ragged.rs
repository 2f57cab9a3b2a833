//! Dividing amounts that each have weights of their own.

use crate::failure::Failure;
use crate::guard::guard;
use crate::plan::{tkg_split, whole_weights};
use crate::record::tkg_error;
use crate::rows::Rows;
use crate::run::tkg_run;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Split};

/// Divides amounts that each have weights of their own, laid out as a list column of Arrow.
///
/// The weights of row r are weights[offsets[r]] up to weights[offsets[r + 1]], and its parts stand at the same
/// positions in `out`. So `offsets` has rows + 1 positions that never fall, the first of which need not be 0;
/// `weights` and `out` reach to the last, which `cap` has to reach too. What stands before the first is left alone.
/// A row without weights is TKG_E_ZERO_WEIGHTS. `split` and `offsets` may not be NULL; the others not unless they
/// are empty. Nothing may overlap. `row_status`, `run` and the statuses as for tkg_allocate_rows_i64, and for each
/// row those of tkg_plan_new; TKG_E_ARGUMENT, with the item, for an offset that falls. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_allocate_ragged_i64(
    split: *const tkg_split,
    amounts: *const i64,
    rows: i64,
    offsets: *const i64,
    weights: *const i64,
    out: *mut i64,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let split = unsafe { tkg_split::at(split) }?;
        let rows = view::count("rows", rows)?;
        let offsets = Input::new("offsets", offsets, rows.saturating_add(1))?;
        // SAFETY: the array of the caller.
        let positions = unsafe { offsets.positions() }?;
        let end = positions.last().copied().unwrap_or(0);
        let amounts = Input::new("amounts", amounts, rows)?;
        let weights = Input::new("weights", weights, end)?;
        let out = Output::new("out", out.cast::<Amount>(), cap, end)?;
        let statuses = Output::optional("row_status", row_status, rows)?;
        let outputs: Vec<_> = [out.span()].into_iter().chain(statuses.as_ref().map(Output::span)).collect();
        apart(&outputs, &[amounts.span(), offsets.span(), weights.span()])?;
        // SAFETY: the buffers of the caller.
        let rows = unsafe { Rows::new(rows, statuses, run) }?;
        // SAFETY: the array of the caller.
        let amounts = unsafe { amounts.slice() };
        // SAFETY: the array of the caller.
        let weights = unsafe { weights.slice() };
        // SAFETY: the buffer of the caller; nothing overlaps.
        let out = unsafe { out.slice() };
        divide(split, amounts, &positions, weights, out, rows)
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

fn divide(
    split: Split,
    amounts: &[i64],
    positions: &[usize],
    weights: &[i64],
    out: &mut [Amount],
    rows: Rows<'_>,
) -> Result<(), Failure> {
    let range = |row: usize| positions.get(row).copied().zip(positions.get(row.saturating_add(1)).copied());
    rows.each(|row| {
        let missing = || Failure::internal("a row without a place");
        let (from, to) = range(row).ok_or_else(missing)?;
        let weights = weights.get(from..to).ok_or_else(missing)?;
        let place = out.get_mut(from..to).ok_or_else(missing)?;
        let amount = *amounts.get(row).ok_or_else(missing)?;
        let parts =
            whole_weights(weights).and_then(|weights| Ok(split.divide(view::amount("amounts", amount)?, &weights)?));
        let parts = parts.inspect_err(|_| place.fill(Amount::MIN))?;
        place.copy_from_slice(&parts);
        Ok(())
    })
}
