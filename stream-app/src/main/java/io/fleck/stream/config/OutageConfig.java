package io.fleck.stream.config;

import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How long the stream waits for a registry, an engine or a claim store that is away.
 *
 * @param patience how long a stream thread waits before the stream is paused
 * @param longestRetry longest time from one attempt to the next
 */
public record OutageConfig(Duration patience, Duration longestRetry) {
    private static final String PATIENCE = "outage.patience";
    private static final String RETRY = "outage.retry.longest";
    private static final Kind<Duration> PATIENCE_KIND = Kinds.duration("0ms", "60s");
    private static final Kind<Duration> RETRY_KIND = Kinds.duration("10ms", "5m");

    static void define(ConfigDef keys) {
        new Section(keys, "Outages")
                .value(
                        PATIENCE,
                        "4s",
                        PATIENCE_KIND,
                        "How long a stream thread waits with a frame in hand for a schema registry, an engine or a"
                                + " claim store that is away. After that the whole stream is paused until it is back; no frame is lost or"
                                + " dead-lettered for it. Under exactly_once_v2 at most half of the producer's"
                                + " transaction.timeout.ms (Kafka Streams: 10 s).")
                .value(RETRY, "5s", RETRY_KIND, "Longest time between two attempts; the first follows after 100 ms.");
    }

    static OutageConfig read(AbstractConfig values) {
        return new OutageConfig(PATIENCE_KIND.get(values, PATIENCE), RETRY_KIND.get(values, RETRY));
    }
}
