package io.fleck.fitting.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.parallel.Workers;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteGaussiansTest {
    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void shouldGiveTheMahalanobisDistanceOfTheShrunkCovariance() throws InterruptedException {
        Random random = new Random(5);
        int dimensions = 4;
        int pictures = 30;
        float[][] vectors = new float[3][pictures * dimensions];
        for (int site = 0; site < 3; site++) {
            for (int i = 0; i < vectors[site].length; i++) {
                vectors[site][i] = (float) (site + (1 + i % dimensions) * random.nextGaussian());
            }
        }
        SiteGaussians gaussians = SiteGaussians.of(vectors, dimensions, 0.1, workers);
        DMatrixRMaj point = new DMatrixRMaj(dimensions, 3);
        for (int i = 0; i < point.data.length; i++) {
            point.data[i] = 4 * random.nextGaussian();
        }
        for (int site = 0; site < 3; site++) {
            assertThat((double) gaussians.distances(point)[site])
                    .as("site %s", site)
                    .isCloseTo(byDefinition(vectors[site], dimensions, 0.1, point, site), within(1e-4));
        }
    }

    /** sqrt(d' inverse(Sigma) d), as papers write it. */
    private static double byDefinition(float[] vectors, int dimensions, double shrinkage, DMatrixRMaj point, int site) {
        int pictures = vectors.length / dimensions;
        double[] mean = new double[dimensions];
        for (int i = 0; i < vectors.length; i++) {
            mean[i % dimensions] += vectors[i] / (double) pictures;
        }
        DMatrixRMaj covariance = new DMatrixRMaj(dimensions, dimensions);
        for (int picture = 0; picture < pictures; picture++) {
            for (int a = 0; a < dimensions; a++) {
                for (int b = 0; b < dimensions; b++) {
                    double da = vectors[picture * dimensions + a] - mean[a];
                    double db = vectors[picture * dimensions + b] - mean[b];
                    covariance.add(a, b, da * db / pictures);
                }
            }
        }
        double variance = CommonOps_DDRM.trace(covariance) / dimensions;
        CommonOps_DDRM.scale(1 - shrinkage, covariance);
        for (int i = 0; i < dimensions; i++) {
            covariance.add(i, i, shrinkage * variance);
        }
        CommonOps_DDRM.invert(covariance);
        double sum = 0;
        for (int a = 0; a < dimensions; a++) {
            for (int b = 0; b < dimensions; b++) {
                sum += (point.get(a, site) - mean[a]) * covariance.get(a, b) * (point.get(b, site) - mean[b]);
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void shouldStayFiniteWhereASiteNeverVaries() throws InterruptedException {
        float[][] vectors = {{1, 1, 1, 1, 1, 1}, {1, 2, 3, 4, 5, 7}};
        SiteGaussians gaussians = SiteGaussians.of(vectors, 2, 0.01, workers);
        float[] distances = gaussians.distances(new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}}));
        float[] away = gaussians.distances(new DMatrixRMaj(new double[][] {{1.1, 1}, {1, 1}}));

        assertThat(distances[0]).as("at the site's only value").isCloseTo(0, within(1e-3f));
        assertThat(away[0]).as("a little off it").isFinite().isGreaterThan(10);
    }

    @Test
    void shouldKeepWhiteningsLowerTriangular() throws InterruptedException {
        float[][] vectors = {{1, 2, 0, 1, 1, 5, 2, 2, 9}};
        float[] whitening = SiteGaussians.of(vectors, 3, 0.5, workers).whitenings()[0];

        assertThat(new float[] {whitening[1], whitening[2], whitening[5]}).containsOnly(0);
        assertThat(whitening[0]).isPositive();
    }
}
