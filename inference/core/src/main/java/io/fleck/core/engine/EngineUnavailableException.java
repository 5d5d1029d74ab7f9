package io.fleck.core.engine;

/** No engine of the wanted name can run on this machine; the message says in one line why and what it lacks. */
public final class EngineUnavailableException extends InferenceException {
    private static final long serialVersionUID = 1L;

    EngineUnavailableException(String message) {
        super(message, null);
    }
}
