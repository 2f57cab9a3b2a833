//! Values from texts, as worked examples write them.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, Ratio, Unrounded, decimal};
use crate::format::{advised, did_you_mean, one_of};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;

/// An amount in euros with at most two decimals.
pub(super) fn amount(text: &str) -> Result<Amount, Error> {
    let cents = decimal::scaled(decimal::parse(text)?, 2)?;
    let too_large = |_| Error::overflow(&format!("amount {text}"), "at most 92233720368547758.07");
    Ok(Amount::from_cents(i64::try_from(cents).map_err(too_large)?))
}

/// An amount in euros of which nothing was rounded away.
pub(super) fn unrounded(text: &str) -> Result<Unrounded, Error> {
    Ok(Unrounded::from_cents(cents(text)?))
}

/// Euros of any number of decimals, or a fraction, in cents.
pub(super) fn cents(text: &str) -> Result<Ratio, Error> {
    ratio(text)?.checked_mul(Ratio::integer(100))
}

/// A decimal number or a fraction: `0.5`, `1/3`.
pub(super) fn ratio(text: &str) -> Result<Ratio, Error> {
    let number = |part: &str| decimal::to_ratio(decimal::parse(part)?);
    match text.split_once('/') {
        Some((above, below)) => number(above)?.checked_div(number(below)?),
        None => number(text),
    }
}

/// A sum of numbers and fractions: `1.50+1/3`.
pub(super) fn sum(text: &str) -> Result<Ratio, Error> {
    text.split('+').try_fold(Ratio::ZERO, |sum, term| sum.checked_add(ratio(term)?))
}

/// A percentage with its sign: `8.5%`.
pub(super) fn percent(text: &str) -> Result<Percent, Error> {
    let number = text.strip_suffix('%');
    Percent::parse(number.ok_or_else(|| unreadable(text, "a percentage such as 8.5%"))?)
}

/// A whole number that the type holds.
pub(super) fn whole<T: FromStr>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| unreadable(text, "a whole number that is not too large"))
}

/// A count of what is made in memory: at most [`MOST`].
pub(super) fn count(text: &str) -> Result<usize, Error> {
    let count = whole(text)?;
    if count > MOST {
        return Err(Error::new(Kind::OutOfRange, format!("{count}"), format!("at most {MOST}")));
    }
    Ok(count)
}

/// A text of a few letters asks for no more memory than this many rows take.
const MOST: usize = 100_000;

/// One of the values that have a name.
pub(super) fn word<T: Copy>(text: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, Error> {
    let found = all.iter().copied().find(|&each| name(each) == text);
    let names = || all.iter().map(|&each| name(each));
    found.ok_or_else(|| unknown(text, names()))
}

/// A word that is none of those that there are.
pub(super) fn unknown<'n>(text: &str, names: impl Iterator<Item = &'n str> + Clone) -> Error {
    let error = Error::new(Kind::UnknownName, quoted(text), one_of(names.clone()));
    advised(error, did_you_mean(text, names))
}

/// A text that says nothing.
pub(super) fn unreadable(text: &str, expected: &str) -> Error {
    Error::new(Kind::Unreadable, quoted(text), expected)
}

/// A text in two: `3%:50%`.
pub(super) fn pair<'a>(text: &'a str, separator: &str, expected: &str) -> Result<(&'a str, &'a str), Error> {
    text.split_once(separator).ok_or_else(|| unreadable(text, expected))
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.escape_debug())
}
