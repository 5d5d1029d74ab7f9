package io.fleck.load.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    private final StageTimes stages = new StageTimes();

    private double mean(String stage) {
        return stages.of(stage).meanMillis();
    }

    @Test
    void shouldNameTheStagesInTheOrderOfTheWay() {
        assertThat(List.copyOf(stages.byStage().keySet()))
                .containsExactly("arrive", "queue", "decode", "batch", "infer", "postprocess", "deliver");
    }

    @Test
    void shouldGiveEveryStageItsPartOfTheWay() {
        stages.add(ResultRecords.inspected(1_000_000, 1_050_000, 7_000), 1_061_000);

        assertThat(mean("queue")).isCloseTo(1, withinPercentage(0.2));
        assertThat(mean("decode")).isCloseTo(2, withinPercentage(0.2));
        assertThat(mean("infer")).isCloseTo(7, withinPercentage(0.2));
        assertThat(mean("postprocess")).isCloseTo(3, withinPercentage(0.2));
        assertThat(mean("deliver")).as("61 - 50 ms").isCloseTo(11, withinPercentage(0.2));
        assertThat(mean("arrive")).as("50 ms less 13 ms inside").isCloseTo(37, withinPercentage(0.2));
    }

    @Test
    void shouldLeaveOutAStageThatDidNotRun() {
        stages.add(ResultRecords.inspected(0, 50_000, -1), 60_000);

        assertThat(stages.of("batch").count()).isZero();
        assertThat(stages.of("infer").count()).isZero();
        assertThat(mean("arrive")).as("50 ms less 6 ms inside").isCloseTo(44, withinPercentage(0.2));
    }

    @Test
    void shouldNotGoBelowZeroWhereTwoClocksDiffer() {
        stages.add(ResultRecords.inspected(1_000, 900, 0), 800);

        assertThat(mean("arrive")).isZero();
        assertThat(mean("deliver")).isZero();
    }

    @Test
    void shouldNameTheStagesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stages.of("lunch"))
                .withMessageContaining("lunch")
                .withMessageContaining("decode");
    }
}
