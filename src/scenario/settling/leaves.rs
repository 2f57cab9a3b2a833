//! The leaves of an explanation: every figure of a pool with the file, line and column where it stands.

use super::pool_year::PoolYear;
use super::region::Region;
use super::reserve;
use super::round::RoundYear;
use super::section::explain_sum;
use crate::error::Error;
use crate::exact::{Amount, Ratio};
use crate::pool::{Leaves, Pool};
use crate::scenario::outcome::Party;
use crate::trace::{Trace, Value};
use alloc::format;
use alloc::string::String;

/// One settlement of a region, as the place where figures come from.
pub(super) struct Citing<'r, 'a> {
    pub(super) region: &'r Region<'a>,
    pub(super) year: usize,
    pub(super) round: usize,
}

impl<'r, 'a> Citing<'r, 'a> {
    pub(super) fn settled(&self) -> &'r RoundYear<'a> {
        &self.region.years[self.year].rounds[self.round]
    }

    fn pool(&self, pool: &Pool<Party>) -> &'r PoolYear<'a> {
        self.settled().pool(pool.name()).unwrap_or_else(|| self.settled().outermost())
    }
}

impl Leaves<Party> for Citing<'_, '_> {
    fn cost(&self, trace: &mut Trace, pool: &Pool<Party>, member: &Party, _: Amount) -> Result<usize, Error> {
        let pool = self.pool(pool);
        explain_sum(&pool.cost, trace, "cost", member, pool.year)
    }

    fn outside(&self, trace: &mut Trace, pool: &Pool<Party>, member: &Party, _: Amount) -> Result<usize, Error> {
        let pool = self.pool(pool);
        let records = pool.cost.outside(member, pool.year);
        pool.cost.explain(trace, &format!("cost that is not shared, {member}"), &records)
    }

    fn contribution(
        &self,
        trace: &mut Trace,
        pool: &Pool<Party>,
        member: &Party,
        amount: Amount,
    ) -> Result<usize, Error> {
        let pool = self.pool(pool);
        match &pool.contribution {
            Some(figures) => explain_sum(figures, trace, "contribution", member, pool.year),
            None => Ok(trace.given(&format!("contribution, {member}"), Value::Amount(amount), "none is declared")),
        }
    }

    fn client(
        &self,
        trace: &mut Trace,
        pool: &Pool<Party>,
        member: &Party,
        position: usize,
        cost: Amount,
    ) -> Result<usize, Error> {
        let pool = self.pool(pool);
        let records = pool.clients.as_ref().map(|figures| (figures, figures.inside(member, pool.year)));
        let place = records.and_then(|(figures, records)| {
            let record = records.get(position)?;
            Some((record.client.clone().unwrap_or_default(), figures.place(record)))
        });
        let (client, place) = place.unwrap_or_default();
        Ok(trace.given(&format!("client {client}, {member}"), Value::Amount(cost), &place))
    }

    fn weight(&self, trace: &mut Trace, pool: &Pool<Party>, member: &Party, _: Ratio) -> Result<usize, Error> {
        self.pool(pool).key.explain(trace, member)
    }

    fn underspend_weight(
        &self,
        trace: &mut Trace,
        pool: &Pool<Party>,
        member: &Party,
        _: Ratio,
    ) -> Result<usize, Error> {
        let pool = self.pool(pool);
        pool.underspend_key.as_ref().unwrap_or(&pool.key).explain(trace, member)
    }

    fn levy(&self, trace: &mut Trace, pool: &Pool<Party>, _: Amount) -> Result<usize, Error> {
        reserve::explain_levy(self, trace, pool.name())
    }

    fn terms(&self, pool: &Pool<Party>) -> String {
        format!("scenario, pool \"{}\"", pool.name())
    }
}
