//! How findings about published tables are summed up; the diagnoses themselves are the library's.

use super::{EACH_COLUMN, Word, mode, word};
use std::borrow::Borrow;
use taakgericht::Language;
use taakgericht::budget::reconcile::{Finding, Verdict, shown};

/// How findings are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Counts {
    pub(crate) holds: usize,
    pub(crate) explained: usize,
    pub(crate) explained_only_if: usize,
    pub(crate) errors: usize,
    pub(crate) refused: usize,
}

/// The findings, counted, in a sentence.
pub(crate) fn counts(counts: Counts, language: Language) -> String {
    let Counts { holds, explained, explained_only_if, errors, refused } = counts;
    match language {
        Language::En => format!(
            "Of the figures that were checked {holds} hold, {explained} are off by what rounding explains, \
             {explained_only_if} only if rounded otherwise than declared, and {errors} are errors. Identities refused: \
             {refused}."
        ),
        Language::Nl => format!(
            "Van de gecontroleerde cijfers sluiten er {holds} aan, wijken er {explained} af door afronding, \
             {explained_only_if} alleen als anders is afgerond dan opgegeven, en zijn er {errors} fout. Geweigerde \
             aansluitingen: {refused}."
        ),
    }
}

/// What an identity says: `streams-make-the-total: budget, total = vws + awbz_youth + zvw`.
pub(crate) fn identity(finding: &Finding, one_column: bool, language: Language) -> String {
    let Finding { identity, table, column, expression, .. } = finding;
    let column = if one_column { column } else { EACH_COLUMN.to(language) };
    format!("{identity}: {table}, {column} = {expression}")
}

/// Whether the findings of an identity are all about the same column.
pub(crate) fn has_one_column<F: Borrow<Finding>>(findings: &[F]) -> bool {
    findings.windows(2).all(|pair| matches!(pair, [one, other] if one.borrow().column == other.borrow().column))
}

/// Where the whole story of the deviations is.
pub(crate) const MORE_BY_CHECK: Word = word(
    "`taakgericht check` shows every figure with its diagnosis.",
    "`taakgericht check` toont elk cijfer met de diagnose.",
);

/// A verdict in a few words; the diagnosis has the whole of it.
pub(crate) fn verdict(finding: &Finding, language: Language) -> String {
    match (&finding.verdict, language) {
        (Verdict::Holds, Language::En) => "holds".into(),
        (Verdict::Holds, Language::Nl) => "sluit aan".into(),
        (Verdict::Explained, Language::En) => "rounding explains it".into(),
        (Verdict::Explained, Language::Nl) => "verklaard door afronding".into(),
        (Verdict::ExplainedOnlyIf(supposition), Language::En) => {
            format!("only if {}", mode(supposition.mode).to(language))
        }
        (Verdict::ExplainedOnlyIf(supposition), Language::Nl) => {
            format!("alleen als {}", mode(supposition.mode).to(language))
        }
        (Verdict::Error { beyond }, Language::En) => {
            format!("error: {} beyond rounding", shown(*beyond, finding.quantity, language))
        }
        (Verdict::Error { beyond }, Language::Nl) => {
            format!("fout: {} meer dan afronding", shown(*beyond, finding.quantity, language))
        }
    }
}
