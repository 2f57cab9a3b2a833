//! Single values of the sections for financing: days, euros, and what stands by day or by year.

use crate::error::{Error, Kind};
use crate::exact::Percent;
use crate::exact::notation::Notation;
use crate::format::number;
use crate::format::read::document::every;
use crate::format::read::part::{Field, Part};
use crate::format::section::Shape;
use crate::period::{Date, Year};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use rust_decimal::Decimal;
use toml::de::DeValue;

impl Field<'_> {
    /// A day, in quotes or as TOML writes it.
    pub(super) fn date(&self) -> Option<Date> {
        match self.value {
            DeValue::String(text) => self.keep(Date::parse(text)),
            DeValue::Datetime(date) => self.keep(Date::parse(&date.to_string())),
            _ => {
                self.report(self.wrong_type(Shape::Date.expected()));
                None
            }
        }
    }

    /// Euros, of which a tariff may have more decimals than cents.
    pub(super) fn euros(&self) -> Option<Decimal> {
        let digits = self.digits()?;
        self.keep(Notation::Plain.read_decimal(&digits)).map(number::euros)
    }

    /// A list of percentages, and at least one.
    pub(super) fn percents(&self) -> Option<Vec<Percent>> {
        let items = self.filled_list(Shape::Percents.expected())?;
        every(items.iter().map(|item| item.percent()))
    }

    /// A list of texts, each once, and at least one; `what` says what they are: `subcontractor`.
    pub(super) fn texts_apart(&self, what: &str) -> Option<Vec<String>> {
        let (items, texts) = (self.items().unwrap_or_default(), self.texts()?);
        for (position, (item, text)) in items.iter().zip(&texts).enumerate() {
            if texts.iter().take(position).any(|other| other == text) {
                let found = format!("the {what} \"{}\" a second time", text.escape_debug());
                item.report(Error::new(Kind::Duplicate, found, "every name once"));
            }
        }
        Some(texts)
    }
}

impl Part<'_> {
    pub(super) fn date(&self, key: &str) -> Option<Date> {
        self.field(key)?.date()
    }
}

/// Values by the day from which they hold, the earliest first; `word` says what they are: `tariff`.
pub(super) fn by_day<T>(
    field: &Field<'_>,
    word: &str,
    read: impl Fn(&Field<'_>) -> Option<T>,
) -> Option<Vec<(Date, T)>> {
    sorted(field, word, Shape::NumbersByDay.expected(), Date::parse, read)
}

/// Values by year, the earliest first.
pub(super) fn by_year<T>(
    field: &Field<'_>,
    word: &str,
    expected: &str,
    read: impl Fn(&Field<'_>) -> Option<T>,
) -> Option<Vec<(Year, T)>> {
    sorted(field, word, expected, Year::parse, read)
}

/// Values by name, in the order of their names: that of the text says nothing.
pub(super) fn by_name<T>(
    field: &Field<'_>,
    word: &str,
    read: impl Fn(&Field<'_>) -> Option<T>,
) -> Option<Vec<(String, T)>> {
    sorted(field, word, Shape::NamedNumbers.expected(), |name| Ok(name.to_string()), read)
}

/// The entries of a table, and at least one.
fn sorted<K: Ord, T>(
    field: &Field<'_>,
    word: &str,
    expected: &str,
    name: impl Fn(&str) -> Result<K, Error>,
    read: impl Fn(&Field<'_>) -> Option<T>,
) -> Option<Vec<(K, T)>> {
    let Some(entries) = field.entries(word) else {
        field.report(field.wrong_type(expected));
        return None;
    };
    if entries.is_empty() {
        field.report(Error::new(Kind::Missing, format!("no {word}"), expected));
        return None;
    }
    let entry = |(text, field): &(String, Field<'_>)| {
        let (name, value) = (field.keep(name(text)), read(field));
        Some((name?, value?))
    };
    let entries: BTreeMap<K, T> = every(entries.iter().map(entry))?.into_iter().collect();
    Some(entries.into_iter().collect())
}
