//! RTA years of 342 municipalities: three streams added up, and the budget divided into the lines of 2015, 2016 and 2017.
//!
//! Every answer is compared with the others before anything is timed, so a wrong one stops the bench. The time is that of
//! 1,026 years of a municipality.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

mod peers;

use criterion::{Criterion, criterion_group, criterion_main};
use peers::random::Random;
use peers::{rta_general, rta_naive_decimal, rta_table};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::hint::black_box;
use taakgericht::exact::{Amount, Divider, Split, Weights};

const MUNICIPALITIES: usize = 342;
const LINES_2015: [i64; 4] = [3, 3, 10, 84];
const LINES_2016: [i64; 5] = [50, 25, 25, 100, 800];
const LINES_2017: [i64; 5] = [90, 25, 25, 100, 760];

/// The three streams (VWS, AWBZ-jeugd, Zvw) in cents per municipality.
type Streams<T> = [Vec<T>; 3];

fn streams() -> Streams<i64> {
    let mut random = Random::new(2015);
    [(); 3].map(|()| random.budgets(MUNICIPALITIES, 100_000_000))
}

/// The parts of the three years by hand: one row of lines per municipality.
struct Rows {
    budgets: Vec<i64>,
    first: Vec<[i64; 4]>,
    second: Vec<[i64; 5]>,
    third: Vec<[i64; 5]>,
}

impl Rows {
    fn new() -> Rows {
        Rows {
            budgets: vec![0; MUNICIPALITIES],
            first: vec![[0; 4]; MUNICIPALITIES],
            second: vec![[0; 5]; MUNICIPALITIES],
            third: vec![[0; 5]; MUNICIPALITIES],
        }
    }

    fn add_up(&mut self, [vws, awbz, zvw]: &Streams<i64>) {
        for (budget, ((vws, awbz), zvw)) in self.budgets.iter_mut().zip(vws.iter().zip(awbz).zip(zvw)) {
            *budget = vws + awbz + zvw;
        }
    }

    /// Column by column, the years one after another.
    fn columns(&self) -> Vec<Vec<i64>> {
        let first = (0..4).map(|line| self.first.iter().map(|row| row[line]).collect());
        let second = (0..5).map(|line| self.second.iter().map(|row| row[line]).collect());
        let third = (0..5).map(|line| self.third.iter().map(|row| row[line]).collect());
        first.chain(second).chain(third).collect()
    }
}

/// The tables of the three years, for the kernel that knows the sum of each year beforehand.
struct Tables {
    first: rta_table::Year<100, 4>,
    second: rta_table::Year<1000, 5>,
    third: rta_table::Year<1000, 5>,
}

impl Tables {
    fn new() -> Tables {
        Tables {
            first: rta_table::Year::new(LINES_2015, |residue| by_general_kernel(residue, LINES_2015)),
            second: rta_table::Year::new(LINES_2016, |residue| by_general_kernel(residue, LINES_2016)),
            third: rta_table::Year::new(LINES_2017, |residue| by_general_kernel(residue, LINES_2017)),
        }
    }

    fn run(&self, streams: &Streams<i64>, rows: &mut Rows) {
        rows.add_up(streams);
        self.first.divide(&rows.budgets, &mut rows.first);
        self.second.divide(&rows.budgets, &mut rows.second);
        self.third.divide(&rows.budgets, &mut rows.third);
    }
}

fn by_general_kernel<const LINES: usize>(whole: i64, weights: [i64; LINES]) -> [i64; LINES] {
    let mut row = [[0; LINES]];
    rta_general::divide(&[whole], weights.map(i64::unsigned_abs), &mut row);
    row[0]
}

fn run_general(streams: &Streams<i64>, rows: &mut Rows) {
    rows.add_up(streams);
    rta_general::divide(&rows.budgets, black_box(LINES_2015.map(i64::unsigned_abs)), &mut rows.first);
    rta_general::divide(&rows.budgets, black_box(LINES_2016.map(i64::unsigned_abs)), &mut rows.second);
    rta_general::divide(&rows.budgets, black_box(LINES_2017.map(i64::unsigned_abs)), &mut rows.third);
}

fn run_naive(streams: &Streams<Decimal>) -> Vec<Vec<Vec<Decimal>>> {
    let [vws, awbz, zvw] = streams;
    let budgets: Vec<Decimal> = vws.iter().zip(awbz).zip(zvw).map(|((vws, awbz), zvw)| vws + awbz + zvw).collect();
    let divide = |lines: &[i64]| {
        let weights: Vec<Decimal> = lines.iter().copied().map(Decimal::from).collect();
        rta_naive_decimal::divide(&budgets, &weights)
    };
    vec![divide(&LINES_2015), divide(&LINES_2016), divide(&LINES_2017)]
}

/// The public interface: one divider per year, one column per line.
struct Ours {
    dividers: [Divider; 3],
    budgets: Vec<Amount>,
    columns: Vec<Vec<Amount>>,
}

impl Ours {
    fn new() -> Ours {
        let divider = |lines: &[i64]| {
            let weights = Weights::from_integers(lines).expect("the lines add up to more than zero");
            Split::default().prepare(&weights).expect("the weights fit")
        };
        Ours {
            dividers: [divider(&LINES_2015), divider(&LINES_2016), divider(&LINES_2017)],
            budgets: vec![Amount::ZERO; MUNICIPALITIES],
            columns: vec![vec![Amount::ZERO; MUNICIPALITIES]; 14],
        }
    }

    fn run(&mut self, [vws, awbz, zvw]: &Streams<Amount>) {
        Amount::sum_columns(&[vws, awbz, zvw], &mut self.budgets).expect("three streams of a hundred million euros");
        let mut columns = self.columns.iter_mut().map(Vec::as_mut_slice);
        for divider in &self.dividers {
            let mut lines: Vec<&mut [Amount]> = columns.by_ref().take(divider.weights().len()).collect();
            divider.divide_columns(&self.budgets, &mut lines).expect("ties go to the first line");
        }
    }

    fn cents(&self) -> Vec<Vec<i64>> {
        self.columns.iter().map(|column| column.iter().map(|part| part.cents()).collect()).collect()
    }
}

/// The naive rows, as columns of cents.
fn naive_columns(years: &[Vec<Vec<Decimal>>]) -> Vec<Vec<i64>> {
    let column = |rows: &Vec<Vec<Decimal>>, line: usize| {
        rows.iter().map(|row| row[line].to_i64().expect("whole cents")).collect()
    };
    years.iter().flat_map(|rows| (0..rows[0].len()).map(move |line| column(rows, line))).collect()
}

fn rta(criterion: &mut Criterion) {
    let streams = streams();
    let amounts: Streams<Amount> = streams.clone().map(|stream| stream.into_iter().map(Amount::from_cents).collect());
    let decimals: Streams<Decimal> = streams.clone().map(|stream| stream.into_iter().map(Decimal::from).collect());
    let (mut ours, tables, mut by_table, mut general) = (Ours::new(), Tables::new(), Rows::new(), Rows::new());
    ours.run(&amounts);
    tables.run(&streams, &mut by_table);
    run_general(&streams, &mut general);
    assert_eq!(ours.cents(), by_table.columns(), "the table-driven kernel");
    assert_eq!(ours.cents(), general.columns(), "the general kernel");
    assert_eq!(ours.cents(), naive_columns(&run_naive(&decimals)), "naive decimals");

    let mut group = criterion.benchmark_group("RTA of 342 municipalities, 3 years");
    group.bench_function("taakgericht", |bencher| bencher.iter(|| ours.run(black_box(&amounts))));
    group.bench_function("hand-written, table-driven", |bencher| {
        bencher.iter(|| tables.run(black_box(&streams), black_box(&mut by_table)));
    });
    group.bench_function("hand-written, general", |bencher| {
        bencher.iter(|| run_general(black_box(&streams), black_box(&mut general)));
    });
    group.bench_function("naive decimals", |bencher| bencher.iter(|| run_naive(black_box(&decimals))));
    group.finish();
}

criterion_group!(benches, rta);
criterion_main!(benches);
