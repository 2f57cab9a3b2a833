//! What a step of a trace gives.

use super::malformed;
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Unrounded};
use core::fmt;

/// What a step gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Value {
    /// Whole cents.
    Amount(Amount),
    /// An amount before rounding.
    Unrounded(Unrounded),
    /// A share of something, as a fraction.
    Share(Ratio),
    /// A share of something, as a percentage.
    Percent(Percent),
    /// A plain number, such as a count of youths.
    Number(Ratio),
}

impl Value {
    /// The number behind the value: of an amount its cents.
    ///
    /// # Errors
    /// `Overflow` for an unrounded amount that one fraction does not hold.
    pub fn number(self) -> Result<Ratio, Error> {
        match self {
            Value::Amount(amount) => Ok(Ratio::integer(amount.cents())),
            Value::Unrounded(exact) => exact.cents(),
            Value::Percent(percent) => Ok(percent.ratio()),
            Value::Share(number) | Value::Number(number) => Ok(number),
        }
    }

    /// Whether this is a share or a number, and not an amount.
    pub(super) const fn is_share(self) -> bool {
        matches!(self, Value::Share(_) | Value::Percent(_) | Value::Number(_))
    }

    /// What a rule makes of values that are all such: a number of numbers, a share where any is a share.
    pub(super) fn share_or_number(values: &[Value], result: Ratio) -> Value {
        let all_numbers = values.iter().all(|value| matches!(value, Value::Number(_)));
        if all_numbers { Value::Number(result) } else { Value::Share(result) }
    }

    /// The value as cents that need not be whole.
    pub(super) fn exact(self) -> Result<Unrounded, Error> {
        match self {
            Value::Amount(amount) => Ok(amount.into()),
            Value::Unrounded(exact) => Ok(exact),
            Value::Share(_) | Value::Percent(_) => Err(malformed("a share", "an amount")),
            Value::Number(_) => Err(malformed("a number", "an amount")),
        }
    }

    /// The value as a share or number.
    pub(super) fn share(self) -> Result<Ratio, Error> {
        match self {
            Value::Share(share) | Value::Number(share) => Ok(share),
            Value::Percent(percent) => Ok(percent.ratio()),
            Value::Amount(_) | Value::Unrounded(_) => Err(malformed("an amount", "a share")),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Amount(amount) => write!(f, "{amount}"),
            Value::Unrounded(exact) => write!(f, "{exact}"),
            Value::Share(share) | Value::Number(share) => write!(f, "{share}"),
            Value::Percent(percent) => write!(f, "{percent}"),
        }
    }
}
