package io.fleck.stream.topology;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.CameraFrame;
import io.fleck.avro.DefectRegion;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.core.detect.Mask;
import io.fleck.core.detect.Region;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.Rectangle;
import io.fleck.core.inspect.InspectionOutcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What inspection found, as the records that others read. */
final class OutcomeRecords {
    private static final StageTimings NOT_RUN = new StageTimings(-1L, -1L, -1L, -1L, -1L);

    private OutcomeRecords() {}

    static Verdict verdict(InspectionOutcome outcome) {
        return outcome.anomalous() ? Verdict.ANOMALY : Verdict.OK;
    }

    static InspectionResult result(Frame frame, InspectionOutcome outcome, Instant now) {
        return about(frame, verdict(outcome), now)
                .setScore(outcome.score())
                .setThreshold(outcome.threshold())
                .setPValue(nullable(outcome.pValue()))
                .setModel(frame.station().model())
                .setTimings(timings(outcome.timings()))
                .build();
    }

    /** No model ran. */
    static InspectionResult shed(Frame frame, String reason, Instant now) {
        return about(frame, Verdict.SHED, now)
                .setReason(reason)
                .setTimings(NOT_RUN)
                .build();
    }

    /** It has its verdict already and gets no second one. */
    static InspectionResult duplicate(Frame frame, String eventId, Instant now) {
        return about(frame, Verdict.UNKNOWN, now)
                .setReason("the same frame came before")
                .setDuplicateOf(eventId)
                .setTimings(NOT_RUN)
                .build();
    }

    private static InspectionResult.Builder about(Frame frame, Verdict verdict, Instant now) {
        CameraFrame record = frame.record();
        return InspectionResult.newBuilder()
                .setEventId(frame.eventId())
                .setInputId(record.getId())
                .setSource(frame.input().source())
                .setCamera(record.getCamera())
                .setLine(record.getLine())
                .setStation(record.getStation())
                .setPart(record.getPart())
                .setLot(record.getLot())
                .setSequence(record.getSequence())
                .setCapturedAt(record.getCapturedAt())
                .setInspectedAt(now)
                .setRecipeOffset(frame.station().recipeOffset())
                .setVerdict(verdict);
    }

    static AnomalyEvent event(Frame frame, InspectionOutcome outcome) {
        CameraFrame record = frame.record();
        return AnomalyEvent.newBuilder()
                .setEventId(frame.eventId())
                .setInputId(record.getId())
                .setSource(frame.input().source())
                .setCamera(record.getCamera())
                .setLine(record.getLine())
                .setStation(record.getStation())
                .setPart(record.getPart())
                .setLot(record.getLot())
                .setCapturedAt(record.getCapturedAt())
                .setVerdict(verdict(outcome))
                .setScore(outcome.score())
                .setThreshold(outcome.threshold())
                .setPValue(nullable(outcome.pValue()))
                .setModel(frame.station().model())
                .setRegions(
                        outcome.regions().stream().map(OutcomeRecords::region).toList())
                .setMaskId(outcome.map() == null ? null : frame.eventId())
                .build();
    }

    static AnomalyMask mask(Frame frame, InspectionOutcome outcome, ScoreMap map) {
        QuantizedMap quantized = QuantizedMap.of(map);
        int width = outcome.image().width();
        int height = outcome.image().height();
        return AnomalyMask.newBuilder()
                .setEventId(frame.eventId())
                .setWidth(width)
                .setHeight(height)
                .setMapWidth(quantized.width())
                .setMapHeight(quantized.height())
                .setMapArea(area(frame.station().settings().regionOfInterest()))
                .setMapMinimum(quantized.minimum())
                .setMapMaximum(quantized.maximum())
                .setMap(quantized.cells())
                .setThreshold(maskThreshold(outcome, map))
                .setRuns(runs(outcome.mask(), width, height))
                .build();
    }

    /** Where no cell is above the threshold, the highest one stands for the anomaly: its mask starts just below it. */
    private static double maskThreshold(InspectionOutcome outcome, ScoreMap map) {
        return Math.min(outcome.threshold(), Math.nextDown((double) map.maximum()));
    }

    /** A region of interest as records carry it; absent means the whole frame. */
    static io.fleck.avro.@Nullable Rectangle area(@Nullable Rectangle region) {
        return region == null
                ? null
                : new io.fleck.avro.Rectangle(region.x(), region.y(), region.width(), region.height());
    }

    private static List<Integer> runs(@Nullable Mask mask, int width, int height) {
        return mask == null
                ? List.of(Math.multiplyExact(width, height))
                : Arrays.stream(mask.runs()).boxed().toList();
    }

    private static DefectRegion region(Region region) {
        return DefectRegion.newBuilder()
                .setX(region.bounds().x())
                .setY(region.bounds().y())
                .setWidth(region.bounds().width())
                .setHeight(region.bounds().height())
                .setArea(region.area())
                .setPeakScore(region.peakScore())
                .setMeanScore(region.meanScore())
                .setPolygonX(region.outline().stream().map(Region.Point::x).toList())
                .setPolygonY(region.outline().stream().map(Region.Point::y).toList())
                .build();
    }

    private static StageTimings timings(io.fleck.core.inspect.StageTimings timings) {
        return new StageTimings(
                micros(timings.queueNanos()),
                micros(timings.decodeNanos()),
                micros(timings.batchNanos()),
                micros(timings.inferNanos()),
                micros(timings.postprocessNanos()));
    }

    private static long micros(long nanos) {
        return nanos < 0 ? -1 : nanos / 1000;
    }

    @SuppressWarnings("NullAway") // Avro's builder takes null for an absent value
    private static Double nullable(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
