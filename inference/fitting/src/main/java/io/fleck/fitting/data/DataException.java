package io.fleck.fitting.data;

import org.jspecify.annotations.Nullable;

/** A data set that cannot be used; the message names the file, and the line and column where there are such. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is one line for the user. */
    public DataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message is one line for the user. */
    public DataException(String message) {
        this(message, null);
    }
}
