namespace Taakgericht
{
    /// <summary>
    /// Care that is paid by effort: tariff times volume. Both are whole numbers with so many decimals; 87.30 with 4 is 873000.
    /// </summary>
    public static class Effort
    {
        /// <summary>What each line of delivered care is worth, in cents.</summary>
        public static long[] Amounts(long[] tariffs, long[] volumes, int tariffDecimals = 2, int volumeDecimals = 0)
        {
            Failure.Same(volumes.Length, tariffs.Length, "volumes");
            var amounts = new long[tariffs.Length];
            Failure.Thrown(err => Native.tkg_effort_amounts_i64(
                tariffs, volumes, tariffs.Length, tariffDecimals, volumeDecimals, amounts, amounts.Length, err));
            return amounts;
        }

        /// <summary>The same, added up by group: sums[groups[line]], of so many sums.</summary>
        public static long[] Sums(
            long[] tariffs, long[] volumes, uint[] groups, int count, int tariffDecimals = 2, int volumeDecimals = 0)
        {
            Failure.Same(volumes.Length, tariffs.Length, "volumes");
            Failure.Same(groups.Length, tariffs.Length, "groups");
            var sums = new long[count];
            Failure.Thrown(err => Native.tkg_effort_sums_i64(
                tariffs, volumes, groups, tariffs.Length, tariffDecimals, volumeDecimals, sums, count, err));
            return sums;
        }
    }
}
