//! What kind of failure a status of data is, in a word.

use crate::status::{self, tkg_status};
use core::ffi::{CStr, c_char};

/// The word for each status of data: its own name in small letters.
const KINDS: [(tkg_status, &CStr); 24] = [
    (status::TKG_E_SYNTAX, c"syntax"),
    (status::TKG_E_UNKNOWN_KEY, c"unknown-key"),
    (status::TKG_E_MISSING, c"missing"),
    (status::TKG_E_DUPLICATE, c"duplicate"),
    (status::TKG_E_UNKNOWN_NAME, c"unknown-name"),
    (status::TKG_E_WRONG_TYPE, c"wrong-type"),
    (status::TKG_E_UNREADABLE, c"unreadable"),
    (status::TKG_E_AMBIGUOUS, c"ambiguous"),
    (status::TKG_E_OUT_OF_RANGE, c"out-of-range"),
    (status::TKG_E_LENGTH, c"length"),
    (status::TKG_E_NEGATIVE_WEIGHT, c"negative-weight"),
    (status::TKG_E_ZERO_WEIGHTS, c"zero-weights"),
    (status::TKG_E_KEY_SUM, c"key-sum"),
    (status::TKG_E_UNIT, c"unit"),
    (status::TKG_E_BOUNDS, c"bounds"),
    (status::TKG_E_TIE, c"tie"),
    (status::TKG_E_SCHEDULE_SUM, c"schedule-sum"),
    (status::TKG_E_WATERFALL, c"waterfall"),
    (status::TKG_E_MEMO, c"memo"),
    (status::TKG_E_TABLE_CONFLICT, c"table-conflict"),
    (status::TKG_E_OVERFLOW, c"overflow"),
    (status::TKG_E_INEXACT, c"inexact"),
    (status::TKG_E_DIVISION, c"division"),
    (status::TKG_E_POOL, c"pool"),
];

/// The kind of a status of data in a word, "key-sum" for TKG_E_KEY_SUM, as tkg_scenario_diagnose and the worked
/// examples of tests/corpus write it; "" for TKG_OK and for a status that is not about data.
///
/// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn tkg_status_kind(status: tkg_status) -> *const c_char {
    word(status).as_ptr()
}

fn word(status: tkg_status) -> &'static CStr {
    KINDS.iter().find(|(number, _)| *number == status).map_or(c"", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{KINDS, word};
    use crate::status::{TKG_E_CANCELLED, TKG_E_NULL, TKG_OK, of_kind};
    use taakgericht::Kind;

    #[test]
    fn every_kind_is_the_word_that_json_has_for_it() {
        for kind in Kind::ALL {
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(word(of_kind(kind)).to_str(), Ok(json.trim_matches('"')));
        }
        assert_eq!(KINDS.len(), Kind::ALL.len());
        assert!([TKG_OK, TKG_E_NULL, TKG_E_CANCELLED, 7].iter().all(|&status| word(status).is_empty()));
    }
}
