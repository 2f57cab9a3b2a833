//! One line of a waterfall: what it takes, and within which bounds.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent, Ratio, Unrounded};
use alloc::format;
use alloc::string::String;

/// Whether a line is a part of the budget or is only shown; the total is no line, but what runs through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Role {
    /// A part: all parts together are the whole.
    Part,
    /// Shown beside the parts, and never added to them (Dutch: *waarvan*, *pm-post*).
    Memo,
}

/// What a percentage is a percentage of.
///
/// Dutch: *grondslag*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Base {
    /// The whole budget that enters the waterfall.
    Whole,
    /// An earlier line, by its name.
    Line(String),
}

/// How much a line takes before its bounds are applied.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Rule {
    /// A share of a named base (Dutch: *percentage van de grondslag*).
    ShareOf(Base, Ratio),
    /// The same amount whatever the budget is (Dutch: *vast bedrag*).
    Fixed(Amount),
    /// A share of what the parts before it have left (Dutch: *percentage van het restant*).
    ShareOfRest(Ratio),
    /// All that the parts before it have left (Dutch: *restpost*). A shortage makes it negative, unless it has a floor.
    Residual,
}

/// One line of a waterfall.
///
/// ```
/// use taakgericht::budget::waterfall::Line;
/// use taakgericht::exact::{Amount, Percent};
/// let overhead = Line::percent("uitvoeringskosten", Percent::parse("3")?).floor(Amount::from_euros(25_000)?);
/// assert_eq!(overhead.name, "uitvoeringskosten");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Line {
    /// What the line is called; no two lines of a waterfall have one name.
    pub name: String,
    /// Part or memo.
    pub role: Role,
    /// How much it takes.
    pub rule: Rule,
    /// The least it takes, before placing in cents.
    pub floor: Option<Amount>,
    /// The most it takes, before placing in cents.
    pub ceiling: Option<Amount>,
}

impl Line {
    /// A part without bounds.
    #[must_use]
    pub fn new(name: impl Into<String>, rule: Rule) -> Line {
        Line { name: name.into(), role: Role::Part, rule, floor: None, ceiling: None }
    }

    /// A percentage of the whole budget.
    #[must_use]
    pub fn percent(name: impl Into<String>, percent: Percent) -> Line {
        Line::new(name, Rule::ShareOf(Base::Whole, percent.ratio()))
    }

    /// A percentage of an earlier line.
    #[must_use]
    pub fn percent_of(name: impl Into<String>, line: impl Into<String>, percent: Percent) -> Line {
        Line::new(name, Rule::ShareOf(Base::Line(line.into()), percent.ratio()))
    }

    /// A percentage of what is left.
    #[must_use]
    pub fn percent_of_rest(name: impl Into<String>, percent: Percent) -> Line {
        Line::new(name, Rule::ShareOfRest(percent.ratio()))
    }

    /// A fixed amount.
    #[must_use]
    pub fn fixed(name: impl Into<String>, amount: Amount) -> Line {
        Line::new(name, Rule::Fixed(amount))
    }

    /// All that is left.
    #[must_use]
    pub fn residual(name: impl Into<String>) -> Line {
        Line::new(name, Rule::Residual)
    }

    /// The same line with a least amount (Dutch: *minimum*).
    #[must_use]
    pub fn floor(mut self, floor: Amount) -> Line {
        self.floor = Some(floor);
        self
    }

    /// The same line with a most amount (Dutch: *maximum*).
    #[must_use]
    pub fn ceiling(mut self, ceiling: Amount) -> Line {
        self.ceiling = Some(ceiling);
        self
    }

    /// The same line, shown beside the parts.
    #[must_use]
    pub fn memo(mut self) -> Line {
        self.role = Role::Memo;
        self
    }

    /// Whether the line is a part.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.role == Role::Part
    }

    /// Whether half the budget gives half the line, and a negative budget the opposite line.
    pub(super) fn is_proportional(&self) -> bool {
        self.amounts().next().is_none()
    }

    /// The amounts of money that the line states: a fixed amount, a floor, a ceiling.
    pub(super) fn amounts(&self) -> impl Iterator<Item = Amount> {
        let fixed = match self.rule {
            Rule::Fixed(amount) => Some(amount),
            Rule::ShareOf(..) | Rule::ShareOfRest(_) | Rule::Residual => None,
        };
        fixed.into_iter().chain(self.floor).chain(self.ceiling)
    }

    /// What the line takes when its rule asks for `asked`.
    pub(super) fn within_bounds(&self, asked: Unrounded) -> Result<Bounded, Error> {
        let bounded = self.clamp(asked);
        match (&self.rule, bounded.bound) {
            (Rule::Residual, Some(bound)) => Err(self.residual_out_of_bounds(bound, asked, bounded.exact)),
            _ => Ok(bounded),
        }
    }

    fn clamp(&self, asked: Unrounded) -> Bounded {
        let at = |bound, exact| Bounded { exact, bound: Some(bound) };
        match (self.floor.map(Unrounded::from), self.ceiling.map(Unrounded::from)) {
            (Some(floor), _) if asked < floor => at(Bound::Floor, floor),
            (_, Some(ceiling)) if asked > ceiling => at(Bound::Ceiling, ceiling),
            _ => Bounded { exact: asked, bound: None },
        }
    }

    /// A residual cannot be clamped: what it would gain or lose has nowhere to come from or go to.
    fn residual_out_of_bounds(&self, bound: Bound, asked: Unrounded, limit: Unrounded) -> Error {
        let gap = match bound {
            Bound::Floor => limit.checked_sub(asked),
            Bound::Ceiling => asked.checked_sub(limit),
        };
        let by = gap.map_or_else(|_| String::new(), |gap| format!("{} ", super::euros(gap)));
        let (asked, limit) = (super::euros(asked), super::euros(limit));
        let (found, expected) = match bound {
            Bound::Floor => (format!("{asked} is left, {by}below the floor"), format!("at least {limit}")),
            Bound::Ceiling => (format!("{asked} is left, {by}above the ceiling"), format!("at most {limit}")),
        };
        Error::new(Kind::Bounds, found, expected)
            .advise("Change the lines before it, or its bound.")
            .within(format!("line \"{}\"", self.name))
    }
}

/// A bound that decided what a line takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Bound {
    /// The rule asked for less.
    Floor,
    /// The rule asked for more.
    Ceiling,
}

/// What a line takes, and the bound that decided it, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounded {
    pub(super) exact: Unrounded,
    pub(super) bound: Option<Bound>,
}
