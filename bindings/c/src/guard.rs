//! The one way in: no panic crosses to the caller, and none prints on the caller's screen.

use crate::failure::Failure;
use crate::handle::{Handle, give};
use crate::record::{Record, tkg_error};
use crate::status::{TKG_E_ABI, TKG_OK, tkg_status};
use crate::view::Place;
use core::any::Any;
use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use std::panic::{catch_unwind, set_hook, take_hook};
use std::sync::Once;

/// Runs the body of a call, and tells the caller how it went.
///
/// # Safety
/// `err` is NULL, or points to a `tkg_error` of the caller whose `struct_size` is set.
pub(crate) unsafe fn guard(err: *mut tkg_error, body: impl FnOnce() -> Result<(), Failure>) -> tkg_status {
    // SAFETY: as the caller promises.
    let Some(record) = (unsafe { Record::at(err) }) else { return TKG_E_ABI };
    match caught(body) {
        Ok(()) => {
            record.write_ok();
            TKG_OK
        }
        Err(failure) => {
            record.write_failure(&failure);
            failure.status()
        }
    }
}

/// As [`guard`], for a call that makes a handle: `out` is NULL unless all went well.
///
/// # Safety
/// As for [`guard`]; `out` is NULL, or a place of the caller for a pointer.
pub(crate) unsafe fn guard_handle<T: Handle>(
    out: *mut *mut T,
    err: *mut tkg_error,
    body: impl FnOnce() -> Result<T, Failure>,
) -> tkg_status {
    if let Ok(place) = Place::new("out", out) {
        // SAFETY: the place of the caller.
        unsafe { place.write(core::ptr::null_mut()) };
    }
    let make = || {
        let place = Place::new("out", out)?;
        // SAFETY: the place of the caller.
        unsafe { place.write(give(body()?)) };
        Ok(())
    };
    // SAFETY: as the caller promises.
    unsafe { guard(err, make) }
}

/// Frees or forgets something for a call that has no status to give back.
pub(crate) fn quietly(body: impl FnOnce()) {
    let done = caught(|| {
        body();
        Ok(())
    });
    drop(done);
}

/// Runs the body; a panic becomes a failure.
fn caught(body: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let _inside = Inside::enter();
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        let failure = Failure::internal(&format!("a panic ({})", said(payload.as_ref())));
        // What a panic carries can panic when it is dropped. Then it is kept.
        if let Err(worse) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            core::mem::forget(worse);
        }
        Err(failure)
    })
}

/// What a panic said.
fn said(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("without words")
}

thread_local! {
    /// How many calls this thread is in: a progress function may call the library again.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

static HOOK: Once = Once::new();

/// Being inside a call: what panics meanwhile is told to the caller, and not to the screen.
struct Inside;

impl Inside {
    fn enter() -> Inside {
        HOOK.call_once(hush);
        DEPTH.with(|depth| depth.set(depth.get().saturating_add(1)));
        Inside
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        DEPTH.with(|depth| depth.set(depth.get().saturating_sub(1)));
    }
}

/// Even a panic that is caught is printed by the hook. This one passes on what happens outside our calls only.
fn hush() {
    let previous = take_hook();
    set_hook(Box::new(move |panic| {
        let inside = DEPTH.try_with(|depth| depth.get() > 0).unwrap_or(false);
        if !inside {
            previous(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, caught, guard};
    use crate::failure::Failure;
    use crate::status::{TKG_E_INTERNAL, TKG_E_NULL, TKG_OK};

    /// A payload that panics again when it is dropped.
    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("again");
        }
    }

    #[test]
    fn a_panic_becomes_a_status() {
        for panic in [|| panic!("formatted {}", 1), || panic!("plain")] {
            // SAFETY: no record.
            assert_eq!(unsafe { guard(core::ptr::null_mut(), panic) }, TKG_E_INTERNAL);
        }
        assert_eq!(DEPTH.get(), 0);
    }

    #[test]
    #[cfg_attr(miri, ignore = "what panics twice is kept, which Miri calls a leak")]
    fn a_panic_that_panics_again_does_too() {
        // SAFETY: no record.
        assert_eq!(unsafe { guard(core::ptr::null_mut(), || std::panic::panic_any(Bomb)) }, TKG_E_INTERNAL);
        assert_eq!(DEPTH.get(), 0);
    }

    #[test]
    fn a_panic_is_told_in_its_own_words() {
        let text = "taakgericht: a panic (formatted 1), expected none.\n  \
            This is a mistake in the library. Please report it with what was called.";
        assert_eq!(caught(|| panic!("formatted {}", 1)).unwrap_err().message(), text);
    }

    #[test]
    fn a_failure_gives_its_status() {
        // SAFETY: no record.
        let status = |body: fn() -> Result<(), Failure>| unsafe { guard(core::ptr::null_mut(), body) };
        assert_eq!((status(|| Ok(())), status(|| Err(Failure::null("x")))), (TKG_OK, TKG_E_NULL));
    }
}
