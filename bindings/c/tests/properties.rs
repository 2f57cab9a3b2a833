//! What the engine promises holds through the C functions, for any input.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests compute what they expect freely"
)]

use core::ptr;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use taakgericht_c::allocate::{
    tkg_allocate_bounded_i64, tkg_allocate_columns_i64, tkg_allocate_i64, tkg_allocate_rows_i64,
};
use taakgericht_c::amount::{TKG_MISSING, TKG_NOTATION_DUTCH, TKG_NOTATION_PLAIN, tkg_amount_format, tkg_amount_parse};
use taakgericht_c::decimal::{tkg_decimal, tkg_decimal_format, tkg_decimal_parse};
use taakgericht_c::plan::{
    TKG_METHOD_LARGEST_REMAINDER, TKG_TIE_REFUSE, tkg_plan, tkg_plan_free, tkg_plan_new, tkg_split,
};
use taakgericht_c::ragged::tkg_allocate_ragged_i64;
use taakgericht_c::status::{TKG_E_BUFFER, TKG_E_MISSING, TKG_E_OVERFLOW, TKG_OK};
use taakgericht_c::table::tkg_table_round;

/// What stands where nothing may be written.
const UNTOUCHED: i64 = 0x5555_5555_5555_5555;

fn split(method: i32) -> tkg_split {
    tkg_split { struct_size: 24, rules_version: 1, method, tie_rule: 0, unit: 1 }
}

/// A plan that is freed.
struct Plan(*mut tkg_plan);

impl Plan {
    fn new(split: tkg_split, weights: &[i64]) -> Result<Plan, i32> {
        let mut plan = ptr::null_mut();
        // SAFETY: an array and places of our own.
        let status =
            unsafe { tkg_plan_new(&raw const split, weights.as_ptr(), count(weights), &raw mut plan, ptr::null_mut()) };
        assert_eq!(status == TKG_OK, !plan.is_null(), "a handle is NULL unless all went well");
        if status == TKG_OK { Ok(Plan(plan)) } else { Err(status) }
    }

    /// The parts of one amount, in a buffer that is a little longer.
    fn divide(&self, amount: i64, parts: usize) -> Result<Vec<i64>, i32> {
        let mut out = vec![UNTOUCHED; parts + 1];
        // SAFETY: a buffer of our own.
        let status = unsafe { tkg_allocate_i64(self.0, amount, out.as_mut_ptr(), count(&out), ptr::null_mut()) };
        assert_eq!(out.pop(), Some(UNTOUCHED), "wrote beyond the parts");
        if status == TKG_OK { Ok(out) } else { Err(status) }
    }
}

impl Drop for Plan {
    fn drop(&mut self) {
        // SAFETY: it is ours, and is not used again.
        unsafe { tkg_plan_free(self.0) };
    }
}

fn count<T>(elements: &[T]) -> i64 {
    i64::try_from(elements.len()).expect("a short array")
}

fn sum(amounts: &[i64]) -> i128 {
    amounts.iter().map(|&amount| i128::from(amount)).sum()
}

/// Amounts of every size, often those at a border.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0),
        Just(i64::MAX),
        Just(-i64::MAX),
        Just(TKG_MISSING),
        -200_i64..200,
        any::<i64>(),
        any::<i32>().prop_map(i64::from),
    ]
}

/// Weights of which at least one is above zero.
fn weights() -> impl Strategy<Value = Vec<i64>> {
    let weight = prop_oneof![Just(0), Just(i64::MAX), 0_i64..200, 0..i64::MAX];
    vec(weight, 1..12)
        .prop_filter("weights add up to more than zero", |weights| weights.iter().any(|&weight| weight > 0))
}

proptest! {
    #[test]
    fn parts_sum_to_whole(amount in amount(), weights in weights(), method in 0_i32..8, tie_rule in 0_i32..3) {
        let Ok(plan) = Plan::new(tkg_split { tie_rule, ..split(method) }, &weights) else { return Ok(()) };
        match plan.divide(amount, weights.len()) {
            Ok(parts) => {
                prop_assert_eq!(sum(&parts), i128::from(amount));
                let weightless = weights.iter().zip(&parts).filter(|(weight, _)| **weight == 0);
                prop_assert!(weightless.into_iter().all(|(_, part)| *part == 0), "zero_weight_gets_zero");
                let mirrored = plan.divide(-amount, weights.len()).expect("the opposite");
                prop_assert!(parts.iter().zip(mirrored).all(|(part, opposite)| -part == opposite), "negative_mirrors_positive");
            }
            Err(status) => prop_assert!(amount == TKG_MISSING && status == TKG_E_MISSING, "{status}"),
        }
    }

    /// Where nothing ties, the order of the weights changes nothing.
    #[test]
    fn order_free(amount in amount(), weights in weights(), turn in 0_usize..12) {
        let how = tkg_split { tie_rule: TKG_TIE_REFUSE, ..split(TKG_METHOD_LARGEST_REMAINDER) };
        let mut turned = weights.clone();
        turned.rotate_left(turn % weights.len());
        let (plan, other) = (Plan::new(how, &weights).expect("a plan"), Plan::new(how, &turned).expect("a plan"));
        let (parts, others) = (plan.divide(amount, weights.len()), other.divide(amount, weights.len()));
        let parts = parts.map(|mut parts| { parts.rotate_left(turn % weights.len()); parts });
        prop_assert_eq!(parts, others);
    }

    /// By rows, by columns and one by one, every layout has the same parts and statuses.
    #[test]
    fn every_layout_gives_the_same(amounts in vec(amount(), 0..40), weights in weights(), method in 0_i32..8) {
        let Ok(plan) = Plan::new(split(method), &weights) else { return Ok(()) };
        let (rows, parts) = (amounts.len(), weights.len());
        let (mut by_row, mut by_column) = (vec![UNTOUCHED; rows * parts], vec![UNTOUCHED; rows * parts]);
        let (mut statuses, mut others) = (vec![99; rows], vec![99; rows]);
        // SAFETY: arrays and buffers of our own, as long as is said.
        unsafe {
            prop_assert_eq!(tkg_allocate_rows_i64(plan.0, amounts.as_ptr(), count(&amounts), by_row.as_mut_ptr(),
                count(&by_row), statuses.as_mut_ptr(), ptr::null(), ptr::null_mut()), TKG_OK);
            prop_assert_eq!(tkg_allocate_columns_i64(plan.0, amounts.as_ptr(), count(&amounts), by_column.as_mut_ptr(),
                count(&by_column), others.as_mut_ptr(), ptr::null(), ptr::null_mut()), TKG_OK);
        }
        prop_assert_eq!(&statuses, &others);
        for (row, &amount) in amounts.iter().enumerate() {
            let expected = plan.divide(amount, parts);
            prop_assert_eq!(statuses[row], expected.as_ref().err().copied().unwrap_or(TKG_OK));
            let expected = expected.unwrap_or_else(|_| vec![TKG_MISSING; parts]);
            prop_assert_eq!(&by_row[row * parts..][..parts], &expected[..]);
            let column: Vec<i64> = (0..parts).map(|part| by_column[part * rows + row]).collect();
            prop_assert_eq!(column, expected);
        }
    }

    /// A ragged row is what a plan of its own gives.
    #[test]
    fn a_ragged_row_is_a_row_by_itself(lines in vec((amount(), vec(-1_i64..9, 0..6)), 0..12), before in 0_usize..3) {
        let (amounts, rows): (Vec<i64>, Vec<Vec<i64>>) = lines.into_iter().unzip();
        let mut weights = vec![1; before];
        let mut offsets = vec![count(&weights)];
        for row in &rows {
            weights.extend(row);
            offsets.push(count(&weights));
        }
        let (mut out, mut statuses) = (vec![UNTOUCHED; weights.len()], vec![99; rows.len()]);
        let how = split(TKG_METHOD_LARGEST_REMAINDER);
        // SAFETY: arrays and buffers of our own, as long as is said.
        let status = unsafe { tkg_allocate_ragged_i64(&raw const how, amounts.as_ptr(), count(&amounts), offsets.as_ptr(),
            weights.as_ptr(), out.as_mut_ptr(), count(&out), statuses.as_mut_ptr(), ptr::null(), ptr::null_mut()) };
        prop_assert_eq!(status, TKG_OK);
        let mut at = before;
        prop_assert!(out[..before].iter().all(|&part| part == UNTOUCHED));
        for (row, (own, &amount)) in rows.iter().zip(&amounts).enumerate() {
            let alone = Plan::new(how, own).and_then(|plan| plan.divide(amount, own.len()));
            prop_assert_eq!(statuses[row], alone.as_ref().err().copied().unwrap_or(TKG_OK));
            prop_assert_eq!(&out[at..][..own.len()], &alone.unwrap_or_else(|_| vec![TKG_MISSING; own.len()])[..]);
            at += own.len();
        }
    }

    /// Parts lie within their bounds and add up, or the bounds leave no room.
    #[test]
    fn bounds_hold(amount in -500_i64..500, weights in weights(), floors in vec(-60_i64..60, 12), widths in vec(0_i64..90, 12)) {
        let plan = Plan::new(split(TKG_METHOD_LARGEST_REMAINDER), &weights).expect("a plan");
        let ceilings: Vec<i64> = floors.iter().zip(&widths).map(|(floor, width)| floor + width).collect();
        let mut out = vec![UNTOUCHED; weights.len()];
        // SAFETY: arrays and a buffer of our own, as long as is said.
        let status = unsafe { tkg_allocate_bounded_i64(plan.0, amount, floors.as_ptr(), ceilings.as_ptr(), out.as_mut_ptr(),
            count(&out), ptr::null_mut()) };
        if status == TKG_OK {
            prop_assert_eq!(sum(&out), i128::from(amount));
            for (part, (floor, ceiling)) in out.iter().zip(floors.iter().zip(&ceilings)) {
                prop_assert!(floor <= part && part <= ceiling);
            }
        } else {
            let (least, most) = (sum(&floors[..weights.len()]), sum(&ceilings[..weights.len()]));
            let weightless = weights.contains(&0);
            prop_assert!(weightless || i128::from(amount) < least || i128::from(amount) > most, "{status}");
        }
    }

    #[test]
    fn table_adds_both_ways(cells in vec(-100_000_i64..100_000, 12), unit in 1_i64..2000) {
        let (mut out, mut rows, mut columns, mut total) = ([0; 12], [0; 3], [0; 4], [0; 1]);
        // SAFETY: arrays and buffers of our own, as long as is said.
        let status = unsafe { tkg_table_round(cells.as_ptr(), 3, 4, unit, ptr::null(), ptr::null(), out.as_mut_ptr(), 12,
            rows.as_mut_ptr(), columns.as_mut_ptr(), total.as_mut_ptr(), ptr::null_mut()) };
        prop_assert_eq!(status, TKG_OK);
        prop_assert!(out.iter().zip(&cells).all(|(rounded, cell)| rounded % unit == 0 && (rounded - cell).abs() < unit));
        prop_assert!(rows.iter().enumerate().all(|(row, &total)| sum(&out[row * 4..][..4]) == i128::from(total)));
        let column = |column: usize| -> i64 { out.iter().skip(column).step_by(4).sum() };
        prop_assert!(columns.iter().enumerate().all(|(at, &total)| column(at) == total));
        prop_assert_eq!(sum(&rows), i128::from(total[0]));
    }

    /// An amount is written and read back in both notations; a buffer that is too short is told how long it should be.
    #[test]
    fn an_amount_comes_back(cents in amount(), notation in TKG_NOTATION_PLAIN..=TKG_NOTATION_DUTCH, cap in 0_i64..32) {
        let (mut buffer, mut needed, mut again) = ([0x55_u8; 32], -1, 0);
        // SAFETY: a buffer and places of our own.
        let status = unsafe { tkg_amount_format(cents, notation, buffer.as_mut_ptr().cast(), cap, &raw mut needed, ptr::null_mut()) };
        match status {
            TKG_E_MISSING => prop_assert_eq!(cents, TKG_MISSING),
            TKG_E_BUFFER => prop_assert!(needed >= cap && buffer == [0x55; 32]),
            other => {
                prop_assert_eq!(other, TKG_OK);
                // SAFETY: a text of our own with a NUL, and a place.
                let read = unsafe { tkg_amount_parse(buffer.as_ptr().cast(), -1, notation, &raw mut again, ptr::null_mut()) };
                prop_assert_eq!((read, again), (TKG_OK, cents));
            }
        }
    }

    /// Bits that are no number are refused; those that are one come back as they were.
    #[test]
    fn bits_are_a_number_or_are_refused(lo: u32, mid: u32, hi: u32, reserved in 0_u16..2, scale in 0_u8..31, sign: u8) {
        let sign = if sign % 3 == 0 { 0 } else if sign % 3 == 1 { 0x80 } else { sign };
        let number = tkg_decimal { lo, mid, hi, reserved, scale, sign };
        let mut buffer = [0_u8; 40];
        // SAFETY: a number and a buffer of our own.
        let status = unsafe { tkg_decimal_format(&raw const number, buffer.as_mut_ptr().cast(), 32, ptr::null_mut(), ptr::null_mut()) };
        let is_number = reserved == 0 && scale <= 28 && (sign == 0 || sign == 0x80);
        prop_assert_eq!(status == TKG_OK, is_number);
        if is_number {
            let mut again = tkg_decimal { lo: 0, mid: 0, hi: 0, reserved: 0, scale: 0, sign: 0 };
            // SAFETY: a text of our own with a NUL, and a place.
            let read = unsafe { tkg_decimal_parse(buffer.as_ptr().cast(), -1, &raw mut again, ptr::null_mut()) };
            let zero = (lo, mid, hi) == (0, 0, 0);
            prop_assert_eq!((read, again), (TKG_OK, tkg_decimal { sign: if zero { 0 } else { sign }, ..number }));
        }
    }
}

#[test]
fn no_amount_is_the_one_that_is_missing() {
    let plan = Plan::new(split(TKG_METHOD_LARGEST_REMAINDER), &[1, 1, 1]).expect("a plan");
    let mut out = [UNTOUCHED; 3];
    let floors = [i64::MAX, 1, TKG_MISSING];
    // SAFETY: arrays and a buffer of our own.
    let status = unsafe {
        tkg_allocate_bounded_i64(plan.0, 0, floors.as_ptr(), ptr::null(), out.as_mut_ptr(), 3, ptr::null_mut())
    };
    assert_eq!((status, out), (TKG_E_OVERFLOW, [UNTOUCHED; 3]));
}
