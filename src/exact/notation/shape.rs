//! The shapes that a number can have, apart from its sign, its `€` and its `%`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What the digits of a text say under one convention: a plain number without sign.
pub(super) struct Meaning {
    pub(super) convention: Convention,
    pub(super) number: String,
}

/// What points and commas stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Convention {
    /// `1234.56`
    Plain,
    /// `1.234,56`, `1234,56`
    Dutch,
    /// `1,234.56`: never read, but known, so that `1,234` is seen to have a second meaning.
    English,
}

impl Convention {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Convention::Plain => "plain",
            Convention::Dutch => "Dutch",
            Convention::English => "English",
        }
    }
}

/// Everything that these digits can mean; a meaning that two conventions share stands once, under the first.
pub(super) fn meanings(digits: &str) -> Vec<Meaning> {
    let readings = [
        (Convention::Plain, plain(digits)),
        (Convention::Dutch, separated(digits, '.', ',')),
        (Convention::English, separated(digits, ',', '.')),
    ];
    let mut meanings: Vec<Meaning> = Vec::new();
    for (convention, reading) in readings {
        if let Some(number) = reading.filter(|number| meanings.iter().all(|known| known.number != *number)) {
            meanings.push(Meaning { convention, number });
        }
    }
    meanings
}

/// What these digits mean under one convention.
pub(super) fn meaning(digits: &str, convention: Convention) -> Option<String> {
    match convention {
        Convention::Plain => plain(digits),
        Convention::Dutch => separated(digits, '.', ','),
        Convention::English => separated(digits, ',', '.'),
    }
}

/// `1234` or `1234.56`.
fn plain(digits: &str) -> Option<String> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    (all_digits(whole) && all_digits(decimals)).then(|| digits.into())
}

/// A number with a decimal mark and, or not, a mark between its groups of three.
fn separated(digits: &str, between_groups: char, before_decimals: char) -> Option<String> {
    let (whole, decimals) = match digits.split_once(before_decimals) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let whole = without_groups(whole, between_groups)?;
    match decimals {
        None => Some(whole),
        Some(decimals) => all_digits(decimals).then(|| format!("{whole}.{decimals}")),
    }
}

/// The digits of a whole number whose groups, if it has any, are well formed: `1.234.567` or `1234567`.
fn without_groups(whole: &str, mark: char) -> Option<String> {
    let mut groups = whole.split(mark);
    let first = groups.next().filter(|first| all_digits(first))?;
    let mut rest = groups.peekable();
    if rest.peek().is_none() {
        return Some(first.into());
    }
    // Nobody groups 0.123 or 012.345, so a leading zero is no first group; that keeps 0.123 readable as a plain number.
    let well_formed =
        first.len() <= 3 && !first.starts_with('0') && rest.all(|group| group.len() == 3 && all_digits(group));
    well_formed.then(|| whole.chars().filter(|&digit| digit != mark).collect())
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
