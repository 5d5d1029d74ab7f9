package io.fleck.load.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fleck.load.bench.measure.ResultRecords;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals(1_000_000, 2_000_000);

    private void frame(long due, long read) {
        arrivals.read(ResultRecords.inspected(due, due + 20_000, 7_000), read);
    }

    @Test
    void shouldTakeTheEngineOffTheLatency() {
        frame(1_500_000, 1_540_000);

        assertThat(arrivals.total().maxMillis()).isCloseTo(40, withinPercentage(0.2));
        assertThat(arrivals.added().maxMillis()).isCloseTo(33, withinPercentage(0.2));
        assertThat(arrivals.stages().of("deliver").meanMillis()).isCloseTo(20, withinPercentage(0.2));
    }

    @Test
    void shouldCountFramesByWhenTheyWereDueHoweverLateTheyCome() {
        frame(999_999, 1_200_000);
        frame(1_000_000, 1_010_000);
        frame(1_999_999, 9_000_000);
        frame(2_000_000, 2_010_000);

        assertThat(arrivals.added().count()).isEqualTo(2);
        assertThat(arrivals.total().maxMillis()).as("the late one").isCloseTo(7_000, withinPercentage(0.2));
    }
}
