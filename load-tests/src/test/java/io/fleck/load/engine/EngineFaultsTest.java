package io.fleck.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineFaultsTest {
    private static final int RUNS = 20_000;

    /** What a JVM with these options has as its properties. */
    private static Properties properties(EngineFaults faults) {
        Properties properties = new Properties();
        for (String option : faults.jvmOptions()) {
            assertThat(option).startsWith("-D").contains("=");
            int equals = option.indexOf('=');
            properties.setProperty(option.substring(2, equals), option.substring(equals + 1));
        }
        return properties;
    }

    @Test
    void shouldReachAnotherJvmUnchanged() {
        EngineFaults faults =
                EngineFaults.NONE.failing(0.25, 42).hangingAt(3L, 17L).delayedBy(Duration.ofMillis(20));
        assertThat(EngineFaults.of(properties(faults))).isEqualTo(faults);
        assertThat(EngineFaults.of(properties(EngineFaults.NONE))).isEqualTo(EngineFaults.NONE);
    }

    @Test
    void shouldBeNoneWithoutProperties() {
        assertThat(EngineFaults.of(new Properties())).isEqualTo(EngineFaults.NONE);
        assertThat(EngineFaults.NONE.hangAt()).isEqualTo(Set.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -3, 1L << 40})
    void shouldFailTheShareOfRunsThatItIsTold(long seed) {
        EngineFaults faults = EngineFaults.NONE.failing(0.1, seed);
        long failed = LongStream.range(0, RUNS).filter(faults::fails).count();
        assertThat((double) failed / RUNS).as("share of seed %s", seed).isCloseTo(0.1, within(0.01));
    }

    @Test
    void shouldFailRunsThatDoNotDependOnEachOther() {
        EngineFaults faults = EngineFaults.NONE.failing(0.1, 7);
        long inARow = LongStream.range(1, RUNS)
                .filter(run -> faults.fails(run) && faults.fails(run - 1))
                .count();
        assertThat((double) inARow / RUNS).as("two in a row").isCloseTo(0.01, within(0.004));
    }

    @Test
    void shouldFailTheSameRunsForTheSameSeedOnly() {
        EngineFaults one = EngineFaults.NONE.failing(0.1, 1);
        EngineFaults again = EngineFaults.NONE.failing(0.1, 1);
        EngineFaults other = EngineFaults.NONE.failing(0.1, 2);
        assertThat(LongStream.range(0, RUNS).filter(run -> one.fails(run) != again.fails(run)))
                .isEmpty();
        assertThat(LongStream.range(0, RUNS).filter(run -> one.fails(run) != other.fails(run)))
                .isNotEmpty();
    }

    @Test
    void shouldFailNothingUnlessTold() {
        assertThat(LongStream.range(0, RUNS).filter(EngineFaults.NONE::fails)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void shouldRefuseAShareThatIsNone(double share) {
        assertThatThrownBy(() -> EngineFaults.NONE.failing(share, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fleck.faulty.fail-share " + share);
    }

    @Test
    void shouldRefuseANegativeDelay() {
        assertThatThrownBy(() -> EngineFaults.NONE.delayedBy(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fleck.faulty.item-delay PT-0.001S");
    }
}
