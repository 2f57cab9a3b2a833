//! One runner per file of the corpus: from the text of a case to the text of its result.

mod budget;
mod comparison;
mod effort;
mod exact;
mod pool;
mod task;

use std::collections::BTreeMap;
use taakgericht::Error;

/// The files and what runs their cases.
pub(crate) const RUNNERS: &[(&str, Runner)] = &[
    ("bounded.csv", exact::bounded),
    ("comparison.csv", comparison::comparison),
    ("corridor.csv", task::corridor),
    ("effort.csv", effort::line),
    ("hours.csv", effort::hours),
    ("index.csv", task::index),
    ("instalments.csv", exact::instalments),
    ("lump_sum.csv", task::lump_sum),
    ("notation.csv", exact::notation),
    ("payments.csv", pool::payments),
    ("pgb.csv", budget::pgb),
    ("pools.csv", pool::pools),
    ("reconcile.csv", budget::reconcile),
    ("rounding.csv", exact::rounding),
    ("rta.csv", budget::rta),
    ("split.csv", exact::split),
    ("table.csv", exact::table),
    ("tariff.csv", task::tariff),
    ("waterfall.csv", budget::waterfall),
    ("weekly.csv", effort::weekly),
];

/// The results of a case by column, or the kind of error.
pub(crate) type Outcome = Result<Vec<String>, String>;

/// Runs one case.
pub(crate) type Runner = fn(&Case) -> Outcome;

/// One line of a corpus file.
pub(crate) struct Case {
    fields: BTreeMap<String, String>,
}

/// The columns that hold results; all others are inputs.
const RESULTS: &[&str] = &["amount", "parts", "residue", "implied", "payments", "percents", "settled", "result"];

impl Case {
    pub(crate) fn new(fields: BTreeMap<String, String>) -> Case {
        Case { fields }
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.get(name).unwrap_or_else(|| panic!("no column {name} in {:?}", self.fields))
    }

    /// A list that is separated by spaces.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        self.get(name).split_whitespace().collect()
    }

    pub(crate) fn expected(&self) -> Outcome {
        if self.get("error").is_empty() {
            let results = RESULTS.iter().filter_map(|name| self.fields.get(*name));
            Ok(results.cloned().collect())
        } else {
            Err(self.get("error").to_string())
        }
    }
}

/// The kind of an error as the corpus writes it.
pub(crate) fn kind(error: &Error) -> String {
    kebab(&format!("{:?}", error.kind()))
}

/// `LargestRemainder` as `largest-remainder`.
pub(crate) fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
