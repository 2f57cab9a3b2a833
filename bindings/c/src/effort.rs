//! Care that is paid by effort: tariffs times volumes, many lines at once (Dutch: P x Q).

use crate::failure::Failure;
use crate::guard::guard;
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::financing::effort::{Columns, Scales};

/// What each line of delivered care is worth in cents: tariff times volume, rounded half away from zero to the
/// cent, so that a credit (a negative volume) cancels its debit.
///
/// `tariffs` are euros and `volumes` units, as whole numbers with so many decimals: with 4, a tariff of 873000 is
/// 87.30 euros; with 0, volumes are whole. `out` has room for `cap` amounts, at least `lines`. No pointer but `err`
/// may be NULL unless `lines` is 0. Nothing may overlap. TKG_E_MISSING, with the item; TKG_E_OUT_OF_RANGE for more
/// than 18 decimals together; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_ARGUMENT for decimals below zero. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_effort_amounts_i64(
    tariffs: *const i64,
    volumes: *const i64,
    lines: i64,
    tariff_decimals: i32,
    volume_decimals: i32,
    out: *mut i64,
    cap: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let count = view::count("lines", lines)?;
        let tariffs = Input::new("tariffs", tariffs, count)?;
        let volumes = Input::new("volumes", volumes, count)?;
        let out = Output::new("out", out, cap, count)?;
        apart(&[out.span()], &[tariffs.span(), volumes.span()])?;
        let scales = scales(tariff_decimals, volume_decimals)?;
        // SAFETY: the arrays of the caller.
        let columns = unsafe { Columns { tariffs: tariffs.slice(), volumes: volumes.slice() } };
        // SAFETY: the buffer of the caller; nothing overlaps.
        let amounts = unsafe { out.amounts() };
        columns.amounts(scales, amounts).map_err(|error| why(&columns, error))
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Adds the amounts of lines up by group, such as a municipality or a product: sums[groups[line]].
///
/// As tkg_effort_amounts_i64; every group lies below `count`, which is how many `sums` there are. What stands in
/// `sums` is replaced. TKG_E_OUT_OF_RANGE also for a group that has no sum. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_effort_sums_i64(
    tariffs: *const i64,
    volumes: *const i64,
    groups: *const u32,
    lines: i64,
    tariff_decimals: i32,
    volume_decimals: i32,
    sums: *mut i64,
    count: i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let lines = view::count("lines", lines)?;
        let tariffs = Input::new("tariffs", tariffs, lines)?;
        let volumes = Input::new("volumes", volumes, lines)?;
        let groups = Input::new("groups", groups, lines)?;
        let sums = Output::exactly("sums", sums, view::count("count", count)?)?;
        apart(&[sums.span()], &[tariffs.span(), volumes.span(), groups.span()])?;
        let scales = scales(tariff_decimals, volume_decimals)?;
        // SAFETY: the arrays of the caller.
        let (columns, groups) =
            unsafe { (Columns { tariffs: tariffs.slice(), volumes: volumes.slice() }, groups.slice()) };
        // SAFETY: the buffer of the caller; nothing overlaps.
        let sums = unsafe { sums.amounts() };
        columns.sums(scales, groups, sums).map_err(|error| why(&columns, error))?;
        view::fits(sums)
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// TKG_MISSING where there is one. The engine refuses that number itself, so that no line is read twice to find it.
#[cold]
fn why(columns: &Columns<'_>, error: taakgericht::Error) -> Failure {
    let missing =
        view::all_there("tariffs", columns.tariffs).and_then(|()| view::all_there("volumes", columns.volumes));
    missing.err().unwrap_or_else(|| error.into())
}

fn scales(tariff_decimals: i32, volume_decimals: i32) -> Result<Scales, Failure> {
    let decimals = |name: &str, number: i32| {
        u32::try_from(number).map_err(|_| Failure::argument(name, &number.to_string(), "0 or more"))
    };
    Ok(Scales {
        tariff_decimals: decimals("tariff_decimals", tariff_decimals)?,
        volume_decimals: decimals("volume_decimals", volume_decimals)?,
    })
}
