//! Four municipalities and two years, built without any file: series, keys, and pools to begin with.

use std::collections::BTreeSet;
use taakgericht::budget::reconcile::{Column, Form, Printed, Quantity, Role, Row, RowRole, Table};
use taakgericht::exact::{Amount, Percent, Ratio, Residual, TieRule};
use taakgericht::key::{AgeBand, KeyBasis, KeyRule, KeyYear};
use taakgericht::party::Municipality;
use taakgericht::period::Year;
use taakgericht::pool::{Corridor, Model, Netting, RoundKind, StopLoss};
use taakgericht::scenario::{
    KeyChoice, KeySection, ModelChoice, PartiesSection, PoolSection, Record, RoundSection, Scenario, Series,
    SeriesQuantity, Source, SourceTable, TableRow,
};

/// Bedum, Winsum, Eemsmond and De Marne, in the order of their codes.
pub(crate) const NAMES: [&str; 4] = ["Bedum", "Winsum", "Eemsmond", "De Marne"];
const CODES: [&str; 4] = ["GM0005", "GM0053", "GM1651", "GM1663"];

/// Cost in cents by year: what is heavy care and what is not, per municipality; corrections make some of it negative.
const COST: [(i64, [[i64; 2]; 4]); 4] = [
    (
        2013,
        [[15_000_001, 135_000_000], [28_000_000, 212_000_050], [56_000_033, 234_000_000], [40_000_000, 165_000_000]],
    ),
    (
        2014,
        [[18_000_000, 142_000_010], [29_000_007, 206_000_000], [60_000_000, 240_000_000], [42_000_000, 168_000_099]],
    ),
    (
        2015,
        [[20_000_000, 150_000_000], [30_000_001, 220_000_000], [65_000_000, 240_000_001], [45_000_000, 170_000_000]],
    ),
    (2016, [[21_500_013, -149_000], [31_000_000, 214_000_003], [-2_000, 251_000_000], [46_100_000, 175_000_001]]),
];
const CONTRIBUTION: [(i64, [i64; 4]); 2] = [
    (2015, [157_631_100, 213_937_100, 309_102_700, 228_227_000]),
    (2016, [150_124_857, 203_749_619, 294_383_524, 217_359_048]),
];
const YOUTHS: [[i64; 2]; 4] = [[2211, 736], [3150, 801], [3242, 1083], [1954, 611]];
const CLIENTS: [(i64, &str, [&[i64]; 4]); 4] = [
    (2015, "heavy", [&[12_000_000, 4_000_000], &[9_000_000], &[18_000_000, 15_000_000], &[31_000_000, 8_000_000]]),
    (2015, "other", [&[11_000_000], &[], &[1], &[40_000_000]]),
    (2016, "heavy", [&[13_000_000], &[], &[], &[30_000_003, -500_000]]),
    (2016, "other", [&[], &[22_222_222, 10_000_000], &[10_000_001], &[]]),
];

pub(crate) fn year(year: i64) -> Year {
    Year::new(year).unwrap()
}

pub(crate) fn euros(euros: i64) -> Amount {
    Amount::from_euros(euros).unwrap()
}

pub(crate) fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

pub(crate) fn years(all: &[i64]) -> BTreeSet<Year> {
    all.iter().copied().map(year).collect()
}

pub(crate) fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(ToString::to_string).collect()
}

/// Municipalities by their names.
pub(crate) fn members(names: &[&str]) -> BTreeSet<Municipality> {
    let code = |name: &&str| NAMES.iter().position(|other| other == name).map(municipality).unwrap();
    names.iter().map(code).collect()
}

fn municipality(position: usize) -> Municipality {
    Municipality::parse(&format!("{}@2015", CODES[position])).unwrap()
}

fn cents(cents: i64) -> Ratio {
    Ratio::new(cents.into(), 100).unwrap()
}

fn record(party: usize, when: i64, value: Ratio) -> Record {
    Record::new(municipality(party), year(when), value)
}

pub(crate) fn amounts(id: &str, records: Vec<Record>) -> Series {
    Series::new(id, "invented", SeriesQuantity::Amount, None, records).unwrap()
}

/// The cost as it was known, with so many cents more per figure of 2015 and 2016.
fn cost(id: &str, more: i64) -> Series {
    let row = |(when, figures): &(i64, [[i64; 2]; 4])| {
        let (when, more) = (*when, if *when < 2015 { 0 } else { more });
        let of_party = |(party, [heavy, other]): (usize, &[i64; 2])| {
            let figure = |segment: &str, value: i64| Record {
                segment: Some(segment.into()),
                ..record(party, when, cents(value + more * (i64::try_from(party).unwrap() - 1)))
            };
            [figure("heavy", *heavy), figure("other", *other)]
        };
        figures.iter().enumerate().flat_map(of_party).collect::<Vec<_>>()
    };
    amounts(id, COST.iter().flat_map(row).collect())
}

/// What is contributed, as a whole; of that `paid` per cent, for advances.
fn contribution(id: &str, paid: i64) -> Series {
    let row = |(when, figures): &(i64, [i64; 4])| {
        let figure = |(party, value): (usize, &i64)| record(party, *when, cents(value * paid / 100));
        figures.iter().enumerate().map(figure).collect::<Vec<_>>()
    };
    amounts(id, CONTRIBUTION.iter().flat_map(row).collect())
}

/// What is contributed to heavy care, a fifth, and to other care.
fn contribution_by_segment() -> Series {
    let row = |(when, figures): &(i64, [i64; 4])| {
        let of_party = |(party, value): (usize, &i64)| {
            let figure =
                |segment: &str, value| Record { segment: Some(segment.into()), ..record(party, *when, cents(value)) };
            [figure("heavy", value / 5), figure("other", value - value / 5)]
        };
        figures.iter().enumerate().flat_map(of_party).collect::<Vec<_>>()
    };
    amounts("contribution-by-segment", CONTRIBUTION.iter().flat_map(row).collect())
}

/// What clients cost in heavy care, without saying that it is in heavy care.
fn clients_of_heavy_care(clients: &Series) -> Series {
    let heavy = clients.records().iter().filter(|record| record.segment.as_deref() == Some("heavy"));
    amounts("clients-of-heavy-care", heavy.map(|record| Record { segment: None, ..record.clone() }).collect())
}

fn clients() -> Series {
    let row = |(when, segment, figures): &(i64, &str, [&[i64]; 4])| {
        let of_party = |(party, values): (usize, &&[i64])| {
            let one = |(number, &value): (usize, &i64)| Record {
                segment: Some(segment.to_string()),
                client: Some(format!("{segment}-{number}")),
                ..record(party, *when, cents(value))
            };
            values.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        figures.iter().enumerate().flat_map(of_party).collect::<Vec<_>>()
    };
    amounts("clients", CLIENTS.iter().flat_map(row).collect())
}

fn youths() -> Series {
    let of_party = |(party, counts): (usize, &[i64; 2])| {
        let figure = |ages: &str, count: i64| Record {
            ages: Some(AgeBand::parse(ages).unwrap()),
            ..record(party, 2014, Ratio::integer(count))
        };
        [figure("0-17", counts[0]), figure("18-24", counts[1])]
    };
    let records = YOUTHS.iter().enumerate().flat_map(of_party).collect();
    Series::new("youths", "table-2-1", SeriesQuantity::Count, None, records).unwrap()
}

/// A key by its basis, from a series with a key year, or from none.
pub(crate) fn key(id: &str, basis: KeyBasis<Municipality>, from: Option<(&str, &str)>) -> KeySection {
    let key_year = from.map(|(_, text)| KeyYear::parse(text).unwrap());
    let series = from.map(|(series, _)| series.to_string());
    let rule = KeyRule { basis, year: key_year, ages: None };
    KeySection { id: id.into(), rule, series, segments: None, frozen: None }
}

fn keys() -> Vec<KeySection> {
    let mut youths = key("youths", KeyBasis::Measured, Some(("youths", "2014")));
    youths.rule.ages = Some(AgeBand::parse("0-17").unwrap());
    let weights = [3, 2, 1].map(Ratio::integer).to_vec();
    let fixed = [(0, 1), (1, 0), (2, 5), (3, 2)];
    let entries = fixed.map(|(party, weight)| (municipality(party), Ratio::new(weight, 3).unwrap())).to_vec();
    let heavy = |section: KeySection| KeySection { segments: Some(set(&["heavy"])), ..section };
    vec![
        youths,
        heavy(key("shares", KeyBasis::MeanOfShares { years: 2 }, Some(("cost", "t-1")))),
        key("sums", KeyBasis::MeanOfSums { years: 2 }, Some(("cost", "t-1"))),
        heavy(key("weighted", KeyBasis::WeightedYears { weights }, Some(("cost", "2015")))),
        key("agreed", KeyBasis::Fixed { entries }, None),
        key("equal", KeyBasis::Equal, None),
    ]
}

fn places() -> SourceTable {
    let form = Form { quantity: Quantity::Count, printed: Printed::COUNTED };
    let column = Column { name: "row".into(), role: Role::Other, form, sum_of: vec![] };
    let row = |(position, name): (i64, &&str)| Row {
        label: name.to_string(),
        role: RowRole::Party,
        form: None,
        figures: vec![Some(Ratio::integer(position))],
    };
    let table = Table::new("places", "table-2-1", vec![column], (0..).zip(&NAMES).map(row).collect()).unwrap();
    let rows = (0..4).map(|party| TableRow { municipality: Some(municipality(party)), line: None });
    SourceTable { table, file: None, rows: rows.collect() }
}

/// All of it, without a pool.
pub(crate) fn world(pools: Vec<PoolSection>) -> Scenario {
    let source = |id: &str, title: &str| Source { id: id.into(), title: title.into() };
    Scenario {
        sources: vec![source("invented", "Verzonnen"), source("table-2-1", "Tabel 2.1")],
        tables: vec![places()],
        parties: Some(PartiesSection { table: "places".into() }),
        series: vec![
            cost("cost", 0),
            cost("cost-provisional", -1_234_567),
            cost("cost-later", 33),
            contribution("contribution", 100),
            contribution_by_segment(),
            contribution("advances", 97),
            clients(),
            clients_of_heavy_care(&clients()),
            youths(),
        ],
        keys: keys(),
        pools,
        ..Scenario::new("world".into(), "Vier gemeenten".into(), year(2015))
    }
}

/// A pool of all cost in both years, by the contribution, with nothing agreed beyond that.
pub(crate) fn pool(id: &str, model: Model) -> PoolSection {
    PoolSection {
        id: id.into(),
        years: years(&[2015, 2016]),
        members: None,
        within: None,
        segments: None,
        cost: "cost".into(),
        contribution: Some("contribution".into()),
        clients: Some("clients".into()),
        model: ModelChoice::EveryYear(model),
        key: Some(KeyChoice::Contribution),
        underspend_key: None,
        residual: Residual::default(),
        tie: TieRule::First,
        advances: None,
        reserve: None,
        rounds: vec![],
    }
}

pub(crate) fn by(id: &str) -> Option<KeyChoice> {
    Some(KeyChoice::Key(id.into()))
}

/// Provisional, final and prior-year settlements of each year.
pub(crate) fn three_rounds() -> Vec<RoundSection> {
    let round = |kind, cost: Option<&str>, of: i64, booked| RoundSection {
        kind,
        year: Some(year(of)),
        cost: cost.map(String::from),
        booked: year(booked),
    };
    let of_year = |of| {
        [
            round(RoundKind::Provisional, Some("cost-provisional"), of, of),
            round(RoundKind::Final, None, of, of + 1),
            round(RoundKind::PriorYear, Some("cost-later"), of, of + 2),
        ]
    };
    [2015, 2016].into_iter().flat_map(of_year).collect()
}

pub(crate) fn corridor(band: &str, netting: Netting) -> Model {
    Model::Corridor(Corridor { band: percent(band), netting })
}

/// Every kind of model with terms that bite.
pub(crate) fn models() -> Vec<Model> {
    let stop_loss = StopLoss {
        threshold_per_client: euros(100_000),
        ceded_share: percent("80"),
        ceiling_per_client: Some(euros(300_000)),
    };
    vec![
        Model::ActualUse,
        Model::Insurance,
        Model::Blend { pooled: percent("33.3") },
        corridor("5", Netting::Netted),
        corridor("2.5", Netting::EachSide),
        corridor("3", Netting::OverspendsOnly),
        Model::StopLoss(stop_loss),
    ]
}
