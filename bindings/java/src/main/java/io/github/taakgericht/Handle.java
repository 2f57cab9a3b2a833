package io.github.taakgericht;

import com.sun.jna.Pointer;
import java.util.function.Consumer;

/** Something that the library keeps until it is closed; after that, its calls fail. Threads may share it, but not while it closes. */
abstract class Handle implements AutoCloseable {
    private final Consumer<Pointer> free;
    Pointer pointer;

    Handle(Pointer pointer, Consumer<Pointer> free) {
        this.pointer = pointer;
        this.free = free;
    }

    @Override
    public void close() {
        free.accept(pointer);
        pointer = null;
    }
}
