package io.github.taakgericht;

import com.sun.jna.Memory;
import java.math.BigDecimal;

/** How something is divided; immutable. */
public final class Split {
    /** Cents by largest remainders, a tie to the first, by version 1 of the rules. */
    public static final Split DEFAULT = new Split(Method.LARGEST_REMAINDER, Tie.FIRST, 1, 1);

    private static final int SIZE = 24;

    private final Method method;
    private final Tie tie;
    private final long unit;
    private final int rules;

    private Split(Method method, Tie tie, long unit, int rules) {
        this.method = method;
        this.tie = tie;
        this.unit = unit;
        this.rules = rules;
    }

    /** With another method. */
    public Split method(Method other) {
        return new Split(other, tie, unit, rules);
    }

    /** With another rule for ties. */
    public Split tie(Tie other) {
        return new Split(method, other, unit, rules);
    }

    /** Parts are multiples of it; in euros, "1.00" for whole euros. */
    public Split unit(BigDecimal other) {
        return new Split(method, tie, Amounts.cents(other), rules);
    }

    /** A version of the rules whose results are wanted. */
    public Split rules(int other) {
        return new Split(method, tie, unit, other);
    }

    Memory struct() {
        Memory struct = Native.struct(SIZE);
        struct.setInt(4, rules);
        struct.setInt(8, method.ordinal());
        struct.setInt(12, tie.ordinal());
        struct.setLong(16, unit);
        return struct;
    }
}
