package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A solidarity pool with its key (Dutch: verdeelsleutel); amounts are cents. Close it; threads may share it. */
public final class Pool extends Handle {
    /** How cost is shared. */
    public enum Model {
        /** Everyone bears its own cost. */
        ACTUAL_USE,
        /** All cost is shared by the key. */
        INSURANCE,
        /** A percentage is shared, the rest borne alone. */
        BLEND,
        /** What lies beyond a band around the contribution is shared. */
        CORRIDOR,
        /** What a client costs beyond a threshold is shared. */
        STOP_LOSS
    }

    /** What a corridor shares: the net, each side by its own key, or overspends alone. */
    public enum Netting {
        /** Overspends and underspends together, by one key. */
        NETTED,
        /** Each side by itself, by its own key. */
        EACH_SIDE,
        /** Overspends; underspends stay where they are. */
        OVERSPENDS_ONLY
    }

    /** Who gets the cents left over. */
    public enum Residual {
        /** The largest remainders. */
        LARGEST,
        /** As running totals fall. */
        CUMULATIVE,
        /** The first with a weight. */
        FIRST,
        /** The last with a weight. */
        LAST
    }

    private final int members;

    private Pool(Pointer pointer, int members) {
        super(pointer, Native::tkg_pool_free);
        this.members = members;
    }

    /** A pool with a weight for each member. */
    public static Pool of(Terms terms, long... key) {
        return of(terms, key, null);
    }

    /** A corridor with another key for underspends. */
    public static Pool of(Terms terms, long[] key, long[] underspendKey) {
        Plan.same(underspendKey == null ? key.length : underspendKey.length, key.length, "weights for underspends");
        return new Pool(
                Native.given((out, err) -> Native.tkg_pool_new(terms.struct(), key, underspendKey, key.length, out, err)),
                key.length);
    }

    /** Settles a year by what the clients of each member cost. */
    public Settlement settle(long... costs) {
        return settle(costs, null, null, null);
    }

    /**
     * Settles a year.
     *
     * @param outside what is borne alone; null for nothing
     * @param contributions for a corridor (Dutch: inleg); otherwise null
     * @param clients for a stop-loss, what each client of each member cost; otherwise null
     */
    public Settlement settle(long[] costs, long[] outside, long[] contributions, long[][] clients) {
        for (long[] given : new long[][] {costs, outside, contributions}) {
            Plan.same(given == null ? members : given.length, members, "amounts");
        }
        Plan.same(clients == null ? members : clients.length, members, "lists of clients");
        long[] offsets = clients == null ? null : new long[members + 1];
        for (int member = 0; clients != null && member < members; member++) {
            offsets[member + 1] = offsets[member] + clients[member].length;
        }
        long[] all = clients == null ? null : Arrays.stream(clients).flatMapToLong(Arrays::stream).toArray();
        Settlement settled = new Settlement(new long[members], new long[members]);
        use(pool -> Native.done(err -> Native.tkg_pool_settle_i64(
                pool, costs, outside, contributions, offsets, all, settled.borne, settled.transfers, members, err)));
        return settled;
    }

    /** Reduces transfers to fewer payments than there are members. */
    public static List<Payment> payments(long... transfers) {
        int room = transfers.length;
        long[] from = new long[room];
        long[] to = new long[room];
        long[] cents = new long[room];
        long[] needed = new long[1];
        Native.done(err -> Native.tkg_payments_i64(transfers, room, from, to, cents, room, needed, err));
        Payment[] payments = IntStream.range(0, Math.toIntExact(needed[0]))
                .mapToObj(at -> new Payment(Math.toIntExact(from[at]), Math.toIntExact(to[at]), cents[at]))
                .toArray(Payment[]::new);
        return List.of(payments);
    }

    /** What each member finally bears, and what it pays (above zero) or receives (below). */
    public static final class Settlement {
        /** What each member finally bears. */
        public final long[] borne;

        /** What each member pays (above zero) or receives (below). */
        public final long[] transfers;

        Settlement(long[] borne, long[] transfers) {
            this.borne = borne;
            this.transfers = transfers;
        }
    }

    /** From which member to which, counted from 0. */
    public static final class Payment {
        /** Who pays. */
        public final int from;

        /** Who receives. */
        public final int to;

        /** How much. */
        public final long cents;

        Payment(int from, int to, long cents) {
            this.from = from;
            this.to = to;
            this.cents = cents;
        }
    }

    /** The terms of a pool; immutable. */
    public static final class Terms {
        private static final int SIZE = 64;

        private final Memory struct;

        private Terms(Memory struct) {
            this.struct = struct;
        }

        private static Terms of(Model model, BigDecimal share) {
            Memory struct = Native.struct(SIZE);
            struct.setInt(4, 1);
            struct.setInt(8, model.ordinal());
            struct.write(24, Amounts.decimal(share).getByteArray(0, 16), 0, 16);
            struct.setLong(48, Amounts.MISSING);
            return new Terms(struct);
        }

        /** Everyone bears its own cost. */
        public static Terms actualUse() {
            return of(Model.ACTUAL_USE, BigDecimal.ZERO);
        }

        /** All cost is shared by the key. */
        public static Terms insurance() {
            return of(Model.INSURANCE, BigDecimal.ZERO);
        }

        /** So many percent is shared, the rest borne alone. */
        public static Terms blend(BigDecimal pooled) {
            return of(Model.BLEND, pooled);
        }

        /** What lies beyond so many percent of the contribution is shared. */
        public static Terms corridor(BigDecimal band, Netting netting) {
            Terms terms = of(Model.CORRIDOR, band);
            terms.struct.setInt(12, netting.ordinal());
            return terms;
        }

        /** Of what a client costs beyond the threshold, so many percent is shared; up to the ceiling, if it is not null. */
        public static Terms stopLoss(BigDecimal threshold, BigDecimal ceded, BigDecimal ceiling) {
            Terms terms = of(Model.STOP_LOSS, ceded);
            terms.struct.setLong(40, Amounts.cents(threshold));
            terms.struct.setLong(48, ceiling == null ? Amounts.MISSING : Amounts.cents(ceiling));
            return terms;
        }

        /** Who gets the cents left over, and who goes first of equals; without it the largest remainders, the first. */
        public Terms residual(Residual residual, Tie tie) {
            Terms other = copy();
            other.struct.setInt(16, residual.ordinal());
            other.struct.setInt(20, tie.ordinal());
            return other;
        }

        /** What the members bear beyond the cost, into a reserve; below zero out of it. */
        public Terms levy(BigDecimal euros) {
            Terms other = copy();
            other.struct.setLong(56, Amounts.cents(euros));
            return other;
        }

        private Terms copy() {
            Memory copy = new Memory(SIZE);
            copy.write(0, struct.getByteArray(0, SIZE), 0, SIZE);
            return new Terms(copy);
        }

        Memory struct() {
            return struct;
        }
    }
}
