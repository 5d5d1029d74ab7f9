package io.fleck.stream.topics;

import org.jspecify.annotations.Nullable;

/** Topics or schemas are not as they have to be, or the cluster or registry could not be asked. */
public final class TopicsException extends RuntimeException {
    TopicsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    TopicsException(String message) {
        this(message, null);
    }
}
