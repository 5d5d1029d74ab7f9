package io.fleck.fitting.command;

import io.fleck.fitting.evaluation.ImageQuality.DefectQuality;
import io.fleck.fitting.evaluation.Quality;
import java.io.PrintStream;
import java.util.Locale;

/** The figures of each kind of defect as lines of text. */
final class DefectTable {
    private DefectTable() {}

    /** Prints nothing where there are no defects. */
    static void print(Quality quality, PrintStream out) {
        if (quality.images().defects().isEmpty()) {
            return;
        }
        boolean thresholded = quality.falseAlarms().isPresent();
        out.println(line("defect", "images", "image_auroc", thresholded ? "    found" : ""));
        quality.images()
                .defects()
                .forEach(defect -> out.println(line(
                        defect.defect(),
                        String.valueOf(defect.images()),
                        auroc(defect),
                        thresholded ? String.format(Locale.ROOT, "%9d", defect.detected()) : "")));
        out.println();
    }

    private static String auroc(DefectQuality defect) {
        return defect.auroc().isPresent()
                ? String.format(Locale.ROOT, "%.4f", defect.auroc().getAsDouble())
                : "-";
    }

    private static String line(String defect, String images, String auroc, String found) {
        return String.format(Locale.ROOT, "%-24s %7s %12s %s", defect, images, auroc, found)
                .stripTrailing();
    }
}
