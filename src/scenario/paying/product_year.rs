//! A product that is paid by effort or by output, in a year: what was invoiced, and what lies beyond a ceiling.

use super::agreed::AgreedContract;
use super::booked::Booked;
use crate::error::Error;
use crate::exact::{Amount, Split, Weights};
use crate::financing::effort::{Ceiling, CeilingUse, DatedAmount};
use crate::period::Year;
use alloc::vec;
use alloc::vec::Vec;

/// A product of a contract in a year.
pub(super) struct ProductYear {
    /// The position of the product in the contract.
    pub(super) product: usize,
    /// What was invoiced for each party.
    pub(super) invoiced: Vec<Amount>,
    pub(super) ceiling: Option<CeilingYear>,
}

/// What became of the ceiling of a year.
pub(super) struct CeilingYear {
    pub(super) ceiling: Ceiling,
    pub(super) used: CeilingUse,
    /// What each party pays: what is paid in all, divided by what was invoiced for each.
    pub(super) paid: Vec<Amount>,
}

impl ProductYear {
    /// Adds up the lines of the product.
    pub(super) fn new(
        contract: &AgreedContract<'_>,
        product: usize,
        year: Year,
        parties: usize,
        lines: &[Booked<'_>],
    ) -> Result<ProductYear, Error> {
        let lines: Vec<&Booked<'_>> = lines.iter().filter(|line| line.product == product).collect();
        let mut invoiced = vec![Amount::ZERO; parties];
        for line in &lines {
            let sum = &mut invoiced[line.party];
            *sum = sum.checked_add(line.worth)?;
        }
        let ceiling = contract.products[product].ceiling(year);
        let ceiling = ceiling.map(|ceiling| CeilingYear::new(*ceiling, &lines, &invoiced)).transpose()?;
        Ok(ProductYear { product, invoiced, ceiling })
    }

    /// What a party pays more than was invoiced: nothing, or below zero what the provider bears for it.
    pub(super) fn beyond(&self, party: usize) -> Result<Amount, Error> {
        let Some(ceiling) = &self.ceiling else { return Ok(Amount::ZERO) };
        ceiling.paid[party].checked_sub(self.invoiced[party])
    }
}

impl CeilingYear {
    fn new(ceiling: Ceiling, lines: &[&Booked<'_>], invoiced: &[Amount]) -> Result<CeilingYear, Error> {
        let dated = |line: &&Booked<'_>| DatedAmount {
            delivered: line.line.delivered,
            begun: line.begun(),
            amount: line.worth,
        };
        let used = ceiling.used_by(&lines.iter().map(dated).collect::<Vec<_>>())?;
        let paid = match used.borne_by_provider {
            Amount::ZERO => invoiced.to_vec(),
            _ => Split::default().divide(used.paid, &Weights::from_amounts(invoiced)?)?,
        };
        Ok(CeilingYear { ceiling, used, paid })
    }
}
