package io.fleck.fitting.fit;

import io.fleck.fitting.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a score of a site means among held-out good pictures: minus the binary logarithm of the part of their sites that
 * reach it, so that a point more is half as many. Linear between the quantiles 1/2, 1/4, 1/8 and so on, and beyond the last
 * one that enough sites stand behind; scores above all that was held out therefore still differ.
 *
 * @param knots ascending scores
 * @param slopes points by score: below the second knot, between the second and the third, and so on to above the last;
 *     as many as knots
 * @param origin points at the first knot
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
public record Ranks(float[] knots, float[] slopes, float origin) {
    /** Every score is its own rank. */
    public static final Ranks IDENTITY = new Ranks(new float[] {0}, new float[] {1}, 0);

    /** Sites that stand behind the highest quantile. */
    private static final int LEAST = 16;

    /**
     * Ranks by held-out scores.
     *
     * @param scores of sites of good pictures, at least two that differ
     * @throws FitException when all are the same
     */
    public static Ranks of(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        List<Float> knots = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        for (int point = 1; point == 1 || sorted.length >> point >= LEAST; point++) {
            float quantile = sorted[sorted.length - Math.max(1, sorted.length >> point)];
            if (knots.isEmpty() || quantile > knots.get(knots.size() - 1)) {
                knots.add(quantile);
                points.add(point);
            }
        }
        return knots.size() > 1 ? through(knots, points) : through(ends(sorted), List.of(0, 1));
    }

    /** Too few sites, or too many of the same score, for two quantiles. */
    private static List<Float> ends(float[] sorted) {
        float lowest = sorted[0];
        float highest = sorted[sorted.length - 1];
        if (!(highest > lowest)) {
            throw new FitException("a detector of the blend scores all sites of the held-out pictures the same");
        }
        return List.of(lowest, highest);
    }

    private static Ranks through(List<Float> knots, List<Integer> points) {
        int segments = knots.size() - 1;
        float[] starts = new float[segments];
        float[] slopes = new float[segments];
        for (int i = 0; i < segments; i++) {
            starts[i] = knots.get(i);
            slopes[i] = (points.get(i + 1) - points.get(i)) / (knots.get(i + 1) - knots.get(i));
        }
        return new Ranks(starts, slopes, points.get(0));
    }

    /** The rank of a score. */
    public float of(double score) {
        double rank = origin + slopes[0] * (score - knots[0]);
        for (int i = 1; i < knots.length; i++) {
            rank += bend(i) * Math.max(0, score - knots[i]);
        }
        return (float) rank;
    }

    private float bend(int knot) {
        return slopes[knot] - slopes[knot - 1];
    }

    /**
     * Appends the ranks of a value [B, sites].
     *
     * @return name of the value [B, sites]
     */
    public String append(OnnxGraph graph, String scores, int sites) {
        String stretched = graph.add(
                "Mul", "ranks.stretched", List.of(scores, graph.floats("ranks.slope", slice(slopes, 0, 1), 1)));
        float[] offset = {origin - slopes[0] * knots[0]};
        String line = graph.add("Add", "ranks.line", List.of(stretched, graph.floats("ranks.offset", offset, 1)));
        return knots.length == 1
                ? line
                : graph.add("Add", "ranks.points", List.of(line, appendBends(graph, scores, sites)));
    }

    /** What the knots behind the first one add, [B, sites]. */
    private String appendBends(OnnxGraph graph, String scores, int sites) {
        int count = knots.length - 1;
        float[] bends = new float[count];
        for (int i = 0; i < count; i++) {
            bends[i] = bend(i + 1);
        }
        String shape = graph.longs("ranks.shape", 0, sites, 1);
        String column = graph.add("Reshape", "ranks.column", List.of(scores, shape));
        String constants = graph.floats("ranks.knots", slice(knots, 1, knots.length), 1, 1, count);
        String behind = graph.add(
                "Relu", "ranks.behind", List.of(graph.add("Sub", "ranks.distance", List.of(column, constants))));
        String bent = graph.add("Mul", "ranks.bent", List.of(behind, graph.floats("ranks.bends", bends, 1, 1, count)));
        return graph.reduce("ReduceSum", "ranks.added", bent, 2);
    }

    private static float[] slice(float[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
