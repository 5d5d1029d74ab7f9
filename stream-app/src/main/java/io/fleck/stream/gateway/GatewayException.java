package io.fleck.stream.gateway;

import org.jspecify.annotations.Nullable;

/** The gateway can't go on. What was not acknowledged stays in the ledger. */
public class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user and the cause, where there is one. */
    public GatewayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
