//! Single values: text, names, words, numbers as they are written.

use super::part::{Field, Part, advised, shown};
use crate::error::{Error, Kind};
use crate::exact::notation::Notation;
use crate::exact::{Amount, Percent, Ratio};
use crate::format::nearest::{did_you_mean, one_of};
use crate::format::number;
use crate::format::section::Shape;
use crate::format::term::Term;
use crate::period::Year;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use toml::de::DeValue;

impl Field<'_> {
    /// Text that is not empty.
    pub(super) fn text(&self) -> Option<String> {
        let DeValue::String(text) = self.value else {
            self.report(self.wrong_type(Shape::Text.expected()));
            return None;
        };
        if text.is_empty() {
            self.report(Error::new(Kind::Missing, "empty text", Shape::Text.expected()));
            return None;
        }
        Some(text.to_string())
    }

    /// A name that other sections refer to.
    pub(super) fn id(&self) -> Option<String> {
        let text = self.text()?;
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
        if text.bytes().all(allowed) {
            return Some(text);
        }
        let error = Error::new(Kind::Unreadable, shown(self.value), Shape::Id.expected());
        self.report(error.advise("A name has lower-case letters, digits, \"-\" and \"_\" only."));
        None
    }

    /// A name that must be one of these; `what` says what they are: `column`.
    pub(super) fn known<'n>(&self, what: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<String> {
        let text = self.text()?;
        if names.clone().any(|name| name == text) {
            return Some(text);
        }
        self.report(unknown_name(what, &text, names));
        None
    }

    /// A list of names that are known, each once, and at least one.
    pub(super) fn all_known<'n>(
        &self,
        what: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<Vec<String>> {
        let items = self.filled_list(Shape::Texts.expected())?;
        let read: Vec<Option<String>> = items.iter().map(|item| item.known(what, names.clone())).collect();
        let mut seen: Vec<String> = Vec::new();
        for (item, name) in items.iter().zip(read) {
            let name = name?;
            if seen.contains(&name) {
                item.report(Error::new(Kind::Duplicate, format!("{what} \"{name}\" a second time"), "every name once"));
            }
            seen.push(name);
        }
        Some(seen)
    }

    /// A list of texts, and at least one.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        let items = self.filled_list(Shape::Texts.expected())?;
        let texts: Vec<Option<String>> = items.iter().map(Field::text).collect();
        texts.into_iter().collect()
    }

    /// The items of a list that is not empty.
    pub(super) fn filled_list(&self, expected: &str) -> Option<Vec<Self>> {
        match self.items() {
            Some(items) if items.is_empty() => {
                self.report(Error::new(Kind::Missing, "an empty list", expected));
                None
            }
            None => {
                self.report(self.wrong_type(expected));
                None
            }
            items => items,
        }
    }

    /// One of a few words.
    pub(super) fn term<T: Term>(&self) -> Option<T> {
        let names = T::TERMS.iter().map(|&(_, name, _)| name);
        let DeValue::String(text) = self.value else {
            self.report(self.wrong_type(&one_of(names)));
            return None;
        };
        let value = T::named(text);
        if value.is_none() {
            let error = Error::new(Kind::UnknownName, shown(self.value), one_of(names.clone()));
            self.report(advised(error, did_you_mean(text, names)));
        }
        value
    }

    /// `true` or `false`.
    pub(super) fn flag(&self) -> Option<bool> {
        let DeValue::Boolean(flag) = self.value else {
            self.report(self.wrong_type(Shape::Flag.expected()));
            return None;
        };
        Some(*flag)
    }

    /// A year without quotes.
    pub(super) fn year(&self) -> Option<Year> {
        let expected = Shape::Year.expected();
        let number = self.whole_number(expected)?;
        let year = number.parse().map_err(|_| Error::new(Kind::OutOfRange, format!("the year {number}"), expected));
        self.keep(year.and_then(Year::new))
    }

    /// A version that must be exactly this one.
    pub(super) fn version(&self, supported: u32) -> Option<u32> {
        let number = self.whole_number(Shape::Version(supported).expected())?;
        if number == supported.to_string() {
            return Some(supported);
        }
        let error = Error::new(Kind::OutOfRange, format!("version {number}"), format!("version {supported}"));
        self.report(error.advise("This engine knows no other version; use the one that the file was made for."));
        None
    }

    /// The digits of a whole number without quotes.
    pub(super) fn whole_number(&self, expected: &str) -> Option<String> {
        match self.value {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_string()),
            _ => {
                self.report(self.wrong_type(expected));
                None
            }
        }
    }

    /// A percentage in quotes, with its sign.
    pub(super) fn percent(&self) -> Option<Percent> {
        let expected = Shape::Percent.expected();
        match self.value {
            DeValue::String(text) => self.keep(Notation::Plain.read_percent(text)),
            DeValue::Integer(_) | DeValue::Float(_) => {
                let advice = format!("Write \"{}%\".", self.digits().unwrap_or_default());
                self.report(self.wrong_type(expected).advise(advice));
                None
            }
            _ => {
                self.report(self.wrong_type(expected));
                None
            }
        }
    }

    /// A number as it is written, in quotes or without; never a binary float.
    pub(super) fn ratio(&self) -> Option<Ratio> {
        let digits = self.digits()?;
        self.keep(number::read(&digits, Notation::Plain))
    }

    /// An amount of euros, as it is written.
    pub(super) fn amount(&self) -> Option<Amount> {
        let digits = self.digits()?;
        self.keep(Notation::Plain.read_amount(&digits))
    }

    /// The digits of a number, in quotes or without.
    pub(super) fn digits(&self) -> Option<String> {
        match self.value {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) => Some(number.to_string()),
            DeValue::Float(number) => Some(number.to_string()),
            _ => {
                self.report(self.wrong_type(Shape::Number.expected()));
                None
            }
        }
    }
}

/// The values of keys, where they stand there.
impl<'a> Part<'a> {
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.field(key)?.text()
    }

    pub(super) fn id(&self) -> Option<String> {
        self.field("id")?.id()
    }

    /// The value of a key that need not stand there; outer `None` when it stands there and could not be read.
    #[expect(clippy::option_option, reason = "outer: whether it could be read; inner: whether it stands there")]
    pub(super) fn optional<T>(&self, key: &str, read: impl Fn(&Field<'a>) -> Option<T>) -> Option<Option<T>> {
        match self.field(key) {
            None => Some(None),
            Some(field) => read(&field).map(Some),
        }
    }

    pub(super) fn term<T: Term>(&self, key: &str) -> Option<T> {
        self.field(key)?.term()
    }

    pub(super) fn percent(&self, key: &str) -> Option<Percent> {
        self.field(key)?.percent()
    }
}

/// No candidate has this name.
pub(super) fn unknown_name<'n>(what: &str, name: &str, names: impl Iterator<Item = &'n str> + Clone) -> Error {
    let found = format!("no {what} \"{}\"", name.escape_debug());
    let error = Error::new(Kind::UnknownName, found, one_of(names.clone()));
    advised(error, did_you_mean(name, names))
}
