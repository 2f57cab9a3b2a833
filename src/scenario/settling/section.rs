//! The statements of a pool: what every member contributes, costs, bears, has paid and still pays; each figure explained.

use super::figures::Figures;
use super::leaves::Citing;
use super::pool_year::PoolYear;
use super::region::{Region, RegionYear};
use super::round::{RoundYear, accounts_of};
use crate::error::Error;
use crate::exact::{Amount, Unplaced, Unrounded};
use crate::period::Year;
use crate::pool::{Nest, Settlement};
use crate::scenario::outcome::{Column, ColumnRole, Party, Statement};
use crate::scenario::receipt::AppliedRule;
use crate::scenario::section::Section;
use crate::trace::{Rule, Trace, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const CONTRIBUTION: &str = "contribution";
const OWN_COST: &str = "own_cost";
const TRANSFER: &str = "transfer";
const BORNE: &str = "borne";
const ALREADY_PAID: &str = "already_paid";
const BALANCE: &str = "balance";

/// One settlement of a year, or the settlement of a sub-pool that came before it.
pub(in crate::scenario) struct PoolStatement<'r, 'a> {
    pub(super) id: String,
    pub(super) region: &'r Region<'a>,
    year: usize,
    round: usize,
    /// The sub-pool; `None` for the region as a whole.
    pub(super) inner: Option<(&'r Nest<Party>, &'r Settlement<Party>)>,
    pub(super) parties: Vec<usize>,
}

impl<'a> Region<'a> {
    /// The statements of all years: for each settlement one, and one for each sub-pool by the last of these.
    pub(in crate::scenario) fn statements(&self) -> Vec<PoolStatement<'_, 'a>> {
        let mut statements = Vec::new();
        for (position, year) in self.years.iter().enumerate() {
            for round in 0..year.rounds.len() {
                statements.push(PoolStatement::of_region(self, position, round));
            }
            let last = year.rounds.len().checked_sub(1).and_then(|round| Some((round, year.rounds.get(round)?)));
            if let Some((round, settled)) = last {
                PoolStatement::add_inner(&mut statements, self, (position, round), &settled.nest, &settled.settlement);
            }
        }
        statements
    }

    /// The rules that placed cents.
    pub(in crate::scenario) fn rules(&self) -> Vec<AppliedRule> {
        let rule = |statement: PoolStatement<'_, '_>| {
            let pool = statement.nest().pool();
            AppliedRule::Pooled {
                model: *pool.model(),
                key: pool.key().name().into(),
                residual: pool.residual(),
                tie: pool.tie(),
                statement: statement.id,
            }
        };
        self.statements().into_iter().map(rule).collect()
    }

    /// What figures know the settlement of a year by: `bmwe/2015`, or with its kind where there are several.
    pub(super) fn statement_id(&self, year: &RegionYear<'_>, round: usize) -> String {
        let id = format!("{}/{}", self.outermost().id, year.year);
        if year.rounds.len() < 2 {
            return id;
        }
        let kind = year.rounds[round].kind;
        let earlier = year.rounds.iter().take(round).filter(|other| other.kind == kind).count();
        match earlier {
            0 => format!("{id}/{kind}"),
            earlier => format!("{id}/{kind}-{}", earlier.saturating_add(1)),
        }
    }
}

impl<'r, 'a> PoolStatement<'r, 'a> {
    fn of_region(region: &'r Region<'a>, year: usize, round: usize) -> PoolStatement<'r, 'a> {
        let settled = &region.years[year];
        let id = region.statement_id(settled, round);
        let parties = region.positions(&settled.rounds[round].settlement.members);
        PoolStatement { id, region, year, round, inner: None, parties }
    }

    fn add_inner(
        statements: &mut Vec<PoolStatement<'r, 'a>>,
        region: &'r Region<'a>,
        (year, round): (usize, usize),
        nest: &'r Nest<Party>,
        settlement: &'r Settlement<Party>,
    ) {
        for (inner, settled) in nest.inner().iter().zip(&settlement.inner) {
            let id = inner_id(inner.pool().name(), region.years[year].year);
            let parties = region.positions(&settled.first.members);
            statements.push(PoolStatement { id, region, year, round, inner: Some((inner, &settled.first)), parties });
            PoolStatement::add_inner(statements, region, (year, round), inner, &settled.first);
        }
    }

    pub(super) fn region_year(&self) -> &'r RegionYear<'a> {
        &self.region.years[self.year]
    }

    pub(super) fn round(&self) -> &'r RoundYear<'a> {
        &self.region_year().rounds[self.round]
    }

    /// Whether it is the last settlement of its year, which sub-pools have a statement beside.
    pub(super) fn is_last(&self) -> bool {
        self.round.checked_add(1) == Some(self.region_year().rounds.len())
    }

    /// What figures know the settlement of a sub-pool by.
    pub(super) fn id_of_inner(&self, pool: &str) -> String {
        inner_id(pool, self.region_year().year)
    }

    fn nest(&self) -> &'r Nest<Party> {
        self.inner.map_or(&self.round().nest, |(nest, _)| nest)
    }

    pub(super) fn settlement(&self) -> &'r Settlement<Party> {
        self.inner.map_or(&self.round().settlement, |(_, settlement)| settlement)
    }

    pub(super) fn pool_year(&self) -> &'r PoolYear<'a> {
        self.round().pool(self.nest().pool().name()).unwrap_or(self.round().outermost())
    }

    /// Balances are shown where something was paid before: advances, or an earlier settlement.
    fn shows_balances(&self) -> bool {
        let year = self.region_year();
        self.inner.is_none() && (year.advances.is_some() || year.rounds.len() > 1)
    }

    /// What was paid before this settlement: advances and the own clients whose cost is not shared, or without advances all
    /// own clients; and earlier balances.
    pub(super) fn already_paid(&self) -> Result<Vec<Amount>, Error> {
        let (year, settlement) = (self.region_year(), self.settlement());
        let settled = &year.settled[self.round].settled;
        let own = settlement.own_costs.iter().zip(&settlement.shared_costs);
        let paid = |(&settled, (own, shared)): (&Amount, (&Amount, &Amount))| {
            let own = if year.advances.is_some() { own.checked_sub(*shared)? } else { *own };
            settled.checked_add(own)
        };
        settled.iter().zip(own).map(paid).collect()
    }

    pub(super) fn balances(&self) -> &'r [Amount] {
        &self.region_year().settled[self.round].balances
    }

    fn row(&self, party: usize) -> usize {
        self.parties.iter().position(|&other| other == party).unwrap_or_default()
    }

    fn explain_borne(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let leaves = Citing { region: self.region, year: self.year, round: self.round };
        self.nest().explain_into(trace, &accounts_of(&self.round().pools), member, &leaves)
    }

    fn explain_own_cost(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let pool = self.pool_year();
        let all = pool.cost.series.of(member.municipality, pool.year).iter().collect::<Vec<_>>();
        pool.cost.explain(trace, &format!("own cost, {member}"), &all)
    }

    fn explain_contribution(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let pool = self.pool_year();
        match &pool.contribution {
            Some(figures) => {
                figures.explain(trace, &format!("contribution, {member}"), &figures.inside(member, pool.year))
            }
            None => {
                Ok(trace.given(&format!("contribution, {member}"), Value::Amount(Amount::ZERO), "none is declared"))
            }
        }
    }

    fn explain_transfer(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let borne = self.explain_borne(trace, member)?;
        let own = self.explain_own_cost(trace, member)?;
        trace.compute(&format!("transfer, {member}"), Rule::Less, &[borne, own])
    }

    /// The advance or the own cost, and the balance of every earlier settlement; each of these is explained once.
    fn explain_already_paid(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let mut balances = Vec::new();
        for round in 0..self.round {
            let earlier = PoolStatement::of_region(self.region, self.year, round);
            let paid = earlier.explain_paid_with(trace, member, &balances)?;
            balances.push(earlier.explain_balance_after(trace, member, paid)?);
        }
        self.explain_paid_with(trace, member, &balances)
    }

    fn explain_paid_with(&self, trace: &mut Trace, member: &Party, balances: &[usize]) -> Result<usize, Error> {
        let pool = self.pool_year();
        let mut inputs = match &pool.advances {
            Some(figures) => {
                let advance =
                    figures.explain(trace, &format!("advance, {member}"), &figures.inside(member, pool.year))?;
                let outside = pool.cost.outside(member, pool.year);
                let mut inputs = Vec::from([advance]);
                if !outside.is_empty() {
                    let label = format!("cost that is not shared, {member}");
                    inputs.push(pool.cost.explain(trace, &label, &outside)?);
                }
                inputs
            }
            None => Vec::from([self.explain_own_cost(trace, member)?]),
        };
        inputs.extend(balances);
        match inputs.as_slice() {
            [one] => Ok(*one),
            several => trace.compute(&format!("already paid, {member}"), Rule::Sum, several),
        }
    }

    fn explain_balance(&self, trace: &mut Trace, member: &Party) -> Result<usize, Error> {
        let paid = self.explain_already_paid(trace, member)?;
        self.explain_balance_after(trace, member, paid)
    }

    fn explain_balance_after(&self, trace: &mut Trace, member: &Party, paid: usize) -> Result<usize, Error> {
        let borne = self.explain_borne(trace, member)?;
        trace.compute(&format!("balance, {member}"), Rule::Less, &[borne, paid])
    }
}

impl Section for PoolStatement<'_, '_> {
    fn id(&self) -> &str {
        &self.id
    }

    fn columns(&self) -> Vec<&str> {
        let mut columns = Vec::new();
        if self.pool_year().contribution.is_some() {
            columns.push(CONTRIBUTION);
        }
        columns.extend([OWN_COST, TRANSFER, BORNE]);
        if self.shows_balances() {
            columns.extend([ALREADY_PAID, BALANCE]);
        }
        columns
    }

    fn parties(&self) -> &[usize] {
        &self.parties
    }

    fn statement(&self) -> Result<Statement, Error> {
        let settled = self.settlement();
        let already_paid = if self.shows_balances() { self.already_paid()? } else { Vec::new() };
        let column = |name: &str| match name {
            CONTRIBUTION => Column::given(name, ColumnRole::Memo, &settled.contributions),
            OWN_COST => Column::given(name, ColumnRole::Part, &settled.own_costs),
            TRANSFER => Column::given(name, ColumnRole::Part, &settled.transfers),
            BORNE => Ok(Column {
                residues: residues(&settled.residues)?,
                ..Column::given(name, ColumnRole::Total, &settled.borne)?
            }),
            ALREADY_PAID => Column::given(name, ColumnRole::Memo, &already_paid),
            _ => Column::given(name, ColumnRole::Memo, self.balances()),
        };
        let columns = self.columns().into_iter().map(column).collect::<Result<_, Error>>()?;
        let year = Some(self.region_year().year);
        Ok(Statement { id: self.id.clone(), year, parties: self.parties.clone(), columns })
    }

    fn explain(&self, trace: &mut Trace, column: &str, party: usize) -> Result<usize, Error> {
        let member = &self.settlement().members[self.row(party)];
        match column {
            CONTRIBUTION => self.explain_contribution(trace, member),
            OWN_COST => self.explain_own_cost(trace, member),
            TRANSFER => self.explain_transfer(trace, member),
            BORNE => self.explain_borne(trace, member),
            ALREADY_PAID => self.explain_already_paid(trace, member),
            _ => self.explain_balance(trace, member),
        }
    }
}

fn inner_id(pool: &str, year: Year) -> String {
    format!("{pool}/{year}")
}

/// What placing took off each exact share; nothing where every share is whole cents.
fn residues(column: &Unplaced) -> Result<Vec<Unrounded>, Error> {
    let residues = (0..column.len()).map(|row| column.row(row)).collect::<Result<Vec<_>, Error>>()?;
    let any = residues.iter().any(|residue| *residue != Unrounded::ZERO);
    Ok(if any { residues } else { Vec::new() })
}

/// Where a figure of a series stands in a trace.
pub(super) fn explain_sum(
    figures: &Figures<'_>,
    trace: &mut Trace,
    label: &str,
    member: &Party,
    year: Year,
) -> Result<usize, Error> {
    figures.explain(trace, &format!("{label}, {member}"), &figures.inside(member, year))
}
