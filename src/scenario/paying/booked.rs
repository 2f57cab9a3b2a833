//! Lines of care with the contract by which they were delivered, and what they are worth by it.

use super::super::contracting::{DeliveredLine, Volumes};
use super::agreed::{Agreed, AgreedProduct};
use super::credits;
use crate::error::{Error, Errors, Kind};
use crate::exact::{Amount, Ratio, Unrounded};
use crate::financing::product::{Unit, Variant};
use crate::period::Date;
use crate::scenario::pooling::prove::Ground;
use alloc::format;
use alloc::vec::Vec;

/// A line with what belongs to it.
#[derive(Clone, Copy)]
pub(super) struct Booked<'a> {
    pub(super) volumes: &'a Volumes,
    pub(super) line: &'a DeliveredLine,
    /// The position of the contract.
    pub(super) contract: usize,
    /// The position of the product in the contract.
    pub(super) product: usize,
    /// The position of the municipality among the parties.
    pub(super) party: usize,
    /// What it is paid; of a task, what it would be paid by effort, which is never paid.
    pub(super) worth: Amount,
    /// Whether it was not credited, and credits nothing itself.
    pub(super) stands: bool,
}

/// All lines of a scenario.
///
/// # Errors
/// Every line that no contract covers, or that has no worth by it, each with its place.
pub(super) fn all<'a>(ground: &Ground<'a, '_>, agreed: &Agreed<'a>) -> Result<Vec<Booked<'a>>, Errors> {
    let mut errors = Error::doubles("volumes", ground.scenario.volumes.iter().map(|volumes| volumes.id.as_str()));
    let mut booked = Vec::new();
    for volumes in &ground.scenario.volumes {
        let stands = match credits::standing(volumes) {
            Ok(stands) => stands,
            Err(found) => {
                errors.extend(found);
                continue;
            }
        };
        for (line, stands) in volumes.lines.iter().zip(stands) {
            match book(ground, agreed, volumes, line) {
                Ok(one) => booked.push(Booked { stands, ..one }),
                Err(error) => errors.push(volumes.located(line, error)),
            }
        }
    }
    Errors::or_ok(errors, booked)
}

fn book<'a>(
    ground: &Ground<'a, '_>,
    agreed: &Agreed<'a>,
    volumes: &'a Volumes,
    line: &'a DeliveredLine,
) -> Result<Booked<'a>, Error> {
    let party = ground.position(line.municipality)?;
    prove_begun(line)?;
    credits::prove_moments(volumes, line)?;
    let (contract, product) = agreed.find(&line.provider, &line.product, line.delivered)?;
    let of = &agreed.contracts[contract];
    let worth = of.products[product].worth(line).map_err(|error| {
        error.within(format!("product \"{}\"", line.product)).within(format!("contract \"{}\"", of.section.id))
    })?;
    Ok(Booked { volumes, line, contract, product, party, worth, stands: true })
}

fn prove_begun(line: &DeliveredLine) -> Result<(), Error> {
    match line.begun.filter(|&begun| begun > line.delivered) {
        None => Ok(()),
        Some(begun) => {
            let found = format!("care that began on {begun} and was delivered on {}", line.delivered);
            Err(Error::new(Kind::OutOfRange, found, "care that began first"))
        }
    }
}

impl Booked<'_> {
    /// When the care began.
    pub(super) fn begun(&self) -> Date {
        self.line.begun.unwrap_or(self.line.delivered)
    }
}

impl AgreedProduct<'_> {
    /// What a line is worth by the variant of the product.
    pub(super) fn worth(&self, line: &DeliveredLine) -> Result<Amount, Error> {
        match self.section.variant {
            Variant::OutputBased => self.worth_by_output(line),
            Variant::EffortBased | Variant::TaskBased => self.worth_by_effort(line),
        }
    }

    /// Tariff times volume; a task without tariffs has no worth by effort.
    pub(super) fn worth_by_effort(&self, line: &DeliveredLine) -> Result<Amount, Error> {
        let size = mirrored(line.volume, line.volume)?;
        let worth = match &self.tariffs {
            _ if self.product.unit == Unit::Euro => Amount::from_cents(size),
            None => Amount::ZERO,
            Some(tariffs) => tariffs.on(line.delivered)?.amount(self.product.unit, size)?.amount,
        };
        Ok(Amount::from_cents(mirrored(worth.cents(), line.volume)?))
    }

    /// The parts of the price for what came to each moment of payment.
    fn worth_by_output(&self, line: &DeliveredLine) -> Result<Amount, Error> {
        if self.unit == Unit::Euro {
            return Ok(Amount::from_cents(line.volume));
        }
        let mut worth = Unrounded::ZERO;
        for (part, count) in self.parts(line)?.into_iter().zip(self.counts(line)?) {
            worth = worth.checked_add(Unrounded::from(part).times(Ratio::integer(count))?)?;
        }
        Amount::from_wide(worth.whole_cents(), "price of all results")
    }

    /// The parts of the price that holds on the day of the line.
    pub(super) fn parts(&self, line: &DeliveredLine) -> Result<Vec<Amount>, Error> {
        let Some(result) = &self.result else {
            return Err(Error::new(Kind::Missing, "no price of a result", "what is paid by output"));
        };
        result.plan.parts(result.price(line.delivered)?.1)
    }

    /// How many trajectories came to each part of the price.
    pub(super) fn counts(&self, line: &DeliveredLine) -> Result<Vec<i64>, Error> {
        let moments = self.result.as_ref().map_or(0, |result| result.shares().len());
        let is_at_the_end = self.result.as_ref().is_some_and(super::agreed_result::AgreedResult::is_at_the_end);
        match (line.moments.as_slice(), self.product.unit) {
            (counts, _) if counts.len() == moments => Ok(counts.to_vec()),
            ([.., ended], _) if is_at_the_end => Ok(Vec::from([0, *ended])),
            ([], Unit::PieceOfOutput) if is_at_the_end => Ok(Vec::from([0, line.volume])),
            ([], _) => Err(Error::new(Kind::Missing, "no results", "how many came to each moment of payment")
                .advise("Name the columns of the start, the milestones and the end as the moments of the volumes.")),
            (counts, _) => {
                let found = format!("{} moments of payment in the volumes", counts.len());
                Err(Error::new(Kind::Length, found, format!("{moments}, as the price has parts"))
                    .advise("A part of 0% is a moment at which nothing is paid."))
            }
        }
    }
}

/// A number with the sign that another one has.
fn mirrored(number: i64, sign: i64) -> Result<i64, Error> {
    if sign >= 0 {
        return Ok(number);
    }
    number.checked_neg().ok_or_else(|| Error::overflow("volume", "a whole number of 63 bits"))
}
