package io.fleck.stream.topology;

import io.fleck.stream.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Inputs that cannot be inspected, byte by byte as they came, with headers that say why and from where. */
final class DeadLetters {
    /** Before the name of each header that is added, in UTF-8. */
    static final String PREFIX = "fleck.dead-letter.";

    private static final int LONGEST_MESSAGE = 1000;

    private final String applicationId;
    private final Clock clock;

    DeadLetters(String applicationId, Clock clock) {
        this.applicationId = applicationId;
        this.clock = clock;
    }

    /** The record for the dead-letter topic; headers of an earlier dead letter of the same input are replaced. */
    Emission of(Input input, PoisonException poison) {
        Headers headers = new RecordHeaders();
        Arrays.stream(input.headers().toArray())
                .filter(header -> !header.key().startsWith(PREFIX))
                .forEach(headers::add);
        add(headers, "reason", poison.reason());
        add(headers, "message", message(poison));
        add(headers, "topic", input.topic());
        add(headers, "partition", Integer.toString(input.partition()));
        add(headers, "offset", Long.toString(input.offset()));
        add(headers, "timestamp", Long.toString(input.timestamp()));
        add(headers, "at", clock.instant().toString());
        add(headers, "application", applicationId);
        return new Emission(Topic.DEAD_LETTERS, input.key(), input.value(), headers);
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
