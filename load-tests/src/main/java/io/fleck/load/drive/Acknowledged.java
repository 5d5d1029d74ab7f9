package io.fleck.load.drive;

import io.fleck.avro.SourceRecord;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Positions of one topic that the broker acknowledged. Safe for use by several threads. */
public final class Acknowledged {
    private final String topic;
    private final Map<Integer, BitSet> offsets = new TreeMap<>();
    private long count;

    Acknowledged(String topic) {
        this.topic = topic;
    }

    synchronized void add(int partition, long offset) {
        BitSet known = offsets.computeIfAbsent(partition, unused -> new BitSet());
        int position = Math.toIntExact(offset);
        if (known.get(position)) {
            throw new IllegalStateException(
                    topic + "/" + partition + ": offset " + offset + " was acknowledged for two records");
        }
        known.set(position);
        count++;
    }

    /** How many there are. */
    public synchronized long count() {
        return count;
    }

    /** How many of them a condition does not hold for. */
    public synchronized long without(Predicate<SourceRecord> condition) {
        return offsets.entrySet().stream()
                .mapToLong(partition -> partition.getValue().stream()
                        .filter(offset -> !condition.test(new SourceRecord(topic, partition.getKey(), (long) offset)))
                        .count())
                .sum();
    }
}
