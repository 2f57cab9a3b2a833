//! What contracts pay, reckoned anew from the random world with fractions of any size.

use super::world::{Basis, Contract, FIRST, Line, Variant, World};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

fn number(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// So many hundredths of a percent, as a fraction.
fn share(hundredths: i64) -> BigRational {
    number(hundredths) / number(10_000)
}

/// Half up; nothing here is below zero.
fn rounded(exact: &BigRational) -> i64 {
    (exact + BigRational::new(1.into(), 2.into())).floor().to_integer().to_i64().unwrap()
}

/// By largest remainder: a tie goes to the first.
pub(crate) fn divided(whole: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum();
    let exact: Vec<(i64, i64)> = weights
        .iter()
        .map(|&weight| {
            let product = i128::from(whole) * i128::from(weight);
            let [floor, rest] = [product.div_euclid(sum.into()), product.rem_euclid(sum.into())];
            (i64::try_from(floor).unwrap(), i64::try_from(rest).unwrap())
        })
        .collect();
    let mut parts: Vec<i64> = exact.iter().map(|&(floor, _)| floor).collect();
    let left = usize::try_from(whole - parts.iter().sum::<i64>()).unwrap();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&party| std::cmp::Reverse(exact[party].1));
    order.iter().take(left).for_each(|&party| parts[party] += 1);
    parts
}

impl World {
    /// The lines of a contract in a year that were not credited.
    pub(crate) fn standing(&self, contract: usize, year: i64) -> impl Iterator<Item = &Line> {
        let lines = self.lines.iter().filter(move |line| line.contract == contract && !line.is_credited);
        lines.filter(move |line| self.day(line).0 == year)
    }

    /// What a line costs by tariff times volume.
    fn by_effort(&self, line: &Line) -> i64 {
        let [before, after] = self.contracts[line.contract].tariffs[line.product];
        let (year, month, _) = self.day(line);
        let tariff = if (year, month) < (FIRST, 7) { before } else { after };
        match line.product {
            // The tariff of an hour in hundredths of a cent; the volume in minutes.
            0 => rounded(&BigRational::new(BigInt::from(tariff) * line.volume, (60 * 100).into())),
            _ => tariff * line.volume,
        }
    }

    /// What a line costs by the results in it: part of the price at the start, the rest at the end.
    fn by_output(&self, line: &Line) -> i64 {
        let (price, start) = self.contracts[line.contract].results[line.product];
        let first = rounded(&(number(price) * share(start)));
        let [started, ended] = line.results;
        started * first + ended * (price - first)
    }

    /// What was invoiced of a product for each municipality.
    pub(crate) fn invoiced(&self, contract: usize, product: usize, year: i64) -> Vec<i64> {
        let mut sums = vec![0; self.youths.len()];
        for line in self.standing(contract, year).filter(|line| line.product == product) {
            sums[self.party(line)] += match self.contracts[contract].variants[product] {
                Variant::Output => self.by_output(line),
                Variant::Effort | Variant::Task => self.by_effort(line),
            };
        }
        sums
    }

    /// What a task pays in a year after its corridor, before penalties; the lump sum where nothing was reported.
    pub(crate) fn paid_by_task(&self, contract: usize, year: i64) -> i64 {
        let terms = &self.contracts[contract];
        let lump_sum = terms.lump_sum(year);
        let reported: Vec<&Line> =
            self.standing(contract, year).filter(|line| terms.variants[line.product] == Variant::Task).collect();
        if reported.is_empty() {
            return lump_sum;
        }
        let shadow: i64 = reported.iter().map(|line| self.by_effort(line)).sum();
        let is_over = shadow >= lump_sum;
        let settled = settled(lump_sum, (shadow - lump_sum).abs(), &terms.task.corridor[usize::from(!is_over)]);
        rounded(&if is_over { number(lump_sum) + settled } else { number(lump_sum) - settled })
    }
}

/// What is settled of a deviation: of each tier the share, as far as the deviation goes.
fn settled(lump_sum: i64, deviation: i64, tiers: &[(i64, i64)]) -> BigRational {
    let mut sum = BigRational::zero();
    for (position, &(from, part)) in tiers.iter().enumerate() {
        let from = number(lump_sum) * share(from);
        let to = tiers.get(position + 1).map(|&(to, _)| number(lump_sum) * share(to));
        let reached = to.map_or(number(deviation), |to| to.min(number(deviation)));
        sum += (reached - from).max(BigRational::zero()) * share(part);
    }
    sum
}

impl Contract {
    pub(crate) fn lump_sum(&self, year: i64) -> i64 {
        let task = &self.task;
        let first = rounded(&match &task.basis {
            Basis::Agreed(amount) => number(*amount),
            Basis::Turnover(years) => BigRational::new(years.iter().sum::<i64>().into(), years.len().into()),
            Basis::Capitation(groups) => number(groups.iter().map(|(rate, persons)| rate * persons).sum()),
        });
        if year == FIRST {
            let months = BigRational::new((13 - i64::from(self.from)).into(), 12.into());
            return if task.by_month { rounded(&(number(first) * months)) } else { first };
        }
        let [index, norm] = [task.index, task.volume_norm].map(|change| share(10_000 + change));
        rounded(&(number(first) * index * norm + number(task.mutation)))
    }
}
