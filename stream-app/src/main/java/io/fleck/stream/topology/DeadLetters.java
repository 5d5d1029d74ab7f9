package io.fleck.stream.topology;

import io.fleck.stream.topics.DeadLetterHeaders;
import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Inputs that cannot be inspected, byte by byte as they came, with headers that say why and from where. */
public final class DeadLetters {
    private static final String PREFIX = DeadLetterHeaders.PREFIX;

    private static final int LONGEST_MESSAGE = 1000;

    private final String applicationId;
    private final Clock clock;

    /**
     * Dead letters of an application.
     *
     * @param applicationId named in each
     */
    public DeadLetters(String applicationId, Clock clock) {
        this.applicationId = applicationId;
        this.clock = clock;
    }

    /** The record for the dead-letter topic; headers of an earlier dead letter of the same input are replaced. */
    public Emission of(Input input, PoisonException poison) {
        Headers headers = new RecordHeaders();
        Arrays.stream(input.headers().toArray())
                .filter(header -> !header.key().startsWith(PREFIX))
                .forEach(headers::add);
        add(headers, DeadLetterHeaders.REASON, poison.reason());
        add(headers, DeadLetterHeaders.MESSAGE, message(poison));
        add(headers, DeadLetterHeaders.TOPIC, input.topic());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(input.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(input.offset()));
        add(headers, "timestamp", Long.toString(input.timestamp()));
        add(headers, "at", clock.instant().toString());
        add(headers, "application", applicationId);
        return Emission.of(Topic.DEAD_LETTERS, input.key(), input.value(), headers);
    }

    private static String message(PoisonException poison) {
        String message = String.valueOf(poison.getMessage());
        return message.length() <= LONGEST_MESSAGE
                ? message
                : String.format(Locale.ROOT, "%s...", message.substring(0, LONGEST_MESSAGE));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
