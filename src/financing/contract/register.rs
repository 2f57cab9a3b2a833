//! All contracts of a region: for one product of one provider there is one contract on each day.

use super::contract::{Contract, ContractProduct};
use crate::error::{Error, Errors, Kind};
use crate::financing::effort::Tariff;
use crate::financing::product::ProductCode;
use crate::period::Date;
use alloc::format;
use alloc::vec::Vec;

/// Contracts that do not contradict each other.
///
/// Dutch: *contractenregister*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contracts(Vec<Contract>);

impl Contracts {
    /// Proves contracts against each other.
    ///
    /// # Errors
    /// All at once: `Duplicate` for two contracts of one name, and for two that overlap for one product of one provider.
    pub fn new(contracts: Vec<Contract>) -> Result<Contracts, Errors> {
        let mut errors = Error::doubles("contracts", contracts.iter().map(Contract::id));
        for (position, one) in contracts.iter().enumerate() {
            let earlier = contracts.iter().take(position);
            errors.extend(earlier.filter_map(|other| prove_apart(other, one).err()));
        }
        Errors::or_ok(errors, Contracts(contracts))
    }

    /// All of them, as they were given.
    #[must_use]
    pub fn all(&self) -> &[Contract] {
        &self.0
    }

    /// The contract by which a provider delivers a product on a day.
    ///
    /// # Errors
    /// `Missing` when there is none.
    pub fn find(&self, provider: &str, code: ProductCode, day: Date) -> Result<(&Contract, &ContractProduct), Error> {
        let of_provider = self.0.iter().filter(|contract| contract.provider() == provider);
        let mut on_day = of_provider.filter(|contract| contract.period().contains(day));
        let found = on_day.find_map(|contract| Some((contract, contract.product(code)?)));
        found.ok_or_else(|| {
            let found = format!("no contract of \"{provider}\" for {code} on {day}");
            Error::new(Kind::Missing, found, "a contract that holds then")
        })
    }

    /// The tariff of a provider for a product on a day.
    ///
    /// # Errors
    /// As for [`Contracts::find`] and [`Contract::tariff`].
    pub fn tariff(&self, provider: &str, code: ProductCode, day: Date) -> Result<&Tariff, Error> {
        self.find(provider, code, day)?.0.tariff(code, day)
    }
}

fn prove_apart(one: &Contract, other: &Contract) -> Result<(), Error> {
    let Some(shared) = one.period().overlap(other.period()).filter(|_| one.provider() == other.provider()) else {
        return Ok(());
    };
    let double = other.products().iter().find(|product| one.product(product.product.code()).is_some());
    double.map_or(Ok(()), |double| {
        let found =
            format!("the contracts \"{}\" and \"{}\" both have {}", one.id(), other.id(), double.product.code());
        Err(Error::new(Kind::Duplicate, format!("{found} from {shared}"), "one contract on each day")
            .within(format!("provider \"{}\"", one.provider()))
            .within(format!("contract \"{}\"", other.id())))
    })
}

#[cfg(test)]
mod tests {
    use super::Contracts;
    use crate::exact::{Amount, Percent, decimal};
    use crate::financing::contract::{Contract, ContractProduct, Tariffs};
    use crate::financing::effort::{Basis, Beyond, Ceiling, Tariff};
    use crate::financing::product::{Frequency, Product, ProductCode, Unit, Variant};
    use crate::period::{Date, Period, Year};
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn product(code: &str, variant: Variant, unit: Unit, tariffs: bool) -> ContractProduct {
        let tariff = Tariff::new(decimal::parse("87.30").unwrap(), Basis::PerUnit).unwrap();
        let code = ProductCode::parse(code).unwrap();
        ContractProduct {
            product: Product::new(code, "2", variant, unit, Frequency::Total).unwrap(),
            tariffs: tariffs.then(|| Tariffs::new([(day("2026-02-01"), tariff)]).unwrap()),
            ceilings: vec![],
        }
    }

    fn contract(id: &str, from: &str, to: &str, products: Vec<ContractProduct>) -> Result<Contract, crate::Error> {
        Contract::new(id, "Elker", vec![], Period::new(day(from), day(to)).unwrap(), products)
    }

    fn effort(code: &str) -> ContractProduct {
        product(code, Variant::EffortBased, Unit::Hour, true)
    }

    #[test]
    fn a_provider_can_be_hybrid() {
        let task = product("50001", Variant::TaskBased, Unit::Hour, false);
        let hybrid = contract("a", "2026-01-01", "2026-12-31", vec![effort("45A04"), task]).unwrap();
        assert!(hybrid.is_hybrid());
        let code = ProductCode::parse("45A04").unwrap();
        assert_eq!(hybrid.tariff(code, day("2026-02-01")).unwrap().euros().to_string(), "87.30");
        let text = |code: &str, on| hybrid.tariff(ProductCode::parse(code).unwrap(), day(on)).unwrap_err().to_string();
        assert_eq!(
            text("45A04", "2026-01-31"),
            "contract \"a\", product 45A04: no tariff on 2026-01-31, expected a tariff that holds then; the first holds from \
             2026-02-01."
        );
        assert_eq!(
            text("45A04", "2027-01-01"),
            "contract \"a\": care on 2027-01-01, expected a day of the contract, 2026-01-01 to 2026-12-31."
        );
        assert_eq!(
            text("50001", "2026-03-01"),
            "contract \"a\", product 50001: no tariff at all, expected tariffs by date."
        );
        assert_eq!(
            text("45A05", "2026-03-01"),
            "contract \"a\": no product \"45A05\", expected one of \"45A04\", \"50001\"."
        );
    }

    #[test]
    fn a_switch_of_variant_starts_a_new_contract() {
        let year = |products| contract("a", "2026-01-01", "2026-12-31", products).unwrap_err().to_string();
        let task = || product("45A04", Variant::TaskBased, Unit::Hour, false);
        assert_eq!(
            year(vec![effort("45A04"), task()]),
            "contract \"a\": the product 45A04 as effort-based and as task-based, expected one variant per period.\n  \
             End the contract, and start a new one with the other variant."
        );
        assert_eq!(
            year(vec![effort("45A04"), effort("45A04")]),
            "contract \"a\": the product 45A04 a second time, expected every product once."
        );
        assert_eq!(year(vec![]), "contract \"a\": no product, expected at least one.");
        assert_eq!(
            year(vec![product("45A04", Variant::EffortBased, Unit::Hour, false)]),
            "contract \"a\", product 45A04: an effort-based product without tariffs, expected tariffs by date."
        );
        assert_eq!(
            year(vec![product("45A04", Variant::EffortBased, Unit::Euro, true)]),
            "contract \"a\", product 45A04: tariffs for euros, expected no tariff: the volume is the amount."
        );
        let first = contract("first", "2026-01-01", "2026-06-30", vec![effort("45A04")]).unwrap();
        let second = contract("second", "2026-07-01", "2026-12-31", vec![task()]).unwrap();
        let both = Contracts::new(vec![first, second]).unwrap();
        let code = ProductCode::parse("45A04").unwrap();
        assert_eq!(both.find("Elker", code, day("2026-07-01")).unwrap().0.id(), "second");
        let text = both.tariff("Elker", code, day("2027-01-01")).unwrap_err().to_string();
        assert_eq!(text, "no contract of \"Elker\" for 45A04 on 2027-01-01, expected a contract that holds then.");
    }

    #[test]
    fn a_year_has_one_ceiling() {
        let year = |number| Year::new(number).unwrap();
        let ceiling = |euros| Ceiling {
            amount: Amount::from_euros(euros).unwrap(),
            beyond: Beyond::SharedByProvider(Percent::parse("50").unwrap()),
        };
        let of = |ceilings| {
            let product = ContractProduct { ceilings, ..effort("45A04") };
            contract("a", "2026-07-01", "2027-06-30", vec![product])
        };
        let both = of(vec![(year(2026), ceiling(100)), (year(2027), ceiling(200))]).unwrap();
        let product = &both.products()[0];
        assert_eq!(product.ceiling(year(2027)), Some(&ceiling(200)));
        assert_eq!(of(vec![]).unwrap().products()[0].ceiling(year(2026)), None);
        let cases = [
            (
                vec![(year(2026), ceiling(1)), (year(2026), ceiling(1))],
                "contract \"a\", product 45A04: two ceilings for care of 2026, expected one ceiling for each year.",
            ),
            (
                vec![(year(2028), ceiling(1))],
                "contract \"a\", product 45A04: a ceiling for care of 2028, expected a year that the contract touches, 2026-07-01 \
                 to 2027-06-30.",
            ),
            (
                vec![(year(2027), ceiling(-1))],
                "contract \"a\", product 45A04, year 2027: a ceiling of -1.00, expected a ceiling of 0 or more.",
            ),
        ];
        for (ceilings, text) in cases {
            assert_eq!(of(ceilings).unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn contracts_that_overlap_are_errors() {
        let one = contract("one", "2026-01-01", "2026-12-31", vec![effort("45A04")]).unwrap();
        let other = contract("other", "2026-06-01", "2027-05-31", vec![effort("45A05"), effort("45A04")]).unwrap();
        let errors = Contracts::new(vec![one.clone(), other, one]).unwrap_err();
        let texts: Vec<_> = errors.all().iter().map(ToString::to_string).collect();
        assert_eq!(texts[0], "two contracts \"one\", expected every name once.");
        assert_eq!(
            texts[1],
            "contract \"other\", provider \"Elker\": the contracts \"one\" and \"other\" both have 45A04 from 2026-06-01 to 2026-12-31, expected \
             one contract on each day."
        );
        assert_eq!(texts.len(), 4);
    }
}
