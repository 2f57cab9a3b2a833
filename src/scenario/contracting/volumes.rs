//! What was delivered, line by line.

use crate::error::Error;
use crate::party::Municipality;
use crate::period::Date;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Lines of delivered care, and where they stand.
///
/// Dutch: *declaratieregels*, *productieverantwoording*. Source: `SOURCES.md#ijw`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volumes {
    /// The name in messages.
    pub id: String,
    /// The id of the source that they come from.
    pub source: String,
    /// The file that they were read from; `None` when they were built in code.
    pub file: Option<String>,
    /// The names of the moments of payment by output that lines count: the start, milestones, the end; or the end alone. May be empty.
    pub moments: Vec<String>,
    /// The lines.
    pub lines: Vec<DeliveredLine>,
}

/// A line of delivered care.
///
/// Dutch: *debetregel*, *creditregel*. A line is accepted or refused whole; it is corrected by a line that credits all of it, and a
/// new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveredLine {
    /// The number of the line; only lines that are credited need one.
    pub number: Option<String>,
    /// The number of the line that this one credits; its volume is then that of the other, below zero.
    pub credits: Option<String>,
    /// The municipality that pays.
    pub municipality: Municipality,
    /// Who delivered: the provider of a contract, or one of its subcontractors. A contract of its own comes first; where a
    /// subcontractor that has one delivered for another, the main contractor stands here.
    pub provider: String,
    /// The id of the product.
    pub product: String,
    /// The day of delivery; of care over a month, any day of it.
    pub delivered: Date,
    /// When the care began; `None` when it began on the day of delivery.
    pub begun: Option<Date>,
    /// How much, in the unit of the product: whole numbers, of euros cents.
    pub volume: i64,
    /// How many trajectories came to each moment of payment; one for each name of [`Volumes::moments`].
    pub moments: Vec<i64>,
    /// The line of the file, counted from 1.
    pub line: Option<u32>,
}

impl Volumes {
    /// Where a line stands: `volumes.csv:17; Invented`.
    pub(in crate::scenario) fn place(&self, line: &DeliveredLine, source: &str) -> String {
        match (&self.file, line.line) {
            (Some(file), Some(number)) => format!("{file}:{number}; {source}"),
            _ => source.into(),
        }
    }

    /// Says in which volumes, and on which line, an error stands.
    pub(in crate::scenario) fn located(&self, line: &DeliveredLine, error: Error) -> Error {
        let error = error.within(format!("volumes \"{}\"", self.id));
        match (&self.file, line.line) {
            (Some(file), Some(number)) => error.in_file(file, Some(number)),
            _ => error,
        }
    }
}
