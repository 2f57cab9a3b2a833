//! Whether there is memory for what a call needs, before it needs it.

use crate::failure::Failure;
use crate::status::TKG_E_NOMEM;

/// The engine keeps at most so many bytes for each element of what it takes in: exact, placed, in order, in a table.
const BYTES_EACH: usize = 256;

/// Asks for the memory that the engine needs for so many elements, and gives it back. A Rust library that runs out of
/// memory ends the process; this ends the call.
pub(crate) fn for_elements(field: &str, count: usize) -> Result<(), Failure> {
    for_bytes(field, count, BYTES_EACH)
}

/// As [`for_elements`], where the engine keeps so many bytes for each.
pub(crate) fn for_bytes(field: &str, count: usize, each: usize) -> Result<(), Failure> {
    // What is this small is asked for and had by any program.
    if count < 4096 {
        return Ok(());
    }
    let bytes = count.checked_mul(each);
    let had = bytes.is_some_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok());
    if had { Ok(()) } else { Err(too_many(field, count)) }
}

fn too_many(field: &str, count: usize) -> Failure {
    Failure::of_caller(TKG_E_NOMEM, field, &format!("{count} elements"), "as many as there is memory for")
}

#[cfg(test)]
mod tests {
    use super::for_elements;
    use crate::status::TKG_E_NOMEM;

    #[test]
    #[cfg_attr(miri, ignore = "Miri ends where memory does")]
    fn what_does_not_fit_is_said_beforehand() {
        assert!(for_elements("weights", 100_000).is_ok());
        for count in [1 << 50, usize::MAX] {
            assert_eq!(for_elements("weights", count).unwrap_err().status(), TKG_E_NOMEM);
        }
    }
}
