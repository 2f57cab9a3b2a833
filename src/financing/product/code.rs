//! Product codes.

use crate::error::{Error, Kind};
use alloc::format;
use core::fmt;

/// The code of a product: five letters or digits, of which the first two are its category.
///
/// Dutch: *productcode*, *productcategorie*. Source: `SOURCES.md#ijw`, code list JZ020.
///
/// ```
/// use taakgericht::financing::product::ProductCode;
/// let code = ProductCode::parse("45A04")?;
/// assert_eq!(code.category(), "45");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductCode([u8; 5]);

impl ProductCode {
    /// Reads a code.
    ///
    /// # Errors
    /// `Unreadable` when the text is no five capitals or digits that begin with two digits.
    pub fn parse(text: &str) -> Result<ProductCode, Error> {
        let allowed = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        let code = <[u8; 5]>::try_from(text.as_bytes()).ok().filter(|code| code.iter().all(allowed));
        let code = code.filter(|[first, second, ..]| first.is_ascii_digit() && second.is_ascii_digit());
        code.map(ProductCode).ok_or_else(|| {
            Error::new(Kind::Unreadable, format!("\"{}\"", text.escape_debug()), "a product code such as 45A04")
                .advise("A code is five capitals or digits; the first two are the digits of its category.")
        })
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).expect("capitals and digits are text")
    }

    /// The two digits of its category.
    #[must_use]
    pub fn category(&self) -> &str {
        &self.as_str()[..2]
    }
}

impl fmt::Display for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(feature = "serde")]
crate::exact::serial::as_text!(ProductCode, "45A04", ProductCode::parse);

#[cfg(test)]
mod tests {
    use super::ProductCode;
    use alloc::string::ToString;

    #[test]
    fn codes_are_five_capitals_or_digits() {
        for text in ["45A04", "50001", "43A12"] {
            assert_eq!(ProductCode::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "45A0", "45A044", "45a04", "A5A04", "45-04", "45A0é"] {
            let error = ProductCode::parse(text).unwrap_err().to_string();
            assert_eq!(
                error,
                alloc::format!(
                    "\"{text}\", expected a product code such as 45A04.\n  \
                     A code is five capitals or digits; the first two are the digits of its category."
                )
            );
        }
    }
}
