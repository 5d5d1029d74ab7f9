package io.fleck.stream.app;

import org.jspecify.annotations.Nullable;

/** The application cannot start, or ended; the message says why. */
public final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AppException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
