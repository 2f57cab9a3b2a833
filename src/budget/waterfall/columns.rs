//! Many budgets through a waterfall, as columns.

use super::{Role, Waterfall};
use crate::error::{Error, same_length};
use crate::exact::{Amount, Divider, Ratio, Split, Unrounded};
use alloc::format;
use alloc::vec::Vec;

/// A [`Waterfall`] made ready for many budgets.
#[derive(Clone, Debug)]
pub struct PreparedWaterfall {
    waterfall: Waterfall,
    /// The parts as one split by weights, when they are plain shares of the whole.
    divider: Option<Divider>,
}

impl PreparedWaterfall {
    /// The lines and how they are placed.
    #[must_use]
    pub const fn waterfall(&self) -> &Waterfall {
        &self.waterfall
    }

    /// Whether every line is a plain share of the whole: then no line is larger than its budget.
    #[must_use]
    pub const fn has_plain_shares(&self) -> bool {
        self.divider.is_some()
    }

    /// Runs a column of budgets through the lines, into one column for each line (memo lines too), in the declared order.
    ///
    /// The amounts are those of [`Waterfall::apply`]; where every part is a plain share of the whole, integers do the work.
    /// After an error the columns hold no meaningful amounts.
    ///
    /// # Errors
    /// As for [`Waterfall::apply`], with the row; `Length` when the columns do not fit the lines and the budgets.
    pub fn apply_columns(&self, bases: &[Amount], columns: &mut [&mut [Amount]]) -> Result<(), Error> {
        self.waterfall.same_shape(bases, columns)?;
        match (&self.divider, &self.waterfall.shares) {
            (Some(divider), Some(shares)) => self.waterfall.divide_columns(bases, divider, shares, columns),
            _ => self.waterfall.apply_row_by_row(bases, columns),
        }
    }
}

impl Waterfall {
    /// Makes the waterfall ready for many budgets; worth it for more than a few.
    ///
    /// # Errors
    /// None in practice: the constructor proved the lines.
    pub fn prepare(&self) -> Result<PreparedWaterfall, Error> {
        let split = Split::default().tie(self.tie).unit(self.unit)?;
        let divider = self.weights.as_ref().map(|weights| split.prepare(weights)).transpose()?;
        Ok(PreparedWaterfall { waterfall: self.clone(), divider })
    }

    /// Runs a column of budgets through the lines; see [`PreparedWaterfall::apply_columns`].
    ///
    /// # Errors
    /// As for [`PreparedWaterfall::apply_columns`].
    pub fn apply_columns(&self, bases: &[Amount], columns: &mut [&mut [Amount]]) -> Result<(), Error> {
        self.prepare()?.apply_columns(bases, columns)
    }

    /// The fast way: the parts are one split, the memo lines are rounded shares.
    fn divide_columns(
        &self,
        bases: &[Amount],
        divider: &Divider,
        shares: &[Ratio],
        columns: &mut [&mut [Amount]],
    ) -> Result<(), Error> {
        let divided = divider.divide_columns(bases, &mut self.of_role(Role::Part, columns));
        divided.map_err(|error| self.name_parts(error))?;
        let memos = self.of_role(Role::Memo, columns);
        let memo_shares = self.lines.iter().zip(shares).filter(|(line, _)| !line.is_part());
        for (column, (_, &share)) in memos.into_iter().zip(memo_shares) {
            self.fill_memo(bases, share, column)?;
        }
        Ok(())
    }

    /// The columns of the lines with this role, in order.
    fn of_role<'a>(&self, role: Role, columns: &'a mut [&mut [Amount]]) -> Vec<&'a mut [Amount]> {
        let lines = self.lines.iter().zip(columns.iter_mut());
        lines.filter(|(line, _)| line.role == role).map(|(_, column)| &mut **column).collect()
    }

    fn fill_memo(&self, bases: &[Amount], share: Ratio, column: &mut [Amount]) -> Result<(), Error> {
        for (row, (cell, &base)) in column.iter_mut().zip(bases).enumerate() {
            let rounded = Unrounded::from(base).times(share).and_then(|exact| self.rounded_memo(exact));
            *cell = rounded.map_err(|error| in_row(row, error))?;
        }
        Ok(())
    }

    /// The exact way, for lines that no fixed share of the whole describes.
    fn apply_row_by_row(&self, bases: &[Amount], columns: &mut [&mut [Amount]]) -> Result<(), Error> {
        for (row, &base) in bases.iter().enumerate() {
            let bounded = self.used_up(base).map_err(|error| in_row(row, error))?;
            let amounts = self.placed(&bounded).map_err(|error| in_row(row, error))?;
            for (column, amount) in columns.iter_mut().zip(amounts) {
                *column.get_mut(row).expect("the columns were proved to be as long as the budgets") = amount;
            }
        }
        Ok(())
    }

    fn same_shape(&self, bases: &[Amount], columns: &[&mut [Amount]]) -> Result<(), Error> {
        same_length("column", columns.len(), "line", self.lines.len())?;
        self.lines.iter().zip(columns).try_for_each(|(line, column)| {
            let rows = same_length("row", column.len(), "budget", bases.len());
            rows.map_err(|error| error.within(format!("column \"{}\"", line.name)))
        })
    }
}

fn in_row(row: usize, error: Error) -> Error {
    error.within(format!("row {row}"))
}
