package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine promises. A module that brings an engine extends this with its provider. */
public abstract class EngineContract {
    private static final TensorSpec FRAMES = new TensorSpec("frames", TensorType.UINT8, List.of(2, 3, 3));
    private static final TensorSpec SCORE = new TensorSpec("score", TensorType.FLOAT32, List.of());
    private static final TensorSpec MAP = new TensorSpec("map", TensorType.FLOAT32, List.of(2, 3));

    @TempDir
    Path directory = Path.of("");

    /** The engine under test; available on this machine. */
    protected abstract EngineProvider provider();

    /** Largest relative difference between the same computation in another batch. */
    protected double tolerance() {
        return 1e-5;
    }

    @Test
    void shouldTellItsNameAndThatItIsAvailable() {
        assertThat(provider().name()).matches("[a-z]+").isNotEqualTo(Engines.AUTO);
        assertThat(provider().unavailable()).as("why it is not available").isEmpty();
    }

    @Test
    void shouldBeFoundByItsName() {
        assertThat(Engines.select(provider().name()).getClass())
                .isEqualTo(provider().getClass());
    }

    @Test
    void shouldReadShapesFromTheGraph() throws IOException {
        try (Engine engine = open("grey.onnx")) {
            assertThat(engine.spec()).isEqualTo(new ModelSpec(List.of(FRAMES), List.of(SCORE, MAP)));
        }
    }

    @Test
    void shouldComputeWhatIsKnownByHand() throws IOException {
        try (Engine engine = open("grey.onnx")) {
            TensorBatch batch = engine.newBatch(2);
            batch.inputSlot("frames", 0).put(bytes(3, 6, 9, 0, 0, 0, 255, 255, 255, 1, 1, 1, 2, 2, 2, 0, 3, 0));
            batch.inputSlot("frames", 1).put(bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 200, 150));
            batch.size(2);

            engine.run(batch);

            assertThat(floats(batch.output("score"))).as("scores").containsExactly(255f, 150f);
            assertThat(floats(batch.outputSlot("map", 0))).as("first map").containsExactly(6f, 0f, 255f, 1f, 2f, 1f);
            assertThat(floats(batch.outputSlot("map", 1))).as("second map").containsExactly(0f, 0f, 0f, 0f, 0f, 150f);
        }
    }

    @Test
    void shouldTakeSeveralInputsAndGiveIntegers() throws IOException {
        try (Engine engine = open("mixed.onnx")) {
            TensorBatch batch = engine.newBatch(3);
            batch.size(2);
            batch.input("table").asFloatBuffer().put(new float[] {1, 2, 3, 4, 50, 60, 70, 80});
            batch.input("index").asIntBuffer().put(new int[] {3, 0, 0, 1, 2, 1});

            engine.run(batch);

            assertThat(floats(batch.output("picked"))).containsExactly(4f, 1f, 1f, 60f, 70f, 60f);
            int[] next = new int[6];
            batch.output("next").asIntBuffer().get(next);
            assertThat(next).containsExactly(4, 1, 1, 2, 3, 2);
        }
    }

    @Test
    void shouldGiveTheSameForABatchAsForEachItemAlone() throws IOException {
        try (Engine engine = open("convolution.onnx")) {
            List<byte[]> pictures = pictures(engine, 7, 11);
            float[] together = run(engine, engine.newBatch(7), pictures);
            for (int i = 0; i < pictures.size(); i++) {
                float[] alone = run(engine, engine.newBatch(1), List.of(pictures.get(i)));
                assertThat(together[i]).as("item %d of 7", i).isCloseTo(alone[0], relative(alone[0]));
            }
        }
    }

    @Test
    void shouldRunEverySizeUpToTheCapacityInOneReusedBatch() throws IOException {
        try (Engine engine = open("convolution.onnx")) {
            TensorBatch batch = engine.newBatch(5);
            for (int size : new int[] {5, 1, 3, 2, 4, 5}) {
                List<byte[]> pictures = pictures(engine, size, size);
                float[] fresh = run(engine, engine.newBatch(size), pictures);
                float[] reused = run(engine, batch, pictures);
                for (int i = 0; i < size; i++) {
                    assertThat(reused[i]).as("item %d of %d", i, size).isCloseTo(fresh[i], relative(fresh[i]));
                }
            }
        }
    }

    @Test
    void shouldLeaveSlotsBeyondTheSizeAlone() throws IOException {
        try (Engine engine = open("grey.onnx")) {
            TensorBatch batch = engine.newBatch(3);
            for (int i = 0; i < 3; i++) {
                batch.outputSlot("score", i).putFloat(-7);
            }
            batch.size(2);

            engine.run(batch);

            assertThat(batch.outputSlot("score", 1).getFloat())
                    .as("score of an empty picture")
                    .isZero();
            assertThat(batch.outputSlot("score", 2).getFloat())
                    .as("slot beyond the size")
                    .isEqualTo(-7);
        }
    }

    @Test
    void shouldRunABatchThatAnotherMade() throws IOException {
        try (Engine engine = open("grey.onnx")) {
            TensorBatch batch = new TensorBatch(engine.spec(), 1);
            batch.size(1);
            batch.inputSlot("frames", 0).put(0, (byte) 30);

            engine.run(batch);

            assertThat(floats(batch.output("score"))).containsExactly(10f);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "1, 4"}) // more callers than workers, too: a worker that hangs gets a replacement
    void shouldServeSeveralThreadsAtOnce(int workers, int callers) throws Exception {
        EngineOptions options = EngineOptions.DEFAULT.withWorkers(workers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (Engine engine = provider().open(graph("convolution.onnx"), options)) {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Future<?>> runs = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int seed = caller;
                runs.add(threads.submit(() -> repeat(engine, seed, start)));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private @Nullable Void repeat(Engine engine, int seed, CyclicBarrier start) throws Exception {
        List<byte[]> pictures = pictures(engine, 3, seed);
        float[] expected = run(engine, engine.newBatch(3), pictures);
        start.await(60, TimeUnit.SECONDS);
        TensorBatch own = engine.newBatch(3);
        for (int i = 0; i < 200; i++) {
            assertThat(run(engine, own, pictures))
                    .as("run %d of caller %d", i, seed)
                    .isEqualTo(expected);
        }
        return null;
    }

    @Test
    void shouldRefuseABatchOfTheWrongSizeOrShape() throws IOException {
        EngineOptions options = EngineOptions.DEFAULT.withMaxBatch(2);
        try (Engine engine = provider().open(graph("grey.onnx"), options);
                Engine other = open("convolution.onnx")) {
            TensorBatch tooLarge = new TensorBatch(engine.spec(), 3);
            tooLarge.size(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.run(tooLarge))
                    .withMessageContaining("batch size 3")
                    .withMessageContaining("1 to 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.newBatch(3))
                    .withMessageContaining("1 to 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.run(engine.newBatch(1)))
                    .withMessageContaining("batch size 0");
            TensorBatch foreign = other.newBatch(1);
            foreign.size(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.run(foreign))
                    .withMessageContaining("grey.onnx");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fixed-batch.onnx, frames",
        "open-size.onnx, frames",
        "double.onnx, wide",
        "unknown-operator.onnx, NoSuchOperator"
    })
    void shouldRefuseAGraphThatItCannotRunNamingTheFileAndTheCause(String name, String cause) throws IOException {
        Path graph = graph(name);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> provider().open(graph, EngineOptions.DEFAULT))
                .withMessageContaining(graph.toString())
                .withMessageContaining(cause)
                .satisfies(EngineContract::hasOneLine);
    }

    @Test
    void shouldRefuseAFileThatIsNoGraphNamingIt() throws IOException {
        byte[] whole = Files.readAllBytes(graph("convolution.onnx"));
        Path truncated = Files.write(directory.resolve("truncated.onnx"), Arrays.copyOf(whole, 200));
        Path text = Files.writeString(directory.resolve("text.onnx"), "This is no graph.");
        for (Path graph : List.of(truncated, text, directory.resolve("missing.onnx"))) {
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> provider().open(graph, EngineOptions.DEFAULT))
                    .withMessageContaining(graph.toString())
                    .satisfies(EngineContract::hasOneLine);
        }
    }

    @Test
    void shouldRefuseToRunOnceClosed() throws IOException {
        Engine engine = open("grey.onnx");
        TensorBatch batch = engine.newBatch(1);
        batch.size(1);
        engine.close();
        engine.close();
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> engine.run(batch))
                .withMessageContaining("closed")
                .withMessageContaining("grey.onnx");
    }

    @Test
    void shouldSurviveBeingClosedUnderRuns() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Engine engine = open("convolution.onnx");
                CyclicBarrier running = new CyclicBarrier(3);
                List<Future<?>> runs = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    runs.add(threads.submit(() -> runUntilClosed(engine, running)));
                }
                running.await(60, TimeUnit.SECONDS);
                engine.close();
                for (Future<?> run : runs) {
                    run.get(60, TimeUnit.SECONDS);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static @Nullable Void runUntilClosed(Engine engine, CyclicBarrier running) throws Exception {
        TensorBatch batch = engine.newBatch(16);
        batch.size(16);
        engine.run(batch);
        running.await(60, TimeUnit.SECONDS);
        while (true) {
            try {
                engine.run(batch);
            } catch (InferenceException e) {
                assertThat(e).hasMessageContaining("is closed");
                return null;
            }
        }
    }

    private Engine open(String name) throws IOException {
        return provider().open(graph(name), EngineOptions.DEFAULT);
    }

    /** Copies one of the committed graphs to where an engine can read it. */
    protected final Path graph(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream committed = EngineContract.class.getResourceAsStream(name)) {
            assertThat(committed).as("committed graph %s", name).isNotNull();
            Files.write(file, committed.readAllBytes());
        }
        return file;
    }

    private static List<byte[]> pictures(Engine engine, int count, int seed) {
        Random random = new Random(seed);
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] picture = new byte[engine.spec().input("frames").itemBytes()];
            random.nextBytes(picture);
            pictures.add(picture);
        }
        return pictures;
    }

    private static float[] run(Engine engine, TensorBatch batch, List<byte[]> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            batch.inputSlot("frames", i).put(pictures.get(i));
        }
        batch.size(pictures.size());
        engine.run(batch);
        return floats(batch.output("score"));
    }

    private Offset<Float> relative(float value) {
        return within((float) (tolerance() * Math.abs(value)));
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    private static float[] floats(ByteBuffer bytes) {
        assertThat(bytes.order()).isEqualTo(ByteOrder.nativeOrder());
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static void hasOneLine(Throwable failure) {
        assertThat(failure.getMessage()).doesNotContain("\n");
    }
}
