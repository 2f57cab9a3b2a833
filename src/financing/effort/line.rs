//! What one line of delivered care is worth.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Rounded, Rounding, Unrounded, decimal};
use crate::financing::product::Unit;
use alloc::format;
use rust_decimal::Decimal;

/// What a unit of care is paid, in euros.
///
/// Dutch: *tarief*. Source: `SOURCES.md#ijw`.
///
/// ```
/// use taakgericht::exact::decimal;
/// use taakgericht::financing::effort::{Basis, Tariff};
/// use taakgericht::financing::product::Unit;
/// // 87.30 an hour, declared in minutes: 138.225, so 138.23. The printed tariff of 1.46 a minute would give 138.70.
/// let tariff = Tariff::new(decimal::parse("87.30")?, Basis::PerHourInMinutes)?;
/// assert_eq!(tariff.amount(Unit::Minute, 95)?.amount.to_string(), "138.23");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tariff {
    euros: Decimal,
    /// The same in cents.
    cents: Ratio,
    basis: Basis,
}

/// For what the tariff is agreed.
///
/// Dutch: *tariefeenheid*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// For the unit in which care is declared.
    PerUnit,
    /// For an hour, of care that is declared in minutes: a tariff per minute is only shown, never multiplied.
    PerHourInMinutes,
}

impl Tariff {
    /// A tariff of so many euros.
    ///
    /// # Errors
    /// `OutOfRange` below zero; `Overflow` when it has too many digits.
    pub fn new(euros: Decimal, basis: Basis) -> Result<Tariff, Error> {
        if euros < Decimal::ZERO {
            return Err(Error::new(Kind::OutOfRange, format!("a tariff of {euros}"), "a tariff of 0 or more"));
        }
        let cents = decimal::to_ratio(euros)?.checked_mul(Ratio::integer(100))?;
        Ok(Tariff { euros, cents, basis })
    }

    /// The tariff in euros.
    #[must_use]
    pub const fn euros(&self) -> Decimal {
        self.euros
    }

    /// For what it is agreed.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// What a whole volume is worth: tariff times volume, rounded half up to the cent, with the residue.
    ///
    /// # Errors
    /// `WrongType` for euros, which have no tariff, and for an hourly tariff with another unit than minutes; `OutOfRange` for
    /// a volume below zero; `Overflow` out of range.
    pub fn amount(&self, unit: Unit, volume: i64) -> Result<Rounded, Error> {
        unit.prove_volume(volume)?;
        let cents = self.cents_per_unit(unit)?.checked_mul(Ratio::integer(volume))?;
        Rounding::HALF_UP_CENT.round(Unrounded::from_cents(cents))
    }

    /// What a unit is paid, in cents, exact: of 87.30 an hour a minute is 291/2 cents. To reckon with, never to print or round.
    ///
    /// # Errors
    /// `WrongType` as for [`Tariff::amount`]; `Overflow` out of range.
    pub fn cents_per_unit(&self, unit: Unit) -> Result<Ratio, Error> {
        match (self.basis, unit) {
            (_, Unit::Euro) => {
                Err(Error::new(Kind::WrongType, "a tariff for euros", "no tariff: the volume is the amount"))
            }
            (Basis::PerUnit, _) => Ok(self.cents),
            (Basis::PerHourInMinutes, Unit::Minute) => self.cents.checked_div(Ratio::integer(60)),
            (Basis::PerHourInMinutes, other) => {
                let found = format!("a tariff per hour in minutes for the unit {other}");
                Err(Error::new(Kind::WrongType, found, format!("the unit {}", Unit::Minute)))
            }
        }
    }
}

/// What a volume of euros is worth: the volume is the amount, in cents.
///
/// # Errors
/// `OutOfRange` for a volume below zero.
pub fn euro_amount(volume: i64) -> Result<Amount, Error> {
    Unit::Euro.prove_volume(volume)?;
    Ok(Amount::from_cents(volume))
}

#[cfg(test)]
mod tests {
    use super::{Basis, Tariff, Unit};
    use crate::exact::decimal;
    use alloc::string::ToString;

    fn tariff(euros: &str, basis: Basis) -> Tariff {
        Tariff::new(decimal::parse(euros).unwrap(), basis).unwrap()
    }

    #[test]
    fn the_worked_lines() {
        let cases = [
            ("87.30", Basis::PerHourInMinutes, Unit::Minute, 95, "138.23", "-0.005"),
            ("87.24", Basis::PerHourInMinutes, Unit::Minute, 95, "138.13", "0"),
            ("100.00", Basis::PerHourInMinutes, Unit::Minute, 50, "83.33", "1/3 ct"),
            ("1.46", Basis::PerUnit, Unit::Minute, 95, "138.70", "0"), // what must not come out of 87.30 an hour
            ("250.00", Basis::PerUnit, Unit::DayAndNight, 31, "7750.00", "0"),
            ("87.30", Basis::PerUnit, Unit::Hour, 0, "0.00", "0"),
        ];
        for (euros, basis, unit, volume, amount, residue) in cases {
            let rounded = tariff(euros, basis).amount(unit, volume).unwrap();
            assert_eq!(
                (rounded.amount.to_string().as_str(), rounded.residue.to_string().as_str()),
                (amount, residue),
                "{euros}"
            );
        }
    }

    #[test]
    fn lines_that_cannot_be_are_errors() {
        let text = |basis, unit, volume| tariff("10", basis).amount(unit, volume).unwrap_err().to_string();
        assert_eq!(
            text(Basis::PerHourInMinutes, Unit::Hour, 1),
            "a tariff per hour in minutes for the unit 04 hour, expected the unit 01 minute."
        );
        assert_eq!(
            text(Basis::PerUnit, Unit::Euro, 1),
            "a tariff for euros, expected no tariff: the volume is the amount."
        );
        assert_eq!(
            text(Basis::PerUnit, Unit::Hour, -2),
            "a volume of -2 (04 hour), expected a volume of 0 or more.\n  \
             Credit the line as a whole, by its number, and declare anew."
        );
        let negative = Tariff::new(decimal::parse("-1").unwrap(), Basis::PerUnit).unwrap_err().to_string();
        assert_eq!(negative, "a tariff of -1, expected a tariff of 0 or more.");
    }
}
