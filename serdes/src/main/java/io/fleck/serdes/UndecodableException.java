package io.fleck.serdes;

import org.jspecify.annotations.Nullable;

/** A value that will never decode, however often it is tried: it belongs among the dead letters. */
public final class UndecodableException extends SerdeException {
    /** Why a value cannot be decoded. */
    public enum Reason {
        /** There is no value. */
        NO_VALUE,
        /** The first byte is not the zero of the Confluent wire format. */
        FOREIGN_MAGIC,
        /** The value ends before the record does. */
        TRUNCATED,
        /** A string, bytes, array or map declares more than the bytes that follow. */
        LENGTH_BEYOND_PAYLOAD,
        /** The registry answers and does not know the schema id. */
        UNKNOWN_SCHEMA_ID,
        /** The schema is of another record, or of the right one in a form that cannot be read as ours. */
        WRONG_SCHEMA,
        /** The registry knows the id, but what it holds is not an Avro schema. */
        UNREADABLE_SCHEMA,
        /** The bytes contradict their schema. */
        MALFORMED
    }

    private final Reason reason;

    UndecodableException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    UndecodableException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
