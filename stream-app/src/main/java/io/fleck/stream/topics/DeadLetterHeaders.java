package io.fleck.stream.topics;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers that a dead letter carries beside those of its input; values are UTF-8 text. */
public final class DeadLetterHeaders {
    /** Before the name of each. */
    public static final String PREFIX = "fleck.dead-letter.";
    /** Why, as a code. */
    public static final String REASON = "reason";
    /** Why, as a sentence. */
    public static final String MESSAGE = "message";
    /** Topic of the input. */
    public static final String TOPIC = "topic";
    /** Partition of the input. */
    public static final String PARTITION = "partition";
    /** Offset of the input. */
    public static final String OFFSET = "offset";

    private DeadLetterHeaders() {}

    /**
     * The text of a header.
     *
     * @param name without the prefix
     */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(PREFIX + name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
