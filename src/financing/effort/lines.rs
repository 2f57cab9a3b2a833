//! Many lines at once: tariffs times volumes in columns, each rounded to the cent, added up by group.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::{Error, Kind, same_length};
use crate::exact::{Amount, Mode, Ratio, Rounding, Unrounded};
use alloc::format;

/// How many decimals the whole numbers of the columns stand for.
///
/// Dutch: *aantal decimalen*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scales {
    /// 4: a tariff of 873,000 is 87.30 euros.
    pub tariff_decimals: u32,
    /// 0: volumes are whole, as the standard asks; 2: a volume of 250 is 2.5.
    pub volume_decimals: u32,
}

/// Lines of delivered care in columns: a tariff, a volume and a group per line. A credited line has a negative volume.
///
/// Dutch: *declaratieregels*. Source: `SOURCES.md#ijw`.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::effort::{Columns, Scales};
/// let scales = Scales { tariff_decimals: 4, volume_decimals: 0 };
/// // Two lines of one municipality and one of another; the last but one credits the first.
/// let lines = Columns {
///     tariffs: &[873_000, 14_550, 873_000, 873_000],
///     volumes: &[3, 95, -3, 2],
///     groups: &[0, 1, 0, 0],
/// };
/// let mut sums = [Amount::ZERO; 2];
/// lines.sums(scales, &mut sums)?;
/// assert_eq!(sums, [17_460, 13_823].map(Amount::from_cents));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// Euros per unit, as whole numbers of the smallest decimal.
    pub tariffs: &'a [i64],
    /// How much was delivered, as whole numbers of the smallest decimal.
    pub volumes: &'a [i64],
    /// To which sum each line is added: a municipality, a product, or both in one number.
    pub groups: &'a [u32],
}

/// 10 to the power of the position.
const POWERS: [i64; 19] = {
    let mut powers = [1_i64; 19];
    let mut position = 1;
    while position < 19 {
        powers[position] = powers[position - 1] * 10; // 10^18 fits in 63 bits
        position += 1;
    }
    powers
};

impl Columns<'_> {
    /// What each line is worth: rounded half away from zero to the cent, so that a credit cancels its debit.
    ///
    /// # Errors
    /// `Length` when columns differ in length; `OutOfRange` for more than 18 decimals together; `Overflow` out of range, with
    /// the line.
    pub fn amounts(&self, scales: Scales, amounts: &mut [Amount]) -> Result<(), Error> {
        self.prove()?;
        same_length("amount", amounts.len(), "line", self.tariffs.len())?;
        let mut place = amounts.iter_mut();
        self.each(scales, |_, amount| {
            if let Some(place) = place.next() {
                *place = amount;
            }
            Ok(())
        })
    }

    /// Adds the amounts of the lines up by group; sums that stand there already are replaced.
    ///
    /// # Errors
    /// As for [`Columns::amounts`]; `OutOfRange` for a group that has no sum.
    pub fn sums(&self, scales: Scales, sums: &mut [Amount]) -> Result<(), Error> {
        self.prove()?;
        sums.fill(Amount::ZERO);
        self.each(scales, |line, amount| {
            let group = usize::try_from(self.groups[line]).unwrap_or(usize::MAX);
            let Some(sum) = sums.get_mut(group) else {
                return Err(no_group(group, sums.len()));
            };
            let added = sum.cents().checked_add(amount.cents());
            *sum = Amount::from_cents(added.ok_or_else(|| too_large("sum of the group"))?);
            Ok(())
        })
    }

    fn prove(&self) -> Result<(), Error> {
        same_length("volume", self.volumes.len(), "tariff", self.tariffs.len())?;
        same_length("group", self.groups.len(), "tariff", self.tariffs.len())
    }

    /// Hands over the amount of each line. The divisor is a constant in each of the usual cases, so that no line divides.
    fn each(&self, scales: Scales, mut take: impl FnMut(usize, Amount) -> Result<(), Error>) -> Result<(), Error> {
        let decimals = scales.tariff_decimals.saturating_add(scales.volume_decimals);
        match decimals {
            2 => self.each_by::<1>(&mut take),
            3 => self.each_by::<10>(&mut take),
            4 => self.each_by::<100>(&mut take),
            5 => self.each_by::<1_000>(&mut take),
            6 => self.each_by::<10_000>(&mut take),
            7 => self.each_by::<100_000>(&mut take),
            8 => self.each_by::<1_000_000>(&mut take),
            _ => self.each_exactly(decimals, &mut take),
        }
    }

    fn each_by<const DIVISOR: i64>(
        &self,
        take: &mut impl FnMut(usize, Amount) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (line, (&tariff, &volume)) in self.tariffs.iter().zip(self.volumes).enumerate() {
            let product = tariff.checked_mul(volume);
            let half = DIVISOR / 2;
            // A half of an even divisor, with the sign of the product: then cutting off rounds half away from zero.
            let shifted = product.and_then(|product| product.checked_add(if product < 0 { -half } else { half }));
            let amount = match shifted {
                Some(shifted) => Amount::from_cents(shifted / DIVISOR), // the divisor is a constant above zero
                None => exactly(tariff, volume, DIVISOR).map_err(|error| of_line(line, error))?,
            };
            take(line, amount).map_err(|error| of_line(line, error))?;
        }
        Ok(())
    }

    fn each_exactly(
        &self,
        decimals: u32,
        take: &mut impl FnMut(usize, Amount) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let power = |decimals: u32| POWERS.get(usize::try_from(decimals).unwrap_or(usize::MAX)).copied();
        let divisor = power(decimals).ok_or_else(|| {
            Error::new(Kind::OutOfRange, format!("{decimals} decimals of tariff and volume together"), "at most 18")
        })?;
        for (line, (&tariff, &volume)) in self.tariffs.iter().zip(self.volumes).enumerate() {
            let amount = in_cents(tariff, volume, divisor).map_err(|error| of_line(line, error))?;
            take(line, amount).map_err(|error| of_line(line, error))?;
        }
        Ok(())
    }
}

/// The same for a product that passes 64 bits, given what it is divided by to be cents.
#[cold]
fn exactly(tariff: i64, volume: i64, divisor: i64) -> Result<Amount, Error> {
    let product = i128::from(tariff) * i128::from(volume); // two times 63 bits and a sign
    round(Ratio::new(product, divisor.into())?)
}

/// The same, given what it is divided by to be euros.
fn in_cents(tariff: i64, volume: i64, divisor: i64) -> Result<Amount, Error> {
    let product = i128::from(tariff) * i128::from(volume); // two times 63 bits and a sign
    round(Ratio::new(product, divisor.into())?.checked_mul(Ratio::integer(100))?)
}

fn round(cents: Ratio) -> Result<Amount, Error> {
    let half_up = Rounding::new(Mode::HalfUp, Amount::CENT)?;
    Ok(half_up.round(Unrounded::from_cents(cents))?.amount)
}

fn of_line(line: usize, error: Error) -> Error {
    error.within(format!("line {line}"))
}

fn no_group(group: usize, sums: usize) -> Error {
    Error::new(Kind::OutOfRange, format!("group {group}"), format!("a group below {sums}, the number of sums"))
}

fn too_large(what: &str) -> Error {
    Error::overflow(what, &format!("an amount between {} and {}", Amount::MIN, Amount::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Columns, Scales};
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn amounts(lines: Columns<'_>, scales: Scales) -> Result<Vec<i64>, crate::Error> {
        let mut amounts = alloc::vec![Amount::ZERO; lines.tariffs.len()];
        lines.amounts(scales, &mut amounts)?;
        Ok(amounts.into_iter().map(Amount::cents).collect())
    }

    proptest! {
        /// Every line is what 128 bits give, and a credit cancels its debit.
        #[test]
        fn lines_agree_with_wide_integers(
            lines in vec((-10_000_000_i64..10_000_000, -1_000_000_i32..1_000_000), 1..50),
            tariff_decimals in 0_u32..7, volume_decimals in 0_u32..5,
        ) {
            let (tariffs, volumes): (Vec<i64>, Vec<i64>) = lines.iter().map(|&(tariff, volume)| (tariff, i64::from(volume))).unzip();
            let (groups, credited) = (alloc::vec![0; tariffs.len()], volumes.iter().map(|v| -v).collect::<Vec<_>>());
            let scales = Scales { tariff_decimals, volume_decimals };
            let debit = Columns { tariffs: &tariffs, volumes: &volumes, groups: &groups };
            let found = amounts(debit, scales).unwrap();
            let divisor = 10_i128.pow(tariff_decimals + volume_decimals);
            for ((found, tariff), volume) in found.iter().zip(&tariffs).zip(&volumes) {
                let hundredfold = i128::from(*tariff) * i128::from(*volume) * 100;
                let rounded = (hundredfold.abs() * 2 + divisor) / (divisor * 2) * hundredfold.signum();
                prop_assert_eq!(i128::from(*found), rounded);
            }
            let credit = amounts(Columns { tariffs: &tariffs, volumes: &credited, groups: &groups }, scales).unwrap();
            prop_assert_eq!(credit, found.iter().map(|cents| -cents).collect::<Vec<_>>());
            let mut sums = [Amount::ZERO];
            debit.sums(scales, &mut sums).unwrap();
            prop_assert_eq!(sums[0].cents(), found.iter().sum::<i64>());
        }
    }

    #[test]
    fn what_does_not_fit_is_an_error_with_its_line() {
        let scales = Scales { tariff_decimals: 4, volume_decimals: 2 };
        let of = |tariffs: &[i64], volumes: &[i64], groups: &[u32]| {
            let mut sums = [Amount::ZERO; 2];
            Columns { tariffs, volumes, groups }.sums(scales, &mut sums).map_err(|error| error.to_string())
        };
        // The product passes 64 bits, the amount does not.
        assert_eq!(of(&[i64::MAX / 2], &[8], &[0]), Ok(()));
        assert_eq!(
            of(&[1, i64::MAX], &[1, i64::MAX], &[0, 0]),
            Err("line 1: the rounded amount does not fit, expected an amount between -92233720368547758.08 and \
                 92233720368547758.07."
                .into())
        );
        assert_eq!(of(&[1], &[1], &[2]), Err("line 0: group 2, expected a group below 2, the number of sums.".into()));
        assert_eq!(of(&[1], &[], &[2]), Err("0 volumes, expected 1, one for each tariff.".into()));
        let many = Scales { tariff_decimals: 18, volume_decimals: 2 };
        let lines = Columns { tariffs: &[1], volumes: &[1], groups: &[0] };
        let text = lines.sums(many, &mut [Amount::ZERO]).unwrap_err().to_string();
        assert_eq!(text, "20 decimals of tariff and volume together, expected at most 18.");
    }
}
