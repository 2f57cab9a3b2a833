//! Any text as a scenario with one table beside it: read, diagnosed, run, freed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use taakgericht_c::outcome::tkg_outcome_free;
use taakgericht_c::scenario::{
    tkg_file, tkg_scenario_diagnose, tkg_scenario_free, tkg_scenario_read, tkg_scenario_run,
};
use taakgericht_c::status::{TKG_E_INTERNAL, TKG_OK};
use taakgericht_c::text::tkg_text_free;

fn file(name: &str, text: &[u8]) -> tkg_file {
    let length = |bytes: &[u8]| i64::try_from(bytes.len()).unwrap();
    tkg_file {
        name: name.as_ptr().cast(),
        name_length: length(name.as_bytes()),
        text: text.as_ptr().cast(),
        text_length: length(text),
    }
}

fuzz_target!(|input: (&[u8], &[u8])| {
    let (main, table) = (file("fuzz.toml", input.0), [file("table.csv", input.1)]);
    let (mut scenario, mut outcome, mut text) = (core::ptr::null_mut(), core::ptr::null_mut(), core::ptr::null_mut());
    let none = core::ptr::null_mut();
    // SAFETY: texts with their lengths, places for handles, no record; each handle is freed once.
    unsafe {
        assert_ne!(tkg_scenario_diagnose(&main, table.as_ptr(), 1, &mut text, none), TKG_E_INTERNAL);
        if tkg_scenario_read(&main, table.as_ptr(), 1, &mut scenario, none) == TKG_OK {
            assert_ne!(tkg_scenario_run(scenario, &mut outcome, none), TKG_E_INTERNAL);
        }
        tkg_text_free(text);
        tkg_outcome_free(outcome);
        tkg_scenario_free(scenario);
    }
});
