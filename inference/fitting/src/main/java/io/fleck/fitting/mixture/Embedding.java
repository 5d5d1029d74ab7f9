package io.fleck.fitting.mixture;

import io.fleck.fitting.fit.FitException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Latent values brought to mean 0 and deviation 1 and projected on their largest principal components: one affine map.
 *
 * @param matrix [components, n] row by row
 * @param bias [components]
 */
@SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
public record Embedding(double[] matrix, double[] bias) {
    /** Added to deviations: a latent value that never varies says nothing. */
    private static final double FLOOR = 1e-6;

    /**
     * Finds the map.
     *
     * @param latents at least two, of n values each
     * @param components at least 1, at most n
     */
    public static Embedding of(List<float[]> latents, int components) {
        int n = latents.get(0).length;
        if (latents.size() < 2 || components < 1 || components > n) {
            throw new FitException(components + " components of " + latents.size() + " latents of " + n
                    + " values; needed are two latents and 1 to n components");
        }
        double[] mean = new double[n];
        latents.forEach(latent -> accumulate(latent, mean, latents.size()));
        DMatrixRMaj covariance = covariance(latents, mean);
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / (Math.sqrt(covariance.get(i, i)) + FLOOR);
        }
        for (int i = 0; i < n * n; i++) {
            covariance.data[i] *= scale[i / n] * scale[i % n];
        }
        return of(largest(covariance, components), mean, scale);
    }

    private static void accumulate(float[] latent, double[] mean, int count) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (double) latent[i] / count;
        }
    }

    private static DMatrixRMaj covariance(List<float[]> latents, double[] mean) {
        int n = mean.length;
        DMatrixRMaj sum = new DMatrixRMaj(n, n);
        for (float[] latent : latents) {
            for (int row = 0; row < n; row++) {
                double scaled = (latent[row] - mean[row]) / latents.size();
                for (int column = 0; column < n; column++) {
                    sum.data[row * n + column] += scaled * (latent[column] - mean[column]);
                }
            }
        }
        return sum;
    }

    private static Embedding of(List<double[]> axes, double[] mean, double[] scale) {
        int n = mean.length;
        double[] matrix = new double[axes.size() * n];
        double[] bias = new double[axes.size()];
        for (int row = 0; row < bias.length; row++) {
            for (int i = 0; i < n; i++) {
                matrix[row * n + i] = (float) (axes.get(row)[i] * scale[i]);
                bias[row] -= matrix[row * n + i] * mean[i];
            }
        }
        return new Embedding(matrix, bias);
    }

    private static List<double[]> largest(DMatrixRMaj correlation, int components) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(correlation.numRows, true, true);
        if (!eigen.decompose(correlation)) {
            throw new FitException("the principal components of the latent values do not converge");
        }
        return IntStream.range(0, correlation.numRows)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer i) -> eigen.getEigenvalue(i).getReal())
                        .reversed())
                .limit(components)
                .map(i -> eigen.getEigenVector(i).data)
                .toList();
    }

    /** Components. */
    public int size() {
        return bias.length;
    }

    /** Maps n latent values to the components. */
    public double[] apply(float[] latent) {
        double[] point = bias.clone();
        for (int row = 0; row < point.length; row++) {
            for (int i = 0; i < latent.length; i++) {
                point[row] += matrix[row * latent.length + i] * latent[i];
            }
        }
        return point;
    }
}
