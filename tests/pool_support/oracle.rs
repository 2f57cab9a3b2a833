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
    weight: N,
    underspend_weight: N,
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
    let total_weight = sum(parties, |party| party.weight.clone());
    let total_underspend_weight = sum(parties, |party| party.underspend_weight.clone());
    let by_key = |party: &Party<N>| party.weight.clone() / total_weight.clone();
    let by_underspend_key = |party: &Party<N>| party.underspend_weight.clone() / total_underspend_weight.clone();
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
                    let back = |party: &Party<N>| underspends.clone() * by_underspend_key(party);
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

/// What each member bears in all, in the order of the members, and the pots of the outermost pool.
pub(crate) fn exact_shares<N: Exact>(world: &World, years: &[Year]) -> (Vec<N>, Vec<N>) {
    let direct: Vec<usize> = world.members.iter().copied().filter(|member| !in_sub_pool(world, *member)).collect();
    let mut groups: Vec<Vec<usize>> = direct.iter().map(|&member| vec![member]).collect();
    groups.extend(world.inner.iter().map(|inner| inner.members.clone()));
    let parties: Vec<Party<N>> = groups.iter().map(|group| party(world, years, group)).collect();
    let shared = shared(world.terms, world.levy, &parties);
    let mut all: Vec<(usize, N)> = Vec::new();
    for (&member, borne) in direct.iter().zip(&shared.borne) {
        all.push((member, borne.clone() + N::of(world.shared_and_outside(&years[member]).1)));
    }
    let sub_pools = parties.iter().zip(&shared.borne).skip(direct.len());
    for (inner, (party, borne)) in world.inner.iter().zip(sub_pools) {
        // T = what the sub-pool bears as a party less what it cost; each of its members takes T·k/K by its own key.
        let transfer = borne.clone() - party.cost.clone();
        let weights: Vec<N> = inner.key.iter().map(|&(above, below)| N::fraction(above, below)).collect();
        let total = sum(&weights, N::clone);
        let (first, _) = exact_shares::<N>(inner, years);
        for ((&member, first), weight) in inner.members.iter().zip(first).zip(weights) {
            all.push((member, first + transfer.clone() * weight / total.clone()));
        }
    }
    all.sort_by_key(|(member, _)| *member);
    (all.into_iter().map(|(_, borne)| borne).collect(), shared.pots)
}

fn in_sub_pool(world: &World, member: usize) -> bool {
    world.inner.iter().any(|inner| inner.members.contains(&member))
}

/// Members added up.
fn party<N: Exact>(world: &World, years: &[Year], group: &[usize]) -> Party<N> {
    let weight = |key: &[Weight], member: &usize| {
        let (above, below) = key[world.members.iter().position(|other| other == member).unwrap()];
        N::fraction(above, below)
    };
    let underspends = world.underspend_key.as_ref().unwrap_or(&world.key);
    Party {
        cost: sum(group, |&member| N::of(world.shared_and_outside(&years[member]).0)),
        contribution: sum(group, |&member| N::of(years[member].contribution)),
        clients: group.iter().flat_map(|&member| &years[member].clients).map(|&client| N::of(client)).collect(),
        weight: sum(group, |member| weight(&world.key, member)),
        underspend_weight: sum(group, |member| weight(underspends, member)),
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
            let rest = |position: usize| exact[position].clone() - exact[position].whole_below();
            let mut order = first_come(exact, tie);
            order.sort_by(|&one, &other| rest(other).partial_cmp(&rest(one)).unwrap()); // stable
            let units = (0..exact.len()).position(|units| N::of(i64::try_from(units).unwrap()) == left).unwrap();
            let undecided = units > 0 && rest(order[units - 1]) == rest(order[units]);
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
