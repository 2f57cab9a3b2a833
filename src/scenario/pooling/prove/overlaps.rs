//! No cost is shared twice: pools that share a member, a year and a segment of one series stand within each other.

use super::super::PoolSection;
use super::ground::Ground;
use super::nesting::around;
use crate::error::{Error, Kind};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>) -> Vec<Error> {
    let pools = &ground.scenario.pools;
    let of = |(position, pool): (usize, &'_ PoolSection)| {
        let earlier = pools.iter().take(position).filter(|other| !are_related(ground, pool, other));
        let error =
            |other: &PoolSection| Some(prove_apart(ground, other, pool).err()?.within(format!("pool \"{}\"", pool.id)));
        earlier.filter_map(error).collect::<Vec<Error>>()
    };
    pools.iter().enumerate().flat_map(of).collect()
}

/// One stands within the other, or both directly within a third: there a member is in one of them at most.
fn are_related(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> bool {
    let is_around = |outer: &PoolSection, inner| around(ground, inner).iter().any(|pool| pool.id == outer.id);
    let pools = &ground.scenario.pools;
    let find = |id: &str| pools.iter().find(|pool| pool.id == id);
    let (Some(first), Some(second)) = (find(&one.id), find(&other.id)) else { return false };
    is_around(first, second) || is_around(second, first) || (one.within.is_some() && one.within == other.within)
}

fn prove_apart(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> Result<(), Error> {
    let (members, others) = (ground.members(one), ground.members(other));
    let member = members.intersection(&others).next();
    let year = one.years.intersection(&other.years).next();
    let (Some(&member), Some(year), Some(scope)) = (member, year, shared_scope(one, other)) else {
        return Ok(());
    };
    let name = ground.name(member);
    let found = format!("{scope} of {name} in {year} in the pools \"{}\" and \"{}\"", one.id, other.id);
    let error = Error::new(Kind::Pool, found, "every cost in one pool");
    Err(error.advise("Give the pools segments, members or years of their own, or put one within the other."))
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
