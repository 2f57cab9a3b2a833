//! What is handed over is freed once, whoever holds it and in whichever order; also under Miri:
//! `cargo +nightly miri test -p taakgericht-c --test handles`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use core::ffi::{CStr, c_char};
use core::ptr;
use taakgericht_c::arrow::{ArrowArray, ArrowSchema, TKG_ARROW_INT64, tkg_outcome_arrow};
use taakgericht_c::outcome::{tkg_column, tkg_outcome, tkg_outcome_column, tkg_outcome_free};
use taakgericht_c::record::tkg_error;
use taakgericht_c::scenario::{
    tkg_file, tkg_scenario, tkg_scenario_explain, tkg_scenario_free, tkg_scenario_read, tkg_scenario_run,
};
use taakgericht_c::selftest::tkg_selftest_panic;
use taakgericht_c::status::{TKG_E_INTERNAL, TKG_OK};
use taakgericht_c::text::{tkg_text, tkg_text_free, tkg_text_view};

const MAIN: &CStr = c"format = 1
rules = 1
scenario = { id = 'two', title = 'Two', division = 2015 }
source = [{ id = 'ch8', title = 'Hoofdstuk 8' }]
[[table]]
id = 'budget'
file = 'budget.csv'
source = 'ch8'
label = 'name'
party = 'code'
columns.vws = { role = 'part' }
[budget]
table = 'budget'
streams = ['vws']
total = 'sum-of-streams'
";
const BUDGET: &CStr = c"code,name,vws\nGM0005,Bedum,100\nGM0053,Winsum,250\n";

fn file(name: &'static CStr, text: &'static CStr) -> tkg_file {
    tkg_file { name: name.as_ptr(), name_length: -1, text: text.as_ptr(), text_length: -1 }
}

fn scenario() -> *mut tkg_scenario {
    let (main, files) = (file(c"two.toml", MAIN), [file(c"budget.csv", BUDGET)]);
    let (mut scenario, mut err) = (ptr::null_mut(), record());
    // SAFETY: texts, a place and a record of our own.
    let status = unsafe { tkg_scenario_read(&raw const main, files.as_ptr(), 1, &raw mut scenario, &raw mut err) };
    assert_eq!(status, TKG_OK, "{}", text(&err.message));
    scenario
}

/// The outcome of a scenario that is freed already.
fn outcome() -> *mut tkg_outcome {
    let (scenario, mut outcome, mut err) = (scenario(), ptr::null_mut(), record());
    // SAFETY: a handle, a place and a record of our own.
    unsafe {
        assert_eq!(tkg_scenario_run(scenario, &raw mut outcome, &raw mut err), TKG_OK, "{}", text(&err.message));
        tkg_scenario_free(scenario);
    }
    outcome
}

fn record() -> tkg_error {
    let struct_size = u32::try_from(size_of::<tkg_error>()).expect("a small struct");
    tkg_error { struct_size, code: 0, row: 0, item: 0, field: [0; 64], message: [0; 408] }
}

/// A text up to its NUL.
fn text(letters: &[c_char]) -> String {
    // SAFETY: the library wrote a NUL.
    unsafe { CStr::from_ptr(letters.as_ptr()) }.to_str().expect("UTF-8").to_owned()
}

#[test]
fn columns_are_read_where_they_are() {
    let outcome = outcome();
    let struct_size = u32::try_from(size_of::<tkg_column>()).expect("a small struct");
    let mut column = tkg_column { struct_size, role: -1, rows: 0, total: 0, name: ptr::null(), amounts: ptr::null() };
    // SAFETY: a handle and a place of our own; the amounts are read before the outcome is freed.
    unsafe {
        assert_eq!(tkg_outcome_column(outcome, 0, 0, &raw mut column, ptr::null_mut()), TKG_OK);
        assert_eq!(core::slice::from_raw_parts(column.amounts, 2), [10_000, 25_000]);
        assert_eq!((CStr::from_ptr(column.name), column.total), (c"vws", 35_000));
        tkg_outcome_free(outcome);
    }
}

#[test]
fn a_text_is_good_until_it_is_freed() {
    let (outcome, mut json, mut data, mut length) = (outcome(), ptr::null_mut::<tkg_text>(), ptr::null(), 0);
    // SAFETY: handles and places of our own.
    unsafe {
        assert_eq!(taakgericht_c::outcome::tkg_outcome_json(outcome, &raw mut json, ptr::null_mut()), TKG_OK);
        tkg_outcome_free(outcome);
        assert_eq!(tkg_text_view(json, &raw mut data, &raw mut length, ptr::null_mut()), TKG_OK);
        assert!(CStr::from_ptr(data).to_bytes().starts_with(br#"{"shape":"taakgericht/run/1","scenario":"two""#));
        assert_eq!(CStr::from_ptr(data).count_bytes(), usize::try_from(length).expect("a length"));
        tkg_text_free(json);
    }
}

/// The plan of a scenario points into it, and goes with it.
#[test]
fn figures_are_explained_by_the_plan_that_was_made_once() {
    let (scenario, mut one, mut other) = (scenario(), ptr::null_mut::<tkg_text>(), ptr::null_mut());
    let (figure, none) = (c"budget/total/Bedum".as_ptr(), ptr::null_mut());
    let (mut data, mut length, mut again) = (ptr::null(), 0, ptr::null());
    // SAFETY: handles and places of our own.
    unsafe {
        assert_eq!(tkg_scenario_explain(scenario, figure, -1, &raw mut one, none), TKG_OK);
        assert_eq!(tkg_scenario_explain(scenario, figure, -1, &raw mut other, none), TKG_OK);
        tkg_scenario_free(scenario);
        assert_eq!(tkg_text_view(one, &raw mut data, &raw mut length, none), TKG_OK);
        assert_eq!(tkg_text_view(other, &raw mut again, &raw mut length, none), TKG_OK);
        assert_eq!(CStr::from_ptr(data), CStr::from_ptr(again));
        tkg_text_free(one);
        tkg_text_free(other);
    }
}

/// The parent is released first, and a child that was moved away later.
#[test]
fn arrow_columns_outlive_the_outcome_and_each_other() {
    let outcome = outcome();
    let (mut schema, mut array) =
        (core::mem::MaybeUninit::<ArrowSchema>::uninit(), core::mem::MaybeUninit::<ArrowArray>::uninit());
    // SAFETY: a handle and places of our own, which the library fills in.
    let (mut schema, mut array) = unsafe {
        assert_eq!(
            tkg_outcome_arrow(outcome, 0, TKG_ARROW_INT64, schema.as_mut_ptr(), array.as_mut_ptr(), ptr::null_mut()),
            TKG_OK
        );
        tkg_outcome_free(outcome);
        (schema.assume_init(), array.assume_init())
    };
    // SAFETY: as the specification of Arrow says: a child is moved by copying it and marking it as released.
    unsafe {
        let child = *array.children.add(2);
        let mut moved = child.read();
        (*child).release = None;
        (array.release.expect("not released yet"))(&raw mut array);
        (schema.release.expect("not released yet"))(&raw mut schema);
        assert!(array.release.is_none() && schema.release.is_none());
        let cents = (*moved.buffers.add(1)).cast::<i64>();
        assert_eq!(core::slice::from_raw_parts(cents, 2), [10_000, 25_000]);
        (moved.release.expect("not released yet"))(&raw mut moved);
        assert!(moved.release.is_none());
    }
}

#[test]
fn a_panic_fills_in_the_record() {
    let mut err = record();
    // SAFETY: a record of our own.
    assert_eq!(unsafe { tkg_selftest_panic(&raw mut err) }, TKG_E_INTERNAL);
    assert_eq!((err.code, err.row, text(&err.field)), (TKG_E_INTERNAL, -1, "taakgericht".to_owned()));
}
