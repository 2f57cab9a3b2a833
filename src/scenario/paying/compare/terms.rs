//! The agreements of a case: those of the contracts, with what the case switches.

use super::super::super::contracting::{CaseSection, LeakageSection};
use super::super::agreed::{AgreedContract, AgreedProduct};
use super::super::contract_year::Payments;
use super::super::task_year::{split, task_key};
use super::demand::{YearDemand, position};
use crate::error::{Error, Kind};
use crate::exact::Rounding;
use crate::financing::comparison::{AgreedProducts, Agreement, Financing, Leakage, LeakedPrice, Task, Terms};
use crate::financing::product::Variant;
use crate::financing::task::Corridor;
use crate::scenario::pooling::prove::Ground;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The terms of a case in a year.
pub(super) struct CaseTerms {
    pub(super) terms: Terms,
    /// For each agreement its contract, and which products of the contract it is about.
    pub(super) agreements: Vec<(usize, Vec<usize>)>,
}

impl CaseTerms {
    pub(super) fn new(
        payments: &Payments<'_>,
        ground: &Ground<'_, '_>,
        demand: &YearDemand<'_, '_>,
        case: &CaseSection,
    ) -> Result<CaseTerms, Error> {
        let mut drafting = Drafting { payments, ground, demand, case, drafted: Vec::new() };
        for (contract, agreed) in payments.agreed.contracts.iter().enumerate() {
            if agreed.years().contains(&demand.year) {
                drafting.contract(contract, agreed)?;
            }
        }
        let (agreements, products) = drafting.drafted.into_iter().unzip();
        Ok(CaseTerms { terms: Terms::new(demand.demand.extent(), agreements, split())?, agreements: products })
    }
}

struct Drafting<'d, 'r, 'a> {
    payments: &'d Payments<'a>,
    ground: &'d Ground<'d, 'd>,
    demand: &'d YearDemand<'r, 'a>,
    case: &'d CaseSection,
    drafted: Vec<(Agreement, (usize, Vec<usize>))>,
}

impl Drafting<'_, '_, '_> {
    fn contract(&mut self, contract: usize, agreed: &AgreedContract<'_>) -> Result<(), Error> {
        let mut by_variant: [Vec<usize>; 3] = Default::default();
        for (position, product) in agreed.products.iter().enumerate() {
            let variant = self.variant(agreed, product);
            self.prove(contract, position, variant)?;
            match (variant, product.ceiling(self.demand.year).filter(|_| product.section.variant == variant)) {
                (Variant::EffortBased, Some(ceiling)) => {
                    self.agree(contract, Vec::from([position]), Financing::Effort(Some(*ceiling)));
                }
                (Variant::EffortBased, None) => by_variant[0].push(position),
                (Variant::OutputBased, _) => by_variant[1].push(position),
                (Variant::TaskBased, _) => by_variant[2].push(position),
            }
        }
        let [effort, output, task] = by_variant;
        if !effort.is_empty() {
            self.agree(contract, effort, Financing::Effort(None));
        }
        if !output.is_empty() {
            self.agree(contract, output, Financing::Output);
        }
        if !task.is_empty() {
            let financing = self.task(contract, agreed, &task);
            let financing = financing.map_err(|error| error.within(format!("contract \"{}\"", agreed.section.id)))?;
            self.agree(contract, task, financing);
        }
        Ok(())
    }

    fn agree(&mut self, contract: usize, products: Vec<usize>, financing: Financing) {
        let agreed = &self.payments.agreed.contracts[contract];
        let ids = products.iter().map(|&product| position(self.payments, &agreed.products[product].product.id));
        let agreement = Agreement { provider: contract, products: AgreedProducts::These(ids.collect()), financing };
        self.drafted.push((agreement, (contract, products)));
    }

    /// How the case finances a product.
    fn variant(&self, contract: &AgreedContract<'_>, product: &AgreedProduct<'_>) -> Variant {
        let is_chosen = |chosen: &Option<BTreeSet<String>>, id| chosen.as_ref().is_none_or(|all| all.contains(id));
        let switches = is_chosen(&self.case.contracts, &contract.section.id)
            && is_chosen(&self.case.segments, &product.product.segment);
        self.case.variant.filter(|_| switches).unwrap_or(product.section.variant)
    }

    /// What was delivered must have a price by its variant.
    fn prove(&self, contract: usize, product: usize, variant: Variant) -> Result<(), Error> {
        if !self.demand.delivered.contains(&(contract, product)) {
            return Ok(());
        }
        if variant == Variant::EffortBased {
            let id = &self.payments.agreed.contracts[contract].section.id;
            let proved = self.prove_unit(contract, product, variant);
            proved.map_err(|error| error.within(format!("contract \"{id}\"")))?;
        }
        let settles = variant != Variant::TaskBased || self.settles(contract);
        if settles { self.demand.prove((contract, product), variant) } else { Ok(()) }
    }

    /// What is counted must go with the variant. Results are counted apart from volumes, whatever the unit of these.
    fn prove_unit(&self, contract: usize, product: usize, variant: Variant) -> Result<(), Error> {
        let product = self.payments.agreed.contracts[contract].products[product].product;
        variant.prove_unit(product.unit).map_err(|error| error.within(format!("product \"{}\"", product.id)))
    }

    /// Whether what a task pays depends on its shadow cost, or leaks at a multiple of its tariffs.
    fn settles(&self, contract: usize) -> bool {
        let section = &self.payments.agreed.contracts[contract].section.task;
        self.case.leakage.is_some() || section.as_ref().is_some_and(|task| task.corridor != Corridor::none())
    }

    fn task(&self, contract: usize, agreed: &AgreedContract<'_>, products: &[usize]) -> Result<Financing, Error> {
        let year = self.demand.year;
        let lump_sum = agreed.lump_sums.iter().find(|lump_sum| lump_sum.year == year);
        let (Some(section), Some(lump_sum)) = (&agreed.section.task, lump_sum) else {
            return Err(Error::new(Kind::Missing, "no task", "what is agreed for the task: a lump sum")
                .advise("Give the contract a task, or name the contracts that the case switches."));
        };
        self.prove_whole(agreed, products)?;
        let delivered = |product: &&usize| self.demand.delivered.contains(&(contract, **product));
        let mut reported = products.iter().filter(delivered);
        let was_reported = reported.clone().next().is_some();
        reported.try_for_each(|&product| self.prove_unit(contract, product, Variant::TaskBased))?;
        // Where nothing was reported nothing is settled: nothing said is not the same as no care.
        let corridor = if was_reported { section.corridor.clone() } else { Corridor::none() };
        let key = task_key(self.ground, section, year)?.key().weights().clone();
        // Where nothing was reported nothing leaks.
        let leakage = self.case.leakage.as_ref().filter(|_| was_reported).map(|leakage| self.leakage(leakage));
        let leakage = leakage.transpose().map_err(|error| error.within("leakage"))?;
        let lump_sum = lump_sum.lump_sum;
        Ok(Financing::Task(Task { lump_sum, corridor, rounding: Rounding::HALF_UP_CENT, key, leakage }))
    }

    /// A lump sum is agreed for certain products, and for these together.
    fn prove_whole(&self, agreed: &AgreedContract<'_>, products: &[usize]) -> Result<(), Error> {
        let all: Vec<usize> = agreed.task_products();
        if all == products {
            return Ok(());
        }
        let names = |products: &[usize]| {
            let ids = products.iter().map(|&product| format!("\"{}\"", agreed.products[product].product.id));
            ids.collect::<Vec<_>>().join(", ")
        };
        let found = format!("a task for {}", names(products));
        Err(Error::new(Kind::OutOfRange, found, format!("a task for {}, as its lump sum is agreed", names(&all)))
            .advise(
                "Let the case choose all of these and no other products of the contract, by contracts or by segments.",
            ))
    }

    /// The contract that is named says who delivers leaked care: by that contract, or by another one that holds in the year.
    fn leakage(&self, section: &LeakageSection) -> Result<Leakage, Error> {
        let (contracts, year) = (&self.payments.agreed.contracts, self.demand.year);
        let ids = contracts.iter().map(|contract| contract.section.id.as_str());
        let named = contracts.iter().position(|contract| contract.section.id == section.to);
        let named = named.ok_or_else(|| Error::unknown("contract", &section.to, ids))?;
        let who = &contracts[named].section.provider;
        let of_provider = (0..contracts.len()).filter(|&other| contracts[other].section.provider == *who);
        let holds = |contract: &usize| contracts[*contract].years().contains(&year);
        let provider = core::iter::once(named).chain(of_provider).find(holds).ok_or_else(|| {
            let found = format!("no contract of \"{who}\" in {year}");
            Error::new(Kind::Missing, found, "one that holds in every year in which care leaks")
                .advise("Name the contract of a provider that delivers then.")
        })?;
        let price = LeakedPrice::OwnTimes { tariff: section.tariff_times, cost_price: section.cost_times };
        Ok(Leakage { share: section.share, provider, price })
    }
}
