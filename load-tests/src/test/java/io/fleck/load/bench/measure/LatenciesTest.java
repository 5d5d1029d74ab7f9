package io.fleck.load.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void shouldGivePercentilesInMilliseconds() {
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.record(millis * 1_000L);
        }
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.millis(50)).isCloseTo(500, withinPercentage(0.2));
        assertThat(latencies.millis(99)).isCloseTo(990, withinPercentage(0.2));
        assertThat(latencies.maxMillis()).isCloseTo(1_000, withinPercentage(0.2));
        assertThat(latencies.meanMillis()).isCloseTo(500.5, withinPercentage(0.2));
    }

    @ParameterizedTest
    @CsvSource({
        // read, due, infer, added
        "1000, 400, 100, 500",
        "1000, 400, -1, 600",
        "1000, 400, 0, 600"
    })
    void shouldAddAllButTheEngine(long read, long due, long infer, long added) {
        assertThat(Latencies.added(read, due, infer)).isEqualTo(added);
    }

    @Test
    void shouldCountAFewMicrosecondsBelowZeroAsNone() {
        latencies.record(-3);
        assertThat(latencies.maxMillis()).isZero();
    }

    @Test
    void shouldKeepWhatIsLongerThanItCanTell() {
        latencies.record(Long.MAX_VALUE);
        assertThat(latencies.maxMillis()).as("30 minutes").isCloseTo(1_800_000, withinPercentage(0.2));
    }

    @Test
    void shouldNotMakeUpPercentilesOfNothing() {
        assertThatExceptionOfType(BenchException.class).isThrownBy(() -> latencies.millis(50));
        assertThatExceptionOfType(BenchException.class).isThrownBy(latencies::maxMillis);
        assertThatExceptionOfType(BenchException.class).isThrownBy(latencies::meanMillis);
    }
}
