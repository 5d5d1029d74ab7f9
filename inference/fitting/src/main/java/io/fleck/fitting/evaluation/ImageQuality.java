package io.fleck.fitting.evaluation;

import io.fleck.core.metrics.Auroc;
import io.fleck.core.metrics.AveragePrecision;
import io.fleck.core.metrics.RocCurve;
import io.fleck.core.metrics.SortedScores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How well whole images are told apart.
 *
 * @param good number of good images
 * @param defective number of defective images
 * @param detected number of defective images above the threshold
 * @param auroc image AUROC; empty without both kinds
 * @param averagePrecision image AP, defective being what is looked for; empty without both kinds
 * @param roc the ROC curve, without points where there is no AUROC
 * @param defects the same defect by defect, in order of their names
 */
public record ImageQuality(
        int good,
        int defective,
        int detected,
        OptionalDouble auroc,
        OptionalDouble averagePrecision,
        RocCurve roc,
        List<DefectQuality> defects) {
    /** Keeps a copy of the defects. */
    public ImageQuality {
        defects = List.copyOf(defects);
    }

    /**
     * One kind of defect against all good images.
     *
     * @param defect its name
     * @param images number of images with it
     * @param detected how many of them are above the threshold
     * @param auroc image AUROC of these against all good ones; empty without good ones
     */
    public record DefectQuality(String defect, int images, int detected, OptionalDouble auroc) {}

    /** The figures of some images, good and defective. */
    public static ImageQuality of(List<ScoredImage> images) {
        double[] good = scores(images, scored -> scored.image().good());
        double[] defective = scores(images, scored -> !scored.image().good());
        SortedScores sorted = SortedScores.of(good, defective);
        return new ImageQuality(
                good.length,
                defective.length,
                detected(images.stream().filter(scored -> !scored.image().good())),
                Auroc.of(sorted),
                AveragePrecision.of(sorted),
                RocCurve.of(sorted),
                defects(images, good));
    }

    private static List<DefectQuality> defects(List<ScoredImage> images, double[] good) {
        return images.stream()
                .filter(scored -> !scored.image().good())
                .map(scored -> scored.image().label())
                .distinct()
                .sorted()
                .map(defect -> defect(defect, images, good))
                .toList();
    }

    private static DefectQuality defect(String defect, List<ScoredImage> images, double[] good) {
        Predicate<ScoredImage> has = scored -> scored.image().label().equals(defect);
        double[] scores = scores(images, has);
        return new DefectQuality(
                defect, scores.length, detected(images.stream().filter(has)), Auroc.of(SortedScores.of(good, scores)));
    }

    private static int detected(Stream<ScoredImage> images) {
        return (int) images.filter(ScoredImage::anomalous).count();
    }

    private static double[] scores(List<ScoredImage> images, Predicate<ScoredImage> which) {
        return images.stream().filter(which).mapToDouble(ScoredImage::score).toArray();
    }
}
