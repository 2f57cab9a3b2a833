package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.util.List;

/** Lines that budgets run through (Dutch: trap). Close it; threads may share it. */
public final class Waterfall extends Handle {
    private Waterfall(Pointer pointer) {
        super(pointer, Native::tkg_waterfall_free);
    }

    /** Lines in cents, a tie to the earlier one. */
    public static Waterfall of(List<Line> lines) {
        return of(lines, 1, Tie.FIRST);
    }

    /** Lines in multiples of a unit of so many cents. */
    public static Waterfall of(List<Line> lines, long unit, Tie tie) {
        Memory structs = Line.structs(lines);
        Pointer made = Native.given(
                (out, err) -> Native.tkg_waterfall_new(1, structs, lines.size(), unit, tie.ordinal(), out, err));
        java.lang.ref.Reference.reachabilityFence(lines);
        return new Waterfall(made);
    }

    /**
     * A year of an RTA schedule; all are percentages of the base-year budget, 8.5 for 8.5%.
     *
     * @param cut the State's cut (korting); null for none
     * @param inBase the cut that the base-year budget already lacks
     * @param residual what the last line gets, as printed
     * @param residualUnit what it was printed in, such as 1
     */
    public static Waterfall rta(
            int year, Reading reading, BigDecimal cut, BigDecimal inBase, List<BigDecimal> lines,
            BigDecimal residual, BigDecimal residualUnit) {
        Memory cutGiven = cut == null ? null : Amounts.decimal(cut);
        Memory base = Amounts.decimal(inBase);
        Memory given = Amounts.decimals(lines);
        Memory rest = Amounts.decimal(residual);
        Memory unit = Amounts.decimal(residualUnit);
        return new Waterfall(Native.given((out, err) -> Native.tkg_waterfall_new_rta(
                1, year, reading.ordinal(), cutGiven, base, given, lines.size(), rest, unit, out, err)));
    }

    /** How many lines there are, memo lines too. */
    public int lines() {
        long[] count = new long[1];
        use(waterfall -> Native.done(err -> Native.tkg_waterfall_count(waterfall, count, err)));
        return Math.toIntExact(count[0]);
    }

    /** Runs budgets in cents through the lines: a column for each line; {@code rowStatus} may be null. */
    public long[][] columns(long[] budgets, int[] rowStatus) {
        return columns(budgets, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched. */
    public long[][] columns(long[] budgets, int[] rowStatus, Run run) {
        Plan.statuses(rowStatus, budgets.length);
        int lines = lines();
        long[] out = new long[Math.multiplyExact(lines, budgets.length)];
        use(waterfall -> run.done((watched, err) -> Native.tkg_waterfall_columns_i64(
                waterfall, budgets, budgets.length, out, out.length, rowStatus, watched, err)));
        return Plan.cut(out, lines, budgets.length);
    }
}
