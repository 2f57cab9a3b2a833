//! Columns as Arrow lays them out, and what frees them.

use crate::arrow::{ArrowArray, ArrowSchema};
use crate::failure::Failure;
use crate::guard::quietly;
use crate::view;
use core::ffi::{CStr, c_void};
use core::ptr::null_mut;
use std::ffi::CString;
use taakgericht::Kind;
use taakgericht::scenario::{ColumnRole, Party, Statement};

/// How amounts are written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// decimal128(19, 2), euros.
    Decimal,
    /// int64, cents.
    Int64,
}

impl Type {
    const fn format(self) -> &'static CStr {
        match self {
            // 19 digits hold every number of 64 bits.
            Type::Decimal => c"d:19,2",
            Type::Int64 => c"l",
        }
    }

    fn buffer(self, cents: &[i64]) -> Buffer {
        match self {
            Type::Decimal => Buffer::Wide(with_room(cents.iter().map(|&cents| i128::from(cents)))),
            Type::Int64 => Buffer::Cents(with_room(cents.iter().copied())),
        }
    }

    const fn unit(self) -> Option<(&'static str, &'static str)> {
        match self {
            Type::Decimal => None,
            Type::Int64 => Some(("unit", "cent")),
        }
    }
}

/// Values that a reader of Arrow points at; each is aligned for what it holds.
#[derive(Debug)]
enum Buffer {
    /// No bitmap, as nothing is null.
    None,
    Bytes(Vec<u8>),
    Offsets(Vec<i32>),
    Cents(Vec<i64>),
    Wide(Vec<i128>),
}

impl Buffer {
    const fn start(&self) -> *const c_void {
        match self {
            Buffer::None => core::ptr::null(),
            Buffer::Bytes(bytes) => bytes.as_ptr().cast(),
            Buffer::Offsets(offsets) => offsets.as_ptr().cast(),
            Buffer::Cents(cents) => cents.as_ptr().cast(),
            Buffer::Wide(wide) => wide.as_ptr().cast(),
        }
    }
}

/// The values, in memory that is there also when there are none: readers differ in what they take for an empty buffer.
fn with_room<T>(values: impl ExactSizeIterator<Item = T>) -> Vec<T> {
    let mut room = Vec::with_capacity(values.len().max(1));
    room.extend(values);
    room
}

/// A column, or a table of columns, before it crosses.
#[derive(Debug)]
pub(crate) struct Column {
    name: CString,
    format: &'static CStr,
    metadata: Vec<u8>,
    rows: usize,
    nulls: usize,
    buffers: Vec<Buffer>,
    columns: Vec<Column>,
}

impl Column {
    /// The municipalities of a statement and its columns.
    pub(crate) fn of_statement(statement: &Statement, parties: &[&Party], of: Type) -> Result<Column, Failure> {
        let codes: Vec<String> = parties.iter().map(|party| party.municipality.code.to_string()).collect();
        let names = parties.iter().map(|party| party.name.as_str());
        let mut columns = vec![Column::of_texts("code", codes.iter().map(String::as_str))?];
        columns.push(Column::of_texts("municipality", names)?);
        for column in &statement.columns {
            let cents: Vec<i64> = column.amounts.iter().map(|amount| amount.cents()).collect();
            let about: Vec<_> = [("role", role(column.role))].into_iter().chain(of.unit()).collect();
            let values = vec![Buffer::None, of.buffer(&cents)];
            columns.push(Column::new(&column.name, of.format(), &about, cents.len(), values)?);
        }
        let table = Column::new("", c"+s", &[("statement", &statement.id)], parties.len(), vec![Buffer::None])?;
        Ok(Column { columns, ..table })
    }

    /// Cents, where TKG_MISSING is null.
    pub(crate) fn of_cents(name: &str, cents: &[i64], of: Type) -> Result<Column, Failure> {
        let nulls = cents.iter().filter(|&&cents| cents == i64::MIN).count();
        let bitmap = if nulls == 0 { Buffer::None } else { Buffer::Bytes(bitmap(cents)) };
        let about: Vec<_> = of.unit().into_iter().collect();
        let column = Column::new(name, of.format(), &about, cents.len(), vec![bitmap, of.buffer(cents)])?;
        Ok(Column { nulls, ..column })
    }

    fn of_texts<'t>(name: &str, texts: impl Iterator<Item = &'t str> + Clone) -> Result<Column, Failure> {
        let (mut offsets, mut bytes) = (vec![0], with_room([].into_iter()));
        for text in texts {
            bytes.extend_from_slice(text.as_bytes());
            offsets.push(i32::try_from(bytes.len()).map_err(|_| too_long())?);
        }
        let rows = offsets.len().saturating_sub(1);
        Column::new(name, c"u", &[], rows, vec![Buffer::None, Buffer::Offsets(offsets), Buffer::Bytes(bytes)])
    }

    fn new(
        name: &str,
        format: &'static CStr,
        about: &[(&str, &str)],
        rows: usize,
        buffers: Vec<Buffer>,
    ) -> Result<Column, Failure> {
        let with_nul = |_| {
            let found = format!("\"{}\"", name.escape_debug());
            Failure::of_data(Kind::Unreadable, "name", &found, "a name without a NUL inside")
        };
        let (name, metadata) = (CString::new(name).map_err(with_nul)?, metadata(about)?);
        Ok(Column { name, format, metadata, rows, nulls: 0, buffers, columns: Vec::new() })
    }

    /// The two structs that a reader of Arrow takes.
    pub(crate) fn export(self) -> Result<(ArrowSchema, ArrowArray), Failure> {
        let (length, null_count) = (view::count_for_c(self.rows)?, view::count_for_c(self.nulls)?);
        let n_buffers = view::count_for_c(self.buffers.len())?;
        let n_children = view::count_for_c(self.columns.len())?;
        let children = self.columns.into_iter().map(Column::export).collect::<Result<Vec<_>, _>>()?;
        // From here on nothing fails, so nothing that was given away is lost.
        let (schemas, arrays): (Vec<_>, Vec<_>) = children.into_iter().unzip();
        let mut owned = Box::new(OwnedSchema { name: self.name, metadata: self.metadata, children: kept(schemas) });
        let metadata = if owned.metadata.is_empty() { null_mut() } else { owned.metadata.as_mut_ptr() };
        let schema = ArrowSchema {
            format: self.format.as_ptr(),
            name: owned.name.as_ptr(),
            metadata: metadata.cast_const().cast(),
            flags: if null_count == 0 { 0 } else { NULLABLE },
            n_children,
            children: owned.children.as_mut_ptr(),
            dictionary: null_mut(),
            release: Some(release_schema),
            private_data: Box::into_raw(owned).cast(),
        };
        let starts = self.buffers.iter().map(Buffer::start).collect();
        let mut owned = Box::new(OwnedArray { starts, buffers: self.buffers, children: kept(arrays) });
        let array = ArrowArray {
            length,
            null_count,
            offset: 0,
            n_buffers,
            n_children,
            buffers: owned.starts.as_mut_ptr(),
            children: owned.children.as_mut_ptr(),
            dictionary: null_mut(),
            release: Some(release_array),
            private_data: Box::into_raw(owned).cast(),
        };
        Ok((schema, array))
    }
}

/// The flag of Arrow for a column that may have nulls.
const NULLABLE: i64 = 2;

const fn role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Part => "part",
        ColumnRole::Memo => "memo",
        ColumnRole::Total => "total",
    }
}

/// A bit for each row, the first row lowest: 1 where there is an amount.
fn bitmap(cents: &[i64]) -> Vec<u8> {
    const BITS: [u8; 8] = [1, 2, 4, 8, 16, 32, 64, 128];
    let byte = |rows: &[i64]| {
        let bits = rows.iter().zip(BITS).filter(|(cents, _)| **cents != i64::MIN);
        bits.fold(0, |byte, (_, bit)| byte | bit)
    };
    with_room(cents.chunks(8).map(byte))
}

/// Keys and values as Arrow lays them out: how many, then each with its length before it. Nothing for none.
fn metadata(pairs: &[(&str, &str)]) -> Result<Vec<u8>, Failure> {
    let length = |length: usize| Ok::<_, Failure>(i32::try_from(length).map_err(|_| too_long())?.to_ne_bytes());
    let mut bytes = Vec::new();
    if !pairs.is_empty() {
        bytes.extend(length(pairs.len())?);
    }
    for text in pairs.iter().flat_map(|(key, value)| [key, value]) {
        bytes.extend(length(text.len())?);
        bytes.extend(text.bytes());
    }
    Ok(bytes)
}

fn too_long() -> Failure {
    Failure::of_data(Kind::Overflow, "names", "texts that do not fit in Arrow", "at most 2147483647 bytes")
}

/// Each in a place of its own.
fn kept<T>(values: Vec<T>) -> Vec<*mut T> {
    values.into_iter().map(|value| Box::into_raw(Box::new(value))).collect()
}

/// What a schema points at.
struct OwnedSchema {
    name: CString,
    metadata: Vec<u8>,
    children: Vec<*mut ArrowSchema>,
}

/// What an array points at.
struct OwnedArray {
    starts: Vec<*const c_void>,
    #[expect(dead_code, reason = "held, for `starts` points into them")]
    buffers: Vec<Buffer>,
    children: Vec<*mut ArrowArray>,
}

/// A schema that was released.
pub(crate) const NO_SCHEMA: ArrowSchema = ArrowSchema {
    format: core::ptr::null(),
    name: core::ptr::null(),
    metadata: core::ptr::null(),
    flags: 0,
    n_children: 0,
    children: null_mut(),
    dictionary: null_mut(),
    release: None,
    private_data: null_mut(),
};

/// An array that was released.
pub(crate) const NO_ARRAY: ArrowArray = ArrowArray {
    length: 0,
    null_count: 0,
    offset: 0,
    n_buffers: 0,
    n_children: 0,
    buffers: null_mut(),
    children: null_mut(),
    dictionary: null_mut(),
    release: None,
    private_data: null_mut(),
};

/// Frees a schema and the columns that nobody moved elsewhere.
unsafe extern "C" fn release_schema(schema: *mut ArrowSchema) {
    quietly(|| {
        // SAFETY: NULL, or a schema that the reader has.
        let Some(schema) = (unsafe { schema.as_mut() }) else { return };
        if schema.release.take().is_none() {
            return;
        }
        // SAFETY: `export` put it there, and it is taken back once.
        let owned = unsafe { Box::from_raw(schema.private_data.cast::<OwnedSchema>()) };
        for &child in &owned.children {
            // SAFETY: as above; a reader that moves a column leaves the place, with a release of NULL.
            let mut child = unsafe { Box::from_raw(child) };
            if let Some(release) = child.release {
                // SAFETY: what frees it.
                unsafe { release(&raw mut *child) };
            }
        }
    });
}

/// Frees an array and the columns that nobody moved elsewhere.
unsafe extern "C" fn release_array(array: *mut ArrowArray) {
    quietly(|| {
        // SAFETY: NULL, or an array that the reader has.
        let Some(array) = (unsafe { array.as_mut() }) else { return };
        if array.release.take().is_none() {
            return;
        }
        // SAFETY: `export` put it there, and it is taken back once.
        let owned = unsafe { Box::from_raw(array.private_data.cast::<OwnedArray>()) };
        for &child in &owned.children {
            // SAFETY: as above; a reader that moves a column leaves the place, with a release of NULL.
            let mut child = unsafe { Box::from_raw(child) };
            if let Some(release) = child.release {
                // SAFETY: what frees it.
                unsafe { release(&raw mut *child) };
            }
        }
    });
}
