//! What several test programs share: amounts from cents and back, bounds, and the order of the tie rules.
#![allow(dead_code, reason = "every test program uses its own part of this")]

use taakgericht::exact::{Amount, Bounds, TieRule};

/// Whole cents as amounts.
pub(crate) fn amounts(cents: &[i64]) -> Vec<Amount> {
    cents.iter().copied().map(Amount::from_cents).collect()
}

/// Amounts as whole cents.
pub(crate) fn cents(amounts: &[Amount]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.cents()).collect()
}

/// A floor and a ceiling in cents.
pub(crate) type Pair = (Option<i64>, Option<i64>);

/// Pairs of cents as bounds.
pub(crate) fn bounds(pairs: &[Pair]) -> Vec<Bounds> {
    let amount = |cents: Option<i64>| cents.map(Amount::from_cents);
    let bound = |&(floor, ceiling): &Pair| Bounds { floor: amount(floor), ceiling: amount(ceiling) };
    pairs.iter().map(bound).collect()
}

/// The parties in the order in which a tie rule lets them go first; nothing for the rule that refuses.
pub(crate) fn priority<T: Ord>(tie: TieRule, weights: &[T]) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    match tie {
        TieRule::First => {}
        TieRule::Last => order.reverse(),
        TieRule::LargestWeight => order.sort_by(|&a, &b| weights[b].cmp(&weights[a]).then(a.cmp(&b))),
        TieRule::Refuse => return None,
    }
    Some(order)
}

/// Every list of `length` numbers below `base`, in the order of counting.
pub(crate) fn every_list(length: u32, base: usize) -> impl Iterator<Item = Vec<usize>> {
    let digit = move |number: usize, position: u32| number / base.pow(position) % base;
    (0..base.pow(length)).map(move |number| (0..length).rev().map(|position| digit(number, position)).collect())
}

/// Every order of the numbers below `length`.
pub(crate) fn every_order(length: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for next in 0..length {
        let with_next =
            |order: &Vec<usize>| (0..=order.len()).map(|place| inserted(order, place, next)).collect::<Vec<_>>();
        orders = orders.iter().flat_map(with_next).collect();
    }
    orders
}

fn inserted(order: &[usize], place: usize, number: usize) -> Vec<usize> {
    let mut longer = order.to_vec();
    longer.insert(place, number);
    longer
}
