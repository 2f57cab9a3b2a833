//! Reading of amounts, numbers and percentages as people write them.

use super::figure::{Figure, Sort, is_bare};
use super::print::dutch;
use super::shape::{Convention, Meaning, meaning, meanings};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, decimal};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// In which notation a text is read.
///
/// Dutch: *notatie*.
///
/// ```
/// use taakgericht::{Kind, exact::{Amount, notation::Notation}};
/// let budget = Amount::from_euros(2_354_812)?;
/// assert_eq!(Notation::Dutch.read_amount("2.354.812€")?, budget);
/// assert_eq!(Notation::Either.read_amount("€ 2.354.812,00")?, budget);
/// assert_eq!(Notation::Either.read_amount("1.234").unwrap_err().kind(), Kind::Ambiguous);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notation {
    /// `1234.56`, `-1234.56`, `8.5%`: digits, a point before the decimals, no spaces, no euro sign. For files.
    Plain,
    /// `€ 1.234,56`, `-€ 5`, `€ 5,-`, `8,5%`: a comma before the decimals, points between thousands or none.
    Dutch,
    /// Either of the two, where the text has only one meaning. For what a person types.
    Either,
}

impl Notation {
    /// Reads an amount in euros: `1234.56`, `€ 1.234,56`, `€ 5,-`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no amount in this notation; `Ambiguous` when it could mean two amounts; `Overflow`
    /// when the cents do not fit in 64 bits; `Inexact` when it is not whole cents.
    pub fn read_amount(self, text: &str) -> Result<Amount, Error> {
        let euros = self.read(text, Sort::Amount)?;
        let whole_cents = euros.trunc_with_scale(2);
        let amount = Amount::from_wide(decimal::scaled(whole_cents, 2)?, &format!("amount {euros}"))?;
        if whole_cents == euros {
            Ok(amount)
        } else {
            let found = format!("\"{text}\", which is not a whole number of cents");
            Err(Error::new(Kind::Inexact, found, "an amount of at most two decimals")
                .advise("Reading never rounds. Round the amount first, at a step that you name."))
        }
    }

    /// Reads a number without a unit, such as a weight or a volume: `1234.5`, `1.234,5`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no number in this notation; `Ambiguous` when it could mean two numbers; `Overflow`
    /// when it has more than 28 digits.
    pub fn read_decimal(self, text: &str) -> Result<Decimal, Error> {
        self.read(text, Sort::Number)
    }

    /// Reads a percentage with its sign: `8.5%`, `8,5%`.
    ///
    /// # Errors
    /// `Unreadable` when the text is no percentage in this notation, or has no `%`; `Ambiguous` when it could mean two
    /// percentages; `Overflow` when it has too many digits.
    pub fn read_percent(self, text: &str) -> Result<Percent, Error> {
        Percent::new(self.read(text, Sort::Percent)?)
    }

    fn read(self, text: &str, sort: Sort) -> Result<Decimal, Error> {
        let figure = Figure::take_apart(text, sort);
        if !figure.has_marks_of(sort) || (self == Notation::Plain && !is_bare(text)) {
            return Err(self.unreadable(text, &figure, sort));
        }
        match self.meaning(&figure.digits) {
            Ok(Some(number)) => figure.signed(&number),
            Ok(None) => Err(self.unreadable(text, &figure, sort)),
            Err(both) => Err(self.ambiguous(text, &figure, sort, &both)),
        }
    }

    /// The one meaning of these digits in this notation, if they have any; an error when they have two.
    fn meaning(self, digits: &str) -> Result<Option<String>, Vec<Meaning>> {
        match self {
            Notation::Plain => Ok(meaning(digits, Convention::Plain)),
            Notation::Dutch => Ok(meaning(digits, Convention::Dutch)),
            Notation::Either => match meanings(digits).as_slice() {
                [Meaning { convention: Convention::English, .. }] | [] => Ok(None),
                [only] => Ok(Some(only.number.clone())),
                _ => Err(meanings(digits)),
            },
        }
    }

    fn ambiguous(self, text: &str, figure: &Figure<'_>, sort: Sort, meanings: &[Meaning]) -> Error {
        let read_as = |one: &Meaning| format!("{}{} in {} notation", figure.minus(), one.number, one.convention.name());
        let readings: Vec<String> = meanings.iter().map(read_as).collect();
        let found = format!("\"{text}\", which reads as {}", readings.join(" and as "));
        Error::new(Kind::Ambiguous, found, format!("{} with one meaning", sort.name()))
            .advise(self.suggestion(figure, sort, meanings))
    }

    fn unreadable(self, text: &str, figure: &Figure<'_>, sort: Sort) -> Error {
        let expected = format!("{} such as {}", sort.name(), self.example(sort));
        let error = Error::new(Kind::Unreadable, format!("\"{text}\""), expected);
        match self.advice(figure, sort) {
            Some(advice) => error.advise(advice),
            None => error,
        }
    }

    /// What to do about a text that is not read, where its cause can be seen.
    fn advice(self, figure: &Figure<'_>, sort: Sort) -> Option<String> {
        if let Some(other) = figure.other_sort(sort) {
            return Some(format!("This is {}, not {}.", other.name(), sort.name()));
        }
        let meanings = meanings(&figure.digits);
        if meanings.is_empty() {
            return figure.flaw().map(ToString::to_string);
        }
        Some(self.suggestion(figure, sort, &meanings))
    }

    /// How to write each of the meanings so that this notation reads it.
    fn suggestion(self, figure: &Figure<'_>, sort: Sort, meanings: &[Meaning]) -> String {
        let texts: Vec<String> = meanings.iter().filter_map(|one| self.write(figure, sort, one)).collect();
        match texts.as_slice() {
            [] => "Use fewer digits.".into(),
            [only] => format!("Write {only}."),
            _ => format!("Write {}, whichever is meant.", texts.join(" or ")),
        }
    }

    fn write(self, figure: &Figure<'_>, sort: Sort, meaning: &Meaning) -> Option<String> {
        let number = figure.signed(&meaning.number).ok()?;
        let mut text = match self {
            Notation::Dutch => dutch(number).to_string(),
            Notation::Plain | Notation::Either => number.to_string(),
        };
        // 1.234 itself has two meanings, 1.2340 has not: four digits are no group.
        if self == Notation::Either && meanings(text.trim_start_matches('-')).len() > 1 {
            text.push('0');
        }
        Some(if sort == Sort::Percent { format!("{text}%") } else { text })
    }

    const fn example(self, sort: Sort) -> &'static str {
        match (self, sort) {
            (Notation::Plain, Sort::Amount | Sort::Number) => "-1234.56",
            (Notation::Plain, Sort::Percent) => "8.5%",
            (Notation::Dutch, Sort::Amount) => "€ 1.234,56",
            (Notation::Dutch, Sort::Number) => "1.234,56",
            (Notation::Dutch, Sort::Percent) => "8,5%",
            (Notation::Either, Sort::Amount) => "1234.56 or € 1.234,56",
            (Notation::Either, Sort::Number) => "1234.56 or 1.234,56",
            (Notation::Either, Sort::Percent) => "8.5% or 8,5%",
        }
    }
}
