//! The demand of a year under other agreements: what it costs whom, and who bears which risk.
//!
//! ```text
//! demand.rs   the lines of a year as a demand: volumes, tariffs, cost prices, results
//! terms.rs    the agreements of a case: those of the contracts, with what the case switches
//! outcome.rs  what comes out, as plain data;  prove.rs: the names that cases use
//! ```

mod case_outcome;
mod demand;
mod outcome;
mod prove;
mod terms;

pub use outcome::{AgreementCost, CaseOutcome, LeakageCost, LeftOut, ShockCost, TaskBreakEven, VariantComparison};
pub(super) use prove::{errors, without_contracts};

use super::super::contracting::CaseSection;
use super::contract_year::Payments;
use crate::error::Error;
use crate::financing::product::Variant;
use crate::period::Year;
use crate::scenario::pooling::prove::Ground;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use case_outcome::compared;
use demand::YearDemand;
use terms::CaseTerms;

/// The case in which every contract stays as it is.
pub(super) const CONTRACTED: &str = "contracted";

impl Payments<'_> {
    /// The cases side by side, year by year.
    ///
    /// # Errors
    /// A case that needs what no contract says: a tariff, a price of a result, a task, a cost price; otherwise what rules can
    /// raise.
    pub(in crate::scenario) fn compare(&self, ground: &Ground<'_, '_>) -> Result<Vec<VariantComparison>, Error> {
        let years: BTreeSet<Year> = self.years.iter().map(|year| year.year).collect();
        years.into_iter().map(|year| self.compare_year(ground, year)).collect()
    }

    fn compare_year(&self, ground: &Ground<'_, '_>, year: Year) -> Result<VariantComparison, Error> {
        let within = |error: Error| error.within_outermost(format!("year {year}"));
        let demand = YearDemand::new(self, year).map_err(within)?;
        let mut cases = Vec::from([self.case(ground, &demand, &contracted()).map_err(within)?]);
        let mut left_out = Vec::new();
        for case in &ground.scenario.cases {
            let compared = self.case(ground, &demand, case);
            cases.push(
                compared
                    .map_err(|error| error.within(format!("year {year}")).within(format!("case \"{}\"", case.id)))?,
            );
        }
        if ground.scenario.cases.is_empty() {
            for case in Variant::ALL.map(usual) {
                match self.case(ground, &demand, &case) {
                    Ok(compared) => cases.push(compared),
                    Err(reason) => left_out.push(LeftOut { case: case.id, reason: reason.to_string() }),
                }
            }
        }
        Ok(VariantComparison {
            year,
            providers: demand.providers().into_iter().map(Into::into).collect(),
            cases,
            left_out,
        })
    }

    fn case(
        &self,
        ground: &Ground<'_, '_>,
        demand: &YearDemand<'_, '_>,
        case: &CaseSection,
    ) -> Result<CaseOutcome, Error> {
        let terms = CaseTerms::new(self, ground, demand, case)?;
        compared(self, demand, case, &terms).map_err(|error| self.named(&terms, error))
    }

    /// Says of which contract an agreement is that an error knows by its position.
    fn named(&self, terms: &CaseTerms, error: Error) -> Error {
        let is_about = |position: usize| error.place().path.contains(&format!("agreement {position}"));
        let found = terms.agreements.iter().enumerate().find(|(position, _)| is_about(*position));
        let contract = found.map(|(_, (contract, _))| &self.agreed.contracts[*contract].section.id);
        match contract {
            None => error,
            Some(contract) => error.within(format!("contract \"{contract}\"")),
        }
    }
}

fn contracted() -> CaseSection {
    CaseSection { id: CONTRACTED.into(), variant: None, contracts: None, segments: None, leakage: None }
}

/// A case that nobody declared: everything by one variant.
fn usual(variant: Variant) -> CaseSection {
    CaseSection { id: variant.name().into(), variant: Some(variant), ..contracted() }
}
