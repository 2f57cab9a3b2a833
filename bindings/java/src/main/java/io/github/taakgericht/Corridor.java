package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;

/** A corridor around a lump sum. Close it; threads may share it. */
public final class Corridor extends Handle {
    private Corridor(Pointer pointer) {
        super(pointer, Native::tkg_corridor_free);
    }

    /**
     * From a deviation in percent of the lump sum on (the key), the municipality bears so many percent where care costs more, and
     * takes back so many where it costs less (the value).
     */
    public static Corridor of(SortedMap<BigDecimal, BigDecimal> over, SortedMap<BigDecimal, BigDecimal> under) {
        Memory[] overs = side(over);
        Memory[] unders = side(under);
        return new Corridor(Native.given((out, err) -> Native.tkg_corridor_new(
                1, overs[0], overs[1], over.size(), unders[0], unders[1], under.size(), out, err)));
    }

    private static Memory[] side(Map<BigDecimal, BigDecimal> breakpoints) {
        return new Memory[] {
            Amounts.decimals(new ArrayList<>(breakpoints.keySet())), Amounts.decimals(new ArrayList<>(breakpoints.values()))
        };
    }

    /**
     * What the provider gets, of each lump sum and what care would have cost by effort (Dutch: schaduwkosten); in cents, rounded to
     * multiples of the unit. {@code rowStatus} may be null.
     */
    public long[] settle(long[] lumpSums, long[] shadowCosts, Mode mode, long unit, int[] rowStatus) {
        return settle(lumpSums, shadowCosts, mode, unit, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched. */
    public long[] settle(long[] lumpSums, long[] shadowCosts, Mode mode, long unit, int[] rowStatus, Run run) {
        Plan.same(shadowCosts.length, lumpSums.length, "shadow costs");
        Plan.statuses(rowStatus, lumpSums.length);
        long[] out = new long[lumpSums.length];
        use(corridor -> run.done((watched, err) -> Native.tkg_corridor_settle_i64(
                corridor, lumpSums, shadowCosts, out.length, mode.ordinal(), unit, out, out.length, rowStatus, watched, err)));
        return out;
    }
}
