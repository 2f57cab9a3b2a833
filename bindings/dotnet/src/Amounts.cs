using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Taakgericht
{
    /// <summary>Amounts: euros as decimal, and cents in columns. Nothing is rounded unasked.</summary>
    public static class Amounts
    {
        /// <summary>What is no amount (TKG_MISSING); in columns of cents only.</summary>
        public const long Missing = long.MinValue;

        private const int Enough = 32;

        /// <summary>Euros as cents; what is not whole cents is a failure.</summary>
        public static long Cents(decimal euros)
        {
            long cents = 0;
            Failure.Thrown(err => Native.tkg_decimal_to_i64(decimal.GetBits(euros), 2, out cents, err));
            return cents;
        }

        /// <summary>Cents as euros, with two decimals.</summary>
        public static decimal Euros(long cents)
        {
            var bits = new int[4];
            Failure.Thrown(err => Native.tkg_decimal_from_i64(cents, 2, bits, err));
            return new decimal(bits);
        }

        /// <summary>Reads euros.</summary>
        public static decimal Parse(string text, Notation notation = Notation.Plain)
        {
            byte[] bytes = Texts.Utf8(text);
            long cents = 0;
            Failure.Thrown(err => Native.tkg_amount_parse(bytes, bytes.Length, notation, out cents, err));
            return Euros(cents);
        }

        /// <summary>Writes euros.</summary>
        public static string Format(decimal euros, Notation notation = Notation.Plain)
        {
            long cents = Cents(euros), needed = 0;
            var buffer = new byte[Enough];
            Failure.Thrown(err => Native.tkg_amount_format(cents, notation, buffer, buffer.Length, out needed, err));
            return Encoding.ASCII.GetString(buffer, 0, checked((int)needed));
        }

        /// <summary>Instalments (termijnen) of which every running total is right.</summary>
        public static decimal[] Instalments(decimal euros, int count)
        {
            var parts = new long[Math.Max(count, 0)];
            long cents = Cents(euros);
            Failure.Thrown(err => Native.tkg_instalments(cents, count, parts, err));
            return Euros(parts);
        }

        internal static decimal[] Euros(long[] cents) => Array.ConvertAll(cents, Euros);

        /// <summary>Numbers one behind the other: the bits of a decimal are those of a tkg_decimal.</summary>
        internal static int[] Bits(IEnumerable<decimal> numbers) => numbers.SelectMany(decimal.GetBits).ToArray();

        /// <summary>A column of cents, with nothing for null.</summary>
        internal static long[] Column(IEnumerable<decimal?> euros) =>
            euros.Select(each => each.HasValue ? Cents(each.Value) : Missing).ToArray();

        internal static long[][] Cut(long[] all, int pieces, int length)
        {
            var cut = new long[pieces][];
            for (int piece = 0; piece < pieces; piece++)
            {
                cut[piece] = new long[length];
                Array.Copy(all, piece * length, cut[piece], 0, length);
            }
            return cut;
        }
    }

    /// <summary>A rounded table that adds up along its rows and its columns; all in cents.</summary>
    public sealed class Table
    {
        private Table(long[][] rows, long[] rowTotals, long[] columnTotals, long total)
        {
            Rows = rows;
            RowTotals = rowTotals;
            ColumnTotals = columnTotals;
            Total = total;
        }

        /// <summary>The cells.</summary>
        public long[][] Rows { get; }

        /// <summary>Of each row.</summary>
        public long[] RowTotals { get; }

        /// <summary>Of each column.</summary>
        public long[] ColumnTotals { get; }

        /// <summary>Of all.</summary>
        public long Total { get; }

        /// <summary>Rounds to multiples of the unit, 100 for euros; totals that are given are prescribed.</summary>
        public static Table Round(long[][] rows, long unit = 100, long[] rowTotals = null, long[] columnTotals = null)
        {
            int width = rows.Length == 0 ? 0 : rows[0].Length;
            foreach (long[] row in rows) Failure.Same(row.Length, width, "cells in a row");
            if (rowTotals != null) Failure.Same(rowTotals.Length, rows.Length, "totals of rows");
            if (columnTotals != null) Failure.Same(columnTotals.Length, width, "totals of columns");
            long[] cells = rows.SelectMany(row => row).ToArray();
            long[] rounded = new long[cells.Length], outRows = new long[rows.Length], outColumns = new long[width];
            long total = 0;
            Failure.Thrown(err => Native.tkg_table_round(
                cells, rows.Length, width, unit, rowTotals, columnTotals, rounded, rounded.Length, outRows, outColumns, out total, err));
            return new Table(Amounts.Cut(rounded, rows.Length, width), outRows, outColumns, total);
        }
    }
}
