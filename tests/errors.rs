//! One bad input for each kind of error, with its text to the letter; and which kind is reported when two things are wrong.
//!
//! A line of the list is a kind, what goes wrong, and the text. A new kind gets a line here before it gets a rule.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use rust_decimal::Decimal;
use support::{Pair, amounts, bounds};
use taakgericht::budget::reconcile::{
    self, Column, Expression, Form, Identity, Printed, Quantity, Role, Row, RowRole, Rows,
};
use taakgericht::budget::rta::{CutReading, groningen};
use taakgericht::budget::stream::Streams;
use taakgericht::budget::waterfall::{Line, Waterfall};
use taakgericht::exact::notation::Notation;
use taakgericht::exact::{
    Amount, Method, Mode, Percent, Ratio, Residual, Rounding, Scratch, Split, Table, TieRule, Totals, Weights, decimal,
};
use taakgericht::key::Key;
use taakgericht::party::{Municipality, same_division};
use taakgericht::period::Year;
use taakgericht::pool::{Account, Accounts, Model, Nest, Pool, payments};
use taakgericht::trace::{Rule, Trace};
use taakgericht::{Error, Kind};

/// A kind, what goes wrong, and what it says.
type Case = (Kind, fn() -> Error, &'static str);

const EXACT: &[Case] = &[
    (Kind::Unreadable, || decimal::parse("1,5").unwrap_err(), "\"1,5\", expected a number such as -1234.56."),
    (Kind::OutOfRange, || Ratio::new(1581, 0).unwrap_err(), "1581/0, expected a denominator other than zero."),
    (
        Kind::Length,
        || {
            let divider = Split::default().prepare(&Weights::equal(3).unwrap()).unwrap();
            divider.divide_into(Amount::EURO, &mut [Amount::ZERO; 2], &mut Scratch::default()).unwrap_err()
        },
        "2 parts, expected 3, one for each weight.",
    ),
    (
        Kind::NegativeWeight,
        || Weights::from_integers(&[2947, -1, 3951]).unwrap_err(),
        "the weight of position 1 is below zero, expected weights of zero or more.",
    ),
    (
        Kind::ZeroWeights,
        || Weights::from_integers(&[0, 0]).unwrap_err(),
        "2 weights that add up to zero, expected at least one weight above zero.",
    ),
    (
        Kind::Unit,
        || {
            let in_euros = Split::default().unit(Amount::EURO).unwrap();
            in_euros.divide(Amount::from_cents(150), &Weights::equal(2).unwrap()).unwrap_err()
        },
        "a whole of 1.50, expected a multiple of the unit 1.00.\n  \
         Divide in a smaller unit, or round at a named step first.",
    ),
    (
        Kind::Bounds,
        || bounded(100, &[1, 1], &[(Some(60), None), (Some(45), None)]),
        "floors that add up to 1.05, 0.05 too much, expected floors that leave room for the whole of 1.00.",
    ),
    (
        Kind::Tie,
        || {
            let refusing = Split::default().tie(TieRule::Refuse);
            let tie = refusing.divide(Amount::from_cents(11), &Weights::equal(3).unwrap()).unwrap_err();
            tie.with_labels(|position| ["Bedum", "De Marne", "Winsum"][position].to_owned())
        },
        "Bedum, De Marne and Winsum tie for the last 2 units, expected a tie rule that decides.\n  \
         Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand.",
    ),
    (
        Kind::Overflow,
        || Amount::MAX.checked_add(Amount::CENT).unwrap_err(),
        "the sum does not fit, expected an amount between -92233720368547758.08 and 92233720368547758.07.",
    ),
    (
        Kind::Overflow,
        || {
            let far_apart = [Decimal::MAX, Decimal::from_i128_with_scale(1, 28)];
            Weights::from_decimals(&far_apart).unwrap_err()
        },
        "the sum of the weights at their common scale does not fit, expected a whole number of at most 127 bits.\n  \
         Use fewer decimals, or fractions with a common denominator.",
    ),
    (
        Kind::Overflow,
        || {
            let wide = Weights::from_integers(&[i64::MAX, 1]).unwrap();
            Split::new(Method::HuntingtonHill).divide(Amount::EURO, &wide).unwrap_err()
        },
        "the square of the weights does not fit, expected weights whose sum has at most 62 bits.",
    ),
    (
        Kind::Inexact,
        || decimal::divide(Decimal::ONE, Decimal::from(3)).unwrap_err(),
        "1 / 3, expected a quotient of at most 28 digits.\n  \
         Use fewer decimals, or a fraction, or declare a rounding step.",
    ),
    (
        Kind::Inexact,
        || {
            let whole_euros = Rounding::new(Mode::Exact, Amount::EURO).unwrap();
            whole_euros.round(Amount::from_cents(705).into()).unwrap_err()
        },
        "7.05, expected a multiple of 1.00.\n  Declare a rounding mode, or change the unit.",
    ),
];

const RULES: &[Case] = &[
    (Kind::Missing, || Streams::new(vec![]).unwrap_err(), "no funding stream, expected at least one."),
    (
        Kind::Duplicate,
        || Key::new("inwoners", [("Bedum", Ratio::ONE), ("Bedum", Ratio::ONE)], None).unwrap_err(),
        "key \"inwoners\": Bedum stands there twice, expected every party once.",
    ),
    (
        Kind::UnknownName,
        || groningen().year(Year::new(2018).unwrap(), CutReading::CumulativePoints).unwrap_err(),
        "schedule \"rta-groningen\": year 2018, expected one of 2015, 2016, 2017.",
    ),
    (
        Kind::WrongType,
        || Trace::default().compute("uitvoeringskosten", Rule::Sum, &[0]).unwrap_err(),
        "trace: an input that does not exist, expected inputs that stand before the step.",
    ),
    (
        Kind::Ambiguous,
        || Notation::Either.read_amount("1.234").unwrap_err(),
        "\"1.234\", which reads as 1.234 in plain notation and as 1234 in Dutch notation, expected an amount with one meaning.\n  Write 1.2340 or 1234, whichever is meant.",
    ),
    (
        Kind::KeySum,
        || Key::new("inwoners", [("Bedum", Ratio::ONE)], Some(Ratio::integer(2))).unwrap_err(),
        "key \"inwoners\": the entries add up to 1, expected the stated sum 2.\n  \
         1 too little: correct an entry or the stated sum.",
    ),
    (
        Kind::ScheduleSum,
        || groningen().year(Year::new(2016).unwrap(), CutReading::Literal).unwrap_err(),
        "schedule \"rta-groningen\", year 2016: the lines add up to 103.5%, expected 100%.\n  \
         3.5% too much. With `cut.reading = \"cumulative-points\"` and `cut.in_base = \"3.5%\"` the year adds up to 100%.",
    ),
    (
        Kind::Waterfall,
        || {
            let half = Line::percent("zorg", Percent::parse("50").unwrap());
            Waterfall::new(vec![half]).unwrap_err()
        },
        "the parts add up to 50% of the whole, expected 100%.\n  Change a percentage, or add a residual line.",
    ),
    (
        Kind::Memo,
        memo_as_part,
        "identity \"naive\", table \"budget\", row \"Bedum\", column \"total\": pgb + zin + bijdrage adds up to 2378917 against the stated 2213523, because it adds the memo \"zin\", expected a sum of parts.\n  Leave \"zin\" out, for it already lies inside another column: the sum is then 2213523.",
    ),
    (
        Kind::TableConflict,
        || {
            let table = Table::of_amounts(1, 2, &amounts(&[40, 40])).unwrap();
            let rows = Some(amounts(&[300]));
            table.round_to(Amount::EURO, Totals { rows: rows.as_deref(), columns: None }).unwrap_err()
        },
        "row 0 is prescribed as 3.00 but its cells add up to at least 0.00 and at most 2.00, expected totals that the rounded cells can add up to.\n  A cell may only go to the multiple of 1.00 just below or just above its exact amount. Change these totals, or leave them free.",
    ),
    (
        Kind::Division,
        || {
            let winsum = |division| Municipality::parse(division).unwrap();
            same_division(&[winsum("GM0053@2015"), winsum("GM0053@2018")]).unwrap_err()
        },
        "GM0053@2018 in one column with GM0053@2015, expected municipalities of the division of 2015.\n  Restate the figures to one division first; GM0053@2018 may be another area than in 2015.",
    ),
    (
        Kind::Pool,
        || payments(&amounts(&[-6_974_831, 21_036_831, -28_742_063, 14_680_064])).unwrap_err(),
        "transfers of 4 members that add up to 0.01, expected 0.00 (transfers_sum_to_zero).\n  \
         Give the transfer of every member (what it bears less its own cost), and of a reserve as one of them.",
    ),
];

/// What goes wrong between pools, their members and their accounts.
const POOLS: &[Case] = &[
    (
        Kind::UnknownName,
        || settled(&["Bedum", "Winsum"], &[("Bedum", 0), ("Eemsmond", 0), ("Winsum", 0)]).unwrap_err(),
        "pool \"bmwe\": no member \"Eemsmond\", expected one of \"Bedum\", \"Winsum\".\n  \
         Leave its account out, or give it a weight in the key of the pool.",
    ),
    (
        Kind::Missing,
        || settled(&["Bedum", "Winsum"], &[("Bedum", 0)]).unwrap_err(),
        "pool \"bmwe\": no account of Winsum, expected one for every member.\n  \
         A member without any cost has an account of zeros.",
    ),
    (
        Kind::Duplicate,
        || settled(&["Bedum", "Winsum"], &[("Bedum", 0), ("Winsum", 0), ("Bedum", 0)]).unwrap_err(),
        "Bedum stands there twice, expected every member once.",
    ),
    (
        Kind::Duplicate,
        || settled(&["Bedum", "Bedum"], &[("Bedum", 0)]).unwrap_err(),
        "key \"equal\": Bedum stands there twice, expected every party once.",
    ),
    (
        Kind::OutOfRange,
        || settled(&["Bedum"], &[("Bedum", -1)]).unwrap_err(),
        "Bedum: a contribution of -0.01, expected a contribution of 0 or more.",
    ),
    (
        Kind::ZeroWeights,
        || {
            let nobody = ["Bedum", "Winsum"].map(|member| (member, Ratio::ZERO));
            Key::new("jeugdigen 2014", nobody, None).unwrap_err()
        },
        "key \"jeugdigen 2014\": 2 weights that add up to zero, expected at least one weight above zero.",
    ),
    (
        Kind::Tie,
        || {
            let pool = equal(&["Bedum", "Winsum"]).unwrap().placed_by(Residual::LargestRemainder, TieRule::Refuse);
            let cent = Account { cost: Amount::CENT, ..Account::default() };
            pool.settle(&Accounts::new([("Bedum", cent), ("Winsum", Account::default())]).unwrap()).unwrap_err()
        },
        "pool \"bmwe\": Bedum and Winsum tie for the last unit, expected a tie rule that decides.\n  \
         Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand.",
    ),
    (
        Kind::OutOfRange,
        || {
            let pooled = Percent::parse("100.5").unwrap();
            equal(&["Bedum"]).unwrap().with_model(Model::Blend { pooled }).unwrap_err()
        },
        "pool \"bmwe\": a pooled share of 100.5%, expected a share from 0% to 100%.",
    ),
    (
        Kind::Pool,
        || equal(&["Bedum"]).unwrap().with_underspend_key(equal(&["Bedum"]).unwrap().key().clone()).unwrap_err(),
        "pool \"bmwe\": a key for underspends in a pool that does not divide these by themselves, expected a corridor with \
         the netting each-side.",
    ),
    (
        Kind::Pool,
        || {
            let region =
                Nest::new([(equal(&["Bedum", "Winsum"]).unwrap(), None), (sub_pool("west"), Some("bmwe".into()))]);
            let cost = |pool: &Pool<_>| i64::from(pool.name() == "bmwe");
            let account = |cents| Account { cost: Amount::from_cents(cents), ..Account::default() };
            let books = |pool: &Pool<&'static str>| {
                Accounts::new(pool.members().iter().map(|&member| (member, account(cost(pool)))))
            };
            region.unwrap().settle(books).unwrap_err()
        },
        "pool \"bmwe\": Bedum costs 0.01 in all, and 0.00 in its sub-pool, expected the same cost in both.\n  \
         Put the cost of segments that are not shared in `outside`.",
    ),
    (
        Kind::Pool,
        || {
            let pools = [
                (equal(&["Bedum", "Winsum"]).unwrap(), None),
                (sub_pool("west"), Some("bmwe".into())),
                (sub_pool("noord"), Some("bmwe".into())),
            ];
            Nest::new(pools).unwrap_err()
        },
        "pool \"bmwe\": Bedum is a member of the sub-pools \"noord\" and \"west\", expected one sub-pool at most for each \
         member.",
    ),
];

/// Insurance in equal parts.
fn equal(members: &[&'static str]) -> Result<Pool<&'static str>, Error> {
    let key = Key::new("equal", members.iter().map(|&member| (member, Ratio::ONE)), None)?;
    Pool::new("bmwe", Model::Insurance, key)
}

/// A pool of Bedum alone.
fn sub_pool(name: &str) -> Pool<&'static str> {
    Pool::new(name, Model::ActualUse, equal(&["Bedum"]).unwrap().key().clone()).unwrap()
}

/// A pool with accounts of so many cents of contribution.
fn settled(members: &[&'static str], contributions: &[(&'static str, i64)]) -> Result<(), Error> {
    let pool = equal(members)?;
    let account =
        |&(member, cents)| (member, Account { contribution: Amount::from_cents(cents), ..Account::default() });
    pool.settle(&Accounts::new(contributions.iter().map(account))?).map(|_| ())
}

/// ZIN is a memo and lies inside the RTA bijdrage; here it is added as if it were a part.
fn memo_as_part() -> Error {
    let form = Form { quantity: Quantity::Amount, printed: Printed::HALF_UP_EURO };
    let column = |(name, role): (&str, Role)| Column { name: name.into(), role, form, sum_of: vec![] };
    let columns = [("total", Role::Total), ("pgb", Role::Part), ("zin", Role::Memo), ("bijdrage", Role::Part)];
    let figures = [2_213_523, 637_212, 165_394, 1_576_311].map(|euros| Some(Ratio::integer(euros)));
    let row = Row { label: "Bedum".into(), role: RowRole::Party, form: None, figures: figures.to_vec() };
    let table = reconcile::Table::new("budget", "bmwe-ch8", columns.map(column).to_vec(), vec![row]).unwrap();
    let naive = Expression::sum_of(&["pgb", "zin", "bijdrage"]);
    let identity = Identity::new("naive", "budget", "total", Rows::All, naive);
    reconcile::reconcile(&[table], &[identity]).unwrap_err().all()[0].clone()
}

fn bounded(whole: i64, weights: &[i64], pairs: &[Pair]) -> Error {
    let weights = Weights::from_integers(weights).unwrap();
    let divided = Split::default().divide_bounded(Amount::from_cents(whole), &weights, &bounds(pairs));
    divided.unwrap_err()
}

#[test]
fn every_kind_says_what_was_found_and_expected() {
    for (kind, provoke, text) in EXACT.iter().chain(RULES).chain(POOLS) {
        let error = provoke();
        assert_eq!((error.kind(), error.to_string().as_str()), (*kind, *text));
    }
}

/// Kinds that only the scenario text can raise; `format_errors.rs` has a line for each.
const OF_FORMAT: [Kind; 2] = [Kind::Syntax, Kind::UnknownKey];

#[test]
fn every_kind_has_a_line() {
    let listed: Vec<Kind> = EXACT.iter().chain(RULES).map(|(kind, ..)| *kind).chain(OF_FORMAT).collect();
    let missing: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !listed.contains(kind)).collect();
    assert_eq!(missing, []);
    let numbers: Vec<i32> = Kind::ALL.into_iter().map(Kind::number).collect();
    assert_eq!(numbers, (20..=43).collect::<Vec<_>>()); // frozen: the C header uses them
}

/// Two things are wrong; the kind with the lower number is reported.
#[test]
fn the_kind_that_stands_first_is_reported() {
    let (one, fine) = (Decimal::ONE, Decimal::from_i128_with_scale(1, 28));
    let finest = |sign: i128, denominator: i128| Ratio::new(sign, denominator).unwrap();
    let cases = [
        (Kind::NegativeWeight, Weights::from_decimals(&[Decimal::MAX, fine, -one]).unwrap_err()),
        (Kind::NegativeWeight, Weights::from_ratios(&[finest(1, i128::MAX), finest(-1, i128::MAX - 1)]).unwrap_err()),
        (Kind::NegativeWeight, Weights::from_ratios(&[finest(i128::MAX, 1), finest(1, 1), finest(-1, 1)]).unwrap_err()),
        (Kind::Unit, in_euros(100, &[(Some(200), Some(100)), (Some(50), None)])),
        (Kind::Unit, in_euros(150, &[(Some(200), Some(100)), (None, None)])),
        (Kind::Length, in_euros(150, &[(None, None)])),
    ];
    for (position, (kind, error)) in cases.into_iter().enumerate() {
        assert_eq!(error.kind(), kind, "case {position}: {error}");
    }
}

fn in_euros(whole: i64, pairs: &[Pair]) -> Error {
    let split = Split::default().unit(Amount::EURO).unwrap();
    split.divide_bounded(Amount::from_cents(whole), &Weights::equal(2).unwrap(), &bounds(pairs)).unwrap_err()
}

#[test]
fn a_row_that_cannot_be_divided_is_named_and_the_first_is_reported() {
    let refusing = Split::default().tie(TieRule::Refuse);
    let weights = Weights::equal(2).unwrap();
    let (mut left, mut right) = ([Amount::ZERO; 4], [Amount::ZERO; 4]);
    let wholes = amounts(&[2, 4, 3, 5]);
    let error = refusing.divide_columns(&wholes, &weights, &mut [&mut left, &mut right]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "row 2: positions 0 and 1 tie for the last unit, expected a tie rule that decides.\n  \
         Choose the tie rule `first`, `last` or `largest-weight`, or decide by hand."
    );
    let mut short = [Amount::ZERO; 3];
    let error = refusing.divide_columns(&wholes, &weights, &mut [&mut left, &mut short]).unwrap_err();
    assert_eq!(error.to_string(), "column 1: 3 rows, expected 4, one for each whole.");

    let (divider, mut parts) = (refusing.prepare(&weights).unwrap(), [Amount::ZERO; 8]);
    let error = divider.divide_rows(&wholes, &mut parts).unwrap_err();
    assert!(error.to_string().starts_with("row 2: positions 0 and 1 tie"), "{error}");
    let error = divider.divide_rows(&wholes, &mut parts[1..]).unwrap_err();
    assert_eq!(error.to_string(), "7 parts, expected 8, one for each row and weight.");
}
