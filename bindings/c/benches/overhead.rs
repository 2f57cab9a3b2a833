//! What it costs to call through C and through Python: the same work on the same data, in turn, beside the call in Rust.
//!
//! The parts are compared before anything is said about time. `cargo bench -p taakgericht-c` times; `cargo test` runs it once.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench is no interface, and computes freely"
)]

#[cfg(unix)]
#[path = "../tests/support/mod.rs"]
mod support;

#[cfg(unix)]
mod overhead {
    use crate::support::build::{Libraries, command, has, is_elf, run, strict};
    use crate::support::{folder, python};
    use std::hint::black_box;
    use std::process::Command;
    use std::time::Instant;
    use taakgericht::budget::waterfall::{Base, Line, PreparedWaterfall, Role, Rule, Waterfall};
    use taakgericht::exact::{Amount, Divider, Ratio, Scratch, Split, Weights};
    use taakgericht::financing::effort::{Columns, Scales};

    const CALLS: usize = 1000;
    const FEW: usize = 5;
    const MANY: usize = 342;
    const ROWS: usize = 10_000;
    const WIDE_ROWS: usize = 512;
    const SHARES: [i128; 4] = [3, 3, 10, 84];
    /// The longest column; the others lie in its beginning.
    const LINES: usize = 1_000_000;
    /// The jobs, and what one of each is.
    const JOBS: [(&str, &str, u128); 7] = [
        ("call-5", "call that divides over 5", 1000),
        ("call-342", "call that divides over 342", 1000),
        ("columns", "row of 10,000 over 5, as columns", 10_000),
        ("rows", "row of 512 over 342, as rows", 512),
        ("waterfall", "budget of 10,000 through 4 lines", 10_000),
        ("effort", "line of 1,000,000, tariff times volume", 1_000_000),
        ("sums", "line of 1,000,000, added up by group", 1_000_000),
    ];

    /// The fastest time of each job in nanoseconds, and a number that tells its parts.
    type Times = Vec<(String, u128, i64)>;

    /// The data, as the other programs make it.
    struct Data {
        amounts: Vec<Amount>,
        volumes: Vec<i64>,
        groups: Vec<u32>,
        few: Divider,
        many: Divider,
    }

    fn number(position: usize) -> i64 {
        i64::try_from(position).expect("a small number")
    }

    fn divider(count: usize) -> Divider {
        let weights: Vec<i64> = (0..count).map(|each| 1000 + number(each * each * 37 % 9973)).collect();
        Split::default().prepare(&Weights::from_integers(&weights).expect("weights")).expect("they fit")
    }

    /// Shares of the whole, in percent, the last of which is left over.
    fn schedule() -> PreparedWaterfall {
        let share = |percent| Rule::ShareOf(Base::Whole, Ratio::new(percent, 100).expect("a share"));
        let [first, second, third, _] = SHARES.map(share);
        let lines = ["first", "second", "third", "rest"].into_iter().zip([first, second, third, Rule::Residual]);
        let line = |(name, rule): (&str, Rule)| Line {
            name: name.to_owned(),
            role: Role::Part,
            rule,
            floor: None,
            ceiling: None,
        };
        Waterfall::new(lines.map(line).collect()).expect("lines").prepare().expect("they fit")
    }

    impl Data {
        fn new() -> Data {
            let amount = |row: usize| Amount::from_cents(number((row * 7919 + 104_729) * 101 % 1_000_000_000));
            Data {
                amounts: (0..LINES).map(amount).collect(),
                volumes: (0..LINES).map(|row| number(row % 97) - 8).collect(),
                groups: (0..LINES).map(|row| u32::try_from(row % MANY).expect("a small number")).collect(),
                few: divider(FEW),
                many: divider(MANY),
            }
        }

        fn lines<'a>(&'a self, tariffs: &'a [i64]) -> Columns<'a> {
            Columns { tariffs, volumes: &self.volumes }
        }
    }

    /// The work in Rust.
    fn in_rust(data: &Data, repeats: u32) -> Times {
        let mut out = vec![Amount::ZERO; LINES];
        let tariffs: Vec<i64> = data.amounts.iter().map(|amount| amount.cents()).collect();
        let scales = Scales { tariff_decimals: 4, volume_decimals: 0 };
        let mut scratch = Scratch::default();
        let mut calls = |divider: &Divider, count: usize, out: &mut [Amount]| {
            for &amount in &data.amounts[..CALLS] {
                divider.divide_into(black_box(amount), &mut out[..count], &mut scratch).expect("ties go to the first");
            }
        };
        let few = job("call-5", FEW, repeats, &mut out, |out| calls(&data.few, FEW, out));
        let many = job("call-342", MANY, repeats, &mut out, |out| calls(&data.many, MANY, out));
        let columns = job("columns", ROWS * FEW, repeats, &mut out, |out| {
            let mut columns: Vec<&mut [Amount]> = out[..ROWS * FEW].chunks_mut(ROWS).collect();
            data.few.divide_columns(&data.amounts[..ROWS], &mut columns).expect("ties go to the first");
        });
        let rows = job("rows", WIDE_ROWS * MANY, repeats, &mut out, |out| {
            data.many
                .divide_rows(&data.amounts[..WIDE_ROWS], &mut out[..WIDE_ROWS * MANY])
                .expect("ties go to the first");
        });
        let lines = schedule();
        let waterfall = job("waterfall", ROWS * SHARES.len(), repeats, &mut out, |out| {
            let mut columns: Vec<&mut [Amount]> = out[..ROWS * SHARES.len()].chunks_mut(ROWS).collect();
            lines.apply_columns(&data.amounts[..ROWS], &mut columns).expect("shares of the whole");
        });
        let effort = job("effort", LINES, repeats, &mut out, |out| {
            data.lines(&tariffs).amounts(scales, &mut out[..LINES]).expect("they fit");
        });
        let sums = job("sums", MANY, repeats, &mut out, |out| {
            data.lines(&tariffs).sums(scales, &data.groups, &mut out[..MANY]).expect("they fit");
        });
        vec![few, many, columns, rows, waterfall, effort, sums]
    }

    fn job(
        name: &str,
        parts: usize,
        repeats: u32,
        out: &mut [Amount],
        mut work: impl FnMut(&mut [Amount]),
    ) -> (String, u128, i64) {
        let mut once = || {
            let begun = Instant::now();
            work(black_box(out));
            begun.elapsed().as_nanos()
        };
        let fastest = (0..repeats).map(|_| once()).min().expect("a repeat");
        let told = out[..parts].iter().enumerate().map(|(each, part)| part.cents() * (1 + number(each % 7))).sum();
        (name.to_owned(), fastest, told)
    }

    /// What another program says.
    fn said(program: &mut Command, repeats: u32) -> Times {
        let text = run(program.arg(repeats.to_string()));
        let job = |line: &str| {
            let words: Vec<&str> = line.split(' ').collect();
            (words[0].to_owned(), words[1].parse().expect("a time"), words[2].parse().expect("a number"))
        };
        text.lines().map(job).collect()
    }

    /// The same parts everywhere; keeps the fastest times.
    fn merge(best: &mut Times, times: Times, rust: &Times) {
        assert_eq!(times.len(), rust.len());
        for (ours, theirs) in rust.iter().zip(&times) {
            assert_eq!((&ours.0, ours.2), (&theirs.0, theirs.2), "other parts than in Rust");
        }
        if best.is_empty() {
            *best = times;
            return;
        }
        for (kept, new) in best.iter_mut().zip(times) {
            kept.1 = kept.1.min(new.1);
        }
    }

    /// 1234 thousandths as "1.234".
    fn thousandths(number: u128) -> String {
        format!("{}.{:03}", number / 1000, number % 1000)
    }

    fn tell(who: &str, times: &Times, rust: &Times) {
        for (((_, what, count), ours), theirs) in JOBS.iter().zip(rust).zip(times) {
            let (each, ratio) = (theirs.1 * 1000 / count, theirs.1 * 1000 / ours.1.max(1));
            println!("{who:8}{what:40}{:>14} ns{:>12} x Rust", thousandths(each), thousandths(ratio));
        }
    }

    pub(crate) fn main() {
        let timed = std::env::args().any(|argument| argument == "--bench");
        let (rounds, repeats) = if timed { (10, 20) } else { (1, 1) };
        if !is_elf() || !has("cc") {
            return;
        }
        let (data, libraries) = (Data::new(), Libraries::new());
        let program = libraries.path().join("overhead");
        let mut compiler = command("cc", strict("c99"));
        compiler.arg("-O2").arg(folder().join("benches/overhead.c")).arg(format!("-L{}", libraries.path().display()));
        run(compiler.args(["-ltaakgericht", "-o"]).arg(&program));
        let package = python::python().map(|python| (python, python::package()));
        let (mut rust, mut c, mut python) = (Times::new(), Times::new(), Times::new());
        for _ in 0..rounds {
            let times = in_rust(&data, repeats);
            merge(&mut rust, times.clone(), &times);
            merge(&mut c, said(&mut libraries.program(&program), repeats), &times);
            if let Some((interpreter, place)) = &package {
                let mut program = python::in_package(interpreter, place);
                program.arg(python::binding().join("benches/overhead.py"));
                merge(&mut python, said(&mut program, repeats), &times);
            }
        }
        if !timed {
            println!("the same parts from Rust, C and Python");
            return;
        }
        tell("Rust", &rust, &rust);
        tell("C", &c, &rust);
        tell("Python", &python, &rust);
    }
}

fn main() {
    #[cfg(unix)]
    overhead::main();
}
