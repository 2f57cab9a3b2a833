using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Taakgericht
{
    /// <summary>A line of a waterfall.</summary>
    public sealed class Line
    {
        private enum Rule { Share = 0, ShareOfRest = 1, Fixed = 2, Residual = 3 }

        private readonly Rule rule;
        private readonly string name;
        private readonly decimal percent;
        private readonly long cents;
        private readonly string earlier;

        private Line(Rule rule, string name, decimal percent = 0, long cents = 0, string earlier = null)
        {
            this.rule = rule;
            this.name = name;
            this.percent = percent;
            this.cents = cents;
            this.earlier = earlier;
        }

        /// <summary>A percentage of the whole budget, or of an earlier line; 8.5m for 8.5%.</summary>
        public static Line Share(string name, decimal percent, string of = null) => new Line(Rule.Share, name, percent, 0, of);

        /// <summary>A percentage of what the parts before it have left.</summary>
        public static Line ShareOfRest(string name, decimal percent) => new Line(Rule.ShareOfRest, name, percent);

        /// <summary>The same amount whatever the budget is.</summary>
        public static Line Fixed(string name, decimal euros) => new Line(Rule.Fixed, name, 0, Amounts.Cents(euros));

        /// <summary>All that the parts before it have left (Dutch: restpost).</summary>
        public static Line Residual(string name) => new Line(Rule.Residual, name);

        /// <summary>Shown, and never added.</summary>
        public bool Memo { get; set; }

        /// <summary>The least that it takes, in euros; null for no least.</summary>
        public decimal? Floor { get; set; }

        /// <summary>The most that it takes, in euros; null for no most.</summary>
        public decimal? Ceiling { get; set; }

        internal LineStruct Struct(Texts texts, Line[] before)
        {
            long[] bounds = Amounts.Column(new[] { Floor, Ceiling });
            var line = new LineStruct
            {
                StructSize = checked((uint)Marshal.SizeOf(typeof(LineStruct))),
                Rule = (int)rule,
                Role = (int)(Memo ? Role.Memo : Role.Part),
                Base = Position(before),
                Percent = new Bits(percent),
                Fixed = cents,
                Floor = bounds[0],
                Ceiling = bounds[1],
            };
            line.Name = texts.Keep(name, out line.NameLength);
            return line;
        }

        /// <summary>The position of the earlier line; -1 for the whole.</summary>
        private int Position(Line[] before)
        {
            int at = Array.FindIndex(before, line => line.name == earlier);
            if (earlier != null && at < 0) throw new ArgumentException("no line before \"" + name + "\" is called \"" + earlier + "\"");
            return at;
        }
    }

    /// <summary>Lines that budgets run through (Dutch: trap). Any number of threads may share it.</summary>
    public sealed class Waterfall : IDisposable
    {
        private readonly WaterfallHandle handle;

        private Waterfall(WaterfallHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>Lines in multiples of a unit of so many cents.</summary>
        public Waterfall(IEnumerable<Line> lines, long unit = 1, Tie tie = Tie.First)
        {
            Line[] all = lines.ToArray();
            WaterfallHandle made = null;
            using (var texts = new Texts())
            {
                LineStruct[] structs = all.Select((line, at) => line.Struct(texts, all.Take(at).ToArray())).ToArray();
                Failure.Thrown(err => Native.tkg_waterfall_new(1, structs, structs.Length, unit, tie, out made, err));
            }
            handle = made;
        }

        /// <summary>A year of an RTA schedule; all are percentages of the base-year budget, 8.5m for 8.5%.</summary>
        /// <param name="year">For messages.</param>
        /// <param name="lines">The shares of the lines before the last.</param>
        /// <param name="reading">How the cut is read.</param>
        /// <param name="cut">The State's cut (korting); null for none.</param>
        /// <param name="inBase">The cut that the base-year budget already lacks.</param>
        /// <param name="residual">What the last line gets, as printed.</param>
        /// <param name="residualUnit">What it was printed in.</param>
        public static Waterfall Rta(
            int year, decimal[] lines, decimal residual, decimal residualUnit = 1, decimal? cut = null, decimal inBase = 0,
            Reading reading = Reading.CumulativePoints)
        {
            int[] cutGiven = cut.HasValue ? decimal.GetBits(cut.Value) : null, given = Amounts.Bits(lines);
            WaterfallHandle made = null;
            Failure.Thrown(err => Native.tkg_waterfall_new_rta(
                1, year, reading, cutGiven, decimal.GetBits(inBase), given, lines.Length, decimal.GetBits(residual),
                decimal.GetBits(residualUnit), out made, err));
            return new Waterfall(made);
        }

        /// <summary>How many lines there are, memo lines too.</summary>
        public int Lines
        {
            get
            {
                long count = 0;
                Failure.Thrown(err => Native.tkg_waterfall_count(handle, out count, err));
                return checked((int)count);
            }
        }

        /// <summary>Runs budgets in cents through the lines: a column for each line.</summary>
        public long[][] Columns(
            long[] budgets,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            if (rowStatus != null) Failure.Same(rowStatus.Length, budgets.Length, "statuses");
            int lines = Lines;
            var parts = new long[checked(lines * budgets.Length)];
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_waterfall_columns_i64(
                handle, budgets, budgets.Length, parts, parts.Length, rowStatus, run, err));
            return Amounts.Cut(parts, lines, budgets.Length);
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
