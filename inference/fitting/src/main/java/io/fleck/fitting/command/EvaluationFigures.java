package io.fleck.fitting.command;

import io.fleck.cli.Figures;
import io.fleck.core.model.ModelManifest.Calibration;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.FalseAlarms;
import io.fleck.fitting.evaluation.ImageQuality;
import io.fleck.fitting.evaluation.PixelQuality;
import io.fleck.fitting.evaluation.Quality;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of {@code evaluate} by the names that users know; one that does not exist is left out. */
final class EvaluationFigures {
    private EvaluationFigures() {}

    static Figures of(Evaluation evaluation, Quality quality) {
        Figures figures = new Figures();
        putImages(figures, quality.images());
        putPixels(figures, quality.pixels());
        quality.falseAlarms().ifPresent(alarms -> putAlarms(figures, alarms));
        putDetection(figures, evaluation.model().calibration(), quality.images());
        figures.put("images_per_second", evaluation.imagesPerSecond())
                .put("milliseconds_per_image", 1000 / evaluation.imagesPerSecond());
        putCounts(figures, evaluation, quality);
        return figures.put("auroc_by_defect", byDefect(quality.images()));
    }

    private static void putImages(Figures figures, ImageQuality images) {
        images.auroc().ifPresent(auroc -> figures.put("image_auroc", auroc));
        images.averagePrecision().ifPresent(precision -> figures.put("image_ap", precision));
    }

    private static void putPixels(Figures figures, PixelQuality pixels) {
        pixels.auroc().ifPresent(auroc -> figures.put("pixel_auroc", auroc));
        pixels.aupro().ifPresent(aupro -> figures.put("pixel_aupro", aupro));
        pixels.dice().ifPresent(dice -> figures.put("pixel_dice", dice));
    }

    private static void putAlarms(Figures figures, FalseAlarms alarms) {
        figures.put("false_alarm_rate", alarms.rate()).put("false_alarm_bound", alarms.bound());
        figures.put("false_alarms", alarms.alarms());
    }

    private static void putDetection(Figures figures, @Nullable Calibration calibration, ImageQuality images) {
        if (calibration != null) {
            figures.put("threshold", calibration.threshold());
            if (images.defective() > 0) {
                figures.put("detection_rate", (double) images.detected() / images.defective());
            }
        }
    }

    private static void putCounts(Figures figures, Evaluation evaluation, Quality quality) {
        figures.put("good_images", quality.images().good())
                .put("defective_images", quality.images().defective())
                .put("unreadable_files", quality.unreadable(evaluation).count())
                .put("pixel_images", quality.pixels().images())
                .put("images_without_mask", quality.pixels().withoutMask())
                .put("images_with_empty_mask", quality.pixels().emptyMasks());
    }

    private static Map<String, Double> byDefect(ImageQuality images) {
        Map<String, Double> byDefect = new LinkedHashMap<>();
        images.defects().forEach(defect -> defect.auroc().ifPresent(auroc -> byDefect.put(defect.defect(), auroc)));
        return byDefect;
    }
}
