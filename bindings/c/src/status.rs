//! The numbers that every call gives back.

use core::ffi::{CStr, c_char};
use taakgericht::Kind;

/// What a call gives back: TKG_OK, or why not. Take every other number as a failure, also one that is not here yet.
///
/// -1 to -19: a mistake in the calling program. -20 to -59: the data. -60 to -79: this run, on this machine.
pub type tkg_status = i32;

/// It was done.
pub const TKG_OK: i32 = 0;
/// A pointer that may not be NULL is.
pub const TKG_E_NULL: i32 = -1;
/// A negative length, a number that is no such choice, a misaligned pointer, buffers that overlap, a freed handle.
pub const TKG_E_ARGUMENT: i32 = -2;
/// The buffer is too short; nothing was written to it.
pub const TKG_E_BUFFER: i32 = -3;
/// This library does not have what was asked for, such as a version of the rules.
pub const TKG_E_STATE: i32 = -4;
/// The header is of another ABI than the library, or a struct_size is none of this ABI.
pub const TKG_E_ABI: i32 = -5;

/// The file is no well-formed TOML or CSV, or no UTF-8.
pub const TKG_E_SYNTAX: i32 = -20;
/// A key or column that the format does not know.
pub const TKG_E_UNKNOWN_KEY: i32 = -21;
/// A key, column, cell or amount that must be there is not (TKG_MISSING).
pub const TKG_E_MISSING: i32 = -22;
/// The same name, party or line stands there twice.
pub const TKG_E_DUPLICATE: i32 = -23;
/// A name that nothing carries.
pub const TKG_E_UNKNOWN_NAME: i32 = -24;
/// A value of another type or shape than the format asks for.
pub const TKG_E_WRONG_TYPE: i32 = -25;
/// Text that is no number, amount, percentage, year or code.
pub const TKG_E_UNREADABLE: i32 = -26;
/// Text that could mean two things, such as "1.234".
pub const TKG_E_AMBIGUOUS: i32 = -27;
/// A value outside the range that the rule allows.
pub const TKG_E_OUT_OF_RANGE: i32 = -28;
/// Columns that belong together differ in length.
pub const TKG_E_LENGTH: i32 = -29;
/// A weight below zero.
pub const TKG_E_NEGATIVE_WEIGHT: i32 = -30;
/// The weights add up to zero.
pub const TKG_E_ZERO_WEIGHTS: i32 = -31;
/// The entries of a key do not add up to what was stated, or are not those that were frozen.
pub const TKG_E_KEY_SUM: i32 = -32;
/// The whole is no multiple of the unit, or the unit is not above zero.
pub const TKG_E_UNIT: i32 = -33;
/// Floors and ceilings that no division can satisfy.
pub const TKG_E_BOUNDS: i32 = -34;
/// A tie that TKG_TIE_REFUSE leaves to a person.
pub const TKG_E_TIE: i32 = -35;
/// A schedule whose lines do not add up to 100%.
pub const TKG_E_SCHEDULE_SUM: i32 = -36;
/// A waterfall that does not use up its base, or whose lines refer to each other in a circle.
pub const TKG_E_WATERFALL: i32 = -37;
/// A memo column was added as if it were a part.
pub const TKG_E_MEMO: i32 = -38;
/// Prescribed totals that no rounded table can meet.
pub const TKG_E_TABLE_CONFLICT: i32 = -39;
/// The exact result does not fit.
pub const TKG_E_OVERFLOW: i32 = -40;
/// Digits would be lost.
pub const TKG_E_INEXACT: i32 = -41;
/// Parties of different municipal divisions were mixed.
pub const TKG_E_DIVISION: i32 = -42;
/// Pools that contradict each other.
pub const TKG_E_POOL: i32 = -43;

/// The run was cancelled by its token or by its progress function.
pub const TKG_E_CANCELLED: i32 = -60;
/// There is not as much memory as the call needs.
pub const TKG_E_NOMEM: i32 = -61;
/// A mistake in the library, caught before it could do harm: please report it.
pub const TKG_E_INTERNAL: i32 = -99;

/// Every status with its name.
pub(crate) const NAMES: [(tkg_status, &CStr); 33] = [
    (TKG_OK, c"TKG_OK"),
    (TKG_E_NULL, c"TKG_E_NULL"),
    (TKG_E_ARGUMENT, c"TKG_E_ARGUMENT"),
    (TKG_E_BUFFER, c"TKG_E_BUFFER"),
    (TKG_E_STATE, c"TKG_E_STATE"),
    (TKG_E_ABI, c"TKG_E_ABI"),
    (TKG_E_SYNTAX, c"TKG_E_SYNTAX"),
    (TKG_E_UNKNOWN_KEY, c"TKG_E_UNKNOWN_KEY"),
    (TKG_E_MISSING, c"TKG_E_MISSING"),
    (TKG_E_DUPLICATE, c"TKG_E_DUPLICATE"),
    (TKG_E_UNKNOWN_NAME, c"TKG_E_UNKNOWN_NAME"),
    (TKG_E_WRONG_TYPE, c"TKG_E_WRONG_TYPE"),
    (TKG_E_UNREADABLE, c"TKG_E_UNREADABLE"),
    (TKG_E_AMBIGUOUS, c"TKG_E_AMBIGUOUS"),
    (TKG_E_OUT_OF_RANGE, c"TKG_E_OUT_OF_RANGE"),
    (TKG_E_LENGTH, c"TKG_E_LENGTH"),
    (TKG_E_NEGATIVE_WEIGHT, c"TKG_E_NEGATIVE_WEIGHT"),
    (TKG_E_ZERO_WEIGHTS, c"TKG_E_ZERO_WEIGHTS"),
    (TKG_E_KEY_SUM, c"TKG_E_KEY_SUM"),
    (TKG_E_UNIT, c"TKG_E_UNIT"),
    (TKG_E_BOUNDS, c"TKG_E_BOUNDS"),
    (TKG_E_TIE, c"TKG_E_TIE"),
    (TKG_E_SCHEDULE_SUM, c"TKG_E_SCHEDULE_SUM"),
    (TKG_E_WATERFALL, c"TKG_E_WATERFALL"),
    (TKG_E_MEMO, c"TKG_E_MEMO"),
    (TKG_E_TABLE_CONFLICT, c"TKG_E_TABLE_CONFLICT"),
    (TKG_E_OVERFLOW, c"TKG_E_OVERFLOW"),
    (TKG_E_INEXACT, c"TKG_E_INEXACT"),
    (TKG_E_DIVISION, c"TKG_E_DIVISION"),
    (TKG_E_POOL, c"TKG_E_POOL"),
    (TKG_E_CANCELLED, c"TKG_E_CANCELLED"),
    (TKG_E_NOMEM, c"TKG_E_NOMEM"),
    (TKG_E_INTERNAL, c"TKG_E_INTERNAL"),
];

/// The status of an error of the engine: its own frozen number, below zero.
pub(crate) fn of_kind(kind: Kind) -> tkg_status {
    kind.number().saturating_neg()
}

/// The name of a status.
pub(crate) fn name(status: tkg_status) -> &'static CStr {
    NAMES.iter().find(|(number, _)| *number == status).map_or(c"unknown", |(_, name)| name)
}

/// The name of a status, "TKG_E_OVERFLOW"; "unknown" for a number that this library does not have.
///
/// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn tkg_status_name(status: tkg_status) -> *const c_char {
    name(status).as_ptr()
}

#[cfg(test)]
mod tests {
    use super::{NAMES, TKG_E_INTERNAL, name, of_kind};
    use taakgericht::Kind;

    /// `UnknownKey` becomes `TKG_E_UNKNOWN_KEY`.
    fn name_in_c(kind: Kind) -> String {
        let mut name = String::from("TKG_E");
        for letter in format!("{kind:?}").chars() {
            if letter.is_uppercase() {
                name.push('_');
            }
            name.extend(letter.to_uppercase());
        }
        name
    }

    #[test]
    fn every_kind_of_the_engine_has_its_own_status() {
        for kind in Kind::ALL {
            assert_eq!(name(of_kind(kind)).to_str(), Ok(name_in_c(kind).as_str()), "{kind:?}");
            assert!((-59..=-20).contains(&of_kind(kind)), "{kind:?} lies outside the range of data");
        }
    }

    #[test]
    fn every_status_stands_there_once() {
        let falling = NAMES.windows(2).all(|pair| pair[0].0 > pair[1].0);
        assert!(falling, "the statuses do not fall from TKG_OK to {TKG_E_INTERNAL}");
        assert_eq!(name(-1000), c"unknown");
    }
}
