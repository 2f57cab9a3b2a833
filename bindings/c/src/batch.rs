//! Many rows at once: a column of amounts, and the parts of each.

use crate::failure::Failure;
use crate::rows::{self, Rows};
use crate::run::{ROWS_AT_ONCE, tkg_run};
use crate::view::{self, Input, Output, apart};
use taakgericht::Error;
use taakgericht::exact::Amount;

/// What a call over many rows reads and writes, checked.
#[derive(Debug)]
pub(crate) struct Batch<'a> {
    amounts: &'a [Amount],
    out: &'a mut [Amount],
    /// How many parts each amount gives.
    parts: usize,
    rows: Rows<'a>,
}

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

    /// Divides row by row; the parts of a row stand together.
    pub(crate) fn by_row(
        self,
        mut divide: impl FnMut(Amount, &mut [Amount]) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let Batch { amounts, out, parts, rows } = self;
        let mut places = out.chunks_exact_mut(parts.max(1));
        rows.each(|row| {
            let place = places.next().ok_or_else(|| Failure::internal("a row without a place"))?;
            let amount = amounts.get(row).ok_or_else(|| Failure::internal("a row without an amount"))?;
            let divided = view::amount("amounts", amount.cents()).and_then(|amount| Ok(divide(amount, place)?));
            let divided = divided.and_then(|()| view::fits(place));
            divided.inspect_err(|_| place.fill(Amount::MIN))
        })
    }

    /// Divides so many rows at once into columns; where one of them fails, one by one.
    pub(crate) fn by_column(
        self,
        divide: impl Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Error>,
    ) -> Result<(), Failure> {
        let Batch { amounts, out, mut rows, .. } = self;
        if amounts.is_empty() {
            return rows.done();
        }
        let columns = out.chunks_exact_mut(amounts.len());
        let mut columns: Vec<_> = columns.map(|column| column.chunks_mut(ROWS_AT_ONCE)).collect();
        for amounts in amounts.chunks(ROWS_AT_ONCE) {
            let mut parts: Vec<&mut [Amount]> = columns.iter_mut().filter_map(Iterator::next).collect();
            match checked(&divide, amounts, &mut parts) {
                Ok(()) => rows.passed(amounts.len())?,
                Err(_) => one_by_one(&divide, amounts, parts, &mut rows)?,
            }
        }
        rows.done()
    }
}

/// Divides rows of which no amount and no part is missing.
fn checked(
    divide: &impl Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Error>,
    amounts: &[Amount],
    parts: &mut [&mut [Amount]],
) -> Result<(), Failure> {
    view::none_missing("amounts", amounts)?;
    divide(amounts, parts).map_err(Failure::of_only_row)?;
    parts.iter().try_for_each(|column| view::fits(column))
}

fn one_by_one(
    divide: &impl Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Error>,
    amounts: &[Amount],
    parts: Vec<&mut [Amount]>,
    rows: &mut Rows<'_>,
) -> Result<(), Failure> {
    let mut columns: Vec<_> = parts.into_iter().map(|column| column.chunks_exact_mut(1)).collect();
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
