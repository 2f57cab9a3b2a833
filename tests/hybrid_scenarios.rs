//! Random hybrid purchasing, written as text: contracts by effort, by output, as a task and of all kinds at once for the same
//! products, over one year or two, with credits, a pool of what is paid on top, cases and shocks. What is paid is what fractions
//! of any size come to; it adds up however it is added, nobody's money is lost, and text and scenario say the same.
#![cfg(feature = "format")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

#[path = "hybrid_support/oracle.rs"]
mod oracle;
#[path = "scenario_support/sweep.rs"]
mod sweep;
#[path = "hybrid_support/text.rs"]
mod text;
#[path = "hybrid_support/world.rs"]
mod world;

use oracle::divided;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeMap;
use sweep::{amounts, check, column, statement};
use taakgericht::exact::{Amount, Unrounded};
use taakgericht::format;
use taakgericht::scenario::{CaseOutcome, Outcome, Plan, Scenario, Statement, VariantComparison};
use text::Text;
use world::{CONTRACTS, PRODUCTS, Variant, World, worlds};

fn read(text: &Text) -> Scenario {
    text.read().unwrap_or_else(|errors| panic!("{errors}\n{}", text.main))
}

fn plan(scenario: &Scenario) -> Plan<'_> {
    Plan::new(scenario).unwrap_or_else(|errors| panic!("{errors}"))
}

fn cents(amounts: &[Amount]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.cents()).collect()
}

/// The statements of a contract in a year: by product, and by month. A contract of which nothing was delivered has none, unless
/// anything of it is a task.
fn of_contract<'o>(outcome: &'o Outcome, contract: &str, year: i64) -> Option<[&'o Statement; 2]> {
    let is_there = outcome.statements.iter().any(|one| one.id == format!("{contract}/{year}"));
    let both = || ["", "/months"].map(|ending| statement(outcome, &format!("{contract}/{year}{ending}")));
    is_there.then(both)
}

/// What each municipality pays in a year for all contracts, with penalties added again or not.
fn paid(outcome: &Outcome, parties: usize, year: i64, with_penalties: bool) -> Vec<i64> {
    let mut sums = vec![0; parties];
    for [by_product, _] in CONTRACTS.iter().filter_map(|contract| of_contract(outcome, contract, year)) {
        let penalties = column(by_product, "penalty").filter(|_| with_penalties);
        for (row, sum) in sums.iter_mut().enumerate() {
            *sum += amounts(by_product, "paid")[row].cents();
            *sum -= penalties.map_or(0, |penalties| penalties.amounts[row].cents());
        }
    }
    sums
}

fn paid_by_year(world: &World, outcome: &Outcome) -> BTreeMap<i64, Vec<i64>> {
    world.years.iter().map(|&year| (year, paid(outcome, world.youths.len(), year, false))).collect()
}

fn of_case<'c>(compared: &'c VariantComparison, id: &str) -> &'c CaseOutcome {
    compared.cases.iter().find(|case| case.id == id).unwrap()
}

fn sum(exact: impl IntoIterator<Item = Unrounded>) -> Unrounded {
    exact.into_iter().fold(Unrounded::ZERO, |sum, one| sum.checked_add(one).unwrap())
}

/// What is invoiced, the lump sum and the corridor are what fractions come to.
fn assert_as_reckoned(world: &World, outcome: &Outcome) {
    for (position, (id, contract)) in CONTRACTS.iter().zip(&world.contracts).enumerate() {
        for &year in &world.years {
            let Some([statement, _]) = of_contract(outcome, id, year) else {
                assert!(!contract.has_task() && world.standing(position, year).count() == 0, "{id}/{year}");
                continue;
            };
            for (product, name) in PRODUCTS.iter().enumerate() {
                if contract.variants[product] != Variant::Task {
                    let expected = world.invoiced(position, product, year);
                    assert_eq!(cents(amounts(statement, name)), expected, "{id}/{year}/{name}");
                }
            }
            if contract.has_task() {
                let (lump_sum, settled) = (contract.lump_sum(year), world.paid_by_task(position, year));
                let parts = divided(lump_sum, &world.youths);
                assert_eq!(cents(amounts(statement, "task")), parts, "{id}/{year}/task");
                let more = divided(settled, &world.youths).into_iter().zip(parts).map(|(with, without)| with - without);
                let corridor =
                    column(statement, "corridor").map_or(vec![0; world.youths.len()], |one| cents(&one.amounts));
                assert_eq!(corridor, more.collect::<Vec<_>>(), "{id}/{year}/corridor");
            }
        }
    }
}

/// What a contract pays is the same by product and by month; both add up to their totals, which the sweep sees to.
fn assert_adds_up_both_ways(world: &World, outcome: &Outcome) {
    for (contract, year) in CONTRACTS.iter().flat_map(|contract| world.years.iter().map(move |&year| (contract, year)))
    {
        if let Some([by_product, by_month]) = of_contract(outcome, contract, year) {
            assert_eq!(amounts(by_product, "paid"), amounts(by_month, "paid"), "{contract}/{year}");
            let settled = ["ceiling", "corridor", "penalty"].iter().filter_map(|name| column(by_product, name));
            let settled: i64 = settled.map(|column| column.total.cents()).sum();
            assert_eq!(column(by_month, "settlement").map_or(0, |column| column.total.cents()), settled);
        }
    }
}

/// A pool moves what municipalities pay, and neither adds to it nor takes from it.
fn assert_pool_conserves(world: &World, outcome: &Outcome) {
    for (year, paid) in paid_by_year(world, outcome) {
        let pool = statement(outcome, &format!("region/{year}"));
        let [own, transfer, borne] = ["own_cost", "transfer", "borne"].map(|name| cents(amounts(pool, name)));
        assert_eq!(own, paid, "the pool shares what was paid, {year}");
        assert_eq!(transfer.iter().sum::<i64>(), 0, "transfers_sum_to_zero, {year}");
        assert_eq!(borne.iter().sum::<i64>(), paid.iter().sum::<i64>(), "borne_equals_cost, {year}");
        let moved: Vec<i64> = paid.iter().zip(transfer).map(|(paid, transfer)| paid + transfer).collect();
        assert_eq!(borne, moved, "{year}");
    }
}

/// What a case says of money holds together: who pays, who is paid, who bears a shock, what leaks.
fn assert_conserves(case: &CaseOutcome) {
    let total = |amounts: &[Amount]| Amount::sum(amounts).unwrap();
    assert_eq!(total(&case.municipalities), case.paid, "{}", case.id);
    let revenues: Vec<Amount> = case.providers.iter().map(|provider| provider.revenue).collect();
    assert_eq!(total(&revenues), case.paid, "what municipalities pay is what providers receive: {}", case.id);
    let agreements: Vec<Amount> = case.agreements.iter().flat_map(|one| [one.paid, one.leaked]).collect();
    assert_eq!(total(&agreements), case.paid, "{}", case.id);
    let administration: Vec<Amount> = case.agreements.iter().filter_map(|one| one.administration).collect();
    assert_eq!(Some(total(&administration)), case.administration, "{}", case.id);
    for provider in &case.providers {
        let kept = sum([provider.result.into(), provider.residue, provider.cost]);
        assert_eq!(kept, provider.revenue.into(), "{}", case.id);
    }
    for shock in &case.shocks {
        assert_eq!(total(&shock.municipalities), shock.paid_more, "{} {}", case.id, shock.id);
        assert_eq!(sum(shock.providers.iter().copied()), shock.borne_by_providers, "{} {}", case.id, shock.id);
        let borne = sum([shock.paid_more.into(), shock.borne_by_providers]);
        assert_eq!(borne, shock.extra_cost, "a shock is borne by somebody: {} {}", case.id, shock.id);
    }
    if let Some(leakage) = &case.leakage {
        assert_eq!(total(&leakage.municipalities), leakage.paid_more, "{}", case.id);
        let gained = sum(leakage.providers.iter().copied().chain([leakage.cost]));
        assert_eq!(gained, leakage.paid_more.into(), "leaked_care_is_paid_for: {}", case.id);
    }
}

/// The contracts as they are cost what is paid, penalties aside; so does every case that changes nothing.
fn assert_compared_is_paid(world: &World, outcome: &Outcome, compared: &VariantComparison) {
    let year = i64::from(compared.year.number());
    let contracted = of_case(compared, "contracted");
    assert_eq!(cents(&contracted.municipalities), paid(outcome, world.youths.len(), year, true), "{year}");
    for same in ["same-effort", "same-output", "same-task", "same-hybrid-2", "same-hybrid-4c", "sealed"] {
        let same = of_case(compared, same);
        let as_contracted = CaseOutcome { id: same.id.clone(), leakage: same.leakage.clone(), ..contracted.clone() };
        assert_eq!(same, &as_contracted, "{year}");
    }
    let sealed = of_case(compared, "sealed").leakage.as_ref().unwrap();
    assert_eq!(sealed.paid_more, Amount::ZERO, "nothing leaks");
}

/// The same with its lines in the opposite order; a credit stands behind what it credits.
fn backwards(world: &World) -> World {
    World { lines: world.lines.iter().rev().cloned().collect(), ..world.clone() }
}

fn json(scenario: &Scenario) -> [String; 2] {
    let plan = plan(scenario);
    let compared = plan.compare_variants().unwrap();
    [serde_json::to_string(&plan.run().unwrap()).unwrap(), serde_json::to_string(&compared).unwrap()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// `parts_sum_to_whole`, `explanation_replays`, `transfers_sum_to_zero`, `borne_equals_cost`: of every figure.
    #[test]
    fn hybrid_purchasing_adds_up_and_is_explained(world in worlds()) {
        let without_pool = read(&text::contracts(&world));
        let paid = paid_by_year(&world, &plan(&without_pool).run().unwrap());
        let (outcome, explained) = check(&read(&text::with_pool(&world, &paid)), 1);
        prop_assert!(explained > 0);
        assert_as_reckoned(&world, &outcome);
        assert_adds_up_both_ways(&world, &outcome);
        assert_pool_conserves(&world, &outcome);
    }

    #[test]
    fn what_is_compared_is_what_is_paid(world in worlds()) {
        let scenario = read(&text::contracts(&world));
        let plan = plan(&scenario);
        let outcome = plan.run().unwrap();
        for compared in plan.compare_variants().unwrap_or_else(|errors| panic!("{errors}")) {
            compared.cases.iter().for_each(assert_conserves);
            assert_compared_is_paid(&world, &outcome, &compared);
        }
    }

    /// `round_trip`, `same_bytes`, `order_free`.
    #[test]
    fn text_and_scenario_say_the_same(world in worlds()) {
        let text = text::contracts(&world);
        let paid = paid_by_year(&world, &plan(&read(&text)).run().unwrap());
        let text = text::with_pool(&world, &paid);
        let scenario = read(&text);
        let canonical = format::write(&scenario);
        let again = format::read("canonical.toml", &canonical.main, &|name| canonical.file(name));
        let again = again.unwrap_or_else(|errors| panic!("{errors}\n{}", canonical.main));
        prop_assert_eq!(&format::write(&again), &canonical, "the same bytes");
        prop_assert_eq!(format::fingerprint(&again), format::fingerprint(&scenario));
        prop_assert_eq!(json(&again), json(&scenario));
        prop_assert_eq!(json(&read(&text::with_pool(&backwards(&world), &paid))), json(&scenario), "the order of lines says nothing");
    }
}
