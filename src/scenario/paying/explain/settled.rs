//! What lies beyond ceilings: who bears it, and how what is paid is divided.

use super::super::booked::Booked;
use super::super::product_year::{CeilingYear, ProductYear};
use super::Telling;
use crate::error::Error;
use crate::exact::{Amount, Percent, Rounding, Split};
use crate::financing::effort::Beyond;
use crate::trace::{Rule, Value};
use alloc::format;
use alloc::vec::Vec;

impl Telling<'_, '_, '_> {
    /// What a party is spared by the ceilings of all products.
    pub(super) fn ceilings(&mut self, party: usize) -> Result<usize, Error> {
        let year = self.year;
        let mut spared = Vec::new();
        for (position, product) in year.products.iter().enumerate() {
            if let Some(ceiling) = &product.ceiling {
                spared.push(self.ceiling((position, product), ceiling, party)?);
            }
        }
        let label = self.label("ceiling", party);
        self.sum(&label, &spared)
    }

    /// What a party pays of a product up to its ceiling, less what was invoiced for it.
    fn ceiling(
        &mut self,
        (position, product): (usize, &ProductYear),
        ceiling: &CeilingYear,
        party: usize,
    ) -> Result<usize, Error> {
        let id = &self.contract().products[product.product].product.id;
        let label = self.label(&format!("ceiling, {id}"), party);
        let own = self.product(position, party)?;
        if ceiling.used.borne_by_provider == Amount::ZERO {
            return self.trace.compute(&format!("{label}, which held"), Rule::Less, &[own, own]);
        }
        let paid = match ceiling.ceiling.beyond {
            Beyond::SharedByProvider(share) => self.shared((position, id), ceiling.ceiling.amount, share, party)?,
            Beyond::NewCareByProvider => self.without_new_care(product, ceiling, own, party)?,
        };
        self.trace.compute(&label, Rule::Less, &[paid, own])
    }

    /// What all pay together, divided by what was invoiced.
    fn shared(
        &mut self,
        (position, id): (usize, &str),
        most: Amount,
        share: Percent,
        party: usize,
    ) -> Result<usize, Error> {
        let terms = self.terms();
        let invoiced = self.everybody().map(|one| self.product(position, one)).collect::<Result<Vec<_>, Error>>()?;
        let all = self.sum(&format!("{id}, all parties"), &invoiced)?;
        let most = self.trace.given(&format!("{id}, ceiling"), Value::Amount(most), &terms);
        let beyond = self.trace.compute(&format!("{id}, beyond the ceiling"), Rule::Less, &[all, most])?;
        let share = self.trace.given("share of the provider", Value::Percent(share), &terms);
        let label = format!("{id}, borne by the provider");
        let exact = self.trace.compute(&format!("{label}, exact"), Rule::Times, &[beyond, share])?;
        let borne = self.trace.compute(&label, Rule::Round(Rounding::HALF_UP_CENT), &[exact])?;
        let paid = self.trace.compute(&format!("{id}, paid"), Rule::Less, &[all, borne])?;
        let mut inputs = Vec::from([paid]);
        inputs.extend(&invoiced);
        let rule = Rule::Part { position: party, split: Split::default() };
        self.trace.compute(&self.label(&format!("{id}, paid"), party), rule, &inputs)
    }

    /// What was invoiced less the party's own lines of new care.
    fn without_new_care(
        &mut self,
        product: &ProductYear,
        ceiling: &CeilingYear,
        own: usize,
        party: usize,
    ) -> Result<usize, Error> {
        let id = &self.contract().products[product.product].product.id;
        let is_new = |line: &Booked<'_>| ceiling.used.is_new(line.begun());
        let lines = self.lines_of(|line| line.product == product.product && line.party == party && is_new(line));
        let day = ceiling.used.exhausted.map(|day| format!(" after {day}")).unwrap_or_default();
        let label = self.label(&format!("{id}, care that began{day}"), party);
        let new = self.sum_of_lines(&label, &lines)?;
        let paid = self.trace.compute(&self.label(&format!("{id}, paid"), party), Rule::Less, &[own, new])?;
        // Which lines are new follows from the lines of all parties, day by day, and from the ceiling of the contract.
        self.trace.cite(paid, &self.terms())?;
        Ok(paid)
    }
}
