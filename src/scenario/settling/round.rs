//! One settlement of an outermost pool with all that lies within it.

use super::pool_year::PoolYear;
use crate::error::{Error, Kind};
use crate::exact::Amount;
use crate::period::Year;
use crate::pool::{Accounts, Nest, Pool, ReserveTerms, ReserveYear, RoundKind, Settlement};
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::pooling::{PoolSection, ReserveSection};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What is in the reserve of each pool at the start of a year, by the id of the pool.
pub(super) type Openings = BTreeMap<String, Amount>;

/// A settlement of one year: the first pool is the outermost one.
pub(super) struct RoundYear<'a> {
    pub(super) kind: RoundKind,
    pub(super) booked: Year,
    pub(super) pools: Vec<PoolYear<'a>>,
    /// What the reserve of each pool does, where it has one.
    pub(super) reserves: Vec<Option<ReserveYear>>,
    pub(super) nest: Nest<Party>,
    pub(super) settlement: Settlement<Party>,
}

/// Which settlement is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'s> {
    pub(super) kind: RoundKind,
    pub(super) booked: Year,
    /// The series with the cost as it was known then; `None` for the cost of the pool.
    pub(super) cost: Option<&'s str>,
}

impl<'a> RoundYear<'a> {
    /// Settles a year; `sections` has the outermost pool first.
    pub(super) fn new(
        ground: &Ground<'a, '_>,
        sections: &[PoolSection],
        year: Year,
        asked: Asked<'_>,
        openings: &Openings,
    ) -> Result<RoundYear<'a>, Error> {
        let outermost = sections.first().ok_or_else(|| Error::new(Kind::Missing, "no pool", "at least one"))?;
        let cost = |section: &PoolSection| {
            // Another cost of the region is another cost of all who share the same series.
            let same = section.cost == outermost.cost;
            asked.cost.filter(|_| same).map_or_else(|| section.cost.clone(), String::from)
        };
        let of_year = sections.iter().filter(|section| section.years.contains(&year));
        let pools = of_year.map(|section| PoolYear::new(ground, section, year, &cost(section)));
        let pools = pools.collect::<Result<Vec<_>, Error>>()?;
        let reserves = pools.iter().map(|pool| reserve(pool, openings)).collect::<Result<Vec<_>, Error>>()?;
        let nest = nest(&pools, &reserves)?;
        let settlement = nest.settle(accounts_of(&pools)).map_err(advised)?;
        Ok(RoundYear { kind: asked.kind, booked: asked.booked, pools, reserves, nest, settlement })
    }

    /// The outermost pool.
    pub(super) fn outermost(&self) -> &PoolYear<'a> {
        self.pools.first().expect("a settlement was made of at least one pool")
    }

    /// The pool with an id.
    pub(super) fn pool(&self, id: &str) -> Option<&PoolYear<'a>> {
        self.pools.iter().find(|pool| pool.section.id == id)
    }

    /// What each pool keeps in reserve at the end of the year.
    pub(super) fn closings(&self) -> Openings {
        let with_reserve = self.pools.iter().zip(&self.reserves);
        with_reserve.filter_map(|(pool, reserve)| Some((pool.section.id.clone(), reserve.as_ref()?.closing))).collect()
    }
}

/// Gives each pool its accounts.
pub(super) fn accounts_of<'r>(
    pools: &'r [PoolYear<'_>],
) -> impl Fn(&Pool<Party>) -> Result<Accounts<Party>, Error> + 'r {
    |pool| {
        let found = pools.iter().find(|year| year.section.id == pool.name());
        let unknown = || Error::unknown("pool", pool.name(), pools.iter().map(|year| year.section.id.as_str()));
        found.map(|year| year.accounts.clone()).ok_or_else(unknown)
    }
}

/// Settling finds one contradiction between pools: members who cost more in all in one of them than in another.
fn advised(error: Error) -> Error {
    match error.kind() {
        Kind::Pool => error.advise("Name one series as the cost of a pool and of those within it."),
        _ => error,
    }
}

/// The terms of a reserve.
pub(super) const fn terms(section: &ReserveSection) -> ReserveTerms {
    ReserveTerms { floor: section.floor, cap: section.cap, top_up: section.top_up }
}

/// What the reserve of a pool does in its year.
fn reserve(pool: &PoolYear<'_>, openings: &Openings) -> Result<Option<ReserveYear>, Error> {
    let Some(section) = &pool.section.reserve else { return Ok(None) };
    let place = |error: Error| error.within("reserve").within(format!("pool \"{}\"", pool.section.id));
    let result = result(pool).map_err(place)?;
    let opening = openings.get(&pool.section.id).copied().unwrap_or(section.opening);
    terms(section).year(opening, result).map(Some).map_err(place)
}

/// What was contributed less the cost that is shared.
fn result(pool: &PoolYear<'_>) -> Result<Amount, Error> {
    Amount::sum(pool.accounts.contributions())?.checked_sub(Amount::sum(pool.accounts.costs())?)
}

fn nest(pools: &[PoolYear<'_>], reserves: &[Option<ReserveYear>]) -> Result<Nest<Party>, Error> {
    let levied = |(position, (year, reserve)): (usize, (&PoolYear<'_>, &Option<ReserveYear>))| {
        let place = |error: Error| error.within("reserve").within(format!("pool \"{}\"", year.section.id));
        let levy = reserve.as_ref().map_or(Ok(Amount::ZERO), ReserveYear::members_add).map_err(place)?;
        let around = year.section.within.clone().filter(|_| position > 0);
        Ok((year.pool(levy)?, around))
    };
    Nest::new(pools.iter().zip(reserves).enumerate().map(levied).collect::<Result<Vec<_>, Error>>()?)
}
