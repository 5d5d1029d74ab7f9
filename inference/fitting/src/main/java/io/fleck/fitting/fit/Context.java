package io.fleck.fitting.fit;

import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/**
 * Evidence of a whole picture in the scores of its sites: every site gets some of the picture's mean. A picture that is
 * slightly strange all over is then told from a good one with one slightly strange site, and the order of the sites within
 * a picture stays.
 *
 * @param part of the mean that every site gets, at least 0; 0 changes nothing
 */
public record Context(double part) {
    /** Name of the setting, and its range in words. */
    public static final String SETTING = "context";

    /** The description of the setting. */
    public static final String DESCRIPTION = "how much of the picture's mean score every site gets, from 0 to 100";

    /** The context that a fitter's settings ask for. */
    public static Context of(SettingValues values) {
        return new Context(values.from(SETTING, 0, 100));
    }

    /** The value of the setting: whole numbers without a fraction, as they are given. */
    public String text() {
        return SettingValues.plain(part);
    }

    /** Adds it to the sites of one picture; returns the same array. */
    public float[] addTo(float[] sites) {
        if (part > 0) {
            double sum = 0;
            for (float site : sites) {
                sum += site;
            }
            float added = (float) (part * sum / sites.length);
            for (int i = 0; i < sites.length; i++) {
                sites[i] += added;
            }
        }
        return sites;
    }

    /**
     * Appends it for a value [B, sites].
     *
     * @return name of the value [B, sites]
     */
    public String append(OnnxGraph graph, String scores, int sites) {
        if (part == 0) {
            return scores;
        }
        String sum = graph.reduce("ReduceSum", "context.sum", scores, 1);
        String share = graph.floats("context.part", new float[] {(float) (part / sites)}, 1);
        String mean = graph.add("Mul", "context.mean", List.of(sum, share));
        String column = graph.add("Reshape", "context.column", List.of(mean, graph.longs("context.shape", 0, 1)));
        return graph.add("Add", "context.scores", List.of(scores, column));
    }
}
