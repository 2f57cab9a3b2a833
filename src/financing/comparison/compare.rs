//! One demand, several cases of terms, side by side.

use super::administration::Administration;
use super::demand::Demand;
use super::outcome::Outcome;
use super::terms::Terms;
use crate::error::Error;
use crate::exact::Amount;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Terms with a name.
///
/// Dutch: *variant*.
#[derive(Clone, Copy, Debug)]
pub struct Case<'t> {
    /// What the case is called.
    pub name: &'t str,
    /// How the demand is financed.
    pub terms: &'t Terms,
}

/// What becomes of a demand in one case.
///
/// Dutch: *vergelijking*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Compared {
    /// The case.
    pub name: String,
    /// What it costs whom.
    pub outcome: Outcome,
    /// What running it costs in all; no part of what is paid for care.
    pub administration: Amount,
}

/// The same demand in each case.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio};
/// use taakgericht::financing::comparison::{
///     Administration, Case, Demand, DemandColumns, Extent, Financing, MonthlyRates, Terms, compare,
/// };
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
///     per_month: MonthlyRates { effort: Amount::ZERO, output: Amount::ZERO, task: Amount::ZERO },
///     months: 12,
/// };
/// let effort = Terms::alike(extent, &Financing::Effort(None))?;
/// let output = Terms::alike(extent, &Financing::Output)?;
/// let cases = [Case { name: "P×Q", terms: &effort }, Case { name: "output", terms: &output }];
/// let compared = compare(&demand, &cases, &administration)?;
/// assert_eq!(compared[1].outcome.paid.checked_sub(compared[0].outcome.paid)?, Amount::from_euros(500)?);
/// assert_eq!(compared[1].administration.checked_sub(compared[0].administration)?, Amount::from_euros(16)?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// As for [`Outcome::new`] and [`Administration::cost`], with the case.
pub fn compare(demand: &Demand, cases: &[Case<'_>], administration: &Administration) -> Result<Vec<Compared>, Error> {
    let compared = |case: &Case<'_>| {
        let running = administration.cost(demand, case.terms)?;
        Ok(Compared {
            name: case.name.to_string(),
            outcome: Outcome::new(demand, case.terms)?,
            administration: Amount::sum(&running.iter().map(|cost| cost.amount).collect::<Vec<_>>())?,
        })
    };
    let in_case = |case| compared(case).map_err(|error: Error| error.within(format!("case \"{}\"", case.name)));
    cases.iter().map(in_case).collect()
}
