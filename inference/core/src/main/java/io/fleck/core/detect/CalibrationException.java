package io.fleck.core.detect;

/** Scores that cannot be calibrated as asked; the message says what is missing. */
public final class CalibrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the rate, the images there are and the images needed. */
    public CalibrationException(String message) {
        super(message);
    }
}
