package io.fleck.stream.wall.feed;

import io.fleck.avro.InspectionResult;
import io.fleck.avro.Verdict;
import io.fleck.stream.wall.live.Counters;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Counts outcomes over distinct inputs, those received since the wall began. Used by one thread. */
final class OutcomeCounter {
    private static final String ORIGIN = "fleck.dead-letter.";

    private final ToLongFunction<TopicPartition> begin;
    private final Map<TopicPartition, SeenOffsets> seen = new HashMap<>();
    private long results;
    private long anomalies;
    private long masks;
    private long deadLetters;
    private long shed;

    /**
     * Nothing counted yet.
     *
     * @param begin first offset that counts, by partition of an input topic
     */
    OutcomeCounter(ToLongFunction<TopicPartition> begin) {
        this.begin = begin;
    }

    /** A result; false when its input does not count, or had an outcome before. */
    boolean result(InspectionResult result) {
        var source = result.getSource();
        if (!first(new TopicPartition(source.getTopic(), source.getPartition()), source.getOffset())) {
            return false;
        }
        if (result.getVerdict() == Verdict.SHED) {
            shed++;
        } else {
            results++;
        }
        if (result.getVerdict() == Verdict.ANOMALY || result.getVerdict() == Verdict.NOVEL) {
            anomalies++;
        }
        return true;
    }

    /** A dead letter, whose headers say where its input stood. */
    void deadLetter(Headers headers) {
        Optional<String> topic = text(headers, "topic");
        Optional<Long> partition = number(headers, "partition");
        Optional<Long> offset = number(headers, "offset");
        if (topic.isPresent() && partition.isPresent() && offset.isPresent()) {
            TopicPartition input =
                    new TopicPartition(topic.get(), partition.get().intValue());
            deadLetters += first(input, offset.get()) ? 1 : 0;
        }
    }

    /** A mask. */
    void mask() {
        masks++;
    }

    private boolean first(TopicPartition input, long offset) {
        return seen.computeIfAbsent(input, p -> new SeenOffsets(begin.applyAsLong(p)))
                .add(offset);
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(ORIGIN + name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Optional<Long> number(Headers headers, String name) {
        return text(headers, name).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    }

    /** All counters, beside how many inputs were received. */
    Counters counters(long received) {
        return new Counters(received, results, anomalies, masks, deadLetters, shed);
    }
}
