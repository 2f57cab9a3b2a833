//! What municipalities pay of invoices when a ceiling lies on all of them together.

use super::bill::Billed;
use super::demand::Line;
use crate::error::Error;
use crate::exact::{Amount, Weights};
use crate::financing::effort::{Beyond, Ceiling, CeilingUse, DatedAmount};
use crate::period::Date;
use alloc::vec::Vec;

/// What is left to pay of invoices.
pub(super) struct Capped {
    /// By each municipality.
    pub(super) paid: Vec<Amount>,
    /// By nobody: the provider bears it.
    pub(super) unpaid: Amount,
    /// On which day the ceiling was passed, where the days are known.
    pub(super) exhausted: Option<Date>,
}

impl Billed<'_> {
    /// What a ceiling leaves to pay of the invoice of each line.
    pub(super) fn up_to(&self, ceiling: &Ceiling, invoiced: &[Amount]) -> Result<Capped, Error> {
        let dated = self.lines.iter().zip(invoiced).map(dated).collect::<Option<Vec<_>>>();
        let Some(dated) = dated else {
            let unpaid = ceiling.borne_without_days(Amount::sum(invoiced)?)?;
            return Ok(Capped { paid: self.less(invoiced, unpaid)?, unpaid, exhausted: None });
        };
        let used = ceiling.used_by(&dated)?;
        let paid = match ceiling.beyond {
            Beyond::SharedByProvider(_) => self.less(invoiced, used.borne_by_provider)?,
            Beyond::NewCareByProvider => self.without_new_care(&dated, &used)?,
        };
        Ok(Capped { paid, unpaid: used.borne_by_provider, exhausted: used.exhausted })
    }

    /// A shared excess is nobody's line: it is less for everyone in proportion to what was invoiced.
    fn less(&self, invoiced: &[Amount], unpaid: Amount) -> Result<Vec<Amount>, Error> {
        let invoiced = self.by_municipality(invoiced)?;
        if unpaid == Amount::ZERO {
            return Ok(invoiced);
        }
        let paid = Amount::sum(&invoiced)?.checked_sub(unpaid)?;
        self.split.divide(paid, &Weights::from_amounts(&invoiced)?)
    }

    /// New care is its own lines, which stay unpaid: the municipality that they are for does not pay them.
    fn without_new_care(&self, dated: &[DatedAmount], used: &CeilingUse) -> Result<Vec<Amount>, Error> {
        let paid = dated.iter().map(|row| if used.is_new(row.begun) { Amount::ZERO } else { row.amount });
        let paid = self.by_municipality(&paid.collect::<Vec<_>>())?;
        // No line is below zero, so all that is new was delivered when the ceiling had been passed, and lies beyond it.
        assert_eq!(Amount::sum(&paid)?, used.paid, "unpaid_care_is_new");
        Ok(paid)
    }
}

fn dated((line, &amount): (&Line, &Amount)) -> Option<DatedAmount> {
    line.days.map(|days| DatedAmount { delivered: days.delivered, begun: days.begun, amount })
}
