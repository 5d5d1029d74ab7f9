package io.fleck.stream.wafers;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.StageTimings;
import io.fleck.avro.Verdict;
import io.fleck.avro.WaferReference;
import io.fleck.core.batch.BatchTimings;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.core.wafer.WaferIdentity;
import io.fleck.core.wafer.WaferResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What was found on a wafer, as the records that others read. */
final class WaferRecords {
    private static final StageTimings NOT_RUN = new StageTimings(-1L, -1L, -1L, -1L, -1L);
    private static final long NO_SEQUENCE = -1;

    private WaferRecords() {}

    static InspectionResult result(Wafer wafer, ClassifiedWafer classified, Judgement judgement, Instant now) {
        WaferResult result = classified.result();
        return about(wafer, judgement.verdict(), now)
                .setScore(result.novelty().score())
                .setThreshold(threshold(wafer, result))
                .setPValue(result.novelty().pValue())
                .setModel(wafer.model().reference())
                .setTimings(timings(classified.timings()))
                .setDefectClass(judgement.signature())
                .setConfidence(nullable(judgement.confidence()))
                .setEmbedding(floats(result.latent()))
                .build();
    }

    /** No model ran. */
    static InspectionResult shed(Wafer wafer, String reason, Instant now) {
        return about(wafer, Verdict.SHED, now)
                .setReason(reason)
                .setTimings(NOT_RUN)
                .build();
    }

    /** It has its verdict already and gets no second one. */
    static InspectionResult duplicate(Wafer wafer, String eventId, Instant now) {
        return about(wafer, Verdict.UNKNOWN, now)
                .setReason("the same wafer map came before")
                .setDuplicateOf(eventId)
                .setTimings(NOT_RUN)
                .build();
    }

    private static InspectionResult.Builder about(Wafer wafer, Verdict verdict, Instant now) {
        return InspectionResult.newBuilder()
                .setEventId(wafer.eventId())
                .setInputId(wafer.id())
                .setSource(wafer.input().source())
                .setLot(wafer.map().identity().lot())
                .setSequence(NO_SEQUENCE)
                .setCapturedAt(wafer.inspectedAt())
                .setInspectedAt(now)
                .setVerdict(verdict)
                .setWafer(reference(wafer));
    }

    static AnomalyEvent event(Wafer wafer, ClassifiedWafer classified, Judgement judgement) {
        WaferResult result = classified.result();
        return AnomalyEvent.newBuilder()
                .setEventId(wafer.eventId())
                .setInputId(wafer.id())
                .setSource(wafer.input().source())
                .setLot(wafer.map().identity().lot())
                .setCapturedAt(wafer.inspectedAt())
                .setVerdict(judgement.verdict())
                .setScore(result.novelty().score())
                .setThreshold(threshold(wafer, result))
                .setPValue(result.novelty().pValue())
                .setModel(wafer.model().reference())
                .setDefectClass(judgement.known() ? judgement.signature() : null)
                .setConfidence(judgement.known() ? nullable(judgement.confidence()) : null)
                .setNovelty(result.novelty().pValue())
                .setWafer(reference(wafer))
                .build();
    }

    private static WaferReference reference(Wafer wafer) {
        WaferIdentity identity = wafer.map().identity();
        return WaferReference.newBuilder()
                .setWafer(identity.wafer())
                .setSlot(identity.slotNumber())
                .setStep(identity.step())
                .setProduct(identity.product())
                .setTool(identity.tool())
                .setRecipe(identity.recipe())
                .setDefects(wafer.map().defectCount())
                .build();
    }

    private static double threshold(Wafer wafer, WaferResult result) {
        return wafer.model()
                .gate()
                .calibrator(result.signature())
                .threshold(wafer.model().gate().rate());
    }

    private static List<Float> floats(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    /** Wafers are not decoded beside their filling in, and a batch of them is put together in the engine's time. */
    private static StageTimings timings(BatchTimings timings) {
        return new StageTimings(
                timings.queueNanos() / 1000,
                timings.prepareNanos() / 1000,
                timings.batchNanos() / 1000,
                timings.inferNanos() / 1000,
                -1L);
    }

    @SuppressWarnings("NullAway") // Avro's builder takes null for an absent value
    private static Double nullable(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
