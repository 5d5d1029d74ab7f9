package io.fleck.stream.wafers;

import io.fleck.avro.WaferDefectMap;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.lots.LotSummaries;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.patterns.PatternStreams;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.DeadLetters;
import io.fleck.stream.topology.Emission;
import io.fleck.stream.topology.Intake;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The streams of wafers: wafer maps in; results, anomalies and dead letters out, and from results novel patterns and sums
 * over lots. Every internal topic and store has a name of its own, so that the streams can change and keep their state.
 */
public final class WaferTopology {
    private static final String WAFERS = "wafers";
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private WaferTopology() {}

    /**
     * What the topology works with. Everything is shared by all stream threads.
     *
     * @param applicationId named in dead letters
     * @param topics names and limits of the topics
     * @param codec Avro over the schema registry
     * @param models what wafers are inspected with
     * @param goodClasses classes that are no signature
     * @param names that operators gave to patterns
     * @param patterns what finds patterns among rejected wafers and takes names for them; empty for models without a latent space
     * @param lotIdle time without a wafer after which a lot is summed up
     * @param circuit waits for what is away
     * @param metrics counts and measures
     * @param shared what wafers share with inputs of other kinds
     */
    public record Collaborators(
            String applicationId,
            TopicLayout topics,
            AvroCodec codec,
            WaferModels models,
            Set<String> goodClasses,
            Names names,
            Optional<PatternStreams.Collaborators> patterns,
            Duration lotIdle,
            Circuit circuit,
            InspectionMetrics metrics,
            Intake.Shared shared) {
        /** Keeps a copy. */
        public Collaborators {
            goodClasses = Set.copyOf(goodClasses);
        }

        String topic(Topic topic) {
            return topics.names().name(topic);
        }
    }

    /** Adds the streams of wafers to a topology. */
    public static void addTo(StreamsBuilder builder, Collaborators with) {
        Intake<Wafer, ClassifiedWafer> intake = intake(with);
        KStream<byte[], byte[]> inspected = builder.stream(
                        with.topic(Topic.WAFER_MAPS),
                        Consumed.with(BYTES, BYTES).withName("wafer-maps"))
                .process(intake, Named.as("wafer-inspector"));
        for (Topic output : Set.of(Topic.RESULTS, Topic.ANOMALIES)) {
            inspected.to(with.topic(output), produced(intake, output).withStreamPartitioner(LotOrder.partitioner()));
        }
        inspected.to(with.topic(Topic.DEAD_LETTERS), produced(intake, Topic.DEAD_LETTERS));
        KStream<byte[], byte[]> byProduct = passing(inspected, intake.child(WaferWriter.BY_PRODUCT));
        with.patterns().ifPresent(patterns -> PatternStreams.addTo(builder, byProduct, patterns));
        addLots(inspected, intake, with);
    }

    private static void addLots(
            KStream<byte[], byte[]> inspected, Intake<Wafer, ClassifiedWafer> intake, Collaborators with) {
        LotSummaries summaries = new LotSummaries(
                with.topics(),
                with.codec(),
                with.circuit(),
                with.metrics(),
                with.shared().clock(),
                with.lotIdle());
        passing(inspected, intake.child(WaferWriter.BY_LOT))
                .repartition(Repartitioned.with(BYTES, BYTES).withName("wafer-results-by-lot"))
                .process(summaries, Named.as("lot-summaries"))
                .to(with.topic(Topic.LOT_SUMMARIES), Produced.with(BYTES, BYTES).withName("lots-lot-summaries"));
    }

    /** A node with a name, to which a processor can forward: those that Kafka Streams adds have names of its own. */
    private static KStream<byte[], byte[]> passing(KStream<byte[], byte[]> stream, String name) {
        return stream.filter((key, value) -> true, Named.as(name));
    }

    private static Produced<byte[], byte[]> produced(Intake<?, ?> intake, Topic topic) {
        return Produced.with(BYTES, BYTES).withName(intake.child(Emission.child(topic)));
    }

    private static Intake<Wafer, ClassifiedWafer> intake(Collaborators with) {
        Intake.Shared shared = with.shared();
        WaferInspection inspection = new WaferInspection(
                new WaferReader(with.codec().decoder(WaferDefectMap.class), with.models()),
                new Signatures(with.goodClasses(), with.names()),
                new WaferWriter(with.codec(), with.topics(), shared.clock()),
                with.circuit(),
                shared.flow().patience(),
                with.metrics(),
                shared.nanoTime());
        return new Intake<>(
                WAFERS,
                inspection,
                input -> LotOrder.order(input.key()),
                new DeadLetters(with.applicationId(), shared.clock()),
                with.metrics().wafers(),
                shared);
    }
}
