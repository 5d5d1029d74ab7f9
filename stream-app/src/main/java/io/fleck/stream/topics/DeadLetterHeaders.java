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

    /**
     * Full name of the header that an input carries when it is a dead letter sent again: the dead letter's id. It has no
     * {@link #PREFIX}, so that it stays with the input should that become a dead letter once more.
     */
    public static final String REPLAYED = "fleck.replayed";

    private DeadLetterHeaders() {}

    /** Whether an input is a dead letter sent again: it is old by its nature, so no deadline applies to it. */
    public static boolean isReplay(Headers headers) {
        return headers.lastHeader(REPLAYED) != null;
    }

    /**
     * The text of a header.
     *
     * @param name without the prefix
     */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(PREFIX + name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
