//! That nothing English is left in Dutch, and that names stay what they are.

use super::phrases::{FRAMES, PHRASES, PHRASES_OF_CONTRACTS, PHRASES_OF_POOLS, SOURCE_FRAMES};
use super::{key_name, label, source};
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
        (
            "begeleiding, De Marne, 2026-03-31, credits line 12, volume",
            "begeleiding, De Marne, 2026-03-31, credits line 12, volume",
            "begeleiding, De Marne, 2026-03-31, crediteert regel 12, volume",
        ),
        ("settled beyond 2.5%", "settled beyond 2.5%", "afgerekend voorbij 2.5%"),
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
        ("equal", "gelijke gewichten"),
        ("fixed, 2014", "vaste gewichten, 2014"),
        ("fixed 0-17, 2014", "vaste gewichten 0-17, 2014"),
    ];
    for (name, dutch) in keys {
        assert_eq!((key_name(name, Language::En), key_name(name, Language::Nl)), (name.into(), dutch.into()));
    }
    let sources = [
        ("data/costs.csv:8, column total; Bijlage 1, tabel 2.1", "data/costs.csv:8, kolom total; Bijlage 1, tabel 2.1"),
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

/// Other terms for the contracts of `variants-2026.toml`: what it does not have itself.
const OTHER_CONTRACTS: [&[(&str, &str)]; 2] = [
    // A penalty of the lump sum, a turnover of one year, a pure lump sum, and a ceiling that holds.
    &[
        ("percent = \"1%\", of = \"settled\"", "percent = \"1%\", of = \"lump-sum\""),
        ("turnover = { 2024 = 2950000, 2025 = 3060000 }", "turnover = { 2025 = 3060000 }"),
        ("corridor = { under = [{ from = \"5%\", share = \"100%\" }] }", "corridor = { over = [] }"),
        ("ceilings.2026 = { amount = 1690000,", "ceilings.2026 = { amount = 9000000,"),
    ],
    // A capitation of one group, and results that are all paid at the end.
    &[
        (
            "  { name = \"Het Hogeland\", rate = \"108.50\", persons = \"8839\" },\n  { name = \"Westerkwartier\", rate = \
             \"104.25\", persons = \"13076\" },\n  { name = \"Eemsdelta\", rate = \"112.75\", persons = \"7735\" },\n",
            "",
        ),
        (
            "\"2027-01-01\" = \"2498.50\" }, start = \"30%\", milestones = [\"40%\"], end = \"30%\" }",
            "\"2027-01-01\" = \"2498.50\" } }",
        ),
    ],
];

#[test]
fn nothing_english_is_left_in_dutch_explanations_of_pools() {
    for file in ["bmwe-pools.toml", "groningen-2015-2018.toml", "../cli/tests/data/reserve.toml"] {
        refuse_english(&scenarios().join(file));
    }
}

#[test]
fn nothing_english_is_left_in_dutch_explanations_of_contracts() {
    refuse_english(&scenarios().join("variants-2026.toml"));
}

#[test]
fn nothing_english_is_left_whatever_the_terms_of_a_pool() {
    for changes in OTHER_TERMS {
        // Other ways to share are not explained.
        refuse_english_with("bmwe-pools.toml", changes, "\n[[alternative]]");
    }
}

#[test]
fn nothing_english_is_left_whatever_the_terms_of_a_contract() {
    for changes in OTHER_CONTRACTS {
        // Other agreements are not explained.
        refuse_english_with("variants-2026.toml", changes, "\n[[case]]");
    }
    // Nothing is reported of the tasks of 2027, so that only the penalty is settled; and one of them holds for part of it.
    let part_of_year = [
        (
            "id = \"begeleiding-2027\"\nprovider = \"Wierdezorg\"\nfrom = \"2027-01-01\"",
            "id = \"begeleiding-2027\"\nprovider = \"Wierdezorg\"\nfrom = \"2027-05-01\"",
        ),
        ("turnover = { 2024 = 2950000, 2025 = 3060000 }", "turnover = { 2025 = 3060000 }\npart_year = \"by-month\""),
    ];
    refuse_english_with("variants-2026.toml", &part_of_year, "\n[[volumes]]\nid = \"2027\"");
}

/// The same for a scenario with changes, up to a section.
fn refuse_english_with(file: &str, changes: &[(&str, &str)], end: &str) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    for table in std::fs::read_dir(scenarios().join("data")).unwrap().map(Result::unwrap) {
        std::fs::copy(table.path(), folder.path().join("data").join(table.file_name())).unwrap();
    }
    let mut text = std::fs::read_to_string(scenarios().join(file)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = folder.path().join("changed.toml");
    std::fs::write(&path, text.split(end).next().unwrap()).unwrap();
    refuse_english(&path);
}

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios")
}

/// Every part of every label and source of every figure is a name, a number or a Dutch phrase.
fn refuse_english(file: &Path) {
    let loaded = Loaded::read(file).unwrap();
    let (plan, outcome) = (loaded.plan().unwrap(), loaded.outcome().unwrap());
    let names = names(&loaded.scenario, &outcome);
    let mut texts: BTreeSet<String> = outcome.pools.iter().map(|pool| key_name(&pool.key.name, Language::Nl)).collect();
    for figure in figures(&outcome) {
        texts.extend(dutch(&plan.explain(&figure).unwrap()));
    }
    assert!(texts.len() > 50, "{}: only {texts:?}", file.display());
    let is_phrase = |text: &str| PHRASES_OF_CONTRACTS.iter().any(|(_, dutch)| *dutch == text);
    let is_whole = |text: &&String| !names.contains(*text) && !is_phrase(text);
    let parts = texts.iter().filter(is_whole).flat_map(|text| text.split(", ").flat_map(|part| part.split("; ")));
    let english: BTreeSet<&str> = parts.filter(|part| !is_known(part, &names)).collect();
    assert!(english.is_empty(), "{}: {english:?}", file.display());
}

fn figures(outcome: &Outcome) -> Vec<String> {
    let mut figures = Vec::new();
    for statement in &outcome.statements {
        let parties: Vec<&str> = statement.parties.iter().map(|&party| outcome.parties[party].name.as_str()).collect();
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
        names.extend(series.records().iter().flat_map(|record| record.segment.iter().chain(&record.client).cloned()));
    }
    names.extend(scenario.products.iter().map(|product| product.id.clone()));
    names.extend(scenario.volumes.iter().flat_map(|volumes| &volumes.lines).filter_map(|line| line.number.clone()));
    for task in scenario.contracts.iter().filter_map(|contract| contract.task.as_ref()) {
        names.extend(task.penalties.iter().map(|penalty| penalty.reason.clone()));
        let mutations = task.lump_sum.later.iter().flat_map(|terms| &terms.mutations);
        names.extend(mutations.map(|mutation| mutation.name.clone()));
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
    names.retain(|name| {
        !PHRASES_OF_POOLS
            .iter()
            .chain(&PHRASES_OF_CONTRACTS)
            .any(|(english, dutch)| english == name && english != dutch)
    });
    names
}

fn is_known(part: &str, names: &BTreeSet<String>) -> bool {
    let is_phrase =
        PHRASES.iter().chain(&PHRASES_OF_POOLS).chain(&PHRASES_OF_CONTRACTS).any(|(_, dutch)| *dutch == part);
    let without_letters = |text: &str| !text.chars().any(char::is_alphabetic);
    let is_place = part.split_once(".csv:").is_some_and(|(_, line)| without_letters(line));
    // `youths 0-24`, `contribution 2015`
    let is_measure = part.split_once(' ').is_some_and(|(name, rest)| !name.contains(' ') && without_letters(rest));
    let inside = |frame: &[&str; 4]| part.strip_prefix(frame[2])?.strip_suffix(frame[3]);
    let is_framed = FRAMES.iter().filter_map(inside).any(|inner| inner != part && is_known(inner, names));
    let is_terms = ["scenario", "geen regels", "geen tarieven"].contains(&part)
        || part.starts_with("pot \"")
        || part.starts_with("contract \"");
    let is_source = is_terms || SOURCE_FRAMES.iter().filter_map(inside).any(|inner| inner != part);
    let is_name = names.contains(part) || without_letters(part) || is_place || is_measure;
    is_name || is_phrase || is_framed || is_source
}
