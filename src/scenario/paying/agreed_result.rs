//! What a result is paid by a contract, and in which parts.

use super::super::contracting::ResultSection;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, Ratio, decimal};
use crate::financing::contract::Tariffs;
use crate::financing::effort::{Basis, Tariff};
use crate::financing::output::PaymentPlan;
use crate::period::Date;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a result is paid.
pub(super) struct AgreedResult<'a> {
    prices: &'a [(Date, Amount)],
    pub(super) plan: PaymentPlan,
}

impl<'a> AgreedResult<'a> {
    pub(super) fn new(section: &'a ResultSection) -> Result<AgreedResult<'a>, Error> {
        let plan = match section.parts.as_slice() {
            [] => PaymentPlan::at_the_end(),
            [end] => PaymentPlan::new(Percent::ZERO, Vec::new(), *end)?,
            [start, milestones @ .., end] => PaymentPlan::new(*start, milestones.to_vec(), *end)?,
        };
        let agreed = AgreedResult { prices: &section.prices, plan };
        agreed.prove_prices()?;
        Ok(agreed)
    }

    /// Also where the contract pays by something else: what is only compared has to be right too.
    fn prove_prices(&self) -> Result<(), Error> {
        if self.prices.is_empty() {
            return Err(Error::new(Kind::Missing, "no price of a result", "prices by date"));
        }
        let days: Vec<_> = self.prices.iter().map(|(from, _)| from.to_string()).collect();
        if let Some(double) = Error::doubles("prices from", days.iter().map(String::as_str)).into_iter().next() {
            return Err(double);
        }
        self.prices.iter().try_for_each(|&(_, price)| self.plan.parts(price).map(|_| ()))
    }

    /// The price of a result on a day, with the day from which it holds.
    pub(super) fn price(&self, day: Date) -> Result<(Date, Amount), Error> {
        let held = self.prices.iter().filter(|&&(from, _)| from <= day).max_by_key(|&&(from, _)| from);
        held.copied().ok_or_else(|| {
            let first = self.prices.iter().map(|&(from, _)| from).min().unwrap_or(day);
            let expected = format!("a price that holds then; the first holds from {first}");
            Error::new(Kind::Missing, format!("no price of a result on {day}"), expected)
        })
    }

    pub(super) fn as_tariffs(&self) -> Result<Tariffs, Error> {
        let tariff = |&(from, price): &(Date, Amount)| {
            let euros = decimal::from_ratio(Ratio::new(price.cents().into(), 100)?)?;
            Ok((from, Tariff::new(euros, Basis::PerUnit)?))
        };
        Tariffs::new(self.prices.iter().map(tariff).collect::<Result<Vec<_>, Error>>()?)
    }

    /// Whether nothing is paid before the end.
    pub(super) fn is_at_the_end(&self) -> bool {
        self.shares() == [Percent::ZERO, Percent::WHOLE]
    }

    /// Its parts as percentages.
    pub(super) fn shares(&self) -> &[Percent] {
        self.plan.shares()
    }
}
