package io.fleck.load.bench.measure;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.StageTimings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the frames' time goes, stage by stage, from results. Not safe for use by several threads.
 *
 * <p>The application measures queue, decode, batch, infer and postprocess itself. What lies before them (sending, the
 * broker, waiting in Kafka and in the stream's buffers) is {@code arrive}, what lies behind (the outcome's own Kafka
 * record, its commit, the consumer's read) is {@code deliver}; both compare clocks of processes on one machine.
 */
public final class StageTimes {
    private final Map<String, Latencies> stages = new LinkedHashMap<>();

    /** No times yet. */
    public StageTimes() {
        for (String stage : new String[] {"arrive", "queue", "decode", "batch", "infer", "postprocess", "deliver"}) {
            stages.put(stage, new Latencies());
        }
    }

    /**
     * Adds a result.
     *
     * @param readMicros when the consumer had it, since the epoch
     */
    public void add(InspectionResult result, long readMicros) {
        StageTimings timings = result.getTimings();
        long inside = record("queue", timings.getQueueMicros())
                + record("decode", timings.getDecodeMicros())
                + record("batch", timings.getBatchMicros())
                + record("infer", timings.getInferMicros())
                + record("postprocess", timings.getPostprocessMicros());
        long inspected = micros(result.getInspectedAt());
        record("arrive", Math.max(0, inspected - micros(result.getCapturedAt()) - inside));
        record("deliver", Math.max(0, readMicros - inspected));
    }

    /** A stage that did not run takes no time and is not counted. */
    private long record(String stage, long micros) {
        if (micros < 0) {
            return 0;
        }
        of(stage).record(micros);
        return micros;
    }

    /**
     * Times of one stage.
     *
     * @throws IllegalArgumentException when there is no such stage
     */
    public Latencies of(String stage) {
        Latencies times = stages.get(stage);
        if (times == null) {
            throw new IllegalArgumentException("stage '" + stage + "'; allowed are " + stages.keySet());
        }
        return times;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Times by stage in the order of the way; a stage that never ran has none. */
    public Map<String, Latencies> byStage() {
        return Collections.unmodifiableMap(stages);
    }
}
