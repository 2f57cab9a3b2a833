package io.github.taakgericht;

import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Weights made ready for many divisions. Close it; threads may share it. */
public final class Plan extends Handle {
    private final int parts;

    private Plan(Pointer pointer, int parts) {
        super(pointer, Native::tkg_plan_free);
        this.parts = parts;
    }

    /** Weights that are whole numbers, such as inhabitants. */
    public static Plan of(Split split, long... weights) {
        Pointer plan = Native.given((out, err) -> Native.tkg_plan_new(split.struct(), weights, weights.length, out, err));
        return new Plan(plan, weights.length);
    }

    /** Weights that are decimal numbers, such as percentages. */
    public static Plan of(Split split, List<BigDecimal> weights) {
        Pointer numbers = Amounts.decimals(weights);
        Pointer plan = Native.given(
                (out, err) -> Native.tkg_plan_new_decimal(split.struct(), numbers, weights.size(), out, err));
        return new Plan(plan, weights.size());
    }

    /**
     * Parties with ids, such as the codes of municipalities, and what each weighs. Who gets the last cent goes by the ids, so a
     * map in another order gives every party the same amount; the parts stand in the order of the map.
     */
    public static Plan of(Split split, Map<String, Long> weights) {
        ByteArrayOutputStream ids = new ByteArrayOutputStream();
        long[] offsets = new long[weights.size() + 1];
        long[] numbers = new long[weights.size()];
        int at = 0;
        for (Map.Entry<String, Long> party : weights.entrySet()) {
            byte[] id = Native.utf8(party.getKey());
            ids.write(id, 0, id.length);
            numbers[at] = party.getValue();
            offsets[++at] = ids.size();
        }
        Pointer plan = Native.given((out, err) -> Native.tkg_plan_new_by_id(
                split.struct(), ids.toByteArray(), offsets, numbers, numbers.length, out, err));
        return new Plan(plan, numbers.length);
    }

    /** How many weights there are, and so how many parts. */
    public int parts() {
        return parts;
    }

    /** Divides euros; the parts stand in the order of the weights and add up to it. */
    public BigDecimal[] split(BigDecimal euros) {
        return Amounts.euros(split(Amounts.cents(euros)));
    }

    /** Divides cents. */
    public long[] split(long cents) {
        long[] out = new long[parts];
        use(plan -> Native.done(err -> Native.tkg_allocate_i64(plan, cents, out, out.length, err)));
        return out;
    }

    /** Divides euros so that every part lies between its floor and its ceiling; null for none, of one or of all. */
    public BigDecimal[] splitBounded(BigDecimal euros, List<BigDecimal> floors, List<BigDecimal> ceilings) {
        long cents = Amounts.cents(euros);
        long[] least = bounds(floors);
        long[] most = bounds(ceilings);
        long[] out = new long[parts];
        use(plan -> Native.done(err -> Native.tkg_allocate_bounded_i64(plan, cents, least, most, out, out.length, err)));
        return Amounts.euros(out);
    }

    private long[] bounds(List<BigDecimal> given) {
        if (given == null) {
            return null;
        }
        same(given.size(), parts, "bounds");
        return Amounts.column(given);
    }

    /** Divides a column of cents; the parts of each amount stand together. The first row that fails ends it. */
    public long[] splitRows(long[] amounts) {
        return splitRows(amounts, null);
    }

    /** As before; each row has its status in {@code rowStatus}, and one that failed has missing parts. */
    public long[] splitRows(long[] amounts, int[] rowStatus) {
        return splitRows(amounts, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched; {@code rowStatus} may be null. */
    public long[] splitRows(long[] amounts, int[] rowStatus, Run run) {
        long[] out = room(amounts, rowStatus);
        use(plan -> run.done((watched, err) -> Native.tkg_allocate_rows_i64(
                plan, amounts, amounts.length, out, out.length, rowStatus, watched, err)));
        return out;
    }

    /** Divides a column of cents into a column for each weight; {@code rowStatus} may be null. */
    public long[][] splitColumns(long[] amounts, int[] rowStatus) {
        return splitColumns(amounts, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched. */
    public long[][] splitColumns(long[] amounts, int[] rowStatus, Run run) {
        long[] out = room(amounts, rowStatus);
        use(plan -> run.done((watched, err) -> Native.tkg_allocate_columns_i64(
                plan, amounts, amounts.length, out, out.length, rowStatus, watched, err)));
        return cut(out, parts, amounts.length);
    }

    private long[] room(long[] amounts, int[] rowStatus) {
        statuses(rowStatus, amounts.length);
        return new long[Math.multiplyExact(amounts.length, parts)];
    }

    /**
     * Divides amounts that each have weights of their own: those of row r are {@code weights[offsets[r]]} up to
     * {@code weights[offsets[r + 1]]}; {@code rowStatus} may be null.
     */
    public static long[] splitRagged(Split split, long[] amounts, long[] offsets, long[] weights, int[] rowStatus) {
        return splitRagged(split, amounts, offsets, weights, rowStatus, Run.UNWATCHED);
    }

    /** As before, watched. */
    public static long[] splitRagged(
            Split split, long[] amounts, long[] offsets, long[] weights, int[] rowStatus, Run run) {
        same(offsets.length, amounts.length + 1, "offsets");
        statuses(rowStatus, amounts.length);
        long[] out = new long[weights.length];
        run.done((watched, err) -> Native.tkg_allocate_ragged_i64(
                split.struct(), amounts, amounts.length, offsets, weights, out, out.length, rowStatus, watched, err));
        return out;
    }

    static void statuses(int[] rowStatus, int rows) {
        same(rowStatus == null ? rows : rowStatus.length, rows, "statuses");
    }

    static void same(int found, int expected, String what) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + ", expected " + expected);
        }
    }

    static long[][] cut(long[] all, int pieces, int length) {
        long[][] cut = new long[pieces][];
        Arrays.setAll(cut, piece -> Arrays.copyOfRange(all, piece * length, (piece + 1) * length));
        return cut;
    }
}
