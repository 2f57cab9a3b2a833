//! A year of which a task has only some months.

use super::plan::{LumpSumStep, LumpSumStepName, LumpSumYear};
use crate::error::Error;
use crate::exact::{Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;

/// What is paid of a lump sum for a year in which its contract does not hold on every day. There is no default: half a year
/// at the sum of a year is twice the money.
///
/// Dutch: *gebroken jaar*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum PartYear {
    /// The sum as it stands: it was agreed for these months. A mutation makes that of the next year whole.
    Whole,
    /// A twelfth for every month of the contract, which then has whole months only. Dutch: *naar rato*.
    ByMonth,
}

impl LumpSumYear {
    /// A twelfth of the lump sum for each of so many months.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Rounding};
    /// use taakgericht::financing::task::{LumpSumBasis, LumpSumPlan};
    /// use taakgericht::period::Year;
    /// let plan = LumpSumPlan {
    ///     basis: LumpSumBasis::Agreed(Amount::from_euros(1_000_000)?),
    ///     first: Year::new(2026)?,
    ///     rounding: Rounding::HALF_UP_CENT,
    ///     later: vec![],
    /// };
    /// let from_june = plan.years()?.remove(0).for_months(7, Rounding::HALF_UP_CENT)?;
    /// assert_eq!(from_june.lump_sum.to_string(), "583333.33"); // 7/12
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `OutOfRange` for no month, or more than twelve; `Inexact` and `Overflow` as for [`Rounding::round`].
    pub fn for_months(mut self, months: u8, rounding: Rounding) -> Result<LumpSumYear, Error> {
        prove::holds((1..=12).contains(&months), format_args!("{months} months of a year"), "1 to 12")?;
        let value = Unrounded::from(self.lump_sum).times(Ratio::new(months.into(), 12)?)?;
        let Rounded { amount: lump_sum, residue } = rounding.round(value)?;
        if self.residue != Unrounded::ZERO {
            self.steps.push(LumpSumStep { name: LumpSumStepName::WholeYear, value: self.lump_sum.into() });
        }
        self.steps.push(LumpSumStep { name: LumpSumStepName::Months(months), value });
        Ok(LumpSumYear { lump_sum, residue, ..self })
    }
}

#[cfg(test)]
mod tests {
    use crate::exact::{Amount, Mode, Rounding, Unrounded};
    use crate::financing::task::{LumpSumBasis, LumpSumPlan, LumpSumStepName, LumpSumYear};
    use crate::period::Year;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn year(cents: i64) -> LumpSumYear {
        let basis = LumpSumBasis::Agreed(Amount::from_cents(cents));
        let first = Year::new(2026).unwrap();
        let plan = LumpSumPlan { basis, first, rounding: Rounding::HALF_UP_CENT, later: vec![] };
        plan.years().unwrap().remove(0)
    }

    #[test]
    fn months_are_twelfths() {
        let cases = [(1_200, 6, 600), (1_000, 1, 83), (1_000, 7, 583), (100, 11, 92), (999, 12, 999), (0, 5, 0)];
        for (cents, months, paid) in cases {
            let cut = year(cents).for_months(months, Rounding::HALF_UP_CENT).unwrap();
            assert_eq!(cut.lump_sum.cents(), paid, "{months}/12 of {cents}");
            let last = cut.steps.last().unwrap();
            assert_eq!(last.name, LumpSumStepName::Months(months));
            assert_eq!(cut.residue.checked_add(cut.lump_sum.into()).unwrap(), last.value);
        }
        let thousand = Rounding::new(Mode::HalfUp, Amount::from_cents(100_000)).unwrap();
        assert_eq!(year(1_000_000).for_months(7, thousand).unwrap().lump_sum.cents(), 600_000);
    }

    /// The trail has the whole year as it was rounded: its cents are no matter of the months.
    #[test]
    fn the_months_are_of_the_rounded_year() {
        let rounding = Rounding::new(Mode::HalfUp, Amount::from_cents(1_000)).unwrap();
        let first = Year::new(2026).unwrap();
        let plan =
            LumpSumPlan { basis: LumpSumBasis::Agreed(Amount::from_cents(12_340)), first, rounding, later: vec![] };
        let cut = plan.years().unwrap().remove(0).for_months(9, rounding).unwrap();
        let steps: Vec<_> = cut.steps.iter().map(|step| (&step.name, step.value.to_string())).collect();
        let (whole, months) = (LumpSumStepName::WholeYear, LumpSumStepName::Months(9));
        let expected = [(&LumpSumStepName::Basis, "123.4"), (&whole, "120"), (&months, "90")];
        assert_eq!(steps, expected.map(|(name, value)| (name, value.to_string())));
        assert_eq!((cut.lump_sum.cents(), cut.residue), (9_000, Unrounded::ZERO));
    }

    #[test]
    fn a_year_has_one_to_twelve_months() {
        for months in [0, 13] {
            let error = year(1).for_months(months, Rounding::HALF_UP_CENT).unwrap_err().to_string();
            assert_eq!(error, alloc::format!("{months} months of a year, expected 1 to 12."));
        }
    }
}
