//! Plans: how something is divided, and by which weights.

use crate::decimal::tkg_decimal;
use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::input::choice;
use crate::record::tkg_error;
use crate::status::{TKG_E_STATE, tkg_status};
use crate::version::TKG_RULES_VERSION;
use crate::view::{self, Input, Place};
use taakgericht::exact::{Amount, Bounds, Divider, Method, Scratch, Split, TieRule, Weights};
use taakgericht::key::KeyDivider;

/// Methods, for tkg_split.method. The units left over go to the largest remainders (Hamilton; Dutch: grootste
/// resten).
pub const TKG_METHOD_LARGEST_REMAINDER: i32 = 0;
/// Every running total is rounded, a half up; a part is the difference of two. Goes by the order of the weights.
pub const TKG_METHOD_CUMULATIVE: i32 = 1;
/// Everyone gets the whole units of the exact share; the first with a weight takes the rest.
pub const TKG_METHOD_FIRST_TAKES_REST: i32 = 2;
/// As before; the last with a weight takes the rest (Dutch: sluitpost).
pub const TKG_METHOD_LAST_TAKES_REST: i32 = 3;
/// The divisor method that rounds at the half (Webster, Sainte-Lague).
pub const TKG_METHOD_WEBSTER: i32 = 4;
/// The divisor method that rounds down (Jefferson, D'Hondt).
pub const TKG_METHOD_JEFFERSON: i32 = 5;
/// The divisor method that rounds up (Adams).
pub const TKG_METHOD_ADAMS: i32 = 6;
/// The divisor method that rounds at the geometric mean (Huntington-Hill).
pub const TKG_METHOD_HUNTINGTON_HILL: i32 = 7;

/// Tie rules: who gets the last units where claims are equal. In the order of the weights.
pub const TKG_TIE_FIRST: i32 = 0;
/// The last of those who tie.
pub const TKG_TIE_LAST: i32 = 1;
/// The one with the largest weight; of equal weights, the first.
pub const TKG_TIE_LARGEST_WEIGHT: i32 = 2;
/// Nobody: the tie is TKG_E_TIE, for a person to decide.
pub const TKG_TIE_REFUSE: i32 = 3;

const METHODS: [(i32, Method); 8] = [
    (TKG_METHOD_LARGEST_REMAINDER, Method::LargestRemainder),
    (TKG_METHOD_CUMULATIVE, Method::Cumulative),
    (TKG_METHOD_FIRST_TAKES_REST, Method::FirstTakesRest),
    (TKG_METHOD_LAST_TAKES_REST, Method::LastTakesRest),
    (TKG_METHOD_WEBSTER, Method::Webster),
    (TKG_METHOD_JEFFERSON, Method::Jefferson),
    (TKG_METHOD_ADAMS, Method::Adams),
    (TKG_METHOD_HUNTINGTON_HILL, Method::HuntingtonHill),
];

const TIE_RULES: [(i32, TieRule); 4] = [
    (TKG_TIE_FIRST, TieRule::First),
    (TKG_TIE_LAST, TieRule::Last),
    (TKG_TIE_LARGEST_WEIGHT, TieRule::LargestWeight),
    (TKG_TIE_REFUSE, TieRule::Refuse),
];

/// How something is divided. Set every part; nothing is taken for granted. Plain data: copy it freely. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_split {
    /// sizeof(tkg_split).
    pub struct_size: u32,
    /// TKG_RULES_VERSION, or an older version whose results are wanted; TKG_E_STATE for one that there is not.
    pub rules_version: u32,
    /// One of TKG_METHOD_...
    pub method: i32,
    /// One of TKG_TIE_...
    pub tie_rule: i32,
    /// In cents: parts are multiples of it, and what is divided has to be one. 1 for cents.
    pub unit: i64,
}

const _: () = assert!(size_of::<tkg_split>() == 24 && core::mem::offset_of!(tkg_split, unit) == 16);

impl tkg_split {
    /// How the caller divides, as the engine knows it.
    ///
    /// # Safety
    /// As for [`view::sized`].
    pub(crate) unsafe fn at(split: *const tkg_split) -> Result<Split, Failure> {
        // SAFETY: as the caller promises.
        unsafe { view::sized("split", split) }?.read()
    }

    fn read(&self) -> Result<Split, Failure> {
        known_rules("split", self.rules_version)?;
        let method = choice("split.method", self.method, &METHODS)?;
        let tie = tie_rule("split.tie_rule", self.tie_rule)?;
        let unit = view::amount("split.unit", self.unit)?;
        Ok(Split::new(method).tie(tie).unit(unit).map_err(|error| error.within("split"))?)
    }
}

/// The tie rule of a number.
pub(crate) fn tie_rule(name: &str, number: i32) -> Result<TieRule, Failure> {
    choice(name, number, &TIE_RULES)
}

/// Whether the library has these rules.
pub(crate) fn known_rules(name: &str, version: u32) -> Result<(), Failure> {
    if (1..=TKG_RULES_VERSION).contains(&version) {
        return Ok(());
    }
    let expected = format!("1 to {TKG_RULES_VERSION} (TKG_RULES_VERSION)");
    Err(Failure::of_caller(TKG_E_STATE, name, &format!("rules_version {version}"), &expected))
}

/// Weights made ready for many divisions. It does not change, so any number of threads may use it at once. Free it
/// with tkg_plan_free.
#[derive(Debug)]
pub struct tkg_plan(By);

/// By what the parties of a plan are told apart.
#[derive(Debug)]
enum By {
    Position(Divider),
    Id(KeyDivider<String>),
}

impl Handle for tkg_plan {
    const NAME: &'static str = "tkg_plan";
}

/// The parts of an amount have its sign and add up to it, so none is smaller than it: no part is a number that C would
/// read as missing.
impl tkg_plan {
    fn by_position(divider: Divider) -> tkg_plan {
        tkg_plan(By::Position(divider))
    }

    pub(crate) fn by_id(divider: KeyDivider<String>) -> tkg_plan {
        tkg_plan(By::Id(divider))
    }

    /// Divides one amount.
    pub(crate) fn divide(&self, amount: Amount, parts: &mut [Amount]) -> Result<(), Failure> {
        match &self.0 {
            By::Position(divider) => Ok(divider.divide_into(amount, parts, &mut Scratch::default())?),
            By::Id(divider) => divider.divide_rows(&[amount], parts).map_err(Failure::of_only_row),
        }
    }

    /// Divides one amount within bounds.
    pub(crate) fn divide_bounded(&self, amount: Amount, bounds: &[Bounds]) -> Result<Vec<Amount>, Failure> {
        let parts = match &self.0 {
            By::Position(divider) => divider.split().divide_bounded(amount, divider.weights(), bounds),
            By::Id(divider) => divider.divide_bounded(amount, bounds),
        };
        Ok(parts?)
    }

    /// Divides rows into columns.
    pub(crate) fn divide_columns(&self, amounts: &[Amount], parts: &mut [&mut [Amount]]) -> Result<(), Failure> {
        let divided = match &self.0 {
            By::Position(divider) => divider.divide_columns(amounts, parts),
            By::Id(divider) => divider.divide_columns(amounts, parts),
        };
        divided.map_err(Failure::of_only_row)
    }

    /// Divides rows; the parts of each stand together.
    pub(crate) fn divide_rows(&self, amounts: &[Amount], parts: &mut [Amount]) -> Result<(), Failure> {
        let divided = match &self.0 {
            By::Position(divider) => divider.divide_rows(amounts, parts),
            By::Id(divider) => divider.divide_rows(amounts, parts),
        };
        divided.map_err(Failure::of_only_row)
    }

    pub(crate) fn count(&self) -> usize {
        match &self.0 {
            By::Position(divider) => divider.weights().len(),
            By::Id(divider) => divider.rows().len(),
        }
    }
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_plan>();
};

/// Weights that are whole numbers, none of which is missing.
pub(crate) fn whole_weights(numbers: &[i64]) -> Result<Weights, Failure> {
    view::all_there("weights", numbers)?;
    Ok(Weights::from_integers(numbers).map_err(|error| error.within("weights"))?)
}

/// Makes a plan from `count` weights that are whole numbers, such as inhabitants.
///
/// `split` and `out` may not be NULL; `weights` not unless `count` is 0. They are copied. TKG_E_NEGATIVE_WEIGHT
/// with the item; TKG_E_ZERO_WEIGHTS; TKG_E_MISSING for a weight of TKG_MISSING; TKG_E_UNIT; TKG_E_STATE for rules
/// that there are not; TKG_E_ARGUMENT for a method or a tie rule that there is not; TKG_E_ABI for its struct_size;
/// TKG_E_OVERFLOW when TKG_METHOD_HUNTINGTON_HILL gets weights of more than 62 bits; TKG_E_NOMEM. Any thread. Since
/// 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_plan_new(
    split: *const tkg_split,
    weights: *const i64,
    count: i64,
    out: *mut *mut tkg_plan,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let split = unsafe { tkg_split::at(split) }?;
        // SAFETY: the array of the caller.
        let weights = unsafe { Input::kept("weights", weights, view::count("count", count)?)?.slice() };
        Ok(tkg_plan::by_position(split.prepare(&whole_weights(weights)?)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Makes a plan from `count` weights that are decimal numbers, such as percentages.
///
/// As tkg_plan_new; TKG_E_ARGUMENT, with the item, for a weight that is no number. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_plan_new_decimal(
    split: *const tkg_split,
    weights: *const tkg_decimal,
    count: i64,
    out: *mut *mut tkg_plan,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: what the caller points at.
        let split = unsafe { tkg_split::at(split) }?;
        // SAFETY: the array of the caller.
        let weights = unsafe { Input::kept("weights", weights, view::count("count", count)?)?.slice() };
        let number =
            |(item, weight): (usize, &tkg_decimal)| weight.number("weights").map_err(|failure| failure.at_item(item));
        let weights = weights.iter().enumerate().map(number).collect::<Result<Vec<_>, Failure>>()?;
        let weights = Weights::from_decimals(&weights).map_err(|error| error.within("weights"))?;
        Ok(tkg_plan::by_position(split.prepare(&weights)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// How many weights a plan has, and so how many parts. None may be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_plan_count(plan: *const tkg_plan, count: *mut i64, err: *mut tkg_error) -> tkg_status {
    let body = || {
        let count = Place::new("count", count)?;
        // SAFETY: the handle of the caller.
        let parts = view::count_for_c(unsafe { handle::borrow("plan", plan) }?.count())?;
        // SAFETY: the place of the caller.
        unsafe { count.write(parts) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Frees a plan; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_plan_free(plan: *mut tkg_plan) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(plan) };
}

#[cfg(test)]
mod tests {
    use super::{METHODS, TIE_RULES, tkg_split};
    use crate::status::{TKG_E_ARGUMENT, TKG_E_STATE, TKG_E_UNIT};
    use taakgericht::exact::{Method, Split, TieRule};

    const CENTS: tkg_split = tkg_split { struct_size: 24, rules_version: 1, method: 0, tie_rule: 0, unit: 1 };

    #[test]
    fn every_choice_of_the_engine_has_its_number() {
        assert_eq!(METHODS.map(|(_, method)| method), Method::ALL);
        assert_eq!(TIE_RULES.map(|(_, rule)| rule), TieRule::ALL);
        assert_eq!(METHODS.map(|(number, _)| number), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(TIE_RULES.map(|(number, _)| number), [0, 1, 2, 3]);
    }

    #[test]
    fn a_split_says_everything() {
        assert_eq!(CENTS.read().ok(), Some(Split::default()));
        let wrong = [
            (
                tkg_split { rules_version: 0, ..CENTS },
                TKG_E_STATE,
                "split: rules_version 0, expected 1 to 1 (TKG_RULES_VERSION).",
            ),
            (tkg_split { method: 8, ..CENTS }, TKG_E_ARGUMENT, "split.method: 8, expected a number from 0 to 7."),
            (tkg_split { tie_rule: -1, ..CENTS }, TKG_E_ARGUMENT, "split.tie_rule: -1, expected a number from 0 to 3."),
            (tkg_split { unit: 0, ..CENTS }, TKG_E_UNIT, "split: a unit of 0.00, expected a unit of at least 0.01."),
        ];
        for (split, status, text) in wrong {
            let failure = split.read().unwrap_err();
            assert_eq!((failure.status(), failure.message()), (status, text));
        }
    }
}
