//! Tables that still add up when they are rounded.

use crate::failure::Failure;
use crate::guard::guard;
use crate::record::tkg_error;
use crate::room;
use crate::rows::times;
use crate::status::tkg_status;
use crate::view::{self, Input, Output, apart};
use taakgericht::exact::{Amount, RoundedTable, Table, Totals};

/// Rounds a table of amounts in cents, row by row, to multiples of `unit`, such as 100 for euros, so that it still
/// adds up along its rows and its columns at once.
///
/// Every cell and every total goes to the multiple just below or just above, with the smallest sum of deviations.
/// `row_totals` (one for each row) and `column_totals` (one for each column) prescribe totals, multiples of the
/// unit; NULL leaves them free. `out` gets the cells; `out_rows`, `out_columns` and `out_total` get the totals,
/// each unless it is NULL. `cells` and `out` may not be NULL unless there are no cells. Nothing may overlap.
/// TKG_E_BUFFER when `cap` is less than rows * columns; TKG_E_UNIT; TKG_E_MISSING with the item;
/// TKG_E_TABLE_CONFLICT when no table meets the totals; TKG_E_OVERFLOW; TKG_E_NOMEM. Any thread. Since 0.1.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tkg_table_round(
    cells: *const i64,
    rows: i64,
    columns: i64,
    unit: i64,
    row_totals: *const i64,
    column_totals: *const i64,
    out: *mut i64,
    cap: i64,
    out_rows: *mut i64,
    out_columns: *mut i64,
    out_total: *mut i64,
    err: *mut tkg_error,
) -> tkg_status {
    let body = || {
        let (rows, columns) = (view::count("rows", rows)?, view::count("columns", columns)?);
        let size = times(rows, columns)?;
        let cells = Input::kept("cells", cells, size)?;
        // Also where there are no cells: every row and every column has a total.
        room::for_elements("rows", rows)?;
        room::for_elements("columns", columns)?;
        let row_totals = Input::optional("row_totals", row_totals, rows)?;
        let column_totals = Input::optional("column_totals", column_totals, columns)?;
        let out = Output::new("out", out, cap, size)?;
        let others = [("out_rows", out_rows, rows), ("out_columns", out_columns, columns), ("out_total", out_total, 1)];
        let [out_rows, out_columns, out_total] =
            others.map(|(name, start, count)| Output::unless_null(name, start, count));
        let outputs = [out, out_rows?, out_columns?, out_total?];
        let inputs: Vec<_> =
            [&row_totals, &column_totals].into_iter().flatten().chain([&cells]).map(Input::span).collect();
        apart(&outputs.each_ref().map(Output::span), &inputs)?;
        // SAFETY: the arrays of the caller.
        let amounts = |input: Input<'_, i64>| unsafe { input.amounts() };
        let (row_totals, column_totals) =
            (row_totals.map(amounts).transpose()?, column_totals.map(amounts).transpose()?);
        let totals = Totals { rows: row_totals, columns: column_totals };
        let table = Table::of_amounts(rows, columns, amounts(cells)?)?;
        let rounded = table.round_to(view::amount("unit", unit)?, totals)?;
        for (output, amounts) in outputs.into_iter().zip(results(&rounded)?) {
            // SAFETY: the buffers of the caller; nothing overlaps.
            let places = unsafe { output.amounts() };
            places.iter_mut().zip(amounts).for_each(|(place, amount)| *place = amount);
        }
        Ok(())
    };
    // SAFETY: the record of the caller.
    unsafe { guard(err, body) }
}

/// Cells, row totals, column totals and the grand total.
fn results(table: &RoundedTable) -> Result<[Vec<Amount>; 4], Failure> {
    let results = [
        table.cells().to_vec(),
        table.row_totals().to_vec(),
        table.column_totals().to_vec(),
        vec![table.grand_total()],
    ];
    results.iter().try_for_each(|amounts| view::fits(amounts))?;
    Ok(results)
}
