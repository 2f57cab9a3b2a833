//! Which lines stand: those that are not credited, and credit nothing themselves.

use super::super::contracting::{DeliveredLine, Volumes};
use crate::error::Error;
use crate::financing::effort::{DeclaredLine, Entry, Ledger};
use crate::party::Municipality;
use crate::period::Date;
use alloc::vec::Vec;
use core::fmt;

/// By what a line is known: only lines that are credited need a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Number<'a> {
    Written(&'a str),
    Unwritten(usize),
}

/// What a credit has in common with its debit; of the moments of payment their sizes.
#[derive(PartialEq)]
struct About<'a> {
    municipality: Municipality,
    provider: &'a str,
    product: &'a str,
    delivered: Date,
    begun: Option<Date>,
    moments: Vec<u64>,
}

/// Whether each line stands.
///
/// # Errors
/// Each line that cannot be booked: a volume below zero without a debit, a credit of a part, a number that stands there twice.
pub(super) fn standing(volumes: &Volumes) -> Result<Vec<bool>, Vec<Error>> {
    let lines: Vec<_> = volumes.lines.iter().enumerate().map(|(position, line)| declared(position, line)).collect();
    let ledger = Ledger::new(&lines).map_err(|errors| {
        let placed = |error: &Error| {
            let line = error.positions().first().and_then(|&position| volumes.lines.get(position));
            line.map_or_else(|| error.clone(), |line| volumes.located(line, error.clone()))
        };
        errors.all().iter().map(placed).collect::<Vec<_>>()
    })?;
    Ok(ledger.entries().iter().map(|entry| *entry == Entry::Standing).collect())
}

fn declared(position: usize, line: &DeliveredLine) -> DeclaredLine<Number<'_>, About<'_>> {
    DeclaredLine {
        number: line.number.as_deref().map_or(Number::Unwritten(position), Number::Written),
        about: About {
            municipality: line.municipality,
            provider: &line.provider,
            product: &line.product,
            delivered: line.delivered,
            begun: line.begun,
            moments: line.moments.iter().map(|count| count.unsigned_abs()).collect(),
        },
        volume: size(line),
        credits: line.credits.as_deref().map(Number::Written),
    }
}

/// The volume; of a line that only counts moments of payment, the first of these.
fn size(line: &DeliveredLine) -> i64 {
    let first = line.moments.iter().copied().find(|&count| count != 0);
    if line.volume == 0 { first.unwrap_or(0) } else { line.volume }
}

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Written(number) => f.pad(number),
            Number::Unwritten(_) => f.pad("without a number"),
        }
    }
}
