//! Amounts as people write them.

use crate::guard::guard;
use crate::input;
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::text::Written;
use crate::view::{self, Place};
use core::ffi::c_char;
use taakgericht::exact::notation::{self, Notation};

/// The number that is no amount: what is missing. It is never a result, and TKG_E_MISSING where an amount is asked
/// for.
pub const TKG_MISSING: i64 = i64::MIN;

/// Notations of amounts. Digits and a point: "1234.56".
pub const TKG_NOTATION_PLAIN: i32 = 0;
/// Dutch: "1.234,56", with a euro sign or without.
pub const TKG_NOTATION_DUTCH: i32 = 1;
/// Whichever of the two has a meaning; TKG_E_AMBIGUOUS where both have one, as "1.234".
pub const TKG_NOTATION_EITHER: i32 = 2;

const NOTATIONS: [(i32, Notation); 3] = [
    (TKG_NOTATION_PLAIN, Notation::Plain),
    (TKG_NOTATION_DUTCH, Notation::Dutch),
    (TKG_NOTATION_EITHER, Notation::Either),
];

/// Reads an amount in euros into cents: "1234.56", or "€ 1.234,56" in Dutch notation. Nothing is rounded.
///
/// `length` is in bytes, -1 when a NUL ends the text. `cents` may not be NULL. TKG_E_UNREADABLE; TKG_E_AMBIGUOUS
/// when it could mean two amounts; TKG_E_INEXACT when it is not whole cents; TKG_E_OVERFLOW; TKG_E_ARGUMENT for a
/// notation that there is not. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_amount_parse(
    text: *const c_char,
    length: i64,
    notation: i32,
    cents: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let cents = Place::new("cents", cents)?;
        // SAFETY: what the caller points at.
        let text = unsafe { input::text("text", text, length) }?;
        let amount = input::choice("notation", notation, &NOTATIONS)?.read_amount(text)?;
        view::fits(&[amount])?;
        // SAFETY: the place of the caller.
        unsafe { cents.write(amount.cents()) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Writes cents as euros, "1234.56" or "1.234,56", in ASCII with a NUL behind it. TKG_NOTATION_EITHER is
/// TKG_E_ARGUMENT.
///
/// `needed`, which may be NULL, is the length without the NUL, also when the buffer is too short (TKG_E_BUFFER).
/// `buffer` may be NULL when `cap` is 0. 32 bytes are enough for every amount. TKG_E_MISSING for TKG_MISSING. Any
/// thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_amount_format(
    cents: i64,
    notation: i32,
    buffer: *mut c_char,
    cap: i64,
    needed: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let amount = view::amount("cents", cents)?;
        let written = [NOTATIONS[0], NOTATIONS[1]];
        let text = match input::choice("notation", notation, &written)? {
            Notation::Dutch => notation::dutch(amount).without_symbol().to_string(),
            _ => amount.to_string(),
        };
        // SAFETY: the buffer of the caller.
        unsafe { Written { buffer, cap, needed }.write(&text) }
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}
