//! What holds for every pool: random ones of up to 400 members, flat and nested, and the identities between the models.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test computes what it expects freely, and may panic"
)]

mod pool_support;
mod support;

use pool_support::random::Random;
use pool_support::world::{Terms, WHOLE, Weight, World, Year};
use proptest::prelude::{
    ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest,
};
use proptest::sample::select;
use support::cents;
use taakgericht::exact::{Amount, Ratio, Residual, Split, TieRule, Unrounded};
use taakgericht::key::Key;
use taakgericht::pool::{Accounts, Model, Nest, Netting, Pool, Settlement};
use taakgericht::trace::Value;

/// A pool with pools within it to a depth of three, and the years of its members.
type Case = (World, Vec<Year>);

fn cases() -> impl Strategy<Value = Case> {
    let members = prop_oneof![6 => 1..12_usize, 3 => 1..60_usize, 1 => 1..=400_usize];
    (members, 0..=3_usize, any::<u64>()).prop_map(|(members, depth, seed)| {
        let mut random = Random::new(seed);
        (decided(random.world(members, depth)), random.years(members))
    })
}

/// Pools without pools within them.
fn flat() -> impl Strategy<Value = Case> {
    cases().prop_map(|(mut world, years)| {
        world.inner.clear();
        (world, years)
    })
}

/// Ties that a person would have to decide go to the first; no running totals over many pools, whose common denominator
/// may not fit.
fn decided(mut world: World) -> World {
    let large = world.members.len() > 12;
    world.change(&|pool| {
        if pool.tie == TieRule::Refuse {
            pool.tie = TieRule::First;
        }
        if pool.residual == Residual::Cumulative && large && !pool.inner.is_empty() {
            pool.residual = Residual::Last;
        }
    });
    world
}

fn without_levy(mut world: World) -> World {
    world.change(&|pool| pool.levy = 0);
    world
}

fn by(world: &World, terms: Terms) -> World {
    World { terms, underspend_key: None, ..world.clone() }
}

fn borne(world: &World, years: &[Year]) -> Vec<i64> {
    cents(&world.settle(years).unwrap().borne)
}

/// What each member costs in all.
fn costs(years: &[Year]) -> Vec<i64> {
    years.iter().map(|year| year.segments.iter().sum()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn borne_equals_cost((world, years) in cases()) {
        let settled = world.settle(&years).unwrap();
        prop_assert_eq!(cents(&settled.own_costs), costs(&years));
        let expected = costs(&years).iter().sum::<i64>() + world.levies();
        prop_assert_eq!(cents(&settled.borne).iter().sum::<i64>(), expected, "borne_equals_cost");
        for inner in &settled.inner {
            let (borne, costs) = (Amount::sum(&inner.first.borne), Amount::sum(&inner.first.own_costs));
            prop_assert_eq!(borne.unwrap(), costs.unwrap().checked_add(inner.first.levy).unwrap());
        }
    }

    /// `explanation_replays`: for every tree of pools it gives what was settled, and what placing took off.
    #[test]
    fn explanation_replays((world, years) in cases(), chosen in any::<proptest::sample::Index>()) {
        let settled = world.settle(&years).unwrap();
        let row = chosen.index(settled.members.len());
        let trace = world.explain(&years, settled.members[row]).unwrap();
        prop_assert_eq!(trace.replay().unwrap(), Value::Amount(settled.borne[row]));
        prop_assert_eq!(trace.figure().unwrap().residue, settled.residues.row(row).ok());
    }

    #[test]
    fn transfers_sum_to_zero((world, years) in cases()) {
        let settled = without_levy(world).settle(&years).unwrap();
        prop_assert_eq!(Amount::sum(&settled.transfers), Ok(Amount::ZERO), "transfers_sum_to_zero");
        let columns = settled.borne.iter().zip(&settled.own_costs).zip(&settled.transfers);
        for ((borne, own), transfer) in columns {
            prop_assert_eq!(own.checked_add(*transfer), Ok(*borne));
        }
        // What sub-pools pay each other and the other members cancels out as well.
        let of_sub_pools = settled.inner.iter().map(|inner| inner.transfer.cents()).sum::<i64>();
        let inside: Vec<usize> = settled.inner.iter().flat_map(|inner| inner.first.members.clone()).collect();
        let direct = settled.members.iter().zip(&settled.transfers).filter(|(member, _)| !inside.contains(member));
        prop_assert_eq!(of_sub_pools + direct.map(|(_, transfer)| transfer.cents()).sum::<i64>(), 0);
    }

    /// Members, weights and pools in any order of rows.
    #[test]
    fn order_free((world, years) in cases(), seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let mut pools = world.pools("0", None);
        random.shuffle(&mut pools);
        let shuffled = |(pool, outer): (Pool<usize>, Option<String>), random: &mut Random| {
            let mut entries: Vec<(usize, Ratio)> =
                pool.members().iter().copied().zip(pool.key().amounts().iter().copied()).collect();
            random.shuffle(&mut entries);
            (pool.with_key(Key::new("key", entries, None).unwrap()), outer)
        };
        let pools: Vec<_> = pools.into_iter().map(|entry| shuffled(entry, &mut random)).collect();
        let order = std::cell::RefCell::new(random);
        let books = |pool: &Pool<usize>| {
            let way = pool.name().split('.').skip(1).map(|position| position.parse::<usize>().unwrap());
            let place = way.fold(&world, |pool, position| &pool.inner[position]);
            let mut entries: Vec<_> = place.accounts(&years).entries().collect();
            order.borrow_mut().shuffle(&mut entries);
            Accounts::new(entries)
        };
        let settled = Nest::new(pools).unwrap().settle(books).map(sorted);
        prop_assert_eq!(settled, world.settle(&years).map(sorted), "order_free");
    }

    /// Where nobody ties, other ids give everyone the same amount.
    #[test]
    fn names_decide_ties_only((world, years) in cases(), seed in any::<u64>()) {
        let mut world = world;
        world.change(&|pool| (pool.residual, pool.tie) = (Residual::LargestRemainder, TieRule::Refuse));
        let settled = world.settle(&years);
        prop_assume!(settled.is_ok());
        let mut other_ids: Vec<usize> = (0..years.len()).collect();
        Random::new(seed).shuffle(&mut other_ids);
        let mut renamed = world;
        renamed.change(&|pool| rename(pool, &other_ids));
        let mut renamed_years = years.clone();
        for (member, &id) in other_ids.iter().enumerate() {
            renamed_years[id] = years[member].clone();
        }
        let (before, after) = (cents(&settled.unwrap().borne), borne(&renamed, &renamed_years));
        for (member, &id) in other_ids.iter().enumerate() {
            prop_assert_eq!(before[member], after[id]);
        }
    }

    /// By largest remainders everyone bears less than a cent more or less than the exact share.
    #[test]
    fn within_one_unit((world, years) in cases(), tie in select(&TieRule::ALL[..3])) {
        let world = World { residual: Residual::LargestRemainder, tie, ..world };
        let settled = world.settle(&years).unwrap();
        let cent = Unrounded::from(Amount::CENT);
        let minus = Unrounded::from(Amount::from_cents(-1));
        for residue in settled.residues.rows().unwrap() {
            prop_assert!(minus < residue && residue < cent, "within_one_unit: {}", residue);
        }
    }

    /// What placing took from some it gave to others.
    #[test]
    fn residues_sum_to_zero((world, years) in cases()) {
        let sum = world.settle(&years).unwrap().residues.sum();
        // The sum of many pools can be finer than 126 bits on the way.
        prop_assume!(sum.is_ok());
        prop_assert_eq!(sum, Ok(Unrounded::ZERO));
    }

    /// A pool of corrections mirrors a pool of costs, where the model knows no contribution or threshold.
    #[test]
    fn negative_mirrors_positive((world, years) in flat(), pooled in 0..=WHOLE, chosen in 0..3_usize) {
        let terms = [Terms::ActualUse, Terms::Insurance, Terms::Blend(pooled)][chosen];
        let world = by(&world, terms);
        let negative = World { levy: -world.levy, ..world.clone() };
        let mut mirrored = years.clone();
        mirrored.iter_mut().flat_map(|year| &mut year.segments).for_each(|cost| *cost = -*cost);
        // Where the whole is zero, neither side is the mirror of the other.
        prop_assume!(costs(&years).iter().sum::<i64>() + world.levy != 0);
        let opposite: Vec<i64> = borne(&world, &years).into_iter().map(|cents| -cents).collect();
        prop_assert_eq!(borne(&negative, &mirrored), opposite, "negative_mirrors_positive");
    }

    /// The layers of a client add up to its cost.
    #[test]
    fn layers_sum_to_cost(seed in any::<u64>(), cost in any::<i64>()) {
        let world = World::flat(Random::new(seed).stop_loss(), vec![(1, 1)]);
        let Model::StopLoss(terms) = world.model() else { panic!("{world:?}") };
        let layers = terms.layers(Amount::from_cents(cost));
        prop_assert_eq!(Amount::sum(&[layers.below, layers.between, layers.above]), Ok(Amount::from_cents(cost)));
        prop_assert!(layers.between >= Amount::ZERO && layers.above >= Amount::ZERO);
    }

    /// Clients in any order give the same settlement, and what is ceded is the share of all that lies between the limits.
    #[test]
    fn clients_stand_in_no_order((world, years) in flat(), seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let world = by(&world, random.stop_loss());
        let mut shuffled = years.clone();
        shuffled.iter_mut().for_each(|year| random.shuffle(&mut year.clients));
        let settled = world.settle(&years).unwrap();
        prop_assert_eq!(&world.settle(&shuffled).unwrap(), &settled);
        let Model::StopLoss(terms) = world.model() else { panic!("{world:?}") };
        let clients = years.iter().flat_map(|year| &year.clients).map(|&client| Amount::from_cents(client));
        let between: Vec<Amount> = clients.map(|client| terms.layers(client).between).collect();
        let ceded = Unrounded::from(Amount::sum(&between).unwrap()).percent(terms.ceded_share).unwrap();
        prop_assert_eq!(settled.pots[0].amount, ceded);
    }

    /// With one key throughout, insurance within insurance is insurance over all, to any depth.
    #[test]
    fn nested_equals_flat((world, years) in cases()) {
        let mut nested = without_levy(world);
        let weights = nested.key.clone();
        prop_assume!(every_pool_weighs_something(&nested, &weights));
        nested.change(&|pool| {
            *pool = World { scope: [true; 2], ..by(pool, Terms::Insurance) };
            pool.key = pool.members.iter().map(|&member| weights[member]).collect();
        });
        let flat = World { inner: Vec::new(), ..nested.clone() };
        prop_assert_eq!(borne(&nested, &years), borne(&flat, &years));
    }

    /// A region in which everyone bears the own cost leaves its sub-pool as it is.
    #[test]
    fn a_region_of_actual_use_changes_nothing((world, years) in cases()) {
        prop_assume!(!world.inner.is_empty());
        let mut world = by(&World { levy: 0, ..world }, Terms::ActualUse);
        world.inner.truncate(1);
        world.change(&|pool| (pool.residual, pool.tie) = (Residual::LargestRemainder, TieRule::Refuse));
        let Ok(settled) = world.settle(&years) else { return Ok(()) }; // where nobody ties
        let inner = &settled.inner[0];
        prop_assert_eq!(inner.transfer, Amount::ZERO);
        for (member, borne) in inner.first.members.iter().zip(&inner.first.borne) {
            prop_assert_eq!(settled.borne[*member], *borne);
        }
    }

    #[test]
    fn a_blend_lies_between_actual_use_and_insurance((world, years) in cases()) {
        let of = |terms| borne(&by(&world, terms), &years);
        prop_assert_eq!(of(Terms::Blend(0)), of(Terms::ActualUse));
        prop_assert_eq!(of(Terms::Blend(WHOLE)), of(Terms::Insurance));
    }

    /// By the key of the contribution, for whom all rests are pooled.
    #[test]
    fn a_corridor_without_a_band_is_insurance((world, years) in flat(), each_side in any::<bool>()) {
        prop_assume!(years.iter().any(|year| year.contribution > 0));
        let netting = if each_side { Netting::EachSide } else { Netting::Netted };
        let key = years.iter().map(|year| (year.contribution, 1)).collect();
        let world = World { key, ..world };
        let of = |terms| borne(&by(&world, terms), &years);
        prop_assert_eq!(of(Terms::Corridor(0, netting)), of(Terms::Insurance));
    }

    /// A band that holds every deviation pools nothing.
    #[test]
    fn a_corridor_with_a_wide_band_is_actual_use((world, years) in flat(), netting in select(&Netting::ALL[..])) {
        let mut years = years;
        years.iter_mut().for_each(|year| year.contribution += 1);
        let of = |terms| borne(&by(&world, terms), &years);
        prop_assert_eq!(of(Terms::Corridor(1 << 50, netting)), of(Terms::ActualUse));
    }

    /// A scope of everything is the plain model; a scope of nothing leaves everyone with the own cost.
    #[test]
    fn a_scope_of_everything_is_insurance((world, years) in flat()) {
        let world = World { residual: Residual::LargestRemainder, ..without_levy(world) };
        let scoped = |scope| borne(&World { scope, ..by(&world, Terms::Insurance) }, &years);
        prop_assert_eq!(scoped([false, false]), costs(&years));
        let all = Amount::from_cents(costs(&years).iter().sum());
        let split = Split::default().tie(world.tie);
        let parts = world.pool("0").key().divide(all, split).unwrap().into_iter().map(|(_, part)| part);
        prop_assert_eq!(scoped([true, true]), cents(&parts.collect::<Vec<Amount>>()));
    }

    /// A stop-loss from the first cent on cedes everything that clients cost.
    #[test]
    fn a_stop_loss_of_everything_is_insurance((world, years) in flat()) {
        let mut years = years;
        for year in &mut years {
            year.clients.iter_mut().for_each(|client| *client = client.abs());
            let cost: i64 = year.clients.iter().sum();
            year.segments = if world.scope == [false, true] { [0, cost] } else { [cost, 0] };
        }
        prop_assume!(world.scope != [false, false]);
        let of = |terms| borne(&by(&world, terms), &years);
        let all = Terms::StopLoss { threshold: 0, ceded: WHOLE, ceiling: None };
        prop_assert_eq!(of(all), of(Terms::Insurance));
    }

    #[test]
    fn who_is_alone_bears_the_own_cost(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let (world, years) = (without_levy(random.world(1, 0)), random.years(1));
        let settled = world.settle(&years).unwrap();
        prop_assert_eq!(cents(&settled.borne), costs(&years));
        prop_assert_eq!(settled.residues.rows(), Ok(vec![Unrounded::ZERO]));
    }
}

/// The sub-pools by name; they stand in the order in which they are declared.
fn sorted(mut settled: Settlement<usize>) -> Settlement<usize> {
    settled.inner.iter_mut().for_each(|inner| inner.first = sorted(inner.first.clone()));
    settled.inner.sort_by(|one, other| one.first.pool.cmp(&other.first.pool));
    settled
}

/// Gives every member another id; the members stand in the order of their ids again.
fn rename(pool: &mut World, ids: &[usize]) {
    let mut order: Vec<usize> = (0..pool.members.len()).collect();
    order.sort_by_key(|&position| ids[pool.members[position]]);
    let sorted = |key: &[Weight]| order.iter().map(|&position| key[position]).collect::<Vec<Weight>>();
    (pool.key, pool.underspend_key) = (sorted(&pool.key), pool.underspend_key.as_deref().map(sorted));
    pool.members = order.iter().map(|&position| ids[pool.members[position]]).collect();
}

fn every_pool_weighs_something(pool: &World, weights: &[Weight]) -> bool {
    pool.members.iter().any(|&member| weights[member].0 > 0)
        && pool.inner.iter().all(|inner| every_pool_weighs_something(inner, weights))
}

/// By hand: in `region` members 0 and 3 stand alone and the sub-pool of 1 and 2 is one party.
#[test]
fn a_sub_pool_by_hand() {
    let year = |cost: i64| Year { segments: [cost, 0], ..Year::default() };
    let years = [100, 300, 500, 300].map(year);
    let mut sub_pool = World::flat(Terms::Insurance, vec![(1, 1), (1, 1)]); // 800 equally: 400 each
    sub_pool.members = vec![1, 2];
    let mut region = World::flat(Terms::Blend(WHOLE / 2), vec![(1, 1), (2, 1), (1, 1), (1, 1)]);
    region.inner = vec![sub_pool];
    // Half of the 1,200 by 1 : 3 : 1 is 120, 360, 120. The sub-pool bears 400 + 360 = 760, so 40 less than it cost:
    // 20 less for each.
    assert_eq!(borne(&region, &years), [50 + 120, 400 - 20, 400 - 20, 150 + 120]);
    let settled = region.settle(&years).unwrap();
    assert_eq!(cents(&settled.inner[0].first.transfers), [100, -100]);
    assert_eq!((settled.inner[0].borne.cents(), settled.inner[0].transfer.cents()), (760, -40));
    assert_eq!(cents(&settled.transfers), [70, 80, -120, -30]);
}

/// Contributions in cents as keys, in a region of twelve sub-pools: one denominator for all pools would have 500 bits.
#[test]
fn many_sub_pools_with_their_own_keys_fit() {
    let mut random = Random::new(12);
    let mut pool = |members: Vec<usize>| {
        let key = members.iter().map(|_| (1_000_000_000_000 + random.below(1_000_000_000_000), 1)).collect();
        World { members, ..World::flat(Terms::Blend(33_333), key) }
    };
    let mut region = pool((0..48).collect());
    region.inner = (0..12).map(|position| pool((0..4).map(|member| position + 12 * member).collect())).collect();
    let years = random.years(48);
    assert_eq!(borne(&region, &years).iter().sum::<i64>(), costs(&years).iter().sum::<i64>());
}
