//! Lines of care: tariff times volume, or parts of a price times results.

use super::super::agreed::AgreedProduct;
use super::super::booked::Booked;
use super::{Telling, Told};
use crate::error::Error;
use crate::exact::{Amount, Method, Ratio, Rounding, Split, Unrounded, decimal};
use crate::financing::effort::Basis;
use crate::financing::product::{Unit, Variant};
use crate::trace::{Rule, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl<'r, 'a> Telling<'_, 'r, 'a> {
    /// What was invoiced of a product for a party; `position` is that among the products of the year.
    pub(super) fn product(&mut self, position: usize, party: usize) -> Result<usize, Error> {
        let product = self.year.products[position].product;
        let lines = self.lines_of(|line| line.product == product && line.party == party);
        let label = self.label(&self.contract().products[product].product.id, party);
        self.once(Told::Product(position, party), |told| told.sum_of_lines(&label, &lines))
    }

    /// What a party pays in a month.
    pub(super) fn month(&mut self, position: usize, party: usize) -> Result<usize, Error> {
        let month = self.year.months[position];
        let contract = self.contract();
        let is_paid = |line: &Booked<'_>| contract.products[line.product].section.variant != Variant::TaskBased;
        let lines = self.lines_of(|line| is_paid(line) && line.party == party && line.line.delivered.month() == month);
        let label = self.label(&format!("paid for {month}"), party);
        if self.year.task.is_none() {
            return self.sum_of_lines(&label, &lines);
        }
        let mut parts = Vec::from([self.monthly_part(position, party)?]);
        for line in lines {
            parts.push(self.line(line)?);
        }
        self.sum(&label, &parts)
    }

    /// The positions of some lines of the year.
    pub(super) fn lines_of(&self, is_one: impl Fn(&Booked<'_>) -> bool) -> Vec<usize> {
        let lines = self.year.lines.iter().enumerate();
        lines.filter(|(_, line)| is_one(line)).map(|(position, _)| position).collect()
    }

    pub(super) fn sum_of_lines(&mut self, label: &str, lines: &[usize]) -> Result<usize, Error> {
        if lines.is_empty() {
            let source = format!("no lines, {}", self.terms());
            return Ok(self.trace.given(label, Value::Amount(Amount::ZERO), &source));
        }
        let steps = lines.iter().map(|&line| self.line(line)).collect::<Result<Vec<_>, Error>>()?;
        self.sum(label, &steps)
    }

    /// What a line is worth.
    pub(super) fn line(&mut self, position: usize) -> Result<usize, Error> {
        let line = &self.year.lines[position];
        let product = &self.contract().products[line.product];
        let by_output = product.section.variant == Variant::OutputBased;
        self.once(Told::Line(position), |told| match if by_output { product.unit } else { product.product.unit } {
            Unit::Euro => Ok(told.euros(line)),
            _ if by_output => told.results(line, product),
            _ => told.effort(line, product),
        })
    }

    /// A line of euros is its own amount.
    fn euros(&mut self, line: &Booked<'_>) -> usize {
        let label = self.line_label(line);
        let place = self.place(line);
        self.trace.given(&label, Value::Amount(line.worth), &place)
    }

    fn effort(&mut self, line: &Booked<'_>, product: &AgreedProduct<'_>) -> Result<usize, Error> {
        let label = self.line_label(line);
        let volume = self.volume(&label, line, line.line.volume);
        let Some(tariffs) = &product.tariffs else {
            let source = format!("no tariffs, {}", self.terms());
            return Ok(self.trace.given(&label, Value::Amount(Amount::ZERO), &source));
        };
        let (from, tariff) = tariffs.held_on(line.line.delivered)?;
        let cents = decimal::to_ratio(tariff.euros())?.checked_mul(Ratio::integer(100))?;
        let of = format!("tariff of {}, from {from}", product.product.id);
        let terms = self.terms();
        let price = self.trace.given(&of, Value::Unrounded(Unrounded::from_cents(cents)), &terms);
        let mut factors = Vec::from([price, volume]);
        if tariff.basis() == Basis::PerHourInMinutes {
            let minute = Value::Number(Ratio::new(1, 60)?);
            factors.push(self.trace.given(
                "a minute in hours",
                minute,
                "a tariff per hour, for care declared in minutes",
            ));
        }
        let exact = self.trace.compute(&format!("{label}, tariff times volume"), Rule::Times, &factors)?;
        self.trace.compute(&label, Rule::Round(Rounding::HALF_UP_CENT), &[exact])
    }

    /// Each part of the price, times how many came to its moment.
    fn results(&mut self, line: &Booked<'_>, product: &AgreedProduct<'_>) -> Result<usize, Error> {
        let label = self.line_label(line);
        let Some(result) = &product.result else { return Ok(self.euros(line)) };
        let terms = self.terms();
        let (from, price) = result.price(line.line.delivered)?;
        let of = format!("price of {}, from {from}", product.product.id);
        let price = self.trace.given(&of, Value::Amount(price), &terms);
        let mut inputs = Vec::from([price]);
        for (position, share) in result.shares().iter().enumerate() {
            let label = format!("part at moment {}", position.saturating_add(1));
            inputs.push(self.trace.given(&label, Value::Percent(*share), &terms));
        }
        let mut worth = Vec::new();
        for (position, count) in product.counts(line.line)?.into_iter().enumerate().filter(|(_, count)| *count != 0) {
            let moment = format!("{label}, moment {}", position.saturating_add(1));
            let split = Split::new(Method::Cumulative);
            let part = self.trace.compute(&format!("{moment}, price"), Rule::Part { position, split }, &inputs)?;
            let count = self.volume(&moment, line, count);
            worth.push(self.trace.compute(&moment, Rule::Times, &[part, count])?);
        }
        let exact = match worth.as_slice() {
            [] => return Ok(self.euros(line)),
            worth => self.sum(&format!("{label}, all moments"), worth)?,
        };
        self.trace.compute(&label, Rule::Round(Rounding::HALF_UP_CENT), &[exact])
    }

    fn volume(&mut self, label: &str, line: &Booked<'_>, volume: i64) -> usize {
        let place = self.place(line);
        self.trace.given(&format!("{label}, volume"), Value::Number(Ratio::integer(volume)), &place)
    }

    /// `begeleiding, Bedum, 2026-03-17`, or with the number of the line.
    fn line_label(&self, line: &Booked<'_>) -> String {
        let label = format!("{}, {}", self.label(&line.line.product, line.party), line.line.delivered);
        match (&line.line.number, &line.line.credits) {
            (_, Some(credits)) => format!("{label}, credits line {credits}"),
            (Some(number), None) => format!("{label}, line {number}"),
            (None, None) => label,
        }
    }

    /// Where a line stands.
    fn place(&self, line: &Booked<'_>) -> String {
        let source = self.statement.payments.source(line.volumes);
        line.volumes.place(line.line, source)
    }
}
