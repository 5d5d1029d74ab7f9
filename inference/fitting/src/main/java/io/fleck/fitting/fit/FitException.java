package io.fleck.fitting.fit;

import org.jspecify.annotations.Nullable;

/** A fit that is not possible as asked; the message names the setting or the data and the allowed range. */
public final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is one line for the user. */
    public FitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message is one line for the user. */
    public FitException(String message) {
        this(message, null);
    }
}
