//! Scenarios from the texts of the caller.

use crate::failure::Failure;
use crate::input;
use crate::prepared::Prepared;
use crate::scenario::tkg_file;
use crate::view::{self, Input};
use taakgericht::scenario::{Input as Receipted, Outcome};
use taakgericht::trace::Trace;
use taakgericht::{Error, Errors, Kind, format};

/// A scenario made ready, with the texts that it was read from.
#[derive(Debug)]
pub(crate) struct Loaded {
    prepared: Prepared,
    texts: Texts,
}

/// The main text and the texts of the CSV files, with their names.
#[derive(Debug)]
pub(crate) struct Texts {
    main: Named,
    files: Vec<Named>,
}

#[derive(Debug)]
struct Named {
    name: String,
    text: String,
}

impl Named {
    /// # Safety
    /// What a file of the caller points at is as long as it says.
    unsafe fn read(file: &tkg_file) -> Result<Named, Failure> {
        // SAFETY: as the caller promises.
        let name = unsafe { input::text("file.name", file.name, file.name_length) }?.to_owned();
        // SAFETY: as the caller promises.
        let bytes = unsafe { input::bytes("file.text", file.text, file.text_length) }?;
        match core::str::from_utf8(bytes) {
            Ok(text) => Ok(Named { name, text: text.to_owned() }),
            Err(error) => Err(not_utf8(&name, bytes, error.valid_up_to())),
        }
    }
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Failure {
    let before = bytes.iter().take(valid).filter(|&&byte| byte == b'\n').count();
    let line = u32::try_from(before.saturating_add(1)).ok();
    let error = Error::new(Kind::Syntax, "bytes that are no UTF-8", "UTF-8 text");
    Failure::from(error.advise("Save it as UTF-8 (in Excel: CSV UTF-8).").in_file(name, line))
}

impl Texts {
    /// Copies the texts of the caller.
    ///
    /// # Safety
    /// The caller of the library lets us read `count` files, and what they point at.
    pub(crate) unsafe fn read(main: *const tkg_file, files: *const tkg_file, count: i64) -> Result<Texts, Failure> {
        // SAFETY: as the caller promises.
        let main = unsafe { view::pointed("main_file", main) }?;
        // SAFETY: as the caller promises.
        let main = unsafe { Named::read(main) }?;
        // SAFETY: as the caller promises.
        let files = unsafe { Input::new("files", files, view::count("count", count)?)?.slice() };
        // SAFETY: as the caller promises.
        let named =
            |(item, file): (usize, &tkg_file)| unsafe { Named::read(file) }.map_err(|failure| failure.at_item(item));
        Ok(Texts { main, files: files.iter().enumerate().map(named).collect::<Result<_, _>>()? })
    }

    /// The names of the files that the scenario names.
    pub(crate) fn file_names(&self) -> Result<Vec<String>, Errors> {
        format::file_names(&self.main.name, &self.main.text)
    }

    /// Reads the scenario, and proves that it can be carried out.
    pub(crate) fn load(self) -> Result<Loaded, Errors> {
        let text = |name: &str| self.files.iter().find(|file| file.name == name).map(|file| file.text.as_str());
        let scenario = format::read(&self.main.name, &self.main.text, &text)?;
        let prepared = Prepared::new(scenario).map_err(|errors| self.located(errors))?;
        Ok(Loaded { prepared, texts: self })
    }

    /// An error stands at the line of the section that it is about.
    fn located(&self, errors: Errors) -> Errors {
        format::locate(&self.main.name, &self.main.text, errors)
    }
}

impl Loaded {
    /// What comes out, with a complete receipt.
    pub(crate) fn run(&self) -> Result<Outcome, Errors> {
        let mut outcome = self.prepared.plan().run().map_err(|errors| self.texts.located(errors))?;
        outcome.receipt.fingerprint = Some(format::fingerprint(self.prepared.scenario()));
        outcome.receipt.inputs = self.inputs();
        Ok(outcome)
    }

    /// How a figure came about, computed again from its inputs.
    pub(crate) fn explain(&self, figure: &str) -> Result<Trace, Errors> {
        let trace = self.prepared.plan().explain(figure)?;
        trace.replay()?;
        Ok(trace)
    }

    /// The texts that the scenario was read from; a text that it does not name is none of them.
    fn inputs(&self) -> Vec<Receipted> {
        let named = self.texts.file_names().unwrap_or_default();
        let files = self.texts.files.iter().filter(|file| named.contains(&file.name));
        let input =
            |Named { name, text }: &Named| Receipted { name: name.clone(), sha256: format::sha256(text.as_bytes()) };
        core::iter::once(&self.texts.main).chain(files).map(input).collect()
    }
}
