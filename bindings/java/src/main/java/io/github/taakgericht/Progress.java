package io.github.taakgericht;

/**
 * Hears how far a run is, on the thread of the run: once for every 1,024 rows, and at the end.
 *
 * <p>{@code (done, total) -> !Thread.currentThread().isInterrupted()} stops a run whose thread is interrupted.
 */
@FunctionalInterface
public interface Progress {
    /**
     * So many of all rows are done.
     *
     * @return whether the run goes on; {@code false} cancels it. What this throws stops the run too, and comes out of it.
     */
    boolean heard(long done, long total);
}
