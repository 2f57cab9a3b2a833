//! Settlement of random pools: payments, reserves, rounds, advances and statistics, each against what it promises or
//! against arbitrary precision.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use support::{amounts, cents};
use taakgericht::exact::{Amount, Ratio};
use taakgericht::period::Year;
use taakgericht::pool::{
    Advances, Burden, Observation, Payment, ReserveTerms, Round, RoundKind, Solidarity, net, payments, settled_rounds,
};

/// Costs and budgets of municipalities: zeros, a few cents, millions, credits.
fn money() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(0), 2 => -20..20_i64, 4 => -1_000_000_000..9_000_000_000_i64]
}

/// Transfers of up to 400 members that cancel out: zeros, many equals and opposites among them, and the ends of the range.
fn transfers() -> impl Strategy<Value = Vec<i64>> {
    let small = proptest::collection::vec(-4..5_i64, 0..400).prop_map(cancelled);
    let mixed = proptest::collection::vec(money(), 0..400).prop_map(cancelled);
    let opposite =
        proptest::collection::vec(any::<i64>().prop_filter("has an opposite", |&cents| cents > i64::MIN), 0..200);
    let opposite = opposite.prop_map(|half| half.iter().flat_map(|&cents| [cents, -cents]).collect());
    let ends = (0..100_usize).prop_map(|times| [i64::MIN, i64::MAX, 0, 1].repeat(times));
    prop_oneof![small, mixed, opposite, ends]
}

/// With a last transfer that makes the sum zero.
fn cancelled(mut transfers: Vec<i64>) -> Vec<i64> {
    transfers.push(-transfers.iter().sum::<i64>());
    transfers
}

fn paid(transfers: &[i64]) -> Vec<Payment> {
    payments(&amounts(transfers)).unwrap()
}

/// Each number with the place that it got in a random order.
fn shuffled(numbers: Vec<i64>) -> impl Strategy<Value = Vec<(usize, i64)>> {
    Just(numbers.into_iter().enumerate().collect::<Vec<_>>()).prop_shuffle()
}

proptest! {
    #[test]
    fn fewer_payments_than_members(transfers in transfers()) {
        let payments = paid(&transfers);
        prop_assert!(payments.len() < transfers.len().max(1), "fewer_payments_than_members");
        prop_assert!(payments.iter().all(|payment| payment.amount > Amount::ZERO));
        prop_assert_eq!(net(&payments, transfers.len()).unwrap(), amounts(&transfers));
        let moved: i128 = payments.iter().map(|payment| i128::from(payment.amount.cents())).sum();
        prop_assert_eq!(moved, transfers.iter().map(|&transfer| i128::from(transfer).max(0)).sum::<i128>());
        prop_assert!(payments.is_sorted_by(|one, next| (one.from, one.to) < (next.from, next.to)), "each pair once, in order");
    }

    /// Who pays exactly what another receives has one payment, as far as there are such others.
    #[test]
    fn equal_opposites_pay_each_other(transfers in transfers()) {
        let direct = paid(&transfers).into_iter().filter(|payment| {
            let (from, to) = (i128::from(transfers[payment.from]), i128::from(transfers[payment.to]));
            from == -to && from == i128::from(payment.amount.cents())
        });
        let mut counts: BTreeMap<u64, [usize; 2]> = BTreeMap::new();
        for transfer in transfers.iter().filter(|&&transfer| transfer != 0) {
            counts.entry(transfer.unsigned_abs()).or_default()[usize::from(*transfer > 0)] += 1;
        }
        prop_assert_eq!(direct.count(), counts.values().map(|[receive, pay]| *receive.min(pay)).sum::<usize>());
    }

    /// Members in another order, where nobody ties: the same members pay each other the same.
    #[test]
    fn payments_without_ties_do_not_depend_on_positions(
        members in proptest::collection::vec(-1_i64 << 54..1 << 54, 1..200).prop_map(cancelled).prop_flat_map(shuffled),
    ) {
        let by_id = |members: &[(usize, i64)]| {
            let found = paid(&members.iter().map(|&(_, transfer)| transfer).collect::<Vec<_>>());
            let named = |payment: &Payment| (members[payment.from].0, members[payment.to].0, payment.amount);
            let mut named: Vec<_> = found.iter().map(named).collect();
            named.sort_unstable();
            named
        };
        let mut declared = members.clone();
        declared.sort_unstable();
        prop_assert_eq!(by_id(&members), by_id(&declared));
    }

    /// With ties the amounts that are paid stay the same; only who of the equals pays them goes by position.
    #[test]
    fn amounts_of_payments_do_not_depend_on_positions(
        members in proptest::collection::vec(-9..10_i64, 0..60).prop_map(cancelled).prop_flat_map(shuffled),
    ) {
        let sorted = |transfers: Vec<i64>| {
            let mut amounts: Vec<Amount> = paid(&transfers).iter().map(|payment| payment.amount).collect();
            amounts.sort_unstable();
            amounts
        };
        let found = sorted(members.iter().map(|&(_, transfer)| transfer).collect());
        let mut declared = members;
        declared.sort_unstable();
        prop_assert_eq!(found, sorted(declared.into_iter().map(|(_, transfer)| transfer).collect()));
    }

    #[test]
    fn a_reserve_stays_within_its_bounds(
        (floor, room, top_up) in (0..500_i64, 0..500_i64, 0..60_i64),
        opening in -200..1500_i64,
        results in proptest::collection::vec(prop_oneof![9 => -700..700_i64, 1 => any::<i64>()], 0..20),
    ) {
        let cap = floor + room;
        let amount = Amount::from_cents;
        let terms = ReserveTerms { floor: amount(floor), cap: amount(cap), top_up: amount(top_up) };
        let years = terms.years(amount(opening), &amounts(&results)).unwrap();
        prop_assert_eq!(years.len(), results.len());
        let mut expected_opening = opening;
        for (year, &result) in years.iter().zip(&results) {
            let [opening, withdrawn, stored, topped_up, closing] =
                [year.opening, year.withdrawn, year.stored, year.topped_up, year.closing].map(Amount::cents);
            prop_assert_eq!(opening, expected_opening);
            prop_assert_eq!(closing, opening - withdrawn + stored + topped_up);
            prop_assert!(withdrawn >= 0 && stored >= 0 && (0..=top_up).contains(&topped_up));
            prop_assert!((floor..=cap).contains(&closing) || !(floor..=cap).contains(&opening));
            // A deficit is withdrawn as far as the floor allows, a surplus stored as far as the cap does.
            prop_assert!(i128::from(withdrawn) == -i128::from(result.min(0)) || opening - withdrawn == floor || (withdrawn == 0 && opening < floor));
            prop_assert!(stored == result.max(0) || opening + stored == cap || (stored == 0 && opening > cap));
            prop_assert!(topped_up == top_up || closing == cap || (topped_up == 0 && closing > cap));
            expected_opening = closing;
        }
    }

    #[test]
    fn members_and_reserve_bear_all_cost(cost in money(), budget in money(), opening in 0..9_000_000_000_i64) {
        let amount = Amount::from_cents;
        let terms = ReserveTerms { floor: amount(1_000_000), cap: amount(5_000_000_000), top_up: amount(777) };
        let year = terms.year(amount(opening), amount(budget - cost)).unwrap();
        let members = year.members_bear(amount(cost)).unwrap().cents();
        prop_assert_eq!(members, cost + year.closing.cents() - opening);
    }

    #[test]
    fn balances_reach_borne(
        (advances, borne) in (1..50_usize, 1..6_usize).prop_flat_map(|(members, rounds)| {
            let column = || proptest::collection::vec(money(), members);
            (column(), proptest::collection::vec(column(), rounds))
        }),
        closing in 0..6_usize,
    ) {
        // Provisional ones, the final one, and prior-year ones after it.
        let closing = closing.min(borne.len() - 1);
        let round = |(number, column): (usize, &Vec<i64>)| Round {
            kind: match number.cmp(&closing) {
                Ordering::Less => RoundKind::Provisional,
                Ordering::Equal => RoundKind::Final,
                Ordering::Greater => RoundKind::PriorYear,
            },
            booked: Year::new(2015 + i64::try_from(number).unwrap()).unwrap(),
            borne: amounts(column),
        };
        let rounds: Vec<Round> = borne.iter().enumerate().map(round).collect();
        let settled = settled_rounds(Year::new(2015).unwrap(), &amounts(&advances), &rounds).unwrap();
        let mut running = advances;
        for (settlement, borne) in settled.iter().zip(&borne) {
            prop_assert_eq!(&cents(&settlement.settled), &running);
            running.iter_mut().zip(cents(&settlement.balances)).for_each(|(total, balance)| *total += balance);
            prop_assert_eq!(&running, borne, "balances_reach_borne");
        }
        prop_assert_eq!(settled.len(), borne.len());
    }

    #[test]
    fn advances_add_up(yearly in proptest::collection::vec(any::<i64>(), 0..30), count in 1..60_usize) {
        let advances = Advances::new(&amounts(&yearly), count).unwrap();
        prop_assert_eq!(cents(&advances.paid_after(count).unwrap()), &yearly[..]);
        for (member, &whole) in yearly.iter().enumerate() {
            let (mut paid, count) = (0_i128, i128::try_from(count).unwrap());
            for (number, instalment) in (1..).zip(advances.of(member)) {
                paid += i128::from(instalment.cents());
                // Every running total is the nearest whole cent.
                prop_assert!((paid * count - i128::from(whole) * number).abs() * 2 <= count);
            }
        }
    }

    #[test]
    fn statistics_agree_with_arbitrary_precision(
        years in (1..8_usize).prop_flat_map(|members| {
            let row = (0..9_000_000_000_i64, money(), money());
            let budget_or_none = (row, any::<bool>()).prop_map(|((c, a, p), none)| if none { (0, a, p) } else { (c, a, p) });
            proptest::collection::vec(proptest::collection::vec(budget_or_none, members), 1..30)
        }),
    ) {
        check_statistics(&years)?;
    }
}

type Row = (i64, i64, i64);

fn column(year: &[Row], of: fn(&Row) -> i64) -> Vec<Amount> {
    year.iter().map(|row| Amount::from_cents(of(row))).collect()
}

fn check_statistics(years: &[Vec<Row>]) -> Result<(), proptest::test_runner::TestCaseError> {
    let labels: Vec<String> = (0..years.len()).map(|year| format!("draw {year}")).collect();
    let columns: Vec<[Vec<Amount>; 3]> = years
        .iter()
        .map(|year| [column(year, |row| row.0), column(year, |row| row.1), column(year, |row| row.2)])
        .collect();
    let observations: Vec<Observation<'_>> = labels
        .iter()
        .zip(&columns)
        .map(|(label, [contributions, own_costs, borne])| Observation { label, contributions, own_costs, borne })
        .collect();
    let found = Solidarity::of(&observations).unwrap();
    let mut lasting = (0, 0);
    for (position, member) in found.members.iter().enumerate() {
        let rows: Vec<Row> = years.iter().map(|year| year[position]).collect();
        check_burden(&member.without, &rows.iter().map(|row| (row.0, row.1)).collect::<Vec<_>>(), &labels)?;
        check_burden(&member.with, &rows.iter().map(|row| (row.0, row.2)).collect::<Vec<_>>(), &labels)?;
        let net: i64 = rows.iter().map(|row| row.2 - row.1).sum();
        prop_assert_eq!(member.net_transfer.cents(), net);
        lasting.0 += net.max(0);
        lasting.1 += (-net).max(0);
    }
    prop_assert_eq!(found.lasting.amount.cents(), lasting.0.min(lasting.1));
    let mut cost_of_all = 0;
    for (year, moved) in years.iter().zip(&found.yearly) {
        let cost: i64 = year.iter().map(|row| row.1).sum();
        let paid: i64 = year.iter().map(|row| (row.2 - row.1).max(0)).sum();
        let received: i64 = year.iter().map(|row| (row.1 - row.2).max(0)).sum();
        let paid = paid.min(received);
        prop_assert_eq!(moved.amount.cents(), paid);
        prop_assert_eq!(moved.share_of_cost, (cost > 0).then(|| Ratio::new(paid.into(), cost.into()).unwrap()));
        cost_of_all += cost;
    }
    let share = (cost_of_all > 0).then(|| Ratio::new(lasting.0.min(lasting.1).into(), cost_of_all.into()).unwrap());
    prop_assert_eq!(found.lasting.share_of_cost, share);
    Ok(())
}

fn big(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn whole(number: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// Pairs of budget and burden, one for each year.
fn check_burden(
    found: &Burden,
    years: &[(i64, i64)],
    labels: &[String],
) -> Result<(), proptest::test_runner::TestCaseError> {
    let count = BigRational::from_integer(BigInt::from(years.len()));
    let mean = years.iter().fold(BigRational::zero(), |sum, &(_, borne)| sum + whole(borne)) / &count;
    let square = |&(_, borne): &(i64, i64)| (whole(borne) - &mean) * (whole(borne) - &mean);
    let variance = years.iter().map(square).fold(BigRational::zero(), |sum, square| sum + square) / &count;
    prop_assert_eq!(big(found.mean.cents().unwrap()), mean.clone());
    prop_assert_eq!(big(found.variance), variance.clone());
    let (root, one) = (whole(found.standard_deviation.cents()), whole(1));
    prop_assert!(!root.is_negative() && &root * &root <= variance && variance < (&root + &one) * (&root + &one));
    let burdens = || years.iter().map(|&(_, borne)| borne);
    prop_assert_eq!(found.range.cents(), burdens().max().unwrap() - burdens().min().unwrap());
    let above = |&(budget, borne): &(i64, i64)| (budget > 0).then(|| (whole(borne) - whole(budget)) / whole(budget));
    let heaviest = years.iter().map(above).max().unwrap();
    let named = found.heaviest.as_ref().map(|heaviest| big(heaviest.above_budget));
    prop_assert_eq!(&named, &heaviest);
    if let Some(found) = &found.heaviest {
        let first = years.iter().position(|year| above(year) == heaviest).unwrap();
        prop_assert_eq!(&found.label, &labels[first]);
    }
    Ok(())
}
