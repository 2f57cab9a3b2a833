using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Taakgericht
{
    /// <summary>A corridor around a lump sum. Any number of threads may share it.</summary>
    public sealed class Corridor : IDisposable
    {
        private readonly CorridorHandle handle;

        /// <summary>
        /// From a deviation in percent of the lump sum on (the key), the municipality bears so many percent where care costs more,
        /// and takes back so many where it costs less (the value).
        /// </summary>
        public Corridor(SortedDictionary<decimal, decimal> over, SortedDictionary<decimal, decimal> under)
        {
            CorridorHandle made = null;
            Failure.Thrown(err => Native.tkg_corridor_new(
                1, Amounts.Bits(over.Keys), Amounts.Bits(over.Values), over.Count, Amounts.Bits(under.Keys),
                Amounts.Bits(under.Values), under.Count, out made, err));
            handle = made;
        }

        /// <summary>
        /// What the provider gets, of each lump sum and what care would have cost by effort (Dutch: schaduwkosten); in cents.
        /// </summary>
        public long[] Settle(
            long[] lumpSums, long[] shadowCosts, Mode mode = Mode.HalfUp, long unit = 1,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            Failure.Same(shadowCosts.Length, lumpSums.Length, "shadow costs");
            if (rowStatus != null) Failure.Same(rowStatus.Length, lumpSums.Length, "statuses");
            var settled = new long[lumpSums.Length];
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_corridor_settle_i64(
                handle, lumpSums, shadowCosts, settled.Length, mode, unit, settled, settled.Length, rowStatus, run, err));
            return settled;
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }

    /// <summary>Percentages of wages (Dutch: OVA) and of prices (PPC).</summary>
    public struct Figures
    {
        /// <summary>8.5m for 8.5%.</summary>
        public Figures(decimal wages, decimal prices)
        {
            Wages = wages;
            Prices = prices;
        }

        /// <summary>Of wages.</summary>
        public decimal Wages { get; }

        /// <summary>Of prices.</summary>
        public decimal Prices { get; }
    }

    /// <summary>What is known for a year, and what became of the year before; without these, the first year of a contract.</summary>
    public sealed class IndexYear
    {
        /// <summary>The first year of a contract.</summary>
        public IndexYear(Figures provisional)
        {
            Provisional = provisional;
            IsFirst = true;
        }

        /// <summary>A later year: last year's figures were <paramref name="before"/>, and became <paramref name="became"/>.</summary>
        public IndexYear(Figures provisional, Figures before, Figures became)
        {
            Provisional = provisional;
            Before = before;
            Became = became;
        }

        internal bool IsFirst { get; }
        internal Figures Provisional { get; }
        internal Figures Before { get; }
        internal Figures Became { get; }
    }

    /// <summary>How tariffs are indexed; the weights are percentages, together 100.</summary>
    public sealed class Indexation
    {
        /// <summary>By these weights.</summary>
        public Indexation(Figures weights, Correction correction)
        {
            Weights = weights;
            Correction = correction;
        }

        /// <summary>Of wages and of prices.</summary>
        public Figures Weights { get; }

        /// <summary>How what was provisional is made good.</summary>
        public Correction Correction { get; }

        /// <summary>Whether that is done to the weighted figure.</summary>
        public Stage Stage { get; set; } = Stage.Weighted;

        /// <summary>How the percentage is rounded.</summary>
        public Mode Mode { get; set; } = Mode.HalfUp;

        /// <summary>Of the percentage.</summary>
        public int Decimals { get; set; } = 2;

        /// <summary>The percentages that tariffs rise by in years that follow each other.</summary>
        public decimal[] Percents(int firstYear, IReadOnlyList<IndexYear> years)
        {
            for (int at = 1; at < years.Count; at++)
                if (years[at].IsFirst) throw new ArgumentException("year " + (firstYear + at) + " lacks the figures of the year before");
            var rule = new IndexRuleStruct
            {
                StructSize = checked((uint)Marshal.SizeOf(typeof(IndexRuleStruct))),
                RulesVersion = 1,
                Correction = Correction,
                Stage = Stage,
                Mode = Mode,
                Decimals = Decimals,
                Wages = new Bits(Weights.Wages),
                Prices = new Bits(Weights.Prices),
            };
            int first = years.Count > 0 && years[0].IsFirst ? 1 : 0;
            var percents = new int[4 * years.Count];
            Failure.Thrown(err => Native.tkg_index_percents(
                ref rule, firstYear, Numbers(years, year => year.Provisional), Numbers(years, year => year.Before),
                Numbers(years, year => year.Became), years.Count, first, percents, years.Count, err));
            return Enumerable.Range(0, years.Count).Select(at => new decimal(percents.Skip(4 * at).Take(4).ToArray())).ToArray();
        }

        /// <summary>Tariffs in cents for each year, one for each percentage; rounded to multiples of the unit.</summary>
        public static long[][] Tariffs(
            long[] tariffs, decimal[] percents, int firstYear, Chaining chaining = Chaining.OnRounded, Mode mode = Mode.HalfUp, long unit = 1)
        {
            var indexed = new long[checked(tariffs.Length * percents.Length)];
            Failure.Thrown(err => Native.tkg_index_tariffs_i64(
                1, tariffs, tariffs.Length, Amounts.Bits(percents), percents.Length, firstYear, chaining, mode, unit, indexed,
                indexed.Length, err));
            return Amounts.Cut(indexed, percents.Length, tariffs.Length);
        }

        private static int[] Numbers(IEnumerable<IndexYear> years, Func<IndexYear, Figures> part) =>
            Amounts.Bits(years.Select(part).SelectMany(figures => new[] { figures.Wages, figures.Prices }));
    }
}
