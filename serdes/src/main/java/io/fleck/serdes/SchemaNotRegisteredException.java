package io.fleck.serdes;

/** A record cannot be written because its schema is not registered under the topic's subject. */
public final class SchemaNotRegisteredException extends SerdeException {
    SchemaNotRegisteredException(String message, Throwable cause) {
        super(message, cause);
    }
}
