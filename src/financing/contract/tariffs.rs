//! Tariffs by date.

use crate::error::{Error, Kind};
use crate::financing::effort::Tariff;
use crate::period::Date;
use alloc::format;
use alloc::vec::Vec;

/// The tariffs of a product, each from the day on which it begins to hold.
///
/// Dutch: *tarieflijst*, *ingangsdatum*.
///
/// ```
/// use taakgericht::exact::decimal;
/// use taakgericht::financing::contract::Tariffs;
/// use taakgericht::financing::effort::{Basis, Tariff};
/// use taakgericht::period::Date;
/// let per_hour = |euros| Tariff::new(decimal::parse(euros)?, Basis::PerHourInMinutes);
/// let tariffs = Tariffs::new([
///     (Date::parse("2026-01-01")?, per_hour("91.59")?),
///     (Date::parse("2025-01-01")?, per_hour("87.30")?),
/// ])?;
/// assert_eq!(tariffs.on(Date::parse("2025-12-31")?)?.euros().to_string(), "87.30");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariffs(Vec<(Date, Tariff)>);

impl Tariffs {
    /// Tariffs in any order.
    ///
    /// # Errors
    /// `Missing` when there are none; `Duplicate` when two begin on one day.
    pub fn new(tariffs: impl IntoIterator<Item = (Date, Tariff)>) -> Result<Tariffs, Error> {
        let mut tariffs: Vec<(Date, Tariff)> = tariffs.into_iter().collect();
        tariffs.sort_by_key(|&(from, _)| from);
        if tariffs.is_empty() {
            return Err(Error::new(Kind::Missing, "no tariff", "at least one"));
        }
        match tariffs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            None => Ok(Tariffs(tariffs)),
            Some(pair) => {
                let found = format!("two tariffs from {}", pair[0].0);
                Err(Error::new(Kind::Duplicate, found, "one tariff from each day on"))
            }
        }
    }

    /// The tariff that holds on a day.
    ///
    /// # Errors
    /// `Missing` for a day before the first tariff.
    pub fn on(&self, day: Date) -> Result<&Tariff, Error> {
        self.held_on(day).map(|(_, tariff)| tariff)
    }

    /// The tariff that holds on a day, with the day from which it holds.
    ///
    /// # Errors
    /// As for [`Tariffs::on`].
    pub fn held_on(&self, day: Date) -> Result<(Date, &Tariff), Error> {
        let held = self.0.iter().rev().find(|&&(from, _)| from <= day);
        held.map(|(from, tariff)| (*from, tariff)).ok_or_else(|| {
            let first = self.0.first().map_or(day, |&(from, _)| from);
            Error::new(
                Kind::Missing,
                format!("no tariff on {day}"),
                format!("a tariff that holds then; the first holds from {first}"),
            )
        })
    }

    /// All of them, the earliest first.
    #[must_use]
    pub fn all(&self) -> &[(Date, Tariff)] {
        &self.0
    }
}
