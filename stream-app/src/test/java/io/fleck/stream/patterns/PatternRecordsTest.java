package io.fleck.stream.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.avro.ExampleWafer;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Suspect;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PatternRecordsTest {
    private static final ModelReference MODEL = new ModelReference("wafers", "3", "ab".repeat(32));
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static InspectionResult result(String lot, int slot, @Nullable WaferReference wafer) {
        return InspectionResult.newBuilder()
                .setEventId("event-" + lot + "-" + slot)
                .setInputId("map-" + lot + "-" + slot)
                .setSource(new SourceRecord("inspection.wafer-maps", 0, 0L))
                .setLot(lot)
                .setCapturedAt(NOW)
                .setInspectedAt(NOW)
                .setVerdict(Verdict.NOVEL)
                .setTimings(new StageTimings(-1L, -1L, -1L, -1L, -1L))
                .setWafer(wafer)
                .build();
    }

    private static InspectionResult wafer(String lot, int slot, String tool) {
        return result(
                lot,
                slot,
                WaferReference.newBuilder()
                        .setWafer("W" + slot)
                        .setSlot(slot)
                        .setStep("M2")
                        .setProduct("P1")
                        .setTool(tool)
                        .setRecipe("R" + slot % 2)
                        .setDefects(4)
                        .build());
    }

    /** Wafers of four tools; the last of every lot, from tool T9, is a member as often as asked for. */
    private static NovelPattern pattern(int lots, int members) {
        List<InspectionResult> history = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            for (int slot = 1; slot <= 8; slot++) {
                history.add(wafer("L" + lot, slot, "T" + slot % 4));
            }
            InspectionResult last = wafer("L" + lot, 9, "T9");
            history.add(last);
            if (lot < members) {
                ids.add(last.getEventId());
            }
        }
        var found =
                new io.fleck.core.wafer.pattern.NovelPattern("novel-1", ids, List.of(1f, 2f), members, 1e-6, NOW, NOW);
        return PatternRecords.of(new ProductStep("P1", "M2"), MODEL, found, history, NOW);
    }

    @Test
    void shouldShowSoManyExamplesAndNoMore() {
        NovelPattern few = pattern(10, 5);
        assertThat(few.getExamples()).extracting(ExampleWafer::getLot).containsExactly("L0", "L1", "L2", "L3", "L4");
        assertThat(few.getExamples()).allSatisfy(example -> {
            assertThat(example.getWafer()).isEqualTo("W9");
            assertThat(example.getTool()).isEqualTo("T9");
            assertThat(example.getInputId()).startsWith("map-L");
        });
        assertThat(pattern(40, 30).getExamples()).hasSize(PatternRecords.MOST_EXAMPLES);
    }

    @Test
    void shouldNameTheToolThatGoesWithThePattern() {
        NovelPattern pattern = pattern(20, 18);
        assertThat(pattern.getCompared()).isEqualTo(180);
        assertThat(pattern.getSuspects())
                .as("slot 9 and tool T9 are the same wafers")
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5)
                .allSatisfy(suspect -> assertThat(suspect.getPValue()).isLessThanOrEqualTo(0.05));
        assertThat(pattern.getSuspects())
                .anySatisfy(suspect -> assertThat(suspect.getValues()).containsEntry("tool", "T9"));
        assertThat(pattern.getSuspects()).extracting(Suspect::getAffected).contains(18);
    }

    @Test
    void shouldSayTheSameOfTheSameWafers() {
        assertThat(pattern(20, 18)).isEqualTo(pattern(20, 18));
    }

    @Test
    void shouldSuspectNothingWhereAllWafersShowIt() {
        List<InspectionResult> history = List.of(wafer("L1", 1, "T1"), wafer("L1", 2, "T2"));
        var found = new io.fleck.core.wafer.pattern.NovelPattern(
                "novel-1", List.of("event-L1-1", "event-L1-2"), List.of(1f), 2, 1e-6, NOW, NOW);
        NovelPattern pattern = PatternRecords.of(new ProductStep("P1", "M2"), MODEL, found, history, NOW);
        assertThat(pattern.getSuspects()).isEmpty();
        assertThat(pattern.getPValue()).isEqualTo(1e-6);
        assertThat(pattern.getModel()).isEqualTo(MODEL);
    }

    @Test
    void shouldRefuseResultsOfFrames() {
        InspectionResult frame = result("L1", 1, null);
        assertThatThrownBy(() -> ProductStep.of(frame)).hasMessage("result event-L1-1 is not about a wafer");
        var found = new io.fleck.core.wafer.pattern.NovelPattern(
                "novel-1", List.of("event-L1-1"), List.of(1f), 1, 1e-6, NOW, NOW);
        assertThatThrownBy(() -> PatternRecords.of(new ProductStep("P1", "M2"), MODEL, found, List.of(frame), NOW))
                .hasMessage("result event-L1-1 is not about a wafer");
    }
}
