package io.github.taakgericht;

import com.sun.jna.Memory;
import java.math.BigDecimal;
import java.util.List;

/** A line of a waterfall; immutable. */
public final class Line {
    private static final int SIZE = 72;
    private static final int SHARE = 0;
    private static final int SHARE_OF_REST = 1;
    private static final int FIXED = 2;
    private static final int RESIDUAL = 3;

    private final int rule;
    private final BigDecimal percent;
    private final String base;
    private final long fixed;
    private final Memory name;
    private final String shownName;
    private final Role role;
    private final long floor;
    private final long ceiling;

    private Line(
            int rule, String shownName, BigDecimal percent, String base, long fixed, Role role, long floor, long ceiling) {
        this.rule = rule;
        this.shownName = shownName;
        this.percent = percent;
        this.base = base;
        this.fixed = fixed;
        this.role = role;
        this.floor = floor;
        this.ceiling = ceiling;
        byte[] bytes = Native.utf8(shownName);
        this.name = new Memory(bytes.length + 1L);
        this.name.write(0, bytes, 0, bytes.length);
    }

    private static Line of(int rule, String name, BigDecimal percent, String base, long fixed) {
        return new Line(rule, name, percent, base, fixed, Role.PART, Amounts.MISSING, Amounts.MISSING);
    }

    /** A percentage of the whole budget; 8.5 for 8.5%. */
    public static Line share(String name, BigDecimal percent) {
        return of(SHARE, name, percent, null, 0);
    }

    /** A percentage of an earlier line. */
    public static Line shareOf(String name, BigDecimal percent, String earlier) {
        return of(SHARE, name, percent, earlier, 0);
    }

    /** A percentage of what the parts before it have left. */
    public static Line shareOfRest(String name, BigDecimal percent) {
        return of(SHARE_OF_REST, name, percent, null, 0);
    }

    /** The same amount whatever the budget is. */
    public static Line fixed(String name, BigDecimal euros) {
        return of(FIXED, name, null, null, Amounts.cents(euros));
    }

    /** All that the parts before it have left (Dutch: restpost). */
    public static Line residual(String name) {
        return of(RESIDUAL, name, null, null, 0);
    }

    /** Shown, and never added. */
    public Line memo() {
        return new Line(rule, shownName, percent, base, fixed, Role.MEMO, floor, ceiling);
    }

    /** With a least that it takes (Dutch: ondergrens). */
    public Line atLeast(BigDecimal euros) {
        return new Line(rule, shownName, percent, base, fixed, role, Amounts.cents(euros), ceiling);
    }

    /** With a most that it takes (Dutch: bovengrens). */
    public Line atMost(BigDecimal euros) {
        return new Line(rule, shownName, percent, base, fixed, role, floor, Amounts.cents(euros));
    }

    /** The lines one behind the other, as the library reads them; their names stay with the lines. */
    static Memory structs(List<Line> lines) {
        Memory all = lines.isEmpty() ? null : new Memory((long) SIZE * lines.size());
        for (int at = 0; at < lines.size(); at++) {
            lines.get(at).write(all.share((long) SIZE * at, SIZE), lines.subList(0, at));
        }
        return all;
    }

    private void write(com.sun.jna.Pointer into, List<Line> earlier) {
        into.clear(SIZE);
        into.setInt(0, SIZE);
        into.setInt(4, rule);
        into.setInt(8, role.ordinal());
        into.setInt(12, position(earlier));
        if (percent != null) {
            into.write(16, Amounts.decimal(percent).getByteArray(0, 16), 0, 16);
        }
        into.setLong(32, fixed);
        into.setLong(40, floor);
        into.setLong(48, ceiling);
        into.setLong(56, name.size() - 1);
        into.setPointer(64, name);
    }

    /** The position of the base; -1 for the whole. */
    private int position(List<Line> earlier) {
        for (int at = 0; base != null && at < earlier.size(); at++) {
            if (earlier.get(at).shownName.equals(base)) {
                return at;
            }
        }
        if (base != null) {
            throw new IllegalArgumentException("no line before \"" + shownName + "\" is called \"" + base + "\"");
        }
        return -1;
    }
}
