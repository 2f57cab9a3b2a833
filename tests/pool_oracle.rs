//! Random pools, and every pool of a small world, against shares by definition and cents placed by definition.
//!
//! The oracle knows the formulas and nothing of the crate: fractions of any size, one member after another.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod pool_support;
mod support;

use num_bigint::BigInt;
use num_rational::{BigRational, Rational64};
use pool_support::oracle::{Definition, Exact, define, placed};
use pool_support::random::Random;
use pool_support::world::{Terms, WHOLE, World, Year};
use support::every_list;
use taakgericht::Kind;
use taakgericht::exact::{Amount, Residual, TieRule, Unrounded};
use taakgericht::pool::{Netting, Settlement};

fn big(unrounded: Unrounded) -> BigRational {
    let cents = unrounded;
    let rest = BigRational::new(BigInt::from(cents.rest().numerator()), BigInt::from(cents.rest().denominator()));
    BigRational::from(BigInt::from(cents.whole_cents())) + rest
}

fn cents(amounts: &[Amount]) -> Vec<BigRational> {
    amounts.iter().map(|amount| BigRational::of(amount.cents())).collect()
}

/// Compares a settlement with its definition; the crate refuses a tie where the definition does.
fn compare(world: &World, years: &[Year]) {
    let definition = define(world, years);
    match (world.settle(years), definition.decided()) {
        (Ok(ours), true) => prove(&ours, &definition, world, years),
        (Err(error), false) => assert_eq!(error.kind(), Kind::Tie, "{world:?} {years:?}"),
        (ours, decided) => panic!("{ours:?}, ties decided: {decided}; {world:?} {years:?}"),
    }
}

fn prove(ours: &Settlement<usize>, definition: &Definition<BigRational>, world: &World, years: &[Year]) {
    let Definition { exact, pots, placed, inner } = definition;
    let borne = placed.as_ref().expect("ties are decided");
    assert_eq!(&cents(&ours.borne), borne, "{world:?} {years:?}");
    let residues: Vec<BigRational> = exact.iter().zip(borne).map(|(exact, borne)| exact - borne).collect();
    assert_eq!(ours.residues.rows().unwrap().into_iter().map(big).collect::<Vec<_>>(), residues, "{world:?} {years:?}");
    assert_eq!(&ours.pots.iter().map(|pot| big(pot.amount)).collect::<Vec<_>>(), pots, "{world:?} {years:?}");
    let own = |&member: &usize| BigRational::of(years[member].segments.iter().sum());
    let own: Vec<BigRational> = world.members.iter().map(own).collect();
    let transfers: Vec<BigRational> = borne.iter().zip(&own).map(|(borne, own)| borne - own).collect();
    assert_eq!((&ours.members, cents(&ours.own_costs)), (&world.members, own));
    assert_eq!(cents(&ours.transfers), transfers);
    assert_eq!(ours.levy, Amount::from_cents(world.levies()));
    assert_eq!(ours.inner.len(), inner.len());
    for ((ours, definition), pool) in ours.inner.iter().zip(inner).zip(&world.inner) {
        prove(&ours.first, definition, pool, years);
        let of_member = |member: &usize| world.members.iter().position(|other| other == member).unwrap();
        let finally: BigRational = pool.members.iter().map(|member| borne[of_member(member)].clone()).sum();
        let first: BigRational = cents(&ours.first.borne).into_iter().sum();
        assert_eq!(cents(&[ours.borne, ours.transfer]), [finally.clone(), finally - first]);
    }
}

#[test]
fn random_pools_agree_with_the_definition() {
    let mut random = Random::new(3);
    for _ in 0..FLAT {
        let members = 1 + usize::try_from(random.below(8)).unwrap();
        let (world, years) = (random.world(members, 0), random.years(members));
        compare(&world, &years);
    }
}

#[test]
fn random_nested_pools_agree_with_the_definition() {
    let mut random = Random::new(4);
    for _ in 0..NESTED {
        let members = 1 + usize::try_from(random.below(12)).unwrap();
        let (world, years) = (random.world(members, 3), random.years(members));
        compare(&world, &years);
    }
}

#[test]
fn large_pools_agree_with_the_definition() {
    let mut random = Random::new(5);
    for depth in 0..8 {
        let (world, years) = (random.world(400, depth % 4), random.years(400));
        compare(&world, &years);
    }
}

const FLAT: usize = 10_000;
const NESTED: usize = 4_000;

/// How cents can be placed: every rule, and every tie rule where it matters.
const PLACINGS: [(Residual, TieRule); 7] = [
    (Residual::LargestRemainder, TieRule::First),
    (Residual::LargestRemainder, TieRule::Last),
    (Residual::LargestRemainder, TieRule::LargestWeight),
    (Residual::LargestRemainder, TieRule::Refuse),
    (Residual::Cumulative, TieRule::First),
    (Residual::First, TieRule::First),
    (Residual::Last, TieRule::First),
];

/// Compares every way of placing.
fn compare_small(terms: Terms, weights: &[usize], years: &[Year]) {
    let key = weights.iter().map(|&weight| (i64::try_from(weight).unwrap(), 1)).collect();
    let mut world = World::flat(terms, key);
    let exact = define::<Rational64>(&world, years).exact;
    for (residual, tie) in PLACINGS {
        (world.residual, world.tie) = (residual, tie);
        let ours =
            world.settle(years).ok().map(|ours| ours.borne.iter().map(|borne| borne.cents()).collect::<Vec<_>>());
        let expected = placed(&exact, residual, tie);
        let expected = expected.map(|cents| cents.iter().map(Rational64::to_integer).collect::<Vec<_>>());
        assert_eq!(ours, expected, "{world:?} {years:?}");
    }
}

/// Every list of weights from 0 to 2 that are not all zero.
fn every_key(members: u32) -> impl Iterator<Item = Vec<usize>> {
    every_list(members, 3).filter(|key| key.iter().any(|&weight| weight > 0))
}

/// Every list of costs from −2 to 3 cents.
fn every_cost(members: u32) -> impl Iterator<Item = Vec<i64>> {
    every_list(members, 6).map(|costs| costs.into_iter().map(|cost| i64::try_from(cost).unwrap() - 2).collect())
}

fn years(costs: &[i64], year: impl Fn(usize) -> Year) -> Vec<Year> {
    costs.iter().enumerate().map(|(member, &cost)| Year { segments: [cost, 0], ..year(member) }).collect()
}

const QUARTERS: [i64; 4] = [0, WHOLE / 4, WHOLE / 2, WHOLE];

#[test]
fn every_small_pool_by_key() {
    let blends = QUARTERS.map(Terms::Blend);
    let terms: Vec<Terms> = [Terms::ActualUse, Terms::Insurance].into_iter().chain(blends).collect();
    for members in 1..=3 {
        for costs in every_cost(members) {
            let years = years(&costs, |_| Year::default());
            for key in every_key(members) {
                terms.iter().for_each(|&terms| compare_small(terms, &key, &years));
            }
        }
    }
}

#[test]
fn every_small_corridor() {
    for members in 1..=2 {
        for costs in every_cost(members) {
            for contributions in every_list(members, 3) {
                let contribution = |member: usize| i64::try_from(contributions[member]).unwrap();
                let years = years(&costs, |member| Year { contribution: contribution(member), ..Year::default() });
                for key in every_key(members) {
                    let bands = [0, WHOLE / 2, WHOLE].into_iter();
                    let terms = bands.flat_map(|band| Netting::ALL.map(|netting| Terms::Corridor(band, netting)));
                    terms.for_each(|terms| compare_small(terms, &key, &years));
                }
            }
        }
    }
}

/// One client makes up the cost of each member, or two cost a cent less and a cent.
#[test]
fn every_small_stop_loss() {
    for costs in every_cost(2) {
        for two in [false, true] {
            let clients = |member: usize| if two { vec![costs[member] - 1, 1] } else { vec![costs[member]] };
            let years = years(&costs, |member| Year { clients: clients(member), ..Year::default() });
            for (key, ceiling) in
                every_key(2).flat_map(|key| [None, Some(1), Some(2)].map(|limit| (key.clone(), limit)))
            {
                for (threshold, ceded) in [0, 1].into_iter().flat_map(|limit| QUARTERS.map(|ceded| (limit, ceded))) {
                    compare_small(Terms::StopLoss { threshold, ceded, ceiling }, &key, &years);
                }
            }
        }
    }
}
