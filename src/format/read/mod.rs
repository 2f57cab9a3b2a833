//! From text to scenario, strictly, with all errors at once.
//!
//! ```text
//! text ──▶ tree with places ──▶ sections, key by key ──▶ Scenario
//!           syntax.rs            part.rs, value.rs        document.rs: source, table, budget, derivation, schedule, identity
//!                                 choice.rs, sheet.rs (CSV)    pooling/: parties, series, key, pool, alternative
//!                                                              financing/: product, contract, volumes, case, shock, administration
//! ```

mod budget;
mod choice;
mod derivation;
mod document;
mod expression;
mod financing;
pub(super) mod form;
mod identity;
mod names;
mod page;
mod part;
mod pooling;
pub(super) mod schedule;
mod sheet;
mod source;
mod syntax;
mod table;
mod value;

use super::sections::DOCUMENT;
use crate::error::Errors;
use crate::scenario::Scenario;
use alloc::string::String;
use alloc::vec::Vec;
use page::{Findings, Page};
use part::Part;
pub(crate) use part::advised;
use sheet::Texts;
use toml::de::DeTable;

/// Reads a scenario from its text and the texts of the CSV files that it names.
///
/// `main_name` is what errors call the main text. `file` gives the text of a file by the name that the scenario has for
/// it, seen from its own folder; [`file_names`] lists them. Where the texts come from is the caller's business.
///
/// # Errors
/// All errors of all texts at once, each with its file and line. TOML that is not well-formed, and a version of the
/// format or of the rules that this engine does not know, are reported alone, because nothing behind them can be trusted.
pub fn read<'t>(main_name: &str, main_text: &str, file: &dyn Fn(&str) -> Option<&'t str>) -> Result<Scenario, Errors> {
    let (findings, text) = (Findings::default(), syntax::without_mark(main_text));
    let scenario = scenario(&Page::new(main_name, text, &findings), text, file);
    let scenario = Errors::or_ok(findings.into_errors(), scenario)?;
    Ok(scenario.expect("whatever was not read was kept as an error"))
}

fn scenario(page: &Page<'_>, text: &str, texts: Texts<'_, '_>) -> Option<Scenario> {
    let tree = syntax::tree(page, text)?;
    let document = Part::root(page, tree.get_ref(), &DOCUMENT);
    if !document::has_known_versions(&document) {
        return None;
    }
    document.check();
    document::read(&document, texts)
}

/// The names of the CSV files that a scenario names, each once, in the order of the text.
///
/// ```
/// let text = "[[table]]\nfile = \"data/budget.csv\"\n[[schedule]]\nfile = \"data/rta.csv\"";
/// assert_eq!(taakgericht::format::file_names("bmwe.toml", text)?, ["data/budget.csv", "data/rta.csv"]);
/// # Ok::<(), taakgericht::Errors>(())
/// ```
///
/// # Errors
/// `Syntax` and `Duplicate` where the text is not well-formed TOML; a section that is wrong in another way is passed over.
pub fn file_names(main_name: &str, main_text: &str) -> Result<Vec<String>, Errors> {
    let (findings, text) = (Findings::default(), syntax::without_mark(main_text));
    let page = Page::new(main_name, text, &findings);
    let names = syntax::tree(&page, text).map(|tree| named_files(tree.get_ref()));
    Errors::or_ok(findings.into_errors(), names.unwrap_or_default())
}

fn named_files(document: &DeTable<'_>) -> Vec<String> {
    let kinds = ["table", "schedule", "series", "volumes"];
    let sections = kinds.iter().filter_map(|key| document.get(*key)?.get_ref().as_array()).flatten();
    let files = sections.filter_map(|section| section.get_ref().get("file"));
    let mut files: Vec<_> = files.filter_map(|file| Some((file.span().start, file.get_ref().as_str()?))).collect();
    files.sort_unstable();
    let mut names: Vec<String> = Vec::new();
    for (_, name) in files {
        if !names.iter().any(|before| before == name) {
            names.push(name.into());
        }
    }
    names
}
