package io.fleck.stream.globals;

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
 * A topic that every instance reads as a whole before its first input, and every change from then on, on a thread of its
 * own. Values stay raw bytes, so that one that cannot be decoded does no harm.
 *
 * <p>The store is in memory on purpose: a persistent one would be taken up from its checkpoint after a restart, and its
 * records never be handed on again.
 */
public final class GlobalTopic {
    private GlobalTopic() {}

    /**
     * Adds the topic to a topology.
     *
     * @param name of its store, and of the nodes beside it
     * @param topic name of the topic, which has keys
     * @param records takes every record of it
     */
    public static void addTo(Topology topology, String name, String topic, GlobalRecords records) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                name + "-source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                name + "-reader",
                () -> new Reader(name, records));
    }

    private static final class Reader implements Processor<byte[], byte[], Void, Void> {
        private final String name;
        private final GlobalRecords records;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() first
        private ProcessorContext<Void, Void> context;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() first
        private KeyValueStore<Bytes, byte[]> store;

        Reader(String name, GlobalRecords records) {
            this.name = name;
            this.records = records;
        }

        @Override
        public void init(ProcessorContext<Void, Void> started) {
            context = started;
            store = started.getStateStore(name);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            store.put(Bytes.wrap(record.key()), record.value());
            long offset = context.recordMetadata()
                    .map(RecordMetadata::offset)
                    .orElseThrow(() -> new IllegalStateException("a record outside of a topic"));
            records.update(record.key(), record.value(), offset);
        }
    }
}
