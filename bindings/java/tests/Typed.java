import io.github.taakgericht.Amounts;
import io.github.taakgericht.Cancel;
import io.github.taakgericht.CancelledException;
import io.github.taakgericht.Corridor;
import io.github.taakgericht.Effort;
import io.github.taakgericht.Indexation;
import io.github.taakgericht.Library;
import io.github.taakgericht.Line;
import io.github.taakgericht.Method;
import io.github.taakgericht.Mode;
import io.github.taakgericht.Notation;
import io.github.taakgericht.Outcome;
import io.github.taakgericht.Plan;
import io.github.taakgericht.Pool;
import io.github.taakgericht.Reading;
import io.github.taakgericht.Reconciliation;
import io.github.taakgericht.Results;
import io.github.taakgericht.Role;
import io.github.taakgericht.Run;
import io.github.taakgericht.Scenario;
import io.github.taakgericht.Split;
import io.github.taakgericht.TaakgerichtException;
import io.github.taakgericht.Table;
import io.github.taakgericht.Tie;
import io.github.taakgericht.Waterfall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Calls with numbers, and their failures; prints how many were as expected. */
public final class Typed {
    private static int checked;

    public static void main(String[] arguments) throws IOException {
        versions();
        amounts();
        plans();
        batches();
        runs();
        closing();
        failures();
        tables();
        waterfalls();
        effort();
        tasks();
        pools();
        reconciliation();
        texts();
        scenarios(Path.of(arguments[0]));
        System.out.println(checked + " as expected");
    }

    private static void versions() {
        equal(Library.version().split("\\.").length, 3);
        equal(Library.rulesVersion(), 1);
    }

    private static void amounts() {
        equal(Amounts.parse("€ 1.234,56", Notation.DUTCH), euros("1234.56"));
        equal(Amounts.format(euros("-1234.5"), Notation.PLAIN), "-1234.50");
        equal(Amounts.format(Amounts.euros(Long.MAX_VALUE), Notation.DUTCH), "92.233.720.368.547.758,07");
        equal(refused("TKG_E_AMBIGUOUS", () -> Amounts.parse("1.234", Notation.EITHER)).kind(), "ambiguous");
        refused("TKG_E_INEXACT", () -> Amounts.parse("1.234", Notation.PLAIN));
        same(new long[] {Amounts.cents(euros("-0.00")), Amounts.cents(euros("1.2300000000000000000000000000"))}, 0, 123);
        equal(Amounts.cents(euros("-92233720368547758.07")), -Long.MAX_VALUE);
        // Quickly, also where a number is long when it is written out.
        for (String inexact : List.of("0.001", "-1.005", "1E-999999999")) {
            thrown(ArithmeticException.class, inexact + " euros, expected whole cents", () -> Amounts.cents(euros(inexact)));
        }
        // The last is the number that says that there is no amount.
        for (String large : List.of("1E+20", "1E+999999999", "92233720368547758.08", "-92233720368547758.08")) {
            thrown(ArithmeticException.class, large + " euros, expected an amount that fits in 64 bits of cents", () ->
                    Amounts.cents(euros(large)));
        }
        refused("TKG_E_MISSING", () -> Amounts.euros(Amounts.MISSING));
        refused("TKG_E_OVERFLOW", () -> Amounts.parse("9".repeat(100000), Notation.PLAIN));
        equal(Arrays.asList(Amounts.instalments(euros("1"), 3)), List.of(euros("0.33"), euros("0.34"), euros("0.33")));
        refused("TKG_E_ZERO_WEIGHTS", () -> Amounts.instalments(euros("1"), 0));
        refused("TKG_E_ARGUMENT", () -> Amounts.instalments(euros("1"), -1));
    }

    private static void plans() {
        Plan thirds = Plan.of(Split.DEFAULT, 1, 1, 1);
        equal(Arrays.asList(thirds.split(euros("1.00"))), List.of(euros("0.34"), euros("0.33"), euros("0.33")));
        same(thirds.split(-100000000000L), -33333333334L, -33333333333L, -33333333333L);
        List<BigDecimal> ceilings = Arrays.asList(null, null, euros("0.30"));
        equal(Arrays.asList(thirds.splitBounded(euros("1.00"), null, ceilings)),
                List.of(euros("0.35"), euros("0.35"), euros("0.30")));
        refused("TKG_E_BOUNDS", () -> thirds.splitBounded(euros("1.00"), ceilings, List.of(euros("0"), euros("0"), euros("0"))));
        thirds.close();
        thirds.close();
        thrown(IllegalStateException.class, "this Plan is closed", () -> thirds.split(1));
        try (Plan halves = Plan.of(Split.DEFAULT.tie(Tie.LAST).unit(euros("1")), List.of(euros("0.5"), euros("50E-2")))) {
            equal(Arrays.asList(halves.split(euros("3"))), List.of(euros("1.00"), euros("2.00")));
            refused("TKG_E_UNIT", () -> halves.split(euros("0.50")));
        }
        Map<String, Long> youths = new LinkedHashMap<>();
        for (String id : List.of("GM1663", "GM0005", "GM0053")) {
            youths.put(id, 3L);
        }
        try (Plan byId = Plan.of(Split.DEFAULT, youths)) {
            same(byId.split(100), 33, 34, 33);
        }
        refused("TKG_E_TIE", () -> Plan.of(Split.DEFAULT.tie(Tie.REFUSE), youths).split(1));
        refused("TKG_E_UNREADABLE", () -> Plan.of(Split.DEFAULT, Map.of("", 1L)));
        try (Plan seats = Plan.of(Split.DEFAULT.method(Method.WEBSTER), 53, 24, 23)) {
            same(seats.split(10), 6, 2, 2);
        }
    }

    private static void batches() {
        try (Plan plan = Plan.of(Split.DEFAULT, 1, 2)) {
            long[] rows = {300, Amounts.MISSING, 3};
            equal(refused("TKG_E_MISSING", () -> plan.splitRows(rows)).row(), 1L);
            int[] status = new int[3];
            same(plan.splitRows(rows, status), 100, 200, Amounts.MISSING, Amounts.MISSING, 1, 2);
            equal(Arrays.toString(status), "[0, -22, 0]");
            long[][] columns = plan.splitColumns(rows, status);
            same(columns[0], 100, Amounts.MISSING, 1);
            same(columns[1], 200, Amounts.MISSING, 2);
            equal(plan.splitRows(new long[0]).length, 0);
            thrown(IllegalArgumentException.class, "2 statuses, expected 3", () -> plan.splitRows(rows, new int[2]));
            // Threads share a plan.
            IntStream many = IntStream.range(0, 800).parallel();
            equal(many.filter(each -> Arrays.equals(plan.split(each * 3L), new long[] {each, each * 2L})).count(), 800L);
        }
        same(Plan.splitRagged(Split.DEFAULT, new long[] {10, 7}, new long[] {0, 2, 3}, new long[] {1, 1, 5}, null), 5, 5, 7);
        refused("TKG_E_ARGUMENT", () ->
                Plan.splitRagged(Split.DEFAULT, new long[] {10, 7}, new long[] {0, 3, 2}, new long[] {1, 1, 5}, null));
    }

    /** Somebody hears how far a run is, and can stop it. */
    private static void runs() {
        long[] rows = new long[3000];
        Arrays.fill(rows, 300);
        List<Long> heard = new ArrayList<>();
        Run hearing = Run.heardBy((done, total) -> {
            System.gc();
            heard.add(done);
            return total == 3000;
        });
        try (Plan plan = Plan.of(Split.DEFAULT, 1, 2); Cancel cancel = new Cancel()) {
            equal(plan.splitRows(rows, null, hearing).length, 6000);
            equal(heard, List.of(0L, 1024L, 2048L, 3000L));
            Run stops = Run.heardBy((done, total) -> done < 2000);
            TaakgerichtException stopped = refused("TKG_E_CANCELLED", () -> plan.splitColumns(rows, null, stops));
            equal(stopped.getMessage(), "run: cancelled by its progress function, expected to finish.");
            equal(stopped instanceof CancelledException, true);
            Run fails = Run.heardBy((done, total) -> {
                throw new UnsupportedOperationException("at " + done);
            });
            thrown(UnsupportedOperationException.class, "at 0", () -> plan.splitRows(rows, null, fails));
            Run token = Run.stoppedBy(cancel);
            equal(plan.splitRows(rows, null, token).length, 6000);
            Run sets = token.progress((done, total) -> {
                cancel.set();
                return true;
            });
            equal(refused("TKG_E_CANCELLED", () -> plan.splitRows(rows, null, sets)).getMessage(),
                    "run: cancelled by its token, expected to finish.");
            everyRun(rows, Run.heardBy((done, total) -> done < 2000));
            everyRun(rows, token);
            // From another thread, while the run waits for it.
            try (Cancel other = new Cancel()) {
                Run waits = Run.stoppedBy(other).progress((done, total) -> {
                    CompletableFuture.runAsync(other::set).join();
                    return true;
                });
                refused("TKG_E_CANCELLED", () -> plan.splitRows(rows, null, waits));
            }
        }
    }

    /** Every call that takes a run stops by it. */
    private static void everyRun(long[] rows, Run run) {
        long[] offsets = LongStream.rangeClosed(0, rows.length).toArray();
        refused("TKG_E_CANCELLED", () -> Plan.splitRagged(Split.DEFAULT, rows, offsets, rows, null, run));
        Reconciliation.Printed euros = Reconciliation.Printed.EUROS;
        refused("TKG_E_CANCELLED", () -> Reconciliation.of(rows, euros, new long[][] {rows}, new long[0][], euros, null, run));
        try (Waterfall waterfall = Waterfall.of(List.of(Line.residual("rest")));
                Corridor corridor = Corridor.of(new TreeMap<>(), new TreeMap<>())) {
            refused("TKG_E_CANCELLED", () -> waterfall.columns(rows, null, run));
            refused("TKG_E_CANCELLED", () -> corridor.settle(rows, rows, Mode.HALF_UP, 1, null, run));
        }
    }

    /** What is closed during a call is freed after it. */
    private static void closing() {
        Plan plan = Plan.of(Split.DEFAULT, 1, 2);
        Cancel cancel = new Cancel();
        Run closes = Run.stoppedBy(cancel).progress((done, total) -> {
            plan.close();
            cancel.close();
            return true;
        });
        long[] rows = new long[3000];
        equal(plan.splitRows(rows, null, closes).length, 6000);
        thrown(IllegalStateException.class, "this Plan is closed", () -> plan.split(1));
        thrown(IllegalStateException.class, "this Cancel is closed", cancel::set);
        thrown(IllegalStateException.class, "this Cancel is closed", () ->
                Plan.splitRagged(Split.DEFAULT, new long[0], new long[1], new long[0], null, closes));
        // Threads find it closed, and never freed.
        for (int each = 0; each < 20; each++) {
            Plan shared = Plan.of(Split.DEFAULT, 1, 2);
            CompletableFuture<Boolean> uses = CompletableFuture.supplyAsync(() -> splitsUntilClosed(shared));
            LockSupport.parkNanos(1000000);
            shared.close();
            equal(uses.join(), true);
        }
        // Nobody closes these; freeing them must not harm the ones in use.
        for (int each = 0; each < 20000; each++) {
            same(Plan.of(Split.DEFAULT, 1, 2).split(3), 1, 2);
            checked--;
        }
    }

    private static boolean splitsUntilClosed(Plan plan) {
        try {
            while (Arrays.equals(plan.split(3), new long[] {1, 2})) {
                Thread.onSpinWait();
            }
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    private static void failures() {
        TaakgerichtException failure = refused("TKG_E_NEGATIVE_WEIGHT", () -> Plan.of(Split.DEFAULT, 1, -1));
        equal(failure.getMessage(), "weights: the weight of position 1 is below zero, expected weights of zero or more.");
        equal(List.of(failure.status(), failure.row(), failure.item(), failure.field()), List.of(-30, -1L, 1L, "weights"));
        refused("TKG_E_ZERO_WEIGHTS", () -> Plan.of(Split.DEFAULT));
        refused("TKG_E_TIE", () -> Plan.of(Split.DEFAULT.tie(Tie.REFUSE), 1, 1).split(1));
        refused("TKG_E_STATE", () -> Plan.of(Split.DEFAULT.rules(99), 1));
        refused("TKG_E_OVERFLOW", () -> Plan.of(Split.DEFAULT, List.of(euros("1E+30"))));
        refused("TKG_E_OVERFLOW", () -> Plan.of(Split.DEFAULT, List.of(euros("0.12345678901234567890123456789"))));
        refused("TKG_E_UNREADABLE", () -> Plan.of(Split.DEFAULT, List.of(euros("1E-999999999"))));
    }

    private static void tables() {
        Table table = Table.round(new long[][] {{149, 149}, {149, 53}}, 100);
        equal(table.total % 100, 0L);
        equal(table.rows[0][0] + table.rows[0][1], table.rowTotals[0]);
        equal(table.rows[0][0] + table.rows[1][0], table.columnTotals[0]);
        refused("TKG_E_TABLE_CONFLICT", () -> Table.round(new long[][] {{149}}, 100, new long[] {300}, null));
        thrown(IllegalArgumentException.class, "0 cells in a row, expected 1", () -> Table.round(new long[][] {{1}, {}}, 100));
    }

    private static void waterfalls() {
        Line rest = Line.residual("rest");
        Line half = Line.shareOf("half", euros("50"), "fixed");
        List<Line> lines = List.of(Line.fixed("fixed", euros("100")), Line.share("shown", euros("20")).memo(), half, rest);
        try (Waterfall waterfall = Waterfall.of(lines)) {
            equal(waterfall.lines(), 4);
            long[][] columns = waterfall.columns(new long[] {100000, 50000}, null);
            same(columns[1], 20000, 10000);
            same(columns[2], 5000, 5000);
            same(columns[3], 85000, 35000);
        }
        try (Waterfall bounded = Waterfall.of(List.of(Line.share("most", euros("50")).atMost(euros("1")).atLeast(euros("0")), rest))) {
            same(bounded.columns(new long[] {1000}, null)[0], 100);
        }
        refused("TKG_E_DUPLICATE", () -> Waterfall.of(List.of(rest, rest)));
        thrown(IllegalArgumentException.class, "no line before \"half\" is called \"fixed\"", () -> Waterfall.of(List.of(half)));
        List<BigDecimal> shares = List.of(euros("3"), euros("3"), euros("10"));
        BigDecimal one = BigDecimal.ONE;
        try (Waterfall year = Waterfall.rta(2015, Reading.LITERAL, null, BigDecimal.ZERO, shares, euros("84"), one)) {
            same(year.columns(new long[] {1387893300}, null)[3], 1165830372);
        }
        refused("TKG_E_SCHEDULE_SUM", () ->
                Waterfall.rta(2015, Reading.LITERAL, null, BigDecimal.ZERO, shares, euros("83"), one));
    }

    private static void effort() {
        long[] tariffs = {873000, 14550, 873000, 873000};
        long[] volumes = {3, 95, -3, 2};
        same(Effort.amounts(tariffs, 4, volumes, 0), 26190, 13823, -26190, 17460);
        same(Effort.sums(tariffs, 4, volumes, 0, new int[] {0, 1, 0, 0}, 2), 17460, 13823);
        refused("TKG_E_OUT_OF_RANGE", () -> Effort.sums(tariffs, 4, volumes, 0, new int[] {0, -1, 0, 0}, 2));
        equal(refused("TKG_E_MISSING", () -> Effort.amounts(new long[] {1, Amounts.MISSING}, 2, new long[] {1, 1}, 0)).item(), 1L);
        thrown(IllegalArgumentException.class, "4 volumes, expected 1", () -> Effort.amounts(new long[] {1}, 2, volumes, 0));
    }

    private static void tasks() {
        TreeMap<BigDecimal, BigDecimal> tiers = new TreeMap<>(Map.of(euros("3"), euros("50"), euros("8"), euros("80")));
        try (Corridor corridor = Corridor.of(tiers, tiers)) {
            long[] lumps = {1000000000, 1000000000, 1000000000, -1};
            long[] costs = {1150000000, 1030000000, 900000000, 5};
            int[] status = new int[4];
            same(corridor.settle(lumps, costs, Mode.HALF_UP, 1, status), 1081000000, 1000000000, 959000000, Amounts.MISSING);
            equal(Arrays.toString(status), "[0, 0, 0, -28]");
            equal(refused("TKG_E_OUT_OF_RANGE", () -> corridor.settle(lumps, costs, Mode.HALF_UP, 1, null)).row(), 3L);
        }
        Indexation.Figures before = figures("4.94", "2.51");
        List<Indexation.Year> years = List.of(
                Indexation.Year.first(before), Indexation.Year.later(figures("4.18", "1.82"), before, figures("6.00", "3.10")));
        Indexation rule = new Indexation(
                figures("90", "10"), Indexation.Correction.RATIO, Indexation.Stage.WEIGHTED, Mode.HALF_UP, 2);
        List<BigDecimal> percents = Arrays.asList(rule.percents(2025, years));
        equal(percents, List.of(euros("4.7"), euros("4.91")));
        long[][] tariffs =
                Indexation.tariffs(new long[] {12345, 20000}, percents, 2025, Indexation.Chaining.ON_ROUNDED, Mode.HALF_UP, 1);
        same(tariffs[0], 12925, 20940);
        same(tariffs[1], 13560, 21968);
        refused("TKG_E_KEY_SUM", () -> new Indexation(
                figures("90", "11"), Indexation.Correction.RATIO, Indexation.Stage.EACH, Mode.HALF_UP, 2).percents(2025, years));
        thrown(IllegalArgumentException.class, "year 2026 lacks the figures of the year before", () ->
                rule.percents(2025, List.of(years.get(0), years.get(0))));
    }

    private static Indexation.Figures figures(String wages, String prices) {
        return new Indexation.Figures(euros(wages), euros(prices));
    }

    private static void pools() {
        long[] key = {2947, 3951};
        long[] costs = {170000000, 250000000};
        try (Pool pool = Pool.of(Pool.Terms.insurance(), key)) {
            same(pool.settle(costs).borne, 179434619, 240565381);
            same(pool.settle(costs).transfers, 9434619, -9434619);
            thrown(IllegalArgumentException.class, "1 amounts, expected 2", () -> pool.settle(1));
        }
        try (Pool pool = Pool.of(Pool.Terms.blend(euros("50")).residual(Pool.Residual.LARGEST, Tie.FIRST), key)) {
            same(pool.settle(costs).borne, 174717309, 245282691);
        }
        try (Pool pool = Pool.of(Pool.Terms.corridor(euros("5"), Pool.Netting.NETTED), key)) {
            same(pool.settle(costs, null, new long[] {180000000, 220000000}, null).borne, 178690055, 241309945);
        }
        try (Pool pool = Pool.of(Pool.Terms.stopLoss(euros("200000"), euros("80"), euros("300000")), key)) {
            same(pool.settle(costs, null, null, new long[][] {{30000000}, {15000000, 40000000}}).borne, 168835605, 251164395);
        }
        try (Pool pool = Pool.of(Pool.Terms.actualUse().levy(euros("6898")), key)) {
            same(pool.settle(costs).borne, 170294700, 250395100);
        }
        refused("TKG_E_POOL", () -> Pool.of(Pool.Terms.insurance(), key, key));
        List<Pool.Payment> payments = Pool.payments(-6974831, 21036831, -28742063, 14680063);
        equal(payments.size(), 3);
        equal(payments.get(0).from + " " + payments.get(0).to + " " + payments.get(0).cents, "1 2 21036831");
        refused("TKG_E_POOL", () -> Pool.payments(1));
    }

    private static void reconciliation() {
        Reconciliation.Printed euros = Reconciliation.Printed.EUROS;
        long[][] streams = {{66974800, 105054600}, {80260600, 108568300}, {88245700, 113260400}};
        Reconciliation found = Reconciliation.of(new long[] {235481200, 326883300}, euros, streams, new long[0][], euros, null);
        same(found.gaps, 100, 0);
        equal(Arrays.toString(found.verdicts), "[EXPLAINED, HOLDS]");
        int[] status = new int[1];
        long[][] plus = {{181532300}};
        long[][] minus = {{145884000}};
        equal(Reconciliation.of(new long[] {35648400}, euros, plus, minus, euros, status).verdicts[0], Reconciliation.Verdict.EXPLAINED);
        equal(Reconciliation.of(new long[] {Amounts.MISSING}, euros, plus, minus, euros, status).verdicts[0], null);
        equal(status[0], -22);
    }

    private static void texts() {
        Map<String, String> thirds = Map.of(
                "whole", "1.00", "unit", "0.01", "method", "largest-remainder", "tie", "first", "weights", "1 1 1");
        try (Results results = Results.of("split", thirds)) {
            equal(results.get("parts"), "0.34 0.33 0.33");
            equal(results.json(), "{\"parts\":\"0.34 0.33 0.33\"}");
            refused("TKG_E_UNKNOWN_NAME", () -> results.get("part"));
        }
        equal(refused("TKG_E_UNKNOWN_NAME", () -> Results.of("splits", thirds)).getMessage().split("\n")[1],
                "  Did you mean \"split\"?");
        refused("TKG_E_MISSING", () -> Results.of("split", Map.of()));
        equal(refused("TKG_E_UNKNOWN_NAME", () -> Results.of("spl\u00efts\u20ac", thirds)).getMessage().substring(0, 24),
                "no operation \"spl\u00efts\u20ac\", ");
        thrown(IllegalArgumentException.class, "text with half a letter (an unpaired surrogate), expected UTF-16", () ->
                Results.of("split\ud800", thirds));
        equal(Results.operations().startsWith("{\"shape\":\"taakgericht/operations/1\""), true);
    }

    private static void scenarios(Path path) throws IOException {
        try (Scenario scenario = Scenario.open(path)) {
            Outcome outcome = scenario.run();
            Outcome.Statement statement = outcome.statement("rta-groningen/2016");
            equal(statement.year, 2016);
            equal(statement.parties.get(0).code + statement.parties.get(0).name + statement.parties.get(0).division,
                    "GM0005Bedum2015");
            Outcome.Column total = statement.columns.get(statement.columns.size() - 1);
            equal(total.role, Role.TOTAL);
            equal(total.total, 1387893300L);
            equal(outcome.statements().stream().anyMatch(each -> each.id.equals(statement.id)), true);
            equal(outcome.json().startsWith("{\"shape\":\"taakgericht/run/1\""), true);
            equal(outcome.findings(Outcome.Language.NL).startsWith("{\"shape\":\"taakgericht/findings/1\""), true);
            equal(refused("TKG_E_UNKNOWN_NAME", () -> outcome.statement("none")).status(), -24);
            outcome.close();
            equal(scenario.explain("rta-groningen/2016/directe_zorg/Bedum").startsWith("{\"shape\":\"taakgericht/explain/1\""), true);
        }
        equal(Scenario.diagnose("a.toml", "format = 1\nrulez = 1\n", Map.of()).contains("\"file\":\"a.toml\""), true);
        refused("TKG_E_SYNTAX", () -> Scenario.read("a.toml", "format =", Map.of()));
        Path latin = Files.createTempFile("latin", ".toml");
        Files.write(latin, "name = \"S\u00fadwest\"".getBytes(StandardCharsets.ISO_8859_1));
        equal(refused("TKG_E_SYNTAX", () -> opened(latin)).getMessage().split("\n")[0],
                latin + ":1: bytes that are no UTF-8, expected UTF-8 text.");
        Files.delete(latin);
    }

    private static Scenario opened(Path path) {
        try {
            return Scenario.open(path);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static BigDecimal euros(String text) {
        return new BigDecimal(text);
    }

    private static void same(long[] found, long... expected) {
        equal(Arrays.toString(found), Arrays.toString(expected));
    }

    private static void equal(Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            throw new AssertionError("found " + found + ", expected " + expected);
        }
        checked++;
    }

    private static TaakgerichtException refused(String code, Runnable call) {
        try {
            call.run();
        } catch (TaakgerichtException failure) {
            equal(failure.code(), code);
            return failure;
        }
        throw new AssertionError("no failure, expected " + code);
    }

    private static void thrown(Class<?> type, String message, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            equal(failure.getClass() + failure.getMessage(), type + message);
            return;
        }
        throw new AssertionError("no failure, expected " + message);
    }
}
