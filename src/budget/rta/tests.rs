//! The worked values of the Groningen schedule, and one bad schedule for each error.

use super::{Cut, CutReading, PrintedLine, Residual, RtaYear, Schedule, groningen};
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, Rounding, Split, Unrounded};
use crate::period::Year;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::{Strategy, prop_assert_eq, proptest};

const POINTS: CutReading = CutReading::CumulativePoints;

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn read(number: i64, reading: CutReading) -> RtaYear {
    groningen().year(year(number), reading).unwrap()
}

/// What each line of a year takes of a budget in whole euros.
fn amounts(year: &RtaYear, euros: i64) -> Vec<String> {
    let base = Amount::from_euros(euros).unwrap();
    let outcome = year.waterfall().unwrap().apply(base).unwrap();
    let parts = Split::default().divide(base, &year.weights().unwrap()).unwrap();
    let amounts: Vec<Amount> = outcome.lines.iter().map(|line| line.amount).collect();
    assert_eq!(amounts, parts, "a schedule is a waterfall of plain shares");
    amounts.iter().map(ToString::to_string).collect()
}

/// The total of the BMWE budget, and Bedum (BMWE-beleidsplan jeugdhulp, hoofdstuk 8).
const BMWE: i64 = 13_878_933;
const BEDUM: i64 = 2_354_812;

#[test]
fn worked_values_of_the_groningen_schedule() {
    // korting, voorliggend veld, uitvoeringskosten, transformatie, directe zorg
    let cases = [
        (2015, BMWE, ["0.00", "416367.99", "416367.99", "1387893.30", "11658303.72"]),
        (2016, BMWE, ["693946.65", "346973.33", "346973.32", "1387893.30", "11103146.40"]), // a tie, to the earlier line
        (2017, BMWE, ["1249103.97", "346973.33", "346973.32", "1387893.30", "10547989.08"]),
        (2015, BEDUM, ["0.00", "70644.36", "70644.36", "235481.20", "1978042.08"]),
    ];
    for (number, euros, expected) in cases {
        assert_eq!(amounts(&read(number, POINTS), euros), expected, "{number}");
    }
}

#[test]
fn each_line_rounded_on_its_own_gives_a_cent_too_much() {
    let outcome = read(2016, POINTS).waterfall().unwrap().apply(Amount::from_euros(BMWE).unwrap()).unwrap();
    let rounded = outcome.lines.iter().map(|line| Rounding::HALF_UP_CENT.round(line.exact).unwrap().amount);
    let sum = Amount::sum(&rounded.collect::<Vec<_>>()).unwrap();
    assert_eq!(sum.checked_sub(outcome.base).unwrap(), Amount::CENT);
    let residues: Vec<String> = outcome.lines.iter().map(|line| line.residue.to_string()).collect();
    assert_eq!(residues, ["0", "-0.005", "0.005", "0", "0"]);
}

/// Of every 100 amounts 25 tie between the two 3% lines, and 50 fail to add up when each line is rounded on its own.
#[test]
fn ties_are_common() {
    let waterfall = read(2015, POINTS).waterfall().unwrap();
    let (mut ties, mut failures) = (0, 0);
    for cents in 0..100 {
        let outcome = waterfall.apply(Amount::from_cents(cents)).unwrap();
        let [_, field, overhead, ..] = outcome.lines.as_slice() else { panic!("a schedule of five lines") };
        // Exactly equal claims, and yet one line gets a cent more than the other.
        ties += usize::from(field.exact == overhead.exact && field.amount != overhead.amount);
        let rounded = outcome.lines.iter().map(|line| Rounding::HALF_UP_CENT.round(line.exact).unwrap().amount);
        let sum = Amount::sum(&rounded.collect::<Vec<_>>()).unwrap();
        failures += usize::from(sum.cents() != cents);
    }
    assert_eq!((ties, failures), (25, 50));
}

#[test]
fn compounding_prints_the_same_and_differs_by_thousands() {
    let care = |number, reading| {
        let year = read(number, reading);
        let share = year.lines().last().unwrap().share;
        Unrounded::from(Amount::from_euros(BMWE).unwrap()).times(share).unwrap()
    };
    for (number, euros) in [(2016, 25_169), (2017, 45_304)] {
        let gap = care(number, POINTS).checked_sub(care(number, CutReading::Compounding)).unwrap();
        let rounded = Rounding::HALF_UP_EURO.round(gap).unwrap().amount;
        assert_eq!(rounded, Amount::from_euros(euros).unwrap(), "{number}");
    }
    let residual = |number| crate::budget::number::percentage(read(number, CutReading::Compounding).lines()[4].share);
    assert_eq!((residual(2016), residual(2017)), ("79.8186…%".into(), "75.6735…%".into()));
    assert_eq!(read(2015, CutReading::Compounding).lines(), read(2015, POINTS).lines()); // nothing to compound yet
}

#[test]
fn a_year_that_does_not_add_up_is_refused_with_the_reading_that_would() {
    let error = groningen().year(year(2016), CutReading::Literal).unwrap_err();
    assert_eq!(
        error.to_string(),
        "schedule \"rta-groningen\", year 2016: the lines add up to 103.5%, expected 100%.\n  \
         3.5% too much. With `cut.reading = \"cumulative-points\"` and `cut.in_base = \"3.5%\"` the year adds up to 100%."
    );
    let error = groningen().all_years(CutReading::Literal).unwrap_err();
    assert!(error.to_string().starts_with("schedule \"rta-groningen\", year 2016: "), "2015 has no cut and adds up");
}

/// A schedule of one year: cut, one line, residual, printed in whole percents.
fn small(cut: Option<(&str, &str)>, line: &str, residual: &str) -> Result<Schedule, Error> {
    let printed =
        |name: &str, value: &str| PrintedLine { name: name.into(), percents: vec![(year(2016), percent(value))] };
    let cut = cut.map(|(value, in_base)| Cut { line: printed("korting", value), in_base: percent(in_base) });
    let residual = Residual { line: printed("zorg", residual), unit: percent("1") };
    Schedule::new("klein", "test", cut, vec![printed("veld", line)], residual)
}

#[test]
fn a_diagnosis_is_computed_from_the_schedule() {
    use CutReading::{Compounding, CumulativePoints, Literal};
    let cases = [
        (
            Some(("5", "2")),
            "15",
            "80",
            CumulativePoints,
            "the lines add up to 98%, expected 100%.\n  2% too little. With `cut.reading = \"literal\"` the year adds up to 100%.",
        ),
        (
            Some(("50", "20")),
            "12.5",
            "50",
            Literal,
            "the lines add up to 112.5%, expected 100%.\n  12.5% too much. With `cut.reading = \"compounding\"` and \
             `cut.in_base = \"20%\"` the rest is 50%, which prints as published.",
        ),
        (
            Some(("50", "30")),
            "12.6",
            "59",
            Literal,
            "the lines add up to 121.6%, expected 100%.\n  21.6% too much. With `cut.reading = \"compounding\"` and \
             `cut.in_base = \"30%\"` the rest is 58.8285…%, which prints as published.",
        ),
        (
            Some(("5", "2")),
            "15",
            "90",
            Literal,
            "the lines add up to 110%, expected 100%.\n  10% too much. No other reading of the cut makes it 100% with \
             `cut.in_base = \"2%\"`: check the percentages.",
        ),
        (
            Some(("8.5", "3.5")),
            "15",
            "79",
            Compounding,
            "79.8186…% is left for \"zorg\", expected a rest that prints as 79% in units of 1%.\n  No other reading of the \
             cut makes it 100% with `cut.in_base = \"3.5%\"`: check the percentages.",
        ),
        (
            Some(("40", "20")),
            "15",
            "65",
            Compounding,
            "60% is left for \"zorg\", expected a rest that prints as 65% in units of 1%.\n  With `cut.reading = \
             \"cumulative-points\"` and `cut.in_base = \"20%\"` the year adds up to 100%.",
        ),
        (
            None,
            "15",
            "84",
            CumulativePoints,
            "the lines add up to 99%, expected 100%.\n  1% too little. The year has no cut to read another way: check its percentages.",
        ),
        (
            Some(("2", "5")),
            "18",
            "80",
            CumulativePoints,
            "a cut of 2%, while 5% is already off the base, expected a cut of at least 5%.",
        ),
    ];
    for (cut, line, residual, reading, text) in cases {
        let error = small(cut, line, residual).unwrap().year(year(2016), reading).unwrap_err();
        assert_eq!(error.to_string(), alloc::format!("schedule \"klein\", year 2016: {text}"));
    }
}

#[test]
fn an_incomplete_schedule_is_refused() {
    let line = |name: &str, percents: &[(i64, &str)]| PrintedLine {
        name: name.into(),
        percents: percents.iter().map(|&(number, value)| (year(number), percent(value))).collect(),
    };
    let residual = |percents: &[(i64, &str)]| Residual { line: line("zorg", percents), unit: percent("1") };
    let build = |cut, lines, residual| Schedule::new("klein", "test", cut, lines, residual).unwrap_err();
    let two_years = [(2015, "90"), (2016, "80")];
    let in_base = |value| Some(Cut { line: line("korting", &[(2016, "10")]), in_base: percent(value) });
    let veld = || line("veld", &[(2015, "10"), (2016, "10")]);
    let cases = [
        (build(None, vec![], residual(&[])), ": no year, expected at least one year with percentages."),
        (
            build(None, vec![line("veld", &[(2015, "10")])], residual(&two_years)),
            ", year 2016, line \"veld\": no percentage, expected one for each year of the schedule.\n  Write 0 where the line takes nothing.",
        ),
        (
            build(None, vec![line("veld", &[(2015, "10"), (2015, "9")])], residual(&two_years)),
            ", line \"veld\": year 2015 stands there twice, expected one percentage for each year.",
        ),
        (
            build(None, vec![line("veld", &[(2017, "10")])], residual(&two_years)),
            ", line \"veld\": year 2017, expected one of 2015, 2016.",
        ),
        (
            build(None, vec![line("veld", &[(2015, "101"), (2016, "1")])], residual(&two_years)),
            ", line \"veld\", year 2015: 101%, expected a percentage from 0% to 100%.",
        ),
        (build(None, vec![veld(), veld()], residual(&two_years)), ": two lines \"veld\", expected every name once."),
        (
            build(in_base("100"), vec![veld()], residual(&two_years)),
            ", line \"korting\": a base that already lacks 100%, expected at least 0% and less than 100%.",
        ),
        (
            build(None, vec![veld()], residual(&[(2015, "90.5"), (2016, "80")])),
            ", year 2015, line \"zorg\": 90.5%, expected a multiple of 1%.",
        ),
    ];
    for (error, text) in cases {
        assert_eq!(error.to_string(), alloc::format!("schedule \"klein\"{text}"));
    }
    let error = groningen().year(year(2018), POINTS).unwrap_err();
    let text = "schedule \"rta-groningen\": year 2018, expected one of 2015, 2016, 2017.";
    assert_eq!(error.to_string(), text);
}

#[test]
fn the_preset_carries_its_lines_years_and_source() {
    let schedule = groningen();
    let names: Vec<&str> = schedule.line_names().collect();
    assert_eq!(names, ["korting", "voorliggend_veld", "uitvoeringskosten", "transformatie", "directe_zorg"]);
    assert_eq!(schedule.years(), [2015, 2016, 2017].map(year));
    assert_eq!(schedule.source(), "rta-groningen");
    assert_eq!(schedule.cut().unwrap().in_base, percent("3.5"));
    assert_eq!(read(2015, POINTS).lines()[0].printed, None); // a dash in the table, not a cut of 0%
}

/// A schedule that adds up under cumulative points, in tenths of percents: in base, cut, two lines, the rest.
fn schedules() -> impl Strategy<Value = Schedule> {
    (0..200_i64, 0..200_i64, 0..300_i64, 0..300_i64).prop_map(|(in_base, more, first, second)| {
        let tenths = |number: i64| percent(&alloc::format!("{}.{}", number / 10, number % 10));
        let line = |name: &str, number| PrintedLine { name: name.into(), percents: vec![(year(2016), tenths(number))] };
        let cut = Cut { line: line("korting", in_base + more), in_base: tenths(in_base) };
        let residual = Residual { line: line("zorg", 1000 - more - first - second), unit: tenths(1) };
        Schedule::new("random", "test", Some(cut), vec![line("a", first), line("b", second)], residual).unwrap()
    })
}

proptest! {
    #[test]
    fn shares_of_every_reading_that_is_accepted_sum_to_one(schedule in schedules()) {
        for reading in CutReading::ALL {
            match schedule.year(year(2016), reading) {
                Ok(read) => {
                    let sum = read.lines().iter().try_fold(Ratio::ZERO, |sum, line| sum.checked_add(line.share));
                    prop_assert_eq!(sum.unwrap(), Ratio::ONE);
                    prop_assert_eq!(read.weights().unwrap().share(0), read.lines()[0].share);
                }
                Err(error) => {
                    let text = error.to_string();
                    assert!(reading != POINTS, "{text}");
                    assert!(text.contains("With `cut.reading = \"cumulative-points\"`"), "{text}");
                }
            }
        }
    }
}
