//! The scenarios of the repository that have pools: every figure is explained, and the worked values come out.
#![cfg(feature = "format")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

#[path = "scenario_support/sweep.rs"]
mod sweep;

use std::collections::BTreeMap;
use std::fs;
use sweep::{amounts, check, statement};
use taakgericht::exact::Amount;
use taakgericht::format;
use taakgericht::scenario::{Plan, Scenario};

fn read(name: &str) -> Scenario {
    let main = fs::read_to_string(format!("scenarios/{name}")).unwrap();
    let names = format::file_names(name, &main).unwrap();
    let text = |file: &String| (file.clone(), fs::read_to_string(format!("scenarios/{file}")).unwrap());
    let files: BTreeMap<String, String> = names.iter().map(text).collect();
    let scenario = format::read(name, &main, &|file| files.get(file).map(String::as_str));
    scenario.unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn every_figure_of_bmwe_is_explained() {
    let (outcome, explained) = check(&read("bmwe-pools.toml"), 1);
    // Two settlements of one year with six columns: four municipalities and the total.
    assert_eq!(explained, 2 * 6 * 5);
    let settled = amounts(statement(&outcome, "bmwe/2015/final"), "borne");
    assert_eq!(settled, [163_025_169, 221_257_937, 319_680_063, 236_036_831].map(Amount::from_cents));
}

#[test]
fn the_figures_of_groningen_are_explained() {
    let (outcome, explained) = check(&read("groningen-2015-2018.toml"), 1);
    let ids: Vec<&str> = outcome.statements.iter().map(|statement| statement.id.as_str()).collect();
    assert_eq!(ids, ["zin-2015/2015", "zin-pgb/2016", "zin-pgb/2017", "heavy-common/2018", "bmwe/2018"]);
    assert_eq!(explained, 4 * 4 * (23 + 1) + 4 * (4 + 1));
    let (years, parties) = (outcome.pools.len(), outcome.parties.len());
    assert_eq!((years, parties), (4, 23));
}

/// What Bedum, Winsum, Eemsmond and De Marne bear by every model: figures that were worked out by hand (in cents).
#[test]
fn the_worked_values_of_bmwe_come_out() {
    let scenario = read("bmwe-pools.toml");
    let compared = Plan::new(&scenario).unwrap().compare(None, &[]).unwrap();
    assert_eq!(compared.len(), 1);
    let cases: [(&str, [i64; 4]); 10] = [
        ("bmwe", [163_025_169, 221_257_937, 319_680_063, 236_036_831]), // insurance by the contribution
        ("actual-use", [170_000_000, 250_000_000, 305_000_000, 215_000_000]),
        ("insurance-youths", [200_912_388, 269_360_313, 294_857_847, 174_869_452]),
        ("insurance-to-17", [196_868_429, 280_477_408, 288_669_129, 173_985_034]),
        ("insurance-3-years", [165_274_725, 249_633_700, 308_168_498, 216_923_077]),
        ("blend-60", [165_815_101, 232_754_762, 313_808_038, 227_622_099]),
        ("corridor-5", [170_375_269, 231_233_500, 314_535_220, 223_856_011]),
        ("heavy-by-youths", [184_197_853, 265_848_564, 290_188_570, 199_765_013]),
        ("stop-loss-100k", [173_394_814, 256_778_966, 304_394_453, 205_431_767]),
        // Winsum bears its own cost; the other three share theirs, 6,900,000, by what they contribute.
        ("without-winsum", [156_505_891, 250_000_000, 306_896_249, 226_597_860]),
    ];
    let variants = &compared[0].comparison.variants;
    assert_eq!(variants.len(), cases.len());
    assert_eq!(variants[9].takes_part, [true, false, true, true]);
    for (variant, (name, borne)) in variants.iter().zip(cases) {
        assert_eq!(variant.name, name);
        assert_eq!(Amount::sum(&variant.borne), Amount::sum(&variant.own_costs), "borne_equals_cost");
        assert_eq!(variant.borne, borne.map(Amount::from_cents), "{name}");
    }
}
