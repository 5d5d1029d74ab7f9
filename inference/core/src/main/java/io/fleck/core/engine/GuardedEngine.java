package io.fleck.core.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds what every engine promises to one that only runs: batches are checked, failures name the engine, the graph and
 * the shapes, a closed engine refuses, and closing frees nothing under a run that is going on.
 *
 * <p>Providers return their engines through {@link #open}.
 */
public final class GuardedEngine implements Engine {
    private final Engine engine;
    private final String label;
    private final int maxBatch;
    private final UseCount uses = new UseCount();

    private GuardedEngine(Engine engine, String label, int maxBatch) {
        this.engine = engine;
        this.label = label;
        this.maxBatch = maxBatch;
    }

    /**
     * Guards an engine and warms it up; closes it when the warm-up fails.
     *
     * @param engine whose {@code run} may throw any unchecked exception, and whose {@code close} is called once, when no
     *     run is going on
     * @param provider name of its provider
     * @param graph file that it runs
     * @param options as given to {@link EngineProvider#open}
     * @throws InferenceException when the warm-up fails
     */
    public static Engine open(Engine engine, String provider, Path graph, EngineOptions options) {
        GuardedEngine guarded = new GuardedEngine(engine, provider + " with " + graph, options.maxBatch());
        try {
            guarded.warmUp(options.warmUpRuns());
        } catch (RuntimeException e) {
            guarded.close();
            throw e;
        }
        return guarded;
    }

    private void warmUp(int runs) {
        if (runs == 0) {
            return;
        }
        TensorBatch batch = newBatch(maxBatch);
        batch.size(maxBatch);
        for (int i = 0; i < runs; i++) {
            run(batch);
        }
    }

    @Override
    public ModelSpec spec() {
        return engine.spec();
    }

    @Override
    public TensorBatch newBatch(int capacity) {
        if (capacity > maxBatch) {
            throw new IllegalArgumentException("batch capacity " + capacity + "; this engine allows 1 to " + maxBatch);
        }
        return engine.newBatch(capacity);
    }

    @Override
    public void run(TensorBatch batch) {
        requireFitting(batch);
        if (!uses.enter()) {
            throw new InferenceException(label + " is closed", null);
        }
        try {
            engine.run(batch);
        } catch (RuntimeException e) {
            throw new InferenceException(label + " failed on " + shapes(batch) + ": " + reason(e), e);
        } finally {
            if (uses.leave()) {
                engine.close();
            }
        }
    }

    private void requireFitting(TensorBatch batch) {
        if (!batch.spec().equals(spec())) {
            throw new IllegalArgumentException("a batch of " + batch.spec() + " does not fit " + label + ": " + spec());
        }
        if (batch.size() < 1 || batch.size() > maxBatch) {
            throw new IllegalArgumentException("batch size " + batch.size() + "; this engine allows 1 to " + maxBatch);
        }
    }

    private static String shapes(TensorBatch batch) {
        return batch.spec().inputs().stream()
                .map(tensor -> tensor.name() + " " + tensor.type() + shape(batch.rows(tensor), tensor))
                .collect(Collectors.joining(", "));
    }

    private static List<Integer> shape(int rows, TensorSpec tensor) {
        return Stream.concat(Stream.of(rows), tensor.item().stream()).toList();
    }

    /** What the innermost cause says, on one line: libraries wrap the engine's own words several times. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
    }

    @Override
    public void close() {
        if (uses.close()) {
            engine.close();
        }
    }
}
