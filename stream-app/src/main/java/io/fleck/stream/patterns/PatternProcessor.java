package io.fleck.stream.patterns;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.ModelReference;
import io.fleck.avro.NovelPattern;
import io.fleck.avro.Verdict;
import io.fleck.core.wafer.pattern.PatternFinder;
import io.fleck.core.wafer.pattern.PatternState;
import io.fleck.core.wafer.pattern.PatternStep;
import io.fleck.serdes.AvroDecoder;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the wafers of one task that the model rejects, and tells each pattern once. Time is that of the verdicts: tools'
 * clocks need not agree. Belongs to one stream thread.
 */
final class PatternProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(PatternProcessor.class);

    private final PatternStreams.Collaborators with;
    private final String topic;
    private final AvroDecoder<InspectionResult> decoder;
    private final Serializer<NovelPattern> serializer;
    private final PatternStates states = new PatternStates();
    private final Map<String, PatternFinder> finders;

    @SuppressWarnings("NullAway.Init") // set by init
    private KeyValueStore<String, byte[]> clusters;

    @SuppressWarnings("NullAway.Init") // set by init
    private History history;

    PatternProcessor(PatternStreams.Collaborators with) {
        this.with = with;
        this.topic = with.topic(Topic.NOVEL_PATTERNS);
        this.decoder = with.codec().decoder(InspectionResult.class);
        this.serializer = with.codec().serializer(NovelPattern.class);
        this.finders = with.spaces().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        space -> new PatternFinder(space.getValue(), space.getKey(), with.policy())));
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        clusters = context.getStateStore(NovelPatterns.CLUSTERS);
        history = new History(
                context.getStateStore(NovelPatterns.HISTORY), with.policy().window(), this::decode);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        InspectionResult result = decode(record.value());
        ModelReference model = result.getModel();
        List<Float> embedding = result.getEmbedding();
        if (model == null || embedding == null) {
            throw new IllegalStateException("result " + result.getEventId() + " has no embedding");
        }
        ProductStep place = ProductStep.ofKey(record.key());
        Instant time = Instant.ofEpochMilli(result.getInspectedAt().toEpochMilli());
        history.add(place.product(), time, record.value());
        // Another instance's model, while a new one is rolled out: what it rejects lies in a space of its own.
        Optional.ofNullable(finders.get(model.getDigest()))
                .ifPresent(finder -> observe(place, finder, model, result, floats(embedding), time));
    }

    private void observe(
            ProductStep place,
            PatternFinder finder,
            ModelReference model,
            InspectionResult result,
            float[] embedding,
            Instant time) {
        PatternState before = state(place, model.getDigest());
        if (result.getVerdict() != Verdict.NOVEL) {
            clusters.put(place.key(), states.bytes(finder.inspected(before, time)));
            return;
        }
        PatternStep step = finder.rejected(before, result.getEventId(), time, embedding);
        clusters.put(place.key(), states.bytes(step.state()));
        step.pattern().ifPresent(pattern -> tell(place, model, pattern, time));
    }

    private PatternState state(ProductStep place, String modelDigest) {
        byte @Nullable [] kept = clusters.get(place.key());
        return Optional.ofNullable(kept).flatMap(states::read).orElseGet(() -> PatternState.empty(modelDigest));
    }

    private void tell(
            ProductStep place, ModelReference model, io.fleck.core.wafer.pattern.NovelPattern found, Instant time) {
        NovelPattern pattern = PatternRecords.of(
                place,
                model,
                found,
                history.until(place.product(), time),
                with.clock().instant());
        byte[] value = with.circuit().call(Dependency.REGISTRY, () -> serializer.serialize(topic, pattern));
        Record<byte[], byte[]> record = new Record<>(
                pattern.getEventId().getBytes(StandardCharsets.UTF_8),
                value,
                with.clock().millis());
        context().forward(record, PatternStreams.TO_TOPIC);
        context().forward(record, PatternStreams.TO_NAMING);
        with.metrics().novelPattern();
        LOG.info(
                "novel pattern {} of {} wafers, product '{}', step '{}'",
                pattern.getEventId(),
                pattern.getCount(),
                place.product(),
                place.step());
    }

    private InspectionResult decode(byte[] value) {
        return with.circuit().call(Dependency.REGISTRY, () -> decoder.decode(topic, value));
    }

    private static float[] floats(List<Float> list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }
}
