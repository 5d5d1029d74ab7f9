package io.fleck.cluster.registry;

import org.jspecify.annotations.Nullable;

/** The registry could not be started, or its journal could not be read or written. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
