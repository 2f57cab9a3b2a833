import io.github.taakgericht.Results;
import io.github.taakgericht.TaakgerichtException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out the worked examples of tests/corpus through the library, and compares bytes.
 *
 * <p>{@code Corpus FILE.csv ...} says how many cases of each file came out as they should, and stops at the first that does not.
 */
public final class Corpus {
    private static final List<String> ABOUT_THE_CASE = List.of("id", "source", "not", "error", "remark");

    /** In the order in which the library gives them. */
    private static final List<String> RESULTS =
            List.of("amount", "parts", "residue", "implied", "payments", "percents", "settled", "result");

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String operation = Path.of(file).getFileName().toString().replaceFirst("\\.csv$", "");
            List<List<String>> lines = lines(Path.of(file));
            for (List<String> line : lines.subList(1, lines.size())) {
                String wrong = compare(operation, lines.get(0), line);
                if (wrong != null) {
                    new PrintStream(System.err, true, StandardCharsets.UTF_8)
                            .println(file + ", " + line.get(0) + ": " + wrong);
                    System.exit(1);
                }
            }
            System.out.println(operation + " " + (lines.size() - 1));
        }
    }

    /** The lines that are no remarks, in cells. */
    private static List<List<String>> lines(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                lines.add(cells(line));
            }
        }
        return lines;
    }

    /** In quotes, "" is a quote; no cell has a line break. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"' && quoted && line.startsWith("\"\"", at)) {
                cell.append(line.charAt(at++));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** What is wrong; null for nothing. */
    private static String compare(String operation, List<String> head, List<String> line) {
        if (line.size() != head.size()) {
            return "cells: not as many as the first line has";
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (int column = 0; column < head.size(); column++) {
            all.put(head.get(column), line.get(column));
        }
        Map<String, String> arguments = new LinkedHashMap<>(all);
        arguments.keySet().removeAll(ABOUT_THE_CASE);
        arguments.keySet().removeAll(RESULTS);
        String error = all.get("error");
        try (Results results = Results.of(operation, arguments)) {
            return error.isEmpty() ? different(results, all) : "no failure: " + error;
        } catch (TaakgerichtException failure) {
            if (error.isEmpty()) {
                return "a failure: " + failure.getMessage();
            }
            return failure.kind().equals(error) ? null : failure.kind() + ": " + error;
        }
    }

    private static String different(Results results, Map<String, String> all) {
        List<String> members = new ArrayList<>();
        for (String name : RESULTS) {
            String expected = all.get(name);
            if (expected != null) {
                members.add("\"" + name + "\":\"" + expected + "\"");
            }
        }
        String expected = "{" + String.join(",", members) + "}";
        return results.json().equals(expected) ? null : results.json() + ": " + expected;
    }
}
