package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions of taakgericht.h, and what crosses to them. */
final class Native {
    /** The version of taakgericht.h that this was written for. */
    private static final int ABI_VERSION = 1;

    private static final int HEADER_MINOR = 1;

    static {
        String named = System.getenv("TAAKGERICHT_LIBRARY");
        Map<String, ?> options = Map.of(com.sun.jna.Library.OPTION_STRING_ENCODING, "UTF-8");
        com.sun.jna.Native.register(Native.class, NativeLibrary.getInstance(named == null ? "taakgericht" : named, options));
        Failure failure = new Failure();
        failure.check(tkg_check_abi(ABI_VERSION, HEADER_MINOR, failure.record));
    }

    private Native() {}

    static native String tkg_version();

    static native int tkg_rules_version();

    static native int tkg_check_abi(int abi, int minor, Pointer err);

    static native String tkg_status_name(int status);

    static native String tkg_status_kind(int status);

    static native int tkg_decimal_parse(byte[] text, long length, Pointer out, Pointer err);

    static native int tkg_amount_parse(byte[] text, long length, int notation, long[] cents, Pointer err);

    static native int tkg_amount_format(long cents, int notation, byte[] buffer, long cap, long[] needed, Pointer err);

    static native int tkg_instalments(long amount, long count, long[] out, Pointer err);

    static native int tkg_table_round(
            long[] cells, long rows, long columns, long unit, long[] rowTotals, long[] columnTotals,
            long[] out, long cap, long[] outRows, long[] outColumns, long[] outTotal, Pointer err);

    static native int tkg_plan_new(Pointer split, long[] weights, long count, PointerByReference out, Pointer err);

    static native int tkg_plan_new_decimal(Pointer split, Pointer weights, long count, PointerByReference out, Pointer err);

    static native int tkg_plan_new_by_id(
            Pointer split, byte[] ids, long[] offsets, long[] weights, long count, PointerByReference out, Pointer err);

    static native void tkg_plan_free(Pointer plan);

    static native int tkg_cancel_new(PointerByReference out, Pointer err);

    static native int tkg_cancel_set(Pointer cancel, Pointer err);

    static native void tkg_cancel_free(Pointer cancel);

    static native int tkg_allocate_i64(Pointer plan, long amount, long[] out, long cap, Pointer err);

    static native int tkg_allocate_bounded_i64(
            Pointer plan, long amount, long[] floors, long[] ceilings, long[] out, long cap, Pointer err);

    static native int tkg_allocate_rows_i64(
            Pointer plan, long[] amounts, long rows, long[] out, long cap, int[] rowStatus, Pointer run, Pointer err);

    static native int tkg_allocate_columns_i64(
            Pointer plan, long[] amounts, long rows, long[] out, long cap, int[] rowStatus, Pointer run, Pointer err);

    static native int tkg_allocate_ragged_i64(
            Pointer split, long[] amounts, long rows, long[] offsets, long[] weights, long[] out, long cap,
            int[] rowStatus, Pointer run, Pointer err);

    static native int tkg_waterfall_new(
            int rules, Pointer lines, long count, long unit, int tie, PointerByReference out, Pointer err);

    static native int tkg_waterfall_new_rta(
            int rules, int year, int reading, Pointer cut, Pointer inBase, Pointer lines, long count,
            Pointer residual, Pointer residualUnit, PointerByReference out, Pointer err);

    static native int tkg_waterfall_count(Pointer waterfall, long[] count, Pointer err);

    static native int tkg_waterfall_columns_i64(
            Pointer waterfall, long[] budgets, long rows, long[] out, long cap, int[] rowStatus, Pointer run, Pointer err);

    static native void tkg_waterfall_free(Pointer waterfall);

    static native int tkg_decimal_format(Pointer number, byte[] buffer, long cap, long[] needed, Pointer err);

    static native int tkg_effort_amounts_i64(
            long[] tariffs, long[] volumes, long lines, int tariffDecimals, int volumeDecimals, long[] out, long cap, Pointer err);

    static native int tkg_effort_sums_i64(
            long[] tariffs, long[] volumes, int[] groups, long lines, int tariffDecimals, int volumeDecimals,
            long[] sums, long count, Pointer err);

    static native int tkg_corridor_new(
            int rules, Pointer overFrom, Pointer overShare, long overCount, Pointer underFrom, Pointer underShare,
            long underCount, PointerByReference out, Pointer err);

    static native int tkg_corridor_settle_i64(
            Pointer corridor, long[] lumpSums, long[] shadowCosts, long rows, int mode, long unit, long[] out, long cap,
            int[] rowStatus, Pointer run, Pointer err);

    static native void tkg_corridor_free(Pointer corridor);

    static native int tkg_index_percents(
            Pointer rule, int firstYear, Pointer provisional, Pointer before, Pointer became, long years,
            int firstOfContract, Pointer percents, long cap, Pointer err);

    static native int tkg_index_tariffs_i64(
            int rules, long[] tariffs, long rows, Pointer percents, long years, int firstYear, int chaining, int mode,
            long unit, long[] out, long cap, Pointer err);

    static native int tkg_pool_new(
            Pointer terms, long[] key, long[] underspendKey, long count, PointerByReference out, Pointer err);

    static native int tkg_pool_settle_i64(
            Pointer pool, long[] costs, long[] outside, long[] contributions, long[] clientOffsets, long[] clientCosts,
            long[] borne, long[] transfers, long cap, Pointer err);

    static native int tkg_payments_i64(
            long[] transfers, long count, long[] from, long[] to, long[] amounts, long cap, long[] needed, Pointer err);

    static native void tkg_pool_free(Pointer pool);

    static native int tkg_reconcile_rows_i64(
            int rules, long[] stated, long rows, long statedUnit, int statedMode, long[] terms, int[] signs, long termCount,
            long unit, int mode, long[] gaps, int[] verdicts, long cap, int[] rowStatus, Pointer run, Pointer err);

    static native int tkg_text_view(Pointer text, PointerByReference data, long[] length, Pointer err);

    static native int tkg_text_member(
            Pointer text, byte[] name, long length, byte[] buffer, long cap, long[] needed, Pointer err);

    static native void tkg_text_free(Pointer text);

    static native int tkg_call(
            int rules, byte[] operation, long length, Pointer arguments, long count, PointerByReference out, Pointer err);

    static native int tkg_operations(PointerByReference out, Pointer err);

    static native int tkg_scenario_files(Pointer main, PointerByReference out, Pointer err);

    static native int tkg_scenario_read(Pointer main, Pointer files, long count, PointerByReference out, Pointer err);

    static native int tkg_scenario_diagnose(Pointer main, Pointer files, long count, PointerByReference out, Pointer err);

    static native int tkg_scenario_run(Pointer scenario, PointerByReference out, Pointer err);

    static native int tkg_scenario_explain(
            Pointer scenario, byte[] figure, long length, PointerByReference out, Pointer err);

    static native void tkg_scenario_free(Pointer scenario);

    static native int tkg_outcome_statements(Pointer outcome, long[] count, Pointer err);

    static native int tkg_outcome_find_statement(Pointer outcome, byte[] id, long length, long[] position, Pointer err);

    static native int tkg_outcome_statement(Pointer outcome, long position, Pointer statement, Pointer err);

    static native int tkg_outcome_column(Pointer outcome, long statement, long position, Pointer column, Pointer err);

    static native int tkg_outcome_party(Pointer outcome, long position, Pointer party, Pointer err);

    static native int tkg_outcome_json(Pointer outcome, PointerByReference out, Pointer err);

    static native int tkg_outcome_findings(Pointer outcome, int language, PointerByReference out, Pointer err);

    static native void tkg_outcome_free(Pointer outcome);

    /** Half a letter has no bytes; String.getBytes would make a question mark of it. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException error) {
            throw new IllegalArgumentException("text with half a letter (an unpaired surrogate), expected UTF-16", error);
        }
    }

    static Map<String, byte[]> utf8(Map<String, String> texts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, utf8(text)));
        return all;
    }

    /** A struct of so many bytes, all zero, that begins with its size. */
    static Memory struct(int size) {
        Memory struct = new Memory(size);
        struct.clear();
        struct.setInt(0, size);
        return struct;
    }

    /** A call that gives a handle. */
    interface Giving {
        int call(PointerByReference out, Pointer err);
    }

    static Pointer given(Giving call) {
        PointerByReference out = new PointerByReference();
        Failure failure = new Failure();
        failure.check(call.call(out, failure.record));
        return out.getValue();
    }

    /** A call that gives nothing, or gives through its own arguments. */
    interface Doing {
        int call(Pointer err);
    }

    static void done(Doing call) {
        Failure failure = new Failure();
        failure.check(call.call(failure.record));
    }

    /** A text of the library, which is freed. */
    static String taken(Giving call) {
        Pointer text = given(call);
        try {
            return view(text);
        } finally {
            tkg_text_free(text);
        }
    }

    static String view(Pointer text) {
        PointerByReference data = new PointerByReference();
        long[] length = new long[1];
        done(err -> tkg_text_view(text, data, length, err));
        return new String(data.getValue().getByteArray(0, Math.toIntExact(length[0])), StandardCharsets.UTF_8);
    }
}
