package io.fleck.core.batch;

/** Told of what a batcher does, on its threads: implementations return at once and do not throw. */
public interface BatchObserver {
    /** An observer that looks away. */
    BatchObserver NONE = new BatchObserver() {};

    /** A batch came back from the engine. */
    default void ran(int batchSize, long inferNanos) {}

    /** A run exceeded the timeout and was given up; {@code count} is how many so far. */
    default void hung(int count) {}
}
