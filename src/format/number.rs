//! Exact figures as the format writes them, and back: `1104641.5`, `84.5`, or a fraction where decimals do not end.

use crate::budget::reconcile::Quantity;
use crate::error::{Error, Kind};
use crate::exact::notation::Notation;
use crate::exact::{Ratio, decimal};
use alloc::string::{String, ToString};
use rust_decimal::Decimal;

/// Reads a number: decimals in the notation, or a fraction such as `1581/13557`.
pub(super) fn read(text: &str, notation: Notation) -> Result<Ratio, Error> {
    if text.contains('/') {
        return Ratio::parse(text);
    }
    let number = notation.read_decimal(text).and_then(decimal::to_ratio);
    match number {
        // A whole number of more than 28 digits still fits in a fraction.
        Err(error) if error.kind() == Kind::Overflow => Ratio::parse(text).map_err(|_| error),
        number => number,
    }
}

/// Writes a number so that [`read`] gives it back in plain notation.
pub(super) fn write(number: Ratio) -> String {
    match decimal::from_ratio(number) {
        Ok(decimal) => decimal.to_string(),
        Err(_) => number.to_string(),
    }
}

/// Euros with all their decimals, and at least two: one decimal for everything that means the same.
pub(super) fn euros(number: Decimal) -> Decimal {
    let mut euros = if number.is_zero() { Decimal::ZERO } else { number.normalize() };
    // A number of 28 digits has no room for more decimals, and stays as it is.
    euros.rescale(euros.scale().max(2));
    euros
}

/// Reads a figure in its own unit: euros, a number, or percent.
pub(super) fn read_figure(text: &str, quantity: Quantity, notation: Notation) -> Result<Ratio, Error> {
    match quantity {
        Quantity::Share if text.ends_with('%') => Ok(notation.read_percent(text)?.ratio()),
        Quantity::Share => read(text, notation)?.checked_div(Ratio::integer(100)),
        Quantity::Amount if notation != Notation::Plain && has_euro_marks(text) => {
            Ratio::new(notation.read_amount(text)?.cents().into(), 100)
        }
        Quantity::Amount | Quantity::Count => read(text, notation),
    }
}

/// Writes a figure so that [`read_figure`] gives it back in plain notation.
pub(super) fn write_figure(figure: Ratio, quantity: Quantity) -> String {
    let figure = match quantity {
        Quantity::Share => figure.checked_mul(Ratio::integer(100)),
        Quantity::Amount | Quantity::Count => Ok(figure),
    };
    figure.map_or_else(|_| OUT_OF_REACH.into(), write)
}

/// Stands for a share of which the hundredfold has more than 127 bits; nothing that was read from a text is one.
pub(super) const OUT_OF_REACH: &str = "out of range";

/// `€ 5` and `5,-`; plain numbers may have more than two decimals, these may not.
fn has_euro_marks(text: &str) -> bool {
    text.contains('€') || text.ends_with(|last: char| !last.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{euros, read, read_figure, write, write_figure};
    use crate::budget::reconcile::Quantity::{Amount, Count, Share};
    use crate::exact::notation::Notation::{Dutch, Either, Plain};
    use crate::exact::{Ratio, decimal};
    use alloc::string::ToString;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn figures_are_read_in_their_unit_and_notation() {
        let cases = [
            ("84.5", Share, Plain, (845, 1000)),
            ("84.5%", Share, Plain, (845, 1000)),
            ("84,5", Share, Dutch, (845, 1000)),
            ("84,5%", Share, Either, (845, 1000)),
            ("1/3", Share, Plain, (1, 300)),
            ("€ 1.104.641,50", Amount, Dutch, (11_046_415, 10)),
            ("€ 5,-", Amount, Either, (5, 1)),
            ("6741,125", Amount, Dutch, (6_741_125, 1000)),
            ("-467000", Amount, Plain, (-467_000, 1)),
            ("388", Count, Plain, (388, 1)),
            ("1.946", Count, Dutch, (1946, 1)),
        ];
        for (text, quantity, notation, (above, below)) in cases {
            assert_eq!(read_figure(text, quantity, notation), Ratio::new(above, below), "{text}");
        }
    }

    #[test]
    fn euros_have_at_least_two_decimals() {
        let cases = [
            ("87.3", "87.30"),
            ("87.3000", "87.30"),
            ("91.5825", "91.5825"),
            ("250", "250.00"),
            ("0.000", "0.00"),
            ("-0", "0.00"),
            ("-1.50", "-1.50"),
            ("9999999999999999999999999999", "9999999999999999999999999999"), // 28 digits
            ("99999999999999999999999999.9", "99999999999999999999999999.90"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ];
        for (text, expected) in cases {
            let number = decimal::parse(text).unwrap();
            assert_eq!((euros(number).to_string().as_str(), euros(number)), (expected, number));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let cases = [
            ("1.234", Either, "\"1.234\", which reads as"),
            ("1.234,56", Plain, "\"1.234,56\", expected a number such as -1234.56.\n  Write 1234.56."),
            ("1e5", Plain, "\"1e5\", expected a number such as -1234.56."),
            ("1/0", Plain, "1/0, expected a denominator other than zero."),
            ("1/x", Plain, "\"1/x\", expected a fraction such as 1581/13557."),
        ];
        for (text, notation, error) in cases {
            let found = read_figure(text, Amount, notation).unwrap_err().to_string();
            assert!(found.starts_with(error), "{found}");
        }
    }

    proptest! {
        #[test]
        fn round_trip(above in -i128::MAX..=i128::MAX, below in 1..=i128::MAX, shift in 0..127_u32) {
            for number in [Ratio::new(above >> shift, (below >> shift).max(1)), Ratio::new(above >> shift, 1)] {
                let number = number.unwrap();
                prop_assert_eq!(read(&write(number), Plain), Ok(number));
                prop_assert_eq!(read_figure(&write_figure(number, Count), Count, Plain), Ok(number));
                if let Ok(share) = number.checked_div(Ratio::integer(100)) {
                    prop_assert_eq!(read_figure(&write_figure(share, Share), Share, Plain), Ok(share));
                }
            }
        }
    }
}
