package io.fleck.core.model;

import org.jspecify.annotations.Nullable;

/** A model directory that cannot be used; the message names the file and what is wrong with it. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the file and what is wrong with it. */
    public ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
