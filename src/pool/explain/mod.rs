//! How what a member bears came about, step by step, in the order in which a pool settles.

mod formulas;

use super::account::Accounts;
use super::leaves::Leaves;
use super::model::Model;
use super::nest::Nest;
use super::pool::Pool;
use super::settle::{Books, Level, fewer_digits};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio};
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

impl<P: Ord + Clone + Display> Pool<P> {
    /// Explains what a member bears, down to what was given.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Ratio};
    /// use taakgericht::key::Key;
    /// use taakgericht::pool::{Account, Accounts, AsGiven, Model, Pool};
    /// let key = Key::new("equal", [("Bedum", Ratio::ONE), ("Winsum", Ratio::ONE)], None)?;
    /// let pool = Pool::new("north", Model::Insurance, key)?;
    /// let cost = |cost| Account { cost: Amount::from_cents(cost), ..Account::default() };
    /// let accounts = Accounts::new([("Bedum", cost(100)), ("Winsum", cost(201))])?;
    /// let trace = pool.explain(&accounts, &"Bedum", &AsGiven)?;
    /// assert_eq!(trace.replay()?.to_string(), "1.51");
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `UnknownName` when there is no such member; otherwise as for [`Nest::explain`].
    pub fn explain(&self, accounts: &Accounts<P>, member: &P, leaves: &dyn Leaves<P>) -> Result<Trace, Error> {
        Nest::from(self.clone()).explain(|_| Ok(accounts.clone()), member, leaves)
    }
}

impl<P: Ord + Clone + Display> Nest<P> {
    /// Explains what a member of the outermost pool bears, down to what was given.
    ///
    /// # Errors
    /// `UnknownName` when there is no such member; `Overflow` when a step is no fraction of 127 bits, which may be where
    /// settling is not out of range yet; otherwise as for [`Nest::settle`].
    pub fn explain(
        &self,
        accounts: impl Fn(&Pool<P>) -> Result<Accounts<P>, Error>,
        member: &P,
        leaves: &dyn Leaves<P>,
    ) -> Result<Trace, Error> {
        let mut trace = Trace::default();
        self.explain_into(&mut trace, &accounts, member, leaves)?;
        Ok(trace)
    }

    /// Adds the steps to a trace; returns the position of what the member bears.
    ///
    /// # Errors
    /// As for [`Nest::explain`].
    pub fn explain_into(
        &self,
        trace: &mut Trace,
        accounts: &Books<'_, P>,
        member: &P,
        leaves: &dyn Leaves<P>,
    ) -> Result<usize, Error> {
        let position = self.pool.members().binary_search(member).map_err(|_| self.no_member(member))?;
        self.explain_position(trace, accounts, position, leaves).map_err(fewer_digits)
    }

    fn explain_position(
        &self,
        trace: &mut Trace,
        accounts: &Books<'_, P>,
        position: usize,
        leaves: &dyn Leaves<P>,
    ) -> Result<usize, Error> {
        let mut explainer = Explainer { trace, accounts, leaves, whole: Vec::new() };
        let explained = explainer.level(self)?;
        let whole = core::mem::take(&mut explainer.whole);
        let mut inputs = Vec::from([explainer.compute("all that is borne", self.pool.name(), Rule::Sum, &whole)?]);
        inputs.extend(explained.exact);
        let rule = Rule::Place { position, residual: self.pool.residual(), tie: self.pool.tie() };
        trace.compute(&format!("borne, {}", self.pool.members()[position]), rule, &inputs)
    }

    fn no_member(&self, member: &P) -> Error {
        let names: Vec<String> = self.pool.members().iter().map(ToString::to_string).collect();
        Error::unknown("member", &member.to_string(), names.iter().map(String::as_str)).within(self.pool.place())
    }
}

/// One level of pools, by the positions of its steps.
struct Explained {
    /// What each member bears before cents are placed.
    exact: Vec<usize>,
    costs: Vec<usize>,
    weights: Vec<usize>,
    /// The sum of the weights; none where no pot was divided.
    all_weights: Option<usize>,
}

/// A party that a model treats as one: a member, or a sub-pool.
struct Party {
    name: String,
    cost: usize,
    contribution: Option<usize>,
    clients: Vec<usize>,
    weight: usize,
    underspend_weight: Option<usize>,
}

struct Explainer<'t, 'a, P> {
    trace: &'t mut Trace,
    accounts: &'a Books<'a, P>,
    leaves: &'a dyn Leaves<P>,
    /// What adds up to all that is borne: every cost, where it is first told, and every levy.
    whole: Vec<usize>,
}

impl<P: Ord + Clone + Display> Explainer<'_, '_, P> {
    fn level(&mut self, nest: &Nest<P>) -> Result<Explained, Error> {
        let inner = nest.inner.iter().map(|inner| self.level(inner)).collect::<Result<Vec<_>, Error>>()?;
        let accounts = Level::new(nest, self.accounts)?.accounts.into_owned();
        let members = self.members(nest, &accounts, &inner)?;
        let direct = nest.direct();
        let mut groups: Vec<(String, Vec<usize>)> =
            direct.iter().map(|&member| (accounts.members()[member].to_string(), Vec::from([member]))).collect();
        groups.extend(nest.inner.iter().map(|inner| (inner.pool.name().to_string(), nest.positions(inner))));
        let parties = groups.iter().map(|(name, group)| self.together(name, &members, group));
        let parties = parties.collect::<Result<Vec<_>, Error>>()?;
        let (shares, all_weights) = self.model(&nest.pool, &parties)?;
        let mut exact = alloc::vec![0; members.len()];
        for (&member, &share) in direct.iter().zip(&shares) {
            self.whole.push(members[member].cost);
            exact[member] = self.with_outside(&nest.pool, &accounts, member, share)?;
        }
        for (position, explained) in inner.iter().enumerate() {
            let party = direct.len().saturating_add(position); // a position of a party
            let group = &groups[party].1;
            self.divide_transfer(&nest.inner[position], &parties[party], shares[party], explained, group, &mut exact)?;
        }
        let (costs, weights) = members.into_iter().map(|member| (member.cost, member.weight)).unzip();
        Ok(Explained { exact, costs, weights, all_weights })
    }

    /// Every member as a party; the cost of who is in a sub-pool stands there already, when both share the same segments.
    fn members(&mut self, nest: &Nest<P>, accounts: &Accounts<P>, inner: &[Explained]) -> Result<Vec<Party>, Error> {
        let mut told: Vec<Option<usize>> = alloc::vec![None; accounts.members().len()];
        for (inner, explained) in nest.inner.iter().zip(inner) {
            for (position, &cost) in nest.positions(inner).into_iter().zip(&explained.costs) {
                let same = self.trace.steps()[cost].value == Value::Amount(accounts.costs()[position]);
                told[position] = same.then_some(cost);
            }
        }
        (0..accounts.members().len()).map(|member| self.member(&nest.pool, accounts, member, told[member])).collect()
    }

    fn member(
        &mut self,
        pool: &Pool<P>,
        accounts: &Accounts<P>,
        position: usize,
        told: Option<usize>,
    ) -> Result<Party, Error> {
        let (leaves, member) = (self.leaves, &accounts.members()[position]);
        let (amounts, cost) = (pool.key().amounts(), accounts.costs()[position]);
        let cost_step = match told {
            Some(cost) => cost,
            None => leaves.cost(self.trace, pool, member, cost)?,
        };
        self.prove(cost_step, Value::Amount(cost))?;
        let weight = leaves.weight(self.trace, pool, member, amounts[position])?;
        self.prove_weight(weight, amounts[position])?;
        let contribution = match pool.model() {
            Model::Corridor(_) => Some(self.contribution(pool, member, accounts.contributions()[position])?),
            _ => None,
        };
        let clients = match pool.model() {
            Model::StopLoss(_) => self.clients(pool, member, accounts.clients(position))?,
            _ => Vec::new(),
        };
        let underspend_weight = match pool.underspend_key() {
            Some(key) => {
                let weight = leaves.underspend_weight(self.trace, pool, member, key.amounts()[position])?;
                self.prove_weight(weight, key.amounts()[position])?;
                Some(weight)
            }
            None => None,
        };
        Ok(Party { name: member.to_string(), cost: cost_step, contribution, clients, weight, underspend_weight })
    }

    fn contribution(&mut self, pool: &Pool<P>, member: &P, amount: Amount) -> Result<usize, Error> {
        let contribution = self.leaves.contribution(self.trace, pool, member, amount)?;
        self.prove(contribution, Value::Amount(amount)).map(|()| contribution)
    }

    fn clients(&mut self, pool: &Pool<P>, member: &P, costs: &[Amount]) -> Result<Vec<usize>, Error> {
        let client = |(position, &cost): (usize, &Amount)| self.leaves.client(self.trace, pool, member, position, cost);
        costs.iter().enumerate().map(client).collect()
    }

    /// An explanation of another figure than the one that was settled is no explanation.
    fn prove(&self, step: usize, settled: Value) -> Result<(), Error> {
        let explained = self.trace.steps().get(step).map(|step| step.value);
        match explained {
            Some(explained) if explained == settled => Ok(()),
            explained => {
                let found = explained.map_or_else(|| "nothing".into(), |value| value.to_string());
                Err(Error::new(Kind::Inexact, found, format!("the figure that was settled, {settled}"))
                    .within("explanation"))
            }
        }
    }

    /// A weight may be explained as a number, a share, or an amount of so many cents.
    fn prove_weight(&self, step: usize, settled: Ratio) -> Result<(), Error> {
        let explained = self.trace.steps().get(step).map(|step| step.value);
        match explained {
            Some(value) if value.number().is_ok_and(|number| number == settled) => Ok(()),
            _ => self.prove(step, Value::Number(settled)),
        }
    }

    /// Members as one party: what each of them brings, added up.
    fn together(&mut self, name: &str, members: &[Party], group: &[usize]) -> Result<Party, Error> {
        let all = |part: fn(&Party) -> Option<usize>| -> Vec<usize> {
            group.iter().filter_map(|&member| part(&members[member])).collect()
        };
        let (costs, weights) = (all(|member| Some(member.cost)), all(|member| Some(member.weight)));
        let contributions = all(|member| member.contribution);
        let underspends = all(|member| member.underspend_weight);
        Ok(Party {
            cost: self.sum("cost", name, &costs)?,
            weight: self.sum("weight", name, &weights)?,
            contribution: self.sum_of_any("contribution", name, &contributions)?,
            underspend_weight: self.sum_of_any("weight for underspends", name, &underspends)?,
            clients: group.iter().flat_map(|&member| members[member].clients.iter().copied()).collect(),
            name: name.to_string(),
        })
    }

    /// What a sub-pool pays as one party, divided over its members by its own key.
    fn divide_transfer(
        &mut self,
        inner: &Nest<P>,
        party: &Party,
        share: usize,
        explained: &Explained,
        group: &[usize],
        exact: &mut [usize],
    ) -> Result<(), Error> {
        let name = inner.pool.name();
        let transfer = self.compute("transfer of the sub-pool", name, Rule::Less, &[share, party.cost])?;
        let all_weights = match explained.all_weights {
            Some(sum) => sum,
            None => self.sum("all weights", name, &explained.weights)?,
        };
        let members = group.iter().zip(inner.pool.members()).zip(explained.exact.iter().zip(&explained.weights));
        for ((&position, member), (&first, &weight)) in members {
            let name = member.to_string();
            let part = self.compute(
                "part of the transfer of the sub-pool",
                &name,
                Rule::Proportion,
                &[transfer, weight, all_weights],
            )?;
            exact[position] = self.compute("before placing cents", &name, Rule::Sum, &[first, part])?;
        }
        Ok(())
    }

    fn with_outside(
        &mut self,
        pool: &Pool<P>,
        accounts: &Accounts<P>,
        position: usize,
        share: usize,
    ) -> Result<usize, Error> {
        let (member, outside) = (&accounts.members()[position], accounts.outside()[position]);
        if outside == Amount::ZERO {
            return Ok(share);
        }
        let step = self.leaves.outside(self.trace, pool, member, outside)?;
        self.prove(step, Value::Amount(outside))?;
        self.whole.push(step);
        self.compute("shared and not shared", &member.to_string(), Rule::Sum, &[share, step])
    }

    fn compute(&mut self, what: &str, whose: &str, rule: Rule, inputs: &[usize]) -> Result<usize, Error> {
        self.trace.compute(&format!("{what}, {whose}"), rule, inputs)
    }

    /// The sum of several steps; a single one is its own sum.
    fn sum(&mut self, what: &str, whose: &str, inputs: &[usize]) -> Result<usize, Error> {
        match inputs {
            [one] => Ok(*one),
            several => self.compute(what, whose, Rule::Sum, several),
        }
    }

    fn sum_of_any(&mut self, what: &str, whose: &str, inputs: &[usize]) -> Result<Option<usize>, Error> {
        if inputs.is_empty() { Ok(None) } else { self.sum(what, whose, inputs).map(Some) }
    }
}
