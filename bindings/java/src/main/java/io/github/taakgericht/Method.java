package io.github.taakgericht;

/** How the units that are left over are placed. The order is that of the numbers in taakgericht.h. */
public enum Method {
    /** To the largest remainders (Hamilton; Dutch: grootste resten). */
    LARGEST_REMAINDER,
    /** Running totals are rounded; a part is the difference of two. */
    CUMULATIVE,
    /** Whole units of the exact share; the first with a weight takes the rest. */
    FIRST_TAKES_REST,
    /** As before; the last with a weight takes the rest (Dutch: sluitpost). */
    LAST_TAKES_REST,
    /** Divisors, rounded at the half (Sainte-Lague). */
    WEBSTER,
    /** Divisors, rounded down (D'Hondt). */
    JEFFERSON,
    /** Divisors, rounded up. */
    ADAMS,
    /** Divisors, rounded at the geometric mean. */
    HUNTINGTON_HILL
}
