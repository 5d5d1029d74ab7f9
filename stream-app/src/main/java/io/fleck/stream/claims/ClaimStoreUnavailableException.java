package io.fleck.stream.claims;

import org.jspecify.annotations.Nullable;

/**
 * The store is away, too slow, or lets nobody in just now: that says nothing about the frame, and another attempt may
 * succeed.
 */
public final class ClaimStoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the location and what happened. */
    public ClaimStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
