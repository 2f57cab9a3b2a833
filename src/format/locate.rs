//! Where in the text the section stands that an error is about.

use crate::error::{Error, Errors};
use alloc::vec::Vec;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Gives errors that were found after reading, when a rule was carried out, the line of the section that they are about.
///
/// An error knows its section by its path, such as `schedule "rta-groningen"`; an error that has a file already, or that
/// is about no section of this text, stays as it is.
///
/// ```
/// # use taakgericht::{Error, Kind, format};
/// let text = "format = 1\n[[schedule]]\nid = \"rta\"\n";
/// let error = Error::new(Kind::ScheduleSum, "the lines add up to 103.5%", "100%").within("schedule \"rta\"");
/// let located = format::locate("bmwe.toml", text, error.into());
/// assert_eq!(located.to_string(), "bmwe.toml:2: schedule \"rta\": the lines add up to 103.5%, expected 100%.");
/// let error = Error::new(Kind::Missing, "no row with a municipality", "at least one").within("budget");
/// let located = format::locate("bmwe.toml", "format = 1\n\n[budget]\n", error.into());
/// assert_eq!(located.to_string(), "bmwe.toml:3: budget: no row with a municipality, expected at least one.");
/// ```
#[must_use]
pub fn locate(main_name: &str, main_text: &str, errors: Errors) -> Errors {
    let Ok(tree) = DeTable::parse(main_text) else {
        return errors;
    };
    let place = |error: &Error| match offset(tree.get_ref(), error) {
        Some(at) => error.clone().in_file(main_name, line(main_text, at)),
        None => error.clone(),
    };
    let located: Vec<Error> = errors.all().iter().map(place).collect();
    Errors::or_ok(located, ()).err().unwrap_or(errors)
}

/// Where the section of an error begins: `budget`, or `schedule "rta-groningen"`. What is no section of this text, such as
/// `year 2016`, may stand in front of it.
fn offset(document: &DeTable<'_>, error: &Error) -> Option<usize> {
    error.place().path.iter().find_map(|place| section(document, place))
}

fn section(document: &DeTable<'_>, place: &str) -> Option<usize> {
    let Some((word, id)) = place.split_once(' ') else {
        return document.get(place).map(|section| section.span().start);
    };
    let id = id.strip_prefix('"')?.strip_suffix('"')?;
    let mut sections = document.get(word)?.get_ref().as_array()?.iter();
    let is_named = |section: &&Spanned<DeValue<'_>>| {
        let found = section.get_ref().get("id").and_then(|found| found.get_ref().as_str());
        found == Some(id)
    };
    sections.find(is_named).map(|section| section.span().start)
}

fn line(text: &str, at: usize) -> Option<u32> {
    let breaks = text.bytes().take(at).filter(|&byte| byte == b'\n').count();
    u32::try_from(breaks.saturating_add(1)).ok()
}
