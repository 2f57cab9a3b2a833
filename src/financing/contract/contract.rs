//! One contract.

use super::tariffs::Tariffs;
use crate::error::{Error, Kind};
use crate::financing::effort::{Ceiling, Tariff};
use crate::financing::product::{Product, ProductCode, Unit, Variant};
use crate::period::{Date, Period, Year};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A contract between a region and a provider. Its products may be financed in different ways (hybrid), each in one way: a
/// switch of variant starts a new contract.
///
/// Dutch: *contract*, *raamovereenkomst*. Source: `SOURCES.md#financing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    id: String,
    provider: String,
    subcontractors: Vec<String>,
    period: Period,
    products: Vec<ContractProduct>,
}

/// A product in a contract. The caller spells out every field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractProduct {
    /// The product, with its variant.
    pub product: Product,
    /// Its tariffs; `None` for euros, which need none, and for a task, whose volumes may be reported without.
    pub tariffs: Option<Tariffs>,
    /// The most that is paid for it for care of a calendar year, whatever part of that year the contract holds; a year that does
    /// not stand here has no ceiling.
    pub ceilings: Vec<(Year, Ceiling)>,
}

impl Contract {
    /// A contract with its products.
    ///
    /// # Errors
    /// `Duplicate` for a product that stands there twice with one variant; `OutOfRange` when it stands there with two: that
    /// is a switch of variant inside a period; `Missing` for a product by effort without tariffs, or no products; `WrongType`
    /// for tariffs of euros; `Duplicate` for a provider who is its own subcontractor, and for two ceilings of one year;
    /// `OutOfRange` for a ceiling of a year that the contract does not touch, and for one below zero or with a share outside 0%
    /// to 100%.
    pub fn new(
        id: &str,
        provider: &str,
        subcontractors: Vec<String>,
        period: Period,
        products: Vec<ContractProduct>,
    ) -> Result<Contract, Error> {
        let contract = Contract { id: id.into(), provider: provider.into(), subcontractors, period, products };
        contract.prove().map_err(|error| error.within(format!("contract \"{id}\"")))?;
        Ok(contract)
    }

    fn prove(&self) -> Result<(), Error> {
        if self.products.is_empty() {
            return Err(Error::new(Kind::Missing, "no product", "at least one"));
        }
        if self.subcontractors.contains(&self.provider) {
            let found = format!("the provider \"{}\" as its own subcontractor", self.provider);
            return Err(Error::new(Kind::Duplicate, found, "other providers"));
        }
        let subcontractors = self.subcontractors.iter().map(String::as_str);
        if let Some(double) = Error::doubles("subcontractors", subcontractors).into_iter().next() {
            return Err(double);
        }
        for (position, one) in self.products.iter().enumerate() {
            one.prove(self.period).map_err(|error| error.within(format!("product {}", one.product.code())))?;
            let earlier = self.products.iter().take(position);
            earlier.into_iter().try_for_each(|other| prove_apart(&other.product, &one.product))?;
        }
        Ok(())
    }

    /// The name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The main contractor (Dutch: *hoofdaannemer*), who is paid.
    #[must_use]
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Who delivers on behalf of the main contractor (Dutch: *onderaannemers*).
    #[must_use]
    pub fn subcontractors(&self) -> &[String] {
        &self.subcontractors
    }

    /// From when to when it holds.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The products.
    #[must_use]
    pub fn products(&self) -> &[ContractProduct] {
        &self.products
    }

    /// The product with a code.
    #[must_use]
    pub fn product(&self, code: ProductCode) -> Option<&ContractProduct> {
        self.products.iter().find(|one| one.product.code() == code)
    }

    /// Whether more than one variant is in it.
    #[must_use]
    pub fn is_hybrid(&self) -> bool {
        let mut variants = self.products.iter().map(|one| one.product.variant());
        let first = variants.next();
        variants.any(|variant| Some(variant) != first)
    }

    /// The tariff of a product on a day.
    ///
    /// # Errors
    /// `UnknownName` when the contract has no such product; `OutOfRange` for a day outside its period; `Missing` when it has no
    /// tariff on that day.
    pub fn tariff(&self, code: ProductCode, day: Date) -> Result<&Tariff, Error> {
        self.find_tariff(code, day).map_err(|error| error.within(format!("contract \"{}\"", self.id)))
    }

    fn find_tariff(&self, code: ProductCode, day: Date) -> Result<&Tariff, Error> {
        let codes: Vec<ProductCode> = self.products.iter().map(|one| one.product.code()).collect();
        let unknown = || Error::unknown("product", code.as_str(), codes.iter().map(ProductCode::as_str));
        let one = self.product(code).ok_or_else(unknown)?;
        if !self.period.contains(day) {
            let found = format!("care on {day}");
            return Err(Error::new(Kind::OutOfRange, found, format!("a day of the contract, {}", self.period)));
        }
        let within = |error: Error| error.within(format!("product {code}"));
        let none = || Error::new(Kind::Missing, "no tariff at all", "tariffs by date");
        one.tariffs.as_ref().ok_or_else(none).and_then(|tariffs| tariffs.on(day)).map_err(within)
    }
}

impl ContractProduct {
    /// The ceiling on care of a calendar year.
    #[must_use]
    pub fn ceiling(&self, year: Year) -> Option<&Ceiling> {
        self.ceilings.iter().find(|&&(of, _)| of == year).map(|(_, ceiling)| ceiling)
    }

    fn prove(&self, period: Period) -> Result<(), Error> {
        self.prove_tariffs()?;
        for (position, (year, ceiling)) in self.ceilings.iter().enumerate() {
            ceiling.prove().map_err(|error| error.within(format!("year {year}")))?;
            prove_year(*year, period)?;
            if self.ceilings.iter().take(position).any(|(other, _)| other == year) {
                let found = format!("two ceilings for care of {year}");
                return Err(Error::new(Kind::Duplicate, found, "one ceiling for each year"));
            }
        }
        Ok(())
    }

    fn prove_tariffs(&self) -> Result<(), Error> {
        match (self.product.unit(), self.product.variant(), &self.tariffs) {
            (Unit::Euro, _, Some(_)) => {
                Err(Error::new(Kind::WrongType, "tariffs for euros", "no tariff: the volume is the amount"))
            }
            (Unit::Euro, ..) | (_, Variant::TaskBased, _) | (.., Some(_)) => Ok(()),
            (_, variant, None) => {
                let found = format!("an {} product without tariffs", variant.name());
                Err(Error::new(Kind::Missing, found, "tariffs by date"))
            }
        }
    }
}

/// A year of which the contract holds on some day.
fn prove_year(year: Year, period: Period) -> Result<(), Error> {
    if (period.from().year()..=period.to().year()).contains(&year) {
        return Ok(());
    }
    let found = format!("a ceiling for care of {year}");
    Err(Error::new(Kind::OutOfRange, found, format!("a year that the contract touches, {period}")))
}

/// One code stands in a contract once.
fn prove_apart(one: &Product, other: &Product) -> Result<(), Error> {
    if one.code() != other.code() {
        return Ok(());
    }
    if one.variant() == other.variant() {
        let found = format!("the product {} a second time", one.code());
        return Err(Error::new(Kind::Duplicate, found, "every product once"));
    }
    let found = format!("the product {} as {} and as {}", one.code(), one.variant().name(), other.variant().name());
    Err(Error::new(Kind::OutOfRange, found, "one variant per period")
        .advise("End the contract, and start a new one with the other variant."))
}
