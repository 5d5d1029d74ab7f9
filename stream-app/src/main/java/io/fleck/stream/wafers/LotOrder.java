package io.fleck.stream.wafers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the wafers of a lot together: their records have keys of their own, lot/wafer, but share a partition, so they keep
 * their order from the gateway to whoever reads their results.
 *
 * <p>The lot is what stands before the first slash. Where lots have slashes in their ids, several share what they begin
 * with, which does no harm. Wafers without a lot have no order among each other.
 */
public final class LotOrder {
    private static final byte SLASH = '/';

    private LotOrder() {}

    /** Record key of a wafer. */
    public static String key(String lot, String wafer) {
        return lot + "/" + wafer;
    }

    /** Partition of a record key: murmur2 of the lot's bytes, as Kafka's own partitioner takes it of a whole key. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(lot(key))) % partitions;
    }

    /** Wafers for which this gives the same keep their order. */
    static String order(byte @Nullable [] key) {
        return key == null ? "" : new String(lot(key), StandardCharsets.ISO_8859_1);
    }

    /** Partitions by lot; a record without a key goes anywhere. */
    static StreamPartitioner<byte[], byte[]> partitioner() {
        return (topic, key, value, partitions) ->
                key == null ? Optional.empty() : Optional.of(Set.of(partition(key, partitions)));
    }

    private static byte[] lot(byte[] key) {
        for (int i = 1; i < key.length; i++) {
            if (key[i] == SLASH) {
                return Arrays.copyOf(key, i);
            }
        }
        return key;
    }
}
