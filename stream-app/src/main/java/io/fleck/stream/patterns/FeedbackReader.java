package io.fleck.stream.patterns;

import io.fleck.avro.FeedbackKind;
import io.fleck.avro.OperatorFeedback;
import io.fleck.serdes.AvroDecoder;
import io.fleck.serdes.UndecodableException;
import io.fleck.stream.outage.Dependency;
import io.fleck.stream.topology.Emission;
import io.fleck.stream.topology.Input;
import io.fleck.stream.topology.PoisonException;
import io.fleck.stream.topology.PoisonException.Fault;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the names of patterns out of what operators say. Belongs to one stream thread. */
final class FeedbackReader extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackReader.class);
    private static final int LONGEST_NAME = 128;

    private final PatternStreams.Collaborators with;
    private final AvroDecoder<OperatorFeedback> decoder;

    FeedbackReader(PatternStreams.Collaborators with) {
        this.with = with;
        this.decoder = with.codec().decoder(OperatorFeedback.class);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Input input = Input.of(
                record,
                context().recordMetadata().orElseThrow(() -> new IllegalStateException("feedback outside of a topic")));
        try {
            OperatorFeedback feedback = decode(input);
            if (feedback.getKind() == FeedbackKind.NEW_PATTERN) {
                requireName(feedback.getLabel() == null ? "" : feedback.getLabel());
                byte[] key = feedback.getEventId().getBytes(StandardCharsets.UTF_8);
                context().forward(record.withKey(key), PatternStreams.NAMED);
            }
        } catch (PoisonException e) {
            deadLetter(input, e);
        }
    }

    private OperatorFeedback decode(Input input) {
        try {
            return with.circuit().call(Dependency.REGISTRY, () -> decoder.decode(input.topic(), input.value()));
        } catch (UndecodableException e) {
            throw PoisonException.of(e);
        }
    }

    private static void requireName(String name) {
        boolean allowed =
                !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
        if (!allowed) {
            throw new PoisonException(
                    Fault.FEEDBACK_INVALID,
                    "label '" + name + "'; a new pattern needs a name of 1 to " + LONGEST_NAME
                            + " characters, none of them a control character");
        }
    }

    @SuppressWarnings("NullAway") // Kafka takes null keys and values
    private void deadLetter(Input input, PoisonException poison) {
        LOG.warn(
                "dead letter {}-{} offset {}: {}: {}",
                input.topic(),
                input.partition(),
                input.offset(),
                poison.reason(),
                poison.getMessage());
        Emission letter = with.deadLetters().of(input, poison);
        context()
                .forward(
                        new Record<>(letter.key(), letter.value(), with.clock().millis(), letter.headers()),
                        PatternStreams.DEAD);
        with.metrics().patternName("refused");
    }
}
