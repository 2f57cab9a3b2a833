//! Handles: what the library makes and the caller frees.

use crate::failure::Failure;
use crate::guard::quietly;

/// Something that a caller holds by a pointer.
pub(crate) trait Handle: Sized + 'static {
    /// Its name in the header.
    const NAME: &'static str;
}

/// Gives a value to the caller.
pub(crate) fn give<T: Handle>(value: T) -> *mut T {
    let handle = Box::into_raw(Box::new(value));
    live::add(handle.addr(), T::NAME);
    handle
}

/// Looks at what the caller holds.
///
/// # Safety `handle` is NULL, or was given by [`give`] for this type and is not freed during the call. In a debug
/// build a handle that is not is an error.
pub(crate) unsafe fn borrow<'a, T: Handle>(field: &str, handle: *const T) -> Result<&'a T, Failure> {
    if handle.is_null() {
        return Err(Failure::null(field));
    }
    live::check(field, handle.addr(), T::NAME)?;
    // SAFETY: it is not NULL, and the caller holds it during the call.
    Ok(unsafe { &*handle })
}

/// Takes back what the caller holds; NULL is nothing to take back.
///
/// # Safety
/// As for [`borrow`]; nobody uses the handle afterwards.
pub(crate) unsafe fn free<T: Handle>(handle: *mut T) {
    if handle.is_null() || !live::remove(handle.addr(), T::NAME) {
        return;
    }
    // SAFETY: it was given by `give`, and is taken back once.
    quietly(|| drop(unsafe { Box::from_raw(handle) }));
}

/// Debug builds keep a list of the handles that callers hold, so that a freed handle, or one of another type, is an
/// error. Without touching freed memory, and at best: a new handle of the same type can stand where an old one
/// stood.
#[cfg(debug_assertions)]
mod live {
    use crate::failure::Failure;
    use std::collections::BTreeMap;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    /// By their addresses, every bit of which is turned round: an address itself would hide a lost handle from who looks for leaks.
    static LIVE: Mutex<BTreeMap<usize, &str>> = Mutex::new(BTreeMap::new());

    fn list() -> MutexGuard<'static, BTreeMap<usize, &'static str>> {
        LIVE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn add(address: usize, name: &'static str) {
        list().insert(!address, name);
    }

    pub(super) fn check(field: &str, address: usize, name: &str) -> Result<(), Failure> {
        match list().get(&!address) {
            Some(found) if *found == name => Ok(()),
            Some(other) => Err(Failure::argument(field, &format!("a {other}"), &format!("a {name}"))),
            None => Err(Failure::argument(field, "freed, or never given", &format!("a {name} that is held"))),
        }
    }

    pub(super) fn remove(address: usize, name: &str) -> bool {
        let mut list = list();
        list.get(&!address) == Some(&name) && list.remove(&!address).is_some()
    }
}

#[cfg(not(debug_assertions))]
mod live {
    use crate::failure::Failure;

    pub(super) fn add(_: usize, _: &'static str) {}

    pub(super) fn check(_: &str, _: usize, _: &str) -> Result<(), Failure> {
        Ok(())
    }

    pub(super) fn remove(_: usize, _: &str) -> bool {
        true
    }
}

#[cfg(all(test, debug_assertions))]
mod tests {
    use super::{Handle, borrow, free, give};

    impl Handle for u64 {
        const NAME: &'static str = "number";
    }

    impl Handle for i64 {
        const NAME: &'static str = "other";
    }

    fn text(handle: *const u64) -> String {
        // SAFETY: it is held, or the debug build says that it is not.
        let found = unsafe { borrow("plan", handle) };
        found.map_or_else(|failure| failure.message().to_owned(), u64::to_string)
    }

    #[test]
    fn a_handle_is_what_it_was_until_it_is_freed() {
        let handle = give(5_u64);
        assert_eq!(text(handle), "5");
        // SAFETY: as above.
        let other = unsafe { borrow::<i64>("plan", handle.cast()) }.unwrap_err();
        assert_eq!(other.message(), "plan: a number, expected a other.");
        // SAFETY: freed twice on purpose: the debug build takes it back once.
        unsafe { free(handle) };
        // SAFETY: as above.
        unsafe { free(handle) };
        assert_eq!(text(handle), "plan: freed, or never given, expected a number that is held.");
        assert_eq!(text(core::ptr::null()), "plan: NULL, expected a pointer.");
    }
}
