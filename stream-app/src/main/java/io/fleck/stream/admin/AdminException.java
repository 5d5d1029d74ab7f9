package io.fleck.stream.admin;

/** The port for metrics and health cannot be had; the message names it. */
public final class AdminException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AdminException(String message, Throwable cause) {
        super(message, cause);
    }
}
