//! A panic on purpose.

use crate::guard::guard;
use crate::record::tkg_error;
use crate::status::tkg_status;

/// Panics inside the library on purpose, so that a program can test that this does not harm it.
///
/// Always TKG_E_INTERNAL, and nothing on the screen. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_selftest_panic(err: *mut tkg_error) -> tkg_status {
    #[expect(clippy::panic, reason = "what it is for")]
    let body = || panic!("on purpose");
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}
