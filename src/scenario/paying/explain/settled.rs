//! What lies beyond ceilings: who bears it, and how what is paid is divided.

use super::super::product_year::{CeilingYear, ProductYear};
use super::Telling;
use crate::error::Error;
use crate::exact::{Amount, Rounding, Split};
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

    /// What is paid of a product, divided by what was invoiced, less what was invoiced.
    fn ceiling(
        &mut self,
        (position, product): (usize, &ProductYear),
        ceiling: &CeilingYear,
        party: usize,
    ) -> Result<usize, Error> {
        let id = self.contract().products[product.product].product.id.clone();
        let invoiced = self.everybody().map(|one| self.product(position, one)).collect::<Result<Vec<_>, Error>>()?;
        let own = invoiced[party];
        let label = self.label(&format!("ceiling, {id}"), party);
        if ceiling.used.borne_by_provider == Amount::ZERO {
            return self.trace.compute(&format!("{label}, which held"), Rule::Less, &[own, own]);
        }
        let all = self.sum(&format!("{id}, all parties"), &invoiced)?;
        let borne = self.borne_by_provider(product, ceiling, all)?;
        let paid = self.trace.compute(&format!("{id}, paid up to the ceiling"), Rule::Less, &[all, borne])?;
        let mut inputs = Vec::from([paid]);
        inputs.extend(&invoiced);
        let rule = Rule::Part { position: party, split: Split::default() };
        let part = self.trace.compute(&self.label(&format!("{id}, paid"), party), rule, &inputs)?;
        self.trace.compute(&label, Rule::Less, &[part, own])
    }

    fn borne_by_provider(&mut self, product: &ProductYear, ceiling: &CeilingYear, all: usize) -> Result<usize, Error> {
        let id = self.contract().products[product.product].product.id.clone();
        let terms = self.terms();
        let most = self.trace.given(&format!("{id}, ceiling"), Value::Amount(ceiling.ceiling.amount), &terms);
        let zero = self.trace.given("nothing", Value::Amount(Amount::ZERO), &terms);
        let within = self.trace.compute(&format!("{id}, within the ceiling"), Rule::Clamp, &[all, zero, most])?;
        let beyond = self.trace.compute(&format!("{id}, beyond the ceiling"), Rule::Less, &[all, within])?;
        let label = format!("{id}, borne by the provider");
        match ceiling.ceiling.beyond {
            Beyond::SharedByProvider(share) => {
                let share = self.trace.given("share of the provider", Value::Percent(share), &terms);
                let exact = self.trace.compute(&format!("{label}, exact"), Rule::Times, &[beyond, share])?;
                self.trace.compute(&label, Rule::Round(Rounding::HALF_UP_CENT), &[exact])
            }
            Beyond::NewCareByProvider => {
                let exhausted = ceiling.used.exhausted;
                let is_new = |begun| exhausted.is_some_and(|day| begun > day);
                let lines = self.lines_of(|line| line.product == product.product && is_new(line.begun()));
                let day = exhausted.map(|day| format!(" after {day}")).unwrap_or_default();
                let new = self.sum_of_lines(&format!("{id}, care that began{day}"), &lines)?;
                self.trace.compute(&label, Rule::Clamp, &[new, zero, beyond])
            }
        }
    }
}
