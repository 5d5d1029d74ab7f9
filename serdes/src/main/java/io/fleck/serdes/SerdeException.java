package io.fleck.serdes;

import org.jspecify.annotations.Nullable;

/** Bytes and records could not be turned into each other; the subtype says whether waiting helps. */
public abstract sealed class SerdeException extends RuntimeException
        permits UndecodableException, RegistryUnavailableException, SchemaNotRegisteredException {
    SerdeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
