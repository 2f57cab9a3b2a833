//! Exact shares and their cents by definition: slow, in any kind of exact number, and from the formulas alone.
//!
//! Member g contributes c, its own clients cost a, its key weight is k; A and K are the sums. Source:
//! `SOURCES.md#solidarity`.

use super::world::{Terms, WHOLE, Weight, World, Year};
use num_bigint::BigInt;
use num_rational::{BigRational, Rational64};
use num_traits::Signed;
use taakgericht::exact::{Residual, TieRule};
use taakgericht::pool::Netting;

/// Exact numbers.
pub(crate) trait Exact: Signed + PartialOrd + Clone + std::iter::Sum + std::fmt::Debug {
    fn fraction(above: i64, below: i64) -> Self;
    fn whole_below(&self) -> Self;

    fn of(number: i64) -> Self {
        Self::fraction(number, 1)
    }

    fn at_most(self, other: Self) -> Self {
        if self > other { other } else { self }
    }

    fn at_least(self, other: Self) -> Self {
        if self < other { other } else { self }
    }
}

impl Exact for BigRational {
    fn fraction(above: i64, below: i64) -> BigRational {
        BigRational::new(BigInt::from(above), BigInt::from(below))
    }

    fn whole_below(&self) -> BigRational {
        self.floor()
    }
}

impl Exact for Rational64 {
    fn fraction(above: i64, below: i64) -> Rational64 {
        Rational64::new(above, below)
    }

    fn whole_below(&self) -> Rational64 {
        self.floor()
    }
}

/// A member or a sub-pool, as a pool sees it.
#[derive(Clone)]
struct Party<N> {
    cost: N,
    contribution: N,
    clients: Vec<N>,
    /// k/K
    share: N,
    underspend_share: N,
}

/// What a pool makes of its parties.
struct Shared<N> {
    borne: Vec<N>,
    pots: Vec<N>,
}

fn sum<N: Exact, T>(list: &[T], of: impl Fn(&T) -> N) -> N {
    list.iter().map(of).sum()
}

fn shared<N: Exact>(terms: Terms, levy: i64, parties: &[Party<N>]) -> Shared<N> {
    let by_key = |party: &Party<N>| party.share.clone();
    let total_cost = sum(parties, |party| party.cost.clone());
    let share = |thousandths: i64| N::fraction(thousandths, WHOLE);
    let each = |of: &dyn Fn(&Party<N>) -> N| parties.iter().map(of).collect::<Vec<N>>();
    let mut shared = match terms {
        Terms::ActualUse => Shared { borne: each(&|party| party.cost.clone()), pots: vec![] },
        Terms::Insurance => {
            Shared { borne: each(&|party| total_cost.clone() * by_key(party)), pots: vec![total_cost.clone()] }
        }
        Terms::Blend(pooled) => {
            // (1−α)·a + α·A·k/K
            let pot = share(pooled) * total_cost.clone();
            let borne = each(&|party| (N::one() - share(pooled)) * party.cost.clone() + pot.clone() * by_key(party));
            Shared { borne, pots: vec![pot] }
        }
        Terms::Corridor(band, netting) => {
            // d = a − c; own = clamp(d, −b·c, +b·c); the rest is pooled: p = c + own + (Σrest)·k/K
            let own = |party: &Party<N>| {
                let border = share(band) * party.contribution.clone();
                (party.cost.clone() - party.contribution.clone()).at_least(-border.clone()).at_most(border)
            };
            let kept = |party: &Party<N>| party.contribution.clone() + own(party);
            let rest = |party: &Party<N>| party.cost.clone() - kept(party);
            let over = |party: &Party<N>| rest(party).at_least(N::zero());
            let under = |party: &Party<N>| rest(party).at_most(N::zero());
            let (overspends, underspends) = (sum(parties, over), sum(parties, under));
            match netting {
                Netting::Netted => {
                    let pot = sum(parties, rest);
                    Shared { borne: each(&|party| kept(party) + pot.clone() * by_key(party)), pots: vec![pot] }
                }
                Netting::EachSide => {
                    let back = |party: &Party<N>| underspends.clone() * party.underspend_share.clone();
                    let borne = each(&|party| kept(party) + overspends.clone() * by_key(party) + back(party));
                    Shared { borne, pots: vec![overspends.clone(), underspends.clone()] }
                }
                Netting::OverspendsOnly => {
                    let borne = each(&|party| kept(party) + under(party) + overspends.clone() * by_key(party));
                    Shared { borne, pots: vec![overspends.clone()] }
                }
            }
        }
        Terms::StopLoss { threshold, ceded, ceiling } => {
            // ceded = σ·max(0, min(x, L) − T); p = a − Σceded + (Σceded)·k/K
            let of_client = |client: &N| {
                let capped = ceiling.map_or(client.clone(), |ceiling| client.clone().at_most(N::of(ceiling)));
                share(ceded) * (capped - N::of(threshold)).at_least(N::zero())
            };
            let of_party = |party: &Party<N>| sum(&party.clients, of_client);
            let pot = sum(parties, of_party);
            let borne = each(&|party| party.cost.clone() - of_party(party) + pot.clone() * by_key(party));
            Shared { borne, pots: vec![pot] }
        }
    };
    if levy != 0 {
        for (borne, party) in shared.borne.iter_mut().zip(parties) {
            *borne = borne.clone() + N::of(levy) * by_key(party);
        }
        shared.pots.push(N::of(levy));
    }
    shared
}

/// A pool settled by definition, with the pools within it.
pub(crate) struct Definition<N> {
    /// What each member bears in all, in the order of the members.
    pub(crate) exact: Vec<N>,
    /// The pots of this pool.
    pub(crate) pots: Vec<N>,
    /// The same in whole cents; nothing where a person has to decide between ties.
    pub(crate) placed: Option<Vec<N>>,
    pub(crate) inner: Vec<Definition<N>>,
}

impl<N: Exact> Definition<N> {
    /// Whether all ties are decided, in the pool and in all within it.
    pub(crate) fn decided(&self) -> bool {
        self.placed.is_some() && self.inner.iter().all(Definition::decided)
    }
}

pub(crate) fn define<N: Exact>(world: &World, years: &[Year]) -> Definition<N> {
    let inner: Vec<Definition<N>> = world.inner.iter().map(|inner| define(inner, years)).collect();
    let direct: Vec<usize> = world.members.iter().copied().filter(|member| !in_sub_pool(world, *member)).collect();
    let mut groups: Vec<Vec<usize>> = direct.iter().map(|&member| vec![member]).collect();
    groups.extend(world.inner.iter().map(|inner| inner.members.clone()));
    let total = |key: &[Weight]| sum(key, |&(above, below)| N::fraction(above, below));
    let totals = (total(&world.key), total(world.underspend_key.as_ref().unwrap_or(&world.key)));
    let parties: Vec<Party<N>> = groups.iter().map(|group| party(world, years, group, &totals)).collect();
    let Shared { borne, pots } = shared(world.terms, world.levy, &parties);
    let mut all: Vec<(usize, N)> = Vec::new();
    for (&member, borne) in direct.iter().zip(&borne) {
        all.push((member, borne.clone() + N::of(world.shared_and_outside(&years[member]).1)));
    }
    let sub_pools = parties.iter().zip(&borne).skip(direct.len());
    for ((pool, first), (party, borne)) in world.inner.iter().zip(&inner).zip(sub_pools) {
        // T = what the sub-pool bears as a party less what it cost; each of its members takes T·k/K by its own key.
        let transfer = (borne.clone() - party.cost.clone()) / total(&pool.key);
        for ((&member, first), &(above, below)) in pool.members.iter().zip(&first.exact).zip(&pool.key) {
            all.push((member, first.clone() + transfer.clone() * N::fraction(above, below)));
        }
    }
    all.sort_by_key(|(member, _)| *member);
    let exact: Vec<N> = all.into_iter().map(|(_, borne)| borne).collect();
    Definition { placed: placed(&exact, world.residual, world.tie), exact, pots, inner }
}

fn in_sub_pool(world: &World, member: usize) -> bool {
    world.inner.iter().any(|inner| inner.members.contains(&member))
}

/// Members added up.
fn party<N: Exact>(world: &World, years: &[Year], group: &[usize], totals: &(N, N)) -> Party<N> {
    let weight = |key: &[Weight], member: &usize| {
        let (above, below) = key[world.members.iter().position(|other| other == member).unwrap()];
        N::fraction(above, below)
    };
    let underspends = world.underspend_key.as_ref().unwrap_or(&world.key);
    Party {
        cost: sum(group, |&member| N::of(world.shared_and_outside(&years[member]).0)),
        contribution: sum(group, |&member| N::of(years[member].contribution)),
        clients: group.iter().flat_map(|&member| &years[member].clients).map(|&client| N::of(client)).collect(),
        share: sum(group, |member| weight(&world.key, member)) / totals.0.clone(),
        underspend_share: sum(group, |member| weight(underspends, member)) / totals.1.clone(),
    }
}

/// Whole cents that add up to the exact shares; nothing where a person has to decide between ties.
pub(crate) fn placed<N: Exact>(exact: &[N], residual: Residual, tie: TieRule) -> Option<Vec<N>> {
    let whole = sum(exact, N::clone);
    if whole.is_negative() {
        let opposite: Vec<N> = exact.iter().map(|share| -share.clone()).collect();
        return Some(upwards(&opposite, residual, tie)?.into_iter().map(|cents| -cents).collect());
    }
    upwards(exact, residual, tie)
}

fn upwards<N: Exact>(exact: &[N], residual: Residual, tie: TieRule) -> Option<Vec<N>> {
    let mut cents: Vec<N> = exact.iter().map(N::whole_below).collect();
    let left = sum(exact, N::clone) - sum(&cents, N::clone);
    let has_amount = |share: &N| !share.is_zero();
    match residual {
        Residual::LargestRemainder => {
            let rests: Vec<N> = exact.iter().zip(&cents).map(|(share, floor)| share.clone() - floor.clone()).collect();
            let mut order = first_come(exact, tie);
            order.sort_by(|&one, &other| rests[other].partial_cmp(&rests[one]).unwrap()); // stable
            let units = (0..exact.len()).position(|units| N::of(i64::try_from(units).unwrap()) == left).unwrap();
            let undecided = units > 0 && rests[order[units - 1]] == rests[order[units]];
            if tie == TieRule::Refuse && undecided {
                return None;
            }
            order.iter().take(units).for_each(|&position| cents[position] = cents[position].clone() + N::one());
        }
        Residual::Cumulative => {
            let (mut running, mut before) = (N::zero(), N::zero());
            for (share, cents) in exact.iter().zip(&mut cents) {
                running = running + share.clone();
                let total = half_away_from_zero(&running);
                *cents = total.clone() - before;
                before = total;
            }
        }
        Residual::First => give(&mut cents, exact.iter().position(has_amount), left),
        Residual::Last => give(&mut cents, exact.iter().rposition(has_amount), left),
    }
    Some(cents)
}

fn give<N: Exact>(cents: &mut [N], taker: Option<usize>, left: N) {
    if let Some(taker) = taker {
        cents[taker] = cents[taker].clone() + left;
    }
}

/// Who goes first among equals.
fn first_come<N: Exact>(exact: &[N], tie: TieRule) -> Vec<usize> {
    let mut order: Vec<usize> = (0..exact.len()).collect();
    match tie {
        TieRule::First | TieRule::Refuse => {}
        TieRule::Last => order.reverse(),
        TieRule::LargestWeight => order.sort_by(|&one, &other| exact[other].partial_cmp(&exact[one]).unwrap()),
    }
    order
}

fn half_away_from_zero<N: Exact>(share: &N) -> N {
    let rounded = (share.abs() + N::fraction(1, 2)).whole_below();
    if share.is_negative() { -rounded } else { rounded }
}
