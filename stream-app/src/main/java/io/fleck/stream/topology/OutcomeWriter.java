package io.fleck.stream.topology;

import io.fleck.avro.AnomalyEvent;
import io.fleck.avro.AnomalyMask;
import io.fleck.avro.InspectionResult;
import io.fleck.core.detect.ScoreMap;
import io.fleck.core.inspect.InspectionOutcome;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;

/** What inspection found, as bytes for the topics. Safe for use by several threads. */
final class OutcomeWriter {
    private final RecordWriter writer;
    private final Serializer<InspectionResult> results;
    private final Serializer<AnomalyEvent> anomalies;
    private final Serializer<AnomalyMask> masks;
    private final Clock clock;

    OutcomeWriter(AvroCodec codec, TopicLayout topics, Clock clock) {
        this.writer = new RecordWriter(topics);
        this.results = codec.serializer(InspectionResult.class);
        this.anomalies = codec.serializer(AnomalyEvent.class);
        this.masks = codec.serializer(AnomalyMask.class);
        this.clock = clock;
    }

    /**
     * One result, and for an anomaly its event, and its mask where the model gives a map.
     *
     * @throws PoisonException when one of them is larger than its topic takes
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    List<Emission> inspected(Frame frame, InspectionOutcome outcome) {
        byte[] key = frame.input().key();
        List<Emission> emissions = new ArrayList<>();
        InspectionResult result = OutcomeRecords.result(frame, outcome, clock.instant());
        emissions.add(writer.emission(Topic.RESULTS, key, results, result));
        if (outcome.anomalous()) {
            emissions.add(writer.emission(Topic.ANOMALIES, key, anomalies, OutcomeRecords.event(frame, outcome)));
            ScoreMap map = outcome.map();
            if (map != null) {
                byte[] eventId = frame.eventId().getBytes(StandardCharsets.UTF_8);
                emissions.add(writer.emission(Topic.MASKS, eventId, masks, OutcomeRecords.mask(frame, outcome, map)));
            }
        }
        return emissions;
    }

    /**
     * The one result of a frame for which no model ran because it was too late.
     *
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    List<Emission> shed(Frame frame, String reason) {
        return only(frame, OutcomeRecords.shed(frame, reason, clock.instant()));
    }

    /**
     * The one result of a frame that has had its verdict before.
     *
     * @param eventId event id of that verdict
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry is needed and away
     */
    List<Emission> duplicate(Frame frame, String eventId) {
        return only(frame, OutcomeRecords.duplicate(frame, eventId, clock.instant()));
    }

    private List<Emission> only(Frame frame, InspectionResult result) {
        return List.of(writer.emission(Topic.RESULTS, frame.input().key(), results, result));
    }
}
