package io.fleck.cluster;

import org.jspecify.annotations.Nullable;

/** The cluster could not be started or used as asked; the message names the setting and what is wrong with it. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
