//! What must hold for every table: intervals are sound and tight, honest rounding is never called an error, and a figure
//! that is off beyond its interval always is.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "tests compute what they expect freely, and an error there is a failure"
)]

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select};
use taakgericht::Error;
use taakgericht::budget::reconcile::{
    Column, End, Expression, Finding, Fit, Form, Identity, Interval, Printed, Quantity, Role, Row, RowRole, Rows,
    Table, Verdict, reconcile,
};
use taakgericht::exact::{Mode, Ratio};

const MODES: [Mode; 7] =
    [Mode::HalfUp, Mode::HalfEven, Mode::HalfDown, Mode::Up, Mode::Down, Mode::Floor, Mode::Ceiling];

fn ratio(above: i128, below: i128) -> Ratio {
    Ratio::new(above, below).unwrap()
}

fn big(ratio: Ratio) -> BigRational {
    BigRational::new(BigInt::from(ratio.numerator()), BigInt::from(ratio.denominator()))
}

fn times(unit: Ratio, number: i128) -> Ratio {
    unit.checked_mul(ratio(number, 1)).unwrap()
}

/// All intervals between whole numbers from −2 to 2, with every kind of end, and the points.
fn small_intervals() -> Vec<Interval> {
    let ends = |at| [End::closed(ratio(at, 1)), End::open(ratio(at, 1))];
    let pairs = (-2..=2).flat_map(|low| (low..=2).map(move |high| (low, high)));
    let intervals =
        pairs.flat_map(|(low, high)| ends(low).into_iter().flat_map(move |low| ends(high).map(|high| (low, high))));
    intervals.filter_map(|(low, high)| Interval::new(low, high).ok()).collect()
}

/// The multiples of a fraction that lie in an interval; every interval between whole numbers holds one.
fn samples(interval: Interval, parts: i128) -> Vec<Ratio> {
    let grid = (-2 * parts..=2 * parts).map(|number| ratio(number, parts));
    grid.filter(|&value| interval.contains(value)).collect()
}

/// An extreme of an interval against the most extreme sample: the end is closed exactly when a sample reaches it, and an
/// open end is still the smallest bound, since samples come as near as their grid allows.
fn is_tight(interval: Interval, results: &[BigRational], nearness: &BigRational) -> bool {
    let (lowest, highest) = (results.iter().min().unwrap(), results.iter().max().unwrap());
    let (low, high) = (big(interval.low().at), big(interval.high().at));
    let reached = (&low == lowest) == interval.low().closed && (&high == highest) == interval.high().closed;
    reached && &low <= lowest && lowest - &low <= *nearness && &high >= highest && high - highest <= *nearness
}

#[test]
fn arithmetic_on_small_intervals_is_sound_and_tight() {
    type Ours = fn(Interval, Interval) -> Result<Interval, Error>;
    type Oracle = fn(&BigRational, &BigRational) -> BigRational;
    let operations: [(&str, Ours, Oracle); 4] = [
        ("+", Interval::checked_add, |a, b| a + b),
        ("-", Interval::checked_sub, |a, b| a - b),
        ("×", Interval::checked_mul, |a, b| a * b),
        ("/", Interval::checked_div, |a, b| a / b),
    ];
    let with_samples = |interval| (interval, samples(interval, 4).into_iter().map(big).collect::<Vec<_>>());
    let intervals: Vec<(Interval, Vec<BigRational>)> = small_intervals().into_iter().map(with_samples).collect();
    // A sample lies within 1/4 of an open end and operands are at most 2, so a result lies within 2·1/4 + 2·1/4 of its end;
    // for a quotient the divisor is at least 1, which keeps it within 1/4 + 2·1/4.
    let nearness = BigRational::from(BigInt::from(1));
    let zero = BigRational::from(BigInt::from(0));
    for (name, ours, oracle) in operations {
        for ((a, values_of_a), (b, values_of_b)) in intervals.iter().flat_map(|a| intervals.iter().map(move |b| (a, b)))
        {
            let touches_zero = big(b.low().at) <= zero && big(b.high().at) >= zero;
            let Ok(found) = ours(*a, *b) else {
                assert!(name == "/" && touches_zero, "{a} {name} {b}");
                continue;
            };
            let pairs = values_of_a.iter().flat_map(|x| values_of_b.iter().map(move |y| oracle(x, y)));
            assert!(is_tight(found, &pairs.collect::<Vec<_>>(), &nearness), "{a} {name} {b} = {found}");
        }
    }
}

#[test]
fn a_figure_stands_for_exactly_the_values_that_print_as_it() {
    for (mode, unit) in
        MODES.into_iter().flat_map(|mode| [ratio(1, 1), ratio(1000, 1), ratio(3, 5)].map(|unit| (mode, unit)))
    {
        let printed = Printed::new(unit, mode).unwrap();
        for exact in (-32..=32).map(|eighths| times(unit, eighths).checked_div(ratio(8, 1)).unwrap()) {
            let figure = printed.print(exact).unwrap();
            for other in (-6..=6).map(|units| times(unit, units)) {
                let stands_for = printed.interval(other).unwrap().contains(exact);
                assert_eq!(stands_for, other == figure, "{mode:?} {exact} as {other}");
            }
        }
    }
}

#[test]
fn an_interval_prints_from_its_first_figure_to_its_last() {
    for (mode, interval) in MODES.into_iter().flat_map(|mode| small_intervals().into_iter().map(move |i| (mode, i))) {
        // Units of 1 and of 2, so that the ends fall on whole units and on halves.
        for unit in [1, 2] {
            let printed = Printed::new(ratio(unit, 1), mode).unwrap();
            let figures = samples(interval, 8).into_iter().map(|value| printed.print(value).unwrap());
            let (first, last) = (figures.clone().min().unwrap(), figures.max().unwrap());
            let found = printed.print_all(interval).unwrap();
            assert_eq!(
                (found.low(), found.high()),
                (End::closed(first), End::closed(last)),
                "{mode:?} {unit} {interval}"
            );
        }
    }
}

/// Exact amounts behind a table, in ten-thousandths of a unit, and how it is printed.
#[derive(Debug, Clone)]
struct Exact {
    unit: Ratio,
    mode: Mode,
    rows: Vec<Vec<i32>>,
    total_row: RowRole,
}

fn exact_tables() -> impl Strategy<Value = Exact> {
    let units = select(vec![ratio(1, 100), ratio(1, 1), ratio(1000, 1), ratio(3, 5)]);
    // Halves and whole units often, since that is where modes differ.
    let amount = proptest::prop_oneof![-99_999..99_999_i32, (-9..9_i32).prop_map(|halves| halves * 5000)];
    let rows = (1..6_usize).prop_flat_map(move |width| vec(vec(amount.clone(), width), 1..6));
    let total_row = proptest::prop_oneof![Just(RowRole::Total), Just(RowRole::SumOfPrinted)];
    (units, select(MODES.to_vec()), rows, total_row).prop_map(|(unit, mode, rows, total_row)| Exact {
        unit,
        mode,
        rows,
        total_row,
    })
}

impl Exact {
    fn print(&self, ten_thousandths: i64) -> Ratio {
        let exact = times(self.unit, ten_thousandths.into()).checked_div(ratio(10_000, 1)).unwrap();
        Printed::new(self.unit, self.mode).unwrap().print(exact).unwrap()
    }

    /// The total of a row, then its parts; the total is rounded from its own exact value.
    fn printed_row(&self, amounts: &[i64]) -> Vec<Ratio> {
        let total = amounts.iter().sum();
        std::iter::once(total).chain(amounts.iter().copied()).map(|amount| self.print(amount)).collect()
    }

    fn party_rows(&self) -> Vec<Vec<Ratio>> {
        let wide = |row: &Vec<i32>| row.iter().map(|&amount| amount.into()).collect::<Vec<i64>>();
        self.rows.iter().map(|row| self.printed_row(&wide(row))).collect()
    }

    fn total_row(&self, parties: &[Vec<Ratio>]) -> Vec<Ratio> {
        let width = self.rows[0].len();
        let column_sum = |column: usize| self.rows.iter().map(|row| i64::from(row[column])).sum();
        let printed_sum =
            |column: usize| parties.iter().fold(Ratio::ZERO, |sum, row| sum.checked_add(row[column]).unwrap());
        if self.total_row == RowRole::SumOfPrinted {
            (0..=width).map(printed_sum).collect()
        } else {
            self.printed_row(&(0..width).map(column_sum).collect::<Vec<i64>>())
        }
    }

    fn figures(&self) -> Vec<Vec<Ratio>> {
        let mut rows = self.party_rows();
        rows.push(self.total_row(&rows));
        rows
    }

    fn table(&self, figures: &[Vec<Ratio>]) -> Table {
        let printed = Printed::new(self.unit, self.mode).unwrap();
        let form = Form { quantity: Quantity::Amount, printed };
        let column = |number: usize| Column {
            name: number.to_string(),
            role: if number == 0 { Role::Total } else { Role::Part },
            form,
            sum_of: Vec::new(),
        };
        let row = |(number, figures): (usize, &Vec<Ratio>)| Row {
            label: number.to_string(),
            role: if number == self.rows.len() { self.total_row } else { RowRole::Party },
            form: None,
            figures: figures.iter().copied().map(Some).collect(),
        };
        let columns = (0..figures[0].len()).map(column).collect();
        Table::new("t", "", columns, figures.iter().enumerate().map(row).collect()).unwrap()
    }

    fn check(&self, figures: &[Vec<Ratio>]) -> Vec<Finding> {
        let names: Vec<String> = (0..figures[0].len()).map(|number| number.to_string()).collect();
        let parts: Vec<&str> = names[1..].iter().map(String::as_str).collect();
        let identities = [
            Identity::new("along rows", "t", "0", Rows::All, Expression::sum_of(&parts)),
            Identity {
                columns: names.clone(),
                ..Identity::new("along columns", "t", "", Rows::Totals, Expression::column_sum())
            },
        ];
        reconcile(&[self.table(figures)], &identities).unwrap()
    }
}

proptest! {
    #[test]
    fn honest_rounding_is_never_an_error(exact in exact_tables()) {
        for finding in exact.check(&exact.figures()) {
            prop_assert!(matches!(finding.verdict, Verdict::Holds | Verdict::Explained), "{finding:?}");
            if finding.identity == "along columns" && exact.total_row == RowRole::SumOfPrinted {
                prop_assert_eq!(finding.verdict, Verdict::Holds);
            }
        }
    }

    #[test]
    fn a_shift_beyond_the_interval_is_never_explained(exact in exact_tables(), row in any::<Index>(), up in any::<bool>()) {
        let mut figures = exact.figures();
        let row = row.index(exact.rows.len());
        let computed = exact.check(&figures)[row].computed.interval;
        // A unit and more beyond the end: even a figure that stands for a unit on both sides stays clear of it.
        let end = if up { computed.high().at } else { computed.low().at };
        let units_at_end = Mode::HalfUp.round(end.checked_div(exact.unit).unwrap()).unwrap();
        let beyond = |units: i128| times(exact.unit, if up { units_at_end + units } else { units_at_end - units });
        figures[row][0] = beyond(2);
        let verdict = exact.check(&figures)[row].verdict.clone();
        prop_assert!(matches!(verdict, Verdict::Error { .. } | Verdict::ExplainedOnlyIf(_)), "{verdict:?}");
        // One figure rounded another way moves an end by less than a unit: two further no supposition helps either.
        figures[row][0] = beyond(4);
        let verdict = exact.check(&figures)[row].verdict.clone();
        prop_assert!(matches!(verdict, Verdict::Error { beyond } if beyond > Ratio::ZERO), "{verdict:?}");
    }

    #[test]
    fn the_mode_that_printed_a_figure_always_fits(above in any::<i32>(), below in 1..1000_i32, mode in select(MODES.to_vec())) {
        let exact = ratio(above.into(), below.into());
        let printed = Printed::new(Ratio::ONE, mode).unwrap().print(exact).unwrap();
        let fit = Fit::of("row", printed, Ratio::ONE, Interval::point(exact)).unwrap();
        for tried in MODES {
            let same = Printed::new(Ratio::ONE, tried).unwrap().print(exact).unwrap() == printed;
            prop_assert_eq!(fit.modes.contains(&tried), same);
        }
    }
}
