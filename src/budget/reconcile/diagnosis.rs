//! Findings in plain words, in English and in Dutch.

use super::detect::{DetectedMode, Detection};
use super::number::shown;
use super::verdict::{Finding, Supposition, Verdict};
use crate::Language;
use crate::error::listed;
use crate::exact::{Mode, Ratio};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Finding {
    /// What was found, in one line.
    ///
    /// ```text
    /// budget, Bedum, total: stated 2,354,812, computed 2,354,811 (vws + awbz + zvw): 1 too high, which rounding explains: …
    /// ```
    #[must_use]
    pub fn diagnosis(&self, language: Language) -> String {
        let place = format!("{}, {}, {}", self.table, self.row, self.column);
        let (stated, computed) = (self.shown(self.stated.value, language), self.shown(self.computed.value, language));
        let expression = &self.expression;
        if self.verdict == Verdict::Holds {
            return format!("{place}: {stated} = {expression}.");
        }
        let (gap, conclusion) = (self.gap_in_words(language), self.conclusion(language));
        match language {
            Language::En => {
                format!("{place}: stated {stated}, computed {computed} ({expression}): {gap}, {conclusion}.")
            }
            Language::Nl => {
                format!("{place}: vermeld {stated}, berekend {computed} ({expression}): {gap}, {conclusion}.")
            }
        }
    }

    fn shown(&self, number: Ratio, language: Language) -> String {
        shown(number, self.quantity, language)
    }

    fn gap_in_words(&self, language: Language) -> String {
        let direction = match (language, self.gap > Ratio::ZERO) {
            (Language::En, true) => "too high",
            (Language::En, false) => "too low",
            (Language::Nl, true) => "te hoog",
            (Language::Nl, false) => "te laag",
        };
        format!("{} {direction}", self.shown(self.gap.abs(), language))
    }

    fn conclusion(&self, language: Language) -> String {
        match (&self.verdict, language) {
            (Verdict::Holds | Verdict::Explained, Language::En) => {
                format!("which rounding explains: the figures stand for {}", self.both_intervals(language))
            }
            (Verdict::Holds | Verdict::Explained, Language::Nl) => {
                format!("verklaarbaar door afronding: de cijfers staan voor {}", self.both_intervals(language))
            }
            (Verdict::ExplainedOnlyIf(supposition), Language::En) => {
                format!("which rounding explains only if {}", supposition.in_words(language))
            }
            (Verdict::ExplainedOnlyIf(supposition), Language::Nl) => {
                format!("alleen verklaarbaar door afronding als {}", supposition.in_words(language))
            }
            (Verdict::Error { beyond }, Language::En) => {
                format!("which rounding does not explain: {} is left", self.shown(*beyond, language))
            }
            (Verdict::Error { beyond }, Language::Nl) => {
                format!("niet verklaarbaar door afronding: {} blijft over", self.shown(*beyond, language))
            }
        }
    }

    fn both_intervals(&self, language: Language) -> String {
        let (to, and) = match language {
            Language::En => ("to", "and"),
            Language::Nl => ("tot", "en"),
        };
        let range =
            |low: Ratio, high: Ratio| format!("{} {to} {}", self.shown(low, language), self.shown(high, language));
        let (stated, computed) = (self.stated.interval, self.computed.interval);
        let stated = range(stated.low().at, stated.high().at);
        format!("{stated} {and} {}", range(computed.low().at, computed.high().at))
    }
}

impl Supposition {
    fn in_words(&self, language: Language) -> String {
        let Supposition { table, row, column, mode } = self;
        let way = way(*mode, language);
        match language {
            Language::En => format!("the figure {table}, {row}, {column} was {way}"),
            Language::Nl => format!("het cijfer {table}, {row}, {column} is {way}"),
        }
    }
}

impl Detection {
    /// What was detected, and by which rows, in one line.
    #[must_use]
    pub fn diagnosis(&self, language: Language) -> String {
        let place = format!("{}, {}", self.table, self.column);
        let outcome = match (self.outcome(), language) {
            (DetectedMode::Decided(mode), language) => way(mode, language).into(),
            (DetectedMode::Undecided, Language::En) => "the figures do not decide how they were rounded".into(),
            (DetectedMode::Undecided, Language::Nl) => "de cijfers beslissen niet hoe er is afgerond".into(),
            (DetectedMode::None, Language::En) => "no way of rounding fits all rows".into(),
            (DetectedMode::None, Language::Nl) => "geen wijze van afronden past bij alle rijen".into(),
        };
        let exclusions = [Mode::HalfUp, Mode::Down, Mode::Up].map(|mode| self.exclusion(mode, language));
        let reasons: Vec<String> = exclusions.into_iter().flatten().collect();
        let sentences: Vec<String> = core::iter::once(outcome).chain(reasons).collect();
        format!("{place}: {}.", sentences.join("; "))
    }

    /// `not truncated, by Bedum and Winsum`.
    fn exclusion(&self, mode: Mode, language: Language) -> Option<String> {
        let rows: Vec<String> = self.contradicting(mode).into_iter().map(String::from).collect();
        let way = way(mode, language);
        match language {
            _ if rows.is_empty() => None,
            Language::En => Some(format!("not {way}, by {}", listed(&rows))),
            Language::Nl => Some(format!("niet {way}, door {}", listed(&rows).replace(" and ", " en "))),
        }
    }
}

/// How a figure was rounded, as a participle.
const fn way(mode: Mode, language: Language) -> &'static str {
    match (mode, language) {
        (Mode::HalfUp, Language::En) => "rounded half-up",
        (Mode::HalfUp, Language::Nl) => "rekenkundig afgerond",
        (Mode::HalfEven, Language::En) => "rounded half-even",
        (Mode::HalfEven, Language::Nl) => "afgerond met een half naar even",
        (Mode::HalfDown, Language::En) => "rounded half-down",
        (Mode::HalfDown, Language::Nl) => "afgerond met een half naar nul",
        (Mode::Up, Language::En) => "rounded away from zero",
        (Mode::Up, Language::Nl) => "afgerond van nul af",
        (Mode::Down, Language::En) => "truncated",
        (Mode::Down, Language::Nl) => "afgekapt",
        (Mode::Floor, Language::En) => "rounded down",
        (Mode::Floor, Language::Nl) => "naar beneden afgerond",
        (Mode::Ceiling, Language::En) => "rounded up",
        (Mode::Ceiling, Language::Nl) => "naar boven afgerond",
        (Mode::Exact, Language::En) => "not rounded",
        (Mode::Exact, Language::Nl) => "niet afgerond",
    }
}
