//! A task in a year: its lump sum, what is settled when the shadow cost deviates from it, and penalties.

use super::super::contracting::{PenaltySection, TaskSection};
use super::agreed::AgreedContract;
use super::booked::Booked;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Rounding, Split, instalments};
use crate::financing::product::Variant;
use crate::financing::task::{LumpSumYear, MonthlyParts, Penalised, Penalty, Settlement, ShadowCost, TaskYear as Base};
use crate::period::{Month, Year};
use crate::scenario::pooling::KeyChoice;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::settling::PoolKey;
use alloc::format;
use alloc::vec::Vec;

/// What is agreed for a task, in a year, and what came of it.
pub(super) struct TaskYear<'a> {
    pub(super) section: &'a TaskSection,
    pub(super) lump_sum: LumpSumYear,
    /// By what parties divide what the task pays.
    pub(super) key: PoolKey<'a>,
    /// What each party pays of the lump sum.
    pub(super) parts: Vec<Amount>,
    /// The same in months: for each party one for each month.
    pub(super) monthly: Vec<Vec<Amount>>,
    /// What reported care would have cost, for each party.
    pub(super) shadow: Vec<ShadowCost>,
    /// `None` where nothing was reported: nothing said is not the same as no care.
    pub(super) settled: Option<SettledTask>,
    pub(super) penalties: Vec<PenaltyYear<'a>>,
}

/// A settlement, and what each party pays by it: lump sum and corridor together.
pub(super) struct SettledTask {
    pub(super) settlement: Settlement,
    pub(super) parts: Vec<Amount>,
}

/// A penalty, and what each party is spared by it.
pub(super) struct PenaltyYear<'a> {
    pub(super) section: &'a PenaltySection,
    pub(super) penalised: Penalised,
    pub(super) parts: Vec<Amount>,
}

/// How what a corridor leaves to pay is rounded, and what a penalty comes to.
pub(super) const SETTLEMENT: Rounding = Rounding::HALF_UP_CENT;

/// How what a task pays is divided over parties.
pub(super) fn split() -> Split {
    Split::default()
}

impl<'a> TaskYear<'a> {
    /// `None` when nothing of the contract is paid as a task.
    pub(super) fn new(
        ground: &Ground<'a, '_>,
        contract: &AgreedContract<'a>,
        year: Year,
        lines: &[Booked<'a>],
    ) -> Result<Option<TaskYear<'a>>, Error> {
        let lump_sum = contract.lump_sums.iter().find(|lump_sum| lump_sum.year == year);
        let (Some(section), Some(lump_sum), true) = (&contract.section.task, lump_sum, contract.has_task()) else {
            return Ok(None);
        };
        let resolve = TaskYear::resolve(ground, contract, section, lump_sum, lines);
        resolve.map(Some).map_err(|error| error.within("task"))
    }

    fn resolve(
        ground: &Ground<'a, '_>,
        contract: &AgreedContract<'a>,
        section: &'a TaskSection,
        lump_sum: &LumpSumYear,
        lines: &[Booked<'a>],
    ) -> Result<TaskYear<'a>, Error> {
        let (year, amount) = (lump_sum.year, lump_sum.lump_sum);
        let key = task_key(ground, section, year)?;
        let months = contract.months(year);
        let parts = split().divide(amount, key.key().weights())?;
        let monthly = parts.iter().map(|&part| instalments(part, months.len())).collect::<Result<_, Error>>()?;
        let shadow = Shadow::new(contract, ground.parties.len(), lines)?;
        let settled = match shadow.total {
            Some(total) => Some(SettledTask::new(section, amount, total, &key)?),
            None => None,
        };
        let of_month = MonthlyParts::new(amount, first(&months)?, months.len())?;
        let paid = settled.as_ref().map_or(amount, |settled| settled.settlement.paid);
        let base = Base { lump_sum: amount, parts: &of_month, settled: paid };
        let penalties = section.penalties.iter().filter(|penalty| penalty.year == year);
        let penalties =
            penalties.map(|penalty| PenaltyYear::new(penalty, &base, &key)).collect::<Result<_, Error>>()?;
        Ok(TaskYear {
            section,
            lump_sum: lump_sum.clone(),
            key,
            parts,
            monthly,
            shadow: shadow.parties,
            settled,
            penalties,
        })
    }

    /// What a party pays more, or less, because care deviated from the lump sum.
    pub(super) fn corridor(&self, party: usize) -> Result<Amount, Error> {
        let Some(settled) = &self.settled else { return Ok(Amount::ZERO) };
        settled.parts[party].checked_sub(self.parts[party])
    }

    /// What a party pays less because of penalties: nothing, or below zero.
    pub(super) fn penalty(&self, party: usize) -> Result<Amount, Error> {
        let parts: Vec<Amount> = self.penalties.iter().map(|penalty| penalty.parts[party]).collect();
        Amount::sum(&parts)?.checked_neg()
    }
}

/// The key of a task; a contribution is a matter of pools.
pub(super) fn task_key<'a>(ground: &Ground<'a, '_>, section: &TaskSection, year: Year) -> Result<PoolKey<'a>, Error> {
    PoolKey::new(ground, Some(&KeyChoice::Key(section.key.clone())), ground.parties, year, None)
}

fn first(months: &[Month]) -> Result<Month, Error> {
    months.first().copied().ok_or_else(|| Error::new(Kind::Missing, "no month", "at least one"))
}

/// What reported care would have cost.
struct Shadow {
    parties: Vec<ShadowCost>,
    /// `None` when nothing was reported.
    total: Option<ShadowCost>,
}

impl Shadow {
    fn new(contract: &AgreedContract<'_>, parties: usize, lines: &[Booked<'_>]) -> Result<Shadow, Error> {
        let is_task = |line: &&Booked<'_>| contract.products[line.product].section.variant == Variant::TaskBased;
        let mut worth = alloc::vec![Vec::new(); parties];
        let mut any = false;
        for line in lines.iter().filter(is_task) {
            worth[line.party].push(line.worth);
            any = true;
        }
        let parties = worth.iter().map(|lines| ShadowCost::of_lines(lines)).collect::<Result<Vec<_>, Error>>()?;
        let total = parties.iter().try_fold(ShadowCost::ZERO, |sum, cost| sum.checked_add(*cost))?;
        Ok(Shadow { parties, total: any.then_some(total) })
    }
}

impl SettledTask {
    fn new(
        section: &TaskSection,
        lump_sum: Amount,
        shadow: ShadowCost,
        key: &PoolKey<'_>,
    ) -> Result<SettledTask, Error> {
        let settlement = shadow.settle_against(&section.corridor, lump_sum, SETTLEMENT)?;
        let parts = split().divide(settlement.paid, key.key().weights())?;
        Ok(SettledTask { settlement, parts })
    }
}

impl<'a> PenaltyYear<'a> {
    fn new(section: &'a PenaltySection, base: &Base<'_>, key: &PoolKey<'_>) -> Result<PenaltyYear<'a>, Error> {
        let penalty = Penalty { percent: section.percent, of: section.of, rounding: SETTLEMENT };
        let penalised = penalty.on(base).map_err(|error| error.within(format!("penalty \"{}\"", section.reason)))?;
        let parts = split().divide(penalised.penalty, key.key().weights())?;
        Ok(PenaltyYear { section, penalised, parts })
    }
}
