//! Minutes of a period as whole hours.

use crate::error::{Error, Kind};
use crate::financing::prove::CREDIT_AS_A_WHOLE;
use alloc::format;

/// The whole hours that the minutes of a period are declared as: rounded half up on the sum, and at least one.
///
/// Dutch: *afronden op hele uren*. Source: `SOURCES.md#ijw`. Rounding each visit by itself would pay another number of hours.
///
/// ```
/// use taakgericht::financing::effort::whole_hours;
/// let hours = [380, 150, 90, 89, 10].map(|minutes| whole_hours(&[minutes]).unwrap());
/// assert_eq!(hours, [6, 3, 2, 1, 1]);
/// assert_eq!(whole_hours(&[45, 45, 45])?, 2); // 2.25 hours; three visits of one hour each would be 3
/// # Ok::<(), taakgericht::Error>(())
/// ```
///
/// # Errors
/// `OutOfRange` for a visit of less than no minutes, and when nothing was delivered; `Overflow` out of range.
pub fn whole_hours(minutes: &[i64]) -> Result<i64, Error> {
    if let Some(negative) = minutes.iter().find(|&&minutes| minutes < 0) {
        return Err(Error::new(Kind::OutOfRange, format!("{negative} minutes"), "minutes of 0 or more")
            .advise(CREDIT_AS_A_WHOLE));
    }
    let sum = minutes.iter().try_fold(0_i64, |sum, &minutes| sum.checked_add(minutes));
    let sum = sum.ok_or_else(|| Error::overflow("sum of the minutes", "a whole number of 63 bits"))?;
    if sum == 0 {
        return Err(Error::new(Kind::OutOfRange, "0 minutes in the period", "at least one minute")
            .advise("Declare no line for a period without care."));
    }
    let (hours, rest) = (sum / 60, sum % 60);
    Ok(hours.saturating_add(i64::from(rest >= 30)).max(1)) // a sixtieth of 63 bits
}

#[cfg(test)]
mod tests {
    use super::whole_hours;
    use alloc::string::ToString;

    #[test]
    fn what_is_no_care_is_an_error() {
        let text = |minutes: &[i64]| whole_hours(minutes).unwrap_err().to_string();
        assert_eq!(
            text(&[]),
            "0 minutes in the period, expected at least one minute.\n  Declare no line for a period without care."
        );
        assert_eq!(
            text(&[60, -1]),
            "-1 minutes, expected minutes of 0 or more.\n  \
             Credit the line as a whole, by its number, and declare anew."
        );
        assert!(whole_hours(&[i64::MAX, 1]).is_err());
        assert_eq!(whole_hours(&[i64::MAX]), Ok(i64::MAX / 60));
    }
}
