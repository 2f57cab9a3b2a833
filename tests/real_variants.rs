//! The example of financing variants: what every contract pays is what exact fractions come to outside this project.
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
use taakgericht::scenario::Scenario;

const MAIN: &str = "variants-2026.toml";

/// In cents, for Midden-Groningen, Het Hogeland, Westerkwartier and Eemsdelta: reckoned from the files with fractions, without this
/// project. Where a product is paid by effort or by output, its invoices are in what is paid.
const EXPECTED: [(&str, &str, [i64; 4]); 37] = [
    ("basis/2026", "task", [116_033_498, 95_406_520, 141_139_908, 83_490_149]),
    ("basis/2026", "corridor", [0, 0, 0, 0]),
    ("basis/2026", "paid", [116_033_498, 95_406_520, 141_139_908, 83_490_149]),
    ("basis/2027", "task", [123_443_397, 101_499_180, 150_153_103, 88_821_830]),
    ("basis/2027", "corridor", [290_364, 238_747, 353_191, 208_928]),
    ("basis/2027", "paid", [123_733_761, 101_737_927, 150_506_294, 89_030_758]),
    ("begeleiding-2026/2026", "ceiling", [-5_461_209, -3_908_280, -5_966_263, -3_383_740]),
    ("begeleiding-2026/2026", "paid", [84_744_283, 60_646_726, 92_581_472, 52_507_180]),
    ("begeleiding-2027/2027", "task", [79_959_777, 65_745_532, 97_260_842, 57_533_849]),
    ("begeleiding-2027/2027", "corridor", [3_658_990, 3_008_541, 4_450_692, 2_632_771]),
    ("begeleiding-2027/2027", "paid", [83_618_767, 68_754_073, 101_711_534, 60_166_620]),
    ("gezin/2026", "ceiling", [-5_078_340, -4_476_878, -6_813_840, -3_880_044]),
    ("gezin/2026", "paid", [47_770_038, 42_111_892, 64_096_244, 36_497_690]),
    ("gezin/2027", "ceiling", [-2_811_815, -2_478_803, -3_772_843, -2_148_345]),
    ("gezin/2027", "paid", [53_973_081, 47_580_886, 72_420_118, 41_237_721]),
    ("ggz/2026", "paid", [45_888_200, 40_164_150, 49_337_000, 34_655_650]),
    ("ggz/2027", "paid", [48_470_900, 42_549_455, 53_542_855, 36_727_950]),
    ("onderwijs/2026", "task", [25_943_688, 21_331_745, 31_557_178, 18_667_389]),
    ("onderwijs/2026", "corridor", [0, 0, 0, 0]),
    ("onderwijs/2026", "paid", [66_673_438, 50_428_645, 76_010_228, 43_863_689]),
    ("onderwijs/2027", "task", [28_256_668, 23_233_552, 34_370_622, 20_331_658]),
    ("onderwijs/2027", "corridor", [-385_743, -317_170, -469_207, -277_555]),
    ("onderwijs/2027", "penalty", [-278_709, -229_164, -339_014, -200_541]),
    ("onderwijs/2027", "paid", [71_353_441, 53_954_043, 81_330_876, 46_897_362]),
    ("hsj/2026", "task", [55_346_535, 45_507_723, 67_321_980, 39_823_762]),
    ("hsj/2026", "corridor", [650_744, 535_063, 791_547, 468_233]),
    ("hsj/2026", "penalty", [-92_244, -75_846, -112_204, -66_373]),
    ("hsj/2026", "paid", [55_905_035, 45_966_940, 68_001_323, 40_225_622]),
    ("hsj/2027", "task", [57_769_308, 47_499_806, 70_268_974, 41_567_032]),
    ("hsj/2027", "corridor", [1_672_139, 1_374_887, 2_033_944, 1_203_163]),
    ("hsj/2027", "paid", [59_441_447, 48_874_693, 72_302_918, 42_770_195]),
    ("bovenregionaal/2026", "paid", [78_758_600, 57_834_530, 88_817_676, 50_167_243]),
    ("bovenregionaal/2027", "paid", [84_069_285, 61_703_104, 94_512_908, 53_464_674]),
    ("wonen/2026", "paid", [178_202_460, 157_164_810, 239_416_840, 135_974_880]),
    ("wonen/2027", "paid", [192_481_315, 169_703_895, 258_092_895, 147_064_975]),
    ("vrij/2026", "paid", [14_082_469, 12_460_000, 18_992_007, 10_793_179]),
    ("vrij/2027", "paid", [15_124_546, 13_381_761, 20_396_821, 11_592_113]),
];

fn read() -> Scenario {
    let main = fs::read_to_string(format!("scenarios/{MAIN}")).unwrap();
    let names = format::file_names(MAIN, &main).unwrap();
    let text = |file: &String| (file.clone(), fs::read_to_string(format!("scenarios/{file}")).unwrap());
    let files: BTreeMap<String, String> = names.iter().map(text).collect();
    format::read(MAIN, &main, &|file| files.get(file).map(String::as_str)).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn contracts_pay_what_was_reckoned_elsewhere() {
    let (outcome, _) = check(&read(), 4);
    for (id, column, cents) in EXPECTED {
        assert_eq!(amounts(statement(&outcome, id), column), cents.map(Amount::from_cents), "{id} {column}");
    }
    let paid = EXPECTED.iter().filter(|(_, column, _)| *column == "paid").count();
    assert_eq!((outcome.contracts.len(), outcome.statements.len()), (paid, 2 * paid)); // by product, and by month
}
