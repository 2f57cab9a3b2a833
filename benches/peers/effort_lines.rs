//! A million lines of tariff times volume as one would write them by hand for exactly these decimals.

/// Tariffs in ten-thousandths of a euro, volumes in hundredths, groups.
pub struct Lines {
    pub tariffs: Vec<i64>,
    pub volumes: Vec<i64>,
    pub groups: Vec<u32>,
}

impl Lines {
    pub fn new(lines: usize, groups: u32) -> Lines {
        let mut random = super::random::Random::new(2026);
        let mut below = |limit: u64| random.below(limit);
        Lines {
            tariffs: (0..lines).map(|_| 100_000 + below(4_000_000) as i64).collect(),
            // One in a hundred is a credit.
            volumes: (0..lines).map(|_| (below(40_000) as i64) * if below(100) == 0 { -1 } else { 1 }).collect(),
            groups: (0..lines).map(|_| below(groups.into()) as u32).collect(),
        }
    }
}

/// 64 bits, the divisor known when it is compiled, no check that anything fits.
pub fn by_hand(lines: &Lines, sums: &mut [i64]) {
    sums.fill(0);
    for ((tariff, volume), group) in lines.tariffs.iter().zip(&lines.volumes).zip(&lines.groups) {
        let product = tariff * volume;
        sums[*group as usize] += (product + if product < 0 { -5_000 } else { 5_000 }) / 10_000;
    }
}

/// The same by somebody careful: nothing that does not fit, and no group that is not there, goes unseen.
pub fn checked(lines: &Lines, sums: &mut [i64]) -> Option<()> {
    sums.fill(0);
    for ((tariff, volume), group) in lines.tariffs.iter().zip(&lines.volumes).zip(&lines.groups) {
        let sum = sums.get_mut(*group as usize)?;
        *sum = sum.checked_add(checked_amount(*tariff, *volume)?)?;
    }
    Some(())
}

/// The amount of each line, as carefully.
pub fn checked_amounts(lines: &Lines, amounts: &mut [i64]) -> Option<()> {
    for ((tariff, volume), amount) in lines.tariffs.iter().zip(&lines.volumes).zip(amounts) {
        *amount = checked_amount(*tariff, *volume)?;
    }
    Some(())
}

fn checked_amount(tariff: i64, volume: i64) -> Option<i64> {
    let product = tariff.checked_mul(volume)?;
    Some(product.checked_add(if product < 0 { -5_000 } else { 5_000 })? / 10_000)
}

/// 128 bits, slow and plain: the answer that the others are held against.
pub fn wide(lines: &Lines, sums: &mut [i64]) {
    sums.fill(0);
    for ((tariff, volume), group) in lines.tariffs.iter().zip(&lines.volumes).zip(&lines.groups) {
        let product = i128::from(*tariff) * i128::from(*volume);
        let rounded = (product.abs() * 2 + 10_000) / 20_000 * product.signum();
        sums[*group as usize] += rounded as i64;
    }
}

/// Decimals as most people would write them.
pub fn naive_decimal(lines: &Lines, sums: &mut [rust_decimal::Decimal]) {
    use rust_decimal::{Decimal, RoundingStrategy};
    sums.fill(Decimal::ZERO);
    for ((tariff, volume), group) in lines.tariffs.iter().zip(&lines.volumes).zip(&lines.groups) {
        let amount = Decimal::new(*tariff, 4) * Decimal::new(*volume, 2);
        sums[*group as usize] += amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    }
}
