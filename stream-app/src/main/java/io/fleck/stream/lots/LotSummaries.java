package io.fleck.stream.lots;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.LotSummary;
import io.fleck.avro.WaferReference;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Sums results of wafers up by lot and step, and gives a summary once none came for a while: no tool says which wafer of a
 * lot is the last. Safe for use by several threads.
 */
public final class LotSummaries implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    /** Name of the store of lots that are not over. */
    static final String STORE = "lots-open";

    private final String topic;
    private final AvroDecoder<InspectionResult> results;
    private final AvroDecoder<LotSummary> sums;
    private final Serializer<LotSummary> serializer;
    private final Circuit circuit;
    private final InspectionMetrics metrics;
    private final Clock clock;
    private final Duration idle;
    private final StoreBuilder<?> store =
            Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray());

    /**
     * Summaries of lots.
     *
     * @param clock wall clock, which the end of a lot is measured by
     * @param idle time without a wafer after which a lot is over
     */
    public LotSummaries(
            TopicLayout topics,
            AvroCodec codec,
            Circuit circuit,
            InspectionMetrics metrics,
            Clock clock,
            Duration idle) {
        this.topic = topics.names().name(Topic.LOT_SUMMARIES);
        this.results = codec.decoder(InspectionResult.class);
        this.sums = codec.decoder(LotSummary.class);
        this.serializer = codec.serializer(LotSummary.class);
        this.circuit = circuit;
        this.metrics = metrics;
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new LotProcessor(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(store);
    }

    InspectionResult result(byte[] value) {
        return circuit.call(Dependency.REGISTRY, () -> results.decode(topic, value));
    }

    LotSummary sum(byte[] value) {
        return circuit.call(Dependency.REGISTRY, () -> sums.decode(topic, value));
    }

    byte[] bytes(LotSummary sum) {
        return circuit.call(Dependency.REGISTRY, () -> serializer.serialize(topic, sum));
    }

    Clock clock() {
        return clock;
    }

    Duration idle() {
        return idle;
    }

    InspectionMetrics metrics() {
        return metrics;
    }

    /** Key of a lot at a step in the store; no id has control characters. */
    static String key(InspectionResult result, WaferReference wafer) {
        return result.getLot() + '\n' + wafer.getStep();
    }

    static byte[] key(LotSummary sum) {
        return sum.getLot().getBytes(StandardCharsets.UTF_8);
    }
}
