//! Dividing with a floor and a ceiling per party.
//!
//! The exact parts are `clamp(t · weight, floor, ceiling)` with the one `t` for which they add up to the whole. Their sum
//! only bends where a party leaves its floor or reaches its ceiling; the sweep visits these bends in order and stops on
//! the stretch that holds the whole. There everyone is either on a bound or free, and the free parties divide what the
//! others leave by their weights. A free party's exact part lies between its bounds, which are whole units, so the units
//! next to it do too: placing by largest remainder stays within the bounds.

use crate::error::{Error, Kind, same_length};
use crate::exact::amount::money;
use crate::exact::split::divider::Scratch;
use crate::exact::split::method::{Method, Split};
use crate::exact::split::units::units_of;
use crate::exact::wide::compare_products;
use crate::exact::{Amount, Weights};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The least and the most that a party gets; `None` is no limit.
///
/// Dutch: *ondergrens*, *bovengrens*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The least.
    pub floor: Option<Amount>,
    /// The most.
    pub ceiling: Option<Amount>,
}

impl Bounds {
    /// The error for a floor above its ceiling.
    fn crossed(&self, position: usize) -> Option<Error> {
        let (floor, ceiling) = self.floor.zip(self.ceiling).filter(|(floor, ceiling)| floor > ceiling)?;
        let party = crate::error::POSITIONS;
        let found = format!("{party} has a floor of {floor} above its ceiling of {ceiling}");
        Some(Error::new(Kind::Bounds, found, "a floor at or below the ceiling").at_positions(vec![position]))
    }
}

impl Split {
    /// Divides a whole within bounds per party; the parts add up to the whole.
    ///
    /// Placing within whole-unit bounds is proved for largest remainders only, so that is the one method allowed.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Bounds, Split, Weights};
    /// let weights = Weights::from_integers(&[1, 1, 2])?;
    /// let at_most = |cents| Bounds { floor: None, ceiling: Some(Amount::from_cents(cents)) };
    /// let bounds = [Bounds::default(), Bounds::default(), at_most(40)];
    /// let parts = Split::default().divide_bounded(Amount::EURO, &weights, &bounds)?;
    /// assert_eq!(parts, [30, 30, 40].map(Amount::from_cents));
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Length` when there is not a pair of bounds per weight; `Bounds` when a floor is above its ceiling, when the floors
    /// are more or the ceilings less than the whole (with by how much), or with another method; `Unit` when the whole or a
    /// bound is no multiple of the unit; `Tie` under `TieRule::Refuse`; `Overflow` when what is left for the parties between
    /// their bounds is out of range.
    pub fn divide_bounded(self, whole: Amount, weights: &Weights, bounds: &[Bounds]) -> Result<Vec<Amount>, Error> {
        same_length("pair", bounds.len(), "weight", weights.len()).map_err(|error| error.within("bounds"))?;
        self.check_bounds(whole, bounds)?;
        let stretch = Sweep::new(whole, weights, bounds)?.find()?;
        let (mut parts, mut free) = (Vec::with_capacity(bounds.len()), Vec::new());
        for (position, side) in stretch.sides.iter().enumerate() {
            if *side == Side::Free {
                free.push(position);
            }
            parts.push(side.amount(&bounds[position]));
        }
        self.divide_among(&free, stretch.left, weights, &mut parts)?;
        Ok(parts)
    }

    /// Proves the input in the order of precedence of the kinds: first every unit, then the bounds.
    pub(crate) fn check_bounds(self, whole: Amount, bounds: &[Bounds]) -> Result<(), Error> {
        units_of("a whole", whole, self.unit_amount())?;
        for (position, Bounds { floor, ceiling }) in bounds.iter().enumerate() {
            for bound in floor.iter().chain(ceiling) {
                units_of("a bound", *bound, self.unit_amount())
                    .map_err(|error| error.within(format!("position {position}")))?;
            }
        }
        if self.method() != Method::LargestRemainder {
            let found = format!("bounds with the method {}", self.method());
            return Err(Error::new(Kind::Bounds, found, "the method largest-remainder")
                .advise("Of the other methods it is not proved that they place whole units within bounds."));
        }
        let party = bounds.iter().enumerate();
        let mut crossed = party.filter_map(|(position, bounds)| bounds.crossed(position));
        crossed.next().map_or(Ok(()), Err)
    }

    /// Divides what is left among the free parties and writes their parts.
    fn divide_among(self, free: &[usize], left: Amount, weights: &Weights, parts: &mut [Amount]) -> Result<(), Error> {
        let Some(free_weights) = weights.only(free) else {
            return Ok(());
        };
        let mut free_parts = vec![Amount::ZERO; free.len()];
        let divider = self.prepare_once(&free_weights)?;
        let divided = divider.divide_into(left, &mut free_parts, &mut Scratch::default());
        // A tie names positions among the free parties; the caller knows them by their own.
        divided.map_err(|error| {
            let positions = error.positions().iter().map(|&position| free[position]).collect();
            error.at_positions(positions)
        })?;
        for (&position, part) in free.iter().zip(free_parts) {
            parts[position] = part;
        }
        Ok(())
    }
}

/// Where a party stands on a stretch of the sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Floor,
    Free,
    Ceiling,
}

impl Side {
    /// What a party on a bound gets; a free party gets its part later.
    fn amount(self, bounds: &Bounds) -> Amount {
        match self {
            Side::Floor => bounds.floor.expect("only a party with a floor stands on it"),
            Side::Ceiling => bounds.ceiling.expect("only a party with a ceiling stands at it"),
            Side::Free => Amount::ZERO,
        }
    }
}

/// The `t` at which a party leaves its floor or reaches its ceiling: `bound / weight`.
#[derive(Clone, Copy, Debug)]
struct Bend {
    bound: i64,
    weight: i128,
    party: usize,
    to: Side,
}

impl Bend {
    fn order(&self, other: &Bend) -> Ordering {
        compare_signed(self.bound.into(), other.weight, other.bound.into(), self.weight)
    }
}

/// Compares `a · b` with `c · d`, where `b` and `d` are zero or more.
fn compare_signed(a: i128, b: i128, c: i128, d: i128) -> Ordering {
    if [a, b, c, d].iter().all(|&number| i64::try_from(number).is_ok()) {
        // Two numbers of 64 bits with a sign make a product of 127, so nothing wraps.
        return a.wrapping_mul(b).cmp(&c.wrapping_mul(d));
    }
    let signs = (a.signum().saturating_mul(b.signum())).cmp(&c.signum().saturating_mul(d.signum()));
    let magnitudes = compare_products(a.unsigned_abs(), b.unsigned_abs(), c.unsigned_abs(), d.unsigned_abs());
    signs.then(if a < 0 { magnitudes.reverse() } else { magnitudes })
}

/// The sum of the parts as a function of `t`: `fixed + slope · t` between two bends.
struct Sweep {
    whole: i128,
    sides: Vec<Side>,
    bends: Vec<Bend>,
    fixed: i128,
    slope: i128,
}

/// The stretch on which the parts add up to the whole.
struct Stretch {
    sides: Vec<Side>,
    /// What the free parties divide.
    left: Amount,
}

impl Sweep {
    /// Starts at `t` = minus infinity: everyone with a floor is on it, everyone without is free.
    fn new(whole: Amount, weights: &Weights, bounds: &[Bounds]) -> Result<Sweep, Error> {
        let mut sweep = Sweep { whole: whole.cents().into(), sides: Vec::new(), bends: Vec::new(), fixed: 0, slope: 0 };
        for (party, (&weight, bounds)) in weights.scaled().iter().zip(bounds).enumerate() {
            let weight = i128::try_from(weight).map_err(|_| sums_too_large())?;
            let side = if weight == 0 { weightless_side(bounds) } else { sweep.add_bends(party, weight, bounds) };
            sweep.sides.push(side);
            let bound: i128 = side.amount(bounds).cents().into();
            let slope = if side == Side::Free { weight } else { 0 };
            sweep.move_by(bound, slope)?;
        }
        sweep.bends.sort_by(Bend::order);
        Ok(sweep)
    }

    /// Notes where a party bends; gives the side it starts on.
    fn add_bends(&mut self, party: usize, weight: i128, bounds: &Bounds) -> Side {
        let bend = |bound: Amount, to: Side| Bend { bound: bound.cents(), weight, party, to };
        self.bends.extend(bounds.floor.map(|floor| bend(floor, Side::Free)));
        self.bends.extend(bounds.ceiling.map(|ceiling| bend(ceiling, Side::Ceiling)));
        if bounds.floor.is_some() { Side::Floor } else { Side::Free }
    }

    fn move_by(&mut self, fixed: i128, slope: i128) -> Result<(), Error> {
        self.fixed = self.fixed.checked_add(fixed).ok_or_else(sums_too_large)?;
        self.slope = self.slope.checked_add(slope).ok_or_else(sums_too_large)?;
        Ok(())
    }

    /// Walks over the bends to the stretch that holds the whole.
    fn find(mut self) -> Result<Stretch, Error> {
        if self.slope == 0 && self.fixed > self.whole {
            return Err(infeasible("floors", self.fixed, self.whole));
        }
        let bends = core::mem::take(&mut self.bends);
        for bend in &bends {
            if self.reaches_whole_before(bend)? {
                return self.stretch();
            }
            match bend.to {
                // Leaving the floor: what was fixed now grows with t.
                Side::Free => self.move_by(opposite(bend.bound.into()), bend.weight)?,
                Side::Floor | Side::Ceiling => self.move_by(bend.bound.into(), opposite(bend.weight))?,
            }
            self.sides[bend.party] = bend.to;
        }
        if self.slope == 0 && self.fixed < self.whole {
            return Err(infeasible("ceilings", self.fixed, self.whole));
        }
        self.stretch()
    }

    /// Whether the sum at this bend is the whole or more: `slope · bound / weight >= whole - fixed`.
    fn reaches_whole_before(&self, bend: &Bend) -> Result<bool, Error> {
        let missing = self.whole.checked_sub(self.fixed).ok_or_else(sums_too_large)?;
        Ok(compare_signed(bend.bound.into(), self.slope, missing, bend.weight) != Ordering::Less)
    }

    fn stretch(self) -> Result<Stretch, Error> {
        let left = self.whole.checked_sub(self.fixed).ok_or_else(sums_too_large)?;
        Ok(Stretch { sides: self.sides, left: Amount::from_wide(left, "rest that the free parties divide")? })
    }
}

/// A party without weight gets nothing, or the bound that is nearest to nothing.
fn weightless_side(bounds: &Bounds) -> Side {
    if bounds.floor.is_some_and(|floor| floor > Amount::ZERO) {
        Side::Floor
    } else if bounds.ceiling.is_some_and(|ceiling| ceiling < Amount::ZERO) {
        Side::Ceiling
    } else {
        Side::Free
    }
}

fn opposite(number: i128) -> i128 {
    number.checked_neg().expect("a bound has 64 bits, and a weight 127 without a sign")
}

fn infeasible(which: &str, bounds: i128, whole: i128) -> Error {
    let too = if bounds > whole { "much" } else { "little" };
    let by = i128::try_from(bounds.abs_diff(whole)).expect("fewer than 2^60 bounds of 64 bits");
    Error::new(
        Kind::Bounds,
        format!("{which} that add up to {}, {} too {too}", money(bounds), money(by)),
        format!("{which} that leave room for the whole of {}", money(whole)),
    )
}

fn sums_too_large() -> Error {
    Error::overflow("sum of the bounds or the weights", "sums of at most 127 bits")
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Split};
    use crate::exact::{Amount, Method, TieRule, Weights};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    /// A floor and a ceiling in cents.
    type Pair = (Option<i64>, Option<i64>);
    /// The whole, the weights, the bounds and the parts.
    type Case<'a> = (i64, &'a [i64], &'a [Pair], &'a [i64]);

    fn bounds(pairs: &[Pair]) -> Vec<Bounds> {
        let amount = |cents: Option<i64>| cents.map(Amount::from_cents);
        pairs.iter().map(|&(floor, ceiling)| Bounds { floor: amount(floor), ceiling: amount(ceiling) }).collect()
    }

    #[test]
    fn parts_stay_within_their_bounds() {
        let free = (None, None);
        let cases: &[Case<'_>] = &[
            (100, &[1, 1, 2], &[free, free, (None, Some(40))], &[30, 30, 40]),
            (100, &[1, 1, 2], &[(Some(30), None), free, free], &[30, 23, 47]), // 70 by 1:2 is 23 1/3 and 46 2/3
            (100, &[1, 1, 2], &[(Some(60), None), (None, Some(5)), free], &[60, 5, 35]),
            (100, &[0, 1], &[(Some(10), None), free], &[10, 90]), // no weight, but a floor
            (100, &[0, 1], &[free, free], &[0, 100]),
            (-100, &[1, 1, 2], &[free, free, (Some(-40), None)], &[-30, -30, -40]), // mirrors the first case
            (0, &[1, 1], &[(Some(10), None), free], &[10, -10]),
            (100, &[1, 1], &[(Some(50), Some(50)), (Some(50), Some(50))], &[50, 50]),
            (7, &[1, 1], &[(Some(0), Some(3)), free], &[3, 4]),
        ];
        for &(whole, weights, pairs, expected) in cases {
            let weights = Weights::from_integers(weights).unwrap();
            let parts = Split::default().divide_bounded(Amount::from_cents(whole), &weights, &bounds(pairs)).unwrap();
            let cents: Vec<i64> = parts.iter().map(|part| part.cents()).collect();
            assert_eq!(cents, expected, "{whole} by {weights:?} within {pairs:?}");
        }
    }

    #[test]
    fn bounds_that_leave_no_division_are_errors() {
        let weights = Weights::from_integers(&[1, 1]).unwrap();
        let error = |split: Split, pairs: &[Pair]| {
            split.divide_bounded(Amount::EURO, &weights, &bounds(pairs)).unwrap_err().to_string()
        };
        let (split, free) = (Split::default(), (None, None));
        assert_eq!(
            error(split, &[(Some(60), None), (Some(45), None)]),
            "floors that add up to 1.05, 0.05 too much, expected floors that leave room for the whole of 1.00."
        );
        assert_eq!(
            error(split, &[(None, Some(60)), (None, Some(30))]),
            "ceilings that add up to 0.90, 0.10 too little, expected ceilings that leave room for the whole of 1.00."
        );
        assert_eq!(
            error(split, &[free, (Some(2), Some(1))]),
            "position 1 has a floor of 0.02 above its ceiling of 0.01, expected a floor at or below the ceiling."
        );
        assert_eq!(
            error(Split::new(Method::Adams), &[free, free]),
            "bounds with the method adams, expected the method largest-remainder.\n  \
             Of the other methods it is not proved that they place whole units within bounds."
        );
        assert_eq!(error(split, &[free]), "bounds: 1 pair, expected 2, one for each weight.");
        assert_eq!(
            error(split.unit(Amount::EURO).unwrap(), &[free, (Some(150), None)]),
            "position 1: a bound of 1.50, expected a multiple of the unit 1.00.\n  \
             Divide in a smaller unit, or round at a named step first."
        );
    }

    #[test]
    fn a_tie_names_the_parties_and_not_the_free_ones() {
        let weights = Weights::from_integers(&[5, 1, 1]).unwrap();
        let pairs = bounds(&[(None, Some(3)), (None, None), (None, None)]);
        let tie = Split::default().tie(TieRule::Refuse).divide_bounded(Amount::from_cents(10), &weights, &pairs);
        assert_eq!(tie.unwrap_err().positions(), [1, 2]);
    }
}
