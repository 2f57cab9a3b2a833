//! What running each variant costs: invoices, results, contracts.

use super::demand::{Demand, Line};
use super::terms::{Agreement, Financing, Task, Terms};
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use alloc::format;
use alloc::vec::Vec;

/// What it costs to run agreements, whoever bears it; it is no part of what is paid for care. The caller spells out every rate.
///
/// Dutch: *uitvoeringslasten*, *administratieve lasten*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio};
/// use taakgericht::financing::comparison::{Administration, Demand, DemandColumns, Extent, Financing, MonthlyRates, Terms};
/// let extent = Extent { municipalities: 1, providers: 1, products: 1 };
/// let demand = Demand::new(extent, DemandColumns {
///     municipalities: vec![0],
///     providers: vec![0],
///     products: vec![0],
///     volumes: vec![100],
///     tariffs: vec![Ratio::integer(10_000)],
///     cost_prices: vec![Ratio::integer(9_500)],
///     results: vec![5],
///     prices_per_result: vec![Ratio::integer(210_000)],
///     invoice_lines: vec![24],
///     delivered: vec![],
///     begun: vec![],
/// })?;
/// let administration = Administration {
///     per_invoice_line: Amount::from_cents(350),
///     per_result: Amount::from_euros(20)?,
///     per_month: MonthlyRates { effort: Amount::EURO, output: Amount::EURO, task: Amount::from_euros(40)? },
///     months: 12,
/// };
/// let cost = |financing| administration.cost(&demand, &Terms::alike(extent, &financing)?);
/// assert_eq!(cost(Financing::Effort(None))?[0].amount.to_string(), "96.00"); // 24 × 3.50 + 12 × 1
/// assert_eq!(cost(Financing::Output)?[0].amount.to_string(), "112.00"); // 5 × 20 + 12 × 1
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Administration {
    /// An invoice line of care by effort, care that leaked from a task included.
    pub per_invoice_line: Amount,
    /// Establishing a result of care by output.
    pub per_result: Amount,
    /// Managing a contract for a month.
    pub per_month: MonthlyRates,
    /// For how many months.
    pub months: u8,
}

/// What managing a contract costs a month, by variant.
///
/// Dutch: *contractmanagement*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct MonthlyRates {
    /// By effort.
    pub effort: Amount,
    /// By output.
    pub output: Amount,
    /// As a task.
    pub task: Amount,
}

impl Administration {
    /// What running each agreement costs, half up to the cent.
    ///
    /// # Errors
    /// `OutOfRange` for a rate below zero; `Length` and `Missing` as for [`super::Outcome::new`]; `Overflow` out of range.
    pub fn cost(&self, demand: &Demand, terms: &Terms) -> Result<Vec<Rounded>, Error> {
        self.prove()?;
        let mut costs = Vec::new();
        for (position, (agreement, lines)) in terms.agreements().iter().zip(terms.lines(demand)?).enumerate() {
            let cost = self.of_agreement(agreement, demand, &lines);
            costs.push(cost.map_err(|error| error.within(format!("agreement {position}")))?);
        }
        Ok(costs)
    }

    fn of_agreement(&self, agreement: &Agreement, demand: &Demand, lines: &[usize]) -> Result<Rounded, Error> {
        let mut cost = times(self.monthly(&agreement.financing), Ratio::integer(self.months.into()))?;
        for &line in lines {
            cost = cost.checked_add(self.of_line(&agreement.financing, &demand.line(line)?)?)?;
        }
        Rounding::HALF_UP_CENT.round(cost)
    }

    const fn monthly(&self, financing: &Financing) -> Amount {
        match financing {
            Financing::Effort(_) => self.per_month.effort,
            Financing::Output => self.per_month.output,
            Financing::Task(_) => self.per_month.task,
        }
    }

    fn of_line(&self, financing: &Financing, line: &Line) -> Result<Unrounded, Error> {
        match financing {
            Financing::Effort(_) => times(self.per_invoice_line, line.invoice_lines),
            Financing::Output => times(self.per_result, line.results),
            Financing::Task(Task { leakage: Some(leakage), .. }) => {
                times(self.per_invoice_line, line.invoice_lines)?.percent(leakage.share)
            }
            Financing::Task(_) => Ok(Unrounded::ZERO),
        }
    }

    fn prove(&self) -> Result<(), Error> {
        let rates = [
            ("a rate per invoice line", self.per_invoice_line),
            ("a rate per result", self.per_result),
            ("a rate per month by effort", self.per_month.effort),
            ("a rate per month by output", self.per_month.output),
            ("a rate per month for a task", self.per_month.task),
        ];
        rates.into_iter().try_for_each(|(what, rate)| prove::not_negative(what, rate))
    }
}

fn times(rate: Amount, count: Ratio) -> Result<Unrounded, Error> {
    Unrounded::from(rate).times(count)
}
