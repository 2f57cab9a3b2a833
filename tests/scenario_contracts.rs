//! Contracts of a scenario that was built without any file: what every variant pays, by hand; and every figure explained.
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

use contracts::{Line, contract, product, scenario, volumes};
use sweep::{amounts, check, statement};
use taakgericht::exact::{Amount, Percent};
use taakgericht::financing::comparison::{Administration, MonthlyRates, Shock};
use taakgericht::financing::effort::{Basis, Beyond, Ceiling};
use taakgericht::financing::product::{Unit, Variant};
use taakgericht::financing::task::{Breakpoint, Corridor, PartYear, PenaltyBase};
use taakgericht::period::{Date, Month, Period, Year};
use taakgericht::scenario::{PenaltySection, Plan, ResultSection, Scenario, ShockSection, Volumes};

fn cents(amounts: &[Amount]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.cents()).collect()
}

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

/// Two municipalities, one product in minutes at 87.30 an hour.
fn effort() -> Scenario {
    let mut scenario = scenario();
    scenario.products = vec![product("begeleiding", "45A04", "minute")];
    scenario.contracts =
        vec![contract("noord", "Elker", "2026-01-01", "2026-12-31", "begeleiding", Variant::EffortBased)];
    scenario.volumes = vec![volumes(&[
        Line { party: 0, day: "2026-01-10", volume: 95, ..Line::default() },
        Line { party: 1, day: "2026-02-10", volume: 60, number: Some("7"), ..Line::default() },
        Line { party: 1, day: "2026-02-10", volume: -60, credits: Some("7"), ..Line::default() },
        Line { party: 1, day: "2026-02-11", volume: 120, ..Line::default() },
    ])];
    scenario
}

#[test]
fn effort_pays_every_line_by_its_tariff() {
    let scenario = effort();
    let (outcome, explained) = check(&scenario, 1);
    let noord = statement(&outcome, "noord/2026");
    assert_eq!(cents(amounts(noord, "begeleiding")), [13_823, 17_460]); // never 138.70
    assert_eq!(amounts(noord, "begeleiding"), amounts(noord, "paid"));
    let months = statement(&outcome, "noord/2026/months");
    assert_eq!(cents(amounts(months, "2026-01")), [13_823, 0]);
    assert_eq!(cents(amounts(months, "2026-02")), [0, 17_460]); // the credit cancels its line
    assert_eq!(explained, 3 * (2 + 13)); // both parties, and the total
}

#[test]
fn beyond_a_ceiling_the_provider_bears_its_share() {
    let mut scenario = effort();
    let ceiling = Ceiling { amount: Amount::from_cents(20_000), beyond: Beyond::SharedByProvider(percent("50")) };
    scenario.contracts[0].products[0].ceilings = vec![(year(2026), ceiling)];
    let (outcome, _) = check(&scenario, 1);
    let noord = statement(&outcome, "noord/2026");
    // 312.83 in all, 112.83 beyond, half of it 56.415 for the provider: 56.42. 256.41 is paid, in proportion to the invoices:
    // 138.23 / 312.83 × 256.41 = 113.30.
    assert_eq!(cents(amounts(noord, "ceiling")), [11_330 - 13_823, 14_311 - 17_460]);
    assert_eq!(cents(amounts(noord, "paid")), [11_330, 14_311]);
    let used = outcome.contracts[0].products[0].ceiling.as_ref().unwrap();
    assert_eq!(used.used.exhausted, Some(Date::parse("2026-02-11").unwrap()));
    assert_eq!(used.used.borne_by_provider.cents(), 5_642);
}

#[test]
fn beyond_a_ceiling_new_care_is_for_the_provider() {
    let mut scenario = effort();
    let ceiling = Ceiling { amount: Amount::from_cents(10_000), beyond: Beyond::NewCareByProvider };
    scenario.contracts[0].products[0].ceilings = vec![(year(2026), ceiling)];
    let (outcome, _) = check(&scenario, 1);
    // Reached on 10 January; what began later is 174.60, all of it for the provider, so that Winsum pays nothing.
    let used = outcome.contracts[0].products[0].ceiling.as_ref().unwrap();
    assert_eq!(used.used.borne_by_provider.cents(), 17_460);
    assert_eq!(cents(amounts(statement(&outcome, "noord/2026"), "paid")), [13_823, 0]);
    let trace = Plan::new(&scenario).unwrap().explain("noord/2026/ceiling/Winsum").unwrap();
    let paid = trace.steps().iter().find(|step| step.label == "begeleiding, paid, Winsum").unwrap();
    assert_eq!(paid.source.as_deref(), Some("scenario, contract \"noord\""));
}

/// A lump sum of 300.00, settled beyond 10% for half on both sides, and penalties of each kind.
fn task() -> Scenario {
    let mut scenario = effort();
    scenario.contracts[0].products[0].variant = Variant::TaskBased;
    scenario.contracts[0].task = Some(contracts::task("youths", 30_000));
    scenario
}

/// A contract of five months: all of the lump sum, agreed for these, or five twelfths of it.
#[test]
fn a_part_of_a_year_is_paid_as_agreed() {
    // 300 × 5/12 = 125.00, of which 2,211 parts in 5,361 are 51.5529.
    let cases = [(PartYear::Whole, [12_373, 17_627]), (PartYear::ByMonth, [5_155, 7_345])];
    for (part_year, paid) in cases {
        let mut scenario = task();
        scenario.contracts[0].period = Period::new(contracts::day("2026-01-01"), contracts::day("2026-05-31")).unwrap();
        scenario.contracts[0].task.as_mut().unwrap().part_year = Some(part_year);
        let (outcome, _) = check(&scenario, 1);
        assert_eq!(cents(amounts(statement(&outcome, "noord/2026"), "task")), paid, "{part_year:?}");
        let months = statement(&outcome, "noord/2026/months");
        assert_eq!(months.columns.len(), 5 + 2, "five months, the settlement, and all of it");
    }
}

fn penalty(reason: &str, share: &str, of: PenaltyBase) -> PenaltySection {
    PenaltySection { reason: reason.into(), year: year(2026), percent: percent(share), of }
}

#[test]
fn a_task_pays_its_lump_sum_whatever_is_reported() {
    let scenario = task();
    let (outcome, _) = check(&scenario, 1);
    let noord = statement(&outcome, "noord/2026");
    // 2,211 and 3,150 youths: 300 × 2,211 / 5,361 = 123.7269.
    assert_eq!(cents(amounts(noord, "task")), [12_373, 17_627]);
    assert_eq!(cents(amounts(noord, "corridor")), [0, 0]);
    let months = statement(&outcome, "noord/2026/months");
    assert_eq!(cents(amounts(months, "2026-02")), [1_031, 1_469]);
    let outcome_of_task = outcome.contracts[0].task.as_ref().unwrap();
    assert_eq!(outcome_of_task.shadow[0].to_string(), "138.23");
}

#[test]
fn a_corridor_settles_both_ways_in_tiers() {
    let at = |from, share| Breakpoint { from: percent(from), share: percent(share) };
    // 312.83 against 300 lies within the band. Against 200 it is 112.83 more: half of 20, 62.13% of 72.83. Against 500 it is 187.17
    // less: half of 50, and 62.13% of 87.17.
    for (lump_sum, paid) in [(30_000, 30_000), (20_000, 25_525), (50_000, 42_084)] {
        let mut scenario = task();
        let section = scenario.contracts[0].task.as_mut().unwrap();
        *section = contracts::task("youths", lump_sum);
        let tiers = vec![at("10", "50"), at("20", "62.13")];
        section.corridor = Corridor::new(tiers.clone(), tiers).unwrap();
        section.penalties = vec![
            penalty("late", "2", PenaltyBase::LumpSum),
            penalty("later", "5", PenaltyBase::MonthlyPart(Month::new(year(2026), 3).unwrap())),
            penalty("latest", "1", PenaltyBase::Settled),
        ];
        let (outcome, _) = check(&scenario, 1);
        let settled = outcome.contracts[0].task.as_ref().unwrap().settlement.as_ref().unwrap();
        assert_eq!((settled.lump_sum.cents(), settled.paid.cents()), (lump_sum, paid));
    }
}

/// What is compared as contracted is what the statements say.
#[test]
fn contracts_as_they_are_cost_what_their_statements_say() {
    for mut scenario in [effort(), task()] {
        scenario.shocks = vec![];
        let (outcome, _) = check(&scenario, 1);
        let compared = Plan::new(&scenario).unwrap().compare_variants().unwrap();
        let contracted = &compared[0].cases[0];
        assert_eq!(contracted.id, "contracted");
        assert_eq!(contracted.municipalities, amounts(statement(&outcome, "noord/2026"), "paid"));
    }
}

/// What is said about a scenario: in planning, running, or comparing.
fn said(scenario: &Scenario) -> String {
    let said = |scenario| -> Result<(), taakgericht::Errors> {
        let plan = Plan::new(scenario)?;
        plan.run()?;
        plan.compare_variants().map(|_| ())
    };
    said(scenario).unwrap_err().to_string()
}

/// A contract by output at 1,000.00 in two parts.
fn output(parts: &[&str]) -> Scenario {
    let mut scenario = effort();
    let product = &mut scenario.contracts[0].products[0];
    product.variant = Variant::OutputBased;
    product.unit = Some(Unit::PieceOfOutput);
    let prices = vec![(contracts::day("2026-01-01"), Amount::from_cents(100_000))];
    product.result = Some(ResultSection { prices, parts: parts.iter().map(|part| percent(part)).collect() });
    scenario
}

/// A volume, how many started and ended, its number, and the line that it credits.
type Counted = (i64, [i64; 2], Option<&'static str>, Option<&'static str>);

/// Volumes of lines that count the start and the end.
fn counted(lines: &[Counted]) -> Vec<Volumes> {
    let line = |&(volume, moments, number, credits): &Counted| {
        let moments = moments.to_vec();
        Line { day: "2026-01-10", volume, moments, number, credits, ..Line::default() }
    };
    let lines: Vec<Line> = lines.iter().map(line).collect();
    vec![Volumes { moments: vec!["started".into(), "ended".into()], ..volumes(&lines) }]
}

/// A credit that counted up was paid once more, and a debit that counted down took back what nobody had declared.
#[test]
fn a_line_counts_what_its_volume_says() {
    let mut scenario = output(&["40", "60"]);
    scenario.volumes = counted(&[(60, [1, 0], Some("1"), None), (-60, [1, 0], None, Some("1"))]);
    let text = "volumes \"2026\": 1 at the moment \"started\" beside a volume of -60, expected 0 or less.\n  \
                A credit takes back what its debit counted: write its counts below zero too.";
    assert_eq!(said(&scenario), text);
    scenario.volumes = counted(&[(0, [1, -5], None, None)]);
    let text = "volumes \"2026\": -5 at the moment \"ended\" beside a volume of 0, expected 0 or more.\n  \
                Credit the line as a whole, by its number, and declare anew.";
    assert_eq!(said(&scenario), text);
    scenario.volumes[0].lines[0].moments = vec![1];
    assert_eq!(said(&scenario), "volumes \"2026\": 1 count, expected 2, one for each moment of payment.");
    scenario.volumes =
        counted(&[(60, [1, 1], Some("1"), None), (-60, [-1, -1], None, Some("1")), (0, [2, 1], None, None)]);
    let (outcome, _) = check(&scenario, 1);
    assert_eq!(cents(amounts(statement(&outcome, "noord/2026"), "paid")), [2 * 40_000 + 60_000, 0]);
}

/// What is only compared is proved as what is paid is.
#[test]
fn terms_of_other_variants_are_proved_too() {
    let with = |prices: &[(&str, i64)]| {
        let mut scenario = effort();
        let prices = prices.iter().map(|&(from, cents)| (contracts::day(from), Amount::from_cents(cents)));
        scenario.contracts[0].products[0].result = Some(ResultSection { prices: prices.collect(), parts: vec![] });
        said(&scenario)
    };
    let place = "contract \"noord\", product \"begeleiding\", result: ";
    assert_eq!(with(&[]), format!("{place}no price of a result, expected prices by date."));
    let twice = with(&[("2026-01-01", 5), ("2026-01-01", 7)]);
    assert_eq!(twice, format!("{place}two prices from \"2026-01-01\", expected every name once."));
    assert_eq!(with(&[("2026-01-01", -5)]), format!("{place}a price of -0.05, expected a price of 0 or more."));
    let mut scenario = output(&[]);
    scenario.products[0].unit = Unit::Euro;
    scenario.contracts[0].products[0].unit = None;
    let text = "contract \"noord\", product \"begeleiding\": prices per hour in minutes for the unit 83 euro, expected the \
                unit 01 minute.";
    assert_eq!(said(&scenario), text);
    scenario.contracts[0].products[0].basis = Basis::PerUnit;
    let text =
        "contract \"noord\", product 45A04: a price of results in euros, expected no price: the volume is the amount.";
    assert_eq!(said(&scenario), text);
    scenario.contracts[0].products[0].result = None;
    let text = "contract \"noord\", product 45A04: tariffs for euros, expected no tariff: the volume is the amount.";
    assert_eq!(said(&scenario), text);
    let mut scenario = effort();
    scenario.contracts[0].task = Some(contracts::task("jeugdigen", 1));
    let text = "contract \"noord\", task: no key \"jeugdigen\", expected one of \"youths\", \"contribution\".";
    assert_eq!(said(&scenario), text);
}

/// Where a part of 0% is paid nothing is established, whether or not its column is named.
#[test]
fn a_moment_at_which_nothing_is_paid_costs_no_administration() {
    let administration = |scenario: &mut Scenario, lines| {
        scenario.volumes = counted(lines);
        let zero = MonthlyRates { effort: Amount::ZERO, output: Amount::ZERO, task: Amount::ZERO };
        scenario.administration = Some(Administration {
            per_invoice_line: Amount::ZERO,
            per_result: Amount::EURO,
            per_month: zero,
            months: 0,
        });
        let compared = Plan::new(scenario).unwrap().compare_variants().unwrap();
        compared[0].cases[0].administration.unwrap()
    };
    let lines = [(60, [7, 3], None, None)];
    assert_eq!(administration(&mut output(&["0", "100"]), &lines).to_string(), "3.00");
    assert_eq!(administration(&mut output(&["40", "60"]), &lines).to_string(), "10.00");
}

/// What does not fit says where.
#[test]
fn sums_that_do_not_fit_say_where() {
    let mut scenario = effort();
    scenario.products[0] = product("maatwerk", "50X01", "euro");
    let agreed = &mut scenario.contracts[0].products[0];
    (agreed.product, agreed.tariffs, agreed.cost_price) = ("maatwerk".into(), vec![], None);
    agreed.basis = Basis::PerUnit;
    let lines = [0, 1].map(|party| Line { party, day: "2026-01-10", volume: i64::MAX, ..Line::default() });
    let mut all = volumes(&lines);
    for line in &mut all.lines {
        line.product = "maatwerk".into();
    }
    scenario.volumes = vec![all];
    let range = "expected an amount between -92233720368547758.08 and 92233720368547758.07.";
    let plan = Plan::new(&scenario).unwrap();
    let text = plan.run().unwrap_err().to_string();
    assert_eq!(text, format!("statement \"noord/2026\", column \"maatwerk\": the sum does not fit, {range}"));
    let text = plan.compare_variants().unwrap_err().to_string();
    assert_eq!(text, format!("contract \"noord\", year 2026, agreement 0: the sum does not fit, {range}"));
}

/// However many parties share them, the lines of all of them stand in the explanation of a total once.
#[test]
fn a_total_tells_every_line_once() {
    let mut by_effort = effort();
    let ceiling = Ceiling { amount: Amount::from_cents(20_000), beyond: Beyond::SharedByProvider(percent("50")) };
    by_effort.contracts[0].products[0].ceilings = vec![(year(2026), ceiling)];
    let mut by_task = task();
    by_task.contracts[0].task.as_mut().unwrap().corridor = Corridor::flat(percent("0"), percent("50")).unwrap();
    for (scenario, figure) in [(by_effort, "ceiling"), (by_task, "corridor")] {
        for column in [figure, "paid"] {
            let trace = Plan::new(&scenario).unwrap().explain(&format!("noord/2026/{column}/total")).unwrap();
            let lines = trace.steps().iter().filter(|step| step.label.ends_with(", volume"));
            assert_eq!(lines.count(), scenario.volumes[0].lines.len(), "{column}");
        }
    }
}

/// A line and its credit leave a task as it was: not settled down to the lowest that its corridor allows.
#[test]
fn a_task_of_which_all_is_credited_is_not_settled() {
    let mut scenario = task();
    scenario.contracts[0].task.as_mut().unwrap().corridor = Corridor::flat(percent("5"), percent("50")).unwrap();
    scenario.volumes = vec![volumes(&[
        Line { party: 1, day: "2026-02-10", volume: 60, number: Some("7"), ..Line::default() },
        Line { party: 1, day: "2026-02-10", volume: -60, credits: Some("7"), ..Line::default() },
    ])];
    let (outcome, _) = check(&scenario, 1);
    let paid = amounts(statement(&outcome, "noord/2026"), "paid");
    assert_eq!(cents(paid), [12_373, 17_627]);
    let compared = Plan::new(&scenario).unwrap().compare_variants().unwrap();
    assert_eq!(compared[0].cases[0].municipalities, paid);
}

/// Cases and shocks without contracts would say nothing.
#[test]
fn without_contracts_there_is_nothing_to_compare() {
    let mut scenario = scenario();
    scenario.shocks = vec![ShockSection { id: "more".into(), shock: Shock::Volume(percent("10")) }];
    let said = Plan::new(&scenario).unwrap_err().to_string();
    assert_eq!(said, "shock \"more\": no contract to compare, expected a section [[contract]].");
}
