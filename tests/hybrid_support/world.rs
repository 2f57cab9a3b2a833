//! Random hybrid purchasing: what municipalities, contracts, lines, pool and cases look like before they are written as text.

use proptest::array::{uniform2, uniform4};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

/// Two products that four contracts buy: one by effort, one by output, one as a task, and one each in its own way.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The youths of each municipality: the key of tasks and of the pool.
    pub(crate) youths: Vec<i64>,
    pub(crate) years: Vec<i64>,
    pub(crate) contracts: [Contract; 4],
    pub(crate) lines: Vec<Line>,
    pub(crate) pool: Pool,
    pub(crate) compared: Compared,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Effort,
    Output,
    Task,
}

/// Amounts in cents, percentages in hundredths of a percent.
#[derive(Clone, Debug)]
pub(crate) struct Contract {
    /// The first month of the first year in which it holds.
    pub(crate) from: u8,
    pub(crate) variants: [Variant; 2],
    /// Per product: the tariff before and after the first of July of the first year. Of an hour in hundredths of a cent, of a day
    /// and night in cents.
    pub(crate) tariffs: [[i64; 2]; 2],
    pub(crate) cost_prices: [i64; 2],
    /// The price of a trajectory, and the part of it that is paid at the start.
    pub(crate) results: [(i64, i64); 2],
    /// For each year the most that is paid for the first product, where it is paid by effort.
    pub(crate) ceilings: [Option<Ceiling>; 2],
    pub(crate) task: Task,
}

#[derive(Clone, Debug)]
pub(crate) struct Ceiling {
    pub(crate) amount: i64,
    /// What the provider bears of all beyond it; `None` where it bears new care.
    pub(crate) share: Option<i64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) basis: Basis,
    /// Whether a year in which the contract does not hold all twelve months is paid by the month.
    pub(crate) by_month: bool,
    pub(crate) index: i64,
    pub(crate) volume_norm: i64,
    pub(crate) mutation: i64,
    /// Breakpoints and shares of what is over and what is under.
    pub(crate) corridor: [Vec<(i64, i64)>; 2],
    /// Of the lump sum, of the part of October, of what was settled.
    pub(crate) penalties: [Option<i64>; 3],
}

#[derive(Clone, Debug)]
pub(crate) enum Basis {
    Agreed(i64),
    Turnover(Vec<i64>),
    /// A rate in cents, and persons.
    Capitation(Vec<(i64, i64)>),
}

#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) contract: usize,
    pub(crate) product: usize,
    pub(crate) party: Index,
    pub(crate) day: Index,
    pub(crate) volume: i64,
    /// How many trajectories started and ended.
    pub(crate) results: [i64; 2],
    pub(crate) has_begun_earlier: bool,
    pub(crate) by_subcontractor: bool,
    pub(crate) is_credited: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Pool {
    pub(crate) model: &'static str,
    pub(crate) by_contribution: bool,
    /// What each municipality contributes each year, in cents; the same was paid beforehand, where there were advances.
    pub(crate) contributions: Vec<i64>,
    pub(crate) has_advances: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Compared {
    pub(crate) leakage: i64,
    pub(crate) tariff_times: i64,
    pub(crate) volume: i64,
    pub(crate) cost_price: i64,
    pub(crate) tariff: i64,
}

pub(crate) const CONTRACTS: [&str; 4] = ["effort", "output", "task", "hybrid"];
pub(crate) const PRODUCTS: [&str; 2] = ["begeleiding", "verblijf"];
pub(crate) const FIRST: i64 = 2026;
/// Days in every month in which a contract may begin, and in which a tariff, a season or a year changes.
const DAYS: [(u8, u8); 8] = [(1, 1), (2, 28), (4, 15), (6, 30), (7, 1), (10, 31), (11, 1), (12, 31)];

impl World {
    /// The days on which a contract delivers, as year, month and day.
    pub(crate) fn days(&self, contract: usize) -> Vec<(i64, u8, u8)> {
        let from = self.contracts[contract].from;
        let of_year = |&year: &i64| DAYS.map(|(month, day)| (year, month, day));
        let days = self.years.iter().flat_map(of_year);
        days.filter(|&(year, month, _)| year > FIRST || month >= from).collect()
    }

    pub(crate) fn day(&self, line: &Line) -> (i64, u8, u8) {
        *line.day.get(&self.days(line.contract))
    }

    pub(crate) fn party(&self, line: &Line) -> usize {
        line.party.index(self.youths.len())
    }
}

impl Contract {
    /// Whether a task, paid or only compared, is about this product.
    pub(crate) fn is_of_task(&self, product: usize) -> bool {
        !self.has_task() || self.variants[product] == Variant::Task
    }

    pub(crate) fn has_task(&self) -> bool {
        self.variants.contains(&Variant::Task)
    }
}

fn task() -> impl Strategy<Value = Task> {
    let basis = prop_oneof![
        (1..90_000_000_i64).prop_map(Basis::Agreed),
        vec(0..90_000_000_i64, 1..4).prop_map(Basis::Turnover),
        vec((0..900_000_i64, 0..200_i64), 1..3).prop_map(Basis::Capitation),
    ];
    // A task that gives back at most 60% of its lump sum can always pay three penalties of at most 10%.
    let side = || vec((1..900_i64, 0..=6_000_i64), 0..3).prop_map(rising);
    let terms = (-1_000..1_000_i64, -1_000..1_000_i64, 0..500_000_i64);
    (basis, any::<bool>(), terms, [side(), side()], uniform_options(0..=1_000)).prop_map(
        |(basis, by_month, (index, volume_norm, mutation), corridor, penalties)| Task {
            basis,
            by_month,
            index,
            volume_norm,
            mutation,
            corridor,
            penalties,
        },
    )
}

fn uniform_options(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = [Option<i64>; 3]> {
    proptest::array::uniform3(option::of(range))
}

fn rising(steps: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    let mut from = 0;
    let mut rise = |(step, share)| {
        from += step;
        (from, share)
    };
    steps.into_iter().map(&mut rise).collect()
}

fn contract(variants: impl Strategy<Value = [Variant; 2]>) -> impl Strategy<Value = Contract> {
    let ceiling = (0..30_000_000_i64, option::of(0..=10_000_i64));
    let ceiling = option::of(ceiling.prop_map(|(amount, share)| Ceiling { amount, share }));
    let prices =
        (uniform2(uniform2(0..2_000_000_i64)), uniform2(0..30_000_i64), uniform2((0..900_000_i64, 0..=10_000_i64)));
    (select(vec![1, 4, 7, 10]), variants, prices, uniform2(ceiling), task()).prop_map(
        |(from, variants, (tariffs, cost_prices, results), ceilings, task)| Contract {
            from,
            variants,
            tariffs,
            cost_prices,
            results,
            ceilings,
            task,
        },
    )
}

fn contracts() -> impl Strategy<Value = [Contract; 4]> {
    use Variant::{Effort, Output, Task};
    let any_variant = || select(vec![Effort, Output, Task]);
    (
        contract(Just([Effort; 2])),
        contract(Just([Output; 2])),
        contract(Just([Task; 2])),
        contract([any_variant(), any_variant()]),
    )
        .prop_map(|(effort, output, task, hybrid)| [effort, output, task, hybrid])
}

fn line() -> impl Strategy<Value = Line> {
    let about = (0..4_usize, 0..2_usize, any::<Index>(), any::<Index>());
    let how_much = (0..6_000_i64, uniform2(0..5_i64));
    (about, how_much, uniform4(any::<bool>())).prop_map(
        |((contract, product, party, day), (volume, results), [begun, by_subcontractor, one, other])| Line {
            contract,
            product,
            party,
            day,
            volume,
            results,
            has_begun_earlier: begun,
            by_subcontractor,
            is_credited: one && other,
        },
    )
}

fn pool(parties: usize) -> impl Strategy<Value = Pool> {
    let model = select(vec![
        r#"kind = "actual-use""#,
        r#"kind = "insurance""#,
        r#"kind = "blend", pooled = "33.3%""#,
        r#"kind = "corridor", band = "5%", netting = "netted""#,
        r#"kind = "corridor", band = "2.5%", netting = "each-side""#,
        r#"kind = "corridor", band = "3%", netting = "overspends-only""#,
    ]);
    (model, any::<bool>(), vec(1..90_000_000_i64, parties), any::<bool>()).prop_map(
        |(model, by_contribution, contributions, has_advances)| Pool {
            model,
            by_contribution,
            contributions,
            has_advances,
        },
    )
}

fn compared() -> impl Strategy<Value = Compared> {
    (0..=10_000_i64, 0..300_i64, -5_000..5_000_i64, -2_000..2_000_i64, -2_000..2_000_i64).prop_map(
        |(leakage, tariff_times, volume, cost_price, tariff)| Compared {
            leakage,
            tariff_times,
            volume,
            cost_price,
            tariff,
        },
    )
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let years = select(vec![vec![FIRST], vec![FIRST, FIRST + 1]]);
    (2..=3_usize).prop_flat_map(move |parties| {
        let who = (vec(1..5_000_i64, parties), years.clone());
        (who, contracts(), vec(line(), 1..14), pool(parties), compared()).prop_map(
            |((youths, years), contracts, lines, pool, compared)| World {
                youths,
                years,
                contracts,
                lines,
                pool,
                compared,
            },
        )
    })
}
