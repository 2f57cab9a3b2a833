//! Texts and choices of the caller.

use crate::failure::Failure;
use crate::view::Input;
use core::ffi::{CStr, c_char};
use taakgericht::Kind;

/// The bytes of a text of `length` bytes, or up to its NUL when the length is -1.
///
/// # Safety
/// The caller of the library lets us read so many bytes, which nobody writes while `'a` lasts.
pub(crate) unsafe fn bytes<'a>(name: &str, start: *const c_char, length: i64) -> Result<&'a [u8], Failure> {
    if length != -1 {
        let length = usize::try_from(length)
            .map_err(|_| Failure::argument(name, &format!("a length of {length}"), "0 or more, or -1 before a NUL"))?;
        // SAFETY: as the caller promises.
        return Ok(unsafe { Input::new(name, start.cast::<u8>(), length)?.slice() });
    }
    if start.is_null() {
        return Err(Failure::null(name));
    }
    // SAFETY: not NULL; the caller says that there is a NUL.
    Ok(unsafe { CStr::from_ptr(start) }.to_bytes())
}

/// A short text: a number, a name.
///
/// # Safety
/// As for [`bytes`].
pub(crate) unsafe fn text<'a>(name: &str, start: *const c_char, length: i64) -> Result<&'a str, Failure> {
    // SAFETY: as the caller promises.
    let bytes = unsafe { bytes(name, start, length) }?;
    core::str::from_utf8(bytes)
        .map_err(|_| Failure::of_data(Kind::Unreadable, name, "bytes that are no UTF-8", "UTF-8 text"))
}

/// One of the choices that a number stands for.
pub(crate) fn choice<T: Copy>(name: &str, number: i32, choices: &[(i32, T)]) -> Result<T, Failure> {
    let chosen = choices.iter().find(|(each, _)| *each == number);
    chosen.map(|(_, choice)| *choice).ok_or_else(|| {
        let last = choices.iter().map(|(each, _)| *each).max().unwrap_or(0);
        Failure::argument(name, &number.to_string(), &format!("a number from 0 to {last}"))
    })
}

/// How large the caller thinks that a struct is: that of this ABI, which has not grown yet.
pub(crate) fn same_size<T>(name: &str, size: u32) -> Result<(), Failure> {
    if usize::try_from(size).is_ok_and(|size| size == size_of::<T>()) {
        return Ok(());
    }
    let expected = format!("{}, its sizeof", size_of::<T>());
    Err(Failure::of_caller(crate::status::TKG_E_ABI, name, &format!("a struct_size of {size}"), &expected))
}

#[cfg(test)]
mod tests {
    use super::{choice, same_size, text};

    fn read(from: &[u8], length: i64) -> Result<&str, String> {
        // SAFETY: each text is as long as is said, or has a NUL.
        let text = unsafe { text("text", from.as_ptr().cast(), length) };
        text.map_err(|failure| failure.message().to_owned())
    }

    #[test]
    fn a_text_ends_where_it_says_or_at_its_nul() {
        assert_eq!(read(b"12\x0034\0", -1), Ok("12"));
        assert_eq!(read(b"12\x0034\0", 1), Ok("1"));
        assert_eq!(read(b"12", 0), Ok(""));
        assert_eq!(read(b"12", -2), Err("text: a length of -2, expected 0 or more, or -1 before a NUL.".into()));
        assert_eq!(read(b"S\xfa", 2), Err("text: bytes that are no UTF-8, expected UTF-8 text.".into()));
    }

    #[test]
    fn a_choice_is_one_that_there_is() {
        let choices = [(0, 'a'), (1, 'b')];
        assert_eq!(choice("tie", 1, &choices).ok(), Some('b'));
        assert_eq!(choice("tie", -1, &choices).unwrap_err().message(), "tie: -1, expected a number from 0 to 1.");
        assert_eq!(
            same_size::<u64>("run", 4).unwrap_err().message(),
            "run: a struct_size of 4, expected 8, its sizeof."
        );
    }
}
