package io.fleck.load.scenario;

import io.fleck.stream.config.StreamConfig;
import java.nio.file.Path;

/**
 * How a scenario is tried.
 *
 * @param guarantee what the application is set to
 * @param frames frames to send at least, at least 100: fewer leave no middle in which a fault could happen
 * @param folder where configuration files, state and logs go; made anew
 */
public record TrialSettings(StreamConfig.Guarantee guarantee, long frames, Path folder) {
    private static final long FEWEST = 100;

    /** Checks the range. */
    public TrialSettings {
        if (frames < FEWEST) {
            throw new IllegalArgumentException("frames " + frames + "; allowed is at least " + FEWEST);
        }
    }
}
