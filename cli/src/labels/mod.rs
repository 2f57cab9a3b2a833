//! The labels of a trace, in the language of the reader.
//!
//! The library names these in English, from the names of lines and parties and a handful of phrases; these
//! phrases are known here. A label that is made in another way stands for itself.

mod phrases;
#[cfg(test)]
mod tests;

use crate::words::line;
use phrases::{FRAMES, PHRASES, PHRASES_OF_CONTRACTS, PHRASES_OF_POOLS, SOURCE_FRAMES};
use taakgericht::Language;

/// A source, in a language: the phrases of the library in it; the names of files and documents stay what they are.
pub(crate) fn source(source: &str, language: Language) -> String {
    if let Some(known) = phrase(source, language).or_else(|| framed_source(source, language)) {
        return known;
    }
    match source.split_once("; ") {
        Some((place, document)) => {
            format!("{}; {}", place_in_file(place, language), document_and_more(document, language))
        }
        None => key_name(source, language),
    }
}

/// `data/costs.csv:8, column cost`.
fn place_in_file(place: &str, language: Language) -> String {
    let part = |part: &str| framed_source(part, language).unwrap_or_else(|| part.to_owned());
    place.split(", ").map(part).collect::<Vec<_>>().join(", ")
}

/// The title of a document, behind which it may say that there are more places in it.
fn document_and_more(document: &str, language: Language) -> String {
    let more = document.rsplit_once(", ").and_then(|(title, more)| {
        let is_count = more.strip_prefix("and ")?.strip_suffix(" more")?.bytes().all(|byte| byte.is_ascii_digit());
        Some((title, framed_source(more, language).filter(|_| is_count)?))
    });
    more.map_or_else(|| document.to_owned(), |(title, more)| format!("{title}, {more}"))
}

/// The name of a key, in a language: what was measured, and how its years are taken together.
pub(crate) fn key_name(name: &str, language: Language) -> String {
    let parts = name.split(", ").map(|part| known_part(part, language).unwrap_or_else(|| part.to_owned()));
    parts.collect::<Vec<_>>().join(", ")
}

/// A label, in a language: `rta-groningen/2016 Directe zorg, Bedum`.
pub(crate) fn label(label: &str, language: Language) -> String {
    if let Some(known) = phrase(label, language) {
        return known;
    }
    let parts: Vec<String> = label.split(", ").map(|part| part_of_label(part, language)).collect();
    parts.join(", ")
}

fn phrase(text: &str, language: Language) -> Option<String> {
    let mut all = PHRASES.iter().chain(&PHRASES_OF_POOLS).chain(&PHRASES_OF_CONTRACTS);
    let (english, dutch) = all.find(|(english, _)| *english == text)?;
    Some(if language == Language::Nl { dutch } else { english }.to_string())
}

fn part_of_label(part: &str, language: Language) -> String {
    known_part(part, language).unwrap_or_else(|| last_word_as_line(part, language))
}

fn known_part(part: &str, language: Language) -> Option<String> {
    let framed = || FRAMES.iter().find_map(|frame| framed(part, frame, language, |inner| line(inner, language)));
    phrase(part, language).or_else(framed)
}

/// A phrase of a source; what it frames is a name.
fn framed_source(part: &str, language: Language) -> Option<String> {
    SOURCE_FRAMES.iter().find_map(|frame| framed(part, frame, language, str::to_owned))
}

fn framed(
    part: &str,
    [before, behind, dutch_before, dutch_behind]: &[&str; 4],
    language: Language,
    to_inner: impl Fn(&str) -> String,
) -> Option<String> {
    let inner = to_inner(part.strip_prefix(before)?.strip_suffix(behind)?);
    Some(match language {
        Language::En => format!("{before}{inner}{behind}"),
        Language::Nl => format!("{dutch_before}{inner}{dutch_behind}"),
    })
}

/// `directe_zorg`, or `rta-groningen/2016 directe_zorg`.
fn last_word_as_line(part: &str, language: Language) -> String {
    match part.rsplit_once(' ') {
        Some((first, last)) => format!("{first} {}", line(last, language)),
        None => line(part, language),
    }
}
