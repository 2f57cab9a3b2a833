//! A task: the lump sum of the year from its basis on, its parts, what a corridor settles, penalties.

use super::super::task_year::{PenaltyYear, SettledTask, TaskYear, split};
use super::{Telling, Told};
use crate::error::{Error, Kind};
use crate::exact::{Method, Percent, Ratio, Rounding, Split, Unrounded};
use crate::financing::product::Variant;
use crate::financing::task::{Group, LumpSumBasis, LumpSumStepName, PenaltyBase, SettledTier, Side, YearTerms};
use crate::period::Year;
use crate::trace::{Rule, Value};
use alloc::format;
use alloc::vec::Vec;

impl<'r, 'a> Telling<'_, 'r, 'a> {
    fn task_year(&self) -> Result<&'r TaskYear<'a>, Error> {
        let task = self.year.task.as_ref();
        task.ok_or_else(|| Error::new(Kind::Missing, "no task", "a contract with a task"))
    }

    /// The part of a party in the lump sum.
    pub(super) fn task(&mut self, party: usize) -> Result<usize, Error> {
        let whole = self.lump_sum()?;
        let label = self.label("lump sum", party);
        self.once(Told::Part(party), |told| told.divided(&label, whole, party))
    }

    /// A whole divided by the key.
    fn divided(&mut self, label: &str, whole: usize, party: usize) -> Result<usize, Error> {
        let task = self.task_year()?;
        let mut inputs = Vec::from([whole]);
        for one in self.everybody() {
            let party = self.party(one);
            inputs.push(self.once(Told::Weight(one), |told| task.key.explain(told.trace, party))?);
        }
        self.trace.compute(label, Rule::Part { position: party, split: split() }, &inputs)
    }

    /// The part of a party in a month: every running total is right.
    pub(super) fn monthly_part(&mut self, position: usize, party: usize) -> Result<usize, Error> {
        let part = self.task(party)?;
        let month = self.trace.given("a month", Value::Number(Ratio::ONE), "every month weighs the same");
        let mut inputs = Vec::from([part]);
        inputs.extend(self.year.months.iter().map(|_| month));
        let label = self.label(&format!("monthly part, {}", self.year.months[position]), party);
        self.trace.compute(&label, Rule::Part { position, split: Split::new(Method::Cumulative) }, &inputs)
    }

    /// The lump sum of the year, from its basis on.
    fn lump_sum(&mut self) -> Result<usize, Error> {
        self.once(Told::LumpSum, Telling::every_lump_sum)
    }

    fn every_lump_sum(&mut self) -> Result<usize, Error> {
        let plan = &self.task_year()?.section.lump_sum;
        let basis = self.basis(&plan.basis)?;
        let mut lump_sum = self.rounded_lump_sum(plan.first, basis, plan.rounding)?;
        for terms in plan.later.iter().filter(|terms| terms.year <= self.year.year) {
            let exact = self.next_lump_sum(lump_sum, terms)?;
            lump_sum = self.rounded_lump_sum(terms.year, exact, plan.rounding)?;
        }
        match self.task_year()?.lump_sum.steps.last().map(|step| &step.name) {
            Some(&LumpSumStepName::Months(months)) => self.of_months(lump_sum, months, plan.rounding),
            _ => Ok(lump_sum),
        }
    }

    /// The twelfths of the months in which the contract holds.
    fn of_months(&mut self, whole: usize, months: u8, rounding: Rounding) -> Result<usize, Error> {
        let (year, terms) = (self.year.year, self.terms());
        let share = Value::Share(Ratio::new(months.into(), 12)?);
        let share = self.trace.given(&format!("share of the year, {year}"), share, &terms);
        let label = format!("lump sum, {year}, part of the year");
        let exact = self.trace.compute(&format!("{label}, exact"), Rule::Times, &[whole, share])?;
        self.trace.compute(&label, Rule::Round(rounding), &[exact])
    }

    fn rounded_lump_sum(&mut self, year: Year, exact: usize, rounding: Rounding) -> Result<usize, Error> {
        self.trace.compute(&format!("lump sum, {year}"), Rule::Round(rounding), &[exact])
    }

    fn basis(&mut self, basis: &LumpSumBasis) -> Result<usize, Error> {
        let terms = self.terms();
        match basis {
            LumpSumBasis::Agreed(amount) => Ok(self.trace.given("agreed amount", Value::Amount(*amount), &terms)),
            LumpSumBasis::HistoricTurnover(years) => {
                let turnover = |(year, amount): &(Year, crate::exact::Amount)| {
                    self.trace.given(&format!("turnover, {year}"), Value::Amount(*amount), &terms)
                };
                let turnovers: Vec<usize> = years.iter().map(turnover).collect();
                let sum = self.sum("turnover, all years", &turnovers)?;
                let count = i128::try_from(years.len()).unwrap_or(i128::MAX);
                let share = self.trace.given("one year of these", Value::Share(Ratio::new(1, count)?), &terms);
                self.trace.compute("turnover, mean", Rule::Times, &[sum, share])
            }
            LumpSumBasis::Capitation(groups) => {
                let groups = groups.iter().map(|group| self.group(group)).collect::<Result<Vec<_>, Error>>()?;
                self.sum("capitation, all groups", &groups)
            }
        }
    }

    fn group(&mut self, group: &Group) -> Result<usize, Error> {
        let (name, terms) = (&group.name, self.terms());
        let rate = self.trace.given(&format!("rate, {name}"), Value::Unrounded(group.rate), &terms);
        let persons = self.trace.given(&format!("persons, {name}"), Value::Number(group.persons), &terms);
        self.trace.compute(&format!("capitation, {name}"), Rule::Times, &[rate, persons])
    }

    fn next_lump_sum(&mut self, before: usize, terms: &YearTerms) -> Result<usize, Error> {
        let source = self.terms();
        let year = terms.year;
        let one = self.trace.given("the year before", Value::Percent(Percent::WHOLE), &source);
        let index = self.trace.given(&format!("index, {year}"), Value::Percent(terms.index), &source);
        let norm = self.trace.given(&format!("volume norm, {year}"), Value::Percent(terms.volume_norm), &source);
        let index = self.trace.compute(&format!("the year before with index, {year}"), Rule::Sum, &[one, index])?;
        let norm = self.trace.compute(&format!("the year before with volume norm, {year}"), Rule::Sum, &[one, norm])?;
        let product =
            self.trace.compute(&format!("lump sum, {year}, adjusted"), Rule::Times, &[before, index, norm])?;
        let mut parts = Vec::from([product]);
        for mutation in &terms.mutations {
            let label = format!("mutation, {}", mutation.name);
            parts.push(self.trace.given(&label, Value::Amount(mutation.amount), &source));
        }
        self.sum(&format!("lump sum, {year}, exact"), &parts)
    }

    /// What a party pays more, or less, because care deviated: its part of what is paid, less its part of the lump sum.
    pub(super) fn corridor(&mut self, party: usize) -> Result<usize, Error> {
        let lump_sum = self.lump_sum()?;
        let paid = self.paid_by_task(lump_sum)?;
        let label = self.label("paid for the task", party);
        let with = self.divided(&label, paid, party)?;
        let without = self.task(party)?;
        self.trace.compute(&self.label("corridor", party), Rule::Less, &[with, without])
    }

    /// What the task pays: the lump sum and what the corridor settles.
    fn paid_by_task(&mut self, lump_sum: usize) -> Result<usize, Error> {
        self.once(Told::PaidByTask, |told| told.settled(lump_sum))
    }

    fn settled(&mut self, lump_sum: usize) -> Result<usize, Error> {
        let task = self.task_year()?;
        let Some(SettledTask { settlement, .. }) = &task.settled else { return Ok(lump_sum) };
        let shadow = self.shadow()?;
        let (deviation, rule) = match settlement.side {
            Side::Over => ([shadow, lump_sum], Rule::Sum),
            Side::Under => ([lump_sum, shadow], Rule::Less),
        };
        let deviation = self.trace.compute("deviation from the lump sum", Rule::Less, &deviation)?;
        let mut parts = Vec::from([lump_sum]);
        let mut tiers = settlement.tiers.iter().peekable();
        while let Some(tier) = tiers.next() {
            parts.push(self.tier(lump_sum, deviation, tier, tiers.peek().map(|next| next.from))?);
        }
        let exact = match parts.as_slice() {
            [_] => lump_sum,
            parts => self.trace.compute("paid for the task, exact", rule, parts)?,
        };
        self.trace.compute("paid for the task", Rule::Round(Rounding::HALF_UP_CENT), &[exact])
    }

    /// What is settled of the deviation from a breakpoint up to the next one, if it is reached.
    fn tier(
        &mut self,
        lump_sum: usize,
        deviation: usize,
        tier: &SettledTier,
        to: Option<Unrounded>,
    ) -> Result<usize, Error> {
        let beyond = self.breakpoint_of(tier.from)?;
        let label = format!("deviation beyond {beyond}");
        let from = self.breakpoint(lump_sum, beyond)?;
        let within = match to {
            None => deviation,
            Some(to) => {
                let to = self.breakpoint_of(to)?;
                let to = self.breakpoint(lump_sum, to)?;
                self.trace.compute(
                    &format!("{label}, up to the next breakpoint"),
                    Rule::Clamp,
                    &[deviation, from, to],
                )?
            }
        };
        let within = self.trace.compute(&label, Rule::Less, &[within, from])?;
        let terms = self.terms();
        let share = self.trace.given(&format!("share beyond {beyond}"), Value::Percent(tier.share), &terms);
        self.trace.compute(&format!("settled beyond {beyond}"), Rule::Times, &[within, share])
    }

    /// The breakpoint that is so many euros off the lump sum.
    fn breakpoint_of(&self, at: Unrounded) -> Result<Percent, Error> {
        let task = self.task_year()?;
        let corridor = &task.section.corridor;
        let of_lump_sum = Unrounded::from(task.lump_sum.lump_sum);
        let mut all = corridor.breakpoints(Side::Over).iter().chain(corridor.breakpoints(Side::Under));
        let is_it = |from: Percent| of_lump_sum.percent(from).is_ok_and(|euros| euros == at);
        Ok(all.find(|breakpoint| is_it(breakpoint.from)).map_or(Percent::ZERO, |found| found.from))
    }

    /// A breakpoint, in euros: a percentage of the lump sum.
    fn breakpoint(&mut self, lump_sum: usize, from: Percent) -> Result<usize, Error> {
        let terms = self.terms();
        let percent = self.trace.given("breakpoint", Value::Percent(from), &terms);
        self.trace.compute(&format!("breakpoint at {from}"), Rule::Times, &[lump_sum, percent])
    }

    /// What reported care would have cost: never paid, only compared.
    fn shadow(&mut self) -> Result<usize, Error> {
        let contract = self.contract();
        let is_task = |product: usize| contract.products[product].section.variant == Variant::TaskBased;
        let lines = self.lines_of(|line| is_task(line.product));
        self.sum_of_lines("shadow cost of what was reported", &lines)
    }

    /// What a party is spared by penalties: nothing, or below zero.
    pub(super) fn penalties(&mut self, party: usize) -> Result<usize, Error> {
        let task = self.task_year()?;
        let penalties = task.penalties.iter().map(|penalty| self.penalty(penalty, party));
        let penalties = penalties.collect::<Result<Vec<_>, Error>>()?;
        let label = self.label("penalty", party);
        self.sum(&label, &penalties)
    }

    fn penalty(&mut self, penalty: &PenaltyYear<'_>, party: usize) -> Result<usize, Error> {
        let reason = &penalty.section.reason;
        let terms = self.terms();
        let base = self.penalty_base(penalty)?;
        let percent = self.trace.given(&format!("penalty, {reason}"), Value::Percent(penalty.section.percent), &terms);
        let exact = self.trace.compute(&format!("penalty, {reason}, exact"), Rule::Times, &[base, percent])?;
        let label = format!("penalty, {reason}, all parties");
        let whole = self.trace.compute(&label, Rule::Round(Rounding::HALF_UP_CENT), &[exact])?;
        let left = self.trace.compute(&format!("left after the penalty, {reason}"), Rule::Less, &[base, whole])?;
        let taken = self.trace.compute(&format!("taken off, {reason}"), Rule::Less, &[left, base])?;
        let label = self.label(&format!("penalty, {reason}"), party);
        self.divided(&label, taken, party)
    }

    fn penalty_base(&mut self, penalty: &PenaltyYear<'_>) -> Result<usize, Error> {
        let lump_sum = self.lump_sum()?;
        match penalty.section.of {
            PenaltyBase::LumpSum => Ok(lump_sum),
            PenaltyBase::Settled => self.paid_by_task(lump_sum),
            PenaltyBase::MonthlyPart(month) => {
                let one = self.trace.given("a month", Value::Number(Ratio::ONE), "every month weighs the same");
                let mut inputs = Vec::from([lump_sum]);
                inputs.extend(self.year.months.iter().map(|_| one));
                let position = self.year.months.iter().position(|&other| other == month).unwrap_or_default();
                let rule = Rule::Part { position, split: Split::new(Method::Cumulative) };
                self.trace.compute(&format!("monthly part, {month}"), rule, &inputs)
            }
        }
    }
}
