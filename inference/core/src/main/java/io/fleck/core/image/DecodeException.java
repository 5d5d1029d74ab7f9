package io.fleck.core.image;

import org.jspecify.annotations.Nullable;

/** A picture that cannot be inspected, whatever is done: the input is at fault, not the engine. */
public final class DecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a picture was refused. */
    public enum Reason {
        /** The bytes are not what the format says. */
        MALFORMED,
        /** The bytes end too early. */
        TRUNCATED,
        /** More bytes or pixels than allowed. */
        TOO_LARGE,
        /** A variant that is not supported. */
        UNSUPPORTED,
        /** The region of interest does not lie within the picture. */
        REGION_OUTSIDE
    }

    private final Reason reason;

    /** The message names the value and what is allowed. */
    public DecodeException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The message names the value and what is allowed. */
    public DecodeException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
