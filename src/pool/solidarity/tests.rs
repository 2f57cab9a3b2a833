//! Worked values and the text of errors.

use super::{Observation, Solidarity};
use crate::error::Kind;
use crate::exact::{Amount, Ratio};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

type Columns = [Vec<Amount>; 3];

fn columns(cents: [&[i64]; 3]) -> Columns {
    cents.map(|column| column.iter().copied().map(Amount::from_cents).collect())
}

fn year<'a>(label: &'a str, [contributions, own_costs, borne]: &'a Columns) -> Observation<'a> {
    Observation { label, contributions, own_costs, borne }
}

fn ratio(above: i128, below: i128) -> Ratio {
    Ratio::new(above, below).unwrap()
}

/// Three years of two members that share all cost half and half; the second one budgets nothing in 2016.
#[test]
fn a_pool_is_weighed_member_by_member() {
    let of_2015 = columns([&[100, 100], &[130, 90], &[110, 110]]);
    let of_2016 = columns([&[100, 0], &[60, 100], &[80, 80]]);
    let of_2017 = columns([&[120, 80], &[140, 60], &[100, 100]]);
    let years = [year("2015", &of_2015), year("2016", &of_2016), year("2017", &of_2017)];
    let found = Solidarity::of(&years).unwrap();
    let (one, two) = (&found.members[0], &found.members[1]);

    // Costs 130, 60, 140: mean 110, deviations 20, −50, 30, mean square 3800/3 = 1266.7, root 35.59.
    assert_eq!(one.without.mean, Amount::from_cents(110).into());
    assert_eq!(one.without.variance, ratio(3800, 3));
    assert_eq!((one.without.standard_deviation.cents(), one.without.range.cents()), (35, 80));
    // Borne 110, 80, 100: mean 290/3, mean square of the deviations (3·28500 − 290²)/9 = 1400/9 = 155.6, root 12.47.
    assert_eq!(one.with.mean.cents(), Ok(ratio(290, 3)));
    assert_eq!(one.with.variance, ratio(1400, 9));
    assert_eq!((one.with.standard_deviation.cents(), one.with.range.cents()), (12, 30));

    let worst =
        |burden: &super::Burden| burden.heaviest.clone().map(|worst| (worst.label, worst.above_budget)).unwrap();
    assert_eq!(worst(&one.without), ("2015".to_string(), ratio(3, 10))); // 130/100 − 1; in 2017 it is 1/6
    assert_eq!(worst(&one.with), ("2015".to_string(), ratio(1, 10)));
    assert_eq!(worst(&two.without), ("2015".to_string(), ratio(-1, 10))); // 2016 has no budget to compare with
    assert_eq!(worst(&two.with), ("2017".to_string(), ratio(1, 4)));

    // Transfers −20/+20, +20/−20 and −40/+40; after three years −40/+40.
    assert_eq!((one.net_transfer.cents(), two.net_transfer.cents()), (-40, 40));
    let yearly: Vec<_> = found.yearly.iter().map(|year| (year.amount.cents(), year.share_of_cost.unwrap())).collect();
    assert_eq!(yearly, [(20, ratio(20, 220)), (20, ratio(20, 160)), (40, ratio(40, 200))]);
    assert_eq!((found.lasting.amount.cents(), found.lasting.share_of_cost), (40, Some(ratio(40, 580))));
}

#[test]
fn of_equally_heavy_years_the_first_is_named_and_without_budget_none() {
    let (small, large) = (columns([&[10, 0], &[15, 5], &[15, 5]]), columns([&[20, 0], &[30, 5], &[30, 5]]));
    let found = Solidarity::of(&[year("a", &small), year("b", &large)]).unwrap();
    assert_eq!(found.members[0].with.heaviest.as_ref().unwrap().label, "a");
    assert_eq!(found.members[1].with.heaviest, None);
    let credit = columns([&[10], &[-5], &[-5]]);
    let found = Solidarity::of(&[year("credit", &credit)]).unwrap();
    assert_eq!(found.lasting.share_of_cost, None);
    assert_eq!(found.members[0].with.heaviest.as_ref().unwrap().above_budget, ratio(-3, 2));
}

/// 10^12 cents in 1000 draws is far within reach, and the ends of the range are not all out of it.
#[test]
fn large_pools_fit() {
    let trillion = 1_000_000_000_000;
    let (low, high) =
        (columns([&[1; 400], &[0; 400], &[0; 400]]), columns([&[1; 400], &[trillion; 400], &[trillion; 400]]));
    let draws: Vec<_> = (0..1000).map(|draw| year("draw", if draw % 2 == 0 { &low } else { &high })).collect();
    let found = Solidarity::of(&draws).unwrap();
    assert!(found.members.iter().all(|member| member.with.standard_deviation.cents() == trillion / 2));
    let ends = [columns([&[1], &[i64::MIN], &[i64::MIN]]), columns([&[1], &[-1], &[-1]])];
    let found = Solidarity::of(&[year("low", &ends[0]), year("high", &ends[1])]).unwrap();
    assert_eq!(found.members[0].with.standard_deviation.cents(), i64::MAX / 2); // half of 2^63 − 1, rounded down
}

#[test]
fn columns_that_do_not_belong_together_are_refused() {
    let (fine, empty) = (columns([&[1, 2], &[3, 4], &[4, 3]]), columns([&[], &[], &[]]));
    let refused = |years: &[Observation<'_>]| {
        let error = Solidarity::of(years).unwrap_err();
        (error.kind(), error.to_string())
    };
    assert_eq!(refused(&[]), (Kind::Missing, "no years, expected at least one.".into()));
    let no_members = "\"2015\": no members, expected at least one.";
    assert_eq!(refused(&[year("2015", &empty)]), (Kind::Missing, no_members.into()));
    let range = "expected an amount between -92233720368547758.08 and 92233720368547758.07.";
    let cases: [(Columns, Kind, String); 6] = [
        (
            columns([&[1, -2], &[3], &[4]]),
            Kind::OutOfRange,
            "the contribution of position 1 is below zero, expected contributions of zero or more.".into(),
        ),
        (columns([&[1], &[3, 4], &[4, 3]]), Kind::Length, "1 contribution, expected 2, one for each member.".into()),
        (columns([&[1, 2], &[3, 4, 5], &[4, 3]]), Kind::Length, "3 own costs, expected 2, one for each member.".into()),
        (columns([&[1, 2], &[3, 4], &[]]), Kind::Length, "0 borne amounts, expected 2, one for each member.".into()),
        (
            columns([&[1, 2], &[0, i64::MIN], &[0, 1]]),
            Kind::Overflow,
            alloc::format!("the transfer of position 1 does not fit, {range}"),
        ),
        (empty, Kind::Length, "0 contributions, expected 2, one for each member.".into()),
    ];
    for (columns, kind, text) in cases {
        let found = refused(&[year("2015", &fine), year("2016", &columns)]);
        assert_eq!(found, (kind, alloc::format!("\"2016\": {text}")));
    }
}

#[test]
fn what_no_type_holds_is_refused() {
    let moved = columns([&[1; 4], &[0; 4], &[i64::MAX - 1, 2, 1 - i64::MAX, -2]]);
    let error = Solidarity::of(&[year("2016", &moved)]).unwrap_err().to_string();
    assert!(error.starts_with("\"2016\": the redistribution does not fit"), "{error}");
    let one = |cost: i64| columns([&[1], &[cost], &[cost]]);
    let (lowest, highest) = (one(i64::MIN), one(i64::MAX));
    let error = Solidarity::of(&[year("low", &lowest), year("high", &highest)]).unwrap_err();
    let text = "the variance of what position 0 bears does not fit, expected years × range of at most 10^19 cents.";
    assert_eq!((error.kind(), error.to_string().as_str()), (Kind::Overflow, text));
    let third = 3_100_000_000_000_000_000;
    let ends = [one(-third), one(-third - 1), one(2 * third)];
    let wide = Solidarity::of(&[year("low", &ends[0]), year("lower", &ends[1]), year("high", &ends[2])]);
    assert_eq!(wide.unwrap_err().kind(), Kind::Overflow);
    let paid = columns([&[1, 1], &[0, 0], &[i64::MAX, -i64::MAX]]);
    let text = "the net transfer of position 0 does not fit, \
                expected an amount between -92233720368547758.08 and 92233720368547758.07.";
    assert_eq!(Solidarity::of(&[year("a", &paid), year("b", &paid)]).unwrap_err().to_string(), text);
}
