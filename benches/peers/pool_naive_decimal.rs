//! Sharing models on `rust_decimal` as one writes them first: shares of 28 digits, and the cents put right at the end.

use super::pool_data::{PoolYear, Sharing};
use rust_decimal::Decimal;

/// What each member bears, in whole cents; ties go to the first.
pub fn settle(year: &PoolYear, sharing: Sharing) -> Vec<Decimal> {
    let costs: Vec<Decimal> = year.costs.iter().copied().map(Decimal::from).collect();
    let total: Decimal = costs.iter().sum();
    let sum: Decimal = year.youths.iter().copied().map(Decimal::from).sum();
    let own: Vec<Decimal> = costs.iter().enumerate().map(|(member, &cost)| own(year, sharing, member, cost)).collect();
    let pot = total - own.iter().sum::<Decimal>();
    let exact: Vec<Decimal> =
        own.iter().zip(&year.youths).map(|(own, &youths)| own + pot * Decimal::from(youths) / sum).collect();
    let mut borne: Vec<Decimal> = exact.iter().map(Decimal::floor).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - borne[b]).cmp(&(exact[a] - borne[a])));
    let mut left = total - borne.iter().sum::<Decimal>();
    for position in order {
        if left < Decimal::ONE {
            break;
        }
        borne[position] += Decimal::ONE;
        left -= Decimal::ONE;
    }
    borne
}

fn own(year: &PoolYear, sharing: Sharing, member: usize, cost: Decimal) -> Decimal {
    let share = |percent: i64| Decimal::new(percent, 2);
    match sharing {
        Sharing::Insurance => Decimal::ZERO,
        Sharing::Blend { pooled } => share(100 - pooled) * cost,
        Sharing::Corridor { band } => {
            let contribution = Decimal::from(year.contributions[member]);
            cost.clamp(share(100 - band) * contribution, share(100 + band) * contribution)
        }
        Sharing::StopLoss { threshold, ceded } => cost - share(ceded) * Decimal::from(year.above(member, threshold)),
    }
}
