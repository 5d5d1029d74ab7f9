package io.fleck.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.batch.BatchObserver;
import io.fleck.core.batch.BatchPolicy;
import io.fleck.core.batch.BatchRequest;
import io.fleck.core.batch.Callers;
import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BatchInspectorTest {
    private static final ModelManifest.Calibration CALIBRATION =
            new ModelManifest.Calibration("split", 0.25, 100, List.of(40.0, 60.0, 80.0, 100.0));
    private static final BatchPolicy POLICY =
            new BatchPolicy(4, Duration.ofMillis(1), 64, 2, 2, 3, Duration.ofSeconds(30));

    private final GreyEngine engine = new GreyEngine();

    private BatchInspector open(ModelManifest.@Nullable Calibration calibration) {
        return BatchInspector.open(
                GreyEngine.model(calibration),
                engine,
                EngineOptions.DEFAULT.withThreads(3),
                POLICY,
                new Callers(),
                BatchObserver.NONE);
    }

    private static EncodedImage grey(int brightest) {
        return new EncodedImage(
                PixelFormat.MONO8, 3, 2, 0, ByteBuffer.wrap(new byte[] {1, 2, 3, 4, (byte) brightest, 6}));
    }

    private static CompletableFuture<InspectionOutcome> submit(BatchInspector inspector, EncodedImage frame)
            throws InterruptedException {
        InspectionSettings settings =
                InspectionSettings.ofThreshold(inspector.thresholds().calibrated());
        return inspector.submit(BatchRequest.of("camera", new FrameRequest(frame, settings)));
    }

    @Test
    void shouldAnswerEveryFrameWithItsOwnOutcome() throws Exception {
        try (BatchInspector inspector = open(CALIBRATION)) {
            List<CompletableFuture<InspectionOutcome>> answers = new ArrayList<>();
            for (int i = 10; i < 200; i++) {
                answers.add(submit(inspector, grey(i)));
            }
            for (int i = 10; i < 200; i++) {
                InspectionOutcome outcome = answers.get(i - 10).get(30, TimeUnit.SECONDS);
                assertThat(outcome.score()).isEqualTo(i);
                assertThat(outcome.anomalous()).isEqualTo(i > 100);
            }
        }
    }

    @Test
    void shouldRefuseAFrameThatCannotBeDecodedAndNoOther() throws Exception {
        try (BatchInspector inspector = open(CALIBRATION)) {
            CompletableFuture<InspectionOutcome> bad =
                    submit(inspector, new EncodedImage(PixelFormat.MONO8, 3, 2, 0, ByteBuffer.wrap(new byte[] {1, 2})));
            CompletableFuture<InspectionOutcome> good = submit(inspector, grey(50));
            assertThat(good.get(30, TimeUnit.SECONDS).score()).isEqualTo(50);
            assertThat(bad)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(DecodeException.class);
        }
    }

    @Test
    void shouldGiveTheEngineThePolicysWorkersAndBatchAndCloseIt() {
        open(CALIBRATION).close();
        assertThat(engine.options).isNotNull();
        assertThat(engine.options).isEqualTo(new EngineOptions(3, 2, 4, 1));
        assertThat(engine.closed).hasValue(1);
    }

    @Test
    void shouldGiveThresholdsThatTheCalibrationCertifies() {
        try (BatchInspector inspector = open(CALIBRATION)) {
            assertThat(inspector.thresholds().calibrated()).isEqualTo(100);
            assertThat(inspector.thresholds().certified(0.5)).isEqualTo(80);
            assertThatExceptionOfType(CalibrationException.class)
                    .isThrownBy(() -> inspector.thresholds().certified(0.01));
        }
        try (BatchInspector inspector = open(null)) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> inspector.thresholds().calibrated())
                    .withMessageContaining("was never calibrated");
        }
    }
}
