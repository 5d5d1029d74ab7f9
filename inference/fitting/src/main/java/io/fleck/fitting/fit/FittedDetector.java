package io.fleck.fitting.fit;

import io.fleck.core.detect.ScoreMap;
import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

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

    /** The picture's score: its highest site. */
    default double score(float[] features) {
        return map(features).maximum();
    }

    /** Sites of the score map. */
    Grid grid();

    /**
     * Appends what {@link #map} computes, in float32, to a graph that holds the value {@link FeatureGraph#FEATURES}.
     *
     * @return name of the value [B, sites]
     */
    String appendSites(OnnxGraph graph);

    /**
     * Appends the detector to a graph that holds the value {@link FeatureGraph#FEATURES} and makes {@link #SCORE}, the
     * highest site, and {@link #MAP} its outputs.
     */
    default void appendTo(OnnxGraph graph) {
        graph.outputs(List.of(FeatureGraph.FEATURES));
        String sites = appendSites(graph);
        String shape = graph.longs("map.shape", 0, grid().rows(), grid().columns());
        String map = graph.add("Reshape", "map.grid", List.of(sites, shape));
        graph.output(SCORE, graph.reduce("ReduceMax", "score.highest", sites, 1));
        graph.output(MAP, map, grid().rows(), grid().columns());
        graph.outputs(List.of(SCORE, MAP));
    }
}
