//! A plan: a scenario whose names are resolved and whose rules are proved, ready to run and to explain.

use super::budget::Budget;
use super::derivation::{self, Derivation};
use super::model::Scenario;
use super::outcome::{Outcome, Party};
use super::party_table::{self, PartyTable};
use super::pooling::prove;
use super::receipt::{AppliedRule, Receipt};
use super::reconciliation::reconcile_all;
use super::schedule::ScheduleYear;
use super::section::Section;
use crate::error::{Error, Errors, Kind};
use crate::trace::{Rule, Trace};
use alloc::format;
use alloc::string::ToString;
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
        let plan = Plan { scenario, budget, party_table, derivation, years };
        errors.extend(plan.errors_of_names());
        errors.extend(prove::errors(scenario, plan.parties()));
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
            statements: self
                .sections()
                .iter()
                .map(|(section, budget)| section.statement(budget))
                .collect::<Result<_, _>>()?,
            comparisons: derivation
                .map(|(derivation, budget)| derivation.comparisons(budget))
                .transpose()?
                .unwrap_or_default(),
            implied: self.derivation.as_ref().map(Derivation::implied).transpose()?.unwrap_or_default(),
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

    /// The sections, in the order of their statements, with the budget that they go by; none without a budget.
    fn sections(&self) -> Vec<(&dyn Section, &Budget<'a>)> {
        let Some(budget) = &self.budget else {
            return Vec::new();
        };
        let mut sections: Vec<&dyn Section> = alloc::vec![budget];
        sections.extend(self.derivation.iter().map(|derivation| -> &dyn Section { derivation }));
        sections.extend(self.years.iter().map(|year| -> &dyn Section { year }));
        sections.into_iter().map(|section| (section, budget)).collect()
    }

    /// Figures are known by statement and column, so each name stands there once.
    fn errors_of_names(&self) -> Vec<Error> {
        let sections = self.sections();
        let statements = Error::doubles("statements", sections.iter().map(|(section, _)| section.id()));
        let statements = statements.into_iter().map(|error| error.advise("Give each schedule its own name."));
        let columns = sections.iter().flat_map(|(section, _)| {
            let advice = "Rename the stream or the line: the statement has a column of this name itself.";
            let doubles = Error::doubles("columns", section.columns());
            doubles.into_iter().map(move |error| error.advise(advice).within(section.id()))
        });
        statements.chain(columns).collect()
    }

    fn rules(&self) -> Vec<AppliedRule> {
        let derivation = self.derivation.iter().map(Derivation::rule);
        derivation.chain(self.years.iter().map(ScheduleYear::rule)).collect()
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
        let found = sections.iter().find(|(section, _)| section.id() == statement);
        let ids = || sections.iter().map(|(section, _)| section.id());
        let &(section, budget) = found.ok_or_else(|| Error::unknown("statement", statement, ids()))?;
        if !section.columns().contains(&column) {
            return Err(Error::unknown("column", column, section.columns()));
        }
        let mut trace = Trace::default();
        if party == "total" {
            let parties = 0..self.parties().len();
            let parts = parties.map(|party| section.explain(&mut trace, budget, column, party));
            let parts = parts.collect::<Result<Vec<usize>, Error>>()?;
            trace.compute(&format!("{column}, total"), Rule::Sum, &parts)?;
        } else {
            section.explain(&mut trace, budget, column, self.party(party)?)?;
        }
        Ok(trace)
    }

    fn party(&self, name: &str) -> Result<usize, Error> {
        let is_named = |party: &Party| {
            let code = party.municipality.code.to_string();
            [party.name.as_str(), &code, &party.municipality.to_string()].contains(&name)
                || code.strip_prefix("GM") == Some(name)
        };
        let names = || self.parties().iter().map(|party| party.name.as_str());
        self.parties().iter().position(is_named).ok_or_else(|| Error::unknown("party", name, names()))
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
