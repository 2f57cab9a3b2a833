//! Care that is paid by effort: what a line is worth, whole hours, weekly volumes as months.

use super::arguments::Arguments;
use super::read::whole;
use super::{Operation, Results, write};
use crate::error::Error;
use crate::exact::{Rounded, Unrounded, decimal};
use crate::financing::effort::{Basis, Tariff, euro_amount, weekly_caps, whole_hours};
use crate::financing::product::Unit;
use crate::period::{Date, Period};
use alloc::string::ToString;
use alloc::vec::Vec;

pub(super) const EFFORT: Operation = Operation {
    name: "effort",
    about: "What a line of delivered care is worth. basis: per-unit, or per-hour-in-minutes (a tariff per hour for care declared \
        in minutes). unit: code of WJ756; tariff in euros, - for euros (unit 83: the volume is the amount in cents); volume whole. \
        Source of the rules: SOURCES.md#ijw. A residue is the exact amount less the rounded one.",
    arguments: &["basis", "unit", "tariff", "volume"],
    results: &["amount", "residue"],
    run: line,
};

pub(super) const HOURS: Operation = Operation {
    name: "hours",
    about: "Minutes of a period as whole hours: added up, rounded half up, at least 1. Source of the rule: SOURCES.md#ijw.",
    arguments: &["minutes"],
    results: &["amount"],
    run: hours,
};

pub(super) const WEEKLY: Operation = Operation {
    name: "weekly",
    about: "A weekly volume as calendar months may declare it: weeks touched times the volume; parts are the months, and last the \
        cap over all. Source of the rule: SOURCES.md#ijw.",
    arguments: &["volume", "from", "to"],
    results: &["parts"],
    run: weekly,
};

fn line(arguments: &Arguments<'_>) -> Results {
    let worth = worth(arguments)?;
    Ok(Vec::from([worth.amount.to_string(), write::residue(worth.residue)?]))
}

fn worth(arguments: &Arguments<'_>) -> Result<Rounded, Error> {
    let (unit, volume) = (arguments.read("unit", Unit::parse)?, arguments.read("volume", whole)?);
    let tariff = arguments.unless_nothing("tariff", || tariff(arguments))?;
    match tariff {
        Some(tariff) => tariff.amount(unit, volume),
        None => Ok(Rounded { amount: euro_amount(volume)?, residue: Unrounded::ZERO }),
    }
}

fn tariff(arguments: &Arguments<'_>) -> Result<Tariff, Error> {
    let name = |basis| match basis {
        Basis::PerUnit => "per-unit",
        Basis::PerHourInMinutes => "per-hour-in-minutes",
    };
    let basis = arguments.word("basis", &[Basis::PerUnit, Basis::PerHourInMinutes], name)?;
    Tariff::new(arguments.read("tariff", decimal::parse)?, basis)
}

fn hours(arguments: &Arguments<'_>) -> Results {
    Ok(Vec::from([whole_hours(&arguments.list("minutes", whole)?)?.to_string()]))
}

fn weekly(arguments: &Arguments<'_>) -> Results {
    let assignment = Period::new(arguments.read("from", Date::parse)?, arguments.read("to", Date::parse)?)?;
    let caps = weekly_caps(arguments.read("volume", whole)?, assignment)?;
    let months = caps.months.iter().map(|(_, cap)| cap.to_string());
    Ok(Vec::from([write::joined(months.chain([caps.whole.to_string()]), " ")]))
}
