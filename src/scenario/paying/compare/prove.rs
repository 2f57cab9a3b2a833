//! The names that cases use.

use super::super::super::contracting::CaseSection;
use super::CONTRACTED;
use crate::error::{Error, Errors, Kind};
use crate::exact::Percent;
use crate::scenario::model::Scenario;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Everything that is wrong with the cases and shocks of a scenario.
pub(in crate::scenario::paying) fn errors(scenario: &Scenario) -> Vec<Error> {
    let mut errors = Error::doubles("cases", scenario.cases.iter().map(|case| case.id.as_str()));
    errors.extend(Error::doubles("shocks", scenario.shocks.iter().map(|shock| shock.id.as_str())));
    for case in &scenario.cases {
        let found = prove(scenario, case).err();
        errors.extend(found.map(|error| error.within(format!("case \"{}\"", case.id))));
    }
    errors
}

/// Cases and shocks are about contracts.
pub(in crate::scenario::paying) fn without_contracts(scenario: &Scenario) -> Result<(), Errors> {
    let case = scenario.cases.first().map(|case| format!("case \"{}\"", case.id));
    let first = case.or_else(|| scenario.shocks.first().map(|shock| format!("shock \"{}\"", shock.id)));
    let first = first.or_else(|| scenario.administration.map(|_| "administration".into()));
    first.map_or(Ok(()), |place: String| {
        Err(Error::new(Kind::Missing, "no contract to compare", "a section [[contract]]").within(place).into())
    })
}

fn prove(scenario: &Scenario, case: &CaseSection) -> Result<(), Error> {
    if case.id == CONTRACTED {
        let error = Error::new(Kind::Duplicate, format!("the id \"{CONTRACTED}\""), "another id");
        return Err(error.advise("That is what the contracts as they are go by."));
    }
    if case.variant.is_none() && case.leakage.is_none() {
        let error = Error::new(Kind::Missing, "a case that changes nothing", "a variant, or leakage");
        return Err(error);
    }
    let contracts = || scenario.contracts.iter().map(|contract| contract.id.as_str());
    known("contract", case.contracts.as_ref(), contracts())?;
    known("segment", case.segments.as_ref(), scenario.products.iter().map(|product| product.segment.as_str()))?;
    let to = case.leakage.as_ref().map(|leakage| BTreeSet::from([leakage.to.clone()]));
    known("contract", to.as_ref(), contracts()).map_err(|error| error.within("leakage"))?;
    match case.leakage.as_ref().filter(|leakage| !(Percent::ZERO..=Percent::WHOLE).contains(&leakage.share)) {
        None => Ok(()),
        Some(leakage) => {
            let found = format!("leakage of {}", leakage.share);
            Err(Error::new(Kind::OutOfRange, found, "a share from 0% to 100%"))
        }
    }
}

/// Each of these has to be known.
fn known<'n>(
    what: &str,
    chosen: Option<&BTreeSet<String>>,
    all: impl Iterator<Item = &'n str> + Clone,
) -> Result<(), Error> {
    let Some(chosen) = chosen else { return Ok(()) };
    if chosen.is_empty() {
        return Err(Error::new(Kind::Missing, format!("no {what}"), "at least one, or no choice at all"));
    }
    match chosen.iter().find(|one| !all.clone().any(|known| known == one.as_str())) {
        None => Ok(()),
        Some(unknown) => {
            let names: BTreeSet<&str> = all.collect();
            Err(Error::unknown(what, unknown, names))
        }
    }
}
