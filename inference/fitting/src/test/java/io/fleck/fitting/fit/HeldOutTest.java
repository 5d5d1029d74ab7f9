package io.fleck.fitting.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.onnx.OnnxGraph;
import io.fleck.fitting.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {
    private final Workers workers = new Workers(2);
    private final List<Set<Integer>> fits = new ArrayList<>();
    private final AtomicInteger steps = new AtomicInteger();

    @AfterEach
    void close() {
        workers.close();
    }

    /** Picture i has the one feature i. */
    private static Features numbered(int pictures) {
        return new Features(
                1,
                new Grid(1, 1),
                IntStream.range(0, pictures).mapToObj(i -> new float[] {i}).toList());
    }

    /** Scores a picture with its number, and refuses one that it was fitted on. */
    private record Remembering(Set<Integer> fitted) implements FittedDetector {
        @Override
        public ScoreMap map(float[] features) {
            assertThat(fitted).as("pictures that this detector was fitted on").doesNotContain((int) features[0]);
            return new ScoreMap(1, 1, features);
        }

        @Override
        public Grid grid() {
            return new Grid(1, 1);
        }

        @Override
        public String appendSites(OnnxGraph graph) {
            throw new AssertionError("not asked for here");
        }
    }

    private final class RememberingRecipe implements Recipe {
        @Override
        public String detector() {
            return "remembering";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Trainer prepare(Features features, List<int[]> parts, Workers ours) {
            parts.forEach(part -> assertThat(part).as("indices of a part").isSorted());
            return chosen -> {
                List<Integer> fitted = chosen.stream()
                        .flatMap(part -> IntStream.of(parts.get(part)).boxed())
                        .toList();
                assertThat(fitted).as("pictures fitted on").doesNotHaveDuplicates();
                fits.add(Set.copyOf(fitted));
                return new Remembering(Set.copyOf(fitted));
            };
        }
    }

    private Calibrated run(CalibrationMethod method, int pictures, double rate, long seed) throws InterruptedException {
        return new HeldOut(new RememberingRecipe(), numbered(pictures), workers, steps::incrementAndGet)
                .run(method, rate, seed);
    }

    @ParameterizedTest(name = "{0} pictures")
    @CsvSource({"20", "99", "103"})
    void shouldScoreEveryPictureOnceWithADetectorThatHasNotSeenIt(int pictures) throws InterruptedException {
        Calibrated calibrated = run(CalibrationMethod.FOLDS, pictures, 0.1, 4);

        assertThat(calibrated.calibrator().scores())
                .containsExactlyElementsOf(
                        IntStream.range(0, pictures).mapToObj(i -> (double) i).toList());
        assertThat(fits).hasSize(6);
        assertThat(fits.get(5)).as("the detector that is kept saw all").hasSize(pictures);
        assertThat(calibrated.fittedImages()).isEqualTo(pictures);
        for (Set<Integer> fold : fits.subList(0, 5)) {
            assertThat(fold.size())
                    .as("pictures of a fold's fit")
                    .isBetween(pictures * 4 / 5 - 1, pictures * 4 / 5 + 1);
        }
        assertThat(steps).hasValue(HeldOut.fits(CalibrationMethod.FOLDS));
    }

    @ParameterizedTest(name = "{0} pictures at rate {1}: {2} held out")
    @CsvSource({"761, 0.01, 153", "120, 0.01, 99", "100, 0.1, 20", "29, 0.1, 9"})
    void shouldKeepAFifthApartOrAsManyAsTheRateNeeds(int pictures, double rate, int heldOut)
            throws InterruptedException {
        Calibrated calibrated = run(CalibrationMethod.SPLIT, pictures, rate, 1);

        assertThat(calibrated.calibrator().images()).isEqualTo(heldOut);
        assertThat(calibrated.fittedImages()).isEqualTo(pictures - heldOut);
        assertThat(fits).singleElement().satisfies(fitted -> assertThat(fitted).hasSize(pictures - heldOut));
        assertThat(steps).hasValue(1);
    }

    @Test
    void shouldChooseByTheSeedAlone() throws InterruptedException {
        Calibrated first = run(CalibrationMethod.SPLIT, 50, 0.1, 7);

        assertThat(run(CalibrationMethod.SPLIT, 50, 0.1, 7).calibrator().scores())
                .isEqualTo(first.calibrator().scores());
        assertThat(run(CalibrationMethod.SPLIT, 50, 0.1, 8).calibrator().scores())
                .isNotEqualTo(first.calibrator().scores());
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({"SPLIT, 0.01, 109", "FOLDS, 0.01, 99", "SPLIT, 0.1, 19", "FOLDS, 0.1, 20", "FOLDS, 0.05, 20"})
    void shouldKnowHowManyPicturesItNeeds(CalibrationMethod method, double rate, int needed)
            throws InterruptedException {
        assertThat(method.requiredImages(rate)).isEqualTo(needed);

        ConformalCalibrator calibrator = run(method, needed, rate, 1).calibrator();
        assertThat(calibrator.threshold(rate)).as("certified").isGreaterThanOrEqualTo(0);
        assertThat(calibrator.rateBound(rate, 0.5)).isCloseTo(rate, within(rate));
    }
}
