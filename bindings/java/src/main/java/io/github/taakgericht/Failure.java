package io.github.taakgericht;

import com.sun.jna.Memory;

/** The record that a call fills in (tkg_error). */
final class Failure {
    private static final int SIZE = 496;

    final Memory record = Native.struct(SIZE);

    void check(int status) {
        if (status != 0) {
            throw failure(status, record.getLong(8), record.getLong(16), record.getString(24, "UTF-8"), record.getString(88, "UTF-8"));
        }
    }

    private static TaakgerichtException failure(int status, long row, long item, String field, String message) {
        return status == CancelledException.STATUS
                ? new CancelledException(row, item, field, message)
                : new TaakgerichtException(status, row, item, field, message);
    }
}
