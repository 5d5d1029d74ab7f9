package io.fleck.stream.wafers;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.core.wafer.ClassifiedWafer;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.patterns.ProductStep;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.Emission;
import io.fleck.stream.topology.PoisonException;
import io.fleck.stream.topology.RecordWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What was found on a wafer, as bytes for the topics. A result also goes to those that look at many wafers, by product and
 * by lot. Safe for use by several threads.
 */
final class WaferWriter {
    /** Node behind which results lie by product and step. */
    static final String BY_PRODUCT = "by-product";

    /** Node behind which results lie by lot. */
    static final String BY_LOT = "by-lot";

    private final RecordWriter writer;
    private final Serializer<InspectionResult> results;
    private final Serializer<AnomalyEvent> anomalies;
    private final Clock clock;

    WaferWriter(AvroCodec codec, TopicLayout topics, Clock clock) {
        this.writer = new RecordWriter(topics);
        this.results = codec.serializer(InspectionResult.class);
        this.anomalies = codec.serializer(AnomalyEvent.class);
        this.clock = clock;
    }

    /**
     * One result, and its event where the wafer is not in order.
     *
     * @throws PoisonException when one of them is larger than its topic takes
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    List<Emission> inspected(Wafer wafer, ClassifiedWafer classified, Judgement judgement) {
        InspectionResult result = WaferRecords.result(wafer, classified, judgement, clock.instant());
        List<Emission> emissions = new ArrayList<>();
        emissions.add(result(wafer, result));
        if (judgement.verdict() != Verdict.OK) {
            AnomalyEvent event = WaferRecords.event(wafer, classified, judgement);
            emissions.add(writer.emission(Topic.ANOMALIES, wafer.input().key(), anomalies, event));
        }
        byte[] value = emissions.get(0).value();
        if (value != null) {
            emissions.add(Emission.to(BY_PRODUCT, bytes(ProductStep.of(result).key()), value));
            if (!wafer.map().identity().lot().isBlank()) {
                emissions.add(Emission.to(BY_LOT, bytes(result.getLot()), value));
            }
        }
        return emissions;
    }

    /** The one result of a wafer for which no model ran because it was too late. */
    List<Emission> shed(Wafer wafer, String reason) {
        return List.of(result(wafer, WaferRecords.shed(wafer, reason, clock.instant())));
    }

    /** The one result of a wafer that has had its verdict before. */
    List<Emission> duplicate(Wafer wafer, String eventId) {
        return List.of(result(wafer, WaferRecords.duplicate(wafer, eventId, clock.instant())));
    }

    private Emission result(Wafer wafer, InspectionResult result) {
        return writer.emission(Topic.RESULTS, wafer.input().key(), results, result);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
