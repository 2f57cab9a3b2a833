//! A schedule: its section, and its sheet.

use super::text::{inline, quoted, row, section};
use super::{file_of, name};
use crate::budget::rta::PrintedLine;
use crate::exact::TieRule;
use crate::format::read::schedule::LINE;
use crate::period::Year;
use crate::scenario::ScheduleSection;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn file_name(section: &ScheduleSection) -> String {
    file_of("schedules", section.schedule.name())
}

pub(super) fn section_of(of: &ScheduleSection) -> String {
    let (schedule, residual) = (&of.schedule, of.schedule.residual());
    let mut pairs = Vec::from([
        ("id", quoted(schedule.name())),
        ("file", quoted(&file_name(of))),
        ("source", quoted(schedule.source())),
    ]);
    if let Some(cut) = schedule.cut() {
        let in_base = quoted(&cut.in_base.to_string());
        let cut = [("line", quoted(&cut.line.name)), ("reading", name(&of.reading)), ("in_base", in_base)];
        pairs.push(("cut", inline(&cut)));
    }
    let unit = quoted(&residual.unit.to_string());
    pairs.push(("residual", inline(&[("line", quoted(&residual.line.name)), ("unit", unit)])));
    if of.tie != TieRule::First {
        pairs.push(("tie", name(&of.tie)));
    }
    section("[[schedule]]", &pairs)
}

/// The percentages, in the declared order of the lines and by year.
pub(super) fn sheet(of: &ScheduleSection) -> String {
    let (schedule, years) = (&of.schedule, of.schedule.years());
    let mut text = row([LINE.to_string()].into_iter().chain(years.iter().map(ToString::to_string)));
    let cut = schedule.cut().map(|cut| &cut.line);
    let lines = cut.into_iter().chain(schedule.lines()).chain([&schedule.residual().line]);
    text.extend(
        lines.map(|line| row([line.name.clone()].into_iter().chain(years.iter().map(|&year| percent(line, year))))),
    );
    text
}

/// The percentage of a year, without its sign; a year without a cut has none.
fn percent(line: &PrintedLine, year: Year) -> String {
    let found = line.percents.iter().find(|&&(other, _)| other == year);
    found.map_or(String::new(), |(_, percent)| percent.per_hundred().to_string())
}
