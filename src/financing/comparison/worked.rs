//! Cases that were worked by hand.

use super::{
    Administration, AgreedProducts, Agreement, Balance, BreakEven, Demand, DemandColumns, Extent, Financing, Leakage,
    LeakageEffect, LeakedPrice, MonthlyRates, Outcome, Shock, Shocked, Sign, Task, Terms,
};
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Rounding, Split, Unrounded, Weights, decimal};
use crate::financing::effort::{Basis, Beyond, Ceiling, Tariff};
use crate::financing::product::Unit;
use crate::financing::task::{Breakpoint, Corridor};
use crate::period::{Date, Year};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

const ONE: Extent = Extent { municipalities: 1, providers: 1, products: 1 };

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn euros(euros: i64) -> Amount {
    Amount::from_euros(euros).unwrap()
}

fn ratio(above: i128, below: i128) -> Ratio {
    Ratio::new(above, below).unwrap()
}

/// Lines of municipality and volume, of one product of one provider at 100.00 a unit, with a cost price in cents.
fn demand(extent: Extent, lines: &[(usize, i64)], cost_price: Ratio) -> Demand {
    let count = lines.len();
    let columns = DemandColumns {
        municipalities: lines.iter().map(|line| line.0).collect(),
        providers: vec![0; count],
        products: vec![0; count],
        volumes: lines.iter().map(|line| line.1).collect(),
        tariffs: vec![Ratio::integer(10_000); count],
        cost_prices: vec![cost_price; count],
        results: vec![2; count],
        prices_per_result: vec![ratio(100_001, 2); count],
        invoice_lines: vec![24; count],
        delivered: vec![],
        begun: vec![],
    };
    Demand::new(extent, columns).unwrap()
}

fn corridor(under: &[(&str, &str)], over: &[(&str, &str)]) -> Corridor {
    let list = |side: &[(&str, &str)]| -> Vec<Breakpoint> {
        side.iter().map(|(from, share)| Breakpoint { from: percent(from), share: percent(share) }).collect()
    };
    Corridor::new(list(over), list(under)).unwrap()
}

/// A task of ten million for one municipality.
fn task(corridor: Corridor) -> Task {
    Task {
        lump_sum: euros(10_000_000),
        corridor,
        rounding: Rounding::HALF_UP_CENT,
        key: Weights::equal(1).unwrap(),
        leakage: None,
    }
}

fn leaks(share: &str) -> Leakage {
    let price = LeakedPrice::PerUnit { tariff: Ratio::integer(10_000), cost_price: Ratio::integer(9_000) };
    Leakage { share: percent(share), provider: 0, price }
}

fn terms(extent: Extent, financing: Financing) -> Terms {
    Terms::alike(extent, &financing).unwrap()
}

/// `from..to: before after`, in multiples, where `+` and `-` are signs.
fn shown(found: &[BreakEven]) -> Vec<String> {
    let sign = |sign: Option<Sign>| match sign {
        None => "",
        Some(Sign::Negative) => "-",
        Some(Sign::Positive) => "+",
    };
    let one = |one: &BreakEven| {
        let to = one.to.map_or(String::new(), |to| to.multiple.to_string());
        alloc::format!("{}..{to}: {}|{}", one.from.multiple, sign(one.before), sign(one.after))
    };
    found.iter().map(one).collect()
}

#[test]
fn the_volume_at_which_a_task_costs_the_same() {
    let asked = demand(ONE, &[(0, 100_000)], Ratio::ZERO); // ten million
    let leaking = |share| Task { leakage: Some(leaks(share)), ..task(Corridor::none()) };
    let cases: [(Task, &[&str]); 8] = [
        (task(Corridor::none()), &["1..1: +|-"]),
        (task(corridor(&[("5", "50")], &[("5", "50")])), &["1..1: +|-"]), // within the band
        (task(corridor(&[("0", "100")], &[("0", "100")])), &["0..: |"]),  // it is effort at every volume
        (task(corridor(&[("0", "100")], &[])), &["0..1: |-"]),            // what it costs less goes back
        (task(corridor(&[], &[("0", "100")])), &["1..: +|"]),             // what it costs more is paid
        (leaking("10"), &["10/9..10/9: +|-"]),                            // ten million and a tenth of the volume
        (leaking("100"), &[]),                                            // all of it is paid elsewhere, on top
        (Task { lump_sum: Amount::ZERO, ..task(Corridor::none()) }, &["0..0: |-"]),
    ];
    for (task, expected) in cases {
        let terms = terms(ONE, Financing::Task(task));
        let balance = Balance::of_municipalities(&asked, &terms, 0).unwrap();
        assert_eq!(shown(&balance.break_evens().unwrap()), expected, "{terms:?}");
    }
}

#[test]
fn the_volume_at_which_a_provider_keeps_nothing() {
    // In millions: 5 + S up to 5, 10 up to 15, S - 5 beyond; a unit costs a share of the tariff.
    let half_a_band = corridor(&[("50", "100")], &[("50", "100")]);
    let cases: [((i128, i128), &[&str]); 4] = [
        ((9_000, 1), &["10/9..10/9: +|-", "5..5: -|+"]), // a loss between 11.1 and 50 million
        ((20_000, 3), &["3/2..3/2: +|+"]),               // at 15 million it only touches
        ((10_000, 1), &["1..1: +|-"]),
        ((5_000, 1), &[]), // never a loss
    ];
    let terms = terms(ONE, Financing::Task(task(half_a_band)));
    for ((above, below), expected) in cases {
        let asked = demand(ONE, &[(0, 100_000)], ratio(above, below));
        let balance = Balance::of_provider(&asked, &terms, 0).unwrap();
        assert_eq!(shown(&balance.break_evens().unwrap()), expected, "{above}/{below}");
    }
}

#[test]
fn each_municipality_has_its_own_volume() {
    let extent = Extent { municipalities: 2, ..ONE };
    let asked = demand(extent, &[(0, 60_000), (1, 40_000)], Ratio::ZERO);
    let task = Task { key: Weights::equal(2).unwrap(), ..task(Corridor::none()) };
    let terms = terms(extent, Financing::Task(task));
    let found = |municipality| {
        let balance = Balance::of_municipality(&asked, &terms, 0, municipality).unwrap();
        assert_eq!(balance.at(Ratio::ZERO).unwrap(), euros(5_000_000).into());
        balance.break_evens().unwrap()[0]
    };
    assert_eq!(found(0).from.multiple, ratio(5, 6)); // 5 million for what costs 6
    assert_eq!(found(0).from.units, ratio(250_000, 3)); // of both municipalities together
    assert_eq!(found(0).first_unit_beyond(), Some(83_334));
    assert_eq!(found(1).from.multiple, ratio(5, 4));
    assert_eq!(found(1).first_unit_beyond(), Some(125_001)); // at 125,000 it is the same
}

#[test]
fn a_shared_excess_is_borne_in_proportion() {
    let extent = Extent { municipalities: 2, ..ONE };
    let asked = demand(extent, &[(0, 60), (1, 40)], Ratio::integer(9_000));
    let cases = [
        (9_000, "100", [5_400, 3_600], 1_000),
        (9_000, "50", [5_700, 3_800], 500),
        (9_000, "0", [6_000, 4_000], 0),
        (10_000, "100", [6_000, 4_000], 0),
        (0, "100", [0, 0], 10_000),
    ];
    for (amount, share, paid, unpaid) in cases {
        let ceiling = Ceiling { amount: euros(amount), beyond: Beyond::SharedByProvider(percent(share)) };
        let outcome = Outcome::new(&asked, &terms(extent, Financing::Effort(Some(ceiling)))).unwrap();
        assert_eq!(outcome.municipalities, paid.map(euros), "{amount} {share}");
        assert_eq!(outcome.agreements[0].unpaid, euros(unpaid));
        assert_eq!(outcome.providers[0].cost, euros(9_000).into()); // it delivers all the same
    }
}

/// Care of 100.00 a unit: municipality, volume, delivered and begun in months of 2026.
fn dated(lines: &[(usize, i64, u8, u8)]) -> Demand {
    let day = |month| Date::new(Year::new(2026).unwrap(), month, 28).unwrap();
    let columns = DemandColumns {
        municipalities: lines.iter().map(|line| line.0).collect(),
        providers: vec![0; lines.len()],
        products: vec![0; lines.len()],
        volumes: lines.iter().map(|line| line.1).collect(),
        tariffs: vec![Ratio::integer(10_000); lines.len()],
        cost_prices: vec![Ratio::integer(9_000); lines.len()],
        results: vec![0; lines.len()],
        prices_per_result: vec![Ratio::ZERO; lines.len()],
        invoice_lines: vec![0; lines.len()],
        delivered: lines.iter().map(|line| day(line.2)).collect(),
        begun: lines.iter().map(|line| day(line.3)).collect(),
    };
    Demand::new(Extent { municipalities: 2, ..ONE }, columns).unwrap()
}

#[test]
fn beyond_a_ceiling_new_care_is_for_the_provider() {
    let extent = Extent { municipalities: 2, ..ONE };
    let asked = dated(&[
        (0, 60, 3, 1), // 6,000
        (1, 60, 6, 1), // 12,000 so far: the ceiling is passed in June
        (0, 10, 9, 6), // began in June: not new
        (1, 5, 9, 7),  // new: 500 unpaid
        (0, 2, 12, 9), // new: 200 unpaid
    ]);
    let ceiling = Ceiling { amount: euros(10_000), beyond: Beyond::NewCareByProvider };
    let agreed = terms(extent, Financing::Effort(Some(ceiling)));
    let outcome = Outcome::new(&asked, &agreed).unwrap();
    assert_eq!(outcome.municipalities, [7_000, 6_000].map(euros));
    let agreement = &outcome.agreements[0];
    assert_eq!((agreement.unpaid, agreement.exhausted), (euros(700), Some(Date::parse("2026-06-28").unwrap())));
    assert_eq!(outcome.providers[0].result, euros(13_000 - 12_330)); // it delivers all the same
    // Twice as much on the same days passes it in March: what began in June is new too. 24,000 of 27,400 is paid.
    let shocked = Shocked::new(&asked, &agreed, Shock::Volume(percent("100"))).unwrap();
    assert_eq!(shocked.after.municipalities, [12_000, 12_000].map(euros));
    assert_eq!(shocked.after.agreements[0].exhausted, Some(Date::parse("2026-03-28").unwrap()));
    let undated = demand(extent, &[(0, 60), (1, 40)], Ratio::ZERO);
    assert_eq!(
        Outcome::new(&undated, &agreed).unwrap_err().to_string(),
        "agreement 0: a ceiling beyond which new care is for the provider, and care without days, expected on which day each \
         line was delivered and began.\n  Fill the columns `delivered` and `begun`, or let the provider bear a share of all \
         care beyond the ceiling."
    );
}

#[test]
fn every_line_is_rounded_as_an_invoice_is() {
    // 87.30 an hour, 95 minutes, twice: 138.225 is 138.23 each time; and twice a result of 500.005.
    let hourly = Tariff::new(decimal::parse("87.30").unwrap(), Basis::PerHourInMinutes).unwrap();
    let columns = DemandColumns {
        municipalities: vec![0, 0],
        providers: vec![0, 0],
        products: vec![0, 0],
        volumes: vec![95, 95],
        tariffs: vec![hourly.cents_per_unit(Unit::Minute).unwrap(); 2],
        cost_prices: vec![ratio(400, 3); 2],
        results: vec![1, 1],
        prices_per_result: vec![ratio(100_001, 2); 2],
        invoice_lines: vec![1, 1],
        delivered: vec![],
        begun: vec![],
    };
    let asked = Demand::new(ONE, columns).unwrap();
    let effort = Outcome::new(&asked, &terms(ONE, Financing::Effort(None))).unwrap();
    assert_eq!(effort.paid, Amount::from_cents(27_646));
    let provider = effort.providers[0];
    assert_eq!((provider.result.to_string().as_str(), provider.residue.to_string().as_str()), ("23.13", "-1/3 ct"));
    let output = Outcome::new(&asked, &terms(ONE, Financing::Output)).unwrap();
    assert_eq!(output.paid, Amount::from_cents(100_002));
}

#[test]
fn a_price_shock_is_borne_as_the_contract_says() {
    let asked = demand(ONE, &[(0, 100_000)], Ratio::integer(10_000));
    let ten = percent("10");
    let band = Financing::Task(task(corridor(&[], &[("5", "50")])));
    let cases = [
        (Financing::Effort(None), Percent::ZERO, 0, 1_000_000),
        (Financing::Effort(None), ten, 1_000_000, 0),
        (Financing::Task(task(Corridor::none())), ten, 0, 1_000_000),
        (band, ten, 250_000, 750_000), // half of what lies beyond 10.5 million
    ];
    for (financing, tariff, municipality, provider) in cases {
        let shock = Shock::Price { cost_price: ten, tariff };
        let shocked = Shocked::new(&asked, &terms(ONE, financing), shock).unwrap();
        assert_eq!(shocked.municipalities, [euros(municipality)]);
        assert_eq!(shocked.providers, [Unrounded::from(euros(provider))]);
        assert_eq!(shocked.municipality_share, Some(ratio(municipality.into(), 1_000_000)));
    }
}

#[test]
fn results_are_shocked_as_volumes_and_prices_are() {
    let asked = demand(ONE, &[(0, 100)], Ratio::integer(1_000)); // a cost of 1,000; two results of 500.005
    let shocked = |shock| Shocked::new(&asked, &terms(ONE, Financing::Output), shock).unwrap();
    let volume = shocked(Shock::Volume(percent("50")));
    assert_eq!((volume.paid_more.to_string().as_str(), volume.extra_cost), ("500.01", euros(500).into()));
    let price = shocked(Shock::Price { cost_price: percent("20"), tariff: percent("10") });
    assert_eq!((price.paid_more.to_string().as_str(), price.extra_cost), ("100.00", euros(200).into()));
    assert_eq!(price.municipality_share, Some(Ratio::HALF));
}

#[test]
fn leaked_care_costs_the_municipality_and_serves_the_provider() {
    let asked = demand(ONE, &[(0, 100_000)], Ratio::integer(7_000));
    let leaking = Task { leakage: Some(leaks("10")), ..task(Corridor::none()) };
    let terms = terms(ONE, Financing::Task(leaking));
    let outcome = Outcome::new(&asked, &terms).unwrap();
    assert_eq!((outcome.agreements[0].paid, outcome.agreements[0].leaked), (euros(10_000_000), euros(1_000_000)));
    let provider = outcome.providers[0]; // 90,000 units of 70, and 10,000 of 90 elsewhere
    assert_eq!((provider.cost, provider.result), (euros(7_200_000).into(), euros(3_800_000)));
    let effect = LeakageEffect::new(&asked, &terms).unwrap();
    assert_eq!((effect.paid_more, effect.cost), (euros(1_000_000), euros(200_000).into()));
    assert_eq!(effect.providers, [Unrounded::from(euros(800_000))]);
    let result = Balance::of_provider(&asked, &terms, 0).unwrap();
    assert_eq!(shown(&result.break_evens().unwrap()), ["100/63..100/63: +|-"]); // 10 million for 6.3
}

#[test]
fn each_line_leaks_at_its_own_price() {
    // 100 hours at 80.00 that cost 70.00, and 10 days and nights at 250.00 that cost 240.00; one tariff for both says nothing.
    let columns = DemandColumns {
        municipalities: vec![0, 0],
        providers: vec![0, 0],
        products: vec![0, 1],
        volumes: vec![100, 10],
        tariffs: vec![Ratio::integer(8_000), Ratio::integer(25_000)],
        cost_prices: vec![Ratio::integer(7_000), Ratio::integer(24_000)],
        results: vec![0; 2],
        prices_per_result: vec![Ratio::ZERO; 2],
        invoice_lines: vec![0; 2],
        delivered: vec![],
        begun: vec![],
    };
    let extent = Extent { products: 2, ..ONE };
    let asked = Demand::new(extent, columns).unwrap();
    let price = LeakedPrice::OwnTimes { tariff: ratio(6, 5), cost_price: ratio(11, 10) };
    let leakage = Some(Leakage { share: percent("20"), provider: 0, price });
    let leaking = Task { lump_sum: euros(10_000), leakage, ..task(Corridor::none()) };
    let terms = terms(extent, Financing::Task(leaking));
    let effect = LeakageEffect::new(&asked, &terms).unwrap();
    assert_eq!(effect.paid_more, euros(2_520)); // a fifth of 8,000 and of 2,500, times 6/5
    assert_eq!(effect.cost, euros(188).into()); // a fifth of 7,000 and of 2,400, a tenth dearer
    let balance = Balance::of_municipalities(&asked, &terms, 0).unwrap();
    assert_eq!(shown(&balance.break_evens().unwrap()), ["500/399..500/399: +|-"]); // 10,000 + 2,520 v = 10,500 v
    let shocked =
        Shocked::new(&asked, &terms, Shock::Price { cost_price: Percent::ZERO, tariff: percent("10") }).unwrap();
    assert_eq!(shocked.paid_more, euros(252)); // its own tariff rises, and so does what is paid for it elsewhere
}

#[test]
fn leaked_care_is_invoiced() {
    let rates = MonthlyRates { effort: Amount::ZERO, output: Amount::ZERO, task: euros(40) };
    let administration = Administration {
        per_invoice_line: Amount::from_cents(350),
        per_result: Amount::EURO,
        per_month: rates,
        months: 12,
    };
    let asked = demand(ONE, &[(0, 1)], Ratio::ZERO);
    let cost = |task| administration.cost(&asked, &terms(ONE, Financing::Task(task))).unwrap()[0].amount;
    assert_eq!(cost(task(Corridor::none())), euros(480));
    let leaking = Task { leakage: Some(leaks("10")), ..task(Corridor::none()) };
    assert_eq!(cost(leaking).to_string(), "488.40"); // a tenth of 24 lines at 3.50
    let below_zero = Administration { per_result: Amount::from_cents(-1), ..administration };
    let text = below_zero.cost(&asked, &terms(ONE, Financing::Output)).unwrap_err().to_string();
    assert_eq!(text, "a rate per result of -0.01, expected 0 or more.");
}

#[test]
fn what_does_not_fit_together_is_an_error() {
    let asked = demand(ONE, &[(0, 1)], Ratio::ZERO);
    let effort = terms(ONE, Financing::Effort(None));
    let text = |error: Error| error.to_string();
    let nothing = Agreement { provider: 0, products: AgreedProducts::These(vec![]), financing: Financing::Output };
    let nothing = Terms::new(ONE, vec![nothing], Split::default()).unwrap();
    assert_eq!(
        text(Outcome::new(&asked, &nothing).unwrap_err()),
        "line 0: no agreement for product 0 of provider 0, expected an agreement for every line."
    );
    let larger = terms(Extent { providers: 2, ..ONE }, Financing::Output);
    assert_eq!(
        text(Outcome::new(&asked, &larger).unwrap_err()),
        "a demand of 1 municipality, 1 provider, 1 product, expected 1 municipality, 2 providers, 1 product, as the terms \
         have."
    );
    let balance = |agreement| text(Balance::of_provider(&asked, &effort, agreement).unwrap_err());
    assert_eq!(balance(0), "agreement 0 is effort-based, expected a task.");
    assert_eq!(balance(1), "agreement 1, expected a position below 1.");
    let by_task = terms(ONE, Financing::Task(task(Corridor::none())));
    let balance = Balance::of_municipality(&asked, &by_task, 0, 3).unwrap_err();
    assert_eq!(text(balance), "municipality 3, expected a position below 1.");
    let below = Balance::of_municipalities(&asked, &by_task, 0).unwrap().at(Ratio::integer(-1)).unwrap_err();
    assert_eq!(text(below), "a multiple of -1, expected 0 or more.");
    let shock = |shock| text(Shocked::new(&asked, &effort, shock).unwrap_err());
    assert_eq!(shock(Shock::Volume(percent("-100"))), "a volume shock of -100%, expected more than -100%.");
    let priced = Shock::Price { cost_price: Percent::ZERO, tariff: percent("-101") };
    assert_eq!(shock(priced), "a shock of tariffs of -101%, expected more than -100%.");
    let exact = Rounding::new(crate::exact::Mode::Exact, Amount::CENT).unwrap();
    let third = corridor(&[("0", "33.3")], &[]);
    let task = Task { lump_sum: Amount::CENT, rounding: exact, ..task(third) };
    let nothing = demand(ONE, &[(0, 0)], Ratio::ZERO);
    assert_eq!(
        text(Outcome::new(&nothing, &terms(ONE, Financing::Task(task))).unwrap_err()),
        "agreement 0: 0.00667, expected a multiple of 0.01.\n  Declare a rounding mode, or change the unit."
    );
}
