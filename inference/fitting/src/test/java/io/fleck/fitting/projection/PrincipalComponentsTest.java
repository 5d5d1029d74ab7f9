package io.fleck.fitting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.parallel.Workers;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    private static Projection project(Features features, int components) throws InterruptedException {
        try (Workers workers = new Workers(2)) {
            int[] all = IntStream.range(0, features.size()).toArray();
            return PrincipalComponents.of(ChannelMoments.of(features, all, workers))
                    .largest(components);
        }
    }

    @Test
    void shouldFindTheCommonDirectionOfStandardisedChannels() throws InterruptedException {
        // Channel 1 is ten times channel 0 plus one; channel 2 is unrelated. Standardised, 0 and 1 are the same.
        Grid grid = new Grid(1, 4);
        float[] image = {1, 2, 3, 4, 11, 21, 31, 41, 5, -5, -5, 5};
        Projection projection = project(new Features(3, grid, List.of(image)), 1);
        DMatrixRMaj projected = projection.apply(image);

        // The first component is (1, 1, 0) / sqrt(2); its sign is open.
        double deviation = Math.sqrt(1.25);
        for (int site = 0; site < 4; site++) {
            double expected = Math.sqrt(2) * (image[site] - 2.5) / deviation;
            assertThat(Math.abs(projected.get(0, site)))
                    .as("site %s", site)
                    .isCloseTo(Math.abs(expected), within(1e-5));
        }
        assertThat(projected.get(0, 0) * projected.get(0, 3))
                .as("ends lie on opposite sides")
                .isNegative();
    }

    @Test
    void shouldGiveUncorrelatedComponentsOfFallingVariance() throws InterruptedException {
        Features features = RandomFeatures.of(40, 6, new Grid(2, 3), 3);
        Projection projection = project(features, 6);
        Features projected = new Features(
                6,
                features.grid(),
                features.images().stream()
                        .map(image -> floats(projection.apply(image)))
                        .toList());
        DMatrixRMaj covariance;
        try (Workers workers = new Workers(1)) {
            covariance = ChannelMoments.of(projected, IntStream.range(0, 40).toArray(), workers)
                    .covariance();
        }
        double total = 0;
        for (int a = 0; a < 6; a++) {
            total += covariance.get(a, a);
            for (int b = 0; b < a; b++) {
                assertThat(covariance.get(a, b))
                        .as("covariance of components %s and %s", a, b)
                        .isCloseTo(0, within(1e-4));
                assertThat(covariance.get(a, a))
                        .as("variance of component %s", a)
                        .isLessThan(covariance.get(b, b) + 1e-6);
            }
        }
        assertThat(total).as("six standardised channels have the variance six").isCloseTo(6, within(1e-3));
    }

    private static float[] floats(DMatrixRMaj matrix) {
        float[] floats = new float[matrix.data.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) matrix.data[i];
        }
        return floats;
    }

    @Test
    void shouldIgnoreAConstantChannel() throws InterruptedException {
        float[] image = {1, 2, 3, 4, 7, 7, 7, 7};
        Projection projection = project(new Features(2, new Grid(1, 4), List.of(image)), 2);
        float[] odd = image.clone();
        odd[5] = 1000;

        assertThat(projection.apply(odd).data).containsExactly(projection.apply(image).data, within(1e-9));
    }

    @Test
    void shouldRefuseFeaturesThatDoNotDiffer() {
        assertThatThrownBy(() -> project(new Features(1, new Grid(1, 2), List.of(new float[2])), 1))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("do not differ at all");
    }
}
