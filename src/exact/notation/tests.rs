//! How text is read and numbers are printed, as tables.

use super::{Notation, dutch, grouped};
use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, decimal};
use alloc::format;
use alloc::string::{String, ToString};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

const NOTATIONS: [Notation; 3] = [Notation::Plain, Notation::Dutch, Notation::Either];

/// What a reader answers, for a table: the figure as it prints, or the kind of the error.
fn outcome(read: Result<impl ToString, Error>) -> String {
    read.map_or_else(|error| format!("{:?}", error.kind()), |figure| figure.to_string())
}

#[test]
fn amounts_in_each_notation() {
    let (no, two) = ("Unreadable", "Ambiguous");
    // Text; Plain, Dutch, Either.
    let cases = [
        ("1234.56", ["1234.56", no, "1234.56"]),
        ("-1234.56", ["-1234.56", no, "-1234.56"]),
        ("+5", ["5.00", "5.00", "5.00"]),
        ("1.50", ["1.50", no, "1.50"]),
        ("1234.500", ["1234.50", no, "1234.50"]),
        ("0.500", ["0.50", no, "0.50"]), // nobody groups with a leading zero
        ("1.500", ["1.50", "1500.00", two]),
        ("1.234", ["Inexact", "1234.00", two]),
        ("-1.234", ["Inexact", "-1234.00", two]),
        ("€ 1.234", [no, "1234.00", two]), // the euro sign says nothing about the point
        ("123.456", ["Inexact", "123456.00", two]),
        ("1234.567", ["Inexact", no, "Inexact"]), // four digits are no first group
        ("1.2345", ["Inexact", no, "Inexact"]),
        ("1.000.000", [no, "1000000.00", "1000000.00"]),
        ("1,5", [no, "1.50", "1.50"]),
        ("1234,56", [no, "1234.56", "1234.56"]),
        ("1.234,56", [no, "1234.56", "1234.56"]),
        ("1,234", [no, "Inexact", two]), // a thousand to an English reader
        ("0,123", [no, "Inexact", "Inexact"]),
        ("1,234.56", [no, no, no]),
        ("1,234,567", [no, no, no]),
        ("€ 1.234,56", [no, "1234.56", "1234.56"]),
        ("€ 1234.56", [no, no, "1234.56"]),
        ("2.354.812€", [no, "2354812.00", "2354812.00"]), // as chapter 8 prints it
        ("€ -467.000", [no, "-467000.00", two]),          // as table 1.3 prints it
        ("€-2.543.000", [no, "-2543000.00", "-2543000.00"]),
        ("-€ 5", [no, "-5.00", "-5.00"]),
        ("- € 5", [no, "-5.00", "-5.00"]),
        ("-5 €", [no, "-5.00", "-5.00"]),
        ("€ 5,-", [no, "5.00", "5.00"]),
        ("€ 5,–", [no, "5.00", "5.00"]),
        ("€ 1.234,-", [no, "1234.00", "1234.00"]),
        ("5,\u{2212}", [no, "5.00", "5.00"]),
        ("\u{2212}5", [no, "-5.00", "-5.00"]),
        ("€\u{a0}1.234,56", [no, "1234.56", "1234.56"]),
        ("€\u{202f}1.234,56\u{a0}", [no, "1234.56", "1234.56"]),
        ("-0", ["0.00", "0.00", "0.00"]),
    ];
    for (text, expected) in cases {
        let found = NOTATIONS.map(|notation| outcome(notation.read_amount(text)));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn percentages_carry_their_sign() {
    let (no, two) = ("Unreadable", "Ambiguous");
    let cases = [
        ("8.5%", ["8.5%", no, "8.5%"]),
        ("8,5%", [no, "8.5%", "8.5%"]),
        ("84,50%", [no, "84.5%", "84.5%"]),
        ("8,5 %", [no, "8.5%", "8.5%"]),
        ("-3%", ["-3%", "-3%", "-3%"]),
        ("1.234%", ["1.234%", "1234%", two]),
        ("84.4605%", ["84.4605%", no, "84.4605%"]),
        ("8.5", [no, no, no]), // 8.5% or 850%?
        ("€ 8%", [no, no, no]),
        ("8%%", [no, no, no]),
        ("5,-%", [no, no, no]),
    ];
    for (text, expected) in cases {
        let found = NOTATIONS.map(|notation| outcome(notation.read_percent(text)));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn numbers_have_no_unit() {
    let (no, two) = ("Unreadable", "Ambiguous");
    let cases = [
        ("0.1", ["0.1", no, "0.1"]),
        ("0,1", [no, "0.1", "0.1"]),
        ("3.951", ["3.951", "3951", two]), // the youths of Winsum, as table 2.1 prints them
        ("13.788", ["13.788", "13788", two]),
        ("13788", ["13788", "13788", "13788"]),
        ("€ 5", [no, no, no]),
        ("5%", [no, no, no]),
        ("5,-", [no, no, no]),
    ];
    for (text, expected) in cases {
        let found = NOTATIONS.map(|notation| outcome(notation.read_decimal(text)));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn nothing_else_is_a_number() {
    let texts = [
        "",
        " ",
        "-",
        "€",
        "%",
        "abc",
        "NaN",
        "inf",
        "1e5",
        "1E5",
        ".5",
        "5.",
        ",5",
        "5,",
        "--5",
        "-+5",
        "€ € 5",
        "€ 5 €",
        "5-",
        "1.23.456",
        "1.234.56",
        "12.34.567",
        "1..234",
        "1.,5",
        "1,2,3",
        "1 234",
        "1_000",
        "1'000",
        "0x10",
        "٣",
        "1.234,5.6",
        ",-",
        "5,--",
        "-€ -5",
    ];
    for (text, notation) in texts.iter().flat_map(|text| NOTATIONS.map(|notation| (text, notation))) {
        assert_eq!(outcome(notation.read_amount(text)), "Unreadable", "{text} {notation:?}");
        assert_eq!(outcome(notation.read_decimal(text)), "Unreadable", "{text} {notation:?}");
        assert_eq!(outcome(notation.read_percent(&format!("{text}%"))), "Unreadable", "{text}% {notation:?}");
    }
}

#[test]
fn each_error_says_what_was_found_expected_and_what_to_do() {
    use Notation::{Dutch, Either, Plain};
    let cases = [
        (
            Plain.read_amount("1,234.56").map(drop),
            "\"1,234.56\", expected an amount such as -1234.56.\n  Write 1234.56.",
        ),
        (
            Dutch.read_amount("1,234.56").map(drop),
            "\"1,234.56\", expected an amount such as € 1.234,56.\n  Write 1.234,56.",
        ),
        (
            Either.read_amount("1,234.56").map(drop),
            "\"1,234.56\", expected an amount such as 1234.56 or € 1.234,56.\n  Write 1234.56.",
        ),
        (
            Plain.read_amount("€ -1.234,50").map(drop),
            "\"€ -1.234,50\", expected an amount such as -1234.56.\n  Write -1234.50.",
        ),
        (
            Dutch.read_amount("1234.56").map(drop),
            "\"1234.56\", expected an amount such as € 1.234,56.\n  Write 1.234,56.",
        ),
        (
            Plain.read_decimal("1,234").map(drop),
            "\"1,234\", expected a number such as -1234.56.\n  Write 1.234 or 1234, whichever is meant.",
        ),
        (
            Either.read_amount("-1.230").map(drop),
            "\"-1.230\", which reads as -1.230 in plain notation and as -1230 in Dutch notation, expected an amount with one meaning.\n  \
             Write -1.2300 or -1230, whichever is meant.",
        ),
        (
            Either.read_percent("1,234%").map(drop),
            "\"1,234%\", which reads as 1.234 in Dutch notation and as 1234 in English notation, expected a percentage with one \
             meaning.\n  Write 1.2340% or 1234%, whichever is meant.",
        ),
        (
            Either.read_amount("1.23.456").map(drop),
            "\"1.23.456\", expected an amount such as 1234.56 or € 1.234,56.\n  \
             Points and commas stand between groups of three digits, or before the decimals.",
        ),
        (Either.read_percent("8,5").map(drop), "\"8,5\", expected a percentage such as 8.5% or 8,5%.\n  Write 8.5%."),
        (Dutch.read_percent("8,5").map(drop), "\"8,5\", expected a percentage such as 8,5%.\n  Write 8,5%."),
        (
            Plain.read_percent("€ 5").map(drop),
            "\"€ 5\", expected a percentage such as 8.5%.\n  This is an amount, not a percentage.",
        ),
        (
            Either.read_amount("8,5%").map(drop),
            "\"8,5%\", expected an amount such as 1234.56 or € 1.234,56.\n  This is a percentage, not an amount.",
        ),
        (
            Dutch.read_decimal("€ 5").map(drop),
            "\"€ 5\", expected a number such as 1.234,56.\n  This is an amount, not a number.",
        ),
        (
            Plain.read_decimal("1e5").map(drop),
            "\"1e5\", expected a number such as -1234.56.\n  Write the number in full, without an exponent.",
        ),
        (
            Either.read_decimal("1 234").map(drop),
            "\"1 234\", expected a number such as 1234.56 or 1.234,56.\n  Write the digits without anything between them.",
        ),
        (Plain.read_decimal("NaN").map(drop), "\"NaN\", expected a number such as -1234.56."),
        (
            Dutch.read_amount("€ 12,345").map(drop),
            "\"€ 12,345\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
             Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            Plain.read_amount("92233720368547758.08").map(drop),
            "the amount 92233720368547758.08 does not fit, \
             expected an amount between -92233720368547758.08 and 92233720368547758.07.",
        ),
        (
            Dutch.read_decimal("79.228.162.514.264.337.593.543.950.336").map(drop),
            "the number 79228162514264337593543950336 does not fit, expected at most 28 digits.",
        ),
    ];
    for (result, text) in cases {
        assert_eq!(result.unwrap_err().to_string(), text);
    }
}

#[test]
fn the_borders_of_64_bits_of_cents() {
    let cases = [
        ("92233720368547758.07", Ok(Amount::MAX)),
        ("-92233720368547758.08", Ok(Amount::MIN)),
        ("92233720368547758.08", Err(Kind::Overflow)),
        ("-92233720368547758.09", Err(Kind::Overflow)),
        ("92233720368547758.079", Err(Kind::Inexact)),
        ("92233720368547758.081", Err(Kind::Overflow)), // both are wrong with it; the kind that stands first is reported
        ("99999999999999999999999999999999", Err(Kind::Overflow)),
    ];
    for (text, expected) in cases {
        assert_eq!(Notation::Plain.read_amount(text).map_err(|error| error.kind()), expected, "{text}");
        let dutch = text.replace('.', ",");
        assert_eq!(Notation::Dutch.read_amount(&dutch).map_err(|error| error.kind()), expected, "{dutch}");
    }
}

#[test]
fn figures_as_they_print() {
    let amount = Amount::from_cents;
    let number = |text| decimal::parse(text).unwrap();
    let percent = |text| Percent::parse(text).unwrap();
    let cases = [
        (amount(123_456).dutch(), "€ 1.234,56"),
        (amount(-123_456).dutch(), "€ -1.234,56"),
        (amount(5).dutch(), "€ 0,05"),
        (amount(0).dutch().whole_euros(), "€ 0"),
        (amount(-46_700_000).dutch().whole_euros(), "€ -467.000"),
        (amount(-46_700_001).dutch().whole_euros(), "€ -467.000,01"), // cents are never hidden
        (amount(123_456).dutch().without_symbol(), "1.234,56"),
        (amount(i64::MIN).dutch(), "€ -92.233.720.368.547.758,08"),
        (amount(1_387_893_300).grouped(), "13,878,933.00"),
        (amount(1_387_893_300).grouped().whole_euros(), "13,878,933"),
        (amount(99_999).grouped(), "999.99"),
        (grouped(amount(-100_000)), "€ -1,000.00"),
        (percent("8.5").dutch(), "8,5%"),
        (percent("-1234.5").dutch(), "-1.234,5%"),
        (grouped(percent("84.4605")), "84.4605%"),
        (dutch(number("1234.50")), "1.234,50"),
        (dutch(number("-0.001")), "-0,001"),
        (dutch(-Decimal::new(0, 1)), "0,0"), // nothing is not owed
    ];
    for (figure, text) in cases {
        assert_eq!(figure.to_string(), text);
    }
}

#[test]
fn figures_keep_to_their_column() {
    let amount = Amount::from_cents(-123_456).dutch().without_symbol();
    assert_eq!(format!("|{amount:>12}|{amount:12}|"), "|   -1.234,56|   -1.234,56|");
    assert_eq!(format!("|{amount:<12}|{amount:·^12}|"), "|-1.234,56   |·-1.234,56··|");
    assert_eq!(format!("|{amount:3}|{amount:.2}|"), "|-1.234,56|-1.234,56|"); // never cut off
}

fn numbers() -> impl Strategy<Value = Decimal> {
    (any::<i128>(), 32..127_u32, 0..=28_u32)
        .prop_map(|(bits, shift, scale)| Decimal::from_i128_with_scale(bits >> shift, scale))
}

proptest! {
    #[test]
    fn round_trip(cents in any::<i64>(), shift in 0..64_u32, number in numbers()) {
        let amount = Amount::from_cents(cents >> shift);
        prop_assert_eq!(Notation::Plain.read_amount(&amount.to_string()), Ok(amount));
        prop_assert_eq!(Notation::Either.read_amount(&amount.to_string()), Ok(amount));
        prop_assert_eq!(Notation::Either.read_amount(&amount.dutch().to_string()), Ok(amount));
        for written in [amount.dutch(), amount.dutch().without_symbol(), amount.dutch().whole_euros()] {
            prop_assert_eq!(Notation::Dutch.read_amount(&written.to_string()), Ok(amount));
        }
        prop_assert_eq!(Notation::Plain.read_decimal(&number.to_string()), Ok(number));
        prop_assert_eq!(Notation::Dutch.read_decimal(&dutch(number).to_string()), Ok(number));
        if let Ok(percent) = Percent::new(number) {
            prop_assert_eq!(Notation::Plain.read_percent(&percent.to_string()), Ok(percent));
            prop_assert_eq!(Notation::Dutch.read_percent(&percent.dutch().to_string()), Ok(percent));
        }
    }

    /// What people group for the eye is never taken for another amount: it is read as what it is, or refused.
    #[test]
    fn grouped_figures_are_never_misread(cents in any::<i64>(), shift in 0..64_u32) {
        let amount = Amount::from_cents(cents >> shift);
        for written in [amount.grouped(), amount.grouped().whole_euros()] {
            for notation in [Notation::Plain, Notation::Either] {
                let read = notation.read_amount(&written.to_string());
                prop_assert!(read.clone().is_err() || read == Ok(amount), "{written} read as {read:?}");
            }
        }
    }

    /// The whole rule of `Either`: two meanings are refused, one meaning is read.
    #[test]
    fn two_meanings_are_never_guessed(text in "[-+€]{0,2}[0-9]{1,4}([.,][0-9]{2,4}){0,3}[€%]?") {
        let [plain, dutch, either] = NOTATIONS.map(|notation| notation.read_decimal(&text));
        match (plain, dutch) {
            (Ok(plain), Ok(dutch)) if plain != dutch => prop_assert_eq!(either.unwrap_err().kind(), Kind::Ambiguous),
            (Ok(one), _) | (_, Ok(one)) => {
                let refused = either.as_ref().is_err_and(|error| error.kind() == Kind::Ambiguous);
                prop_assert!(either == Ok(one) || refused && text.contains(','), "{text}");
            }
            _ => prop_assert!(either.is_err() , "{text}"),
        }
    }

    /// What an error advises to write is read, in the notation that gave the advice.
    #[test]
    fn advice_can_be_followed(text in "-?[0-9]{1,4}([.,][0-9]{2,4}){0,3}") {
        for notation in NOTATIONS {
            let error = notation.read_decimal(&text).err();
            let advice = error.and_then(|error| error.advice().map(ToString::to_string)).unwrap_or_default();
            let written = advice.strip_prefix("Write ").and_then(|rest| rest.strip_suffix('.')).unwrap_or_default();
            let written = written.trim_end_matches(", whichever is meant");
            for suggestion in written.split(" or ").filter(|suggestion| !suggestion.is_empty()) {
                prop_assert!(notation.read_decimal(suggestion).is_ok(), "{text}: {advice}");
            }
        }
    }
}
