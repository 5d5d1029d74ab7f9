package io.fleck.stream.wall.feed;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.WaferDefectMap;
import io.fleck.avro.WaferReference;
import io.fleck.core.render.ImageFiles;
import io.fleck.core.render.WaferPicture;
import io.fleck.stream.wafers.MapRecords;
import io.fleck.stream.wall.live.PatternSeen;
import io.fleck.stream.wall.live.WaferSeen;
import io.fleck.stream.wall.live.WaferVerdict;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Records about wafers as the page takes them. */
final class WaferSightings {
    /** Large enough to be enlarged, small enough to be sent a few times a second. */
    static final int PIXELS = 480;

    private WaferSightings() {}

    /**
     * A map, drawn.
     *
     * @throws IllegalArgumentException when a field of the record is out of its range
     */
    static WaferSeen map(WaferDefectMap map) {
        return new WaferSeen(
                map.getId(),
                map.getLot(),
                map.getWafer(),
                map.getSlot(),
                map.getStep(),
                map.getProduct(),
                map.getTool(),
                map.getInspectedAt().toEpochMilli(),
                ByteBuffer.wrap(ImageFiles.png(WaferPicture.of(MapRecords.map(map), PIXELS))));
    }

    /** What became of a map. */
    static WaferVerdict verdict(InspectionResult result) {
        WaferReference wafer = result.getWafer();
        ModelReference model = result.getModel();
        return new WaferVerdict(
                result.getInputId(),
                result.getVerdict(),
                Objects.requireNonNullElse(result.getDefectClass(), ""),
                result.getConfidence(),
                result.getPValue(),
                wafer == null ? 0 : wafer.getDefects(),
                model == null ? "" : model.getName());
    }

    /** A pattern. */
    static PatternSeen pattern(NovelPattern pattern) {
        return new PatternSeen(
                pattern.getEventId(),
                pattern.getProduct(),
                pattern.getStep(),
                pattern.getCount(),
                pattern.getRaisedAt().toEpochMilli(),
                pattern.getExamples().stream()
                        .map(example ->
                                new PatternSeen.Example(example.getInputId(), example.getLot(), example.getWafer()))
                        .toList(),
                pattern.getSuspects().stream()
                        .map(suspect -> new PatternSeen.Suspect(suspect.getValues(), suspect.getPValue()))
                        .toList());
    }
}
