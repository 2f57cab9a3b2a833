//! Many rows at once: a column of amounts, and the parts of each.

use crate::failure::Failure;
use crate::rows::{self, Rows};
use crate::run::tkg_run;
use crate::view::{self, Input, Output, apart};
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

    /// Divides some rows at once into columns, in which the parts of one weight stand together; where one of them
    /// fails, one by one.
    pub(crate) fn into_columns(
        self,
        divide: impl Fn(&[Amount], &mut [&mut [Amount]]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Batch { amounts, out, mut rows, .. } = self;
        let together = rows.together();
        let columns = out.chunks_exact_mut(amounts.len().max(1));
        let mut columns: Vec<_> = columns.map(|column| column.chunks_mut(together)).collect();
        for amounts in amounts.chunks(together) {
            let mut parts: Vec<&mut [Amount]> = columns.iter_mut().filter_map(Iterator::next).collect();
            // Looked at once they are near: reading a column twice from afar takes longer than dividing it.
            if divide(amounts, &mut parts).and_then(|()| all_there(amounts)).is_ok() {
                rows.passed(amounts.len())?;
                continue;
            }
            let mut cells: Vec<_> = parts.iter_mut().map(|column| column.chunks_exact_mut(1)).collect();
            for amount in amounts.chunks_exact(1) {
                let mut parts: Vec<&mut [Amount]> = cells.iter_mut().filter_map(Iterator::next).collect();
                let divided = all_there(amount).and_then(|()| divide(amount, &mut parts));
                if divided.is_err() {
                    parts.iter_mut().for_each(|cell| cell.fill(Amount::MIN));
                }
                rows.one(divided)?;
            }
        }
        rows.done()
    }

    /// As [`Batch::into_columns`], where the parts of a row stand together.
    pub(crate) fn into_rows(
        self,
        divide: impl Fn(&[Amount], &mut [Amount]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Batch { amounts, out, parts, mut rows } = self;
        let (each, together) = (parts.max(1), rows.together());
        // More than there is memory for is one chunk.
        for (amounts, places) in amounts.chunks(together).zip(out.chunks_mut(together.saturating_mul(each))) {
            if divide(amounts, places).and_then(|()| all_there(amounts)).is_ok() {
                rows.passed(amounts.len())?;
                continue;
            }
            for (amount, parts) in amounts.chunks_exact(1).zip(places.chunks_exact_mut(each)) {
                let divided = all_there(amount).and_then(|()| divide(amount, parts));
                if divided.is_err() {
                    parts.fill(Amount::MIN);
                }
                rows.one(divided)?;
            }
        }
        rows.done()
    }
}

/// No amount is missing.
fn all_there(amounts: &[Amount]) -> Result<(), Failure> {
    view::none_missing("amounts", amounts)
}
