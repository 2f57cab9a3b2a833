//! Many lines at once: tariffs times volumes in columns, each rounded to the cent, added up by group.
#![expect(clippy::arithmetic_side_effects, reason = "each line states why it cannot overflow")]

use crate::error::{Error, Kind, same_length};
use crate::exact::Amount;
use alloc::format;
use core::fmt::Display;

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

impl Scales {
    const fn decimals(self) -> u32 {
        self.tariff_decimals.saturating_add(self.volume_decimals)
    }

    /// How many of the smallest parts of tariff times volume make a euro.
    fn to_the_euro(self) -> Result<i64, Error> {
        let power = usize::try_from(self.decimals()).ok().and_then(|decimals| POWERS.get(decimals));
        power.copied().ok_or_else(|| {
            let found = format!("{} decimals of tariff and volume together", self.decimals());
            Error::new(Kind::OutOfRange, found, "at most 18")
        })
    }
}

/// Lines of delivered care in columns: a tariff and a volume per line. A credited line has a negative volume.
///
/// What a line says and what it is worth has an opposite, so that it can be credited: the smallest number of 64 bits, which
/// has none, and which many stores use for "no value", is refused.
///
/// Dutch: *declaratieregels*. Source: `SOURCES.md#ijw`.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::financing::effort::{Columns, Scales};
/// let scales = Scales { tariff_decimals: 4, volume_decimals: 0 };
/// // Two lines of one municipality and one of another; the last but one credits the first.
/// let lines = Columns { tariffs: &[873_000, 14_550, 873_000, 873_000], volumes: &[3, 95, -3, 2] };
/// let mut sums = [Amount::ZERO; 2];
/// lines.sums(scales, &[0, 1, 0, 0], &mut sums)?;
/// assert_eq!(sums, [17_460, 13_823].map(Amount::from_cents));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// Euros per unit, as whole numbers of the smallest decimal.
    pub tariffs: &'a [i64],
    /// How much was delivered, as whole numbers of the smallest decimal.
    pub volumes: &'a [i64],
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
    /// `Length` when columns differ in length; `OutOfRange` for more than 18 decimals together, and for a number without an
    /// opposite; `Overflow` out of range. With the line.
    pub fn amounts(&self, scales: Scales, amounts: &mut [Amount]) -> Result<(), Error> {
        self.prove()?;
        same_length("amount", amounts.len(), "line", self.tariffs.len())?;
        let put = |place: &mut Amount, amount| {
            *place = amount;
            Some(())
        };
        if self.in_64_bits(scales, amounts.iter_mut(), put).is_some() {
            return Ok(());
        }
        self.in_128_bits(scales, |line, amount| {
            amounts[line] = amount;
            Ok(())
        })
    }

    /// Adds the amounts of the lines up: `groups` says to which sum each line is added, such as a municipality, a product, or
    /// both in one number. Sums that stand there already are replaced.
    ///
    /// # Errors
    /// As for [`Columns::amounts`]; `OutOfRange` for a group that has no sum.
    pub fn sums(&self, scales: Scales, groups: &[u32], sums: &mut [Amount]) -> Result<(), Error> {
        self.prove()?;
        same_length("group", groups.len(), "tariff", self.tariffs.len())?;
        sums.fill(Amount::ZERO);
        let add = |&group: &u32, amount: Amount| {
            let sum = sums.get_mut(usize::try_from(group).ok()?)?;
            *sum = Amount::from_cents(sum.cents().checked_add(amount.cents())?);
            Some(())
        };
        if self.in_64_bits(scales, groups.iter(), add).is_some() {
            return Ok(());
        }
        self.sums_in_128_bits(scales, groups, sums)
    }

    /// Hands over the amount of each line with what stands beside it; `None` as soon as something does not fit in 64 bits, or is
    /// not there. A branch that is never taken costs nothing that can be measured; gathering what went wrong in a flag made it 1.4 times
    /// as long as an unchecked loop.
    fn in_64_bits<T>(
        &self,
        scales: Scales,
        beside: impl Iterator<Item = T>,
        take: impl FnMut(T, Amount) -> Option<()>,
    ) -> Option<()> {
        // Each divisor is a constant of its own loop: then dividing is multiplying.
        match scales.decimals() {
            2 => self.divided_by::<1, T>(beside, take),
            3 => self.divided_by::<10, T>(beside, take),
            4 => self.divided_by::<100, T>(beside, take),
            5 => self.divided_by::<1_000, T>(beside, take),
            6 => self.divided_by::<10_000, T>(beside, take),
            7 => self.divided_by::<100_000, T>(beside, take),
            8 => self.divided_by::<1_000_000, T>(beside, take),
            _ => None,
        }
    }

    fn divided_by<const DIVISOR: i64, T>(
        &self,
        beside: impl Iterator<Item = T>,
        mut take: impl FnMut(T, Amount) -> Option<()>,
    ) -> Option<()> {
        let half = DIVISOR / 2; // of an even number, or of 1: then cutting off rounds half away from zero
        for ((&tariff, &volume), beside) in self.tariffs.iter().zip(self.volumes).zip(beside) {
            let product = tariff.checked_mul(volume)?;
            // The smallest number passes 64 bits times anything but 0 and 1, where it is the product itself.
            if (product == 0 && lacks_opposite(tariff, volume)) || (DIVISOR == 1 && product == i64::MIN) {
                return None;
            }
            let shifted = product.checked_add(if product < 0 { -half } else { half })?;
            take(beside, Amount::from_cents(shifted / DIVISOR))?; // a constant above zero
        }
        Some(())
    }

    /// The same in 128 bits: only the final sums have to fit, whatever the order of the lines.
    #[cold]
    fn sums_in_128_bits(&self, scales: Scales, groups: &[u32], sums: &mut [Amount]) -> Result<(), Error> {
        let mut wide = alloc::vec![0_i128; sums.len()];
        self.in_128_bits(scales, |line, amount| {
            let group = usize::try_from(groups[line]).unwrap_or(usize::MAX);
            let sum = wide.get_mut(group).ok_or_else(|| no_group(group, sums.len()))?;
            *sum += i128::from(amount.cents()); // 2^64 lines of 64 bits fit
            Ok(())
        })?;
        for (group, (sum, &wide)) in sums.iter_mut().zip(&wide).enumerate() {
            *sum = Amount::from_wide(wide, "sum").map_err(|error| error.within(format!("group {group}")))?;
        }
        Ok(())
    }

    fn prove(&self) -> Result<(), Error> {
        same_length("volume", self.volumes.len(), "tariff", self.tariffs.len())
    }

    /// Hands over the amount of each line with its position: only the amounts themselves have to fit in 64 bits.
    fn in_128_bits(
        &self,
        scales: Scales,
        mut take: impl FnMut(usize, Amount) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let to_the_euro = scales.to_the_euro()?;
        for (line, (&tariff, &volume)) in self.tariffs.iter().zip(self.volumes).enumerate() {
            let amount = prove_opposites(tariff, volume).and_then(|()| in_cents(tariff, volume, to_the_euro));
            amount.and_then(|amount| take(line, amount)).map_err(|error| error.within(format!("line {line}")))?;
        }
        Ok(())
    }
}

/// A product of `to_the_euro` parts of a euro, rounded half away from zero to the cent.
fn in_cents(tariff: i64, volume: i64, to_the_euro: i64) -> Result<Amount, Error> {
    let product = i128::from(tariff) * i128::from(volume); // two times 63 bits and a sign
    let hundredfold = product.unsigned_abs().checked_mul(100).ok_or_else(|| Amount::out_of_range("amount"))?;
    let to_the_euro = u128::from(to_the_euro.unsigned_abs());
    let (cents, rest) = (hundredfold / to_the_euro, hundredfold % to_the_euro); // a power of ten, so not zero
    let rounded = cents + u128::from(rest * 2 >= to_the_euro); // both far below 128 bits
    let rounded = i128::try_from(rounded).map_err(|_| Amount::out_of_range("amount"))?;
    let amount = Amount::from_wide(if product < 0 { -rounded } else { rounded }, "amount")?;
    if amount == Amount::MIN { Err(without_opposite(Kind::Overflow, "an amount", amount)) } else { Ok(amount) }
}

/// Off the way of lines that are worth something.
#[cold]
const fn lacks_opposite(tariff: i64, volume: i64) -> bool {
    tariff == i64::MIN || volume == i64::MIN
}

fn prove_opposites(tariff: i64, volume: i64) -> Result<(), Error> {
    for (what, number) in [("a tariff", tariff), ("a volume", volume)] {
        if number == i64::MIN {
            return Err(without_opposite(Kind::OutOfRange, what, number));
        }
    }
    Ok(())
}

fn without_opposite(kind: Kind, what: &str, number: impl Display) -> Error {
    let found = format!("{what} of {number}");
    Error::new(kind, found, "a number that has an opposite, so that it can be credited")
}

fn no_group(group: usize, sums: usize) -> Error {
    Error::new(Kind::OutOfRange, format!("group {group}"), format!("a group below {sums}, the number of sums"))
}

#[cfg(test)]
mod tests {
    use super::{Columns, Scales};
    use crate::exact::Amount;
    use alloc::format;
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use num_bigint::BigInt;
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any, prop_assert_eq, prop_oneof, proptest};
    use proptest::sample::select;

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
            let credited: Vec<i64> = volumes.iter().map(|volume| -volume).collect();
            let scales = Scales { tariff_decimals, volume_decimals };
            let debit = Columns { tariffs: &tariffs, volumes: &volumes };
            let found = amounts(debit, scales).unwrap();
            let divisor = 10_i128.pow(tariff_decimals + volume_decimals);
            for ((found, tariff), volume) in found.iter().zip(&tariffs).zip(&volumes) {
                let hundredfold = i128::from(*tariff) * i128::from(*volume) * 100;
                let rounded = (hundredfold.abs() * 2 + divisor) / (divisor * 2) * hundredfold.signum();
                prop_assert_eq!(i128::from(*found), rounded);
            }
            let credit = amounts(Columns { tariffs: &tariffs, volumes: &credited }, scales).unwrap();
            prop_assert_eq!(credit, found.iter().map(|cents| -cents).collect::<Vec<_>>());
            let mut sums = [Amount::ZERO];
            debit.sums(scales, &alloc::vec![0; lines.len()], &mut sums).unwrap();
            prop_assert_eq!(sums[0].cents(), found.iter().sum::<i64>());
        }
    }

    proptest! {
        /// Up to both borders of 64 bits: what fits is right, wherever it passes them on the way, and what does not is an error.
        #[test]
        fn large_lines_agree_with_wide_integers(
            lines in vec((number(), number(), 0_u32..2), 1..6), tariff_decimals in 0_u32..10, volume_decimals in 0_u32..9,
        ) {
            let tariffs: Vec<i64> = lines.iter().map(|line| line.0).collect();
            let volumes: Vec<i64> = lines.iter().map(|line| line.1).collect();
            let groups: Vec<u32> = lines.iter().map(|line| line.2).collect();
            let columns = Columns { tariffs: &tariffs, volumes: &volumes };
            let scales = Scales { tariff_decimals, volume_decimals };
            let divisor = BigInt::from(10_u32).pow(tariff_decimals + volume_decimals);
            let cents = |&(tariff, volume, _): &(i64, i64, u32)| {
                let twice: BigInt = BigInt::from(tariff) * volume * 200;
                let half: BigInt = if twice < BigInt::from(0) { -divisor.clone() } else { divisor.clone() };
                (twice + half) / (&divisor * 2) // cut off towards zero
            };
            let expected: Vec<BigInt> = lines.iter().map(cents).collect();
            let in_64_bits = |amounts: &[BigInt]| amounts.iter().map(|cents| i64::try_from(cents).ok()).collect::<Option<Vec<_>>>();
            let opposites = |numbers: &[i64]| !numbers.contains(&i64::MIN);
            let worth = in_64_bits(&expected).filter(|cents| [cents, &tariffs, &volumes].iter().all(|all| opposites(all)));
            prop_assert_eq!(&amounts(columns, scales).ok(), &worth);
            let of = |group| expected.iter().zip(&groups).filter(|pair| *pair.1 == group).map(|pair| pair.0).sum();
            let mut sums = [Amount::ZERO; 2];
            let found = columns.sums(scales, &groups, &mut sums).ok().map(|()| sums.map(Amount::cents).to_vec());
            prop_assert_eq!(found, worth.and_then(|_| in_64_bits(&[of(0), of(1)])));
        }
    }

    fn number() -> impl Strategy<Value = i64> {
        let powers = (0_u32..63, -2_i64..=2).prop_map(|(power, more)| (1_i64 << power).saturating_add(more));
        let either = (powers, any::<bool>()).prop_map(|(number, negative)| if negative { -number } else { number });
        prop_oneof![either, select(&[i64::MIN, i64::MAX, 0, 5_000][..]), any::<i64>()]
    }

    #[test]
    fn what_does_not_fit_is_an_error_with_its_line() {
        let scales = Scales { tariff_decimals: 4, volume_decimals: 2 };
        let of = |tariffs: &[i64], volumes: &[i64], groups: &[u32]| {
            let mut sums = [Amount::ZERO; 2];
            Columns { tariffs, volumes }.sums(scales, groups, &mut sums).map_err(|error| error.to_string())
        };
        // The product passes 64 bits, the amount does not.
        assert_eq!(of(&[i64::MAX / 2], &[8], &[0]), Ok(()));
        assert_eq!(
            of(&[1, i64::MAX], &[1, i64::MAX], &[0, 0]),
            Err("line 1: the amount does not fit, expected an amount between -92233720368547758.08 and \
                 92233720368547758.07."
                .into())
        );
        assert_eq!(of(&[1], &[1], &[2]), Err("line 0: group 2, expected a group below 2, the number of sums.".into()));
        assert_eq!(of(&[1], &[], &[2]), Err("0 volumes, expected 1, one for each tariff.".into()));
        let many = Scales { tariff_decimals: 18, volume_decimals: 2 };
        let lines = Columns { tariffs: &[1], volumes: &[1] };
        let text = lines.sums(many, &[0], &mut [Amount::ZERO]).unwrap_err().to_string();
        assert_eq!(text, "20 decimals of tariff and volume together, expected at most 18.");
    }
    #[test]
    fn what_cannot_be_credited_is_an_error() {
        let text = |tariff: i64, volume: i64, scales| {
            let lines = Columns { tariffs: &[1, tariff], volumes: &[1, volume] };
            lines.amounts(scales, &mut [Amount::ZERO; 2]).unwrap_err().to_string()
        };
        let (whole, fine) =
            (Scales { tariff_decimals: 2, volume_decimals: 0 }, Scales { tariff_decimals: 4, volume_decimals: 0 });
        let end = "expected a number that has an opposite, so that it can be credited.";
        for scales in [whole, fine] {
            for other in [0, 1, -1, 7, i64::MIN] {
                let found = "line 1: a tariff of -9223372036854775808";
                assert_eq!(text(i64::MIN, other, scales), format!("{found}, {end}"), "times {other}");
            }
            for other in [0, 1, -1, 7] {
                let found = "line 1: a volume of -9223372036854775808";
                assert_eq!(text(other, i64::MIN, scales), format!("{found}, {end}"), "times {other}");
            }
        }
        let found = "line 1: an amount of -92233720368547758.08";
        assert_eq!(text(1 << 62, -2, whole), format!("{found}, {end}"));
        assert_eq!(text(1 << 62, -200, fine), format!("{found}, {end}"));
    }
}
