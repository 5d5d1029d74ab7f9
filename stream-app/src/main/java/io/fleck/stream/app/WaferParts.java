package io.fleck.stream.app;

import io.fleck.avro.WaferClass;
import io.fleck.core.wafer.pattern.LatentSpace;
import io.fleck.core.wafer.pattern.PatternPolicy;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.config.WafersConfig;
import io.fleck.stream.globals.GlobalTopic;
import io.fleck.stream.metrics.InspectionMetrics;
import io.fleck.stream.outage.Circuit;
import io.fleck.stream.patterns.PatternStreams;
import io.fleck.stream.patterns.WaferClasses;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicLayout;
import io.fleck.stream.topology.DeadLetters;
import io.fleck.stream.topology.Intake;
import io.fleck.stream.wafers.WaferTopology;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application that inspects wafers has beside the rest. Closing ends its waiting for the registry. */
final class WaferParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaferParts.class);

    /** Name of the global store of wafer classes. */
    private static final String CLASSES = "wafer-classes-named";

    private final FleckConfig config;
    private final Models models;
    private final AvroCodec codec;
    private final Circuit circuit;
    private final InspectionMetrics metrics;
    private final Intake.Shared shared;
    private final TopicLayout topics;
    private final Map<String, LatentSpace> spaces;
    private final WaferClasses classes;

    WaferParts(
            FleckConfig config,
            Models models,
            AvroCodec codec,
            Circuit circuit,
            InspectionMetrics metrics,
            Intake.Shared shared) {
        this.config = config;
        this.models = models;
        this.codec = codec;
        this.circuit = circuit;
        this.metrics = metrics;
        this.shared = shared;
        this.topics = config.topics().layout();
        this.spaces = models.latentSpaces();
        AvroDecoder<WaferClass> decoder = codec.decoder(WaferClass.class);
        String topic = topics.names().name(Topic.WAFER_CLASSES);
        this.classes = new WaferClasses(
                spaces,
                value -> decoder.decode(topic, value),
                metrics,
                config.outages().longestRetry());
    }

    /** A topology of the streams of wafers, to which others may be added. */
    Topology topology() {
        if (spaces.isEmpty()) {
            LOG.warn(
                    "the model of wafers was trained before there were latent spaces: rejected wafers make no patterns");
        }
        StreamsBuilder builder = new StreamsBuilder();
        WaferTopology.addTo(builder, wafers());
        Topology topology = builder.build();
        GlobalTopic.addTo(topology, CLASSES, topics.names().name(Topic.WAFER_CLASSES), classes);
        return topology;
    }

    private WaferTopology.Collaborators wafers() {
        return new WaferTopology.Collaborators(
                config.kafka().applicationId(),
                topics,
                codec,
                models.wafers(),
                config.wafers().goodClasses(),
                classes::find,
                spaces.isEmpty() ? Optional.empty() : Optional.of(patterns()),
                config.wafers().lotIdle(),
                circuit,
                metrics,
                shared);
    }

    private PatternStreams.Collaborators patterns() {
        WafersConfig wafers = config.wafers();
        return new PatternStreams.Collaborators(
                topics,
                codec,
                spaces,
                new PatternPolicy(wafers.patternWindow(), wafers.patternWafers(), wafers.patternChance()),
                classes,
                new DeadLetters(config.kafka().applicationId(), shared.clock()),
                circuit,
                metrics,
                shared.clock());
    }

    @Override
    public void close() {
        classes.close();
    }
}
