package io.fleck.fitting.fit;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.parallel.Workers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a detector and scores good pictures that the scoring detector has not seen. */
final class HeldOut {
    private final Recipe recipe;
    private final Features features;
    private final Workers workers;
    private final Runnable progress;
    private final Judgements judgements;

    /**
     * Prepares.
     *
     * @param progress called after every fit
     */
    HeldOut(Recipe recipe, Features features, Workers workers, Runnable progress) {
        this.recipe = recipe;
        this.features = features;
        this.workers = workers;
        this.progress = progress;
        this.judgements = new Judgements(features, workers);
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
        int held = Math.max(fifth, CalibrationMethod.requiredHeldOut(rate, recipe.ranks()));
        int[] heldOut = Arrays.copyOf(shuffled, held);
        int[] fitted = Arrays.stream(shuffled).skip(held).sorted().toArray();
        FittedDetector detector = fit(recipe.prepare(features, List.of(fitted), workers), Set.of(0));
        judgements.add(detector, heldOut);
        return judgements.calibrate(detector, heldOut, fitted.length);
    }

    private Calibrated folds(int[] shuffled) throws InterruptedException {
        List<int[]> folds = IntStream.range(0, CalibrationMethod.PARTS)
                .mapToObj(fold -> fold(shuffled, fold))
                .toList();
        Trainer trainer = recipe.prepare(features, folds, workers);
        for (int fold = 0; fold < folds.size(); fold++) {
            judgements.add(fit(trainer, allBut(fold)), folds.get(fold));
        }
        return judgements.calibrate(fit(trainer, allBut(-1)), shuffled, shuffled.length);
    }

    private static int[] fold(int[] shuffled, int fold) {
        return IntStream.range(0, shuffled.length)
                .filter(i -> i % CalibrationMethod.PARTS == fold)
                .map(i -> shuffled[i])
                .sorted()
                .toArray();
    }

    private static Set<Integer> allBut(int left) {
        return IntStream.range(0, CalibrationMethod.PARTS)
                .filter(fold -> fold != left)
                .boxed()
                .collect(Collectors.toSet());
    }

    private FittedDetector fit(Trainer trainer, Set<Integer> parts) throws InterruptedException {
        FittedDetector detector = trainer.fit(parts);
        progress.run();
        return detector;
    }
}
