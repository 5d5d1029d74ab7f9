package io.fleck.stream.recipes;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The global store of recipes: every instance reads the whole topic before its first frame, and every change from then on,
 * on a thread of its own. Values stay raw bytes, so that one that cannot be decoded does no harm.
 *
 * <p>The store is in memory on purpose: a persistent one would be taken up from its checkpoint after a restart, and its
 * recipes never be handed to the processor again.
 */
public final class RecipeStore {
    static final String NAME = "recipes";

    private RecipeStore() {}

    /**
     * Adds the store to a topology.
     *
     * @param topic name of the topic of recipes
     * @param table takes every record of it
     */
    public static void addTo(Topology topology, String topic, RecipeTable table) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                NAME + "-source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                NAME + "-reader",
                () -> new Reader(table));
    }

    private static final class Reader implements Processor<byte[], byte[], Void, Void> {
        private final RecipeTable table;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() first
        private ProcessorContext<Void, Void> context;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() first
        private KeyValueStore<Bytes, byte[]> store;

        Reader(RecipeTable table) {
            this.table = table;
        }

        @Override
        public void init(ProcessorContext<Void, Void> started) {
            context = started;
            store = started.getStateStore(NAME);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            store.put(Bytes.wrap(record.key()), record.value());
            long offset = context.recordMetadata()
                    .map(RecordMetadata::offset)
                    .orElseThrow(() -> new IllegalStateException("a recipe outside of a topic"));
            table.update(record.key(), record.value(), offset);
        }
    }
}
