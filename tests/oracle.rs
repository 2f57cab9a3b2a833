//! 120,000 random splits against an oracle in numbers of arbitrary size.
//!
//! Every method, tie rule and unit; 1 to 400 parties; weights from single digits to sums of 127 bits, given as integers,
//! decimals and fractions; wholes over the whole range of an amount; and near-ties, where two remainders of more than 28
//! digits differ by one.
//!
//! Largest remainders, running totals and rests are computed by definition. A divisor method cannot hand out 2^63 seats
//! one by one, so its outcome is proved instead: no seat that was given has a weaker claim than one that was not.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test computes what it expects freely, and may panic"
)]

mod support;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rust_decimal::Decimal;
use std::cmp::{Ordering, Reverse};
use support::priority;
use taakgericht::Kind;
use taakgericht::exact::{Amount, Method, Ratio, Split, TieRule, Weights};

/// Weights as the crate proved them, and as whole numbers in the same proportion.
struct World {
    proved: Weights,
    exact: Vec<BigInt>,
    /// The whole at which these weights nearly tie.
    near_tie: Option<i64>,
}

/// Random numbers from a fixed seed.
struct Random(TestRng);

impl Random {
    fn new(seed: u8) -> Random {
        Random(TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0.next_u64() % limit
    }

    /// A number of up to so many bits, of every size.
    fn bits(&mut self, most: u32) -> u128 {
        let wide = u128::from(self.0.next_u64()) << 64 | u128::from(self.0.next_u64());
        let size = 1 + self.below(u64::from(most)) as u32;
        wide >> (128 - size)
    }

    /// A number of exactly so many bits.
    fn sized(&mut self, size: u32) -> u128 {
        self.bits(size) | 1 << (size - 1)
    }

    fn whole(&mut self) -> i64 {
        match self.below(16) {
            0 => i64::MIN,
            1 => i64::MAX,
            2 => 0,
            3 => self.below(2000) as i64 - 1000,
            _ => {
                let magnitude = self.bits(63) as i64;
                if self.below(2) == 0 { magnitude } else { -magnitude }
            }
        }
    }

    /// 1 to 400 parties, more often few.
    fn parties(&mut self) -> usize {
        let most = 400 >> self.below(9);
        1 + self.below(most) as usize
    }

    fn world(&mut self) -> World {
        loop {
            let parties = self.parties();
            let world = match self.below(7) {
                0 => self.integers(parties, 4),
                1 => self.integers(parties, 20),
                2 => self.integers(parties, 63),
                3 => self.decimals(parties),
                4 => self.fractions(parties),
                5 => self.widest(parties),
                _ => self.near_tie(),
            };
            if let Some(world) = world {
                return world;
            }
        }
    }

    fn integers(&mut self, parties: usize, bits: u32) -> Option<World> {
        let weights: Vec<i64> = (0..parties).map(|_| self.bits(bits) as i64).collect();
        let exact = weights.iter().map(|&weight| weight.into()).collect();
        World::new(Weights::from_integers(&weights).ok()?, exact)
    }

    /// Up to 28 digits, at scales that lie at most two decimals apart.
    fn decimals(&mut self, parties: usize) -> Option<World> {
        let scale = self.below(27) as u32;
        let size = 1 + self.below(96) as u32;
        let mut decimal = || Decimal::from_i128_with_scale(self.bits(size) as i128, scale + self.below(3) as u32);
        let weights: Vec<Decimal> = (0..parties).map(|_| decimal()).collect();
        let at_28 = |weight: &Decimal| BigInt::from(weight.mantissa()) * BigInt::from(10).pow(28 - weight.scale());
        World::new(Weights::from_decimals(&weights).ok()?, weights.iter().map(at_28).collect())
    }

    /// Numerators of up to 96 bits over denominators that divide 720,720.
    fn fractions(&mut self, parties: usize) -> Option<World> {
        let size = 1 + self.below(96) as u32;
        let mut fraction = || Ratio::new(self.bits(size) as i128, self.below(16) as i128 + 1);
        let weights: Vec<Ratio> = (0..parties).map(|_| fraction()).collect::<Result<_, _>>().ok()?;
        let common = |weight: &Ratio| BigInt::from(weight.numerator()) * (720_720 / weight.denominator());
        World::new(Weights::from_ratios(&weights).ok()?, weights.iter().map(common).collect())
    }

    /// Weights whose sum has up to 127 bits, the most that is allowed.
    fn widest(&mut self, parties: usize) -> Option<World> {
        let each = 127 - usize::BITS + (parties - 1).leading_zeros();
        let weights: Vec<i128> = (0..parties).map(|_| self.sized(each) as i128).collect();
        World::from_wide(&weights)
    }

    /// Two parties whose remainders differ by one, at the cut: the first of 0.4 of the sum, or of a half where there are
    /// no others. Found from the remainders, by multiplying them by the inverse of the whole modulo the sum.
    fn near_tie(&mut self) -> Option<World> {
        let whole = (self.sized(62) | 1) as i64;
        let size = 94 + self.below(33) as u32;
        let sum = BigInt::from(self.sized(size) | 1);
        let inverse = BigInt::from(whole).modinv(&sum)?;
        let others = self.below(3);
        let rest = if others == 0 { (&sum - 1) / 2 } else { &sum * 2 / 5 + self.below(1000) };
        let pair = [&rest * &inverse % &sum, (&rest + 1) * &inverse % &sum];
        let mut left: BigInt = &sum - &pair[0] - &pair[1];
        let mut weights = pair.to_vec();
        for other in 0..others {
            let part = if other + 1 == others { left.clone() } else { &left / 100 };
            left -= &part;
            weights.push(part);
        }
        let weights: Option<Vec<i128>> = weights.iter().map(|weight| i128::try_from(weight).ok()).collect();
        let world = World::from_wide(&weights.filter(|weights| weights.iter().all(|&weight| weight >= 0))?)?;
        let negative = self.below(2) == 0;
        Some(World { near_tie: Some(if negative { -whole } else { whole }), ..world })
    }
}

impl World {
    fn new(proved: Weights, exact: Vec<BigInt>) -> Option<World> {
        Some(World { proved, exact, near_tie: None })
    }

    fn from_wide(weights: &[i128]) -> Option<World> {
        let whole_numbers: Vec<Ratio> =
            weights.iter().map(|&weight| Ratio::new(weight, 1)).collect::<Result<_, _>>().ok()?;
        World::new(Weights::from_ratios(&whole_numbers).ok()?, weights.iter().map(|&weight| weight.into()).collect())
    }

    fn sum(&self) -> BigInt {
        self.exact.iter().sum()
    }

    /// The sum after the weights are reduced to their smallest form.
    fn reduced_sum(&self) -> BigInt {
        let divisor = self.exact.iter().fold(BigInt::zero(), |divisor, weight| gcd(divisor, weight.clone()));
        self.sum() / divisor
    }
}

fn gcd(a: BigInt, b: BigInt) -> BigInt {
    if b.is_zero() { a } else { gcd(b.clone(), a % b) }
}

/// What the oracle expects: the parts, or the parties that tie.
type Expected = Result<Vec<BigInt>, Vec<usize>>;

/// The parties sorted by remainder; those in front get a unit each until the parts add up.
fn largest_remainders(whole: &BigInt, weights: &[BigInt], tie: TieRule) -> Expected {
    let sum: BigInt = weights.iter().sum();
    let exact = weights.iter().map(|weight| whole * weight);
    // All remainders are fractions of the same sum, so their numerators compare like the fractions.
    let (mut parts, rests): (Vec<BigInt>, Vec<BigInt>) = exact.map(|above| (&above / &sum, &above % &sum)).unzip();
    let left = usize::try_from(whole - parts.iter().sum::<BigInt>()).expect("less than one unit each");
    let mut queue = priority(tie, weights).unwrap_or_else(|| (0..weights.len()).collect());
    queue.sort_by_key(|&party| Reverse(&rests[party]));
    let cut = left.checked_sub(1).map(|last| &rests[queue[last]]);
    if tie == TieRule::Refuse && left > 0 && left < queue.len() && cut == Some(&rests[queue[left]]) {
        return Err((0..weights.len()).filter(|&party| Some(&rests[party]) == cut).collect());
    }
    queue.iter().take(left).for_each(|&party| parts[party] += 1);
    Ok(parts)
}

/// Differences of rounded running totals; a half goes up.
fn running_totals(whole: &BigInt, weights: &[BigInt]) -> Vec<BigInt> {
    let sum: BigInt = weights.iter().sum();
    let (mut running, mut before) = (BigInt::zero(), BigInt::zero());
    let mut next = |weight: &BigInt| {
        running += weight;
        let total = (2 * whole * &running + &sum) / (2 * &sum);
        let part = &total - &before;
        before = total;
        part
    };
    weights.iter().map(&mut next).collect()
}

/// Whole shares, and all that is left to one party.
fn rest_to(whole: &BigInt, weights: &[BigInt], taker: Option<usize>) -> Vec<BigInt> {
    let sum: BigInt = weights.iter().sum();
    let mut parts: Vec<BigInt> = weights.iter().map(|weight| whole * weight / &sum).collect();
    let left = whole - parts.iter().sum::<BigInt>();
    parts[taker.expect("someone has a weight")] += left;
    parts
}

/// A claim to one seat: weight over signpost, both squared where the signpost is a square root.
struct Claim {
    party: usize,
    measure: BigInt,
    signpost: BigInt,
}

impl Claim {
    fn new(method: Method, party: usize, weight: &BigInt, held: &BigInt) -> Claim {
        let (measure, signpost) = match method {
            Method::Jefferson => (weight.clone(), held + 1),
            Method::Webster => (weight.clone(), 2 * held + 1),
            Method::Adams => (weight.clone(), held.clone()),
            _ => (weight * weight, held * (held + 1)),
        };
        Claim { party, measure, signpost }
    }

    fn strength(&self, other: &Claim) -> Ordering {
        match (self.signpost.is_zero(), other.signpost.is_zero()) {
            (true, true) => self.measure.cmp(&other.measure),
            (false, false) => (&self.measure * &other.signpost).cmp(&(&other.measure * &self.signpost)),
            (first, _) => first.cmp(&!first),
        }
    }
}

/// Who holds the weakest seat that was given, and who has an equally strong claim that was not honoured.
struct Edge {
    winners: Vec<usize>,
    losers: Vec<usize>,
}

/// Proves that no given seat has a weaker claim than one that was not given.
fn edge(method: Method, weights: &[BigInt], parts: &[BigInt]) -> Edge {
    let weighty: Vec<usize> = (0..weights.len()).filter(|&party| !weights[party].is_zero()).collect();
    let claim = |party: usize, held: BigInt| Claim::new(method, party, &weights[party], &held);
    let holders = weighty.iter().filter(|&&party| parts[party].is_positive());
    let given: Vec<Claim> = holders.map(|&party| claim(party, &parts[party] - 1)).collect();
    let refused: Vec<Claim> = weighty.iter().map(|&party| claim(party, parts[party].clone())).collect();
    let Some(weakest) = given.iter().min_by(|a, b| a.strength(b)) else {
        return Edge { winners: Vec::new(), losers: Vec::new() };
    };
    let equal = |claims: &[Claim]| -> Vec<usize> {
        claims.iter().filter(|claim| claim.strength(weakest).is_eq()).map(|claim| claim.party).collect()
    };
    assert!(
        refused.iter().all(|claim| claim.strength(weakest).is_le()),
        "{method:?}: a stronger claim was passed over"
    );
    Edge { winners: equal(&given), losers: equal(&refused) }
}

/// Proves that the tie rule decided between equally strong claims.
fn assert_rule_decided(edge: &Edge, tie: TieRule, weights: &[BigInt], case: &str) {
    let Some(order) = priority(tie, weights) else {
        assert!(edge.losers.is_empty(), "{case}: {:?} tie and were not refused", edge.losers);
        return;
    };
    let mut ranks = vec![0; order.len()];
    order.iter().enumerate().for_each(|(rank, &party)| ranks[party] = rank);
    let last_winner = edge.winners.iter().map(|&party| ranks[party]).max();
    let first_loser = edge.losers.iter().map(|&party| ranks[party]).min();
    assert!(first_loser.is_none_or(|loser| last_winner < Some(loser)), "{case}: the tie rule was not followed");
}

/// One split with everything that decides it.
struct Case<'a> {
    world: &'a World,
    method: Method,
    tie: TieRule,
    unit: i64,
    units: i64,
}

impl Case<'_> {
    fn divide(&self, tie: TieRule) -> Result<Vec<BigInt>, taakgericht::Error> {
        let split = Split::new(self.method).tie(tie).unit(Amount::from_cents(self.unit))?;
        let parts = split.divide(Amount::from_cents(self.unit * self.units), &self.world.proved)?;
        // As units, and mirrored back: the oracle only knows positive wholes.
        let sign = self.units.signum();
        Ok(parts.iter().map(|part| BigInt::from(part.cents()) / self.unit * sign).collect())
    }

    fn name(&self) -> String {
        let (weights, whole) = (&self.world.exact, self.units);
        format!("{whole} units of {} by {weights:?}, {:?}, {:?}", self.unit, self.method, self.tie)
    }

    fn check(&self) {
        let (weights, whole) = (&self.world.exact, BigInt::from(self.units).abs());
        let weighty = |weight: &BigInt| !weight.is_zero();
        match self.method {
            Method::LargestRemainder => self.check_against(largest_remainders(&whole, weights, self.tie)),
            Method::Cumulative => self.check_against(Ok(running_totals(&whole, weights))),
            Method::FirstTakesRest => {
                self.check_against(Ok(rest_to(&whole, weights, weights.iter().position(weighty))))
            }
            Method::LastTakesRest => {
                self.check_against(Ok(rest_to(&whole, weights, weights.iter().rposition(weighty))))
            }
            Method::HuntingtonHill if self.world.reduced_sum() > BigInt::one() << 62 => {
                assert_eq!(self.divide(self.tie).unwrap_err().kind(), Kind::Overflow, "{}", self.name());
            }
            _ => self.check_seats(&whole),
        }
    }

    fn check_against(&self, expected: Expected) {
        match (self.divide(self.tie), expected) {
            (Ok(parts), Ok(expected)) => {
                assert!(parts == expected, "{}: {parts:?}, expected {expected:?}", self.name())
            }
            (Err(error), Err(tied)) => {
                assert_eq!((error.kind(), error.positions()), (Kind::Tie, &tied[..]), "{}", self.name());
            }
            (found, expected) => panic!("{}: {found:?}, expected {expected:?}", self.name()),
        }
    }

    fn check_seats(&self, whole: &BigInt) {
        let weights = &self.world.exact;
        match self.divide(self.tie) {
            Ok(parts) => {
                assert_eq!(parts.iter().sum::<BigInt>(), *whole, "{}", self.name());
                let nothing = |party: usize| !weights[party].is_zero() || parts[party].is_zero();
                assert!((0..parts.len()).all(nothing), "zero_weight_gets_zero: {}", self.name());
                assert_rule_decided(&edge(self.method, weights, &parts), self.tie, weights, &self.name());
            }
            Err(error) => {
                let decided = self.divide(TieRule::First).expect("the first rule decides");
                let Edge { mut winners, losers } = edge(self.method, weights, &decided);
                assert!(self.tie == TieRule::Refuse && !losers.is_empty(), "{}: {error}", self.name());
                winners.extend(losers);
                winners.sort_unstable();
                assert_eq!((error.kind(), error.positions()), (Kind::Tie, &winners[..]), "{}", self.name());
            }
        }
    }
}

/// Every method on `worlds` random worlds, each with its own whole; gives how many splits were checked.
fn check_worlds(seed: u8, worlds: usize) -> usize {
    let mut random = Random::new(seed);
    let mut checked = 0;
    for _ in 0..worlds {
        let world = random.world();
        for method in Method::ALL {
            let unit = [1, 1, 1, 60, 100, 100_000][random.below(6) as usize];
            let units = world.near_tie.unwrap_or_else(|| random.whole()) / unit;
            // A near-tie is one for its own whole only.
            let (unit, units) = world.near_tie.map_or((unit, units), |whole| (1, whole));
            let tie = TieRule::ALL[random.below(4) as usize];
            Case { world: &world, method, tie, unit, units }.check();
            checked += 1;
        }
    }
    checked
}

#[test]
fn sixty_thousand_random_splits() {
    assert_eq!(check_worlds(1, 7_500), 60_000);
}

#[test]
fn another_sixty_thousand_random_splits() {
    assert_eq!(check_worlds(2, 7_500), 60_000);
}

#[test]
fn near_ties_are_near() {
    let mut random = Random::new(3);
    let worlds: Vec<World> = (0..1000).filter_map(|_| random.near_tie()).collect();
    assert!(worlds.len() > 100, "only {} near-ties", worlds.len());
    for world in worlds {
        let (whole, sum) = (BigInt::from(world.near_tie.expect("it is one")).abs(), world.sum());
        let rests: Vec<BigInt> = world.exact.iter().map(|weight| &whole * weight % &sum).collect();
        assert_eq!(&rests[1] - &rests[0], BigInt::one());
        assert!(&whole * &world.exact[0].clone().max(world.exact[1].clone()) > BigInt::from(10).pow(28));
    }
}
