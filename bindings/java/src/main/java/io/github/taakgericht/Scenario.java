package io.github.taakgericht;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario that was read and proved. Close it; threads may share it. */
public final class Scenario extends Handle {
    private Scenario(Pointer pointer) {
        super(pointer, Native::tkg_scenario_free);
    }

    /** Reads a scenario with the tables that it names; both have the names that it has for them. */
    public static Scenario read(String name, String text, Map<String, String> files) {
        return read(name, Native.utf8(text), Native.utf8(files));
    }

    private static Scenario read(String name, byte[] text, Map<String, byte[]> files) {
        return new Scenario(Native.given((out, err) -> with(name, text, files,
                (main, tables) -> Native.tkg_scenario_read(main, tables, files.size(), out, err))));
    }

    /** Reads a scenario and its tables from files; what is no UTF-8 is a failure that says where. */
    public static Scenario open(Path path) throws IOException {
        byte[] text = Files.readAllBytes(path);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : files(path.toString(), text)) {
            files.put(name, Files.readAllBytes(path.resolveSibling(name)));
        }
        return read(path.toString(), text, files);
    }

    /** The names of the tables that a scenario needs. */
    public static List<String> files(String name, String text) {
        return files(name, Native.utf8(text));
    }

    private static List<String> files(String name, byte[] text) {
        String list = Native.taken((out, err) ->
                with(name, text, Map.of(), (main, tables) -> Native.tkg_scenario_files(main, out, err)));
        return list.isEmpty() ? List.of() : Arrays.asList(list.split("\n"));
    }

    /** Everything that is wrong with a scenario, as JSON (taakgericht/diagnosis/1). */
    public static String diagnose(String name, String text, Map<String, String> files) {
        return Native.taken((out, err) -> with(name, Native.utf8(text), Native.utf8(files),
                (main, tables) -> Native.tkg_scenario_diagnose(main, tables, files.size(), out, err)));
    }

    /** Carries it out. */
    public Outcome run() {
        return with(scenario -> new Outcome(Native.given((out, err) -> Native.tkg_scenario_run(scenario, out, err))));
    }

    /** How a figure came about, "rta-groningen/2016/directe_zorg/Bedum", as JSON (taakgericht/explain/1). */
    public String explain(String figure) {
        byte[] bytes = Native.utf8(figure);
        return with(scenario -> Native.taken((out, err) -> Native.tkg_scenario_explain(scenario, bytes, bytes.length, out, err)));
    }

    private interface Call {
        int call(Pointer main, Pointer tables);
    }

    private static int with(String name, byte[] text, Map<String, byte[]> files, Call call) {
        try (Results.Texts main = new Results.Texts(Map.of(name, text)); Results.Texts tables = new Results.Texts(files)) {
            return call.call(main.structs, tables.structs);
        }
    }
}
