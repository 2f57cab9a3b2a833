//! `[[key]]`: which figures become the weights of a key.

use super::known::{Known, Parties};
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::format::read::document::every;
use crate::format::read::part::{Field, Part};
use crate::format::section::Shape;
use crate::format::term::BasisWord;
use crate::key::{KeyBasis, KeyRule, KeyYear};
use crate::party::Municipality;
use crate::scenario::KeySection;
use alloc::collections::BTreeMap;
use alloc::format;

pub(super) fn read(part: &Part<'_>, known: &Known) -> Option<KeySection> {
    let (id, basis) = (part.id(), part.term("basis").and_then(|word| basis(part, word, known)));
    let series = part.optional("series", |field| known.series_id(field));
    let of_series = series.as_ref().and_then(Option::as_deref);
    let segments = part.optional("segments", |field| known.segments(field, of_series));
    let ages = part.optional("ages", |field| field.ages());
    let fixed = part.optional("year", |field| field.year().map(KeyYear::Fixed));
    let before = part.optional("years_before", |field| field.count().map(KeyYear::Before));
    let frozen = part.optional("frozen", |field| field.fingerprint());
    Some(KeySection {
        id: id?,
        rule: KeyRule { basis: basis?, year: fixed?.or(before?), ages: ages? },
        series: series?,
        segments: segments?,
        frozen: frozen?,
    })
}

fn basis(part: &Part<'_>, word: BasisWord, known: &Known) -> Option<KeyBasis<Municipality>> {
    let field = |key: &str| part.field(key);
    let basis = match word {
        BasisWord::Measured => KeyBasis::Measured,
        BasisWord::MeanOfSums => KeyBasis::MeanOfSums { years: field("years")?.count()? },
        BasisWord::MeanOfShares => KeyBasis::MeanOfShares { years: field("years")?.count()? },
        BasisWord::WeightedYears => KeyBasis::WeightedYears { weights: field("weights")?.numbers()? },
        BasisWord::Equal => KeyBasis::Equal,
        BasisWord::Fixed => {
            let shares = shares(&field("shares")?, known)?;
            KeyBasis::Fixed { entries: shares.into_iter().collect() }
        }
    };
    let own = match word {
        BasisWord::MeanOfSums | BasisWord::MeanOfShares => field("years"),
        _ => field("weights"),
    };
    if let (Err(error), Some(own)) = (basis.years(), own) {
        own.report(error);
    }
    Some(basis)
}

/// What each member weighs, by its name or its code.
fn shares(field: &Field<'_>, known: &Known) -> Option<BTreeMap<Municipality, Ratio>> {
    let Some(entries) = field.entries("share") else {
        field.report(field.wrong_type(Shape::NamedNumbers.expected()));
        return None;
    };
    if entries.is_empty() {
        field.report(Error::new(Kind::Missing, "no share", Shape::NamedNumbers.expected()));
        return None;
    }
    let parties = known.parties.as_ref();
    let read = every(entries.iter().map(|(name, field)| share(name, field, parties)))?;
    let mut shares = BTreeMap::new();
    for ((_, field), (municipality, share)) in entries.iter().zip(read) {
        if shares.insert(municipality, share).is_some() {
            let found = format!("{} a second time", municipality.code);
            field.report(Error::new(Kind::Duplicate, found, "every municipality once"));
        }
    }
    Some(shares)
}

fn share(name: &str, field: &Field<'_>, parties: Option<&Parties>) -> Option<(Municipality, Ratio)> {
    let (number, parties) = (field.ratio(), parties?);
    let municipality = parties.named(name);
    if municipality.is_none() {
        field.known_as(name, "party", parties.names());
    }
    Some((municipality?, number?))
}
