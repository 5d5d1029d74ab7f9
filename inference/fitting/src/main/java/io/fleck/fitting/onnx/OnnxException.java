package io.fleck.fitting.onnx;

import org.jspecify.annotations.Nullable;

/** A graph that cannot be read or built on; the message names the graph and what is wrong with it. */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is one line for the user. */
    public OnnxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message is one line for the user. */
    public OnnxException(String message) {
        this(message, null);
    }
}
