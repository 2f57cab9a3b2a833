//! Care that is paid for a task: lump sums, and the corridor around them.

use crate::decimal::tkg_decimal;
use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::plan::known_rules;
use crate::record::tkg_error;
use crate::rounding::rounding;
use crate::rows::Rows;
use crate::run::tkg_run;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, Percent};
use taakgericht::financing::task::{Breakpoint, Corridor, ShadowCost};

/// How much a cost may deviate from a lump sum, and who bears what lies beyond (Dutch: bandbreedte). It does not
/// change, so any number of threads may use it at once. Free it with tkg_corridor_free.
#[derive(Debug)]
pub struct tkg_corridor(Corridor);

impl Handle for tkg_corridor {
    const NAME: &'static str = "tkg_corridor";
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_corridor>();
};

/// Makes a corridor from its breakpoints on both sides: where care costs more than the lump sum, and where it costs
/// less.
///
/// From the deviation over_from[i] on, in percent of the lump sum, the municipality bears over_share[i] percent;
/// from under_from[i] on it takes back under_share[i] percent. Each holds up to the next of its side; before the
/// first nothing is settled. A side without breakpoints settles nothing. `out` may not be NULL; the arrays not
/// unless their count is 0. TKG_E_OUT_OF_RANGE for breakpoints that do not rise from 0%, and for a share outside 0%
/// to 100%; TKG_E_ARGUMENT, with the item, for what is no number; TKG_E_STATE for rules that there are not. Any
/// thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_corridor_new(
    rules_version: u32,
    over_from: *const tkg_decimal,
    over_share: *const tkg_decimal,
    over_count: i64,
    under_from: *const tkg_decimal,
    under_share: *const tkg_decimal,
    under_count: i64,
    out: *mut *mut tkg_corridor,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        // SAFETY: the arrays of the caller.
        let over = unsafe {
            side(["over_from", "over_share"], over_from, over_share, view::count("over_count", over_count)?)
        }?;
        let under_count = view::count("under_count", under_count)?;
        // SAFETY: the arrays of the caller.
        let under = unsafe { side(["under_from", "under_share"], under_from, under_share, under_count) }?;
        Ok(tkg_corridor(Corridor::new(over, under)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Settles lump sums: out[row] is what the provider gets, of a lump sum and what care would have cost by effort
/// (Dutch: schaduwkosten), rounded by `mode`, one of TKG_MODE_..., to multiples of `unit` cents.
///
/// `corridor` may not be NULL; the arrays not unless `rows` is 0, and they may not overlap. `row_status` and `run`
/// as for tkg_allocate_rows_i64; a row that fails is TKG_MISSING. TKG_E_OUT_OF_RANGE for an amount below zero;
/// TKG_E_MISSING; TKG_E_UNIT; TKG_E_INEXACT by TKG_MODE_EXACT; TKG_E_OVERFLOW; TKG_E_ARGUMENT; TKG_E_BUFFER;
/// TKG_E_CANCELLED. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_corridor_settle_i64(
    corridor: *const tkg_corridor,
    lump_sums: *const i64,
    shadow_costs: *const i64,
    rows: i64,
    mode: i32,
    unit: i64,
    out: *mut i64,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let tkg_corridor(corridor) = unsafe { handle::borrow("corridor", corridor) }?;
        let (count, rounding) = (view::count("rows", rows)?, rounding(mode, unit)?);
        let lump_sums = Input::new("lump_sums", lump_sums, count)?;
        let costs = Input::new("shadow_costs", shadow_costs, count)?;
        let out = Output::new("out", out.cast::<Amount>(), cap, count)?;
        let statuses = Output::optional("row_status", row_status, count)?;
        let outputs: Vec<_> = [out.span()].into_iter().chain(statuses.as_ref().map(Output::span)).collect();
        apart(&outputs, &[lump_sums.span(), costs.span()])?;
        // SAFETY: the buffers of the caller; nothing overlaps.
        let (rows, lump_sums, costs, out) =
            unsafe { (Rows::new(count, statuses, run)?, lump_sums.slice(), costs.slice(), out.slice()) };
        let mut lines = lump_sums.iter().zip(costs).zip(out);
        rows.each(|_| {
            let ((&lump_sum, &cost), paid) = lines.next().ok_or_else(|| Failure::internal("a row without a place"))?;
            *paid = Amount::MIN;
            let shadow = ShadowCost::of_lines(&[view::amount("shadow_costs", cost)?])?;
            *paid = shadow.settle_against(corridor, view::amount("lump_sums", lump_sum)?, rounding)?.paid;
            Ok(())
        })
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a corridor; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_corridor_free(corridor: *mut tkg_corridor) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(corridor) };
}

/// The breakpoints of one side.
///
/// # Safety
/// The caller of the library lets us read so many numbers of both.
unsafe fn side(
    [from_name, share_name]: [&str; 2],
    from: *const tkg_decimal,
    share: *const tkg_decimal,
    count: usize,
) -> Result<Vec<Breakpoint>, Failure> {
    // SAFETY: as the caller promises.
    let (from, share) =
        unsafe { (Input::new(from_name, from, count)?.slice(), Input::new(share_name, share, count)?.slice()) };
    let percent = |name: &str, number: &tkg_decimal| Ok::<_, Failure>(Percent::new(number.number(name)?)?);
    let breakpoint = |(item, (from, share)): (usize, (&tkg_decimal, &tkg_decimal))| {
        let from = percent(from_name, from).map_err(|failure| failure.at_item(item))?;
        let share = percent(share_name, share).map_err(|failure| failure.at_item(item))?;
        Ok(Breakpoint { from, share })
    };
    from.iter().zip(share).enumerate().map(breakpoint).collect()
}
