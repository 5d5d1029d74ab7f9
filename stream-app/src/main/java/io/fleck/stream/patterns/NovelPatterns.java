package io.fleck.stream.patterns;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes the processors that find novel patterns, and their stores. */
final class NovelPatterns implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    /** Clusters of rejected wafers by product and step. */
    static final String CLUSTERS = "wafer-clusters";

    /** Results of all wafers of the window by product. */
    static final String HISTORY = "wafer-history";

    /** Kafka Streams drops by segment; within the window nothing may be dropped. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final PatternStreams.Collaborators with;
    private final Set<StoreBuilder<?>> stores;

    NovelPatterns(PatternStreams.Collaborators with) {
        this.with = with;
        Duration window = with.policy().window();
        this.stores = Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CLUSTERS), Serdes.String(), Serdes.ByteArray()),
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(HISTORY, window.plus(MARGIN), window, true),
                        Serdes.String(),
                        Serdes.ByteArray()));
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new PatternProcessor(with);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return stores;
    }
}
