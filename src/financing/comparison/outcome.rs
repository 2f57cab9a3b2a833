//! What a demand costs whom under given terms.

use super::bill::{Bill, LeakedBill};
use super::demand::Demand;
use super::terms::Terms;
use crate::error::Error;
use crate::exact::{Amount, Rounding, Unrounded};
use crate::financing::product::Variant;
use crate::financing::task::Settlement;
use crate::period::Date;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// What a demand costs whom under given terms. What municipalities pay is what providers receive (`paid_equals_received`).
///
/// Dutch: *uitkomst per variant*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Ratio, Rounding, Weights};
/// use taakgericht::financing::comparison::{Demand, DemandColumns, Extent, Financing, Outcome, Task, Terms};
/// use taakgericht::financing::task::Corridor;
/// let extent = Extent { municipalities: 2, providers: 1, products: 1 };
/// let demand = Demand::new(extent, DemandColumns {
///     municipalities: vec![0, 1],
///     providers: vec![0, 0],
///     products: vec![0, 0],
///     volumes: vec![60, 40], // hours
///     tariffs: vec![Ratio::integer(10_000); 2],
///     cost_prices: vec![Ratio::integer(9_500); 2],
///     results: vec![3, 2],
///     prices_per_result: vec![Ratio::integer(210_000); 2],
///     invoice_lines: vec![12, 12],
///     delivered: vec![],
///     begun: vec![],
/// })?;
/// let task = Task {
///     lump_sum: Amount::from_euros(9_000)?,
///     corridor: Corridor::flat(Percent::parse("5")?, Percent::parse("50")?)?,
///     rounding: Rounding::HALF_UP_CENT,
///     key: Weights::from_integers(&[1, 1])?,
///     leakage: None,
/// };
/// let of = |financing| Outcome::new(&demand, &Terms::alike(extent, &financing)?);
/// let euros = |amounts: [i64; 2]| amounts.map(|euros| Amount::from_cents(euros * 100));
/// assert_eq!(of(Financing::Effort(None))?.municipalities, euros([6_000, 4_000]));
/// assert_eq!(of(Financing::Output)?.municipalities, euros([6_300, 4_200]));
/// let by_task = of(Financing::Task(task))?; // 10,000 is 550 beyond the band: half of it is settled
/// assert_eq!(by_task.municipalities, [463_750, 463_750].map(Amount::from_cents));
/// assert_eq!(by_task.providers[0].result, Amount::from_cents(-22_500)); // 9,275 less 9,500
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Outcome {
    /// What each municipality pays.
    pub municipalities: Vec<Amount>,
    /// What becomes of each provider.
    pub providers: Vec<ProviderOutcome>,
    /// What is paid in all.
    pub paid: Amount,
    /// What is paid under each agreement.
    pub agreements: Vec<AgreementOutcome>,
}

/// What becomes of a provider. Always: `revenue - cost = result + residue`.
///
/// Dutch: *opbrengst*, *kosten* and *resultaat van de aanbieder*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ProviderOutcome {
    /// What it is paid.
    pub revenue: Amount,
    /// What its care costs it: delivered volume times cost price, exact.
    pub cost: Unrounded,
    /// What it keeps, half up to the cent; below zero it is a loss.
    pub result: Amount,
    /// What that rounding took off (positive) or added (negative).
    pub residue: Unrounded,
}

/// What is paid under an agreement.
///
/// Dutch: *uitkomst per afspraak*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AgreementOutcome {
    /// Which variant it is.
    pub variant: Variant,
    /// What its provider is paid under it.
    pub paid: Amount,
    /// What is paid on top for care that leaked from it.
    pub leaked: Amount,
    /// What its provider delivered beyond a ceiling without being paid.
    pub unpaid: Amount,
    /// The first day on which more was delivered than its ceiling allows; `None` when it held, and when the demand has no days.
    pub exhausted: Option<Date>,
    /// How its lump sum was settled, if it is a task.
    pub settlement: Option<Settlement>,
}

impl Outcome {
    /// What a demand costs whom under given terms.
    ///
    /// # Errors
    /// `Length` when the demand has not as many municipalities, providers and products as the terms; `Missing` for a line that
    /// no agreement takes care of; with the agreement, `Missing` for a ceiling on new care when the demand has no days, `Tie` and `Unit` as for [`crate::exact::Split::divide`], `Inexact` and
    /// `Overflow` as for [`Rounding::round`].
    pub fn new(demand: &Demand, terms: &Terms) -> Result<Outcome, Error> {
        let mut ledger = Ledger::new(demand);
        let mut agreements = Vec::new();
        for (position, lines) in terms.lines(demand)?.iter().enumerate() {
            let agreement = &terms.agreements()[position];
            let billed = Bill::new(agreement, demand, lines, terms.split()).and_then(|bill| {
                ledger.book(agreement.provider, &bill)?;
                AgreementOutcome::new(agreement.financing.variant(), bill)
            });
            agreements.push(billed.map_err(|error| error.within(format!("agreement {position}")))?);
        }
        ledger.close(agreements)
    }

    /// What care costs all providers together, exact.
    ///
    /// # Errors
    /// `Overflow` when the sum does not fit in 127 bits.
    pub fn cost(&self) -> Result<Unrounded, Error> {
        self.providers.iter().try_fold(Unrounded::ZERO, |sum, provider| sum.checked_add(provider.cost))
    }
}

impl ProviderOutcome {
    fn new(revenue: Amount, cost: Unrounded) -> Result<ProviderOutcome, Error> {
        let kept = Rounding::HALF_UP_CENT.round(Unrounded::from(revenue).checked_sub(cost)?)?;
        Ok(ProviderOutcome { revenue, cost, result: kept.amount, residue: kept.residue })
    }

    /// What it keeps, exact.
    ///
    /// # Errors
    /// `Overflow` when the difference does not fit in 127 bits.
    pub fn exact_result(&self) -> Result<Unrounded, Error> {
        Unrounded::from(self.revenue).checked_sub(self.cost)
    }
}

impl AgreementOutcome {
    fn new(variant: Variant, bill: Bill) -> Result<AgreementOutcome, Error> {
        let leaked = bill.leaked.map_or(Ok(Amount::ZERO), |leaked| Amount::sum(&leaked.paid))?;
        let paid = Amount::sum(&bill.paid)?;
        let Bill { unpaid, exhausted, settlement, .. } = bill;
        Ok(AgreementOutcome { variant, paid, leaked, unpaid, exhausted, settlement })
    }
}

/// What was paid and received so far.
struct Ledger {
    municipalities: Vec<Amount>,
    revenues: Vec<Amount>,
    costs: Vec<Unrounded>,
}

impl Ledger {
    fn new(demand: &Demand) -> Ledger {
        let extent = demand.extent();
        Ledger {
            municipalities: vec![Amount::ZERO; extent.municipalities],
            revenues: vec![Amount::ZERO; extent.providers],
            costs: vec![Unrounded::ZERO; extent.providers],
        }
    }

    fn book(&mut self, provider: usize, bill: &Bill) -> Result<(), Error> {
        self.pay(provider, &bill.paid, bill.cost)?;
        match &bill.leaked {
            Some(LeakedBill { provider, paid, cost }) => self.pay(*provider, paid, *cost),
            None => Ok(()),
        }
    }

    fn pay(&mut self, provider: usize, paid: &[Amount], cost: Unrounded) -> Result<(), Error> {
        for (sum, &amount) in self.municipalities.iter_mut().zip(paid) {
            *sum = sum.checked_add(amount)?;
        }
        self.revenues[provider] = self.revenues[provider].checked_add(Amount::sum(paid)?)?;
        self.costs[provider] = self.costs[provider].checked_add(cost)?;
        Ok(())
    }

    fn close(self, agreements: Vec<AgreementOutcome>) -> Result<Outcome, Error> {
        let paid = Amount::sum(&self.municipalities)?;
        assert_eq!(paid, Amount::sum(&self.revenues)?, "paid_equals_received");
        let providers =
            self.revenues.iter().zip(self.costs).map(|(&revenue, cost)| ProviderOutcome::new(revenue, cost));
        let providers = providers.collect::<Result<_, Error>>()?;
        Ok(Outcome { municipalities: self.municipalities, providers, paid, agreements })
    }
}
