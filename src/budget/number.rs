//! How exact figures are written in errors and in files: in full, never rounded.

use crate::exact::{Ratio, decimal};
use alloc::format;
use alloc::string::{String, ToString};

/// `1104641.5`, or a fraction where the decimals do not end: `6491137/388`.
pub(crate) fn plain(number: Ratio) -> String {
    match decimal::from_ratio(number) {
        Ok(decimal) => decimal.to_string(),
        Err(_) => number.to_string(),
    }
}

/// A share as a percentage: `12.5%` in full, or the first four decimals and a sign that they go on, `79.8238…%`.
pub(crate) fn percentage(share: Ratio) -> String {
    let per_hundred = share.checked_mul(Ratio::integer(100));
    let exact = per_hundred.clone().and_then(decimal::from_ratio);
    match (exact, per_hundred.and_then(|number| decimal::cut_off(number, 4))) {
        (Ok(exact), _) => format!("{exact}%"),
        (Err(_), Ok((digits, _))) => format!("{digits}…%"),
        (Err(_), Err(_)) => share.to_string(),
    }
}

/// Exact figures travel as text, never as binary floats.
#[cfg(feature = "serde")]
pub(crate) fn serialize<S: serde::Serializer>(number: &Ratio, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&plain(*number))
}

#[cfg(test)]
mod tests {
    use super::{percentage, plain};
    use crate::exact::Ratio;

    #[test]
    fn figures_are_written_in_full_or_say_that_digits_go_on() {
        let ratio = |numerator, denominator| Ratio::new(numerator, denominator).unwrap();
        assert_eq!(plain(ratio(11_046_415, 10)), "1104641.5");
        assert_eq!(plain(ratio(6_491_137, 388)), "6491137/388");
        assert_eq!(percentage(ratio(1_581, 13_557)), "11.6618…%");
        assert_eq!(percentage(ratio(125, 1_000)), "12.5%");
        assert_eq!(percentage(ratio(1_234_567, 100_000_000)), "1.234567%");
        assert_eq!(percentage(ratio(-1, 3)), "-33.3333…%");
    }
}
