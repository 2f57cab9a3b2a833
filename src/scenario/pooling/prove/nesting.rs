//! Sub-pools lead up to a pool of their own, and a member is in one sub-pool at most.

use super::super::PoolSection;
use super::ground::Ground;
use crate::error::{Error, Kind, listed};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>) -> Vec<Error> {
    let pools = &ground.scenario.pools;
    let own = pools.iter().filter_map(|pool| Some(within(pool, prove(ground, pool).err()?)));
    let doubles = pools.iter().enumerate().flat_map(|(position, pool)| {
        let earlier = pools.iter().take(position);
        earlier.filter_map(move |other| Some(within(pool, prove_apart(ground, other, pool).err()?)))
    });
    own.chain(doubles).collect()
}

fn within(pool: &PoolSection, error: Error) -> Error {
    error.within(format!("pool \"{}\"", pool.id))
}

/// Municipalities that share within a region lie a few deep. Each pool settles what lies within it first, on the stack of the
/// caller, so that a text may not nest them without end.
const DEEPEST: usize = 16;

/// The pools around a pool, from the inside out; ends at a pool that is not there, before one that came already, and at the
/// first that is too far out.
pub(super) fn around<'a>(ground: &Ground<'a, '_>, pool: &PoolSection) -> Vec<&'a PoolSection> {
    let next = |inner: &PoolSection| inner.within.as_ref().and_then(|id| ground.pool(id).ok());
    let mut around: Vec<&'a PoolSection> = Vec::new();
    while let Some(outer) = next(around.last().copied().unwrap_or(pool)) {
        if outer.id == pool.id || around.iter().any(|inner| inner.id == outer.id) {
            break;
        }
        around.push(outer);
        if around.len() > DEEPEST {
            break;
        }
    }
    around
}

fn prove(ground: &Ground<'_, '_>, pool: &PoolSection) -> Result<(), Error> {
    let Some(id) = &pool.within else { return Ok(()) };
    let outer = ground.pool(id).map_err(|error| error.within("within"))?;
    refuse_circle(ground, pool)?;
    refuse_depth(ground, pool)?;
    refuse_settlements(pool)?;
    if let Some(stranger) = ground.members(pool).difference(&ground.members(outer)).next() {
        let found = format!("{}, no member of pool \"{id}\" around it", ground.name(*stranger));
        return Err(Error::new(Kind::Pool, found, "members of both").within("members"));
    }
    let reserve = around(ground, pool).into_iter().find(|outer| outer.reserve.is_some());
    if let Some(outer) = reserve.filter(|_| pool.reserve.is_some()) {
        let found = format!("a reserve within pool \"{}\", which has one too", outer.id);
        let error = Error::new(Kind::Pool, found, "one reserve for each cost");
        return Err(error.advise("Both would level the same deficit: keep one of them.").within("reserve"));
    }
    if let Some(year) = pool.years.difference(&outer.years).next() {
        let found = format!("{year}, no year of pool \"{id}\" around it");
        return Err(Error::new(Kind::Pool, found, "years of both").within("years"));
    }
    Ok(())
}

/// What was paid is settled in the outermost pool, for all that lies within it.
fn refuse_settlements(inner: &PoolSection) -> Result<(), Error> {
    let own = [("advances", inner.advances.is_some()), ("rounds", !inner.rounds.is_empty())];
    let own = own.into_iter().find_map(|(key, is_there)| is_there.then_some(key));
    own.map_or(Ok(()), |key| {
        let error =
            Error::new(Kind::Pool, format!("{key} of a sub-pool"), format!("{key} in the outermost pool alone"));
        Err(error.advise("Move them there: what lies within a pool settles with it.").within(key))
    })
}

/// Of the pools of a circle, the first one tells.
fn refuse_circle(ground: &Ground<'_, '_>, pool: &PoolSection) -> Result<(), Error> {
    let around = around(ground, pool);
    let closes = around.last().unwrap_or(&pool).within.as_ref() == Some(&pool.id);
    if !closes {
        return Ok(());
    }
    let first = ground.scenario.pools.iter().find(|one| one.id == pool.id || around.iter().any(|two| two.id == one.id));
    if first.is_some_and(|first| first.id != pool.id) {
        return Ok(());
    }
    let names: Vec<String> = core::iter::once(pool).chain(around).map(|pool| format!("\"{}\"", pool.id)).collect();
    let found = match names.as_slice() {
        [_] => String::from("a pool within itself"),
        several => format!("a circle of the pools {}", listed(several)),
    };
    Err(Error::new(Kind::Pool, found, "sub-pools that lead up to a pool of their own").within("within"))
}

fn refuse_depth(ground: &Ground<'_, '_>, pool: &PoolSection) -> Result<(), Error> {
    if around(ground, pool).len() <= DEEPEST {
        return Ok(());
    }
    let found = format!("a pool within more than {DEEPEST} others");
    Err(Error::new(Kind::Pool, found, format!("at most {DEEPEST} around it")).within("within"))
}

/// Two sub-pools of one pool share no member in any year.
fn prove_apart(ground: &Ground<'_, '_>, one: &PoolSection, other: &PoolSection) -> Result<(), Error> {
    // A pool that is within itself is no sibling of its own sub-pools; that it is was told.
    let is_shared = |outer: &&String| other.within.as_ref() == Some(*outer) && ![&one.id, &other.id].contains(outer);
    let Some(outer) = one.within.as_ref().filter(is_shared) else {
        return Ok(());
    };
    let (members, others) = (ground.members(one), ground.members(other));
    match (members.intersection(&others).next(), one.years.intersection(&other.years).next()) {
        (Some(&member), Some(year)) => {
            let name = ground.name(member);
            let found = format!("{name} in {year} in the pools \"{}\" and \"{}\" of \"{outer}\"", one.id, other.id);
            Err(Error::new(Kind::Pool, found, "every member in one sub-pool at most"))
        }
        _ => Ok(()),
    }
}
