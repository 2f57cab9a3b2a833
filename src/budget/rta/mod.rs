//! RTA schedules: which percentages of its base-year budget a region agreed to set aside, year by year.
//!
//! Dutch: *Regionaal Transitie Arrangement*. A schedule is data. Its cut can be read in three ways, and nothing here picks
//! one: the caller names the reading, and a year that does not add up under it is refused with the reason.
//! Source: `SOURCES.md#rta-groningen`.

mod diagnosis;
mod groningen;
mod reading;
mod schedule;
#[cfg(test)]
mod tests;
mod year;

pub use groningen::groningen;
pub use reading::CutReading;
pub use schedule::{Cut, PrintedLine, Residual, Schedule};
pub use year::{RtaLine, RtaYear};
