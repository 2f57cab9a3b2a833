//! Scenarios with pools built in code without any file: every figure of every statement is explained and adds up.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

#[path = "scenario_support/sweep.rs"]
mod sweep;
#[path = "scenario_support/world.rs"]
mod world;

use sweep::{amounts, check, statement};
use taakgericht::exact::Amount;
use taakgericht::pool::{Letter, Model, Netting};
use taakgericht::scenario::{
    AdvancesSection, AlternativeSection, KeyChoice, ModelChoice, Plan, PoolSection, Record, ReserveSection, Scenario,
};
use world::{by, corridor, euros, members, models, percent, pool, set, three_rounds, world, year, years};

const RESERVE: fn() -> Option<ReserveSection> =
    || Some(ReserveSection { opening: euros(60_000), floor: euros(10_000), cap: euros(250_000), top_up: euros(5_000) });

/// Everything that can be agreed at once.
fn agreed(model: Model) -> PoolSection {
    PoolSection {
        advances: Some(AdvancesSection { series: "advances".into(), instalments: 12 }),
        reserve: RESERVE(),
        rounds: three_rounds(),
        ..pool("region", model)
    }
}

fn inner(id: &str, within: &str, names: &[&str], model: Model) -> PoolSection {
    PoolSection { members: Some(members(names)), within: Some(within.into()), key: by("shares"), ..pool(id, model) }
}

/// Every model with every other one within it, with all that can be agreed, and with nothing.
#[test]
fn every_figure_of_every_model_is_explained() {
    let all = models();
    let mut explained = 0;
    for (position, &model) in all.iter().enumerate() {
        let sub_model = all[(position * 3 + 1) % all.len()];
        let sub_pool = |sub_model| inner("coast", "region", &["Eemsmond", "De Marne"], sub_model);
        explained += check(&world(vec![pool("region", model)]), 1).1;
        explained += check(&world(vec![agreed(model)]), 3).1;
        let mut other = agreed(model);
        (other.advances, other.key) = (None, by("youths"));
        explained += check(&world(vec![other, sub_pool(sub_model)]), 3).1;
        let scoped = PoolSection { segments: Some(set(&["heavy"])), ..agreed(model) };
        explained += check(&world(vec![scoped, sub_pool(model)]), 3).1;
    }
    assert!(explained > 2_500, "{explained}");
}

/// A row of the sweep: what it is about, and its pools.
type Case = (&'static str, Vec<PoolSection>);

#[test]
fn what_can_be_agreed_goes_together() {
    let each_side = PoolSection { underspend_key: by("agreed"), ..agreed(corridor("2.5", Netting::EachSide)) };
    let by_year = [(year(2015), percent("60")), (year(2016), percent("100"))].into();
    let phased =
        PoolSection { model: ModelChoice::BlendByYear(by_year), key: by("shares"), ..agreed(Model::Insurance) };
    let heavy = |section| PoolSection { segments: Some(set(&["heavy"])), ..section };
    let by_segment = |section| PoolSection { contribution: Some("contribution-by-segment".into()), ..section };
    let paid_by_segment = |section| PoolSection {
        advances: Some(AdvancesSection { series: "contribution-by-segment".into(), instalments: 12 }),
        ..by_segment(section)
    };
    let insured = || agreed(Model::Insurance);
    let coast = || inner("coast", "region", &["Eemsmond", "De Marne"], Model::Insurance);
    let cases: Vec<Case> = vec![
        ("an underspend key of its own", vec![each_side.clone()]),
        ("and a sub-pool within", vec![each_side, coast()]),
        (
            "a reserve of the sub-pool alone",
            vec![PoolSection { reserve: None, ..insured() }, PoolSection { reserve: RESERVE(), ..coast() }],
        ),
        ("a blend that phases in, by a mean of shares", vec![phased]),
        ("weighted years", vec![PoolSection { key: by("weighted"), ..insured() }]),
        ("a mean of sums", vec![PoolSection { key: by("sums"), ..insured() }]),
        ("a contribution per segment", vec![heavy(by_segment(agreed(corridor("5", Netting::Netted))))]),
        ("clients of the segment alone", vec![heavy(agreed(models()[6]))]),
        ("a sub-pool that shares more segments", vec![heavy(insured()), coast()]),
        ("a sub-pool that shares fewer", vec![insured(), heavy(coast())]),
        (
            "a sub-pool that shares others",
            vec![heavy(insured()), PoolSection { segments: Some(set(&["other"])), ..coast() }],
        ),
        (
            "one of three levels",
            vec![
                PoolSection { reserve: None, ..insured() },
                inner("north", "region", &["Winsum", "Eemsmond", "De Marne"], Model::Insurance),
                PoolSection {
                    key: by("youths"),
                    reserve: RESERVE(),
                    ..inner("coast", "north", &["De Marne"], models()[6])
                },
            ],
        ),
        ("actual use with a reserve", vec![PoolSection { key: by("agreed"), ..agreed(Model::ActualUse) }]),
        (
            "two pools beside each other",
            vec![heavy(paid_by_segment(insured())), {
                let rest = PoolSection { id: "rest".into(), ..paid_by_segment(insured()) };
                PoolSection { segments: Some(set(&["other"])), ..rest }
            }],
        ),
        ("settlements on one year alone", vec![PoolSection { rounds: three_rounds()[..2].to_vec(), ..insured() }]),
    ];
    for (about, pools) in cases {
        println!("{about}");
        let turned = world(pools.iter().rev().cloned().collect());
        let (outcome, explained) = check(&world(pools), 1);
        assert!(explained >= 30, "{about}: {explained}");
        let turned = Plan::new(&turned).unwrap().run().unwrap();
        for other in &turned.statements {
            assert_eq!(other, statement(&outcome, &other.id), "order_free: {about}");
        }
    }
}

/// A year by hand: the pool of 2015 by youths up to 17, with a reserve that pays what it can.
#[test]
fn a_settlement_by_hand() {
    let reserve =
        ReserveSection { opening: euros(400_000), floor: euros(50_000), cap: euros(900_000), top_up: euros(20_000) };
    let section = PoolSection {
        key: by("youths"),
        reserve: Some(reserve),
        years: years(&[2015]),
        ..pool("region", Model::Insurance)
    };
    let (outcome, _) = check(&world(vec![section]), 1);
    // Cost 9,400,000.02, contribution 9,088,979.00: the reserve pays 311,021.02, members add 20,000.
    let reserve = outcome.pools[0].reserve.unwrap();
    assert_eq!(
        [reserve.withdrawn, reserve.topped_up, reserve.closing],
        [31_102_102, 2_000_000, 10_897_898].map(Amount::from_cents)
    );
    // Together 9,108,979.00, times 2211, 3150, 3242 and 1954 of 10557: exactly 1,907,734.4481…, 2,717,939.1730…,
    // 2,797,320.2536… and 1,685,985.1251…. Of the two cents left over one goes to Bedum, one to De Marne.
    let borne = [190_773_445, 271_793_917, 279_732_025, 168_598_513].map(Amount::from_cents);
    assert_eq!(amounts(statement(&outcome, "region/2015"), "borne"), borne);
}

/// Clients of a series without segments are those of the pooled cost, also where they cost more than that.
#[test]
fn clients_without_segments_are_those_of_the_pool() {
    let heavy = |clients: &str| {
        let stop_loss = PoolSection { clients: Some(clients.into()), ..pool("region", models()[6]) };
        check(&world(vec![PoolSection { segments: Some(set(&["heavy"])), ..stop_loss }]), 1).0
    };
    let (by_segment, as_they_stand) = (heavy("clients"), heavy("clients-of-heavy-care"));
    assert_eq!(by_segment.statements, as_they_stand.statements);
    // 2015: 80% of 2, 8, 5 and 20 tons above the threshold of 100,000, the last up to the ceiling of 300,000.
    assert_eq!(by_segment.pools[0].pots[0].amount, euros(80 * (200 + 800 + 500 + 2_000)).into());
    // 2016: the heavy care of Eemsmond was corrected to −20 euros, and De Marne cedes 200,000 of 461,000.01.
    let borne = amounts(statement(&by_segment, "region/2016"), "borne");
    let own = amounts(statement(&by_segment, "region/2016"), "own_cost");
    assert_eq!(Amount::sum(borne), Amount::sum(own), "borne_equals_cost");
}

// ---- what was wrong once ------------------------------------------------------------------------------------------

/// Advances are paid to the pool, so they are settled with what is shared: who bears more outside pays that itself.
#[test]
fn advances_are_for_what_is_shared() {
    let heavy =
        PoolSection { segments: Some(set(&["heavy"])), rounds: vec![], reserve: None, ..agreed(Model::Insurance) };
    let (outcome, _) = check(&world(vec![heavy]), 3);
    for pool in &outcome.pools {
        let sum = |cents: fn(&Letter<usize>) -> i64| pool.letters.iter().map(cents).sum::<i64>();
        let advances: i64 = pool.instalments.iter().flatten().map(|amount| amount.cents()).sum();
        assert_eq!(sum(|letter| letter.balance.cents()), sum(|letter| letter.shared_cost.cents()) - advances);
        assert_ne!(sum(|letter| letter.shared_cost.cents()), sum(|letter| letter.own_cost.cents()));
    }
}

/// What was paid once is settled once: two pools each take their own segment of what was paid, or have a series each.
#[test]
fn advances_count_in_one_pool() {
    let of_segment = |segment: &str, series: &str| PoolSection {
        segments: Some(set(&[segment])),
        contribution: None,
        key: by("youths"),
        advances: Some(AdvancesSection { series: series.into(), instalments: 12 }),
        ..pool(segment, Model::Insurance)
    };
    let both = |series| world(vec![of_segment("heavy", series), of_segment("other", series)]);
    assert_eq!(
        Plan::new(&both("advances")).unwrap_err().to_string(),
        "pool \"other\", advances: \"advances\" of Bedum in 2015 in the pools \"heavy\" and \"other\", expected amounts that \
         count in one pool.\n  Give each pool a series of its own, or each figure the segment that it is for."
    );
    let (outcome, _) = check(&both("contribution-by-segment"), 3);
    let paid = outcome.pools.iter().flat_map(|pool| pool.instalments.iter().flatten()).map(|amount| amount.cents());
    let contributed =
        [157_631_100, 213_937_100, 309_102_700, 228_227_000, 150_124_857, 203_749_619, 294_383_524, 217_359_048];
    assert_eq!(paid.sum::<i64>(), contributed.iter().sum::<i64>());
}

/// Who is no member of a pool may pay for another segment, but not for that of the pool.
#[test]
fn advances_of_other_segments_are_for_other_pools() {
    let few = |segment: &str, names: &[&str]| PoolSection {
        segments: Some(set(&[segment])),
        members: Some(members(names)),
        contribution: None,
        key: by("youths"),
        advances: Some(AdvancesSection { series: "contribution-by-segment".into(), instalments: 12 }),
        ..pool(segment, Model::Insurance)
    };
    let mut scenario = world(vec![few("heavy", &["Bedum", "Winsum"]), few("other", &["Eemsmond"])]);
    let series = &mut scenario.series[4];
    let of_members = |record: &&Record| {
        let is_coast = record.municipality.to_string() == "GM1651@2015";
        let is_inland = ["GM0005@2015", "GM0053@2015"].contains(&record.municipality.to_string().as_str());
        if record.segment.as_deref() == Some("heavy") { is_inland } else { is_coast }
    };
    let paid = series.records().iter().filter(of_members).cloned().collect();
    let whole = std::mem::replace(series, world::amounts("contribution-by-segment", paid));
    check(&scenario, 1);
    scenario.series[4] = whole;
    assert_eq!(
        Plan::new(&scenario).unwrap_err().to_string(),
        "pool \"heavy\", year 2015, advances, series \"contribution-by-segment\": an advance of GM1651 in 2015, segment \"heavy\", \
         who is no member, expected advances of members alone.\n  Leave its advance out, or take the municipality into the \
         pool.\npool \"other\", year 2015, advances, series \"contribution-by-segment\": an advance of GM0005 in 2015, segment \
         \"other\", who is no member, expected advances of members alone.\n  Leave its advance out, or take the municipality \
         into the pool."
    );
}

/// One series may hold what was paid to several pools: who is no member of one is a member of another.
#[test]
fn advances_of_other_members_are_for_other_pools() {
    let of = |id: &str, names: &[&str]| PoolSection {
        members: Some(members(names)),
        contribution: None,
        key: by("youths"),
        advances: Some(AdvancesSection { series: "advances".into(), instalments: 12 }),
        ..pool(id, Model::Insurance)
    };
    let inland = || of("inland", &["Bedum", "Winsum"]);
    check(&world(vec![inland(), of("coast", &["Eemsmond", "De Marne"])]), 1);
    let error = Plan::new(&world(vec![inland(), of("coast", &["Eemsmond"])])).unwrap_err().to_string();
    let forgotten = "an advance of GM1663 in 2015, who is no member, expected advances of members alone.";
    assert_eq!(error.matches(forgotten).count(), 2, "{error}");
    // A pool of another year settles nothing of this one.
    let earlier = PoolSection { years: years(&[2014]), ..of("coast", &["Eemsmond", "De Marne"]) };
    let error = Plan::new(&world(vec![inland(), earlier])).unwrap_err().to_string();
    assert!(
        error.contains("pool \"inland\", year 2015, advances, series \"advances\": an advance of GM1651"),
        "{error}"
    );
}

/// What two pools put aside of one contribution would be put aside twice; by what they only divide, they may both divide.
#[test]
fn a_contribution_fills_one_reserve() {
    let of_segment = |segment: &str, reserve| PoolSection {
        segments: Some(set(&[segment])),
        reserve,
        ..pool(segment, Model::Insurance)
    };
    check(&world(vec![of_segment("heavy", RESERVE()), of_segment("other", None)]), 1);
    assert_eq!(
        Plan::new(&world(vec![of_segment("heavy", RESERVE()), of_segment("other", RESERVE())]))
            .unwrap_err()
            .to_string(),
        "pool \"other\", contribution: \"contribution\" of Bedum in 2015 in the pools \"heavy\" and \"other\", expected \
         amounts that count in one pool.\n  Give each pool a series of its own, or each figure the segment that it is for."
    );
}

/// Two reserves around one another would both level the same deficit.
#[test]
fn a_reserve_within_a_reserve_is_refused() {
    let coast =
        PoolSection { reserve: RESERVE(), ..inner("coast", "region", &["Eemsmond", "De Marne"], Model::Insurance) };
    let scenario = world(vec![agreed(Model::Insurance), coast]);
    assert_eq!(
        Plan::new(&scenario).unwrap_err().to_string(),
        "pool \"coast\", reserve: a reserve within pool \"region\", which has one too, expected one reserve for each \
         cost.\n  Both would level the same deficit: keep one of them."
    );
}

/// A sub-pool that is not settled in a year keeps what is in its reserve.
#[test]
fn a_reserve_outlives_a_year_without_settlement() {
    let mut scenario = world(vec![
        PoolSection {
            years: years(&[2014, 2015, 2016]),
            contribution: None,
            key: by("youths"),
            ..pool("region", Model::Insurance)
        },
        PoolSection {
            reserve: RESERVE(),
            years: years(&[2014, 2016]),
            key: by("youths"),
            ..inner("coast", "region", &["De Marne"], Model::Insurance)
        },
    ]);
    with_year_2014(&mut scenario);
    let (outcome, _) = check(&scenario, 1);
    let reserve = |position: usize| outcome.pools[position].inner[0].reserve.unwrap();
    assert_ne!(reserve(0).closing, reserve(0).opening);
    assert_eq!(reserve(2).opening, reserve(0).closing);
    // The same where alternatives are put beside it.
    let plan = Plan::new(&scenario).unwrap();
    let same =
        AlternativeSection { model: Some(ModelChoice::EveryYear(Model::Insurance)), ..alternative("same", "coast") };
    let compared = plan.compare(None, &[same]).unwrap();
    assert_eq!(compared[2].comparison.variants[0].borne, compared[2].comparison.variants[1].borne);
}

/// Contributions of 2014 too, those of 2015.
fn with_year_2014(scenario: &mut Scenario) {
    let position = scenario.series.iter().position(|series| series.id() == "contribution").unwrap();
    let records = scenario.series[position].records();
    let earlier = records.iter().filter(|record| record.year == year(2015)).cloned();
    let earlier = earlier.map(|record| Record { year: year(2014), ..record });
    scenario.series[position] = world::amounts("contribution", records.iter().cloned().chain(earlier).collect());
}

fn alternative(id: &str, pool: &str) -> AlternativeSection {
    AlternativeSection { id: id.into(), pool: pool.into(), model: None, key: None, segments: None, without: [].into() }
}

/// Who leaves a pool leaves those within it, and stays in those around it.
#[test]
fn who_leaves_a_pool_leaves_those_within_it() {
    let scenario = world(vec![
        PoolSection { key: by("youths"), ..pool("region", Model::Insurance) },
        inner("north", "region", &["Winsum", "Eemsmond", "De Marne"], Model::Insurance),
        inner("coast", "north", &["Eemsmond", "De Marne"], Model::Blend { pooled: percent("50") }),
    ]);
    let plan = Plan::new(&scenario).unwrap();
    let leaving = |pool: &str| AlternativeSection { without: members(&["Eemsmond"]), ..alternative("leaves", pool) };
    let without =
        |pool: &str| plan.compare(Some("coast"), &[leaving(pool)]).unwrap().remove(0).comparison.variants.remove(1);
    let own = |borne: &[Amount]| borne[2] == plan.run().unwrap().statements[0].columns[1].amounts[2];
    for (pool, takes_part) in [("coast", true), ("north", true), ("region", false)] {
        let variant = without(pool);
        assert_eq!(variant.takes_part, [true, true, takes_part, true], "{pool}");
        assert_eq!(own(&variant.borne), !takes_part, "{pool}");
        assert_eq!(Amount::sum(&variant.borne), Amount::sum(&variant.own_costs), "borne_equals_cost");
    }
    // In the region by itself, Eemsmond bears its share by youths of all cost: 3242 of 10557 of 9,400,000.02.
    assert_eq!(without("north").borne[2], Amount::from_cents(288_669_130));
}

/// Nobody declared equal parts.
#[test]
fn nothing_is_shared_without_a_key() {
    let actual_use =
        |section: PoolSection| PoolSection { key: None, model: ModelChoice::EveryYear(Model::ActualUse), ..section };
    let refused = |pools: Vec<PoolSection>| Plan::new(&world(pools)).unwrap_err().to_string();
    assert_eq!(
        refused(vec![PoolSection { reserve: RESERVE(), ..actual_use(pool("region", Model::ActualUse)) }]),
        "pool \"region\": no key, expected one, by which members fill the reserve."
    );
    let coast = actual_use(inner("coast", "region", &["De Marne"], Model::ActualUse));
    assert_eq!(
        refused(vec![pool("region", Model::Insurance), coast]),
        "pool \"coast\": no key, expected one, by which members share what they pay to the pool \"region\"."
    );
    let scenario = world(vec![actual_use(pool("region", Model::ActualUse))]);
    let compared = Plan::new(&scenario).unwrap().compare(None, &[]).unwrap();
    let names: Vec<&str> = compared[0].comparison.variants.iter().map(|variant| variant.name.as_str()).collect();
    assert_eq!(names, ["region"]); // insurance and a blend would need a key
    let scenario = world(vec![pool("region", Model::Insurance)]);
    let compared = Plan::new(&scenario).unwrap().compare(None, &[]).unwrap();
    let names: Vec<&str> = compared[0].comparison.variants.iter().map(|variant| variant.name.as_str()).collect();
    assert_eq!(names, ["region", "actual-use", "blend-50"]);
}

/// Segments that a series has not would count for nothing.
#[test]
fn figures_of_other_segments_are_refused() {
    let heavy = |section| PoolSection { segments: Some(set(&["heavy"])), ..section };
    let refused = |section: PoolSection| Plan::new(&world(vec![section])).unwrap_err().to_string();
    let mut renamed = world(vec![heavy(agreed(Model::Insurance))]);
    let series = renamed.series.iter_mut().find(|series| series.id() == "cost-provisional").unwrap();
    let with_segment = |record: &Record| Record {
        segment: record.segment.as_ref().map(|segment| segment.replace("heavy", "zwaar")),
        ..record.clone()
    };
    *series = world::amounts("cost-provisional", series.records().iter().map(with_segment).collect());
    assert_eq!(
        Plan::new(&renamed).unwrap_err().to_string().lines().next().unwrap(),
        "pool \"region\", rounds: the series \"cost-provisional\" without figures of segment \"heavy\", expected figures \
         of the segments of the pool."
    );
    let mut rounds = three_rounds();
    rounds[0].cost = Some("contribution".into()); // a cost without segments would be pooled as a whole
    assert!(
        refused(PoolSection { rounds, ..heavy(pool("region", Model::Insurance)) })
            .starts_with("pool \"region\", rounds: the series \"contribution\" without figures of segment \"heavy\"")
    );
    let mut other_alone = world(vec![heavy(pool("region", Model::Insurance))]);
    let series = other_alone.series.iter_mut().find(|series| series.id() == "clients").unwrap();
    let others = series.records().iter().filter(|record| record.segment.as_deref() == Some("other"));
    *series = world::amounts("clients", others.cloned().collect());
    assert_eq!(
        Plan::new(&other_alone).unwrap_err().to_string(),
        "pool \"region\", clients: the series \"clients\" without figures of segment \"heavy\", expected figures of the \
         segments of the pool.\n  It has figures of segment \"other\"."
    );
}

/// A key that was frozen is known by the ids of its parties, whatever a table calls them.
#[cfg(feature = "format")]
#[test]
fn a_frozen_key_goes_by_ids() {
    let scenario = |name: Option<&str>, frozen: Option<String>| {
        let mut scenario = world(vec![PoolSection { key: by("youths"), ..pool("region", Model::Insurance) }]);
        scenario.keys[0].frozen = frozen;
        if let Some(name) = name {
            let table = &scenario.tables[0].table;
            let mut rows = table.rows().to_vec();
            rows[0].label = name.into();
            let columns = table.columns().to_vec();
            scenario.tables[0].table =
                taakgericht::budget::reconcile::Table::new("places", "table-2-1", columns, rows).unwrap();
        }
        scenario
    };
    let (outcome, _) = check(&scenario(None, None), 4);
    let fingerprint = outcome.pools[0].key.fingerprint.clone().unwrap();
    let text = "youths 0-17, 2014\nGM0005@2015 2211\nGM0053@2015 3150\nGM1651@2015 3242\nGM1663@2015 1954\n";
    assert_eq!(fingerprint, taakgericht::format::sha256(text.as_bytes()));
    for name in [None, Some("Gemeente Bedum")] {
        let frozen = Plan::new(&scenario(name, Some(fingerprint.clone()))).map(|_| ());
        assert_eq!(frozen, Ok(()), "{name:?}");
    }
}

/// A key that was frozen holds for the pool; who tries out another way to share may leave a member out.
#[cfg(feature = "format")]
#[test]
fn alternatives_need_not_keep_a_frozen_key() {
    let mut scenario = world(vec![PoolSection { key: by("youths"), ..pool("region", Model::Insurance) }]);
    let (outcome, _) = check(&scenario, 4);
    scenario.keys[0].frozen.clone_from(&outcome.pools[0].key.fingerprint);
    let without = AlternativeSection { without: members(&["Winsum"]), ..alternative("without", "region") };
    let compared = Plan::new(&scenario).unwrap().compare(None, &[without]).unwrap();
    assert_eq!(compared[0].comparison.variants[1].takes_part, [true, false, true, true]);
}

/// Of several settlements of a year, an error says which one it is about.
#[test]
fn an_error_names_the_settlement() {
    let mut scenario = world(vec![agreed(Model::Insurance)]);
    let series = scenario.series.iter_mut().find(|series| series.id() == "cost-later").unwrap();
    let is_kept =
        |record: &&Record| (record.municipality.code.to_string(), record.year) != ("GM1663".into(), year(2016));
    *series = world::amounts("cost-later", series.records().iter().filter(is_kept).cloned().collect());
    assert_eq!(
        Plan::new(&scenario).unwrap_err().to_string(),
        "pool \"region\", year 2016, prior-year settlement, series \"cost-later\": no figure of De Marne in 2016, expected \
         one for each member and year.\n  Write a figure of 0 where there was nothing."
    );
}

#[test]
fn nobody_contributed() {
    let mut scenario = world(vec![pool("region", Model::Insurance)]);
    let series = scenario.series.iter_mut().find(|series| series.id() == "contribution").unwrap();
    let zeros =
        series.records().iter().map(|record| Record { value: taakgericht::exact::Ratio::ZERO, ..record.clone() });
    *series = world::amounts("contribution", zeros.collect());
    assert_eq!(
        Plan::new(&scenario).unwrap_err().to_string(),
        "pool \"region\", year 2015, key \"contribution 2015\": 4 weights that add up to zero, expected at least one \
         weight above zero."
    );
}

/// What many settlements explain grows with their number, not with its power of two.
#[test]
fn many_settlements_are_explained_in_reasonable_size() {
    let provisional = three_rounds().remove(0);
    let rounds = vec![provisional; 12];
    let section = PoolSection { rounds, years: years(&[2015]), ..agreed(Model::Insurance) };
    let scenario = world(vec![section]);
    let plan = Plan::new(&scenario).unwrap();
    let steps = |figure: &str| plan.explain(figure).unwrap().steps().len();
    let one = steps("region/2015/provisional/balance/Bedum");
    assert!(steps("region/2015/provisional-12/balance/Bedum") <= 12 * (one + 1));
    let figure = plan.explain("region/2015/provisional-12/balance/Bedum").unwrap();
    assert_eq!(figure.replay().unwrap(), taakgericht::trace::Value::Amount(Amount::ZERO));
}

/// A choice between by-contribution and a key section means what it says in either place.
#[test]
fn underspends_by_contribution() {
    let model = corridor("1", Netting::EachSide);
    let section = PoolSection { key: by("youths"), underspend_key: Some(KeyChoice::Contribution), ..agreed(model) };
    let (outcome, _) = check(&world(vec![section]), 1);
    assert_eq!(outcome.pools[0].underspend_key.as_ref().unwrap().name, "contribution 2015");
    assert_eq!(outcome.pools[0].key.name, "youths 0-17, 2014");
}
