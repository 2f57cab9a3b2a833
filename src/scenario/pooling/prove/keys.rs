//! Keys go by figures that are there.

use super::super::{CONTRIBUTION, KeySection, Series};
use super::ground::{Ground, segments};
use crate::error::{Error, Kind};
use crate::key::KeyBasis;
use alloc::format;
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>) -> Vec<Error> {
    let of = |key: &KeySection| {
        let error = prove(ground, key).err()?;
        Some(error.within(format!("key \"{}\"", key.id)))
    };
    ground.scenario.keys.iter().filter_map(of).collect()
}

fn prove(ground: &Ground<'_, '_>, key: &KeySection) -> Result<(), Error> {
    if key.id == CONTRIBUTION {
        let found = format!("the id \"{CONTRIBUTION}\", which stands for the contribution of a pool");
        return Err(Error::new(Kind::Duplicate, found, "another id"));
    }
    key.rule.basis.years()?;
    if let KeyBasis::Fixed { entries } = &key.rule.basis {
        let proved = entries.iter().try_for_each(|&(municipality, _)| ground.party(municipality));
        proved.map_err(|error| error.within("shares"))?;
    }
    prove_figures(ground, key)
}

/// What a basis looks at is there; what it does not look at is not.
fn prove_figures(ground: &Ground<'_, '_>, key: &KeySection) -> Result<(), Error> {
    let basis = key.rule.basis.name();
    match (&key.series, key.looks_at_figures()) {
        (None, false) if key.segments.is_none() => Ok(()),
        (_, false) => {
            let found = format!("a series or segments for the basis \"{basis}\"");
            Err(Error::new(Kind::UnknownKey, found, "neither, because it looks at no figures"))
        }
        (None, true) => Err(Error::new(Kind::Missing, "no series", format!("one, for the basis \"{basis}\""))),
        (Some(_), true) if key.rule.year.is_none() => {
            Err(Error::new(Kind::Missing, "no key year", format!("one, for the basis \"{basis}\"")))
        }
        (Some(series), true) => {
            let series = ground.series(series)?;
            prove_ages(key, series)?;
            segments(key.segments.as_ref(), series)
        }
    }
}

fn prove_ages(key: &KeySection, series: &Series) -> Result<(), Error> {
    let error = match (key.rule.ages, series.has_ages()) {
        (None, true) => Error::new(Kind::Missing, "no age band", "one, because the series is per age band")
            .advise("Declare who counts, such as ages = \"0-17\"."),
        (Some(ages), false) => {
            let found = format!("the age band {ages} of the series \"{}\", which has no ages", series.id());
            Error::new(Kind::UnknownName, found, "no age band")
        }
        _ => return Ok(()),
    };
    Err(error.within("ages"))
}
