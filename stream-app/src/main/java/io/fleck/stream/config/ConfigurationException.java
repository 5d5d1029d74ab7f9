package io.fleck.stream.config;

import java.util.List;

/** A configuration that cannot be used. The message has one part a problem: key, value and what is allowed. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One problem. */
    public ConfigurationException(String problem) {
        super(problem);
    }

    /** Several problems, at least one, joined into one line. */
    public ConfigurationException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
