package io.fleck.fitting.fit;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.onnx.OnnxGraph;

/** A detector that can score features in Java and write itself into a graph. Immutable. */
public interface FittedDetector {
    /** Name of the graph's output float32 [B]. */
    String SCORE = "score";

    /** Name of the graph's output float32 [B, rows, columns]. */
    String MAP = "map";

    /**
     * Scores the sites of one picture.
     *
     * @param features {@code channels * sites} values, laid out as the feature graph gives them
     */
    ScoreMap map(float[] features);

    /** The picture's score: by default its highest site. */
    default double score(float[] features) {
        return map(features).maximum();
    }

    /**
     * Appends the detector to a graph that holds the value {@link io.fleck.fitting.backbone.FeatureGraph#FEATURES} and
     * makes {@link #SCORE} and {@link #MAP} its outputs. The graph computes what {@link #map} and {@link #score} compute,
     * in float32.
     */
    void appendTo(OnnxGraph graph);
}
