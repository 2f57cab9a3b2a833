using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Taakgericht
{
    /// <summary>The terms of a pool.</summary>
    public sealed class PoolTerms
    {
        /// <summary>Terms of a model; what it needs is set further.</summary>
        public PoolTerms(Model model)
        {
            Model = model;
        }

        /// <summary>How cost is shared.</summary>
        public Model Model { get; }

        /// <summary>For a corridor.</summary>
        public Netting Netting { get; set; } = Netting.Netted;

        /// <summary>Who gets the cents left over.</summary>
        public Residual Residual { get; set; } = Residual.Largest;

        /// <summary>Who goes first of equals.</summary>
        public Tie Tie { get; set; } = Tie.First;

        /// <summary>In percent: what is pooled of a blend, the band of a corridor, what is ceded of a stop-loss.</summary>
        public decimal Share { get; set; }

        /// <summary>For a stop-loss, in euros: what a client costs up to here is one's own.</summary>
        public decimal Threshold { get; set; }

        /// <summary>For a stop-loss, in euros: what a client costs above this is one's own again; null for no such limit.</summary>
        public decimal? Ceiling { get; set; }

        /// <summary>What the members bear beyond the cost, in euros: into a reserve, or below zero out of it.</summary>
        public decimal Levy { get; set; }

        internal PoolTermsStruct Struct() => new PoolTermsStruct
        {
            StructSize = checked((uint)Marshal.SizeOf(typeof(PoolTermsStruct))),
            RulesVersion = 1,
            Model = Model,
            Netting = Netting,
            Residual = Residual,
            Tie = Tie,
            Share = new Bits(Share),
            Threshold = Amounts.Cents(Threshold),
            Ceiling = Ceiling.HasValue ? Amounts.Cents(Ceiling.Value) : Amounts.Missing,
            Levy = Amounts.Cents(Levy),
        };
    }

    /// <summary>What each member finally bears, and what it pays (above zero) or receives (below); in cents.</summary>
    public sealed class Settlement
    {
        internal Settlement(int members)
        {
            Borne = new long[members];
            Transfers = new long[members];
        }

        /// <summary>What each member finally bears.</summary>
        public long[] Borne { get; }

        /// <summary>What each member pays (above zero) or receives (below).</summary>
        public long[] Transfers { get; }
    }

    /// <summary>From which member to which, counted from 0; in cents.</summary>
    public sealed class Payment
    {
        internal Payment(long from, long to, long cents)
        {
            From = checked((int)from);
            To = checked((int)to);
            Cents = cents;
        }

        /// <summary>Who pays.</summary>
        public int From { get; }

        /// <summary>Who receives.</summary>
        public int To { get; }

        /// <summary>How much.</summary>
        public long Cents { get; }
    }

    /// <summary>A solidarity pool with its key (Dutch: verdeelsleutel). Any number of threads may share it.</summary>
    public sealed class Pool : IDisposable
    {
        private readonly PoolHandle handle;

        /// <summary>A weight for each member; with another key for underspends, if a corridor has one.</summary>
        public Pool(long[] key, PoolTerms terms, long[] underspendKey = null)
        {
            if (underspendKey != null) Failure.Same(underspendKey.Length, key.Length, "weights for underspends");
            PoolTermsStruct how = terms.Struct();
            PoolHandle made = null;
            Failure.Thrown(err => Native.tkg_pool_new(ref how, key, underspendKey, key.Length, out made, err));
            handle = made;
            Members = key.Length;
        }

        /// <summary>How many members there are.</summary>
        public int Members { get; }

        /// <summary>Settles a year by what the clients of each member cost, in cents.</summary>
        /// <param name="costs">What is shared.</param>
        /// <param name="outside">What is borne alone.</param>
        /// <param name="contributions">For a corridor (Dutch: inleg).</param>
        /// <param name="clients">For a stop-loss, what each client of each member cost.</param>
        public Settlement Settle(long[] costs, long[] outside = null, long[] contributions = null, long[][] clients = null)
        {
            foreach (long[] given in new[] { costs, outside ?? costs, contributions ?? costs })
                Failure.Same(given.Length, Members, "amounts");
            if (clients != null) Failure.Same(clients.Length, Members, "lists of clients");
            long[] offsets = clients == null ? null : Offsets(clients), all = clients?.SelectMany(each => each).ToArray();
            var settled = new Settlement(Members);
            Failure.Thrown(err => Native.tkg_pool_settle_i64(
                handle, costs, outside, contributions, offsets, all, settled.Borne, settled.Transfers, Members, err));
            return settled;
        }

        private static long[] Offsets(long[][] clients)
        {
            var offsets = new long[clients.Length + 1];
            for (int member = 0; member < clients.Length; member++) offsets[member + 1] = offsets[member] + clients[member].Length;
            return offsets;
        }

        /// <summary>Reduces transfers to fewer payments than there are members.</summary>
        public static IReadOnlyList<Payment> Payments(params long[] transfers)
        {
            int room = transfers.Length;
            long[] from = new long[room], to = new long[room], cents = new long[room];
            long needed = 0;
            Failure.Thrown(err => Native.tkg_payments_i64(transfers, room, from, to, cents, room, out needed, err));
            return Enumerable.Range(0, checked((int)needed)).Select(at => new Payment(from[at], to[at], cents[at])).ToArray();
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
