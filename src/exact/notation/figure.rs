//! A text taken apart: its sign, its `€` and `%`, and what is left between them.

use crate::error::Error;
use crate::exact::decimal;
use alloc::borrow::Cow;
use alloc::format;
use rust_decimal::Decimal;

/// What kind of figure a text is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Amount,
    Number,
    Percent,
}

impl Sort {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Sort::Amount => "an amount",
            Sort::Number => "a number",
            Sort::Percent => "a percentage",
        }
    }
}

/// The marks around the digits of a text, and the digits with their points and commas.
pub(super) struct Figure<'a> {
    negative: bool,
    euro: bool,
    percent: bool,
    pub(super) digits: Cow<'a, str>,
}

/// The spaces that word processors put beside a euro sign: ordinary, non-breaking, narrow non-breaking.
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
/// The hyphen that keyboards have, and the minus sign proper.
const MINUSES: [char; 2] = ['-', '\u{2212}'];
/// What stands for "no cents" in `€ 5,-`: a hyphen, a minus sign, or a dash.
const NO_CENTS: [char; 4] = ['-', '\u{2212}', '\u{2013}', '\u{2014}'];

impl<'a> Figure<'a> {
    /// Takes the marks off; whatever remains in `digits` that is no digit, point or comma makes it unreadable later.
    pub(super) fn take_apart(text: &'a str, sort: Sort) -> Figure<'a> {
        let mut rest = text.trim_matches(SPACES);
        let mut euro = take_before(&mut rest, &['€']);
        let negative = take_before(&mut rest, &MINUSES);
        if !negative {
            take_before(&mut rest, &['+']);
        }
        euro |= !euro && take_before(&mut rest, &['€']);
        euro |= !euro && take_behind(&mut rest, '€');
        let percent = take_behind(&mut rest, '%');
        let whole_euros = (sort == Sort::Amount).then(|| rest.strip_suffix(NO_CENTS)?.strip_suffix(',')).flatten();
        let digits = whole_euros.map_or(Cow::Borrowed(rest), |euros| Cow::Owned(format!("{euros},00")));
        Figure { negative, euro, percent, digits }
    }

    pub(super) const fn minus(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }

    /// The number with the sign of this text.
    pub(super) fn signed(&self, number: &str) -> Result<Decimal, Error> {
        decimal::parse(&format!("{}{number}", self.minus()))
    }

    /// Whether `€` and `%` stand here as this sort of figure has them: a percentage never goes without its sign.
    pub(super) fn has_marks_of(&self, sort: Sort) -> bool {
        self.other_sort(sort).is_none() && (sort != Sort::Percent || self.percent)
    }

    /// What this is instead, when its marks say that it is no `sort`.
    pub(super) fn other_sort(&self, sort: Sort) -> Option<Sort> {
        match sort {
            Sort::Amount | Sort::Number if self.percent => Some(Sort::Percent),
            Sort::Number | Sort::Percent if self.euro => Some(Sort::Amount),
            Sort::Amount | Sort::Number | Sort::Percent => None,
        }
    }

    /// What is wrong with digits that mean nothing, where it can be seen.
    pub(super) fn flaw(&self) -> Option<&'static str> {
        let has = |marks: &[char]| self.digits.contains(marks);
        if !self.digits.starts_with(|first: char| first.is_ascii_digit()) {
            None
        } else if has(&['e', 'E']) {
            Some("Write the number in full, without an exponent.")
        } else if has(&SPACES) || has(&['_', '\'']) {
            Some("Write the digits without anything between them.")
        } else if has(&['.', ',']) {
            Some("Points and commas stand between groups of three digits, or before the decimals.")
        } else {
            None
        }
    }
}

/// Whether a text has nothing but ASCII characters without spaces, as plain notation wants it.
pub(super) fn is_bare(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Takes one of the marks, and the spaces behind it, off the front.
fn take_before(rest: &mut &str, marks: &[char]) -> bool {
    let stripped = rest.strip_prefix(marks);
    *rest = stripped.map_or(*rest, |behind| behind.trim_start_matches(SPACES));
    stripped.is_some()
}

/// Takes the mark, and the spaces before it, off the end.
fn take_behind(rest: &mut &str, mark: char) -> bool {
    let stripped = rest.strip_suffix(mark);
    *rest = stripped.map_or(*rest, |before| before.trim_end_matches(SPACES));
    stripped.is_some()
}
