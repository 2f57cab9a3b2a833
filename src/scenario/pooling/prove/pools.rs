//! What a pool names exists, and its model has what it needs.

use super::super::{ModelChoice, PoolSection};
use super::ground::{Ground, segments};
use super::series::is_contribution;
use crate::error::{Error, Kind, listed};
use crate::pool::{Advances, Model};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn errors(ground: &Ground<'_, '_>, pool: &PoolSection) -> Vec<Error> {
    let within = |error: Error| error.within(format!("pool \"{}\"", pool.id));
    own_errors(ground, pool).into_iter().map(within).collect()
}

/// What is wrong with the pool by itself.
pub(super) fn own_errors(ground: &Ground<'_, '_>, pool: &PoolSection) -> Vec<Error> {
    let mut errors: Vec<Error> = Vec::new();
    errors.extend(prove_who_and_when(ground, pool).err());
    errors.extend(pool.series().filter_map(|(key, id)| Some(ground.amounts(id).err()?.within(key))));
    errors.extend(prove_clients(ground, pool).err());
    // A cost that is not there was reported with the other series.
    errors.extend(ground.series(&pool.cost).ok().and_then(|cost| segments(pool.segments.as_ref(), cost).err()));
    errors.extend(prove_scopes(ground, pool));
    errors.extend(prove_model(pool).map_err(|error| error.within("model")).err());
    for (name, choice) in [("key", &pool.key), ("underspend_key", &pool.underspend_key)] {
        errors.extend(choice.iter().filter_map(|choice| Some(ground.key(choice).err()?.within(name))));
    }
    errors.extend(missing(pool));
    errors.extend(prove_settlement(pool).err());
    errors
}

fn prove_who_and_when(ground: &Ground<'_, '_>, pool: &PoolSection) -> Result<(), Error> {
    if pool.years.is_empty() {
        return Err(Error::new(Kind::Missing, "no year", "at least one").within("years"));
    }
    let members = ground.members(pool);
    if members.is_empty() {
        return Err(Error::new(Kind::Missing, "no member", "at least one").within("members"));
    }
    let proved = members.into_iter().try_for_each(|member| ground.party(member));
    proved.map_err(|error| error.within("members"))
}

fn prove_clients(ground: &Ground<'_, '_>, pool: &PoolSection) -> Result<(), Error> {
    let clients = pool.clients.as_ref().and_then(|id| ground.series(id).ok());
    if clients.is_none_or(super::super::Series::has_clients) {
        return Ok(());
    }
    let error = Error::new(Kind::Missing, "a series without clients", "one with a client for every figure");
    Err(error.advise("Name the CSV column with their numbers in the series: client = \"client\".").within("clients"))
}

/// The other series have the segments of the pool: a name that is not among theirs would count for zero.
fn prove_scopes(ground: &Ground<'_, '_>, pool: &PoolSection) -> Vec<Error> {
    let Some(chosen) = &pool.segments else { return Vec::new() };
    let error = |(key, id): (&'static str, &str)| {
        let known = ground.series(id).ok()?.segments();
        let absent = || chosen.iter().filter(|segment| !known.contains(segment.as_str()));
        let fits = match key {
            // The cost of a settlement stands for the cost of the pool, segment by segment.
            "rounds" => absent().next().is_none(),
            // Others are about the pool when they have no segments, and need not have figures of each.
            _ => known.is_empty() || absent().count() < chosen.len(),
        };
        let found = format!("the series \"{id}\" without figures of segment {}", quoted(absent().map(String::as_str)));
        let error = Error::new(Kind::Missing, found, "figures of the segments of the pool").within(key);
        let advice = match known.len() {
            0 => "Give each of its figures a segment, as the cost of the pool has.".into(),
            _ => format!("It has figures of segment {}.", quoted(known.iter().copied())),
        };
        (!fits).then(|| error.advise(advice))
    };
    pool.series().filter(|(key, _)| *key != "cost").filter_map(error).collect()
}

fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    listed(&names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>())
}

fn prove_model(pool: &PoolSection) -> Result<(), Error> {
    let ModelChoice::BlendByYear(shares) = &pool.model else {
        return pool.years.iter().filter_map(|&year| pool.model.in_year(year)).try_for_each(|model| model.prove());
    };
    if let Some(year) = pool.years.iter().find(|year| !shares.contains_key(year)) {
        let found = format!("no pooled share for {year}");
        return Err(Error::new(Kind::Missing, found, "one for each year of the pool"));
    }
    if let Some(year) = shares.keys().find(|year| !pool.years.contains(year)) {
        let found = format!("a pooled share for {year}");
        return Err(Error::new(Kind::OutOfRange, found, "only years of the pool"));
    }
    let by_year = |(year, &pooled)| Model::Blend { pooled }.prove().map_err(|error| error.within(format!("{year}")));
    shares.iter().try_for_each(by_year)
}

/// What the model and the keys need, and is not there; or is there, and nothing needs it.
fn missing(pool: &PoolSection) -> Vec<Error> {
    let model = match &pool.model {
        ModelChoice::EveryYear(model) => Some(model),
        ModelChoice::BlendByYear(_) => None,
    };
    let by_contribution = is_contribution(pool.key.as_ref()) || is_contribution(pool.underspend_key.as_ref());
    let is_corridor = matches!(model, Some(Model::Corridor(_)));
    let needs_clients = matches!(model, Some(Model::StopLoss(_)));
    let mut errors = Vec::new();
    errors.extend(
        use_of_key(pool).filter(|_| pool.key.is_none()).map(|purpose| lacks("key", &format!("one, {purpose}"))),
    );
    let purposes = [
        (is_corridor, "for the model corridor"),
        (by_contribution, "for a key by contribution"),
        (pool.reserve.is_some(), "for a reserve, which takes what is beyond the cost"),
    ];
    let purpose = purposes.into_iter().find_map(|(is_needed, purpose)| is_needed.then_some(purpose));
    if let Some(purpose) = purpose.filter(|_| pool.contribution.is_none()) {
        errors.push(lacks("contribution", &format!("a series with what the members contribute, {purpose}")));
    }
    if needs_clients && pool.clients.is_none() {
        errors.push(lacks("clients", "a series with the cost of clients, for the model stop-loss"));
    }
    if pool.underspend_key.is_some() && !pool.model.keeps_each_side() {
        let expected = "one only for a corridor with netting \"each-side\"";
        errors.push(Error::new(Kind::UnknownKey, "a key for underspends", expected).within("underspend_key"));
    }
    errors
}

/// For what a pool needs a key, where it does.
fn use_of_key(pool: &PoolSection) -> Option<String> {
    if !pool.model.is_actual_use() {
        return Some(format!("for the model {}", pool.model.name()));
    }
    if pool.reserve.is_some() {
        return Some("by which members fill the reserve".into());
    }
    pool.within.as_ref().map(|outer| format!("by which members share what they pay to the pool \"{outer}\""))
}

fn lacks(key: &str, expected: &str) -> Error {
    Error::new(Kind::Missing, format!("no {key}"), expected.to_string())
}

/// Instalments, the reserve and rounds; the order of the rounds is proved where they are settled.
fn prove_settlement(pool: &PoolSection) -> Result<(), Error> {
    if let Some(advances) = &pool.advances {
        Advances::new(&[], advances.instalments.into()).map_err(|error| error.within("advances"))?;
    }
    if let Some(reserve) = &pool.reserve {
        reserve.terms().prove().map_err(|error| error.within("reserve"))?;
    }
    let stranger = pool.rounds.iter().filter_map(|round| round.year).find(|year| !pool.years.contains(year));
    match stranger {
        None => Ok(()),
        Some(year) => {
            Err(Error::new(Kind::OutOfRange, format!("a settlement of {year}"), "a year of the pool").within("rounds"))
        }
    }
}
