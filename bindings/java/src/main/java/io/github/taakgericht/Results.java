package io.github.taakgericht;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The results of an operation on texts, such as a split; for what has no call of its own. Close it. */
public final class Results extends Handle {
    private static final int PAIR_SIZE = 32;

    private Results(Pointer pointer) {
        super(pointer, Native::tkg_text_free);
    }

    /** Carries out an operation, "split", by version 1 of the rules; {@link #operations} says which there are. */
    public static Results of(String operation, Map<String, String> arguments) {
        byte[] name = Native.utf8(operation);
        try (Texts texts = new Texts(Native.utf8(arguments))) {
            Pointer results = Native.given(
                    (out, err) -> Native.tkg_call(1, name, name.length, texts.structs, arguments.size(), out, err));
            return new Results(results);
        }
    }

    /** Every operation with its arguments and results, as JSON (taakgericht/operations/1). */
    public static String operations() {
        return Native.taken(Native::tkg_operations);
    }

    /** A result by its name, "parts". */
    public String get(String name) {
        byte[] bytes = Native.utf8(name);
        long[] needed = new long[1];
        byte[] buffer = new byte[json().length() * 4 + 1];
        use(results -> Native.done(err -> Native.tkg_text_member(results, bytes, bytes.length, buffer, buffer.length, needed, err)));
        return new String(buffer, 0, Math.toIntExact(needed[0]), StandardCharsets.UTF_8);
    }

    /** All of them, as JSON. */
    public String json() {
        return with(Native::view);
    }

    /** Names with texts as the library reads them: two pointers with their lengths. Keeps what they point at. */
    static final class Texts implements AutoCloseable {
        private final List<Memory> kept = new ArrayList<>();
        final Memory structs;

        Texts(Map<String, byte[]> texts) {
            structs = texts.isEmpty() ? null : new Memory((long) PAIR_SIZE * texts.size());
            long offset = 0;
            for (Map.Entry<String, byte[]> text : texts.entrySet()) {
                put(offset, Native.utf8(text.getKey()));
                put(offset + PAIR_SIZE / 2, text.getValue());
                offset += PAIR_SIZE;
            }
        }

        private void put(long offset, byte[] bytes) {
            Memory memory = new Memory(Math.max(1, bytes.length));
            memory.write(0, bytes, 0, bytes.length);
            kept.add(memory);
            structs.setPointer(offset, memory);
            structs.setLong(offset + 8, bytes.length);
        }

        /** Only keeps the memory reachable until the call is over. */
        @Override
        public void close() {
            kept.clear();
        }
    }
}
