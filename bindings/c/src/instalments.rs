//! Equal instalments.

use crate::failure::Failure;
use crate::guard::guard;
use crate::record::tkg_error;
use crate::room;
use crate::status::tkg_status;
use crate::view::{self, Output};
use taakgericht::exact::{Amount, instalments};

/// Divides an amount in cents into `count` instalments (Dutch: termijnen) of which every running total is right:
/// the one after m of n instalments is amount * m / n, rounded half up.
///
/// `out` has room for `count` amounts and may not be NULL. TKG_E_ZERO_WEIGHTS for none; TKG_E_MISSING for
/// TKG_MISSING; TKG_E_NOMEM. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_instalments(amount: i64, count: i64, out: *mut i64, err: *mut tkg_error) -> tkg_status {
    let body = || {
        let count = view::count("count", count)?;
        let out = Output::exactly("out", out.cast::<Amount>(), count)?;
        room::for_elements("count", count)?;
        let parts = instalments(view::amount("amount", amount)?, count).map_err(Failure::from)?;
        // SAFETY: the buffer of the caller.
        unsafe { out.slice() }.copy_from_slice(&parts);
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}
