//! A plan: a scenario whose names are resolved and whose rules are proved, ready to run and to explain.

use super::budget::Budget;
use super::derivation::{self, Derivation};
use super::model::Scenario;
use super::outcome::{Outcome, Party};
use super::party_table::{self, PartyTable};
use super::paying::{Payments, VariantComparison};
use super::pooling::AlternativeSection;
use super::pooling::prove::{self, Ground};
use super::receipt::{AppliedRule, Receipt};
use super::reconciliation::reconcile_all;
use super::schedule::ScheduleYear;
use super::section::{BudgetStatement, OfBudget, Section};
use super::settling::{PoolComparison, Region};
use crate::error::{Error, Errors, Kind};
use crate::trace::{Rule, Trace};
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

/// A scenario made ready.
///
/// Dutch: *rekenplan*.
pub struct Plan<'a> {
    scenario: &'a Scenario,
    budget: Option<Budget<'a>>,
    /// The parties, where there is no budget that has them.
    party_table: Option<PartyTable<'a>>,
    derivation: Option<Derivation<'a>>,
    years: Vec<ScheduleYear<'a>>,
    /// The outermost pools with all within them, settled.
    regions: Vec<Region<'a>>,
    /// The contracts with what they pay; none where the scenario has no contracts.
    payments: Option<Payments<'a>>,
}

impl core::fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Plan").field("scenario", &self.scenario.id).finish_non_exhaustive()
    }
}

impl<'a> Plan<'a> {
    /// Resolves the names and proves the rules of a scenario.
    ///
    /// # Errors
    /// Everything that is wrong with it: names that nothing carries, parties that stand there twice or belong to different
    /// divisions, schedules that do not add up, sections that need a budget where there is none, pools that contradict each
    /// other.
    pub fn new(scenario: &'a Scenario) -> Result<Plan<'a>, Errors> {
        let budget = scenario.budget.as_ref().map(|section| Budget::new(scenario, section)).transpose()?;
        let party_table = party_table::of_section(scenario)?;
        let mut errors = Vec::new();
        let derivation = match (&scenario.derivation, &budget) {
            (Some(section), Some(budget)) => keep(Derivation::new(section, budget), &mut errors),
            (Some(_), None) => {
                errors.push(without_budget(derivation::ID));
                None
            }
            (None, _) => None,
        };
        let mut years = Vec::new();
        for section in &scenario.schedules {
            if budget.is_none() {
                errors.push(without_budget(&format!("schedule \"{}\"", section.schedule.name())));
            }
            years.extend(keep(ScheduleYear::all(scenario, section), &mut errors).unwrap_or_default());
        }
        let mut plan = Plan { scenario, budget, party_table, derivation, years, regions: Vec::new(), payments: None };
        let errors_of_pools = prove::errors(scenario, plan.parties());
        if errors_of_pools.is_empty() {
            let ground = Ground { scenario, parties: plan.parties(), is_tried_out: false };
            let (regions, payments) = (Region::all(&ground), Payments::of_scenario(&ground));
            plan.regions = keep(regions, &mut errors).unwrap_or_default();
            plan.payments = keep(payments, &mut errors).flatten();
        }
        errors.extend(plan.errors_of_names());
        errors.extend(errors_of_pools);
        Errors::or_ok(errors, plan)
    }

    /// Carries the plan out.
    ///
    /// # Errors
    /// Whatever a rule can raise: a tie that is refused, an overflow.
    pub fn run(&self) -> Result<Outcome, Errors> {
        let derivation = self.derivation.as_ref().zip(self.budget.as_ref());
        Ok(Outcome {
            scenario: self.scenario.id.clone(),
            title: self.scenario.title.clone(),
            parties: self.parties().to_vec(),
            statements: self.sections().iter().map(|section| section.statement()).collect::<Result<_, _>>()?,
            comparisons: derivation
                .map(|(derivation, budget)| derivation.comparisons(budget))
                .transpose()?
                .unwrap_or_default(),
            implied: self.derivation.as_ref().map(Derivation::implied).transpose()?.unwrap_or_default(),
            pools: each(&self.regions, Region::outcomes)?.into_iter().flatten().collect(),
            solidarity: each(&self.regions, Region::solidarity)?.into_iter().flatten().collect(),
            contracts: self.payments.as_ref().map(Payments::outcomes).transpose()?.unwrap_or_default(),
            reconciliation: reconcile_all(self.scenario)?,
            receipt: Receipt::new(self.rules()),
        })
    }

    /// The parties, in the order of their ids.
    #[must_use]
    pub fn parties(&self) -> &[Party] {
        let table = self.budget.as_ref().map(Budget::table).or(self.party_table.as_ref());
        table.map_or(&[], |table| &table.parties)
    }

    /// The sections, in the order of their statements: what is made from the budget, the pools, the contracts.
    fn sections(&self) -> Vec<Box<dyn Section + '_>> {
        let mut sections: Vec<Box<dyn Section + '_>> = Vec::new();
        if let Some(budget) = &self.budget {
            let mut statements: Vec<&dyn BudgetStatement> = alloc::vec![budget];
            statements.extend(self.derivation.iter().map(|derivation| -> &dyn BudgetStatement { derivation }));
            statements.extend(self.years.iter().map(|year| -> &dyn BudgetStatement { year }));
            let of_budget = |statement| -> Box<dyn Section + '_> {
                Box::new(OfBudget { statement, budget, parties: budget.parties() })
            };
            sections.extend(statements.into_iter().map(of_budget));
        }
        let of_pools = self.regions.iter().flat_map(Region::statements);
        sections.extend(of_pools.map(|statement| -> Box<dyn Section + '_> { Box::new(statement) }));
        let of_contracts = self.payments.iter().flat_map(Payments::statements);
        sections.extend(of_contracts.map(|statement| -> Box<dyn Section + '_> { Box::new(statement) }));
        sections
    }

    /// Figures are known by statement and column, so each name stands there once.
    fn errors_of_names(&self) -> Vec<Error> {
        let sections = self.sections();
        let statements = Error::doubles("statements", sections.iter().map(|section| section.id()));
        let statements = statements
            .into_iter()
            .map(|error| error.advise("Give each schedule, each pool and each contract its own name."));
        let columns = sections.iter().flat_map(|section| {
            let advice = "Rename the stream, the line or the product: the statement has a column of this name itself.";
            let doubles = Error::doubles("columns", section.columns());
            doubles.into_iter().map(move |error| error.advise(advice).within(section.id()))
        });
        statements.chain(columns).collect()
    }

    fn rules(&self) -> Vec<AppliedRule> {
        let derivation = self.derivation.iter().map(Derivation::rule);
        let years = self.years.iter().map(ScheduleYear::rule);
        let pools = self.regions.iter().flat_map(Region::rules);
        derivation.chain(years).chain(pools).chain(self.payments.iter().flat_map(Payments::rules)).collect()
    }

    /// Puts pools side by side with other ways to share the same cost, year by year, by their last settlement.
    ///
    /// The alternatives are those of the scenario and `others`; where a region has none, the usual ones: actual use, a blend
    /// of half, insurance. Without `pool` every region is compared.
    ///
    /// Dutch: *vergelijking van varianten*.
    ///
    /// # Errors
    /// `UnknownName` when there is no such pool, or an alternative is about a pool or member that there is not; otherwise
    /// what settling can raise.
    pub fn compare(&self, pool: Option<&str>, others: &[AlternativeSection]) -> Result<Vec<PoolComparison>, Errors> {
        let ids = || self.regions.iter().flat_map(Region::ids);
        if let Some(unknown) = pool.filter(|pool| !ids().any(|id| id == *pool)) {
            return Err(Error::unknown("pool", unknown, ids()).into());
        }
        let ground = Ground { scenario: self.scenario, parties: self.parties(), is_tried_out: true };
        Errors::or_ok(others.iter().flat_map(|other| prove::errors_of_other(&ground, other)).collect(), ())?;
        let chosen = self.regions.iter().filter(|region| pool.is_none_or(|pool| region.has(pool)));
        let compared = chosen.map(|region| {
            let all = self.scenario.alternatives.iter().chain(others);
            let mut all: Vec<AlternativeSection> = all.filter(|other| region.has(&other.pool)).cloned().collect();
            if all.is_empty() {
                all = region.usual_alternatives();
            }
            region.compare(&ground, &all)
        });
        Ok(compared.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
    }

    /// Puts what was delivered under other agreements, year by year: the contracts as they are, and the cases of the scenario; where
    /// it has none, everything by effort, by output and as a task, as far as the contracts say what that takes.
    ///
    /// Dutch: *vergelijking van uitvoeringsvarianten*. Empty for a scenario without contracts.
    ///
    /// # Errors
    /// `Missing` when a case needs what no contract says: a tariff, a price of a result, a task, a cost price; otherwise what
    /// rules can raise.
    pub fn compare_variants(&self) -> Result<Vec<VariantComparison>, Errors> {
        let Some(payments) = &self.payments else { return Ok(Vec::new()) };
        let ground = Ground { scenario: self.scenario, parties: self.parties(), is_tried_out: true };
        Ok(payments.compare(&ground)?)
    }

    /// Explains one figure down to its inputs: `rta-groningen/2016/directe_zorg/Bedum`.
    ///
    /// A figure is named by its statement, its column and its party: the name or the code of a municipality, or `total` for
    /// the sum over all parties.
    ///
    /// # Errors
    /// `UnknownName` when there is no such statement, column or party, with those that there are.
    pub fn explain(&self, figure: &str) -> Result<Trace, Errors> {
        Ok(self.trace(figure).map_err(|error| error.within(format!("figure \"{figure}\"")))?)
    }

    fn trace(&self, figure: &str) -> Result<Trace, Error> {
        let (statement, column, party) = split_name(figure)?;
        let sections = self.sections();
        let found = sections.iter().find(|section| section.id() == statement);
        let ids = || sections.iter().map(|section| section.id());
        let section = found.ok_or_else(|| Error::unknown("statement", statement, ids()))?;
        if !section.columns().contains(&column) {
            return Err(Error::unknown("column", column, section.columns()));
        }
        let mut trace = Trace::default();
        if party == "total" {
            let parts = section.explain_all(&mut trace, column)?;
            trace.compute(&format!("{column}, total"), Rule::Sum, &parts)?;
        } else {
            section.explain(&mut trace, column, self.party(party, section.parties())?)?;
        }
        Ok(trace)
    }

    /// The position of a party among those that a statement is about.
    fn party(&self, name: &str, among: &[usize]) -> Result<usize, Error> {
        let parties = || among.iter().filter_map(|&position| Some((position, self.parties().get(position)?)));
        let found = parties().find(|(_, party)| party.is_named(name));
        let names = || parties().map(|(_, party)| party.name.as_str());
        found.map(|(position, _)| position).ok_or_else(|| Error::unknown("party", name, names()))
    }
}

/// Statement, column and party; the name of a statement may hold slashes itself.
fn split_name(figure: &str) -> Result<(&str, &str, &str), Error> {
    let parts = figure.rsplit_once('/').and_then(|(rest, party)| {
        let (statement, column) = rest.rsplit_once('/')?;
        Some((statement, column, party))
    });
    parts.ok_or_else(|| {
        Error::new(Kind::Unreadable, format!("\"{figure}\""), "statement/column/party, such as budget/total/Bedum")
    })
}

fn without_budget(place: &str) -> Error {
    Error::new(Kind::Missing, "no budget to divide", "a budget section").within(place)
}

/// The same of each, or the first error.
fn each<T, U>(all: &[T], of: fn(&T) -> Result<U, Error>) -> Result<Vec<U>, Error> {
    all.iter().map(of).collect()
}

/// Keeps what went well and collects what did not.
fn keep<T>(result: Result<T, Errors>, errors: &mut Vec<Error>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(found) => {
            errors.extend(found.all().iter().cloned());
            None
        }
    }
}
