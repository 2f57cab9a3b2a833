//! The three ways in use to correct a provisional index, in formulas.

use crate::error::Error;
use crate::exact::Ratio;

/// How this year's provisional rise c is corrected for last year's, which was provisionally p and definitively d.
///
/// The methods agree when nothing was corrected. There is no default: they differ by some hundredths of a percent.
/// Dutch: *correctie op de voorlopige indexatie*. Source: `SOURCES.md#vng-index-2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Method {
    /// Adds by how much the definitive level of last year exceeds the provisional one: c + (1+d)/(1+p) − 1.
    RatioCorrection,
    /// Adds the difference in percentage points: c + (d − p).
    LiteralDifference,
    /// From last year's definitive level to this year's, off the level that was paid: (1+c)·(1+d)/(1+p) − 1.
    FullCompounding,
}

/// Whether wages and prices are weighed before they are corrected or after. [`Method::LiteralDifference`] gives the same
/// either way; the others can differ by a hundredth of a percent.
///
/// Dutch: *weging vóór of na correctie*. Source: `SOURCES.md#exactness`, rule 2: a step declares its stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum CorrectionStage {
    /// The weighted figures are corrected.
    WeightedTotal,
    /// Wages and prices are corrected each on its own, and then weighed.
    EachFigure,
}

impl Method {
    /// Every method, in the order in which they are documented.
    pub const ALL: [Method; 3] = [Method::RatioCorrection, Method::LiteralDifference, Method::FullCompounding];

    /// The name in files and on the command line: `ratio-correction`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Method::RatioCorrection => "ratio-correction",
            Method::LiteralDifference => "literal-difference",
            Method::FullCompounding => "full-compounding",
        }
    }

    /// The rise, as a fraction, that takes tariffs of last year to this year; `last` is provisional and definitive.
    pub(super) fn corrected(self, provisional: Ratio, last: (Ratio, Ratio)) -> Result<Ratio, Error> {
        match self {
            Method::RatioCorrection => provisional.checked_add(level(last)?)?.checked_sub(Ratio::ONE),
            Method::LiteralDifference => provisional.checked_add(last.1.checked_sub(last.0)?),
            Method::FullCompounding => {
                Ratio::ONE.checked_add(provisional)?.checked_mul(level(last)?)?.checked_sub(Ratio::ONE)
            }
        }
    }
}

impl CorrectionStage {
    /// Both stages, in the order in which they are documented.
    pub const ALL: [CorrectionStage; 2] = [CorrectionStage::WeightedTotal, CorrectionStage::EachFigure];

    /// The name in files and on the command line: `weighted-total`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            CorrectionStage::WeightedTotal => "weighted-total",
            CorrectionStage::EachFigure => "each-figure",
        }
    }
}

/// (1+d)/(1+p): the definitive level over the provisional one, which is above zero.
fn level((provisional, definitive): (Ratio, Ratio)) -> Result<Ratio, Error> {
    Ratio::ONE.checked_add(definitive)?.checked_div(Ratio::ONE.checked_add(provisional)?)
}
