package io.fleck.fitting.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.fit.FitException;
import io.fleck.fitting.mixture.Mixture.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureFitTest {
    private static final double[][] MEANS = {{-4, 0}, {0, 3}, {5, -1}};
    private static final double[] SHARES = {0.5, 0.3, 0.2};

    /** Three Gaussians; the second is stretched along one axis. */
    private static List<double[]> planted(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double draw = random.nextDouble();
            int k = draw < SHARES[0] ? 0 : draw < SHARES[0] + SHARES[1] ? 1 : 2;
            double stretch = k == 1 ? 2 : 0.7;
            points.add(new double[] {
                MEANS[k][0] + 0.7 * random.nextGaussian(), MEANS[k][1] + stretch * random.nextGaussian()
            });
        }
        return points;
    }

    @Test
    void shouldRecoverAPlantedMixture() {
        Mixture mixture = MixtureFit.best(planted(4000, 1), List.of(1, 2, 3, 4, 6), 1e-3, 200, new SplittableRandom(3));
        List<Component> found = mixture.components().stream()
                .sorted(Comparator.comparingDouble(component -> component.mean()[0]))
                .toList();
        assertThat(found).as("components that the criterion chose").hasSize(3);
        for (int k = 0; k < 3; k++) {
            assertThat(found.get(k).weight()).isCloseTo(SHARES[k], within(0.03));
            assertThat(found.get(k).mean()[0]).isCloseTo(MEANS[k][0], within(0.15));
            assertThat(found.get(k).mean()[1]).isCloseTo(MEANS[k][1], within(0.25));
        }
        assertThat(1 / found.get(1).whitening()[3])
                .as("its stretched deviation")
                .isCloseTo(2, within(0.15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldNeverLoseLikelihood(long seed) {
        MixtureFit fit = new MixtureFit(planted(500, seed), 1e-2, 8);
        fit.run(8, 60, new SplittableRandom(seed));
        List<Double> objective = fit.objective();
        assertThat(objective).hasSizeGreaterThan(5);
        for (int i = 1; i < objective.size(); i++) {
            assertThat(objective.get(i))
                    .as("penalised log-likelihood after step %d", i)
                    .isGreaterThanOrEqualTo(objective.get(i - 1) - 1e-9 * Math.abs(objective.get(i - 1)));
        }
    }

    @Test
    void shouldStayRegularWherePointsLieOnALine() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(new double[] {i / 10.0, 2, i / 5.0});
        }
        Mixture mixture = MixtureFit.best(points, List.of(1, 2, 5), 1e-3, 50, new SplittableRandom(1));
        assertThat(mixture.logDensity(points.get(25))).isFinite();
        assertThat(mixture.logDensity(new double[] {2.5, 9, 5})).isLessThan(mixture.logDensity(points.get(25)) - 100);
    }

    @Test
    void shouldBeADensity() {
        Mixture mixture = MixtureFit.best(planted(300, 9), List.of(3), 1e-2, 50, new SplittableRandom(2));
        double integral = 0;
        double cell = 0.1;
        for (double x = -12; x < 12; x += cell) {
            for (double y = -12; y < 14; y += cell) {
                integral += Math.exp(mixture.logDensity(new double[] {x, y})) * cell * cell;
            }
        }
        assertThat(integral).isCloseTo(1, within(0.01));
    }

    @Test
    void shouldGiveTheSameForTheSameSeed() {
        List<double[]> points = planted(200, 4);
        Mixture first = MixtureFit.best(points, List.of(3, 5), 1e-3, 40, new SplittableRandom(8));
        Mixture second = MixtureFit.best(points, List.of(3, 5), 1e-3, 40, new SplittableRandom(8));
        assertThat(second.logDensity(points.get(7))).isEqualTo(first.logDensity(points.get(7)));
    }

    @Test
    void shouldSayWhenThereAreTooFewPoints() {
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> MixtureFit.best(planted(3, 1), List.of(6, 12), 1e-3, 10, new SplittableRandom(1)))
                .withMessage("a mixture of [6, 12] components needs as many points, got 3");
    }
}
