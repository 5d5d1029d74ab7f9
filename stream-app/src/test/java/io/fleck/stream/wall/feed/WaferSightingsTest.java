package io.fleck.stream.wall.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleck.avro.ExampleWafer;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.SourceRecord;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Suspect;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferDefectMap;
import io.fleck.avro.WaferReference;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import io.fleck.core.wafer.DieLayout;
import io.fleck.core.wafer.Notch;
import io.fleck.core.wafer.WaferGeometry;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.stream.gateway.wafers.WaferRecords;
import io.fleck.stream.wall.live.PatternSeen;
import io.fleck.stream.wall.live.WaferSeen;
import io.fleck.stream.wall.live.WaferVerdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WaferSightingsTest {
    private static final Instant TIME = Instant.parse("2026-03-01T06:00:00Z");
    private static final ModelReference MODEL = new ModelReference("wafers", "3", "d".repeat(64));

    private static WaferDefectMap record() {
        DefectMap map = new DefectMap(
                new WaferIdentity("L1", "07", 7, "M3", "P28", "T2", "R1", null),
                new WaferGeometry(300, DieLayout.UNKNOWN, Notch.DOWN),
                Defects.at(new float[] {0}, new float[] {0}),
                null);
        return WaferRecords.of(map, TIME);
    }

    @Test
    void shouldDrawAMap() throws IOException {
        WaferSeen seen = WaferSightings.map(record());
        assertThat(seen.lot()).isEqualTo("L1");
        assertThat(seen.slot()).isEqualTo(7);
        assertThat(seen.tool()).isEqualTo("T2");
        assertThat(seen.inspectedAt()).isEqualTo(TIME.toEpochMilli());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(seen.png().array()));
        assertThat(picture.getWidth()).isEqualTo(WaferSightings.PIXELS);
        int middle = picture.getRGB(WaferSightings.PIXELS / 2, WaferSightings.PIXELS / 2);
        assertThat(middle >> 16 & 0xFF).as("red of the defect").isGreaterThan(2 * (middle >> 8 & 0xFF));
    }

    @Test
    void shouldRefuseAMapThatCannotBe() {
        WaferDefectMap record = record();
        record.setDiameterMm(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaferSightings.map(record))
                .withMessageContaining("wafer diameter is -1.0 mm");
    }

    private static InspectionResult.Builder result(Verdict verdict) {
        return InspectionResult.newBuilder()
                .setEventId("e")
                .setInputId("map-1")
                .setSource(new SourceRecord("inspection.wafer-maps", 0, 0L))
                .setStation("")
                .setCamera("")
                .setCapturedAt(TIME)
                .setInspectedAt(TIME)
                .setVerdict(verdict)
                .setTimings(StageTimings.newBuilder().build());
    }

    @Test
    void shouldTakeTheVerdictOfAResult() {
        WaferReference wafer = WaferReference.newBuilder()
                .setWafer("07")
                .setSlot(7)
                .setDefects(118)
                .build();
        WaferVerdict verdict = WaferSightings.verdict(result(Verdict.ANOMALY)
                .setWafer(wafer)
                .setDefectClass("Scratch")
                .setConfidence(0.9)
                .setPValue(0.4)
                .setModel(MODEL)
                .build());
        assertThat(verdict).isEqualTo(new WaferVerdict("map-1", Verdict.ANOMALY, "Scratch", 0.9, 0.4, 118, "wafers"));
        assertThat(WaferSightings.verdict(result(Verdict.SHED).build()))
                .as("no model ran")
                .isEqualTo(new WaferVerdict("map-1", Verdict.SHED, "", null, null, 0, ""));
    }

    @Test
    void shouldTakeExamplesAndSuspectsOfAPattern() {
        NovelPattern pattern = NovelPattern.newBuilder()
                .setEventId("novel-1")
                .setProduct("P28")
                .setStep("M3")
                .setModel(MODEL)
                .setCount(5)
                .setMean(List.of(1f))
                .setPValue(0.001)
                .setFirstAt(TIME)
                .setLastAt(TIME)
                .setRaisedAt(TIME)
                .setExamples(List.of(ExampleWafer.newBuilder()
                        .setEventId("e")
                        .setInputId("map-1")
                        .setLot("L1")
                        .setWafer("07")
                        .build()))
                .setSuspects(List.of(new Suspect(Map.of("tool", "T2"), 5, 6, 8.0, 0.005)))
                .build();
        assertThat(WaferSightings.pattern(pattern))
                .isEqualTo(new PatternSeen(
                        "novel-1",
                        "P28",
                        "M3",
                        5,
                        TIME.toEpochMilli(),
                        List.of(new PatternSeen.Example("map-1", "L1", "07")),
                        List.of(new PatternSeen.Suspect(Map.of("tool", "T2"), 0.005))));
    }
}
