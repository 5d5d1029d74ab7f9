package io.fleck.core.engine;

/**
 * Settings that every engine understands.
 *
 * @param threads threads that one run may use, at least 1
 * @param workers runs that are expected to go on at the same time, at least 1: what an engine keeps per run it keeps that
 *     often. More runs at once work too, at the price of making it anew (a worker that hangs can be replaced)
 * @param maxBatch most items of one run, at least 1: engines that plan memory ahead plan for it
 * @param warmUpRuns runs over batches of {@code maxBatch} zeros before the engine is handed out, at least 0
 */
public record EngineOptions(int threads, int workers, int maxBatch, int warmUpRuns) {
    /** One worker of one thread, batches of up to 16, one warm-up run. */
    public static final EngineOptions DEFAULT = new EngineOptions(1, 1, 16, 1);

    /** Checks the ranges. */
    public EngineOptions {
        requireAtLeast("threads", threads, 1);
        requireAtLeast("workers", workers, 1);
        requireAtLeast("maxBatch", maxBatch, 1);
        requireAtLeast("warmUpRuns", warmUpRuns, 0);
    }

    private static void requireAtLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("engine option " + key + " " + value + " must be at least " + least);
        }
    }

    /** The same with other threads. */
    public EngineOptions withThreads(int threads) {
        return new EngineOptions(threads, workers, maxBatch, warmUpRuns);
    }

    /** The same with other workers. */
    public EngineOptions withWorkers(int workers) {
        return new EngineOptions(threads, workers, maxBatch, warmUpRuns);
    }

    /** The same with another largest batch. */
    public EngineOptions withMaxBatch(int maxBatch) {
        return new EngineOptions(threads, workers, maxBatch, warmUpRuns);
    }

    /** The same with other warm-up runs. */
    public EngineOptions withWarmUpRuns(int warmUpRuns) {
        return new EngineOptions(threads, workers, maxBatch, warmUpRuns);
    }
}
