package io.fleck.load.scenario;

/** A scenario did not come about: something that it waits for did not happen. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }
}
