package io.github.taakgericht;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that the library keeps until it is closed; after that, its calls throw {@link IllegalStateException}.
 *
 * <p>Any number of threads may share it, and any of them may close it: it is freed when the last call that has it is over. One that
 * nobody closes is freed when nothing refers to it any more.
 */
abstract class Handle implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Held held;
    private final Cleaner.Cleanable closing;

    Handle(Pointer pointer, Consumer<Pointer> free) {
        held = new Held(pointer, free);
        closing = CLEANER.register(this, held::close);
    }

    /** Closing twice does nothing. */
    @Override
    public void close() {
        closing.clean();
    }

    /** A call with the pointer, which is good until the call is over. */
    <T> T with(Function<Pointer, T> call) {
        if (!held.take()) {
            throw new IllegalStateException("this " + getClass().getSimpleName() + " is closed");
        }
        try {
            return call.apply(held.pointer);
        } finally {
            held.leave();
        }
    }

    /** A call as {@link #with}, that gives nothing. */
    void use(Consumer<Pointer> call) {
        with(pointer -> {
            call.accept(pointer);
            return null;
        });
    }

    /** What is kept; it does not refer to the handle, so that the handle can become unreachable. */
    private static final class Held {
        final Pointer pointer;
        private final Consumer<Pointer> free;
        private int calls;
        private boolean closed;

        Held(Pointer pointer, Consumer<Pointer> free) {
            this.pointer = pointer;
            this.free = free;
        }

        synchronized boolean take() {
            calls += closed ? 0 : 1;
            return !closed;
        }

        synchronized void leave() {
            calls--;
            freeWhenUnused();
        }

        synchronized void close() {
            closed = true;
            freeWhenUnused();
        }

        private void freeWhenUnused() {
            if (closed && calls == 0) {
                free.accept(pointer);
            }
        }
    }
}
