//! `[[pool]]`: whose cost is shared, by which model and key, and how it is settled.

use super::known::Known;
use super::model;
use crate::exact::Amount;
use crate::format::read::document::{all, every};
use crate::format::read::part::Part;
use crate::format::sections::pooling::{ADVANCES, RESERVE, ROUND};
use crate::scenario::{AdvancesSection, PoolSection, ReserveSection, RoundSection};

pub(super) fn read(part: &Part<'_>, known: &Known) -> Option<PoolSection> {
    let (id, years) = (part.id(), part.field("years").and_then(|field| field.years()));
    let members = part.optional("members", |field| known.members(field));
    let within = part.optional("within", |field| known.pool_id(field));
    let cost = part.field("cost").and_then(|field| known.series_id(&field));
    let series = |key: &str| part.optional(key, |field| known.series_id(field));
    let (contribution, clients) = (series("contribution"), series("clients"));
    let segments = part.optional("segments", |field| known.segments(field, cost.as_deref()));
    let model = part.field("model").and_then(|field| model::read(&field));
    let key = |name: &str| part.optional(name, |field| known.key(field));
    let (key, underspend_key) = (key("key"), key("underspend_key"));
    let (residual, tie) = (part.term("residual").unwrap_or_default(), part.term("tie").unwrap_or_default());
    let advances = part.optional("advances", |field| advances(&field.part(&ADVANCES)?, known));
    let reserve = part.optional("reserve", |field| reserve(&field.part(&RESERVE)?));
    let rounds = every(all(part, "rounds", &ROUND).iter().map(|part| round(part, known)));
    Some(PoolSection {
        id: id?,
        years: years?,
        members: members?,
        within: within?,
        segments: segments?,
        cost: cost?,
        contribution: contribution?,
        clients: clients?,
        model: model?,
        key: key?,
        underspend_key: underspend_key?,
        residual,
        tie,
        advances: advances?,
        reserve: reserve?,
        rounds: rounds?,
    })
}

fn advances(part: &Part<'_>, known: &Known) -> Option<AdvancesSection> {
    let series = part.field("series").and_then(|field| known.series_id(&field));
    let instalments = part.optional("instalments", |field| field.count());
    Some(AdvancesSection { series: series?, instalments: instalments?.unwrap_or(1) })
}

fn reserve(part: &Part<'_>) -> Option<ReserveSection> {
    let amount = |key: &str| part.optional(key, |field| field.amount());
    let (opening, floor, cap, top_up) = (amount("opening"), amount("floor"), amount("cap"), amount("top_up"));
    let reserve = ReserveSection {
        // Without these an error was kept.
        opening: opening??,
        cap: cap??,
        floor: floor?.unwrap_or(Amount::ZERO),
        top_up: top_up?.unwrap_or(Amount::ZERO),
    };
    reserve.terms().prove().map_err(|error| part.report(error)).ok().map(|()| reserve)
}

fn round(part: &Part<'_>, known: &Known) -> Option<RoundSection> {
    let (kind, booked) = (part.term("kind"), part.field("booked").and_then(|field| field.year()));
    let year = part.optional("year", |field| field.year());
    let cost = part.optional("cost", |field| known.series_id(field));
    Some(RoundSection { kind: kind?, year: year?, cost: cost?, booked: booked? })
}
