//! A scenario with everything that was read for it.

use crate::failure::Failure;
use crate::files::{self, FileError};
use std::path::{Path, PathBuf};
use taakgericht::scenario::{Input, Outcome, Plan, Scenario};
use taakgericht::{Error, Errors, format};

/// The texts that were read, by the names that errors know them by.
#[derive(Debug, Default)]
pub(crate) struct Texts(Vec<Text>);

/// A text, by the name that the scenario gives it, and by the path that a reader can open from here.
#[derive(Debug)]
struct Text {
    name: String,
    path: PathBuf,
    shown: String,
    text: String,
}

impl Texts {
    /// The path and the text that go by a name.
    pub(crate) fn find(&self, name: &str) -> Option<(&str, &str)> {
        let found = self.0.iter().find(|text| text.name == name)?;
        Some((&found.shown, &found.text))
    }

    /// The text that goes by a name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.find(name).map(|(_, text)| text)
    }

    /// Reads a file and keeps it under a name.
    pub(crate) fn read(&mut self, name: &str, path: &Path) -> Result<(), FileError> {
        let (path, text) = (path.to_owned(), files::read(path)?);
        self.0.push(Text { name: name.to_owned(), shown: path.display().to_string(), path, text });
        Ok(())
    }

    /// The files, which must not be overwritten.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        self.0.iter().map(|text| text.path.clone()).collect()
    }

    /// The name and the SHA-256 of every text, for the receipt; the names are seen from the folder of the first, so that
    /// they are the same wherever the command was given.
    pub(crate) fn inputs(&self) -> Vec<Input> {
        let name = |position: usize, text: &Text| match text.path.file_name() {
            Some(file) if position == 0 => file.to_string_lossy().into_owned(),
            _ => text.name.clone(),
        };
        let input =
            |(position, text)| Input { name: name(position, text), sha256: format::sha256(text.text.as_bytes()) };
        self.0.iter().enumerate().map(input).collect()
    }
}

/// A scenario and the texts it was read from.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) scenario: Scenario,
    pub(crate) texts: Texts,
}

impl Loaded {
    /// Reads a scenario and the tables that it names.
    ///
    /// The tables are found from the folder of the scenario. They may lie outside it (`../data/x.csv`) and behind symbolic
    /// links: whoever runs a scenario may read what it names, and the receipt lists every file that was read. An absolute
    /// path is refused, because such a scenario gives its result on one machine only.
    pub(crate) fn read(path: &Path) -> Result<Loaded, Failure> {
        let mut texts = Texts::default();
        match read_scenario(path, &mut texts) {
            Ok(scenario) => Ok(Loaded { scenario, texts }),
            Err(failure) => Err(failure.beside(texts)),
        }
    }

    /// The scenario made ready.
    pub(crate) fn plan(&self) -> Result<Plan<'_>, Errors> {
        Plan::new(&self.scenario).map_err(|errors| self.locate(errors))
    }

    /// Puts errors of a plan at the lines of the sections that they are about.
    pub(crate) fn locate(&self, errors: Errors) -> Errors {
        let (name, text) = self.texts.0.first().map_or(("", ""), |main| (main.name.as_str(), main.text.as_str()));
        let in_file = |error: &Error| error.clone().in_file(name, None);
        every(&format::locate(name, text, errors), in_file)
    }

    /// What comes out, with a complete receipt.
    pub(crate) fn outcome(&self) -> Result<Outcome, Errors> {
        let mut outcome = self.plan()?.run().map_err(|errors| self.locate(errors))?;
        outcome.receipt.fingerprint = Some(format::fingerprint(&self.scenario));
        outcome.receipt.inputs = self.texts.inputs();
        Ok(outcome)
    }

    /// Puts errors of the scenario beside the texts that they are about.
    pub(crate) fn fail(self, errors: Errors) -> Failure {
        Failure::from(errors).beside(self.texts)
    }
}

fn every(errors: &Errors, change: impl Fn(&Error) -> Error) -> Errors {
    let changed: Vec<Error> = errors.all().iter().map(change).collect();
    Errors::or_ok(changed, ()).err().unwrap_or_else(|| errors.clone())
}

fn read_scenario(path: &Path, texts: &mut Texts) -> Result<Scenario, Failure> {
    let (name, folder) = (path.display().to_string(), path.parent().unwrap_or(Path::new("")));
    texts.read(&name, path)?;
    let tables = format::file_names(&name, texts.text(&name).unwrap_or_default())?;
    let read = tables.iter().map(|table| refuse_absolute(table).and_then(|()| texts.read(table, &folder.join(table))));
    let unread: Vec<FileError> = read.filter_map(Result::err).collect();
    if !unread.is_empty() {
        return Err(Failure::Files(unread));
    }
    Ok(format::read(&name, texts.text(&name).unwrap_or_default(), &|table| texts.text(table))?)
}

fn refuse_absolute(name: &str) -> Result<(), FileError> {
    if Path::new(name).is_absolute() {
        let why = "its path is absolute; name it from the folder of the scenario";
        return Err(FileError::unreadable(Path::new(name), why));
    }
    Ok(())
}
