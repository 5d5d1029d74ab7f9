package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GuardedEngineTest {
    private static final ModelSpec SPEC = new ModelSpec(
            List.of(new TensorSpec("frames", TensorType.UINT8, List.of(4, 5, 3))),
            List.of(new TensorSpec("score", TensorType.FLOAT32, List.of())));
    private static final Path GRAPH = Path.of("models/tiles/graph.onnx");
    private static final EngineOptions COLD = EngineOptions.DEFAULT.withWarmUpRuns(0);

    @Test
    void shouldWarmUpWithTheLargestBatch() {
        Recorded raw = new Recorded(batch -> {});
        GuardedEngine.open(raw, "cpu", GRAPH, new EngineOptions(1, 1, 6, 3)).close();
        assertThat(raw.sizes).containsExactly(6, 6, 6);
    }

    @Test
    void shouldNotWarmUpWhereNoneIsAskedFor() {
        Recorded raw = new Recorded(batch -> {});
        GuardedEngine.open(raw, "cpu", GRAPH, COLD).close();
        assertThat(raw.sizes).isEmpty();
    }

    @Test
    void shouldCloseAnEngineThatCannotWarmUp() {
        Recorded raw = new Recorded(batch -> {
            throw new IllegalStateException("out of memory");
        });
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> GuardedEngine.open(raw, "cpu", GRAPH, EngineOptions.DEFAULT))
                .withMessageContaining("out of memory");
        assertThat(raw.closed).isEqualTo(1);
    }

    @Test
    void shouldNameEngineGraphShapesAndTheInnermostReason() {
        Exception innermost = new IllegalStateException("Non-zero status\n  code");
        Recorded raw = new Recorded(batch -> {
            throw new IllegalArgumentException("wrapped", new IllegalStateException("twice", innermost));
        });
        Engine engine = GuardedEngine.open(raw, "cpu", GRAPH, COLD);
        TensorBatch batch = engine.newBatch(4);
        batch.size(2);
        assertThatExceptionOfType(InferenceException.class)
                .isThrownBy(() -> engine.run(batch))
                .withMessage("cpu with models/tiles/graph.onnx failed on frames UINT8[2, 4, 5, 3]: "
                        + "Non-zero status code")
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldGoOnAfterAFailure() {
        List<Integer> calls = new ArrayList<>();
        Recorded raw = new Recorded(batch -> {
            calls.add(batch.size());
            if (calls.size() == 1) {
                throw new IllegalStateException("once");
            }
        });
        Engine engine = GuardedEngine.open(raw, "cpu", GRAPH, COLD);
        TensorBatch batch = engine.newBatch(1);
        batch.size(1);
        assertThatExceptionOfType(InferenceException.class).isThrownBy(() -> engine.run(batch));
        engine.run(batch);
        assertThat(calls).hasSize(2);
    }

    @Test
    void shouldFreeOnlyWhenTheLastRunIsBack() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Recorded raw = new Recorded(batch -> {
            inside.countDown();
            await(leave);
        });
        Engine engine = GuardedEngine.open(raw, "cpu", GRAPH, COLD);
        TensorBatch batch = engine.newBatch(1);
        batch.size(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> run = thread.submit(() -> engine.run(batch));
            await(inside);
            engine.close();
            assertThat(raw.closed).as("closed under a run").isZero();
            leave.countDown();
            run.get(10, TimeUnit.SECONDS);
            assertThat(raw.closed).as("closed after the run").isEqualTo(1);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void shouldLetAnErrorOfTheJvmThroughAndStillFree() {
        Recorded raw = new Recorded(batch -> {
            throw new StackOverflowError("deep");
        });
        Engine engine = GuardedEngine.open(raw, "cpu", GRAPH, COLD);
        TensorBatch batch = engine.newBatch(1);
        batch.size(1);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> engine.run(batch));
        engine.close();
        assertThat(raw.closed).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static final class Recorded implements Engine {
        private final Consumer<TensorBatch> behaviour;
        private final List<Integer> sizes = new ArrayList<>();
        private int closed;

        Recorded(Consumer<TensorBatch> behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public ModelSpec spec() {
            return SPEC;
        }

        @Override
        public void run(TensorBatch batch) {
            sizes.add(batch.size());
            behaviour.accept(batch);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
