//! Why a year was refused, and which reading of the cut would make it add up.

use super::reading::CutReading;
use super::schedule::{Cut, Schedule, percent_in, stated_in};
use super::year::{Mismatch, attempt};
use crate::budget::number::percentage;
use crate::error::{Error, Kind};
use crate::exact::Ratio;
use crate::period::Year;
use alloc::format;
use alloc::string::String;

/// The refusal of a year that does not add up under the reading that was asked for.
pub(super) fn refusal(schedule: &Schedule, year: Year, mismatch: Mismatch) -> Error {
    match mismatch {
        Mismatch::Sum(sum) => wrong_sum(schedule, year, sum),
        Mismatch::Rest(rest) => wrong_rest(schedule, year, rest),
    }
}

/// The lines do not add up to 100%.
fn wrong_sum(schedule: &Schedule, year: Year, sum: Ratio) -> Error {
    let found = format!("the lines add up to {}", percentage(sum));
    let advice = format!("{}. {}", gap(sum), suggestion(schedule, year));
    Error::new(Kind::ScheduleSum, found, "100%").advise(advice)
}

/// The exact rest does not print as the residual that was published.
fn wrong_rest(schedule: &Schedule, year: Year, rest: Ratio) -> Error {
    let residual = &schedule.residual().line;
    let published = stated_in(residual, year);
    let found = format!("{} is left for \"{}\"", percentage(rest), residual.name);
    let expected = format!("a rest that prints as {published} in units of {}", schedule.residual().unit);
    Error::new(Kind::ScheduleSum, found, expected).advise(suggestion(schedule, year))
}

/// `3.5% too much`, `1% too little`.
fn gap(sum: Ratio) -> String {
    let (larger, smaller, word) =
        if sum > Ratio::ONE { (sum, Ratio::ONE, "much") } else { (Ratio::ONE, sum, "little") };
    let gap = larger.checked_sub(smaller).map_or_else(|_| String::new(), percentage);
    format!("{gap} too {word}")
}

/// The first reading under which the year adds up, tried and not guessed; the refused one does not.
fn suggestion(schedule: &Schedule, year: Year) -> String {
    let Some(cut) = schedule.cut().filter(|cut| percent_in(&cut.line, year).is_some()) else {
        return String::from("The year has no cut to read another way: check its percentages.");
    };
    let mut readings = CutReading::ALL.into_iter();
    let reconciling = readings.find_map(|reading| reconciles(schedule, cut, year, reading));
    reconciling.unwrap_or_else(|| {
        format!(
            "No other reading of the cut makes it 100% with `cut.in_base = \"{}\"`: check the percentages.",
            cut.in_base
        )
    })
}

/// What to write and what comes of it, when the year adds up under this reading.
fn reconciles(schedule: &Schedule, cut: &Cut, year: Year, reading: CutReading) -> Option<String> {
    // A reading that cannot take the cut at all does not reconcile either.
    let lines = attempt(schedule, year, reading).ok()?.ok()?;
    let rest = lines.last()?.share;
    let in_base = format!("`cut.in_base = \"{}\"`", cut.in_base);
    Some(match reading {
        CutReading::Literal => String::from("With `cut.reading = \"literal\"` the year adds up to 100%."),
        CutReading::CumulativePoints => {
            format!("With `cut.reading = \"cumulative-points\"` and {in_base} the year adds up to 100%.")
        }
        CutReading::Compounding => format!(
            "With `cut.reading = \"compounding\"` and {in_base} the rest is {}, which prints as published.",
            percentage(rest)
        ),
    })
}
