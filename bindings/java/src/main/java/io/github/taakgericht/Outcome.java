package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What came out of a scenario. Close it; what it gave stays good. Threads may share it. */
public final class Outcome extends Handle {
    /** The language of findings. */
    public enum Language {
        /** English. */
        EN,
        /** Dutch. */
        NL
    }

    private static final int STATEMENT_SIZE = 48;
    private static final int COLUMN_SIZE = 40;
    private static final int PARTY_SIZE = 24;

    Outcome(Pointer pointer) {
        super(pointer, Native::tkg_outcome_free);
    }

    /** Every statement. */
    public List<Statement> statements() {
        long[] count = new long[1];
        use(outcome -> Native.done(err -> Native.tkg_outcome_statements(outcome, count, err)));
        return LongStream.range(0, count[0]).mapToObj(this::statement).collect(Collectors.toUnmodifiableList());
    }

    /** The statement with a name, "rta-groningen/2016". */
    public Statement statement(String id) {
        byte[] bytes = Native.utf8(id);
        long[] position = new long[1];
        use(outcome -> Native.done(err -> Native.tkg_outcome_find_statement(outcome, bytes, bytes.length, position, err)));
        return statement(position[0]);
    }

    /** The whole, as JSON (taakgericht/run/1). */
    public String json() {
        return with(outcome -> Native.taken((out, err) -> Native.tkg_outcome_json(outcome, out, err)));
    }

    /** What was found about the published tables (Dutch: aansluiting), as JSON (taakgericht/findings/1). */
    public String findings(Language language) {
        return with(outcome -> Native.taken((out, err) -> Native.tkg_outcome_findings(outcome, language.ordinal(), out, err)));
    }

    private Statement statement(long at) {
        return with(outcome -> statement(outcome, at));
    }

    private static Statement statement(Pointer outcome, long at) {
        Memory found = Native.struct(STATEMENT_SIZE);
        Native.done(err -> Native.tkg_outcome_statement(outcome, at, found, err));
        int rows = Math.toIntExact(found.getLong(16));
        List<Party> parties = Arrays.stream(numbers(found.getPointer(40), rows))
                .mapToObj(party -> party(outcome, party))
                .collect(Collectors.toUnmodifiableList());
        List<Column> columns = LongStream.range(0, found.getLong(24))
                .mapToObj(column -> column(outcome, at, column))
                .collect(Collectors.toUnmodifiableList());
        long year = found.getLong(8);
        return new Statement(text(found, 32), year == Amounts.MISSING ? null : Math.toIntExact(year), parties, columns);
    }

    private static Column column(Pointer outcome, long statement, long at) {
        Memory found = Native.struct(COLUMN_SIZE);
        Native.done(err -> Native.tkg_outcome_column(outcome, statement, at, found, err));
        long[] amounts = numbers(found.getPointer(32), Math.toIntExact(found.getLong(8)));
        return new Column(text(found, 24), Role.values()[found.getInt(4)], found.getLong(16), amounts);
    }

    private static Party party(Pointer outcome, long at) {
        Memory found = Native.struct(PARTY_SIZE);
        Native.done(err -> Native.tkg_outcome_party(outcome, at, found, err));
        return new Party(text(found, 8), text(found, 16), found.getInt(4));
    }

    private static long[] numbers(Pointer from, int count) {
        return count == 0 ? new long[0] : from.getLongArray(0, count);
    }

    private static String text(Pointer struct, long offset) {
        return struct.getPointer(offset).getString(0, "UTF-8");
    }

    /** A municipality. */
    public static final class Party {
        /** "GM0005". */
        public final String code;

        /** As the table prints it. */
        public final String name;

        /** The year of its municipal division (Dutch: indelingsjaar). */
        public final int division;

        Party(String code, String name, int division) {
            this.code = code;
            this.name = name;
            this.division = division;
        }
    }

    /** Amounts in cents, one for each party. */
    public static final class Column {
        /** What it is called. */
        public final String name;

        /** Whether it is a part of the total. */
        public final Role role;

        /** The sum of the amounts. */
        public final long total;

        /** One for each party. */
        public final long[] amounts;

        Column(String name, Role role, long total, long[] amounts) {
            this.name = name;
            this.role = role;
            this.total = total;
            this.amounts = amounts;
        }
    }

    /** An allocation statement (Dutch: verdeelstaat). */
    public static final class Statement {
        /** "rta-groningen/2016". */
        public final String id;

        /** Null for a statement that is not about a year. */
        public final Integer year;

        /** One for each row. */
        public final List<Party> parties;

        /** In the order of the schedule. */
        public final List<Column> columns;

        Statement(String id, Integer year, List<Party> parties, List<Column> columns) {
            this.id = id;
            this.year = year;
            this.parties = parties;
            this.columns = columns;
        }
    }
}
