//! What comes out of a contract beside its statements, as plain data.

use super::contract_year::Payments;
use super::task_year::TaskYear;
use crate::exact::Amount;
use crate::financing::effort::{Ceiling, CeilingUse};
use crate::financing::product::Variant;
use crate::financing::task::{LumpSumYear, Penalised, Settlement, ShadowCost};
use crate::period::Year;
use alloc::string::String;
use alloc::vec::Vec;

/// A contract in a year.
///
/// Dutch: *contractjaar*. What every municipality pays is in the statement of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ContractOutcome {
    /// The statement with the amounts; that of the months has `/months` behind it.
    pub statement: String,
    /// The id of the contract.
    pub contract: String,
    /// Who is paid.
    pub provider: String,
    /// The year.
    pub year: Year,
    /// How many lines were booked, credits included.
    pub lines: usize,
    /// What is paid for each product that is not part of a task.
    pub products: Vec<ProductOutcome>,
    /// What became of the task, where there is one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub task: Option<TaskOutcome>,
}

/// A product that is paid by effort or by output.
///
/// Dutch: *gedeclareerd product*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ProductOutcome {
    /// The id of the product.
    pub product: String,
    /// How it is financed.
    pub variant: Variant,
    /// What was invoiced.
    pub invoiced: Amount,
    /// What became of its ceiling, where it has one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub ceiling: Option<CeilingOutcome>,
}

/// A ceiling and its use.
///
/// Dutch: *benutting van het plafond*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CeilingOutcome {
    /// What was agreed.
    pub ceiling: Ceiling,
    /// What came of it: the day on which it was reached, what lies beyond, who bears that.
    pub used: CeilingUse,
}

/// A task in a year.
///
/// Dutch: *taak*, *taakbudget*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TaskOutcome {
    /// The products that it is about.
    pub products: Vec<String>,
    /// The lump sum, step by step.
    pub lump_sum: LumpSumYear,
    /// The key by which it is divided.
    pub key: String,
    /// What reported care would have cost, for each party: to compare, never to pay.
    pub shadow: Vec<ShadowCost>,
    /// What the corridor settles; `None` where nothing was reported.
    pub settlement: Option<Settlement>,
    /// The penalties.
    pub penalties: Vec<PenaltyOutcome>,
}

/// A penalty.
///
/// Dutch: *malus*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PenaltyOutcome {
    /// What for.
    pub reason: String,
    /// What it comes to.
    pub penalised: Penalised,
}

impl Payments<'_> {
    /// What came of every contract in every year.
    pub(in crate::scenario) fn outcomes(&self) -> Result<Vec<ContractOutcome>, crate::error::Error> {
        let outcome = |year: &super::contract_year::ContractYear<'_>| {
            let contract = &self.agreed.contracts[year.contract];
            let products = year.products.iter().map(|product| {
                let agreed = &contract.products[product.product];
                let ceiling = product.ceiling.as_ref();
                Ok(ProductOutcome {
                    product: agreed.product.id.clone(),
                    variant: agreed.section.variant,
                    invoiced: Amount::sum(&product.invoiced)?,
                    ceiling: ceiling.map(|one| CeilingOutcome { ceiling: one.ceiling, used: one.used.clone() }),
                })
            });
            let of_task = contract.products.iter().filter(|product| product.section.variant == Variant::TaskBased);
            let of_task = of_task.map(|product| product.product.id.clone()).collect();
            Ok(ContractOutcome {
                statement: self.id(year),
                contract: contract.section.id.clone(),
                provider: contract.section.provider.clone(),
                year: year.year,
                lines: year.lines.len(),
                products: products.collect::<Result<_, crate::error::Error>>()?,
                task: year.task.as_ref().map(|task| task_outcome(task, of_task)),
            })
        };
        self.years.iter().map(outcome).collect()
    }
}

fn task_outcome(task: &TaskYear<'_>, products: Vec<String>) -> TaskOutcome {
    let penalties = task.penalties.iter();
    let penalties = penalties
        .map(|penalty| PenaltyOutcome { reason: penalty.section.reason.clone(), penalised: penalty.penalised })
        .collect();
    TaskOutcome {
        products,
        lump_sum: task.lump_sum.clone(),
        key: task.key.key().name().into(),
        shadow: task.shadow.clone(),
        settlement: task.settled.as_ref().map(|settled| settled.settlement.clone()),
        penalties,
    }
}
