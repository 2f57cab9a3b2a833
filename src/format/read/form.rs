//! What figures are and how they were printed: of a column, and of a row that differs.

use super::part::Part;
use crate::budget::reconcile::{Form, Printed, Quantity};
use crate::error::{Error, Kind};
use crate::exact::{Mode, Ratio};

/// The form that `quantity`, `unit` and `mode` declare together.
pub(super) fn read(part: &Part<'_>) -> Option<Form> {
    let quantity = part.term("quantity").unwrap_or(Quantity::Amount);
    let mode = part.term("mode").unwrap_or(default_mode(quantity));
    let unit = match part.field("unit") {
        Some(field) => field.ratio().and_then(|unit| field.keep(in_own_unit(unit, quantity))),
        None => default_unit(part, quantity),
    };
    let printed = Printed::new(unit?, mode);
    let printed = printed.map_err(|error| part.field("unit").map(|field| field.report(error))).ok()?;
    Some(Form { quantity, printed })
}

/// Counts are what they are; everything else was rounded when it was printed.
pub(in crate::format) fn default_mode(quantity: Quantity) -> Mode {
    match quantity {
        Quantity::Count => Mode::Exact,
        Quantity::Amount | Quantity::Share => Mode::HalfUp,
    }
}

/// A share is declared in percent and held as a fraction.
fn in_own_unit(unit: Ratio, quantity: Quantity) -> Result<Ratio, Error> {
    match quantity {
        Quantity::Share => unit.checked_div(Ratio::integer(100)),
        Quantity::Amount | Quantity::Count => Ok(unit),
    }
}

/// Whole euros and whole clients go without saying; whether 84.5% was printed in tenths does not.
fn default_unit(part: &Part<'_>, quantity: Quantity) -> Option<Ratio> {
    if quantity != Quantity::Share {
        return Some(Ratio::ONE);
    }
    let error = Error::new(Kind::Missing, "a share without \"unit\"", "the percentage it is printed in multiples of");
    part.report(error.advise("Write unit = \"0.1\" for percentages such as 84.5."));
    None
}
