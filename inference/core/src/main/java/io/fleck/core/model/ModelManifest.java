package io.fleck.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a model.
 *
 * @param format version of this file's format, 1
 * @param name name of the model, as results carry it
 * @param version version of the model, as results carry it
 * @param kind what it inspects: {@code frames}, {@code wafer-dies} or {@code wafer-coordinates}
 * @param detector recipe that fitted it, for example {@code gaussian}
 * @param input how a picture becomes the graph's input; of wafers the table that is filled first, and the grid's cells
 * @param outputs names of the graph's outputs
 * @param calibration how scores become verdicts; absent when never calibrated
 * @param backbone where its features come from; absent when it has none
 * @param settings settings of the fit by name
 * @param provenance what it was fitted on and when, by name
 * @param graphSha256 SHA-256 of graph.onnx, 64 lower-case hexadecimal digits
 * @param wafers classes and novelty of a model of wafers; absent for frames
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelManifest(
        int format,
        String name,
        String version,
        String kind,
        String detector,
        Input input,
        Outputs outputs,
        @Nullable Calibration calibration,
        @Nullable Backbone backbone,
        Map<String, String> settings,
        Map<String, String> provenance,
        String graphSha256,
        @Nullable WaferSettings wafers) {

    /** The format that this version of Fleck writes and reads. */
    public static final int FORMAT = 1;

    /** The {@link #kind} of a model that inspects camera frames. */
    public static final String FRAMES = "frames";

    /** The {@link #kind} of a model that classifies die grids. */
    public static final String WAFER_DIES = "wafer-dies";

    /** The {@link #kind} of a model that classifies lists of defect coordinates. */
    public static final String WAFER_COORDINATES = "wafer-coordinates";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** A model of frames. */
    public ModelManifest(
            int format,
            String name,
            String version,
            String kind,
            String detector,
            Input input,
            Outputs outputs,
            @Nullable Calibration calibration,
            @Nullable Backbone backbone,
            Map<String, String> settings,
            Map<String, String> provenance,
            String graphSha256) {
        this(
                format,
                name,
                version,
                kind,
                detector,
                input,
                outputs,
                calibration,
                backbone,
                settings,
                provenance,
                graphSha256,
                null);
    }

    /** Checks the format, the names and the digest; keeps copies of the maps, in order of their keys. */
    public ModelManifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format + " is not known; allowed is " + FORMAT);
        }
        requireText("name", name);
        requireText("version", version);
        requireText("kind", kind);
        requireText("detector", detector);
        requireDigest("graphSha256", graphSha256);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    }

    private static void requireText(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank");
        }
    }

    private static void requireDigest(String field, String value) {
        if (!SHA_256.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " '" + value + "' is not 64 lower-case hexadecimal digits");
        }
    }

    /**
     * How a picture becomes the graph's input: resized with the antialiased triangle filter to uint8 NHWC RGB.
     *
     * @param tensor name of the graph's input, uint8 [B, height, width, 3]
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     */
    public record Input(String tensor, int width, int height) {
        /** Checks the name and the sizes. */
        public Input {
            requireText("input.tensor", tensor);
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException(
                        "input.width " + width + " and input.height " + height + "; both must be at least 1");
            }
        }
    }

    /**
     * Names of the graph's outputs.
     *
     * @param score float32 [B]; of wafers float32 [B, classes]
     * @param map float32 [B, rows, columns]; absent when the detector has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outputs(String score, @Nullable String map) {
        /** Checks the names. */
        public Outputs {
            requireText("outputs.score", score);
            if (map != null) {
                requireText("outputs.map", map);
            }
        }
    }

    /**
     * Held-out scores of good images and what was made of them.
     *
     * @param method {@code split} (images kept apart) or {@code folds} (K folds, then a refit on all: an approximation)
     * @param falseAlarmRate rate asked for, in (0, 1)
     * @param threshold a score strictly above is an anomaly
     * @param scores held-out scores in ascending order
     */
    public record Calibration(String method, double falseAlarmRate, double threshold, List<Double> scores) {
        private static final Set<String> METHODS = Set.of("split", "folds");

        /** Checks the ranges and the order; keeps a copy of the scores. */
        public Calibration {
            scores = List.copyOf(scores);
            if (!METHODS.contains(method)) {
                throw new IllegalArgumentException(
                        "calibration.method '" + method + "' is not known; allowed are split and folds");
            }
            if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) {
                throw new IllegalArgumentException(
                        "calibration.falseAlarmRate " + falseAlarmRate + "; allowed is above 0 and below 1");
            }
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("calibration.threshold " + threshold + " is not a number");
            }
            requireAscending(scores);
        }

        private static void requireAscending(List<Double> scores) {
            double last = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                if (!(score >= last) || !Double.isFinite(score)) {
                    throw new IllegalArgumentException(
                            "calibration.scores has " + score + " after " + last + "; they must be finite and ascend");
                }
                last = score;
            }
        }
    }

    /**
     * Where features come from.
     *
     * @param name name of the backbone
     * @param sha256 SHA-256 of its ONNX file
     * @param taps names of its outputs that were used
     */
    public record Backbone(String name, String sha256, List<String> taps) {
        /** Checks the name and the digest; keeps a copy of the taps. */
        public Backbone {
            requireText("backbone.name", name);
            requireDigest("backbone.sha256", sha256);
            taps = List.copyOf(taps);
        }
    }
}
