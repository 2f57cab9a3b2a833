//! Volumes that are assigned per week, as calendar months can declare them.

use crate::error::{Error, Kind, same_length};
use crate::financing::product::Unit;
use crate::period::{Month, Period};
use alloc::format;
use alloc::vec::Vec;

/// The most that may be declared of a weekly volume: per month, and in all.
///
/// Dutch: *maximum per kalendermaand*, *maximum over de toewijzing*. Source: `SOURCES.md#ijw`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyCaps {
    /// Each month of the assignment with its cap: the ISO weeks that it touches within the assignment, times the volume.
    pub months: Vec<(Month, i64)>,
    /// The cap over the whole assignment: the ISO weeks that it touches, times the volume. A week on the border of two months
    /// counts in both of these, and once here.
    pub whole: i64,
}

/// The caps of a weekly volume over an assignment.
///
/// Dutch: *weekvolume naar kalendermaanden*.
///
/// ```
/// use taakgericht::financing::effort::weekly_caps;
/// use taakgericht::period::{Date, Period};
/// let assignment = Period::new(Date::parse("2025-10-07")?, Date::parse("2025-12-30")?)?;
/// let caps = weekly_caps(3, assignment)?;
/// let months: Vec<i64> = caps.months.iter().map(|(_, cap)| *cap).collect();
/// assert_eq!((months, caps.whole), (vec![12, 15, 15], 39));
/// assert_eq!(caps.accepted(&[12, 15, 15])?, [12, 15, 12]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for a volume below zero; `Overflow` out of range.
pub fn weekly_caps(volume_per_week: i64, assignment: Period) -> Result<WeeklyCaps, Error> {
    Unit::Hour.prove_volume(volume_per_week)?;
    let cap = |period: Period| {
        let cap = i64::from(period.weeks()).checked_mul(volume_per_week);
        cap.ok_or_else(|| Error::overflow("volume of all weeks", "a whole number of 63 bits"))
    };
    let month = |month: Month| {
        let inside = month.period().overlap(assignment).expect("a month of the assignment shares a day with it");
        Ok((month, cap(inside)?))
    };
    let months = assignment.months().into_iter().map(month).collect::<Result<_, Error>>()?;
    Ok(WeeklyCaps { months, whole: cap(assignment)? })
}

impl WeeklyCaps {
    /// What is accepted of the volumes delivered in each month: at most the cap of the month, and in all at most the cap over
    /// the assignment, the earlier months first.
    ///
    /// # Errors
    /// `Length` when there is not one volume per month; `OutOfRange` for a volume below zero.
    pub fn accepted(&self, delivered: &[i64]) -> Result<Vec<i64>, Error> {
        same_length("volume", delivered.len(), "month", self.months.len())?;
        let mut left = self.whole;
        let accept = |(&delivered, &(month, cap)): (&i64, &(Month, i64))| {
            if delivered < 0 {
                let found = format!("a volume of {delivered} in {month}");
                return Err(Error::new(Kind::OutOfRange, found, "a volume of 0 or more"));
            }
            let accepted = delivered.min(cap).min(left);
            left = left.saturating_sub(accepted); // at most what is left
            Ok(accepted)
        };
        delivered.iter().zip(&self.months).map(accept).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::weekly_caps;
    use crate::period::{Date, Period};
    use alloc::collections::BTreeSet;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    proptest! {
        /// Ten years of assignments against weeks that are met by walking day by day.
        #[test]
        fn caps_agree_with_walking(start in 0_usize..3650, days in 0_usize..500, volume in 0_i64..50) {
            let first = Date::parse("2020-01-01").unwrap();
            let all: Vec<Date> = core::iter::successors(Some(first), |day| day.tomorrow().ok())
                .skip(start).take(days + 1).collect();
            let assignment = Period::new(all[0], all[days]).unwrap();
            let caps = weekly_caps(volume, assignment).unwrap();
            let weeks = |days: &mut dyn Iterator<Item = &Date>| {
                i64::try_from(days.map(|day| day.iso_week()).collect::<BTreeSet<_>>().len()).unwrap()
            };
            prop_assert_eq!(caps.whole, weeks(&mut all.iter()) * volume);
            for &(month, cap) in &caps.months {
                prop_assert_eq!(cap, weeks(&mut all.iter().filter(|day| day.month() == month)) * volume);
            }
            let most: Vec<i64> = caps.months.iter().map(|_| i64::MAX).collect();
            let accepted = caps.accepted(&most).unwrap();
            prop_assert_eq!(accepted.iter().sum::<i64>(), caps.whole);
            prop_assert!(accepted.iter().zip(&caps.months).all(|(accepted, (_, cap))| accepted <= cap));
        }
    }

    #[test]
    fn volumes_below_zero_are_errors() {
        let day = |text| Date::parse(text).unwrap();
        let week = Period::new(day("2025-10-06"), day("2025-10-12")).unwrap();
        let caps = weekly_caps(3, week).unwrap();
        assert_eq!(
            caps.accepted(&[-1]).unwrap_err().to_string(),
            "a volume of -1 in 2025-10, expected a volume of 0 or more."
        );
        assert_eq!(caps.accepted(&[]).unwrap_err().to_string(), "0 volumes, expected 1, one for each month.");
        assert!(weekly_caps(i64::MAX, Period::new(day("2025-01-01"), day("2025-12-31")).unwrap()).is_err());
    }
}
