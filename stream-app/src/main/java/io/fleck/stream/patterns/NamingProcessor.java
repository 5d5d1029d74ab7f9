package io.fleck.stream.patterns;

import io.fleck.avro.NovelPattern;
import io.fleck.avro.OperatorFeedback;
import io.fleck.avro.WaferClass;
import io.fleck.core.wafer.pattern.NamedPattern;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a pattern that an operator has named a wafer class. A name may come before its pattern does, which is on its way
 * through another topic: it waits for a day. Belongs to one stream thread.
 */
final class NamingProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(NamingProcessor.class);

    private final PatternStreams.Collaborators with;
    private final String classesTopic;
    private final AvroDecoder<NovelPattern> patterns;
    private final AvroDecoder<OperatorFeedback> names;
    private final Serializer<WaferClass> serializer;

    @SuppressWarnings("NullAway.Init") // set by init
    private WindowStore<String, byte[]> told;

    @SuppressWarnings("NullAway.Init") // set by init
    private WindowStore<String, byte[]> early;

    NamingProcessor(PatternStreams.Collaborators with) {
        this.with = with;
        this.classesTopic = with.topic(Topic.WAFER_CLASSES);
        this.patterns = with.codec().decoder(NovelPattern.class);
        this.names = with.codec().decoder(OperatorFeedback.class);
        this.serializer = with.codec().serializer(WaferClass.class);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        told = context.getStateStore(PatternNaming.PATTERNS);
        early = context.getStateStore(PatternNaming.EARLY);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String eventId = new String(record.key(), StandardCharsets.UTF_8);
        Instant now = with.clock().instant();
        if (isName()) {
            Optional<byte[]> pattern = latest(told, eventId, PatternNaming.NAMEABLE, now);
            if (pattern.isEmpty()) {
                early.put(eventId, record.value(), now.toEpochMilli());
                with.metrics().patternName("early");
                LOG.info("a name for {} waits: no such pattern has come yet", eventId);
            }
            pattern.ifPresent(value -> name(value, record.value(), now));
        } else {
            told.put(eventId, record.value(), now.toEpochMilli());
            latest(early, eventId, PatternNaming.PATIENCE, now).ifPresent(name -> name(record.value(), name, now));
        }
    }

    /** What came through the topic of names; all else are patterns. */
    private boolean isName() {
        return context()
                .recordMetadata()
                .map(RecordMetadata::topic)
                .filter(topic -> topic.endsWith(PatternStreams.NAMES + "-repartition"))
                .isPresent();
    }

    private static Optional<byte[]> latest(
            WindowStore<String, byte[]> store, String eventId, Duration window, Instant now) {
        try (WindowStoreIterator<byte[]> values = store.backwardFetch(eventId, now.minus(window), now)) {
            return values.hasNext() ? Optional.of(values.next().value) : Optional.empty();
        }
    }

    private void name(byte[] patternValue, byte[] nameValue, Instant now) {
        NovelPattern pattern =
                with.circuit().call(Dependency.REGISTRY, () -> patterns.decode(PatternStreams.PATTERNS, patternValue));
        OperatorFeedback feedback =
                with.circuit().call(Dependency.REGISTRY, () -> names.decode(PatternStreams.NAMES, nameValue));
        String name = String.valueOf(feedback.getLabel());
        WaferClass named = record(name, feedback.getOperator(), pattern, now);
        byte[] value = with.circuit().call(Dependency.REGISTRY, () -> serializer.serialize(classesTopic, named));
        context().forward(new Record<>(name.getBytes(StandardCharsets.UTF_8), value, now.toEpochMilli()));
        with.metrics().patternName("named");
        LOG.info("pattern {} is wafer class '{}' from now on", pattern.getEventId(), name);
    }

    /** A second pattern under a name moves its mean. The name as it is known here: operators do not race themselves. */
    private WaferClass record(String name, String operator, NovelPattern pattern, Instant now) {
        String digest = pattern.getModel().getDigest();
        NamedPattern whole = with.classes()
                .pattern(name, digest)
                .map(known -> known.with(pattern.getMean(), pattern.getCount()))
                .orElseGet(() -> new NamedPattern(name, pattern.getMean(), pattern.getCount()));
        return WaferClass.newBuilder()
                .setName(name)
                .setMean(whole.mean())
                .setCount(whole.count())
                .setModelDigest(digest)
                .setNamedAt(now)
                .setNamedBy(operator)
                .build();
    }
}
