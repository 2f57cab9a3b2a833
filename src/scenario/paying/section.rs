//! The statements of a contract: what each municipality pays in a year, by what; and month by month.

use super::contract_year::{ContractYear, Payments};
use super::task_year;
use crate::error::Error;
use crate::exact::{Amount, Rounding};
use crate::period::Month;
use crate::scenario::outcome::{Column, ColumnRole, Statement};
use crate::scenario::receipt::AppliedRule;
use crate::scenario::section::Section;
use crate::trace::Trace;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) const TASK: &str = "task";
pub(super) const CEILING: &str = "ceiling";
pub(super) const CORRIDOR: &str = "corridor";
pub(super) const PENALTY: &str = "penalty";
pub(super) const SETTLEMENT: &str = "settlement";
pub(super) const PAID: &str = "paid";

/// A statement of a contract in a year.
pub(in crate::scenario) struct ContractStatement<'r, 'a> {
    id: String,
    pub(super) payments: &'r Payments<'a>,
    pub(super) year: &'r ContractYear<'a>,
    columns: Vec<(String, Figure)>,
    parties: Vec<usize>,
}

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// What was invoiced of a product, by its position among those of the year.
    Product(usize),
    /// The lump sum.
    Task,
    /// What lies beyond ceilings, for the provider.
    Ceiling,
    /// What is settled because care deviated from the lump sum.
    Corridor,
    /// What the provider forfeits.
    Penalty,
    /// What is paid in a month, by its position.
    Month(usize),
    /// Ceilings, corridor and penalties together.
    Settlement,
    /// All of it.
    Paid,
}

impl<'a> Payments<'a> {
    /// For each contract and year what is paid by what, and month by month.
    pub(in crate::scenario) fn statements(&self) -> Vec<ContractStatement<'_, 'a>> {
        self.years.iter().flat_map(|year| [self.by_product(year), self.by_month(year)]).collect()
    }

    /// The rules that rounded lines and placed cents.
    pub(in crate::scenario) fn rules(&self) -> Vec<AppliedRule> {
        let mut rules = Vec::new();
        for year in &self.years {
            let statement = self.id(year);
            if !year.lines.is_empty() {
                rules.push(AppliedRule::Declared { statement: statement.clone(), rounding: Rounding::HALF_UP_CENT });
            }
            if let Some(task) = &year.task {
                let key = task.key.key().name().into();
                let lump_sum = task.section.lump_sum.rounding;
                let (settlement, split) = (task_year::SETTLEMENT, task_year::split());
                rules.push(AppliedRule::Tasked { statement, lump_sum, settlement, key, split });
            }
        }
        rules
    }

    /// What figures know a contract in a year by: `noord/2026`.
    pub(super) fn id(&self, year: &ContractYear<'_>) -> String {
        format!("{}/{}", self.agreed.contracts[year.contract].section.id, year.year)
    }

    fn by_product<'r>(&'r self, year: &'r ContractYear<'a>) -> ContractStatement<'r, 'a> {
        let contract = &self.agreed.contracts[year.contract];
        let products = year.products.iter().enumerate();
        let mut columns: Vec<(String, Figure)> = products
            .map(|(position, product)| {
                (contract.products[product.product].product.id.clone(), Figure::Product(position))
            })
            .collect();
        let mut add = |is_there: bool, name: &str, figure| {
            if is_there {
                columns.push((name.into(), figure));
            }
        };
        add(year.products.iter().any(|product| product.ceiling.is_some()), CEILING, Figure::Ceiling);
        if let Some(task) = &year.task {
            add(true, TASK, Figure::Task);
            add(task.settled.is_some(), CORRIDOR, Figure::Corridor);
            add(!task.penalties.is_empty(), PENALTY, Figure::Penalty);
        }
        add(true, PAID, Figure::Paid);
        self.statement(self.id(year), year, columns)
    }

    fn by_month<'r>(&'r self, year: &'r ContractYear<'a>) -> ContractStatement<'r, 'a> {
        let months = year.months.iter().enumerate();
        let mut columns: Vec<(String, Figure)> =
            months.map(|(position, month)| (Month::to_string(month), Figure::Month(position))).collect();
        if year.is_settled() {
            columns.push((SETTLEMENT.into(), Figure::Settlement));
        }
        columns.push((PAID.into(), Figure::Paid));
        self.statement(format!("{}/months", self.id(year)), year, columns)
    }

    fn statement<'r>(
        &'r self,
        id: String,
        year: &'r ContractYear<'a>,
        columns: Vec<(String, Figure)>,
    ) -> ContractStatement<'r, 'a> {
        ContractStatement { id, payments: self, year, columns, parties: (0..self.parties.len()).collect() }
    }
}

impl ContractStatement<'_, '_> {
    fn amount(&self, figure: Figure, party: usize) -> Result<Amount, Error> {
        let year = self.year;
        match figure {
            Figure::Product(position) => Ok(year.products[position].invoiced[party]),
            Figure::Task => Ok(year.task.as_ref().map_or(Amount::ZERO, |task| task.parts[party])),
            Figure::Ceiling => year.ceilings(party),
            Figure::Corridor => year.task.as_ref().map_or(Ok(Amount::ZERO), |task| task.corridor(party)),
            Figure::Penalty => year.task.as_ref().map_or(Ok(Amount::ZERO), |task| task.penalty(party)),
            Figure::Month(position) => Ok(year.monthly[party][position]),
            Figure::Settlement => year.settlement(party),
            Figure::Paid => year.paid(party),
        }
    }

    /// The figures that are added up to what is paid.
    pub(super) fn parts(&self) -> impl Iterator<Item = Figure> + '_ {
        self.columns.iter().map(|&(_, figure)| figure).filter(|&figure| figure != Figure::Paid)
    }
}

impl Section for ContractStatement<'_, '_> {
    fn id(&self) -> &str {
        &self.id
    }

    fn columns(&self) -> Vec<&str> {
        self.columns.iter().map(|(name, _)| name.as_str()).collect()
    }

    fn parties(&self) -> &[usize] {
        &self.parties
    }

    fn statement(&self) -> Result<Statement, Error> {
        let column = |(name, figure): &(String, Figure)| {
            let role = if *figure == Figure::Paid { ColumnRole::Total } else { ColumnRole::Part };
            let amounts = self.parties.iter().map(|&party| self.amount(*figure, party));
            Column::given(name, role, &amounts.collect::<Result<Vec<_>, Error>>()?)
        };
        let columns = self.columns.iter().map(column).collect::<Result<_, Error>>()?;
        Ok(Statement { id: self.id.clone(), year: Some(self.year.year), parties: self.parties.clone(), columns })
    }

    fn explain(&self, trace: &mut Trace, column: &str, party: usize) -> Result<usize, Error> {
        let figure = self.columns.iter().find(|(name, _)| name == column).map_or(Figure::Paid, |&(_, figure)| figure);
        super::explain::explain(self, trace, figure, party)
    }
}
