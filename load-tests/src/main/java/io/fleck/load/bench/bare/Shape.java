package io.fleck.load.bench.bare;

import io.fleck.core.engine.EngineOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How threads share the work.
 *
 * @param kind see {@link Kind}
 * @param decoders threads that decode and resize; as many as the workers where each does both
 * @param workers engine runs at the same time
 * @param threads threads of one engine run
 * @param batch most pictures a run
 */
public record Shape(Kind kind, int decoders, int workers, int threads, int batch) {
    private static final int[] BATCHES = {1, 4, 8, 16};

    /** Two ways of arranging it. */
    public enum Kind {
        /** Decoders fill the slots of batches that workers run: as the application does. */
        POOL,
        /** Every thread decodes a batch, runs it, reads it: nothing is ever handed over. */
        LOOP
    }

    /** Checks the ranges. */
    public Shape {
        if (Math.min(Math.min(decoders, workers), Math.min(threads, batch)) < 1) {
            throw new IllegalArgumentException("shape of " + decoders + " decoders, " + workers + " workers, " + threads
                    + " threads, batch " + batch + "; each must be at least 1");
        }
    }

    /**
     * All that are worth trying: every core busy, by workers, by an engine's threads, or by decoders.
     *
     * @param cores of this machine
     * @param preferredBatch the largest that pays on the engine by its own word; smaller and larger ones are tried too
     */
    public static List<Shape> worthTrying(int cores, int preferredBatch) {
        List<Shape> shapes = new ArrayList<>();
        for (int batch : batches(preferredBatch)) {
            for (int decoders : cores == 1 ? new int[] {1} : new int[] {1, cores}) {
                shapes.add(new Shape(Kind.POOL, decoders, cores, 1, batch));
                if (cores > 1) {
                    shapes.add(new Shape(Kind.POOL, decoders, 1, cores, batch));
                    shapes.add(new Shape(Kind.POOL, decoders, cores - 1, 1, batch));
                }
            }
            shapes.add(new Shape(Kind.LOOP, cores, cores, 1, batch));
        }
        return shapes.stream().distinct().toList();
    }

    private static int[] batches(int preferred) {
        return IntStream.concat(IntStream.of(BATCHES), IntStream.of(preferred))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Options for an engine that serves it. */
    EngineOptions engine() {
        return EngineOptions.DEFAULT.withThreads(threads).withWorkers(workers).withMaxBatch(batch);
    }

    /** In words, for tables. */
    public String label() {
        return String.format(
                Locale.ROOT,
                "%s decoders=%d workers=%d threads=%d batch=%d",
                kind.name().toLowerCase(Locale.ROOT),
                decoders,
                workers,
                threads,
                batch);
    }
}
