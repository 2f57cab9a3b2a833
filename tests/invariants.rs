//! The named invariants as properties of random splits, and the promise that every way to the same split gives the same
//! bytes. The names are those that `lib.rs` and DESIGN.md promise.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use num_bigint::BigInt;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use support::{amounts, cents};
use taakgericht::exact::{Amount, Bounds, Divider, Method, Ratio, Scratch, Split, TieRule, Unrounded, Weights, place};

/// Weights of all sizes, zeros and equals among them, with a sum above zero.
fn weights() -> impl Strategy<Value = Vec<i64>> {
    let weight = prop_oneof![3 => 0..6_i64, 2 => 0..5000_i64, 1 => 0..1_i64 << 40, 1 => 0..i64::MAX];
    let few = proptest::collection::vec(weight, 1..12);
    few.prop_filter("someone has a weight", |weights| weights.iter().any(|&weight| weight > 0))
}

/// Wholes of all sizes with both borders.
fn wholes() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => -200..200_i64,
        4 => any::<i64>(),
        4 => -1_387_893_300..1_387_893_300_i64,
        1 => Just(i64::MIN),
        1 => Just(i64::MAX),
    ]
}

/// Every method and tie rule that decides; Huntington–Hill only where its weights fit.
fn splits() -> impl Strategy<Value = Split> {
    let deciding = select(vec![TieRule::First, TieRule::Last, TieRule::LargestWeight]);
    (select(&Method::ALL[..]), deciding).prop_map(|(method, tie)| Split::new(method).tie(tie))
}

/// A divider, or nothing where the method cannot take the weights.
fn divider(split: Split, weights: &[i64]) -> Option<Divider> {
    split.prepare(&Weights::from_integers(weights).unwrap()).ok()
}

fn divide(divider: &Divider, whole: i64) -> Vec<i64> {
    cents(&divider.split().divide(Amount::from_cents(whole), divider.weights()).unwrap())
}

/// `part · sum - whole · weight`, which is the deviation from the exact share times the sum.
fn deviation(whole: i64, weights: &[i64], position: usize, part: i64) -> BigInt {
    let sum: BigInt = weights.iter().map(|&weight| BigInt::from(weight)).sum();
    BigInt::from(part) * sum - BigInt::from(whole) * weights[position]
}

proptest! {
    #[test]
    fn parts_sum_to_whole(split in splits(), weights in weights(), whole in wholes()) {
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        let parts = divide(&divider, whole);
        prop_assert_eq!(Amount::sum(&amounts(&parts)), Ok(Amount::from_cents(whole)), "parts_sum_to_whole");
        let one_sided = |part: &i64| part.signum() == 0 || part.signum() == whole.signum();
        prop_assert!(parts.iter().all(one_sided), "no part has another sign than the whole: {:?}", parts);
    }

    /// Largest remainder and running totals promise it. A divisor method leaves its quota, a rest taker takes the rest.
    #[test]
    fn within_one_unit(cumulative in any::<bool>(), weights in weights(), whole in wholes()) {
        let method = if cumulative { Method::Cumulative } else { Method::LargestRemainder };
        let divider = divider(Split::new(method), &weights).unwrap();
        let sum: BigInt = weights.iter().map(|&weight| BigInt::from(weight)).sum();
        for (position, part) in divide(&divider, whole).into_iter().enumerate() {
            let off = deviation(whole, &weights, position, part);
            prop_assert!(-&sum < off && off < sum, "within_one_unit: party {}", position);
        }
    }

    #[test]
    fn zero_weight_gets_zero(split in splits(), weights in weights(), whole in wholes()) {
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        for (part, weight) in divide(&divider, whole).into_iter().zip(weights) {
            prop_assert!(weight > 0 || part == 0, "zero_weight_gets_zero");
        }
    }

    /// In another order of rows every party gets the same, once a stable id decides between equals: here the largest
    /// weight goes first, and equal weights get equal parts up to their order.
    #[test]
    fn order_free(
        method in select(&[Method::LargestRemainder, Method::Webster, Method::Jefferson, Method::Adams, Method::HuntingtonHill][..]),
        (weights, shuffled) in weights().prop_flat_map(|weights| (Just(weights.clone()), Just(weights).prop_shuffle())),
        whole in wholes(),
    ) {
        let split = Split::new(method).tie(TieRule::LargestWeight);
        let pairs = |weights: &[i64]| {
            let mut pairs: Vec<_> = weights.iter().copied().zip(divide(&divider(split, weights)?, whole)).collect();
            pairs.sort_unstable();
            Some(pairs)
        };
        prop_assert_eq!(pairs(&weights), pairs(&shuffled), "order_free");
    }

    /// Where nobody ties, no rule and no order decides anything.
    #[test]
    fn order_free_without_ties(weights in weights(), whole in wholes()) {
        let whole = Amount::from_cents(whole);
        let proved = Weights::from_integers(&weights).unwrap();
        if let Ok(parts) = Split::default().tie(TieRule::Refuse).divide(whole, &proved) {
            for tie in [TieRule::First, TieRule::Last, TieRule::LargestWeight] {
                prop_assert_eq!(&Split::default().tie(tie).divide(whole, &proved).unwrap(), &parts, "order_free");
            }
            let reversed: Vec<i64> = weights.iter().rev().copied().collect();
            let mut back = Split::default().divide(whole, &Weights::from_integers(&reversed).unwrap()).unwrap();
            back.reverse();
            prop_assert_eq!(back, parts, "order_free");
        }
    }

    /// Not for a party that takes the rest.
    #[test]
    fn equal_weights_differ_by_one_at_most(split in splits(), weights in weights(), whole in wholes()) {
        if matches!(split.method(), Method::FirstTakesRest | Method::LastTakesRest) {
            return Ok(());
        }
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        let parts = divide(&divider, whole);
        for (a, b) in (0..weights.len()).flat_map(|a| (0..a).map(move |b| (a, b))) {
            let close = parts[a].abs_diff(parts[b]) <= 1;
            prop_assert!(weights[a] != weights[b] || close, "equal_weights_differ_by_one_at_most");
        }
    }

    #[test]
    fn negative_mirrors_positive(split in splits(), weights in weights(), whole in 0..=i64::MAX) {
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        let mirrored: Vec<i64> = divide(&divider, -whole).into_iter().map(|part| -part).collect();
        prop_assert_eq!(divide(&divider, whole), mirrored, "negative_mirrors_positive");
    }

    /// One whole, a row at a time, or a column: the same parts.
    #[test]
    fn same_bytes_by_every_way(
        split in splits(),
        weights in prop_oneof![weights(), Just(vec![3, 3, 10, 84]), Just(vec![90, 25, 25, 100, 760]), Just(vec![7])],
        column in proptest::collection::vec(prop_oneof![wholes(), (-99..99_i64).prop_map(|whole| whole * 100)], 0..600),
    ) {
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        let mut columns = vec![vec![Amount::ZERO; column.len()]; weights.len()];
        let mut slices: Vec<&mut [Amount]> = columns.iter_mut().map(Vec::as_mut_slice).collect();
        divider.divide_columns(&amounts(&column), &mut slices).unwrap();
        let mut rows = vec![Amount::ZERO; column.len() * weights.len()];
        divider.divide_rows(&amounts(&column), &mut rows).unwrap();
        let (mut row_parts, mut scratch) = (vec![Amount::ZERO; weights.len()], Scratch::default());
        for (row, &whole) in column.iter().enumerate() {
            divider.divide_into(Amount::from_cents(whole), &mut row_parts, &mut scratch).unwrap();
            let from_columns: Vec<i64> = columns.iter().map(|column| column[row].cents()).collect();
            prop_assert_eq!(&from_columns, &cents(&row_parts), "row {}", row);
            prop_assert_eq!(&from_columns, &cents(&rows[row * weights.len()..][..weights.len()]), "row {}", row);
            if row % 50 == 0 {
                prop_assert_eq!(from_columns, divide(&divider, whole), "row {}", row);
            }
        }
    }

    #[test]
    fn scaling_the_weights_changes_nothing(split in splits(), weights in weights(), factor in 1..1000_i128, whole in wholes()) {
        let times = |weight: &i64| Ratio::new(i128::from(*weight) * factor, 720).unwrap();
        let scaled = Weights::from_ratios(&weights.iter().map(times).collect::<Vec<_>>()).unwrap();
        prop_assert_eq!(&scaled, &Weights::from_integers(&weights).unwrap());
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        prop_assert_eq!(cents(&split.divide(Amount::from_cents(whole), &scaled).unwrap()), divide(&divider, whole));
    }

    /// A split is the placing of the exact shares.
    #[test]
    fn place_agrees_with_divide(weights in proptest::collection::vec(0..5000_i64, 1..12), whole in wholes(), rule in 0..4_usize) {
        let (tie, whole) = (TieRule::ALL[rule], Amount::from_cents(whole));
        let Ok(proved) = Weights::from_integers(&weights) else { return Ok(()) };
        let share = |position| Unrounded::from(whole).times(proved.share(position)).unwrap();
        let exact: Vec<Unrounded> = (0..weights.len()).map(share).collect();
        let (placed, divided) = (place(&exact, Amount::CENT, tie), Split::default().tie(tie).divide(whole, &proved));
        match (placed, divided) {
            (Ok(placed), Ok(divided)) => prop_assert_eq!(placed, divided),
            (Err(placed), Err(divided)) => prop_assert_eq!(placed, divided),
            (placed, divided) => prop_assert!(false, "{:?} and {:?}", placed, divided),
        }
    }

    #[test]
    fn without_bounds_a_bounded_split_is_a_split(weights in weights(), whole in wholes(), rule in 0..4_usize) {
        let split = Split::default().tie(TieRule::ALL[rule]);
        let (whole, proved) = (Amount::from_cents(whole), Weights::from_integers(&weights).unwrap());
        let unlimited = vec![Bounds::default(); weights.len()];
        prop_assert_eq!(split.divide_bounded(whole, &proved, &unlimited), split.divide(whole, &proved));
    }

    /// Parts stay within their bounds and add up, negative mirrors positive; or the bounds leave no room, and then the
    /// error says so.
    #[test]
    fn bounded_parts_stay_within_bounds(
        parties in proptest::collection::vec((0..500_i64, proptest::option::of(-900..900_i64), proptest::option::of(0..900_i64)), 1..12),
        whole in -3000..3000_i64,
    ) {
        let Ok(proved) = Weights::from_integers(&parties.iter().map(|party| party.0).collect::<Vec<_>>()) else { return Ok(()) };
        let pair = |&(_, floor, height): &(i64, Option<i64>, Option<i64>)| (floor, height.map(|height| floor.unwrap_or(0) + height));
        let pairs: Vec<support::Pair> = parties.iter().map(pair).collect();
        let mirrored: Vec<support::Pair> = pairs.iter().map(|&(floor, ceiling)| (ceiling.map(|c| -c), floor.map(|f| -f))).collect();
        let found = Split::default().divide_bounded(Amount::from_cents(whole), &proved, &support::bounds(&pairs));
        let mirror = Split::default().divide_bounded(Amount::from_cents(-whole), &proved, &support::bounds(&mirrored));
        match (found, mirror) {
            (Ok(parts), Ok(mirror)) => {
                prop_assert_eq!(Amount::sum(&parts), Ok(Amount::from_cents(whole)), "parts_sum_to_whole");
                for (part, (floor, ceiling)) in cents(&parts).into_iter().zip(pairs) {
                    prop_assert!(floor.is_none_or(|floor| part >= floor) && ceiling.is_none_or(|ceiling| part <= ceiling));
                }
                let mirror: Vec<i64> = cents(&mirror).into_iter().map(|part| -part).collect();
                prop_assert_eq!(cents(&parts), mirror, "negative_mirrors_positive");
            }
            (Err(one), Err(other)) => prop_assert_eq!((one.kind(), other.kind()), (taakgericht::Kind::Bounds, taakgericht::Kind::Bounds)),
            (one, other) => prop_assert!(false, "{:?} and {:?}", one, other),
        }
    }

    #[test]
    fn parts_are_multiples_of_the_unit(split in splits(), weights in weights(), unit in 1..200_000_i64, units in -1_000_000..1_000_000_i64) {
        let Some(divider) = divider(split, &weights) else { return Ok(()) };
        let in_units = split.unit(Amount::from_cents(unit)).unwrap();
        let parts = cents(&in_units.divide(Amount::from_cents(unit * units), divider.weights()).unwrap());
        let expected: Vec<i64> = divide(&divider, units).into_iter().map(|part| part * unit).collect();
        prop_assert_eq!(parts, expected);
    }
}

/// What is not promised: the largest remainders are not monotone, and a divisor method may leave its quota.
#[test]
fn not_promised() {
    let parts = |method, weights: &[i64], whole| divide(&divider(Split::new(method), weights).unwrap(), whole);
    assert_eq!(parts(Method::LargestRemainder, &[6, 6, 2], 10), [4, 4, 2]);
    assert_eq!(parts(Method::LargestRemainder, &[6, 6, 2], 11), [5, 5, 1]); // a cent more, and the third gets less
    assert_eq!(parts(Method::Jefferson, &[90, 3, 3, 3], 10), [10, 0, 0, 0]); // its quota is 9.09
    assert_eq!(parts(Method::LastTakesRest, &[1, 1, 1, 1], 3), [0, 0, 0, 3]);
}

#[test]
fn the_borders_of_an_amount_divide_like_any_other() {
    let schedule = Weights::from_integers(&[3, 3, 10, 84]).unwrap();
    for (method, whole) in Method::ALL.into_iter().flat_map(|method| [(method, i64::MIN), (method, i64::MAX)]) {
        let parts = Split::new(method).divide(Amount::from_cents(whole), &schedule).unwrap();
        assert_eq!(Amount::sum(&parts), Ok(Amount::from_cents(whole)), "parts_sum_to_whole: {method:?}");
        let alone = Split::new(method).divide(Amount::from_cents(whole), &Weights::equal(1).unwrap());
        assert_eq!(alone, Ok(amounts(&[whole])), "{method:?}");
    }
    let cent = Split::default().divide(Amount::MIN, &schedule).unwrap();
    assert_eq!(cents(&cent)[0], -276_701_161_105_643_274); // 3% of 2^63 is ...274.24
}

/// Every residue of a schedule, at both ends of the range and around zero, in a column and alone.
#[test]
fn every_residue_of_a_schedule_is_divided_alike_in_a_column_and_alone() {
    let schedules: [&[i64]; 6] =
        [&[3, 3, 10, 84], &[50, 25, 25, 100, 800], &[90, 25, 25, 100, 760], &[1], &[1, 0, 1], &[1, 2, 4, 8, 49]];
    for (schedule, tie) in schedules.into_iter().flat_map(|schedule| TieRule::ALL.map(|tie| (schedule, tie))) {
        let weights = Weights::from_integers(schedule).unwrap();
        let split = Split::default().tie(tie);
        let wholes: Vec<Amount> = (-1100..1100)
            .chain(i64::MIN..i64::MIN + 1100)
            .chain(i64::MAX - 1100..=i64::MAX)
            .map(Amount::from_cents)
            .collect();
        for rows in wholes.chunks(550) {
            assert_column_is_divided_like_its_rows(split, rows, &weights);
        }
    }
}

/// Or refused, in the row of the first tie.
fn assert_column_is_divided_like_its_rows(split: Split, wholes: &[Amount], weights: &Weights) {
    let mut columns = vec![vec![Amount::ZERO; wholes.len()]; weights.len()];
    let mut slices: Vec<&mut [Amount]> = columns.iter_mut().map(Vec::as_mut_slice).collect();
    let divided = split.divide_columns(wholes, weights, &mut slices);
    let mut in_rows = vec![Amount::ZERO; wholes.len() * weights.len()];
    assert_eq!(split.prepare(weights).unwrap().divide_rows(wholes, &mut in_rows), divided);
    let alone: Result<Vec<Vec<Amount>>, _> = wholes
        .iter()
        .enumerate()
        .map(|(row, &whole)| split.divide(whole, weights).map_err(|error| error.within(format!("row {row}"))))
        .collect();
    match alone {
        Err(first) => assert_eq!(divided, Err(first)),
        Ok(rows) => {
            divided.unwrap();
            for (row, parts) in rows.iter().enumerate() {
                assert!(columns.iter().map(|column| &column[row]).eq(parts), "{} by {weights:?}", wholes[row]);
                let from = row * weights.len();
                assert_eq!(&in_rows[from..from + weights.len()], parts, "{} by {weights:?}", wholes[row]);
            }
        }
    }
}
