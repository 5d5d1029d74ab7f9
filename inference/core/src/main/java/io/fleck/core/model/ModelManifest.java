package io.fleck.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a model.
 *
 * @param format version of this file's format, 1
 * @param name name of the model, as results carry it
 * @param version version of the model, as results carry it
 * @param kind what it inspects: {@code frames} (later also {@code wafer-dies}, {@code wafer-coordinates})
 * @param detector recipe that fitted it, for example {@code gaussian}
 * @param input how a picture becomes the graph's input
 * @param outputs names of the graph's outputs
 * @param calibration how scores become verdicts; absent when never calibrated
 * @param backbone where its features come from; absent when it has none
 * @param settings settings of the fit by name
 * @param provenance what it was fitted on and when, by name
 * @param graphSha256 SHA-256 of graph.onnx, 64 lower-case hexadecimal digits
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
        String graphSha256) {

    /** The format that this version of Fleck writes and reads. */
    public static final int FORMAT = 1;

    /** Checks the format and the digest. */
    public ModelManifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException("model.json: format " + format + " is not known; allowed is " + FORMAT);
        }
        if (!graphSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "model.json: graphSha256 '" + graphSha256 + "' is not 64 lower-case hexadecimal digits");
        }
        settings = Map.copyOf(settings);
        provenance = Map.copyOf(provenance);
    }

    /**
     * How a picture becomes the graph's input: resized with the antialiased triangle filter to uint8 NHWC RGB.
     *
     * @param tensor name of the graph's input, uint8 [B, height, width, 3]
     * @param width pixels
     * @param height pixels
     */
    public record Input(String tensor, int width, int height) {}

    /**
     * Names of the graph's outputs.
     *
     * @param score float32 [B]
     * @param map float32 [B, rows, columns]; absent when the detector has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outputs(String score, @Nullable String map) {}

    /**
     * Held-out scores of good images and what was made of them.
     *
     * @param method {@code split} (images kept apart) or {@code folds} (K folds, then a refit on all: an approximation)
     * @param falseAlarmRate rate asked for, in (0, 1)
     * @param threshold a score strictly above is an anomaly
     * @param scores held-out scores in ascending order
     */
    public record Calibration(String method, double falseAlarmRate, double threshold, List<Double> scores) {
        /** Keeps a copy of the scores. */
        public Calibration {
            scores = List.copyOf(scores);
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
        /** Keeps a copy of the taps. */
        public Backbone {
            taps = List.copyOf(taps);
        }
    }
}
