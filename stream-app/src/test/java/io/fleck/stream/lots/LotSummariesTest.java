package io.fleck.stream.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fleck.avro.LotSummary;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.wafers.WaferPipeline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LotSummariesTest {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static List<LotSummary> summaries(WaferPipeline pipeline) {
        return pipeline.read(Topic.LOT_SUMMARIES, LotSummary.class);
    }

    @Test
    void shouldSumALotUpOnceNoWaferCameForAWhile() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.good("L1", 1);
            pipeline.good("L1", 2);
            pipeline.ring("L1", 3);
            pipeline.good("L2", 1);
            pipeline.pass(IDLE.minusMinutes(1));
            pipeline.center("L1", 4);
            assertThat(summaries(pipeline)).as("neither is over").isEmpty();
            pipeline.pass(Duration.ofMinutes(1));
            assertThat(summaries(pipeline)).extracting(LotSummary::getLot).containsExactly("L2");
            pipeline.pass(IDLE);
            LotSummary sum = summaries(pipeline).get(0);
            assertThat(sum.getLot()).isEqualTo("L1");
            assertThat(sum.getStep()).isEqualTo("M2");
            assertThat(sum.getProduct()).isEqualTo("P1");
            assertThat(sum.getWafers()).isEqualTo(4);
            assertThat(sum.getVerdicts()).containsOnly(entry("OK", 2), entry("NOVEL", 1), entry("ANOMALY", 1));
            assertThat(sum.getClasses())
                    .as("a novel wafer has none")
                    .containsOnly(entry("none", 2), entry("Center", 1));
            assertThat(sum.getAffected()).containsExactly("W3", "W4");
            assertThat(sum.getDefects()).isEqualTo(9);
            assertThat(sum.getFirstAt()).isEqualTo(WaferPipeline.NOW);
            assertThat(sum.getLastAt()).isEqualTo(WaferPipeline.NOW.plus(IDLE.minusMinutes(1)));
            assertThat(sum.getClosedAt()).isAfterOrEqualTo(sum.getLastAt().plus(IDLE));
            pipeline.pass(IDLE);
            assertThat(summaries(pipeline)).as("summed up once").isEmpty();
            assertThat(pipeline.metric("fleck_lot_summaries_total")).isEqualTo(2);
        }
    }

    @Test
    void shouldBeginAnewForWafersThatComeLater() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.good("L1", 1);
            pipeline.pass(IDLE);
            pipeline.good("L1", 2);
            pipeline.pass(IDLE);
            assertThat(summaries(pipeline)).extracting(LotSummary::getWafers).containsExactly(1, 1);
        }
    }

    @Test
    void shouldCountAMapThatCameTwiceOnceAndSumUpNoLotWithoutAName() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.good("L1", 1);
            pipeline.good("L1", 1);
            pipeline.good("", 2);
            pipeline.pass(IDLE);
            assertThat(summaries(pipeline)).extracting(LotSummary::getWafers).containsExactly(1);
        }
    }

    /** What calls itself one lot and never ends must not outgrow its record. */
    @Test
    void shouldListSoManyWafersAndNoMore() {
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            for (int slot = 1; slot <= 210; slot++) {
                pipeline.center("L1", slot);
            }
            pipeline.pass(IDLE);
            LotSummary sum = summaries(pipeline).get(0);
            assertThat(sum.getWafers()).isEqualTo(210);
            assertThat(sum.getAffected()).hasSize(200);
        }
    }
}
