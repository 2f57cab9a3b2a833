package io.github.taakgericht;

/** What a column is. The order is that of the numbers in taakgericht.h. */
public enum Role {
    /** A part of the total of its row. */
    PART,
    /** Already inside another column: never add it (Dutch: waarvan). */
    MEMO,
    /** The whole that is divided. */
    TOTAL
}
