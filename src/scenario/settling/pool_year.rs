//! One pool in one year: who takes part, by which figures, which keys and which model.

use super::figures::Figures;
use super::keys::PoolKey;
use crate::error::{Error, Kind};
use crate::exact::Amount;
use crate::period::Year;
use crate::pool::{Account, Accounts, Model, Pool};
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::pooling::{PoolSection, Record};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A pool section in one of its years.
pub(super) struct PoolYear<'a> {
    pub(super) section: PoolSection,
    pub(super) year: Year,
    pub(super) members: Vec<Party>,
    pub(super) cost: Figures<'a>,
    pub(super) contribution: Option<Figures<'a>>,
    pub(super) clients: Option<Figures<'a>>,
    pub(super) advances: Option<Figures<'a>>,
    pub(super) key: PoolKey<'a>,
    pub(super) underspend_key: Option<PoolKey<'a>>,
    pub(super) accounts: Accounts<Party>,
}

impl<'a> PoolYear<'a> {
    /// Finds the figures; `cost` is the series with the cost as it was known for this settlement.
    pub(super) fn new(
        ground: &Ground<'a, '_>,
        section: &PoolSection,
        year: Year,
        cost: &str,
    ) -> Result<PoolYear<'a>, Error> {
        PoolYear::resolve(ground, section, year, cost).map_err(|error| error.within(format!("pool \"{}\"", section.id)))
    }

    fn resolve(ground: &Ground<'a, '_>, section: &PoolSection, year: Year, cost: &str) -> Result<PoolYear<'a>, Error> {
        let figures = |id: &str| -> Result<Figures<'a>, Error> {
            Ok(Figures::new(ground.scenario, ground.amounts(id)?, section.segments.as_ref()))
        };
        let optional = |id: Option<&str>| id.map(figures).transpose();
        let chosen = ground.members(section);
        let members: Vec<Party> =
            ground.parties.iter().filter(|party| chosen.contains(&party.municipality)).cloned().collect();
        let contribution = optional(section.contribution.as_deref())?;
        let key = PoolKey::new(ground, section.key.as_ref(), &members, year, contribution.as_ref())?;
        let underspend_key = match &section.underspend_key {
            Some(choice) => Some(PoolKey::new(ground, Some(choice), &members, year, contribution.as_ref())?),
            None => None,
        };
        let mut pool = PoolYear {
            cost: figures(cost)?,
            clients: optional(section.clients.as_deref())?,
            advances: optional(section.advances.as_ref().map(|advances| advances.series.as_str()))?,
            accounts: Accounts::new([])?,
            section: section.clone(),
            year,
            members,
            contribution,
            key,
            underspend_key,
        };
        pool.accounts = pool.find_accounts()?;
        Ok(pool)
    }

    fn find_accounts(&self) -> Result<Accounts<Party>, Error> {
        let accounts = self.members.iter().map(|member| Ok((member.clone(), self.account(member)?)));
        Accounts::new(accounts.collect::<Result<Vec<_>, Error>>()?)
    }

    fn account(&self, member: &Party) -> Result<Account, Error> {
        let year = self.year;
        self.cost.prove(member, year)?;
        let contribution = match &self.contribution {
            Some(figures) => {
                figures.prove(member, year)?;
                Figures::sum(&figures.inside(member, year))?
            }
            None => Amount::ZERO,
        };
        let clients = self.clients.as_ref().map(|figures| figures.inside(member, year)).unwrap_or_default();
        Ok(Account {
            cost: Figures::sum(&self.cost.inside(member, year))?,
            outside: Figures::sum(&self.cost.outside(member, year))?,
            contribution,
            clients: clients.iter().map(|record| record.amount()).collect::<Result<_, Error>>()?,
        })
    }

    /// The segments that are shared; `None` for all.
    pub(super) fn segments(&self) -> Option<Vec<String>> {
        self.section.segments.as_ref().map(|segments| segments.iter().cloned().collect())
    }

    /// How cost is shared in this year.
    pub(super) fn model(&self) -> Result<Model, Error> {
        let missing = || Error::new(Kind::Missing, format!("no model for {}", self.year), "one for every year");
        self.section.model.in_year(self.year).ok_or_else(missing)
    }

    /// The pool, with what its members put into a reserve beyond the cost.
    pub(super) fn pool(&self, levy: Amount) -> Result<Pool<Party>, Error> {
        let pool = Pool::new(&self.section.id, self.model()?, self.key.key().clone())?;
        let pool = pool.placed_by(self.section.residual, self.section.tie).with_levy(levy);
        match &self.underspend_key {
            Some(key) => pool.with_underspend_key(key.key().clone()),
            None => Ok(pool),
        }
    }

    /// What was paid beforehand, per member; `None` where members pay for their own clients until the settlement.
    pub(super) fn advances_paid(&self, ground: &Ground<'a, '_>) -> Result<Option<Vec<Amount>>, Error> {
        let Some(figures) = &self.advances else { return Ok(None) };
        let paid = |member: &Party| {
            figures.prove(member, self.year)?;
            Figures::sum(&figures.inside(member, self.year))
        };
        let place = |error: Error| error.within("advances").within(format!("pool \"{}\"", self.section.id));
        let column = self.members.iter().map(paid).collect::<Result<Vec<_>, Error>>().map_err(place)?;
        self.refuse_strangers(ground, figures).map_err(place)?;
        Ok(Some(column))
    }

    /// An advance of somebody who is no member, here or in another pool that counts it, would be forgotten.
    fn refuse_strangers(&self, ground: &Ground<'a, '_>, figures: &Figures<'a>) -> Result<(), Error> {
        let series = figures.series.id();
        if self.section.contribution.as_deref() == Some(series) {
            return Ok(());
        }
        let is_member = |id| self.members.binary_search_by_key(&id, |member| member.municipality).is_ok();
        let is_forgotten = |record: &&Record| {
            let is_of_pool = record.year == self.year && figures.is_inside(record);
            is_of_pool && !is_member(record.municipality) && !is_counted(ground, series, record)
        };
        match figures.series.records().iter().find(is_forgotten) {
            None => Ok(()),
            Some(record) => {
                let found = format!("an advance of {record}, who is no member");
                let error = Error::new(Kind::Pool, found, "advances of members alone");
                let error = error.advise("Leave its advance out, or take the municipality into the pool.");
                Err(figures.series.located(Some(record), error))
            }
        }
    }
}

/// Whether a figure is an advance that any pool counts.
fn is_counted(ground: &Ground<'_, '_>, series: &str, record: &Record) -> bool {
    let is_of = |pool: &&PoolSection| pool.advances.as_ref().is_some_and(|advances| advances.series == series);
    let is_inside = |pool: &PoolSection| {
        let (chosen, own) = (pool.segments.as_ref(), record.segment.as_ref());
        chosen.zip(own).is_none_or(|(chosen, own)| chosen.contains(own))
    };
    let mut pools = ground.scenario.pools.iter().filter(is_of).filter(|pool| pool.years.contains(&record.year));
    pools.any(|pool| is_inside(pool) && ground.members(pool).contains(&record.municipality))
}
