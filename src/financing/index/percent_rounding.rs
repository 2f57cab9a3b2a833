//! Percentages to so many decimals.

use crate::error::Error;
use crate::exact::{Mode, Percent, Ratio, no_multiple};
use alloc::format;

/// A named rounding step of a percentage: which way, and to how many decimals.
///
/// Dutch: *afronding van het percentage*. Source: `SOURCES.md#exactness`, rule 2.
///
/// ```
/// use taakgericht::exact::{Mode, Ratio};
/// use taakgericht::financing::index::PercentRounding;
/// let two_decimals = PercentRounding { mode: Mode::HalfUp, decimals: 2 };
/// let rounded = two_decimals.round(Ratio::new(1, 3)?)?;
/// assert_eq!(rounded.percent.to_string(), "33.33%");
/// assert_eq!(rounded.residue, Ratio::new(1, 30_000)?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct PercentRounding {
    /// Which way it rounds.
    pub mode: Mode,
    /// How many decimals of the number per hundred are kept: 2 for 4.91%.
    pub decimals: u32,
}

/// A rounded percentage with what the step took off; together they are the exact fraction again.
///
/// Dutch: *afrondingsverschil* (the residue).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RoundedPercent {
    /// The percentage.
    pub percent: Percent,
    /// What was taken off (positive) or added (negative), as a fraction.
    pub residue: Ratio,
}

impl PercentRounding {
    /// Rounds an exact fraction to a percentage.
    ///
    /// # Errors
    /// `Inexact` when the mode is [`Mode::Exact`] and the fraction has more decimals; `Overflow` for more decimals than a
    /// percentage holds.
    pub fn round(self, exact: Ratio) -> Result<RoundedPercent, Error> {
        let places = self.decimals.saturating_add(2); // per hundred
        let scale = 10_i128.checked_pow(places).ok_or_else(|| Error::overflow("percentage", "at most 26 decimals"))?;
        let steps = exact.checked_mul(Ratio::new(scale, 1)?)?;
        if self.mode == Mode::Exact && !steps.is_integer() {
            return Err(no_multiple(&format!("{exact}"), &format!("{}", Ratio::new(1, scale)?)));
        }
        let rounded = Ratio::new(self.mode.round(steps)?, scale)?;
        Ok(RoundedPercent { percent: Percent::from_ratio(rounded)?, residue: exact.checked_sub(rounded)? })
    }
}

#[cfg(test)]
mod tests {
    use super::PercentRounding;
    use crate::exact::{Mode, Ratio};
    use alloc::string::ToString;

    #[test]
    fn every_step_declares_its_mode_and_decimals() {
        let cases = [
            (Mode::HalfUp, 2, "12.35%"),
            (Mode::HalfEven, 2, "12.34%"),
            (Mode::Down, 1, "12.3%"),
            (Mode::Up, 0, "13%"),
            (Mode::Exact, 3, "12.345%"),
        ];
        let exact = Ratio::new(12_345, 100_000).unwrap();
        for (mode, decimals, text) in cases {
            assert_eq!(PercentRounding { mode, decimals }.round(exact).unwrap().percent.to_string(), text);
        }
        let refused = |mode, decimals| PercentRounding { mode, decimals }.round(exact).unwrap_err().to_string();
        assert_eq!(
            refused(Mode::Exact, 2),
            "2469/20000, expected a multiple of 1/10000.\n  Declare a rounding mode, or change the unit."
        );
        assert_eq!(refused(Mode::HalfUp, 40), "the percentage does not fit, expected at most 26 decimals.");
    }
}
