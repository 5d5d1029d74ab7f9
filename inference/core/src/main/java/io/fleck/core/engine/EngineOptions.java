package io.fleck.core.engine;

/**
 * Settings that every engine understands.
 *
 * @param threads threads that one run may use, at least 1
 * @param workers runs that go on at the same time, at least 1
 * @param warmUpRuns runs over empty batches before the engine is handed out, at least 0
 */
public record EngineOptions(int threads, int workers, int warmUpRuns) {
    /** One worker of one thread, one warm-up run. */
    public static final EngineOptions DEFAULT = new EngineOptions(1, 1, 1);

    /** Checks the ranges. */
    public EngineOptions {
        if (threads < 1 || workers < 1 || warmUpRuns < 0) {
            throw new IllegalArgumentException("engine threads " + threads + " and workers " + workers
                    + " must be at least 1, warm-up runs " + warmUpRuns + " at least 0");
        }
    }
}
