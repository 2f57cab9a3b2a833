package io.github.taakgericht;

/** A token by which any thread stops runs on other threads. Close it; runs that have it still keep it until they are over. */
public final class Cancel extends Handle {
    /** A token that stops nothing yet. */
    public Cancel() {
        super(Native.given(Native::tkg_cancel_new), Native::tkg_cancel_free);
    }

    /** Stops every run that has this token, now and later: they throw {@link CancelledException}. */
    public void set() {
        use(cancel -> Native.done(err -> Native.tkg_cancel_set(cancel, err)));
    }
}
