//! The words of the sections for solidarity pools.

use super::Term;
use crate::exact::Residual;
use crate::pool::{Netting, RoundKind};
use crate::scenario::SeriesQuantity;

/// Which model a section is of; its terms are keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum ModelWord {
    ActualUse,
    Insurance,
    Blend,
    Corridor,
    StopLoss,
}

/// Which basis a key section is of; what it goes by are keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum BasisWord {
    Measured,
    MeanOfSums,
    MeanOfShares,
    WeightedYears,
    Equal,
    Fixed,
}

impl Term for ModelWord {
    const TERMS: &'static [(ModelWord, &'static str, &'static str)] = &[
        (ModelWord::ActualUse, "actual-use", "everyone bears the own cost (Dutch: profijtbeginsel, nacalculatie)"),
        (ModelWord::Insurance, "insurance", "everyone bears a share of all cost by the key (Dutch: verzekeringsmodel)"),
        (ModelWord::Blend, "blend", "part of every cost is shared by the key, the rest is one's own (Dutch: mengvorm)"),
        (
            ModelWord::Corridor,
            "corridor",
            "a deviation from the contribution is one's own within a band, and shared beyond it (Dutch: bandbreedte)",
        ),
        (
            ModelWord::StopLoss,
            "stop-loss",
            "what single clients cost above a threshold is shared (Dutch: hoge-kostenregeling)",
        ),
    ];
}

impl Term for BasisWord {
    const TERMS: &'static [(BasisWord, &'static str, &'static str)] = &[
        (BasisWord::Measured, "measured", "what was counted or spent in the key year"),
        (
            BasisWord::MeanOfSums,
            "mean-of-sums",
            "the figures of several years added up: a year with much counts for more",
        ),
        (BasisWord::MeanOfShares, "mean-of-shares", "the mean of the shares in several years, every year alike"),
        (
            BasisWord::WeightedYears,
            "weighted-years",
            "the figures of several years, each year with a weight of its own",
        ),
        (BasisWord::Equal, "equal", "every member weighs the same"),
        (BasisWord::Fixed, "fixed", "weights that were agreed"),
    ];
}

impl Term for SeriesQuantity {
    const TERMS: &'static [(SeriesQuantity, &'static str, &'static str)] = &[
        (SeriesQuantity::Amount, "amount", "euros, at most cents"),
        (SeriesQuantity::Count, "count", "a whole number of youths, clients, inhabitants"),
    ];
}

impl Term for Netting {
    const TERMS: &'static [(Netting, &'static str, &'static str)] = &[
        (Netting::Netted, "netted", "underspends pay for overspends first, and what is left is shared"),
        (Netting::EachSide, "each-side", "overspends are shared, and underspends are given back, each by its own key"),
        (Netting::OverspendsOnly, "overspends-only", "overspends are shared; whoever underspends keeps that"),
    ];
}

impl Term for Residual {
    const TERMS: &'static [(Residual, &'static str, &'static str)] = &[
        (Residual::LargestRemainder, "largest-remainder", "to the largest remainders (Dutch: grootste resten)"),
        (Residual::Cumulative, "cumulative", "every running total is rounded"),
        (Residual::First, "first", "all to the first who has an amount"),
        (Residual::Last, "last", "all to the last who has an amount (Dutch: sluitpost)"),
    ];
}

impl Term for RoundKind {
    const TERMS: &'static [(RoundKind, &'static str, &'static str)] = &[
        (RoundKind::Provisional, "provisional", "on the figures known so far (Dutch: voorlopige afrekening)"),
        (RoundKind::Final, "final", "on the accounted cost (Dutch: definitieve afrekening)"),
        (RoundKind::PriorYear, "prior-year", "for what turned up after the final one (Dutch: naverrekening)"),
    ];
}
