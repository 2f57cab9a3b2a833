using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Taakgericht
{
    /// <summary>How something is divided; as it is made, cents by largest remainders, a tie to the first.</summary>
    public sealed class Split
    {
        /// <summary>How the units that are left over are placed.</summary>
        public Method Method { get; set; } = Method.LargestRemainder;

        /// <summary>Who gets the last of them.</summary>
        public Tie Tie { get; set; } = Tie.First;

        /// <summary>Parts are multiples of it; in euros, 1 for whole euros.</summary>
        public decimal Unit { get; set; } = 0.01m;

        /// <summary>The version of the rules whose results are wanted.</summary>
        public int Rules { get; set; } = 1;

        internal SplitStruct Struct() => new SplitStruct
        {
            StructSize = checked((uint)Marshal.SizeOf(typeof(SplitStruct))),
            RulesVersion = checked((uint)Rules),
            Method = (int)Method,
            Tie = (int)Tie,
            Unit = Amounts.Cents(Unit),
        };
    }

    /// <summary>Weights made ready for many divisions. Any number of threads may share it.</summary>
    public sealed class Plan : IDisposable
    {
        private readonly PlanHandle handle;

        /// <summary>Weights that are whole numbers, such as inhabitants.</summary>
        public Plan(long[] weights, Split split = null)
        {
            SplitStruct how = (split ?? new Split()).Struct();
            PlanHandle made = null;
            Failure.Thrown(err => Native.tkg_plan_new(ref how, weights, weights.Length, out made, err));
            handle = made;
            Parts = weights.Length;
        }

        /// <summary>Weights that are decimal numbers, such as percentages.</summary>
        public Plan(decimal[] weights, Split split = null)
        {
            SplitStruct how = (split ?? new Split()).Struct();
            PlanHandle made = null;
            Failure.Thrown(err => Native.tkg_plan_new_decimal(ref how, Amounts.Bits(weights), weights.Length, out made, err));
            handle = made;
            Parts = weights.Length;
        }

        /// <summary>
        /// Parties with ids, such as the codes of municipalities, and what each weighs. Who gets the last cent goes by the ids, so
        /// parties in another order get the same amounts; the parts stand in the order that is given.
        /// </summary>
        public Plan(IEnumerable<KeyValuePair<string, long>> weights, Split split = null)
        {
            KeyValuePair<string, long>[] parties = weights.ToArray();
            byte[][] ids = Array.ConvertAll(parties, party => Texts.Utf8(party.Key));
            var offsets = new long[ids.Length + 1];
            for (int at = 0; at < ids.Length; at++) offsets[at + 1] = offsets[at] + ids[at].Length;
            byte[] text = ids.SelectMany(id => id).ToArray();
            long[] numbers = Array.ConvertAll(parties, party => party.Value);
            SplitStruct how = (split ?? new Split()).Struct();
            PlanHandle made = null;
            Failure.Thrown(err => Native.tkg_plan_new_by_id(ref how, text, offsets, numbers, numbers.Length, out made, err));
            handle = made;
            Parts = numbers.Length;
        }

        /// <summary>How many weights there are, and so how many parts.</summary>
        public int Parts { get; }

        /// <summary>Divides euros; the parts stand in the order of the weights and add up to it.</summary>
        public decimal[] Divide(decimal euros) => Amounts.Euros(DivideCents(Amounts.Cents(euros)));

        /// <summary>Divides cents.</summary>
        public long[] DivideCents(long cents)
        {
            var parts = new long[Parts];
            Failure.Thrown(err => Native.tkg_allocate_i64(handle, cents, parts, parts.Length, err));
            return parts;
        }

        /// <summary>Divides euros so that every part lies between its floor and its ceiling; null for none, of one or of all.</summary>
        public decimal[] DivideBounded(decimal euros, decimal?[] floors = null, decimal?[] ceilings = null)
        {
            long[] least = Bounds(floors), most = Bounds(ceilings), parts = new long[Parts];
            long cents = Amounts.Cents(euros);
            Failure.Thrown(err => Native.tkg_allocate_bounded_i64(handle, cents, least, most, parts, parts.Length, err));
            return Amounts.Euros(parts);
        }

        private long[] Bounds(decimal?[] given)
        {
            if (given == null) return null;
            Failure.Same(given.Length, Parts, "bounds");
            return Amounts.Column(given);
        }

        /// <summary>
        /// Divides a column of cents; the parts of each amount stand together. With <paramref name="rowStatus"/> each row has its
        /// status there, and one that failed has missing parts; without, the first row that fails ends it. What
        /// <paramref name="progress"/> throws comes out; a token stops it with an <see cref="OperationCanceledException"/>.
        /// </summary>
        public long[] DivideRows(
            long[] amounts,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            long[] parts = Room(amounts, rowStatus);
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_allocate_rows_i64(
                handle, amounts, amounts.Length, parts, parts.Length, rowStatus, run, err));
            return parts;
        }

        /// <summary>Divides a column of cents into a column for each weight; otherwise as <see cref="DivideRows"/>.</summary>
        public long[][] DivideColumns(
            long[] amounts,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            long[] parts = Room(amounts, rowStatus);
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_allocate_columns_i64(
                handle, amounts, amounts.Length, parts, parts.Length, rowStatus, run, err));
            return Amounts.Cut(parts, Parts, amounts.Length);
        }

        private long[] Room(long[] amounts, int[] rowStatus)
        {
            if (rowStatus != null) Failure.Same(rowStatus.Length, amounts.Length, "statuses");
            return new long[checked(amounts.Length * Parts)];
        }

        /// <summary>
        /// Divides amounts that each have weights of their own: those of row r are weights[offsets[r]] up to weights[offsets[r + 1]].
        /// </summary>
        public static long[] DivideRagged(
            long[] amounts, long[] offsets, long[] weights, Split split = null,
            int[] rowStatus = null, IProgress<RunProgress> progress = null,
            CancellationToken cancellation = default(CancellationToken))
        {
            Failure.Same(offsets.Length, amounts.Length + 1, "offsets");
            if (rowStatus != null) Failure.Same(rowStatus.Length, amounts.Length, "statuses");
            SplitStruct how = (split ?? new Split()).Struct();
            var parts = new long[weights.Length];
            Watched.Thrown(progress, cancellation, (run, err) => Native.tkg_allocate_ragged_i64(
                ref how, amounts, amounts.Length, offsets, weights, parts, parts.Length, rowStatus, run, err));
            return parts;
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
