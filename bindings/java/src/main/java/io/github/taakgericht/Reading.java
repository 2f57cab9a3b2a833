package io.github.taakgericht;

/** How the State's cut (korting) of a year is read. The order is that of the numbers in taakgericht.h. */
public enum Reading {
    /** Percentage points that include the cut that the base already lacks. */
    CUMULATIVE_POINTS,
    /** The printed percentage of the base, as if it lacked no cut yet. */
    LITERAL,
    /** Percentages of the budget without cuts. */
    COMPOUNDING
}
