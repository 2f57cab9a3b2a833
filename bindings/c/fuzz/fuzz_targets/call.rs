//! Any texts as the arguments of any operation: a status, and a text that is freed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use taakgericht_c::call::{tkg_call, tkg_pair};
use taakgericht_c::status::TKG_E_INTERNAL;
use taakgericht_c::text::tkg_text_free;

/// The operation, its arguments by name and text.
type Input<'a> = (&'a str, Vec<(&'a str, &'a str)>);

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap()
}

fuzz_target!(|input: Input<'_>| {
    let (operation, arguments) = input;
    let pair = |(name, text): &(&str, &str)| tkg_pair {
        name: name.as_ptr().cast(),
        name_length: length(name),
        text: text.as_ptr().cast(),
        text_length: length(text),
    };
    let pairs: Vec<tkg_pair> = arguments.iter().map(pair).collect();
    let (count, mut out) = (i64::try_from(pairs.len()).unwrap(), core::ptr::null_mut());
    // SAFETY: texts with their lengths, a place for a handle, no record; the handle is freed once.
    unsafe {
        let name = operation.as_ptr().cast();
        let status = tkg_call(1, name, length(operation), pairs.as_ptr(), count, &mut out, core::ptr::null_mut());
        assert_ne!(status, TKG_E_INTERNAL);
        tkg_text_free(out);
    }
});
