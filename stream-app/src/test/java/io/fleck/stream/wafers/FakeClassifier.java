package io.fleck.stream.wafers;

import io.fleck.core.batch.BatchException;
import io.fleck.core.batch.BatchTimings;
import io.fleck.core.model.PatternSettings;
import io.fleck.core.model.WaferSettings;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Novelty;
import io.fleck.core.wafer.WaferResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model in a plane that takes the bin of a wafer's first die for what it shows: none lies around (0, 0), Center around
 * (10, 0), and two patterns that it does not know around (0, 20) and (20, 20).
 */
final class FakeClassifier implements WaferModel.Classifier {
    static final int NONE = 0;
    static final int CENTER = 1;
    static final int RING = 2;
    static final int SPIRAL = 3;
    private static final double[][] PLACES = {{0, 0}, {10, 0}, {0, 20}, {20, 20}};
    private static final int CALIBRATED = 500;

    final AtomicInteger failuresLeft = new AtomicInteger();
    BatchException.Reason failure = BatchException.Reason.ENGINE;
    private final SplittableRandom random = new SplittableRandom(7);

    /** Its calibration and latent space. */
    static WaferSettings settings() {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < CALIBRATED; i++) {
            scores.add(i / 100.0);
        }
        return new WaferSettings(
                        List.of("none", "Center"),
                        48,
                        1,
                        0.01,
                        List.of(List.of(1.0), List.of(1.0)),
                        Map.of("none", scores, "Center", scores))
                .withPatterns(new PatternSettings(
                        List.of(0.0, 0.0),
                        List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                        2.45,
                        Map.of("none", List.of(0.0, 0.0), "Center", List.of(10.0, 0.0)),
                        Map.of("none", around(PLACES[NONE], random), "Center", around(PLACES[CENTER], random)),
                        List.of(List.of(0.0, -4.0))));
    }

    private static List<List<Double>> around(double[] place, SplittableRandom random) {
        List<List<Double>> places = new ArrayList<>();
        for (int i = 0; i < PatternSettings.MOST_KNOWN; i++) {
            places.add(List.of(place[0] + random.nextGaussian(), place[1] + random.nextGaussian()));
        }
        return places;
    }

    @Override
    public CompletableFuture<ClassifiedWafer> submit(DefectMap map) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(new BatchException(failure, "as the test wants it", null));
        }
        return CompletableFuture.completedFuture(classify(map));
    }

    private ClassifiedWafer classify(DefectMap map) {
        int shows = map.bins().orElseThrow().bins()[0];
        boolean novel = shows == RING || shows == SPIRAL;
        float[] latent = {
            (float) (PLACES[shows][0] + random.nextGaussian() / 2),
            (float) (PLACES[shows][1] + random.nextGaussian() / 2)
        };
        WaferResult result = new WaferResult(
                shows == CENTER ? "Center" : "none",
                0.75,
                new Novelty(novel ? 9 : 1, novel ? 0.001 : 0.5, true),
                novel,
                latent);
        return new ClassifiedWafer(result, new BatchTimings(1_000_000, 2_000_000, 3_000_000, 4_000_000, 1));
    }
}
