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

/// The same for pools, their keys and their reserves.
const PHRASES_OF_POOLS: [(&str, &str); 69] = [
    ("added", "opgeteld"),
    ("added to the reserve", "gedoteerd aan de reserve"),
    ("advance", "voorschot"),
    ("all contributions", "alle inleg"),
    ("all cost", "alle kosten"),
    ("all parties", "alle partijen"),
    ("all that is ceded", "alles wat is afgestaan"),
    ("all weights", "alle gewichten"),
    ("all weights for underspends", "alle gewichten voor onderschrijdingen"),
    ("already paid", "al betaald"),
    ("as agreed", "zoals afgesproken"),
    ("balance", "saldo"),
    ("band", "bandbreedte"),
    ("before placing cents", "vóór het plaatsen van centen"),
    ("borne", "draagt"),
    ("cap of the reserve", "plafond van de reserve"),
    ("ceded share", "afgestaan aandeel"),
    ("ceded to the pool", "afgestaan aan de pot"),
    ("contribution", "inleg"),
    ("cost", "kosten"),
    ("cost beyond the band", "kosten buiten de bandbreedte"),
    ("cost of clients above the threshold", "kosten van cliënten boven de drempel"),
    ("cost that is not ceded", "kosten die niet zijn afgestaan"),
    ("cost that is not pooled", "kosten die niet worden gedeeld"),
    ("cost that is not shared", "kosten die niet in de pot zitten"),
    ("cost within the band", "kosten binnen de bandbreedte"),
    ("deficit", "tekort"),
    ("deviations beyond the band", "afwijkingen buiten de bandbreedte"),
    ("equal", "gelijk"),
    ("every party weighs the same", "elke partij weegt even zwaar"),
    ("fixed", "vast"),
    ("floor of the reserve", "bodem van de reserve"),
    ("in reserve above the floor", "in reserve boven de bodem"),
    ("in reserve after surplus", "in reserve na overschot"),
    ("in reserve after surplus or deficit", "in reserve na overschot of tekort"),
    ("in reserve at first", "in reserve aan het begin"),
    ("in reserve at the end", "in reserve aan het eind"),
    ("into the reserve", "naar de reserve"),
    ("least to bear", "ten minste te dragen"),
    ("lower border of the band", "ondergrens van de bandbreedte"),
    ("most to bear", "ten hoogste te dragen"),
    ("none is declared", "niet opgegeven"),
    ("nothing", "niets"),
    ("number of years", "aantal jaren"),
    ("overspend beyond the band", "overschrijding buiten de bandbreedte"),
    ("overspends beyond the band", "overschrijdingen buiten de bandbreedte"),
    ("own cost", "eigen kosten"),
    ("part of the transfer of the sub-pool", "deel van de verrekening van de deelpot"),
    ("pooled cost", "gedeelde kosten"),
    ("pooled share", "gedeeld aandeel"),
    ("room below the cap", "ruimte onder het plafond"),
    ("room that is left below the cap", "ruimte die onder het plafond over is"),
    ("share", "aandeel"),
    ("share of the pot", "aandeel in de pot"),
    ("share that is not pooled", "aandeel dat niet wordt gedeeld"),
    ("shared and not shared", "in en buiten de pot"),
    ("stored and added", "gestort en gedoteerd"),
    ("stored in the reserve", "gestort in de reserve"),
    ("surplus", "overschot"),
    ("the scenario", "het scenario"),
    ("transfer", "verrekening"),
    ("transfer of the sub-pool", "verrekening van de deelpot"),
    ("underspends beyond the band", "onderschrijdingen buiten de bandbreedte"),
    ("upper border of the band", "bovengrens van de bandbreedte"),
    ("weight", "gewicht"),
    ("weight for underspends", "gewicht voor onderschrijdingen"),
    ("weighted", "gewogen"),
    ("what members add every year", "wat deelnemers elk jaar doteren"),
    ("withdrawn from the reserve", "onttrokken aan de reserve"),
];

/// Phrases around a name or a figure: what stands before and behind it, in English and in Dutch.
const FRAMES: [[&str; 4]; 14] = [
    ["contribution from ", "", "bijdrage uit ", ""],
    ["", " left for care", "", " dat overblijft voor zorg"],
    ["", " of the total", "", " van het totaal"],
    ["share of the base (", ")", "aandeel van de grondslag (", ")"],
    ["what is left of the base (printed ", ")", "wat van de grondslag overblijft (gedrukt ", ")"],
    ["client ", "", "cliënt ", ""],
    ["weight of ", "", "gewicht van ", ""],
    ["shares of ", "", "aandelen van ", ""],
    ["share of ", "", "aandeel van ", ""],
    ["mean of sums of ", "", "gemiddelde van sommen over ", ""],
    ["mean of shares of ", "", "gemiddelde van aandelen over ", ""],
    ["weighted years ", "", "gewogen jaren ", ""],
    ["", " (people)", "", " (personen)"],
    ["", " (euros)", "", " (euro's)"],
];

/// Phrases of a source, beside the names of files, columns and documents.
const SOURCE_FRAMES: [[&str; 4]; 6] = [
    ["scenario, pool ", "", "scenario, pot ", ""],
    ["key \"", "\"", "sleutel \"", "\""],
    ["series ", "", "reeks ", ""],
    ["nothing in ", "", "niets in ", ""],
    ["column ", "", "kolom ", ""],
    ["and ", " more", "en nog ", ""],
];

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

/// The name of a key, in a language: what was measured is a name, how its years are taken together is a phrase.
pub(crate) fn key_name(name: &str, language: Language) -> String {
    let part = |part: &str| known_part(part, language).unwrap_or_else(|| part.to_owned());
    match name.split_once(", ") {
        Some((measure, years)) if measure != "fixed" => {
            let years: Vec<String> = years.split(", ").map(part).collect();
            format!("{measure}, {}", years.join(", "))
        }
        Some((fixed, year)) => format!("{}, {year}", part(fixed)),
        None => part(name),
    }
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
    let (english, dutch) = PHRASES.iter().chain(&PHRASES_OF_POOLS).find(|(english, _)| *english == text)?;
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
