//! The lines of a year as a demand.

use super::super::agreed::AgreedProduct;
use super::super::booked::Booked;
use super::super::contract_year::Payments;
use crate::error::{Error, Kind};
use crate::exact::{Percent, Ratio, decimal};
use crate::financing::comparison::{Demand, DemandColumns, Extent};
use crate::financing::product::{Unit, Variant};
use crate::period::Year;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

/// A product of a contract, by their positions.
pub(super) type Delivered = (usize, usize);

/// The demand of a year. Its providers are the contracts, as a provider may have several in a year.
pub(super) struct YearDemand<'r, 'a> {
    payments: &'r Payments<'a>,
    pub(super) year: Year,
    pub(super) demand: Demand,
    /// What was delivered, by contract and product of the contract.
    pub(super) delivered: Vec<Delivered>,
    /// Why a product cannot be paid by effort, or by output.
    without_tariff: BTreeMap<Delivered, Error>,
    without_price: BTreeMap<Delivered, Error>,
}

impl<'r, 'a> YearDemand<'r, 'a> {
    pub(super) fn new(payments: &'r Payments<'a>, year: Year) -> Result<YearDemand<'r, 'a>, Error> {
        let mut gathering = Gathering::new(payments);
        for of_contract in payments.years.iter().filter(|one| one.year == year) {
            for line in of_contract.lines.iter().filter(|line| line.stands) {
                gathering.add(line)?;
            }
        }
        let extent = Extent {
            municipalities: payments.parties.len(),
            providers: payments.agreed.contracts.len(),
            products: payments.scenario.products.len(),
        };
        let Gathering { columns, delivered, without_tariff, without_price, .. } = gathering;
        let demand = Demand::new(extent, columns)?;
        Ok(YearDemand {
            payments,
            year,
            demand,
            delivered: delivered.into_keys().collect(),
            without_tariff,
            without_price,
        })
    }

    /// Who delivers, each once, in the order of the contracts.
    pub(super) fn providers(&self) -> Vec<&'a str> {
        let mut providers: Vec<&str> = Vec::new();
        for contract in &self.payments.agreed.contracts {
            if !providers.contains(&contract.section.provider.as_str()) {
                providers.push(&contract.section.provider);
            }
        }
        providers
    }

    /// Proves that a product that was delivered can be financed by a variant.
    pub(super) fn prove(&self, delivered: Delivered, variant: Variant) -> Result<(), Error> {
        let without = if variant == Variant::OutputBased { &self.without_price } else { &self.without_tariff };
        without.get(&delivered).map_or(Ok(()), |error| Err(error.clone()))
    }
}

/// A demand while its lines are gathered.
struct Gathering<'r, 'a> {
    payments: &'r Payments<'a>,
    columns: DemandColumns,
    delivered: BTreeMap<Delivered, ()>,
    without_tariff: BTreeMap<Delivered, Error>,
    without_price: BTreeMap<Delivered, Error>,
}

/// What a line of the demand says beside its volume.
struct Entry {
    volume: i64,
    tariff: Ratio,
    cost_price: Ratio,
    results: i64,
    price: Ratio,
    invoices: i64,
}

impl<'r, 'a> Gathering<'r, 'a> {
    fn new(payments: &'r Payments<'a>) -> Gathering<'r, 'a> {
        Gathering {
            payments,
            columns: DemandColumns::default(),
            delivered: BTreeMap::new(),
            without_tariff: BTreeMap::new(),
            without_price: BTreeMap::new(),
        }
    }

    /// One entry for the volume, and one for each moment of payment of results: each part of a price is whole cents.
    fn add(&mut self, line: &Booked<'a>) -> Result<(), Error> {
        let delivered = (line.contract, line.product);
        let contract = &self.payments.agreed.contracts[line.contract];
        let product = &contract.products[line.product];
        let place = |error: Error| {
            error
                .within(format!("product \"{}\"", product.product.id))
                .within(format!("contract \"{}\"", contract.section.id))
        };
        self.delivered.insert(delivered, ());
        let tariff = effort_tariff(product, line).unwrap_or_else(|error| {
            self.without_tariff.entry(delivered).or_insert_with(|| place(error));
            Ratio::ZERO
        });
        let cost_price = cost_price(product).map_err(place)?;
        let volume = line.line.volume;
        self.push(line, &Entry { volume, tariff, cost_price, results: 0, price: Ratio::ZERO, invoices: 1 });
        match results(product, line) {
            Ok(results) => {
                for (count, price) in results {
                    let entry = Entry { volume: 0, tariff, cost_price, results: count, price, invoices: 0 };
                    self.push(line, &entry);
                }
            }
            Err(error) => {
                self.without_price.entry(delivered).or_insert_with(|| place(error));
            }
        }
        Ok(())
    }

    fn push(&mut self, line: &Booked<'a>, entry: &Entry) {
        let contract = &self.payments.agreed.contracts[line.contract];
        let columns = &mut self.columns;
        columns.municipalities.push(line.party);
        columns.providers.push(line.contract);
        columns.products.push(position(self.payments, contract.products[line.product].product.id.as_str()));
        columns.volumes.push(entry.volume);
        columns.tariffs.push(entry.tariff);
        columns.cost_prices.push(entry.cost_price);
        columns.results.push(entry.results);
        columns.prices_per_result.push(entry.price);
        columns.invoice_lines.push(entry.invoices);
        columns.delivered.push(line.line.delivered);
        columns.begun.push(line.begun());
    }
}

/// The position of a product among those of the scenario.
pub(super) fn position(payments: &Payments<'_>, product: &str) -> usize {
    let found = payments.scenario.products.iter().position(|one| one.id == product);
    found.expect("the product of a contract was found in the scenario")
}

/// What a unit is paid by effort, in cents.
fn effort_tariff(product: &AgreedProduct<'_>, line: &Booked<'_>) -> Result<Ratio, Error> {
    if product.product.unit == Unit::Euro {
        return Ok(Ratio::ONE);
    }
    let none = || Error::new(Kind::Missing, "no tariff by effort", "tariffs by date");
    let tariffs = product.tariffs.as_ref().ok_or_else(none)?;
    tariffs.on(line.line.delivered)?.cents_per_unit(product.product.unit)
}

/// What a unit costs the provider, in cents; of euros, for each cent: what is invoiced, unless the contract says otherwise.
fn cost_price(product: &AgreedProduct<'_>) -> Result<Ratio, Error> {
    match (product.product.unit, &product.cost_price) {
        (Unit::Euro, None) => Ok(Ratio::ONE),
        (Unit::Euro, Some(cost_price)) => decimal::to_ratio(cost_price.euros()),
        (unit, Some(cost_price)) => cost_price.cents_per_unit(unit),
        (_, None) => Err(Error::new(Kind::Missing, "no cost price", "what delivering it costs the provider")
            .advise("Without it the result of the provider is not known, and variants cannot be compared.")),
    }
}

/// How many results came to each moment at which a part of their price is paid, and what each is paid then, in cents. At a part of
/// 0% nothing is established, so that naming the column of the start costs no administration.
fn results(product: &AgreedProduct<'_>, line: &Booked<'_>) -> Result<Vec<(i64, Ratio)>, Error> {
    if product.unit == Unit::Euro {
        return Ok(Vec::from([(1, Ratio::integer(line.line.volume))]));
    }
    let (parts, counts) = (product.parts(line.line)?, product.counts(line.line)?);
    let shares = product.result.iter().flat_map(|result| result.shares());
    let paid = counts.into_iter().zip(parts).zip(shares);
    let paid = paid.filter(|((count, _), share)| *count != 0 && **share != Percent::ZERO);
    Ok(paid.map(|((count, part), _)| (count, Ratio::integer(part.cents()))).collect())
}
