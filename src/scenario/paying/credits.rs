//! Which lines stand: those that are not credited, and credit nothing themselves.

use super::super::contracting::{DeliveredLine, Volumes};
use crate::error::{Error, Kind, same_length};
use crate::financing::CREDIT_AS_A_WHOLE;
use crate::financing::effort::{DeclaredLine, Entry, Ledger};
use crate::party::Municipality;
use crate::period::Date;
use alloc::format;
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
            line.map_or_else(|| error.clone(), |line| volumes.located(line, advised(error)))
        };
        errors.all().iter().map(placed).collect::<Vec<_>>()
    })?;
    Ok(ledger.entries().iter().map(|entry| *entry == Entry::Standing).collect())
}

/// Numbers are only apart within the volumes of one section.
fn advised(error: &Error) -> Error {
    match error.kind() {
        Kind::UnknownName => error.clone().advise("A credit stands in the same volumes as its debit."),
        _ => error.clone(),
    }
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

/// What a line counts has the sign of the line itself: otherwise a credit would be paid once more, and a debit taken back.
///
/// # Errors
/// `Length` for a line that has not one count for each moment of its volumes; `OutOfRange` for a count of the other sign.
pub(super) fn prove_moments(volumes: &Volumes, line: &DeliveredLine) -> Result<(), Error> {
    let counts = &line.moments;
    same_length("count", counts.len(), "moment of payment", volumes.moments.len())?;
    let is_credit = size(line) < 0;
    let is_against = |&&count: &&i64| if is_credit { count > 0 } else { count < 0 };
    let moments = counts.iter().zip(&volumes.moments);
    match moments.clone().find(|(count, _)| is_against(count)) {
        None => Ok(()),
        Some((count, moment)) => {
            let found = format!("{count} at the moment \"{moment}\" beside a volume of {}", line.volume);
            let (expected, advice) = if is_credit {
                ("0 or less", "A credit takes back what its debit counted: write its counts below zero too.")
            } else {
                ("0 or more", CREDIT_AS_A_WHOLE)
            };
            Err(Error::new(Kind::OutOfRange, found, expected).advise(advice))
        }
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
