package io.fleck.load.bench.measure;

import org.jspecify.annotations.Nullable;

/** A benchmark that cannot go on, or whose counts do not add up: its figures mean nothing. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what went wrong, and why where that is known. */
    public BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
