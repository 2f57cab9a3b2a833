package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Amounts: euros as {@link BigDecimal}, and cents in columns. Nothing is rounded unasked. */
public final class Amounts {
    /** What is no amount (TKG_MISSING); in columns of cents only. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final int ENOUGH = 32;
    static final int DECIMAL_SIZE = 16;

    private Amounts() {}

    /**
     * Euros as cents.
     *
     * @throws ArithmeticException when it is not whole cents, or does not fit in 64 bits
     */
    public static long cents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Cents as euros, with two decimals. */
    public static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Reads euros. */
    public static BigDecimal parse(String text, Notation notation) {
        byte[] bytes = Native.utf8(text);
        long[] cents = new long[1];
        Native.done(err -> Native.tkg_amount_parse(bytes, bytes.length, notation.ordinal(), cents, err));
        return euros(cents[0]);
    }

    /** Writes euros. */
    public static String format(BigDecimal euros, Notation notation) {
        long cents = cents(euros);
        byte[] buffer = new byte[ENOUGH];
        long[] needed = new long[1];
        Native.done(err -> Native.tkg_amount_format(cents, notation.ordinal(), buffer, buffer.length, needed, err));
        return new String(buffer, 0, Math.toIntExact(needed[0]), StandardCharsets.US_ASCII);
    }

    /** Instalments (termijnen) of which every running total is right. */
    public static BigDecimal[] instalments(BigDecimal euros, int count) {
        long[] parts = new long[count];
        Native.done(err -> Native.tkg_instalments(cents(euros), count, parts, err));
        return euros(parts);
    }

    static BigDecimal[] euros(long[] cents) {
        return Arrays.stream(cents).mapToObj(Amounts::euros).toArray(BigDecimal[]::new);
    }

    /** Numbers one behind the other, as the library has them; null for none. */
    static Memory decimals(List<BigDecimal> numbers) {
        Memory all = numbers.isEmpty() ? null : new Memory((long) DECIMAL_SIZE * numbers.size());
        for (int at = 0; at < numbers.size(); at++) {
            byte[] text = Native.utf8(numbers.get(at).toPlainString());
            long offset = (long) DECIMAL_SIZE * at;
            Native.done(err -> Native.tkg_decimal_parse(text, text.length, all.share(offset, DECIMAL_SIZE), err));
        }
        return all;
    }

    static Memory decimal(BigDecimal number) {
        return decimals(Collections.singletonList(number));
    }

    /** Numbers of the library. */
    static BigDecimal[] numbers(Memory decimals, int count) {
        BigDecimal[] numbers = new BigDecimal[count];
        Arrays.setAll(numbers, at -> number(decimals.share((long) DECIMAL_SIZE * at, DECIMAL_SIZE)));
        return numbers;
    }

    private static BigDecimal number(Pointer decimal) {
        byte[] buffer = new byte[ENOUGH];
        long[] needed = new long[1];
        Native.done(err -> Native.tkg_decimal_format(decimal, buffer, buffer.length, needed, err));
        return new BigDecimal(new String(buffer, 0, Math.toIntExact(needed[0]), StandardCharsets.US_ASCII));
    }

    /** A column of cents with nothing for null. */
    static long[] column(List<BigDecimal> euros) {
        return euros.stream().mapToLong(each -> each == null ? MISSING : cents(each)).toArray();
    }
}
