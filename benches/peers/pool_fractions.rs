//! Sharing models on general fractions: every share in lowest terms, the cents left over by sorting.

use super::pool_data::{PoolYear, Sharing};
use num_rational::Ratio;

type Fraction = Ratio<i128>;

/// What each member bears, in cents; ties go to the first.
pub fn settle(year: &PoolYear, sharing: Sharing) -> Vec<i64> {
    let whole = |number: i64| Fraction::from(i128::from(number));
    let total = whole(year.costs.iter().sum());
    let sum = whole(year.youths.iter().sum());
    let own: Vec<Fraction> = (0..year.costs.len()).map(|member| own(year, sharing, member)).collect();
    let pot = total - own.iter().sum::<Fraction>();
    let exact: Vec<Fraction> = own.iter().zip(&year.youths).map(|(own, &k)| own + pot * whole(k) / sum).collect();
    let mut borne: Vec<Fraction> = exact.iter().map(Fraction::floor).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - borne[b]).cmp(&(exact[a] - borne[a])));
    let left = (total - borne.iter().sum::<Fraction>()).to_integer() as usize;
    order.into_iter().take(left).for_each(|position| borne[position] += 1);
    borne.into_iter().map(|cents| cents.to_integer() as i64).collect()
}

fn own(year: &PoolYear, sharing: Sharing, member: usize) -> Fraction {
    let share = |percent: i64| Fraction::new(i128::from(percent), 100);
    let cost = Fraction::from(i128::from(year.costs[member]));
    match sharing {
        Sharing::Insurance => Fraction::from(0),
        Sharing::Blend { pooled } => share(100 - pooled) * cost,
        Sharing::Corridor { band } => {
            let contribution = i128::from(year.contributions[member]);
            cost.clamp(share(100 - band) * contribution, share(100 + band) * contribution)
        }
        Sharing::StopLoss { threshold, ceded } => cost - share(ceded) * i128::from(year.above(member, threshold)),
    }
}
