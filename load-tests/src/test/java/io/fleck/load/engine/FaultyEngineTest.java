package io.fleck.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.Engines;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.TensorBatch;
import io.fleck.load.drive.BlockModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultyEngineTest {
    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    private FaultyEngine engine(EngineFaults faults) {
        Path graph = BlockModel.write(folder.resolve("model")).graph();
        return new FaultyEngine(Engines.select("onnxruntime").open(graph, EngineOptions.DEFAULT), faults);
    }

    /** A batch of grey frames. */
    private static TensorBatch batch(Engine engine, int items, int brightness) {
        TensorBatch batch = engine.newBatch(items);
        batch.size(items);
        for (int item = 0; item < items; item++) {
            var slot = batch.inputSlot("frames", item);
            while (slot.hasRemaining()) {
                slot.put((byte) brightness);
            }
        }
        return batch;
    }

    @Test
    void shouldGiveTheRealEnginesAnswers() {
        try (Engine engine = engine(EngineFaults.NONE)) {
            TensorBatch batch = batch(engine, 3, 120);
            engine.run(batch);
            for (int item = 0; item < 3; item++) {
                assertThat(batch.outputSlot("score", item).getFloat())
                        .as("score of item %s", item)
                        .isEqualTo(120f);
            }
        }
    }

    @Test
    void shouldFailExactlyTheRunsThatWereDrawn() {
        EngineFaults faults = EngineFaults.NONE.failing(0.5, 3);
        try (Engine engine = engine(faults)) {
            TensorBatch batch = batch(engine, 1, 50);
            for (long run = 0; run < 50; run++) {
                boolean failed = false;
                try {
                    engine.run(batch);
                } catch (InferenceException e) {
                    failed = true;
                    assertThat(e).hasMessage("run " + run + " fails on purpose");
                }
                assertThat(failed).as("run %s fails", run).isEqualTo(faults.fails(run));
            }
        }
    }

    @Test
    void shouldHangInTheRunsThatItIsToldUntilItIsClosed() throws Exception {
        FaultyEngine engine = engine(EngineFaults.NONE.hangingAt(1L));
        engine.run(batch(engine, 1, 50));
        CompletableFuture<Throwable> hung = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                engine.run(batch(engine, 1, 50));
            } catch (InferenceException e) {
                hung.complete(e);
            }
        });
        worker.start();
        awaitParked(worker);
        worker.interrupt();
        engine.run(batch(engine, 1, 50));
        awaitParked(worker);
        assertThat(hung).as("the hanging run, interrupted").isNotDone();
        engine.close();
        assertThat(hung.get(SECONDS, TimeUnit.SECONDS)).hasMessageContaining("run 1 hung");
        worker.join(TimeUnit.SECONDS.toMillis(SECONDS));
        assertThat(worker.isAlive()).isFalse();
    }

    private static void awaitParked(Thread worker) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (worker.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime()).as("parks in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldTakeLongerTheMoreItemsThereAre() {
        Duration delay = Duration.ofMillis(30);
        try (Engine engine = engine(EngineFaults.NONE.delayedBy(delay))) {
            TensorBatch batch = batch(engine, 4, 50);
            long start = System.nanoTime();
            engine.run(batch);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("at least the delay of four items")
                    .isGreaterThanOrEqualTo(delay.multipliedBy(4));
        }
    }

    @Test
    void shouldRefuseToRunOnceClosed() {
        Engine engine = engine(EngineFaults.NONE);
        TensorBatch batch = batch(engine, 1, 50);
        engine.close();
        assertThatThrownBy(() -> engine.run(batch)).isInstanceOf(InferenceException.class);
    }

    @Test
    void shouldBeFoundByItsNameAndNeverChosenByItself() {
        assertThat(Engines.select("faulty")).isInstanceOf(FaultyEngineProvider.class);
        assertThat(Engines.select("auto").name()).isEqualTo("onnxruntime");
        assertThat(new FaultyEngineProvider().automatic()).isFalse();
        assertThat(new FaultyEngineProvider().unavailable()).isEmpty();
    }

    @Test
    void shouldOpenTheRealEngineWithoutFaultsWhereNoPropertyAsksForAny() {
        Path graph = BlockModel.write(folder.resolve("model")).graph();
        try (Engine engine = new FaultyEngineProvider().open(graph, EngineOptions.DEFAULT)) {
            assertThat(engine.spec().inputs()).hasSize(1);
            assertThat(Collections.nCopies(20, batch(engine, 1, 50))).allSatisfy(engine::run);
        }
    }
}
