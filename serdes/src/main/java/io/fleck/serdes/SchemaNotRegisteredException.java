package io.fleck.serdes;

import org.jspecify.annotations.Nullable;

/** A record cannot be written because its schema is not registered under the topic's subject. */
public final class SchemaNotRegisteredException extends SerdeException {
    SchemaNotRegisteredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
