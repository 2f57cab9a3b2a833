//! Operations on [`Decimal`] that are exact or fail.
//!
//! `rust_decimal` itself rounds without a word when a result needs more than 28 digits, even in `checked_add` and
//! `checked_mul`: 79228162514264337593543950335 + 0.4 gives the first number back. These functions fail instead.

use crate::error::{Error, Kind};
use crate::exact::wide::multiply_divide;
use crate::exact::{Mode, Ratio};
use alloc::format;
use rust_decimal::Decimal;

/// The exact sum.
///
/// # Errors
/// `Inexact` when the sum needs more than 96 bits or 28 decimals.
pub fn add(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    let (a, b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    // Both are in lowest terms, so one of them needs every decimal of `scale`. When the other does not fit at that scale
    // in 127 bits, then neither does the sum in 96: it is at least 2^127 - 2^96 and its last decimal is not zero.
    let sum = at_scale(a, scale).zip(at_scale(b, scale)).and_then(|(a, b)| a.checked_add(b));
    sum.and_then(|sum| shortest(sum, scale)).ok_or_else(|| inexact("sum", a, "+", b))
}

/// The exact difference.
///
/// # Errors
/// `Inexact` as for [`add`].
pub fn subtract(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    add(a, opposite(b)).map_err(|_| inexact("difference", a, "-", b))
}

/// The exact product.
///
/// # Errors
/// `Inexact` when the product needs more than 96 bits or 28 decimals.
pub fn multiply(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    let product = to_ratio(a).and_then(|left| left.checked_mul(to_ratio(b)?)).and_then(from_ratio);
    product.map_err(|_| inexact("product", a, "×", b))
}

/// The exact quotient.
///
/// # Errors
/// `OutOfRange` when `b` is zero; `Inexact` when the decimals do not end, or not in time (1 / 3).
pub fn divide(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    if b.is_zero() {
        return Err(Error::new(Kind::OutOfRange, format!("{a} / 0"), "a divisor other than zero"));
    }
    let quotient = to_ratio(a).and_then(|above| above.checked_div(to_ratio(b)?)).and_then(from_ratio);
    quotient.map_err(|_| inexact("quotient", a, "/", b))
}

/// The same number as a fraction.
///
/// # Errors
/// None in practice: 96 bits over 10^28 fit in 127 bits.
pub fn to_ratio(number: Decimal) -> Result<Ratio, Error> {
    let denominator = 10_i128.checked_pow(number.scale());
    Ratio::new(number.mantissa(), denominator.expect("10^28 fits in 127 bits"))
}

/// The same number as a decimal.
///
/// # Errors
/// `Inexact` when the decimals do not end, or need more than 96 bits or 28 places.
pub fn from_ratio(ratio: Ratio) -> Result<Decimal, Error> {
    let denominator = ratio.denominator().unsigned_abs();
    let decimals = decimals_needed(denominator);
    let number = decimals.and_then(|decimals| {
        let factor = 10_u128.checked_pow(decimals)?;
        let (magnitude, _) = multiply_divide(ratio.numerator().unsigned_abs(), factor, denominator)?;
        let mantissa = i128::try_from(magnitude).ok()?;
        shortest(if ratio.numerator() < 0 { mantissa.checked_neg()? } else { mantissa }, decimals)
    });
    number.ok_or_else(|| Error::new(Kind::Inexact, format!("{ratio}"), "a number of at most 28 digits"))
}

/// The number with at most so many decimals (up to 28), the others cut off; and whether there were others.
pub(crate) fn cut_off(number: Ratio, decimals: u32) -> Result<(Decimal, bool), Error> {
    let scale = 10_i128.checked_pow(decimals).ok_or_else(|| Error::overflow("power of ten", "at most 28 decimals"))?;
    let kept = Mode::Down.round(number.checked_mul(Ratio::new(scale, 1)?)?)?;
    let kept = Ratio::new(kept, scale)?;
    Ok((from_ratio(kept)?, kept != number))
}

/// The whole number `number × 10^scale`.
///
/// # Errors
/// `Inexact` when digits would be lost; `Overflow` when it does not fit in 127 bits.
pub fn scaled(number: Decimal, scale: u32) -> Result<i128, Error> {
    let number = number.normalize();
    if number.scale() > scale {
        return Err(Error::new(Kind::Inexact, format!("{number}"), format!("at most {scale} decimals")));
    }
    at_scale(number, scale).ok_or_else(|| {
        Error::overflow(&format!("number {number}"), &format!("a number of 127 bits with {scale} decimals"))
    })
}

/// Reads a plain decimal number, `-1234.56`: no exponent, no thousands separators, no rounding.
///
/// # Errors
/// `Unreadable` when the text is no such number; `Overflow` when it has more digits than a decimal holds.
pub fn parse(text: &str) -> Result<Decimal, Error> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return Err(Error::new(Kind::Unreadable, format!("\"{text}\""), "a number such as -1234.56"));
    }
    let number = Decimal::from_str_exact(without_zeros(digits, whole));
    let number = number.map_err(|_| Error::overflow(&format!("number {text}"), "at most 28 digits"))?;
    // Zero has no sign.
    Ok(if text.starts_with('-') && !number.is_zero() { opposite(number) } else { number })
}

/// Without the zeros before the number, for each of which `rust_decimal` may call itself: a long text would be the end of the
/// stack.
fn without_zeros<'a>(digits: &'a str, whole: &str) -> &'a str {
    let significant = whole.trim_start_matches('0').len().max(1);
    let zeros = whole.len().checked_sub(significant);
    zeros.and_then(|zeros| digits.get(zeros..)).unwrap_or(digits)
}

#[expect(clippy::arithmetic_side_effects, reason = "negating a decimal flips its sign and cannot overflow")]
fn opposite(number: Decimal) -> Decimal {
    -number
}

/// `number × 10^(scale - its own scale)`, when that fits.
fn at_scale(number: Decimal, scale: u32) -> Option<i128> {
    let factor = 10_i128.checked_pow(scale.checked_sub(number.scale())?)?;
    number.mantissa().checked_mul(factor)
}

/// The decimal with the fewest decimals that equals `mantissa / 10^scale`, when it fits.
fn shortest(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    while let (0, Some(fewer)) = (mantissa.checked_rem(10)?, scale.checked_sub(1)) {
        (mantissa, scale) = (mantissa.checked_div(10)?, fewer);
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// How many decimals a fraction with this denominator (in lowest terms) has; `None` when they do not end by 28.
fn decimals_needed(denominator: u128) -> Option<u32> {
    let mut power = 1_u128;
    for decimals in 0..=Decimal::MAX_SCALE {
        if power.checked_rem(denominator)? == 0 {
            return Some(decimals);
        }
        power = power.checked_mul(10)?;
    }
    None
}

fn inexact(what: &str, a: Decimal, sign: &str, b: Decimal) -> Error {
    let expected = format!("a {what} of at most 28 digits");
    Error::new(Kind::Inexact, format!("{a} {sign} {b}"), expected)
        .advise("Use fewer decimals, or a fraction, or declare a rounding step.")
}

#[cfg(test)]
mod tests {
    use super::{add, divide, from_ratio, multiply, parse, scaled, subtract, to_ratio};
    use alloc::string::ToString;
    use alloc::vec;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
    use rust_decimal::Decimal;

    fn decimals() -> impl Strategy<Value = Decimal> {
        (any::<i128>(), 32..127_u32, 0..=28_u32)
            .prop_map(|(bits, shift, scale)| Decimal::from_i128_with_scale(bits >> shift, scale))
    }

    fn big(number: Decimal) -> BigRational {
        BigRational::new(BigInt::from(number.mantissa()), BigInt::from(10).pow(number.scale()))
    }

    /// Whether a decimal can hold this number.
    fn fits(number: &BigRational) -> bool {
        let scaled = number * BigInt::from(10).pow(28);
        let shortest = (0..=28_u32).rev().find(|cut| (&scaled / BigInt::from(10).pow(*cut)).is_integer());
        scaled.is_integer()
            && shortest.is_some_and(|cut| (&scaled / BigInt::from(10).pow(cut)).to_integer().magnitude().bits() <= 96)
    }

    proptest! {
        #[test]
        fn exact_or_an_error(a in decimals(), b in decimals()) {
            let mut pairs = vec![
                (add(a, b), big(a) + big(b)),
                (subtract(a, b), big(a) - big(b)),
            ];
            if !b.is_zero() {
                pairs.push((divide(a, b), big(a) / big(b)));
            }
            pairs.push((multiply(a, b), big(a) * big(b)));
            for (ours, exact) in pairs {
                match ours {
                    Ok(ours) => prop_assert_eq!(big(ours), exact),
                    Err(_) => prop_assert!(!fits(&exact), "{} fits, yet was refused", exact),
                }
            }
            prop_assert_eq!(from_ratio(to_ratio(a).unwrap()).unwrap(), a);
        }
    }

    #[test]
    fn what_the_type_itself_rounds_is_an_error_here() {
        let largest = Decimal::MAX;
        let text = add(largest, parse("0.4").unwrap()).unwrap_err().to_string();
        assert!(
            text.starts_with("79228162514264337593543950335 + 0.4, expected a sum of at most 28 digits."),
            "{text}"
        );
        assert!(add(largest, Decimal::ONE).is_err());
        assert!(subtract(-largest, Decimal::ONE).is_err());
        assert!(multiply(largest, parse("1.1").unwrap()).is_err());
        assert!(multiply(parse("0.000000000000001").unwrap(), parse("0.00000000000001").unwrap()).is_err());
        assert!(divide(Decimal::ONE, parse("3").unwrap()).is_err());
        assert_eq!(divide(Decimal::ONE, parse("8").unwrap()), parse("0.125"));
        assert_eq!(add(largest, -largest), Ok(Decimal::ZERO));
        assert!(scaled(parse("1.005").unwrap(), 2).is_err());
        assert_eq!(scaled(parse("1.500").unwrap(), 2), Ok(150));
        assert!(scaled(largest, 28).is_err());
    }

    #[test]
    fn only_plain_numbers_are_read() {
        for text in ["-0", "+0", "-0.00", "0.0", "+1.5", "-1.50", "-79228162514264337593543950335", "00.5", "-007"] {
            let (found, of_rust_decimal) = (parse(text).unwrap(), Decimal::from_str_exact(text).unwrap());
            assert_eq!(found.serialize(), of_rust_decimal.serialize(), "{text}");
        }
        for text in ["", "-", ".5", "5.", "1e5", "1,5", "1.2.3", " 1", "1_000", "€1", "--1", "NaN"] {
            let error = parse(text).unwrap_err().to_string();
            assert_eq!(error, alloc::format!("\"{text}\", expected a number such as -1234.56."));
        }
        let zeros = "0".repeat(1_000_000);
        for (text, expected) in [("", "0"), ("7", "7"), ("1.50", "1.50"), (".00", "0.00")] {
            assert_eq!(parse(&alloc::format!("{zeros}{text}")), parse(expected), "zeros before a number say nothing");
            assert_eq!(parse(&alloc::format!("-{zeros}{text}")), parse(&alloc::format!("-{expected}")));
        }
        let too_long = parse("0.12345678901234567890123456789").unwrap_err().to_string();
        assert_eq!(too_long, "the number 0.12345678901234567890123456789 does not fit, expected at most 28 digits.");
    }
}
