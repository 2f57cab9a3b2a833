//! Columns for whatever reads Apache Arrow: the two structs of its C data interface.

use crate::exported::{self, Column, Type};
use crate::failure::Failure;
use crate::guard::guard;
use crate::handle;
use crate::input::{self, choice};
use crate::outcome::tkg_outcome;
use crate::record::tkg_error;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, Place, apart};
use core::ffi::{c_char, c_void};

/// Amounts as decimal128(19, 2), in euros: 16 bytes each, and every reader shows them as money.
pub const TKG_ARROW_DECIMAL: i32 = 0;
/// Amounts as int64, in cents; the metadata of the column say "unit" is "cent".
pub const TKG_ARROW_INT64: i32 = 1;

const TYPES: [(i32, Type); 2] = [(TKG_ARROW_DECIMAL, Type::Decimal), (TKG_ARROW_INT64, Type::Int64)];

/// What a column is called and of which type it is, as Arrow lays it out.
///
/// cbindgen:ignore
#[repr(C)]
#[derive(Debug)]
pub struct ArrowSchema {
    /// The type, in the letters of Arrow: "d:19,2".
    pub format: *const c_char,
    /// The name of the column.
    pub name: *const c_char,
    /// Keys and values, or NULL.
    pub metadata: *const c_char,
    /// 2 where there may be nulls.
    pub flags: i64,
    /// How many columns it consists of.
    pub n_children: i64,
    /// These columns.
    pub children: *mut *mut ArrowSchema,
    /// NULL.
    pub dictionary: *mut ArrowSchema,
    /// Frees it; NULL once it was freed, or moved elsewhere.
    pub release: Option<unsafe extern "C" fn(*mut ArrowSchema)>,
    /// What belongs to it.
    pub private_data: *mut c_void,
}

/// The values of a column, as Arrow lays them out.
///
/// cbindgen:ignore
#[repr(C)]
#[derive(Debug)]
pub struct ArrowArray {
    /// How many rows there are.
    pub length: i64,
    /// How many of them are null.
    pub null_count: i64,
    /// 0.
    pub offset: i64,
    /// How many buffers there are.
    pub n_buffers: i64,
    /// How many columns it consists of.
    pub n_children: i64,
    /// The buffers, as the type asks for.
    pub buffers: *mut *const c_void,
    /// The columns.
    pub children: *mut *mut ArrowArray,
    /// NULL.
    pub dictionary: *mut ArrowArray,
    /// Frees it; NULL once it was freed, or moved elsewhere.
    pub release: Option<unsafe extern "C" fn(*mut ArrowArray)>,
    /// What belongs to it.
    pub private_data: *mut c_void,
}

#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(core::mem::offset_of!(ArrowSchema, release) == 7 * 8);
    assert!(core::mem::offset_of!(ArrowArray, release) == 8 * 8);
};

/// A statement of an outcome as a table of Apache Arrow, by its C data interface: a struct with the columns "code"
/// and "municipality", and one column for each column of the statement, as `amounts` says: TKG_ARROW_DECIMAL or
/// TKG_ARROW_INT64.
///
/// The metadata of a column say its "role": part, memo or total; those of the table its "statement". Both structs
/// hold copies, and stay good when the outcome is freed. They belong to the caller, who calls release of each, if
/// it is not NULL, or gives them to a reader that does: pyarrow.RecordBatch._import_from_c(array, schema). After a
/// failure release is NULL. None may be NULL, and `schema` and `array` may not overlap. TKG_E_ARGUMENT when there
/// is no such statement or type; TKG_E_UNREADABLE for a name with a NUL inside. Any thread.
/// Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_outcome_arrow(
    outcome: *const tkg_outcome,
    statement: i64,
    amounts: i32,
    schema: *mut ArrowSchema,
    array: *mut ArrowArray,
    err: *mut tkg_error,
) -> tkg_status {
    // SAFETY: the places of the caller.
    let places = unsafe { Places::new(schema, array) };
    let body = || {
        let places = places?;
        // SAFETY: the handle of the caller.
        let outcome = unsafe { handle::borrow("outcome", outcome) }?;
        let (statement, parties) = outcome.rows_of(statement)?;
        let table = Column::of_statement(statement, &parties, choice("amounts", amounts, &TYPES)?)?;
        // SAFETY: the places of the caller.
        unsafe { places.write(table) }
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// A column of amounts in cents, such as one that another call gave, as a column of Apache Arrow with a name;
/// TKG_MISSING becomes null.
///
/// `length` is that of the name in bytes, -1 when a NUL ends it. `name`, `schema` and `array` may not be NULL;
/// `cents` not unless `rows` is 0. Everything else as for tkg_outcome_arrow. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_amounts_arrow(
    cents: *const i64,
    rows: i64,
    name: *const c_char,
    length: i64,
    amounts: i32,
    schema: *mut ArrowSchema,
    array: *mut ArrowArray,
    err: *mut tkg_error,
) -> tkg_status {
    // SAFETY: the places of the caller.
    let places = unsafe { Places::new(schema, array) };
    let body = || {
        let places = places?;
        let cents = Input::kept("cents", cents, view::count("rows", rows)?)?;
        places.apart_from(&cents)?;
        // SAFETY: the text of the caller.
        let name = unsafe { input::text("name", name, length) }?;
        let of = choice("amounts", amounts, &TYPES)?;
        // SAFETY: the array of the caller.
        let column = Column::of_cents(name, unsafe { cents.slice() }, of)?;
        // SAFETY: the places of the caller.
        unsafe { places.write(column) }
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Where the caller wants the two structs.
struct Places {
    schema: *mut ArrowSchema,
    array: *mut ArrowArray,
}

impl Places {
    /// Marks both as released, so that a failure leaves nothing to free.
    ///
    /// # Safety
    /// The caller of the library lets us write both.
    unsafe fn new(schema: *mut ArrowSchema, array: *mut ArrowArray) -> Result<Places, Failure> {
        let (to_schema, to_array) = (Place::new("schema", schema), Place::new("array", array));
        // SAFETY: as the caller promises.
        let to_schema = to_schema.map(|place| unsafe { place.write(exported::NO_SCHEMA) });
        // SAFETY: as the caller promises.
        let to_array = to_array.map(|place| unsafe { place.write(exported::NO_ARRAY) });
        to_schema.and(to_array)?;
        let places = Places { schema, array };
        let (schema, array) = places.outputs()?;
        apart(&[schema.span(), array.span()], &[])?;
        Ok(places)
    }

    fn outputs(&self) -> Result<(Output<'static, ArrowSchema>, Output<'static, ArrowArray>), Failure> {
        Ok((Output::exactly("schema", self.schema, 1)?, Output::exactly("array", self.array, 1)?))
    }

    fn apart_from(&self, cents: &Input<'_, i64>) -> Result<(), Failure> {
        let (schema, array) = self.outputs()?;
        apart(&[schema.span(), array.span()], &[cents.span()])
    }

    /// Gives a column to the caller.
    ///
    /// # Safety As for [`Places::new`].
    unsafe fn write(&self, column: Column) -> Result<(), Failure> {
        let (schema, array) = column.export()?;
        // SAFETY: as the caller promises.
        unsafe { Place::new("schema", self.schema)?.write(schema) };
        // SAFETY: as the caller promises.
        unsafe { Place::new("array", self.array)?.write(array) };
        Ok(())
    }
}
