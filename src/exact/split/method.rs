//! How a whole is divided: method, tie rule and unit.

use crate::error::{Error, Kind};
use crate::exact::split::divider::{Divider, Scratch};
use crate::exact::{Amount, Weights};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

/// Who gets the units that are left over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Method {
    /// Everyone gets the whole units of the exact share; the units left over go to the largest remainders
    /// (Hamilton; Dutch: *grootste resten*). Every part is within one unit of the exact share.
    #[default]
    LargestRemainder,
    /// Every running total is rounded (half up), a part is the difference of two running totals; every part and every
    /// running total is within one unit. Depends on the declared order, never ties.
    Cumulative,
    /// Everyone gets the whole units of the exact share; the first party with a weight takes all that is left.
    FirstTakesRest,
    /// As [`Method::FirstTakesRest`], with the last party that has a weight (Dutch: *sluitpost*).
    LastTakesRest,
    /// The divisor method that rounds at the half (Webster, Sainte-Laguë).
    Webster,
    /// The divisor method that rounds down (Jefferson, D'Hondt): the seats of the Dutch parliament.
    Jefferson,
    /// The divisor method that rounds up (Adams).
    Adams,
    /// The divisor method that rounds at the geometric mean (Huntington–Hill): the seats of the US House.
    HuntingtonHill,
}

impl Method {
    /// Every method, in the order in which they are documented.
    pub const ALL: [Method; 8] = [
        Method::LargestRemainder,
        Method::Cumulative,
        Method::FirstTakesRest,
        Method::LastTakesRest,
        Method::Webster,
        Method::Jefferson,
        Method::Adams,
        Method::HuntingtonHill,
    ];

    /// The name in files and on the command line: `largest-remainder`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Method::LargestRemainder => "largest-remainder",
            Method::Cumulative => "cumulative",
            Method::FirstTakesRest => "first-takes-rest",
            Method::LastTakesRest => "last-takes-rest",
            Method::Webster => "webster",
            Method::Jefferson => "jefferson",
            Method::Adams => "adams",
            Method::HuntingtonHill => "huntington-hill",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Who goes first when several parties have exactly the same claim to the last unit.
///
/// Ties are common: with 3/3/10/84, 25 of every 100 amounts tie between the two 3% lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum TieRule {
    /// The one that stands first in the declared order.
    #[default]
    First,
    /// The one that stands last in the declared order.
    Last,
    /// The one with the largest weight; of equal weights, the first.
    LargestWeight,
    /// Nobody: the tie is an error that lists who ties, so that a person decides.
    Refuse,
}

impl TieRule {
    /// Every tie rule, in the order in which they are documented.
    pub const ALL: [TieRule; 4] = [TieRule::First, TieRule::Last, TieRule::LargestWeight, TieRule::Refuse];

    /// The name in files and on the command line: `largest-weight`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TieRule::First => "first",
            TieRule::Last => "last",
            TieRule::LargestWeight => "largest-weight",
            TieRule::Refuse => "refuse",
        }
    }
}

impl fmt::Display for TieRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a whole is divided: by which method, with which tie rule, in which unit.
///
/// ```
/// use taakgericht::exact::{Amount, Split, Weights};
/// let weights = Weights::from_integers(&[1, 1, 1])?;
/// let parts = Split::default().divide(Amount::EURO, &weights)?;
/// assert_eq!(parts, [34, 33, 33].map(Amount::from_cents));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Split {
    method: Method,
    tie: TieRule,
    unit: Amount,
}

impl Default for Split {
    /// Largest remainder, ties to the first, in cents.
    fn default() -> Split {
        Split::new(Method::LargestRemainder)
    }
}

impl Split {
    /// A method, with ties to the first and in whole cents.
    #[must_use]
    pub const fn new(method: Method) -> Split {
        Split { method, tie: TieRule::First, unit: Amount::CENT }
    }

    /// The same with another tie rule.
    #[must_use]
    pub const fn tie(self, tie: TieRule) -> Split {
        Split { tie, ..self }
    }

    /// The same in another unit: parts are multiples of it, and the whole has to be one.
    ///
    /// # Errors
    /// `Unit` when the unit is zero or negative.
    pub fn unit(self, unit: Amount) -> Result<Split, Error> {
        if unit > Amount::ZERO {
            Ok(Split { unit, ..self })
        } else {
            Err(Error::new(Kind::Unit, format!("a unit of {unit}"), "a unit of at least 0.01"))
        }
    }

    /// The method.
    #[must_use]
    pub const fn method(self) -> Method {
        self.method
    }

    /// The tie rule.
    #[must_use]
    pub const fn tie_rule(self) -> TieRule {
        self.tie
    }

    /// The unit of the parts.
    #[must_use]
    pub const fn unit_amount(self) -> Amount {
        self.unit
    }

    /// Makes the weights ready for many wholes.
    ///
    /// # Errors
    /// `Overflow` when [`Method::HuntingtonHill`] gets weights that need more than 62 bits.
    pub fn prepare(self, weights: &Weights) -> Result<Divider, Error> {
        Divider::new(self, weights)
    }

    pub(crate) fn prepare_once(self, weights: &Weights) -> Result<Divider, Error> {
        Divider::once(self, weights)
    }

    /// Divides one whole; the parts stand in the order of the weights and add up to the whole.
    ///
    /// # Errors
    /// `Unit` when the whole is no multiple of the unit; `Tie` under [`TieRule::Refuse`]; `Overflow` as for
    /// [`Split::prepare`].
    pub fn divide(self, whole: Amount, weights: &Weights) -> Result<Vec<Amount>, Error> {
        let mut parts = vec![Amount::ZERO; weights.len()];
        self.prepare_once(weights)?.divide_into(whole, &mut parts, &mut Scratch::default())?;
        Ok(parts)
    }

    /// Divides a column of wholes by the same weights into one column per weight.
    ///
    /// # Errors
    /// As for [`Split::divide`], with the row; `Length` when a column of parts is missing or too short.
    pub fn divide_columns(
        self,
        wholes: &[Amount],
        weights: &Weights,
        parts: &mut [&mut [Amount]],
    ) -> Result<(), Error> {
        self.prepare(weights)?.divide_columns(wholes, parts)
    }
}
