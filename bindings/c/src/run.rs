//! Long runs: how a caller hears how far they are, and stops them.

use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::record::tkg_error;
use crate::status::{TKG_E_CANCELLED, TKG_OK, tkg_status};
use crate::view;
use core::ffi::c_void;
use core::sync::atomic::{AtomicBool, Ordering};

/// Says how far a run is; a result other than TKG_OK cancels it.
///
/// It is called on the thread of the run: at the start, when `done` is 0, once for every 1,024 rows, and at the end. It
/// may call the library, but may not throw an exception or jump out; until the run comes back, it may not read or
/// write the buffers of the run, nor free its handles.
pub type tkg_progress_fn = Option<unsafe extern "C" fn(ctx: *mut c_void, done: i64, total: i64) -> tkg_status>;

/// A token by which any thread stops runs on other threads. Free it with tkg_cancel_free, after the runs that have
/// it.
#[derive(Debug)]
pub struct tkg_cancel(AtomicBool);

impl Handle for tkg_cancel {
    const NAME: &'static str = "tkg_cancel";
}

/// How a long run is watched; pass NULL for a run that nobody watches. Every part but struct_size may be zero. It is
/// read once, when the run begins.
/// Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_run {
    /// sizeof(tkg_run).
    pub struct_size: u32,
    /// Must be 0.
    pub flags: u32,
    /// Stops the run when it is set; or NULL. Borrowed.
    pub cancel: *const tkg_cancel,
    /// Hears how far the run is; or NULL.
    pub progress: tkg_progress_fn,
    /// What `progress` gets as its first argument.
    pub ctx: *mut c_void,
}

const _: () = assert!(core::mem::offset_of!(tkg_run, cancel) == 8);

/// Makes a token. `out` may not be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_cancel_new(out: *mut *mut tkg_cancel, err: *mut tkg_error) -> tkg_status {
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, || Ok(tkg_cancel(AtomicBool::new(false)))) }
}

/// Stops every run that has this token, now and later: they give TKG_E_CANCELLED where they would tell how far they
/// are. `cancel` may not be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_cancel_set(cancel: *const tkg_cancel, err: *mut tkg_error) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        unsafe { handle::borrow("cancel", cancel) }?.0.store(true, Ordering::Relaxed);
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a token; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_cancel_free(cancel: *mut tkg_cancel) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(cancel) };
}

/// After so many rows a run looks whether it goes on.
pub(crate) const ROWS_AT_ONCE: usize = 1024;

/// A run that may be watched; a copy, for a progress function may change what it was made from.
#[derive(Debug)]
pub(crate) struct Watch(Option<tkg_run>);

impl Watch {
    /// Takes what the caller says about the run.
    ///
    /// # Safety
    /// `run` is NULL, or points to a `tkg_run`.
    pub(crate) unsafe fn new(run: *const tkg_run) -> Result<Watch, Failure> {
        if run.is_null() {
            return Ok(Watch(None));
        }
        // SAFETY: as the caller promises.
        let run = *unsafe { view::sized("run", run) }?;
        if run.flags != 0 {
            return Err(Failure::argument("run", &format!("flags {:#x}", run.flags), "0"));
        }
        Ok(Watch(Some(run)))
    }

    /// Whether anybody watches.
    pub(crate) const fn is_watched(&self) -> bool {
        self.0.is_some()
    }

    /// Tells that so many rows are done, and asks whether to go on.
    pub(crate) fn told(&self, done: usize, total: usize) -> Result<(), Failure> {
        let Some(run) = &self.0 else { return Ok(()) };
        let cancelled =
            |by: &str| Failure::of_caller(TKG_E_CANCELLED, "run", &format!("cancelled by its {by}"), "to finish");
        if let Some(progress) = run.progress {
            let (done, total) = (view::count_for_c(done)?, view::count_for_c(total)?);
            // SAFETY: the function of the caller, who promised that it comes back.
            if unsafe { progress(run.ctx, done, total) } != TKG_OK {
                return Err(cancelled("progress function"));
            }
        }
        if run.cancel.is_null() {
            return Ok(());
        }
        // SAFETY: the handle of the caller, who frees it after the run.
        let cancel = unsafe { handle::borrow("cancel", run.cancel) }?;
        if cancel.0.load(Ordering::Relaxed) { Err(cancelled("token")) } else { Ok(()) }
    }
}
