package io.github.taakgericht;

/** The shared library that runs: {@code libtaakgericht}, or what the environment names in TAAKGERICHT_LIBRARY. */
public final class Library {
    private Library() {}

    /** "0.1.0". */
    public static String version() {
        return Native.tkg_version();
    }

    /** The newest version of the rules that it carries out. */
    public static int rulesVersion() {
        return Native.tkg_rules_version();
    }
}
