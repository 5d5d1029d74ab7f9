package io.fleck.load.drive;

import org.jspecify.annotations.Nullable;

/** Frames could not be sent as they had to be, so nothing can be said of what became of them. */
public final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
