//! What each member bears by a model, exactly: nothing is rounded here, cents are placed by the caller, once.

use super::account::Accounts;
use super::model::{Corridor, Model, Netting, StopLoss};
use crate::error::Error;
use crate::exact::{Amount, Ratio, Unplaced, Unrounded, Weights};
use alloc::vec::Vec;
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
        let pot = |parts: i128| Ok(Unrounded::from_cents(Ratio::new(parts, band.to_the_cent)?));
        self.exact.add_parts(&band.kept, band.to_the_cent)?;
        match corridor.netting {
            Netting::Netted => {
                let deviations = band.over.checked_add(band.under).ok_or_else(too_large)?;
                self.pool(PotKind::Deviations, pot(deviations)?, keys.key)
            }
            Netting::EachSide => {
                self.pool(PotKind::Overspends, pot(band.over)?, keys.key)?;
                self.pool(PotKind::Underspends, pot(band.under)?, keys.underspends.unwrap_or(keys.key))
            }
            Netting::OverspendsOnly => self.pool(PotKind::Overspends, pot(band.over)?, keys.key),
        }
    }

    fn add_stop_loss<P: Ord + Clone + Display>(
        &mut self,
        terms: &StopLoss,
        accounts: &Accounts<P>,
        key: &Weights,
    ) -> Result<(), Error> {
        let layer = |member| {
            let mut clients = accounts.clients(member).iter();
            clients.try_fold(Amount::ZERO, |sum, &client| sum.checked_add(terms.layers(client).between))
        };
        let between = (0..accounts.costs().len()).map(layer).collect::<Result<Vec<Amount>, Error>>()?;
        let ceded = terms.ceded_share.ratio();
        self.exact.add(accounts.costs())?;
        self.exact.add_times(&between, ceded.checked_neg()?)?;
        self.pool(PotKind::Ceded, Unrounded::from(Amount::sum(&between)?).times(ceded)?, key)
    }
}

/// What the members of a corridor keep, and what lies beyond the band on each side: whole numbers of parts of a cent.
struct Band {
    /// So many parts make a cent: the denominator of the band, and so of both borders 1−b and 1+b.
    to_the_cent: i128,
    /// The cost where it lies within the band, and the border of the band beyond it.
    kept: Vec<i128>,
    over: i128,
    /// Zero or less.
    under: i128,
}

impl Band {
    fn new(corridor: Corridor, costs: &[Amount], contributions: &[Amount]) -> Result<Band, Error> {
        let band = corridor.band.ratio();
        let kept = Vec::with_capacity(costs.len());
        let mut members = Band { to_the_cent: band.denominator(), kept, over: 0, under: 0 };
        for (&cost, &contribution) in costs.iter().zip(contributions) {
            let put = members.put(cost.cents().into(), contribution.cents().into(), band, corridor.netting);
            put.ok_or_else(too_large)?;
        }
        Ok(members)
    }

    /// Puts a member behind the others; nothing when a number of parts does not fit in 127 bits.
    fn put(&mut self, cost: i128, contribution: i128, band: Ratio, netting: Netting) -> Option<()> {
        let deviation = contribution.checked_mul(band.numerator())?;
        let (cost, contribution) = (cost.checked_mul(self.to_the_cent)?, contribution.checked_mul(self.to_the_cent)?);
        let border = cost.clamp(contribution.checked_sub(deviation)?, contribution.checked_add(deviation)?);
        let rest = cost.checked_sub(border)?;
        self.over = self.over.checked_add(rest.max(0))?;
        self.under = self.under.checked_add(rest.min(0))?;
        let keeps_rest = rest < 0 && netting == Netting::OverspendsOnly;
        self.kept.push(if keeps_rest { cost } else { border });
        Some(())
    }
}

fn too_large() -> Error {
    Error::overflow("cost in the parts of a cent in which the band is counted", "a whole number of at most 127 bits")
        .advise("Use a band with fewer decimals.")
}
