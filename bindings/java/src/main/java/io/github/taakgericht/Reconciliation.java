package io.github.taakgericht;

import java.util.Arrays;
import java.util.stream.Stream;

/** Whether printed figures are what others add up to, row by row (Dutch: aansluiting); in cents. */
public final class Reconciliation {
    /** It holds, rounding explains the gap, rounding another way would, or it is an error. */
    public enum Verdict {
        /** At face value it is what it should be. */
        HOLDS,
        /** There is a gap, and rounding explains it. */
        EXPLAINED,
        /** Rounding explains the gap only if a figure was rounded another way. */
        ONLY_IF,
        /** Rounding does not explain the gap. */
        ERROR
    }

    /** Stated less computed; missing for a row that failed. */
    public final long[] gaps;

    /** Null for a row that failed. */
    public final Verdict[] verdicts;

    private Reconciliation(long[] gaps, Verdict[] verdicts) {
        this.gaps = gaps;
        this.verdicts = verdicts;
    }

    /** How figures were printed: as multiples of a unit of so many cents. */
    public static final class Printed {
        /** In euros, a half up. */
        public static final Printed EUROS = new Printed(100, Mode.HALF_UP);

        final long unit;
        final Mode mode;

        /** In multiples of a unit of so many cents. */
        public Printed(long unit, Mode mode) {
            this.unit = unit;
            this.mode = mode;
        }
    }

    /** Compares the stated figures with the columns that are added, less those that are taken off; {@code rowStatus} may be null. */
    public static Reconciliation of(
            long[] stated, Printed statedAs, long[][] plus, long[][] minus, Printed termsAs, int[] rowStatus) {
        return of(stated, statedAs, plus, minus, termsAs, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched. */
    public static Reconciliation of(
            long[] stated, Printed statedAs, long[][] plus, long[][] minus, Printed termsAs, int[] rowStatus, Run run) {
        int rows = stated.length;
        long[][] terms = Stream.concat(Arrays.stream(plus), Arrays.stream(minus)).toArray(long[][]::new);
        for (long[] term : terms) {
            Plan.same(term.length, rows, "figures in a term");
        }
        Plan.statuses(rowStatus, rows);
        int[] signs = new int[terms.length];
        Arrays.setAll(signs, term -> term < plus.length ? 1 : -1);
        long[] figures = Arrays.stream(terms).flatMapToLong(Arrays::stream).toArray();
        long[] gaps = new long[rows];
        int[] verdicts = new int[rows];
        run.done((watched, err) -> Native.tkg_reconcile_rows_i64(
                1, stated, rows, statedAs.unit, statedAs.mode.ordinal(), figures, signs, terms.length, termsAs.unit,
                termsAs.mode.ordinal(), gaps, verdicts, rows, rowStatus, watched, err));
        Verdict[] named =
                Arrays.stream(verdicts).mapToObj(verdict -> verdict < 0 ? null : Verdict.values()[verdict]).toArray(Verdict[]::new);
        return new Reconciliation(gaps, named);
    }
}
