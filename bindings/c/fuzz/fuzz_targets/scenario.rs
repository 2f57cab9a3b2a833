//! Any text as a scenario with one table beside it: read, diagnosed, run, told in every form, explained, freed.
#![no_main]

use core::ffi::CStr;
use core::ptr::null_mut;
use libfuzzer_sys::fuzz_target;
use taakgericht_c::arrow::{ArrowArray, ArrowSchema, TKG_ARROW_DECIMAL, tkg_outcome_arrow};
use taakgericht_c::findings::{TKG_LANGUAGE_NL, tkg_outcome_findings};
use taakgericht_c::outcome::{
    tkg_column, tkg_outcome, tkg_outcome_column, tkg_outcome_free, tkg_outcome_json, tkg_outcome_statement,
    tkg_statement,
};
use taakgericht_c::scenario::{
    tkg_file, tkg_scenario, tkg_scenario_diagnose, tkg_scenario_explain, tkg_scenario_free, tkg_scenario_read,
    tkg_scenario_run,
};
use taakgericht_c::status::{TKG_E_INTERNAL, TKG_OK};
use taakgericht_c::text::tkg_text_free;

fn length(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap()
}

fn file(name: &str, text: &[u8]) -> tkg_file {
    tkg_file {
        name: name.as_ptr().cast(),
        name_length: length(name.as_bytes()),
        text: text.as_ptr().cast(),
        text_length: length(text),
    }
}

/// Zeros, which every struct of the interface may be, with its size.
fn sized<T>() -> T {
    // SAFETY: numbers and pointers may be zero; the size is the first field.
    unsafe {
        let mut zeros = core::mem::zeroed::<T>();
        (&raw mut zeros).cast::<u32>().write(u32::try_from(size_of::<T>()).unwrap());
        zeros
    }
}

/// The first statement in every form, and its first column explained: what comes out is always told.
fn tell(scenario: *const tkg_scenario, outcome: *const tkg_outcome) {
    let (mut json, mut findings, mut explained, none) = (null_mut(), null_mut(), null_mut(), null_mut());
    let (mut statement, mut column) = (sized::<tkg_statement>(), sized::<tkg_column>());
    // SAFETY: handles that are held, places for handles, no record; what was given is freed once.
    unsafe {
        assert_eq!(tkg_outcome_json(outcome, &mut json, none), TKG_OK);
        assert_eq!(tkg_outcome_findings(outcome, TKG_LANGUAGE_NL, &mut findings, none), TKG_OK);
        tkg_text_free(json);
        tkg_text_free(findings);
        if tkg_outcome_statement(outcome, 0, &mut statement, none) != TKG_OK || statement.columns == 0 {
            return;
        }
        let (mut schema, mut array) = (core::mem::zeroed::<ArrowSchema>(), core::mem::zeroed::<ArrowArray>());
        assert_eq!(tkg_outcome_arrow(outcome, 0, TKG_ARROW_DECIMAL, &mut schema, &mut array, none), TKG_OK);
        array.release.unwrap()(&mut array);
        schema.release.unwrap()(&mut schema);
        assert_eq!(tkg_outcome_column(outcome, 0, 0, &mut column, none), TKG_OK);
        let names = [statement.id, column.name].map(|name| CStr::from_ptr(name).to_str().unwrap());
        let figure = format!("{}/{}/total", names[0], names[1]);
        let text = figure.as_ptr().cast();
        assert_ne!(
            tkg_scenario_explain(scenario, text, length(figure.as_bytes()), &mut explained, none),
            TKG_E_INTERNAL
        );
        tkg_text_free(explained);
    }
}

fuzz_target!(|input: (&[u8], &[u8])| {
    let (main, table) = (file("fuzz.toml", input.0), [file("table.csv", input.1)]);
    let (mut scenario, mut outcome, mut text, none) = (null_mut(), null_mut(), null_mut(), null_mut());
    // SAFETY: texts with their lengths, places for handles, no record; each handle is freed once.
    unsafe {
        assert_ne!(tkg_scenario_diagnose(&main, table.as_ptr(), 1, &mut text, none), TKG_E_INTERNAL);
        if tkg_scenario_read(&main, table.as_ptr(), 1, &mut scenario, none) == TKG_OK {
            let status = tkg_scenario_run(scenario, &mut outcome, none);
            assert_ne!(status, TKG_E_INTERNAL);
            if status == TKG_OK {
                tell(scenario, outcome);
            }
        }
        tkg_text_free(text);
        tkg_outcome_free(outcome);
        tkg_scenario_free(scenario);
    }
});
