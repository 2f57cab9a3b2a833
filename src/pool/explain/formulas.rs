//! The formulas of the models as steps of an explanation, in the order in which `Shares` computes them.

use super::{Explainer, Party};
use crate::error::Error;
use crate::exact::{Amount, Percent};
use crate::pool::model::{Corridor, Model, Netting, StopLoss};
use crate::pool::pool::Pool;
use crate::trace::{Rule, Value};
use alloc::format;
use alloc::vec::Vec;
use core::fmt::Display;

/// What each party keeps, and the pots; of a pot it says whether it is one of underspends.
type KeptAndPots = (Vec<Option<usize>>, Vec<(usize, bool)>);

impl<P: Ord + Clone + Display> Explainer<'_, '_, P> {
    /// The share of each party, and the sum of the weights.
    pub(super) fn model(&mut self, pool: &Pool<P>, parties: &[Party]) -> Result<(Vec<usize>, Option<usize>), Error> {
        let costs: Vec<usize> = parties.iter().map(|party| party.cost).collect();
        let (kept, pots) = match pool.model() {
            Model::ActualUse => (costs.into_iter().map(Some).collect(), Vec::new()),
            Model::Insurance => {
                let pot = self.sum("all cost", pool.name(), &costs)?;
                (alloc::vec![None; parties.len()], Vec::from([(pot, false)]))
            }
            Model::Blend { pooled } => self.blend(pool, parties, *pooled)?,
            Model::Corridor(corridor) => self.corridor(pool, parties, *corridor)?,
            Model::StopLoss(terms) => self.stop_loss(pool, parties, terms)?,
        };
        self.divide_pots(pool, parties, &kept, pots)
    }

    /// Divides the pots over the parties, on top of what these keep; the flag says that a pot is one of underspends.
    fn divide_pots(
        &mut self,
        pool: &Pool<P>,
        parties: &[Party],
        kept: &[Option<usize>],
        mut pots: Vec<(usize, bool)>,
    ) -> Result<(Vec<usize>, Option<usize>), Error> {
        if pool.levy() != Amount::ZERO {
            let levy = self.leaves.levy(self.trace, pool, pool.levy())?;
            self.prove(levy, Value::Amount(pool.levy()))?;
            self.whole.push(levy);
            pots.push((levy, false));
        }
        if pots.is_empty() {
            return Ok((kept.iter().flatten().copied().collect(), None));
        }
        let weights: Vec<usize> = parties.iter().map(|party| party.weight).collect();
        let all_weights = self.sum("all weights", pool.name(), &weights)?;
        let underspends: Vec<usize> = parties.iter().filter_map(|party| party.underspend_weight).collect();
        let all_underspends = self.sum_of_any("all weights for underspends", pool.name(), &underspends)?;
        let share = |(party, kept): (&Party, &Option<usize>)| {
            let mut inputs: Vec<usize> = kept.iter().copied().collect();
            for &(pot, is_underspend) in &pots {
                let (weight, all) = match (is_underspend, party.underspend_weight, all_underspends) {
                    (true, Some(weight), Some(all)) => (weight, all),
                    _ => (party.weight, all_weights),
                };
                let part = self.compute("share of the pot", &party.name, Rule::Proportion, &[pot, weight, all])?;
                inputs.push(part);
            }
            self.sum("share", &party.name, &inputs)
        };
        let shares = parties.iter().zip(kept).map(share).collect::<Result<Vec<usize>, Error>>()?;
        Ok((shares, Some(all_weights)))
    }

    fn blend(&mut self, pool: &Pool<P>, parties: &[Party], pooled: Percent) -> Result<KeptAndPots, Error> {
        let pooled = self.term(pool, "pooled share", Value::Percent(pooled));
        let own = self.less_than_whole("share that is not pooled", pool, pooled)?;
        let costs: Vec<usize> = parties.iter().map(|party| party.cost).collect();
        let all = self.sum("all cost", pool.name(), &costs)?;
        let pot = self.compute("pooled cost", pool.name(), Rule::Times, &[all, pooled])?;
        let kept = |party: &Party| {
            self.compute("cost that is not pooled", &party.name, Rule::Times, &[party.cost, own]).map(Some)
        };
        let kept = parties.iter().map(kept).collect::<Result<Vec<_>, Error>>()?;
        Ok((kept, Vec::from([(pot, false)])))
    }

    fn corridor(&mut self, pool: &Pool<P>, parties: &[Party], corridor: Corridor) -> Result<KeptAndPots, Error> {
        let band = self.term(pool, "band", Value::Percent(corridor.band));
        let lower = self.less_than_whole("lower border of the band", pool, band)?;
        let whole = self.trace.given("the whole", Value::Percent(Percent::WHOLE), "by definition");
        let upper = self.compute("upper border of the band", pool.name(), Rule::Sum, &[whole, band])?;
        let (mut kept, mut rests) = (Vec::new(), Vec::new());
        for party in parties {
            let contribution = party.contribution.expect("a corridor asks everyone's contribution");
            let least = self.compute("least to bear", &party.name, Rule::Times, &[contribution, lower])?;
            let most = self.compute("most to bear", &party.name, Rule::Times, &[contribution, upper])?;
            let own = self.compute("cost within the band", &party.name, Rule::Clamp, &[party.cost, least, most])?;
            rests.push(self.compute("cost beyond the band", &party.name, Rule::Less, &[party.cost, own])?);
            kept.push(Some(own));
        }
        let over = Rule::Layer { from: Amount::ZERO, to: None };
        match corridor.netting {
            Netting::Netted => {
                let pot = self.sum("deviations beyond the band", pool.name(), &rests)?;
                Ok((kept, Vec::from([(pot, false)])))
            }
            Netting::EachSide => {
                let all = self.sum("deviations beyond the band", pool.name(), &rests)?;
                let overspends = self.compute("overspends beyond the band", pool.name(), over, &rests)?;
                let underspends =
                    self.compute("underspends beyond the band", pool.name(), Rule::Less, &[all, overspends])?;
                Ok((kept, Vec::from([(overspends, false), (underspends, true)])))
            }
            Netting::OverspendsOnly => {
                let mut kept = Vec::new();
                for (party, rest) in parties.iter().zip(&rests) {
                    let excess = self.compute("overspend beyond the band", &party.name, over, &[*rest])?;
                    let own =
                        self.compute("cost that is not pooled", &party.name, Rule::Less, &[party.cost, excess])?;
                    kept.push(Some(own));
                }
                let pot = self.compute("overspends beyond the band", pool.name(), over, &rests)?;
                Ok((kept, Vec::from([(pot, false)])))
            }
        }
    }

    fn stop_loss(&mut self, pool: &Pool<P>, parties: &[Party], terms: &StopLoss) -> Result<KeptAndPots, Error> {
        let share = self.term(pool, "ceded share", Value::Percent(terms.ceded_share));
        let layer = Rule::Layer { from: terms.threshold_per_client, to: terms.ceiling_per_client };
        let (mut kept, mut all_ceded) = (Vec::new(), Vec::new());
        for party in parties {
            if party.clients.is_empty() {
                kept.push(Some(party.cost));
                continue;
            }
            let above = self.compute("cost of clients above the threshold", &party.name, layer, &party.clients)?;
            let ceded = self.compute("ceded to the pool", &party.name, Rule::Times, &[above, share])?;
            kept.push(Some(self.compute("cost that is not ceded", &party.name, Rule::Less, &[party.cost, ceded])?));
            all_ceded.push(ceded);
        }
        let pot = self.sum_of_any("all that is ceded", pool.name(), &all_ceded)?;
        Ok((kept, pot.map(|pot| (pot, false)).into_iter().collect()))
    }

    fn term(&mut self, pool: &Pool<P>, label: &str, value: Value) -> usize {
        let source = self.leaves.terms(pool);
        self.trace.given(&format!("{label}, {}", pool.name()), value, &source)
    }

    fn less_than_whole(&mut self, label: &str, pool: &Pool<P>, share: usize) -> Result<usize, Error> {
        let whole = self.trace.given("the whole", Value::Percent(Percent::WHOLE), "by definition");
        self.compute(label, pool.name(), Rule::Less, &[whole, share])
    }
}
