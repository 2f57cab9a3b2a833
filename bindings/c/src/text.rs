//! Texts that the library gives: short ones into a buffer of the caller, long ones as a handle.

use crate::failure::Failure;
use crate::guard::guard;
use crate::handle::{self, Handle};
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::view::{self, Output, Place, apart};
use core::ffi::c_char;

/// A text that the library made, such as an explanation as JSON. Free it with tkg_text_free. Any number of threads
/// may read it at once.
#[derive(Debug)]
pub struct tkg_text(String);

impl Handle for tkg_text {
    const NAME: &'static str = "tkg_text";
}

impl tkg_text {
    /// A text, and the NUL that C wants behind it.
    pub(crate) fn new(mut text: String) -> tkg_text {
        text.push('\0');
        tkg_text(text)
    }

    /// The text without the NUL.
    pub(crate) fn as_str(&self) -> &str {
        self.0.strip_suffix('\0').unwrap_or(&self.0)
    }
}

/// Where a text is: UTF-8 of `length` bytes and a NUL behind them, which `length` does not count.
///
/// `data` stays good until tkg_text_free. None may be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_text_view(
    text: *const tkg_text,
    data: *mut *const c_char,
    length: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let (data, length) = (Place::new("data", data)?, Place::new("length", length)?);
        // SAFETY: the handle of the caller.
        let tkg_text(text) = unsafe { handle::borrow("text", text) }?;
        let bytes = view::count_for_c(text.len().saturating_sub(1))?;
        // SAFETY: the place of the caller.
        unsafe { data.write(text.as_ptr().cast()) };
        // SAFETY: the place of the caller.
        unsafe { length.write(bytes) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a text; NULL is fine. What tkg_text_view gave of it is gone. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_text_free(text: *mut tkg_text) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(text) };
}

/// A buffer of the caller for a short text.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) buffer: *mut c_char,
    pub(crate) cap: i64,
    pub(crate) needed: *mut i64,
}

impl Written {
    /// Writes a text with a NUL behind it, and how long it is without; nothing but that when the buffer is too short.
    ///
    /// # Safety
    /// The caller of the library lets us write `cap` bytes, and to `needed` where it is not NULL.
    pub(crate) unsafe fn write(self, text: &str) -> Result<(), Failure> {
        let length = view::count_for_c(text.len())?;
        let needed = Output::optional("needed", self.needed, 1)?;
        if let Some(needed) = &needed {
            // SAFETY: as the caller promises.
            unsafe { needed.slice() }.fill(length);
        }
        let with_nul = text.len().saturating_add(1);
        let output = Output::new("buffer", self.buffer.cast::<u8>(), self.cap, with_nul)?;
        apart(&[output.span()], &needed.iter().map(Output::span).collect::<Vec<_>>())?;
        // SAFETY: as the caller promises; a text of ours is no memory of the caller.
        let buffer = unsafe { output.slice() };
        for (place, byte) in buffer.iter_mut().zip(text.bytes().chain([0])) {
            *place = byte;
        }
        Ok(())
    }
}
