package io.fleck.core.wafer;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.wafer.grid.DieGrid;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph of wafers loaded in an engine, without any decision.
 *
 * <p>Safe for use by several threads, one at a time: it holds one batch. What it gives for a wafer depends neither on the
 * order of its defects nor on the wafers beside it in a batch.
 *
 * @param <W> what is known of a wafer
 */
public final class WaferNetwork<W> implements AutoCloseable {
    private final WaferInput<W> input;
    private final Engine engine;
    private final TensorBatch batch;

    private WaferNetwork(WaferInput<W> input, Engine engine) {
        this.input = input;
        this.engine = engine;
        this.batch = engine.newBatch(EngineOptions.DEFAULT.maxBatch());
    }

    /**
     * Loads a graph of die grids.
     *
     * @param resolution cells along an edge
     * @param views of a wafer, 1 to 8
     * @throws io.fleck.core.engine.InferenceException when the engine refuses the graph
     */
    public static WaferNetwork<DieGrid> ofDies(Path graph, int resolution, int views, EngineProvider provider) {
        return new WaferNetwork<>(new DieInput(resolution, views), provider.open(graph, EngineOptions.DEFAULT));
    }

    /** Shapes of the graph. */
    public ModelSpec spec() {
        return engine.spec();
    }

    /**
     * What the graph gives for a wafer.
     *
     * @param logits a number a class
     * @param latent embedding
     * @param novelty scores; empty when the graph has none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, not kept
    public record Output(float[] logits, float[] latent, float[] novelty) {}

    /** Runs the graph over wafers, in batches where there are many; an output a wafer, in their order. */
    public synchronized List<Output> run(List<W> wafers) {
        List<Output> outputs = new ArrayList<>(wafers.size());
        for (int from = 0; from < wafers.size(); from += batch.capacity()) {
            List<W> part = wafers.subList(from, Math.min(wafers.size(), from + batch.capacity()));
            input.fill(part, batch);
            engine.run(batch);
            for (int item = 0; item < part.size(); item++) {
                outputs.add(new Output(
                        values(WaferGraph.LOGITS, item),
                        values(WaferGraph.LATENT, item),
                        values(WaferGraph.NOVELTY, item)));
            }
        }
        return outputs;
    }

    private float[] values(String output, int item) {
        if (spec().outputs().stream().noneMatch(tensor -> tensor.name().equals(output))) {
            return new float[0];
        }
        FloatBuffer slot = batch.outputSlot(output, item).asFloatBuffer();
        float[] values = new float[slot.remaining()];
        slot.get(values);
        return values;
    }

    @Override
    public void close() {
        engine.close();
    }
}
