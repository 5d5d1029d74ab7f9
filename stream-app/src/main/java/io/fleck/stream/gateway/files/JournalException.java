package io.fleck.stream.gateway.files;

import io.fleck.stream.gateway.GatewayException;
import org.jspecify.annotations.Nullable;

/** The journal can't be trusted, read or written. */
public final class JournalException extends GatewayException {
    private static final long serialVersionUID = 1L;

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
