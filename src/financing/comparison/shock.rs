//! Who bears it when care turns out to be more, or to cost more.

use super::demand::Demand;
use super::leakage::paid_more;
use super::outcome::Outcome;
use super::terms::Terms;
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Unrounded};
use crate::financing::prove;
use alloc::vec::Vec;

/// What turns out otherwise; lump sums and ceilings stay as they were agreed, and care is delivered on the same days, so that a
/// ceiling is reached earlier when there is more of it.
///
/// Dutch: *schok*, *volumerisico*, *prijsrisico*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Shock {
    /// So much more is delivered: volumes, results and invoice lines alike. Volumes need not stay whole.
    Volume(Percent),
    /// Care costs so much more, and its price rises by so much: there is no default for the second.
    Price {
        /// How much more a unit costs the provider.
        cost_price: Percent,
        /// How much of that the contract passes on, as a rise of tariffs and prices per result; 0% for prices that are fixed.
        tariff: Percent,
    },
}

/// Who bears a shock. Always: what municipalities pay more and what providers bear is what care costs more
/// (`shock_is_borne_once`).
///
/// Dutch: *risicoverdeling*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Ratio, Rounding, Weights};
/// use taakgericht::financing::comparison::{Demand, DemandColumns, Extent, Financing, Shock, Shocked, Task, Terms};
/// use taakgericht::financing::task::Corridor;
/// let extent = Extent { municipalities: 1, providers: 1, products: 1 };
/// let demand = Demand::new(extent, DemandColumns {
///     municipalities: vec![0],
///     providers: vec![0],
///     products: vec![0],
///     volumes: vec![100_000],
///     tariffs: vec![Ratio::integer(10_000)],
///     cost_prices: vec![Ratio::integer(10_000)],
///     results: vec![0],
///     prices_per_result: vec![Ratio::ZERO],
///     invoice_lines: vec![0],
///     delivered: vec![],
///     begun: vec![],
/// })?;
/// let task = Task {
///     lump_sum: Amount::from_euros(10_000_000)?,
///     corridor: Corridor::flat(Percent::parse("5")?, Percent::parse("50")?)?,
///     rounding: Rounding::HALF_UP_CENT,
///     key: Weights::equal(1)?,
///     leakage: None,
/// };
/// let shocked = |financing| {
///     let terms = Terms::alike(extent, &financing)?;
///     Shocked::new(&demand, &terms, Shock::Volume(Percent::parse("8")?))
/// };
/// let (effort, task) = (shocked(Financing::Effort(None))?, shocked(Financing::Task(task))?);
/// assert_eq!(effort.extra_cost.to_string(), "800000");
/// assert_eq!(effort.municipality_share, Some(Ratio::ONE)); // all volume risk
/// assert_eq!(task.paid_more, Amount::from_euros(150_000)?);
/// assert_eq!(task.borne_by_providers.to_string(), "650000");
/// assert_eq!(task.municipality_share, Some(Ratio::new(3, 16)?));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Shocked {
    /// What it was.
    pub before: Outcome,
    /// What it becomes.
    pub after: Outcome,
    /// What delivering care costs more, exact; below zero less.
    pub extra_cost: Unrounded,
    /// What each municipality pays more.
    pub municipalities: Vec<Amount>,
    /// What all municipalities pay more.
    pub paid_more: Amount,
    /// By how much the result of each provider falls, exact.
    pub providers: Vec<Unrounded>,
    /// What all providers bear.
    pub borne_by_providers: Unrounded,
    /// The share of the extra cost that municipalities bear: above 1 when providers gain by the shock; none without extra cost.
    pub municipality_share: Option<Ratio>,
}

impl Shock {
    /// The demand as it turns out.
    ///
    /// # Errors
    /// `OutOfRange` for a shock of -100% or less; `Overflow` out of range.
    pub fn strike(self, demand: &Demand) -> Result<Demand, Error> {
        match self {
            Shock::Volume(more) => demand.at_volume(multiple("a volume shock", more)?),
            Shock::Price { cost_price, tariff } => demand
                .at_prices(multiple("a shock of tariffs", tariff)?, multiple("a shock of cost prices", cost_price)?),
        }
    }
}

fn multiple(what: &str, more: Percent) -> Result<Ratio, Error> {
    prove::change(what, more)?;
    Ratio::ONE.checked_add(more.ratio())
}

impl Shocked {
    /// Who bears a shock under given terms.
    ///
    /// # Errors
    /// As for [`Shock::strike`] and [`Outcome::new`].
    pub fn new(demand: &Demand, terms: &Terms, shock: Shock) -> Result<Shocked, Error> {
        Shocked::since(&Outcome::new(demand, terms)?, demand, terms, shock)
    }

    /// The same where the outcome before the shock is known already, as for several shocks of one demand under the same terms.
    ///
    /// # Errors
    /// As for [`Shocked::new`].
    pub fn since(before: &Outcome, demand: &Demand, terms: &Terms, shock: Shock) -> Result<Shocked, Error> {
        let after = Outcome::new(&shock.strike(demand)?, terms)?;
        let extra_cost = after.cost()?.checked_sub(before.cost()?)?;
        let paid_in_all = after.paid.checked_sub(before.paid)?;
        let falls = before.providers.iter().zip(&after.providers);
        let falls = falls.map(|(before, after)| before.exact_result()?.checked_sub(after.exact_result()?));
        let providers = falls.collect::<Result<Vec<_>, Error>>()?;
        let borne_by_providers = providers.iter().try_fold(Unrounded::ZERO, |sum, &fall| sum.checked_add(fall))?;
        let borne = borne_by_providers.checked_add(paid_in_all.into())?;
        assert_eq!(borne, extra_cost, "shock_is_borne_once");
        Ok(Shocked {
            municipalities: paid_more(before, &after)?,
            municipality_share: share(paid_in_all, extra_cost)?,
            paid_more: paid_in_all,
            before: before.clone(),
            after,
            extra_cost,
            providers,
            borne_by_providers,
        })
    }
}

fn share(paid_more: Amount, extra_cost: Unrounded) -> Result<Option<Ratio>, Error> {
    if extra_cost == Unrounded::ZERO {
        return Ok(None);
    }
    Unrounded::from(paid_more).cents()?.checked_div(extra_cost.cents()?).map(Some)
}
