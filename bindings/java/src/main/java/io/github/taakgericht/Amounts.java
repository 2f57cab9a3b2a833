package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Amounts: euros as {@link BigDecimal}, and cents in columns. Nothing is rounded unasked. */
public final class Amounts {
    /** What is no amount (TKG_MISSING); in columns of cents only. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final int ENOUGH = 32;
    private static final int DECIMALS = 2;

    /** The most digits that an amount of 64 bits has before the point. */
    private static final int DIGITS = 17;

    /** Beyond so many zeros a number is not written out: no call takes it, and it may be as long as memory. */
    private static final int ZEROS = 1000;

    static final int DECIMAL_SIZE = 16;

    private Amounts() {}

    /**
     * Euros as cents.
     *
     * @throws ArithmeticException when it is not whole cents, or does not fit in 64 bits
     */
    public static long cents(BigDecimal euros) {
        BigDecimal shortest = euros.stripTrailingZeros();
        if (shortest.scale() > DECIMALS) {
            throw new ArithmeticException(euros + " euros, expected whole cents");
        }
        // Looked at first: a number is written out before its scale is another, and 1E+99999999 is long.
        boolean fits = shortest.precision() - (long) shortest.scale() <= DIGITS;
        BigInteger cents = fits ? shortest.setScale(DECIMALS).unscaledValue() : null;
        // The least number of 64 bits is no amount, but MISSING.
        if (!fits || cents.abs().bitLength() > 63) {
            throw new ArithmeticException(euros + " euros, expected an amount that fits in 64 bits of cents");
        }
        return cents.longValueExact();
    }

    /** Cents as euros, with two decimals; {@link #MISSING} is no amount, and a failure. */
    public static BigDecimal euros(long cents) {
        if (cents == MISSING) {
            format(cents, Notation.PLAIN);
        }
        return BigDecimal.valueOf(cents, DECIMALS);
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
        return format(cents(euros), notation);
    }

    private static String format(long cents, Notation notation) {
        byte[] buffer = new byte[ENOUGH];
        long[] needed = new long[1];
        Native.done(err -> Native.tkg_amount_format(cents, notation.ordinal(), buffer, buffer.length, needed, err));
        return new String(buffer, 0, Math.toIntExact(needed[0]), StandardCharsets.US_ASCII);
    }

    /** Instalments (termijnen) of which every running total is right. */
    public static BigDecimal[] instalments(BigDecimal euros, int count) {
        long[] parts = new long[Math.max(count, 0)];
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
            byte[] text = Native.utf8(written(numbers.get(at)));
            long offset = (long) DECIMAL_SIZE * at;
            Native.done(err -> Native.tkg_decimal_parse(text, text.length, all.share(offset, DECIMAL_SIZE), err));
        }
        return all;
    }

    private static String written(BigDecimal number) {
        boolean isLong = Math.abs((long) number.scale()) > ZEROS;
        return isLong ? number.toString() : number.toPlainString();
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
