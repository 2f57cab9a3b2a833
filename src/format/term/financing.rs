//! The words of the sections for financing variants.

use super::Term;
use crate::financing::effort::Basis;
use crate::financing::product::{Frequency, Unit, Variant};
use crate::financing::task::PartYear;

/// Who bears care beyond a ceiling; the share of the provider is a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum BeyondWord {
    Shared,
    NewCare,
}

/// What a first lump sum is based on; the figures are keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum LumpSumWord {
    Agreed,
    HistoricTurnover,
    Capitation,
}

/// What a penalty is a percentage of; the month is a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum PenaltyWord {
    LumpSum,
    MonthlyPart,
    Settled,
}

impl Term for Unit {
    const TERMS: &'static [(Unit, &'static str, &'static str)] = &[
        (Unit::Minute, "minute", "01 (Dutch: minuut)"),
        (Unit::Hour, "hour", "04 (Dutch: uur)"),
        (Unit::DayAndNight, "day-and-night", "14 (Dutch: etmaal)"),
        (Unit::DayPart, "day-part", "16, four hours (Dutch: dagdeel)"),
        (Unit::PieceOfOutput, "piece-of-output", "82, a product or result (Dutch: stuks, output)"),
        (Unit::Euro, "euro", "83, the volume is the amount, in cents, and there is no tariff (Dutch: euro's)"),
        (Unit::PieceOfEffort, "piece-of-effort", "84 (Dutch: stuks, inspanning)"),
    ];
}

impl Term for Frequency {
    const TERMS: &'static [(Frequency, &'static str, &'static str)] = &[
        (Frequency::PerDay, "per-day", "1 (Dutch: per dag)"),
        (Frequency::PerWeek, "per-week", "2, an ISO week (Dutch: per week)"),
        (Frequency::PerMonth, "per-month", "4, a calendar month (Dutch: per maand)"),
        (Frequency::Total, "total", "6, as long as the assignment is valid (Dutch: totaal)"),
    ];
}

impl Term for Variant {
    const TERMS: &'static [(Variant, &'static str, &'static str)] = &[
        (Variant::EffortBased, "effort-based", "tariff times delivered volume (Dutch: inspanningsgericht, P×Q)"),
        (Variant::OutputBased, "output-based", "a price per trajectory or result (Dutch: outputgericht)"),
        (Variant::TaskBased, "task-based", "a total that is agreed beforehand (Dutch: taakgericht)"),
    ];
}

impl Term for Basis {
    const TERMS: &'static [(Basis, &'static str, &'static str)] = &[
        (Basis::PerUnit, "per-unit", "for the unit in which care is declared"),
        (Basis::PerHourInMinutes, "per-hour-in-minutes", "for an hour, of care that is declared in minutes"),
    ];
}

impl Term for BeyondWord {
    const TERMS: &'static [(BeyondWord, &'static str, &'static str)] = &[
        (BeyondWord::Shared, "shared", "the provider bears a share of all of it, the municipality the rest"),
        (
            BeyondWord::NewCare,
            "new-care",
            "the provider bears care that began after the ceiling was reached; care that had begun is paid",
        ),
    ];
}

impl Term for LumpSumWord {
    const TERMS: &'static [(LumpSumWord, &'static str, &'static str)] = &[
        (LumpSumWord::Agreed, "agreed", "an amount that was agreed (Dutch: overeengekomen bedrag)"),
        (
            LumpSumWord::HistoricTurnover,
            "historic-turnover",
            "what was earned in a year, or the mean of several (Dutch: historische omzet)",
        ),
        (LumpSumWord::Capitation, "capitation", "a rate for every person of each group (Dutch: populatiebekostiging)"),
    ];
}

impl Term for PartYear {
    const TERMS: &'static [(PartYear, &'static str, &'static str)] = &[
        (
            PartYear::ByMonth,
            "by-month",
            "a twelfth of the lump sum for every month of the contract, which then has whole months only (Dutch: naar rato)",
        ),
        (PartYear::Whole, "whole", "the lump sum as it stands: it was agreed for these months"),
    ];
}

impl Term for PenaltyWord {
    const TERMS: &'static [(PenaltyWord, &'static str, &'static str)] = &[
        (PenaltyWord::LumpSum, "lump-sum", "the lump sum of the year, whatever a corridor makes of it"),
        (PenaltyWord::MonthlyPart, "monthly-part", "the part of one month (Dutch: maandtermijn)"),
        (PenaltyWord::Settled, "settled", "what is paid for the year after the corridor (Dutch: afgerekend bedrag)"),
    ];
}
