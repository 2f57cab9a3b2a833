//! How well a pool does its job: what its members bear over several years, without it and with it.
//!
//! All of it is exact; only the standard deviation is rounded, because it is the root of a number that is no square.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

mod burden;

use crate::error::{Error, Kind, POSITIONS, same_length};
use crate::exact::{Amount, Ratio};
use crate::pool::column::{member_amount, subtract};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use burden::burden;

pub use burden::{Burden, Heaviest};

/// One year of a pool, or one draw of a simulation: three columns with one amount for each member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation<'a> {
    /// What it is called: `2015`.
    pub label: &'a str,
    /// What each member budgeted: its contribution.
    pub contributions: &'a [Amount],
    /// What each member bears without the pool: the cost of its own clients.
    pub own_costs: &'a [Amount],
    /// What each member bears with the pool; with its part of a reserve, where there is one.
    pub borne: &'a [Amount],
}

/// What a pool does to its members over several years or draws.
///
/// Dutch: *solidariteit*, *risicospreiding*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Solidarity {
    /// Each member, in the order of the columns.
    pub members: Vec<MemberSolidarity>,
    /// What moves between the members in each year, in the order in which the years were given.
    pub yearly: Vec<Redistribution>,
    /// What has moved after all years, when every member's transfers are added up: good and bad years of one member
    /// cancel out, so this shows the lasting net payers and net receivers.
    pub lasting: Redistribution,
}

/// What the pool does to one member.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MemberSolidarity {
    /// What it would bear without the pool.
    pub without: Burden,
    /// What it bears with the pool.
    pub with: Burden,
    /// Its transfers over all years: a net payer when positive, a net receiver when negative.
    pub net_transfer: Amount,
}

/// What moves from those who pay to those who receive.
///
/// Dutch: *herverdeling*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Redistribution {
    /// The sum of the positive transfers, or of the negative ones when these are less: what one side has more went into a
    /// reserve or came out of it, and did not move between members.
    pub amount: Amount,
    /// As a fraction of what care cost all members; `None` when that is not above zero.
    pub share_of_cost: Option<Ratio>,
}

impl Solidarity {
    /// Weighs a pool by what its members bear over several years or draws.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Ratio};
    /// use taakgericht::pool::{Observation, Solidarity};
    /// let euros = |thousands: [i64; 2]| thousands.map(|thousands| Amount::from_cents(thousands * 100_000));
    /// // Two municipalities budget 2.0 and 3.0 million, and share all cost by their budgets.
    /// let (budget, even) = (euros([2_000, 3_000]), euros([2_100, 3_150]));
    /// let (cost_2015, cost_2016) = (euros([2_600, 2_650]), euros([1_900, 3_350]));
    /// let years = [
    ///     Observation { label: "2015", contributions: &budget, own_costs: &cost_2015, borne: &even },
    ///     Observation { label: "2016", contributions: &budget, own_costs: &cost_2016, borne: &even },
    /// ];
    /// let solidarity = Solidarity::of(&years)?;
    /// let small = &solidarity.members[0];
    /// assert_eq!(small.without.standard_deviation, Amount::from_euros(350_000)?);
    /// assert_eq!(small.with.standard_deviation, Amount::ZERO);
    /// let worst = small.without.heaviest.as_ref().unwrap();
    /// assert_eq!((worst.label.as_str(), worst.above_budget), ("2015", Ratio::new(3, 10)?));
    /// assert_eq!(small.net_transfer, Amount::from_euros(-300_000)?); // a net receiver: −500,000 and +200,000
    /// assert_eq!(solidarity.lasting.amount, Amount::from_euros(300_000)?);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Missing` when there is no year or no member; `OutOfRange` for a contribution below zero; `Length` when a column has
    /// not one amount for each member of the first year; `Overflow` when a sum or a range is no amount, and for a variance
    /// of which the number of years times the range passes 10^19 cents.
    pub fn of(observations: &[Observation<'_>]) -> Result<Solidarity, Error> {
        let members = prove(observations)?;
        let transfers = observations.iter().map(Observation::transfers).collect::<Result<Vec<_>, _>>()?;
        let net_transfers = net_transfers(&transfers, members)?;
        let cost = observations.iter().map(Observation::cost).sum(); // all cost of all years: 2^60 amounts of 64 bits
        let yearly = observations.iter().zip(&transfers);
        let yearly = yearly.map(|(year, moved)| redistribution(moved, year.cost()).map_err(|error| year.place(error)));
        let member = |(member, net_transfer)| {
            let without = burden(observations, member, |observation| observation.own_costs)?;
            let with = burden(observations, member, |observation| observation.borne)?;
            Ok(MemberSolidarity { without, with, net_transfer })
        };
        Ok(Solidarity {
            yearly: yearly.collect::<Result<_, _>>()?,
            lasting: redistribution(&net_transfers, cost)?,
            members: net_transfers.into_iter().enumerate().map(member).collect::<Result<_, Error>>()?,
        })
    }
}

/// How many members there are, proved to be the same in every column of every year.
fn prove(observations: &[Observation<'_>]) -> Result<usize, Error> {
    let first = observations.first().ok_or_else(|| Error::new(Kind::Missing, "no years", "at least one"))?;
    let members = first.contributions.len();
    if members == 0 {
        return Err(first.place(Error::new(Kind::Missing, "no members", "at least one")));
    }
    let mut years = observations.iter();
    years.clone().try_for_each(|year| year.prove_contributions().map_err(|error| year.place(error)))?;
    years.try_for_each(|year| year.prove_lengths(members).map_err(|error| year.place(error)))?;
    Ok(members)
}

impl Observation<'_> {
    fn prove_contributions(&self) -> Result<(), Error> {
        let Some(member) = self.contributions.iter().position(|&contribution| contribution < Amount::ZERO) else {
            return Ok(());
        };
        let found = format!("the contribution of {POSITIONS} is below zero");
        Err(Error::new(Kind::OutOfRange, found, "contributions of zero or more").at_positions(vec![member]))
    }

    fn prove_lengths(&self, members: usize) -> Result<(), Error> {
        same_length("contribution", self.contributions.len(), "member", members)?;
        same_length("own cost", self.own_costs.len(), "member", members)?;
        same_length("borne amount", self.borne.len(), "member", members)
    }

    fn place(&self, error: Error) -> Error {
        error.within(format!("\"{}\"", self.label))
    }

    fn transfers(&self) -> Result<Vec<Amount>, Error> {
        subtract(self.borne, self.own_costs, "transfer").map_err(|error| self.place(error))
    }

    /// What care cost all members.
    fn cost(&self) -> i128 {
        self.own_costs.iter().copied().map(wide).sum() // 2^60 amounts of 64 bits
    }
}

/// The transfers of each member, added up over the years.
fn net_transfers(transfers: &[Vec<Amount>], members: usize) -> Result<Vec<Amount>, Error> {
    let mut sums = vec![0_i128; members];
    for year in transfers {
        for (sum, &transfer) in sums.iter_mut().zip(year) {
            *sum += wide(transfer); // 2^60 amounts of 64 bits
        }
    }
    let rows = sums.into_iter().enumerate();
    rows.map(|(member, sum)| member_amount(sum, "net transfer", member)).collect()
}

fn redistribution(transfers: &[Amount], cost: i128) -> Result<Redistribution, Error> {
    let paid: i128 = transfers.iter().map(|&transfer| wide(transfer).max(0)).sum(); // 2^60 amounts of 64 bits
    let received: i128 = transfers.iter().map(|&transfer| (-wide(transfer)).max(0)).sum(); // as many
    let moved = paid.min(received); // what lies beyond went into a reserve, or came out of it
    let share_of_cost = if cost > 0 { Some(Ratio::new(moved, cost)?) } else { None };
    Ok(Redistribution { amount: Amount::from_wide(moved, "redistribution")?, share_of_cost })
}

fn wide(amount: Amount) -> i128 {
    i128::from(amount.cents())
}

#[cfg(test)]
mod tests;
