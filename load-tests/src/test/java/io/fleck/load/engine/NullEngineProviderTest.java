package io.fleck.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.fitting.onnx.ElementType;
import io.fleck.fitting.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NullEngineProviderTest {
    private static final EngineOptions OPTIONS = EngineOptions.DEFAULT.withMaxBatch(4);

    @TempDir
    Path directory = Path.of("");

    /** A uint8 input of 2 x 3 x 3; a map of its channels' means and its highest. */
    private Path graph() throws IOException {
        OnnxGraph graph = OnnxGraph.empty("means");
        String frames = graph.input("frames", ElementType.UINT8, 2, 3, 3);
        String floats = graph.cast("floats", frames, ElementType.FLOAT32);
        String map = graph.reduce("ReduceMean", "means", floats, 3);
        String rows = graph.reduce("ReduceMax", "rows", map, 2);
        graph.output("score", graph.reduce("ReduceMax", "top", rows, 1));
        graph.output("map", map, 2, 3);
        return Files.write(directory.resolve("means.onnx"), graph.toBytes());
    }

    private static EngineProvider provider() {
        return Engines.select("null");
    }

    @Test
    void shouldBeFoundByItsName() {
        assertThat(provider()).isInstanceOf(NullEngineProvider.class);
        assertThat(provider().unavailable()).as("why it is not available").isEmpty();
    }

    @Test
    void shouldNeverBeChosenByItself() {
        assertThat(provider().automatic()).isFalse();
        assertThat(Engines.select(Engines.AUTO)).isNotInstanceOf(NullEngineProvider.class);
    }

    @Test
    void shouldSeeTheSameShapesAsARealEngine() throws IOException {
        try (Engine engine = provider().open(graph(), OPTIONS);
                Engine real = Engines.select("onnxruntime").open(graph(), OPTIONS)) {
            assertThat(engine.spec()).isEqualTo(real.spec());
            assertThat(engine.spec())
                    .isEqualTo(new ModelSpec(
                            List.of(new TensorSpec("frames", TensorType.UINT8, List.of(2, 3, 3))),
                            List.of(
                                    new TensorSpec("score", TensorType.FLOAT32, List.of()),
                                    new TensorSpec("map", TensorType.FLOAT32, List.of(2, 3)))));
        }
    }

    @Test
    void shouldAnswerZerosInEveryOutputOfTheItemsThatRan() throws IOException {
        try (Engine engine = provider().open(graph(), OPTIONS)) {
            TensorBatch batch = engine.newBatch(4);
            batch.size(4);
            fill(batch.output("score"));
            fill(batch.output("map"));
            batch.size(3);

            engine.run(batch);

            assertThat(floats(batch.output("score"))).as("scores").containsExactly(0, 0, 0);
            assertThat(floats(batch.output("map"))).as("maps").hasSize(18).containsOnly(0);
            assertThat(batch.outputSlot("score", 3).getFloat())
                    .as("slot beyond the size")
                    .isNotZero();
        }
    }

    @Test
    void shouldRefuseToRunOnceClosed() throws IOException {
        Engine engine = provider().open(graph(), OPTIONS);
        TensorBatch batch = engine.newBatch(1);
        batch.size(1);
        engine.close();
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> engine.run(batch))
                .withMessageContaining("closed");
    }

    @Test
    void shouldRefuseAGraphThatDoesNotTellItsShapes() throws IOException {
        OnnxGraph graph = OnnxGraph.empty("unshaped");
        String frames = graph.input("frames", ElementType.UINT8, 2, 3, 3);
        String floats = graph.cast("floats", frames, ElementType.FLOAT32);
        graph.outputs(List.of(floats));
        Path file = Files.write(directory.resolve("unshaped.onnx"), graph.toBytes());

        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> provider().open(file, OPTIONS))
                .withMessageContaining(file.toString())
                .withMessageContaining("output 'floats'");
    }

    @Test
    void shouldRefuseWhatIsNoGraph() throws IOException {
        Path text = Files.writeString(directory.resolve("text.onnx"), "This is no graph.");
        for (Path file : List.of(text, directory.resolve("missing.onnx"))) {
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> provider().open(file, OPTIONS))
                    .withMessageContaining(file.toString());
        }
    }

    private static void fill(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            bytes.put((byte) 1);
        }
    }

    private static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
