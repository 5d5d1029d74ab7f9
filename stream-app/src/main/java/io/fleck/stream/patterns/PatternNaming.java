package io.fleck.stream.patterns;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes the processor that gives patterns their names, and its stores. */
final class PatternNaming implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    /** Patterns that may be named, by event id: as long as their topic keeps them by default. */
    static final String PATTERNS = "patterns-told";

    /** Names whose pattern has not come yet, by event id. */
    static final String EARLY = "names-early";

    static final Duration NAMEABLE = Duration.ofDays(90);
    static final Duration PATIENCE = Duration.ofDays(1);

    private final PatternStreams.Collaborators with;
    private final Set<StoreBuilder<?>> stores = Set.of(
            Stores.windowStoreBuilder(
                    Stores.persistentWindowStore(PATTERNS, NAMEABLE.plusHours(1), NAMEABLE, false),
                    Serdes.String(),
                    Serdes.ByteArray()),
            Stores.windowStoreBuilder(
                    Stores.persistentWindowStore(EARLY, PATIENCE.plusHours(1), PATIENCE, false),
                    Serdes.String(),
                    Serdes.ByteArray()));

    PatternNaming(PatternStreams.Collaborators with) {
        this.with = with;
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new NamingProcessor(with);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return stores;
    }
}
