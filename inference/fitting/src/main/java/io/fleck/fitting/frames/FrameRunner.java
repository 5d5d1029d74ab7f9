package io.fleck.fitting.frames;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.image.Resizer;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.parallel.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A graph over frames, loaded and ready to take picture files.
 *
 * <p>Each worker decodes a batch and runs it, so decoding and inference overlap without a queue between them. Not safe for use by several threads.
 */
public final class FrameRunner implements AutoCloseable {
    /** Few enough that the last batch of each worker ends at nearly the same time, enough to read constants once for many. */
    private static final int BATCH = 8;

    private static final List<Integer> RGB = List.of(3);

    private final Engine engine;
    private final Workers workers;
    private final Resizer resizer = new Resizer();

    private FrameRunner(Engine engine, Workers workers) {
        this.engine = engine;
        this.workers = workers;
    }

    /** Receives the outputs of one picture. Called by several threads at once, for different pictures. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * One picture is done.
         *
         * @param index of the picture in the list given to {@link #run}
         * @param batch holds its outputs until this method returns
         * @param item its slot
         */
        void accept(int index, TensorBatch batch, int item);
    }

    /**
     * Loads a graph with one input, uint8 [B, height, width, 3].
     *
     * @param graph bytes of the ONNX file
     * @param provider engine to run it with
     * @param workers each decodes or runs one batch at a time; stays the caller's to close
     * @throws IllegalArgumentException when its input is another one
     */
    public static FrameRunner open(byte[] graph, EngineProvider provider, Workers workers) {
        EngineOptions options = EngineOptions.DEFAULT
                .withWorkers(workers.threads())
                .withMaxBatch(BATCH)
                .withWarmUpRuns(0);
        Engine engine = openBytes(graph, provider, options);
        try {
            requireFrames(engine.spec());
            return new FrameRunner(engine, workers);
        } catch (IllegalArgumentException e) {
            engine.close();
            throw e;
        }
    }

    /** Engines read files; this one is gone as soon as it is loaded. */
    private static Engine openBytes(byte[] graph, EngineProvider provider, EngineOptions options) {
        try {
            Path file = Files.createTempFile("fleck-", ".onnx");
            try {
                Files.write(file, graph);
                return provider.open(file, options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file for the graph cannot be written: " + e.getMessage(), e);
        }
    }

    private static void requireFrames(ModelSpec spec) {
        TensorSpec input = spec.inputs().get(0);
        boolean frames = spec.inputs().size() == 1
                && input.type() == TensorType.UINT8
                && input.item().size() == 3
                && input.item().subList(2, 3).equals(RGB);
        if (!frames) {
            throw new IllegalArgumentException(
                    "the graph takes " + spec.inputs() + "; it must take frames as uint8 [B, height, width, 3]");
        }
    }

    /** Inputs and outputs of the graph. */
    public ModelSpec spec() {
        return engine.spec();
    }

    /** Name of the graph's input. */
    public String input() {
        return spec().inputs().get(0).name();
    }

    /** Height of the graph's input in pixels. */
    public int height() {
        return spec().inputs().get(0).item().get(0);
    }

    /** Width of the graph's input in pixels. */
    public int width() {
        return spec().inputs().get(0).item().get(1);
    }

    /**
     * Runs the graph over pictures, each whole.
     *
     * @param images picture files
     * @param receiver gets every picture once, in no particular order
     * @throws io.fleck.fitting.data.DataException when a picture cannot be read; the message names the file
     * @throws InterruptedException when the thread was interrupted; no worker runs on
     */
    public void run(List<LabelledImage> images, Receiver receiver) throws InterruptedException {
        FrameRun run = new FrameRun(this, images, receiver);
        workers.onEach(run::work);
    }

    TensorBatch newBatch() {
        return engine.newBatch(BATCH);
    }

    void run(TensorBatch batch) {
        engine.run(batch);
    }

    Resizer resizer() {
        return resizer;
    }

    @Override
    public void close() {
        engine.close();
    }
}
