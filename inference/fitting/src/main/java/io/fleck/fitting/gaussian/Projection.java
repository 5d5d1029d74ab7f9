package io.fleck.fitting.gaussian;

import io.fleck.fitting.fit.FitException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Channels brought to mean 0 and deviation 1 and projected on their largest principal components, as one affine map.
 * Principal components of standardised channels are those of the correlation matrix.
 *
 * @param weights [components, channels], rounded to float as the graph holds them
 * @param bias [components]
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
record Projection(DMatrixRMaj weights, double[] bias) {
    /** A channel that deviates less than this part of the most deviating one is constant: it says nothing. */
    private static final double CONSTANT = 1e-6;

    static Projection of(ChannelMoments moments, int components) {
        DMatrixRMaj covariance = moments.covariance();
        double[] scales = scales(covariance);
        standardise(covariance, scales);
        DMatrixRMaj basis = largestComponents(covariance, components);
        DMatrixRMaj weights = new DMatrixRMaj(components, scales.length);
        double[] bias = new double[components];
        double[] means = moments.means();
        for (int row = 0; row < components; row++) {
            for (int channel = 0; channel < scales.length; channel++) {
                double weight = (float) (basis.get(row, channel) * scales[channel]);
                weights.set(row, channel, weight);
                bias[row] -= weight * means[channel];
            }
            bias[row] = (float) bias[row];
        }
        return new Projection(weights, bias);
    }

    int components() {
        return bias.length;
    }

    /** One over the deviation; 0 for constant channels. */
    private static double[] scales(DMatrixRMaj covariance) {
        double[] deviations = IntStream.range(0, covariance.numRows)
                .mapToDouble(channel -> Math.sqrt(Math.max(0, covariance.get(channel, channel))))
                .toArray();
        double largest = Arrays.stream(deviations).max().orElse(0);
        if (!(largest > 0)) {
            throw new FitException("the features of the good pictures do not differ at all; are they all the same?");
        }
        return Arrays.stream(deviations)
                .map(deviation -> deviation > CONSTANT * largest ? 1 / deviation : 0)
                .toArray();
    }

    private static void standardise(DMatrixRMaj covariance, double[] scales) {
        CommonOps_DDRM.multRows(scales, covariance);
        CommonOps_DDRM.multCols(covariance, scales);
    }

    private static DMatrixRMaj largestComponents(DMatrixRMaj correlation, int components) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(correlation.numRows, true, true);
        if (!eigen.decompose(correlation)) {
            throw new FitException("the principal components of the features do not converge");
        }
        int[] order = IntStream.range(0, correlation.numRows)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> eigen.getEigenvalue(i).getReal())
                        .reversed())
                .mapToInt(Integer::intValue)
                .limit(components)
                .toArray();
        DMatrixRMaj basis = new DMatrixRMaj(components, correlation.numRows);
        for (int row = 0; row < components; row++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[row]);
            System.arraycopy(vector.data, 0, basis.data, row * basis.numCols, basis.numCols);
        }
        return basis;
    }

    /**
     * Projects one picture.
     *
     * @param image [channels, sites], row by row
     * @return [components, sites]
     */
    DMatrixRMaj apply(float[] image) {
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
}
