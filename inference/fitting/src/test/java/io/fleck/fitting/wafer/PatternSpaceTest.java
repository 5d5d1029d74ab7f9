package io.fleck.fitting.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.core.model.PatternSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatternSpaceTest {
    private final SplittableRandom random = new SplittableRandom(1);

    /** Two classes whose values are stretched and leaned alike: (x, y) = (10 u, u + v). */
    private List<PatternSpace.Wafer> wafers(int each, boolean novel) {
        List<PatternSpace.Wafer> wafers = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            wafers.add(new PatternSpace.Wafer("A", novel && i % 20 == 0, latent(0, 0)));
            wafers.add(new PatternSpace.Wafer("B", false, latent(0, 3)));
        }
        return wafers;
    }

    private float[] latent(double u, double v) {
        double across = u + random.nextGaussian();
        double along = v + random.nextGaussian();
        return new float[] {(float) (10 * across), (float) (across + along)};
    }

    private static double[] place(PatternSettings settings, float[] latent) {
        double[] place = new double[latent.length];
        for (int row = 0; row < place.length; row++) {
            for (int i = 0; i < latent.length; i++) {
                place[row] += settings.whitening().get(row).get(i)
                        * (latent[i] - settings.origin().get(i));
            }
        }
        return place;
    }

    @Test
    void shouldGiveWafersOfAClassADeviationOfOneInEveryDirection() {
        PatternSettings settings =
                PatternSpace.of(wafers(2000, false), wafers(400, true), 0).orElseThrow();
        double[] squares = new double[2];
        double product = 0;
        int count = 2000;
        double[] mean = settings.means().getOrDefault("A", List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (int i = 0; i < count; i++) {
            double[] place = place(settings, latent(0, 0));
            squares[0] += (place[0] - mean[0]) * (place[0] - mean[0]) / count;
            squares[1] += (place[1] - mean[1]) * (place[1] - mean[1]) / count;
            product += (place[0] - mean[0]) * (place[1] - mean[1]) / count;
        }
        // The ridge of 5 % makes the narrow direction a little narrower still.
        assertThat(squares[0]).isCloseTo(1, within(0.15));
        assertThat(squares[1]).isBetween(0.75, 1.15);
        assertThat(product).isCloseTo(0, within(0.25));
    }

    @Test
    void shouldCoverNineteenOfTwentyWafersByTheRadius() {
        PatternSettings settings =
                PatternSpace.of(wafers(2000, false), wafers(1000, false), 0).orElseThrow();
        List<Double> mean = settings.means().getOrDefault("B", List.of());
        int within = 0;
        for (int i = 0; i < 2000; i++) {
            double[] place = place(settings, latent(0, 3));
            double squared = Math.pow(place[0] - mean.get(0), 2) + Math.pow(place[1] - mean.get(1), 2);
            within += squared <= settings.radius() * settings.radius() ? 1 : 0;
        }
        assertThat(within / 2000.0).isCloseTo(0.95, within(0.025));
    }

    @Test
    void shouldKeepAllRejectedWafersAndADrawOfTheOthers() {
        PatternSettings settings =
                PatternSpace.of(wafers(100, false), wafers(400, true), 5).orElseThrow();
        assertThat(settings.rejected()).hasSize(20);
        assertThat(settings.known().get("A")).hasSize(PatternSettings.MOST_KNOWN);
        assertThat(settings.known().get("B")).hasSize(PatternSettings.MOST_KNOWN);
        assertThat(settings.means()).containsOnlyKeys("A", "B");
    }

    @Test
    void shouldBeEmptyWhereTooFewWafersSayHowFarAClassSpreads() {
        assertThat(PatternSpace.of(wafers(19, false), wafers(400, false), 0)).isEmpty();
        assertThat(PatternSpace.of(wafers(400, false), wafers(19, false), 0)).isEmpty();
    }
}
