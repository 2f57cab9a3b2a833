//! What statements, their lines and their comparisons are called.

use super::{BUDGET, DERIVATION, TOTAL, Word, word};
use taakgericht::Language;
use taakgericht::scenario::Statement;

/// The streams and lines that schedules and budgets in this field are made of, by the names that scenarios give them.
const LINES: [(&str, Word); 26] = [
    ("total", TOTAL),
    ("vws", word("VWS", "VWS")),
    ("awbz", word("AWBZ youth", "AWBZ-jeugd")),
    ("awbz_youth", word("AWBZ youth", "AWBZ-jeugd")),
    ("zvw", word("Zvw", "Zvw")),
    ("difference", word("Difference", "Verschil")),
    ("korting", word("State cut", "Korting rijk")),
    ("voorliggend_veld", word("Preventive services", "Versterking voorliggend veld")),
    ("uitvoeringskosten", word("Execution costs", "Uitvoeringskosten")),
    ("transformatie", word("Transformation", "Transformatie")),
    ("directe_zorg", word("Direct care", "Directe zorg")),
    ("pgb", word("Personal budgets (pgb)", "Pgb")),
    ("zin", word("Care in kind (zin)", "Zorg in natura (zin)")),
    ("rta_bijdrage", word("RTA contribution", "RTA-bijdrage")),
    ("contribution", word("Contribution", "Inleg")),
    ("own_cost", word("Own cost", "Eigen kosten")),
    ("transfer", word("Transfer", "Verrekening")),
    ("borne", word("Borne", "Draagt")),
    ("already_paid", word("Already paid", "Al betaald")),
    ("balance", word("Balance", "Saldo")),
    ("task", word("Lump sum", "Taakbudget")),
    ("ceiling", word("Ceiling", "Plafond")),
    ("corridor", word("Corridor", "Bandbreedte")),
    ("penalty", word("Penalty", "Malus")),
    ("settlement", word("Settlement", "Afrekening")),
    ("paid", word("Paid", "Betaald")),
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
