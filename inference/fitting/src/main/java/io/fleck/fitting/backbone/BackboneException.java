package io.fleck.fitting.backbone;

import org.jspecify.annotations.Nullable;

/** A backbone that cannot be used; the message names its file or tap and what is wrong. */
public final class BackboneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is one line for the user. */
    public BackboneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message is one line for the user. */
    public BackboneException(String message) {
        this(message, null);
    }
}
