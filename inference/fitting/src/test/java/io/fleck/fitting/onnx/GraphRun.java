package io.fleck.fitting.onnx;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.engine.TensorBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs a graph with ONNX Runtime: the validator of what we write. */
public final class GraphRun implements AutoCloseable {
    private final Path file;
    private final Engine engine;
    private final TensorBatch batch;

    /** Loads a graph. */
    public GraphRun(byte[] graph, int items) {
        try {
            file = Files.createTempFile("graph", ".onnx");
            Files.write(file, graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = Engines.select("onnxruntime").open(file, EngineOptions.DEFAULT.withMaxBatch(items));
        batch = engine.newBatch(items);
        batch.size(items);
    }

    /** The engine that runs it. */
    public Engine engine() {
        return engine;
    }

    /** Fills the only input's slots. */
    public GraphRun fill(Consumer<ByteBuffer> input) {
        input.accept(batch.input(engine.spec().inputs().get(0).name()));
        return this;
    }

    /** Fills the only input with floats. */
    public GraphRun fill(float... values) {
        return fill(buffer -> buffer.asFloatBuffer().put(values));
    }

    /** Runs it. */
    public GraphRun run() {
        engine.run(batch);
        return this;
    }

    /** All values of an output. */
    public float[] output(String name) {
        ByteBuffer bytes = batch.output(name);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        engine.close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
