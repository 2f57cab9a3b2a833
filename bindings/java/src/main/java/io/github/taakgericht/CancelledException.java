package io.github.taakgericht;

/** The run was cancelled, by its token or by its progress. */
public final class CancelledException extends TaakgerichtException {
    static final int STATUS = -60;

    private static final long serialVersionUID = 1;

    CancelledException(long row, long item, String field, String message) {
        super(STATUS, row, item, field, message);
    }
}
