//! Which library this is, and whether the header is its own.

use crate::failure::Failure;
use crate::guard::guard;
use crate::record::tkg_error;
use crate::status::{TKG_E_ABI, tkg_status};
use core::ffi::c_char;
use taakgericht::scenario::RULES_VERSION;

/// The number of the ABI, and of the SONAME; it changes only when programs have to be compiled again.
pub const TKG_ABI_VERSION: u32 = 1;
/// The version of the library that this header came with: its first number.
pub const TKG_VERSION_MAJOR: u32 = 0;
/// Its second number.
pub const TKG_VERSION_MINOR: u32 = 1;
/// Its third number.
pub const TKG_VERSION_PATCH: u32 = 0;
/// The rules of this version, for tkg_split.rules_version. Results of one version of the rules never change.
pub const TKG_RULES_VERSION: u32 = 1;

/// The number of the ABI of the library that runs.
///
/// Any thread. Since 0.1.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn tkg_abi_version() -> u32 {
    TKG_ABI_VERSION
}

/// The version of the library that runs, "0.1.0".
///
/// ASCII, NUL-terminated, and static: never free it. Any thread. Since 0.1.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn tkg_version() -> *const c_char {
    const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    VERSION.as_ptr().cast()
}

/// The newest version of the rules that the library that runs carries out; it carries out the older ones too.
///
/// Any thread. Since 0.1.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn tkg_rules_version() -> u32 {
    RULES_VERSION
}

/// Whether the library that runs fits the header that a program was compiled with. Call it first:
/// tkg_check_abi(TKG_ABI_VERSION, TKG_VERSION_MINOR, &err).
///
/// TKG_E_ABI when the library is of another ABI, or is older than the header. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_check_abi(header_abi: u32, header_minor: u32, err: *mut tkg_error) -> tkg_status {
    // SAFETY: the record is the caller's, as the head of this crate says.
    unsafe { guard(err, || fits(header_abi, header_minor)) }
}

fn fits(abi: u32, minor: u32) -> Result<(), Failure> {
    if abi == TKG_ABI_VERSION && minor <= TKG_VERSION_MINOR {
        return Ok(());
    }
    let found = format!("a header of ABI {abi}, version {TKG_VERSION_MAJOR}.{minor}");
    let expected = format!("ABI {TKG_ABI_VERSION}, version {TKG_VERSION_MAJOR}.{TKG_VERSION_MINOR} or older");
    let advice = "Compile with the header that was installed with this library, or install a newer library.";
    Err(Failure::of_caller(TKG_E_ABI, "header", &found, &expected).advise(advice))
}

#[cfg(test)]
mod tests {
    use super::{TKG_RULES_VERSION, TKG_VERSION_MAJOR, TKG_VERSION_MINOR, TKG_VERSION_PATCH};

    #[test]
    fn the_macros_say_the_version_of_the_crate() {
        let macros = format!("{TKG_VERSION_MAJOR}.{TKG_VERSION_MINOR}.{TKG_VERSION_PATCH}");
        assert_eq!(macros, env!("CARGO_PKG_VERSION"));
        assert_eq!(TKG_RULES_VERSION, taakgericht::scenario::RULES_VERSION);
    }
}
