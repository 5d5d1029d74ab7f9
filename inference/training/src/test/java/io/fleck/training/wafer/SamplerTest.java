package io.fleck.training.wafer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplerTest {
    /** 900 of class 0, 100 of class 1. */
    private static int[] labels() {
        int[] labels = new int[1000];
        Arrays.fill(labels, 900, 1000, 1);
        return labels;
    }

    @Test
    void shouldDrawClassesByTheSquareRootOfTheirNumber() {
        Sampler sampler = new Sampler(labels(), 2);
        SplittableRandom random = new SplittableRandom(1);
        int rare = 0;
        for (int i = 0; i < 10_000; i++) {
            rare += sampler.draw(random) >= 900 ? 1 : 0;
        }
        assertThat(rare / 10_000.0).as("10 of 30 + 10").isCloseTo(0.25, within(0.02));
    }

    @Test
    void shouldKnowTheWayBackToTheTruePriors() {
        Sampler sampler = new Sampler(labels(), 2);
        assertThat(sampler.shares()).containsExactly(new double[] {0.75, 0.25}, within(1e-12));
        double[] correction = sampler.priorCorrection(sampler.shares());
        assertThat(correction[0]).isCloseTo(Math.log(0.9 / 0.75), within(1e-12));
        assertThat(correction[1]).isCloseTo(Math.log(0.1 / 0.25), within(1e-12));
        double[] fromEven = sampler.priorCorrection(new double[] {0.5, 0.5});
        assertThat(fromEven[1]).isCloseTo(Math.log(0.1 / 0.5), within(1e-12));
    }

    @Test
    void shouldRiseAndFall() {
        Schedule schedule = new Schedule(1000, 0.01, 0.1);
        assertThat(schedule.rate(0)).isCloseTo(1e-5, within(1e-9));
        assertThat(schedule.rate(50)).isLessThan(schedule.rate(100));
        assertThat(schedule.rate(100)).isCloseTo(0.01 * 0.5 * (1 + Math.cos(0.1 * Math.PI)), within(1e-9));
        assertThat(schedule.rate(500)).isCloseTo(0.005, within(1e-9));
        assertThat(schedule.rate(999)).isLessThan(1e-6);
    }
}
