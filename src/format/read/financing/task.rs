//! `[contract.task]`: the lump sum of every year, the corridor around it, who divides it, and what is forfeited.

use super::known::Known;
use super::lump_sum;
use crate::error::{Error, Kind};
use crate::financing::task::{Breakpoint, Corridor, PenaltyBase};
use crate::format::read::document::{all, all_called, every};
use crate::format::read::part::{Field, Part};
use crate::format::sections::financing::{BREAKPOINT, CORRIDOR, PENALTY};
use crate::format::term::PenaltyWord;
use crate::period::{Month, Year};
use crate::scenario::{PenaltySection, TaskSection};
use alloc::format;
use alloc::vec::Vec;

/// The task of a contract that begins in the first year.
pub(super) fn read(part: &Part<'_>, first: Option<Year>, known: &Known<'_>) -> Option<TaskSection> {
    let lump_sum = lump_sum::read(part, first);
    let part_year = part.optional("part_year", |field| field.term());
    let corridor = part.optional("corridor", |field| corridor(&field.part(&CORRIDOR)?));
    let key = part.field("key").and_then(|field| field.known("key", known.keys()));
    let penalties = every(all(part, "penalties", &PENALTY).iter().map(penalty));
    Some(TaskSection {
        lump_sum: lump_sum?,
        part_year: part_year?,
        corridor: corridor?.unwrap_or_else(Corridor::none),
        key: key?,
        penalties: penalties?,
    })
}

fn corridor(part: &Part<'_>) -> Option<Corridor> {
    let corridor = if part.has("band") {
        let (band, share) = (part.percent("band"), part.percent("share"));
        Corridor::flat(band?, share?)
    } else {
        let (over, under) = (side(part, "over"), side(part, "under"));
        Corridor::new(over?, under?)
    };
    corridor.map_err(|error| part.report(error)).ok()
}

/// The breakpoints of a side; none when it is left out.
fn side(part: &Part<'_>, key: &str) -> Option<Vec<Breakpoint>> {
    let breakpoint = |part: &Part<'_>| {
        let (from, share) = (part.percent("from"), part.percent("share"));
        Some(Breakpoint { from: from?, share: share? })
    };
    every(all_called(part, key, &BREAKPOINT, &format!("{key} breakpoint"), "").iter().map(breakpoint))
}

fn penalty(part: &Part<'_>) -> Option<PenaltySection> {
    let (reason, percent) = (part.text("reason"), part.percent("percent"));
    let year = part.field("year").and_then(|field| field.year());
    let of = match part.term("of")? {
        PenaltyWord::LumpSum => Some(PenaltyBase::LumpSum),
        PenaltyWord::Settled => Some(PenaltyBase::Settled),
        PenaltyWord::MonthlyPart => {
            part.field("month").and_then(|field| month(&field, year?)).map(PenaltyBase::MonthlyPart)
        }
    };
    Some(PenaltySection { reason: reason?, year: year?, percent: percent?, of: of? })
}

fn month(field: &Field<'_>, year: Year) -> Option<Month> {
    let number = field.count()?;
    let none = |_| Error::new(Kind::OutOfRange, format!("month {number} of {year}"), "a month from 1 to 12");
    field.keep(u8::try_from(number).map_err(none).and_then(|number| Month::new(year, number)))
}
