package io.fleck.stream.deadletters;

import org.jspecify.annotations.Nullable;

/** Dead letters could not be sent again; those of the last transaction were not, and are not in the book. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
