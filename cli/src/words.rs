//! The words of the output, in English and in Dutch.

use taakgericht::Language;
use taakgericht::budget::reconcile::{Finding, Verdict};
use taakgericht::exact::{Method, Mode, Rounding, Split, TieRule};
use taakgericht::scenario::Statement;
use taakgericht::trace::Rule;

use crate::numbers;
use taakgericht::budget::reconcile::shown;

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
pub(crate) const RULES_VERSION: Word = word("Rules, version", "Rekenregels, versie");
pub(crate) const RUNNING_TOTAL: Word = word("Running total", "Lopend totaal");
pub(crate) const SHARE_WITHOUT_BOUNDS: Word = word("Share without bounds", "Aandeel zonder grenzen");
pub(crate) const SOURCE: Word = word("source", "bron");
pub(crate) const STATED: Word = word("Stated", "Vermeld");
pub(crate) const TOTAL: Word = word("Total", "Totaal");
pub(crate) const VERDICT: Word = word("Verdict", "Oordeel");
pub(crate) const WEIGHT: Word = word("Weight", "Gewicht");

/// The streams and lines that schedules and budgets in this field are made of, by the names that scenarios give them.
const LINES: [(&str, Word); 13] = [
    ("total", TOTAL),
    ("vws", word("VWS", "VWS")),
    ("awbz", word("AWBZ youth", "AWBZ-jeugd")),
    ("awbz_youth", word("AWBZ youth", "AWBZ-jeugd")),
    ("zvw", word("Zvw", "Zvw")),
    ("korting", word("State cut", "Korting rijk")),
    ("voorliggend_veld", word("Preventive services", "Versterking voorliggend veld")),
    ("uitvoeringskosten", word("Execution costs", "Uitvoeringskosten")),
    ("transformatie", word("Transformation", "Transformatie")),
    ("directe_zorg", word("Direct care", "Directe zorg")),
    ("pgb", word("Personal budgets (pgb)", "Pgb")),
    ("zin", word("Care in kind (zin)", "Zorg in natura (zin)")),
    ("rta_bijdrage", word("RTA contribution", "RTA-bijdrage")),
];

/// What a line is called; a name that is not known here stands for itself.
pub(crate) fn line(name: &str, language: Language) -> String {
    let known = LINES.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| name.to_owned(), |(_, word)| word.to(language).to_owned())
}

/// The heading of a statement, with the name that figures know it by.
pub(crate) fn statement(statement: &Statement, language: Language) -> String {
    match (statement.id.as_str(), statement.year, language) {
        ("budget", None, _) => BUDGET.to(language).into(),
        ("derivation", None, _) => DERIVATION.to(language).into(),
        (id, Some(_), Language::En) => format!("Division by the schedule {id}, in euros"),
        (id, Some(_), Language::Nl) => format!("Verdeling volgens het schema {id}, in euro's"),
        (id, None, _) => id.into(),
    }
}

/// That columns are memos.
pub(crate) fn memo(columns: &[String], language: Language) -> String {
    let columns = columns.join(", ");
    match language {
        Language::En => format!("Memo, no parts of the total: {columns}."),
        Language::Nl => format!("Ter informatie, geen delen van het totaal: {columns}."),
    }
}

/// How many figures come out as published.
pub(crate) fn of(count: usize, all: usize, language: Language) -> String {
    match language {
        Language::En => format!("{count} of {all}"),
        Language::Nl => format!("{count} van {all}"),
    }
}

/// That nothing deviates.
pub(crate) const NONE: Word = word("none", "geen");

/// A figure that was published otherwise.
pub(crate) fn published(party: &str, published: &str, difference: &str, language: Language) -> String {
    match language {
        Language::En => format!("{party}: printed {published} ({difference})"),
        Language::Nl => format!("{party}: gedrukt {published} ({difference})"),
    }
}

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
pub(crate) fn has_one_column<F: std::borrow::Borrow<Finding>>(findings: &[F]) -> bool {
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

/// A way of rounding, as a participle.
pub(crate) const fn mode(mode: Mode) -> Word {
    match mode {
        Mode::HalfUp => word("rounded half-up", "rekenkundig afgerond"),
        Mode::HalfEven => word("rounded half-even", "afgerond met een half naar even"),
        Mode::HalfDown => word("rounded half-down", "afgerond met een half naar nul"),
        Mode::Up => word("rounded away from zero", "afgerond van nul af"),
        Mode::Down => word("truncated", "afgekapt"),
        Mode::Floor => word("rounded down", "naar beneden afgerond"),
        Mode::Ceiling => word("rounded up", "naar boven afgerond"),
        Mode::Exact => word("not rounded", "niet afgerond"),
    }
}

/// A method of dividing.
pub(crate) const fn method(method: Method) -> Word {
    match method {
        Method::LargestRemainder => word("largest remainder", "grootste resten"),
        Method::Cumulative => word("cumulative rounding", "cumulatief afronden"),
        Method::FirstTakesRest => word("the first takes the rest", "de eerste is sluitpost"),
        Method::LastTakesRest => word("the last takes the rest", "de laatste is sluitpost"),
        Method::Webster => word("Webster", "Webster (Sainte-Laguë)"),
        Method::Jefferson => word("Jefferson", "Jefferson (D'Hondt)"),
        Method::Adams => word("Adams", "Adams"),
        Method::HuntingtonHill => word("Huntington–Hill", "Huntington–Hill"),
    }
}

/// A tie rule.
pub(crate) const fn tie(tie: TieRule) -> Word {
    match tie {
        TieRule::First => word("ties to the first", "bij gelijke rest de eerste"),
        TieRule::Last => word("ties to the last", "bij gelijke rest de laatste"),
        TieRule::LargestWeight => word("ties to the largest weight", "bij gelijke rest het grootste gewicht"),
        TieRule::Refuse => word("ties refused", "gelijke resten geweigerd"),
    }
}

/// How a whole is divided.
pub(crate) fn split(split: Split, language: Language) -> String {
    let (method, tie) = (method(split.method()).to(language), tie(split.tie_rule()).to(language));
    let unit = numbers::amount(split.unit_amount(), language);
    match language {
        Language::En => format!("{method}, in units of {unit}, {tie}"),
        Language::Nl => format!("{method}, in eenheden van {unit}, {tie}"),
    }
}

/// How a whole is divided in instalments.
pub(crate) const INSTALMENTS: Word = word(
    "cumulative rounding: every running total is the exact one, rounded to the cent",
    "cumulatief afgerond: elk lopend totaal is het exacte, afgerond op de cent",
);

/// That the parts add up.
pub(crate) fn adds_up(whole: &str, language: Language) -> String {
    match language {
        Language::En => format!("The parts add up to {whole} exactly"),
        Language::Nl => format!("De delen tellen precies op tot {whole}"),
    }
}

fn rounding(rounding: Rounding, language: Language) -> String {
    let (mode, unit) = (mode(rounding.mode()).to(language), numbers::amount(rounding.unit(), language));
    match language {
        Language::En => format!("{mode} to multiples of {unit}"),
        Language::Nl => format!("{mode} op veelvouden van {unit}"),
    }
}

/// What a step of a trace does.
pub(crate) fn rule(rule: Rule, language: Language) -> String {
    match rule {
        Rule::Given => word("given", "gegeven").to(language).into(),
        Rule::Sum => word("the sum of", "de som van").to(language).into(),
        Rule::Less => word("the first less the others", "het eerste min de andere").to(language).into(),
        Rule::Times => word("the first times the others", "het eerste maal de andere").to(language).into(),
        Rule::Ratio => {
            word("the first divided by the second", "het eerste gedeeld door het tweede").to(language).into()
        }
        Rule::CompoundCut => word("1 − (1 − the first) / (1 − the second)", "1 − (1 − het eerste) / (1 − het tweede)")
            .to(language)
            .into(),
        Rule::Round(step) => rounding(step, language),
        Rule::Part { position, split: how } => part(position, how, language),
        // The engine may learn rules that this vocabulary does not have yet.
        other => format!("{other:?}"),
    }
}

fn part(position: usize, how: Split, language: Language) -> String {
    let (number, how) = (position.saturating_add(1), split(how, language));
    match language {
        Language::En => format!("part {number} of the first, divided by the others: {how}"),
        Language::Nl => format!("deel {number} van het eerste, verdeeld naar de andere: {how}"),
    }
}

/// What a step took off.
pub(crate) fn residue(residue: &str, language: Language) -> String {
    match language {
        Language::En => format!("residue {residue}"),
        Language::Nl => format!("rest {residue}"),
    }
}

/// That a step was explained before.
pub(crate) const AS_ABOVE: Word = word("as above", "als hierboven");
