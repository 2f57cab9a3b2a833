//! Every operation by its name, on texts: for languages without structs, and for whatever has no call of its own.

use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle;
use crate::input;
use crate::plan::known_rules;
use crate::record::tkg_error;
use crate::room;
use crate::scenario::as_json;
use crate::status::tkg_status;
use crate::text::{Written, tkg_text};
use crate::view::{self, Input};
use core::ffi::c_char;
use std::collections::BTreeMap;
use taakgericht::operation::{Operation, call};
use taakgericht::{Error, Kind};

/// An argument of tkg_call: its name and its text.
///
/// Borrowed during the call. Lengths are in bytes, -1 when a NUL ends the text. Since 0.1.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tkg_pair {
    /// What the argument is called, "weights".
    pub name: *const c_char,
    /// How long the name is.
    pub name_length: i64,
    /// What it is, in UTF-8: "1 1 2".
    pub text: *const c_char,
    /// How long the text is.
    pub text_length: i64,
}

impl tkg_pair {
    /// The name and the text.
    ///
    /// # Safety What the caller points at is as long as is said, and nobody writes it while `'a` lasts.
    unsafe fn read<'a>(&self) -> Result<(&'a str, &'a str), Failure> {
        // SAFETY: as the caller promises.
        let name = unsafe { input::text("arguments.name", self.name, self.name_length) }?;
        // SAFETY: as the caller promises.
        let text = unsafe { input::text("arguments.text", self.text, self.text_length) }?;
        room::for_elements("arguments.text", text.len())?;
        Ok((name, text))
    }
}

/// Carries out an operation by its name, on texts: tkg_call(TKG_RULES_VERSION, "split", -1, arguments, 5, &out,
/// &err).
///
/// The operations are bounded, comparison, corridor, effort, hours, index, instalments, lump_sum, notation,
/// payments, pgb, pools, reconcile, rounding, rta, split, table, tariff, waterfall and weekly; tkg_operations says
/// what each does and how its arguments are written. Amounts are euros, "1234.56"; entries of a list are separated
/// by spaces; "-" is nothing. Every argument has to be there once, in any order: nothing is taken for granted.
/// `out` gets the results as JSON, an object of texts in the order of tkg_operations:
/// {"amount":"70644.00","residue":"0.36"}. tkg_text_member reads one of them. `operation` and `out` may not be
/// NULL; `arguments` not unless `count` is 0. TKG_E_UNKNOWN_NAME for an operation, and TKG_E_UNKNOWN_KEY for an
/// argument, that there is not, each with the nearest one that there is; TKG_E_MISSING or TKG_E_DUPLICATE for an
/// argument that is not there or there twice; TKG_E_UNREADABLE and others for a text that says nothing. err.field
/// names the operation and the argument. TKG_E_STATE for rules that there are not. Every status of data can be
/// given: tkg_status_kind has it in a word. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_call(
    rules_version: u32,
    operation: *const c_char,
    length: i64,
    arguments: *const tkg_pair,
    count: i64,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        known_rules("rules_version", rules_version)?;
        // SAFETY: the text of the caller.
        let operation = unsafe { input::text("operation", operation, length) }?;
        // SAFETY: the array of the caller.
        let arguments = unsafe { Input::kept("arguments", arguments, view::count("count", count)?)?.slice() };
        // SAFETY: the texts of the caller.
        let read = |(item, pair): (usize, &tkg_pair)| unsafe { pair.read() }.map_err(|failure| failure.at_item(item));
        let arguments = arguments.iter().enumerate().map(read).collect::<Result<Vec<_>, Failure>>()?;
        as_json(&Results(call(operation, &arguments)?))
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// What tkg_call can do, as JSON:
/// {"shape":"taakgericht/operations/1","operations":[{"name":"split","about":"Divides a whole by weights:
/// ...","arguments":["whole","unit","method","tie","weights"],"results":["parts"]},...]}.
///
/// `out` may not be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_operations(out: *mut *mut tkg_text, err: *mut tkg_error) -> tkg_status {
    let body = || {
        as_json(&Listing {
            shape: "taakgericht/operations/1",
            operations: Operation::ALL.iter().map(Listed::of).collect(),
        })
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// One result of tkg_call, by its name, with a NUL behind it: tkg_text_member(text, "parts", -1, buffer, 80, NULL,
/// &err).
///
/// `length` is that of the name in bytes, -1 when a NUL ends it. `needed`, which may be NULL, is the length of the
/// result without the NUL, also when the buffer is too short (TKG_E_BUFFER). `buffer` may be NULL when `cap` is 0;
/// `text` and `name` may not be NULL. TKG_E_UNKNOWN_NAME when there is no such result; TKG_E_WRONG_TYPE for a text
/// that tkg_call did not make. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_text_member(
    text: *const tkg_text,
    name: *const c_char,
    length: i64,
    buffer: *mut c_char,
    cap: i64,
    needed: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let members = members(unsafe { handle::borrow("text", text) }?)?;
        // SAFETY: the text of the caller.
        let name = unsafe { input::text("name", name, length) }?;
        let unknown = || Error::unknown("result", name, members.keys().map(String::as_str)).within("name");
        let member = members.get(name).ok_or_else(unknown)?;
        // SAFETY: the buffer of the caller.
        unsafe { Written { buffer, cap, needed }.write(member) }
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The texts of an object.
fn members(text: &tkg_text) -> Result<BTreeMap<String, String>, Failure> {
    let other = |_| Failure::of_data(Kind::WrongType, "text", "no object of texts", "the results of tkg_call");
    serde_json::from_str(text.as_str()).map_err(other)
}

/// Results as an object, in their own order.
struct Results(Vec<(&'static str, String)>);

impl serde::Serialize for Results {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}

#[derive(serde::Serialize)]
struct Listing {
    shape: &'static str,
    operations: Vec<Listed>,
}

#[derive(serde::Serialize)]
struct Listed {
    name: &'static str,
    about: &'static str,
    arguments: &'static [&'static str],
    results: &'static [&'static str],
}

impl Listed {
    fn of(operation: &Operation) -> Listed {
        let Operation { name, about, arguments, results, .. } = *operation;
        Listed { name, about, arguments, results }
    }
}

#[cfg(test)]
mod tests {
    use taakgericht::operation::Operation;

    /// The manual names every operation.
    #[test]
    fn the_header_names_every_operation() {
        let source = include_str!("call.rs");
        let list = source.split("The operations are ").nth(1).and_then(|rest| rest.split(';').next());
        let list = list.unwrap_or_default().replace("///", "").replace(" and ", ", ");
        let named: Vec<&str> = list.split(',').map(str::trim).collect();
        let names: Vec<&str> = Operation::ALL.iter().map(|operation| operation.name).collect();
        assert_eq!(named, names);
    }
}
