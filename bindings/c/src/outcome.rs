//! What comes out of a scenario, as columns.

use crate::failure::Failure;
use crate::guard::{guard, guard_handle};
use crate::handle::{self, Handle};
use crate::input;
use crate::record::tkg_error;
use crate::scenario::as_json;
use crate::status::tkg_status;
use crate::text::tkg_text;
use crate::view::{self, Place};
use core::ffi::c_char;
use taakgericht::Error;
use taakgericht::scenario::{Column, ColumnRole, Outcome, Party, Reconciliation, Statement};

/// Roles of a column or a line. A part of the total of its row.
pub const TKG_ROLE_PART: i32 = 0;
/// Already inside another column: never add it (Dutch: waarvan).
pub const TKG_ROLE_MEMO: i32 = 1;
/// The whole that is divided.
pub const TKG_ROLE_TOTAL: i32 = 2;

/// What came out of a scenario. It does not change, so any number of threads may read it at once. Free it with
/// tkg_outcome_free; every pointer that it gave is gone then.
#[derive(Debug)]
pub struct tkg_outcome {
    outcome: Outcome,
    parties: Vec<[Text; 2]>,
    statements: Vec<Names>,
}

/// A text with a NUL behind it.
type Text = String;

/// What C reads of a statement beside its columns.
#[derive(Debug)]
struct Names {
    id: Text,
    parties: Vec<i64>,
    columns: Vec<Text>,
}

impl Handle for tkg_outcome {
    const NAME: &'static str = "tkg_outcome";
}

/// Threads may share what does not change.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<tkg_outcome>();
};

/// A municipality. Set struct_size; the texts belong to the outcome. Since 0.1.
#[repr(C)]
#[derive(Debug)]
pub struct tkg_party {
    /// In: sizeof(tkg_party).
    pub struct_size: u32,
    /// Out: the year of the municipal division to which the code belongs (Dutch: indelingsjaar).
    pub division: i32,
    /// Out: its code, "GM0005". NUL-terminated.
    pub code: *const c_char,
    /// Out: its name, as the table prints it. UTF-8, NUL-terminated.
    pub name: *const c_char,
}

/// An allocation statement (Dutch: verdeelstaat): columns of amounts, with a row for each party. Set struct_size;
/// what it points at belongs to the outcome. Since 0.1.
#[repr(C)]
#[derive(Debug)]
pub struct tkg_statement {
    /// In: sizeof(tkg_statement).
    pub struct_size: u32,
    /// Out: 0.
    pub reserved: u32,
    /// Out: the year, for a year of a schedule or of a pool; otherwise TKG_MISSING.
    pub year: i64,
    /// Out: how many rows every column has.
    pub rows: i64,
    /// Out: how many columns there are.
    pub columns: i64,
    /// Out: its name, "rta-groningen/2016". UTF-8, NUL-terminated.
    pub id: *const c_char,
    /// Out: for each row, the position of its party, for tkg_outcome_party.
    pub parties: *const i64,
}

/// A column of a statement. Set struct_size; what it points at belongs to the outcome. Since 0.1.
#[repr(C)]
#[derive(Debug)]
pub struct tkg_column {
    /// In: sizeof(tkg_column).
    pub struct_size: u32,
    /// Out: one of TKG_ROLE_...
    pub role: i32,
    /// Out: how many amounts there are.
    pub rows: i64,
    /// Out: the sum of the amounts, in cents.
    pub total: i64,
    /// Out: its name. UTF-8, NUL-terminated.
    pub name: *const c_char,
    /// Out: one amount in cents for each row; none is TKG_MISSING.
    pub amounts: *const i64,
}

const _: () = {
    assert!(core::mem::offset_of!(tkg_party, code) == 8);
    assert!(core::mem::offset_of!(tkg_statement, id) == 32);
    assert!(core::mem::offset_of!(tkg_column, name) == 24);
};

/// How many statements there are. None may be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_statements(
    outcome: *const tkg_outcome,
    count: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let count = Place::new("count", count)?;
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        // SAFETY: the place of the caller.
        unsafe { count.write(view::count_for_c(outcome.statements.len())?) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The position of the statement with a name, such as "rta-groningen/2016".
///
/// `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_find_statement(
    outcome: *const tkg_outcome,
    id: *const c_char,
    length: i64,
    position: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let place = Place::new("position", position)?;
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        // SAFETY: the text of the caller.
        let id = unsafe { input::text("id", id, length) }?;
        let found = find("statement", id, outcome.outcome.statements.iter().map(|statement| statement.id.as_str()))?;
        // SAFETY: the place of the caller.
        unsafe { place.write(found) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The statement at a position, counted from 0.
///
/// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
/// Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_statement(
    outcome: *const tkg_outcome,
    position: i64,
    statement: *mut tkg_statement,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the struct of the caller.
        let (place, struct_size) = unsafe { Place::of_struct("statement", statement) }?;
        // SAFETY: the handle of the caller.
        let (names, found) = unsafe { handle::borrow("outcome", outcome) }?.statement(position)?;
        let value = tkg_statement {
            struct_size,
            reserved: 0,
            year: found.year.map_or(i64::MIN, |year| i64::from(year.number())),
            rows: view::count_for_c(names.parties.len())?,
            columns: view::count_for_c(names.columns.len())?,
            id: names.id.as_ptr().cast(),
            parties: names.parties.as_ptr(),
        };
        // SAFETY: the place of the caller.
        unsafe { place.write(value) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The position of the column with a name, in the statement at a position.
///
/// `length` is in bytes, -1 when a NUL ends the text. None may be NULL. TKG_E_UNKNOWN_NAME; TKG_E_ARGUMENT when
/// there is no such statement. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_find_column(
    outcome: *const tkg_outcome,
    statement: i64,
    name: *const c_char,
    length: i64,
    position: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let place = Place::new("position", position)?;
        // SAFETY: the handle of the caller.
        let (_, statement) = unsafe { handle::borrow("outcome", outcome) }?.statement(statement)?;
        // SAFETY: the text of the caller.
        let name = unsafe { input::text("name", name, length) }?;
        let found = find("column", name, statement.columns.iter().map(|column| column.name.as_str()));
        let found = found.map_err(|failure| failure.advise(&format!("In the statement \"{}\".", statement.id)))?;
        // SAFETY: the place of the caller.
        unsafe { place.write(found) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The column at a position of the statement at a position, both counted from 0: its amounts where they are,
/// without a copy.
///
/// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
/// Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_column(
    outcome: *const tkg_outcome,
    statement: i64,
    position: i64,
    column: *mut tkg_column,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the struct of the caller.
        let (place, struct_size) = unsafe { Place::of_struct("column", column) }?;
        // SAFETY: the handle of the caller.
        let (names, statement) = unsafe { handle::borrow("outcome", outcome) }?.statement(statement)?;
        let found = at("position", position, &statement.columns)?;
        let value = tkg_column {
            struct_size,
            role: role(found.role),
            rows: view::count_for_c(found.amounts.len())?,
            total: found.total.cents(),
            name: at("position", position, &names.columns)?.as_ptr().cast(),
            amounts: found.amounts.as_ptr().cast(), // an amount is one number of 64 bits in memory
        };
        // SAFETY: the place of the caller.
        unsafe { place.write(value) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// How many parties there are. None may be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_parties(
    outcome: *const tkg_outcome,
    count: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let count = Place::new("count", count)?;
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        // SAFETY: the place of the caller.
        unsafe { count.write(view::count_for_c(outcome.parties.len())?) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The party at a position, counted from 0; they stand in the order of their codes.
///
/// None may be NULL. TKG_E_ARGUMENT when there is no such position; TKG_E_ABI for a struct_size that is too small.
/// Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_party(
    outcome: *const tkg_outcome,
    position: i64,
    party: *mut tkg_party,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the struct of the caller.
        let (place, struct_size) = unsafe { Place::of_struct("party", party) }?;
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        let [code, name] = at("position", position, &outcome.parties)?;
        let found = at("position", position, &outcome.outcome.parties)?;
        let division = i32::from(found.municipality.division.number());
        let value = tkg_party { struct_size, division, code: code.as_ptr().cast(), name: name.as_ptr().cast() };
        // SAFETY: the place of the caller.
        unsafe { place.write(value) };
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// The whole outcome as JSON, {"shape":"taakgericht/run/1",...}: statements, residues, comparisons, settlements,
/// what was found about the published tables, and the receipt.
///
/// `outcome` and `out` may not be NULL. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_json(
    outcome: *const tkg_outcome,
    out: *mut *mut tkg_text,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        as_json(&Run { shape: "taakgericht/run/1", outcome: &outcome.outcome })
    };
    // SAFETY: the place and the record of the caller.
    unsafe { guard_handle(out, err, body) }
}

/// Frees an outcome; NULL is fine. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_free(outcome: *mut tkg_outcome) {
    // SAFETY: the handle of the caller, who does not use it again.
    unsafe { handle::free(outcome) };
}

#[derive(serde::Serialize)]
struct Run<'a> {
    shape: &'static str,
    #[serde(flatten)]
    outcome: &'a Outcome,
}

impl tkg_outcome {
    /// As C reads it; no amount is a number that C would read as missing.
    pub(crate) fn new(outcome: Outcome) -> Result<tkg_outcome, Failure> {
        for column in outcome.statements.iter().flat_map(|statement| &statement.columns) {
            view::fits(&column.amounts)?;
            view::fits(&[column.total])?;
        }
        let party = |party: &Party| [with_nul(&party.municipality.code.to_string()), with_nul(&party.name)];
        let parties = outcome.parties.iter().map(party).collect();
        let statements = outcome.statements.iter().map(Names::of).collect::<Result<_, _>>()?;
        Ok(tkg_outcome { outcome, parties, statements })
    }

    pub(crate) const fn reconciliation(&self) -> &Reconciliation {
        &self.outcome.reconciliation
    }

    /// The statement at a position, and the party of each of its rows.
    pub(crate) fn rows_of(&self, position: i64) -> Result<(&Statement, Vec<&Party>), Failure> {
        let (_, statement) = self.statement(position)?;
        let party = |&party: &usize| self.outcome.parties.get(party);
        let parties: Option<Vec<&Party>> = statement.parties.iter().map(party).collect();
        Ok((statement, parties.ok_or_else(|| Failure::internal("a row without a party"))?))
    }

    fn statement(&self, position: i64) -> Result<(&Names, &Statement), Failure> {
        let names = at("statement", position, &self.statements)?;
        Ok((names, at("statement", position, &self.outcome.statements)?))
    }
}

impl Names {
    fn of(statement: &Statement) -> Result<Names, Failure> {
        Ok(Names {
            id: with_nul(&statement.id),
            parties: statement.parties.iter().map(|&party| view::count_for_c(party)).collect::<Result<_, _>>()?,
            columns: statement.columns.iter().map(|column: &Column| with_nul(&column.name)).collect(),
        })
    }
}

fn with_nul(text: &str) -> Text {
    format!("{text}\0")
}

const fn role(role: ColumnRole) -> i32 {
    match role {
        ColumnRole::Part => TKG_ROLE_PART,
        ColumnRole::Memo => TKG_ROLE_MEMO,
        ColumnRole::Total => TKG_ROLE_TOTAL,
    }
}

/// What stands at a position.
fn at<'a, T>(name: &str, position: i64, all: &'a [T]) -> Result<&'a T, Failure> {
    let found = usize::try_from(position).ok().and_then(|position| all.get(position));
    let expected = || match all.len().checked_sub(1) {
        Some(last) => format!("0 to {last}"),
        None => "none, for there are none".to_owned(),
    };
    found.ok_or_else(|| Failure::argument(name, &position.to_string(), &expected()))
}

/// The position of a name.
fn find<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str> + Clone) -> Result<i64, Failure> {
    match names.clone().position(|each| each == name) {
        Some(position) => view::count_for_c(position),
        None => Err(Error::unknown(what, name, names).within(what).into()),
    }
}
