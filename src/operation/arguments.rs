//! The arguments of a call, by name.

use super::Operation;
use crate::error::{Error, Kind};
use crate::format::{advised, did_you_mean, one_of};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The arguments of one call; each that the operation has is there once.
pub(super) struct Arguments<'a> {
    pairs: Vec<(&'a str, &'a str)>,
}

/// What stands for nothing.
const NOTHING: &str = "-";

impl<'a> Arguments<'a> {
    /// Proves that the arguments are those of the operation.
    pub(super) fn new(operation: &Operation, pairs: &[(&'a str, &'a str)]) -> Result<Arguments<'a>, Error> {
        let known = |name: &str| operation.arguments.contains(&name);
        if let Some((name, _)) = pairs.iter().find(|(name, _)| !known(name)) {
            return Err(unknown(operation, name));
        }
        let given = |name: &str| pairs.iter().filter(|(each, _)| *each == name).count();
        if let Some(name) = operation.arguments.iter().find(|name| given(name) == 0) {
            return Err(missing(name));
        }
        if let Some(name) = operation.arguments.iter().find(|name| given(name) > 1) {
            return Err(Error::new(Kind::Duplicate, format!("two arguments \"{name}\""), "every name once"));
        }
        Ok(Arguments { pairs: pairs.to_vec() })
    }

    /// The text of an argument.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, Error> {
        let found = self.pairs.iter().find(|(each, _)| *each == name);
        found.map(|(_, text)| *text).ok_or_else(|| missing(name))
    }

    /// An argument, read.
    pub(super) fn read<T>(&self, name: &str, read: impl Fn(&'a str) -> Result<T, Error>) -> Result<T, Error> {
        read(self.text(name)?).map_err(|error| within(name, error))
    }

    /// A list whose entries are separated by spaces.
    pub(super) fn list<T>(&self, name: &str, read: impl Fn(&'a str) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        self.entries(name, self.text(name)?.split_whitespace(), read)
    }

    /// A list whose entries are separated in another way.
    pub(super) fn split<T>(
        &self,
        name: &str,
        separator: &str,
        read: impl Fn(&'a str) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.entries(name, self.text(name)?.split(separator), read)
    }

    /// As [`Arguments::split`]; nothing for `-`.
    pub(super) fn rows<T>(
        &self,
        name: &str,
        separator: &str,
        read: impl Fn(&'a str) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        if self.is_nothing(name)? { Ok(Vec::new()) } else { self.split(name, separator, read) }
    }

    /// Whether an argument is `-`.
    pub(super) fn is_nothing(&self, name: &str) -> Result<bool, Error> {
        Ok(self.text(name)? == NOTHING)
    }

    /// An argument that may be `-`, read by one of the other readers.
    pub(super) fn unless_nothing<T>(
        &self,
        name: &str,
        read: impl FnOnce() -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        if self.is_nothing(name)? { Ok(None) } else { read().map(Some) }
    }

    /// One of the values that have a name.
    pub(super) fn word<T: Copy>(&self, name: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Result<T, Error> {
        self.read(name, |text| super::read::word(text, all, &word))
    }

    fn entries<T>(
        &self,
        name: &str,
        texts: impl Iterator<Item = &'a str>,
        read: impl Fn(&'a str) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let numbered = (1_u64..).zip(texts);
        let entry =
            |(number, text)| read(text).map_err(|error: Error| within(name, error.within(format!("entry {number}"))));
        numbered.map(entry).collect()
    }
}

/// Says in which argument an error stands.
pub(super) fn within(name: &str, error: Error) -> Error {
    error.within(format!("argument \"{name}\""))
}

/// Proves that there is one entry of a list for each entry of another.
pub(super) fn one_each(name: &str, found: usize, each: &str, expected: usize) -> Result<(), Error> {
    crate::error::same_length("entry", found, each, expected).map_err(|error| within(name, error))
}

fn unknown(operation: &Operation, name: &str) -> Error {
    let names = || operation.arguments.iter().copied();
    let error = Error::new(Kind::UnknownKey, format!("no argument \"{}\"", name.escape_debug()), one_of(names()));
    advised(error, did_you_mean(name, names()))
}

fn missing(name: &str) -> Error {
    let advice = String::from("Give every argument of the operation; where it may be nothing, give -.");
    Error::new(Kind::Missing, format!("no argument \"{name}\""), "one").advise(advice)
}
