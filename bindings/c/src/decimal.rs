//! Exact decimal numbers, as text and as whole numbers.

use crate::failure::Failure;
use crate::guard::guard;
use crate::input;
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::text::Written;
use crate::view::{self, Place};
use core::ffi::c_char;
use rust_decimal::Decimal;
use taakgericht::Kind;
use taakgericht::exact::decimal;

/// The most decimals that a tkg_decimal has.
pub const TKG_MAX_SCALE: i32 = 28;

/// An exact decimal number of at most 96 bits: (hi, mid, lo) / 10^scale, with a sign. Plain data: copy it freely.
///
/// Its 16 bytes on a little-endian machine are those of decimal.GetBits of .NET. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct tkg_decimal {
    /// The lowest 32 bits of the digits.
    pub lo: u32,
    /// The 32 bits above these.
    pub mid: u32,
    /// The highest 32 bits.
    pub hi: u32,
    /// Must be 0.
    pub reserved: u16,
    /// How many of the digits stand behind the point: 0 to TKG_MAX_SCALE.
    pub scale: u8,
    /// 0x80 for a number below zero, otherwise 0x00; zero itself has 0x00 when the library writes it.
    pub sign: u8,
}

const _: () = assert!(size_of::<tkg_decimal>() == 16 && core::mem::offset_of!(tkg_decimal, sign) == 15);

/// The sign of a number below zero.
const NEGATIVE: u8 = 0x80;

impl tkg_decimal {
    /// As C reads it.
    pub(crate) fn of(number: Decimal) -> tkg_decimal {
        let parts = number.unpack();
        let sign = if parts.negative && !number.is_zero() { NEGATIVE } else { 0 };
        let scale = u8::try_from(parts.scale).unwrap_or(u8::MAX); // a scale is at most 28
        tkg_decimal { lo: parts.lo, mid: parts.mid, hi: parts.hi, reserved: 0, scale, sign }
    }

    /// As the engine reads it, when it is a number.
    pub(crate) fn number(&self, name: &str) -> Result<Decimal, Failure> {
        let wrong = |what: &str, found: String, expected: &str| {
            Err(Failure::argument(name, &format!("a decimal with {what} {found}"), expected))
        };
        if self.reserved != 0 {
            return wrong("reserved", self.reserved.to_string(), "0");
        }
        if i32::from(self.scale) > TKG_MAX_SCALE {
            return wrong("scale", self.scale.to_string(), "0 to 28");
        }
        if self.sign & !NEGATIVE != 0 {
            return wrong("sign", format!("{:#04x}", self.sign), "0x00 or 0x80");
        }
        Ok(Decimal::from_parts(self.lo, self.mid, self.hi, self.sign == NEGATIVE, u32::from(self.scale)))
    }
}

fn scale(number: i32) -> Result<u32, Failure> {
    let scale = u32::try_from(number).ok().filter(|_| number <= TKG_MAX_SCALE);
    scale.ok_or_else(|| Failure::argument("scale", &number.to_string(), "0 to 28"))
}

/// Reads a number such as "-1234.56": digits, and a point before the decimals; its decimals are kept as written.
///
/// No exponent, no spaces, no thousands; nothing is rounded. `length` is in bytes, -1 when a NUL ends the text.
/// `out` may not be NULL. TKG_E_UNREADABLE; TKG_E_OVERFLOW for more than 96 bits or 28 decimals. Any thread. Since
/// 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_decimal_parse(
    text: *const c_char,
    length: i64,
    out: *mut tkg_decimal,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let out = Place::new("out", out)?;
        // SAFETY: what the caller points at.
        let text = unsafe { input::text("text", text, length) }?;
        let number = decimal::parse(text)?;
        // SAFETY: the place of the caller.
        unsafe { out.write(tkg_decimal::of(number)) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Writes a number as "-1234.56", with all its decimals, in ASCII with a NUL behind it.
///
/// `needed`, which may be NULL, is the length without the NUL, also when the buffer is too short (TKG_E_BUFFER).
/// `buffer` may be NULL when `cap` is 0. 32 bytes are enough for every number. TKG_E_ARGUMENT when it is no number.
/// Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_decimal_format(
    number: *const tkg_decimal,
    buffer: *mut c_char,
    cap: i64,
    needed: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let number = unsafe { view::pointed("number", number) }?.number("number")?;
        let written = Written { buffer, cap, needed };
        // SAFETY: the buffer of the caller.
        unsafe { written.write(&number.to_string()) }
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The number unscaled / 10^scale: 123456 and 2 give 1234.56.
///
/// `out` may not be NULL. TKG_E_MISSING for TKG_MISSING; TKG_E_ARGUMENT for a scale outside 0 to 28. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_decimal_from_i64(
    unscaled: i64,
    scale: i32,
    out: *mut tkg_decimal,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let out = Place::new("out", out)?;
        let unscaled = view::amount("unscaled", unscaled)?.cents();
        let number = Decimal::from_i128_with_scale(i128::from(unscaled), self::scale(scale)?);
        // SAFETY: the place of the caller.
        unsafe { out.write(tkg_decimal::of(number)) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The whole number number * 10^scale: 1234.56 and 2 give 123456. Nothing is rounded.
///
/// `number` and `out` may not be NULL. TKG_E_INEXACT when digits would be lost; TKG_E_OVERFLOW when it does not fit;
/// TKG_E_ARGUMENT when it is no number, or for a scale outside 0 to 28. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_decimal_to_i64(
    number: *const tkg_decimal,
    scale: i32,
    out: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let out = Place::new("out", out)?;
        // SAFETY: what the caller points at.
        let number = unsafe { view::pointed("number", number) }?.number("number")?;
        let unscaled = unscaled(number, self::scale(scale)?)?;
        // SAFETY: the place of the caller.
        unsafe { out.write(unscaled) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

fn unscaled(number: Decimal, scale: u32) -> Result<i64, Failure> {
    let wide = decimal::scaled(number, scale)?;
    let narrow = i64::try_from(wide).ok().filter(|&narrow| narrow != i64::MIN);
    narrow
        .ok_or_else(|| Failure::of_data(Kind::Overflow, "number", &wide.to_string(), "a number of 63 bits and a sign"))
}

#[cfg(test)]
mod tests {
    use super::{Decimal, tkg_decimal};

    #[test]
    fn the_bytes_are_those_of_dot_net() {
        let of = |text: &str| tkg_decimal::of(Decimal::from_str_exact(text).unwrap());
        let bits = tkg_decimal { lo: 123_456, mid: 0, hi: 0, reserved: 0, scale: 2, sign: 0x80 };
        assert_eq!(of("-1234.56"), bits);
        let all = tkg_decimal { lo: u32::MAX, mid: u32::MAX, hi: u32::MAX, reserved: 0, scale: 15, sign: 0x80 };
        assert_eq!(of("-79228162514264.337593543950335"), all);
        assert_eq!(of("-0.00"), tkg_decimal { lo: 0, mid: 0, hi: 0, reserved: 0, scale: 2, sign: 0 });
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let zero = tkg_decimal { lo: 0, mid: 0, hi: 0, reserved: 0, scale: 0, sign: 0 };
        let text = |number: tkg_decimal| number.number("weights").map_err(|it| it.message().to_owned()).unwrap_err();
        let cases = [
            (tkg_decimal { reserved: 1, ..zero }, "weights: a decimal with reserved 1, expected 0."),
            (tkg_decimal { scale: 29, ..zero }, "weights: a decimal with scale 29, expected 0 to 28."),
            (tkg_decimal { sign: 1, ..zero }, "weights: a decimal with sign 0x01, expected 0x00 or 0x80."),
        ];
        for (number, expected) in cases {
            assert_eq!(text(number), expected);
        }
    }
}
