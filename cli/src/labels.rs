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
const PHRASES_OF_POOLS: [(&str, &str); 70] = [
    ("added", "opgeteld"),
    ("added to the reserve", "gedoteerd aan de reserve"),
    ("advance", "voorschot"),
    ("all contributions", "alle inleg"),
    ("all cost", "alle kosten"),
    ("all parties", "alle partijen"),
    ("all that is borne", "alles wat wordt gedragen"),
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
    use super::{FRAMES, PHRASES, PHRASES_OF_POOLS, SOURCE_FRAMES, key_name, label, source};
    use crate::input::Loaded;
    use crate::words::line;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};
    use taakgericht::Language;
    use taakgericht::scenario::{Outcome, Scenario};
    use taakgericht::trace::Trace;

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

    #[test]
    fn keys_and_sources_are_told_in_both_languages() {
        let keys = [
            ("contribution 2015", "contribution 2015"), // the name of a series
            ("cost, mean of sums of 2013–2015", "kosten, gemiddelde van sommen over 2013–2015"),
            ("youths 0-24, weighted years 2 × 2014, 1 × 2013", "youths 0-24, gewogen jaren 2 × 2014, 1 × 2013"),
            ("equal", "gelijk"),
            ("fixed, 2014", "vast, 2014"),
        ];
        for (name, dutch) in keys {
            assert_eq!((key_name(name, Language::En), key_name(name, Language::Nl)), (name.into(), dutch.into()));
        }
        let sources = [
            (
                "data/costs.csv:8, column total; Bijlage 1, tabel 2.1",
                "data/costs.csv:8, kolom total; Bijlage 1, tabel 2.1",
            ),
            ("costs.csv:8, column cost; Bijlage 1, and 2 more", "costs.csv:8, kolom cost; Bijlage 1, en nog 2"),
            ("series cost; Bread and no more", "reeks cost; Bread and no more"),
            ("scenario, pool \"bmwe\"", "scenario, pot \"bmwe\""),
            ("by definition", "per definitie"),
        ];
        for (english, dutch) in sources {
            assert_eq!((source(english, Language::En), source(english, Language::Nl)), (english.into(), dutch.into()));
        }
    }

    /// Other terms for the pool of `bmwe-pools.toml`: what stands there, and what stands there instead.
    const OTHER_TERMS: [&[(&str, &str)]; 7] = [
        &[(
            "{ kind = \"insurance\" }",
            "{ kind = \"corridor\", band = \"1%\", netting = \"each-side\" }\nunderspend_key = \"youths\"",
        )],
        &[("{ kind = \"insurance\" }", "{ kind = \"corridor\", band = \"1%\", netting = \"overspends-only\" }")],
        &[("{ kind = \"insurance\" }", "{ kind = \"stop-loss\", threshold = 100000, ceded = \"80%\" }")],
        &[
            ("{ kind = \"insurance\" }", "{ kind = \"blend\", pooled = \"60%\" }\nsegments = [\"zwaar\"]"),
            ("\nkey = \"contribution\"", "\nkey = \"use-of-three-years\""),
            ("basis = \"mean-of-sums\"", "basis = \"mean-of-shares\""),
        ],
        &[
            ("\nkey = \"contribution\"", "\nkey = \"use-of-three-years\""),
            ("basis = \"mean-of-sums\"", "basis = \"weighted-years\""),
            ("\nyears = 3", "\nweights = [2, 1]"),
        ],
        &[
            ("\nkey = \"contribution\"", "\nkey = \"use-of-three-years\""),
            ("\nbasis = \"mean-of-sums\"\nseries = \"cost\"\nyears = 3\nyears_before = 0", "\nbasis = \"equal\""),
        ],
        &[(
            "\nkey = \"contribution\"",
            "\nkey = \"contribution\"\nreserve = { opening = 50000, floor = 0, cap = 100000, top_up = 10000 }",
        )],
    ];

    #[test]
    fn nothing_english_is_left_in_dutch_explanations_of_pools() {
        for file in ["bmwe-pools.toml", "groningen-2015-2018.toml"] {
            refuse_english(&scenarios().join(file));
        }
    }

    #[test]
    fn nothing_english_is_left_whatever_the_terms_of_a_pool() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        for table in std::fs::read_dir(scenarios().join("data")).unwrap().map(Result::unwrap) {
            std::fs::copy(table.path(), folder.path().join("data").join(table.file_name())).unwrap();
        }
        let text = std::fs::read_to_string(scenarios().join("bmwe-pools.toml")).unwrap();
        for changes in OTHER_TERMS {
            let mut changed = text.clone();
            for (from, to) in changes {
                assert!(changed.contains(from), "{from}");
                changed = changed.replacen(from, to, 1);
            }
            // Other ways to share are not explained.
            let changed = changed.split("\n[[alternative]]").next().unwrap();
            let path = folder.path().join("changed.toml");
            std::fs::write(&path, changed).unwrap();
            refuse_english(&path);
        }
    }

    fn scenarios() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios")
    }

    /// Every part of every label and source of every figure is a name, a number or a Dutch phrase.
    fn refuse_english(file: &Path) {
        let loaded = Loaded::read(file).unwrap();
        let (plan, outcome) = (loaded.plan().unwrap(), loaded.outcome().unwrap());
        let names = names(&loaded.scenario, &outcome);
        let mut texts: BTreeSet<String> =
            outcome.pools.iter().map(|pool| key_name(&pool.key.name, Language::Nl)).collect();
        for figure in figures(&outcome) {
            texts.extend(dutch(&plan.explain(&figure).unwrap()));
        }
        assert!(texts.len() > 50, "{}: only {texts:?}", file.display());
        let is_whole = |text: &&String| !names.contains(*text);
        let parts = texts.iter().filter(is_whole).flat_map(|text| text.split(", ").flat_map(|part| part.split("; ")));
        let english: BTreeSet<&str> = parts.filter(|part| !is_known(part, &names)).collect();
        assert!(english.is_empty(), "{}: {english:?}", file.display());
    }

    fn figures(outcome: &Outcome) -> Vec<String> {
        let mut figures = Vec::new();
        for statement in &outcome.statements {
            let parties: Vec<&str> =
                statement.parties.iter().map(|&party| outcome.parties[party].name.as_str()).collect();
            for column in &statement.columns {
                let figure = |party: &&str| format!("{}/{}/{party}", statement.id, column.name);
                figures.extend(parties.iter().chain(&["total"]).map(figure));
            }
        }
        figures
    }

    fn dutch(trace: &Trace) -> Vec<String> {
        let labels = trace.steps().iter().map(|step| label(&step.label, Language::Nl));
        let sources = trace.steps().iter().filter_map(|step| step.source.as_ref());
        labels.chain(sources.map(|text| source(text, Language::Nl))).collect()
    }

    /// The names that a scenario gives, and the parts of the titles of its sources.
    fn names(scenario: &Scenario, outcome: &Outcome) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = outcome.parties.iter().map(|party| party.name.clone()).collect();
        names.extend(scenario.pools.iter().map(|pool| pool.id.clone()));
        names.extend(scenario.keys.iter().map(|key| key.id.clone()));
        for series in &scenario.series {
            names.insert(series.id().to_owned());
            names.extend(
                series.records().iter().flat_map(|record| record.segment.iter().chain(&record.client).cloned()),
            );
        }
        for source in &scenario.sources {
            names.extend(source.title.split(", ").flat_map(|part| part.split("; ")).map(str::to_owned));
        }
        names.extend(
            outcome
                .statements
                .iter()
                .flat_map(|statement| &statement.columns)
                .map(|column| line(&column.name, Language::Nl)),
        );
        names.insert(line("total", Language::Nl));
        // The segment pgb is what the column pgb is.
        names.insert(line("pgb", Language::Nl));
        // Where a name is a phrase too, it must have been taken for the phrase.
        names.retain(|name| !PHRASES_OF_POOLS.iter().any(|(english, dutch)| english == name && english != dutch));
        names
    }

    fn is_known(part: &str, names: &BTreeSet<String>) -> bool {
        let is_phrase = PHRASES.iter().chain(&PHRASES_OF_POOLS).any(|(_, dutch)| *dutch == part);
        let without_letters = |text: &str| !text.chars().any(char::is_alphabetic);
        let is_place = part.split_once(".csv:").is_some_and(|(_, line)| without_letters(line));
        // `youths 0-24`, `contribution 2015`
        let is_measure = part.split_once(' ').is_some_and(|(name, rest)| !name.contains(' ') && without_letters(rest));
        let inside = |frame: &[&str; 4]| part.strip_prefix(frame[2])?.strip_suffix(frame[3]);
        let is_framed = FRAMES.iter().filter_map(inside).any(|inner| inner != part && is_known(inner, names));
        let is_terms = part == "scenario" || part.starts_with("pot \"");
        let is_source = is_terms || SOURCE_FRAMES.iter().filter_map(inside).any(|inner| inner != part);
        let is_name = names.contains(part) || without_letters(part) || is_place || is_measure;
        is_name || is_phrase || is_framed || is_source
    }
}
