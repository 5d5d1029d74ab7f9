package io.fleck.stream.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** What Kafka Streams makes by its name for each store: gives it its application's {@link StoreMemory}. */
public final class SharedMemorySetter implements RocksDBConfigSetter {
    /** Called by Kafka Streams. */
    public SharedMemorySetter() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        StoreMemory.of(configs).share(options);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory is all stores'; its owner closes it.
    }
}
