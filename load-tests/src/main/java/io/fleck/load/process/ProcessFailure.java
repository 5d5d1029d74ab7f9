package io.fleck.load.process;

import org.jspecify.annotations.Nullable;

/** A process could not be started or told anything. */
public final class ProcessFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
