package io.github.taakgericht;

/** Care that is paid by effort: tariff times volume. Both are whole numbers with so many decimals; 87.30 with 4 is 873000. */
public final class Effort {
    private Effort() {}

    /** What each line of delivered care is worth, in cents. */
    public static long[] amounts(long[] tariffs, int tariffDecimals, long[] volumes, int volumeDecimals) {
        Plan.same(volumes.length, tariffs.length, "volumes");
        long[] out = new long[tariffs.length];
        Native.done(err -> Native.tkg_effort_amounts_i64(
                tariffs, volumes, tariffs.length, tariffDecimals, volumeDecimals, out, out.length, err));
        return out;
    }

    /** The same, added up by group: {@code sums[groups[line]]}, of so many sums. */
    public static long[] sums(
            long[] tariffs, int tariffDecimals, long[] volumes, int volumeDecimals, int[] groups, int count) {
        Plan.same(volumes.length, tariffs.length, "volumes");
        Plan.same(groups.length, tariffs.length, "groups");
        long[] sums = new long[count];
        Native.done(err -> Native.tkg_effort_sums_i64(
                tariffs, volumes, groups, tariffs.length, tariffDecimals, volumeDecimals, sums, count, err));
        return sums;
    }
}
