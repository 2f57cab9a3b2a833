//! The keys of a pool in a year: which figures of which year, and the fingerprint they may have to have.

use super::figures::Figures;
use super::outcome::KeyWeights;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::key::{AgeBand, DatedKey, Key, KeyBasis, KeyRule, Measure};
use crate::party::Municipality;
use crate::period::Year;
use crate::pool::KeyUsed;
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::pooling::{KeyChoice, KeySection, Record, Series, SeriesQuantity};
use crate::trace::{Trace, Value};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A key of a pool with what it was made from.
pub(in crate::scenario) enum PoolKey<'a> {
    /// From figures of a year.
    Dated { key: DatedKey<Party>, series: Option<(&'a Series, &'a str)>, section: Option<&'a KeySection> },
    /// What the members contribute in the year of the pool, in cents.
    Contribution { key: Key<Party>, year: Year, figures: Figures<'a> },
}

impl<'a> PoolKey<'a> {
    /// The key of a pool; without a choice every member weighs the same, as where nothing is divided.
    pub(in crate::scenario) fn new(
        ground: &Ground<'a, '_>,
        choice: Option<&KeyChoice>,
        members: &[Party],
        year: Year,
        contribution: Option<&Figures<'a>>,
    ) -> Result<PoolKey<'a>, Error> {
        match (choice, contribution) {
            (Some(KeyChoice::Contribution), Some(figures)) => by_contribution(members, year, figures),
            (Some(choice), _) => match ground.key(choice)? {
                Some(section) => dated(ground, section, members, year)
                    .map_err(|error| error.within(format!("key \"{}\"", section.id))),
                None => equal(members, year),
            },
            (None, _) => equal(members, year),
        }
    }

    pub(in crate::scenario) const fn key(&self) -> &Key<Party> {
        match self {
            PoolKey::Dated { key, .. } => key.key(),
            PoolKey::Contribution { key, .. } => key,
        }
    }

    /// What a letter says of the key.
    pub(in crate::scenario) fn used(&self) -> KeyUsed {
        let years = match self {
            PoolKey::Dated { key, .. } => key.years().to_vec(),
            PoolKey::Contribution { year, .. } => Vec::from([*year]),
        };
        KeyUsed { name: self.key().name().into(), years, fingerprint: fingerprint(self.key()) }
    }

    /// What each member weighs.
    pub(super) fn weights(&self) -> Result<KeyWeights, Error> {
        let (key, unit) = match self {
            PoolKey::Dated { key, .. } => (key.key(), key.unit()),
            PoolKey::Contribution { key, .. } => (key, "cents"),
        };
        let weights = key.amounts().to_vec();
        let total = weights.iter().try_fold(Ratio::ZERO, |sum, &weight| sum.checked_add(weight))?;
        let shares = (0..weights.len()).map(|member| key.weights().share(member)).collect();
        Ok(KeyWeights { unit: unit.into(), weights, total, shares })
    }

    /// Explains what a member weighs.
    pub(in crate::scenario) fn explain(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        match self {
            PoolKey::Dated { key, series, section } => {
                key.explain(trace, member, |party, year, ages| cited(*series, *section, party, year, ages))
            }
            PoolKey::Contribution { year, figures, .. } => {
                figures.explain(trace, &format!("contribution, {member}"), &figures.inside(member, *year))
            }
        }
    }
}

#[cfg(feature = "format")]
fn fingerprint(key: &Key<Party>) -> Option<String> {
    by_id(key).ok().map(|key| key.fingerprint())
}

/// The same key by the ids of its parties: how a table calls a municipality is no figure of the key.
#[cfg(feature = "format")]
fn by_id(key: &Key<Party>) -> Result<Key<Municipality>, Error> {
    let ids = key.parties().iter().map(|party| party.municipality);
    Key::new(key.name(), ids.zip(key.amounts().iter().copied()), None)
}

/// Fingerprints come with the feature `format`.
#[cfg(not(feature = "format"))]
const fn fingerprint(_: &Key<Party>) -> Option<String> {
    None
}

fn by_contribution<'a>(members: &[Party], year: Year, figures: &Figures<'a>) -> Result<PoolKey<'a>, Error> {
    let entry = |member: &Party| -> Result<(Party, Ratio), Error> {
        figures.prove(member, year)?;
        Ok((member.clone(), Value::Amount(Figures::sum(&figures.inside(member, year))?).number()?))
    };
    let entries = members.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    let key = Key::new(&format!("{} {year}", figures.series.id()), entries, None)?;
    Ok(PoolKey::Contribution { key, year, figures: figures.clone() })
}

fn equal<'a>(members: &[Party], year: Year) -> Result<PoolKey<'a>, Error> {
    let rule = KeyRule { basis: KeyBasis::Equal, year: None, ages: None };
    Ok(PoolKey::Dated { key: rule.derive(members, None, year)?, series: None, section: None })
}

fn dated<'a>(
    ground: &Ground<'a, '_>,
    section: &'a KeySection,
    members: &[Party],
    year: Year,
) -> Result<PoolKey<'a>, Error> {
    let series = section.series.as_ref().map(|id| ground.series(id)).transpose()?;
    let measure = series.map(|series| measure(ground, series, section)).transpose()?;
    let key = rule(ground, &section.rule).derive(members, measure.as_ref(), year);
    let key = key.map_err(|error| advised(error, section))?;
    if !ground.is_tried_out {
        prove_frozen(section, key.key())?;
    }
    let series = series.map(|series| (series, ground.scenario.source_title(series.source())));
    Ok(PoolKey::Dated { key, series, section: Some(section) })
}

/// What to do about weights that nothing can be divided by, and about a member without a share.
fn advised(error: Error, section: &KeySection) -> Error {
    match (error.kind(), section.looks_at_figures()) {
        (Kind::UnknownName, false) => error.advise("Give every member a share in the key; 0 is one."),
        (Kind::ZeroWeights | Kind::NegativeWeight, true) if error.advice().is_none() => {
            error.advise("Declare another key year, or the sums of more years.")
        }
        _ => error,
    }
}

#[cfg(feature = "format")]
fn prove_frozen(section: &KeySection, key: &Key<Party>) -> Result<(), Error> {
    section.frozen.as_ref().map_or(Ok(()), |fingerprint| by_id(key)?.prove_frozen(fingerprint))
}

/// A fingerprint that cannot be computed must not pass for one that was compared.
#[cfg(not(feature = "format"))]
fn prove_frozen(section: &KeySection, _: &Key<Party>) -> Result<(), Error> {
    section.frozen.as_ref().map_or(Ok(()), |_| {
        Err(Error::new(Kind::Missing, "a frozen key, and no way to compare it", "the feature `format` of this crate"))
    })
}

/// The rule of a section, over parties with their names.
fn rule(ground: &Ground<'_, '_>, rule: &KeyRule<Municipality>) -> KeyRule<Party> {
    let named = |(municipality, weight): &(Municipality, Ratio)| {
        let party = ground.parties.iter().find(|party| party.municipality == *municipality)?;
        Some((party.clone(), *weight))
    };
    let basis = match &rule.basis {
        KeyBasis::Measured => KeyBasis::Measured,
        KeyBasis::MeanOfSums { years } => KeyBasis::MeanOfSums { years: *years },
        KeyBasis::MeanOfShares { years } => KeyBasis::MeanOfShares { years: *years },
        KeyBasis::WeightedYears { weights } => KeyBasis::WeightedYears { weights: weights.clone() },
        KeyBasis::Equal => KeyBasis::Equal,
        KeyBasis::Fixed { entries } => KeyBasis::Fixed { entries: entries.iter().filter_map(named).collect() },
    };
    KeyRule { basis, year: rule.year, ages: rule.ages }
}

/// The series as a measure of the parties, added up over the segments that count.
fn measure(ground: &Ground<'_, '_>, series: &Series, section: &KeySection) -> Result<Measure<Party>, Error> {
    let unit = match series.quantity() {
        SeriesQuantity::Amount => "euros",
        SeriesQuantity::Count => "people",
    };
    let mut sums: BTreeMap<(&Party, Year, Option<AgeBand>), Ratio> = BTreeMap::new();
    for record in series.records().iter().filter(|record| counts(section, record)) {
        let party = ground.parties.binary_search_by_key(&record.municipality, |party| party.municipality);
        let party = party.ok().and_then(|position| ground.parties.get(position));
        // A figure of somebody else was refused when the scenario was proved.
        if let Some(party) = party {
            let sum = sums.entry((party, record.year, record.ages)).or_insert(Ratio::ZERO);
            *sum = sum.checked_add(record.value)?;
        }
    }
    let entries = sums.into_iter().map(|((party, year, ages), sum)| (party.clone(), year, ages, sum));
    Measure::new(series.id(), unit, entries)
}

fn counts(section: &KeySection, record: &Record) -> bool {
    let Some(segments) = &section.segments else { return true };
    record.segment.as_ref().is_some_and(|segment| segments.contains(segment))
}

/// Where the figure of a key stands; of several that were added up, the first, and how many more there are.
fn cited(
    series: Option<(&Series, &str)>,
    section: Option<&KeySection>,
    party: &Party,
    year: Year,
    ages: Option<AgeBand>,
) -> String {
    let Some((series, source)) = series else {
        return "the scenario".into();
    };
    let is_it = |record: &&Record| record.ages == ages && section.is_none_or(|section| counts(section, record));
    let mut records = series.of(party.municipality, year).iter().filter(is_it);
    let Some(first) = records.next() else {
        return source.into();
    };
    match records.count() {
        0 => series.place(first, source),
        more => format!("{}, and {more} more", series.place(first, source)),
    }
}
