//! Solidarity pools of 342 municipalities, 10 years and 6 segments, settled by each sharing model, beside what one would
//! write by hand; and pools of ten and a hundred times as many members.
//!
//! Every answer is compared with the others before anything is timed, so a wrong one stops the bench. The time of a model
//! is that of 60 pools. The peers give what each member bears; a settlement also gives transfers, residues and pots.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a bench is no interface, and computes freely"
)]

mod peers;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use peers::pool_data::{PoolYear, SHARINGS, Sharing};
use peers::{pool_fractions, pool_integers, pool_naive_decimal};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::hint::black_box;
use taakgericht::exact::{Amount, Percent, Ratio};
use taakgericht::key::Key;
use taakgericht::pool::{Account, Accounts, Corridor, Model, Netting, Pool, Settlement, StopLoss};

const MEMBERS: usize = 342;
/// 10 years of 6 segments.
const POOLS: u64 = 60;

/// A pool and its accounts, ready to settle.
struct Prepared {
    pool: Pool<u32>,
    accounts: Accounts<u32>,
}

impl Prepared {
    fn new(year: &PoolYear, sharing: Sharing) -> Prepared {
        let ids = 0..u32::try_from(year.costs.len()).expect("34,200 at most");
        let key = Key::new("youths", ids.clone().zip(year.youths.iter().copied().map(Ratio::integer)), None);
        let pool = Pool::new("region", model(sharing), key.expect("everyone has youths")).expect("terms within range");
        let account = |id: u32| {
            let member = usize::try_from(id).expect("32 bits");
            let clients = year.clients[member].iter().copied().map(Amount::from_cents).collect();
            let cents = |column: &[i64]| Amount::from_cents(column[member]);
            let (cost, contribution) = (cents(&year.costs), cents(&year.contributions));
            (id, Account { cost, contribution, clients, ..Account::default() })
        };
        Prepared { pool, accounts: Accounts::new(ids.map(account)).expect("everyone once") }
    }

    fn settle(&self) -> Settlement<u32> {
        self.pool.settle(black_box(&self.accounts)).expect("ties go to the first")
    }
}

fn model(sharing: Sharing) -> Model {
    let percent = |percent: i64| Percent::new(Decimal::from(percent)).expect("at most 100");
    match sharing {
        Sharing::Insurance => Model::Insurance,
        Sharing::Blend { pooled } => Model::Blend { pooled: percent(pooled) },
        Sharing::Corridor { band } => Model::Corridor(Corridor { band: percent(band), netting: Netting::Netted }),
        Sharing::StopLoss { threshold, ceded } => Model::StopLoss(StopLoss {
            threshold_per_client: Amount::from_cents(threshold),
            ceded_share: percent(ceded),
            ceiling_per_client: None,
        }),
    }
}

/// Proves that all give the same amounts, for every pool.
fn compare(years: &[PoolYear], prepared: &[Prepared], sharing: Sharing) {
    let mut room = pool_integers::Room::new(MEMBERS);
    for (year, prepared) in years.iter().zip(prepared) {
        let ours: Vec<i64> = prepared.settle().borne.iter().map(|borne| borne.cents()).collect();
        pool_integers::settle(year, sharing, &mut room);
        let naive = pool_naive_decimal::settle(year, sharing);
        let naive: Vec<i64> = naive.iter().map(|borne| borne.to_i64().expect("whole cents")).collect();
        assert_eq!(ours, room.borne, "the integer kernel, {sharing:?}");
        assert_eq!(ours, pool_fractions::settle(year, sharing), "general fractions, {sharing:?}");
        assert_eq!(ours, naive, "naive decimals, {sharing:?}");
    }
}

fn models(criterion: &mut Criterion) {
    let years: Vec<PoolYear> = (0..POOLS).map(|seed| PoolYear::new(MEMBERS, seed)).collect();
    for (name, sharing) in SHARINGS {
        let prepared: Vec<Prepared> = years.iter().map(|year| Prepared::new(year, sharing)).collect();
        compare(&years, &prepared, sharing);
        let mut group = criterion.benchmark_group(format!("60 pools of 342 members, {name}"));
        group.bench_function("taakgericht", |bencher| {
            bencher.iter(|| prepared.iter().for_each(|pool| drop(black_box(pool.settle()))));
        });
        let mut room = pool_integers::Room::new(MEMBERS);
        group.bench_function("hand-written integers", |bencher| {
            bencher.iter(|| {
                for year in black_box(&years) {
                    pool_integers::settle(year, sharing, &mut room);
                    black_box(&room.borne);
                }
            });
        });
        group.bench_function("naive decimals", |bencher| {
            bencher.iter(|| black_box(&years).iter().for_each(|year| drop(pool_naive_decimal::settle(year, sharing))));
        });
        group.bench_function("general fractions", |bencher| {
            bencher.iter(|| black_box(&years).iter().for_each(|year| drop(pool_fractions::settle(year, sharing))));
        });
        group.finish();
    }
}

/// The time per member stays what it is.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one pool, per member");
    for members in [342_u64, 3_420, 34_200] {
        let year = PoolYear::new(usize::try_from(members).expect("64 bits"), 2015);
        group.throughput(Throughput::Elements(members));
        for (name, sharing) in SHARINGS {
            let prepared = Prepared::new(&year, sharing);
            group.bench_function(format!("{name}, {members} members"), |bencher| bencher.iter(|| prepared.settle()));
        }
    }
    group.finish();
}

criterion_group!(benches, models, growth);
criterion_main!(benches);
