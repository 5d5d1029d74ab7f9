package io.fleck.stream.config;

import io.fleck.core.batch.BatchPolicy;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How frames of all cameras are batched for a model.
 *
 * @param maxSize most frames of a run; 0 takes what pays on the engine
 * @param maxDelay longest wait for a batch to fill
 * @param capacity most frames of one model on their way
 * @param decoders threads that decode
 * @param runTimeout a run that takes longer is given up
 */
public record BatchConfig(int maxSize, Duration maxDelay, int capacity, int decoders, Duration runTimeout) {
    private static final String SIZE = "batch.max.size";
    private static final String DELAY = "batch.max.delay";
    private static final String CAPACITY = "batch.capacity";
    private static final String DECODERS = "decode.threads";
    private static final String TIMEOUT = "engine.timeout";
    private static final Kind<Duration> DELAY_KIND = Kinds.duration("0ms", "10s");
    private static final Kind<Duration> TIMEOUT_KIND = Kinds.duration("100ms", "10m");

    /**
     * Failures alone, with a known good frame succeeding in between, that make a frame a dead letter. Three would be enough
     * for an engine that is sound; one that fails one run in ten at random would condemn one good frame in 14,000.
     */
    private static final int ISOLATION_ATTEMPTS = 8;

    static void define(ConfigDef keys) {
        new Section(keys, "Batches")
                .integer(
                        SIZE,
                        0,
                        0,
                        1024,
                        "Most frames that one run of a model takes; 0 takes the engine's own choice: 1 for"
                                + " onnxruntime. There 8 gives some 15 % more frames a second, and the last bit of a"
                                + " score then depends on the batch.")
                .value(
                        DELAY,
                        "2ms",
                        DELAY_KIND,
                        "Longest that a frame waits for others to fill its batch, counted from when it was taken up.")
                .integer(
                        CAPACITY,
                        64,
                        1,
                        100_000,
                        "Most frames of one model that are decoded, batched or run at the same time; at least"
                                + " batch.max.size. Reading from Kafka waits beyond it. Bounds memory.")
                .integer(DECODERS, 0, 0, 1024, "Threads that decode the frames of one model; 0 takes one a core.")
                .value(
                        TIMEOUT,
                        "10s",
                        TIMEOUT_KIND,
                        "A run of a model that takes longer is given up and its frames are tried again. A second one"
                                + " ends the application with exit code 4.");
    }

    static BatchConfig read(AbstractConfig values) {
        int size = values.getInt(SIZE);
        int capacity = values.getInt(CAPACITY);
        if (capacity < size) {
            throw new ConfigurationException(
                    CAPACITY + "=" + capacity + " is not allowed; allowed is at least " + SIZE + "=" + size);
        }
        int decoders = values.getInt(DECODERS);
        return new BatchConfig(
                size,
                DELAY_KIND.get(values, DELAY),
                capacity,
                decoders > 0 ? decoders : Runtime.getRuntime().availableProcessors(),
                TIMEOUT_KIND.get(values, TIMEOUT));
    }

    /**
     * The settings of a model's batcher.
     *
     * @param workers runs at the same time
     * @param preferred largest batch that pays on the engine
     */
    public BatchPolicy policy(int workers, int preferred) {
        int size = maxSize > 0 ? maxSize : Math.min(preferred, capacity);
        return new BatchPolicy(size, maxDelay, capacity, workers, decoders, ISOLATION_ATTEMPTS, runTimeout);
    }
}
