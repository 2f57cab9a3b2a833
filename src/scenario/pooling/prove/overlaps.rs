//! No cost is shared twice, and no money counts twice: pools that share a member, a year and a segment of one series stand within
//! each other.

use super::super::{ModelChoice, PoolSection};
use super::ground::Ground;
use super::nesting::around;
use crate::error::{Error, Kind};
use crate::pool::Model;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>) -> Vec<Error> {
    let pools = &ground.scenario.pools;
    let pairs = pools
        .iter()
        .enumerate()
        .flat_map(|(position, pool)| pools.iter().take(position).map(move |other| (other, pool)));
    let error = |(one, other)| {
        let error = clash(ground, one, other).filter(|_| !lies_further_out(ground, one, other))?;
        Some(error.within(format!("pool \"{}\"", other.id)))
    };
    pairs.filter_map(error).collect()
}

fn clash(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> Option<Error> {
    if are_related(ground, one, other) {
        return None;
    }
    prove_apart(ground, one, other).err()
}

/// Whether pools around these clash already, so that one contradiction is told once.
fn lies_further_out(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> bool {
    let with_outer = |pool| core::iter::once(pool).chain(around(ground, pool)).collect::<Vec<&PoolSection>>();
    let (ones, others) = (with_outer(one), with_outer(other));
    let pairs = ones.iter().flat_map(|first| others.iter().map(move |second| (*first, *second))).skip(1);
    pairs.into_iter().any(|(first, second)| clash(ground, first, second).is_some())
}

/// One stands within the other, or both directly within a third: there a member is in one of them at most.
fn are_related(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> bool {
    let is_around =
        |outer: &PoolSection, inner: &PoolSection| around(ground, inner).iter().any(|pool| pool.id == outer.id);
    is_around(one, other) || is_around(other, one) || (one.within.is_some() && one.within == other.within)
}

fn prove_apart(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> Result<(), Error> {
    let (members, others) = (ground.members(one), ground.members(other));
    let member = members.intersection(&others).next();
    let year = one.years.intersection(&other.years).next();
    let (Some(&member), Some(year)) = (member, year) else { return Ok(()) };
    let (name, ids) = (ground.name(member), format!("in the pools \"{}\" and \"{}\"", one.id, other.id));
    if let Some(scope) = shared_scope(one, other) {
        let error = Error::new(Kind::Pool, format!("{scope} of {name} in {year} {ids}"), "every cost in one pool");
        return Err(
            error.advise("Give the pools segments, members or years of their own, or put one within the other.")
        );
    }
    let twice =
        counted(other).find(|(_, id)| counted(one).any(|(_, same)| same == *id) && meet(ground, id, one, other));
    let Some((key, id)) = twice else { return Ok(()) };
    let found = format!("\"{id}\" of {name} in {year} {ids}");
    let error = Error::new(Kind::Pool, found, "amounts that count in one pool").within(key);
    Err(error.advise("Give each pool a series of its own, or each figure the segment that it is for."))
}

/// The series of which a pool takes amounts beside its cost, each with the key that names it. A contribution that is only weighed
/// takes nothing away.
fn counted(pool: &PoolSection) -> impl Iterator<Item = (&'static str, &str)> {
    let model = match &pool.model {
        ModelChoice::EveryYear(model) => Some(model),
        ModelChoice::BlendByYear(_) => None,
    };
    let deviates = matches!(model, Some(Model::Corridor(_))) || pool.reserve.is_some();
    let cedes = matches!(model, Some(Model::StopLoss(_)));
    pool.series().filter(move |&(key, _)| match key {
        "contribution" => deviates,
        "clients" => cedes,
        key => key == "advances",
    })
}

/// Whether both pools take the same figures of a series; one without segments is about the whole of either pool.
fn meet(ground: &Ground<'_, '_>, id: &str, one: &PoolSection, other: &PoolSection) -> bool {
    let Ok(series) = ground.series(id) else { return false };
    let takes =
        |pool: &PoolSection, segment: &str| pool.segments.as_ref().is_none_or(|chosen| chosen.contains(segment));
    !series.has_segments() || series.segments().iter().any(|segment| takes(one, segment) && takes(other, segment))
}

/// What both pools share of the members' cost, in words.
fn shared_scope(one: &PoolSection, other: &PoolSection) -> Option<String> {
    // Segments of different series are different money.
    if one.cost != other.cost {
        return None;
    }
    match (&one.segments, &other.segments) {
        (None, None) => Some(format!("\"{}\"", one.cost)),
        (Some(segments), None) | (None, Some(segments)) => segments.first().map(named),
        (Some(segments), Some(others)) => segments.intersection(others).next().map(named),
    }
}

fn named(segment: &String) -> String {
    format!("segment \"{segment}\"")
}
