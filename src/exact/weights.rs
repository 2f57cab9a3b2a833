//! What a whole is divided by.

use crate::error::{Error, Kind};
use crate::exact::ratio::greatest_common_divisor;
use crate::exact::{Amount, Ratio, decimal};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// The weights of the parties, in the declared order: none below zero, and together more than zero.
///
/// Dutch: *verdeelsleutel*. Held as whole numbers in the smallest form that keeps their proportions, so counts, decimals
/// and fractions that stand in the same proportion are the same weights.
///
/// ```
/// use taakgericht::exact::{Ratio, Weights};
/// let youths = Weights::from_integers(&[2947, 2565, 3951, 4325])?;
/// assert_eq!(youths.share(0), Ratio::new(2947, 13788)?);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    scaled: Vec<u128>,
    sum: u128,
}

impl Weights {
    /// Weights that are counts, such as numbers of youths.
    ///
    /// # Errors
    /// `NegativeWeight`, `ZeroWeights`, or `Overflow` when the sum does not fit in 127 bits.
    pub fn from_integers(weights: &[i64]) -> Result<Weights, Error> {
        Weights::from_scaled(&weights.iter().map(|&weight| i128::from(weight)).collect::<Vec<_>>())
    }

    /// Weights that are amounts, such as contributions (Dutch: *inleg*).
    ///
    /// # Errors
    /// As for [`Weights::from_integers`].
    pub fn from_amounts(weights: &[Amount]) -> Result<Weights, Error> {
        Weights::from_scaled(&weights.iter().map(|weight| i128::from(weight.cents())).collect::<Vec<_>>())
    }

    /// Weights that are decimal numbers, such as percentages.
    ///
    /// # Errors
    /// As for [`Weights::from_integers`]; `Overflow` when the numbers need more than 127 bits at their common scale.
    pub fn from_decimals(weights: &[Decimal]) -> Result<Weights, Error> {
        refuse_negative(weights, |&weight| weight < Decimal::ZERO)?;
        let scale = weights.iter().map(|weight| weight.normalize().scale()).max().unwrap_or(0);
        let scaled: Result<Vec<i128>, Error> = weights.iter().map(|&weight| decimal::scaled(weight, scale)).collect();
        // Every scale is at most the largest one, so all that can go wrong is the size.
        Weights::from_scaled(&scaled.map_err(|_| Weights::too_large())?)
    }

    /// Weights that are fractions, such as 1581/13557.
    ///
    /// # Errors
    /// As for [`Weights::from_integers`]; `Overflow` when the fractions need more than 127 bits at their common
    /// denominator.
    pub fn from_ratios(weights: &[Ratio]) -> Result<Weights, Error> {
        refuse_negative(weights, |&weight| weight < Ratio::ZERO)?;
        let common = weights.iter().try_fold(1_i128, |common, weight| {
            let shared = greatest_common_divisor(common.unsigned_abs(), weight.denominator().unsigned_abs());
            common.checked_mul(weight.denominator().checked_div(i128::try_from(shared).ok()?)?)
        });
        let scaled: Option<Vec<i128>> = common.and_then(|common| {
            let scale = |weight: &Ratio| weight.numerator().checked_mul(common.checked_div(weight.denominator())?);
            weights.iter().map(scale).collect()
        });
        Weights::from_scaled(&scaled.ok_or_else(Weights::too_large)?)
    }

    /// The same weight for each of `count` parties.
    ///
    /// # Errors
    /// `ZeroWeights` when there are no parties.
    pub fn equal(count: usize) -> Result<Weights, Error> {
        Weights::from_scaled(&vec![1; count])
    }

    /// Proves the weights and reduces them to their smallest form.
    fn from_scaled(weights: &[i128]) -> Result<Weights, Error> {
        refuse_negative(weights, |&weight| weight < 0)?;
        let sum = weights.iter().try_fold(0_i128, |sum, &weight| sum.checked_add(weight));
        let sum = sum.ok_or_else(Weights::too_large)?.unsigned_abs();
        if sum == 0 {
            let found = format!("{} weights that add up to zero", weights.len());
            return Err(Error::new(Kind::ZeroWeights, found, "at least one weight above zero"));
        }
        let divisor =
            weights.iter().fold(sum, |divisor, weight| greatest_common_divisor(divisor, weight.unsigned_abs()));
        let reduce = |weight: u128| weight.checked_div(divisor).expect("a divisor of a sum above zero is not zero");
        Ok(Weights { scaled: weights.iter().map(|weight| reduce(weight.unsigned_abs())).collect(), sum: reduce(sum) })
    }

    fn too_large() -> Error {
        Error::overflow("sum of the weights at their common scale", "a whole number of at most 127 bits")
            .advise("Use fewer decimals, or fractions with a common denominator.")
    }

    /// How many parties there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.scaled.len()
    }

    /// Whether there are no parties; never so for weights that were built.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scaled.is_empty()
    }

    /// The exact share of the party at `position`; nothing for a position beyond the last.
    #[must_use]
    pub fn share(&self, position: usize) -> Ratio {
        let Some(&weight) = self.scaled.get(position) else {
            return Ratio::ZERO;
        };
        let narrow = |number: u128| i128::try_from(number).expect("a weight is at most the sum, which has 127 bits");
        Ratio::new(narrow(weight), narrow(self.sum)).expect("the sum is above zero")
    }

    /// The weights as the smallest whole numbers in the same proportion.
    pub(crate) fn scaled(&self) -> &[u128] {
        &self.scaled
    }

    /// The sum of [`Weights::scaled`]; it fits in 127 bits.
    pub(crate) fn sum(&self) -> u128 {
        self.sum
    }

    /// The weights of some of the parties, in the same order; `None` when these weigh nothing.
    pub(crate) fn only(&self, positions: &[usize]) -> Option<Weights> {
        let chosen: Vec<u128> = positions.iter().map(|&position| self.scaled[position]).collect();
        let sum = chosen.iter().try_fold(0_u128, |sum, &weight| sum.checked_add(weight))?;
        (sum > 0).then_some(Weights { scaled: chosen, sum })
    }
}

/// A weight below zero is an error before any other, also where the weights would not fit.
fn refuse_negative<T>(weights: &[T], negative: impl Fn(&T) -> bool) -> Result<(), Error> {
    match weights.iter().position(negative) {
        None => Ok(()),
        Some(position) => {
            let found = format!("the weight of {} is below zero", crate::error::POSITIONS);
            let error = Error::new(Kind::NegativeWeight, found, "weights of zero or more");
            Err(error.at_positions(vec![position]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;
    use crate::exact::{Amount, Ratio, decimal};
    use alloc::string::ToString;

    #[test]
    fn equal_proportions_are_equal_weights() {
        let percent = |text| decimal::parse(text).unwrap();
        let from_percents = Weights::from_decimals(&[percent("2.5"), percent("10"), percent("87.50")]).unwrap();
        let from_counts = Weights::from_integers(&[25, 100, 875]).unwrap();
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(from_percents, from_counts);
        assert_eq!(Weights::from_ratios(&[third, third]), Weights::equal(2));
        assert_eq!(Weights::from_amounts(&[Amount::EURO, Amount::CENT]), Weights::from_integers(&[100, 1]));
    }

    #[test]
    fn weights_that_cannot_divide_are_errors() {
        let text = |weights: &[i64]| Weights::from_integers(weights).unwrap_err().to_string();
        assert_eq!(text(&[3, -1]), "the weight of position 1 is below zero, expected weights of zero or more.");
        assert_eq!(text(&[0, 0]), "2 weights that add up to zero, expected at least one weight above zero.");
        assert_eq!(text(&[]), "0 weights that add up to zero, expected at least one weight above zero.");
        let fine = [Ratio::new(1, i128::MAX).unwrap(), Ratio::new(1, i128::MAX - 1).unwrap()];
        let error = Weights::from_ratios(&fine).unwrap_err().to_string();
        assert_eq!(
            error,
            "the sum of the weights at their common scale does not fit, expected a whole number of at most 127 bits.\n  \
             Use fewer decimals, or fractions with a common denominator."
        );
    }
}
