//! At which volume a task and care by effort come to the same, found exactly.

use super::between::simplest_between;
use super::bill::total;
use super::demand::{Demand, Line};
use super::terms::{Financing, Leakage, Task, Terms};
use crate::error::{Error, Kind};
use crate::exact::{Ratio, Rounding, Unrounded};
use crate::financing::prove;
use crate::financing::task::{ShadowCost, Side};
use alloc::format;
use alloc::vec::Vec;

/// How something about a task stands at any multiple of the volume that the demand asks: a line that bends where a tier of the
/// corridor begins. Tariffs and products stay in the proportion of the demand, and nothing is rounded.
///
/// Dutch: *saldo*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::{Amount, Percent, Ratio, Rounding, Weights};
/// use taakgericht::financing::comparison::{Balance, Demand, DemandColumns, Extent, Financing, Sign, Task, Terms};
/// use taakgericht::financing::task::Corridor;
/// let extent = Extent { municipalities: 1, providers: 1, products: 1 };
/// let demand = Demand::new(extent, DemandColumns {
///     municipalities: vec![0],
///     providers: vec![0],
///     products: vec![0],
///     volumes: vec![1_000],
///     tariffs: vec![Ratio::integer(10_000)],
///     cost_prices: vec![Ratio::integer(9_000)],
///     results: vec![0],
///     prices_per_result: vec![Ratio::ZERO],
///     invoice_lines: vec![0],
///     delivered: vec![],
///     begun: vec![],
/// })?;
/// let task = Task {
///     lump_sum: Amount::from_euros(95_000)?,
///     corridor: Corridor::none(),
///     rounding: Rounding::HALF_UP_CENT,
///     key: Weights::equal(1)?,
///     leakage: None,
/// };
/// let terms = Terms::alike(extent, &Financing::Task(task))?;
/// let same_cost = Balance::of_municipalities(&demand, &terms, 0)?.break_evens()?;
/// assert_eq!(same_cost[0].from.multiple, Ratio::new(95, 100)?);
/// assert_eq!(same_cost[0].first_unit_beyond(), Some(951)); // from here on the task is cheaper
/// assert_eq!(same_cost[0].after, Some(Sign::Negative));
/// let no_result = Balance::of_provider(&demand, &terms, 0)?.break_evens()?;
/// assert_eq!(no_result[0].from.multiple, Ratio::new(95, 90)?); // 95,000 / 90,000
/// assert_eq!(no_result[0].first_unit_beyond(), Some(1_056)); // from here on it is a loss
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Balance<'t> {
    task: &'t Task,
    /// The share of what the task pays that counts.
    share: Ratio,
    /// The shadow cost of the demand as it stands.
    shadow: Unrounded,
    /// What grows with volume besides.
    other: Unrounded,
    /// How many units the demand asks.
    units: Ratio,
}

/// A stretch of volumes, mostly a single one, at which a balance is nothing.
///
/// Dutch: *omslagpunt*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BreakEven {
    /// Where it begins.
    pub from: BreakEvenVolume,
    /// Where it ends: where it begins, when it is a point; `None` when it goes on without end.
    pub to: Option<BreakEvenVolume>,
    /// The balance at less volume; `None` when there is none less.
    pub before: Option<Sign>,
    /// The balance at more volume; `None` when it goes on without end. The same sign as before: it only touched.
    pub after: Option<Sign>,
}

/// A volume, exact; it need not be whole.
///
/// Dutch: *omslagvolume*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BreakEvenVolume {
    /// As a multiple of the volume of the demand.
    pub multiple: Ratio,
    /// As units, of all products of the task together.
    pub units: Ratio,
}

/// Whether a balance is above zero or below.
///
/// Dutch: *teken*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Sign {
    /// The task costs less than effort; the provider loses.
    Negative,
    /// The task costs more than effort; the provider gains.
    Positive,
}

impl Balance<'_> {
    /// What a task costs one municipality more than the same volume by effort, leaked care included.
    ///
    /// # Errors
    /// `OutOfRange` for an agreement or municipality that is not there; `WrongType` for an agreement that is no task; `Length`
    /// and `Missing` as for [`super::Outcome::new`]; `Overflow` out of range.
    pub fn of_municipality<'t>(
        demand: &Demand,
        terms: &'t Terms,
        agreement: usize,
        municipality: usize,
    ) -> Result<Balance<'t>, Error> {
        super::demand::prove_position("municipality", municipality, demand.extent().municipalities)?;
        let (task, lines) = task_lines(demand, terms, agreement)?;
        let of_municipality: Vec<Line> =
            lines.iter().copied().filter(|line| line.municipality == municipality).collect();
        let other = more_than_effort(demand, task, &of_municipality)?;
        Balance::new(task, task.key.share(municipality), &lines, other)
    }

    /// What a task costs all municipalities more than the same volume by effort, leaked care included.
    ///
    /// # Errors
    /// As for [`Balance::of_municipality`].
    pub fn of_municipalities<'t>(demand: &Demand, terms: &'t Terms, agreement: usize) -> Result<Balance<'t>, Error> {
        let (task, lines) = task_lines(demand, terms, agreement)?;
        let other = more_than_effort(demand, task, &lines)?;
        Balance::new(task, Ratio::ONE, &lines, other)
    }

    /// What the provider of a task keeps of what the task pays: its result under the task. Care that leaks to it again is no
    /// part of the task.
    ///
    /// # Errors
    /// As for [`Balance::of_municipality`].
    pub fn of_provider<'t>(demand: &Demand, terms: &'t Terms, agreement: usize) -> Result<Balance<'t>, Error> {
        let (task, lines) = task_lines(demand, terms, agreement)?;
        let kept = task.kept_share()?;
        let cost = total(&lines, |line| line.volume_at(kept, line.cost_price))?;
        Balance::new(task, Ratio::ONE, &lines, Unrounded::ZERO.checked_sub(cost)?)
    }

    fn new<'t>(task: &'t Task, share: Ratio, lines: &[Line], other: Unrounded) -> Result<Balance<'t>, Error> {
        let kept = task.kept_share()?;
        let shadow = total(lines, |line| line.volume_at(kept, line.tariff))?;
        let units = lines.iter().try_fold(Ratio::ZERO, |sum, line| sum.checked_add(line.volume))?;
        Ok(Balance { task, share, shadow, other, units })
    }

    /// The balance at a multiple of the volume of the demand.
    ///
    /// # Errors
    /// `OutOfRange` below zero; `Overflow` out of range.
    pub fn at(&self, multiple: Ratio) -> Result<Unrounded, Error> {
        prove::holds(multiple >= Ratio::ZERO, format_args!("a multiple of {multiple}"), "0 or more")?;
        let shadow = ShadowCost::of_exact(self.shadow.times(multiple)?);
        // What is paid would be rounded; the balance takes what is settled before that.
        let settlement = shadow.settle_against(&self.task.corridor, self.task.lump_sum, Rounding::HALF_UP_CENT)?;
        let paid = settlement.settled.checked_add(self.task.lump_sum.into())?;
        paid.times(self.share)?.checked_add(self.other.times(multiple)?)
    }

    /// Every volume at which the balance is nothing, from none up: none, one, several, or stretches of them.
    ///
    /// # Errors
    /// `Overflow` out of range.
    pub fn break_evens(&self) -> Result<Vec<BreakEven>, Error> {
        let zeros = self.zeros()?;
        let mut found = Vec::new();
        for (position, &(from, to)) in zeros.iter().enumerate() {
            let before = position.checked_sub(1).and_then(|before| zeros[before].1).unwrap_or(Ratio::ZERO);
            let next = zeros.iter().skip(position).nth(1).map(|zero| zero.0);
            found.push(BreakEven {
                from: self.volume(from)?,
                to: to.map(|to| self.volume(to)).transpose()?,
                before: self.sign_between(before, Some(from))?,
                after: to.map_or(Ok(None), |to| self.sign_between(to, next))?,
            });
        }
        Ok(found)
    }

    /// Where the balance is nothing, in stretches that do not touch.
    fn zeros(&self) -> Result<Vec<(Ratio, Option<Ratio>)>, Error> {
        let bends = self.bends()?;
        let ends = bends.iter().copied().skip(1).map(Some).chain([None]);
        let mut zeros: Vec<(Ratio, Option<Ratio>)> = Vec::new();
        for (&from, to) in bends.iter().zip(ends) {
            let Some(zero) = self.zero_between(from, to)? else { continue };
            match zeros.last_mut() {
                Some(last) if last.1 == Some(zero.0) => last.1 = zero.1,
                _ => zeros.push(zero),
            }
        }
        Ok(zeros)
    }

    /// Where the balance is nothing from one bend up to, and not with, the next; there it is a straight line.
    fn zero_between(&self, from: Ratio, to: Option<Ratio>) -> Result<Option<(Ratio, Option<Ratio>)>, Error> {
        let end = to.map_or_else(|| from.checked_add(Ratio::ONE), Ok)?;
        let (start, rise) = (self.at(from)?.cents()?, self.at(end)?.checked_sub(self.at(from)?)?.cents()?);
        if rise == Ratio::ZERO {
            return Ok((start == Ratio::ZERO).then_some((from, to)));
        }
        let ahead = start.checked_neg()?.checked_div(rise)?.checked_mul(end.checked_sub(from)?)?;
        let zero = from.checked_add(ahead)?;
        let within = zero >= from && to.is_none_or(|to| zero < to);
        Ok(within.then_some((zero, Some(zero))))
    }

    /// The multiples at which the line may bend: none, and where a tier of the corridor begins.
    fn bends(&self) -> Result<Vec<Ratio>, Error> {
        let mut bends = Vec::from([Ratio::ZERO]);
        if self.shadow == Unrounded::ZERO {
            return Ok(bends);
        }
        let lump_sum = Unrounded::from(self.task.lump_sum).cents()?.checked_div(self.shadow.cents()?)?;
        for side in [Side::Under, Side::Over] {
            for breakpoint in self.task.corridor.breakpoints(side) {
                let from = breakpoint.from.ratio();
                let level = match side {
                    Side::Under => Ratio::ONE.checked_sub(from)?,
                    Side::Over => Ratio::ONE.checked_add(from)?,
                };
                bends.push(lump_sum.checked_mul(level)?);
            }
        }
        bends.retain(|&bend| bend >= Ratio::ZERO);
        bends.sort_unstable();
        bends.dedup();
        Ok(bends)
    }

    /// The sign between two volumes that have no zero between them; none when nothing lies between.
    fn sign_between(&self, from: Ratio, to: Option<Ratio>) -> Result<Option<Sign>, Error> {
        if to == Some(from) {
            return Ok(None);
        }
        Ok(Sign::of(self.at(simplest_between(from, to)?)?))
    }

    fn volume(&self, multiple: Ratio) -> Result<BreakEvenVolume, Error> {
        Ok(BreakEvenVolume { multiple, units: self.units.checked_mul(multiple)? })
    }
}

impl Sign {
    fn of(amount: Unrounded) -> Option<Sign> {
        let sign = if amount < Unrounded::ZERO { Sign::Negative } else { Sign::Positive };
        (amount != Unrounded::ZERO).then_some(sign)
    }
}

impl BreakEven {
    /// The first whole unit beyond it, at which the balance has the sign after it; `None` when it goes on without end.
    #[must_use]
    pub fn first_unit_beyond(&self) -> Option<i128> {
        self.to?.units.floor_and_rest().0.checked_add(1)
    }
}

/// A task of the terms, with its lines.
fn task_lines<'t>(demand: &Demand, terms: &'t Terms, position: usize) -> Result<(&'t Task, Vec<Line>), Error> {
    super::demand::prove_position("agreement", position, terms.agreements().len())?;
    let financing = &terms.agreements()[position].financing;
    let Financing::Task(task) = financing else {
        let found = format!("agreement {position} is {}", financing.variant().name());
        return Err(Error::new(Kind::WrongType, found, "a task"));
    };
    let lines = terms.lines_of(demand, position)?;
    let lines = lines.into_iter().map(|line| demand.line(line)).collect::<Result<_, Error>>()?;
    Ok((task, lines))
}

/// What lines cost as care that leaked, less what they would cost by effort.
fn more_than_effort(demand: &Demand, task: &Task, lines: &[Line]) -> Result<Unrounded, Error> {
    let effort = total(lines, |line| line.volume_at(Ratio::ONE, line.tariff))?;
    let leaked = match task.leakage {
        Some(Leakage { share, price, .. }) => {
            total(lines, |line| line.volume_at(share.ratio(), price.tariff(demand, line)?))?
        }
        None => Unrounded::ZERO,
    };
    leaked.checked_sub(effort)
}
