package io.fleck.fitting.fit;

import io.fleck.core.detect.ConformalCalibrator;
import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a detector and scores good pictures that the scoring detector has not seen. */
final class HeldOut {
    private final Trainer trainer;
    private final Features features;
    private final Workers workers;
    private final Runnable progress;
    private final double[] scores;

    /**
     * Prepares.
     *
     * @param progress called after every fit
     */
    HeldOut(Trainer trainer, Features features, Workers workers, Runnable progress) {
        this.trainer = trainer;
        this.features = features;
        this.workers = workers;
        this.progress = progress;
        this.scores = new double[features.size()];
    }

    /** Fits that a method makes. */
    static int fits(CalibrationMethod method) {
        return method == CalibrationMethod.SPLIT ? 1 : CalibrationMethod.PARTS + 1;
    }

    /**
     * Fits and calibrates.
     *
     * @param rate false-alarm rate that the calibration has to certify
     * @param seed of the shuffle that decides which pictures are held out together
     */
    Calibrated run(CalibrationMethod method, double rate, long seed) throws InterruptedException {
        int[] shuffled = shuffled(features.size(), seed);
        return method == CalibrationMethod.SPLIT ? split(shuffled, rate) : folds(shuffled);
    }

    private static int[] shuffled(int size, long seed) {
        List<Integer> indices = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(indices, new Random(seed));
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    private Calibrated split(int[] shuffled, double rate) throws InterruptedException {
        int fifth = (shuffled.length + CalibrationMethod.PARTS - 1) / CalibrationMethod.PARTS;
        int held = Math.max(fifth, ConformalCalibrator.requiredImages(rate));
        int[] heldOut = sorted(Arrays.copyOfRange(shuffled, 0, held));
        int[] fitted = sorted(Arrays.copyOfRange(shuffled, held, shuffled.length));
        FittedDetector detector = fit(fitted);
        score(detector, heldOut);
        return new Calibrated(detector, calibrator(heldOut), fitted.length);
    }

    private Calibrated folds(int[] shuffled) throws InterruptedException {
        for (int fold = 0; fold < CalibrationMethod.PARTS; fold++) {
            int[] heldOut = part(shuffled, fold, true);
            score(fit(part(shuffled, fold, false)), heldOut);
        }
        int[] all = IntStream.range(0, shuffled.length).toArray();
        return new Calibrated(fit(all), calibrator(all), all.length);
    }

    private static int[] part(int[] shuffled, int fold, boolean inside) {
        return IntStream.range(0, shuffled.length)
                .filter(i -> (i % CalibrationMethod.PARTS == fold) == inside)
                .map(i -> shuffled[i])
                .sorted()
                .toArray();
    }

    private static int[] sorted(int[] indices) {
        Arrays.sort(indices);
        return indices;
    }

    private FittedDetector fit(int[] images) throws InterruptedException {
        FittedDetector detector = trainer.fit(images);
        progress.run();
        return detector;
    }

    private void score(FittedDetector detector, int[] images) throws InterruptedException {
        workers.forEach(
                images.length,
                i -> scores[images[i]] = detector.score(features.images().get(images[i])));
    }

    private ConformalCalibrator calibrator(int[] images) {
        return ConformalCalibrator.of(
                Arrays.stream(images).mapToObj(image -> scores[image]).toList());
    }
}
