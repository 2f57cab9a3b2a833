//! The one error of the crate: what kind it is, where it stands, what was found, what was expected and what to do.
//!
//! The text of an error is part of the interface and is tested as text. The library never panics on input, never prints
//! and never logs an amount.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// What went wrong, as a number that never changes its meaning (the C header uses the same numbers).
///
/// The kinds stand in order of precedence: when one input is wrong in two ways, the kind that stands first is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
#[repr(i32)]
pub enum Kind {
    /// The file is no well-formed TOML or CSV.
    Syntax = 20,
    /// A key or column that the format does not know; the text suggests the nearest one.
    UnknownKey = 21,
    /// A key, column or cell that must be there is not.
    Missing = 22,
    /// The same name, party or line stands there twice.
    Duplicate = 23,
    /// A name that nothing in the scenario carries.
    UnknownName = 24,
    /// A value of another type or shape than the format asks for.
    WrongType = 25,
    /// Text that is no number, amount, percentage, year or code.
    Unreadable = 26,
    /// Text that could mean two things, such as `1.234`.
    Ambiguous = 27,
    /// A value outside the range that the rule allows.
    OutOfRange = 28,
    /// Columns that belong together differ in length.
    Length = 29,
    /// A weight below zero.
    NegativeWeight = 30,
    /// The weights add up to zero, so nothing can be divided by them.
    ZeroWeights = 31,
    /// The entries of a key do not add up to the sum that was stated for it, or are not those that were frozen.
    KeySum = 32,
    /// The whole is no multiple of the unit it is to be divided in.
    Unit = 33,
    /// Floors and ceilings that no division can satisfy.
    Bounds = 34,
    /// A tie that the tie rule `refuse` leaves to a person.
    Tie = 35,
    /// A schedule whose lines do not add up to 100%.
    ScheduleSum = 36,
    /// A waterfall that does not use up its base, or whose lines refer to each other in a circle.
    Waterfall = 37,
    /// A memo column was added as if it were a part (Dutch: *pm-post*, *waarvan*).
    Memo = 38,
    /// Prescribed totals that no rounded table can meet.
    TableConflict = 39,
    /// The exact result does not fit the type.
    Overflow = 40,
    /// The operation would lose digits, and no rounding step was declared.
    Inexact = 41,
    /// Parties of different municipal divisions (Dutch: *indelingsjaar*) were mixed.
    Division = 42,
    /// Pools that contradict each other: a circle of sub-pools, a member in two of them, scopes that overlap, transfers
    /// that do not cancel out.
    Pool = 43,
}

impl Kind {
    /// Every kind, in order of precedence.
    pub const ALL: [Kind; 24] = [
        Kind::Syntax,
        Kind::UnknownKey,
        Kind::Missing,
        Kind::Duplicate,
        Kind::UnknownName,
        Kind::WrongType,
        Kind::Unreadable,
        Kind::Ambiguous,
        Kind::OutOfRange,
        Kind::Length,
        Kind::NegativeWeight,
        Kind::ZeroWeights,
        Kind::KeySum,
        Kind::Unit,
        Kind::Bounds,
        Kind::Tie,
        Kind::ScheduleSum,
        Kind::Waterfall,
        Kind::Memo,
        Kind::TableConflict,
        Kind::Overflow,
        Kind::Inexact,
        Kind::Division,
        Kind::Pool,
    ];

    /// The frozen number of this kind.
    #[must_use]
    pub const fn number(self) -> i32 {
        #[expect(clippy::as_conversions, reason = "reads the discriminant that the enum states, nothing is converted")]
        {
            self as i32
        }
    }
}

/// Where an error stands: a file and line when there is a file, and the path of things inside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The name of the file, as the caller named it.
    pub file: Option<String>,
    /// The line in the file, counted from 1.
    pub line: Option<u32>,
    /// From the outside in: `schedule "rta-groningen"`, `year 2016`.
    pub path: Vec<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            f.write_str(file)?;
            if let Some(line) = self.line {
                write!(f, ":{line}")?;
            }
            f.write_str(": ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path.join(", "))?;
        }
        Ok(())
    }
}

/// Why something could not be done exactly.
///
/// Shown as `file:line: place: found, expected this.` and, on a second line, what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Error(Box<Report>);

/// What an [`Error`] carries; it lives on the heap so that a `Result` stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Report {
    kind: Kind,
    place: Place,
    found: String,
    expected: String,
    advice: Option<String>,
    /// Positions in the caller's columns that the error is about, and how they are called.
    positions: Vec<usize>,
    labels: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = self.found.replace(POSITIONS, &self.named_positions());
        write!(f, "{}{found}, expected {}.", self.place, self.expected)?;
        match &self.advice {
            Some(advice) => write!(f, "\n  {advice}"),
            None => Ok(()),
        }
    }
}

/// Stands in the text of an error for the positions that it is about, until these have names.
pub(crate) const POSITIONS: &str = "{positions}";

impl Report {
    /// The positions as a reader sees them: `Bedum and Winsum`, or `positions 0 and 2` where they have no names.
    fn named_positions(&self) -> String {
        if self.labels.is_empty() {
            let numbers: Vec<String> = self.positions.iter().map(|position| format!("{position}")).collect();
            let word = if numbers.len() == 1 { "position" } else { "positions" };
            format!("{word} {}", listed(&numbers))
        } else {
            listed(&self.labels)
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// More names than this are counted in an error and not listed.
const MOST_NAMES: usize = 30;

/// Proves that there is one of something for each of something else: `1 row, expected 2, one for each budget`.
#[inline]
pub(crate) fn same_length(what: &str, found: usize, each: &str, expected: usize) -> Result<(), Error> {
    if found == expected {
        return Ok(());
    }
    Err(Error::new(Kind::Length, counted(found, what), format!("{expected}, one for each {each}")))
}

/// `1 row`, `2 rows`, `2 entries`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    match (count, what.strip_suffix('y')) {
        (1, _) => format!("1 {what}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {what}s"),
    }
}

impl Error {
    /// An error of a kind: what was found, and what was expected instead.
    #[must_use]
    pub fn new(kind: Kind, found: impl Into<String>, expected: impl Into<String>) -> Error {
        Error(Box::new(Report {
            kind,
            place: Place::default(),
            found: found.into(),
            expected: expected.into(),
            advice: None,
            positions: Vec::new(),
            labels: Vec::new(),
        }))
    }

    /// A result that does not fit its type.
    pub(crate) fn overflow(what: &str, limit: &str) -> Error {
        Error::new(Kind::Overflow, format!("the {what} does not fit"), limit)
    }

    /// A name that nothing carries, with the names that there are.
    #[must_use]
    pub fn unknown<'n>(what: &str, name: &str, known: impl IntoIterator<Item = &'n str>) -> Error {
        let known: Vec<String> = known.into_iter().map(|name| format!("\"{name}\"")).collect();
        let expected = match known.len() {
            0 => format!("a {what} that exists, but there is none"),
            1..=MOST_NAMES => format!("one of {}", known.join(", ")),
            many => format!("one of the {many} that there are"),
        };
        Error::new(Kind::UnknownName, format!("no {what} \"{name}\""), expected)
    }

    /// An error for each name that stands there twice or more: `two columns "total"`.
    pub(crate) fn doubles<'n>(what: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<Error> {
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_unstable();
        let same = names.chunk_by(|one, other| one == other).filter(|same| same.len() > 1);
        let double = |name: &&str| Error::new(Kind::Duplicate, format!("two {what} \"{name}\""), "every name once");
        same.filter_map(|same| same.first().map(double)).collect()
    }

    /// Says what the user can do about it.
    #[must_use]
    pub fn advise(mut self, advice: impl Into<String>) -> Error {
        self.0.advice = Some(advice.into());
        self
    }

    /// Puts the error inside something: `year 2016`, `schedule "rta-groningen"`. The outermost place is added last.
    #[must_use]
    pub fn within(mut self, outer: impl Into<String>) -> Error {
        self.0.place.path.insert(0, outer.into());
        self
    }

    /// Puts the error inside something that lies within its outermost place, such as the year of a pool.
    pub(crate) fn within_outermost(mut self, inner: impl Into<String>) -> Error {
        let path = &mut self.0.place.path;
        path.insert(path.len().min(1), inner.into());
        self
    }

    /// Says in which file, and on which line, the error stands; a file that is already known is kept.
    #[must_use]
    pub fn in_file(mut self, file: &str, line: Option<u32>) -> Error {
        if self.0.place.file.is_none() {
            self.0.place.file = Some(file.to_owned());
            self.0.place.line = line;
        }
        self
    }

    /// Says which positions of the caller's columns the error is about.
    pub(crate) fn at_positions(mut self, positions: Vec<usize>) -> Error {
        self.0.positions = positions;
        self
    }

    /// Gives the positions the names that a reader knows them by.
    #[must_use]
    pub fn with_labels(mut self, label: impl Fn(usize) -> String) -> Error {
        self.0.labels = self.0.positions.iter().map(|&position| label(position)).collect();
        self
    }

    /// What kind of error this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Where the error stands.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What to do about it, where that is known.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.advice.as_deref()
    }

    /// The positions in the caller's columns that the error is about, such as the parties that tie.
    #[must_use]
    pub fn positions(&self) -> &[usize] {
        &self.0.positions
    }
}

/// All errors of one input, in the order of their lines.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Errors(Vec<Error>);

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.0.iter().enumerate() {
            let line_break = if position == 0 { "" } else { "\n" };
            write!(f, "{line_break}{error}")?;
        }
        Ok(())
    }
}

impl Errors {
    /// `Ok` when there are none, otherwise all of them, sorted by file and line.
    ///
    /// # Errors
    /// The errors that were given, when there are any.
    pub fn or_ok<T>(mut errors: Vec<Error>, value: T) -> Result<T, Errors> {
        if errors.is_empty() {
            return Ok(value);
        }
        errors.sort_by(|a, b| (&a.place().file, a.place().line).cmp(&(&b.place().file, b.place().line)));
        Err(Errors(errors))
    }

    /// The errors, in order; there is at least one.
    #[must_use]
    pub fn all(&self) -> &[Error] {
        &self.0
    }
}

impl From<Error> for Errors {
    fn from(error: Error) -> Errors {
        Errors(alloc::vec![error])
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Errors, Kind};
    use alloc::string::ToString;
    use alloc::vec;

    #[test]
    fn an_error_says_where_what_and_what_to_do() {
        let error = Error::new(Kind::ScheduleSum, "the lines add up to 103.5%", "100%")
            .advise("3.5% too much.")
            .within("year 2016")
            .within("schedule \"rta-groningen\"")
            .in_file("scenarios/bmwe.toml", Some(14));
        let text = "scenarios/bmwe.toml:14: schedule \"rta-groningen\", year 2016: the lines add up to 103.5%, expected 100%.\n  3.5% too much.";
        assert_eq!(error.to_string(), text);
    }

    #[test]
    fn positions_are_numbers_until_they_have_names() {
        let tie = Error::new(Kind::Tie, "{positions} tie for 1 cent", "no tie").at_positions(vec![0, 2]);
        assert_eq!(tie.to_string(), "positions 0 and 2 tie for 1 cent, expected no tie.");
        let named = tie.with_labels(|position| ["Bedum", "De Marne", "Winsum"][position].to_string());
        assert_eq!(named.to_string(), "Bedum and Winsum tie for 1 cent, expected no tie.");
    }

    #[test]
    fn errors_of_a_file_stand_in_the_order_of_their_lines() {
        let at = |line| Error::new(Kind::Missing, "nothing", "a value").in_file("a.toml", Some(line));
        let errors = Errors::or_ok(vec![at(9), at(2)], ()).unwrap_err();
        assert_eq!(errors.all()[0].place().line, Some(2));
        assert!(Errors::or_ok(vec![], 1) == Ok(1));
    }
}
