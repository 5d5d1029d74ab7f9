package io.fleck.fitting.command;

import io.fleck.core.detect.Region;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.InspectionOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One image as {@code inspect} prints it.
 *
 * @param file as the user named it
 * @param outcome what was found; an infinite threshold stands for a model that was never calibrated
 * @param overlay where its overlay was written; {@code null} where there is none
 */
record InspectedImage(
        Path file, InspectionOutcome outcome, @Nullable Path overlay) {
    private boolean calibrated() {
        return Double.isFinite(outcome.threshold());
    }

    /** The verdict by its name on the results topic. */
    private String verdict() {
        if (!calibrated()) {
            return "UNKNOWN";
        }
        return outcome.anomalous() ? "ANOMALY" : "OK";
    }

    /** For people. */
    String line() {
        StringBuilder line = new StringBuilder();
        line.append(file).append("  ").append(verdict()).append("  score ").append(number(outcome.score()));
        if (calibrated()) {
            line.append("  threshold ").append(number(outcome.threshold()));
        }
        outcome.pValue().ifPresent(p -> line.append("  p ").append(number(p)));
        return line.append("  regions ").append(outcome.regions().size()).toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** For machines; what does not exist is left out. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("file", file.toString());
        figures.put("verdict", verdict());
        figures.put("score", outcome.score());
        if (calibrated()) {
            figures.put("threshold", outcome.threshold());
        }
        outcome.pValue().ifPresent(p -> figures.put("p_value", p));
        figures.put(
                "regions",
                outcome.regions().stream().map(InspectedImage::figures).toList());
        if (overlay != null) {
            figures.put("overlay", overlay.toString());
        }
        return figures;
    }

    private static Map<String, Object> figures(Region region) {
        Rectangle bounds = region.bounds();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("x", bounds.x());
        figures.put("y", bounds.y());
        figures.put("width", bounds.width());
        figures.put("height", bounds.height());
        figures.put("area", region.area());
        figures.put("peak_score", region.peakScore());
        return figures;
    }
}
