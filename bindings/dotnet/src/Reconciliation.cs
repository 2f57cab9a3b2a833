using System;
using System.Linq;
using System.Threading;

namespace Taakgericht
{
    /// <summary>How figures were printed: as multiples of a unit of so many cents.</summary>
    public struct Printed
    {
        /// <summary>In euros, a half up.</summary>
        public static readonly Printed Euros = new Printed(100, Mode.HalfUp);

        /// <summary>In multiples of a unit of so many cents.</summary>
        public Printed(long unit, Mode mode)
        {
            Unit = unit;
            Mode = mode;
        }

        /// <summary>In cents.</summary>
        public long Unit { get; }

        /// <summary>How they were rounded to it.</summary>
        public Mode Mode { get; }
    }

    /// <summary>Whether printed figures are what others add up to, row by row (Dutch: aansluiting); in cents.</summary>
    public sealed class Reconciliation
    {
        /// <summary>Compares the stated figures with the columns that are added, less those that are taken off.</summary>
        public Reconciliation(
            long[] stated, Printed statedAs, long[][] plus, long[][] minus, Printed termsAs,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            int rows = stated.Length;
            long[][] terms = plus.Concat(minus).ToArray();
            foreach (long[] term in terms) Failure.Same(term.Length, rows, "figures in a term");
            if (rowStatus != null) Failure.Same(rowStatus.Length, rows, "statuses");
            int[] signs = terms.Select((_, term) => term < plus.Length ? 1 : -1).ToArray(), verdicts = new int[rows];
            long[] figures = terms.SelectMany(term => term).ToArray(), gaps = new long[rows];
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_reconcile_rows_i64(
                1, stated, rows, statedAs.Unit, statedAs.Mode, figures, signs, terms.Length, termsAs.Unit, termsAs.Mode, gaps, verdicts,
                rows, rowStatus, run, err));
            Gaps = gaps;
            Verdicts = verdicts.Select(verdict => verdict < 0 ? (Verdict?)null : (Verdict)verdict).ToArray();
        }

        /// <summary>Stated less computed; missing for a row that failed.</summary>
        public long[] Gaps { get; }

        /// <summary>Null for a row that failed.</summary>
        public Verdict?[] Verdicts { get; }
    }
}
