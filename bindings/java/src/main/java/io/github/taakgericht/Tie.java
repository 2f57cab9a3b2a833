package io.github.taakgericht;

/** Who gets the last units when parts tie. The order is that of the numbers in taakgericht.h. */
public enum Tie {
    /** In the order of the weights. */
    FIRST,
    /** The last goes first. */
    LAST,
    /** The largest weight goes first; of equal weights, the first. */
    LARGEST_WEIGHT,
    /** A tie is a failure, for a person to decide. */
    REFUSE
}
