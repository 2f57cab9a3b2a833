//! The sections for pools built in Rust code without any file: the parties they have, and every contradiction.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "tests compute what they expect freely")]

use std::collections::{BTreeMap, BTreeSet};
use taakgericht::budget::reconcile::{Column, Form, Printed, Quantity, Role, Row, RowRole, Table};
use taakgericht::budget::stream::TotalBasis;
use taakgericht::exact::{Amount, Percent, Ratio, Residual, TieRule};
use taakgericht::key::{AgeBand, KeyBasis, KeyRule, KeyYear};
use taakgericht::party::Municipality;
use taakgericht::period::Year;
use taakgericht::pool::{Corridor, Model, Netting};
use taakgericht::scenario::{
    AdvancesSection, AlternativeSection, BudgetSection, KeyChoice, KeySection, ModelChoice, PartiesSection, Plan,
    PoolSection, Record, ReserveSection, Scenario, Series, SeriesQuantity, SourceTable, TableRow,
};

fn year(year: i64) -> Year {
    Year::new(year).unwrap()
}

fn municipality(code: &str) -> Municipality {
    Municipality::parse(&format!("{code}@2015")).unwrap()
}

fn set<T: Ord, const N: usize>(all: [T; N]) -> BTreeSet<T> {
    all.into()
}

/// Winsum and Bedum, in this order, with one column of euros.
fn table(name: &str) -> SourceTable {
    let form = Form { quantity: Quantity::Amount, printed: Printed::HALF_UP_EURO };
    let column = Column { name: "euros".into(), role: Role::Part, form, sum_of: vec![] };
    let row = |label: &str| Row {
        label: label.into(),
        role: RowRole::Party,
        form: None,
        figures: vec![Some(Ratio::integer(1))],
    };
    let place = |code| TableRow { municipality: Some(municipality(code)), line: None };
    let table = Table::new(name, "s", vec![column], vec![row("Winsum"), row("Bedum")]).unwrap();
    SourceTable { table, file: None, rows: vec![place("GM0053"), place("GM0005")] }
}

fn series(id: &str, quantity: SeriesQuantity, figures: &[(&str, i64, &str, i64)]) -> Series {
    let record = |&(code, when, segment, value): &(&str, i64, &str, i64)| Record {
        segment: (!segment.is_empty()).then(|| segment.into()),
        ..Record::new(municipality(code), year(when), Ratio::integer(value))
    };
    Series::new(id, "s", quantity, None, figures.iter().map(record).collect()).unwrap()
}

fn pool(id: &str) -> PoolSection {
    PoolSection {
        id: id.into(),
        years: set([year(2015)]),
        members: None,
        within: None,
        segments: None,
        cost: "cost".into(),
        contribution: None,
        clients: None,
        model: ModelChoice::EveryYear(Model::Insurance),
        key: Some(KeyChoice::Key("equal".into())),
        underspend_key: None,
        residual: Residual::default(),
        tie: TieRule::First,
        advances: None,
        reserve: None,
        rounds: vec![],
    }
}

fn key(id: &str, basis: KeyBasis<Municipality>) -> KeySection {
    let rule = KeyRule { basis, year: None, ages: None };
    KeySection { id: id.into(), rule, series: None, segments: None, frozen: None }
}

fn scenario() -> Scenario {
    Scenario {
        tables: vec![table("places")],
        parties: Some(PartiesSection { table: "places".into() }),
        series: vec![
            series("cost", SeriesQuantity::Amount, &[("GM0005", 2015, "zin", 100), ("GM0053", 2015, "pgb", 200)]),
            series("budget", SeriesQuantity::Amount, &[("GM0005", 2015, "", 110), ("GM0053", 2015, "", 190)]),
        ],
        keys: vec![key("equal", KeyBasis::Equal)],
        pools: vec![pool("north")],
        ..Scenario::new("small".into(), "Small".into(), year(2015))
    }
}

#[test]
fn parties_need_no_budget() {
    let scenario = scenario();
    let plan = Plan::new(&scenario).unwrap();
    let names: Vec<&str> = plan.parties().iter().map(|party| party.name.as_str()).collect();
    assert_eq!(names, ["Bedum", "Winsum"]); // in the order of their codes
    assert_eq!(plan.run().unwrap().parties, plan.parties());
}

fn with_budget(scenario: &mut Scenario, table: &str) {
    let streams = vec!["euros".into()];
    let table = table.into();
    scenario.budget = Some(BudgetSection { table, streams, total: TotalBasis::SumOfStreams, stated: None });
}

#[test]
fn a_budget_has_its_own_parties() {
    let mut scenario = scenario();
    with_budget(&mut scenario, "places");
    assert_eq!(Plan::new(&scenario).unwrap().parties().len(), 2); // both sections, one table
    scenario.parties = None;
    assert_eq!(Plan::new(&scenario).unwrap().parties().len(), 2);
}

/// A change to a scenario, and what is said about it then.
type Case = (fn(&mut Scenario), &'static str);

#[test]
fn contradictions_are_told() {
    assert!(Plan::new(&scenario()).is_ok());
    for (change, text) in PARTIES_AND_SERIES.into_iter().chain(KEYS).chain(POOLS).chain(ALTERNATIVES) {
        let mut scenario = scenario();
        change(&mut scenario);
        assert_eq!(Plan::new(&scenario).map(|_| ()).unwrap_err().to_string(), text);
    }
}

const PARTIES_AND_SERIES: [Case; 7] = [
    (
        |scenario| scenario.parties = None,
        "pools without parties, expected a section [parties] or [budget].\n  \
         Name the table with the municipalities that take part.",
    ),
    (
        |scenario| scenario.parties = Some(PartiesSection { table: "place".into() }),
        "parties: no table \"place\", expected one of \"places\".",
    ),
    (
        |scenario| {
            scenario.tables.push(table("other"));
            with_budget(scenario, "other");
        },
        "parties: the table \"places\" beside the budget of \"other\", expected the parties of one table.\n  \
         Leave out the section: the parties are those of the budget.",
    ),
    (|scenario| scenario.series.push(scenario.series[0].clone()), "two series \"cost\", expected every name once."),
    (
        |scenario| {
            scenario.series[1] =
                series("x", SeriesQuantity::Amount, &[("GM0014", 2014, "", 1), ("GM0014", 2015, "", 1)])
        },
        "series \"x\": no party \"GM0014@2015\", expected one of \"Bedum\", \"Winsum\".",
    ),
    (
        |scenario| {
            scenario.pools[0].contribution = Some("budget".into());
            scenario.series[1] = series("budget", SeriesQuantity::Amount, &[("GM0005", 2015, "", -5)]);
        },
        "series \"budget\": a contribution of -5 of GM0005 in 2015, expected a contribution of 0 or more.\n  \
         Where money was given back, state the contribution that is left.",
    ),
    (
        |scenario| scenario.series[0] = series("cost", SeriesQuantity::Count, &[("GM0005", 2015, "", 1)]),
        "pool \"north\", cost: the series \"cost\" of counts, expected a series of amounts.",
    ),
];

const KEYS: [Case; 9] = [
    (
        |scenario| scenario.keys[0].id = "equals".into(),
        "pool \"north\", key: no key \"equal\", expected one of \"equals\", \"contribution\".",
    ),
    (
        |scenario| scenario.keys.push(key("contribution", KeyBasis::Equal)),
        "key \"contribution\": the id \"contribution\", which stands for the contribution of a pool, expected another id.",
    ),
    (
        |scenario| scenario.keys[0].rule.basis = KeyBasis::Measured,
        "key \"equal\": no series, expected one, for the basis \"measured\".",
    ),
    (
        |scenario| {
            scenario.keys[0].rule.basis = KeyBasis::Measured;
            scenario.keys[0].series = Some("cost".into());
        },
        "key \"equal\": no key year, expected one, for the basis \"measured\".",
    ),
    (
        |scenario| scenario.keys[0].series = Some("cost".into()),
        "key \"equal\": a series or segments for the basis \"equal\", expected neither, because it looks at no figures.",
    ),
    (
        |scenario| {
            scenario.keys[0].rule = KeyRule {
                basis: KeyBasis::Measured,
                year: Some(KeyYear::Before(1)),
                ages: Some(AgeBand::parse("0-17").unwrap()),
            };
            scenario.keys[0].series = Some("cost".into());
        },
        "key \"equal\", ages: the age band 0-17 of the series \"cost\", which has no ages, expected no age band.",
    ),
    (
        |scenario| {
            scenario.keys[0].rule.basis = KeyBasis::Measured;
            scenario.keys[0].rule.year = Some(KeyYear::Before(0));
            scenario.keys[0].series = Some("cost".into());
            scenario.keys[0].segments = Some(set(["jz".to_string()]));
        },
        "key \"equal\", segments: no segment \"jz\", expected one of \"pgb\", \"zin\".",
    ),
    (
        |scenario| scenario.keys[0].rule.basis = KeyBasis::MeanOfSums { years: 0 },
        "key \"equal\": a mean of 0 years, expected at least 1 year.",
    ),
    (
        |scenario| {
            scenario.keys[0].rule.basis = KeyBasis::Fixed { entries: vec![(municipality("GM0014"), Ratio::ONE)] }
        },
        "key \"equal\", shares: no party \"GM0014@2015\", expected one of \"Bedum\", \"Winsum\".",
    ),
];

fn sub_pool(scenario: &mut Scenario, id: &str, within: &str, members: &[&str]) {
    let members = members.iter().map(|code| municipality(code)).collect();
    scenario.pools.push(PoolSection { within: Some(within.into()), members: Some(members), ..pool(id) });
}

const POOLS: [Case; 19] = [
    (
        |scenario| scenario.pools.push(pool("north")),
        "two pools \"north\", expected every name once.\n\
      pool \"north\": \"cost\" of Bedum in 2015 in the pools \"north\" and \"north\", expected every cost in one pool.\n  \
      Give the pools segments, members or years of their own, or put one within the other.",
    ),
    (|scenario| scenario.pools[0].years.clear(), "pool \"north\", years: no year, expected at least one."),
    (
        |scenario| scenario.pools[0].members = Some(set([])),
        "pool \"north\", members: no member, expected at least one.",
    ),
    (
        |scenario| scenario.pools[0].members = Some(set([municipality("GM0014")])),
        "pool \"north\", members: no party \"GM0014@2015\", expected one of \"Bedum\", \"Winsum\".",
    ),
    (
        |scenario| scenario.pools[0].cost = "costs".into(),
        "pool \"north\", cost: no series \"costs\", expected one of \"cost\", \"budget\".",
    ),
    (
        |scenario| scenario.pools[0].segments = Some(set([])),
        "pool \"north\", segments: no segment, expected at least one, or no choice at all.",
    ),
    (
        |scenario| scenario.pools[0].segments = Some(set(["jz".to_string()])),
        "pool \"north\", segments: no segment \"jz\", expected one of \"pgb\", \"zin\".",
    ),
    (
        |scenario| scenario.pools[0].clients = Some("cost".into()),
        "pool \"north\", clients: a series without clients, expected one with a client for every figure.\n  \
         Name the CSV column with their numbers in the series: client = \"client\".",
    ),
    (|scenario| scenario.pools[0].key = None, "pool \"north\": no key, expected one, for the model insurance."),
    (
        |scenario| scenario.pools[0].key = Some(KeyChoice::Contribution),
        "pool \"north\": no contribution, expected a series with what the members contribute, for a key by contribution.",
    ),
    (
        |scenario| scenario.pools[0].underspend_key = Some(KeyChoice::Key("equal".into())),
        "pool \"north\", underspend_key: a key for underspends, expected one only for a corridor with netting \
         \"each-side\".",
    ),
    (
        |scenario| {
            let band = Percent::parse("-5").unwrap();
            let netting = Netting::Netted;
            scenario.pools[0].model = ModelChoice::EveryYear(Model::Corridor(Corridor { band, netting }));
            scenario.pools[0].contribution = Some("budget".into());
        },
        "pool \"north\", model: a band of -5%, expected a band of 0% or more.",
    ),
    (
        |scenario| {
            scenario.pools[0].model = ModelChoice::BlendByYear(BTreeMap::from([(year(2016), Percent::WHOLE)]));
        },
        "pool \"north\", model: no pooled share for 2015, expected one for each year of the pool.",
    ),
    (
        |scenario| {
            scenario.pools[0].advances = Some(AdvancesSection { series: "budget".into(), instalments: 0 });
        },
        "pool \"north\", advances: 0 instalments, expected 1 to 366 a year.",
    ),
    (
        |scenario| {
            let cent = Amount::CENT;
            let reserve = ReserveSection { opening: cent, floor: cent, cap: Amount::ZERO, top_up: cent };
            scenario.pools[0].contribution = Some("budget".into());
            scenario.pools[0].reserve = Some(reserve);
        },
        "pool \"north\", reserve: a floor of 0.01 above the cap of 0.00, expected a floor that is not above the cap.",
    ),
    (
        |scenario| {
            scenario.pools[0].within = Some("third".into());
            sub_pool(scenario, "second", "north", &["GM0005"]);
            sub_pool(scenario, "third", "second", &["GM0005"]);
        },
        "pool \"north\", within: a circle of the pools \"north\", \"third\" and \"second\", expected sub-pools that lead up \
         to a pool of their own.",
    ),
    (
        |scenario| {
            for depth in 1..=17 {
                let within = if depth == 1 { "north".to_string() } else { format!("inner-{}", depth - 1) };
                sub_pool(scenario, &format!("inner-{depth}"), &within, &["GM0005"]);
            }
        },
        "pool \"inner-17\", within: a pool within more than 16 others, expected at most 16 around it.",
    ),
    (
        |scenario| {
            sub_pool(scenario, "second", "north", &["GM0005"]);
            sub_pool(scenario, "third", "north", &["GM0005", "GM0053"]);
        },
        "pool \"third\": Bedum in 2015 in the pools \"second\" and \"third\" of \"north\", expected every member in one \
         sub-pool at most.",
    ),
    (
        // within each other at two removes, and apart from a pool of another segment
        |scenario| {
            scenario.pools[0].segments = Some(set(["zin".to_string()]));
            sub_pool(scenario, "second", "north", &["GM0005", "GM0053"]);
            sub_pool(scenario, "third", "second", &["GM0053"]);
            scenario.pools.push(PoolSection { segments: Some(set(["pgb".to_string()])), ..pool("pgb") });
            scenario.pools[1].segments = scenario.pools[0].segments.clone();
            scenario.pools[2].segments = scenario.pools[0].segments.clone();
            scenario.pools.push(PoolSection { segments: Some(set(["pgb".to_string()])), ..pool("pgb-again") });
        },
        "pool \"pgb-again\": segment \"pgb\" of Bedum in 2015 in the pools \"pgb\" and \"pgb-again\", expected every cost in \
         one pool.\n  Give the pools segments, members or years of their own, or put one within the other.",
    ),
];

fn alternative(scenario: &mut Scenario, change: impl Fn(&mut AlternativeSection)) {
    let mut alternative = AlternativeSection {
        id: "other".into(),
        pool: "north".into(),
        model: None,
        key: None,
        segments: None,
        without: set([]),
    };
    change(&mut alternative);
    scenario.alternatives.push(alternative);
}

const ALTERNATIVES: [Case; 5] = [
    (
        |scenario| alternative(scenario, |_| {}),
        "alternative \"other\": nothing that differs, expected a model, a key, segments or members who leave.",
    ),
    (
        |scenario| alternative(scenario, |other| other.pool = "south".into()),
        "alternative \"other\", pool: no pool \"south\", expected one of \"north\".",
    ),
    (
        |scenario| alternative(scenario, |other| other.key = Some(KeyChoice::Contribution)),
        "alternative \"other\": no contribution, expected a series with what the members contribute, for a key by \
         contribution.",
    ),
    (
        |scenario| {
            scenario.pools[0].members = Some(set([municipality("GM0005")]));
            alternative(scenario, |other| other.without = set([municipality("GM0053")]));
        },
        "alternative \"other\", without: no member \"Winsum\", expected one of \"Bedum\".",
    ),
    (
        |scenario| {
            alternative(scenario, |other| other.without = set([municipality("GM0005"), municipality("GM0053")]));
        },
        "alternative \"other\", members: no member, expected at least one.",
    ),
];
