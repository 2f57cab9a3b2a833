//! What is paid under one agreement, by which municipality.

use super::demand::{Demand, Line, invoiced};
use super::terms::{Agreement, Cap, Financing, Leakage, Task};
use crate::error::Error;
use crate::exact::{Amount, Ratio, Rounding, Split, Unrounded, Weights};
use crate::financing::task::{Settlement, ShadowCost};
use alloc::vec;
use alloc::vec::Vec;

/// What is paid under an agreement, and what the care cost those who delivered it.
#[derive(Debug)]
pub(super) struct Bill {
    /// What each municipality pays the provider of the agreement.
    pub(super) paid: Vec<Amount>,
    /// What the care costs that this provider delivers.
    pub(super) cost: Unrounded,
    /// What was delivered beyond a cap at the expense of the provider.
    pub(super) unpaid: Amount,
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
            Financing::Effort(cap) => billed.by_effort(cap.as_ref()),
            Financing::Output => billed.by_output(),
            Financing::Task(task) => billed.as_task(task),
        }
    }
}

/// The lines of an agreement, and how their cents are placed.
struct Billed<'d> {
    demand: &'d Demand,
    lines: &'d [Line],
    split: Split,
}

impl Billed<'_> {
    fn by_effort(&self, cap: Option<&Cap>) -> Result<Bill, Error> {
        let invoiced = self.sums(|line| line.volume_at(Ratio::ONE, line.tariff))?;
        let unpaid = cap.map_or(Ok(Amount::ZERO), |cap| cap.unpaid(Amount::sum(&invoiced)?))?;
        let paid = self.less(invoiced, unpaid)?;
        Ok(Bill { paid, cost: self.cost(Ratio::ONE)?, unpaid, settlement: None, leaked: None })
    }

    fn by_output(&self) -> Result<Bill, Error> {
        let paid = self.sums(Line::result_price)?;
        Ok(Bill { paid, cost: self.cost(Ratio::ONE)?, unpaid: Amount::ZERO, settlement: None, leaked: None })
    }

    fn as_task(&self, task: &Task) -> Result<Bill, Error> {
        let kept = task.kept_share()?;
        let reported = self.sums(|line| line.volume_at(kept, line.tariff))?;
        let shadow = ShadowCost::of_lines(&reported)?;
        let settlement = shadow.settle_against(&task.corridor, task.lump_sum, task.rounding)?;
        let paid = self.split.divide(settlement.paid, &task.key)?;
        let leaked = task.leakage.map(|leakage| self.leaked(&leakage)).transpose()?;
        Ok(Bill { paid, cost: self.cost(kept)?, unpaid: Amount::ZERO, settlement: Some(settlement), leaked })
    }

    fn leaked(&self, leakage: &Leakage) -> Result<LeakedBill, Error> {
        let (share, tariff) = (leakage.share.ratio(), self.demand.priced(leakage.tariff)?);
        let cost_price = self.demand.costed(leakage.cost_price)?;
        let paid = self.sums(|line| line.volume_at(share, tariff))?;
        let cost = total(self.lines, |line| line.volume_at(share, cost_price))?;
        Ok(LeakedBill { provider: leakage.provider, paid, cost })
    }

    /// What delivering a share of the volume costs, exactly.
    fn cost(&self, share: Ratio) -> Result<Unrounded, Error> {
        total(self.lines, |line| line.volume_at(share, line.cost_price))
    }

    /// The lines of each municipality, every line rounded to the cent by itself.
    fn sums(&self, of_line: impl Fn(&Line) -> Result<Unrounded, Error>) -> Result<Vec<Amount>, Error> {
        let mut sums = vec![Amount::ZERO; self.demand.extent().municipalities];
        for line in self.lines {
            let amount = invoiced(of_line(line)?)?.amount;
            let sum = &mut sums[line.municipality];
            *sum = sum.checked_add(amount)?;
        }
        Ok(sums)
    }

    /// What is left to pay of invoices: less for everyone in proportion to them.
    fn less(&self, invoiced: Vec<Amount>, unpaid: Amount) -> Result<Vec<Amount>, Error> {
        if unpaid == Amount::ZERO {
            return Ok(invoiced);
        }
        let paid = Amount::sum(&invoiced)?.checked_sub(unpaid)?;
        self.split.divide(paid, &Weights::from_amounts(&invoiced)?)
    }
}

impl Cap {
    /// What the provider bears of what was invoiced.
    fn unpaid(&self, invoiced: Amount) -> Result<Amount, Error> {
        let beyond = invoiced.checked_sub(self.amount)?.max(Amount::ZERO);
        let unpaid = Rounding::HALF_UP_CENT.round(Unrounded::from(beyond).percent(self.provider_share)?)?;
        Ok(unpaid.amount)
    }
}

/// Adds something up over lines, exactly.
pub(super) fn total(lines: &[Line], of_line: impl Fn(&Line) -> Result<Unrounded, Error>) -> Result<Unrounded, Error> {
    lines.iter().try_fold(Unrounded::ZERO, |sum, line| sum.checked_add(of_line(line)?))
}
