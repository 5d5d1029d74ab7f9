package io.fleck.fitting.evaluation;

import org.jspecify.annotations.Nullable;

/** An evaluation that cannot go on; the message is one line for the user. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
