//! A product that is paid by effort or by output, in a year: what was invoiced, and what lies beyond a ceiling.

use super::agreed::AgreedContract;
use super::booked::Booked;
use crate::error::Error;
use crate::exact::{Amount, Split, Weights};
use crate::financing::effort::{Beyond, Ceiling, CeilingUse, DatedAmount};
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
    /// What each party pays.
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
        let paid = match (used.borne_by_provider, ceiling.beyond) {
            (Amount::ZERO, _) => invoiced.to_vec(),
            // A shared excess is nobody's line: it is less for everyone in proportion to what was invoiced.
            (_, Beyond::SharedByProvider(_)) => {
                Split::default().divide(used.paid, &Weights::from_amounts(invoiced)?)?
            }
            (_, Beyond::NewCareByProvider) => without_new_care(&used, lines, invoiced)?,
        };
        Ok(CeilingYear { ceiling, used, paid })
    }
}

/// New care is its own lines, which stay unpaid: the municipality that they are for does not pay them.
fn without_new_care(used: &CeilingUse, lines: &[&Booked<'_>], invoiced: &[Amount]) -> Result<Vec<Amount>, Error> {
    let mut paid = invoiced.to_vec();
    for line in lines.iter().filter(|line| used.is_new(line.begun())) {
        paid[line.party] = paid[line.party].checked_sub(line.worth)?;
    }
    // Credits stand on the day of their debits, so all that is new was delivered when the ceiling had been passed.
    assert_eq!(Amount::sum(&paid)?, used.paid, "unpaid_care_is_new");
    Ok(paid)
}
