package io.fleck.stream.app;

/** The engine hangs again and again: only a new process can mend it. */
public final class EngineHungException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineHungException(String message) {
        super(message);
    }
}
