package io.fleck.stream.patterns;

import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.core.wafer.pattern.PatternPolicy;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.DeadLetters;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From results of wafers to novel patterns, and from what operators call them to wafer classes.
 *
 * <p>Results come by product and step through one internal topic, patterns and names by event id through two others. These
 * have one partition: patterns and names are few, and one task sees them in one order.
 */
public final class PatternStreams {
    /** Its topic is APPLICATION-wafer-results-by-product-repartition. */
    public static final String BY_PRODUCT = "wafer-results-by-product";

    /** Its topic is APPLICATION-patterns-by-event-repartition. */
    static final String PATTERNS = "patterns-by-event";

    /** Its topic is APPLICATION-names-by-event-repartition. */
    static final String NAMES = "names-by-event";

    static final String TO_TOPIC = "novel-patterns";
    static final String TO_NAMING = "novel-patterns-named";
    static final String DEAD = "feedback-dead-letters";
    static final String NAMED = "feedback-names";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private PatternStreams() {}

    /**
     * What these streams work with. Everything is shared by all stream threads.
     *
     * @param topics names of the topics
     * @param codec Avro over the schema registry
     * @param spaces latent spaces of the models that are loaded, by the SHA-256 of their graphs
     * @param policy when wafers make a pattern
     * @param classes names that hold just now
     * @param deadLetters makes dead letters of feedback that cannot be read
     * @param circuit waits for what is away
     * @param metrics counts and measures
     * @param clock wall clock, for send times
     */
    public record Collaborators(
            TopicLayout topics,
            AvroCodec codec,
            Map<String, LatentSpace> spaces,
            PatternPolicy policy,
            WaferClasses classes,
            DeadLetters deadLetters,
            Circuit circuit,
            InspectionMetrics metrics,
            Clock clock) {
        /** Keeps a copy. */
        public Collaborators {
            spaces = Map.copyOf(spaces);
        }

        String topic(Topic topic) {
            return topics.names().name(topic);
        }
    }

    /**
     * Adds the streams to a topology.
     *
     * @param results results of wafers, by {@link ProductStep#key}
     */
    public static void addTo(StreamsBuilder builder, KStream<byte[], byte[]> results, Collaborators with) {
        KStream<byte[], byte[]> patterns = results.repartition(Repartitioned.with(BYTES, BYTES)
                        .withName(BY_PRODUCT)
                        .withStreamPartitioner(
                                (topic, key, value, partitions) -> Optional.of(Set.of(partition(key, partitions)))))
                .process(new NovelPatterns(with), Named.as("novel-pattern-finder"));
        patterns.to(
                with.topic(Topic.NOVEL_PATTERNS), Produced.with(BYTES, BYTES).withName(TO_TOPIC));
        KStream<byte[], byte[]> feedback = builder.stream(
                        with.topic(Topic.FEEDBACK), Consumed.with(BYTES, BYTES).withName("feedback"))
                .process(() -> new FeedbackReader(with), Named.as("feedback-reader"));
        feedback.to(with.topic(Topic.DEAD_LETTERS), Produced.with(BYTES, BYTES).withName(DEAD));
        inOnePartition(patterns, TO_NAMING, PATTERNS)
                .merge(inOnePartition(feedback, NAMED, NAMES), Named.as("patterns-and-names"))
                .process(new PatternNaming(with), Named.as("pattern-naming"))
                .to(with.topic(Topic.WAFER_CLASSES), Produced.with(BYTES, BYTES).withName("wafer-classes"));
    }

    private static KStream<byte[], byte[]> inOnePartition(KStream<byte[], byte[]> stream, String child, String name) {
        return stream.filter((key, value) -> true, Named.as(child))
                .repartition(Repartitioned.with(BYTES, BYTES).withName(name).withNumberOfPartitions(1));
    }

    private static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(ProductStep.product(key))) % partitions;
    }
}
