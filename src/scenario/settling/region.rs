//! An outermost pool with all that lies within it, over all its years and settlements.

use super::outcome::PoolSolidarity;
use super::round::{Asked, Openings, RoundYear};
use crate::error::{Error, Errors, Kind};
use crate::exact::Amount;
use crate::period::Year;
use crate::pool::{Observation, Round, RoundKind, SettledRound, Solidarity, settled_rounds};
use crate::scenario::outcome::Party;
use crate::scenario::pooling::prove::Ground;
use crate::scenario::pooling::{PoolSection, RoundSection};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// An outermost pool, settled.
///
/// Dutch: *regio*.
pub(in crate::scenario) struct Region<'a> {
    /// The outermost pool first, each before those within it.
    pub(super) sections: Vec<PoolSection>,
    pub(super) years: Vec<RegionYear<'a>>,
    /// All parties of the scenario, in the order of their ids.
    pub(super) parties: Vec<Party>,
}

/// A year with its settlements, in the order of their booking.
pub(super) struct RegionYear<'a> {
    pub(super) year: Year,
    pub(super) rounds: Vec<RoundYear<'a>>,
    /// What was paid and what is to pay, per settlement.
    pub(super) settled: Vec<SettledRound>,
    /// What each member paid beforehand; `None` where it paid for its own clients.
    pub(super) advances: Option<Vec<Amount>>,
}

impl<'a> Region<'a> {
    /// Settles all regions of a scenario; the errors of all of them at once.
    pub(in crate::scenario) fn all(ground: &Ground<'a, '_>) -> Result<Vec<Region<'a>>, Errors> {
        let (mut regions, mut errors) = (Vec::new(), Vec::new());
        let outermost = ground.scenario.pools.iter().filter(|pool| pool.within.is_none());
        for section in outermost {
            match Region::new(ground, with_inner(section, &ground.scenario.pools)) {
                Ok(region) => regions.push(region),
                Err(error) => errors.push(error),
            }
        }
        Errors::or_ok(errors, regions)
    }

    pub(super) fn new(ground: &Ground<'a, '_>, sections: Vec<PoolSection>) -> Result<Region<'a>, Error> {
        let outermost = sections.first().ok_or_else(|| Error::new(Kind::Missing, "no pool", "at least one"))?;
        let (mut openings, mut years) = (Openings::new(), Vec::new());
        for &year in &outermost.years {
            let settled = RegionYear::new(ground, &sections, year, &openings);
            let settled = settled.map_err(|error| in_year(error, year))?;
            // A pool that skips a year keeps what it had.
            openings.extend(settled.rounds.last().map(RoundYear::closings).unwrap_or_default());
            years.push(settled);
        }
        Ok(Region { sections, years, parties: ground.parties.to_vec() })
    }

    /// The outermost pool.
    pub(super) fn outermost(&self) -> &PoolSection {
        self.sections.first().expect("a region was built from at least one pool")
    }

    /// What is in the reserves when a year begins: what was left in the last year before it in which the pool was settled.
    pub(super) fn openings(&self, year: usize) -> Openings {
        let before = self.years.iter().take(year).filter_map(|year| year.rounds.last());
        before.flat_map(RoundYear::closings).collect()
    }

    /// How well the pool does its job over its years; of one year nothing can be said.
    pub(in crate::scenario) fn solidarity(&self) -> Result<Option<PoolSolidarity>, Error> {
        let labels: Vec<String> = self.years.iter().map(|year| year.year.to_string()).collect();
        let last = |year: &RegionYear<'a>| year.rounds.last().map(|round| round.settlement.clone());
        let settlements: Vec<_> = self.years.iter().filter_map(last).collect();
        if settlements.len() < 2 {
            return Ok(None);
        }
        let observations = labels.iter().zip(&settlements).map(|(label, settlement)| Observation {
            label,
            contributions: &settlement.contributions,
            own_costs: &settlement.own_costs,
            borne: &settlement.borne,
        });
        let solidarity = Solidarity::of(&observations.collect::<Vec<_>>())?;
        let parties = settlements.first().map(|first| self.positions(&first.members)).unwrap_or_default();
        let years = self.years.iter().map(|year| year.year).collect();
        Ok(Some(PoolSolidarity { pool: self.outermost().id.clone(), years, parties, solidarity }))
    }

    /// The positions of members among all parties.
    pub(super) fn positions(&self, members: &[Party]) -> Vec<usize> {
        let position = |member: &Party| self.parties.binary_search(member).ok();
        members.iter().filter_map(position).collect()
    }
}

impl<'a> RegionYear<'a> {
    fn new(
        ground: &Ground<'a, '_>,
        sections: &[PoolSection],
        year: Year,
        openings: &Openings,
    ) -> Result<RegionYear<'a>, Error> {
        let outermost = sections.first().ok_or_else(|| Error::new(Kind::Missing, "no pool", "at least one"))?;
        let asked = asked(outermost, year);
        let which = |error: Error, kind: RoundKind| match asked.len() {
            1 => error,
            _ => error.within_outermost(format!("{kind} settlement")),
        };
        let settle = |&asked: &Asked<'_>| {
            RoundYear::new(ground, sections, year, asked, openings).map_err(|error| which(error, asked.kind))
        };
        let rounds = asked.iter().map(settle).collect::<Result<Vec<_>, Error>>()?;
        let place = |error: Error| error.within(format!("pool \"{}\"", outermost.id));
        let advances = rounds.first().map(|round| round.outermost().advances_paid(ground)).transpose()?.flatten();
        let settled = settled(year, &rounds, advances.as_deref());
        let settled = settled.map_err(|error| place(advised(error, outermost, year)))?;
        Ok(RegionYear { year, rounds, settled, advances })
    }
}

/// Says about which year of a pool an error is.
pub(super) fn in_year(error: Error, year: Year) -> Error {
    error.within_outermost(format!("year {year}"))
}

/// The sections of a region, each before those within it.
pub(super) fn with_inner(outermost: &PoolSection, all: &[PoolSection]) -> Vec<PoolSection> {
    let mut sections = Vec::from([outermost.clone()]);
    let mut next = 0;
    // Each section comes in once: the plan proved that pools do not lie within themselves.
    while let Some(outer) = sections.get(next).map(|section| section.id.clone()) {
        let inner = all.iter().filter(|pool| pool.within.as_ref() == Some(&outer));
        sections.extend(inner.cloned());
        next = next.saturating_add(1);
        if next > all.len() {
            break;
        }
    }
    sections
}

/// The settlements of a year; without any, one final settlement on the cost of the pool, booked in the year itself.
fn asked(section: &PoolSection, year: Year) -> Vec<Asked<'_>> {
    let of_year = section.rounds.iter().filter(|round| round.year.is_none_or(|of| of == year));
    let asked: Vec<Asked<'_>> = of_year.map(ask).collect();
    if asked.is_empty() {
        return Vec::from([Asked { kind: RoundKind::Final, booked: year, cost: None }]);
    }
    asked
}

fn ask(round: &RoundSection) -> Asked<'_> {
    Asked { kind: round.kind, booked: round.booked, cost: round.cost.as_deref() }
}

/// Rounds that fit one year of a pool need not fit another.
fn advised(error: Error, section: &PoolSection, year: Year) -> Error {
    let fits_another = |booked: Year| booked < year && section.years.first().is_some_and(|&first| first <= booked);
    if section.rounds.iter().any(|round| round.year.is_none() && fits_another(round.booked)) {
        return error
            .advise("A round without a year settles every year of the pool: give each year rounds of its own.");
    }
    error
}

/// What was paid before each settlement and what is to pay by it. Who paid no advances paid for its own clients; who did,
/// paid these to the pool, and its own clients outside the segments that are shared.
fn settled(year: Year, rounds: &[RoundYear<'_>], advances: Option<&[Amount]>) -> Result<Vec<SettledRound>, Error> {
    let with_advances = advances.is_some();
    let round = |round: &RoundYear<'_>| {
        let settlement = &round.settlement;
        let shared = |(transfer, shared): (&Amount, &Amount)| transfer.checked_add(*shared);
        let of_pool = settlement.transfers.iter().zip(&settlement.shared_costs).map(shared);
        let borne = if with_advances { of_pool.collect::<Result<_, Error>>()? } else { settlement.transfers.clone() };
        Ok(Round { kind: round.kind, booked: round.booked, borne })
    };
    let members = rounds.first().map_or(0, |round| round.settlement.members.len());
    let nothing = alloc::vec![Amount::ZERO; members];
    settled_rounds(year, advances.unwrap_or(&nothing), &rounds.iter().map(round).collect::<Result<Vec<_>, Error>>()?)
}
