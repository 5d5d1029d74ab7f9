package io.fleck.cluster.broker;

import org.jspecify.annotations.Nullable;

/** A node could not be formatted, started or stopped; the message says which and why. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
