package io.fleck.fitting.gaussian;

import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.parallel.Workers;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Mean and whitening of every site. With the covariance L L' of a site, its whitening is the inverse of L, and the
 * Mahalanobis distance of x is the length of whitening (x - mean).
 *
 * @param dimensions components K
 * @param means by site K values, [sites][K]
 * @param whitenings by site a lower triangular matrix row by row, [sites][K * K]
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes of constants, compared by nobody
record SiteGaussians(int dimensions, float[][] means, float[][] whitenings) {
    /** Where a site hardly varies its covariance is lifted by this part of the mean over all sites. */
    private static final double LEAST_VARIANCE = 1e-4;

    int sites() {
        return means.length;
    }

    /**
     * Fits all sites.
     *
     * @param vectors by site the projected pictures one after the other, [sites][pictures * K]
     * @param dimensions components K
     * @param shrinkage s in (0, 1]: the covariance becomes (1 - s) S + s t I, t its mean variance
     */
    static SiteGaussians of(float[][] vectors, int dimensions, double shrinkage, Workers workers)
            throws InterruptedException {
        int sites = vectors.length;
        float[][] means = new float[sites][];
        DMatrixRMaj[] covariances = new DMatrixRMaj[sites];
        workers.forEach(sites, site -> {
            DMatrixRMaj centred = matrix(vectors[site], dimensions);
            means[site] = centre(centred);
            covariances[site] = covariance(centred);
        });
        double floor = LEAST_VARIANCE * meanVariance(covariances);
        float[][] whitenings = new float[sites][];
        workers.forEach(sites, site -> whitenings[site] = whitening(covariances[site], shrinkage, floor));
        return new SiteGaussians(dimensions, means, whitenings);
    }

    private static DMatrixRMaj matrix(float[] vectors, int dimensions) {
        DMatrixRMaj matrix = new DMatrixRMaj(vectors.length / dimensions, dimensions);
        for (int i = 0; i < vectors.length; i++) {
            matrix.data[i] = vectors[i];
        }
        return matrix;
    }

    /** Subtracts the mean, rounded as the graph holds it, and returns it. */
    private static float[] centre(DMatrixRMaj vectors) {
        float[] mean = new float[vectors.numCols];
        for (int column = 0; column < mean.length; column++) {
            double sum = 0;
            for (int row = 0; row < vectors.numRows; row++) {
                sum += vectors.get(row, column);
            }
            mean[column] = (float) (sum / vectors.numRows);
            for (int row = 0; row < vectors.numRows; row++) {
                vectors.add(row, column, -mean[column]);
            }
        }
        return mean;
    }

    private static DMatrixRMaj covariance(DMatrixRMaj centred) {
        DMatrixRMaj covariance = new DMatrixRMaj(centred.numCols, centred.numCols);
        CommonOps_DDRM.multInner(centred, covariance);
        CommonOps_DDRM.scale(1.0 / centred.numRows, covariance);
        return covariance;
    }

    private static double meanVariance(DMatrixRMaj[] covariances) {
        double sum = 0;
        for (DMatrixRMaj covariance : covariances) {
            sum += CommonOps_DDRM.trace(covariance) / covariance.numRows;
        }
        return sum / covariances.length;
    }

    private static float[] whitening(DMatrixRMaj covariance, double shrinkage, double floor) {
        int size = covariance.numRows;
        double variance = CommonOps_DDRM.trace(covariance) / size;
        CommonOps_DDRM.scale(1 - shrinkage, covariance);
        for (int i = 0; i < size; i++) {
            covariance.add(i, i, shrinkage * Math.max(variance, floor));
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
        if (!cholesky.decompose(covariance)) {
            throw new FitException("the covariance of a site cannot be inverted; raise the shrinkage of " + shrinkage);
        }
        DMatrixRMaj lower = cholesky.getT(null);
        TriangularSolver_DDRM.invertLower(lower.data, size);
        float[] whitening = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                whitening[row * size + column] = (float) lower.get(row, column);
            }
        }
        return whitening;
    }

    /**
     * Mahalanobis distances.
     *
     * @param projected one picture, [K, sites]
     * @return by site
     */
    float[] distances(DMatrixRMaj projected) {
        float[] distances = new float[sites()];
        double[] difference = new double[dimensions];
        for (int site = 0; site < distances.length; site++) {
            for (int i = 0; i < dimensions; i++) {
                difference[i] = projected.get(i, site) - means[site][i];
            }
            distances[site] = (float) Math.sqrt(squaredLength(whitenings[site], difference));
        }
        return distances;
    }

    private double squaredLength(float[] whitening, double[] difference) {
        double sum = 0;
        for (int row = 0; row < dimensions; row++) {
            double value = 0;
            for (int column = 0; column <= row; column++) {
                value += whitening[row * dimensions + column] * difference[column];
            }
            sum += value * value;
        }
        return sum;
    }
}
