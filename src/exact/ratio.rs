//! Exact fractions.

use crate::error::{Error, Kind};
use crate::exact::wide::compare_products;
use alloc::format;
use core::cmp::Ordering;
use core::fmt;

/// An exact fraction in lowest terms, such as 1581/13557.
///
/// Dutch: *breuk*, *verhouding*. The denominator is positive, so equal fractions have equal fields.
///
/// ```
/// use taakgericht::exact::Ratio;
/// let winsum_to_westerkwartier = Ratio::new(1581, 13557)?;
/// assert_eq!(winsum_to_westerkwartier.to_string(), "527/4519");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

/// The greatest common divisor, by Euclid.
pub(crate) fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    // Divisions of 64 bits are several times faster than those of 128, and most numbers fit.
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return small_common_divisor(a, b).into();
        }
        match a.checked_rem(b) {
            Some(rest) => (a, b) = (b, rest),
            None => return a,
        }
    }
}

fn small_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// The whole.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };

    /// A half.
    pub const HALF: Ratio = Ratio { numerator: 1, denominator: 2 };

    /// A fraction, reduced to lowest terms.
    ///
    /// # Errors
    /// `OutOfRange` when the denominator is zero; `Overflow` when a part does not fit in 127 bits.
    pub fn new(numerator: i128, denominator: i128) -> Result<Ratio, Error> {
        if denominator == 0 {
            return Err(Error::new(Kind::OutOfRange, format!("{numerator}/0"), "a denominator other than zero"));
        }
        if denominator == 1 && numerator != i128::MIN {
            return Ok(Ratio { numerator, denominator });
        }
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let negative = (numerator < 0) != (denominator < 0);
        let reduced = |part: i128| {
            let magnitude = part.unsigned_abs().checked_div(divisor).expect("a divisor of a number other than zero");
            i128::try_from(magnitude).map_err(|_| Ratio::too_fine("fraction"))
        };
        let (above, denominator) = (reduced(numerator)?, reduced(denominator)?);
        let numerator = if negative { above.checked_neg().expect("127 bits without a sign") } else { above };
        Ok(Ratio { numerator, denominator })
    }

    /// Reads a fraction or a whole number: `1581/13557`, `-3`. No spaces, no decimals.
    ///
    /// # Errors
    /// `Unreadable` when the text is no fraction; `OutOfRange` when the denominator is zero; `Overflow` when a part does
    /// not fit in 127 bits.
    pub fn parse(text: &str) -> Result<Ratio, Error> {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(above.strip_prefix('-').unwrap_or(above)) || !all_digits(below) {
            let found = format!("\"{text}\"");
            return Err(Error::new(Kind::Unreadable, found, "a fraction such as 1581/13557"));
        }
        match (above.parse(), below.parse()) {
            (Ok(above), Ok(below)) => Ratio::new(above, below),
            _ => Err(Ratio::too_fine(&format!("fraction {text}"))),
        }
    }

    /// A whole number.
    #[must_use]
    pub const fn integer(number: i64) -> Ratio {
        #[expect(clippy::as_conversions, reason = "i64 to i128 widens; From is not const")]
        Ratio { numerator: number as i128, denominator: 1 }
    }

    /// The number above the line; it carries the sign.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The number below the line; always positive.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether this is a whole number.
    #[must_use]
    pub const fn is_integer(self) -> bool {
        self.denominator == 1
    }

    /// Adds two fractions.
    ///
    /// # Errors
    /// `Overflow` when the sum in lowest terms, or a step on the way to it, does not fit in 127 bits.
    pub fn checked_add(self, other: Ratio) -> Result<Ratio, Error> {
        self.add_exactly(other).ok_or_else(|| Ratio::too_fine("sum of fractions"))
    }

    /// Takes a fraction off.
    ///
    /// # Errors
    /// `Overflow` as for [`Ratio::checked_add`].
    pub fn checked_sub(self, other: Ratio) -> Result<Ratio, Error> {
        let opposite = other.checked_neg()?;
        self.add_exactly(opposite).ok_or_else(|| Ratio::too_fine("difference of fractions"))
    }

    /// The opposite fraction.
    ///
    /// # Errors
    /// None in practice: both parts stay within 127 bits.
    pub fn checked_neg(self) -> Result<Ratio, Error> {
        let numerator = self.numerator.checked_neg().ok_or_else(|| Ratio::too_fine("opposite fraction"))?;
        Ok(Ratio { numerator, denominator: self.denominator })
    }

    /// The fraction without its sign.
    #[must_use]
    pub fn abs(self) -> Ratio {
        let numerator = self.numerator.checked_abs().expect("a numerator has 127 bits");
        Ratio { numerator, ..self }
    }

    /// Multiplies two fractions.
    ///
    /// # Errors
    /// `Overflow` when the product in lowest terms does not fit in 127 bits.
    pub fn checked_mul(self, other: Ratio) -> Result<Ratio, Error> {
        self.multiply_exactly(other).ok_or_else(|| Ratio::too_fine("product of fractions"))
    }

    /// Divides by a fraction.
    ///
    /// # Errors
    /// `OutOfRange` when the divisor is zero; `Overflow` when the quotient does not fit in 127 bits.
    pub fn checked_div(self, other: Ratio) -> Result<Ratio, Error> {
        let inverse = Ratio::new(other.denominator, other.numerator)?;
        self.multiply_exactly(inverse).ok_or_else(|| Ratio::too_fine("quotient of fractions"))
    }

    /// The largest whole number that is not above this fraction, and what is left (0 ≤ rest < 1).
    #[must_use]
    pub fn floor_and_rest(self) -> (i128, Ratio) {
        let floor = self.numerator.div_euclid(self.denominator);
        let rest = self.numerator.rem_euclid(self.denominator);
        (floor, Ratio { numerator: rest, denominator: self.denominator }) // still in lowest terms
    }

    fn add_exactly(self, other: Ratio) -> Option<Ratio> {
        if self.is_integer() && other.is_integer() {
            return Ratio::new(self.numerator.checked_add(other.numerator)?, 1).ok();
        }
        let shared = greatest_common_divisor(self.denominator.unsigned_abs(), other.denominator.unsigned_abs());
        let shared = i128::try_from(shared).ok()?;
        let (left, right) = (self.denominator.checked_div(shared)?, other.denominator.checked_div(shared)?);
        let above = self.numerator.checked_mul(right)?.checked_add(other.numerator.checked_mul(left)?)?;
        Ratio::new(above, self.denominator.checked_mul(right)?).ok()
    }

    fn multiply_exactly(self, other: Ratio) -> Option<Ratio> {
        if self.is_integer() && other.is_integer() {
            return Ratio::new(self.numerator.checked_mul(other.numerator)?, 1).ok();
        }
        // Reducing crosswise first keeps every product that fits in lowest terms within reach.
        let first = Ratio::new(self.numerator, other.denominator).ok()?;
        let second = Ratio::new(other.numerator, self.denominator).ok()?;
        let numerator = first.numerator.checked_mul(second.numerator)?;
        Some(Ratio { numerator, denominator: first.denominator.checked_mul(second.denominator)? })
    }

    fn too_fine(what: &str) -> Error {
        Error::overflow(what, "a fraction of two whole numbers of at most 127 bits")
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let signs = self.numerator.signum().cmp(&other.numerator.signum());
        let (a, b) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let (c, d) = (other.numerator.unsigned_abs(), other.denominator.unsigned_abs());
        let magnitudes = compare_products(a, d, c, b);
        signs.then(if self.numerator < 0 { magnitudes.reverse() } else { magnitudes })
    }
}

/// `527/4519`, or just the number when it is whole.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_integer() {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;
    use crate::error::Kind;
    use alloc::string::ToString;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};

    fn ratios() -> impl Strategy<Value = Ratio> {
        (any::<i64>(), 1..i64::MAX).prop_map(|(a, b)| Ratio::new(a.into(), b.into()).unwrap())
    }

    fn big(ratio: Ratio) -> BigRational {
        BigRational::new(BigInt::from(ratio.numerator()), BigInt::from(ratio.denominator()))
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_arbitrary_precision(a in ratios(), b in ratios()) {
            let pairs = [
                (a.checked_add(b), big(a) + big(b)),
                (a.checked_sub(b), big(a) - big(b)),
                (a.checked_mul(b), big(a) * big(b)),
            ];
            for (ours, exact) in pairs {
                if let Ok(ours) = ours {
                    prop_assert_eq!(big(ours), exact);
                }
            }
            prop_assert_eq!(a.cmp(&b), big(a).cmp(&big(b)));
        }

        #[test]
        fn round_trip(above in -i128::MAX..=i128::MAX, below in 1..=i128::MAX) {
            let ratio = Ratio::new(above, below).unwrap();
            prop_assert_eq!(Ratio::parse(&ratio.to_string()), Ok(ratio));
        }
    }

    #[test]
    fn fractions_are_read_as_they_print() {
        for (text, (above, below)) in [("1581/13557", (527, 4519)), ("-3/4", (-3, 4)), ("7", (7, 1)), ("0/5", (0, 1))] {
            assert_eq!(Ratio::parse(text), Ratio::new(above, below), "{text}");
        }
        for text in ["", "/", "1/", "/2", "1/-2", "+1/2", "1 / 2", "0.5", "1/2/3", "--1", "1e3"] {
            let error = Ratio::parse(text).unwrap_err().to_string();
            assert_eq!(error, alloc::format!("\"{text}\", expected a fraction such as 1581/13557."));
        }
        let divided_by_nothing = Ratio::parse("5/0").unwrap_err().to_string();
        assert_eq!(divided_by_nothing, "5/0, expected a denominator other than zero.");
        let too_long = alloc::format!("1/{}0", i128::MAX);
        assert_eq!(Ratio::parse(&too_long).unwrap_err().kind(), Kind::Overflow);
    }

    #[test]
    fn the_borders_are_errors() {
        let finest = Ratio::new(1, i128::MAX).unwrap();
        assert!(finest.checked_mul(finest).is_err());
        assert!(finest.checked_add(Ratio::new(1, i128::MAX - 1).unwrap()).is_err());
        assert!(Ratio::new(i128::MIN, 1).is_err());
        assert!(Ratio::new(1, 0).is_err());
        assert!(Ratio::ONE.checked_div(Ratio::ZERO).is_err());
        assert_eq!(Ratio::new(i128::MIN, 2), Ratio::new(i128::MIN / 2, 1)); // reduced, it fits
        assert_eq!(Ratio::new(-2, -4), Ratio::new(1, 2));
    }
}
