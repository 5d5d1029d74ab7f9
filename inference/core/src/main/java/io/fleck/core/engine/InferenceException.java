package io.fleck.core.engine;

import org.jspecify.annotations.Nullable;

/** The engine failed: not the fault of the input unless that is shown. */
public sealed class InferenceException extends RuntimeException permits EngineUnavailableException {
    private static final long serialVersionUID = 1L;

    /** The message names the engine and the graph. */
    public InferenceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
