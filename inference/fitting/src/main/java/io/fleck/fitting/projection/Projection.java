package io.fleck.fitting.projection;

import io.fleck.fitting.backbone.FeatureGraph;
import io.fleck.fitting.onnx.OnnxGraph;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * An affine map from the channels of a site to fewer components.
 *
 * @param weights [components, channels], rounded to float as the graph holds them
 * @param bias [components], rounded likewise
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
public record Projection(DMatrixRMaj weights, double[] bias) {
    /** Number of components. */
    public int components() {
        return bias.length;
    }

    /**
     * Projects one picture.
     *
     * @param image [channels, sites], row by row
     * @return [components, sites]
     */
    public DMatrixRMaj apply(float[] image) {
        int sites = image.length / weights.numCols;
        DMatrixRMaj features = new DMatrixRMaj(weights.numCols, sites);
        for (int i = 0; i < image.length; i++) {
            features.data[i] = image[i];
        }
        DMatrixRMaj projected = new DMatrixRMaj(components(), sites);
        CommonOps_DDRM.mult(weights, features, projected);
        for (int row = 0; row < bias.length; row++) {
            for (int site = 0; site < sites; site++) {
                projected.data[row * sites + site] += bias[row];
            }
        }
        return projected;
    }

    /**
     * Appends the map to a graph as one 1 x 1 convolution of {@link FeatureGraph#FEATURES}.
     *
     * @return name of the value [B, components, rows, columns]
     */
    public String appendTo(OnnxGraph graph) {
        String constants =
                graph.floats("projection.weights", floats(weights.data), components(), weights.numCols, 1, 1);
        String offsets = graph.floats("projection.bias", floats(bias), components());
        return graph.add("Conv", "projection", List.of(FeatureGraph.FEATURES, constants, offsets));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
