//! Worked waterfalls, and one bad waterfall for each error.

use super::{Base, Bound, Line, Role, Rule, Waterfall};
use crate::error::Error;
use crate::exact::{Amount, Percent, Ratio, TieRule};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

fn euros(euros: i64) -> Amount {
    Amount::from_euros(euros).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn cents(lines: Vec<Line>, base: Amount) -> Vec<i64> {
    let outcome = Waterfall::new(lines).unwrap().apply(base).unwrap();
    outcome.lines.iter().map(|line| line.amount.cents()).collect()
}

#[test]
fn every_rule_takes_what_it_says() {
    let base = euros(1_000);
    let cases: [(Vec<Line>, &[i64]); 6] = [
        (vec![Line::percent("a", percent("40")), Line::percent("b", percent("60"))], &[40_000, 60_000]),
        // 10% of a, which is 4% of the whole, so that the rest is 56%
        (
            vec![Line::percent("a", percent("40")), Line::percent_of("b", "a", percent("10")), Line::residual("c")],
            &[40_000, 4_000, 56_000],
        ),
        (
            vec![Line::fixed("a", euros(100)), Line::percent_of_rest("b", percent("50")), Line::residual("c")],
            &[10_000, 45_000, 45_000],
        ),
        // a is clamped before b looks at what is left
        (
            vec![
                Line::percent("a", percent("1")).floor(euros(200)),
                Line::percent_of_rest("b", percent("50")),
                Line::residual("c"),
            ],
            &[20_000, 40_000, 40_000],
        ),
        (
            vec![
                Line::percent("a", percent("90")).ceiling(euros(300)),
                Line::percent_of("b", "a", percent("10")),
                Line::residual("c"),
            ],
            &[30_000, 3_000, 67_000],
        ),
        // without a floor a shortage ends in the residual
        (vec![Line::fixed("a", euros(1_200)), Line::residual("b")], &[120_000, -20_000]),
    ];
    for (lines, expected) in cases {
        assert_eq!(cents(lines.clone(), base), expected, "{lines:?}");
    }
}

#[test]
fn everything_is_exact_until_the_cents_are_placed() {
    let third = Ratio::new(1, 3).unwrap();
    let thirds = ["a", "b", "c"].map(|name| Line::new(name, Rule::ShareOf(Base::Whole, third)));
    let waterfall = Waterfall::new(thirds.to_vec()).unwrap();
    let outcome = waterfall.apply(Amount::EURO).unwrap();
    let told: Vec<_> = outcome.lines.iter().map(|line| (line.amount.cents(), line.residue.to_string())).collect();
    assert_eq!(told, [(34, "-2/3 ct".to_string()), (33, "1/3 ct".into()), (33, "1/3 ct".into())]);
    let last = waterfall.clone().tie(TieRule::Last).apply(Amount::EURO).unwrap();
    assert_eq!(last.lines.iter().map(|line| line.amount.cents()).collect::<Vec<_>>(), [33, 33, 34]);
    let in_euros = waterfall.unit(Amount::EURO).unwrap().apply(euros(-4)).unwrap();
    assert_eq!(in_euros.lines.iter().map(|line| line.amount).collect::<Vec<_>>(), [-2, -1, -1].map(euros));
}

#[test]
fn an_outcome_tells_what_decided_a_line() {
    let waterfall = Waterfall::new(vec![
        Line::percent("overhead", percent("3")).floor(euros(50)),
        Line::percent("waarvan gemeente", percent("1")).memo(),
        Line::residual("zorg"),
    ]);
    let outcome = waterfall.unwrap().apply(euros(1_000)).unwrap();
    let told: Vec<_> = outcome.lines.iter().map(|line| (line.role, line.bound, line.amount)).collect();
    let expected = [
        (Role::Part, Some(Bound::Floor), euros(50)),
        (Role::Memo, None, euros(10)), // shown, and not taken off the 950 that are left
        (Role::Part, None, euros(950)),
    ];
    assert_eq!(told, expected);
}

#[test]
fn plain_shares_know_their_share_of_the_whole() {
    let chained = Waterfall::new(vec![
        Line::percent("a", percent("40")),
        Line::percent_of("b", "a", percent("10")),
        Line::percent_of_rest("c", percent("50")),
        Line::residual("d"),
    ]);
    let shares = [40, 4, 28, 28].map(|hundredths| Ratio::new(hundredths, 100).unwrap());
    assert_eq!(chained.unwrap().shares(), Some(shares.as_slice()));
    let fixed = Waterfall::new(vec![Line::fixed("a", euros(1)), Line::residual("b")]);
    assert_eq!(fixed.unwrap().shares(), None);
}

/// The text of the error that building these lines gives.
fn refused(lines: Vec<Line>) -> alloc::string::String {
    Waterfall::new(lines).unwrap_err().to_string()
}

#[test]
fn what_the_constructor_can_prove_it_refuses() {
    let whole = |name: &str| Line::percent(name, percent("100"));
    let cases = [
        (vec![], "no line that is a part, expected at least one."),
        (vec![whole("a").memo()], "no line that is a part, expected at least one."),
        (
            vec![whole("a"), Line::percent("a", percent("0"))],
            "line \"a\": the name stands there twice, expected a name for each line.",
        ),
        (
            vec![Line::percent_of("a", "b", percent("10")), Line::residual("b")],
            "line \"a\": a share of \"b\", expected the whole, as there is no earlier line.",
        ),
        (
            vec![whole("a"), whole("b").memo(), Line::percent_of("c", "c", percent("10"))],
            "line \"c\": a share of \"c\", expected the whole or an earlier line: \"a\", \"b\".",
        ),
        (
            vec![whole("a").memo(), Line::percent_of("b", "a", percent("10")), Line::residual("c")],
            "line \"b\": a part that is a share of the memo line \"a\", expected a share of the whole or of a part.",
        ),
        (
            vec![Line::percent("a", percent("100.5"))],
            "line \"a\": a share of 100.5%, expected a share from 0% to 100%.",
        ),
        (
            vec![Line::percent_of_rest("a", percent("-1"))],
            "line \"a\": a share of -1%, expected a share from 0% to 100%.",
        ),
        (
            vec![Line::residual("a").floor(euros(2)).ceiling(euros(1))],
            "line \"a\": a floor of 2.00 above the ceiling of 1.00, expected a floor at or below the ceiling.",
        ),
        (
            vec![Line::residual("a"), Line::percent("b", percent("1"))],
            "line \"b\": a part behind the residual \"a\", expected the residual as the last part.",
        ),
        (
            vec![Line::residual("a"), Line::residual("b")],
            "line \"b\": a part behind the residual \"a\", expected the residual as the last part.",
        ),
        (
            vec![whole("a"), Line::residual("b").memo()],
            "line \"b\": a residual that is a memo, expected a residual that is a part.\n  For a memo of what is left, use 100% of the rest.",
        ),
        (
            vec![Line::percent("a", percent("40")), Line::percent("b", percent("55.5"))],
            "the parts add up to 95.5% of the whole, expected 100%.\n  Change a percentage, or add a residual line.",
        ),
    ];
    for (lines, text) in cases {
        assert_eq!(refused(lines), text);
    }
}

#[test]
fn what_only_a_budget_can_show_is_refused_with_the_gap() {
    let apply = |lines, base| -> Error { Waterfall::new(lines).unwrap().apply(base).unwrap_err() };
    let fixed = |euros_fixed| vec![Line::fixed("a", euros(euros_fixed)), Line::percent("b", percent("90"))];
    let residual = |line| vec![Line::fixed("a", euros(60)), line];
    let cases = [
        (
            apply(fixed(5), euros(100)),
            "the parts add up to 95.00, 5.00 too little, expected the whole budget of 100.00.\n  Change a line, or add a residual line.",
        ),
        (
            apply(fixed(11), euros(100)),
            "the parts add up to 101.00, 1.00 too much, expected the whole budget of 100.00.\n  Change a line, or add a residual line.",
        ),
        (
            apply(fixed(11), Amount::from_cents(-1)),
            "a budget of -0.01 meets the fixed amount or bound of line \"a\", expected a budget of at least 0.00.\n  \
             Apply the waterfall to the corrected budget and take the difference, or use shares only.",
        ),
        (
            apply(residual(Line::residual("b").floor(euros(50))), euros(100)),
            "line \"b\": 40.00 is left, 10.00 below the floor, expected at least 50.00.\n  Change the lines before it, or its bound.",
        ),
        (
            apply(residual(Line::residual("b").ceiling(euros(25))), euros(100)),
            "line \"b\": 40.00 is left, 15.00 above the ceiling, expected at most 25.00.\n  Change the lines before it, or its bound.",
        ),
    ];
    for (error, text) in cases {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn amounts_fit_the_unit() {
    let lines = || vec![Line::percent("a", percent("10")).floor(Amount::from_cents(150)), Line::residual("b")];
    let unit = |unit| Waterfall::new(lines()).unwrap().unit(unit);
    let cases = [
        (unit(Amount::ZERO).unwrap_err(), "a unit of 0.00, expected a unit of at least 0.01."),
        (unit(Amount::EURO).unwrap_err(), "line \"a\": an amount of 1.50, expected a multiple of 1.00."),
        (
            unit(Amount::from_cents(50)).unwrap().apply(Amount::from_cents(201)).unwrap_err(),
            "a whole of 2.01, expected a multiple of the unit 0.50.\n  Divide in a smaller unit, or round at a named step first.",
        ),
    ];
    for (error, text) in cases {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_tie_can_be_left_to_a_person() {
    let halves = vec![Line::percent("a", percent("50")), Line::percent("b", percent("50"))];
    let waterfall = Waterfall::new(halves).unwrap().tie(TieRule::Refuse);
    let error = waterfall.apply(Amount::CENT).unwrap_err();
    let text = "a and b tie for the last unit, expected a tie rule that decides.\n  \
                Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand.";
    assert_eq!(error.to_string(), text);
}

#[test]
fn columns_have_the_shape_of_lines_and_budgets() {
    let waterfall = Waterfall::new(vec![Line::percent("a", percent("50")), Line::residual("b")]).unwrap();
    let (mut long, mut short) = ([Amount::ZERO; 2], [Amount::ZERO; 1]);
    let bases = [euros(1), euros(2)];
    let error = waterfall.apply_columns(&bases, &mut [&mut long]).unwrap_err();
    assert_eq!(error.to_string(), "1 column, expected 2, one for each line.");
    let error = waterfall.apply_columns(&bases, &mut [&mut long, &mut short]).unwrap_err();
    assert_eq!(error.to_string(), "column \"b\": 1 row, expected 2, one for each budget.");
    let fixed = Waterfall::new(vec![Line::fixed("a", euros(1)), Line::residual("b").floor(euros(1))]).unwrap();
    let error = fixed.apply_columns(&bases, &mut [&mut long, &mut [Amount::ZERO; 2]]).unwrap_err();
    assert!(error.to_string().starts_with("row 0, line \"b\": 0.00 is left, 1.00 below the floor"), "{error}");
}

#[test]
fn the_borders_of_64_bits() {
    let waterfall = Waterfall::new(vec![Line::percent("a", percent("3")), Line::residual("b")]).unwrap();
    for base in [Amount::MAX, Amount::MIN] {
        let outcome = waterfall.apply(base).unwrap();
        let parts: Vec<Amount> = outcome.lines.iter().map(|line| line.amount).collect();
        assert_eq!(Amount::sum(&parts), Ok(base));
    }
    let below = Waterfall::new(vec![Line::fixed("a", Amount::MIN), Line::residual("b")]).unwrap();
    assert!(below.apply(Amount::MAX).unwrap_err().to_string().starts_with("the part does not fit"));
}

#[cfg(feature = "serde")]
#[test]
fn an_outcome_travels_as_text() {
    let waterfall = Waterfall::new(vec![Line::percent("a", percent("50")), Line::residual("b").floor(Amount::ZERO)]);
    let outcome = waterfall.unwrap().apply(Amount::CENT).unwrap();
    let json = serde_json::to_string(&outcome).unwrap();
    let expected = r#"{"base":"0.01","lines":[
        {"name":"a","role":"part","exact":"0.005","bound":null,"amount":"0.01","residue":"-0.005"},
        {"name":"b","role":"part","exact":"0.005","bound":null,"amount":"0.00","residue":"0.005"}]}"#;
    assert_eq!(json, expected.replace("\n        ", ""));
}
