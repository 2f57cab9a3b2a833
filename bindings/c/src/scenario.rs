//! Scenarios: from texts, with the tables that they name, to what comes out.

use crate::failure::Failure;
use crate::guard::guard_handle;
use crate::handle::{self, Handle};
use crate::input;
use crate::outcome::tkg_outcome;
use crate::reading::{Loaded, Texts};
use crate::record::tkg_error;
use crate::status::{name, of_kind, tkg_status};
use crate::text::tkg_text;
use core::ffi::c_char;
use taakgericht::trace::Trace;
use taakgericht::{Error, Errors, Kind};

/// A text with its name. The library opens no file: a program reads the texts, and says what they are called.
///
/// Borrowed during the call, and copied. Lengths are in bytes, -1 when a NUL ends the text. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_file {
    /// The name that the scenario has for it, such as "data/bmwe_budget_2015.csv"; for a main text, what errors
    /// call it.
    pub name: *const c_char,
    /// How long the name is.
    pub name_length: i64,
    /// The text itself, in UTF-8.
    pub text: *const c_char,
    /// How long the text is.
    pub text_length: i64,
}

/// A scenario that was read and proved. It does not change, so any number of threads may use it at once. Free it with
/// tkg_scenario_free; what was made from it stays good.
#[derive(Debug)]
pub struct tkg_scenario(Loaded);

impl Handle for tkg_scenario {
    const NAME: &'static str = "tkg_scenario";
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_scenario>();
};

/// The names of the CSV files that a scenario names, each on a line of its own that ends in "\n": what to read for
/// tkg_scenario_read.
///
/// `main_file` and `out` may not be NULL. TKG_E_SYNTAX when the text is no TOML. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_files(
    main_file: *const tkg_file,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the texts of the caller.
        let names = unsafe { Texts::read(main_file, core::ptr::null(), 0) }?.file_names()?;
        Ok(tkg_text::new(names.iter().map(|name| format!("{name}\n")).collect()))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Reads a scenario (TOML) with the `count` CSV files that it names, and proves that it can be carried out.
///
/// `main_file` and `out` may not be NULL; `files` not unless `count` is 0. A file that the scenario does not name is
/// left alone. The status and the record are those of the first error; tkg_scenario_diagnose lists them all.
/// TKG_E_SYNTAX also for a text that is no UTF-8; every status of data can be given. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_read(
    main_file: *const tkg_file,
    files: *const tkg_file,
    count: i64,
    out: *mut *mut tkg_scenario,
    err: *mut tkg_error,
) -> tkg_status {
    // SAFETY: the texts of the caller.
    let body = || Ok(tkg_scenario(unsafe { Texts::read(main_file, files, count) }?.load()?));
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Everything that is wrong with a scenario, up to carrying it out, as JSON:
/// {"shape":"taakgericht/diagnosis/1","errors":[{"status":-36,"name":"TKG_E_SCHEDULE_SUM","kind":"schedule-sum",
/// "file":"a.toml","line":14,"path":["schedule \"rta\""],"message":"...","advice":"..."}]}.
///
/// Arguments as for tkg_scenario_read. TKG_OK when there is a diagnosis, also one that finds errors; the list is
/// empty when there are none. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_diagnose(
    main_file: *const tkg_file,
    files: *const tkg_file,
    count: i64,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the texts of the caller.
        let ran = unsafe { Texts::read(main_file, files, count) }?.load().and_then(|loaded| loaded.run());
        as_json(&Diagnosis::of(ran.as_ref().err()))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Carries a scenario out.
///
/// `scenario` and `out` may not be NULL. TKG_E_TIE, TKG_E_OVERFLOW and whatever else a rule can raise. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_run(
    scenario: *const tkg_scenario,
    out: *mut *mut tkg_outcome,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let tkg_scenario(loaded) = unsafe { handle::borrow("scenario", scenario) }?;
        tkg_outcome::new(loaded.run()?)
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Explains one figure down to its inputs and their sources, as JSON:
/// {"shape":"taakgericht/explain/1","figure":"...","steps":[...]}.
///
/// A figure is statement/column/party, such as "rta-groningen/2016/directe_zorg/Bedum"; the party is a name or a
/// code, or "total". Every step stands after its inputs, and the last is the figure; the library has computed it
/// again from its inputs. `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME;
/// TKG_E_UNREADABLE. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_explain(
    scenario: *const tkg_scenario,
    figure: *const c_char,
    length: i64,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let tkg_scenario(loaded) = unsafe { handle::borrow("scenario", scenario) }?;
        // SAFETY: the text of the caller.
        let figure = unsafe { input::text("figure", figure, length) }?;
        as_json(&Explanation { shape: "taakgericht/explain/1", figure, steps: &loaded.explain(figure)? })
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Frees a scenario; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_scenario_free(scenario: *mut tkg_scenario) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(scenario) };
}

#[derive(serde::Serialize)]
struct Explanation<'a> {
    shape: &'static str,
    figure: &'a str,
    steps: &'a Trace,
}

#[derive(serde::Serialize)]
struct Diagnosis {
    shape: &'static str,
    errors: Vec<Found>,
}

#[derive(serde::Serialize)]
struct Found {
    status: tkg_status,
    name: String,
    kind: Kind,
    file: Option<String>,
    line: Option<u32>,
    path: Vec<String>,
    message: String,
    advice: Option<String>,
}

impl Diagnosis {
    fn of(errors: Option<&Errors>) -> Diagnosis {
        let errors = errors.map_or(&[][..], Errors::all);
        Diagnosis { shape: "taakgericht/diagnosis/1", errors: errors.iter().map(Found::of).collect() }
    }
}

impl Found {
    fn of(error: &Error) -> Found {
        let (status, place) = (of_kind(error.kind()), error.place().clone());
        Found {
            status,
            name: name(status).to_string_lossy().into_owned(),
            kind: error.kind(),
            file: place.file,
            line: place.line,
            path: place.path,
            message: error.to_string(),
            advice: error.advice().map(str::to_owned),
        }
    }
}

/// Something of ours as JSON.
pub(crate) fn as_json(data: &impl serde::Serialize) -> Result<tkg_text, Failure> {
    let json = serde_json::to_string(data);
    json.map(tkg_text::new).map_err(|error| Failure::internal(&format!("a text that is no JSON ({error})")))
}
