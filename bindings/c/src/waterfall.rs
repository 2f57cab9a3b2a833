//! Waterfalls: budgets that run through ordered lines, and the years of an RTA, as columns.

use crate::batch::Batch;
use crate::decimal::tkg_decimal;
use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::input::{self, choice, same_size};
use crate::outcome::{TKG_ROLE_MEMO, TKG_ROLE_PART};
use crate::plan::{known_rules, tie_rule};
use crate::record::tkg_error;
use crate::run::tkg_run;
use crate::status::tkg_status;
use crate::view::{self, Input, Place};
use core::ffi::c_char;
use taakgericht::budget::rta::{Cut, CutReading, PrintedLine, Residual, Schedule};
use taakgericht::budget::waterfall::{Base, Line, PreparedWaterfall, Role, Rule, Waterfall};
use taakgericht::exact::{Amount, Percent};
use taakgericht::period::Year;

/// Rules, for tkg_line.rule. A percentage of the whole budget, or of an earlier line (Dutch: percentage van de
/// grondslag).
pub const TKG_RULE_SHARE: i32 = 0;
/// A percentage of what the parts before it have left (Dutch: percentage van het restant).
pub const TKG_RULE_SHARE_OF_REST: i32 = 1;
/// The same amount whatever the budget is (Dutch: vast bedrag).
pub const TKG_RULE_FIXED: i32 = 2;
/// All that the parts before it have left (Dutch: restpost).
pub const TKG_RULE_RESIDUAL: i32 = 3;

/// The base of a line that takes a share of the whole budget.
pub const TKG_BASE_WHOLE: i32 = -1;

/// Readings of the State's cut. Percentage points that include the cut that the base already lacks: 8.5% - 3.5% is
/// 5% of the base.
pub const TKG_READING_CUMULATIVE_POINTS: i32 = 0;
/// The printed percentage of the base, as if it lacked no cut yet: 8.5%.
pub const TKG_READING_LITERAL: i32 = 1;
/// Percentages of the budget without cuts, so that 1 - (1 - 8.5%) / (1 - 3.5%) of the base goes.
pub const TKG_READING_COMPOUNDING: i32 = 2;

const ROLES: [(i32, Role); 2] = [(TKG_ROLE_PART, Role::Part), (TKG_ROLE_MEMO, Role::Memo)];

const RULES: [(i32, i32); 4] = [
    (TKG_RULE_SHARE, TKG_RULE_SHARE),
    (TKG_RULE_SHARE_OF_REST, TKG_RULE_SHARE_OF_REST),
    (TKG_RULE_FIXED, TKG_RULE_FIXED),
    (TKG_RULE_RESIDUAL, TKG_RULE_RESIDUAL),
];

const READINGS: [(i32, CutReading); 3] = [
    (TKG_READING_CUMULATIVE_POINTS, CutReading::CumulativePoints),
    (TKG_READING_LITERAL, CutReading::Literal),
    (TKG_READING_COMPOUNDING, CutReading::Compounding),
];

/// A line of a waterfall. Set every part; what its rule does not use is not read. Borrowed during the call. Since
/// 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_line {
    /// sizeof(tkg_line).
    pub struct_size: u32,
    /// One of TKG_RULE_...
    pub rule: i32,
    /// TKG_ROLE_PART, or TKG_ROLE_MEMO for a line that is shown and never added.
    pub role: i32,
    /// For TKG_RULE_SHARE: TKG_BASE_WHOLE, or the position of an earlier line.
    pub base: i32,
    /// For TKG_RULE_SHARE and TKG_RULE_SHARE_OF_REST: 8.5 for 8.5%.
    pub percent: tkg_decimal,
    /// For TKG_RULE_FIXED: the amount in cents.
    pub fixed: i64,
    /// The least that it takes, in cents; TKG_MISSING for no least.
    pub floor: i64,
    /// The most that it takes, in cents; TKG_MISSING for no most.
    pub ceiling: i64,
    /// How long the name is, in bytes; -1 when a NUL ends it.
    pub name_length: i64,
    /// What it is called; every line has its own name.
    pub name: *const c_char,
}

const _: () = {
    assert!(core::mem::offset_of!(tkg_line, fixed) == 32);
    assert!(core::mem::offset_of!(tkg_line, name) == 64);
};

/// Lines that a budget runs through, proved. It does not change, so any number of threads may use it at once. Free
/// it with tkg_waterfall_free.
#[derive(Debug)]
pub struct tkg_waterfall(PreparedWaterfall);

impl Handle for tkg_waterfall {
    const NAME: &'static str = "tkg_waterfall";
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_waterfall>();
};

/// Makes a waterfall (Dutch: trap) from `count` lines; parts are placed in multiples of `unit` cents, 1 for cents,
/// and a tie for the last goes by `tie_rule`.
///
/// `out` may not be NULL; `lines` not unless `count` is 0. A share lies between 0% and 100%; there is at most one
/// residual, which is the last part; parts that are all shares of the whole use it up. TKG_E_WATERFALL when the
/// lines do not make one; TKG_E_MEMO for a part that is a share of a memo; TKG_E_UNKNOWN_NAME for a base that is no
/// earlier line; TKG_E_DUPLICATE for a name that stands there twice; TKG_E_OUT_OF_RANGE; TKG_E_BOUNDS; TKG_E_UNIT;
/// TKG_E_MISSING; TKG_E_OVERFLOW; TKG_E_ARGUMENT, with the item, for a choice or a number that there is not;
/// TKG_E_ABI for a struct_size; TKG_E_STATE for rules that there are not. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_waterfall_new(
    rules_version: u32,
    lines: *const tkg_line,
    count: i64,
    unit: i64,
    tie_rule: i32,
    out: *mut *mut tkg_waterfall,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        // SAFETY: the lines of the caller, and what they point at.
        let lines = unsafe { lines_of(lines, view::count("count", count)?) }?;
        let waterfall = Waterfall::new(lines)?.tie(self::tie_rule("tie_rule", tie_rule)?);
        Ok(tkg_waterfall(waterfall.unit(view::amount("unit", unit)?)?.prepare()?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Makes the waterfall of one year of an RTA schedule: the State's cut (Dutch: korting) if there is one, the lines,
/// and the residual that gets what these leave. All are percentages, 8.5 for 8.5%; they are shares of the base-year
/// budget.
///
/// `cut` is NULL for a year without a cut; otherwise `reading`, one of TKG_READING_..., says how it is read, and
/// `in_base` is the cut that the base-year budget already lacks. `residual` is as printed, and `residual_unit` what
/// it was printed in, such as 1. Only `cut` and, without a cut, `in_base` may be NULL; `lines` also when `count` is
/// 0. `year` stands in messages. A cent over goes to the earlier line. TKG_E_SCHEDULE_SUM when they do not add up to
/// 100%, with the reading that would; TKG_E_OUT_OF_RANGE, also for a year outside 1900 to 2199; TKG_E_UNIT for a
/// residual that is no multiple of its unit; TKG_E_ARGUMENT; TKG_E_STATE for rules that there are not. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_waterfall_new_rta(
    rules_version: u32,
    year: i32,
    reading: i32,
    cut: *const tkg_decimal,
    in_base: *const tkg_decimal,
    lines: *const tkg_decimal,
    count: i64,
    residual: *const tkg_decimal,
    residual_unit: *const tkg_decimal,
    out: *mut *mut tkg_waterfall,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        let (year, reading) = (Year::new(i64::from(year))?, choice("reading", reading, &READINGS)?);
        // SAFETY: what the caller points at.
        let percent = |name: &str, from: *const tkg_decimal| percent(name, unsafe { view::pointed(name, from) }?);
        let line =
            |name: &str, percent: Percent| PrintedLine { name: name.to_owned(), percents: vec![(year, percent)] };
        let cut = if cut.is_null() {
            None
        } else {
            Some(Cut { line: line("cut", percent("cut", cut)?), in_base: percent("in_base", in_base)? })
        };
        let residual = line("residual", percent("residual", residual)?);
        let residual = Residual { line: residual, unit: percent("residual_unit", residual_unit)? };
        // SAFETY: the array of the caller.
        let lines = unsafe { Input::kept("lines", lines, view::count("count", count)?)?.slice() };
        let line_of = |(item, share): (usize, &tkg_decimal)| {
            let percent = self::percent("lines", share).map_err(|failure| failure.at_item(item))?;
            Ok(line(&format!("line {item}"), percent))
        };
        let lines = lines.iter().enumerate().map(line_of).collect::<Result<Vec<_>, Failure>>()?;
        let schedule = Schedule::new("rta", "the caller", cut, lines, residual)?;
        Ok(tkg_waterfall(schedule.year(year, reading)?.waterfall()?.prepare()?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// How many lines a waterfall has, memo lines too. No pointer may be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_waterfall_count(
    waterfall: *const tkg_waterfall,
    count: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let count = Place::new("count", count)?;
        // SAFETY: the handle of the caller.
        let lines = view::count_for_c(unsafe { handle::borrow("waterfall", waterfall) }?.0.waterfall().lines().len())?;
        // SAFETY: the place of the caller.
        unsafe { count.write(lines) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Runs a column of budgets, one for each municipality, through the lines, into columns: out[line * rows + row].
///
/// `rows` budgets give rows * lines amounts, which have to fit in `cap`; the parts of a row add up to its budget,
/// and memo lines stand beside them. NULL rules, `row_status` and `run` as for tkg_allocate_columns_i64.
/// TKG_E_WATERFALL when a budget is not used up; TKG_E_BOUNDS for a residual out of its bounds; TKG_E_MISSING;
/// TKG_E_UNIT; TKG_E_TIE; TKG_E_OVERFLOW; TKG_E_BUFFER; TKG_E_CANCELLED. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_waterfall_columns_i64(
    waterfall: *const tkg_waterfall,
    budgets: *const i64,
    rows: i64,
    out: *mut i64,
    cap: i64,
    row_status: *mut i32,
    run: *const tkg_run,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let waterfall = &unsafe { handle::borrow("waterfall", waterfall) }?.0;
        // SAFETY: the buffers of the caller.
        let batch =
            unsafe { Batch::new(waterfall.waterfall().lines().len(), budgets, rows, out, cap, row_status, run) }?;
        batch.into_columns(|budgets, columns| {
            waterfall.apply_columns(budgets, columns).map_err(Failure::of_only_row)?;
            // A share of a budget that is not missing is no number that means that either.
            let can_be_missing = !waterfall.has_plain_shares();
            columns.iter().filter(|_| can_be_missing).try_for_each(|column| view::fits(column))
        })
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a waterfall; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_waterfall_free(waterfall: *mut tkg_waterfall) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(waterfall) };
}

fn percent(name: &str, number: &tkg_decimal) -> Result<Percent, Failure> {
    Ok(Percent::new(number.number(name)?).map_err(|error| error.within(name))?)
}

/// The lines of the caller.
///
/// # Safety
/// The caller of the library lets us read so many lines, and what they point at.
unsafe fn lines_of(lines: *const tkg_line, count: usize) -> Result<Vec<Line>, Failure> {
    // SAFETY: as the caller promises.
    let lines = unsafe { Input::sized("lines", lines, count)?.slice() };
    let mut read: Vec<Line> = Vec::new();
    for (item, line) in lines.iter().enumerate() {
        // SAFETY: as the caller promises.
        let line = unsafe { line_of(line, &read) };
        read.push(line.map_err(|failure| failure.at_item(item))?);
    }
    Ok(read)
}

/// One line; `earlier` are those before it.
///
/// # Safety
/// As for [`lines_of`].
unsafe fn line_of(line: &tkg_line, earlier: &[Line]) -> Result<Line, Failure> {
    same_size::<tkg_line>("lines", line.struct_size)?;
    // SAFETY: as the caller promises.
    let name = unsafe { input::text("lines.name", line.name, line.name_length) }?.to_owned();
    let role = choice("lines.role", line.role, &ROLES)?;
    let bound = |cents: i64| Some(cents).filter(|&cents| cents != i64::MIN).map(Amount::from_cents);
    let rule = match choice("lines.rule", line.rule, &RULES)? {
        TKG_RULE_SHARE => Rule::ShareOf(base(line.base, earlier)?, percent("lines.percent", &line.percent)?.ratio()),
        TKG_RULE_SHARE_OF_REST => Rule::ShareOfRest(percent("lines.percent", &line.percent)?.ratio()),
        TKG_RULE_FIXED => Rule::Fixed(view::amount("lines.fixed", line.fixed)?),
        _ => Rule::Residual,
    };
    Ok(Line { name, role, rule, floor: bound(line.floor), ceiling: bound(line.ceiling) })
}

/// The whole, or the earlier line at a position.
fn base(position: i32, earlier: &[Line]) -> Result<Base, Failure> {
    if position == TKG_BASE_WHOLE {
        return Ok(Base::Whole);
    }
    let line = usize::try_from(position).ok().and_then(|position| earlier.get(position));
    let line = line.ok_or_else(|| {
        let expected = "TKG_BASE_WHOLE, or the position of an earlier line";
        Failure::of_data(taakgericht::Kind::UnknownName, "lines.base", &position.to_string(), expected)
    });
    Ok(Base::Line(line?.name.clone()))
}
