package io.github.taakgericht;

import com.sun.jna.Memory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How tariffs are indexed by wages (Dutch: OVA) and prices (PPC); immutable. */
public final class Indexation {
    /** How what was provisional is made good: by the ratio, by the difference, or compounding. */
    public enum Correction {
        /** By the ratio of what became and what was provisional. */
        RATIO,
        /** By their difference, literally. */
        DIFFERENCE,
        /** Compounded in full. */
        COMPOUNDING
    }

    /** Whether the weighted figure is corrected, or each of wages and prices. */
    public enum Stage {
        /** The weighted figure is corrected. */
        WEIGHTED,
        /** Wages and prices are each corrected. */
        EACH
    }

    /** Whether a tariff is indexed from the rounded one of the year before, or all years from the base. */
    public enum Chaining {
        /** From the rounded tariff of the year before. */
        ON_ROUNDED,
        /** All years from the tariff of the base. */
        FROM_BASE
    }

    private static final int SIZE = 56;

    private final Figures weights;
    private final Correction correction;
    private final Stage stage;
    private final Mode mode;
    private final int decimals;

    /** The weights are percentages, together 100; the percentage of a year is rounded to so many decimals. */
    public Indexation(Figures weights, Correction correction, Stage stage, Mode mode, int decimals) {
        this.weights = weights;
        this.correction = correction;
        this.stage = stage;
        this.mode = mode;
        this.decimals = decimals;
    }

    /** The percentages that tariffs rise by in years that follow each other. */
    public BigDecimal[] percents(int firstYear, List<Year> years) {
        for (int at = 1; at < years.size(); at++) {
            if (years.get(at).before == null) {
                throw new IllegalArgumentException("year " + (firstYear + at) + " lacks the figures of the year before");
            }
        }
        Memory provisional = figures(years, year -> year.provisional);
        Memory before = figures(years, year -> year.before);
        Memory became = figures(years, year -> year.became);
        int first = !years.isEmpty() && years.get(0).before == null ? 1 : 0;
        Memory out = new Memory(Math.max(1, Amounts.DECIMAL_SIZE * years.size()));
        Native.done(err -> Native.tkg_index_percents(
                struct(), firstYear, provisional, before, became, years.size(), first, out, years.size(), err));
        return Amounts.numbers(out, years.size());
    }

    /** Tariffs in cents for each year, one for each percentage; rounded to multiples of the unit. */
    public static long[][] tariffs(
            long[] tariffs, List<BigDecimal> percents, int firstYear, Chaining chaining, Mode mode, long unit) {
        Memory given = Amounts.decimals(percents);
        long[] out = new long[Math.multiplyExact(tariffs.length, percents.size())];
        Native.done(err -> Native.tkg_index_tariffs_i64(
                1, tariffs, tariffs.length, given, percents.size(), firstYear, chaining.ordinal(), mode.ordinal(), unit,
                out, out.length, err));
        return Plan.cut(out, percents.size(), tariffs.length);
    }

    private Memory struct() {
        Memory struct = Native.struct(SIZE);
        struct.setInt(4, 1);
        struct.setInt(8, correction.ordinal());
        struct.setInt(12, stage.ordinal());
        struct.setInt(16, mode.ordinal());
        struct.setInt(20, decimals);
        byte[] shares = Amounts.decimals(List.of(weights.wages, weights.prices)).getByteArray(0, 32);
        struct.write(24, shares, 0, shares.length);
        return struct;
    }

    private static Memory figures(List<Year> years, Function<Year, Figures> part) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Year year : years) {
            Figures figures = part.apply(year);
            numbers.add(figures == null ? BigDecimal.ZERO : figures.wages);
            numbers.add(figures == null ? BigDecimal.ZERO : figures.prices);
        }
        return Amounts.decimals(numbers);
    }

    /** Percentages of wages and of prices. */
    public static final class Figures {
        final BigDecimal wages;
        final BigDecimal prices;

        /** 8.5 for 8.5%. */
        public Figures(BigDecimal wages, BigDecimal prices) {
            this.wages = wages;
            this.prices = prices;
        }
    }

    /** What is known for a year, and what became of the figures of the year before. */
    public static final class Year {
        final Figures provisional;
        final Figures before;
        final Figures became;

        private Year(Figures provisional, Figures before, Figures became) {
            this.provisional = provisional;
            this.before = before;
            this.became = became;
        }

        /** The first year of a contract. */
        public static Year first(Figures provisional) {
            return new Year(provisional, null, null);
        }

        /** A later year: last year's figures were {@code before}, and became {@code became}. */
        public static Year later(Figures provisional, Figures before, Figures became) {
            return new Year(provisional, before, became);
        }
    }
}
