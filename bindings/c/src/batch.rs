//! Many rows at once: a column of amounts, and the parts of each.

use crate::failure::Failure;
use crate::rows::{self, Rows};
use crate::run::tkg_run;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::Amount;

/// How the parts lie in the buffer of the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// The parts of a row stand together.
    Rows,
    /// The parts of a column stand together.
    Columns,
}

/// What a call over many rows reads and writes, checked.
#[derive(Debug)]
pub(crate) struct Batch<'a> {
    amounts: &'a [Amount],
    out: &'a mut [Amount],
    /// How many parts each amount gives.
    parts: usize,
    rows: Rows<'a>,
}

/// At most so many amounts are worked on before they are put where the caller wants them.
const AMOUNTS_AT_ONCE: usize = 1 << 16;

impl<'a> Batch<'a> {
    /// Checks the buffers of `rows` amounts that give `parts` parts each.
    ///
    /// # Safety
    /// The caller of the library lets us read and write so many elements.
    pub(crate) unsafe fn new(
        parts: usize,
        amounts: *const i64,
        rows: i64,
        out: *mut i64,
        cap: i64,
        row_status: *mut i32,
        run: *const tkg_run,
    ) -> Result<Batch<'a>, Failure> {
        let rows = view::count("rows", rows)?;
        let amounts = Input::new("amounts", amounts.cast::<Amount>(), rows)?;
        let out = Output::new("out", out.cast::<Amount>(), cap, rows::times(rows, parts)?)?;
        let statuses = Output::optional("row_status", row_status, rows)?;
        let outputs: Vec<_> = [out.span()].into_iter().chain(statuses.as_ref().map(Output::span)).collect();
        apart(&outputs, &[amounts.span()])?;
        // SAFETY: an amount is one number of 64 bits in memory; nothing overlaps; the rest the caller promises.
        unsafe {
            let rows = Rows::new(rows, statuses, run)?;
            Ok(Batch { amounts: amounts.slice(), out: out.slice(), parts, rows })
        }
    }

    /// Divides some rows at once into columns; where one of them fails, one by one.
    pub(crate) fn divide(
        self,
        layout: Layout,
        divide: impl Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match layout {
            Layout::Columns => self.by_column(&divide),
            Layout::Rows => self.by_row(&divide),
        }
    }

    fn by_column(self, divide: &impl Divide) -> Result<(), Failure> {
        let Batch { amounts, out, mut rows, .. } = self;
        let together = rows.together();
        let columns = out.chunks_exact_mut(amounts.len().max(1));
        let mut columns: Vec<_> = columns.map(|column| column.chunks_mut(together)).collect();
        for amounts in amounts.chunks(together) {
            let mut parts: Vec<&mut [Amount]> = columns.iter_mut().filter_map(Iterator::next).collect();
            some_rows(divide, amounts, &mut parts, &mut rows)?;
        }
        rows.done()
    }

    fn by_row(self, divide: &impl Divide) -> Result<(), Failure> {
        let Batch { amounts, out, parts, mut rows } = self;
        let together = AMOUNTS_AT_ONCE.checked_div(parts).unwrap_or(1).clamp(1, rows.together());
        let mut room = vec![Amount::ZERO; rows::times(together, parts)?];
        let places = out.chunks_mut(room.len().max(1));
        for (amounts, places) in amounts.chunks(together).zip(places) {
            let columns = room.chunks_exact_mut(together);
            let mut columns: Vec<&mut [Amount]> =
                columns.filter_map(|column| column.get_mut(..amounts.len())).collect();
            some_rows(divide, amounts, &mut columns, &mut rows)?;
            for (part, column) in columns.iter().enumerate() {
                let of_part = places.iter_mut().skip(part).step_by(parts);
                of_part.zip(column.iter()).for_each(|(place, &amount)| *place = amount);
            }
        }
        rows.done()
    }
}

/// Divides rows into columns that are as long; no part is a number that C would read as missing.
trait Divide: Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Failure> {}

impl<F: Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Failure>> Divide for F {}

/// Rows that go well together, or one by one.
fn some_rows(
    divide: &impl Divide,
    amounts: &[Amount],
    columns: &mut [&mut [Amount]],
    rows: &mut Rows<'_>,
) -> Result<(), Failure> {
    match checked(divide, amounts, columns) {
        Ok(()) => rows.passed(amounts.len()),
        Err(_) => one_by_one(divide, amounts, columns, rows),
    }
}

/// Divides rows of which no amount is missing.
fn checked(divide: &impl Divide, amounts: &[Amount], columns: &mut [&mut [Amount]]) -> Result<(), Failure> {
    view::none_missing("amounts", amounts)?;
    divide(amounts, columns)
}

fn one_by_one(
    divide: &impl Divide,
    amounts: &[Amount],
    columns: &mut [&mut [Amount]],
    rows: &mut Rows<'_>,
) -> Result<(), Failure> {
    let mut columns: Vec<_> = columns.iter_mut().map(|column| column.chunks_exact_mut(1)).collect();
    for amount in amounts.chunks_exact(1) {
        let mut cells: Vec<&mut [Amount]> = columns.iter_mut().filter_map(Iterator::next).collect();
        let divided = checked(divide, amount, &mut cells);
        if divided.is_err() {
            cells.iter_mut().for_each(|cell| cell.fill(Amount::MIN));
        }
        rows.one(divided)?;
    }
    Ok(())
}
