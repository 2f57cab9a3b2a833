//! Generated sections for pools.

use super::{ids, names, percents};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};
use std::collections::{BTreeMap, BTreeSet};
use taakgericht::exact::{Amount, Percent, Ratio, Residual, TieRule};
use taakgericht::key::{AgeBand, KeyBasis, KeyRule, KeyYear};
use taakgericht::party::Municipality;
use taakgericht::period::Year;
use taakgericht::pool::{Corridor, Model, Netting, RoundKind, StopLoss};
use taakgericht::scenario::{
    AdvancesSection, AlternativeSection, KeyChoice, KeySection, ModelChoice, PartiesSection, PoolSection, Record,
    ReserveSection, RoundSection, Scenario, Series, SeriesQuantity,
};

/// The sections for pools of a scenario.
#[derive(Clone, Debug)]
pub(super) struct Pooling {
    has_parties: bool,
    series: Vec<Series>,
    keys: Vec<KeySection>,
    pools: Vec<PoolSection>,
    alternatives: Vec<AlternativeSection>,
}

impl Pooling {
    pub(super) fn added_to(self, scenario: Scenario) -> Scenario {
        let table = scenario.tables[0].table.name().to_string();
        let parties = (self.has_parties || scenario.budget.is_none()).then_some(PartiesSection { table });
        let Pooling { series, keys, pools, alternatives, .. } = self;
        Scenario { parties, series, keys, pools, alternatives, ..scenario }
    }
}

/// Sections over the municipalities of the first table. Reading asks that every name in them is carried by something; that
/// they make sense together is asked by a plan.
pub(super) fn sections(scenario: &Scenario) -> impl Strategy<Value = Pooling> + use<> {
    let parties: Vec<Municipality> = scenario.tables[0].rows.iter().filter_map(|row| row.municipality).collect();
    let source = scenario.sources[0].id.clone();
    let series_ids = btree_set(ids(), 1..4).prop_map(|ids| ids.into_iter().collect::<Vec<_>>());
    let all_series = series_ids.prop_flat_map({
        let parties = parties.clone();
        move |ids| ids.into_iter().map(|id| series(id, source.clone(), parties.clone())).collect::<Vec<_>>()
    });
    let names = (all_series, btree_set(key_ids(), 0..4), btree_set(ids(), 0..4), any::<bool>());
    names.prop_flat_map(move |(series, key_ids, pool_ids, has_parties)| {
        let key = |id: &String| key(id.clone(), &series, &parties);
        let keys: Vec<_> = key_ids.iter().map(key).collect();
        let choices = key_choices(&key_ids);
        let pool = |id: &String| pool(id.clone(), &pool_ids, &series, &parties, choices.clone());
        let pools: Vec<_> = pool_ids.iter().map(pool).collect();
        let parties = parties.clone();
        (Just(series), keys, pools, Just(has_parties)).prop_flat_map(move |(series, keys, pools, has_parties)| {
            let alternatives = alternatives(&pools, &series, &parties, choices.clone());
            (Just(series), Just(keys), Just(pools), alternatives).prop_map(
                move |(series, keys, pools, alternatives)| Pooling { has_parties, series, keys, pools, alternatives },
            )
        })
    })
}

fn years() -> impl Strategy<Value = Year> {
    (2012..2020_i64).prop_map(|year| Year::new(year).unwrap())
}

fn key_ids() -> impl Strategy<Value = String> {
    ids().prop_filter("a name that is not reserved", |id| id != "contribution")
}

/// Bands of which any are apart.
fn ages() -> impl Strategy<Value = AgeBand> {
    select(vec!["0-3", "4-11", "12-17", "18-24"]).prop_map(|text| AgeBand::parse(text).unwrap())
}

fn series(id: String, source: String, parties: Vec<Municipality>) -> impl Strategy<Value = Series> {
    let shape = (any::<[bool; 3]>(), select(vec![SeriesQuantity::Amount, SeriesQuantity::Count]));
    let what = (select(parties), years(), names(), ages(), names());
    let figures = btree_map(what, -1_000_000..1_000_000_i64, 1..12);
    (shape, figures).prop_map(move |(([segments, ages, clients], quantity), figures)| {
        let record = |((municipality, year, segment, band, client), number): (_, i64)| Record {
            segment: segments.then_some(segment),
            ages: ages.then_some(band),
            client: clients.then_some(client),
            ..Record::new(municipality, year, value(number, quantity))
        };
        let records = figures.into_iter().map(record);
        // Without a segment or an age two figures may be of the same; the last of them stays.
        let identity = |record: &Record| {
            let Record { municipality, year, segment, ages, client, .. } = record.clone();
            (municipality, year, segment, ages, client)
        };
        let apart: BTreeMap<_, Record> = records.map(|record| (identity(&record), record)).collect();
        Series::new(&id, &source, quantity, None, apart.into_values().rev().collect()).unwrap()
    })
}

fn value(number: i64, quantity: SeriesQuantity) -> Ratio {
    match quantity {
        SeriesQuantity::Amount => Ratio::new(number.into(), 100).unwrap(),
        SeriesQuantity::Count => Ratio::integer(number),
    }
}

/// Segments of a series; none where it has no segments.
fn segments(series: &Series) -> impl Strategy<Value = Option<BTreeSet<String>>> + use<> {
    let all: Vec<String> = series.segments().into_iter().map(String::from).collect();
    let most = all.len();
    let chosen = subsequence(all, 1.min(most)..=most).prop_map(|chosen| Some(chosen.into_iter().collect()));
    option::weighted(0.5, chosen).prop_map(move |chosen| chosen.flatten().filter(|_| most > 0))
}

fn ratios() -> impl Strategy<Value = Ratio> {
    (1..1000_i128, 1..10_i128).prop_map(|(above, below)| Ratio::new(above, below).unwrap())
}

fn some(parties: &[Municipality]) -> impl Strategy<Value = BTreeSet<Municipality>> + use<> {
    subsequence(parties.to_vec(), 1..=parties.len()).prop_map(|some| some.into_iter().collect())
}

fn key(id: String, series: &[Series], parties: &[Municipality]) -> impl Strategy<Value = KeySection> + use<> {
    let shares = some(parties).prop_flat_map(|some| {
        let count = some.len();
        (Just(some), vec(ratios(), count))
    });
    let fixed = shares.prop_map(|(some, shares)| KeyBasis::Fixed { entries: some.into_iter().zip(shares).collect() });
    let basis = prop_oneof![
        Just(KeyBasis::Measured),
        (1..9_u16).prop_map(|years| KeyBasis::MeanOfSums { years }),
        (1..9_u16).prop_map(|years| KeyBasis::MeanOfShares { years }),
        vec(ratios(), 1..4).prop_map(|weights| KeyBasis::WeightedYears { weights }),
        Just(KeyBasis::Equal),
        fixed,
    ];
    let year = prop_oneof![years().prop_map(KeyYear::Fixed), (0..9_u16).prop_map(KeyYear::Before)];
    let with_segments = select(series.to_vec()).prop_flat_map(|series| {
        let chosen = segments(&series);
        (Just(series.id().to_string()), chosen)
    });
    let frozen = option::weighted(0.2, "[0-9a-f]{64}");
    (basis, year, option::of(ages()), with_segments, frozen).prop_map(
        move |(basis, year, ages, (series, segments), frozen)| {
            let (looks, is_fixed) = match &basis {
                KeyBasis::Equal => (false, false),
                KeyBasis::Fixed { .. } => (false, true),
                _ => (true, false),
            };
            let year = Some(year).filter(|year| looks || (is_fixed && matches!(year, KeyYear::Fixed(_))));
            KeySection {
                id: id.clone(),
                rule: KeyRule { basis, year, ages: ages.filter(|_| looks || is_fixed) },
                series: looks.then_some(series),
                segments: segments.filter(|_| looks),
                frozen,
            }
        },
    )
}

fn key_choices(ids: &BTreeSet<String>) -> Vec<KeyChoice> {
    ids.iter().cloned().map(KeyChoice::Key).chain([KeyChoice::Contribution]).collect()
}

fn amounts() -> impl Strategy<Value = Amount> {
    (0..100_000_000_i64).prop_map(Amount::from_cents)
}

fn models() -> impl Strategy<Value = ModelChoice> {
    let stop_loss = (amounts(), percents(), option::of(amounts())).prop_map(|(threshold, ceded_share, above)| {
        let ceiling_per_client = above.map(|above| threshold.checked_add(above).unwrap());
        StopLoss { threshold_per_client: threshold, ceded_share, ceiling_per_client }
    });
    let one = prop_oneof![
        Just(Model::ActualUse),
        Just(Model::Insurance),
        percents().prop_map(|pooled| Model::Blend { pooled }),
        (percents(), select(&Netting::ALL[..])).prop_map(|(band, netting)| Model::Corridor(Corridor { band, netting })),
        stop_loss.prop_map(Model::StopLoss),
    ];
    let by_year = btree_map(years(), percents(), 1..4);
    prop_oneof![
        one.prop_map(ModelChoice::EveryYear),
        by_year.prop_map(|shares: BTreeMap<Year, Percent>| ModelChoice::BlendByYear(shares)),
    ]
}

fn pool(
    id: String,
    ids: &BTreeSet<String>,
    series: &[Series],
    parties: &[Municipality],
    keys: Vec<KeyChoice>,
) -> impl Strategy<Value = PoolSection> + use<> {
    let cost = select(series.to_vec()).prop_flat_map(|series| {
        let chosen = segments(&series);
        (Just(series.id().to_string()), chosen)
    });
    let of_series: Vec<String> = series.iter().map(|series| series.id().into()).collect();
    let any_series = move || option::of(select(of_series.clone()));
    let ids: Vec<String> = ids.iter().cloned().collect();
    let who = (btree_set(years(), 1..4), option::of(some(parties)), option::weighted(0.3, select(ids)));
    let what = (cost, any_series(), any_series(), any_series());
    let how = (models(), option::of(select(keys.clone())), option::of(select(keys)));
    let cents = (select(&Residual::ALL[..]), select(&TieRule::ALL[..]));
    let round = (select(&RoundKind::ALL[..]), option::of(years()), any_series(), years())
        .prop_map(|(kind, year, cost, booked)| RoundSection { kind, year, cost, booked });
    let settled = (1..400_u16, option::of(reserve()), vec(round, 0..3));
    (who, what, how, cents, settled).prop_map(
        move |((years, members, within), (cost, contribution, clients, advances), how, cents, settled)| PoolSection {
            id: id.clone(),
            years,
            members,
            within,
            segments: cost.1,
            cost: cost.0,
            contribution,
            clients,
            model: how.0,
            key: how.1,
            underspend_key: how.2,
            residual: cents.0,
            tie: cents.1,
            advances: advances.map(|series| AdvancesSection { series, instalments: settled.0 }),
            reserve: settled.1,
            rounds: settled.2,
        },
    )
}

fn reserve() -> impl Strategy<Value = ReserveSection> {
    (any::<i32>(), amounts(), amounts(), prop_oneof![Just(Amount::ZERO), amounts()]).prop_map(
        |(opening, floor, above, top_up)| ReserveSection {
            opening: Amount::from_cents(opening.into()),
            floor,
            cap: floor.checked_add(above).unwrap(),
            top_up,
        },
    )
}

fn alternatives(
    pools: &[PoolSection],
    series: &[Series],
    parties: &[Municipality],
    keys: Vec<KeyChoice>,
) -> impl Strategy<Value = Vec<AlternativeSection>> + use<> {
    let (series, parties) = (series.to_vec(), parties.to_vec());
    let one = |(number, pool): (usize, &PoolSection)| {
        let id = pool.id.clone();
        let cost = series.iter().find(|series| series.id() == pool.cost).unwrap();
        let without = prop_oneof![Just(BTreeSet::new()), some(&parties)];
        let what = (option::of(models()), option::of(select(keys.clone())), segments(cost), without);
        let alternative = what.prop_map(move |(model, key, segments, without)| AlternativeSection {
            id: format!("alternative-{number}"),
            pool: id.clone(),
            model,
            key,
            segments,
            without,
        });
        alternative.prop_filter("an alternative that says something", AlternativeSection::changes_something)
    };
    pools.iter().enumerate().map(one).collect::<Vec<_>>()
}
