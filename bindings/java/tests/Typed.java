import io.github.taakgericht.Amounts;
import io.github.taakgericht.Library;
import io.github.taakgericht.Line;
import io.github.taakgericht.Method;
import io.github.taakgericht.Notation;
import io.github.taakgericht.Outcome;
import io.github.taakgericht.Plan;
import io.github.taakgericht.Reading;
import io.github.taakgericht.Results;
import io.github.taakgericht.Role;
import io.github.taakgericht.Scenario;
import io.github.taakgericht.Split;
import io.github.taakgericht.TaakgerichtException;
import io.github.taakgericht.Table;
import io.github.taakgericht.Tie;
import io.github.taakgericht.Waterfall;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Calls with numbers, and their failures; prints how many were as expected. */
public final class Typed {
    private static int checked;

    public static void main(String[] arguments) throws IOException {
        versions();
        amounts();
        plans();
        batches();
        failures();
        tables();
        waterfalls();
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
        thrown(ArithmeticException.class, "Rounding necessary", () -> Amounts.cents(euros("0.001")));
        thrown(ArithmeticException.class, "BigInteger out of long range", () -> Amounts.cents(euros("1E+20")));
        equal(Arrays.asList(Amounts.instalments(euros("1"), 3)), List.of(euros("0.33"), euros("0.34"), euros("0.33")));
        refused("TKG_E_ZERO_WEIGHTS", () -> Amounts.instalments(euros("1"), 0));
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
        refused("TKG_E_NULL", () -> thirds.split(1));
        thirds.close();
        try (Plan halves = Plan.of(Split.DEFAULT.tie(Tie.LAST).unit(euros("1")), List.of(euros("0.5"), euros("50E-2")))) {
            equal(Arrays.asList(halves.split(euros("3"))), List.of(euros("1.00"), euros("2.00")));
            refused("TKG_E_UNIT", () -> halves.split(euros("0.50")));
        }
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
        }
        same(Plan.splitRagged(Split.DEFAULT, new long[] {10, 7}, new long[] {0, 2, 3}, new long[] {1, 1, 5}, null), 5, 5, 7);
        refused("TKG_E_ARGUMENT", () ->
                Plan.splitRagged(Split.DEFAULT, new long[] {10, 7}, new long[] {0, 3, 2}, new long[] {1, 1, 5}, null));
    }

    private static void failures() {
        TaakgerichtException failure = refused("TKG_E_NEGATIVE_WEIGHT", () -> Plan.of(Split.DEFAULT, 1, -1));
        equal(failure.getMessage(), "weights: the weight of position 1 is below zero, expected weights of zero or more.");
        equal(List.of(failure.status(), failure.row(), failure.item(), failure.field()), List.of(-30, -1L, 1L, "weights"));
        refused("TKG_E_ZERO_WEIGHTS", () -> Plan.of(Split.DEFAULT));
        refused("TKG_E_TIE", () -> Plan.of(Split.DEFAULT.tie(Tie.REFUSE), 1, 1).split(1));
        refused("TKG_E_STATE", () -> Plan.of(Split.DEFAULT.rules(99), 1));
        refused("TKG_E_OVERFLOW", () -> Plan.of(Split.DEFAULT, List.of(euros("1E+30"))));
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
            equal(refused("TKG_E_UNKNOWN_NAME", () -> outcome.statement("none")).status(), -24);
            outcome.close();
            equal(scenario.explain("rta-groningen/2016/directe_zorg/Bedum").startsWith("{\"shape\":\"taakgericht/explain/1\""), true);
        }
        equal(Scenario.diagnose("a.toml", "format = 1\nrulez = 1\n", Map.of()).contains("\"file\":\"a.toml\""), true);
        refused("TKG_E_SYNTAX", () -> Scenario.read("a.toml", "format =", Map.of()));
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
