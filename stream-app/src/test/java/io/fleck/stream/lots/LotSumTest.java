package io.fleck.stream.lots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.LotSummary;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LotSumTest {
    private static final Instant FIRST = Instant.parse("2026-03-04T05:06:07Z");

    private static LotSummary with(
            @Nullable LotSummary before, String wafer, Verdict verdict, @Nullable String signature, int seconds) {
        WaferReference reference = WaferReference.newBuilder()
                .setWafer(wafer)
                .setStep("M2")
                .setProduct("P1")
                .setDefects(10)
                .build();
        InspectionResult result = InspectionResult.newBuilder()
                .setEventId("event-" + wafer)
                .setInputId("map-" + wafer)
                .setSource(new SourceRecord("inspection.wafer-maps", 0, 0L))
                .setLot("L1")
                .setCapturedAt(FIRST)
                .setInspectedAt(FIRST)
                .setVerdict(verdict)
                .setDefectClass(signature)
                .setTimings(new StageTimings(-1L, -1L, -1L, -1L, -1L))
                .setWafer(reference)
                .build();
        return LotSum.with(before, result, reference, FIRST.plusSeconds(seconds));
    }

    @Test
    void shouldBeginWithTheFirstWafer() {
        LotSummary sum = with(null, "W1", Verdict.OK, "none", 0);
        assertThat(sum.getLot()).isEqualTo("L1");
        assertThat(sum.getStep()).isEqualTo("M2");
        assertThat(sum.getWafers()).isEqualTo(1);
        assertThat(sum.getVerdicts()).containsOnly(entry("OK", 1));
        assertThat(sum.getClasses()).containsOnly(entry("none", 1));
        assertThat(sum.getAffected()).isEmpty();
        assertThat(sum.getFirstAt()).isEqualTo(FIRST);
    }

    @Test
    void shouldAddEachWafer() {
        LotSummary one = with(null, "W1", Verdict.ANOMALY, "Donut", 0);
        LotSummary two = with(one, "W2", Verdict.NOVEL, "none", 5);
        LotSummary three = with(two, "W3", Verdict.ANOMALY, "Donut", 9);
        assertThat(three.getWafers()).isEqualTo(3);
        assertThat(three.getDefects()).isEqualTo(30);
        assertThat(three.getVerdicts()).containsOnly(entry("ANOMALY", 2), entry("NOVEL", 1));
        assertThat(three.getClasses())
                .as("the likest class of a novel wafer is not its own")
                .containsOnly(entry("Donut", 2));
        assertThat(three.getAffected()).containsExactly("W1", "W2", "W3");
        assertThat(three.getFirstAt()).isEqualTo(FIRST);
        assertThat(three.getLastAt()).isEqualTo(FIRST.plusSeconds(9));
        assertThat(two.getWafers()).as("the sum before stays as it was").isEqualTo(2);
    }
}
