//! Splits, bounds, instalments, tables, waterfalls and the years of an RTA.

use crate::case::{Case, Found, amount, count, decimal, joined, number, parts, shown, start};
use core::ptr;
use taakgericht_c::allocate::{tkg_allocate_bounded_i64, tkg_allocate_i64};
use taakgericht_c::amount::{TKG_MISSING, tkg_amount_parse};
use taakgericht_c::decimal::tkg_decimal;
use taakgericht_c::instalments::tkg_instalments;
use taakgericht_c::outcome::{TKG_ROLE_MEMO, TKG_ROLE_PART};
use taakgericht_c::plan::{tkg_plan, tkg_plan_free, tkg_plan_new, tkg_split};
use taakgericht_c::status::{TKG_OK, tkg_status};
use taakgericht_c::table::tkg_table_round;
use taakgericht_c::waterfall::{
    TKG_BASE_WHOLE, TKG_RULE_FIXED, TKG_RULE_RESIDUAL, TKG_RULE_SHARE, TKG_RULE_SHARE_OF_REST, tkg_line, tkg_waterfall,
    tkg_waterfall_columns_i64, tkg_waterfall_free, tkg_waterfall_new, tkg_waterfall_new_rta,
};

const METHODS: [&str; 8] = [
    "largest-remainder",
    "cumulative",
    "first-takes-rest",
    "last-takes-rest",
    "webster",
    "jefferson",
    "adams",
    "huntington-hill",
];
pub(crate) const TIES: [&str; 4] = ["first", "last", "largest-weight", "refuse"];
pub(crate) const MODES: [&str; 8] = ["half-up", "half-even", "half-down", "up", "down", "floor", "ceiling", "exact"];

/// Makes a plan, uses it, and frees it.
fn with_plan(
    method: i32,
    tie_rule: i32,
    unit: i64,
    weights: &[i64],
    then: impl FnOnce(*const tkg_plan) -> Found,
) -> Found {
    let split = tkg_split { struct_size: 24, rules_version: 1, method, tie_rule, unit };
    let mut plan = ptr::null_mut();
    // SAFETY: an array and places of our own.
    let status =
        unsafe { tkg_plan_new(&raw const split, weights.as_ptr(), count(weights), &raw mut plan, ptr::null_mut()) };
    let found = if status == TKG_OK { then(plan) } else { Err(status) };
    // SAFETY: it is ours, or NULL.
    unsafe { tkg_plan_free(plan) };
    found
}

pub(crate) fn split(case: &Case) -> Found {
    let (weights, whole) = (case.weights("weights"), amount(case.get("whole")));
    let (method, tie_rule) = (case.choice("method", &METHODS), case.choice("tie", &TIES));
    with_plan(method, tie_rule, amount(case.get("unit")), &weights, |plan| {
        let mut out = vec![0; weights.len()];
        // SAFETY: a plan and a buffer of our own.
        let status = unsafe { tkg_allocate_i64(plan, whole, out.as_mut_ptr(), count(&out), ptr::null_mut()) };
        parts(status, &out)
    })
}

pub(crate) fn bounded(case: &Case) -> Found {
    let bounds = |name: &str| -> Vec<i64> {
        case.list(name).into_iter().map(|text| if text == "-" { TKG_MISSING } else { amount(text) }).collect()
    };
    let (weights, whole) = (case.weights("weights"), amount(case.get("whole")));
    let (floors, ceilings) = (bounds("floors"), bounds("ceilings"));
    with_plan(0, case.choice("tie", &TIES), 1, &weights, |plan| {
        let mut out = vec![0; weights.len()];
        // SAFETY: a plan, arrays and a buffer of our own.
        let status = unsafe {
            let (floors, ceilings) = (floors.as_ptr(), ceilings.as_ptr());
            tkg_allocate_bounded_i64(plan, whole, floors, ceilings, out.as_mut_ptr(), count(&out), ptr::null_mut())
        };
        parts(status, &out)
    })
}

pub(crate) fn instalments(case: &Case) -> Found {
    let number: i64 = case.get("count").parse().unwrap();
    let mut out = vec![0; usize::try_from(number).unwrap()];
    // SAFETY: a buffer of our own.
    let status = unsafe { tkg_instalments(amount(case.get("whole")), number, out.as_mut_ptr(), ptr::null_mut()) };
    parts(status, &out)
}

pub(crate) fn notation(case: &Case) -> Found {
    let (text, mut cents) = (case.get("text"), 0);
    let (notation, length) =
        (case.choice("notation", &["plain", "dutch", "either"]), i64::try_from(text.len()).unwrap());
    // SAFETY: a text and a place of our own.
    let status = unsafe { tkg_amount_parse(text.as_ptr().cast(), length, notation, &raw mut cents, ptr::null_mut()) };
    if status == TKG_OK { Ok(vec![("amount", shown(cents))]) } else { Err(status) }
}

pub(crate) fn table(case: &Case) -> Found {
    let rows: Vec<Vec<i64>> =
        case.get("cells").split(" / ").map(|row| row.split_whitespace().map(amount).collect()).collect();
    let (cells, height, width) = (rows.concat(), rows.len(), rows[0].len());
    let (row_totals, column_totals) = (case.given("row_totals"), case.given("column_totals"));
    let (mut out, mut sums) = (vec![0; cells.len()], (vec![0; height], vec![0; width], vec![0; 1]));
    // SAFETY: arrays and buffers of our own.
    let status = unsafe {
        tkg_table_round(
            cells.as_ptr(),
            count(&rows),
            count(&rows[0]),
            amount(case.get("unit")),
            start(row_totals.as_ref()),
            start(column_totals.as_ref()),
            out.as_mut_ptr(),
            count(&cells),
            sums.0.as_mut_ptr(),
            sums.1.as_mut_ptr(),
            sums.2.as_mut_ptr(),
            ptr::null_mut(),
        )
    };
    parts(status, &[out, sums.0, sums.1, sums.2].concat())
}

/// Runs one budget through a waterfall that was made, and frees it.
fn run_through(made: tkg_status, waterfall: *mut tkg_waterfall, budget: i64, lines: usize) -> Found {
    if made != TKG_OK {
        return Err(made);
    }
    let mut out = vec![0; lines];
    // SAFETY: a handle, an array and a buffer of our own.
    let status = unsafe {
        let (cap, none) = (count(&out), ptr::null_mut());
        let status = tkg_waterfall_columns_i64(
            waterfall,
            &raw const budget,
            1,
            out.as_mut_ptr(),
            cap,
            none,
            ptr::null(),
            ptr::null_mut(),
        );
        tkg_waterfall_free(waterfall);
        status
    };
    parts(status, &out)
}

/// `voorliggend=3%; zorg=rest`, as the head of the file says.
pub(crate) fn waterfall(case: &Case) -> Found {
    let texts: Vec<&str> = case.get("lines").split("; ").collect();
    let names: Vec<&str> =
        texts.iter().map(|text| text.split('=').next().unwrap().trim_start_matches("(memo)")).collect();
    let lines: Vec<tkg_line> = texts.iter().map(|text| line(text, &names)).collect();
    let mut made = ptr::null_mut();
    // SAFETY: lines of our own, whose names live as long as the case.
    let status = unsafe { tkg_waterfall_new(1, lines.as_ptr(), count(&lines), 1, 0, &raw mut made, ptr::null_mut()) };
    run_through(status, made, amount(case.get("base")), lines.len())
}

fn line(text: &str, names: &[&str]) -> tkg_line {
    let (name, rule) = text.split_once('=').unwrap();
    let (rule, floor) = rule.split_once(">=").map_or((rule, TKG_MISSING), |(rule, floor)| (rule, amount(floor)));
    let (rule, ceiling) = rule.split_once("<=").map_or((rule, TKG_MISSING), |(rule, most)| (rule, amount(most)));
    let role = if name.starts_with("(memo)") { TKG_ROLE_MEMO } else { TKG_ROLE_PART };
    let name = name.trim_start_matches("(memo)");
    let (kind, base, percent, fixed) = match rule.split_once('%') {
        Some((share, "")) => (TKG_RULE_SHARE, TKG_BASE_WHOLE, share, 0),
        Some((share, "-of-rest")) => (TKG_RULE_SHARE_OF_REST, TKG_BASE_WHOLE, share, 0),
        Some((share, of)) => (TKG_RULE_SHARE, number_of(of.strip_prefix("-of:").unwrap(), names), share, 0),
        None if rule == "rest" => (TKG_RULE_RESIDUAL, TKG_BASE_WHOLE, "0", 0),
        None => (TKG_RULE_FIXED, TKG_BASE_WHOLE, "0", amount(rule)),
    };
    tkg_line {
        struct_size: u32::try_from(size_of::<tkg_line>()).unwrap(),
        rule: kind,
        role,
        base,
        percent: decimal(percent),
        fixed,
        floor,
        ceiling,
        name_length: i64::try_from(name.len()).unwrap(),
        name: name.as_ptr().cast(),
    }
}

/// The position of a line; one that there is not is a position beyond all.
fn number_of(name: &str, names: &[&str]) -> i32 {
    if names.contains(&name) { number(name, names) } else { 1000 }
}

/// The printed percentages of Groningen: the cut, the lines and the residual.
fn groningen(year: &str) -> Option<(Option<tkg_decimal>, [tkg_decimal; 3], tkg_decimal)> {
    let (cut, lines, residual) = match year {
        "2015" => (None, ["3", "3", "10"], "84"),
        "2016" => (Some("8.5"), ["2.5", "2.5", "10"], "80"),
        "2017" => (Some("12.5"), ["2.5", "2.5", "10"], "76"),
        _ => return None,
    };
    Some((cut.map(decimal), lines.map(decimal), decimal(residual)))
}

pub(crate) fn rta(case: &Case) -> Found {
    let Some((cut, lines, residual)) = groningen(case.get("year")) else { return Ok(vec![]) };
    let (in_base, unit, mut made) = (decimal("3.5"), decimal("1"), ptr::null_mut());
    let reading = case.choice("reading", &["cumulative-points", "literal", "compounding"]);
    // SAFETY: numbers and places of our own.
    let status = unsafe {
        tkg_waterfall_new_rta(
            1,
            case.get("year").parse().unwrap(),
            reading,
            cut.as_ref().map_or(ptr::null(), ptr::from_ref),
            &raw const in_base,
            lines.as_ptr(),
            3,
            &raw const residual,
            &raw const unit,
            &raw mut made,
            ptr::null_mut(),
        )
    };
    let count = if cut.is_some() { 5 } else { 4 };
    let found = run_through(status, made, amount(case.get("whole")), count)?;
    // In C a year without a cut has no line for it; the corpus shows that line with nothing in it.
    let without_cut = cut.is_none().then(|| vec![("parts", format!("{} {}", joined(&[0]), found[0].1))]);
    Ok(without_cut.unwrap_or(found))
}
