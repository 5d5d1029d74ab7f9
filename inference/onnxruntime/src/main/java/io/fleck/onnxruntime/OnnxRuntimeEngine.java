package io.fleck.onnxruntime;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.TranslateException;
import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * Runs one graph: inputs are read where they lie in the batch's direct buffers, outputs are copied into it.
 *
 * <p>To be guarded: it checks no batch, and must not be closed under a run.
 */
final class OnnxRuntimeEngine implements Engine {
    private final LoadedGraph graph;
    private final PredictorPool predictors;

    private OnnxRuntimeEngine(LoadedGraph graph, PredictorPool predictors) {
        this.graph = graph;
        this.predictors = predictors;
    }

    /**
     * Loads a graph.
     *
     * @throws InferenceException when ONNX Runtime refuses the file, or the engine SPI cannot say its shapes
     */
    static OnnxRuntimeEngine load(Path file, EngineOptions options) {
        LoadedGraph graph = LoadedGraph.load(file, options.threads());
        return new OnnxRuntimeEngine(graph, new PredictorPool(graph.model(), options.workers()));
    }

    @Override
    public ModelSpec spec() {
        return graph.spec();
    }

    @Override
    public void run(TensorBatch batch) {
        try (NDManager arrays = graph.model().getNDManager().newSubManager()) {
            copyOutputs(predictors.predict(inputs(batch, arrays)), batch);
        } catch (TranslateException e) {
            throw new InferenceException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private NDList inputs(TensorBatch batch, NDManager arrays) {
        NDList inputs = new NDList();
        for (TensorSpec tensor : spec().inputs()) {
            NDArray array = arrays.create(
                    batch.input(tensor.name()), shape(batch.rows(tensor), tensor), dataType(tensor.type()));
            array.setName(tensor.name());
            inputs.add(array);
        }
        return inputs;
    }

    private static void copyOutputs(NDList results, TensorBatch batch) {
        for (NDArray result : results) {
            ByteBuffer from = result.toByteBuffer();
            ByteBuffer to = batch.output(result.getName());
            if (from.remaining() != to.remaining()) {
                throw new InferenceException(
                        "output '" + result.getName() + "' has the shape " + result.getShape() + ", which is not "
                                + batch.rows(batch.spec().output(result.getName())) + " times "
                                + batch.spec().output(result.getName()),
                        null);
            }
            to.put(from);
        }
    }

    private static Shape shape(int rows, TensorSpec tensor) {
        return new Shape(
                LongStream.concat(LongStream.of(rows), tensor.item().stream().mapToLong(Integer::longValue))
                        .toArray());
    }

    private static DataType dataType(TensorType type) {
        return switch (type) {
            case UINT8 -> DataType.UINT8;
            case FLOAT32 -> DataType.FLOAT32;
            case INT32 -> DataType.INT32;
        };
    }

    @Override
    public void close() {
        graph.close();
    }
}
