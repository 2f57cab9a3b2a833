//! What was found about published tables, in words.

use crate::guard::guard_handle;
use crate::handle;
use crate::input::choice;
use crate::outcome::tkg_outcome;
use crate::record::tkg_error;
use crate::scenario::as_json;
use crate::status::tkg_status;
use crate::text::tkg_text;
use taakgericht::Language;
use taakgericht::budget::reconcile::{Detection, Finding};
use taakgericht::scenario::Reconciliation;

/// Languages of words for people. English, with "1,234.5".
pub const TKG_LANGUAGE_EN: i32 = 0;
/// Dutch, with "1.234,5".
pub const TKG_LANGUAGE_NL: i32 = 1;

const LANGUAGES: [(i32, Language); 2] = [(TKG_LANGUAGE_EN, Language::En), (TKG_LANGUAGE_NL, Language::Nl)];

/// What was found about the published tables of a scenario (Dutch: aansluiting), as JSON:
/// {"shape":"taakgericht/findings/1","findings":[{...,"diagnosis":"..."}],"detections":[...],"refusals":[...],
/// "notes":[...]}.
///
/// For each figure that an identity of the scenario is about: it holds, rounding explains it, or it is an error of so
/// much; in words of `language`, one of TKG_LANGUAGE_... `outcome` and `out` may not be NULL. TKG_E_ARGUMENT for a
/// language that there is not. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_findings(
    outcome: *const tkg_outcome,
    language: i32,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        as_json(&Findings::of(outcome.reconciliation(), choice("language", language, &LANGUAGES)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

#[derive(serde::Serialize)]
struct Findings<'a> {
    shape: &'static str,
    findings: Vec<InWords<'a, Finding>>,
    detections: Vec<InWords<'a, Detection>>,
    refusals: Vec<String>,
    notes: Vec<Note<'a>>,
}

#[derive(serde::Serialize)]
struct InWords<'a, T> {
    #[serde(flatten)]
    data: &'a T,
    diagnosis: String,
}

#[derive(serde::Serialize)]
struct Note<'a> {
    identity: &'a str,
    note: &'a str,
}

impl<'a> Findings<'a> {
    fn of(found: &'a Reconciliation, language: Language) -> Findings<'a> {
        let finding = |data: &'a Finding| InWords { data, diagnosis: data.diagnosis(language) };
        let detection = |data: &'a Detection| InWords { data, diagnosis: data.diagnosis(language) };
        Findings {
            shape: "taakgericht/findings/1",
            findings: found.findings.iter().map(finding).collect(),
            detections: found.detections.iter().map(detection).collect(),
            refusals: found.refusals.iter().map(ToString::to_string).collect(),
            notes: found.notes.iter().map(|(identity, note)| Note { identity, note }).collect(),
        }
    }
}
