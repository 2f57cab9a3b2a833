//! What holds for every demand and all terms.

use super::{
    AgreedProducts, Agreement, Balance, BreakEven, Demand, DemandColumns, Extent, Financing, Leakage, LeakageEffect,
    LeakedPrice, Outcome, Shock, Shocked, Sign, Task, Terms,
};
use crate::exact::{Amount, Percent, Ratio, Rounding, Split, Unrounded, Weights};
use crate::financing::effort::{Beyond, Ceiling};
use crate::financing::task::{Breakpoint, Corridor};
use crate::period::{Date, Year};
use alloc::vec;
use alloc::vec::Vec;
use proptest::collection::{btree_map, vec as column};
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

const EXTENT: Extent = Extent { municipalities: 3, providers: 2, products: 2 };

#[derive(Clone, Debug)]
struct Row {
    places: (usize, usize, usize),
    volume: i64,
    tariff: Ratio,
    cost_price: Ratio,
    results: (i64, i64),
    /// Of January: when it was delivered, and when it began.
    days: (u8, u8),
}

fn price() -> impl Strategy<Value = Ratio> {
    (0_i128..20_000, select(&[1_i128, 7, 60][..])).prop_map(|(above, below)| Ratio::new(above, below).unwrap())
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let places = (0_usize..3, 0_usize..2, 0_usize..2);
    let row = (places, 0_i64..500, price(), price(), (0_i64..20, 0_i64..50_000), (1_u8..10, 1_u8..10));
    let row = row.prop_map(|(places, volume, tariff, cost_price, results, (one, other))| Row {
        places,
        volume,
        tariff,
        cost_price,
        results,
        days: (one.max(other), one.min(other)),
    });
    column(row, 0..10)
}

fn day(number: u8) -> Date {
    Date::new(Year::new(2026).unwrap(), 1, number).unwrap()
}

fn asked(rows: &[Row]) -> Demand {
    Demand::new(EXTENT, columns(rows)).unwrap()
}

fn columns(rows: &[Row]) -> DemandColumns {
    DemandColumns {
        municipalities: rows.iter().map(|row| row.places.0).collect(),
        providers: rows.iter().map(|row| row.places.1).collect(),
        products: rows.iter().map(|row| row.places.2).collect(),
        volumes: rows.iter().map(|row| row.volume).collect(),
        tariffs: rows.iter().map(|row| row.tariff).collect(),
        cost_prices: rows.iter().map(|row| row.cost_price).collect(),
        results: rows.iter().map(|row| row.results.0).collect(),
        prices_per_result: rows.iter().map(|row| Ratio::integer(row.results.1)).collect(),
        invoice_lines: rows.iter().map(|row| row.results.0).collect(),
        delivered: rows.iter().map(|row| day(row.days.0)).collect(),
        begun: rows.iter().map(|row| day(row.days.1)).collect(),
    }
}

fn percent(tenths: i64) -> Percent {
    Percent::new(Decimal::new(tenths, 1)).unwrap()
}

/// Up to three breakpoints, the extreme shares often: there balances lie still.
fn side() -> impl Strategy<Value = Vec<Breakpoint>> {
    let from = prop_oneof![Just(0_i64), 0_i64..1_500];
    let share = prop_oneof![Just(0_i64), Just(1_000), 0_i64..=1_000];
    btree_map(from, share, 0..4).prop_map(|tiers| {
        tiers.into_iter().map(|(from, share)| Breakpoint { from: percent(from), share: percent(share) }).collect()
    })
}

fn corridors() -> impl Strategy<Value = Corridor> {
    (side(), side()).prop_map(|(over, under)| Corridor::new(over, under).unwrap())
}

fn leaked_prices() -> impl Strategy<Value = LeakedPrice> {
    let per_unit = (price(), price()).prop_map(|(tariff, cost_price)| LeakedPrice::PerUnit { tariff, cost_price });
    let multiple = || (0_i128..40).prop_map(|tenths| Ratio::new(tenths, 10).unwrap());
    let own_times =
        (multiple(), multiple()).prop_map(|(tariff, cost_price)| LeakedPrice::OwnTimes { tariff, cost_price });
    prop_oneof![per_unit, own_times]
}

fn leakages() -> impl Strategy<Value = Leakage> {
    let leakage = (0_i64..=1_000, 0_usize..2, leaked_prices());
    leakage.prop_map(|(share, provider, price)| Leakage { share: percent(share), provider, price })
}

fn tasks() -> impl Strategy<Value = Task> {
    let key = column(0_i64..5, 3).prop_filter("a key weighs something", |key| key.iter().sum::<i64>() > 0);
    let rounding = select(&[Rounding::HALF_UP_CENT, Rounding::HALF_UP_EURO][..]);
    (0_i64..10_000_000, corridors(), rounding, key, option::of(leakages())).prop_map(
        |(lump_sum, corridor, rounding, key, leakage)| Task {
            lump_sum: Amount::from_cents(lump_sum),
            corridor,
            rounding,
            key: Weights::from_integers(&key).unwrap(),
            leakage,
        },
    )
}

fn ceilings() -> impl Strategy<Value = Ceiling> {
    let shared = (0_i64..=1_000).prop_map(|share| Beyond::SharedByProvider(percent(share)));
    let beyond = prop_oneof![shared, Just(Beyond::NewCareByProvider)];
    (0_i64..5_000_000, beyond).prop_map(|(amount, beyond)| Ceiling { amount: Amount::from_cents(amount), beyond })
}

fn financings() -> impl Strategy<Value = Financing> {
    let effort = option::of(ceilings()).prop_map(Financing::Effort);
    prop_oneof![effort, Just(Financing::Output), tasks().prop_map(Financing::Task)]
}

/// A provider with one agreement for all, and a hybrid one.
fn terms() -> impl Strategy<Value = Terms> {
    let agreed = |provider, products, financing| Agreement { provider, products, financing };
    (financings(), financings(), financings()).prop_map(move |(all, first, second)| {
        let agreements = vec![
            agreed(1, AgreedProducts::These(vec![0]), first),
            agreed(0, AgreedProducts::All, all),
            agreed(1, AgreedProducts::These(vec![1]), second),
        ];
        Terms::new(EXTENT, agreements, Split::default()).unwrap()
    })
}

fn sum(amounts: impl Iterator<Item = Amount>) -> i64 {
    amounts.map(Amount::cents).sum()
}

/// Every balance of one task.
fn balances<'t>(demand: &Demand, terms: &'t Terms) -> Vec<Balance<'t>> {
    let own = (0..3).map(|municipality| Balance::of_municipality(demand, terms, 0, municipality).unwrap());
    let shared =
        [Balance::of_municipalities(demand, terms, 0).unwrap(), Balance::of_provider(demand, terms, 0).unwrap()];
    own.chain(shared).collect()
}

fn alike(task: Task) -> Terms {
    Terms::alike(EXTENT, &Financing::Task(task)).unwrap()
}

/// What the solutions say that the sign at a multiple is; none where it is nothing.
fn said(found: &[BreakEven], multiple: Ratio) -> Option<Option<Sign>> {
    let within = |one: &&BreakEven| one.from.multiple <= multiple && one.to.is_none_or(|to| multiple <= to.multiple);
    if found.iter().any(|one| within(&one)) {
        return Some(None);
    }
    let next = found.iter().find(|one| multiple < one.from.multiple);
    let last = found.iter().rev().find(|one| one.to.is_some_and(|to| to.multiple < multiple));
    next.map(|next| next.before).or_else(|| last.map(|last| last.after))
}

fn sign(amount: Unrounded) -> Option<Sign> {
    match amount.cmp(&Unrounded::ZERO) {
        core::cmp::Ordering::Less => Some(Sign::Negative),
        core::cmp::Ordering::Equal => None,
        core::cmp::Ordering::Greater => Some(Sign::Positive),
    }
}

proptest! {
    /// What municipalities pay, providers receive, under some agreement; revenue less cost is the result.
    #[test]
    fn paid_equals_received(rows in rows(), terms in terms()) {
        let outcome = Outcome::new(&asked(&rows), &terms).unwrap();
        let received = sum(outcome.providers.iter().map(|provider| provider.revenue));
        let agreed = sum(outcome.agreements.iter().flat_map(|agreement| [agreement.paid, agreement.leaked]));
        prop_assert_eq!(outcome.paid.cents(), received);
        prop_assert_eq!(outcome.paid.cents(), sum(outcome.municipalities.iter().copied()));
        prop_assert_eq!(outcome.paid.cents(), agreed);
        for provider in outcome.providers {
            let exact = Unrounded::from(provider.result).checked_add(provider.residue).unwrap();
            prop_assert_eq!(exact, provider.exact_result().unwrap());
        }
    }

    /// The same by another way: whole numbers of 128 bits, line by line.
    #[test]
    fn effort_and_output_agree_with_a_plain_loop(rows in rows()) {
        let of = |financing| Outcome::new(&asked(&rows), &Terms::alike(EXTENT, &financing).unwrap()).unwrap();
        let (effort, output) = (of(Financing::Effort(None)), of(Financing::Output));
        for municipality in 0..3 {
            let (mut by_effort, mut by_output) = (0_i128, 0_i64);
            for row in rows.iter().filter(|row| row.places.0 == municipality) {
                let below = row.tariff.denominator();
                by_effort += (2 * row.tariff.numerator() * i128::from(row.volume) + below) / (2 * below);
                by_output += row.results.0 * row.results.1;
            }
            prop_assert_eq!(i128::from(effort.municipalities[municipality].cents()), by_effort);
            prop_assert_eq!(output.municipalities[municipality].cents(), by_output);
        }
    }

    /// The same by another way: days one by one, and lines that began after the day that passed the ceiling.
    #[test]
    fn unpaid_care_is_new(rows in rows(), most in 0_i64..2_000_000) {
        let rows: Vec<Row> = rows.into_iter().map(|row| Row { tariff: Ratio::integer(4_567), ..row }).collect();
        let worth = |row: &&Row| row.volume * 4_567;
        let ceiling = Ceiling { amount: Amount::from_cents(most), beyond: Beyond::NewCareByProvider };
        let outcome = Outcome::new(&asked(&rows), &Terms::alike(EXTENT, &Financing::Effort(Some(ceiling))).unwrap()).unwrap();
        let mut paid = [0_i64; 3];
        for provider in 0..2 {
            let own = || rows.iter().filter(|row| row.places.1 == provider);
            let passed = (1..10).find(|&today| own().filter(|row| row.days.0 <= today).map(|row| worth(&row)).sum::<i64>() > most);
            let is_new = |row: &&Row| passed.is_some_and(|passed| row.days.1 > passed);
            for row in own().filter(|row| !is_new(row)) {
                paid[row.places.0] += worth(&row);
            }
            prop_assert_eq!(outcome.agreements[provider].exhausted, passed.map(day));
            prop_assert_eq!(outcome.agreements[provider].unpaid.cents(), own().filter(is_new).map(|row| worth(&row)).sum::<i64>());
        }
        prop_assert_eq!(outcome.municipalities, paid.map(Amount::from_cents));
    }

    /// Days say nothing about an excess that is shared, but when it began.
    #[test]
    fn a_shared_excess_needs_no_days(rows in rows(), most in 0_i64..5_000_000, share in 0_i64..=1_000) {
        let undated = DemandColumns { delivered: vec![], begun: vec![], ..columns(&rows) };
        let ceiling = Ceiling { amount: Amount::from_cents(most), beyond: Beyond::SharedByProvider(percent(share)) };
        let terms = Terms::alike(EXTENT, &Financing::Effort(Some(ceiling))).unwrap();
        let mut dated = Outcome::new(&asked(&rows), &terms).unwrap();
        dated.agreements.iter_mut().for_each(|agreement| agreement.exhausted = None);
        prop_assert_eq!(Outcome::new(&Demand::new(EXTENT, undated).unwrap(), &terms).unwrap(), dated);
    }

    /// The order of lines changes nothing.
    #[test]
    fn order_free(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())), terms in terms(),
        task in tasks(),
    ) {
        prop_assert_eq!(Outcome::new(&asked(&rows), &terms).unwrap(), Outcome::new(&asked(&shuffled), &terms).unwrap());
        let terms = alike(task);
        let found = |rows| balances(&asked(rows), &terms).iter().map(|one| one.break_evens().unwrap()).collect::<Vec<_>>();
        prop_assert_eq!(found(&rows), found(&shuffled));
    }

    /// No band and everything shared: a task pays what effort does, and each municipality what its own care costs when the
    /// key is that cost.
    #[test]
    fn share_one_is_effort(rows in rows(), lump_sum in 0_i64..10_000_000) {
        let rows: Vec<Row> = rows.into_iter().map(|row| Row { places: (row.places.0, 0, 0), ..row }).collect();
        let effort = Outcome::new(&asked(&rows), &Terms::alike(EXTENT, &Financing::Effort(None)).unwrap()).unwrap();
        let key = Weights::from_amounts(&effort.municipalities);
        let agreed = Task {
            lump_sum: Amount::from_cents(lump_sum),
            corridor: Corridor::flat(Percent::ZERO, Percent::WHOLE).unwrap(),
            rounding: Rounding::HALF_UP_CENT,
            key: key.unwrap_or_else(|_| Weights::equal(3).unwrap()),
            leakage: None,
        };
        // The other provider delivers nothing, and everything of its lump sum is taken back.
        let task = Outcome::new(&asked(&rows), &alike(agreed.clone())).unwrap();
        prop_assert_eq!(&task.municipalities, &effort.municipalities);
        prop_assert_eq!(&task.providers, &effort.providers);
        let everywhere = Balance::of_municipalities(&asked(&rows), &alike(agreed), 0).unwrap().break_evens().unwrap();
        prop_assert_eq!(everywhere.len(), 1);
        prop_assert_eq!((everywhere[0].from.multiple, everywhere[0].to), (Ratio::ZERO, None));
    }

    /// Nothing shared: a task pays its lump sum, whatever is delivered.
    #[test]
    fn share_zero_is_lump_sum(rows in rows(), task in tasks()) {
        let fixed = Task { corridor: Corridor::none(), rounding: Rounding::HALF_UP_CENT, leakage: None, ..task };
        let outcome = Outcome::new(&asked(&rows), &alike(fixed.clone())).unwrap();
        for agreement in &outcome.agreements {
            prop_assert_eq!(agreement.paid, fixed.lump_sum);
        }
    }

    /// A shock of nothing changes nothing; any other is borne once, line by line of who bears it.
    #[test]
    fn shock_is_borne_once(rows in rows(), terms in terms(), first in -999_i64..2_000, second in -999_i64..2_000) {
        let nothing = Shock::Price { cost_price: Percent::ZERO, tariff: Percent::ZERO };
        for still in [Shock::Volume(Percent::ZERO), nothing] {
            let shocked = Shocked::new(&asked(&rows), &terms, still).unwrap();
            prop_assert_eq!(&shocked.before, &shocked.after);
            prop_assert_eq!((shocked.extra_cost, shocked.municipality_share), (Unrounded::ZERO, None));
        }
        let price = Shock::Price { cost_price: percent(first), tariff: percent(second) };
        for shock in [Shock::Volume(percent(first)), price] {
            let shocked = Shocked::new(&asked(&rows), &terms, shock).unwrap();
            let municipalities = Amount::from_cents(sum(shocked.municipalities.iter().copied()));
            let providers = shocked.providers.iter().fold(Unrounded::ZERO, |sum, &one| sum.checked_add(one).unwrap());
            prop_assert_eq!(providers.checked_add(municipalities.into()).unwrap(), shocked.extra_cost);
        }
    }

    /// What leaks is paid by somebody to somebody; what does not leak changes nothing.
    #[test]
    fn leaked_care_is_paid_for(rows in rows(), terms in terms()) {
        let effect = LeakageEffect::new(&asked(&rows), &terms).unwrap();
        prop_assert_eq!(effect.paid_more.cents(), sum(effect.municipalities.iter().copied()));
        let sealed = LeakageEffect::new(&asked(&rows), &terms.without_leakage()).unwrap();
        prop_assert_eq!((sealed.paid_more, sealed.cost), (Amount::ZERO, Unrounded::ZERO));
    }

    /// What leaks in proportion to the task, at its own price, is as if it had never been in the task: it costs what it did.
    #[test]
    fn leaked_care_at_its_own_price_costs_the_same(rows in rows(), task in tasks(), share in 0_i64..=1_000) {
        let leakage = Some(Leakage { share: percent(share), provider: 1, price: LeakedPrice::OWN });
        let effect = LeakageEffect::new(&asked(&rows), &alike(Task { leakage, ..task })).unwrap();
        prop_assert_eq!(effect.cost, Unrounded::ZERO);
    }

    /// Put back, a break-even volume gives nothing; at every other volume the sign is the one that was said.
    #[test]
    fn break_even_volumes_give_nothing(rows in rows(), task in tasks(), eighths in column(0_i128..100, 8)) {
        let terms = alike(task);
        for balance in balances(&asked(&rows), &terms) {
            let found = balance.break_evens().unwrap();
            for one in &found {
                let to = one.to.map_or(one.from.multiple.checked_add(Ratio::ONE).unwrap(), |to| to.multiple);
                let middle = one.from.multiple.checked_add(to).unwrap().checked_mul(Ratio::HALF).unwrap();
                for multiple in [one.from.multiple, middle, to] {
                    prop_assert_eq!(balance.at(multiple).unwrap(), Unrounded::ZERO);
                }
            }
            for eighth in &eighths {
                let multiple = Ratio::new(*eighth, 8).unwrap();
                if let Some(said) = said(&found, multiple) {
                    prop_assert_eq!(sign(balance.at(multiple).unwrap()), said);
                }
            }
            if found.is_empty() { // the sign never changes
                let signs = eighths.iter().map(|&eighth| sign(balance.at(Ratio::new(eighth, 8).unwrap()).unwrap()));
                let signs: Vec<Option<Sign>> = signs.collect();
                prop_assert!(signs[0].is_some() && signs.iter().all(|sign| *sign == signs[0]));
            }
        }
    }

    /// At a break-even volume the outcomes of task and effort differ by the rounding of lines only.
    #[test]
    fn break_even_volumes_give_equal_outcomes(rows in rows(), task in tasks()) {
        let rows: Vec<Row> = rows.into_iter().map(|row| Row { places: (row.places.0, 0, 0), ..row }).collect();
        let task = Task { rounding: Rounding::HALF_UP_CENT, ..task };
        let agreement = |financing| Agreement { provider: 0, products: AgreedProducts::All, financing };
        let terms = |financing| Terms::new(EXTENT, vec![agreement(financing)], Split::default()).unwrap();
        let (effort, task) = (terms(Financing::Effort(None)), terms(Financing::Task(task)));
        let most = 2 * i64::try_from(rows.len()).unwrap() + 1; // half a cent for each line, in three sums, and the settlement
        for found in Balance::of_municipalities(&asked(&rows), &task, 0).unwrap().break_evens().unwrap() {
            let there = asked(&rows).at_volume(found.from.multiple).unwrap();
            let paid = |terms| Outcome::new(&there, terms).unwrap().paid.cents();
            prop_assert!((paid(&effort) - paid(&task)).abs() <= most);
        }
    }
}
