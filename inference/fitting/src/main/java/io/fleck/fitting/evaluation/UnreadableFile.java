package io.fleck.fitting.evaluation;

import java.nio.file.Path;

/**
 * A picture or mask that could not be read.
 *
 * @param name its name in the data set
 * @param reason why, in one line
 */
public record UnreadableFile(String name, String reason) {
    /** Why reading failed; where the message begins with the file, that is not said twice. */
    public static UnreadableFile of(String name, Path file, RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage());
        String prefix = file + ": ";
        return new UnreadableFile(name, reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason);
    }
}
