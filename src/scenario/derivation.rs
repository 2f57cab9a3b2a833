//! The derivation section, resolved: from the streams to the RTA bijdrage, beside the published columns.

use super::budget::Budget;
use super::model::{DerivationSection, PgbBasis};
use super::outcome::{Column, Comparison, ImpliedShare, Statement};
use super::receipt::AppliedRule;
use super::section::BudgetStatement;
use crate::budget::PrintedPercent;
use crate::budget::pgb::{self, PgbOutcome, PgbShare, PgbTerms, Stage};
use crate::budget::reconcile::{Printed, Quantity};
use crate::error::{Error, Errors};
use crate::exact::{Amount, Percent, Ratio, Unrounded};
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

/// The name of the statement.
pub(super) const ID: &str = "derivation";

/// The derived figures of every party.
pub(super) struct Derivation<'a> {
    section: &'a DerivationSection,
    terms: PgbTerms,
    shares: Vec<PgbShare>,
    outcomes: Vec<PgbOutcome>,
}

impl<'a> Derivation<'a> {
    /// Derives the figures.
    pub(super) fn new(section: &'a DerivationSection, budget: &Budget<'_>) -> Result<Derivation<'a>, Errors> {
        Derivation::resolve(section, budget).map_err(|error| error.within(ID).into())
    }

    fn resolve(section: &'a DerivationSection, budget: &Budget<'_>) -> Result<Derivation<'a>, Error> {
        let terms = PgbTerms {
            uitvoeringskosten: section.uitvoeringskosten,
            voorliggend_veld: section.voorliggend_veld,
            awbz: section.awbz.clone(),
            total: budget.total_basis(),
            rounding: section.rounding,
            stage: section.stage,
        };
        let shares = shares(section, budget)?;
        let derived = terms.derive(&budget.streams, &shares);
        let outcomes = derived.map_err(|error| error.with_labels(|party| budget.name(party).to_string()))?;
        Ok(Derivation { section, terms, shares, outcomes })
    }

    fn column(&self, column: pgb::Column) -> Result<Column, Error> {
        let amounts: Vec<Amount> = self.outcomes.iter().map(|outcome| outcome.amount(column)).collect();
        let residues = self.outcomes.iter().map(|outcome| residue(outcome, column));
        let residues = residues.collect::<Result<Vec<Unrounded>, Error>>()?;
        let rounded = residues.iter().any(|residue| *residue != Unrounded::ZERO);
        let given = Column::given(column.name(), column.role().into(), &amounts)?;
        Ok(Column { residues: if rounded { residues } else { Vec::new() }, ..given })
    }

    /// The derived figures beside the published columns of the same name, where the budget table has them.
    pub(super) fn comparisons(&self, budget: &Budget<'_>) -> Result<Vec<Comparison>, Error> {
        let mut comparisons = Vec::new();
        for column in pgb::Column::ALL {
            if !budget.table().has(column.name()) {
                continue;
            }
            let published = budget.table().amounts(column.name())?;
            for (party, (outcome, published)) in self.outcomes.iter().zip(published).enumerate() {
                let derived = outcome.amount(column);
                let difference = published.checked_sub(derived)?;
                comparisons.push(Comparison { column: column.name().into(), party, derived, published, difference });
            }
        }
        Ok(comparisons)
    }

    /// The share that the personal budgets imply, per party.
    pub(super) fn implied(&self) -> Result<Vec<ImpliedShare>, Error> {
        let four_decimals = Percent::parse("0.0001")?;
        let shown = |(party, outcome): (usize, &PgbOutcome)| {
            let share = outcome.implied_share?;
            let printed = PrintedPercent::of(share, four_decimals);
            Some(printed.map(|printed| ImpliedShare { party, share, shown: printed.percent().to_string() }))
        };
        self.outcomes.iter().enumerate().filter_map(shown).collect()
    }

    fn explain_line(
        &self,
        trace: &mut Trace,
        budget: &Budget<'_>,
        name: &str,
        percent: Percent,
        party: usize,
    ) -> Result<usize, Error> {
        let total = budget.explain_total(trace, party)?;
        let rate = trace.given(name, Value::Percent(percent), "scenario, derivation");
        let exact = trace.compute(&format!("{percent} of the total"), Rule::Times, &[total, rate])?;
        trace.compute(&budget.label(name, party), Rule::Round(self.terms.rounding), &[exact])
    }

    /// What the two municipal lines leave: 100% less both.
    fn explain_left_for_care(&self, trace: &mut Trace) -> Result<usize, Error> {
        let whole = trace.given("the whole", Value::Percent(Percent::WHOLE), "by definition");
        let rates =
            [("uitvoeringskosten", self.terms.uitvoeringskosten), ("voorliggend_veld", self.terms.voorliggend_veld)];
        let mut inputs = alloc::vec![whole];
        inputs.extend(rates.map(|(name, rate)| trace.given(name, Value::Percent(rate), "scenario, derivation")));
        trace.compute("share left for care", Rule::Less, &inputs)
    }

    fn explain_pgb(&self, trace: &mut Trace, budget: &Budget<'_>, party: usize) -> Result<usize, Error> {
        let label = budget.label("pgb", party);
        let (PgbBasis::Amounts(column) | PgbBasis::Shares(column)) = &self.section.pgb;
        let place = budget.table().place(column, party);
        let share = match self.shares[party] {
            PgbShare::Amount(amount) => return Ok(trace.given(&label, Value::Amount(amount), &place)),
            PgbShare::Printed(printed) => Value::Percent(printed.percent()),
            PgbShare::Exact(share) => Value::Share(share),
        };
        let awbz = budget.explain_stream(trace, &self.terms.awbz, party)?;
        let left = self.explain_left_for_care(trace)?;
        let share = trace.given(column, share, &place);
        let exact = trace.compute("pgb before rounding", Rule::Times, &[awbz, left, share])?;
        trace.compute(&label, Rule::Round(self.terms.rounding), &[exact])
    }

    fn explain_zin(&self, trace: &mut Trace, budget: &Budget<'_>, party: usize) -> Result<usize, Error> {
        let awbz = budget.explain_stream(trace, &self.terms.awbz, party)?;
        let pgb = self.explain_pgb(trace, budget, party)?;
        trace.compute(&budget.label("zin", party), Rule::Less, &[awbz, pgb])
    }

    fn explain_bijdrage(&self, trace: &mut Trace, budget: &Budget<'_>, party: usize) -> Result<usize, Error> {
        let left = self.explain_left_for_care(trace)?;
        let pgb = self.explain_pgb(trace, budget, party)?;
        let label = budget.label("rta_bijdrage", party);
        let mut contributions = Vec::new();
        if self.terms.stage == Stage::OnTotal {
            let total = budget.explain_total(trace, party)?;
            contributions.push(self.explain_contribution(trace, "total", &[total, left], Some(pgb))?);
        } else {
            for stream in budget.streams.all() {
                let amount = budget.explain_stream(trace, &stream.name, party)?;
                let less = (stream.name == self.terms.awbz).then_some(pgb);
                contributions.push(self.explain_contribution(trace, &stream.name, &[amount, left], less)?);
            }
        }
        trace.compute(&label, Rule::Sum, &contributions)
    }

    /// What a stream, or the total, contributes: its share left for care, less the personal budgets paid from it.
    fn explain_contribution(
        &self,
        trace: &mut Trace,
        name: &str,
        amount_and_share: &[usize],
        pgb: Option<usize>,
    ) -> Result<usize, Error> {
        let mut exact = trace.compute(&format!("{name} left for care"), Rule::Times, amount_and_share)?;
        if let Some(pgb) = pgb {
            exact = trace.compute(&format!("{name} left for care, less pgb"), Rule::Less, &[exact, pgb])?;
        }
        trace.compute(&format!("contribution from {name}"), Rule::Round(self.terms.rounding), &[exact])
    }

    /// The rule that rounded.
    pub(super) fn rule(&self) -> AppliedRule {
        AppliedRule::Rounded { statement: ID.into(), rounding: self.terms.rounding, stage: self.terms.stage }
    }
}

impl BudgetStatement for Derivation<'_> {
    fn id(&self) -> &str {
        ID
    }

    fn columns(&self) -> Vec<&str> {
        pgb::Column::ALL.map(pgb::Column::name).to_vec()
    }

    fn statement(&self, budget: &Budget<'_>) -> Result<Statement, Error> {
        let columns = pgb::Column::ALL.into_iter().map(|column| self.column(column));
        Ok(Statement {
            id: ID.into(),
            year: None,
            parties: budget.parties(),
            columns: columns.collect::<Result<_, Error>>()?,
        })
    }

    fn explain(&self, trace: &mut Trace, budget: &Budget<'_>, column: &str, party: usize) -> Result<usize, Error> {
        let found = pgb::Column::ALL.into_iter().find(|found| found.name() == column);
        let found = found.ok_or_else(|| Error::unknown("column", column, self.columns()))?;
        match found {
            pgb::Column::Pgb => self.explain_pgb(trace, budget, party),
            pgb::Column::Zin => self.explain_zin(trace, budget, party),
            pgb::Column::Uitvoeringskosten => {
                self.explain_line(trace, budget, column, self.terms.uitvoeringskosten, party)
            }
            pgb::Column::VoorliggendVeld => {
                self.explain_line(trace, budget, column, self.terms.voorliggend_veld, party)
            }
            pgb::Column::RtaBijdrage => self.explain_bijdrage(trace, budget, party),
        }
    }
}

/// What the personal budgets of each party go by.
fn shares(section: &DerivationSection, budget: &Budget<'_>) -> Result<Vec<PgbShare>, Error> {
    match &section.pgb {
        PgbBasis::Amounts(column) => Ok(budget.table().amounts(column)?.into_iter().map(PgbShare::Amount).collect()),
        PgbBasis::Shares(column) => {
            let share = |(share, printed): (Ratio, Printed)| {
                let share = PrintedPercent::new(Percent::from_ratio(share)?, Percent::from_ratio(printed.unit())?)?;
                Ok(PgbShare::Printed(share.with_mode(printed.mode())))
            };
            budget.table().figures(column, Quantity::Share)?.into_iter().map(share).collect()
        }
    }
}

/// What rounding took off a figure.
fn residue(outcome: &PgbOutcome, column: pgb::Column) -> Result<Unrounded, Error> {
    match column {
        pgb::Column::Uitvoeringskosten => Ok(outcome.uitvoeringskosten.residue),
        pgb::Column::VoorliggendVeld => Ok(outcome.voorliggend_veld.residue),
        pgb::Column::Pgb => Ok(outcome.pgb.residue),
        pgb::Column::Zin => Ok(Unrounded::ZERO),
        pgb::Column::RtaBijdrage => {
            let residues = outcome.contributions.iter().map(|(_, derived)| derived.residue);
            residues.into_iter().try_fold(Unrounded::ZERO, Unrounded::checked_add)
        }
    }
}
