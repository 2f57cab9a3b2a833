//! What each member bears by a model, exactly: nothing is rounded here, cents are placed by the caller, once.

use super::account::Accounts;
use super::model::{Corridor, Model, Netting, StopLoss};
use crate::error::Error;
use crate::exact::{Amount, Ratio, Unplaced, Unrounded, Weights};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::Display;

/// What is brought together and divided by a key.
///
/// Dutch: *pot*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pot {
    /// What is in it.
    pub kind: PotKind,
    /// How much, before rounding; underspends are below zero.
    pub amount: Unrounded,
}

/// What is in a pot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum PotKind {
    /// All cost, or the pooled part of it.
    Cost,
    /// Deviations beyond the band, netted.
    Deviations,
    /// Overspends beyond the band.
    Overspends,
    /// Underspends beyond the band.
    Underspends,
    /// What was ceded above the threshold per client.
    Ceded,
    /// What goes into a reserve; below zero, what comes out of it.
    Reserve,
}

/// The keys of a pool, in the order of its members.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keys<'a> {
    pub(super) key: &'a Weights,
    /// Divides the pot of underspends; without it the key does that too.
    pub(super) underspends: Option<&'a Weights>,
}

/// What members bear of the shared cost, and the pots that were divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shares {
    pub(super) exact: Unplaced,
    pub(super) pots: Vec<Pot>,
}

impl Shares {
    /// Shares the cost of a year by a model.
    pub(super) fn new<P: Ord + Clone + Display>(
        model: &Model,
        accounts: &Accounts<P>,
        keys: Keys<'_>,
    ) -> Result<Shares, Error> {
        let costs = accounts.costs();
        let mut shares = Shares { exact: Unplaced::zeros(costs.len()), pots: Vec::new() };
        match model {
            Model::ActualUse => shares.exact.add(costs)?,
            Model::Insurance => shares.pool(PotKind::Cost, Amount::sum(costs)?.into(), keys.key)?,
            Model::Blend { pooled } => {
                shares.exact.add_times(costs, Ratio::ONE.checked_sub(pooled.ratio())?)?;
                shares.pool(PotKind::Cost, Unrounded::from(Amount::sum(costs)?).percent(*pooled)?, keys.key)?;
            }
            Model::Corridor(corridor) => shares.add_corridor(*corridor, costs, accounts.contributions(), keys)?,
            Model::StopLoss(terms) => shares.add_stop_loss(terms, accounts, keys.key)?,
        }
        Ok(shares)
    }

    /// Divides a pot over all members.
    pub(super) fn pool(&mut self, kind: PotKind, amount: Unrounded, key: &Weights) -> Result<(), Error> {
        self.exact.add_divided(amount, key)?;
        self.pots.push(Pot { kind, amount });
        Ok(())
    }

    /// Contribution and deviation together are the cost, but at least (1−b)·c and at most (1+b)·c; the rest is pooled.
    fn add_corridor(
        &mut self,
        corridor: Corridor,
        costs: &[Amount],
        contributions: &[Amount],
        keys: Keys<'_>,
    ) -> Result<(), Error> {
        let band = Band::new(corridor, costs, contributions)?;
        match corridor.netting {
            Netting::Netted => {
                self.keep(&band.within, &[&band.over, &band.under])?;
                let deviations = band.over.rest()?.checked_add(band.under.rest()?)?;
                self.pool(PotKind::Deviations, deviations, keys.key)
            }
            Netting::EachSide => {
                self.keep(&band.within, &[&band.over, &band.under])?;
                self.pool(PotKind::Overspends, band.over.rest()?, keys.key)?;
                self.pool(PotKind::Underspends, band.under.rest()?, keys.underspends.unwrap_or(keys.key))
            }
            Netting::OverspendsOnly => {
                self.exact.add(&band.under.costs)?;
                self.keep(&band.within, &[&band.over])?;
                self.pool(PotKind::Overspends, band.over.rest()?, keys.key)
            }
        }
    }

    /// What members keep themselves: the cost within the band, and the border of the band beyond it.
    fn keep(&mut self, within: &[Amount], sides: &[&Beyond]) -> Result<(), Error> {
        self.exact.add(within)?;
        sides.iter().try_for_each(|side| self.exact.add_times(&side.contributions, side.border))
    }

    fn add_stop_loss<P: Ord + Clone + Display>(
        &mut self,
        terms: &StopLoss,
        accounts: &Accounts<P>,
        key: &Weights,
    ) -> Result<(), Error> {
        let layer = |member| {
            let between: Vec<Amount> =
                accounts.clients(member).iter().map(|&client| terms.layers(client).between).collect();
            Amount::sum(&between)
        };
        let between = (0..accounts.costs().len()).map(layer).collect::<Result<Vec<Amount>, Error>>()?;
        let ceded = terms.ceded_share.ratio();
        self.exact.add(accounts.costs())?;
        self.exact.add_times(&between, ceded.checked_neg()?)?;
        self.pool(PotKind::Ceded, Unrounded::from(Amount::sum(&between)?).times(ceded)?, key)
    }
}

/// The members of a corridor: each is within the band, or beyond it on one side. Each column has a zero for the others.
struct Band {
    within: Vec<Amount>,
    over: Beyond,
    under: Beyond,
}

/// One side beyond the band.
struct Beyond {
    costs: Vec<Amount>,
    contributions: Vec<Amount>,
    /// The border of the band as a share of the contribution: 1+b or 1−b.
    border: Ratio,
}

impl Band {
    fn new(corridor: Corridor, costs: &[Amount], contributions: &[Amount]) -> Result<Band, Error> {
        let band = corridor.band.ratio();
        let upper = Ratio::ONE.checked_add(band)?;
        let lower = Ratio::ONE.checked_sub(band)?;
        let mut members = Band {
            within: alloc::vec![Amount::ZERO; costs.len()],
            over: Beyond::new(upper, costs.len()),
            under: Beyond::new(lower, costs.len()),
        };
        for (member, (&cost, &contribution)) in costs.iter().zip(contributions).enumerate() {
            if compare(cost, contribution, upper)? == Ordering::Greater {
                members.over.put(member, cost, contribution);
            } else if compare(cost, contribution, lower)? == Ordering::Less {
                members.under.put(member, cost, contribution);
            } else {
                members.within[member] = cost;
            }
        }
        Ok(members)
    }
}

impl Beyond {
    fn new(border: Ratio, members: usize) -> Beyond {
        let nothing = alloc::vec![Amount::ZERO; members];
        Beyond { costs: nothing.clone(), contributions: nothing, border }
    }

    fn put(&mut self, member: usize, cost: Amount, contribution: Amount) {
        self.costs[member] = cost;
        self.contributions[member] = contribution;
    }

    /// All cost beyond the border.
    fn rest(&self) -> Result<Unrounded, Error> {
        let border = Unrounded::from(Amount::sum(&self.contributions)?).times(self.border)?;
        Unrounded::from(Amount::sum(&self.costs)?).checked_sub(border)
    }
}

/// Compares a cost with a share of a contribution.
fn compare(cost: Amount, contribution: Amount, share: Ratio) -> Result<Ordering, Error> {
    let left = i128::from(cost.cents()).checked_mul(share.denominator());
    let right = i128::from(contribution.cents()).checked_mul(share.numerator());
    match (left, right) {
        (Some(left), Some(right)) => Ok(left.cmp(&right)),
        _ => Ok(Unrounded::from(cost).cmp(&Unrounded::from(contribution).times(share)?)),
    }
}
