package io.fleck.stream.state;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Memory outside of the heap that all local stores of an application share, however many partitions it has: one cache, in
 * which blocks, indexes, filters and what is not on disk yet are counted (Kafka Streams, "Memory Management", RocksDB). By
 * default each store takes up to 98 MiB of its own, and a window store has several a partition.
 *
 * <p>Safe for use by several threads. Closed after the stream.
 */
public final class StoreMemory implements AutoCloseable {
    private static final String KEY = "fleck.store.memory";
    private static final int ANY_SHARDS = -1;
    private static final double FOR_INDEXES = 0.1;
    private static final int WRITTEN_SHARE = 2;
    /** A store takes its buffer in eighths, so that a few records cost half a mebibyte. */
    private static final long BUFFER = 4 << 20;

    private static final int BUFFERS = 2;

    private final Cache cache;
    private final WriteBufferManager buffers;
    private boolean closed;

    /**
     * Loads RocksDB.
     *
     * @param bytes for everything, half of it for what is not on disk yet
     */
    public StoreMemory(long bytes) {
        RocksDB.loadLibrary();
        cache = new LRUCache(bytes, ANY_SHARDS, false, FOR_INDEXES);
        buffers = new WriteBufferManager(bytes / WRITTEN_SHARE, cache);
    }

    /** Makes the stores of a stream with these properties share this memory, unless they say how stores are set up. */
    public void addTo(Properties properties) {
        properties.put(KEY, this);
        properties.putIfAbsent(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemorySetter.class);
    }

    /**
     * The memory of a stream.
     *
     * @throws IllegalStateException when it has none
     */
    static StoreMemory of(Map<String, Object> properties) {
        if (properties.get(KEY) instanceof StoreMemory memory) {
            return memory;
        }
        throw new IllegalStateException("no " + KEY + " among the properties of the stream");
    }

    /** Makes a store that is about to be opened share this memory. */
    synchronized void share(Options options) {
        // A thread that outlives its stream would else follow a pointer into nothing.
        if (closed) {
            throw new IllegalStateException("the memory of local stores is closed");
        }
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(cache);
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(buffers);
        options.setWriteBufferSize(BUFFER);
        options.setMaxWriteBufferNumber(BUFFERS);
    }

    /** Bytes in use. */
    public synchronized long used() {
        return closed ? 0 : cache.getUsage();
    }

    /** Stores that are still open keep what they use. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            buffers.close();
            cache.close();
        }
    }
}
