package io.fleck.stream.connection;

import io.fleck.cli.CommandException;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application's own configuration, which answers instead of the other options. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads it.
     *
     * @param others options that it stands for, by name; none of them may be given too
     */
    static FleckConfig load(Path file, Map<String, ? extends @Nullable Object> others) {
        others.forEach((option, value) -> {
            if (value != null) {
                throw CommandException.usage("--config and " + option + " contradict each other; leave one out");
            }
        });
        try {
            return FleckConfig.load(file);
        } catch (ConfigurationException e) {
            throw CommandException.usage("--config " + file + ": " + e.getMessage());
        }
    }
}
