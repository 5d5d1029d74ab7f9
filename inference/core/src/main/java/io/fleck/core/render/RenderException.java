package io.fleck.core.render;

/** A picture that the JDK's writers could not encode. */
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the format. */
    public RenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
