//! Settling: from cost to what each member bears, with the sub-pools first.

use super::account::{Account, Accounts};
use super::nest::Nest;
use super::pool::Pool;
use super::shares::{Keys, Pot, PotKind, Shares};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Unplaced, Unrounded, Weights};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// What the members of a pool bear of one year, in columns in the order of their ids.
///
/// Always: what is borne adds up to the cost and the levy, to the cent (`borne_equals_cost`), and transfers add up to the
/// levy, which is zero where there is no reserve (`transfers_sum_to_zero`).
///
/// Dutch: *afrekening*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Settlement<P> {
    /// The name of the pool.
    pub pool: String,
    /// The members.
    pub members: Vec<P>,
    /// What each contributes (Dutch: *inleg*).
    pub contributions: Vec<Amount>,
    /// What the own clients cost, whether shared or not.
    pub own_costs: Vec<Amount>,
    /// What of that is shared.
    pub shared_costs: Vec<Amount>,
    /// What each finally bears.
    pub borne: Vec<Amount>,
    /// What placing took off each exact share (exact less placed): a row for each member.
    pub residues: Unplaced,
    /// Borne less own cost: above zero the member pays, below zero it receives (Dutch: *verrekening*).
    pub transfers: Vec<Amount>,
    /// What all members together bear beyond the cost.
    pub levy: Amount,
    /// The part of each in the levy, before placing: it lies inside what is borne. Empty where there is no levy.
    pub levy_parts: Vec<Unrounded>,
    /// What was divided by a key in this pool; pots of sub-pools stand with these.
    pub pots: Vec<Pot>,
    /// The sub-pools, which settled first.
    pub inner: Vec<InnerSettlement<P>>,
}

/// A sub-pool: what its members settle among themselves first, and what it then pays as one party.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InnerSettlement<P> {
    /// The settlement within the sub-pool.
    pub first: Settlement<P>,
    /// What its members bear together, once the pool around it has settled; what that one pays as a sub-pool itself comes
    /// on top.
    pub borne: Amount,
    /// What it pays to the other parties of the pool around it; below zero it receives.
    pub transfer: Amount,
}

/// Gives the accounts of each pool of a nest: pools may share different segments of the same cost.
///
/// Dutch: *boekhouding*.
pub type Books<'a, P> = dyn Fn(&Pool<P>) -> Result<Accounts<P>, Error> + 'a;

impl<P: Ord + Clone + Display> Pool<P> {
    /// Settles one year.
    ///
    /// # Errors
    /// `UnknownName` and `Missing` when members and accounts do not match; `Tie` when ties are refused; `Overflow`.
    pub fn settle(&self, accounts: &Accounts<P>) -> Result<Settlement<P>, Error> {
        self.settled(Level::alone(self, Cow::Borrowed(accounts))?, &[self.levy()])
    }

    /// Places the cents; the levies are those of this pool and of all within it.
    fn settled(&self, level: Level<'_, P>, levies: &[Amount]) -> Result<Settlement<P>, Error> {
        self.place_cents(level, levies).map_err(|error| self.named(error))
    }

    /// The error with the members by name and the pool as its place.
    fn named(&self, error: Error) -> Error {
        error.with_labels(|position| label(self.members(), position)).within(self.place())
    }

    /// Places the cents, once.
    fn place_cents(&self, level: Level<'_, P>, levies: &[Amount]) -> Result<Settlement<P>, Error> {
        let own_costs = level.accounts.own_costs()?;
        let levy = Amount::sum(levies)?;
        // `borne_equals_cost` holds before cents are placed: every model divides what it takes.
        let whole = Amount::sum(&own_costs)?.checked_add(levy)?;
        let borne = level.exact.place_whole(whole, self.residual(), self.tie())?;
        let mut residues = level.exact;
        residues.subtract(&borne)?;
        let transfer = |(borne, own): (&Amount, &Amount)| borne.checked_sub(*own);
        let transfers = borne.iter().zip(&own_costs).map(transfer).collect::<Result<Vec<_>, Error>>()?;
        assert_eq!(Amount::sum(&transfers)?, levy, "transfers_sum_to_zero, but for the levy");
        let no_levy = levies.iter().all(|&levy| levy == Amount::ZERO);
        Ok(Settlement {
            pool: self.name().to_string(),
            members: self.members().to_vec(),
            contributions: level.accounts.contributions().to_vec(),
            own_costs,
            shared_costs: level.accounts.costs().to_vec(),
            borne,
            residues,
            transfers,
            levy,
            levy_parts: if no_levy { Vec::new() } else { level.levies.rows()? },
            pots: level.pots,
            inner: Vec::new(),
        })
    }
}

impl<P: Ord + Clone + Display> Nest<P> {
    /// Settles one year: sub-pools first, then the pool around them on their totals. The exact shares of all members are
    /// placed in cents once, at the end.
    ///
    /// What a sub-pool pays or receives as one party is divided over its members by its own key. `accounts` gives the
    /// accounts of each pool, as pools may share different segments; what a member costs in all is the same in each.
    ///
    /// # Errors
    /// As for [`Pool::settle`], and those of `accounts`; `Pool` when a member costs more in all in one pool than in another.
    pub fn settle(&self, accounts: impl Fn(&Pool<P>) -> Result<Accounts<P>, Error>) -> Result<Settlement<P>, Error> {
        self.settle_by(&accounts)
    }

    fn settle_by(&self, accounts: &Books<'_, P>) -> Result<Settlement<P>, Error> {
        let level = Level::new(self, accounts)?;
        let levies: Vec<Amount> = self.pools().map(Pool::levy).collect();
        let settlement = self.pool.settled(level, &levies)?;
        let inner = self.inner.iter().map(|inner| self.inner_settlement(inner, accounts, &settlement));
        let inner = inner.collect::<Result<Vec<_>, Error>>()?;
        Ok(Settlement { inner, ..settlement })
    }

    fn inner_settlement(
        &self,
        inner: &Nest<P>,
        accounts: &Books<'_, P>,
        settled: &Settlement<P>,
    ) -> Result<InnerSettlement<P>, Error> {
        let first = inner.settle_by(accounts)?;
        let borne: Vec<Amount> = self.positions(inner).into_iter().map(|member| settled.borne[member]).collect();
        let borne = Amount::sum(&borne)?;
        let transfer = borne.checked_sub(Amount::sum(&first.borne)?)?;
        Ok(InnerSettlement { first, borne, transfer })
    }
}

fn label<P: Display>(members: &[P], position: usize) -> String {
    members.get(position).map_or_else(|| format!("position {position}"), ToString::to_string)
}

/// What the members of one pool bear before cents are placed, with the sub-pools worked out.
pub(super) struct Level<'a, P: Clone> {
    pub(super) accounts: Cow<'a, Accounts<P>>,
    /// All that each member bears, also outside the segments that are shared.
    pub(super) exact: Unplaced,
    /// Of that, what goes into reserves.
    levies: Unplaced,
    pub(super) pots: Vec<Pot>,
}

impl<'a, P: Ord + Clone + Display> Level<'a, P> {
    pub(super) fn new(nest: &Nest<P>, accounts: &Books<'_, P>) -> Result<Level<'a, P>, Error> {
        let own = accounts(&nest.pool).map_err(|error| nest.pool.named(error))?;
        if nest.inner.is_empty() {
            return Level::alone(&nest.pool, Cow::Owned(own));
        }
        own.prove_members(nest.pool.members()).map_err(|error| nest.pool.named(error))?;
        let inner = nest.inner.iter().map(|inner| Level::new(inner, accounts)).collect::<Result<Vec<_>, Error>>()?;
        Level::nested(nest, own, inner).map_err(|error| nest.pool.named(error))
    }

    /// A pool without sub-pools: every member is a party by itself.
    fn alone(pool: &Pool<P>, accounts: Cow<'a, Accounts<P>>) -> Result<Level<'a, P>, Error> {
        accounts.prove_members(pool.members()).map_err(|error| pool.named(error))?;
        Level::flat(pool, accounts).map_err(|error| pool.named(error))
    }

    fn flat(pool: &Pool<P>, accounts: Cow<'a, Accounts<P>>) -> Result<Level<'a, P>, Error> {
        let mut shares = Shares::new(pool.model(), &accounts, pool.keys())?;
        shares.add_levy(pool.levy(), pool.keys().key)?;
        shares.exact.add(accounts.outside())?;
        let mut levies = Unplaced::zeros(accounts.members().len());
        levies.add_divided(pool.levy().into(), pool.keys().key)?;
        Ok(Level { accounts, exact: shares.exact, levies, pots: shares.pots })
    }

    /// The members in no sub-pool are parties by themselves, and each sub-pool is one.
    fn nested(nest: &Nest<P>, accounts: Accounts<P>, inner: Vec<Level<'a, P>>) -> Result<Level<'a, P>, Error> {
        let mut groups: Vec<Vec<usize>> = nest.direct().into_iter().map(|member| Vec::from([member])).collect();
        let direct = groups.len();
        groups.extend(nest.inner.iter().map(|inner| nest.positions(inner)));
        let parties = Parties::new(nest, &accounts, &groups)?;
        let shares = parties.shares(nest)?;
        let mut levy = Unplaced::zeros(groups.len());
        levy.add_divided(nest.pool.levy().into(), &parties.key)?;
        let (mut exact, mut levies) =
            (Unplaced::zeros(accounts.members().len()), Unplaced::zeros(accounts.members().len()));
        for (party, members) in groups.iter().enumerate().take(direct) {
            exact.add_at(members, &shares.exact.only(party))?;
            levies.add_at(members, &levy.only(party))?;
        }
        exact.add(&outside_of(&accounts, &groups[..direct]))?;
        for ((position, mut level), members) in inner.into_iter().enumerate().zip(&groups[direct..]) {
            prove_same_cost(&accounts, members, &level.accounts)?;
            let party = direct.saturating_add(position); // a position of a group
            let share = shares.exact.row(party).map_err(fewer_digits)?;
            let transfer = share.checked_sub(parties.accounts.costs()[party].into()).map_err(fewer_digits)?;
            level.exact.add_divided(transfer, nest.inner[position].pool.keys().key)?;
            exact.add_at(members, &level.exact)?;
            level.levies.add_divided(levy.row(party).map_err(fewer_digits)?, nest.inner[position].pool.keys().key)?;
            levies.add_at(members, &level.levies)?;
        }
        Ok(Level { accounts: Cow::Owned(accounts), exact, levies, pots: shares.pots })
    }
}

/// The parties of a pool with sub-pools, each with its members added up.
struct Parties {
    accounts: Accounts<usize>,
    key: Weights,
    underspends: Option<Weights>,
}

impl Parties {
    fn new<P: Ord + Clone + Display>(
        nest: &Nest<P>,
        accounts: &Accounts<P>,
        groups: &[Vec<usize>],
    ) -> Result<Parties, Error> {
        let account = |(party, members): (usize, &Vec<usize>)| -> Result<(usize, Account), Error> {
            Ok((party, accounts.together(members)?))
        };
        let entries = groups.iter().enumerate().map(account).collect::<Result<Vec<_>, Error>>()?;
        let underspends = nest.pool.underspend_key().map(|key| together(key.amounts(), groups)).transpose()?;
        Ok(Parties {
            accounts: Accounts::new(entries)?,
            key: together(nest.pool.key().amounts(), groups)?,
            underspends,
        })
    }

    fn shares<P: Ord + Clone + Display>(&self, nest: &Nest<P>) -> Result<Shares, Error> {
        let keys = Keys { key: &self.key, underspends: self.underspends.as_ref() };
        let mut shares = Shares::new(nest.pool.model(), &self.accounts, keys)?;
        shares.add_levy(nest.pool.levy(), &self.key)?;
        Ok(shares)
    }
}

/// The weights of groups: the sums of what their members weigh.
fn together(weights: &[Ratio], groups: &[Vec<usize>]) -> Result<Weights, Error> {
    let sum =
        |members: &Vec<usize>| members.iter().try_fold(Ratio::ZERO, |sum, &member| sum.checked_add(weights[member]));
    let sums = groups.iter().map(sum).collect::<Result<Vec<_>, Error>>().map_err(fewer_digits)?;
    Weights::from_ratios(&sums).map_err(fewer_digits)
}

/// What to do about fractions that do not fit; a key of shares has as many digits as the sums that they are shares of.
pub(super) fn fewer_digits(error: Error) -> Error {
    match (error.kind(), error.advice()) {
        (Kind::Overflow, None) => error.advise(
            "Use keys and percentages with fewer digits: euros for cents, or the mean of sums for that of shares.",
        ),
        _ => error,
    }
}

/// What members bear alone, with a zero for all who are in none of the groups.
fn outside_of<P: Ord + Clone + Display>(accounts: &Accounts<P>, groups: &[Vec<usize>]) -> Vec<Amount> {
    let mut outside = alloc::vec![Amount::ZERO; accounts.members().len()];
    for &member in groups.iter().flatten() {
        outside[member] = accounts.outside()[member];
    }
    outside
}

/// A member costs the same in all, whichever segments a pool shares.
fn prove_same_cost<P: Ord + Clone + Display>(
    outer: &Accounts<P>,
    members: &[usize],
    inner: &Accounts<P>,
) -> Result<(), Error> {
    let (outer_costs, inner_costs) = (outer.own_costs()?, inner.own_costs()?);
    for (&member, &here) in members.iter().zip(&inner_costs) {
        let there = outer_costs[member];
        if here != there {
            let found = format!("{} costs {there} in all, and {here} in its sub-pool", outer.members()[member]);
            return Err(Error::new(Kind::Pool, found, "the same cost in both")
                .advise("Put the cost of segments that are not shared in `outside`."));
        }
    }
    Ok(())
}

impl Shares {
    /// What the members bear beyond the cost, by the key.
    fn add_levy(&mut self, levy: Amount, key: &Weights) -> Result<(), Error> {
        if levy == Amount::ZERO { Ok(()) } else { self.pool(PotKind::Reserve, levy.into(), key) }
    }
}
