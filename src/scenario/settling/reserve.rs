//! What a reserve does, explained year by year from what was in it at first.

use super::leaves::Citing;
use super::pool_year::PoolYear;
use super::section::explain_sum;
use crate::error::{Error, Kind};
use crate::exact::Amount;
use crate::scenario::pooling::ReserveSection;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The steps of one year of a reserve.
struct Explained {
    levy: usize,
    closing: usize,
}

/// Explains what the members of a pool put into its reserve; below zero, what it pays for them.
pub(super) fn explain_levy(citing: &Citing<'_, '_>, trace: &mut Trace, pool: &str) -> Result<usize, Error> {
    explain(citing, trace, pool).map(|explained| explained.levy)
}

fn explain(citing: &Citing<'_, '_>, trace: &mut Trace, id: &str) -> Result<Explained, Error> {
    let pool = citing.settled().pool(id);
    let found = pool.and_then(|pool| Some((pool, pool.section.reserve.as_ref()?)));
    let (pool, section) = found.ok_or_else(|| Error::new(Kind::Missing, format!("no reserve of {id}"), "a reserve"))?;
    let mut steps = Steps { trace, pool, section };
    let opening = match before(citing, id) {
        Some(before) => explain(&before, steps.trace, id)?.closing,
        None => steps.term("in reserve at first", section.opening),
    };
    steps.year(opening)
}

/// The last settlement before this year, of a year in which the pool was settled too.
fn before<'r, 'a>(citing: &Citing<'r, 'a>, pool: &str) -> Option<Citing<'r, 'a>> {
    let settlement = |year: usize| {
        let round = citing.region.years.get(year)?.rounds.len().checked_sub(1)?;
        Some(Citing { region: citing.region, year, round })
    };
    (0..citing.year).rev().filter_map(settlement).find(|before| before.settled().pool(pool).is_some())
}

struct Steps<'t, 'p, 'a> {
    trace: &'t mut Trace,
    pool: &'p PoolYear<'a>,
    section: &'p ReserveSection,
}

impl Steps<'_, '_, '_> {
    fn year(&mut self, opening: usize) -> Result<Explained, Error> {
        let (budget, cost) = (self.contributions()?, self.costs()?);
        let zero = self.trace.given("nothing", Value::Amount(Amount::ZERO), "by definition");
        let (floor, cap) =
            (self.term("floor of the reserve", self.section.floor), self.term("cap of the reserve", self.section.cap));
        let deficit = self.compute("deficit", Rule::Less, &[cost, budget])?;
        let surplus = self.compute("surplus", Rule::Less, &[budget, cost])?;
        let above_floor = self.room("in reserve above the floor", opening, floor)?;
        let below_cap = self.room("room below the cap", cap, opening)?;
        let withdrawn = self.compute("withdrawn from the reserve", Rule::Clamp, &[deficit, zero, above_floor])?;
        let stored = self.compute("stored in the reserve", Rule::Clamp, &[surplus, zero, below_cap])?;
        let added = self.compute("in reserve after surplus", Rule::Sum, &[opening, stored])?;
        let so_far = self.compute("in reserve after surplus or deficit", Rule::Less, &[added, withdrawn])?;
        let room = self.room("room that is left below the cap", cap, so_far)?;
        let wish = self.term("what members add every year", self.section.top_up);
        let topped_up = self.compute("added to the reserve", Rule::Clamp, &[wish, zero, room])?;
        let into = self.compute("stored and added", Rule::Sum, &[stored, topped_up])?;
        let levy = self.compute("into the reserve", Rule::Less, &[into, withdrawn])?;
        let closing = self.compute("in reserve at the end", Rule::Sum, &[so_far, topped_up])?;
        Ok(Explained { levy, closing })
    }

    fn contributions(&mut self) -> Result<usize, Error> {
        let Some(figures) = &self.pool.contribution else {
            return Err(Error::new(Kind::Missing, "a reserve without a contribution", "a contribution"));
        };
        let one = |member| explain_sum(figures, self.trace, "contribution", member, self.pool.year);
        let all = self.pool.members.iter().map(one).collect::<Result<Vec<_>, Error>>()?;
        self.compute("all contributions", Rule::Sum, &all)
    }

    fn costs(&mut self) -> Result<usize, Error> {
        let one = |member| explain_sum(&self.pool.cost, self.trace, "cost", member, self.pool.year);
        let all = self.pool.members.iter().map(one).collect::<Result<Vec<_>, Error>>()?;
        self.compute("all cost", Rule::Sum, &all)
    }

    /// What the first is above the second, or nothing.
    fn room(&mut self, label: &str, first: usize, second: usize) -> Result<usize, Error> {
        let difference = self.compute(label, Rule::Less, &[first, second])?;
        self.compute(label, Rule::Layer { from: Amount::ZERO, to: None }, &[difference])
    }

    fn term(&mut self, label: &str, amount: Amount) -> usize {
        let source = format!("scenario, pool \"{}\"", self.pool.section.id);
        self.trace.given(&self.label(label), Value::Amount(amount), &source)
    }

    fn compute(&mut self, label: &str, rule: Rule, inputs: &[usize]) -> Result<usize, Error> {
        let label = self.label(label);
        self.trace.compute(&label, rule, inputs)
    }

    fn label(&self, label: &str) -> String {
        format!("{label}, {}, {}", self.pool.section.id, self.pool.year)
    }
}
