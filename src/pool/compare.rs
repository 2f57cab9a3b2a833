//! Settlements side by side: what other terms would mean for each member.

use super::account::Accounts;
use super::model::Model;
use super::pool::Pool;
use super::settle::Settlement;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// Variants of one pool and year side by side; the first one is what the others are compared with.
///
/// Dutch: *vergelijking van varianten*. A member who takes part in another variant only bears its own cost.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Comparison<P> {
    /// All who take part in any variant, in the order of their ids.
    pub members: Vec<P>,
    /// The variants, in the order in which they were given.
    pub variants: Vec<Variant>,
}

/// One way to share the cost, with one entry per member of the comparison.
///
/// Dutch: *variant*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Variant {
    /// Its name.
    pub name: String,
    /// What each member costs itself.
    pub own_costs: Vec<Amount>,
    /// What each member bears.
    pub borne: Vec<Amount>,
    /// Whether the member takes part.
    pub takes_part: Vec<bool>,
    /// Against the first variant.
    pub effects: Vec<Effect>,
    /// All members together.
    pub total: VariantTotal,
}

/// What a variant comes to for all members together.
///
/// Dutch: *totaal*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct VariantTotal {
    /// What all members cost themselves.
    pub own_cost: Amount,
    /// What all members bear.
    pub borne: Amount,
    /// Against the first variant.
    pub effect: Effect,
}

/// What a variant means for a member.
///
/// Dutch: *effect*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Effect {
    /// What the member bears more than in the first variant; below zero, less.
    pub difference: Amount,
    /// The same as a share of what it bears in the first variant; `None` where that is not above zero: of a negative whole
    /// more would show as less.
    pub share: Option<Ratio>,
}

impl<P: Ord + Clone + Display> Comparison<P> {
    /// Puts settlements of one year side by side.
    ///
    /// # Errors
    /// `Missing` when there are none; `Overflow` out of range.
    pub fn of(settlements: &[(&str, &Settlement<P>)]) -> Result<Comparison<P>, Error> {
        let settlements = settlements.iter();
        let entries = settlements.map(|&(name, settlement)| Entry { name, settlement, absent: BTreeMap::new() });
        Comparison::new(&entries.collect::<Vec<_>>())
    }

    pub(super) fn new(entries: &[Entry<'_, P>]) -> Result<Comparison<P>, Error> {
        let Some(first) = entries.first() else {
            return Err(Error::new(Kind::Missing, "no settlement to compare", "at least one"));
        };
        let costs = all_costs(entries);
        let members: Vec<P> = costs.keys().map(|&member| member.clone()).collect();
        let base = first.column(&costs, &first.settlement.borne);
        let base_total = Amount::sum(&base)?;
        let variant = |entry: &Entry<'_, P>| {
            let borne = entry.column(&costs, &entry.settlement.borne);
            let effects = base.iter().zip(&borne).map(|(&base, &borne)| Effect::new(base, borne));
            let own_costs = entry.column(&costs, &entry.settlement.own_costs);
            let total = Amount::sum(&borne)?;
            Ok(Variant {
                name: entry.name.to_string(),
                total: VariantTotal {
                    own_cost: Amount::sum(&own_costs)?,
                    borne: total,
                    effect: Effect::new(base_total, total)?,
                },
                own_costs,
                effects: effects.collect::<Result<_, Error>>()?,
                takes_part: members.iter().map(|member| entry.position(member).is_some()).collect(),
                borne,
            })
        };
        let variants = entries.iter().map(variant).collect::<Result<_, Error>>()?;
        Ok(Comparison { members, variants })
    }
}

/// A settlement to compare, and what those cost who take no part in it, where that is not as in the others.
pub(super) struct Entry<'s, P> {
    pub(super) name: &'s str,
    pub(super) settlement: &'s Settlement<P>,
    pub(super) absent: BTreeMap<P, Amount>,
}

impl<P: Ord> Entry<'_, P> {
    fn position(&self, member: &P) -> Option<usize> {
        self.settlement.members.binary_search(member).ok()
    }

    /// A column of the settlement for all members; who takes no part has its own cost there.
    fn column(&self, costs: &BTreeMap<&P, Amount>, column: &[Amount]) -> Vec<Amount> {
        let absent = |member: &P, cost: Amount| self.absent.get(member).copied().unwrap_or(cost);
        let entry = |(&member, &cost): (&&P, &Amount)| match self.position(member) {
            Some(position) => column[position],
            None => absent(member, cost),
        };
        costs.iter().map(entry).collect()
    }
}

/// All members of all settlements, with what each costs itself where it is first seen.
fn all_costs<'s, P: Ord>(entries: &[Entry<'s, P>]) -> BTreeMap<&'s P, Amount> {
    let mut costs = BTreeMap::new();
    for entry in entries {
        for (member, &cost) in entry.settlement.members.iter().zip(&entry.settlement.own_costs) {
            costs.entry(member).or_insert(cost);
        }
    }
    costs
}

impl Effect {
    fn new(base: Amount, borne: Amount) -> Result<Effect, Error> {
        let difference = borne.checked_sub(base)?;
        let of_base = || Ratio::new(difference.cents().into(), base.cents().into()).ok();
        let share = if base > Amount::ZERO { of_base() } else { None };
        Ok(Effect { difference, share })
    }
}

impl<P: Ord + Clone + Display> Pool<P> {
    /// Settles the same year by other models too, side by side; the first variant is the pool as it is, by its own name.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Percent, Ratio};
    /// use taakgericht::key::Key;
    /// use taakgericht::pool::{Account, Accounts, Model, Pool};
    /// let key = Key::new("equal", [("Bedum", Ratio::ONE), ("Winsum", Ratio::ONE)], None)?;
    /// let pool = Pool::new("insurance", Model::Insurance, key)?;
    /// let cost = |cost| Account { cost: Amount::from_cents(cost), ..Account::default() };
    /// let accounts = Accounts::new([("Bedum", cost(100)), ("Winsum", cost(200))])?;
    /// let half = Model::Blend { pooled: Percent::parse("50")? };
    /// let compared = pool.compare(&accounts, &[("half", half), ("actual use", Model::ActualUse)])?;
    /// let bedum: Vec<i64> = compared.variants.iter().map(|variant| variant.borne[0].cents()).collect();
    /// assert_eq!(bedum, [150, 125, 100]);
    /// assert_eq!(compared.variants[2].effects[0].share, Some(Ratio::new(-1, 3)?));
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Model::prove`] and [`Pool::settle`], with the name of the variant.
    pub fn compare(&self, accounts: &Accounts<P>, models: &[(&str, Model)]) -> Result<Comparison<P>, Error> {
        let base = self.settle(accounts)?;
        let settle = |(name, model): &(&str, Model)| {
            let settled = self.with_model(*model).and_then(|pool| pool.settle(accounts));
            settled.map_err(|error| error.within(alloc::format!("variant \"{name}\"")))
        };
        let others = models.iter().map(settle).collect::<Result<Vec<_>, Error>>()?;
        let named = models.iter().map(|(name, _)| *name).zip(&others);
        Comparison::of(&core::iter::once((self.name(), &base)).chain(named).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::Effect;
    use crate::exact::{Amount, Ratio};

    #[test]
    fn an_effect_is_a_share_of_what_is_above_zero() {
        let cases = [
            (150, 125, "-1/6"),
            (150, -150, "-2"),
            (0, 100, ""),
            (-50, 100, ""), // 1.50 more to bear: as a share of −0.50 that would be −300%
            (-50, -300, ""),
        ];
        for (base, borne, share) in cases {
            let effect = Effect::new(Amount::from_cents(base), Amount::from_cents(borne)).unwrap();
            let share = Ratio::parse(share).ok();
            assert_eq!(effect, Effect { difference: Amount::from_cents(borne - base), share }, "{base} to {borne}");
        }
    }
}
