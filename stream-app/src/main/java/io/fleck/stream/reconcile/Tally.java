package io.fleck.stream.reconcile;

import io.fleck.avro.SourceRecord;
import io.fleck.avro.Verdict;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up outcomes over distinct inputs: an input is a position (topic, partition, offset) in Kafka. Not safe for use by
 * several threads.
 */
public final class Tally {
    private record Partition(String topic, int number) {}

    private final Map<Partition, BitSet> seen = new HashMap<>();
    private final Map<String, Long> lastOffsets = new HashMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long deadLetters;
    private long anomalies;
    private long masks;
    private long duplicated;
    private long reordered;

    /**
     * An inspection result, in the order in which its output partition holds it.
     *
     * @param key record key: results of one key must keep the order of their inputs
     */
    public void result(String key, SourceRecord input, Verdict verdict) {
        if (!firstOutcome(input)) {
            return;
        }
        verdicts.merge(verdict, 1L, Long::sum);
        String stream = input.getTopic() + '/' + input.getPartition() + '/' + key;
        Long last = lastOffsets.put(stream, input.getOffset());
        if (last != null && last > input.getOffset()) {
            reordered++;
        }
    }

    /** A dead letter; dead letters have no order among results. */
    public void deadLetter(SourceRecord input) {
        if (firstOutcome(input)) {
            deadLetters++;
        }
    }

    /** An anomaly event. */
    public void anomaly() {
        anomalies++;
    }

    /** A mask. */
    public void mask() {
        masks++;
    }

    /** Whether an input has an outcome already. */
    public boolean has(SourceRecord input) {
        BitSet offsets = seen.get(new Partition(input.getTopic(), input.getPartition()));
        return offsets != null && offsets.get(Math.toIntExact(input.getOffset()));
    }

    private boolean firstOutcome(SourceRecord input) {
        BitSet offsets =
                seen.computeIfAbsent(new Partition(input.getTopic(), input.getPartition()), unused -> new BitSet());
        int offset = Math.toIntExact(input.getOffset());
        if (offsets.get(offset)) {
            duplicated++;
            return false;
        }
        offsets.set(offset);
        return true;
    }

    /** What was counted so far. */
    public Outcomes outcomes() {
        return new Outcomes(Map.copyOf(verdicts), deadLetters, anomalies, masks, duplicated, reordered);
    }
}
