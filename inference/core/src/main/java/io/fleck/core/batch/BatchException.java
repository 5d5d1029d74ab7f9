package io.fleck.core.batch;

import org.jspecify.annotations.Nullable;

/** Why an item got no result. */
public final class BatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Reason {
        /** The item: it failed alone again and again while a known good item succeeded in between. */
        POISON,
        /** The engine: it failed on a known good item too. The item may be submitted again. */
        ENGINE,
        /** The engine: its run exceeded the timeout and was given up. The item may be submitted again. */
        HUNG,
        /** The clock: the item expired before it could be batched. */
        EXPIRED,
        /** The batcher was closed. */
        CLOSED
    }

    private final Reason reason;

    /** The message says what happened to the item. */
    public BatchException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Whose fault it is. */
    public Reason reason() {
        return reason;
    }
}
