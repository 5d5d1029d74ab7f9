package io.fleck.load.wafers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.batch.BatchObserver;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.EngineProvider;
import io.fleck.core.engine.Engines;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelPackage;
import io.fleck.core.wafer.BatchClassifier;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.core.wafer.WaferClassifier;
import io.fleck.core.wafer.WaferResult;
import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.load.drive.BlockModel;
import io.fleck.load.wafers.MadeWafers.Shows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The model of the tests in the real engine, one wafer after the other and batched. */
@Timeout(120)
final class ZoneModelTest {
    private static final BatchPolicy POLICY =
            new BatchPolicy(8, Duration.ofMillis(20), 64, 1, 2, 3, Duration.ofMinutes(1));

    private static final List<Shows> IN_TURN = List.of(Shows.NONE, Shows.CENTER, Shows.RING);

    @TempDir
    private Path folder;

    private final EngineProvider engine = Engines.select("onnxruntime");

    @SuppressWarnings("NullAway.Init") // written before each test
    private ModelPackage model;

    @BeforeEach
    void write() {
        model = ZoneModel.write(folder.resolve("model"), engine);
    }

    private static List<DieGrid> wafers() {
        MadeWafers made = new MadeWafers(5);
        List<DieGrid> wafers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            wafers.add(made.next(IN_TURN.get(i % IN_TURN.size())));
        }
        return wafers;
    }

    private BatchClassifier<DieGrid> batched() {
        return BatchClassifier.ofDies(model, engine, EngineOptions.DEFAULT, POLICY, new Callers(), BatchObserver.NONE);
    }

    @Test
    void shouldKnowItsClassesAndRejectARing() {
        try (WaferClassifier<DieGrid> classifier = WaferClassifier.ofDies(model, engine)) {
            List<WaferResult> results = classifier.classify(wafers());
            for (int i = 0; i < results.size(); i += 3) {
                assertThat(results.get(i).signature()).isEqualTo("none");
                assertThat(results.get(i + 1).signature()).isEqualTo("Center");
                assertThat(results.get(i + 2).novel())
                        .as("ring %d is novel", i + 2)
                        .isTrue();
            }
            assertThat(LatentSpace.of(classifier.settings())).isPresent();
        }
    }

    /** Wafers of a batch differ in their number of sites: each result is that of its own wafer. */
    @Test
    void shouldSayOfABatchWhatItSaysOfEachWafer() throws Exception {
        List<DieGrid> wafers = wafers();
        List<WaferResult> expected;
        try (WaferClassifier<DieGrid> classifier = WaferClassifier.ofDies(model, engine)) {
            expected = classifier.classify(wafers);
        }
        try (BatchClassifier<DieGrid> classifier = batched()) {
            List<CompletableFuture<ClassifiedWafer>> futures = new ArrayList<>();
            for (DieGrid wafer : wafers) {
                futures.add(classifier.submit(BatchRequest.of("lot", wafer)));
            }
            int largest = 0;
            for (int i = 0; i < futures.size(); i++) {
                ClassifiedWafer classified = futures.get(i).get(60, TimeUnit.SECONDS);
                assertThat(classified.result().signature())
                        .isEqualTo(expected.get(i).signature());
                assertThat(classified.result().novel())
                        .isEqualTo(expected.get(i).novel());
                assertThat(classified.result().latent())
                        .as("latent values of wafer %d", i)
                        .containsExactly(expected.get(i).latent(), within(1e-6f));
                largest = Math.max(largest, classified.timings().batchSize());
            }
            assertThat(largest).as("the largest batch").isGreaterThan(1);
            assertThat(classifier.manifest().name()).isEqualTo("zones");
        }
    }

    @Test
    void shouldRefuseAModelOfFrames() {
        ModelPackage frames = BlockModel.write(folder.resolve("frames"));
        assertThatThrownBy(() -> BatchClassifier.ofDies(
                        frames, engine, EngineOptions.DEFAULT, POLICY, new Callers(), BatchObserver.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("kind 'frames' cannot classify die grids");
    }
}
