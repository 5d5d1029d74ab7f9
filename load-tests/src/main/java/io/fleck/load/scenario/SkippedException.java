package io.fleck.load.scenario;

/** This machine does not allow a scenario; the message is the reason. */
public final class SkippedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SkippedException(String reason) {
        super(reason);
    }
}
