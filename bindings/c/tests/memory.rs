//! The memory of the caller: what is written is not read before, what was not given is not touched, and what the caller changes
//! meanwhile is not held; also under Miri: `cargo +nightly miri test -p taakgericht-c --test memory`.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use core::ffi::{CStr, c_void};
use core::mem::MaybeUninit;
use core::ptr;
use taakgericht_c::allocate::{
    tkg_allocate_bounded_i64, tkg_allocate_columns_i64, tkg_allocate_i64, tkg_allocate_rows_i64,
};
use taakgericht_c::amount::{TKG_MISSING, TKG_NOTATION_DUTCH, tkg_amount_format};
use taakgericht_c::arrow::{ArrowArray, ArrowSchema, TKG_ARROW_DECIMAL, tkg_amounts_arrow};
use taakgericht_c::corridor::{tkg_corridor_free, tkg_corridor_new, tkg_corridor_settle_i64};
use taakgericht_c::decimal::tkg_decimal;
use taakgericht_c::effort::{tkg_effort_amounts_i64, tkg_effort_sums_i64};
use taakgericht_c::indexation::{tkg_index_percents, tkg_index_rule, tkg_index_tariffs_i64};
use taakgericht_c::instalments::tkg_instalments;
use taakgericht_c::key::tkg_plan_new_by_id;
use taakgericht_c::plan::{tkg_plan, tkg_plan_free, tkg_plan_new, tkg_split};
use taakgericht_c::pool::{
    TKG_MODEL_INSURANCE, tkg_payments_i64, tkg_pool_free, tkg_pool_new, tkg_pool_settle_i64, tkg_pool_terms,
};
use taakgericht_c::ragged::tkg_allocate_ragged_i64;
use taakgericht_c::reconcile::{TKG_VERDICT_ERROR, TKG_VERDICT_HOLDS, tkg_reconcile_rows_i64};
use taakgericht_c::run::{tkg_cancel, tkg_cancel_free, tkg_cancel_new, tkg_cancel_set, tkg_run};
use taakgericht_c::selftest::tkg_selftest_panic;
use taakgericht_c::status::{
    TKG_E_ABI, TKG_E_CANCELLED, TKG_E_INTERNAL, TKG_E_MISSING, TKG_E_TABLE_CONFLICT, TKG_E_UNIT, TKG_OK, tkg_status,
};
use taakgericht_c::table::tkg_table_round;
use taakgericht_c::waterfall::{tkg_line, tkg_waterfall_columns_i64, tkg_waterfall_free, tkg_waterfall_new};

/// Cents: the largest remainders, a tie to the first.
static CENTS: tkg_split = tkg_split { struct_size: 24, rules_version: 1, method: 0, tie_rule: 0, unit: 1 };

/// Places of a caller that nobody wrote yet: reading one is what Miri stops at.
struct Room<T, const N: usize>([MaybeUninit<T>; N]);

impl<T: Copy, const N: usize> Room<T, N> {
    const fn new() -> Room<T, N> {
        Room([const { MaybeUninit::uninit() }; N])
    }

    const fn start(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }

    const fn cap(&self) -> i64 {
        #[expect(clippy::as_conversions, clippy::cast_possible_wrap, reason = "a handful")]
        let cap = N as i64;
        cap
    }

    /// What was written, all of it.
    fn written(&self) -> [T; N] {
        // SAFETY: a call that gave TKG_OK wrote it; Miri looks.
        self.0.each_ref().map(|place| unsafe { place.assume_init() })
    }
}

const fn decimal(number: u32) -> tkg_decimal {
    tkg_decimal { lo: number, mid: 0, hi: 0, reserved: 0, scale: 0, sign: 0 }
}

/// Parties in another order than that of their ids.
fn plan_by_id() -> *mut tkg_plan {
    let (mut plan, offsets, weights) = (ptr::null_mut(), [0_i64, 2, 3], [1_i64, 2]);
    let (ids, ends, weights, none) = (c"bba".as_ptr(), offsets.as_ptr(), weights.as_ptr(), ptr::null_mut());
    // SAFETY: a struct, arrays and a place of our own.
    let status = unsafe { tkg_plan_new_by_id(&raw const CENTS, ids, ends, weights, 2, &raw mut plan, none) };
    assert_eq!(status, TKG_OK);
    plan
}

fn plan(weights: &[i64]) -> *mut tkg_plan {
    let (mut plan, count) = (ptr::null_mut(), i64::try_from(weights.len()).expect("a handful"));
    // SAFETY: a struct, an array and a place of our own.
    let status = unsafe { tkg_plan_new(&raw const CENTS, weights.as_ptr(), count, &raw mut plan, ptr::null_mut()) };
    assert_eq!(status, TKG_OK);
    plan
}

#[test]
fn a_table_is_rounded_into_places_without_a_value() {
    let cells = [150_i64, 50, 50, 33, 33, 234];
    let (mut out, mut rows) = (Room::<i64, 6>::new(), Room::<i64, 2>::new());
    let (mut columns, mut total) = (Room::<i64, 3>::new(), Room::<i64, 1>::new());
    let mut round = |unit: i64, row_totals: *const i64| {
        let (cap, err) = (out.cap(), ptr::null_mut());
        let (rows, columns, total) = (rows.start(), columns.start(), total.start());
        let none = ptr::null();
        // SAFETY: arrays and places of our own.
        unsafe {
            tkg_table_round(cells.as_ptr(), 2, 3, unit, row_totals, none, out.start(), cap, rows, columns, total, err)
        }
    };
    assert_eq!(round(0, ptr::null()), TKG_E_UNIT);
    assert_eq!(round(100, [9900_i64, 300].as_ptr()), TKG_E_TABLE_CONFLICT);
    assert_eq!(round(100, [300_i64, 200].as_ptr()), TKG_OK);
    assert_eq!(round(100, ptr::null()), TKG_OK);
    assert_eq!((out.written(), rows.written()), ([200, 100, 0, 0, 0, 300], [300, 300]));
    assert_eq!((columns.written(), total.written()), ([200, 100, 300], [600]));
    // Without rows, and without a place for their totals.
    let (none, unset) = (ptr::null(), ptr::null_mut());
    let (mut columns, mut total) = (Room::<i64, 3>::new(), Room::<i64, 1>::new());
    let (to, sum) = (columns.start(), total.start());
    // SAFETY: as above.
    let status = unsafe { tkg_table_round(none, 0, 3, 100, none, none, unset, 0, unset, to, sum, ptr::null_mut()) };
    assert_eq!((status, columns.written(), total.written()), (TKG_OK, [0, 0, 0], [0]));
}

/// By the table of residues, row by row, and by ids; into rows and into columns; with a row that fails.
#[test]
fn batches_are_divided_into_places_without_a_value() {
    type Call = unsafe extern "C" fn(
        *const tkg_plan,
        *const i64,
        i64,
        *mut i64,
        i64,
        *mut i32,
        *const tkg_run,
        *mut taakgericht_c::record::tkg_error,
    ) -> tkg_status;
    let calls: [Call; 2] = [tkg_allocate_rows_i64, tkg_allocate_columns_i64];
    let amounts = [100, -101, TKG_MISSING, 7];
    for plan in [plan(&[1, 2]), plan(&[i64::MAX, 1 << 40]), plan_by_id()] {
        for (call, stride) in calls.into_iter().zip([(2, 1), (1, 4)]) {
            let (mut out, mut statuses) = (Room::<i64, 8>::new(), Room::<i32, 4>::new());
            let (cap, err) = (out.cap(), ptr::null_mut());
            // SAFETY: a handle, arrays and places of our own.
            unsafe {
                let (from, none) = (amounts.as_ptr(), ptr::null());
                assert_eq!(call(plan, from, 4, out.start(), cap, ptr::null_mut(), none, err), TKG_E_MISSING);
                assert_eq!(call(plan, from, 4, out.start(), cap, statuses.start(), none, err), TKG_OK);
            }
            assert_eq!(statuses.written(), [TKG_OK, TKG_OK, TKG_E_MISSING, TKG_OK]);
            let (parts, (row, part)) = (out.written(), stride);
            for (at, &amount) in amounts.iter().enumerate() {
                let pair = [parts[at * row], parts[at * row + part]];
                let whole = if amount == TKG_MISSING { pair[0] } else { pair[0] + pair[1] };
                assert_eq!(whole, amount);
            }
        }
        // SAFETY: the handle from above.
        unsafe { tkg_plan_free(plan) };
    }
}

#[test]
fn single_divisions_are_written_into_places_without_a_value() {
    let (plan, mut out, none) = (plan(&[1, 1, 1]), Room::<i64, 3>::new(), ptr::null_mut());
    // SAFETY: a handle, arrays and places of our own.
    unsafe {
        assert_eq!(tkg_allocate_i64(plan, 100, out.start(), 3, none), TKG_OK);
        assert_eq!(out.written(), [34, 33, 33]);
        let floors = [0, 50, TKG_MISSING];
        let status = tkg_allocate_bounded_i64(plan, 100, floors.as_ptr(), ptr::null(), out.start(), 3, none);
        assert_eq!((status, out.written()), (TKG_OK, [25, 50, 25]));
        assert_eq!(tkg_instalments(100, 3, out.start(), none), TKG_OK);
        assert_eq!(out.written(), [33, 34, 33]);
        let (amounts, offsets, weights) = ([10_i64, -10], [1_i64, 3, 4], [9_i64, 1, 4, 1]);
        let mut ragged = Room::<i64, 4>::new();
        let status = tkg_allocate_ragged_i64(
            &raw const CENTS,
            amounts.as_ptr(),
            2,
            offsets.as_ptr(),
            weights.as_ptr(),
            ragged.start(),
            4,
            ptr::null_mut(),
            ptr::null(),
            none,
        );
        assert_eq!(status, TKG_OK);
        // What stands before the first offset is left alone.
        assert_eq!([1, 2, 3].map(|at: usize| ragged.0[at].assume_init()), [2, 8, -10]);
        tkg_plan_free(plan);
    }
}

#[test]
fn lines_are_multiplied_into_places_without_a_value() {
    let (tariffs, volumes, groups) = ([12_345_i64, 100, -300], [3_i64, 7, 2], [1_u32, 0, 1]);
    let (mut out, mut sums, none) = (Room::<i64, 3>::new(), Room::<i64, 3>::new(), ptr::null_mut());
    let (tariffs, volumes) = (tariffs.as_ptr(), volumes.as_ptr());
    // SAFETY: arrays and places of our own.
    unsafe {
        // In 64 bits, and in 128: an amount in thirteen decimals.
        for (decimals, amounts, added) in [(2, [37_035, 700, -600], [700, 36_435, 0]), (11, [0, 0, 0], [0, 0, 0])] {
            assert_eq!(tkg_effort_amounts_i64(tariffs, volumes, 3, decimals, 0, out.start(), 3, none), TKG_OK);
            assert_eq!(out.written(), amounts);
            let groups = groups.as_ptr();
            assert_eq!(tkg_effort_sums_i64(tariffs, volumes, groups, 3, decimals, 0, sums.start(), 3, none), TKG_OK);
            assert_eq!(sums.written(), added);
        }
    }
}

#[test]
fn columns_of_waterfalls_and_corridors_are_written_into_places_without_a_value() {
    let line = |name: &'static CStr, rule: i32, percent: u32, role: i32| tkg_line {
        struct_size: u32::try_from(size_of::<tkg_line>()).expect("a small struct"),
        rule,
        role,
        base: -1,
        percent: decimal(percent),
        fixed: 0,
        floor: TKG_MISSING,
        ceiling: TKG_MISSING,
        name_length: -1,
        name: name.as_ptr(),
    };
    let lines = [line(c"a", 0, 20, 0), line(c"memo", 0, 50, 1), line(c"rest", 3, 0, 0)];
    let (mut waterfall, mut corridor, none) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    let (budgets, mut out, mut paid) = ([1000_i64, -500], Room::<i64, 6>::new(), Room::<i64, 2>::new());
    let (from, share) = ([decimal(0)], [decimal(50)]);
    // SAFETY: arrays, handles and places of our own.
    unsafe {
        assert_eq!(tkg_waterfall_new(1, lines.as_ptr(), 3, 1, 0, &raw mut waterfall, none), TKG_OK);
        let (budgets, status) = (budgets.as_ptr(), ptr::null_mut());
        assert_eq!(tkg_waterfall_columns_i64(waterfall, budgets, 2, out.start(), 6, status, ptr::null(), none), TKG_OK);
        assert_eq!(out.written(), [200, -100, 500, -250, 800, -400]);
        tkg_waterfall_free(waterfall);
        let (sums, costs) = ([100_i64, 100], [120_i64, 80]);
        let (from, share) = (from.as_ptr(), share.as_ptr());
        assert_eq!(tkg_corridor_new(1, from, share, 1, from, share, 1, &raw mut corridor, none), TKG_OK);
        let (sums, costs, run) = (sums.as_ptr(), costs.as_ptr(), ptr::null());
        let settled = tkg_corridor_settle_i64(corridor, sums, costs, 2, 0, 1, paid.start(), 2, status, run, none);
        assert_eq!((settled, paid.written()), (TKG_OK, [110, 90]));
        tkg_corridor_free(corridor);
    }
}

#[test]
fn pools_payments_and_verdicts_are_written_into_places_without_a_value() {
    let terms = tkg_pool_terms {
        struct_size: u32::try_from(size_of::<tkg_pool_terms>()).expect("a small struct"),
        rules_version: 1,
        model: TKG_MODEL_INSURANCE,
        netting: 0,
        residual: 0,
        tie_rule: 0,
        share: decimal(0),
        threshold: 0,
        ceiling: TKG_MISSING,
        levy: 0,
    };
    let (key, costs, none, mut pool) = ([1_i64, 1, 2], [100_i64, 300, 400], ptr::null(), ptr::null_mut());
    let (mut borne, mut transfers) = (Room::<i64, 3>::new(), Room::<i64, 3>::new());
    let (mut from, mut to, mut amounts) = (Room::<i64, 1>::new(), Room::<i64, 1>::new(), Room::<i64, 1>::new());
    let (mut gaps, mut verdicts) = (Room::<i64, 2>::new(), Room::<i32, 2>::new());
    let (mut needed, err) = (Room::<i64, 1>::new(), ptr::null_mut());
    // SAFETY: arrays, handles and places of our own.
    unsafe {
        assert_eq!(tkg_pool_new(&raw const terms, key.as_ptr(), none, 3, &raw mut pool, err), TKG_OK);
        let (start, to_start) = (borne.start(), transfers.start());
        let status = tkg_pool_settle_i64(pool, costs.as_ptr(), none, none, none, none, start, to_start, 3, err);
        assert_eq!((status, borne.written(), transfers.written()), (TKG_OK, [200, 200, 400], [100, -100, 0]));
        tkg_pool_free(pool);
        let transfers = transfers.written();
        let (payers, receivers, paid) = (from.start(), to.start(), amounts.start());
        let status = tkg_payments_i64(transfers.as_ptr(), 3, payers, receivers, paid, 1, needed.start(), err);
        assert_eq!((status, needed.written()), (TKG_OK, [1]));
        assert_eq!((from.written(), to.written(), amounts.written()), ([0], [1], [100]));
        let (stated, terms) = ([300_i64, 5000], [100_i64, 300, 200, 100]);
        let (stated, terms, signs, statuses) = (stated.as_ptr(), terms.as_ptr(), ptr::null(), ptr::null_mut());
        let (gap, verdict) = (gaps.start(), verdicts.start());
        let run = ptr::null();
        let status =
            tkg_reconcile_rows_i64(1, stated, 2, 100, 0, terms, signs, 2, 100, 0, gap, verdict, 2, statuses, run, err);
        assert_eq!((status, gaps.written()), (TKG_OK, [0, 4600]));
        assert_eq!(verdicts.written(), [TKG_VERDICT_HOLDS, TKG_VERDICT_ERROR]);
    }
}

#[test]
fn indices_texts_and_arrow_columns_are_written_into_places_without_a_value() {
    let rule = tkg_index_rule {
        struct_size: u32::try_from(size_of::<tkg_index_rule>()).expect("a small struct"),
        rules_version: 1,
        method: 0,
        stage: 0,
        mode: 0,
        decimals: 2,
        wages: decimal(90),
        prices: decimal(10),
    };
    let figures = [taakgericht_c::indexation::tkg_index_figures { wages: decimal(5), prices: decimal(2) }];
    let (mut percents, mut tariffs, err) = (Room::<tkg_decimal, 1>::new(), Room::<i64, 2>::new(), ptr::null_mut());
    let (mut text, mut needed, none) = (Room::<core::ffi::c_char, 9>::new(), Room::<i64, 1>::new(), ptr::null());
    let (mut schema, mut array) = (MaybeUninit::<ArrowSchema>::uninit(), MaybeUninit::<ArrowArray>::uninit());
    // SAFETY: arrays and places of our own; what the library exports is released once.
    unsafe {
        let (rule, figures) = (&raw const rule, figures.as_ptr());
        assert_eq!(tkg_index_percents(rule, 2024, figures, none, none, 1, 1, percents.start(), 1, err), TKG_OK);
        let (list, percents) = ([1000_i64, 2000], percents.written());
        let (list, percents) = (list.as_ptr(), percents.as_ptr());
        assert_eq!(tkg_index_tariffs_i64(1, list, 2, percents, 1, 2024, 0, 0, 1, tariffs.start(), 2, err), TKG_OK);
        assert_eq!(tariffs.written(), [1047, 2094]);
        let (to, cap) = (text.start(), text.cap());
        assert_eq!(tkg_amount_format(123_456, TKG_NOTATION_DUTCH, to, cap, needed.start(), err), TKG_OK);
        assert_eq!((CStr::from_ptr(text.start()), needed.written()), (c"1.234,56", [8]));
        let cents = [5, TKG_MISSING];
        let (name, schema_at, array_at) = (c"cents".as_ptr(), schema.as_mut_ptr(), array.as_mut_ptr());
        assert_eq!(tkg_amounts_arrow(cents.as_ptr(), 2, name, -1, TKG_ARROW_DECIMAL, schema_at, array_at, err), TKG_OK);
        let (schema, array) = (&mut *schema_at, &mut *array_at);
        assert_eq!((array.null_count, CStr::from_ptr(schema.format)), (1, c"d:19,2"));
        assert_eq!((*array.buffers.add(1)).cast::<i128>().read(), 5);
        (schema.release.expect("not released yet"))(schema);
        (array.release.expect("not released yet"))(array);
        assert!(schema.release.is_none() && array.release.is_none());
    }
}

/// A program that was compiled with another header has a smaller struct: behind its size there may be nothing.
#[test]
fn of_a_smaller_struct_only_the_size_is_read() {
    let small = Box::new(8_u64);
    let (at, mut plan, mut pool, mut waterfall) =
        (&raw const *small, ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    let (amounts, mut out, err) = ([1_i64], Room::<i64, 1>::new(), ptr::null_mut());
    let (weights, none, offsets) = (amounts.as_ptr(), ptr::null(), [0_i64, 1]);
    // SAFETY: each is refused by its size, which is all that is there.
    unsafe {
        assert_eq!(tkg_plan_new(at.cast(), weights, 1, &raw mut plan, err), TKG_E_ABI);
        let (ids, ends) = (c"a".as_ptr(), offsets.as_ptr());
        assert_eq!(tkg_plan_new_by_id(at.cast(), ids, ends, weights, 1, &raw mut plan, err), TKG_E_ABI);
        assert_eq!(tkg_pool_new(at.cast(), weights, none, 1, &raw mut pool, err), TKG_E_ABI);
        assert_eq!(tkg_waterfall_new(1, at.cast(), 1, 1, 0, &raw mut waterfall, err), TKG_E_ABI);
        assert_eq!(
            tkg_index_percents(at.cast(), 2024, ptr::null(), ptr::null(), ptr::null(), 0, 0, ptr::null_mut(), 0, err),
            TKG_E_ABI
        );
        let (split, offsets, status) = (at.cast(), offsets.as_ptr(), ptr::null_mut());
        let ragged =
            tkg_allocate_ragged_i64(split, weights, 1, offsets, weights, out.start(), 1, status, ptr::null(), err);
        assert_eq!(ragged, TKG_E_ABI);
        let good = crate::plan(&[1]);
        assert_eq!(tkg_allocate_rows_i64(good, weights, 1, out.start(), 1, status, at.cast(), err), TKG_E_ABI);
        assert_eq!(tkg_check_small(), TKG_E_ABI);
        tkg_plan_free(good);
    }
}

/// As above, of a record.
fn tkg_check_small() -> tkg_status {
    let mut small = Box::new(16_u64);
    // SAFETY: it is refused by its size, which is all that is there.
    unsafe { taakgericht_c::version::tkg_check_abi(1, 0, (&raw mut *small).cast()) }
}

/// Changes the run that it belongs to, calls the library again, and stops the run at its end.
unsafe extern "C" fn change(ctx: *mut c_void, done: i64, _total: i64) -> tkg_status {
    let run = ctx.cast::<tkg_run>();
    // SAFETY: no record.
    assert_eq!(unsafe { tkg_selftest_panic(ptr::null_mut()) }, TKG_E_INTERNAL);
    // SAFETY: the run of the test below.
    unsafe {
        (*run).ctx = ptr::null_mut();
        (*run).progress = None;
        (*run).ctx = ctx;
    }
    if done == 0 { TKG_OK } else { TKG_E_CANCELLED }
}

#[test]
fn a_run_is_read_once() {
    let (plan, amounts, mut out) = (plan(&[1]), [1_i64, 2], Room::<i64, 2>::new());
    let (mut cancel, err) = (ptr::null_mut(), ptr::null_mut());
    let struct_size = u32::try_from(size_of::<tkg_run>()).expect("a small struct");
    // SAFETY: handles, arrays and places of our own.
    unsafe {
        assert_eq!(tkg_cancel_new(&raw mut cancel, err), TKG_OK);
        let mut run = tkg_run { struct_size, flags: 0, cancel, progress: Some(change), ctx: ptr::null_mut() };
        let at = &raw mut run;
        (*at).ctx = at.cast();
        let (from, to, none) = (amounts.as_ptr(), out.start(), ptr::null_mut());
        assert_eq!(tkg_allocate_rows_i64(plan, from, 2, to, 2, none, at, err), TKG_E_CANCELLED);
        tkg_cancel_free(cancel);
        tkg_plan_free(plan);
    }
}

/// What two threads hold at once.
struct Shared(*mut tkg_plan, *mut tkg_cancel);

// SAFETY: the header says that threads may share them.
unsafe impl Sync for Shared {}

#[test]
fn threads_share_a_plan_and_a_token() {
    let (mut cancel, err) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: a place of our own.
    assert_eq!(unsafe { tkg_cancel_new(&raw mut cancel, err) }, TKG_OK);
    let shared = Shared(plan(&[1, 1, 1]), cancel);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let (Shared(plan, cancel), mut out) = (&shared, Room::<i64, 3>::new());
                // SAFETY: shared handles, and places of this thread.
                unsafe {
                    assert_eq!(tkg_allocate_i64(*plan, 100, out.start(), 3, ptr::null_mut()), TKG_OK);
                    assert_eq!(tkg_cancel_set(*cancel, ptr::null_mut()), TKG_OK);
                }
                assert_eq!(out.written(), [34, 33, 33]);
            });
        }
    });
    // SAFETY: nobody holds them any more.
    unsafe {
        tkg_plan_free(shared.0);
        tkg_cancel_free(shared.1);
    }
}
