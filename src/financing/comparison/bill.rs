//! What is paid under one agreement, by which municipality.

use super::capped::Capped;
use super::demand::{Demand, Line, invoiced};
use super::terms::{Agreement, Financing, Leakage, Task};
use crate::error::Error;
use crate::exact::{Amount, Ratio, Split, Unrounded};
use crate::financing::effort::Ceiling;
use crate::financing::task::{Settlement, ShadowCost};
use crate::period::Date;
use alloc::vec;
use alloc::vec::Vec;

/// What is paid under an agreement, and what the care cost those who delivered it.
#[derive(Debug)]
pub(super) struct Bill {
    /// What each municipality pays the provider of the agreement.
    pub(super) paid: Vec<Amount>,
    /// What the care costs that this provider delivers.
    pub(super) cost: Unrounded,
    /// What was delivered beyond a ceiling at the expense of the provider.
    pub(super) unpaid: Amount,
    /// On which day a ceiling was passed, where the days are known.
    pub(super) exhausted: Option<Date>,
    /// How a task came out.
    pub(super) settlement: Option<Settlement>,
    /// The care that leaked from a task.
    pub(super) leaked: Option<LeakedBill>,
}

/// What is paid for care that leaked from a task.
#[derive(Debug)]
pub(super) struct LeakedBill {
    /// Who delivers it.
    pub(super) provider: usize,
    /// What each municipality pays for it.
    pub(super) paid: Vec<Amount>,
    /// What it costs to deliver.
    pub(super) cost: Unrounded,
}

impl Bill {
    /// The bill for the lines that an agreement takes care of.
    pub(super) fn new(agreement: &Agreement, demand: &Demand, lines: &[usize], split: Split) -> Result<Bill, Error> {
        let lines: Vec<Line> = lines.iter().map(|&line| demand.line(line)).collect::<Result<_, Error>>()?;
        let billed = Billed { demand, lines: &lines, split };
        match &agreement.financing {
            Financing::Effort(ceiling) => billed.by_effort(ceiling.as_ref()),
            Financing::Output => billed.by_output(),
            Financing::Task(task) => billed.as_task(task),
        }
    }
}

/// The lines of an agreement, and how their cents are placed.
pub(super) struct Billed<'d> {
    demand: &'d Demand,
    pub(super) lines: &'d [Line],
    pub(super) split: Split,
}

impl Billed<'_> {
    fn by_effort(&self, ceiling: Option<&Ceiling>) -> Result<Bill, Error> {
        let invoiced = self.amounts(|line| line.volume_at(Ratio::ONE, line.tariff))?;
        let Capped { paid, unpaid, exhausted } = match ceiling {
            Some(ceiling) => self.up_to(ceiling, &invoiced)?,
            None => Capped { paid: self.by_municipality(&invoiced)?, unpaid: Amount::ZERO, exhausted: None },
        };
        Ok(Bill { paid, cost: self.cost(Ratio::ONE)?, unpaid, exhausted, settlement: None, leaked: None })
    }

    fn by_output(&self) -> Result<Bill, Error> {
        let paid = self.sums(Line::result_price)?;
        let cost = self.cost(Ratio::ONE)?;
        Ok(Bill { paid, cost, unpaid: Amount::ZERO, exhausted: None, settlement: None, leaked: None })
    }

    fn as_task(&self, task: &Task) -> Result<Bill, Error> {
        let kept = task.kept_share()?;
        let reported = self.sums(|line| line.volume_at(kept, line.tariff))?;
        let shadow = ShadowCost::of_lines(&reported)?;
        let settlement = shadow.settle_against(&task.corridor, task.lump_sum, task.rounding)?;
        let paid = self.split.divide(settlement.paid, &task.key)?;
        let leaked = task.leakage.map(|leakage| self.leaked(&leakage)).transpose()?;
        let (cost, settlement) = (self.cost(kept)?, Some(settlement));
        Ok(Bill { paid, cost, unpaid: Amount::ZERO, exhausted: None, settlement, leaked })
    }

    fn leaked(&self, leakage: &Leakage) -> Result<LeakedBill, Error> {
        let (share, demand) = (leakage.share.ratio(), self.demand);
        let paid = self.sums(|line| line.volume_at(share, leakage.price.tariff(demand, line)?))?;
        let cost = total(self.lines, |line| line.volume_at(share, leakage.price.cost_price(demand, line)?))?;
        Ok(LeakedBill { provider: leakage.provider, paid, cost })
    }

    /// What delivering a share of the volume costs, exactly.
    fn cost(&self, share: Ratio) -> Result<Unrounded, Error> {
        total(self.lines, |line| line.volume_at(share, line.cost_price))
    }

    /// The lines of each municipality, every line rounded to the cent by itself.
    fn sums(&self, of_line: impl Fn(&Line) -> Result<Unrounded, Error>) -> Result<Vec<Amount>, Error> {
        self.by_municipality(&self.amounts(of_line)?)
    }

    fn amounts(&self, of_line: impl Fn(&Line) -> Result<Unrounded, Error>) -> Result<Vec<Amount>, Error> {
        self.lines.iter().map(|line| Ok(invoiced(of_line(line)?)?.amount)).collect()
    }

    /// Adds up one amount for each line.
    pub(super) fn by_municipality(&self, amounts: &[Amount]) -> Result<Vec<Amount>, Error> {
        let mut sums = vec![Amount::ZERO; self.demand.extent().municipalities];
        for (line, &amount) in self.lines.iter().zip(amounts) {
            let sum = &mut sums[line.municipality];
            *sum = sum.checked_add(amount)?;
        }
        Ok(sums)
    }
}

/// Adds something up over lines, exactly.
pub(super) fn total(lines: &[Line], of_line: impl Fn(&Line) -> Result<Unrounded, Error>) -> Result<Unrounded, Error> {
    lines.iter().try_fold(Unrounded::ZERO, |sum, line| sum.checked_add(of_line(line)?))
}
