//! The worked values of the specification, and the identities between models.

use super::{Account, Accounts, AsGiven, Corridor, Model, Nest, Netting, Pool, StopLoss};
use crate::exact::{Amount, Percent, Ratio};
use crate::key::Key;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert_eq, prop_assume, proptest};

/// Bedum, De Marne, Winsum, Eemsmond.
const CONTRIBUTIONS: [i64; 4] = [1_576_311, 2_282_270, 2_139_371, 3_091_027];
const COSTS: [i64; 4] = [1_700_000, 2_150_000, 2_500_000, 3_050_000];
const YOUTHS: [i64; 4] = [2947, 2565, 3951, 4325];

fn euros(euros: i64) -> Amount {
    Amount::from_euros(euros).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

/// Members by a number, so that they stand in the order of the tables and not of the alphabet.
fn key(weights: [i64; 4]) -> Key<usize> {
    Key::new("key", weights.into_iter().map(Ratio::integer).enumerate(), None).unwrap()
}

fn accounts(clients: [&[i64]; 4]) -> Accounts<usize> {
    let account = |member: usize| Account {
        cost: euros(COSTS[member]),
        outside: Amount::ZERO,
        contribution: euros(CONTRIBUTIONS[member]),
        clients: clients[member].iter().map(|&cost| euros(cost)).collect(),
    };
    Accounts::new((0..4).map(|member| (member, account(member)))).unwrap()
}

fn borne(model: Model, key: Key<usize>, accounts: &Accounts<usize>) -> String {
    let settlement = Pool::new("bmwe", model, key).unwrap().settle(accounts).unwrap();
    settlement.borne.iter().map(ToString::to_string).collect::<Vec<String>>().join(" ")
}

const STOP_LOSS: StopLoss = StopLoss {
    threshold_per_client: Amount::from_cents(10_000_000),
    ceded_share: Percent::ZERO,
    ceiling_per_client: None,
};

#[test]
fn the_worked_values_of_every_model() {
    let none = [[].as_slice(); 4];
    let (contribution, youths) = (key(CONTRIBUTIONS), key(YOUTHS));
    let clients: [&[i64]; 4] = [&[120_000, 40_000], &[310_000, 80_000], &[90_000], &[180_000, 150_000]];
    let corridor = Corridor { band: percent("5"), netting: Netting::Netted };
    let stop_loss = StopLoss { ceded_share: percent("80"), ..STOP_LOSS };
    let cases = [
        (Model::Insurance, &contribution, none, "1630251.69 2360368.31 2212579.37 3196800.63"),
        (Model::Insurance, &youths, none, "2009123.88 1748694.52 2693603.13 2948578.47"),
        (Model::Blend { pooled: percent("60") }, &contribution, none, "1658151.01 2276220.99 2327547.62 3138080.38"),
        (Model::Corridor(corridor), &contribution, none, "1703752.69 2238560.11 2312335.00 3145352.20"),
        (Model::StopLoss(stop_loss), &contribution, clients, "1733948.14 2054317.67 2567789.66 3043944.53"),
        (Model::ActualUse, &youths, none, "1700000.00 2150000.00 2500000.00 3050000.00"),
    ];
    for (model, key, clients, expected) in cases {
        assert_eq!(borne(model, key.clone(), &accounts(clients)), expected, "{model:?}");
    }
}

#[test]
fn only_the_segments_in_scope_are_shared() {
    let shared = [200_000, 450_000, 300_000, 650_000];
    let account = |member: usize| Account {
        cost: euros(shared[member]),
        outside: euros(COSTS[member] - shared[member]),
        ..Account::default()
    };
    let accounts = Accounts::new((0..4).map(|member| (member, account(member)))).unwrap();
    let expected = "1841978.53 1997650.13 2658485.64 2901885.70";
    assert_eq!(borne(Model::Insurance, key(YOUTHS), &accounts), expected);
}

#[test]
fn netting_is_a_choice_that_shows() {
    // Limits at 5%: Bedum, Winsum and De Marne are beyond them; De Marne is the one who underspends.
    let with = |netting| Model::Corridor(Corridor { band: percent("5"), netting });
    let of = |netting| borne(with(netting), key(CONTRIBUTIONS), &accounts([&[]; 4]));
    assert_eq!(of(Netting::EachSide), of(Netting::Netted)); // the same key on both sides
    let only = Pool::new("bmwe", with(Netting::OverspendsOnly), key(CONTRIBUTIONS)).unwrap();
    let only = only.settle(&accounts([&[]; 4])).unwrap();
    // Bedum is 44,873.45 above its band, Winsum 253,660.45.
    // De Marne keeps its underspend: it bears its own cost, and its share of what others overspend.
    assert!(only.borne[1] > euros(2_150_000), "{}", only.borne[1]);
    let pots: Vec<String> = only.pots.iter().map(|pot| pot.amount.to_string()).collect();
    assert_eq!(pots, ["298533.9"]);
    let by_youths = Pool::new("bmwe", with(Netting::EachSide), key(CONTRIBUTIONS)).unwrap();
    let by_youths = by_youths.with_underspend_key(key(YOUTHS)).unwrap().settle(&accounts([&[]; 4])).unwrap();
    assert_ne!(by_youths.borne, only.borne);
    assert_eq!(Amount::sum(&by_youths.borne), Ok(euros(9_400_000)));
}

/// A region of eight sub-pools, each with contributions in cents as its key: their common denominator has over 200 bits.
#[test]
fn many_keys_in_one_region_are_explained() {
    let cents = |member: usize, factor: usize| i64::try_from((member + 7) * factor % 1_000_000_007).unwrap() + 1;
    let account = |member: usize| Account {
        cost: Amount::from_cents(cents(member, 982_451_653)),
        contribution: Amount::from_cents(cents(member, 472_882_027)),
        ..Account::default()
    };
    let accounts = Accounts::new((0..24).map(|member| (member, account(member)))).unwrap();
    let key = |members: core::ops::Range<usize>| {
        let entries = members.map(|member| (member, Ratio::integer(cents(member, 472_882_027))));
        Key::new("contribution", entries, None).unwrap()
    };
    let model = Model::Blend { pooled: percent("60") };
    let region = Pool::new("region", model, key(0..24)).unwrap().with_levy(Amount::from_cents(-12_345));
    let inner = (0..8).map(|number| {
        let pool = Pool::new(&number.to_string(), model, key(number * 3..number * 3 + 3)).unwrap();
        (pool, Some(String::from("region")))
    });
    let nest = Nest::new(inner.chain([(region, None)])).unwrap();
    let books = |pool: &Pool<usize>| accounts.only(pool.members());
    let settled = nest.settle(books).unwrap();
    for member in [0, 11, 23] {
        let trace = nest.explain(books, &member, &AsGiven).unwrap();
        assert_eq!(trace.replay(), Ok(crate::trace::Value::Amount(settled.borne[member])));
    }
}

/// Random years of a pool: cost, contribution, weight, clients that make up the cost.
fn years() -> impl Strategy<Value = Vec<(i64, i64, Vec<i64>)>> {
    vec((0_i64..1_000_000_000, 0_i64..1000, vec(0_i64..100_000_000, 0..5)), 1..40)
}

fn random(years: &[(i64, i64, Vec<i64>)]) -> (Key<usize>, Key<usize>, Accounts<usize>) {
    let account = |(contribution, _, clients): &(i64, i64, Vec<i64>)| Account {
        cost: Amount::from_cents(clients.iter().sum()),
        contribution: Amount::from_cents(*contribution),
        clients: clients.iter().copied().map(Amount::from_cents).collect(),
        outside: Amount::ZERO,
    };
    let key = |weight: fn(&(i64, i64, Vec<i64>)) -> i64| {
        let weights = years.iter().map(|year| Ratio::integer(weight(year) + 1)).enumerate();
        Key::new("key", weights, None).unwrap()
    };
    (key(|year| year.0), key(|year| year.1), Accounts::new(years.iter().map(account).enumerate()).unwrap())
}

proptest! {
    #[test]
    fn identities_between_models(years in years()) {
        let (_, key, accounts) = random(&years);
        let of = |model: Model| borne(model, key.clone(), &accounts);
        let insurance = of(Model::Insurance);
        prop_assert_eq!(of(Model::Blend { pooled: Percent::ZERO }), of(Model::ActualUse));
        prop_assert_eq!(of(Model::Blend { pooled: Percent::WHOLE }), insurance.clone());
        let all = StopLoss { threshold_per_client: Amount::ZERO, ceded_share: Percent::WHOLE, ceiling_per_client: None };
        prop_assert_eq!(of(Model::StopLoss(all)), insurance);
        let wide = Corridor { band: percent("100000000000"), netting: Netting::Netted };
        prop_assume!(years.iter().all(|year| year.0 > 0));
        prop_assert_eq!(of(Model::Corridor(wide)), of(Model::ActualUse));
    }

    /// A corridor without a band by the contribution is the insurance by the contribution.
    #[test]
    fn a_corridor_without_a_band_is_insurance(years in years(), netting in 0_usize..2) {
        let (_, _, accounts) = random(&years);
        let weights = accounts.contributions().iter().map(|c| Ratio::integer(c.cents())).enumerate();
        prop_assume!(years.iter().any(|year| year.0 > 0));
        let key = Key::new("contribution", weights, None).unwrap();
        let none = Corridor { band: Percent::ZERO, netting: Netting::ALL[netting] };
        let of = |model: Model| borne(model, key.clone(), &accounts);
        prop_assert_eq!(of(Model::Corridor(none)), of(Model::Insurance));
    }

    /// Insurance is what a division of the whole cost gives.
    #[test]
    fn insurance_is_a_division_of_all_cost(years in years()) {
        let (_, key, accounts) = random(&years);
        let whole = Amount::sum(accounts.costs()).unwrap();
        let parts = crate::exact::Split::default().divide(whole, key.weights()).unwrap();
        let settled = Pool::new("all", Model::Insurance, key).unwrap().settle(&accounts).unwrap();
        prop_assert_eq!(settled.borne, parts);
    }

    /// With one key throughout, insurance within insurance is insurance over all.
    #[test]
    fn nested_equals_flat(years in years(), seed in any::<u64>()) {
        let (_, key, accounts) = random(&years);
        let chosen = |bit: usize| (seed >> (bit % 64)) & 1 == 1;
        let inner: Vec<usize> = (0..years.len()).filter(|&member| chosen(member)).collect();
        prop_assume!(!inner.is_empty());
        let entries = inner.iter().map(|&member| (member, key.amounts()[member]));
        let inner = Pool::new("inner", Model::Insurance, Key::new("key", entries, None).unwrap()).unwrap();
        let outer = Pool::new("outer", Model::Insurance, key).unwrap();
        let flat = outer.settle(&accounts).unwrap();
        let nest = Nest::new([(inner, Some("outer".into())), (outer, None)]).unwrap();
        let nested = nest.settle(|pool| accounts.only(pool.members())).unwrap();
        prop_assert_eq!(nested.borne, flat.borne);
        let first = &nested.inner[0].first;
        prop_assert_eq!(Amount::sum(&first.transfers).unwrap(), Amount::ZERO);
    }

    /// `explanation_replays`: for every model, nested and with a reserve, and it gives what was settled.
    #[test]
    fn explanations_replay(years in years(), seed in any::<u64>(), levy in -1000_i64..1000) {
        let (_, key, accounts) = random(&years);
        let corridor = |netting| Model::Corridor(Corridor { band: percent("7.5"), netting });
        let stop_loss = StopLoss { ceded_share: percent("80"), ceiling_per_client: Some(euros(500_000)), ..STOP_LOSS };
        let models = [
            Model::ActualUse, Model::Insurance, Model::Blend { pooled: percent("33.3") }, corridor(Netting::Netted),
            corridor(Netting::EachSide), corridor(Netting::OverspendsOnly), Model::StopLoss(stop_loss),
        ];
        let of_seed = |number: usize| usize::try_from(seed % 1_000_000).unwrap() / (number + 1);
        let inner: Vec<usize> = (0..years.len()).filter(|&member| of_seed(member) % 2 == 0).collect();
        let entries = inner.iter().map(|&member| (member, Ratio::integer(i64::try_from(member).unwrap() + 1)));
        let inner_key = Key::new("inner", entries, None);
        let outer = Pool::new("outer", models[of_seed(3) % 7], key).unwrap().with_levy(Amount::from_cents(levy));
        let mut pools = alloc::vec![(outer, None)];
        if let Ok(key) = inner_key {
            pools.push((Pool::new("inner", models[of_seed(5) % 7], key).unwrap(), Some("outer".into())));
        }
        let nest = Nest::new(pools).unwrap();
        let settled = nest.settle(|pool| accounts.only(pool.members())).unwrap();
        let member = of_seed(7) % years.len();
        let trace = nest.explain(|pool| accounts.only(pool.members()), &member, &AsGiven).unwrap();
        prop_assert_eq!(trace.replay().unwrap(), crate::trace::Value::Amount(settled.borne[member]));
        prop_assert_eq!(trace.figure().unwrap().residue, settled.residues.row(member).ok());
    }
}

/// Mean shares in cents have weights of a hundred bits: one level of them is settled and explained, two do not fit. Whoever
/// meets that is told what to do.
#[test]
fn keys_with_too_many_digits_are_told() {
    let weight =
        |party: usize| Ratio::new(10_i128.pow(31) + 7_919 * i128::try_from(party * party).unwrap(), 1).unwrap();
    let key =
        |parties: usize| Key::new("mean of shares", (0..parties).map(|party| (party, weight(party))), None).unwrap();
    let pool = |name: &str, parties| Pool::new(name, Model::Insurance, key(parties)).unwrap();
    let (flat, year) = (pool("region", 4), accounts([[].as_slice(); 4]));
    assert_eq!(Amount::sum(&flat.settle(&year).unwrap().borne), Ok(euros(9_400_000)));
    let advice =
        "\n  Use keys and percentages with fewer digits: euros for cents, or the mean of sums for that of shares.";
    let explained = flat.explain(&year, &1, &AsGiven).unwrap().replay();
    assert_eq!(explained, Ok(crate::trace::Value::Amount(flat.settle(&year).unwrap().borne[1])));
    let nest = Nest::new([(flat, None), (pool("inner", 2), Some("region".to_string()))]).unwrap();
    let text = nest.settle(|pool| year.only(pool.members())).unwrap_err().to_string();
    assert!(text.ends_with(advice), "{text}");
}
