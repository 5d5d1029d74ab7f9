package io.fleck.fitting.wafer;

import io.fleck.fitting.mixture.Embedding;
import io.fleck.fitting.mixture.Mixture;
import io.fleck.fitting.onnx.Attribute;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;

/**
 * What turns logits and latent embedding into a decision, written behind the network: a correction of the logits to the
 * frequency of the classes, and two novelty scores.
 *
 * @param correction added to the logits, a number a class
 * @param embedding in front of the mixture
 * @param mixture density of known wafers
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
public record WaferHead(float[] correction, Embedding embedding, Mixture mixture) {
    private static final Attribute LAST = Attribute.of("axis", 1);

    String corrected(OnnxGraph graph, String logits) {
        String constant = graph.floats("correction", correction, correction.length);
        return graph.add("Add", "logits.corrected", List.of(logits, constant));
    }

    /**
     * [B, 2]: minus the log of the largest class probability, from the logits before the correction (a rare class is not
     * unlike the known for being rare), and minus the log density.
     */
    String novelty(OnnxGraph graph, String logits, String latent) {
        String doubt = graph.add(
                "Sub",
                "novelty.doubt",
                List.of(logSum(graph, "logits", logits), graph.reduce("ReduceMax", "logits.most", logits, 1)));
        String density = logSum(graph, "mixture", joint(graph, latent));
        String minus = graph.floats("novelty.minus", new float[] {-1}, 1);
        String rarity = graph.add("Mul", "novelty.rarity", List.of(density, minus));
        return graph.add("Concat", "novelty.scores", List.of(column(graph, doubt), column(graph, rarity)), LAST);
    }

    private static String column(OnnxGraph graph, String value) {
        return graph.add("Reshape", value + ".column", List.of(value, graph.longs(value + ".column.shape", -1, 1)));
    }

    /** log of the sum of exponentials over axis 1, which is dropped; the largest is taken out first. */
    private static String logSum(OnnxGraph graph, String name, String value) {
        String most = graph.reduce("ReduceMax", name + ".largest", value, 1);
        String below = graph.add("Sub", name + ".below", List.of(value, column(graph, most)));
        String sum = graph.reduce("ReduceSum", name + ".sum", graph.add("Exp", name + ".exp", List.of(below)), 1);
        return graph.add("Add", name + ".logsum", List.of(graph.add("Log", name + ".log", List.of(sum)), most));
    }

    /** [B, components]: log of weight times density, from whitened differences: never a covariance's inverse. */
    private String joint(OnnxGraph graph, String latent) {
        int d = embedding.size();
        int k = mixture.components().size();
        long n = embedding.matrix().length / d;
        String point = affine(graph, "embedding", latent, floats(embedding.matrix()), floats(embedding.bias()), n);
        String white = affine(graph, "whitened", point, whitening(), offsets(), d);
        String each =
                graph.add("Reshape", "whitened.each", List.of(white, graph.longs("whitened.each.shape", -1, k, d)));
        String squares = graph.add("Mul", "whitened.squares", List.of(each, each));
        String distance = graph.reduce("ReduceSum", "distance", squares, 2);
        String half = graph.add(
                "Mul", "distance.half", List.of(distance, graph.floats("distance.factor", new float[] {-0.5f}, 1)));
        return graph.add("Add", "joint", List.of(half, graph.floats("mixture.constants", constants(), k)));
    }

    private static String affine(OnnxGraph graph, String name, String value, float[] rows, float[] bias, long inputs) {
        String matrix = graph.floats(name + ".matrix", rows, bias.length, inputs);
        String offset = graph.floats(name + ".bias", bias, bias.length);
        return graph.add("Gemm", name, List.of(value, matrix, offset), Attribute.of("transB", 1));
    }

    private float[] whitening() {
        int d = embedding.size();
        float[] rows = new float[mixture.components().size() * d * d];
        for (int k = 0; k < mixture.components().size(); k++) {
            double[] whitening = mixture.components().get(k).whitening();
            for (int i = 0; i < d * d; i++) {
                rows[k * d * d + i] = (float) whitening[i];
            }
        }
        return rows;
    }

    /** Minus each component's whitened mean. */
    private float[] offsets() {
        int d = embedding.size();
        float[] offsets = new float[mixture.components().size() * d];
        for (int i = 0; i < offsets.length; i++) {
            Mixture.Component component = mixture.components().get(i / d);
            double sum = 0;
            for (int column = 0; column < d; column++) {
                sum += component.whitening()[i % d * d + column] * component.mean()[column];
            }
            offsets[i] = (float) -sum;
        }
        return offsets;
    }

    private float[] constants() {
        float[] constants = new float[mixture.components().size()];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = (float) mixture.components().get(k).logConstant();
        }
        return constants;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
