//! How exact figures are written: plainly for machines and errors, with separators for people.

use super::table::Quantity;
use crate::Language;
use crate::error::Error;
use crate::exact::{Mode, Ratio, decimal};
use alloc::format;
use alloc::string::{String, ToString};

/// `1104641.5`, or a fraction where the decimals do not end: `6491137/388`.
pub(super) fn plain(number: Ratio) -> String {
    match decimal::from_ratio(number) {
        Ok(decimal) => decimal.to_string(),
        Err(_) => number.to_string(),
    }
}

/// Exact figures travel as text, never as binary floats.
#[cfg(feature = "serde")]
pub(super) fn serialize<S: serde::Serializer>(number: &Ratio, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&plain(*number))
}

/// A figure for a reader: `1,104,641.5` or `1.104.641,5`, a share as `84.5%`; `…` where digits were left off.
///
/// At most four decimals are shown, and none is rounded; for text that is read again, serialise the figure itself.
#[must_use]
pub fn shown(number: Ratio, quantity: Quantity, language: Language) -> String {
    let (factor, sign) = match quantity {
        Quantity::Share => (Ratio::integer(100), "%"),
        Quantity::Amount | Quantity::Count => (Ratio::ONE, ""),
    };
    let digits = number.checked_mul(factor).and_then(digits);
    match digits {
        Ok(digits) => format!("{}{sign}", grouped(&digits, language)),
        // Beyond 28 digits: the fraction is long, but it is exact.
        Err(_) => plain(number),
    }
}

/// At most four decimals. Digits are cut off rather than rounded, and the ellipsis says so.
fn digits(number: Ratio) -> Result<String, Error> {
    let ten_thousand = Ratio::integer(10_000);
    let kept = Ratio::new(Mode::Down.round(number.checked_mul(ten_thousand)?)?, 10_000)?;
    let ellipsis = if kept == number { "" } else { "…" };
    Ok(format!("{}{ellipsis}", decimal::from_ratio(kept)?))
}

fn grouped(digits: &str, language: Language) -> String {
    let (thousands, point) = match language {
        Language::En => (',', '.'),
        Language::Nl => ('.', ','),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::new();
    let places = (0..whole.len()).rev();
    for (digit, places_after) in whole.chars().zip(places) {
        text.push(digit);
        if digit.is_ascii_digit() && places_after > 0 && places_after.is_multiple_of(3) {
            text.push(thousands);
        }
    }
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{plain, shown};
    use crate::Language::{En, Nl};
    use crate::budget::reconcile::Quantity::{Amount, Count, Share};
    use crate::exact::Ratio;

    #[test]
    fn figures_are_written_for_people_in_their_own_notation() {
        let cases = [
            (Ratio::new(11_046_415, 10), Amount, "1,104,641.5", "1.104.641,5"),
            (Ratio::new(-467_000, 1), Amount, "-467,000", "-467.000"),
            (Ratio::new(845, 1000), Share, "84.5%", "84,5%"),
            (Ratio::new(388, 1), Count, "388", "388"),
            (Ratio::new(6_491_137, 388), Amount, "16,729.7345…", "16.729,7345…"),
            (Ratio::new(-1, 3), Amount, "-0.3333…", "-0,3333…"),
        ];
        for (number, quantity, english, dutch) in cases {
            let number = number.unwrap();
            assert_eq!(shown(number, quantity, En), english);
            assert_eq!(shown(number, quantity, Nl), dutch);
        }
        assert_eq!(plain(Ratio::new(6_491_137, 388).unwrap()), "6491137/388");
    }
}
