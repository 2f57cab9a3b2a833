//! Printing of amounts, numbers and percentages for people.

use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, decimal};
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Alignment, Write};
use rust_decimal::Decimal;

/// A figure with the way in which it is to be printed; made by [`dutch`] and [`grouped`], and by [`Amount::dutch`] and
/// its like.
///
/// Width, fill and alignment work as everywhere (`{:>15}`); without an alignment a figure stands on the right. Nothing
/// is ever rounded: a precision (`{:.1}`) has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    number: Decimal,
    symbol: Symbol,
    marks: Marks,
    drops_zero_cents: bool,
    /// Digits were left off behind the last decimal.
    goes_on: bool,
}

/// What stands beside the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Symbol {
    None,
    Euro,
    Percent,
}

/// The mark between groups of three digits, and the one before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marks {
    between_groups: char,
    before_decimals: char,
}

/// A figure in Dutch notation: `€ 1.234,56`, `€ -1.234,56`, `1.234,5`, `8,5%`.
///
/// The minus stands between the euro sign and the digits, as in the published tables (`€ -467.000`) and in the Dutch
/// locale of Unicode's CLDR. The space is an ordinary one, so that output can be searched for and typed.
///
/// ```
/// use taakgericht::exact::{Amount, notation::dutch};
/// let shortfall = Amount::from_euros(-467_000)?;
/// assert_eq!(dutch(shortfall).to_string(), "€ -467.000,00");
/// assert_eq!(dutch(shortfall).whole_euros().to_string(), "€ -467.000");
/// assert_eq!(format!("{:>12}", dutch(shortfall).without_symbol().whole_euros()), "    -467.000");
/// # Ok::<(), taakgericht::Error>(())
/// ```
pub fn dutch(figure: impl Into<Written>) -> Written {
    Written { marks: Marks { between_groups: '.', before_decimals: ',' }, ..figure.into() }
}

/// A figure as English readers group it: `1,234.56`, `8.5%`.
///
/// For the eye only: no notation reads a grouped number back ([`super::Notation`] refuses it and says what to write
/// instead). For text that is read again, print the figure itself: `1234.56`.
pub fn grouped(figure: impl Into<Written>) -> Written {
    Written { marks: Marks { between_groups: ',', before_decimals: '.' }, ..figure.into() }
}

impl Written {
    fn new(number: Decimal, symbol: Symbol) -> Written {
        let marks = Marks { between_groups: ',', before_decimals: '.' };
        Written { number, symbol, marks, drops_zero_cents: false, goes_on: false }
    }

    /// A fraction for readers: at most four decimals, cut off and not rounded, and `…` where digits were left off.
    pub(crate) fn cut_off(number: Ratio) -> Result<Written, Error> {
        let (number, goes_on) = decimal::cut_off(number, 4)?;
        Ok(Written { goes_on, ..Written::new(number, Symbol::None) })
    }

    /// With `%` behind the digits.
    pub(crate) const fn per_hundred(self) -> Written {
        Written { symbol: Symbol::Percent, ..self }
    }

    /// Without `€` or `%`, for a column whose heading says the unit.
    #[must_use]
    pub const fn without_symbol(self) -> Written {
        Written { symbol: Symbol::None, ..self }
    }

    /// Without decimals where these are all zero: `€ 467.000`. An amount that has cents keeps them.
    #[must_use]
    pub const fn whole_euros(self) -> Written {
        Written { drops_zero_cents: true, ..self }
    }

    /// The digits with their marks, without sign and symbol.
    fn digits(&self) -> String {
        let plain = self.number.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut digits = group(whole, self.marks.between_groups);
        let dropped = self.drops_zero_cents && self.number.fract().is_zero();
        if !decimals.is_empty() && !dropped {
            digits.push(self.marks.before_decimals);
            digits.push_str(decimals);
        }
        if self.goes_on {
            digits.push('…');
        }
        digits
    }

    fn text(&self) -> String {
        let negative = self.number.is_sign_negative() && !self.number.is_zero();
        let (minus, digits) = (if negative { "-" } else { "" }, self.digits());
        match self.symbol {
            Symbol::None => format!("{minus}{digits}"),
            Symbol::Euro => format!("€ {minus}{digits}"),
            Symbol::Percent => format!("{minus}{digits}%"),
        }
    }
}

/// Puts a mark between groups of three digits, counted from the right.
fn group(digits: &str, mark: char) -> String {
    let mut grouped = String::with_capacity(digits.len().saturating_mul(2));
    for (position, digit) in digits.chars().enumerate() {
        let to_come = digits.len().saturating_sub(position);
        if position > 0 && to_come % 3 == 0 {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text();
        let padding = f.width().unwrap_or(0).saturating_sub(text.chars().count());
        let before = match f.align() {
            Some(Alignment::Left) => 0,
            Some(Alignment::Center) => padding / 2,
            Some(Alignment::Right) | None => padding,
        };
        // Not `Formatter::pad`: it would cut a figure off at a precision.
        let fill = f.fill();
        (0..before).try_for_each(|_| f.write_char(fill))?;
        f.write_str(&text)?;
        (before..padding).try_for_each(|_| f.write_char(fill))
    }
}

impl From<Amount> for Written {
    fn from(amount: Amount) -> Written {
        Written::new(Decimal::new(amount.cents(), 2), Symbol::Euro)
    }
}

impl From<Decimal> for Written {
    fn from(number: Decimal) -> Written {
        Written::new(number, Symbol::None)
    }
}

impl From<Percent> for Written {
    fn from(percent: Percent) -> Written {
        Written::new(percent.per_hundred(), Symbol::Percent)
    }
}

impl Amount {
    /// This amount in Dutch notation: `€ 1.234,56`; see [`dutch`].
    #[must_use]
    pub fn dutch(self) -> Written {
        dutch(self)
    }

    /// This amount as English readers group it, without the euro sign: `1,234.56`; see [`grouped`].
    #[must_use]
    pub fn grouped(self) -> Written {
        grouped(self).without_symbol()
    }
}

impl Percent {
    /// This percentage in Dutch notation: `8,5%`; see [`dutch`].
    #[must_use]
    pub fn dutch(self) -> Written {
        dutch(self)
    }
}
