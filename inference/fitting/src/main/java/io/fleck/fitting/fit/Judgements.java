package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What detectors said of good pictures that they had not seen, and the calibration from it. */
final class Judgements {
    private final Features features;
    private final Workers workers;
    /** By picture and member the map; of a detector alone one value, its score. */
    private final float[][][] said;

    Judgements(Features features, Workers workers) {
        this.features = features;
        this.workers = workers;
        this.said = new float[features.size()][][];
    }

    /** Asks a detector about pictures that it has not seen. */
    void add(FittedDetector detector, int[] images) throws InterruptedException {
        workers.forEach(
                images.length,
                i -> said[images[i]] = judge(detector, features.images().get(images[i])));
    }

    private static float[][] judge(FittedDetector detector, float[] picture) {
        return detector instanceof Ensemble ensemble
                ? ensemble.memberMaps(picture)
                : new float[][] {{(float) detector.score(picture)}};
    }

    /**
     * Calibrates. An ensemble takes its ranks from the first half of the pictures and its calibration from the second, so
     * that no picture that calibrates had a part in what it is scored by.
     *
     * @param images that were added, in an order of chance
     */
    Calibrated calibrate(FittedDetector detector, int[] images, int fittedImages) {
        if (!(detector instanceof Ensemble ensemble)) {
            return new Calibrated(detector, calibrator(images, said -> said[0][0]), fittedImages);
        }
        int half = images.length / 2;
        Ensemble ranked = ensemble.ranked(ranks(Arrays.copyOf(images, half)));
        int[] rest = Arrays.copyOfRange(images, half, images.length);
        return new Calibrated(ranked, calibrator(rest, said -> highest(ranked.combine(said))), fittedImages);
    }

    private List<Ranks> ranks(int[] images) {
        List<Ranks> ranks = new ArrayList<>();
        for (int member = 0; member < said[images[0]].length; member++) {
            int sites = said[images[0]][member].length;
            float[] scores = new float[images.length * sites];
            for (int i = 0; i < images.length; i++) {
                System.arraycopy(said[images[i]][member], 0, scores, i * sites, sites);
            }
            ranks.add(Ranks.of(scores));
        }
        return ranks;
    }

    private ConformalCalibrator calibrator(int[] images, ToScore score) {
        return ConformalCalibrator.of(Arrays.stream(images)
                .mapToObj(image -> (double) score.of(said[image]))
                .toList());
    }

    private static float highest(float[] sites) {
        float highest = sites[0];
        for (float site : sites) {
            highest = Math.max(highest, site);
        }
        return highest;
    }

    @FunctionalInterface
    private interface ToScore {
        float of(float[][] said);
    }
}
