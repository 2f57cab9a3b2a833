//! What it costs that care of a task turns up elsewhere.

use super::demand::Demand;
use super::outcome::Outcome;
use super::terms::Terms;
use crate::error::Error;
use crate::exact::{Amount, Unrounded};
use alloc::vec::Vec;

/// What leakage costs the municipalities, and what providers gain by it.
///
/// The provider of the task delivers less for its lump sum; what turns up elsewhere is paid there, on top. Always: what
/// municipalities pay more is what providers gain and what care costs more (`leaked_care_is_paid_for`).
/// Dutch: *waterbedeffect*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Ratio, Rounding, Split, Weights};
/// use taakgericht::financing::comparison::{
///     AgreedProducts, Agreement, Demand, DemandColumns, Extent, Financing, Leakage, LeakageEffect, LeakedPrice, Task,
///     Terms,
/// };
/// use taakgericht::financing::task::Corridor;
/// let extent = Extent { municipalities: 1, providers: 2, products: 1 };
/// let demand = Demand::new(extent, DemandColumns {
///     municipalities: vec![0],
///     providers: vec![0],
///     products: vec![0],
///     volumes: vec![100],
///     tariffs: vec![Ratio::integer(10_000)],
///     cost_prices: vec![Ratio::integer(9_500)],
///     results: vec![0],
///     prices_per_result: vec![Ratio::ZERO],
///     invoice_lines: vec![0],
///     delivered: vec![],
///     begun: vec![],
/// })?;
/// let task = Task {
///     lump_sum: Amount::from_euros(10_000)?,
///     corridor: Corridor::none(),
///     rounding: Rounding::HALF_UP_CENT,
///     key: Weights::equal(1)?,
///     leakage: Some(Leakage {
///         share: Percent::parse("8")?,
///         provider: 1,
///         price: LeakedPrice::PerUnit { tariff: Ratio::integer(12_000), cost_price: Ratio::integer(11_000) },
///     }),
/// };
/// let agreement = Agreement { provider: 0, products: AgreedProducts::All, financing: Financing::Task(task) };
/// let terms = Terms::new(extent, vec![agreement], Split::default())?;
/// let effect = LeakageEffect::new(&demand, &terms)?;
/// assert_eq!(effect.paid_more, Amount::from_euros(960)?); // 8 units at 120
/// let gains: Vec<String> = effect.providers.iter().map(|gain| gain.to_string()).collect();
/// assert_eq!(gains, ["760", "80"]); // 8 units of 95 not delivered; 8 units at 120 that cost 110
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeakageEffect {
    /// What each municipality pays more than if nothing leaked.
    pub municipalities: Vec<Amount>,
    /// What all pay more.
    pub paid_more: Amount,
    /// What each provider keeps more, exact.
    pub providers: Vec<Unrounded>,
    /// What delivering the care costs more, exact.
    pub cost: Unrounded,
}

impl LeakageEffect {
    /// The effect of all leakage in the terms.
    ///
    /// # Errors
    /// As for [`Outcome::new`].
    pub fn new(demand: &Demand, terms: &Terms) -> Result<LeakageEffect, Error> {
        let leaking = Outcome::new(demand, terms)?;
        let sealed = Outcome::new(demand, &terms.without_leakage())?;
        let gains = leaking.providers.iter().zip(&sealed.providers);
        let gains = gains.map(|(with, without)| with.exact_result()?.checked_sub(without.exact_result()?));
        let effect = LeakageEffect {
            municipalities: paid_more(&sealed, &leaking)?,
            paid_more: leaking.paid.checked_sub(sealed.paid)?,
            providers: gains.collect::<Result<_, Error>>()?,
            cost: leaking.cost()?.checked_sub(sealed.cost()?)?,
        };
        let gained = effect.providers.iter().try_fold(effect.cost, |sum, &gain| sum.checked_add(gain))?;
        assert_eq!(gained, effect.paid_more.into(), "leaked_care_is_paid_for");
        Ok(effect)
    }
}

/// What each municipality pays more after than before.
pub(super) fn paid_more(before: &Outcome, after: &Outcome) -> Result<Vec<Amount>, Error> {
    let pairs = after.municipalities.iter().zip(&before.municipalities);
    pairs.map(|(after, &before)| after.checked_sub(before)).collect()
}
