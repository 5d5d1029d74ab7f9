package io.fleck.core.wafer.pattern;

import io.fleck.core.model.PatternSettings;
import io.fleck.core.model.WaferSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A model of two classes in a plane: A around (0, 0), B around (10, 0), latent values ten times as large. */
final class Spaces {
    static final String DIGEST = "d".repeat(64);

    /** 95 % of a round Gaussian in the plane. */
    static final double RADIUS = 2.45;

    private static final int CALIBRATED = 1000;

    private Spaces() {}

    static WaferSettings settings() {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < CALIBRATED / 2; i++) {
            scores.add((double) i);
        }
        return new WaferSettings(
                        List.of("A", "B"),
                        48,
                        1,
                        0.05,
                        List.of(List.of(1.0), List.of(1.0)),
                        Map.of("A", scores, "B", scores))
                .withPatterns(patterns(random));
    }

    static PatternSettings patterns(SplittableRandom random) {
        return new PatternSettings(
                List.of(100.0, 50.0),
                List.of(List.of(0.1, 0.0), List.of(0.0, 0.1)),
                RADIUS,
                Map.of("A", List.of(0.0, 0.0), "B", List.of(10.0, 0.0)),
                Map.of("A", around(0, 0, 200, random), "B", around(10, 0, 200, random)),
                // Known wafers that the gate rejects lie below A, twenty of them close together.
                around(0, -4, 20, random));
    }

    static List<List<Double>> around(double x, double y, int count, SplittableRandom random) {
        List<List<Double>> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(List.of(x + random.nextGaussian(), y + random.nextGaussian()));
        }
        return places;
    }

    static LatentSpace space() {
        return LatentSpace.of(settings()).orElseThrow();
    }

    /** Latent values of a wafer that lies there. */
    static float[] latent(double x, double y) {
        return new float[] {(float) (100 + 10 * x), (float) (50 + 10 * y)};
    }

    static float[] near(double x, double y, SplittableRandom random) {
        return latent(x + random.nextGaussian(), y + random.nextGaussian());
    }

    static List<Float> mean(double x, double y) {
        float[] latent = latent(x, y);
        return List.of(latent[0], latent[1]);
    }
}
