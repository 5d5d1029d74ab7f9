package io.fleck.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxRuntimeEngineTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final EngineOptions LARGE =
            EngineOptions.DEFAULT.withMaxBatch(2048).withWarmUpRuns(0);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldSetDjlUpWithoutNetworkAndWithoutASecondEngine() {
        assertThat(DjlSetup.engine().getAlternativeEngine())
                .as("engine beside ONNX Runtime")
                .isNull();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void shouldNameGraphShapesAndReasonWhenARunFailsAndGoOnAfterwards() throws IOException {
        Path graph = write("mixed.onnx");
        try (Engine engine = new OnnxRuntimeProvider().open(graph, EngineOptions.DEFAULT)) {
            TensorBatch batch = engine.newBatch(1);
            batch.size(1);
            batch.inputSlot("table", 0).putFloat(4, 2.5f);
            batch.inputSlot("index", 0).putInt(0, 99);

            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> engine.run(batch))
                    .withMessageStartingWith("onnxruntime with " + graph + " failed on")
                    .withMessageContaining("table FLOAT32[1, 4], index INT32[1, 3]")
                    .withMessageContaining("Out of range");

            batch.inputSlot("index", 0).putInt(0, 1);
            engine.run(batch);
            assertThat(batch.outputSlot("picked", 0).getFloat())
                    .as("run after the failure")
                    .isEqualTo(2.5f);
        }
    }

    @Test
    void shouldFailToOpenWhenTheWarmUpFails() throws IOException {
        Path graph = Files.write(directory.resolve("gather.onnx"), ContractGraphs.failingOnZeros());
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> new OnnxRuntimeProvider().open(graph, EngineOptions.DEFAULT))
                .withMessageContaining(graph.toString());
        new OnnxRuntimeProvider()
                .open(graph, EngineOptions.DEFAULT.withWarmUpRuns(0))
                .close();
    }

    @Test
    void shouldFreeNativeMemoryOnClose() throws IOException {
        assumeTrue(Files.isReadable(STATUS), "needs Linux's /proc to see this process's memory");
        Path graph = write("convolution.onnx");
        TensorBatch batch = largeBatch(graph);
        openRunClose(graph, batch);
        long before = residentKilobytes();
        for (int i = 0; i < 30; i++) {
            openRunClose(graph, batch);
        }
        // An engine that stays open holds 15 MB for this batch; 30 of them would be 450 MB.
        assertThat(residentKilobytes() - before).as("growth in kB").isLessThan(150_000);
    }

    @Test
    void shouldFreeWhatARunTook() throws IOException {
        assumeTrue(Files.isReadable(STATUS), "needs Linux's /proc to see this process's memory");
        Path graph = write("convolution.onnx");
        TensorBatch batch = largeBatch(graph);
        try (Engine engine = new OnnxRuntimeProvider().open(graph, LARGE)) {
            engine.run(batch);
            long before = residentKilobytes();
            for (int i = 0; i < 100; i++) {
                engine.run(batch);
            }
            // The outputs of a run are 4 MB; those of 100 runs would be 400 MB.
            assertThat(residentKilobytes() - before).as("growth in kB").isLessThan(150_000);
        }
    }

    private static TensorBatch largeBatch(Path graph) {
        try (Engine engine = new OnnxRuntimeProvider().open(graph, LARGE)) {
            TensorBatch batch = engine.newBatch(LARGE.maxBatch());
            batch.size(LARGE.maxBatch());
            return batch;
        }
    }

    private static void openRunClose(Path graph, TensorBatch batch) {
        try (Engine engine = new OnnxRuntimeProvider().open(graph, LARGE)) {
            engine.run(batch);
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name) throws IOException {
        byte[] graph = ContractGraphs.all().get(name);
        assertThat(graph).as(name).isNotNull();
        return Files.write(directory.resolve(name), graph);
    }
}
