//! One contract in one year: what each party pays, per month and in the end.

use super::super::contracting::Volumes;
use super::agreed::{Agreed, AgreedContract};
use super::booked::{self, Booked};
use super::compare;
use super::product_year::ProductYear;
use super::task_year::TaskYear;
use crate::error::{Error, Errors, Kind};
use crate::exact::Amount;
use crate::financing::product::Variant;
use crate::period::{Month, Year};
use crate::scenario::model::Scenario;
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// All contracts of a scenario, with what they pay.
pub(in crate::scenario) struct Payments<'a> {
    pub(super) agreed: Agreed<'a>,
    pub(super) scenario: &'a Scenario,
    pub(super) parties: Vec<Party>,
    /// By contract, and by year.
    pub(super) years: Vec<ContractYear<'a>>,
}

/// A contract in a year.
pub(super) struct ContractYear<'a> {
    /// The position of the contract.
    pub(super) contract: usize,
    pub(super) year: Year,
    /// The months of the year in which the contract holds.
    pub(super) months: Vec<Month>,
    pub(super) lines: Vec<Booked<'a>>,
    /// The products that are paid by effort or by output.
    pub(super) products: Vec<ProductYear>,
    pub(super) task: Option<TaskYear<'a>>,
    /// What each party pays in each month: invoices, and its part of a lump sum.
    pub(super) monthly: Vec<Vec<Amount>>,
}

impl<'a> Payments<'a> {
    /// The contracts of a scenario; `None` when it has none.
    ///
    /// # Errors
    /// As for [`Payments::new`]; `Missing` when nobody takes part who could pay.
    pub(in crate::scenario) fn of_scenario(ground: &Ground<'a, '_>) -> Result<Option<Payments<'a>>, Errors> {
        let scenario = ground.scenario;
        if scenario.products.is_empty() && scenario.contracts.is_empty() && scenario.volumes.is_empty() {
            return compare::without_contracts(scenario).map(|()| None);
        }
        if ground.parties.is_empty() {
            let error = Error::new(Kind::Missing, "contracts without parties", "a section [parties] or [budget]");
            return Err(error.advise("Name the table with the municipalities that pay.").into());
        }
        Errors::or_ok(compare::errors(scenario), ())?;
        Payments::new(ground).map(Some)
    }

    /// Books all lines, and settles every contract year by year.
    ///
    /// # Errors
    /// Everything that is wrong with the contracts, or else with the lines, each with its place.
    fn new(ground: &Ground<'a, '_>) -> Result<Payments<'a>, Errors> {
        let agreed = Agreed::new(ground)?;
        let mut books: BTreeMap<(usize, Year), Vec<Booked<'a>>> = BTreeMap::new();
        for line in booked::all(ground, &agreed)? {
            books.entry((line.contract, line.line.delivered.year())).or_default().push(line);
        }
        let mut errors = Vec::new();
        let mut years = Vec::new();
        for (position, contract) in agreed.contracts.iter().enumerate() {
            for year in contract.years() {
                let lines = books.remove(&(position, year)).unwrap_or_default();
                if lines.is_empty() && !contract.has_task() {
                    continue;
                }
                match ContractYear::new(ground, contract, position, year, lines) {
                    Ok(settled) => years.push(settled),
                    Err(error) => {
                        let error = error.within(format!("year {year}"));
                        errors.push(error.within(format!("contract \"{}\"", contract.section.id)));
                    }
                }
            }
        }
        Errors::or_ok(errors, Payments { agreed, scenario: ground.scenario, parties: ground.parties.to_vec(), years })
    }
}

impl Payments<'_> {
    /// The title of the source of volumes.
    pub(super) fn source<'v>(&'v self, volumes: &'v Volumes) -> &'v str {
        self.scenario.source_title(&volumes.source)
    }
}

impl<'a> ContractYear<'a> {
    fn new(
        ground: &Ground<'a, '_>,
        contract: &AgreedContract<'a>,
        position: usize,
        year: Year,
        lines: Vec<Booked<'a>>,
    ) -> Result<ContractYear<'a>, Error> {
        let parties = ground.parties.len();
        let invoiced = contract.products.iter().enumerate();
        let invoiced = invoiced.filter(|(_, product)| product.section.variant != Variant::TaskBased);
        let products = invoiced.map(|(product, agreed)| {
            let year = ProductYear::new(contract, product, year, parties, &lines);
            year.map_err(|error| error.within(format!("product \"{}\"", agreed.product.id)))
        });
        let products = products.collect::<Result<_, Error>>()?;
        let task = TaskYear::new(ground, contract, year, &lines)?;
        let months = contract.months(year);
        let mut of_year = ContractYear { contract: position, year, months, lines, products, task, monthly: Vec::new() };
        of_year.monthly = of_year.pay_monthly(contract, parties)?;
        Ok(of_year)
    }

    /// What each party pays in each month.
    fn pay_monthly(&self, contract: &AgreedContract<'_>, parties: usize) -> Result<Vec<Vec<Amount>>, Error> {
        let mut monthly = match &self.task {
            Some(task) => task.monthly.clone(),
            None => vec![vec![Amount::ZERO; self.months.len()]; parties],
        };
        for line in self.invoices(contract) {
            let month = self.months.iter().position(|&month| month == line.line.delivered.month());
            let month = month.expect("a line stands in a year of its contract, on a day of its period");
            let sum = &mut monthly[line.party][month];
            *sum = sum.checked_add(line.worth)?;
        }
        Ok(monthly)
    }

    /// The lines that are paid.
    pub(super) fn invoices<'r>(&'r self, contract: &'r AgreedContract<'_>) -> impl Iterator<Item = &'r Booked<'a>> {
        self.lines.iter().filter(|line| contract.products[line.product].section.variant != Variant::TaskBased)
    }

    /// What a party pays beside its months: ceilings, corridor, penalties.
    pub(super) fn settlement(&self, party: usize) -> Result<Amount, Error> {
        let task = match &self.task {
            Some(task) => task.corridor(party)?.checked_add(task.penalty(party)?)?,
            None => Amount::ZERO,
        };
        self.ceilings(party)?.checked_add(task)
    }

    /// What a party is spared by ceilings: nothing, or below zero.
    pub(super) fn ceilings(&self, party: usize) -> Result<Amount, Error> {
        let beyond = self.products.iter().map(|product| product.beyond(party));
        Amount::sum(&beyond.collect::<Result<Vec<_>, Error>>()?)
    }

    /// What a party pays for the year.
    pub(super) fn paid(&self, party: usize) -> Result<Amount, Error> {
        Amount::sum(&self.monthly[party])?.checked_add(self.settlement(party)?)
    }

    /// Whether anything is settled after the months.
    pub(super) fn is_settled(&self) -> bool {
        self.products.iter().any(|product| product.ceiling.is_some())
            || self.task.as_ref().is_some_and(|task| task.settled.is_some() || !task.penalties.is_empty())
    }
}
