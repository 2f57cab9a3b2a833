//! Contracts whose names are resolved and whose terms are proved.

use super::super::contracting::{ContractProductSection, ContractSection, ProductSection, TaskSection};
use super::agreed_result::AgreedResult;
use crate::error::{Error, Errors, Kind};
use crate::financing::contract::{Contract, ContractProduct, Contracts, Tariffs};
use crate::financing::effort::{Basis, Ceiling, Tariff};
use crate::financing::product::{Product, Unit, Variant};
use crate::financing::task::{LumpSumYear, PartYear, Side};
use crate::period::{Date, Month, Year};
use crate::scenario::pooling::KeyChoice;
use crate::scenario::pooling::prove::Ground;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

/// All contracts of a scenario.
pub(super) struct Agreed<'a> {
    pub(super) contracts: Vec<AgreedContract<'a>>,
    /// Who may deliver a product: its contract and its position there, main contractors apart from subcontractors.
    deliverers: BTreeMap<(&'a str, &'a str), Deliverers>,
}

#[derive(Default)]
struct Deliverers {
    main: Vec<(usize, usize)>,
    sub: Vec<(usize, usize)>,
}

/// A contract.
pub(super) struct AgreedContract<'a> {
    pub(super) section: &'a ContractSection,
    pub(super) products: Vec<AgreedProduct<'a>>,
    /// The lump sum of each year, where a task is agreed.
    pub(super) lump_sums: Vec<LumpSumYear>,
}

/// A product of a contract.
pub(super) struct AgreedProduct<'a> {
    pub(super) section: &'a ContractProductSection,
    pub(super) product: &'a ProductSection,
    /// In what it is declared.
    pub(super) unit: Unit,
    /// By effort, and the shadow tariffs of a task.
    pub(super) tariffs: Option<Tariffs>,
    /// For a unit of the product.
    pub(super) cost_price: Option<Tariff>,
    pub(super) result: Option<AgreedResult<'a>>,
}

impl<'a> Agreed<'a> {
    /// Resolves all contracts.
    pub(super) fn new(ground: &Ground<'a, '_>) -> Result<Agreed<'a>, Errors> {
        let scenario = ground.scenario;
        let mut errors = Error::doubles("products", scenario.products.iter().map(|product| product.id.as_str()));
        let mut contracts = Vec::new();
        for section in &scenario.contracts {
            match AgreedContract::new(ground, section) {
                Ok(contract) => contracts.push(contract),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            errors.extend(prove_together(&contracts));
        }
        let deliverers = deliverers(&contracts);
        Errors::or_ok(errors, Agreed { contracts, deliverers })
    }

    /// The contract, and the position of the product in it, by which somebody delivers on a day.
    pub(super) fn find(&self, provider: &str, product: &str, day: Date) -> Result<(usize, usize), Error> {
        let Some(deliverers) = self.deliverers.get(&(provider, product)) else {
            return Err(self.nobody(provider, product));
        };
        let on_day = |all: &[(usize, usize)]| -> Vec<(usize, usize)> {
            all.iter().copied().filter(|&(contract, _)| self.contracts[contract].section.period.contains(day)).collect()
        };
        let (main, sub) = (on_day(&deliverers.main), on_day(&deliverers.sub));
        match if main.is_empty() { sub } else { main }.as_slice() {
            [one] => Ok(*one),
            [] => {
                let found = format!("no contract of \"{provider}\" for \"{product}\" on {day}");
                Err(Error::new(Kind::Missing, found, "a contract that holds then"))
            }
            [one, other, ..] => {
                let [one, other] = [one, other].map(|&(contract, _)| &self.contracts[contract].section.id);
                let found =
                    format!("\"{provider}\" delivers \"{product}\" for the contracts \"{one}\" and \"{other}\"");
                let advice = "Name the main contractor as the one who delivered.";
                Err(Error::new(Kind::Duplicate, found, "one contract on each day").advise(advice))
            }
        }
    }

    /// Nobody of that name delivers such a product.
    fn nobody(&self, provider: &str, product: &str) -> Error {
        let mut providers: Vec<&str> = self.deliverers.keys().map(|&(provider, _)| provider).collect();
        providers.dedup();
        if !providers.contains(&provider) {
            return Error::unknown("provider", provider, providers);
        }
        let of_provider = self.deliverers.keys().filter(|&&(other, _)| other == provider);
        Error::unknown("product", product, of_provider.map(|&(_, product)| product))
            .within(format!("provider \"{provider}\""))
    }
}

/// Contracts contradict each other when they are of one name, or overlap for one product of one provider.
fn prove_together(contracts: &[AgreedContract<'_>]) -> Vec<Error> {
    let register: Result<Vec<Contract>, Error> = contracts.iter().map(AgreedContract::contract).collect();
    match register.map_err(Errors::from).and_then(Contracts::new) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.all().to_vec(),
    }
}

fn deliverers<'a>(contracts: &[AgreedContract<'a>]) -> BTreeMap<(&'a str, &'a str), Deliverers> {
    let mut all: BTreeMap<(&'a str, &'a str), Deliverers> = BTreeMap::new();
    for (position, contract) in contracts.iter().enumerate() {
        for (product, agreed) in contract.products.iter().enumerate() {
            let id = agreed.product.id.as_str();
            all.entry((&contract.section.provider, id)).or_default().main.push((position, product));
            for subcontractor in &contract.section.subcontractors {
                all.entry((subcontractor, id)).or_default().sub.push((position, product));
            }
        }
    }
    all
}

impl<'a> AgreedContract<'a> {
    fn new(ground: &Ground<'a, '_>, section: &'a ContractSection) -> Result<AgreedContract<'a>, Error> {
        let place = |error: Error| error.within(format!("contract \"{}\"", section.id));
        let product = |one: &'a ContractProductSection| {
            AgreedProduct::new(ground, one).map_err(|error| error.within(format!("product \"{}\"", one.product)))
        };
        let products = section.products.iter().map(product).collect::<Result<Vec<_>, Error>>().map_err(place)?;
        let mut contract = AgreedContract { section, products, lump_sums: Vec::new() };
        contract.contract()?;
        contract.lump_sums = contract.lump_sums().map_err(|error| place(error.within("task")))?;
        let key = section.task.as_ref().map(|task| ground.key(&KeyChoice::Key(task.key.clone())));
        key.transpose().map_err(|error| place(error.within("task")))?;
        contract.prove_terms().map_err(place)?;
        Ok(contract)
    }

    fn prove_terms(&self) -> Result<(), Error> {
        self.products.iter().try_for_each(|product| {
            product.prove_ceilings().map_err(|error| error.within(format!("product \"{}\"", product.product.id)))
        })?;
        self.prove_task()
    }

    /// The contract as the library proves it.
    fn contract(&self) -> Result<Contract, Error> {
        let section = self.section;
        let products = self.products.iter().map(AgreedProduct::contracted).collect::<Result<Vec<_>, Error>>();
        let products = products.map_err(|error| error.within(format!("contract \"{}\"", section.id)))?;
        Contract::new(&section.id, &section.provider, section.subcontractors.clone(), section.period, products)
    }

    /// The calendar years that it touches.
    pub(super) fn years(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.section.period.months().into_iter().map(Month::year).collect();
        years.dedup();
        years
    }

    /// The months of a year in which it holds.
    pub(super) fn months(&self, year: Year) -> Vec<Month> {
        self.section.period.months().into_iter().filter(|month| month.year() == year).collect()
    }

    /// Whether anything of it is paid as a task.
    pub(super) fn has_task(&self) -> bool {
        self.products.iter().any(|product| product.section.variant == Variant::TaskBased)
    }

    /// The products that its task is about: the task-based ones, or where there are none, all of them.
    pub(super) fn task_products(&self) -> Vec<usize> {
        let is_chosen = |product: &AgreedProduct<'_>| !self.has_task() || product.section.variant == Variant::TaskBased;
        let products = self.products.iter().enumerate();
        products.filter(|(_, product)| is_chosen(product)).map(|(position, _)| position).collect()
    }

    /// The lump sum of every year of the contract.
    fn lump_sums(&self) -> Result<Vec<LumpSumYear>, Error> {
        let Some(task) = &self.section.task else { return Ok(Vec::new()) };
        let lump_sums = task.lump_sum.years()?;
        let years = self.years();
        prove_penalties(task, &years)?;
        let found: Vec<Year> = lump_sums.iter().map(|lump_sum| lump_sum.year).collect();
        if found == years {
            return lump_sums.into_iter().map(|lump_sum| self.of_months(task, lump_sum)).collect();
        }
        let [found, years] = [found, years].map(|years| {
            let years: Vec<_> = years.iter().map(ToString::to_string).collect();
            years.join(", ")
        });
        Err(Error::new(
            Kind::Missing,
            format!("lump sums of {found}"),
            format!("one for each year of the contract: {years}"),
        )
        .advise("The first year has the basis; say for each later year how it follows from the one before."))
    }

    /// What is paid of the lump sum of a year, which may have fewer than twelve months of the contract.
    fn of_months(&self, task: &TaskSection, lump_sum: LumpSumYear) -> Result<LumpSumYear, Error> {
        let year = lump_sum.year;
        let months = u8::try_from(self.months(year).len()).expect("a year has at most twelve months");
        let broken = self.broken_month(year);
        match task.part_year {
            _ if months == 12 && broken.is_none() => Ok(lump_sum),
            Some(PartYear::Whole) => Ok(lump_sum),
            Some(PartYear::ByMonth) => {
                self.refuse(broken)?;
                let cut = lump_sum.for_months(months, task.lump_sum.rounding);
                cut.map_err(|error| error.within(format!("year {year}")))
            }
            None => {
                let part =
                    if broken.is_none() { format!("{months} months of {year}") } else { format!("part of {year}") };
                let found = format!("{part}, and no word on what is paid for a part of a year");
                Err(Error::new(Kind::Missing, found, "part_year = \"by-month\" or \"whole\"").advise(
                    "\"by-month\" pays a twelfth of the lump sum for every month; \"whole\" pays it as it stands, agreed for these months.",
                ))
            }
        }
    }

    /// The month of a year of which the contract does not hold on every day.
    fn broken_month(&self, year: Year) -> Option<Month> {
        let period = self.section.period;
        let is_whole = |month: &Month| period.overlap(month.period()) == Some(month.period());
        self.months(year).into_iter().find(|month| !is_whole(month))
    }

    /// Two tasks that meet within a month would each be paid that month.
    fn refuse(&self, broken: Option<Month>) -> Result<(), Error> {
        let Some(month) = broken else { return Ok(()) };
        let found = format!("a contract of {}, part of {month}, and part_year = \"by-month\"", self.section.period);
        Err(Error::new(Kind::OutOfRange, found, "whole months").advise(
            "Let it begin on the first day of a month and end on the last, or agree on an amount for these months: \"whole\".",
        ))
    }

    /// A task-based product needs a task; a corridor needs the tariffs that make the shadow cost.
    fn prove_task(&self) -> Result<(), Error> {
        let mut of_task = self.products.iter().filter(|product| product.section.variant == Variant::TaskBased);
        let Some(first) = of_task.clone().next() else { return Ok(()) };
        let Some(task) = &self.section.task else {
            let found = format!("the task-based product \"{}\", and no task", first.product.id);
            return Err(Error::new(Kind::Missing, found, "what is agreed for the task"));
        };
        let settles = [Side::Over, Side::Under].iter().any(|&side| !task.corridor.breakpoints(side).is_empty());
        match of_task.find(|product| settles && product.tariffs.is_none()) {
            None => Ok(()),
            Some(product) => {
                let found = "a corridor, and no tariffs for what it is compared with";
                Err(Error::new(Kind::Missing, found, "shadow tariffs by date")
                    .within(format!("product \"{}\"", product.product.id)))
            }
        }
    }
}

fn prove_penalties(task: &TaskSection, years: &[Year]) -> Result<(), Error> {
    match task.penalties.iter().find(|penalty| !years.contains(&penalty.year)) {
        None => Ok(()),
        Some(penalty) => {
            let found = format!("a penalty in {}", penalty.year);
            Err(Error::new(Kind::OutOfRange, found, "a year of the contract")
                .within(format!("penalty \"{}\"", penalty.reason)))
        }
    }
}

impl<'a> AgreedProduct<'a> {
    fn new(ground: &Ground<'a, '_>, section: &'a ContractProductSection) -> Result<AgreedProduct<'a>, Error> {
        let all = &ground.scenario.products;
        let product = all.iter().find(|product| product.id == section.product);
        let product = product
            .ok_or_else(|| Error::unknown("product", &section.product, all.iter().map(|one| one.id.as_str())))?;
        let basis = section.basis;
        let tariffs = section.tariffs.iter().map(|&(from, euros)| Ok((from, Tariff::new(euros, basis)?)));
        let tariffs = tariffs.collect::<Result<Vec<_>, Error>>()?;
        let cost_price = section.cost_price.map(|euros| Tariff::new(euros, basis)).transpose();
        let agreed = AgreedProduct {
            section,
            product,
            unit: section.unit.unwrap_or(product.unit),
            tariffs: if tariffs.is_empty() { None } else { Some(Tariffs::new(tariffs)?) },
            cost_price: cost_price.map_err(|error| error.within("cost_price"))?,
            result: section
                .result
                .as_ref()
                .map(AgreedResult::new)
                .transpose()
                .map_err(|error| error.within("result"))?,
        };
        agreed.prove_units()?;
        Ok(agreed)
    }

    /// Volumes are counted in the unit of the product; only results may be declared in another one.
    fn prove_units(&self) -> Result<(), Error> {
        let (unit, counted) = (self.unit, self.product.unit);
        if unit == Unit::Euro && counted != Unit::Euro && self.section.variant == Variant::OutputBased {
            let found = format!("results in {unit} for a product that is counted in {counted}");
            return Err(Error::new(Kind::Unit, found, format!("the unit {}", Unit::PieceOfOutput)).advise(
                "Of euros the volume itself is the amount: only a product that is counted in euros is paid in euros.",
            ));
        }
        if unit != counted && self.section.variant != Variant::OutputBased {
            let found = format!("the unit {unit} for a product that is counted in {counted}");
            return Err(Error::new(Kind::Unit, found, format!("the unit {counted}"))
                .advise("Only results (output-based) are declared in another unit than the volume."));
        }
        if self.section.basis == Basis::PerHourInMinutes && !counted.has_tariff() {
            let found = format!("prices per hour in minutes for the unit {counted}");
            return Err(Error::new(Kind::WrongType, found, format!("the unit {}", Unit::Minute)));
        }
        let one = self.tariffs.iter().flat_map(Tariffs::all).map(|(_, tariff)| tariff).chain(&self.cost_price).next();
        one.filter(|_| counted.has_tariff()).map_or(Ok(()), |tariff| tariff.cents_per_unit(counted).map(|_| ()))
    }

    /// The product in its contract, as the library proves it.
    fn contracted(&self) -> Result<ContractProduct, Error> {
        let ProductSection { code, segment, frequency, .. } = self.product;
        let product = Product::new(*code, segment, self.section.variant, self.unit, *frequency);
        let product = product.map_err(|error| self.advised(error))?;
        let tariffs = match (self.section.variant, &self.result) {
            (Variant::OutputBased, Some(_)) if self.unit == Unit::Euro => return Err(self.no_price_of_euros()),
            (Variant::OutputBased, Some(result)) => Some(result.as_tariffs()?),
            (Variant::OutputBased, None) if self.unit != Unit::Euro => return Err(self.no_result()),
            _ => self.tariffs.clone(),
        };
        Ok(ContractProduct { product, tariffs, ceilings: self.section.ceilings.clone() })
    }

    /// What to do about a unit that does not go with output.
    fn advised(&self, error: Error) -> Error {
        match (self.section.variant, self.section.unit) {
            (Variant::OutputBased, None) => error
                .advise("Say in the contract in which unit results are declared; volumes stay in that of the product."),
            _ => error,
        }
    }

    fn no_price_of_euros(&self) -> Error {
        Error::new(Kind::WrongType, "a price of results in euros", "no price: the volume is the amount")
            .within(format!("product {}", self.product.code))
    }

    fn no_result(&self) -> Error {
        Error::new(Kind::Missing, "an output-based product without a result", "what a result is paid: prices by date")
            .within(format!("product {}", self.product.code))
    }

    fn prove_ceilings(&self) -> Result<(), Error> {
        if self.section.ceilings.is_empty() || self.section.variant == Variant::EffortBased {
            return Ok(());
        }
        let found = format!("a ceiling on a product that is {}", self.section.variant.name());
        Err(Error::new(Kind::WrongType, found, "a ceiling on care by effort")
            .advise("A task has its lump sum as its ceiling, and a result its price."))
    }

    /// The ceiling of a year.
    pub(super) fn ceiling(&self, year: Year) -> Option<&'a Ceiling> {
        self.section.ceilings.iter().find(|(of, _)| *of == year).map(|(_, ceiling)| ceiling)
    }
}
