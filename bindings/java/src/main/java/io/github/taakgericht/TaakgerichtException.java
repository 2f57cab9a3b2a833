package io.github.taakgericht;

/** A failure: the message says where, what was found, what was expected, and on a second line what to do. */
public class TaakgerichtException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final long row;
    private final long item;
    private final String field;

    TaakgerichtException(int status, long row, long item, String field, String message) {
        super(message);
        this.status = status;
        this.row = row;
        this.item = item;
        this.field = field;
    }

    /** The name of the status in taakgericht.h: "TKG_E_TIE". */
    public String code() {
        return Native.tkg_status_name(status);
    }

    /** What of the data is wrong, in a word: "key-sum"; empty when it is not the data. */
    public String kind() {
        return Native.tkg_status_kind(status);
    }

    /** The number of the status, below zero. */
    public int status() {
        return status;
    }

    /** The row of a batch, counted from 0; -1 where there is none. */
    public long row() {
        return row;
    }

    /** The position in an array, such as that of a weight, counted from 0; -1 where there is none. */
    public long item() {
        return item;
    }

    /** What it is about: "weights". */
    public String field() {
        return field;
    }
}
