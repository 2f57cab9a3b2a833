//! The words of the output, in English and in Dutch.

pub(crate) mod cases;
pub(crate) mod contracts;
mod findings;
pub(crate) mod pools;
mod rules;
pub(crate) mod solidarity;
mod statements;

pub(crate) use findings::{Counts, MORE_BY_CHECK, counts, has_one_column, identity, verdict};
pub(crate) use rules::{
    AS_ABOVE, INSTALMENTS, adds_up, applied, method, mode, model, model_by_key, more_terms, residue, rule, split, tie,
};
pub(crate) use statements::{NONE, line, memo, of, published, statement};

use taakgericht::Language;

/// A word in both languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    english: &'static str,
    dutch: &'static str,
}

impl Word {
    /// The word in a language.
    pub(crate) const fn to(self, language: Language) -> &'static str {
        match language {
            Language::En => self.english,
            Language::Nl => self.dutch,
        }
    }
}

const fn word(english: &'static str, dutch: &'static str) -> Word {
    Word { english, dutch }
}

pub(crate) const AMOUNT: Word = word("Amount", "Bedrag");
pub(crate) const BUDGET: Word = word("Budget, in euros", "Begroting, in euro's");
pub(crate) const CEILING: Word = word("Ceiling", "Bovengrens");
pub(crate) const COLUMN: Word = word("Column", "Kolom");
pub(crate) const COMPARISON: Word = word("Beside the published table", "Naast de gepubliceerde tabel");
pub(crate) const COMPUTED: Word = word("Computed", "Berekend");
pub(crate) const DERIVATION: Word =
    word("Derivation of the RTA contribution, in euros", "Afleiding van de RTA-bijdrage, in euro's");
pub(crate) const DETECTIONS: Word = word("How columns were rounded", "Hoe kolommen zijn afgerond");
pub(crate) const DEVIATIONS: Word = word("Published otherwise", "Anders gepubliceerd");
pub(crate) const EACH_COLUMN: Word = word("each column", "elke kolom");
pub(crate) const ENGINE: Word = word("Engine", "Rekenkern");
pub(crate) const EXACT: Word = word("Exact share", "Exact aandeel");
pub(crate) const EXACT_RUNNING: Word = word("Exact running total", "Exact lopend totaal");
pub(crate) const FIGURE: Word = word("Figure", "Cijfer");
pub(crate) const FIGURES: Word = word("Figures that can be explained", "Cijfers die verklaard kunnen worden");
pub(crate) const FINGERPRINT: Word = word("Fingerprint of the scenario", "Vingerafdruk van het scenario");
pub(crate) const FLOOR: Word = word("Floor", "Ondergrens");
pub(crate) const GAP: Word = word("Gap", "Verschil");
pub(crate) const IMPLIED: Word = word(
    "Shares of care in personal budgets that the published amounts imply",
    "Pgb-aandelen die uit de gepubliceerde bedragen volgen",
);
pub(crate) const IMPLIED_SHARE: Word = word("Implied share", "Impliciet aandeel");
pub(crate) const INPUTS: Word = word("Inputs, with their SHA-256", "Invoer, met de SHA-256 ervan");
pub(crate) const INSTALMENT: Word = word("Instalment", "Termijn");
pub(crate) const NAME: Word = word("Name", "Naam");
pub(crate) const NO_RESIDUES: Word =
    word("No residue: every exact share is whole cents.", "Geen rest: elk exact aandeel is een heel aantal centen.");
pub(crate) const NOTES: Word = word("Notes", "Opmerkingen");
pub(crate) const PARTY: Word = word("Municipality", "Gemeente");
pub(crate) const PLACED: Word = word("Placed", "Toegedeeld");
pub(crate) const RECEIPT: Word = word("Receipt", "Verantwoording");
pub(crate) const RECONCILIATION: Word =
    word("Reconciliation of the published tables", "Aansluiting van de gepubliceerde tabellen");
pub(crate) const REFUSED: Word = word("Refused", "Geweigerd");
pub(crate) const REPRODUCED: Word = word("As published", "Als gepubliceerd");
pub(crate) const RESIDUE: Word = word("Residue", "Rest");
pub(crate) const RESIDUES: Word = word(
    "Residue in euros, the exact share less what was placed:",
    "Rest in euro's, het exacte aandeel min wat is toegedeeld:",
);
pub(crate) const ROW: Word = word("Row", "Rij");
pub(crate) const RULE: Word = word("Rule", "Rekenregel");
pub(crate) const RULES: Word =
    word("Rules that rounded or placed a cent", "Regels die een cent afrondden of toedeelden");
pub(crate) const RULES_OF_STATEMENT: Word = word("Rules", "Rekenregels");
pub(crate) const RULES_VERSION: Word = word("Rules, version", "Rekenregels, versie");
pub(crate) const RUNNING_TOTAL: Word = word("Running total", "Lopend totaal");
pub(crate) const SHARE_WITHOUT_BOUNDS: Word = word("Share without bounds", "Aandeel zonder grenzen");
pub(crate) const SOURCE: Word = word("source", "bron");
pub(crate) const STATED: Word = word("Stated", "Vermeld");
pub(crate) const TOTAL: Word = word("Total", "Totaal");
pub(crate) const VERDICT: Word = word("Verdict", "Oordeel");
pub(crate) const WEIGHT: Word = word("Weight", "Gewicht");
