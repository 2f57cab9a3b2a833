package io.github.taakgericht;

/** How an amount is written. The order is that of the numbers in taakgericht.h. */
public enum Notation {
    /** 1234.56 */
    PLAIN,
    /** 1.234,56, with a euro sign or without. */
    DUTCH,
    /** Whichever of the two has a meaning; ambiguous where both have one. */
    EITHER
}
