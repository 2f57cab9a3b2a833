package io.github.taakgericht;

import java.util.Arrays;

/** A rounded table that adds up along its rows and its columns; all in cents. */
public final class Table {
    /** The cells. */
    public final long[][] rows;

    /** Of each row. */
    public final long[] rowTotals;

    /** Of each column. */
    public final long[] columnTotals;

    /** Of all. */
    public final long total;

    private Table(long[][] rows, long[] rowTotals, long[] columnTotals, long total) {
        this.rows = rows;
        this.rowTotals = rowTotals;
        this.columnTotals = columnTotals;
        this.total = total;
    }

    /** Rounds to multiples of the unit, 100 for euros. */
    public static Table round(long[][] rows, long unit) {
        return round(rows, unit, null, null);
    }

    /** Rounds so that totals are as prescribed; null leaves them free. */
    public static Table round(long[][] rows, long unit, long[] rowTotals, long[] columnTotals) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        for (long[] row : rows) {
            Plan.same(row.length, width, "cells in a row");
        }
        Plan.same(rowTotals == null ? rows.length : rowTotals.length, rows.length, "totals of rows");
        Plan.same(columnTotals == null ? width : columnTotals.length, width, "totals of columns");
        long[] cells = Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
        long[] out = new long[cells.length];
        long[] outRows = new long[rows.length];
        long[] outColumns = new long[width];
        long[] total = new long[1];
        Native.done(err -> Native.tkg_table_round(
                cells, rows.length, width, unit, rowTotals, columnTotals, out, out.length, outRows, outColumns, total, err));
        return new Table(Plan.cut(out, rows.length, width), outRows, outColumns, total[0]);
    }
}
