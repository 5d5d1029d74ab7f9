package io.fleck.fitting.memory;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Remembered sites. The squared distance of x to its nearest one is |x|^2 - max over the bank of (2 b.x - |b|^2), so that
 * the search is one product and one maximum.
 *
 * @param sites [M][K], at least one
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes of constants, compared by nobody
record MemoryBank(float[][] sites) {
    /**
     * Squared distances below this part of a vector's own squared length count as this part: the difference of two large
     * numbers is rounding there, and another one in the graph's float32 than here.
     */
    static final float LEAST = 1e-3f;

    int size() {
        return sites.length;
    }

    int components() {
        return sites[0].length;
    }

    /** 2 b of every remembered site, [M * K]. */
    float[] doubled() {
        float[] doubled = new float[size() * components()];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = 2 * sites[i / components()][i % components()];
        }
        return doubled;
    }

    /** -|b|^2 of every remembered site, [M]. */
    float[] offsets() {
        float[] offsets = new float[size()];
        for (int i = 0; i < offsets.length; i++) {
            double sum = 0;
            for (float value : sites[i]) {
                sum += (double) value * value;
            }
            offsets[i] = (float) -sum;
        }
        return offsets;
    }

    /**
     * Distances to the nearest remembered site.
     *
     * @param vectors [K, sites]
     * @return by site
     */
    float[] distances(DMatrixRMaj vectors) {
        DMatrixRMaj products = new DMatrixRMaj(size(), vectors.numCols);
        CommonOps_DDRM.mult(matrix(), vectors, products);
        float[] offsets = offsets();
        float[] distances = new float[vectors.numCols];
        for (int site = 0; site < distances.length; site++) {
            double nearest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < offsets.length; i++) {
                nearest = Math.max(nearest, products.get(i, site) + offsets[i]);
            }
            double length = squaredLength(vectors, site);
            distances[site] = (float) Math.sqrt(Math.max(LEAST * length, length - nearest));
        }
        return distances;
    }

    private DMatrixRMaj matrix() {
        DMatrixRMaj matrix = new DMatrixRMaj(size(), components());
        float[] doubled = doubled();
        for (int i = 0; i < doubled.length; i++) {
            matrix.data[i] = doubled[i];
        }
        return matrix;
    }

    private static double squaredLength(DMatrixRMaj vectors, int site) {
        double sum = 0;
        for (int row = 0; row < vectors.numRows; row++) {
            sum += vectors.get(row, site) * vectors.get(row, site);
        }
        return sum;
    }
}
