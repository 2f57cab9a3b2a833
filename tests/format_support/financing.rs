//! Generated sections for financing.

use super::{ids, names, percents};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use taakgericht::exact::{Amount, Mode, Percent, Ratio, Rounding, Unrounded};
use taakgericht::financing::comparison::{Administration, MonthlyRates, Shock};
use taakgericht::financing::effort::{Basis, Beyond, Ceiling};
use taakgericht::financing::product::{Frequency, ProductCode, Unit, Variant};
use taakgericht::financing::task::{
    Breakpoint, Corridor, Group, LumpSumBasis, LumpSumPlan, Mutation, PartYear, PenaltyBase, YearTerms,
};
use taakgericht::party::Municipality;
use taakgericht::period::{Date, Month, Period, Year};
use taakgericht::scenario::{
    CaseSection, ContractProductSection, ContractSection, DeliveredLine, LeakageSection, PenaltySection,
    ProductSection, ResultSection, Scenario, ShockSection, TaskSection, Volumes,
};

/// The sections for financing of a scenario.
#[derive(Clone, Debug)]
pub(super) struct Financing {
    products: Vec<ProductSection>,
    contracts: Vec<ContractSection>,
    volumes: Vec<Volumes>,
    cases: Vec<CaseSection>,
    shocks: Vec<ShockSection>,
    administration: Option<Administration>,
}

impl Financing {
    pub(super) fn added_to(self, scenario: Scenario) -> Scenario {
        let Financing { products, contracts, volumes, cases, shocks, administration } = self;
        Scenario { products, contracts, volumes, cases, shocks, administration, ..scenario }
    }
}

/// Sections over the municipalities and the keys of a scenario.
pub(super) fn sections(scenario: &Scenario) -> impl Strategy<Value = Financing> + use<> {
    let parties: Vec<Municipality> = scenario.tables[0].rows.iter().filter_map(|row| row.municipality).collect();
    let keys: Vec<String> = scenario.keys.iter().map(|key| key.id.clone()).collect();
    let source = scenario.sources[0].id.clone();
    products().prop_flat_map(move |products| {
        let (parties, source, keys) = (parties.clone(), source.clone(), keys.clone());
        contracts(&products, &keys).prop_flat_map(move |contracts| {
            let rest = (
                volumes(source.clone(), &products, &contracts, &parties),
                cases(&products, &contracts),
                shocks(),
                option::of(administration()),
            );
            let (products, contracts) = (products.clone(), contracts.clone());
            rest.prop_map(move |(volumes, cases, shocks, administration)| Financing {
                products: products.clone(),
                contracts: contracts.clone(),
                volumes: volumes.into_iter().collect(),
                cases,
                shocks,
                administration,
            })
        })
    })
}

fn apart(ids: BTreeSet<String>) -> impl Strategy<Value = Vec<String>> {
    Just(ids.into_iter().collect::<Vec<_>>()).prop_shuffle()
}

fn products() -> impl Strategy<Value = Vec<ProductSection>> {
    let ids = btree_set(ids(), 1..4).prop_flat_map(apart);
    ids.prop_flat_map(|ids| ids.into_iter().map(product).collect::<Vec<_>>())
}

fn product(id: String) -> impl Strategy<Value = ProductSection> {
    let terms = (select(&Unit::ALL[..]), select(&Frequency::ALL[..]));
    (option::of(names()), "[0-9]{2}[A-Z0-9]{3}", names(), terms).prop_map(
        move |(title, code, segment, (unit, frequency))| {
            let code = ProductCode::parse(&code).unwrap();
            ProductSection { id: id.clone(), title, code, segment, unit, frequency }
        },
    )
}

fn days() -> impl Strategy<Value = Date> {
    (2020..2030_i64, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| Date::new(self::year(year), month, day).unwrap())
}

fn year(year: i64) -> Year {
    Year::new(year).unwrap()
}

fn years() -> impl Strategy<Value = Year> {
    (2020..2030_i64).prop_map(year)
}

fn amounts() -> impl Strategy<Value = Amount> {
    (0..100_000_000_i64).prop_map(Amount::from_cents)
}

fn euros() -> impl Strategy<Value = Decimal> {
    (0..1_000_000_000_i64, 0..7_u32).prop_map(|(digits, decimals)| Decimal::new(digits, decimals))
}

fn changes() -> impl Strategy<Value = Percent> {
    (-5_000..=5_000_i64).prop_map(|number| Percent::new(Decimal::new(number, 2)).unwrap())
}

fn ratios() -> impl Strategy<Value = Ratio> {
    (0..1000_i128, 1..10_i128).prop_map(|(above, below)| Ratio::new(above, below).unwrap())
}

fn contracts(products: &[ProductSection], keys: &[String]) -> impl Strategy<Value = Vec<ContractSection>> + use<> {
    let (products, keys) = (products.to_vec(), keys.to_vec());
    btree_set(ids(), 1..4)
        .prop_flat_map(apart)
        .prop_flat_map(move |ids| ids.into_iter().map(|id| contract(id, &products, &keys)).collect::<Vec<_>>())
}

fn contract(
    id: String,
    products: &[ProductSection],
    keys: &[String],
) -> impl Strategy<Value = ContractSection> + use<> {
    let who = (names(), btree_set(names(), 0..3).prop_flat_map(apart));
    let period = (days(), days()).prop_map(|(one, other)| Period::new(one.min(other), one.max(other)).unwrap());
    let ids: Vec<String> = products.iter().map(|product| product.id.clone()).collect();
    let count = ids.len();
    let products = subsequence(ids, 1..=count)
        .prop_shuffle()
        .prop_flat_map(|ids| ids.into_iter().map(contract_product).collect::<Vec<_>>());
    let keys = keys.to_vec();
    (who, period, products).prop_flat_map(move |((provider, subcontractors), period, products)| {
        let (id, task) = (id.clone(), task(period.from().year(), keys.clone()));
        task.prop_map(move |task| ContractSection {
            id: id.clone(),
            provider: provider.clone(),
            subcontractors: subcontractors.clone(),
            period,
            products: products.clone(),
            task,
        })
    })
}

fn contract_product(product: String) -> impl Strategy<Value = ContractProductSection> {
    let how = (
        select(&Variant::ALL[..]),
        option::of(select(&Unit::ALL[..])),
        select(vec![Basis::PerUnit, Basis::PerHourInMinutes]),
    );
    let prices = (btree_map(days(), euros(), 0..3), option::of(euros()), option::of(result()));
    let ceiling = (amounts(), option::of(percents())).prop_map(|(amount, share)| Ceiling {
        amount,
        beyond: share.map_or(Beyond::NewCareByProvider, Beyond::SharedByProvider),
    });
    let ceilings = btree_map(years(), ceiling, 0..3);
    (how, prices, ceilings).prop_map(move |((variant, unit, basis), (tariffs, cost_price, result), ceilings)| {
        ContractProductSection {
            product: product.clone(),
            variant,
            unit,
            basis,
            tariffs: tariffs.into_iter().collect(),
            cost_price,
            result,
            ceilings: ceilings.into_iter().collect(),
        }
    })
}

fn result() -> impl Strategy<Value = ResultSection> {
    let parts = (0..=40_i64, vec(0..20_i64, 0..4)).prop_map(|(start, milestones)| {
        let end = 100 - start - milestones.iter().sum::<i64>();
        let parts = std::iter::once(start).chain(milestones).chain([end]);
        parts.map(|part| Percent::new(part.into()).unwrap()).collect::<Vec<_>>()
    });
    (btree_map(days(), amounts(), 1..3), option::of(parts)).prop_map(|(prices, parts)| ResultSection {
        prices: prices.into_iter().collect(),
        parts: parts.unwrap_or_default(),
    })
}

/// What is agreed for a task, where there is a key to divide it by.
fn task(first: Year, keys: Vec<String>) -> BoxedStrategy<Option<TaskSection>> {
    let has_keys = !keys.is_empty();
    let key = select(if has_keys { keys } else { vec![String::new()] });
    let part_year = option::of(select(vec![PartYear::ByMonth, PartYear::Whole]));
    let task = (lump_sum(first), part_year, corridors(), key, vec(penalty(), 0..3)).prop_map(
        |(lump_sum, part_year, corridor, key, penalties)| TaskSection { lump_sum, part_year, corridor, key, penalties },
    );
    // On the heap: all strategies in one would not fit the stack of a test.
    option::of(task).prop_map(move |task| task.filter(|_| has_keys)).boxed()
}

fn lump_sum(first: Year) -> impl Strategy<Value = LumpSumPlan> {
    let group = (names(), ratios(), ratios()).prop_map(|(name, rate, persons)| Group {
        name,
        rate: Unrounded::from_cents(rate),
        persons,
    });
    let groups = vec(group, 1..4).prop_map(|groups| {
        let apart: BTreeMap<String, Group> = groups.into_iter().map(|group| (group.name.clone(), group)).collect();
        LumpSumBasis::Capitation(apart.into_values().rev().collect())
    });
    let basis = prop_oneof![
        amounts().prop_map(LumpSumBasis::Agreed),
        btree_map(years(), amounts(), 1..4)
            .prop_map(|turnover| LumpSumBasis::HistoricTurnover(turnover.into_iter().collect())),
        groups,
    ];
    // A lump sum is never a whole number of anything, so it is rounded.
    let modes: Vec<Mode> = Mode::ALL.into_iter().filter(|&mode| mode != Mode::Exact).collect();
    let rounding = (select(modes), select(vec![1, 100, 100_000]))
        .prop_map(|(mode, cents)| Rounding::new(mode, Amount::from_cents(cents)).unwrap());
    let terms = (changes(), changes(), btree_map(names(), amounts(), 0..3));
    (basis, rounding, vec(terms, 0..4)).prop_map(move |(basis, rounding, later)| {
        let numbers = i64::from(first.number()) + 1..;
        let terms = |(number, (index, volume_norm, mutations)): (i64, (_, _, BTreeMap<String, Amount>))| YearTerms {
            year: year(number),
            index,
            volume_norm,
            mutations: mutations.into_iter().map(|(name, amount)| Mutation { name, amount }).collect(),
        };
        LumpSumPlan { basis, first, rounding, later: numbers.zip(later).map(terms).collect() }
    })
}

fn corridors() -> impl Strategy<Value = Corridor> {
    let side = || {
        btree_map(percents(), percents(), 0..3)
            .prop_map(|all| all.into_iter().map(|(from, share)| Breakpoint { from, share }).collect::<Vec<_>>())
    };
    (side(), side()).prop_map(|(over, under)| Corridor::new(over, under).unwrap())
}

fn penalty() -> impl Strategy<Value = PenaltySection> {
    (names(), years(), percents(), 0..14_u8).prop_map(|(reason, year, percent, of)| PenaltySection {
        reason,
        year,
        percent,
        of: match of {
            0 => PenaltyBase::LumpSum,
            13 => PenaltyBase::Settled,
            month => PenaltyBase::MonthlyPart(Month::new(year, month).unwrap()),
        },
    })
}

fn volumes(
    source: String,
    products: &[ProductSection],
    contracts: &[ContractSection],
    parties: &[Municipality],
) -> impl Strategy<Value = Option<Volumes>> + use<> {
    let products: Vec<String> = products.iter().map(|product| product.id.clone()).collect();
    let providers = contracts.iter().flat_map(|one| one.subcontractors.iter().chain([&one.provider]));
    let providers: Vec<String> = providers.cloned().collect();
    let parties = parties.to_vec();
    let moment = prop_oneof![names(), select(vec!["volume", "begun", "party_"]).prop_map(String::from)];
    let moments = btree_set(moment, 0..4).prop_flat_map(apart);
    let all = (ids(), moments).prop_flat_map(move |(id, moments)| {
        let what = (select(parties.clone()), select(providers.clone()), select(products.clone()));
        let numbers = (option::of(names()), option::of(names()));
        let line = (numbers, what, days(), option::of(days()), any::<i64>(), vec(any::<i64>(), moments.len()));
        (Just(id), Just(moments), vec(line.prop_map(delivered), 1..6))
    });
    option::of(all.prop_map(move |(id, moments, lines)| Volumes {
        id,
        source: source.clone(),
        file: None,
        moments,
        lines,
    }))
}

type Numbers = (Option<String>, Option<String>);
type What = (Municipality, String, String);

fn delivered(
    ((number, credits), (municipality, provider, product), delivered, begun, volume, moments): (
        Numbers,
        What,
        Date,
        Option<Date>,
        i64,
        Vec<i64>,
    ),
) -> DeliveredLine {
    DeliveredLine {
        number,
        credits,
        municipality,
        provider,
        product,
        delivered,
        // What began on the day of delivery goes without saying.
        begun: begun.filter(|&day| day != delivered),
        volume,
        moments,
        line: None,
    }
}

/// Some of the names; `None` for all.
fn some(names: Vec<String>) -> impl Strategy<Value = Option<BTreeSet<String>>> {
    let most = names.len();
    option::of(subsequence(names, 1..=most).prop_map(|names| names.into_iter().collect()))
}

fn cases(
    products: &[ProductSection],
    contracts: &[ContractSection],
) -> impl Strategy<Value = Vec<CaseSection>> + use<> {
    let segments: BTreeSet<String> = products.iter().map(|product| product.segment.clone()).collect();
    let segments: Vec<String> = segments.into_iter().collect();
    let contracts: Vec<String> = contracts.iter().map(|contract| contract.id.clone()).collect();
    let times = || prop_oneof![Just(Ratio::ONE), ratios()];
    let leakage = (percents(), select(contracts.clone()), times(), times())
        .prop_map(|(share, to, tariff_times, cost_times)| LeakageSection { share, to, tariff_times, cost_times });
    let switch = (option::of(select(&Variant::ALL[..])), some(contracts), some(segments), option::of(leakage));
    let case = switch.prop_map(|(variant, contracts, segments, leakage)| CaseSection {
        id: String::new(),
        variant,
        contracts,
        segments,
        leakage,
    });
    let case = case.prop_filter("a case that says something", |case| case.variant.is_some() || case.leakage.is_some());
    vec(case, 0..3).prop_map(|cases| {
        let numbered = (0..).zip(cases);
        numbered.map(|(number, case): (u32, _)| CaseSection { id: format!("case-{number}"), ..case }).collect()
    })
}

fn shocks() -> impl Strategy<Value = Vec<ShockSection>> {
    let change = || prop_oneof![Just(Percent::ZERO), changes()];
    let shock = prop_oneof![
        change().prop_map(Shock::Volume),
        (change(), change()).prop_map(|(cost_price, tariff)| Shock::Price { cost_price, tariff }),
    ];
    vec(shock, 0..3).prop_map(|shocks| {
        let numbered = (0..).zip(shocks);
        numbered.map(|(number, shock): (u32, _)| ShockSection { id: format!("shock-{number}"), shock }).collect()
    })
}

fn administration() -> impl Strategy<Value = Administration> {
    let rates = (amounts(), amounts(), amounts(), amounts(), amounts());
    rates.prop_map(|(per_invoice_line, per_result, effort, output, task)| Administration {
        per_invoice_line,
        per_result,
        per_month: MonthlyRates { effort, output, task },
        months: 0,
    })
}
