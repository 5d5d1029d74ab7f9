package io.fleck.cluster.read;

import org.jspecify.annotations.Nullable;

/** A topic could not be read to its end in time; the message says how far it went. */
public final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
