//! What the constructor of a waterfall proves, before any budget runs through it.

use super::line::{Base, Line, Rule};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A rule whose base was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    OfWhole(Ratio),
    /// The line at this position, which stands earlier.
    OfLine(usize, Ratio),
    OfRest(Ratio),
    Fixed(Amount),
    Residual,
}

/// Proves the lines one by one and looks up their bases.
pub(super) fn steps(lines: &[Line]) -> Result<Vec<Step>, Error> {
    if !lines.iter().any(Line::is_part) {
        return Err(Error::new(Kind::Waterfall, "no line that is a part", "at least one"));
    }
    let prove = |(position, line): (usize, &Line)| {
        let (earlier, _) = lines.split_at(position);
        prove_line(line, earlier).map_err(|error| error.within(format!("line \"{}\"", line.name)))
    };
    lines.iter().enumerate().map(prove).collect()
}

/// Proves one line against those before it.
fn prove_line(line: &Line, earlier: &[Line]) -> Result<Step, Error> {
    unique(line, earlier)?;
    ordered_bounds(line)?;
    residual_last(line, earlier)?;
    match &line.rule {
        Rule::ShareOf(Base::Whole, share) => Ok(Step::OfWhole(in_range(*share)?)),
        Rule::ShareOf(Base::Line(name), share) => Ok(Step::OfLine(base(line, name, earlier)?, in_range(*share)?)),
        Rule::ShareOfRest(share) => Ok(Step::OfRest(in_range(*share)?)),
        Rule::Fixed(amount) => Ok(Step::Fixed(*amount)),
        Rule::Residual => Ok(Step::Residual),
    }
}

fn unique(line: &Line, earlier: &[Line]) -> Result<(), Error> {
    if earlier.iter().any(|other| other.name == line.name) {
        return Err(Error::new(Kind::Duplicate, "the name stands there twice", "a name for each line"));
    }
    Ok(())
}

fn ordered_bounds(line: &Line) -> Result<(), Error> {
    match (line.floor, line.ceiling) {
        (Some(floor), Some(ceiling)) if floor > ceiling => {
            let found = format!("a floor of {floor} above the ceiling of {ceiling}");
            Err(Error::new(Kind::Bounds, found, "a floor at or below the ceiling"))
        }
        _ => Ok(()),
    }
}

/// Behind a residual nothing is left for a part; a memo line may still stand there.
fn residual_last(line: &Line, earlier: &[Line]) -> Result<(), Error> {
    if line.rule == Rule::Residual && !line.is_part() {
        return Err(Error::new(Kind::Waterfall, "a residual that is a memo", "a residual that is a part")
            .advise("For a memo of what is left, use 100% of the rest."));
    }
    match earlier.iter().find(|other| other.rule == Rule::Residual) {
        Some(residual) if line.is_part() => {
            let found = format!("a part behind the residual \"{}\"", residual.name);
            Err(Error::new(Kind::Waterfall, found, "the residual as the last part"))
        }
        _ => Ok(()),
    }
}

/// The position of a line's base among the lines before it.
fn base(line: &Line, name: &str, earlier: &[Line]) -> Result<usize, Error> {
    let position = earlier.iter().position(|other| other.name == name);
    let found = position.zip(position.and_then(|position| earlier.get(position)));
    match found {
        None => Err(unknown_base(name, earlier)),
        // Otherwise leaving out what is only shown would change what is paid.
        Some((_, other)) if line.is_part() && !other.is_part() => {
            let found = format!("a part that is a share of the memo line \"{name}\"");
            Err(Error::new(Kind::Memo, found, "a share of the whole or of a part"))
        }
        Some((position, _)) => Ok(position),
    }
}

fn unknown_base(name: &str, earlier: &[Line]) -> Error {
    let names: Vec<String> = earlier.iter().map(|line| format!("\"{}\"", line.name)).collect();
    let expected = if names.is_empty() {
        String::from("the whole, as there is no earlier line")
    } else {
        format!("the whole or an earlier line: {}", names.join(", "))
    };
    Error::new(Kind::UnknownName, format!("a share of \"{name}\""), expected)
}

fn in_range(share: Ratio) -> Result<Ratio, Error> {
    if (Ratio::ZERO..=Ratio::ONE).contains(&share) {
        return Ok(share);
    }
    let found = format!("a share of {}", crate::budget::number::percentage(share));
    Err(Error::new(Kind::OutOfRange, found, "a share from 0% to 100%"))
}

/// Amounts that a line states must be multiples of the unit, or placing would move them.
pub(super) fn unit(lines: &[Line], unit: Amount) -> Result<(), Error> {
    if unit <= Amount::ZERO {
        return Err(Error::new(Kind::Unit, format!("a unit of {unit}"), "a unit of at least 0.01"));
    }
    let fits = |amount: &Amount| amount.cents().checked_rem(unit.cents()) == Some(0);
    for line in lines {
        if let Some(amount) = line.amounts().find(|amount| !fits(amount)) {
            let error = Error::new(Kind::Unit, format!("an amount of {amount}"), format!("a multiple of {unit}"));
            return Err(error.within(format!("line \"{}\"", line.name)));
        }
    }
    Ok(())
}
