package io.fleck.fitting.report;

import org.jspecify.annotations.Nullable;

/** A report that cannot be written; the message names the file. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
