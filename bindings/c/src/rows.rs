//! The rows of a batch: their statuses, and how far they are.

use crate::failure::Failure;
use crate::run::{ROWS_AT_ONCE, Watch, tkg_run};
use crate::status::TKG_OK;
use crate::view::Output;
use taakgericht::Kind;

/// So many rows stay in the nearest memory of a processor while they are looked at and divided.
const ROWS_UNWATCHED: usize = 4096;

/// How many elements rows of this length take.
pub(crate) fn times(rows: usize, each: usize) -> Result<usize, Failure> {
    let too_many =
        || Failure::of_data(Kind::Overflow, "out", &format!("{rows} rows of {each}"), "fewer than 2^63 parts");
    rows.checked_mul(each).ok_or_else(too_many)
}

/// Rows that are done one after another.
#[derive(Debug)]
pub(crate) struct Rows<'a> {
    total: usize,
    done: usize,
    statuses: Option<&'a mut [i32]>,
    watch: Watch,
}

impl<'a> Rows<'a> {
    /// # Safety
    /// The caller of the library lets us write the statuses, and read `run`.
    pub(crate) unsafe fn new(
        total: usize,
        statuses: Option<Output<'_, i32>>,
        run: *const tkg_run,
    ) -> Result<Rows<'a>, Failure> {
        // SAFETY: as the caller promises.
        let watch = unsafe { Watch::new(run) }?;
        // SAFETY: as the caller promises.
        let statuses = statuses.map(|statuses| unsafe { statuses.slice() });
        watch.told(0, total)?;
        Ok(Rows { total, done: 0, statuses, watch })
    }

    /// How many rows go together: few where somebody watches, so that a run is stopped soon.
    pub(crate) const fn together(&self) -> usize {
        if self.watch.is_watched() { ROWS_AT_ONCE } else { ROWS_UNWATCHED }
    }

    /// Does every row; `row` leaves nothing meaningful behind where it fails.
    pub(crate) fn each(mut self, mut row: impl FnMut(usize) -> Result<(), Failure>) -> Result<(), Failure> {
        while self.done < self.total {
            let outcome = row(self.done);
            self.one(outcome)?;
        }
        self.done()
    }

    /// Keeps how one row went; without a place for statuses a failure ends the call.
    pub(crate) fn one(&mut self, outcome: Result<(), Failure>) -> Result<(), Failure> {
        let row = self.done;
        let status = outcome.as_ref().map_or_else(Failure::status, |()| TKG_OK);
        match self.statuses.as_mut().map(|statuses| statuses.get_mut(row)) {
            Some(Some(place)) => *place = status,
            Some(None) => return Err(Failure::internal("a row without a status")),
            None => outcome.map_err(|failure| failure.in_row(row))?,
        }
        self.advance(1)
    }

    /// Keeps that so many rows went well.
    pub(crate) fn passed(&mut self, rows: usize) -> Result<(), Failure> {
        let done = self.done;
        if let Some(statuses) = &mut self.statuses {
            statuses.iter_mut().skip(done).take(rows).for_each(|status| *status = TKG_OK);
        }
        self.advance(rows)
    }

    fn advance(&mut self, rows: usize) -> Result<(), Failure> {
        let before = self.done.checked_div(ROWS_AT_ONCE);
        self.done = self.done.saturating_add(rows);
        let is_time = before != self.done.checked_div(ROWS_AT_ONCE) && self.done < self.total;
        if is_time { self.watch.told(self.done, self.total) } else { Ok(()) }
    }

    /// Tells that all is done.
    pub(crate) fn done(self) -> Result<(), Failure> {
        if self.total == 0 { Ok(()) } else { self.watch.told(self.done, self.total) }
    }
}
