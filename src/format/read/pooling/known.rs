//! The names that keys, pools, alternatives and contracts refer to, also of sections with errors of their own.

use crate::error::{Error, Kind};
use crate::format::read::part::{Field, Part};
use crate::format::read::value::unknown_name;
use crate::party::{Municipality, MunicipalityCode};
use crate::scenario::{CONTRIBUTION, KeyChoice, Series};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What is known so far.
#[derive(Debug, Default)]
pub(in crate::format::read) struct Known {
    /// `None` when their table has errors, or is not declared.
    pub(in crate::format::read) parties: Option<Parties>,
    /// Each series; `None` for one with errors.
    pub(super) series: Vec<(String, Option<Series>)>,
    pub(in crate::format::read) keys: Vec<String>,
    /// Each pool with the id of its cost.
    pub(super) pools: Vec<(String, Option<String>)>,
}

/// The municipalities that take part, by their names.
#[derive(Debug)]
pub(in crate::format::read) struct Parties(pub(super) Vec<(String, Municipality)>);

/// The names of a pool section.
pub(super) fn pool(part: &Part<'_>) -> Option<(String, Option<String>)> {
    Some((part.written_id()?.into(), part.word("cost").map(Into::into)))
}

impl Parties {
    pub(super) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub(in crate::format::read) fn has(&self, municipality: Municipality) -> bool {
        self.0.iter().any(|&(_, party)| party == municipality)
    }

    /// A code that no party has, with those that they have.
    pub(in crate::format::read) fn stranger(&self, code: MunicipalityCode) -> Error {
        let codes: Vec<String> = self.0.iter().map(|(_, party)| party.code.to_string()).collect();
        unknown_name("party", &code.to_string(), codes.iter().map(String::as_str))
    }

    /// The party with a name or a code.
    pub(super) fn named(&self, text: &str) -> Option<Municipality> {
        let code = MunicipalityCode::parse(text).ok();
        let by_name = self.0.iter().find(|(name, _)| name == text);
        let by_code = || self.0.iter().find(|(_, party)| Some(party.code) == code);
        by_name.or_else(by_code).map(|&(_, party)| party)
    }

    /// The party that a value names; without it an error is kept.
    pub(super) fn member(&self, field: &Field<'_>) -> Option<Municipality> {
        let text = field.text()?;
        let found = self.named(&text);
        if found.is_none() {
            field.report(unknown_name("party", &text, self.names()));
        }
        found
    }
}

impl Known {
    /// The parties that a key lists, each once.
    pub(super) fn members(&self, field: &Field<'_>) -> Option<BTreeSet<Municipality>> {
        let items = field.filled_list("a list of municipalities, such as [\"Bedum\", \"GM1663\"]")?;
        let parties = self.parties.as_ref()?;
        let read: Vec<Option<Municipality>> = items.iter().map(|item| parties.member(item)).collect();
        let mut members = BTreeSet::new();
        for (item, member) in items.iter().zip(&read) {
            if member.is_some_and(|member| !members.insert(member)) {
                let found = format!("{} a second time", item.text().unwrap_or_default());
                item.report(Error::new(Kind::Duplicate, found, "every municipality once"));
            }
        }
        read.iter().all(Option::is_some).then_some(members)
    }

    /// The id of a series.
    pub(super) fn series_id(&self, field: &Field<'_>) -> Option<String> {
        field.known("series", self.series.iter().map(|(id, _)| id.as_str()))
    }

    fn series(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|(other, _)| other == id).and_then(|(_, series)| series.as_ref())
    }

    /// The segments that a key lists, each once; `series` is the id of the series that has them.
    pub(super) fn segments(&self, field: &Field<'_>, series: Option<&str>) -> Option<BTreeSet<String>> {
        let read = match series.and_then(|id| self.series(id)) {
            Some(series) => field.all_known("segment", series.segments().iter().copied()),
            // The series could not be read, so nothing is known of its segments.
            None => field.texts(),
        };
        read.map(|segments| segments.into_iter().collect())
    }

    /// By what a pool shares.
    pub(super) fn key(&self, field: &Field<'_>) -> Option<KeyChoice> {
        let id = field.known("key", self.keys.iter().map(String::as_str).chain([CONTRIBUTION]))?;
        Some(if id == CONTRIBUTION { KeyChoice::Contribution } else { KeyChoice::Key(id) })
    }

    /// The id of a pool.
    pub(super) fn pool_id(&self, field: &Field<'_>) -> Option<String> {
        field.known("pool", self.pools.iter().map(|(id, _)| id.as_str()))
    }

    /// The id of the cost of a pool.
    pub(super) fn cost_of(&self, pool: &str) -> Option<&str> {
        self.pools.iter().find(|(id, _)| id == pool).and_then(|(_, cost)| cost.as_deref())
    }
}
