//! Good scenarios as texts, and what reading and writing owe each other.

#[path = "financing_texts.rs"]
mod financing_texts;
#[path = "pool_texts.rs"]
mod pool_texts;

use std::collections::BTreeMap;
use std::fs;
use taakgericht::Errors;
use taakgericht::format::{self, Canonical};
use taakgericht::scenario::Scenario;

/// A scenario as texts: the main one, and the CSV files by their names.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) main: String,
    pub(crate) files: BTreeMap<String, String>,
}

impl Texts {
    /// The real scenario of the repository.
    pub(crate) fn bmwe() -> Texts {
        let main = fs::read_to_string("scenarios/bmwe-2015.toml").unwrap();
        let names = format::file_names("bmwe-2015.toml", &main).unwrap();
        let text = |name: &String| fs::read_to_string(format!("scenarios/{name}")).unwrap();
        Texts { files: names.iter().map(|name| (name.clone(), text(name))).collect(), main }
    }

    /// A small scenario with pools.
    pub(crate) fn pools() -> Texts {
        let files = pool_texts::FILES.map(|(name, text)| (name.to_string(), text.to_string()));
        Texts { main: pool_texts::MAIN.into(), files: files.into() }
    }

    /// A small scenario with contracts.
    pub(crate) fn contracts() -> Texts {
        let files = financing_texts::FILES.map(|(name, text)| (name.to_string(), text.to_string()));
        Texts { main: financing_texts::MAIN.into(), files: files.into() }
    }

    pub(crate) fn read(&self) -> Result<Scenario, Errors> {
        format::read("bmwe-2015.toml", &self.main, &|name| self.files.get(name).map(String::as_str))
    }
}

fn read(canonical: &Canonical) -> Result<Scenario, Errors> {
    format::read("canonical.toml", &canonical.main, &|name| canonical.file(name))
}

/// What reading and writing owe each other, for a scenario that keeps the rules of the format.
pub(crate) fn assert_round_trip(scenario: &Scenario) {
    let canonical = format::write(scenario);
    let again = read(&canonical).unwrap_or_else(|errors| panic!("{errors}\n{}", canonical.main));
    assert_eq!(again.clone().without_places(), scenario.clone().without_places(), "{}", canonical.main);
    assert_eq!(format::write(&again), canonical, "the same bytes");
    assert_eq!(format::fingerprint(&again), format::fingerprint(scenario));
}
