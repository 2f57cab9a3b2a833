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
use taakgericht::exact::{Amount, Unrounded};
use taakgericht::financing::product::Variant;
use taakgericht::format;
use taakgericht::period::Year;
use taakgericht::scenario::{CaseOutcome, Outcome, Plan, Scenario};

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

/// What each case costs these municipalities, in cents, penalties of the contracts as they are taken off: reckoned likewise.
const COMPARED: [(i64, &str, [i64; 4]); 10] = [
    (2026, "contracted", [688_058_021, 562_184_213, 838_392_698, 488_175_282]),
    (2026, "all-effort", [691_848_097, 577_068_058, 835_403_324, 499_713_634]),
    (2026, "all-output", [682_668_165, 558_307_655, 840_666_659, 483_664_290]),
    (2026, "all-task", [693_982_260, 560_179_963, 833_931_568, 489_392_302]),
    (2026, "segment-2-task", [691_926_540, 569_130_628, 854_087_388, 495_665_133]),
    (2027, "contracted", [732_266_543, 608_239_837, 904_817_219, 528_952_368]),
    (2027, "all-effort", [752_455_613, 626_885_166, 907_521_674, 543_160_857]),
    (2027, "all-output", [733_434_548, 597_556_185, 900_444_349, 517_983_632]),
    (2027, "all-task", [736_021_319, 593_990_080, 884_067_456, 518_832_454]),
    (2027, "segment-2-task", [736_338_937, 605_690_727, 908_417_792, 527_628_945]),
];

#[test]
fn cases_cost_what_was_reckoned_elsewhere() {
    let scenario = read();
    let plan = Plan::new(&scenario).unwrap();
    let (outcome, compared) = (plan.run().unwrap(), plan.compare_variants().unwrap());
    for (year, case, cents) in COMPARED {
        let of_year = compared.iter().find(|one| one.year == Year::new(year).unwrap()).unwrap();
        let case = of_year.cases.iter().find(|one| one.id == case).unwrap();
        for ((paid, cents), penalty) in case.municipalities.iter().zip(cents).zip(penalties(&outcome, case, year)) {
            assert_eq!(paid.cents() + penalty, cents, "{year} {}", case.id);
        }
    }
}

/// What each municipality is spared by penalties in a year, of contracts that are a task in a case: below zero.
fn penalties(outcome: &Outcome, case: &CaseOutcome, year: i64) -> [i64; 4] {
    let tasks = case.agreements.iter().filter(|agreement| agreement.variant == Variant::TaskBased);
    let columns = tasks.flat_map(|task| &statement(outcome, &format!("{}/{year}", task.contract)).columns);
    let penalties = columns.filter(|column| column.name == "penalty");
    penalties.fold([0; 4], |sums, column| std::array::from_fn(|party| sums[party] + column.amounts[party].cents()))
}

/// What municipalities pay is what providers receive; who bears a shock bears all of it.
#[test]
fn nothing_is_lost_between_municipalities_and_providers() {
    let scenario = read();
    let compared = Plan::new(&scenario).unwrap().compare_variants().unwrap();
    let exact = |amounts: &[Unrounded]| amounts.iter().fold(Unrounded::ZERO, |sum, one| sum.checked_add(*one).unwrap());
    for case in compared.iter().flat_map(|year| &year.cases) {
        let received: Vec<Amount> = case.providers.iter().map(|provider| provider.revenue).collect();
        assert_eq!(Amount::sum(&received).unwrap(), Amount::sum(&case.municipalities).unwrap(), "{}", case.id);
        let agreed: Vec<Amount> = case.agreements.iter().flat_map(|one| [one.paid, one.leaked]).collect();
        assert_eq!(Amount::sum(&agreed).unwrap(), case.paid, "{}", case.id);
        for shock in &case.shocks {
            let borne = exact(&shock.providers).checked_add(shock.paid_more.into()).unwrap();
            assert_eq!(borne, shock.extra_cost, "{} {}", case.id, shock.id);
        }
    }
}
