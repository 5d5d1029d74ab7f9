package io.fleck.fitting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LampTest {
    @Test
    void shouldDriftSlowlyAndFlickerLess() {
        for (long index = 0; index < 400; index++) {
            double step = Math.abs(lamp(index + 1).brightness() - lamp(index).brightness());
            assertThat(step).as("step from part %s", index).isLessThan(0.05);
        }
        double[] brightness = LongStream.range(0, 400)
                .mapToDouble(i -> lamp(i).brightness())
                .sorted()
                .toArray();
        assertThat(brightness[399] - brightness[0]).as("drift").isBetween(0.08, 0.16);
    }

    @Test
    void shouldComeFromTheUpperLeft() {
        for (long index = 0; index < 200; index += 7) {
            assertThat(Math.cos(lamp(index).azimuth())).as("part %s", index).isNegative();
            assertThat(Math.sin(lamp(index).azimuth())).as("part %s", index).isNegative();
        }
    }

    @Test
    void shouldServeAnyNumber() {
        assertThat(lamp(Long.MAX_VALUE).brightness()).isBetween(0.9, 1.1);
    }

    private static Lamp lamp(long index) {
        return Lamp.at(index, new SplittableRandom(index));
    }
}
