//! What is paid under each agreement of each case.

use super::cases::Cases;
use crate::numbers;
use crate::report::Table;
use crate::words::{self, cases};
use std::collections::BTreeSet;
use taakgericht::exact::Amount;
use taakgericht::scenario::{AgreementCost, CaseOutcome};

impl Cases<'_> {
    /// What is paid under each contract, with a letter for its variant, and under each of its agreements where it has several;
    /// leaked care stands apart.
    pub(super) fn agreements(&self) -> Table {
        let mut rows: Vec<Vec<String>> = self.contracts().into_iter().flat_map(|one| self.contract_rows(one)).collect();
        if self.all().iter().any(|case| case.leakage.is_some()) {
            rows.push(self.amounts(cases::LEAKED.to(self.language), leaked));
        }
        let total = self.amounts(words::TOTAL.to(self.language), |case| Some(case.paid));
        Table::new(self.columns(cases::AGREEMENT, 0), rows).with_total(total)
    }

    fn contract_rows(&self, contract: &str) -> Vec<Vec<String>> {
        let all = || self.all().iter().flat_map(|case| of_contract(case, contract));
        let segments: BTreeSet<&str> = all().flat_map(|agreement| &agreement.segments).map(String::as_str).collect();
        let name = format!("{contract} ({})", segments.into_iter().collect::<Vec<_>>().join(", "));
        let mut rows = vec![self.row(name, |case| self.paid(of_contract(case, contract)))];
        if self.all().iter().any(|case| of_contract(case, contract).count() > 1) {
            let mut products: Vec<&[String]> = Vec::new();
            for agreement in all() {
                if !products.contains(&agreement.products.as_slice()) {
                    products.push(&agreement.products);
                }
            }
            // All products together are the contract itself.
            let whole: BTreeSet<&String> = all().flat_map(|agreement| &agreement.products).collect();
            products.retain(|products| products.len() < whole.len());
            rows.extend(products.into_iter().map(|products| self.part_row(contract, products)));
        }
        rows
    }

    fn part_row(&self, contract: &str, products: &[String]) -> Vec<String> {
        self.row(format!("  {}", products.join(", ")), |case| {
            self.paid(of_contract(case, contract).filter(|agreement| agreement.products == products))
        })
    }

    /// What some agreements come to, with the letters of their variants; `None` where there are none.
    fn paid<'c>(&self, agreements: impl Iterator<Item = &'c AgreementCost>) -> Option<String> {
        let agreements: Vec<&AgreementCost> = agreements.collect();
        let letter = |agreement: &&AgreementCost| cases::letter(agreement.variant).to(self.language);
        let mut letters: Vec<&str> = agreements.iter().map(letter).collect();
        letters.dedup();
        let sum = Amount::sum(&agreements.iter().map(|agreement| agreement.paid).collect::<Vec<_>>()).ok()?;
        (!agreements.is_empty()).then(|| format!("{} {}", numbers::amount(sum, self.language), letters.join("+")))
    }

    /// The contracts that cases have, in their order.
    pub(super) fn contracts(&self) -> Vec<&str> {
        let mut contracts: Vec<&str> = Vec::new();
        for agreement in self.all().iter().flat_map(|case| &case.agreements) {
            if !contracts.contains(&agreement.contract.as_str()) {
                contracts.push(&agreement.contract);
            }
        }
        contracts
    }
}

/// What is paid for all care that leaked, in a case in which care leaks.
fn leaked(case: &CaseOutcome) -> Option<Amount> {
    case.leakage.as_ref()?;
    Amount::sum(&case.agreements.iter().map(|agreement| agreement.leaked).collect::<Vec<_>>()).ok()
}

/// The agreements of a contract in a case.
fn of_contract<'c>(case: &'c CaseOutcome, contract: &str) -> impl Iterator<Item = &'c AgreementCost> {
    case.agreements.iter().filter(move |agreement| agreement.contract == contract)
}
