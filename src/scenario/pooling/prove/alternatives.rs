//! An alternative differs from its pool, and is a pool that could be.

use super::super::AlternativeSection;
use super::ground::Ground;
use super::pools::own_errors;
use crate::error::{Error, Kind};
use alloc::format;
use alloc::vec::Vec;

/// `is_sound` says of each pool whether it has no errors of its own: those are not repeated for its alternatives.
pub(super) fn errors(ground: &Ground<'_, '_>, is_sound: &[bool]) -> Vec<Error> {
    ground.scenario.alternatives.iter().flat_map(|alternative| located(ground, alternative, is_sound)).collect()
}

/// Everything that is wrong with one more alternative, for a scenario that was proved.
pub(in crate::scenario) fn errors_of_other(ground: &Ground<'_, '_>, alternative: &AlternativeSection) -> Vec<Error> {
    located(ground, alternative, &alloc::vec![true; ground.scenario.pools.len()])
}

fn located(ground: &Ground<'_, '_>, alternative: &AlternativeSection, is_sound: &[bool]) -> Vec<Error> {
    let within = |error: Error| error.within(format!("alternative \"{}\"", alternative.id));
    errors_of(ground, alternative, is_sound).into_iter().map(within).collect()
}

fn errors_of(ground: &Ground<'_, '_>, alternative: &AlternativeSection, is_sound: &[bool]) -> Vec<Error> {
    let pool = match ground.pool(&alternative.pool) {
        Ok(pool) => pool,
        Err(error) => return Vec::from([error.within("pool")]),
    };
    if !alternative.changes_something() {
        let error = Error::new(Kind::Missing, "nothing that differs", "a model, a key, segments or members who leave");
        return Vec::from([error]);
    }
    let members = ground.members(pool);
    if let Some(&stranger) = alternative.without.difference(&members).next() {
        let names: Vec<_> = members.iter().map(|&member| ground.name(member)).collect();
        let error = Error::unknown("member", &ground.name(stranger), names.iter().map(alloc::string::String::as_str));
        return Vec::from([error.within("without")]);
    }
    let pools = ground.scenario.pools.iter().zip(is_sound);
    let is_sound = pools.into_iter().any(|(other, &is_sound)| other.id == pool.id && is_sound);
    if is_sound { own_errors(ground, &alternative.applied_to(pool, &members)) } else { Vec::new() }
}
