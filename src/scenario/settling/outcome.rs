//! What comes out of a pool beside its statements, as plain data.

use super::region::Region;
use super::section::PoolStatement;
use crate::error::Error;
use crate::exact::{Amount, Ratio, Unrounded};
use crate::period::Year;
use crate::pool::{
    Advances, InnerSettlement, InnerTerms, KeyUsed, Letter, Model, Pot, ReserveYear, RoundKind, Solidarity, payments,
};
use crate::scenario::outcome::Party;
use alloc::string::String;
use alloc::vec::Vec;

/// One settlement of one year of a pool.
///
/// Dutch: *afrekening*. Its amounts per member are in the statement of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PoolOutcome {
    /// The statement with the amounts.
    pub statement: String,
    /// The id of the pool.
    pub pool: String,
    /// The year that is settled.
    pub year: Year,
    /// Provisional, final or prior-year.
    pub kind: RoundKind,
    /// The year in whose accounts the balances stand.
    pub booked: Year,
    /// The segments that are shared; `None` for all.
    pub segments: Option<Vec<String>>,
    /// How the cost is shared.
    pub model: Model,
    /// By which key.
    pub key: KeyUsed,
    /// What each member weighs in the key.
    pub weights: KeyWeights,
    /// By which key underspends are divided, where that is another.
    pub underspend_key: Option<KeyUsed>,
    /// What was divided by a key.
    pub pots: Vec<Pot>,
    /// What the reserve did, where there is one.
    pub reserve: Option<ReserveYear>,
    /// The sub-pools.
    pub inner: Vec<InnerOutcome>,
    /// Who pays whom, so that all balances are met: at most as many payments as there are members.
    pub payments: Vec<PoolPayment>,
    /// The instalments of the advances, per member; empty where there are none.
    pub instalments: Vec<Vec<Amount>>,
    /// What stands in the letter to each member; the member is the position of the party.
    pub letters: Vec<Letter<usize>>,
}

/// What each member weighs in a key, in the order of the parties of the statement.
///
/// Dutch: *gewicht*, *aandeel*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeyWeights {
    /// What the weights count: `cents` of a contribution, `euros` or `people` of a series; empty for plain numbers.
    pub unit: String,
    /// What each member weighs.
    pub weights: Vec<Ratio>,
    /// The sum of the weights.
    pub total: Ratio,
    /// The share of each member in that sum.
    pub shares: Vec<Ratio>,
}

/// A sub-pool: what its members settle among themselves first, and what it then pays as one party.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InnerOutcome {
    /// The id of the sub-pool.
    pub pool: String,
    /// The statement with its own settlement; only the last settlement of a year has one.
    pub statement: Option<String>,
    /// The segments that it shares; `None` for all.
    pub segments: Option<Vec<String>>,
    /// How it shares cost among its own members.
    pub model: Model,
    /// By which key, also what it pays or receives as one party.
    pub key: KeyUsed,
    /// What each of its members weighs in the key, in the order of their ids.
    pub weights: KeyWeights,
    /// What was divided by that key among its own members.
    pub pots: Vec<Pot>,
    /// What its reserve did, where there is one.
    pub reserve: Option<ReserveYear>,
    /// What its members bear together, once the pool around it has settled; what that one pays as a sub-pool itself comes
    /// on top.
    pub borne: Amount,
    /// What it pays to the other parties of the pool around it; below zero it receives.
    pub transfer: Amount,
    /// The sub-pools within it.
    pub inner: Vec<InnerOutcome>,
}

/// A payment that settles.
///
/// Dutch: *betaling*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PoolPayment {
    /// Who pays.
    pub from: Counterparty,
    /// Who receives.
    pub to: Counterparty,
    /// How much, above zero.
    pub amount: Amount,
}

/// Who pays or receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Counterparty {
    /// The party at this position.
    Party(usize),
    /// The account of the pool: its reserve, and what was paid in advance.
    Pool,
}

/// How well a pool does its job over its years.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PoolSolidarity {
    /// The id of the pool.
    pub pool: String,
    /// The years that were weighed.
    pub years: Vec<Year>,
    /// The positions of the members.
    pub parties: Vec<usize>,
    /// What was found, per member in the same order.
    pub solidarity: Solidarity,
}

impl PoolStatement<'_, '_> {
    /// The settlement as plain data; `None` for a sub-pool, which stands with the pool around it.
    pub(in crate::scenario) fn outcome(&self) -> Result<Option<PoolOutcome>, Error> {
        if self.inner.is_some() {
            return Ok(None);
        }
        let (round, pool) = (self.round(), self.pool_year());
        Ok(Some(PoolOutcome {
            statement: self.id.clone(),
            pool: pool.section.id.clone(),
            year: pool.year,
            kind: round.kind,
            booked: round.booked,
            segments: pool.segments(),
            model: pool.model()?,
            key: pool.key.used(),
            weights: pool.key.weights()?,
            underspend_key: pool.underspend_key.as_ref().map(super::keys::PoolKey::used),
            pots: round.settlement.pots.clone(),
            reserve: round.reserves.first().copied().flatten(),
            inner: self.inner_outcomes(&round.settlement.inner)?,
            payments: self.payments()?,
            instalments: self.instalments()?,
            letters: self.letters()?,
        }))
    }

    fn inner_outcomes(&self, settled: &[InnerSettlement<Party>]) -> Result<Vec<InnerOutcome>, Error> {
        let outcome = |inner: &InnerSettlement<Party>| {
            let position = self.round().pools.iter().position(|pool| pool.section.id == inner.first.pool);
            let position = position.unwrap_or_default();
            let pool = &self.round().pools[position];
            Ok(InnerOutcome {
                pool: inner.first.pool.clone(),
                statement: self.is_last().then(|| self.id_of_inner(&inner.first.pool)),
                segments: pool.segments(),
                model: pool.model()?,
                key: pool.key.used(),
                weights: pool.key.weights()?,
                pots: inner.first.pots.clone(),
                reserve: self.round().reserves[position],
                borne: inner.borne,
                transfer: inner.transfer,
                inner: self.inner_outcomes(&inner.first.inner)?,
            })
        };
        settled.iter().map(outcome).collect()
    }

    /// Balances that do not cancel out are met by the account of the pool.
    fn payments(&self) -> Result<Vec<PoolPayment>, Error> {
        let mut balances = self.balances().to_vec();
        balances.push(Amount::sum(&balances)?.checked_neg()?);
        let who = |position: usize| {
            self.parties.get(position).map_or(Counterparty::Pool, |&party| Counterparty::Party(party))
        };
        let payment = |payment: crate::pool::Payment| PoolPayment {
            from: who(payment.from),
            to: who(payment.to),
            amount: payment.amount,
        };
        Ok(payments(&balances)?.into_iter().map(payment).collect())
    }

    fn instalments(&self) -> Result<Vec<Vec<Amount>>, Error> {
        let terms = self.pool_year().section.advances.as_ref();
        let Some((advances, terms)) = self.region_year().advances.as_ref().zip(terms) else {
            return Ok(Vec::new());
        };
        let count = usize::from(terms.instalments);
        let divided = Advances::new(advances, count)?;
        Ok((0..advances.len()).map(|member| divided.of(member).to_vec()).collect())
    }

    fn letters(&self) -> Result<Vec<Letter<usize>>, Error> {
        let (settled, round, pool) = (self.settlement(), self.round(), self.pool_year());
        let (already_paid, key) = (self.already_paid()?, pool.key.used());
        let letter = |(row, &member): (usize, &usize)| {
            let letter = Letter {
                member,
                pool: pool.section.id.clone(),
                year: pool.year,
                kind: round.kind,
                booked: round.booked,
                contribution: settled.contributions[row],
                own_cost: settled.own_costs[row],
                shared_cost: settled.shared_costs[row],
                borne: settled.borne[row],
                transfer: settled.transfers[row],
                reserve: settled.levy_parts.get(row).copied().unwrap_or(Unrounded::ZERO),
                already_paid: already_paid[row],
                balance: self.balances()[row],
                key: (!settled.pots.is_empty()).then(|| key.clone()),
                inner: self.inner_terms(&settled.members[row])?,
            };
            letter.prove()?;
            Ok(letter)
        };
        self.parties.iter().enumerate().map(letter).collect()
    }

    /// The terms of the sub-pools that a member is in.
    fn inner_terms(&self, member: &Party) -> Result<Vec<InnerTerms>, Error> {
        let inner = self.round().pools.iter().skip(1).filter(|pool| pool.members.contains(member));
        let terms = |pool: &super::pool_year::PoolYear<'_>| {
            Ok(InnerTerms { pool: pool.section.id.clone(), model: pool.model()?, key: pool.key.used() })
        };
        inner.map(terms).collect()
    }
}

impl Region<'_> {
    /// The settlements of all years.
    pub(in crate::scenario) fn outcomes(&self) -> Result<Vec<PoolOutcome>, Error> {
        let outcomes = self.statements().iter().map(PoolStatement::outcome).collect::<Result<Vec<_>, Error>>()?;
        Ok(outcomes.into_iter().flatten().collect())
    }
}
