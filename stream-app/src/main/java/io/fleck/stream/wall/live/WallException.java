package io.fleck.stream.wall.live;

import org.jspecify.annotations.Nullable;

/** The live page can't be served. */
public final class WallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user and the cause, where there is one. */
    public WallException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
