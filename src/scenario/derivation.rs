//! The derivation section, resolved: from the streams to the RTA bijdrage, beside the published columns.

use super::budget::Budget;
use super::model::{DerivationSection, PgbBasis};
use super::outcome::{Column, ColumnRole, Comparison, ImpliedShare, Statement};
use crate::budget::PrintedPercent;
use crate::budget::pgb::{self, PgbOutcome, PgbShare, PgbTerms, Stage};
use crate::budget::waterfall::Role;
use crate::error::{Error, Errors};
use crate::exact::{Amount, Percent, Ratio, Unrounded, decimal};
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The name of the statement.
pub(super) const ID: &str = "derivation";

/// The derived figures of every party.
pub(super) struct Derivation<'a> {
    section: &'a DerivationSection,
    terms: PgbTerms,
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
        let derived = terms.derive(&budget.streams, &shares(section, budget)?);
        let outcomes = derived.map_err(|error| error.with_labels(|party| budget.name(party).to_string()))?;
        Ok(Derivation { section, terms, outcomes })
    }

    /// The derived columns.
    pub(super) fn statement(&self) -> Result<Statement, Error> {
        let columns = pgb::Column::ALL.into_iter().map(|column| self.column(column));
        Ok(Statement { id: ID.into(), year: None, columns: columns.collect::<Result<_, Error>>()? })
    }

    fn column(&self, column: pgb::Column) -> Result<Column, Error> {
        let amounts: Vec<Amount> = self.outcomes.iter().map(|outcome| outcome.amount(column)).collect();
        let role = match column.role() {
            Role::Part => ColumnRole::Part,
            Role::Memo => ColumnRole::Memo,
        };
        let residues =
            self.outcomes.iter().map(|outcome| residue(outcome, column)).collect::<Result<Vec<_>, Error>>()?;
        let rounded = residues.iter().any(|residue| *residue != Unrounded::ZERO);
        let given = Column::given(column.name(), role, &amounts)?;
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

    /// Explains a figure of a party; returns its position in the trace.
    pub(super) fn explain(
        &self,
        trace: &mut Trace,
        budget: &Budget<'_>,
        name: &str,
        party: usize,
    ) -> Result<usize, Error> {
        let column = pgb::Column::ALL.into_iter().find(|column| column.name() == name);
        match column {
            Some(pgb::Column::Uitvoeringskosten) => {
                self.explain_line(trace, budget, name, self.terms.uitvoeringskosten, party)
            }
            Some(pgb::Column::VoorliggendVeld) => {
                self.explain_line(trace, budget, name, self.terms.voorliggend_veld, party)
            }
            Some(pgb::Column::Zin) => self.explain_zin(trace, budget, party),
            Some(pgb::Column::RtaBijdrage) => self.explain_bijdrage(trace, budget, party),
            Some(pgb::Column::Pgb) | None => self.explain_pgb(trace, budget, party),
        }
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
        let amount = self.outcomes.get(party).map_or(Amount::ZERO, |outcome| outcome.pgb.amount);
        let label = budget.label("pgb", party);
        match &self.section.pgb {
            PgbBasis::Amounts(column) => {
                Ok(trace.given(&label, Value::Amount(amount), &budget.table().place(column, party)))
            }
            PgbBasis::Shares(column) => {
                let awbz = budget.explain_stream(trace, &self.terms.awbz, party)?;
                let left = self.explain_left_for_care(trace)?;
                let share = budget.table().figures(column)?.get(party).copied().unwrap_or(Ratio::ZERO);
                let share = trace.given(column, Value::Share(share), &budget.table().place(column, party));
                let exact = trace.compute("pgb before rounding", Rule::Times, &[awbz, left, share])?;
                trace.compute(&label, Rule::Round(self.terms.rounding), &[exact])
            }
        }
    }

    fn explain_zin(&self, trace: &mut Trace, budget: &Budget<'_>, party: usize) -> Result<usize, Error> {
        let awbz = budget.explain_stream(trace, &self.terms.awbz, party)?;
        let pgb = self.explain_pgb(trace, budget, party)?;
        trace.compute(&budget.label("zin", party), Rule::Less, &[awbz, pgb])
    }

    fn explain_bijdrage(&self, trace: &mut Trace, budget: &Budget<'_>, party: usize) -> Result<usize, Error> {
        let left = self.explain_left_for_care(trace)?;
        let pgb = self.explain_pgb(trace, budget, party)?;
        let names: Vec<String> = match self.terms.stage {
            Stage::PerStream => budget.streams.all().iter().map(|stream| stream.name.clone()).collect(),
            Stage::OnTotal => alloc::vec!["total".to_string()],
        };
        let mut inputs = Vec::new();
        for name in &names {
            let whole = budget.explain(trace, name, party)?;
            let mut exact = trace.compute(&format!("{name} left for care"), Rule::Times, &[whole, left])?;
            if *name == self.terms.awbz || self.terms.stage == Stage::OnTotal {
                exact = trace.compute(&format!("{name} left for care, less pgb"), Rule::Less, &[exact, pgb])?;
            }
            let rounding = Rule::Round(self.terms.rounding);
            inputs.push(trace.compute(&format!("contribution from {name}"), rounding, &[exact])?);
        }
        trace.compute(&budget.label("rta_bijdrage", party), Rule::Sum, &inputs)
    }

    /// The rules that rounded, in words.
    pub(super) fn rule(&self) -> String {
        let (rounding, stage) = (self.terms.rounding, self.terms.stage);
        format!(
            "{ID}: rounded {} to multiples of {}, the RTA bijdrage {}",
            rounding.mode(),
            rounding.unit(),
            stage.name()
        )
    }
}

/// What the personal budgets of each party go by.
fn shares(section: &DerivationSection, budget: &Budget<'_>) -> Result<Vec<PgbShare>, Error> {
    match &section.pgb {
        PgbBasis::Amounts(column) => Ok(budget.table().amounts(column)?.into_iter().map(PgbShare::Amount).collect()),
        PgbBasis::Shares(column) => {
            let percent = |share: Ratio| Percent::new(decimal::from_ratio(share.checked_mul(Ratio::integer(100))?)?);
            let unit = percent(budget.table().unit(column)?)?;
            let share = |share: Ratio| Ok(PgbShare::Printed(PrintedPercent::new(percent(share)?, unit)?));
            budget.table().figures(column)?.into_iter().map(share).collect()
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
