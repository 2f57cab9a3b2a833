//! A section and its values while they are read: each value knows its place, and errors are kept, not thrown.
//!
//! A value that cannot be read is `None`, and so is one that is not there; the difference is whether an error was kept.
//! When any was kept, nothing is returned to the caller, so a `None` is never mistaken for an answer.

use super::choice;
use super::page::Page;
use crate::error::{Error, Kind};
use crate::format::nearest::{did_you_mean, one_of};
use crate::format::section::{Key, Need, Section};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use toml::de::{DeTable, DeValue};

/// A value with its place.
#[derive(Clone, Debug)]
pub(super) struct Field<'a> {
    pub(super) page: &'a Page<'a>,
    /// From the outside in: `table "budget"`, `column "vws"`, `role`.
    path: Vec<String>,
    at: usize,
    pub(super) value: &'a DeValue<'a>,
}

impl<'a> Field<'a> {
    /// Keeps an error about this value.
    pub(super) fn report(&self, error: Error) {
        report(self.page, &self.path, self.at, error);
    }

    /// Keeps an error about the key of this value, as an error of its section.
    pub(super) fn report_as_key(&self, error: Error) {
        let section = self.path.split_last().map_or(&[][..], |(_, section)| section);
        report(self.page, section, self.at, error);
    }

    /// Keeps an error that already says what it belongs to.
    pub(super) fn report_as_placed(&self, error: Error) {
        self.page.report(self.at, error);
    }

    /// The value, or else its error is kept.
    pub(super) fn keep<T>(&self, read: Result<T, Error>) -> Option<T> {
        read.map_err(|error| self.report(error)).ok()
    }

    /// Says that the value is of another type than the format asks for.
    pub(super) fn wrong_type(&self, expected: &str) -> Error {
        Error::new(Kind::WrongType, shown(self.value), expected)
    }

    /// The value as a section; its keys are checked at once.
    pub(super) fn part(&self, section: &'static Section) -> Option<Part<'a>> {
        let DeValue::Table(table) = self.value else {
            self.report(self.wrong_type("one section of keys"));
            return None;
        };
        let part = Part { page: self.page, table, path: self.path.clone(), at: self.at, section };
        part.check();
        Some(part)
    }

    /// The values of a list; `None` when this is none.
    pub(super) fn items(&self) -> Option<Vec<Field<'a>>> {
        let DeValue::Array(array) = self.value else { return None };
        let item = |item: &'a toml::Spanned<DeValue<'a>>| Field {
            value: item.get_ref(),
            at: item.span().start,
            ..self.clone()
        };
        Some(array.iter().map(item).collect())
    }

    /// The entries of a table whose names the author chooses, in the order of the text; `None` when this is none.
    pub(super) fn entries(&self, word: &str) -> Option<Vec<(String, Field<'a>)>> {
        let DeValue::Table(table) = self.value else { return None };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let entry = |(key, value): (&'a toml::Spanned<_>, &'a toml::Spanned<DeValue<'a>>)| {
            let name = ToString::to_string(key.get_ref());
            let mut field = Field { value: value.get_ref(), at: key.span().start, ..self.clone() };
            // `column "vws"` says it shorter than `columns, vws`.
            field.path.pop();
            field.path.push(format!("{word} \"{name}\""));
            (name, field)
        };
        Some(entries.into_iter().map(entry).collect())
    }

    /// The same value under another name in errors: `table "budget"`.
    pub(super) fn called(mut self, name: String) -> Field<'a> {
        self.path.pop();
        self.path.push(name);
        self
    }
}

/// A section with its keys.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) page: &'a Page<'a>,
    table: &'a DeTable<'a>,
    path: Vec<String>,
    at: usize,
    section: &'static Section,
}

impl<'a> Part<'a> {
    /// The whole text as a section; nothing is checked yet.
    pub(super) fn root(page: &'a Page<'a>, table: &'a DeTable<'a>, section: &'static Section) -> Part<'a> {
        Part { page, table, path: Vec::new(), at: 0, section }
    }

    /// Keeps its unknown and missing keys as errors.
    pub(super) fn check(&self) {
        self.refuse_unknown_keys();
        self.refuse_missing_keys();
        choice::check(self, self.section);
    }

    /// Keeps an error about the section as a whole.
    pub(super) fn report(&self, error: Error) {
        report(self.page, &self.path, self.at, error);
    }

    /// Keeps an error that may have its place already; otherwise it is about the section.
    pub(super) fn report_as_placed(&self, error: Error) {
        self.page.report(self.at, error);
    }

    /// What errors call this section: `table "budget"`.
    pub(super) fn called(&self) -> String {
        self.path.join(", ")
    }

    /// The value of a key that the section declares.
    pub(super) fn field(&self, key: &str) -> Option<Field<'a>> {
        debug_assert!(self.section.key(key).is_some(), "{} has no key {key}", self.section.name);
        let (name, value) = self.table.get_key_value(key)?;
        let mut path = self.path.clone();
        path.push(key.into());
        Some(Field { page: self.page, path, at: name.span().start, value: value.get_ref() })
    }

    /// The text of the key `id`, whether it is a good one or not.
    pub(super) fn written_id(&self) -> Option<&'a str> {
        self.word("id")
    }

    /// The text that a key has, when it is one.
    pub(super) fn word(&self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.get_ref().as_str()
    }

    /// The text of a key inside the section that a key has.
    pub(super) fn inner_word(&self, key: &str, inner: &str) -> Option<&'a str> {
        self.table.get(key)?.get_ref().get(inner)?.get_ref().as_str()
    }

    /// Whether the key stands there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn refuse_unknown_keys(&self) {
        let names = || self.section.keys.iter().map(|key| key.name);
        for (key, _) in self.table {
            if self.section.key(key.get_ref()).is_none() {
                let found = format!("unknown key \"{}\"", key.get_ref());
                let error = Error::new(Kind::UnknownKey, found, one_of(names()));
                let error = advised(error, did_you_mean(key.get_ref(), names()));
                report(self.page, &self.path, key.span().start, error);
            }
        }
    }

    fn refuse_missing_keys(&self) {
        let required = |key: &&Key| key.need == Need::Required && !self.has(key.name);
        self.section.keys.iter().filter(required).for_each(|key| self.refuse_missing(key));
    }

    /// Says that a key must be there, and what it is for.
    pub(super) fn refuse_missing(&self, key: &Key) {
        let error = Error::new(Kind::Missing, format!("no key \"{}\"", key.name), key.shape.expected());
        self.report(error.advise(format!("{}.", key.meaning)));
    }
}

/// An error with its advice, where there is any.
pub(crate) fn advised(error: Error, advice: Option<String>) -> Error {
    match advice {
        Some(advice) => error.advise(advice),
        None => error,
    }
}

fn within(path: &[String], error: Error) -> Error {
    path.iter().rev().fold(error, |error, place| error.within(place.clone()))
}

fn report(page: &Page<'_>, path: &[String], at: usize, error: Error) {
    page.report(at, within(path, error));
}

/// A value as an error shows it.
pub(super) fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("\"{}\"", text.escape_debug()),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {number}"),
        DeValue::Boolean(flag) => format!("{flag}"),
        DeValue::Datetime(date) => format!("the date {date}"),
        DeValue::Array(array) if array.is_empty() => "an empty list".into(),
        DeValue::Array(_) => "a list".into(),
        DeValue::Table(_) => "a section of keys".into(),
    }
}
