package io.fleck.stream.topics;

/**
 * Names of the topics on a cluster.
 *
 * @param prefix stands before every name as it is, for example {@code line1.}; may be empty; letters, digits, dots,
 *     dashes and underscores, at most 200
 */
public record Topics(String prefix) {
    private static final String ALLOWED = "[A-Za-z0-9._-]{0,200}";

    /** Checks the prefix. */
    public Topics {
        if (!prefix.matches(ALLOWED)) {
            throw new IllegalArgumentException("topic prefix '" + prefix
                    + "' is not allowed; allowed are at most 200 letters, digits, dots, dashes and underscores");
        }
    }

    /** Names without a prefix. */
    public static Topics unprefixed() {
        return new Topics("");
    }

    /** Name of a topic on the cluster. */
    public String name(Topic topic) {
        return prefix + topic.baseName();
    }
}
