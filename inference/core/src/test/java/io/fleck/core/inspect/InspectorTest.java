package io.fleck.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.detect.CalibrationException;
import io.fleck.core.engine.EngineOptions;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.image.BitWindow;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.image.Rectangle;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InspectorTest {
    private static final ModelManifest.Calibration CALIBRATION =
            new ModelManifest.Calibration("split", 0.25, 100, List.of(40.0, 60.0, 80.0, 100.0));

    private final GreyEngine engine = new GreyEngine();

    @Test
    void shouldFindAnAnomalyWhereItIs() {
        try (Inspector inspector = open(CALIBRATION)) {
            InspectionOutcome outcome = inspector.inspect(grey(3, 2, 1, 2, 3, 4, 200, 6), inspector.settings());

            assertThat(outcome.score()).isEqualTo(200);
            assertThat(outcome.threshold()).isEqualTo(100);
            assertThat(outcome.anomalous()).isTrue();
            assertThat(outcome.pValue()).isEqualTo(OptionalDouble.of(0.2));
            assertThat(outcome.map()).satisfies(map -> {
                assertThat(map).isNotNull();
                assertThat(map.scores()).containsExactly(1, 2, 3, 4, 200, 6);
            });
            assertThat(outcome.mask()).satisfies(mask -> assertThat(mask.runs()).containsExactly(4, 1, 1));
            assertThat(outcome.regions()).singleElement().satisfies(region -> {
                assertThat(region.bounds()).isEqualTo(new Rectangle(1, 1, 1, 1));
                assertThat(region.peakScore()).isEqualTo(200);
            });
        }
    }

    @Test
    void shouldGiveAMapButNoMaskForAGoodFrame() {
        try (Inspector inspector = open(CALIBRATION)) {
            InspectionOutcome outcome = inspector.inspect(grey(3, 2, 1, 2, 3, 4, 100, 6), inspector.settings());
            assertThat(outcome.score()).isEqualTo(100);
            assertThat(outcome.anomalous()).as("a score at the threshold").isFalse();
            assertThat(outcome.map()).isNotNull();
            assertThat(outcome.mask()).isNull();
            assertThat(outcome.regions()).isEmpty();
        }
    }

    @Test
    void shouldInspectOnlyTheRegionOfInterestAndPlaceTheMaskInTheFrame() {
        int[] pixels = new int[10 * 8];
        pixels[0] = 255; // outside the region
        pixels[5 * 10 + 6] = 180;
        try (Inspector inspector = open(CALIBRATION)) {
            InspectionSettings settings =
                    new InspectionSettings(100, new Rectangle(5, 4, 3, 2), null, DecodeLimits.DEFAULT);
            InspectionOutcome outcome = inspector.inspect(grey(10, 8, pixels), settings);
            assertThat(outcome.score()).isEqualTo(180);
            assertThat(outcome.mask()).satisfies(mask -> assertThat(mask.runs()).containsExactly(56, 1, 23));
            assertThat(outcome.regions())
                    .singleElement()
                    .satisfies(region -> assertThat(region.bounds()).isEqualTo(new Rectangle(6, 5, 1, 1)));
        }
    }

    @Test
    void shouldNameRegionAndFrameWhenTheyDoNotFit() {
        try (Inspector inspector = open(CALIBRATION)) {
            InspectionSettings settings =
                    new InspectionSettings(100, new Rectangle(5, 4, 30, 2), null, DecodeLimits.DEFAULT);
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> inspector.inspect(grey(10, 8, new int[80]), settings))
                    .withMessage("region of interest x=5 y=4 width=30 height=2 does not lie within the frame of 10 x 8"
                            + " pixels")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(DecodeException.Reason.REGION_OUTSIDE));
            assertThat(inspector
                            .inspect(grey(3, 2, new int[6]), inspector.settings())
                            .score())
                    .as("the next frame")
                    .isZero();
        }
    }

    @Test
    void shouldDecodeThroughTheStationsWindowAndLimits() {
        ByteBuffer samples = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        samples.putShort(4, (short) 200).rewind();
        EncodedImage frame = new EncodedImage(PixelFormat.MONO12, 3, 2, 0, samples);
        try (Inspector inspector = open(CALIBRATION)) {
            InspectionSettings window =
                    new InspectionSettings(100, null, new BitWindow(100, 200), DecodeLimits.DEFAULT);
            assertThat(inspector.inspect(frame, window).score()).isEqualTo(255);
            InspectionSettings tight = new InspectionSettings(100, null, null, new DecodeLimits(1000, 5));
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> inspector.inspect(frame, tight))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(DecodeException.Reason.TOO_LARGE));
        }
    }

    @Test
    void shouldRefuseAScoreOrACellThatIsNoNumber() {
        try (Inspector inspector = open(CALIBRATION)) {
            engine.distortion = mean -> mean == 9 ? Float.NaN : mean;
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> inspector.inspect(grey(3, 2, 1, 1, 1, 1, 9, 1), inspector.settings()))
                    .withMessageContaining("grey 3")
                    .withMessageContaining("NaN");
            engine.distortion = mean -> mean == 9 ? Float.NEGATIVE_INFINITY : mean;
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> inspector.inspect(grey(3, 2, 1, 1, 1, 1, 9, 1), inspector.settings()))
                    .withMessage("model grey 3 gave the score -Infinity in row 1, column 1 of its map");
        }
    }

    @Test
    void shouldMeasureEachStageByItself() {
        AtomicLong now = new AtomicLong();
        engine.meanwhile = () -> now.addAndGet(7_000);
        try (Inspector inspector =
                Inspector.open(GreyEngine.model(CALIBRATION), engine, EngineOptions.DEFAULT, () -> now.getAndAdd(1))) {
            StageTimings timings = inspector
                    .inspect(grey(3, 2, new int[6]), inspector.settings())
                    .timings();
            assertThat(timings).isEqualTo(new StageTimings(-1, 2, 1, 7_001, 1));
        }
    }

    @Test
    void shouldRunAsManyFramesAtOnceAsThereAreWorkers() throws Exception {
        CountDownLatch twoInside = new CountDownLatch(2);
        engine.meanwhile = () -> awaitBriefly(twoInside);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try (Inspector inspector = open(CALIBRATION)) {
            List<Future<InspectionOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int level = i;
                outcomes.add(threads.submit(
                        () -> inspector.inspect(grey(3, 2, 0, level, 0, 0, 0, 0), inspector.settings())));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(outcomes.get(i).get(30, TimeUnit.SECONDS).score())
                        .as("score of frame %d", i)
                        .isEqualTo(i);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(engine.mostRunning).as("most runs at once").hasValue(2);
    }

    private static void awaitBriefly(CountDownLatch latch) {
        latch.countDown();
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("two runs at once").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void shouldKeepTheInterruptOfACallerThatWaits() throws InterruptedException {
        try (Inspector inspector = open(CALIBRATION, 1)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch leave = new CountDownLatch(1);
            engine.meanwhile = () -> {
                inside.countDown();
                awaitBriefly(leave);
            };
            Thread busy = new Thread(() -> inspector.inspect(grey(3, 2, new int[6]), inspector.settings()));
            busy.start();
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InferenceException.class)
                    .isThrownBy(() -> inspector.inspect(grey(3, 2, new int[6]), inspector.settings()))
                    .withMessageContaining("interrupted");
            assertThat(Thread.interrupted()).as("interrupt flag").isTrue();
            leave.countDown();
            busy.join(30_000);
        }
    }

    @Test
    void shouldTakeItsThresholdFromTheCalibration() {
        try (Inspector inspector = open(CALIBRATION)) {
            assertThat(inspector.thresholds().calibrated()).isEqualTo(100);
            assertThat(inspector.thresholds().certified(0.5)).isEqualTo(80);
            assertThatExceptionOfType(CalibrationException.class)
                    .isThrownBy(() -> inspector.thresholds().certified(0.01))
                    .withMessageContaining("99");
        }
    }

    @Test
    void shouldNeedAThresholdWhereTheModelHasNone() {
        try (Inspector inspector = open(null)) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(inspector::settings)
                    .withMessage("models/grey: was never calibrated, so a threshold must be given");
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> inspector.thresholds().certified(0.5));
            InspectionOutcome outcome =
                    inspector.inspect(grey(3, 2, 0, 0, 0, 0, 0, 9), InspectionSettings.ofThreshold(8));
            assertThat(outcome.anomalous()).isTrue();
            assertThat(outcome.pValue()).isEmpty();
        }
    }

    @Test
    void shouldOpenTheEngineForSingleFramesAndCloseItOnce() {
        open(CALIBRATION).close();
        assertThat(engine.options)
                .isEqualTo(EngineOptions.DEFAULT.withWorkers(2).withMaxBatch(1));
        assertThat(engine.closed).hasValue(1);
    }

    @Test
    void shouldCloseTheEngineWhenModelAndGraphDoNotAgree() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Inspector.open(
                        GreyEngine.model("wafer-dies", new ModelManifest.Outputs("score", "map"), null),
                        engine,
                        EngineOptions.DEFAULT));
        assertThat(engine.closed).hasValue(1);
    }

    private Inspector open(ModelManifest.@Nullable Calibration calibration) {
        return open(calibration, 2);
    }

    private Inspector open(ModelManifest.@Nullable Calibration calibration, int workers) {
        return Inspector.open(GreyEngine.model(calibration), engine, EngineOptions.DEFAULT.withWorkers(workers));
    }

    private static EncodedImage grey(int width, int height, int... levels) {
        ByteBuffer pixels = ByteBuffer.allocate(levels.length);
        for (int level : levels) {
            pixels.put((byte) level);
        }
        return new EncodedImage(PixelFormat.MONO8, width, height, 0, pixels.flip());
    }
}
