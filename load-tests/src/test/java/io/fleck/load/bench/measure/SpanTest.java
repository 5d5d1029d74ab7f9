package io.fleck.load.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldCountBetweenTwoMoments() {
        Sample before = new Sample(5 * SECOND, 100, Map.of("app", 2.0, "broker", 1.0));
        Sample after = new Sample(15 * SECOND, 1_100, Map.of("app", 12.0, "broker", 1.5));

        Span span = after.since(before);

        assertThat(span.frames()).isEqualTo(1_000);
        assertThat(span.perSecond()).isCloseTo(100, within(1e-9));
        assertThat(span.cpuPer1000("app")).isCloseTo(10, within(1e-9));
        assertThat(span.cpuPer1000("broker")).isCloseTo(0.5, within(1e-9));
        assertThat(span.cores("app")).isCloseTo(1, within(1e-9));
        assertThat(span.cores("nobody")).as("cores of a role that nobody has").isZero();
    }

    @Test
    void shouldCountAllThatAProcessSpentWhichWasNotThereBefore() {
        Sample before = new Sample(0, 0, Map.of());
        Sample after = new Sample(SECOND, 1_000, Map.of("app", 0.25));

        assertThat(after.since(before).cpuPer1000("app")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void shouldNotTakeTimeBackWhenAProcessHasEnded() {
        Sample before = new Sample(0, 0, Map.of("broker", 3.0));
        Sample after = new Sample(SECOND, 1, Map.of("broker", 0.0));

        assertThat(after.since(before).cpuSeconds()).containsEntry("broker", 0.0);
    }

    @Test
    void shouldRefuseASpanOfNoTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, 0, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 1, Map.of()));
    }

    @Test
    void shouldNotMakeUpCpuTimeOfNothing() {
        assertThatExceptionOfType(BenchException.class)
                .as("no frame")
                .isThrownBy(() -> new Span(0, 1, Map.of("app", 1.0)).cpuPer1000("app"));
        assertThatExceptionOfType(BenchException.class)
                .as("no such role")
                .isThrownBy(() -> new Span(1, 1, Map.of("app", 1.0)).cpuPer1000("broker"))
                .withMessageContaining("broker");
    }
}
