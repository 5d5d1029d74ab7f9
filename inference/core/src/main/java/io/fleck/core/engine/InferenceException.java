package io.fleck.core.engine;

import org.jspecify.annotations.Nullable;

/** The engine failed: not the fault of the input unless that is shown. */
public final class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the engine and the graph. */
    public InferenceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
