//! The labels of a trace, in the language of the reader.
//!
//! The library names these in English, from the names of lines and parties and a handful of phrases; these
//! phrases are known here. A label that is made in another way stands for itself.

use crate::words::line;
use taakgericht::Language;

/// Phrases that are a whole part of a label, with the Dutch for it.
const PHRASES: [(&str, &str); 8] = [
    ("the whole", "het geheel"),
    ("share left for care", "aandeel dat overblijft voor zorg"),
    ("cut already off the base", "korting die al van de grondslag af is"),
    ("as printed", "als gedrukt"),
    ("less pgb", "min pgb"),
    ("pgb before rounding", "pgb vóór afronding"),
    ("by definition", "per definitie"),
    ("scenario, derivation", "scenario, afleiding"),
];

/// Phrases around a name or a figure: what stands before and behind it, in English and in Dutch.
const FRAMES: [[&str; 4]; 5] = [
    ["contribution from ", "", "bijdrage uit ", ""],
    ["", " left for care", "", " dat overblijft voor zorg"],
    ["", " of the total", "", " van het totaal"],
    ["share of the base (", ")", "aandeel van de grondslag (", ")"],
    ["what is left of the base (printed ", ")", "wat van de grondslag overblijft (gedrukt ", ")"],
];

/// A source, in a language where it is a phrase of the library; the name of a document stays what it is.
pub(crate) fn phrase_or_same(source: &str, language: Language) -> String {
    phrase(source, language).unwrap_or_else(|| source.to_owned())
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
    let (english, dutch) = PHRASES.iter().find(|(english, _)| *english == text)?;
    Some(if language == Language::Nl { dutch } else { english }.to_string())
}

fn part_of_label(part: &str, language: Language) -> String {
    known_part(part, language).unwrap_or_else(|| last_word_as_line(part, language))
}

fn known_part(part: &str, language: Language) -> Option<String> {
    let framed = || FRAMES.iter().find_map(|frame| framed(part, frame, language));
    phrase(part, language).or_else(framed)
}

fn framed(part: &str, [before, behind, dutch_before, dutch_behind]: &[&str; 4], language: Language) -> Option<String> {
    let inner = line(part.strip_prefix(before)?.strip_suffix(behind)?, language);
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

#[cfg(test)]
mod tests {
    use super::label;
    use taakgericht::Language;

    #[test]
    fn labels_are_put_together_from_known_parts() {
        let cases = [
            ("uitvoeringskosten, De Marne", "Execution costs, De Marne", "Uitvoeringskosten, De Marne"),
            (
                "rta-groningen/2016 directe_zorg, Bedum",
                "rta-groningen/2016 Direct care, Bedum",
                "rta-groningen/2016 Directe zorg, Bedum",
            ),
            ("korting, 2016, as printed", "State cut, 2016, as printed", "Korting rijk, 2016, als gedrukt"),
            ("vws left for care", "VWS left for care", "VWS dat overblijft voor zorg"),
            ("3% of the total", "3% of the total", "3% van het totaal"),
            ("something else", "something else", "something else"),
        ];
        for (text, english, dutch) in cases {
            assert_eq!(label(text, Language::En), english);
            assert_eq!(label(text, Language::Nl), dutch);
        }
    }
}
