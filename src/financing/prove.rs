//! How the declared terms of financing are proved.

use crate::error::{Error, Kind};
use crate::exact::{Percent, Ratio, Unrounded};
use alloc::string::ToString;
use core::fmt;

/// How a declared line is corrected: it is accepted or refused whole, so it is taken back whole.
pub(crate) const CREDIT_AS_A_WHOLE: &str = "Credit the line as a whole, by its number, and declare anew.";

/// `OutOfRange` unless something holds; the text is only made when it does not.
pub(super) fn holds(holds: bool, found: fmt::Arguments<'_>, expected: &str) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(refused(found, expected)) }
}

/// `OutOfRange`: what was found, and what was expected.
pub(super) fn refused(found: fmt::Arguments<'_>, expected: &str) -> Error {
    Error::new(Kind::OutOfRange, found.to_string(), expected)
}

/// A share of something: from 0% to 100%.
pub(super) fn share(what: &str, share: Percent) -> Result<(), Error> {
    let within = (Percent::ZERO..=Percent::WHOLE).contains(&share);
    holds(within, format_args!("{what} of {share}"), "a share from 0% to 100%")
}

/// An amount that nobody can owe.
pub(super) fn not_negative(what: &str, amount: impl Into<Unrounded>) -> Result<(), Error> {
    let amount = amount.into();
    holds(amount >= Unrounded::ZERO, format_args!("{what} of {amount}"), "0 or more")
}

/// A change that leaves something over: more than minus 100%.
pub(super) fn change(what: &str, change: Percent) -> Result<(), Error> {
    let leaves_something = change.ratio() > Ratio::integer(-1);
    holds(leaves_something, format_args!("{what} of {change}"), "more than -100%")
}
