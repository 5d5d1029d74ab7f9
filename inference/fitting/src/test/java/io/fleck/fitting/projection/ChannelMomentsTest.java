package io.fleck.fitting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleck.fitting.backbone.Features;
import io.fleck.fitting.backbone.Grid;
import io.fleck.fitting.fit.RandomFeatures;
import io.fleck.fitting.parallel.Workers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelMomentsTest {
    private final Workers workers = new Workers(3);
    private final Features features = RandomFeatures.of(21, 5, new Grid(3, 2), 1);
    private final int[] all = IntStream.range(0, 21).toArray();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void shouldAgreeWithTheDefinitions() throws InterruptedException {
        int[] some = {0, 3, 4, 9, 20};
        ChannelMoments moments = ChannelMoments.of(features, some, workers);

        assertThat(moments.count()).isEqualTo(5 * 6);
        for (int a = 0; a < 5; a++) {
            double meanA = mean(some, a);
            assertThat(moments.means()[a]).as("mean of channel %s", a).isCloseTo(meanA, within(1e-10));
            for (int b = 0; b < 5; b++) {
                double expected = covariance(some, a, b);
                assertThat(moments.covariance().get(a, b))
                        .as("covariance of %s and %s", a, b)
                        .isCloseTo(expected, within(1e-9));
            }
        }
    }

    private double mean(int[] images, int channel) {
        double sum = 0;
        for (int image : images) {
            for (int site = 0; site < 6; site++) {
                sum += features.images().get(image)[channel * 6 + site];
            }
        }
        return sum / (6 * images.length);
    }

    private double covariance(int[] images, int a, int b) {
        double sum = 0;
        for (int image : images) {
            float[] values = features.images().get(image);
            for (int site = 0; site < 6; site++) {
                sum += (values[a * 6 + site] - mean(images, a)) * (values[b * 6 + site] - mean(images, b));
            }
        }
        return sum / (6 * images.length);
    }

    @Test
    void shouldAddParts() throws InterruptedException {
        int[] part = {1, 2, 5, 6, 17};
        int[] rest = IntStream.of(all)
                .filter(i -> IntStream.of(part).noneMatch(p -> p == i))
                .toArray();
        ChannelMoments sum = ChannelMoments.of(features, rest, workers)
                .plus(ChannelMoments.zero(5))
                .plus(ChannelMoments.of(features, part, workers));
        ChannelMoments direct = ChannelMoments.of(features, all, workers);

        assertThat(sum.count()).isEqualTo(direct.count());
        assertThat(sum.covariance().data).containsExactly(direct.covariance().data, within(1e-9));
    }

    @Test
    void shouldNotDependOnTheNumberOfThreads() throws InterruptedException {
        try (Workers one = new Workers(1)) {
            assertThat(ChannelMoments.of(features, all, workers).products().data)
                    .containsExactly(ChannelMoments.of(features, all, one).products().data);
        }
    }
}
