//! The sharing models: how the cost of a pool is shared between those who made it and all together.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Percent};
use alloc::format;

/// How a pool shares its cost. Member g has cost a, contribution c and key weight k; A and K are the sums.
///
/// Dutch: *solidariteitsmodel*. Source: `SOURCES.md#solidarity`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
pub enum Model {
    /// Everyone bears the cost of the own clients: a. Dutch: *profijtbeginsel*, *nacalculatie*.
    ActualUse,
    /// Everyone bears a share of all cost by the key, whatever the own use: A·k/K. Dutch: *verzekeringsmodel*.
    Insurance,
    /// Part of every cost is pooled: (1−α)·a + α·A·k/K. Dutch: *mengvorm*.
    Blend {
        /// The part that is pooled, α: from 0% (actual use) to 100% (insurance).
        pooled: Percent,
    },
    /// A deviation from the contribution is one's own within a band, and pooled beyond it. Dutch: *bandbreedte*.
    Corridor(Corridor),
    /// What single clients cost above a threshold is pooled. Dutch: *stop-loss*, *hoge-kostenregeling*.
    StopLoss(StopLoss),
}

/// The terms of a corridor around each contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Corridor {
    /// The deviation that everyone bears or keeps, as a share of the own contribution.
    pub band: Percent,
    /// Whether underspends pay for overspends. A declared choice: netting needs a mandate.
    pub netting: Netting,
}

/// What happens to deviations beyond the band of a corridor.
///
/// Dutch: *saldering*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Netting {
    /// One pot: underspends pay for overspends first, and what is left is divided by the key.
    Netted,
    /// Two pots, each divided by its own key: overspends are borne, underspends are given back.
    EachSide,
    /// One pot of overspends; whoever underspends beyond the band keeps that.
    OverspendsOnly,
}

/// The terms of a stop-loss; the caller spells out every field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StopLoss {
    /// What a client costs up to here is borne by the own municipality.
    pub threshold_per_client: Amount,
    /// The share that is ceded to the pool of what a client costs above the threshold.
    pub ceded_share: Percent,
    /// What a client costs above this is borne by the own municipality again; `None` for no such limit.
    pub ceiling_per_client: Option<Amount>,
}

/// The cost of a client in layers, which add up to it.
///
/// Dutch: *lagen*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// Up to the threshold, and all of a credit.
    pub below: Amount,
    /// Between the threshold and the ceiling: of this a share is ceded.
    pub between: Amount,
    /// Above the ceiling.
    pub above: Amount,
}

impl Netting {
    /// Every choice, in the order in which they are documented.
    pub const ALL: [Netting; 3] = [Netting::Netted, Netting::EachSide, Netting::OverspendsOnly];

    /// The name in files and on the command line: `overspends-only`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Netting::Netted => "netted",
            Netting::EachSide => "each-side",
            Netting::OverspendsOnly => "overspends-only",
        }
    }
}

impl Model {
    /// The name in files and on the command line: `actual-use`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Model::ActualUse => "actual-use",
            Model::Insurance => "insurance",
            Model::Blend { .. } => "blend",
            Model::Corridor(_) => "corridor",
            Model::StopLoss(_) => "stop-loss",
        }
    }

    /// Proves that the terms are within their ranges.
    ///
    /// # Errors
    /// `OutOfRange` for a pooled or ceded share outside 0% to 100%, a band below 0%, a threshold below zero, a ceiling
    /// below the threshold.
    pub fn prove(&self) -> Result<(), Error> {
        match self {
            Model::ActualUse | Model::Insurance => Ok(()),
            Model::Blend { pooled } => prove_share("pooled share", *pooled),
            Model::Corridor(corridor) => corridor.prove(),
            Model::StopLoss(terms) => terms.prove(),
        }
    }
}

impl Corridor {
    fn prove(self) -> Result<(), Error> {
        if self.band >= Percent::ZERO {
            return Ok(());
        }
        Err(Error::new(Kind::OutOfRange, format!("a band of {}", self.band), "a band of 0% or more"))
    }
}

impl StopLoss {
    fn prove(self) -> Result<(), Error> {
        prove_share("ceded share", self.ceded_share)?;
        let threshold = self.threshold_per_client;
        if threshold < Amount::ZERO {
            return Err(Error::new(
                Kind::OutOfRange,
                format!("a threshold of {threshold}"),
                "a threshold of 0 or more",
            ));
        }
        match self.ceiling_per_client {
            Some(ceiling) if ceiling < threshold => {
                let found = format!("a ceiling of {ceiling} below the threshold of {threshold}");
                Err(Error::new(Kind::OutOfRange, found, "a ceiling that is not below the threshold"))
            }
            _ => Ok(()),
        }
    }

    /// Divides the cost of a client into layers. A credit (a cost below zero) stays with the own municipality.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Percent};
    /// use taakgericht::pool::StopLoss;
    /// let euros = |euros| Amount::from_euros(euros);
    /// let terms = StopLoss {
    ///     threshold_per_client: euros(100_000)?,
    ///     ceded_share: Percent::parse("80")?,
    ///     ceiling_per_client: Some(euros(300_000)?),
    /// };
    /// let layers = terms.layers(euros(310_000)?);
    /// assert_eq!([layers.below, layers.between, layers.above], [euros(100_000)?, euros(200_000)?, euros(10_000)?]);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    #[must_use]
    pub fn layers(&self, cost: Amount) -> Layers {
        let threshold = self.threshold_per_client;
        let below = cost.min(threshold);
        let capped = self.ceiling_per_client.map_or(cost, |ceiling| cost.min(ceiling)).max(threshold);
        let less = |one: Amount, other: Amount| {
            Amount::from_cents(one.cents().saturating_sub(other.cents())) // both at least the threshold, so 0 to MAX
        };
        Layers { below, between: less(capped, threshold), above: less(cost.max(capped), capped) }
    }
}

fn prove_share(what: &str, share: Percent) -> Result<(), Error> {
    if (Percent::ZERO..=Percent::WHOLE).contains(&share) {
        return Ok(());
    }
    Err(Error::new(Kind::OutOfRange, format!("a {what} of {share}"), "a share from 0% to 100%"))
}
