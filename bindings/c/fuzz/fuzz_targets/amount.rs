//! Any bytes as an amount, in any notation: a status, and what is read is written and read back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use taakgericht_c::amount::{tkg_amount_format, tkg_amount_parse};
use taakgericht_c::status::{TKG_E_INTERNAL, TKG_OK};

fuzz_target!(|input: (u8, &[u8])| {
    let (notation, text) = (i32::from(input.0 % 4), input.1);
    let (mut cents, mut buffer, mut needed) = (0_i64, [0_u8; 64], 0_i64);
    let (data, length) = (text.as_ptr().cast(), i64::try_from(text.len()).unwrap());
    // SAFETY: a text with its length, places of this function, no record.
    unsafe {
        let status = tkg_amount_parse(data, length, notation, &mut cents, core::ptr::null_mut());
        assert_ne!(status, TKG_E_INTERNAL);
        if status == TKG_OK {
            let room = buffer.as_mut_ptr().cast();
            let written = tkg_amount_format(cents, notation, room, 64, &mut needed, core::ptr::null_mut());
            // Not every notation that is read is written.
            if written == TKG_OK {
                let (text, mut again) = (buffer.as_ptr().cast(), 0);
                assert_eq!(tkg_amount_parse(text, -1, notation, &mut again, core::ptr::null_mut()), TKG_OK);
                assert_eq!(again, cents);
            }
        }
    }
});
