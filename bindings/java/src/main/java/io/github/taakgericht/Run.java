package io.github.taakgericht;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;

/** How a long run is watched: who hears how far it is, and what can stop it; immutable, for any number of runs. */
public final class Run {
    /** Nobody hears of it, and nothing stops it. */
    public static final Run UNWATCHED = new Run(null, null);

    private static final int SIZE = 32;
    private static final int OK = 0;

    private final Progress progress;
    private final Cancel cancel;

    private Run(Progress progress, Cancel cancel) {
        this.progress = progress;
        this.cancel = cancel;
    }

    /** A run that tells how far it is. */
    public static Run heardBy(Progress progress) {
        return UNWATCHED.progress(progress);
    }

    /** A run that a token stops. */
    public static Run stoppedBy(Cancel cancel) {
        return UNWATCHED.cancel(cancel);
    }

    /** With somebody who hears how far it is; null for nobody. */
    public Run progress(Progress other) {
        return new Run(other, cancel);
    }

    /** With a token that stops it; null for none. */
    public Run cancel(Cancel other) {
        return new Run(progress, other);
    }

    /** A call that takes a tkg_run. */
    interface Watched {
        int call(Pointer run, Pointer err);
    }

    void done(Watched call) {
        if (cancel == null) {
            told(null, call);
        } else {
            cancel.use(token -> told(token, call));
        }
    }

    private void told(Pointer token, Watched call) {
        if (progress == null && token == null) {
            Native.done(err -> call.call(null, err));
            return;
        }
        Hears hears = progress == null ? null : new Hears(progress);
        Memory struct = Native.struct(SIZE);
        struct.setPointer(8, token);
        struct.setPointer(16, hears == null ? null : CallbackReference.getFunctionPointer(hears));
        try {
            Native.done(err -> call.call(struct, err));
        } catch (CancelledException cancelled) {
            throw hears == null || hears.thrown == null ? cancelled : Run.<RuntimeException>as(hears.thrown);
        } finally {
            // The library calls it as long as the call lasts.
            Reference.reachabilityFence(hears);
        }
    }

    /** What a progress throws comes out as it is, also what it does not declare. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T as(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** A progress as the library calls it: nothing may be thrown through the library. */
    private static final class Hears implements Callback {
        private final Progress progress;
        private Throwable thrown;

        Hears(Progress progress) {
            this.progress = progress;
        }

        /** Called by the library. */
        public int callback(Pointer context, long done, long total) {
            try {
                return progress.heard(done, total) ? OK : CancelledException.STATUS;
            } catch (Throwable thrown) {
                this.thrown = thrown;
                return CancelledException.STATUS;
            }
        }
    }
}
