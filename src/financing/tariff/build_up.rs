//! A tariff per hour from what an hour of care costs.

use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use alloc::vec;
use alloc::vec::Vec;

/// What a tariff per hour is built from; the caller spells out every part.
///
/// Dutch: *kostprijsopbouw van een reëel tarief*. Source: `SOURCES.md#financing`, *Besluit Jeugdwet*, artikel 2.3.
///
/// ```
/// use taakgericht::exact::{Amount, Mode, Percent, Rounding};
/// use taakgericht::financing::tariff::{BuildUp, OtherCost, Overhead};
/// let build_up = BuildUp {
///     staff_cost_per_hour: Amount::from_cents(2_468).into(),
///     productivity: Percent::parse("80")?,
///     other_cost: OtherCost::NONE,
///     overhead: Overhead::Surcharge(Percent::parse("20")?),
///     indexation: Percent::ZERO,
///     rounding: Rounding::HALF_UP_CENT,
/// };
/// let built = build_up.build()?;
/// assert_eq!(built.tariff.to_string(), "37.02"); // 24.68 / 0.80 × 1.20
/// let steps: Vec<String> = built.steps.iter().map(|step| format!("{}: {}", step.name.name(), step.value)).collect();
/// assert_eq!(
///     steps,
///     ["staff-cost: 24.68", "productivity: 30.85", "other-cost: 30.85", "overhead: 37.02", "indexation: 37.02"]
/// );
/// let whole_euros = BuildUp { rounding: Rounding::new(Mode::Ceiling, Amount::EURO)?, ..build_up };
/// assert_eq!(whole_euros.build()?.tariff.to_string(), "38.00");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BuildUp {
    /// What staff costs per hour that is paid to them, in euros: wages, allowances, social charges.
    /// Dutch: *kosten van de beroepskracht*.
    pub staff_cost_per_hour: Unrounded,
    /// The share of the paid hours that can be declared: more than 0%, at most 100%. Dutch: *productiviteit*.
    pub productivity: Percent,
    /// What else a client costs, per declared hour.
    pub other_cost: OtherCost,
    /// What the organisation costs, and what the percentage is of.
    pub overhead: Overhead,
    /// How much prices rise until the tariff is paid; 0% when they are indexed apart. Dutch: *indexatie*.
    pub indexation: Percent,
    /// The one step that rounds: half up to the cent, up to the euro, to the nearest multiple of 60 cents.
    pub rounding: Rounding,
}

/// What the percentage of overhead is a percentage of. There is no default: 20% is ×1.20 or /0.80.
///
/// Dutch: *overhead*. Source: `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Overhead {
    /// On top of the cost before it: 20% is ×1.20. At least 0%. Dutch: *opslag*.
    Surcharge(Percent),
    /// A share of the cost with overhead: 20% is /0.80. At least 0%, below 100%. Dutch: *aandeel in het tarief*.
    ShareOfTariff(Percent),
}

/// Cost of a client that is no staff, in euros per declared hour: travel, materials. It is declared whether overhead is
/// reckoned over it.
///
/// Dutch: *overige cliëntgebonden kosten*. Source: `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum OtherCost {
    /// Added before overhead, so that overhead is reckoned over it too.
    BeforeOverhead(Unrounded),
    /// Added after overhead.
    AfterOverhead(Unrounded),
}

/// A tariff, and how it came about.
///
/// Dutch: *tarief*. `tariff + residue` is the value of the last step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BuiltTariff {
    /// Each step in the order in which it was taken.
    pub steps: Vec<TariffStep>,
    /// The tariff per declared hour.
    pub tariff: Amount,
    /// What the rounding took off (positive) or added (negative).
    pub residue: Unrounded,
}

/// What the cost per hour comes to after a step, before any rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TariffStep {
    /// Which step.
    pub name: TariffStepName,
    /// The cost per hour so far, in euros.
    pub value: Unrounded,
}

/// The parts of a tariff. Source: `SOURCES.md#financing`, *Besluit Jeugdwet*, artikel 2.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum TariffStepName {
    /// Staff per paid hour. Dutch: *kosten van de beroepskracht*.
    StaffCost,
    /// Staff per declared hour. Dutch: *productiviteit*.
    Productivity,
    /// With what else a client costs. Dutch: *overige cliëntgebonden kosten*.
    OtherCost,
    /// With overhead. Dutch: *overhead*.
    Overhead,
    /// With the rise of prices. Dutch: *indexatie*.
    Indexation,
}

impl TariffStepName {
    /// The name in files and on the command line: `staff-cost`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TariffStepName::StaffCost => "staff-cost",
            TariffStepName::Productivity => "productivity",
            TariffStepName::OtherCost => "other-cost",
            TariffStepName::Overhead => "overhead",
            TariffStepName::Indexation => "indexation",
        }
    }
}

impl BuildUp {
    /// Builds the tariff, in exact steps and one rounding.
    ///
    /// # Errors
    /// `OutOfRange` for a cost below zero, a productivity that is not above 0% and at most 100%, an overhead below 0%, a share
    /// of the tariff of 100% or more, an indexation of -100% or less; `Inexact` and `Overflow` as for [`Rounding::round`].
    pub fn build(&self) -> Result<BuiltTariff, Error> {
        self.prove()?;
        let mut value = self.staff_cost_per_hour;
        let mut steps = vec![TariffStep { name: TariffStepName::StaffCost, value }];
        for name in self.order() {
            value = self.after(name, value)?;
            steps.push(TariffStep { name, value });
        }
        let Rounded { amount: tariff, residue } = self.rounding.round(value)?;
        Ok(BuiltTariff { steps, tariff, residue })
    }

    /// The steps after the staff cost.
    const fn order(&self) -> [TariffStepName; 4] {
        use TariffStepName::{Indexation, OtherCost, Overhead, Productivity};
        match self.other_cost {
            self::OtherCost::BeforeOverhead(_) => [Productivity, OtherCost, Overhead, Indexation],
            self::OtherCost::AfterOverhead(_) => [Productivity, Overhead, OtherCost, Indexation],
        }
    }

    fn after(&self, step: TariffStepName, value: Unrounded) -> Result<Unrounded, Error> {
        match step {
            TariffStepName::StaffCost => Ok(value),
            TariffStepName::Productivity => value.times(Ratio::ONE.checked_div(self.productivity.ratio())?),
            TariffStepName::OtherCost => value.checked_add(self.other_cost.per_hour()),
            TariffStepName::Overhead => value.times(self.overhead.factor()?),
            TariffStepName::Indexation => value.times(Ratio::ONE.checked_add(self.indexation.ratio())?),
        }
    }

    fn prove(&self) -> Result<(), Error> {
        prove::not_negative("a staff cost per hour", self.staff_cost_per_hour)?;
        prove::not_negative("other client-bound cost", self.other_cost.per_hour())?;
        let productivity = self.productivity;
        let possible = Percent::ZERO < productivity && productivity <= Percent::WHOLE;
        prove::holds(possible, format_args!("a productivity of {productivity}"), "more than 0% and at most 100%")?;
        prove::change("an indexation", self.indexation)?;
        self.overhead.prove()
    }
}

impl OtherCost {
    /// A client costs nothing but staff and overhead.
    pub const NONE: OtherCost = OtherCost::BeforeOverhead(Unrounded::ZERO);

    /// The cost in euros per declared hour, wherever it is added.
    #[must_use]
    pub const fn per_hour(self) -> Unrounded {
        match self {
            OtherCost::BeforeOverhead(cost) | OtherCost::AfterOverhead(cost) => cost,
        }
    }
}

impl Overhead {
    /// What the cost before overhead is multiplied by.
    ///
    /// ```
    /// use taakgericht::exact::{Percent, Ratio};
    /// use taakgericht::financing::tariff::Overhead;
    /// let twenty = Percent::parse("20")?;
    /// assert_eq!(Overhead::Surcharge(twenty).factor()?, Ratio::new(6, 5)?);
    /// assert_eq!(Overhead::ShareOfTariff(twenty).factor()?, Ratio::new(5, 4)?);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `OutOfRange` for a surcharge below 0%, or a share that is not from 0% to below 100%; `Overflow` for a percentage of
    /// too many digits.
    pub fn factor(self) -> Result<Ratio, Error> {
        self.prove()?;
        match self {
            Overhead::Surcharge(percent) => Ratio::ONE.checked_add(percent.ratio()),
            Overhead::ShareOfTariff(percent) => Ratio::ONE.checked_div(Ratio::ONE.checked_sub(percent.ratio())?),
        }
    }

    fn prove(self) -> Result<(), Error> {
        match self {
            Overhead::Surcharge(percent) => {
                prove::holds(percent >= Percent::ZERO, format_args!("an overhead surcharge of {percent}"), "0% or more")
            }
            Overhead::ShareOfTariff(percent) => {
                let possible = Percent::ZERO <= percent && percent < Percent::WHOLE;
                let found = format_args!("overhead as a share of the tariff of {percent}");
                prove::holds(possible, found, "a share from 0% to below 100%")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BuildUp, OtherCost, Overhead};
    use crate::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};
    use alloc::string::ToString;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use rust_decimal::Decimal;

    fn percent(text: &str) -> Percent {
        Percent::parse(text).unwrap()
    }

    fn cents(cents: i64) -> Unrounded {
        Amount::from_cents(cents).into()
    }

    fn build_up(staff: i64, overhead: Overhead) -> BuildUp {
        BuildUp {
            staff_cost_per_hour: cents(staff),
            productivity: percent("80"),
            other_cost: OtherCost::NONE,
            overhead,
            indexation: Percent::ZERO,
            rounding: Rounding::HALF_UP_CENT,
        }
    }

    #[test]
    fn a_surcharge_is_not_a_share() {
        let (surcharge, share) = (Overhead::Surcharge(percent("20")), Overhead::ShareOfTariff(percent("20")));
        let cases = [(2_468, surcharge, "37.02"), (4_222, surcharge, "63.33"), (2_468, share, "38.56")];
        for (staff, overhead, tariff) in cases {
            assert_eq!(build_up(staff, overhead).build().unwrap().tariff.to_string(), tariff);
        }
    }

    #[test]
    fn other_cost_bears_overhead_or_not() {
        let plain = BuildUp { indexation: percent("10"), ..build_up(2_400, Overhead::Surcharge(percent("20"))) };
        let before = BuildUp { other_cost: OtherCost::BeforeOverhead(cents(500)), ..plain };
        let after = BuildUp { other_cost: OtherCost::AfterOverhead(cents(500)), ..plain };
        assert_eq!(before.build().unwrap().tariff.to_string(), "46.20"); // (30 + 5) × 1.2 × 1.1
        assert_eq!(after.build().unwrap().tariff.to_string(), "45.10"); // (30 × 1.2 + 5) × 1.1
    }

    #[test]
    fn the_tariff_rounds_as_declared() {
        // 87.24 without productivity and overhead; 87.30 lies halfway between two multiples of 60 cents.
        let cases = [
            (8_724, Mode::HalfUp, 60, "87.00"),
            (8_724, Mode::Ceiling, 100, "88.00"),
            (8_724, Mode::HalfUp, 1, "87.24"),
            (8_730, Mode::HalfUp, 60, "87.60"),
            (8_730, Mode::HalfEven, 60, "87.60"),
            (8_700, Mode::Ceiling, 100, "87.00"),
        ];
        for (staff, mode, unit, tariff) in cases {
            let rounding = Rounding::new(mode, Amount::from_cents(unit)).unwrap();
            let plain = build_up(staff, Overhead::Surcharge(Percent::ZERO));
            let built = BuildUp { productivity: Percent::WHOLE, rounding, ..plain }.build().unwrap();
            assert_eq!(built.tariff.to_string(), tariff, "{staff} {mode} {unit}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let good = build_up(2_468, Overhead::Surcharge(percent("20")));
        let cases = [
            (BuildUp { staff_cost_per_hour: cents(-1), ..good }, "a staff cost per hour of -0.01, expected 0 or more."),
            (
                BuildUp { other_cost: OtherCost::AfterOverhead(cents(-250)), ..good },
                "other client-bound cost of -2.5, expected 0 or more.",
            ),
            (
                BuildUp { productivity: Percent::ZERO, ..good },
                "a productivity of 0%, expected more than 0% and at most 100%.",
            ),
            (
                BuildUp { productivity: percent("100.1"), ..good },
                "a productivity of 100.1%, expected more than 0% and at most 100%.",
            ),
            (
                BuildUp { overhead: Overhead::Surcharge(percent("-1")), ..good },
                "an overhead surcharge of -1%, expected 0% or more.",
            ),
            (
                BuildUp { overhead: Overhead::ShareOfTariff(Percent::WHOLE), ..good },
                "overhead as a share of the tariff of 100%, expected a share from 0% to below 100%.",
            ),
            (BuildUp { indexation: percent("-100"), ..good }, "an indexation of -100%, expected more than -100%."),
        ];
        for (wrong, text) in cases {
            assert_eq!(wrong.build().unwrap_err().to_string(), text);
        }
    }

    proptest! {
        /// Overhead as a share is that share of the tariff; the residue gives the exact tariff back.
        #[test]
        fn a_share_of_the_tariff_is_that_share(staff in 1_i64..20_000, other in 0_i64..2_000, share in 0_i64..1_000) {
            let share = Percent::new(Decimal::new(share, 1)).unwrap();
            let other_cost = OtherCost::BeforeOverhead(cents(other));
            let built = BuildUp { other_cost, ..build_up(staff, Overhead::ShareOfTariff(share)) }.build().unwrap();
            let [_, _, direct, with_overhead, exact] = built.steps[..] else { panic!("five steps") };
            let overhead = with_overhead.value.checked_sub(direct.value).unwrap();
            prop_assert_eq!(overhead, with_overhead.value.percent(share).unwrap());
            prop_assert_eq!(Unrounded::from(built.tariff).checked_add(built.residue).unwrap(), exact.value);
            prop_assert!(built.residue.cents().unwrap().abs() <= Ratio::HALF);
        }
    }
}
