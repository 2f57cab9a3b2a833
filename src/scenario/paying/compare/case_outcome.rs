//! Carrying a case out.

use super::super::super::contracting::{CaseSection, ShockSection};
use super::super::contract_year::Payments;
use super::demand::YearDemand;
use super::outcome::{AgreementCost, CaseOutcome, LeakageCost, ShockCost, TaskBreakEven};
use super::terms::CaseTerms;
use crate::error::Error;
use crate::exact::{Amount, Rounding, Unrounded};
use crate::financing::comparison::{
    Administration, Agreement, AgreementOutcome, Balance, Financing, LeakageEffect, Outcome, ProviderOutcome, Shocked,
};
use crate::financing::product::Variant;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What a case costs whom.
pub(super) fn compared(
    payments: &Payments<'_>,
    demand: &YearDemand<'_, '_>,
    case: &CaseSection,
    terms: &CaseTerms,
) -> Result<CaseOutcome, Error> {
    let outcome = Outcome::new(&demand.demand, &terms.terms)?;
    let carrying = Carrying { payments, demand, terms, providers: demand.providers() };
    let administration = payments.scenario.administration.as_ref();
    let administration = administration.map(|rates| carrying.administration(rates)).transpose()?;
    let shocks = payments.scenario.shocks.iter().map(|shock| carrying.shock(&outcome, shock));
    let leakage = case.leakage.as_ref().map(|_| carrying.leakage()).transpose()?;
    Ok(CaseOutcome {
        id: case.id.clone(),
        paid: outcome.paid,
        providers: carrying.providers(&outcome)?,
        agreements: carrying.agreements(&outcome, administration.as_deref()),
        administration: administration.map(|costs| Amount::sum(&costs)).transpose()?,
        shocks: shocks.collect::<Result<_, Error>>()?,
        leakage,
        break_evens: carrying.break_evens()?,
        municipalities: outcome.municipalities,
    })
}

struct Carrying<'c, 'r, 'a> {
    payments: &'c Payments<'a>,
    demand: &'c YearDemand<'r, 'a>,
    terms: &'c CaseTerms,
    providers: Vec<&'a str>,
}

impl Carrying<'_, '_, '_> {
    /// The figures of contracts, added up by provider.
    fn by_provider(&self, of_contracts: &[Unrounded]) -> Result<Vec<Unrounded>, Error> {
        let mut sums = vec![Unrounded::ZERO; self.providers.len()];
        for (contract, &figure) in self.payments.agreed.contracts.iter().zip(of_contracts) {
            let provider = self.providers.iter().position(|one| *one == contract.section.provider);
            if let Some(sum) = provider.and_then(|provider| sums.get_mut(provider)) {
                *sum = sum.checked_add(figure)?;
            }
        }
        Ok(sums)
    }

    fn providers(&self, outcome: &Outcome) -> Result<Vec<ProviderOutcome>, Error> {
        let column = |of: fn(&ProviderOutcome) -> Unrounded| {
            self.by_provider(&outcome.providers.iter().map(of).collect::<Vec<_>>())
        };
        let (revenues, costs) = (column(|one| one.revenue.into())?, column(|one| one.cost)?);
        let provider = |(revenue, cost): (Unrounded, Unrounded)| {
            let kept = Rounding::HALF_UP_CENT.round(revenue.checked_sub(cost)?)?;
            let revenue = Amount::from_wide(revenue.whole_cents(), "revenue")?;
            Ok(ProviderOutcome { revenue, cost, result: kept.amount, residue: kept.residue })
        };
        revenues.into_iter().zip(costs).map(provider).collect()
    }

    fn agreements(&self, outcome: &Outcome, administration: Option<&[Amount]>) -> Vec<AgreementCost> {
        let all = self.terms.agreements.iter().zip(&outcome.agreements).enumerate();
        let cost = |(position, (about, outcome)): (usize, (&(usize, Vec<usize>), &AgreementOutcome))| {
            let (contract, products) = about;
            let agreed = &self.payments.agreed.contracts[*contract];
            let products: Vec<_> = products.iter().map(|&product| agreed.products[product].product).collect();
            let segments: BTreeSet<String> = products.iter().map(|product| product.segment.clone()).collect();
            AgreementCost {
                contract: agreed.section.id.clone(),
                provider: agreed.section.provider.clone(),
                variant: outcome.variant,
                products: products.iter().map(|product| product.id.clone()).collect(),
                segments: segments.into_iter().collect(),
                paid: outcome.paid,
                leaked: outcome.leaked,
                unpaid: outcome.unpaid,
                administration: administration.and_then(|costs| costs.get(position)).copied(),
                settlement: outcome.settlement.clone(),
            }
        };
        all.map(cost).collect()
    }

    /// What running each agreement costs. A contract is managed once for each of its variants, for as many months as it holds.
    fn administration(&self, rates: &Administration) -> Result<Vec<Amount>, Error> {
        let months = self.managed_months();
        let mut costs = vec![Amount::ZERO; months.len()];
        for count in months.iter().copied().collect::<BTreeSet<u8>>() {
            let rates = Administration { months: count, ..*rates };
            let of_count = rates.cost(&self.demand.demand, &self.terms.terms)?;
            for (position, cost) in of_count.into_iter().enumerate() {
                if months.get(position) == Some(&count) {
                    costs[position] = cost.amount;
                }
            }
        }
        Ok(costs)
    }

    fn managed_months(&self) -> Vec<u8> {
        let mut managed: BTreeSet<(usize, Variant)> = BTreeSet::new();
        let agreements = self.terms.agreements.iter().zip(self.terms.terms.agreements());
        let months = |((contract, _), agreement): (&(usize, Vec<usize>), &Agreement)| {
            let is_first = managed.insert((*contract, agreement.financing.variant()));
            let held = self.payments.agreed.contracts[*contract].months(self.demand.year).len();
            if is_first { u8::try_from(held).unwrap_or(u8::MAX) } else { 0 }
        };
        agreements.map(months).collect()
    }

    fn shock(&self, before: &Outcome, section: &ShockSection) -> Result<ShockCost, Error> {
        let shocked = Shocked::since(before, &self.demand.demand, &self.terms.terms, section.shock);
        let shocked = shocked.map_err(|error| error.within(format!("shock \"{}\"", section.id)))?;
        Ok(ShockCost {
            id: section.id.clone(),
            shock: section.shock,
            extra_cost: shocked.extra_cost,
            municipalities: shocked.municipalities,
            paid_more: shocked.paid_more,
            providers: self.by_provider(&shocked.providers)?,
            borne_by_providers: shocked.borne_by_providers,
            municipality_share: shocked.municipality_share,
        })
    }

    fn leakage(&self) -> Result<LeakageCost, Error> {
        let effect = LeakageEffect::new(&self.demand.demand, &self.terms.terms)?;
        Ok(LeakageCost {
            municipalities: effect.municipalities,
            paid_more: effect.paid_more,
            providers: self.by_provider(&effect.providers)?,
            cost: effect.cost,
        })
    }

    /// The break-even volumes of every task of which anything was reported.
    fn break_evens(&self) -> Result<Vec<TaskBreakEven>, Error> {
        let mut found = Vec::new();
        for (position, agreement) in self.terms.terms.agreements().iter().enumerate() {
            let (contract, products) = &self.terms.agreements[position];
            let was_reported = products.iter().any(|&product| self.demand.delivered.contains(&(*contract, product)));
            if was_reported && matches!(agreement.financing, Financing::Task(_)) {
                let break_even = self.break_even(position, *contract);
                found.push(break_even.map_err(|error| error.within(self.contract_place(*contract)))?);
            }
        }
        Ok(found)
    }

    fn break_even(&self, position: usize, contract: usize) -> Result<TaskBreakEven, Error> {
        let (demand, terms) = (&self.demand.demand, &self.terms.terms);
        Ok(TaskBreakEven {
            contract: self.payments.agreed.contracts[contract].section.id.clone(),
            municipalities: Balance::of_municipalities(demand, terms, position)?.break_evens()?,
            provider: Balance::of_provider(demand, terms, position)?.break_evens()?,
        })
    }

    fn contract_place(&self, contract: usize) -> String {
        format!("contract \"{}\"", self.payments.agreed.contracts[contract].section.id)
    }
}
