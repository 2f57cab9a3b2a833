//! Single values of the sections for pools: years, whole numbers, ages, numbers in lists.

use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::format::nearest::{did_you_mean, one_of};
use crate::format::read::document::every;
use crate::format::read::part::{Field, advised};
use crate::format::section::Shape;
use crate::key::AgeBand;
use crate::period::Year;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use toml::de::DeValue;

impl Field<'_> {
    /// A whole number without quotes.
    pub(in crate::format::read) fn count(&self) -> Option<u16> {
        let digits = self.whole_number(Shape::Count.expected())?;
        let expected = format!("a whole number from 0 to {}", u16::MAX);
        self.keep(digits.parse().map_err(|_| Error::new(Kind::OutOfRange, format!("the number {digits}"), expected)))
    }

    /// A list of years, each once.
    pub(super) fn years(&self) -> Option<BTreeSet<Year>> {
        let items = self.filled_list(Shape::Years.expected())?;
        let read: Vec<Option<Year>> = items.iter().map(|item| item.year()).collect();
        let mut years = BTreeSet::new();
        for (item, year) in items.iter().zip(&read) {
            if let Some(year) = year.filter(|&year| !years.insert(year)) {
                item.report(Error::new(Kind::Duplicate, format!("{year} a second time"), "every year once"));
            }
        }
        read.iter().all(Option::is_some).then_some(years)
    }

    /// A list of numbers.
    pub(super) fn numbers(&self) -> Option<Vec<Ratio>> {
        let items = self.filled_list(Shape::Numbers.expected())?;
        every(items.iter().map(|item| item.ratio()))
    }

    /// An age band.
    pub(super) fn ages(&self) -> Option<AgeBand> {
        let DeValue::String(text) = self.value else {
            self.report(self.wrong_type(Shape::Ages.expected()));
            return None;
        };
        self.keep(AgeBand::parse(text))
    }

    /// A fingerprint: 64 hexadecimal digits.
    pub(super) fn fingerprint(&self) -> Option<String> {
        let text = self.text()?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 64 && text.bytes().all(is_digit) {
            return Some(text);
        }
        let found = format!("\"{}\"", text.escape_debug());
        self.report(Error::new(Kind::Unreadable, found, "64 hexadecimal digits, 0 to 9 and a to f"));
        None
    }

    /// Whether the name of an entry is one of these; when it is not, an error is kept.
    pub(super) fn known_as<'n>(&self, name: &str, what: &str, names: impl Iterator<Item = &'n str> + Clone) -> bool {
        let is_known = names.clone().any(|known| known == name);
        if !is_known {
            let error = Error::new(Kind::UnknownName, format!("no {what} \"{name}\""), one_of(names.clone()));
            self.report(advised(error, did_you_mean(name, names)));
        }
        is_known
    }
}
