//! Random contracts of every variant and random lines: what is paid adds up, is explained, and does not depend on the order of
//! lines; a credited line might as well not be there.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

#[path = "scenario_support/contracts.rs"]
mod contracts;
#[path = "scenario_support/sweep.rs"]
mod sweep;

use contracts::{Line, contract, product, scenario, task, volumes};
use proptest::collection::vec;
use proptest::prelude::*;
use sweep::check;
use taakgericht::exact::{Amount, Percent, Ratio, decimal};
use taakgericht::financing::effort::{Beyond, Ceiling};
use taakgericht::financing::product::{Unit, Variant};
use taakgericht::financing::task::{Breakpoint, Corridor, LumpSumBasis, PenaltyBase};
use taakgericht::period::{Month, Year};
use taakgericht::scenario::{PenaltySection, Plan, ResultSection, Scenario, Statement};

/// Days of 2026, and one more than each quarter has.
const DAYS: [&str; 6] = ["2026-01-01", "2026-02-28", "2026-03-31", "2026-06-15", "2026-10-31", "2026-12-31"];

fn percent(hundredths: i64) -> Percent {
    Percent::from_ratio(Ratio::new(hundredths.into(), 10_000).unwrap()).unwrap()
}

fn year() -> Year {
    Year::new(2026).unwrap()
}

fn line() -> impl Strategy<Value = Line> {
    (0..2_usize, 0..DAYS.len(), 1..5_000_i64, vec(0..9_i64, 3)).prop_map(|(party, day, volume, moments)| Line {
        party,
        day: DAYS[day],
        volume,
        moments,
        ..Line::default()
    })
}

fn tariff() -> impl Strategy<Value = rust_decimal::Decimal> {
    (0..2_000_000_i64, 0..5_u32).prop_map(|(number, scale)| rust_decimal::Decimal::new(number, scale))
}

/// A contract by effort, perhaps with a ceiling.
fn effort() -> impl Strategy<Value = Scenario> {
    let beyond = prop_oneof![(0..=10_000_i64).prop_map(|share| Some(Some(share))), Just(Some(None)), Just(None)];
    (tariff(), beyond, 0..20_000_000_i64).prop_map(|(tariff, beyond, amount)| {
        let mut scenario = small(Variant::EffortBased);
        let product = &mut scenario.contracts[0].products[0];
        product.tariffs[0].1 = tariff;
        let beyond = beyond
            .map(|share| share.map_or(Beyond::NewCareByProvider, |share| Beyond::SharedByProvider(percent(share))));
        product.ceilings.extend(beyond.map(|beyond| (year(), Ceiling { amount: Amount::from_cents(amount), beyond })));
        scenario
    })
}

/// A contract by output in three parts.
fn output() -> impl Strategy<Value = Scenario> {
    (0..10_000_000_i64, 0..=5_000_i64, 0..=5_000_i64).prop_map(|(price, start, milestone)| {
        let mut scenario = small(Variant::OutputBased);
        let product = &mut scenario.contracts[0].products[0];
        product.unit = Some(Unit::PieceOfOutput);
        product.result = Some(ResultSection {
            prices: vec![(contracts::day("2026-01-01"), Amount::from_cents(price))],
            parts: [start, milestone, 10_000 - start - milestone].map(percent).to_vec(),
        });
        scenario
    })
}

fn breakpoints() -> impl Strategy<Value = Vec<Breakpoint>> {
    vec((1..2_000_i64, 0..=10_000_i64), 0..4).prop_map(|steps| {
        let mut from = 0;
        steps
            .into_iter()
            .map(|(step, share)| {
                from += step;
                Breakpoint { from: percent(from), share: percent(share) }
            })
            .collect()
    })
}

/// A task with a corridor, and penalties of each kind.
fn by_task() -> impl Strategy<Value = Scenario> {
    (tariff(), breakpoints(), breakpoints(), 1..50_000_000_i64, vec(0..=1_000_i64, 3)).prop_map(
        |(tariff, over, under, amount, penalties)| {
            let mut scenario = small(Variant::TaskBased);
            scenario.contracts[0].products[0].tariffs[0].1 = tariff;
            let mut section = task("youths", amount);
            section.lump_sum.basis = LumpSumBasis::HistoricTurnover(vec![
                (Year::new(2023).unwrap(), Amount::from_cents(amount)),
                (Year::new(2024).unwrap(), Amount::from_cents(amount / 3)),
                (Year::new(2025).unwrap(), Amount::from_cents(amount / 7)),
            ]);
            section.corridor = Corridor::new(over, under).unwrap();
            let month = PenaltyBase::MonthlyPart(Month::new(year(), 3).unwrap());
            let of = [PenaltyBase::LumpSum, PenaltyBase::Settled, month];
            section.penalties = of
                .into_iter()
                .zip(penalties)
                .map(|(of, share)| PenaltySection {
                    reason: of.name().into(),
                    year: year(),
                    percent: percent(share),
                    of,
                })
                .collect();
            scenario.contracts[0].task = Some(section);
            scenario
        },
    )
}

fn small(variant: Variant) -> Scenario {
    let mut scenario = scenario();
    scenario.products = vec![product("begeleiding", "45A04", "minute")];
    scenario.contracts = vec![contract("noord", "Elker", "2026-01-01", "2026-12-31", "begeleiding", variant)];
    scenario
}

fn with_lines(mut scenario: Scenario, lines: &[Line]) -> Scenario {
    let mut volumes = volumes(lines);
    volumes.moments = ["started", "halfway", "ended"].map(Into::into).to_vec();
    scenario.volumes = vec![volumes];
    scenario
}

fn statements(scenario: &Scenario) -> Vec<Statement> {
    Plan::new(scenario).unwrap_or_else(|errors| panic!("{errors}")).run().unwrap().statements
}

fn any_contract() -> impl Strategy<Value = Scenario> {
    prop_oneof![effort(), output(), by_task()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// `parts_sum_to_whole`, `explanation_replays`: of every figure of every statement.
    #[test]
    fn every_payment_adds_up_and_is_explained(scenario in any_contract(), lines in vec(line(), 1..8)) {
        let scenario = with_lines(scenario, &lines);
        let (outcome, explained) = check(&scenario, 1);
        prop_assert!(explained > 0);
        let paid: Vec<_> = outcome.statements.iter().map(|one| one.columns.last().unwrap().amounts.clone()).collect();
        prop_assert_eq!(&paid[0], &paid[1], "what is paid by product is paid by month");
    }

    /// `credits_cancel`: a line and its credit pay nothing, whatever the variant.
    #[test]
    fn a_credited_line_might_as_well_not_be_there(
        scenario in any_contract(), lines in vec(line(), 1..8), credited in line(), at in 0..8_usize,
    ) {
        let debit = Line { number: Some("1"), ..credited.clone() };
        let moments = credited.moments.iter().map(|count| -count).collect();
        let credit = Line { number: Some("2"), credits: Some("1"), volume: -credited.volume, moments, ..credited };
        let mut with = lines.clone();
        with.insert(at.min(lines.len()), debit);
        with.push(credit);
        prop_assert_eq!(statements(&with_lines(scenario.clone(), &with)), statements(&with_lines(scenario, &lines)));
    }

    /// `order_free`.
    #[test]
    fn the_order_of_lines_says_nothing(scenario in any_contract(), lines in vec(line(), 2..8)) {
        let backwards: Vec<Line> = lines.iter().rev().cloned().collect();
        prop_assert_eq!(statements(&with_lines(scenario.clone(), &backwards)), statements(&with_lines(scenario, &lines)));
    }

    /// What is compared as contracted is what is paid, penalties aside.
    #[test]
    fn contracts_as_they_are_cost_what_is_paid(scenario in any_contract(), lines in vec(line(), 1..8)) {
        let mut scenario = with_lines(scenario, &lines);
        if let Some(task) = &mut scenario.contracts[0].task {
            task.penalties.clear();
        }
        let paid = statements(&scenario)[0].columns.last().unwrap().amounts.clone();
        let compared = Plan::new(&scenario).unwrap().compare_variants().unwrap();
        prop_assert_eq!(&compared[0].cases[0].municipalities, &paid);
    }
}

/// By effort every line is what an hour costs, in sixtieths, half up: reckoned here in whole numbers.
#[test]
fn effort_is_tariff_times_volume() {
    let mut scenario = small(Variant::EffortBased);
    scenario.contracts[0].products[0].tariffs[0].1 = decimal::parse("91.5825").unwrap();
    let lines: Vec<Line> = (1..400)
        .map(|volume| Line { party: 0, day: DAYS[3], volume, moments: vec![0; 3], ..Line::default() })
        .collect();
    let expected: i64 = (1..400).map(|volume| (2 * 915_825 * volume + 6_000) / 12_000).sum();
    let paid = statements(&with_lines(scenario, &lines))[0].columns.last().unwrap().total;
    assert_eq!(paid.cents(), expected);
}
