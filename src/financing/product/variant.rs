//! The three ways to finance care, and which units go with each.

use super::unit::Unit;
use crate::error::{Error, Kind};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How a product is financed.
///
/// Dutch: *uitvoeringsvariant*. Source: `SOURCES.md#financing`. It is an attribute of a product in a contract, so one provider or
/// segment can be hybrid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Variant {
    /// Tariff per unit of time or piece, times delivered volume. Dutch: *inspanningsgericht*, P×Q.
    EffortBased,
    /// A price per trajectory or result. Dutch: *outputgericht*.
    OutputBased,
    /// A total that is agreed beforehand for a task or a population. Dutch: *taakgericht*.
    TaskBased,
}

impl Variant {
    /// Every variant, in the order in which they are documented.
    pub const ALL: [Variant; 3] = [Variant::EffortBased, Variant::OutputBased, Variant::TaskBased];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Variant::EffortBased => "effort-based",
            Variant::OutputBased => "output-based",
            Variant::TaskBased => "task-based",
        }
    }

    /// The units that go with it. Of a task nothing is invoiced: what is delivered is reported in any unit of care, never in
    /// euros.
    #[must_use]
    pub const fn units(self) -> &'static [Unit] {
        match self {
            Variant::EffortBased => {
                &[Unit::Minute, Unit::Hour, Unit::DayAndNight, Unit::DayPart, Unit::Euro, Unit::PieceOfEffort]
            }
            Variant::OutputBased => &[Unit::PieceOfOutput, Unit::Euro],
            Variant::TaskBased => {
                &[Unit::Minute, Unit::Hour, Unit::DayAndNight, Unit::DayPart, Unit::PieceOfOutput, Unit::PieceOfEffort]
            }
        }
    }

    /// Proves that a unit goes with this variant.
    ///
    /// # Errors
    /// `WrongType` when it does not, with those that do.
    pub fn prove_unit(self, unit: Unit) -> Result<(), Error> {
        if self.units().contains(&unit) {
            return Ok(());
        }
        let units: Vec<String> = self.units().iter().map(ToString::to_string).collect();
        let article = if self == Variant::TaskBased { "a" } else { "an" };
        let found = format!("the unit {unit} in {article} {} product", self.name());
        Err(Error::new(Kind::WrongType, found, format!("one of {}", units.join(", "))))
    }
}

#[cfg(test)]
mod tests {
    use super::{Unit, Variant};
    use alloc::string::ToString;

    #[test]
    fn units_go_with_variants() {
        for variant in Variant::ALL {
            for unit in Unit::ALL {
                assert_eq!(variant.prove_unit(unit).is_ok(), variant.units().contains(&unit));
            }
        }
        let text = Variant::OutputBased.prove_unit(Unit::Hour).unwrap_err().to_string();
        assert_eq!(text, "the unit 04 hour in an output-based product, expected one of 82 piece-of-output, 83 euro.");
        let text = Variant::TaskBased.prove_unit(Unit::Euro).unwrap_err().to_string();
        assert!(text.starts_with("the unit 83 euro in a task-based product, expected one of "), "{text}");
        assert_eq!(
            Unit::parse("99").unwrap_err().to_string(),
            "no unit \"99\", expected one of \"01\", \"04\", \"14\", \"16\", \"82\", \"83\", \"84\"."
        );
    }
}
