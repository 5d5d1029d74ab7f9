package io.fleck.stream.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;

/** Against RocksDB itself, under stores of Kafka Streams. */
final class StoreMemoryTest {
    private static final long BOUND = 4 << 20;
    private static final int STORES = 4;
    private static final int COPIES = 200;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Keeps a record many times in each of its stores, without a commit in between, and looks what that takes. */
    private static final class Keeping extends ContextualProcessor<String, byte[], Void, Void> {
        private final Runnable look;

        Keeping(Runnable look) {
            this.look = look;
        }

        @Override
        public void process(Record<String, byte[]> record) {
            for (int copy = 0; copy < COPIES; copy++) {
                for (int i = 0; i < STORES; i++) {
                    WindowStore<String, byte[]> store = context().getStateStore("store-" + i);
                    store.put(record.key() + '-' + copy, record.value(), record.timestamp());
                }
                look.run();
            }
        }
    }

    private static Topology topology(Runnable look) {
        Topology topology = new Topology()
                .addSource("in", new StringDeserializer(), Serdes.ByteArray().deserializer(), "in")
                .addProcessor("keep", () -> new Keeping(look), "in");
        for (int i = 0; i < STORES; i++) {
            topology.addStateStore(
                    Stores.windowStoreBuilder(
                                    Stores.persistentWindowStore("store-" + i, WINDOW, WINDOW, false),
                                    Serdes.String(),
                                    Serdes.ByteArray())
                            .withLoggingDisabled(),
                    "keep");
        }
        return topology;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "memory");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return properties;
    }

    @Test
    void shouldHoldAllStoresTogetherBelowTheBoundAndLoseNothing() {
        int records = 3;
        byte[] value = new byte[4_000];
        try (StoreMemory memory = new StoreMemory(BOUND)) {
            Properties properties = properties();
            memory.addTo(properties);
            AtomicLong most = new AtomicLong();
            Runnable look = () -> most.accumulateAndGet(memory.used(), Math::max);
            try (TopologyTestDriver driver = new TopologyTestDriver(topology(look), properties)) {
                var input = driver.createInputTopic("in", new StringSerializer(), new ByteArraySerializer());
                for (int i = 0; i < records; i++) {
                    input.pipeInput("key-" + i, value, Instant.ofEpochMilli(i));
                }
                for (int store = 0; store < STORES; store++) {
                    WindowStore<String, byte[]> kept = driver.getWindowStore("store-" + store);
                    for (int i = 0; i < records; i++) {
                        assertThat(kept.fetch("key-" + i + "-77", i))
                                .as("store %s, key %s", store, i)
                                .hasSize(value.length);
                    }
                }
                assertThat(most.get())
                        .as("of %s MB that were written", (((long) records * COPIES * value.length * STORES) >> 20))
                        .isPositive()
                        .isLessThan(BOUND * 5 / 4);
                assertThat(memory.used()).as("with blocks that were read").isLessThan(BOUND * 5 / 4);
            }
        }
    }

    @Test
    void shouldRefuseAStoreThatIsOpenedAfterTheEnd() {
        StoreMemory memory = new StoreMemory(BOUND);
        memory.close();
        memory.close();
        try (Options options = new Options()) {
            assertThatThrownBy(() -> memory.share(options)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(memory.used()).isZero();
    }

    /** A setter of the user's own. */
    public static final class Own implements RocksDBConfigSetter {
        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            options.setMaxWriteBufferNumber(1);
        }

        @Override
        public void close(String storeName, Options options) {
            // Nothing was opened.
        }
    }

    @Test
    void shouldLeaveASetterOfTheUsersOwnInPlace() {
        Properties properties = properties();
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, Own.class);
        try (StoreMemory memory = new StoreMemory(BOUND)) {
            memory.addTo(properties);
        }
        assertThat(properties).containsEntry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, Own.class);
    }

    @Test
    void shouldSayThatAStreamHasNoSuchMemory() {
        try (Options options = new Options()) {
            assertThatThrownBy(() -> new SharedMemorySetter().setConfig("a", options, new HashMap<>()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("fleck.store.memory");
        }
    }
}
